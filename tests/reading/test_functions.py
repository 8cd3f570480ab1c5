"""Tasks and functions in the forms in which bodies print them: lists, sentences, tables, with and without labels."""

import pytest

from reading.decrees import text
from reading.test_units_tree import HEAD

CASES = {
    "a sentence": (
        """B. TUGAS DAN FUNGSI

Badan mempunyai tugas menyusun kebijakan. Dalam melaksanakan tugas tersebut, Badan menyelenggarakan fungsi perumusan
kebijakan teknis, pelaksanaan pembinaan, dan pelaporan kinerja.
""",
        ["Badan: perumusan kebijakan teknis", "Badan: pelaksanaan pembinaan", "Badan: pelaporan kinerja"],
    ),
    "one function": (
        "Pasal 6\n\nSatuan Pengawasan Intern mempunyai fungsi pemeriksaan atas kegiatan Perumda.\n",
        ["Satuan Pengawasan Intern: pemeriksaan atas kegiatan Perumda"],
    ),
    "semicolons": (
        """B. MANDAT

Untuk melaksanakan tugas itu Dinas menjalankan fungsi: perumusan kebijakan; pelaksanaan kebijakan di bidang pangan,
pertanian, dan peternakan; serta pelaksanaan administrasi.
""",
        [
            "Dinas: perumusan kebijakan",
            "Dinas: pelaksanaan kebijakan di bidang pangan, pertanian, dan peternakan",
            "Dinas: pelaksanaan administrasi",
        ],
    ),
    "labels that a scan lost": (
        """II. FUNGSI

Camat dalam melaksanakan tugasnya menyelenggarakan fungsi:

penyelenggaraan urusan pemerintahan umum,

pengoordinasian kegiatan pemberdayaan: pembinaan desa,
pelaksanaan pelayanan.
""",
        [
            "Camat: penyelenggaraan urusan pemerintahan umum",
            "Camat: pengoordinasian kegiatan pemberdayaan",
            "Camat: pembinaan desa",
            "Camat: pelaksanaan pelayanan",
        ],
    ),
    "a table of units": (
        """B. TUGAS DAN FUNGSI UNIT

| No | Unit Kerja | Tugas | Fungsi |
|---|---|---|---|
| 1 | Sekretariat | Mengoordinasikan administrasi | 1. Penyusunan program<br>2. Pengelolaan keuangan |
| 2 | Bidang Perdagangan | Membina perdagangan | Pembinaan pasar; Pengawasan barang |
""",
        [
            "Sekretariat: Penyusunan program",
            "Sekretariat: Pengelolaan keuangan",
            "Bidang Perdagangan: Pembinaan pasar",
            "Bidang Perdagangan: Pengawasan barang",
        ],
    ),
    "a table of two rows": (
        """II. TUGAS DAN FUNGSI

| Unsur | Uraian |
|---|---|
| Tugas | Melaksanakan urusan pemerintahan bidang pangan |
| Fungsi | a. perumusan kebijakan;<br>b. pelaksanaan kebijakan; dan<br>c. evaluasi |
""",
        [": perumusan kebijakan", ": pelaksanaan kebijakan", ": evaluasi"],
    ),
    "a column of tasks beside one of functions, one in a row": (
        """C. TUGAS DAN FUNGSI

| Tugas | Fungsi |
|---|---|
| Puskesmas mempunyai tugas melayani warga. | a. pelaksanaan upaya kesehatan |
| | b. pencatatan penyakit |
| | c. pembinaan kader |
""",
        ["Puskesmas: pelaksanaan upaya kesehatan", "Puskesmas: pencatatan penyakit", "Puskesmas: pembinaan kader"],
    ),
    "a column of units beside one of functions": (
        """C. TUGAS DAN FUNGSI

| Unit Kerja | Fungsi |
|---|---|
| Bagian Niaga | 1. penagihan rekening; 2. pelayanan pelanggan |
| Bagian Teknik | pemeliharaan pipa |
""",
        ["Bagian Niaga: penagihan rekening", "Bagian Niaga: pelayanan pelanggan", "Bagian Teknik: pemeliharaan pipa"],
    ),
    "unit by unit": (
        """C. TUGAS DAN FUNGSI

1. Sekretariat
   Tugas : mengoordinasikan pelayanan administrasi.
   Fungsi :
   a. penyusunan program;
   b. pengelolaan keuangan.
2. Bidang Pasar
   Tugas : membina pasar.
   Fungsi :
   a. pungutan retribusi.
""",
        ["Sekretariat: penyusunan program", "Sekretariat: pengelolaan keuangan", "Bidang Pasar: pungutan retribusi"],
    ),
    "what comes after the list is none": (
        "2. Fungsi Dinas\n\n- Pengendalian pencemaran\n- Pengelolaan sampah\n\n3. Wilayah Kerja\n- Kecamatan Utara\n",
        [": Pengendalian pencemaran", ": Pengelolaan sampah"],
    ),
    "an article on other things": (
        "Pasal 7\n\nPegawai melaksanakan fungsi peta proses bisnis sebagai acuan.\n\nBAB III\nPETA PROSES\n",
        [],
    ),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_functions(case: str) -> None:
    body, functions = CASES[case]
    made = text(HEAD + body, "naskah.md" if "|--" in body else "naskah.txt").naskah.kutipan
    assert len({each.id for each in made}) == len(made)
    assert [f"{each.catatan}: {each.teks}" for each in made if each.sebagai == "fungsi"] == functions
