"""Tasks and functions in the forms in which bodies print them: lists, sentences, tables, with and without labels."""

import pytest

from reading.decrees import text
from reading.test_units_tree import HEAD

CASES = {
    "a list of functions of one kind": (
        "B. TUGAS DAN FUNGSI\n\nDinas menyelenggarakan fungsi pelayanan:\n1. peminjaman arsip;\n2. alih media.\n",
        ["Dinas: peminjaman arsip", "Dinas: alih media"],
    ),
    "other verbs": (
        """B. TUGAS DAN FUNGSI

Inspektorat bertugas membantu Bupati mengawasi pemerintahan, dan berfungsi untuk:
- merumuskan kebijakan pengawasan;
- melaksanakan pengawasan.

Sekretariat mengemban fungsi sebagai berikut:
(1) penyusunan rencana; dan
(2) pengelolaan keuangan.
""",
        [
            "Inspektorat: merumuskan kebijakan pengawasan",
            "Inspektorat: melaksanakan pengawasan",
            "Sekretariat: penyusunan rencana",
            "Sekretariat: pengelolaan keuangan",
        ],
    ),
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
    "a task that is to carry out functions, and the functions under a heading of their own": (
        """1.1 Tugas Pokok
Badan Keuangan Daerah mempunyai tugas pokok melaksanakan fungsi penunjang urusan pemerintahan di bidang keuangan.

1.2 Fungsi
a. Penyusunan kebijakan teknis;
b. Pelaksanaan tugas lain sesuai ketentuan peraturan perundang-undangan.
""",
        [
            "Badan Keuangan Daerah: Penyusunan kebijakan teknis",
            "Badan Keuangan Daerah: Pelaksanaan tugas lain sesuai ketentuan peraturan perundang-undangan",
        ],
    ),
    "a regulation first, a title with commas in it": (
        """A. TUGAS DAN FUNGSI

Berdasarkan Peraturan Bupati Uji Nomor 3 Tahun 2022 tentang Kedudukan, Susunan Organisasi, Tugas dan Fungsi Dinas
Perhubungan, Dinas Perhubungan mempunyai tugas melaksanakan urusan perhubungan. Untuk melaksanakan tugas tersebut Dinas
Perhubungan menyelenggarakan fungsi: a. perumusan kebijakan; b. pengelolaan sarana.
""",
        ["Dinas Perhubungan: perumusan kebijakan", "Dinas Perhubungan: pengelolaan sarana"],
    ),
    "what a unit is to do, then its functions after “adalah”": (
        """IV. TUGAS DAN FUNGSI

Biro Umum bertugas melaksanakan urusan keuangan. Fungsi Biro Umum adalah: pengelolaan keuangan; pengelolaan aset.
""",
        ["Biro Umum: pengelolaan keuangan", "Biro Umum: pengelolaan aset"],
    ),
    "columns of a table in the part on the structure": (
        """BAB II
ORGANISASI

| No | Unit Kerja | Tugas | Fungsi |
|----|------------|-------|--------|
| 1 | Sekretariat | memberikan pelayanan administrasi | a. penyusunan rencana; b. pengelolaan keuangan |
| 2 | Bidang Ekonomi | merumuskan kebijakan ekonomi | a. perumusan kebijakan; b. pelaksanaan koordinasi |
""",
        [
            "Sekretariat: penyusunan rencana",
            "Sekretariat: pengelolaan keuangan",
            "Bidang Ekonomi: perumusan kebijakan",
            "Bidang Ekonomi: pelaksanaan koordinasi",
        ],
    ),
    "posts with their functions in the same sentence as their tasks": (
        """D. Uraian tugas

1. Sekretaris mempunyai tugas mengoordinasikan administrasi umum, dengan fungsi:
   a) penyusunan rencana kerja;
   b) pengelolaan keuangan.
2. Kepala Bidang Industri mempunyai tugas membina industri. Fungsi:
   a) pembinaan perajin;
""",
        [
            "Sekretaris: penyusunan rencana kerja",
            "Sekretaris: pengelolaan keuangan",
            "Kepala Bidang Industri: pembinaan perajin",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_functions(case: str) -> None:
    body, functions = CASES[case]
    made = text(HEAD + body, "naskah.md" if "|--" in body else "naskah.txt").naskah.kutipan
    assert len({each.id for each in made}) == len(made)
    assert [f"{each.catatan}: {each.teks}" for each in made if each.sebagai == "fungsi"] == functions


def test_whose_each_task_is_stands_before_it() -> None:
    body = """BAB II
ORGANISASI

Tugas masing-masing unit sebagai berikut:
1. Sekretariat: melaksanakan urusan umum.
2. Bidang Kearsipan: melaksanakan pengelolaan arsip.
"""
    made = text(HEAD + body, "naskah.txt").naskah.kutipan
    assert [(each.catatan, each.teks) for each in made if each.sebagai == "tugas"] == [
        ("Sekretariat", "melaksanakan urusan umum"),
        ("Bidang Kearsipan", "melaksanakan pengelolaan arsip"),
    ]
