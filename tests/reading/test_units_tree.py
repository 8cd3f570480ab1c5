"""Trees of units in the forms in which bodies print them: lists, charts, tables, articles and sentences."""

import pytest

from reading.decrees import text

HEAD = """KEPUTUSAN KEPALA DINAS UJI
NOMOR 1 TAHUN 2024
TENTANG
PETA PROSES BISNIS

MEMUTUSKAN:

KESATU : Menetapkan peta proses bisnis.

LAMPIRAN
KEPUTUSAN KEPALA DINAS UJI
NOMOR 1 TAHUN 2024

"""
CASES = {
    "a table whose numbers nest": (
        """II. SUSUNAN ORGANISASI

No\tUnit Kerja\tPimpinan
1\tSatuan Akademik\tProrektor
1.1\tBagian Registrasi\tManajer
1.2\tBagian Pembelajaran\tManajer
2\tBagian Umum\tManajer
2.1\tBagian Rumah Tangga\tManajer
""",
        "Satuan Akademik / Bagian Registrasi < Satuan Akademik / Bagian Pembelajaran < Satuan Akademik / Bagian Umum"
        " / Bagian Rumah Tangga < Bagian Umum",
    ),
    "units in brackets behind one of a sentence": (
        """II. SUSUNAN ORGANISASI

Struktur organisasi Inspektorat meliputi: Inspektur; Sekretariat (Subbagian Perencanaan, Subbagian Evaluasi); Inspektur
Pembantu I; serta Kelompok Jabatan Fungsional.
""",
        "Inspektur / Sekretariat / Subbagian Perencanaan < Sekretariat / Subbagian Evaluasi < Sekretariat"
        " / Inspektur Pembantu I / Kelompok Jabatan Fungsional",
    ),
    "several units in one word, units in general": (
        """II. SUSUNAN ORGANISASI

Kecamatan Suka Maju terdiri atas:
a. Camat;
b. Seksi-seksi terdiri atas:
   1. Seksi Pemerintahan;
   2. Seksi Pelayanan; dan
c. Kelurahan; dan
d. unit di bawahnya.
""",
        "Camat / Seksi Pemerintahan / Seksi Pelayanan / Kelurahan",
    ),
    "a sentence on the whole, and names that have commas": (
        """II. SUSUNAN ORGANISASI
Sekretariat dipimpin oleh Sekretaris dan terdiri dari Subbagian Perencanaan, Data, dan Informasi; Subbagian
Hukum; serta Subbagian Keuangan, Umum, dan Logistik.
Sekretariat menyelenggarakan fungsi:
- penyusunan program;
- pengelolaan keuangan.
""",
        "Subbagian Perencanaan, Data, dan Informasi / Subbagian Hukum / Subbagian Keuangan, Umum, dan Logistik",
    ),
    "a secretariat of which others are told after it is a unit": (
        """II. STRUKTUR ORGANISASI
Sekretariat membawahi Subbagian Umum dan Kepegawaian dan Subbagian Keuangan.
Bidang Pangan membawahi Seksi Cadangan.
""",
        "Sekretariat / Subbagian Umum dan Kepegawaian < Sekretariat / Subbagian Keuangan < Sekretariat / Bidang Pangan"
        " / Seksi Cadangan < Bidang Pangan",
    ),
    "letters in brackets under numbers in brackets": (
        """II. SUSUNAN ORGANISASI
Unsur organisasi terdiri atas:
(1) Sekretariat Utama;
    (a) Biro Perencanaan;
    (b) Biro Umum;
(2) Kedeputian Bidang Pengamatan;
    (a) Direktorat Data; dan
(3) Inspektorat.
""",
        "Sekretariat Utama / Biro Perencanaan < Sekretariat Utama / Biro Umum < Sekretariat Utama"
        " / Kedeputian Bidang Pengamatan / Direktorat Data < Kedeputian Bidang Pengamatan / Inspektorat",
    ),
    "marks with indentation: places tell, not the words": (
        """II. SUSUNAN ORGANISASI

- Bagian Akademik
  - Subbagian Registrasi
- Bagian Umum
- Program Studi Nautika
- Unit Penunjang
  - UPT Perpustakaan
""",
        "Bagian Akademik / Subbagian Registrasi < Bagian Akademik / Bagian Umum / Program Studi Nautika"
        " / Unit Penunjang / UPT Perpustakaan < Unit Penunjang",
    ),
    "a body and units that say what they are made of, under a heading of other things": (
        """III. KEDUDUKAN DAN FUNGSI
Kantor Wilayah mempunyai tugas melaksanakan urusan agraria. Dalam melaksanakan tugas dimaksud, Kantor Wilayah
menyelenggarakan fungsi:
a. pengelolaan administrasi; dan
b. penanganan sengketa.
Kantor Wilayah terdiri dari :
1. Bagian Tata Usaha, yang membawahi:
   a) Subbagian Umum; dan
   b) Subbagian Keuangan;
2. Bidang Survei, terdiri dari :
   a) Seksi Pengukuran;
3. Bidang Sengketa.
""",
        "Bagian Tata Usaha / Subbagian Umum < Bagian Tata Usaha / Subbagian Keuangan < Bagian Tata Usaha"
        " / Bidang Survei / Seksi Pengukuran < Bidang Survei / Bidang Sengketa",
    ),
    "marks without indentation: the words tell what stands under what": (
        """STRUKTUR ORGANISASI
- Sekretariat
- Subbagian Umum
- Subbagian Keuangan
- Seksi Pemerintahan
- Seksi Ketenteraman
- Kelompok Jabatan Fungsional
""",
        "Sekretariat / Subbagian Umum < Sekretariat / Subbagian Keuangan < Sekretariat / Seksi Pemerintahan"
        " / Seksi Ketenteraman / Kelompok Jabatan Fungsional",
    ),
    "a drawn tree": (
        """II. BAGAN ORGANISASI

Kepala Badan
├── Sekretariat
│   ├── Subbagian Umum
│   └── Subbagian Keuangan
└── UPTD Pusat Pengendalian
""",
        "Kepala Badan / Sekretariat < Kepala Badan / Subbagian Umum < Sekretariat / Subbagian Keuangan < Sekretariat"
        " / UPTD Pusat Pengendalian < Kepala Badan",
    ),
    "an article that tells the parts of the body itself": (
        """BAB II
SUSUNAN ORGANISASI

Pasal 3
(1) Dinas terdiri atas:
    a. Kepala Dinas;
    b. Sekretariat, membawahkan:
       1. Sub Bagian Umum; dan
       2. Sub Bagian Keuangan;
    c. Bidang Tanaman Pangan; dan
    d. Cabang Dinas Wilayah I.
(2) Bidang Tanaman Pangan sebagaimana dimaksud pada ayat (1) huruf c, terdiri atas:
    a. Seksi Padi; dan
    b. Seksi Palawija.
""",
        "Kepala Dinas / Sekretariat / Sub Bagian Umum < Sekretariat / Sub Bagian Keuangan < Sekretariat"
        " / Bidang Tanaman Pangan / Cabang Dinas Wilayah I / Seksi Padi < Bidang Tanaman Pangan"
        " / Seksi Palawija < Bidang Tanaman Pangan",
    ),
    "sentences": (
        """C. ORGANISASI

Susunan organisasi Badan terdiri atas Sekretariat, Bidang Anggaran, dan Bidang Aset. Sekretariat membawahi 2 (dua)
subbagian, yaitu Subbagian Umum dan Subbagian Program. Bidang Anggaran terdiri dari Subbidang Belanja dan Subbidang
Pendapatan.
""",
        "Sekretariat / Bidang Anggaran / Bidang Aset / Subbagian Umum < Sekretariat / Subbagian Program < Sekretariat"
        " / Subbidang Belanja < Bidang Anggaran / Subbidang Pendapatan < Bidang Anggaran",
    ),
    "a table whose columns are levels": (
        """D. STRUKTUR ORGANISASI

| No | Unit Eselon II | Unit Eselon III | Unit Eselon IV |
|---|---|---|---|
| 1 | Sekretariat | Bagian Umum | Subbagian Rumah Tangga |
| | | Bagian Keuangan | Subbagian Anggaran |
| 2 | Direktorat Pelabuhan | Subdirektorat Lalu Lintas | Seksi Kapal |
""",
        "Sekretariat / Bagian Umum < Sekretariat / Subbagian Rumah Tangga < Bagian Umum / Bagian Keuangan < Sekretariat"
        " / Subbagian Anggaran < Bagian Keuangan / Direktorat Pelabuhan / Subdirektorat Lalu Lintas <"
        " Direktorat Pelabuhan / Seksi Kapal < Subdirektorat Lalu Lintas",
    ),
    "a table without a heading whose head names two kinds of unit; a dash where there is none above": (
        """C. PELAKSANA

Pelaksana disajikan pada Tabel 3.
Tabel 3. Daftar Unit

| No. | Unit Pimpinan Tinggi Madya | Unit Pimpinan Tinggi Pratama |
|---|---|---|
| 1 | Sekretariat Jenderal | Biro Umum |
| | | Biro Hukum |
| 2 | Deputi Bidang Logistik | Direktorat Gudang |
| 3 | - | Inspektorat |
""",
        "Sekretariat Jenderal / Biro Umum < Sekretariat Jenderal / Biro Hukum < Sekretariat Jenderal"
        " / Deputi Bidang Logistik / Direktorat Gudang < Deputi Bidang Logistik / Inspektorat",
    ),
    "several units in a cell": (
        """D. STRUKTUR ORGANISASI

| No | Unit Kerja | Sub Unit |
|---|---|---|
| 1 | Sekretariat | 1. Subbagian Umum<br>2. Subbagian Keuangan |
| 2 | Bidang Perpustakaan | Seksi Layanan; Seksi Pengolahan |
| 3 | Bidang Kearsipan | - |
""",
        "Sekretariat / Subbagian Umum < Sekretariat / Subbagian Keuangan < Sekretariat / Bidang Perpustakaan"
        " / Seksi Layanan < Bidang Perpustakaan / Seksi Pengolahan < Bidang Perpustakaan / Bidang Kearsipan",
    ),
    "a list under the words of a structure, whatever its parts are called": (
        """A. SUSUNAN ORGANISASI

Organisasi Puskesmas terdiri atas:
1) Kepala Puskesmas
2) Tata Usaha
3) Klaster Ibu dan Anak
   a) Ruang KIA
4) Posyandu
""",
        "Kepala Puskesmas / Tata Usaha / Klaster Ibu dan Anak / Ruang KIA < Klaster Ibu dan Anak / Posyandu",
    ),
    "numbers that a scan lost are told by those that are left": (
        """II. SUSUNAN ORGANISASI

Susunan organisasi kecamatan terdiri atas:
1. ' Sekretariat Kecamatan, terdiri atas:
a. Subbagian Umum:
b. Subbagian Keuangan,

Seksi Pelayanan,

Seksi Pembangunan;
4. Seksi Ketertiban.
""",
        "Sekretariat Kecamatan / Subbagian Umum < Sekretariat Kecamatan / Subbagian Keuangan < Sekretariat Kecamatan"
        " / Seksi Pelayanan / Seksi Pembangunan / Seksi Ketertiban",
    ),
    "a chart in columns": (
        """BAGAN STRUKTUR ORGANISASI

                     KEPALA DINAS
                          |
                     SEKRETARIAT
                          |
   BIDANG ARSIP             BIDANG PUSTAKA          BIDANG LAYANAN
   SEKSI AKUISISI           SEKSI KOLEKSI           SEKSI SIRKULASI
   SEKSI PENGOLAHAN         SEKSI PROMOSI           SEKSI REFERENSI
""",
        "KEPALA DINAS / SEKRETARIAT / BIDANG ARSIP / BIDANG PUSTAKA / BIDANG LAYANAN / SEKSI AKUISISI < BIDANG ARSIP"
        " / SEKSI KOLEKSI < BIDANG PUSTAKA / SEKSI SIRKULASI < BIDANG LAYANAN / SEKSI PENGOLAHAN < BIDANG ARSIP"
        " / SEKSI PROMOSI < BIDANG PUSTAKA / SEKSI REFERENSI < BIDANG LAYANAN",
    ),
    "lines from one unit to the next": (
        "STRUKTUR ORGANISASI\n\nKepala Dinas > Sekretariat > Subbagian Umum\nKepala Dinas > Bidang Arsip\n",
        "Kepala Dinas / Sekretariat < Kepala Dinas / Subbagian Umum < Sekretariat / Bidang Arsip < Kepala Dinas",
    ),
    "units after a colon": (
        "SUSUNAN ORGANISASI\n\nSekretariat: Subbagian Umum; Subbagian Keuangan.\nUPTD Museum.\n",
        "Sekretariat / Subbagian Umum < Sekretariat / Subbagian Keuangan < Sekretariat / UPTD Museum",
    ),
    "numbers without marks": (
        "SUSUNAN ORGANISASI\n\n1 Sekretariat\n1.1 Subbagian Umum\n2 Bidang Perikanan\n2.1 Seksi Tangkap\n",
        "Sekretariat / Subbagian Umum < Sekretariat / Bidang Perikanan / Seksi Tangkap < Bidang Perikanan",
    ),
    "units under it in brackets": (
        "SUSUNAN ORGANISASI\n1. Sekretariat (Subbagian Umum; Subbagian Keuangan)\n2. Bidang Pertanian (Seksi Padi)\n",
        "Sekretariat / Subbagian Umum < Sekretariat / Subbagian Keuangan < Sekretariat / Bidang Pertanian"
        " / Seksi Padi < Bidang Pertanian",
    ),
    "posts that lead units": (
        """B. SUSUNAN ORGANISASI

Dinas dipimpin oleh Kepala Dinas yang membawahi Sekretariat dan Bidang Sosial. Sekretaris membawahi Subbagian Umum dan
Subbagian Keuangan. Kepala Bidang Sosial membawahi Seksi Bantuan dan Seksi Rehabilitasi.
""",
        "Sekretariat / Bidang Sosial / Subbagian Umum < Sekretariat / Subbagian Keuangan < Sekretariat"
        " / Seksi Bantuan < Bidang Sosial / Seksi Rehabilitasi < Bidang Sosial",
    ),
    "an article a unit": (
        """Pasal 3
Badan terdiri atas:
a. Sekretariat Utama; dan
b. Deputi Bidang Pencegahan.

Pasal 4
Sekretariat Utama terdiri atas:
a. Biro Perencanaan; dan
b. Biro Umum.

Pasal 5
(1) Deputi Bidang Pencegahan terdiri atas:
a. Direktorat Sosialisasi; dan
b. Direktorat Pendidikan.
(2) Direktorat Sosialisasi terdiri atas Subdirektorat Media dan Subdirektorat Masyarakat.
""",
        "Sekretariat Utama / Deputi Bidang Pencegahan / Biro Perencanaan < Sekretariat Utama"
        " / Biro Umum < Sekretariat Utama / Direktorat Sosialisasi < Deputi Bidang Pencegahan"
        " / Direktorat Pendidikan < Deputi Bidang Pencegahan / Subdirektorat Media < Direktorat Sosialisasi"
        " / Subdirektorat Masyarakat < Direktorat Sosialisasi",
    ),
    "a table whose columns are the levels, a unit alone in its row": (
        """B. SUSUNAN ORGANISASI

| No. | Pimpinan Tinggi Madya | Pimpinan Tinggi Pratama |
|---|---|---|
| 1 | Sekretariat Utama | Biro Keuangan |
| | | Biro Hukum |
| 2 | Deputi Bidang Metrologi | Direktorat Tera |
| | | Balai Uji |
| 3 | Pusat Data | - |
| 4 | Inspektorat | - |
""",
        "Sekretariat Utama / Biro Keuangan < Sekretariat Utama / Biro Hukum < Sekretariat Utama"
        " / Deputi Bidang Metrologi / Direktorat Tera < Deputi Bidang Metrologi / Balai Uji < Deputi Bidang Metrologi"
        " / Pusat Data / Inspektorat",
    ),
    "a table with all units in one column": (
        """B. SUSUNAN ORGANISASI

| No. | Nama Unit | Pimpinan |
|---|---|---|
| 1 | Sekretariat | Sekretaris |
| 2 | Subbagian Umum | Kepala Subbagian |
| 3 | Bidang Tera | Kepala Bidang |
""",
        "Sekretariat / Sekretaris < Sekretariat / Subbagian Umum < Sekretariat / Kepala Subbagian < Subbagian Umum"
        " / Bidang Tera / Kepala Bidang < Bidang Tera",
    ),
    "a table with a column for the unit above": (
        """B. DAFTAR UNIT ORGANISASI

| Kode | Nama Unit | Unit Atasan |
|---|---|---|
| 01 | Sekretariat | Dinas |
| 01.1 | Subbagian Umum | Sekretariat |
| 02 | Museum Negeri | Dinas |
""",
        "Sekretariat / Subbagian Umum < Sekretariat / Museum Negeri",
    ),
    "a table in which posts stand above units: only the head of the whole body is none above them": (
        """B. SUSUNAN ORGANISASI

| No | Jabatan | Bertanggung Jawab kepada |
|---|---|---|
| 1 | Direktur | - |
| 2 | Wakil Direktur Bidang Pelayanan | Direktur |
| 3 | Bagian Rekam Medis | Wakil Direktur Bidang Pelayanan |
| 4 | Satuan Pengawas Internal | Direktur |
""",
        "Direktur / Wakil Direktur Bidang Pelayanan < Direktur"
        " / Bagian Rekam Medis < Wakil Direktur Bidang Pelayanan / Satuan Pengawas Internal",
    ),
    "the part that each has in the body stands in front of its name": (
        """BAB II
KELEMBAGAAN

Unsur organisasi Dinas Perpustakaan:
a. Pimpinan : Kepala Dinas;
b. Pembantu pimpinan : Sekretariat, yang membawahi:
   1) Subbagian Umum;
   2) Subbagian Program.
c. Pelaksana:
   1) Bidang Layanan;
   2) Bidang Kearsipan.
""",
        "Kepala Dinas / Sekretariat / Subbagian Umum < Sekretariat / Subbagian Program < Sekretariat"
        " / Bidang Layanan / Bidang Kearsipan",
    ),
    "sentences that count, and that tell of the same unit again": (
        """III. STRUKTUR ORGANISASI

Sekretariat Jenderal terdiri dari 2 (dua) Biro, yakni Biro Hukum serta Biro Umum, dan 1 (satu) Pusat Data.
Biro Hukum terdiri dari Bagian Advokasi dan Bagian Peraturan. Biro Umum membawahi Bagian Keuangan dan Bagian Gaji.
""",
        "Biro Hukum / Biro Umum / Pusat Data / Bagian Advokasi < Biro Hukum / Bagian Peraturan < Biro Hukum"
        " / Bagian Keuangan < Biro Umum / Bagian Gaji < Biro Umum",
    ),
    "how many there are, before the list that names them; an abbreviation in brackets is no unit": (
        """BAGIAN KEDUA
SUSUNAN UNIT KERJA

Dinas dipimpin oleh Kepala Dinas yang membawahi 1 (satu) Sekretariat, 2 (dua) Bidang dan 1 (satu) UPTD, yaitu:
a. Sekretariat;
b. Bidang Angkutan;
c. Bidang Jalan; dan
d. Unit Pelaksana Teknis Dinas (UPTD).
""",
        "Sekretariat / Bidang Angkutan / Bidang Jalan / Unit Pelaksana Teknis Dinas (UPTD)",
    ),
    "a numbered heading and words that lead in to the list, neither of them a unit": (
        """1. SUSUNAN ORGANISASI KECAMATAN

Unit kerja yang melaksanakan proses terdiri atas:
a. Sekretariat Kecamatan, terdiri dari:
   1) Sub Bagian Umum;
b. Seksi Pemerintahan;
c. Seksi Pelayanan Umum.
""",
        "Sekretariat Kecamatan / Sub Bagian Umum < Sekretariat Kecamatan / Seksi Pemerintahan / Seksi Pelayanan Umum",
    ),
    "under a heading of its own each unit with its tasks, then what it has under it": (
        """BAB II
STRUKTUR ORGANISASI DAN TUGAS

2.1 Sekretariat
Sekretariat mempunyai tugas mengoordinasikan perencanaan. Sekretariat menyelenggarakan fungsi:
a. koordinasi penyusunan program;
b. pengelolaan keuangan.
Sekretariat membawahi:
1) Subbagian Perencanaan;
2) Subbagian Umum.

2.2 Bidang Perizinan
Bidang Perizinan mempunyai tugas melaksanakan pelayanan. Fungsi:
a. pemrosesan perizinan;
b. pengendalian perizinan.
Bidang Perizinan membawahi:
1) Seksi Usaha;
2) Seksi Bangunan.
""",
        "Sekretariat / Subbagian Perencanaan < Sekretariat / Subbagian Umum < Sekretariat"
        " / Bidang Perizinan / Seksi Usaha < Bidang Perizinan / Seksi Bangunan < Bidang Perizinan",
    ),
    "a group of posts under a unit, told in its own line": (
        """SUSUNAN ORGANISASI
Susunan organisasi Dinas terdiri dari:
a. Sekretariat;
b. Bidang Tangkap, membawahi Kelompok Jabatan Fungsional;
c. Bidang Budidaya.
""",
        "Sekretariat / Bidang Tangkap / Kelompok Jabatan Fungsional < Bidang Tangkap / Bidang Budidaya",
    ),
    "posts under one another by indentation, under a numbered sentence": (
        """C. Susunan organisasi Dinas Perindustrian adalah sebagai berikut.

Kepala Dinas
    Sekretaris
        Kasubbag Umum dan Kepegawaian
        Kasubbag Keuangan
    Kepala Bidang Industri Kecil
        Kepala Seksi Pangan
    Kepala UPTD Logam
""",
        "Kepala Dinas / Sekretaris < Kepala Dinas / Kasubbag Umum dan Kepegawaian < Sekretaris"
        " / Kasubbag Keuangan < Sekretaris / Kepala Bidang Industri Kecil < Kepala Dinas"
        " / Kepala Seksi Pangan < Kepala Bidang Industri Kecil / Kepala UPTD Logam < Kepala Dinas",
    ),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_tree(case: str) -> None:
    body, tree = CASES[case]
    made = text(HEAD + body, "naskah.md" if "|--" in body else "naskah.txt").naskah.kutipan
    names = {each.id: each.teks for each in made}
    assert len(names) == len(made)
    told = [each for each in made if each.sebagai in ("unit", "jabatan struktur")]
    assert " / ".join(f"{each.teks} < {names[each.induk]}" if each.induk else each.teks for each in told) == tree
