"""Annexes of processes as ordinary bureaus print them: levels as columns, codes of many builds, cards."""

import pytest

from probis.reading.document import Kind
from probis.reading.formats import read
from probis.reading.quotations import quoted
from reading.processes import KINDS, read_text, told, tree

FORMS = {
    "levels as columns without codes": (
        """A. DAFTAR PROSES BISNIS

| L0 | L1 | L2 | Penanggung Jawab |
|----|----|----|------------------|
| Pengendalian | Penyusunan Rencana | Penghimpunan Usulan | Sekretariat |
| | | Pembahasan Pagu | Sekretariat |
| | Pengukuran Kinerja | Pengukuran Triwulan | Subbagian Program |
| Pembinaan Usaha | Perizinan | Verifikasi Lapangan | Bidang Perdagangan |
""",
        [
            ("", "Pengendalian", ""),
            ("", "Penyusunan Rencana", "Pengendalian"),
            ("", "Penghimpunan Usulan", "Penyusunan Rencana"),
            ("", "Pembahasan Pagu", "Penyusunan Rencana"),
            ("", "Pengukuran Kinerja", "Pengendalian"),
            ("", "Pengukuran Triwulan", "Pengukuran Kinerja"),
            ("", "Pembinaan Usaha", ""),
            ("", "Perizinan", "Pembinaan Usaha"),
            ("", "Verifikasi Lapangan", "Perizinan"),
        ],
    ),
    "letters that tell the level": (
        """I. PETA PROSES BISNIS

PB.01 Penyelenggaraan Perpustakaan
PB.02 Penyelenggaraan Kearsipan

II. PETA SUB PROSES

SPB.01.01 Pengembangan Koleksi
SPB.01.02 Layanan Pemustaka
SPB.02.01 Penyelamatan Arsip

III. PETA LINTAS FUNGSI

LF.01.02.01 Peminjaman Buku
""",
        [
            ("PB.01", "Penyelenggaraan Perpustakaan", ""),
            ("PB.02", "Penyelenggaraan Kearsipan", ""),
            ("SPB.01.01", "Pengembangan Koleksi", "PB.01"),
            ("SPB.01.02", "Layanan Pemustaka", "PB.01"),
            ("SPB.02.01", "Penyelamatan Arsip", "PB.02"),
            ("LF.01.02.01", "Peminjaman Buku", "SPB.01.02"),
        ],
    ),
    "letters inside a code": (
        """A. PROSES UTAMA
U1 Pelayanan Kesehatan
   U1-S1 Rawat Jalan
   U1-S2 Imunisasi
B. PROSES PENDUKUNG
P1 Administrasi Umum
   P1-S1 Persuratan
""",
        [
            ("U1", "Pelayanan Kesehatan", ""),
            ("U1-S1", "Rawat Jalan", "U1"),
            ("U1-S2", "Imunisasi", "U1"),
            ("P1", "Administrasi Umum", ""),
            ("P1-S1", "Persuratan", "P1"),
        ],
    ),
    "Roman numbers that letters extend": (
        """A. PETA SUBPROSES

BT.I Perencanaan
- BT.I.A Penyusunan Rencana
- BT.I.B Pemantauan
BT.II Layanan Umum
- BT.II.A Pengadaan
""",
        [
            ("BT.I", "Perencanaan", ""),
            ("BT.I.A", "Penyusunan Rencana", "BT.I"),
            ("BT.I.B", "Pemantauan", "BT.I"),
            ("BT.II", "Layanan Umum", ""),
            ("BT.II.A", "Pengadaan", "BT.II"),
        ],
    ),
    "numbers run together": (
        """A. PETA PROSES

MS01 Pertanian
MS02 Kesehatan

B. PETA SUBPROSES

MS0101 Penyuluhan Petani
MS0102 Penyaluran Benih
MS0201 Puskesmas Keliling
""",
        [
            ("MS01", "Pertanian", ""),
            ("MS02", "Kesehatan", ""),
            ("MS0101", "Penyuluhan Petani", "MS01"),
            ("MS0102", "Penyaluran Benih", "MS01"),
            ("MS0201", "Puskesmas Keliling", "MS02"),
        ],
    ),
    "figures run together": (
        """A. PETA PROSES

K1 Pertanian
K11 Penyuluhan Petani
K12 Penyaluran Benih
K2 Kesehatan
K21 Puskesmas Keliling
""",
        [
            ("K1", "Pertanian", ""),
            ("K11", "Penyuluhan Petani", "K1"),
            ("K12", "Penyaluran Benih", "K1"),
            ("K2", "Kesehatan", ""),
            ("K21", "Puskesmas Keliling", "K2"),
        ],
    ),
    "processes that are headings of tables": (
        """C. PETA SUBPROSES

Proses A1 Pelayanan Perizinan
Penanggung jawab : Bidang Perizinan
No   Kode      Subproses
1    A1.1      Pemeriksaan Berkas
2    A1.2      Penerbitan Izin

Proses A2 Penanaman Modal
Penanggung jawab : Bidang Modal
No   Kode      Subproses
1    A2.1      Promosi Investasi
2    A2.2      Pengendalian Investasi
""",
        [
            ("A1", "Pelayanan Perizinan", ""),
            ("A1.1", "Pemeriksaan Berkas", "A1"),
            ("A1.2", "Penerbitan Izin", "A1"),
            ("A2", "Penanaman Modal", ""),
            ("A2.1", "Promosi Investasi", "A2"),
            ("A2.2", "Pengendalian Investasi", "A2"),
        ],
    ),
    "levels as headings, a small letter at the end": (
        """LEVEL 0
PB-01 Pengembangan Kawasan
PB-02 Penempatan Transmigran

LEVEL 1
PB-01.1 Penyiapan Lahan
PB-02.1 Pendaftaran Calon

LEVEL 2
PB-01.1.a Survei Lahan
PB-01.1.b Sertifikasi Lahan
""",
        [
            ("PB-01", "Pengembangan Kawasan", ""),
            ("PB-02", "Penempatan Transmigran", ""),
            ("PB-01.1", "Penyiapan Lahan", "PB-01"),
            ("PB-02.1", "Pendaftaran Calon", "PB-02"),
            ("PB-01.1.a", "Survei Lahan", "PB-01.1"),
            ("PB-01.1.b", "Sertifikasi Lahan", "PB-01.1"),
        ],
    ),
    "numbers before names whose code is in brackets": (
        """BAB II PROSES BISNIS

2.1 Proses Utama
2.1.1 Pelayanan Tera (MET-01), penanggung jawab: UPTD Metrologi
2.1.2 Pengawasan Takaran (MET-02), penanggung jawab: Seksi Pengawasan

BAB III SUB PROSES

3.1 Pelayanan Tera (MET-01)
a. Tera Kantor (MET-01-01)
b. Tera Pasar (MET-01-02)
""",
        [
            ("MET-01", "Pelayanan Tera", ""),
            ("MET-02", "Pengawasan Takaran", ""),
            ("MET-01-01", "Tera Kantor", "MET-01"),
            ("MET-01-02", "Tera Pasar", "MET-01"),
        ],
    ),
    "names that lead in to their sub processes": (
        """A. Proses Utama
   1. Penyelenggaraan Pendidikan, dengan subproses:
      a. penerimaan peserta didik; dan
      b. ujian sekolah.
   2. Pembinaan Guru, dengan subproses:
      a. sertifikasi guru; dan
      b. mutasi guru.
""",
        [
            ("", "Penyelenggaraan Pendidikan", ""),
            ("", "penerimaan peserta didik", "Penyelenggaraan Pendidikan"),
            ("", "ujian sekolah", "Penyelenggaraan Pendidikan"),
            ("", "Pembinaan Guru", ""),
            ("", "sertifikasi guru", "Pembinaan Guru"),
            ("", "mutasi guru", "Pembinaan Guru"),
        ],
    ),
    "codes that are said": (
        """BAB II
PETA PROSES

Bagian Kesatu
Proses Utama

Proses utama terdiri atas:
a. pengelolaan hutan, dengan kode HL.1;
b. rehabilitasi lahan, dengan kode HL.2; dan
c. penyuluhan, dengan kode HL.3.
""",
        [("HL.1", "pengelolaan hutan", ""), ("HL.2", "rehabilitasi lahan", ""), ("HL.3", "penyuluhan", "")],
    ),
    "codes at the right of the names": (
        """IV. PROSES BISNIS

| Penanggung Jawab | Nama Proses | Kelompok | Kode |
| Bidang Pangan | Perlindungan Tanaman | Utama | TP-1 |
| Bidang Prasarana | Penyediaan Pupuk | Utama | TP-2 |
| Sekretariat | Pengelolaan Anggaran | Pendukung | TP-3 |
""",
        [
            ("TP-1", "Perlindungan Tanaman", ""),
            ("TP-2", "Penyediaan Pupuk", ""),
            ("TP-3", "Pengelolaan Anggaran", ""),
        ],
    ),
    "a row that counts the columns": (
        """B. PETA PROSES

| No | Proses | | Sub Proses | | Unit Pemilik |
| | Kode | Nama | Kode | Nama | |
| (1) | (2) | (3) | (4) | (5) | (6) |
| 1 | 01 | Pengelolaan Ternak | 01.01 | Pembibitan | Bidang Bibit |
| | | | 01.02 | Penyediaan Pakan | Bidang Pakan |
| 2 | 02 | Kesehatan Hewan | 02.01 | Vaksinasi | Bidang Kesehatan Hewan |
""",
        [
            ("01", "Pengelolaan Ternak", ""),
            ("01.01", "Pembibitan", "01"),
            ("01.02", "Penyediaan Pakan", "01"),
            ("02", "Kesehatan Hewan", ""),
            ("02.01", "Vaksinasi", "02"),
        ],
    ),
    "cards whose codes are numbers": (
        """A. FORMULIR IDENTITAS PROSES

Kode Proses    : 1
Nama Proses    : Pengelolaan Tender

    Kode Proses    : 1.1
    Nama Proses    : Penelaahan Dokumen

Kode Proses    : 2
Nama Proses    : Layanan Elektronik

    Kode Proses    : 2.1
    Nama Proses    : Verifikasi Penyedia
""",
        [
            ("1", "Pengelolaan Tender", ""),
            ("1.1", "Penelaahan Dokumen", "1"),
            ("2", "Layanan Elektronik", ""),
            ("2.1", "Verifikasi Penyedia", "2"),
        ],
    ),
    "codes below headings that count themselves": (
        """C. PETA PROSES BISNIS

C.1 Pengendalian Lalu Lintas

Kode: TRP-01

a. TRP-01-S1 Pengawasan Muatan

C.2 Angkutan Jalan

Kode: TRP-02

a. TRP-02-S1 Penerbitan Izin Trayek

C.3 Pelayaran

Kode: TRP-03
Nama: Pelayaran
""",
        [
            ("TRP-01", "Pengendalian Lalu Lintas", ""),
            ("TRP-01-S1", "Pengawasan Muatan", "TRP-01"),
            ("TRP-02", "Angkutan Jalan", ""),
            ("TRP-02-S1", "Penerbitan Izin Trayek", "TRP-02"),
            ("TRP-03", "Pelayaran", ""),
        ],
    ),
    "cards under a heading of another kind": (
        """A. FORMULIR IDENTITAS

Kode Proses    : KOM.01
Nama Proses    : Pengelolaan Informasi Publik
Pemilik Proses : Bidang Informasi

Kode Proses    : KOM.02
Nama Proses    : Pengelolaan Aplikasi
Pemilik Proses : Bidang Aplikasi
""",
        [("KOM.01", "Pengelolaan Informasi Publik", ""), ("KOM.02", "Pengelolaan Aplikasi", "")],
    ),
    "codes in brackets in sentences only": (
        """A. Peta Proses Bisnis

Proses utama terdiri atas Rehabilitasi Sosial (DS.U1), Jaminan Sosial (DS.U2), serta Pemberdayaan Sosial (DS.U3).

Proses Rehabilitasi Sosial mencakup subproses Rehabilitasi Anak (DS.U1.1) dan Rehabilitasi Lanjut Usia (DS.U1.2).
""",
        [
            ("DS.U1", "Rehabilitasi Sosial", ""),
            ("DS.U2", "Jaminan Sosial", ""),
            ("DS.U3", "Pemberdayaan Sosial", ""),
            ("DS.U1.1", "Rehabilitasi Anak", "DS.U1"),
            ("DS.U1.2", "Rehabilitasi Lanjut Usia", "DS.U1"),
        ],
    ),
    "called by what they are and which": (
        """B. PETA PROSES BISNIS

Proses Utama 1 : Pelayanan Perizinan
  Subproses 1.1 : Pemeriksaan Berkas
  Subproses 1.2 : Penerbitan Izin
Proses Pendukung 1. Keuangan
  Subproses 1.1. Penganggaran
""",
        [
            ("", "Pelayanan Perizinan", ""),
            ("", "Pemeriksaan Berkas", "Pelayanan Perizinan"),
            ("", "Penerbitan Izin", "Pelayanan Perizinan"),
            ("", "Keuangan", ""),
            ("", "Penganggaran", "Keuangan"),
        ],
    ),
    "called by numbers that are theirs alone": (
        """B. PETA PROSES BISNIS

Proses 1: Pelayanan Perizinan
Sub Proses 1.1: Pemeriksaan Berkas
Proses 2: Penanaman Modal
Sub Proses 2.1: Promosi Investasi
""",
        [
            ("", "Pelayanan Perizinan", ""),
            ("1.1", "Pemeriksaan Berkas", "Pelayanan Perizinan"),
            ("", "Penanaman Modal", ""),
            ("2.1", "Promosi Investasi", "Penanaman Modal"),
        ],
    ),
    "codes in square brackets": (
        """B. PETA PROSES BISNIS

[PKS.1] Penangkapan Ikan
[PKS.2] Budi Daya Ikan

C. PETA SUBPROSES

[PKS.1.1] Perizinan Kapal
[PKS.2.1] Pembenihan
""",
        [
            ("PKS.1", "Penangkapan Ikan", ""),
            ("PKS.2", "Budi Daya Ikan", ""),
            ("PKS.1.1", "Perizinan Kapal", "PKS.1"),
            ("PKS.2.1", "Pembenihan", "PKS.2"),
        ],
    ),
    "Roman codes in round brackets": (
        """B. PETA PROSES BISNIS

PROSES INTI

(I)    Penangkapan Ikan
       (I.1) Perizinan Kapal
       (I.2) Pengawasan Kapal

(II)   Budi Daya Ikan
       (II.1) Pembenihan
""",
        [
            ("I", "Penangkapan Ikan", ""),
            ("I.1", "Perizinan Kapal", "I"),
            ("I.2", "Pengawasan Kapal", "I"),
            ("II", "Budi Daya Ikan", ""),
            ("II.1", "Pembenihan", "II"),
        ],
    ),
    "rows with bars only between their cells": (
        """B. PETA PROSES BISNIS

Kode | Proses | Subproses | Pemilik
PK.1 | Penangkapan Ikan | PK.1.1 Perizinan Kapal | Bidang Tangkap
 | | PK.1.2 Pengawasan | Bidang Pengawasan
PK.2 | Budi Daya Ikan | PK.2.1 Pembenihan | Bidang Budi Daya
""",
        [
            ("PK.1", "Penangkapan Ikan", ""),
            ("PK.1.1", "Perizinan Kapal", "PK.1"),
            ("PK.1.2", "Pengawasan", "PK.1"),
            ("PK.2", "Budi Daya Ikan", ""),
            ("PK.2.1", "Pembenihan", "PK.2"),
        ],
    ),
    "codes that might be years": (
        """B. PETA PROSES BISNIS

MS19 Pertanian
MS20 Kesehatan
MS1901 Penyuluhan Petani
MS2001 Puskesmas Keliling
""",
        [
            ("MS19", "Pertanian", ""),
            ("MS20", "Kesehatan", ""),
            ("MS1901", "Penyuluhan Petani", "MS19"),
            ("MS2001", "Puskesmas Keliling", "MS20"),
        ],
    ),
    "headings that count before codes": (
        """III. PETA SUB PROSES

3.1 PU.I Penangkapan Ikan
PU.I.1 Perizinan Kapal
PU.I.2 Pengawasan Kapal

3.2 PU.II Budi Daya Ikan
PU.II.1 Pembenihan
""",
        [
            ("PU.I", "Penangkapan Ikan", ""),
            ("PU.I.1", "Perizinan Kapal", "PU.I"),
            ("PU.I.2", "Pengawasan Kapal", "PU.I"),
            ("PU.II", "Budi Daya Ikan", ""),
            ("PU.II.1", "Pembenihan", "PU.II"),
        ],
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_processes_are_read_in_the_form_that_an_office_gave_them(name: str) -> None:
    text, expected = FORMS[name]
    assert tree(text) == expected


def test_the_owner_of_a_row_is_of_the_deepest_process_in_it() -> None:
    assert told(FORMS["levels as columns without codes"][0], "pemilik")[0] == (
        "Pembahasan Pagu",
        "pemilik",
        "Sekretariat",
    )


STACKED = """No
Kode
Nama Proses
Penanggung Jawab
1
KP.1
Pendataan Kapal
Bidang Tangkap
2
KP.2
Pembenihan
Bidang Budi Daya
"""


@pytest.mark.parametrize(
    "table", [STACKED, STACKED.replace("\n", "\n\n"), STACKED.replace("1\nKP", "(1)\n(2)\n(3)\n(4)\n1\nKP")]
)
def test_cells_that_stand_each_on_a_line_are_a_table(table: str) -> None:
    text = f"B. PETA PROSES BISNIS\n\n{table}\nC. PENUTUP\n\nPeta ini dievaluasi setiap tahun.\n"
    assert tree(text) == [("KP.1", "Pendataan Kapal", ""), ("KP.2", "Pembenihan", "")]
    assert told(text, "pemilik") == [("KP.1", "pemilik", "Bidang Tangkap"), ("KP.2", "pemilik", "Bidang Budi Daya")]


@pytest.mark.parametrize(
    "text",
    [
        "No\n1\n2\n3\n",
        STACKED.replace("Pembenihan\n", ""),
        STACKED.replace("2\nKP.2", "KP.2"),
        STACKED.replace("Nama Proses", "Peta ini menunjukkan proses yang ada di dinas"),
    ],
)
def test_lines_that_are_no_whole_rows_are_no_table(text: str) -> None:
    assert all(line.kind is Kind.TEXT for line in read("naskah.txt", text.encode()).lines)


@pytest.mark.parametrize("words", ["APBD2024 Perubahan", "SK2019 Wali Kota"])
def test_years_behind_letters_are_no_codes(words: str) -> None:
    other = words.replace("2024", "2025").replace("2019", "2020")
    assert not any(code for code, _, _ in tree(f"B. PETA PROSES BISNIS\n\n{words}\n\n{other}\n"))


@pytest.mark.parametrize("label", ["III.A", "III.A.", "3.1", "A.1", "1)"])
def test_a_group_is_told_by_a_heading_that_counts_itself(label: str) -> None:
    text = f"""III. PETA PROSES

{label} PROSES UTAMA

Kode Proses : KOM.1
Nama Proses : Pengelolaan Aplikasi

Kode Proses : KOM.2
Nama Proses : Pengelolaan Jaringan
"""
    assert [words.upper() for _, _, words in told(text, "kelompok")][-1].endswith("PROSES UTAMA")
    naskah = read_text(text)
    group = next(each.id for each in naskah.kutipan if each.sebagai == "kelompok")
    assert [each.induk for each in naskah.kutipan if each.sebagai == "proses"] == [group, group]


def test_articles_tell_flows_where_their_chapter_is_of_relations() -> None:
    text = """PERATURAN BUPATI MUARA
NOMOR 5 TAHUN 2024
TENTANG PETA PROSES BISNIS

MEMUTUSKAN:
Menetapkan : PERATURAN BUPATI TENTANG PETA PROSES BISNIS.

BAB I
PETA PROSES

Pasal 1
Proses utama meliputi:
a. MS01 Pertanian; dan
b. MS02 Irigasi.

BAB II
HUBUNGAN ANTARPROSES

Pasal 2
(1) MS01 menyampaikan peta kebutuhan air kepada MS02.
(2) MS02 dilaksanakan secara terkoordinasi dengan MS01.

BAB III
PEMANTAUAN

Pasal 3
(1) Bagian Organisasi menyampaikan hasil pemantauan kepada Bupati.
(2) Pemantauan dilakukan setiap tahun.
"""
    said = quoted(read("naskah.txt", text.encode())).naskah.kutipan
    assert [(each.sebagai, each.catatan) for each in said if each.sebagai in ("aliran", "hubungan")] == [
        ("aliran", "menyampaikan"),
        ("hubungan", "secara terkoordinasi dengan"),
    ]


def test_a_numbered_group_holds_processes_whose_labels_are_their_codes() -> None:
    text = """IV. PETA PROSES

1. Proses Utama
   A. Pembentukan Produk Hukum, dikelola oleh Bagian Hukum;
   B. Pengoordinasian Pangan, dikelola oleh Bagian Perekonomian;
2. Proses Manajemen
   C. Penataan Kelembagaan, dikelola oleh Bagian Organisasi;

V. PETA SUB PROSES

| Proses | Kode | Sub Proses |
| A. Pembentukan Produk Hukum | A.1 | Penyusunan Rancangan |
| B. Pengoordinasian Pangan | B.1 | Pengendalian Harga |
| C. Penataan Kelembagaan | C.1 | Evaluasi Jabatan |
"""
    assert tree(text)[:3] == [
        ("A", "Pembentukan Produk Hukum", ""),
        ("B", "Pengoordinasian Pangan", ""),
        ("C", "Penataan Kelembagaan", ""),
    ]
    assert told(text, "pemilik") == [
        ("A", "pemilik", "Bagian Hukum"),
        ("B", "pemilik", "Bagian Perekonomian"),
        ("C", "pemilik", "Bagian Organisasi"),
    ]


def test_paragraphs_under_a_map_of_relations_tell_flows() -> None:
    text = """A. PETA PROSES

U.1 Perencanaan Kebutuhan
U.2 Sertifikasi Tanah

B. PETA RELASI

Perangkat Daerah mengirimkan usulan kepada Bidang Kebutuhan. Atas dasar usulan tersebut, Bidang Kebutuhan menyusun
rencana kebutuhan yang disampaikan kepada Sekretaris Daerah.

Proses U.2 terkait dengan Kantor Pertanahan.

Peta ini dibaca dari kiri ke kanan.
"""
    assert sorted((kind, words) for _, kind, words in told(text, "dari", "ke")) == [
        ("dari", "Bidang Kebutuhan"),
        ("dari", "Perangkat Daerah"),
        ("dari", "U.2"),
        ("ke", "Bidang Kebutuhan"),
        ("ke", "Kantor Pertanahan"),
        ("ke", "Sekretaris Daerah"),
    ]


@pytest.mark.parametrize("heads", ["Dari | Ke | Produk", "Proses Pemberi | Proses Penerima | Keluaran"])
def test_a_table_of_flows_holds_no_processes_and_no_owners(heads: str) -> None:
    text = f"""C. PETA RELASI

| No | {heads} |
| 1 | KP.1 | KP.2 | Daftar penerima |
| 2 | KP.2 | Sekretariat | Laporan penyaluran |

KP.1 Pendataan Penerima
KP.2 Penyaluran Bantuan
"""
    assert tree(text) == [("KP.1", "Pendataan Penerima", ""), ("KP.2", "Penyaluran Bantuan", "")]
    assert told(text, "pemilik") == []
    assert sorted(words for _, _, words in told(text, "produk")) == ["Daftar penerima", "Laporan penyaluran"]


def test_what_is_between_two_processes_is_a_relation() -> None:
    text = (
        "C. PETA RELASI\n\nKP.1 Pendataan\nKP.2 Penyaluran\n\n1. Antara KP.1 dan KP.2 terdapat hubungan koordinasi.\n"
    )
    assert sorted(words for _, _, words in told(text, "dari", "ke")) == ["KP.1", "KP.2"]


def test_several_codes_are_ends_one_by_one_and_no_process_again() -> None:
    text = """C. PETA RELASI

P.1 Perencanaan
P.2 Pengadaan
P.3 Distribusi

a. P.1 mengirim data stok kepada P.2 dan P.3;
b. dari P.2, P.3 menerima barang siap edar;
c. P.2 bekerja sama dengan Badan Pengawas.
"""
    assert [name for _, name, _ in tree(text)] == ["Perencanaan", "Pengadaan", "Distribusi"]
    assert sorted(words for _, _, words in told(text, "ke")) == ["Badan Pengawas", "P.2", "P.3", "P.3"]
    assert len(told(text, *KINDS)) == 3


def test_a_card_may_name_the_process_above() -> None:
    text = """B. RINCIAN PROSES

Kode: 100
Nama: Perancangan Survei
Penanggung jawab: Seksi Statistik Sosial

Kode: 110
Nama: Penyusunan Kuesioner
Proses induk: 100
Penanggung jawab: Seksi Statistik Sosial
"""
    assert tree(text) == [("100", "Perancangan Survei", ""), ("110", "Penyusunan Kuesioner", "100")]
    assert told(text, "pemilik") == [
        ("100", "pemilik", "Seksi Statistik Sosial"),
        ("110", "pemilik", "Seksi Statistik Sosial"),
    ]


def test_lines_that_begin_with_numbers_as_codes_are_processes_of_their_own() -> None:
    text = """B. RINCIAN PROSES

700.1  Pengawasan Berkala
       Subproses :
       700.1.1  Audit Ketaatan
       700.1.2  Reviu Laporan Keuangan
700.2  Pengawasan Dana Desa
       Subproses :
       700.2.1  Pemetaan Risiko Desa
"""
    assert tree(text) == [
        ("700.1", "Pengawasan Berkala", ""),
        ("700.1.1", "Audit Ketaatan", "700.1"),
        ("700.1.2", "Reviu Laporan Keuangan", "700.1"),
        ("700.2", "Pengawasan Dana Desa", ""),
        ("700.2.1", "Pemetaan Risiko Desa", "700.2"),
    ]


def test_the_name_of_a_process_without_code_stands_over_the_list_of_its_sub_processes() -> None:
    text = """A. PETA PROSES

Proses utama ada dua, yaitu Penyediaan Air Baku dan Pengolahan Air.
Proses pendukung terdiri dari dua proses, yakni Pengelolaan Keuangan serta Pengelolaan Kepegawaian dan Umum.

Penyediaan Air Baku

Proses ini menjamin ketersediaan air sepanjang tahun. Subprosesnya meliputi:
- Pemeliharaan Penyadap;
- Pemantauan Debit.

Pengelolaan Keuangan

Yang termasuk dalam proses ini ialah:
- Penyusunan Anggaran;
- Pembukuan Pendapatan.
"""
    assert [(name, above) for _, name, above in tree(text)] == [
        ("Penyediaan Air Baku", ""),
        ("Pengolahan Air", ""),
        ("Pengelolaan Keuangan", ""),
        ("Pengelolaan Kepegawaian dan Umum", ""),
        ("Pemeliharaan Penyadap", "Penyediaan Air Baku"),
        ("Pemantauan Debit", "Penyediaan Air Baku"),
        ("Penyusunan Anggaran", "Pengelolaan Keuangan"),
        ("Pembukuan Pendapatan", "Pengelolaan Keuangan"),
    ]


def test_the_last_process_before_a_part_that_tells_relations_leads_in_to_none_of_them() -> None:
    text = """I. PETA PROSES

    [BA60] Perencanaan dan Pertanggungjawaban
           [BA60-1] Penyusunan Rencana Kerja
           [BA60-2] Penyusunan Laporan Keuangan

II. PENJELASAN RELASI

    -  Penyusunan Rencana Kerja menghasilkan rencana yang disampaikan kepada Penyusunan Laporan Keuangan.
    -  Seksi Pemerintahan menyampaikan hasil evaluasi kepada Dinas Pemberdayaan Masyarakat.

III. ALUR LINTAS FUNGSI

    BA60-1 Penyusunan Rencana Kerja

    1.  Petugas Loket menerima berkas dari pemohon.
    2.  Kepala Seksi memeriksa berkas; bila tidak lengkap, kembali ke langkah 1.
    3.  Camat menandatangani rencana kerja.
"""
    assert tree(text) == [
        ("BA60", "Perencanaan dan Pertanggungjawaban", ""),
        ("BA60-1", "Penyusunan Rencana Kerja", "BA60"),
        ("BA60-2", "Penyusunan Laporan Keuangan", "BA60"),
    ]
    assert [words for _, _, words in told(text, "pelaksana")] == ["Petugas Loket", "Kepala Seksi", "Camat"]


def test_a_heading_counted_by_a_roman_number_begins_no_table_of_columns() -> None:
    text = """VI.  PETA LINTAS FUNGSI

     DKP/01/b    Penerbitan Rekomendasi

     No   Kegiatan                  Pelaksana         Kelengkapan        Waktu      Keluaran
     1    Mengajukan permohonan     Nelayan           Kartu nelayan      15 menit   Berkas
     2    Memeriksa berkas          Petugas Loket     Berkas             20 menit   Berkas sah
     3    Menyerahkan rekomendasi   Petugas Loket     Berkas sah         10 menit   Rekomendasi
"""
    assert [words for _, _, words in told(text, "pelaksana")] == ["Nelayan", "Petugas Loket", "Petugas Loket"]
