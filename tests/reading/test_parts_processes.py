"""Processes wherever they are printed: grammars of codes, lists, tables, prose, owners and groups."""

import pytest

from probis.reading.formats import read
from probis.reading.quotations import quoted
from reading.processes import KINDS, read_text, told, tree

GRAMMARS = {
    "letters after a slash": [
        ("PRK/A", "Pemberdayaan Nelayan", ""),
        ("PRK/A-1", "Pendataan Nelayan", "PRK/A"),
        ("PRK/A-2", "Penerbitan Kartu", "PRK/A"),
        ("PRK/B", "Budi Daya", ""),
        ("PRK/B-1", "Penyediaan Benih", "PRK/B"),
    ],
    "roman, letter, number": [
        ("I", "PENYEDIAAN BENIH", ""),
        ("I.A", "Perencanaan Kebutuhan", "I"),
        ("I.A.1", "Penghitungan Kebutuhan", "I.A"),
        ("I.B", "Produksi Benih", "I"),
        ("II", "PENGAWASAN PEREDARAN", ""),
        ("II.A", "Sertifikasi Benih", "II"),
        ("II.A.1", "Pemeriksaan Lapangan", "II.A"),
    ],
    "small letters after the number, roman numbers above": [
        ("M-I", "Pelepasan Varietas", ""),
        ("M-I.1", "Penilaian Usulan", "M-I"),
        ("M-I.1a", "Pemeriksaan Berkas", "M-I.1"),
        ("M-I.1b", "Sidang Penilai", "M-I.1"),
        ("M-II", "Sertifikasi Benih", ""),
        ("M-II.1", "Pengujian Mutu", "M-II"),
        ("M-III", "Pengawasan Peredaran", ""),
        ("M-III.1", "Patroli Pasar", "M-III"),
        ("M-III.1a", "Penelusuran Lapak", "M-III.1"),
    ],
    "a letter after the number": [
        ("KIS.02", "Layanan Digital", ""),
        ("KIS.02.01", "Pengembangan Aplikasi", "KIS.02"),
        ("KIS.02A", "Pengamanan Informasi", ""),
        ("KIS.02A.01", "Penilaian Kerentanan", "KIS.02A"),
    ],
    "numbers that count in hundreds and tens": [
        ("PSR-100", "Penataan Pasar", ""),
        ("PSR-110", "Pendataan Pedagang", "PSR-100"),
        ("PSR-111", "Pendaftaran Kios", "PSR-110"),
        ("PSR-120", "Penarikan Retribusi", "PSR-100"),
        ("PSR-200", "Perlindungan Konsumen", ""),
        ("PSR-205", "Pengaduan Konsumen", "PSR-200"),
    ],
    "numbers that count in tens": [
        ("KB.10", "Layanan Kesehatan", ""),
        ("KB.11", "Pendaftaran Pasien", "KB.10"),
        ("KB.12", "Pemeriksaan Pasien", "KB.10"),
        ("KB.20", "Tata Usaha", ""),
        ("KB.21", "Pengelolaan Surat", "KB.20"),
    ],
    "numbers that only go on": [
        ("PK.8", "Penilaian Arsip", ""),
        ("PK.9", "Penyusutan Arsip", ""),
        ("PK.10", "Pemusnahan Arsip", ""),
        ("PK.11", "Penyerahan Arsip", ""),
        ("PK.20", "Alih Media", ""),
        ("PK.21", "Pameran Arsip", ""),
    ],
    "hundreds of which one is not printed": [
        ("LB-100", "Pengujian Tanah", ""),
        ("LB-110", "Pengambilan Contoh", ""),
        ("LB-200", "Pengujian Pupuk", ""),
        ("LB-310", "Penerbitan Sertifikat", ""),
    ],
    "a letter for a level": [
        ("DKC.A", "Pendaftaran Penduduk", ""),
        ("DKC.A1", "Penerbitan Kartu Keluarga", "DKC.A"),
        ("DKC.A2", "Penerbitan Surat Pindah", "DKC.A"),
        ("DKC.B", "Pencatatan Sipil", ""),
        ("DKC.B1", "Pencatatan Kelahiran", "DKC.B"),
    ],
    "figures read as letters": [
        ("PU.O1", "Penetapan Standar", ""),
        ("PU.01.01", "Pengusulan Standar", "PU.O1"),
        ("PU.02", "Pengawasan Pangan", ""),
        ("PU.02.l", "Pengambilan Contoh", "PU.02"),
    ],
}


@pytest.mark.parametrize("name", GRAMMARS)
def test_codes_of_many_grammars_stand_under_the_codes_that_they_extend(name: str) -> None:
    lines = [f"{code} {words}" for code, words, _ in GRAMMARS[name]]
    assert tree("C. PETA PROSES\n\n" + "\n".join(lines) + "\n") == GRAMMARS[name]


TREES = {
    "levels as columns, cells empty below": (
        """C. PETA PROSES BISNIS

| Level 0 | Level 1 | Level 2 | Penanggung Jawab |
|---|---|---|---|
| PB-1 Pelayanan Kesehatan | PB-1.1 Rawat Jalan | PB-1.1.1 Pendaftaran | Seksi Rekam Medis |
| | | PB-1.1.2 Pemeriksaan | Seksi Pelayanan |
| | PB-1.2 Rawat Inap | PB-1.2.1 Penerimaan | Seksi Pelayanan |
""",
        [
            ("PB-1", "Pelayanan Kesehatan", ""),
            ("PB-1.1", "Rawat Jalan", "PB-1"),
            ("PB-1.1.1", "Pendaftaran", "PB-1.1"),
            ("PB-1.1.2", "Pemeriksaan", "PB-1.1"),
            ("PB-1.2", "Rawat Inap", "PB-1"),
            ("PB-1.2.1", "Penerimaan", "PB-1.2"),
        ],
    ),
    "figures that decimals extend": (
        """C. DAFTAR PROSES BISNIS

1 Pelayanan Perpustakaan
1.1 Pengadaan Bahan Pustaka
1.1.1 Seleksi Judul
2 Kearsipan
2.1 Penilaian Arsip
""",
        [
            ("1", "Pelayanan Perpustakaan", ""),
            ("1.1", "Pengadaan Bahan Pustaka", "1"),
            ("1.1.1", "Seleksi Judul", "1.1"),
            ("2", "Kearsipan", ""),
            ("2.1", "Penilaian Arsip", "2"),
        ],
    ),
    "codes behind names in prose": (
        """C. PETA PROSES

Proses utama terdiri atas a. Pelayanan Kependudukan (PK-1) dan b. Pencatatan Sipil (PK-2).

Pelayanan Kependudukan (PK-1) dimulai dari penerbitan kartu (PK-1.1), disusul penerbitan surat pindah (PK-1.2), dan
diakhiri dengan Penyerahan Dokumen (PK-1.3). Di dalam Pencatatan Sipil (PK-2) terdapat Pencatatan Kelahiran (PK-2.1).
""",
        [
            ("PK-1", "Pelayanan Kependudukan", ""),
            ("PK-2", "Pencatatan Sipil", ""),
            ("PK-1.1", "penerbitan kartu", "PK-1"),
            ("PK-1.2", "penerbitan surat pindah", "PK-1"),
            ("PK-1.3", "Penyerahan Dokumen", "PK-1"),
            ("PK-2.1", "Pencatatan Kelahiran", "PK-2"),
        ],
    ),
    "heads in two rows and a code of the process above": (
        """C. PETA PROSES

| Proses | | Subproses | |
|---|---|---|---|
| Kode | Nama | Kode | Nama |
| A1 | Pendidikan Dasar | A1-01 | Penerimaan Murid |
| | | A1-02 | Mutu Sekolah |
| A2 | Kesehatan | A2-01 | Imunisasi |

D. RINCIAN SUBPROSES

| Subproses | ID | Kegiatan |
|---|---|---|
| A1-01 | A1-01-1 | Pengumuman |
| | A1-01-2 | Pendaftaran Ulang |
""",
        [
            ("A1", "Pendidikan Dasar", ""),
            ("A1-01", "Penerimaan Murid", "A1"),
            ("A1-02", "Mutu Sekolah", "A1"),
            ("A2", "Kesehatan", ""),
            ("A2-01", "Imunisasi", "A2"),
            ("A1-01-1", "Pengumuman", "A1-01"),
            ("A1-01-2", "Pendaftaran Ulang", "A1-01"),
        ],
    ),
    "several codes on one line": (
        """F. DAFTAR SUBPROSES

PU.01 Penetapan Standar PU.01.01 Pengusulan PU.01.01.01 Penjaringan Usulan - -
PU.01.02 Perumusan Standar | PU.01.02.01 Uji Publik
PU.02 Pengawasan Mutu
""",
        [
            ("PU.01", "Penetapan Standar", ""),
            ("PU.01.01", "Pengusulan", "PU.01"),
            ("PU.01.01.01", "Penjaringan Usulan", "PU.01.01"),
            ("PU.01.02", "Perumusan Standar", "PU.01"),
            ("PU.01.02.01", "Uji Publik", "PU.01.02"),
            ("PU.02", "Pengawasan Mutu", ""),
        ],
    ),
    "the code in the heading of its list": (
        """D. PETA SUB PROSES

Sub Proses dari Proses UT.1 Pengelolaan Sampah
1. UT.1.1 Pengangkutan
2. UT.1.2 Pengolahan

Sub Proses dari Proses UT.2 Penghijauan Kota
1. UT.2.1 Pembibitan
""",
        [
            ("UT.1", "Pengelolaan Sampah", ""),
            ("UT.1.1", "Pengangkutan", "UT.1"),
            ("UT.1.2", "Pengolahan", "UT.1"),
            ("UT.2", "Penghijauan Kota", ""),
            ("UT.2.1", "Pembibitan", "UT.2"),
        ],
    ),
}
TREES |= {
    "several codes in a cell, a code behind a name": (
        """C. PETA PROSES

| No | Proses | Subproses | Pemilik Proses |
|---|---|---|---|
| 1 | Perencanaan (RC.1) | RC.1.1 Penyusunan Renja; RC.1.2 Penyusunan RKA | Sekretariat |
| 2 | Pengujian (RC.2) | RC.2.1 Sampling; RC.2.2 Analisis | Laboratorium |
""",
        [
            ("RC.1", "Perencanaan", ""),
            ("RC.1.1", "Penyusunan Renja", "RC.1"),
            ("RC.1.2", "Penyusunan RKA", "RC.1"),
            ("RC.2", "Pengujian", ""),
            ("RC.2.1", "Sampling", "RC.2"),
            ("RC.2.2", "Analisis", "RC.2"),
        ],
    ),
}
TREES |= {
    "codes in one column, names in a column a level": (
        """C. PETA PROSES

| Kode | Proses Level 1 | Proses Level 2 | Proses Level 3 |
|---|---|---|---|
| 01 | Pelayanan Tera | | |
| 01.01 | | Tera Ulang | |
| 01.01.01 | | | Pendaftaran Alat |
| 02 | Tata Usaha | | |
""",
        [
            ("01", "Pelayanan Tera", ""),
            ("01.01", "Tera Ulang", "01"),
            ("01.01.01", "Pendaftaran Alat", "01.01"),
            ("02", "Tata Usaha", ""),
        ],
    ),
    "codes before names in prose": (
        """C. PETA PROSES

Kelompok proses inti mencakup PI-1 Produksi Air dan PI-2 Distribusi Air. Kelompok proses manajerial mencakup
PM-1 Perencanaan.
""",
        [("PI-1", "Produksi Air", ""), ("PI-2", "Distribusi Air", ""), ("PM-1", "Perencanaan", "")],
    ),
}


@pytest.mark.parametrize("name", TREES)
def test_processes_stand_under_one_another_however_they_are_printed(name: str) -> None:
    text, expected = TREES[name]
    assert tree(text) == expected


BESIDE = {
    "owners in sentences": (
        """C. PETA PROSES

PK-1 Pelayanan Kependudukan
PK-2 Pencatatan Sipil
PK-3 Pengelolaan Data
PK-4 Tata Usaha

D. PENANGGUNG JAWAB

PK-1 dimiliki oleh Bidang Pendaftaran, sedangkan PK-2 menjadi tanggung jawab Bidang Pencatatan bersama UPTD Arsip Akta.
Bidang Data bertanggung jawab atas PK-3. Pemilik proses Tata Usaha adalah Sekretariat.
""",
        [
            ("PK-1", "pemilik", "Bidang Pendaftaran"),
            ("PK-2", "pemilik", "Bidang Pencatatan"),
            ("PK-2", "pemilik", "UPTD Arsip Akta"),
            ("PK-3", "pemilik", "Bidang Data"),
            ("PK-4", "pemilik", "Sekretariat"),
        ],
    ),
    "a matrix with a legend": (
        """F. PETA RELASI

Keterangan: P = penanggung jawab; D = pendukung.

| Kode | Proses | Sekretariat | Bidang Sosial | Bidang Pangan |
|---|---|---|---|---|
| SP.1 | Penyaluran Bantuan | D | P | |
| SP.2 | Cadangan Pangan | | D | P |
""",
        [
            ("SP.1", "pemilik", "Bidang Sosial"),
            ("SP.1", "pihak", "Sekretariat"),
            ("SP.2", "pemilik", "Bidang Pangan"),
            ("SP.2", "pihak", "Bidang Sosial"),
        ],
    ),
    "several owners in a cell, groups in a column": (
        """C. DAFTAR PROSES

| Kode | Nama Proses | Jenis | PIC |
|---|---|---|---|
| AB-1 | Layanan Paspor | Utama | Bidang Paspor dan Seksi Loket |
| AB-2 | Tata Usaha | Pendukung | Bagian Umum, Kepegawaian, dan Keuangan |
""",
        [
            ("AB-1", "kelompok", "Utama"),
            ("AB-1", "pemilik", "Bidang Paspor"),
            ("AB-1", "pemilik", "Seksi Loket"),
            ("AB-2", "kelompok", "Pendukung"),
            ("AB-2", "pemilik", "Bagian Umum, Kepegawaian, dan Keuangan"),
        ],
    ),
    "several owners in a line between marks": (
        """C. PETA PROSES

PT-1 Pelayanan Terminal
Pemilik: Bidang Angkutan; UPTD Terminal
PT-2 Perparkiran
Pemilik: Seksi Parkir / Satuan Polisi Pamong Praja
PT-3 Uji Kendaraan
Pemilik: Bidang Sarana; Prasarana
""",
        [
            ("PT-1", "pemilik", "Bidang Angkutan"),
            ("PT-1", "pemilik", "UPTD Terminal"),
            ("PT-2", "pemilik", "Satuan Polisi Pamong Praja"),
            ("PT-2", "pemilik", "Seksi Parkir"),
            ("PT-3", "pemilik", "Bidang Sarana; Prasarana"),
        ],
    ),
    "fields of a form": (
        """C. PETA PROSES

Kode : PU.1
Nama Proses : Penyelenggaraan Pelatihan
Kelompok : Proses Utama
Penanggung Jawab : Bidang Pelatihan

Kode : PU.2
Nama Proses : Sertifikasi Kompetensi
Kelompok : Proses Utama
Penanggung Jawab : Bidang Sertifikasi
""",
        [
            ("PU.1", "kelompok", "Proses Utama"),
            ("PU.1", "pemilik", "Bidang Pelatihan"),
            ("PU.2", "kelompok", "Proses Utama"),
            ("PU.2", "pemilik", "Bidang Sertifikasi"),
        ],
    ),
    "behind names, and below a list": (
        """C. PETA PROSES

KA.1 Pelayanan Air (proses utama)
KA.1.1 Pemasangan Sambungan
KA.1.2 Pembacaan Meter
Pemilik proses: Bagian Pelanggan

KA.2 Pengelolaan Pipa (Bagian Jaringan)
""",
        [
            ("KA.1", "kelompok", "proses utama"),
            ("KA.1", "pemilik", "Bagian Pelanggan"),
            ("KA.2", "pemilik", "Bagian Jaringan"),
        ],
    ),
    "letters tied to groups": (
        """C. PETA PROSES

Kode PU untuk proses utama dan PL untuk proses lainnya.

PU.1 Pengawasan Kinerja
PU.2 Pencegahan Korupsi
PL.1 Konsultasi
""",
        [
            ("PL.1", "kelompok", "proses lainnya"),
            ("PU.1", "kelompok", "proses utama"),
            ("PU.2", "kelompok", "proses utama"),
        ],
    ),
}
BESIDE |= {
    "lines and lists below a process": (
        """C. PETA PROSES

AP-1 Pelayanan Arsip
Masukan: permohonan; daftar arsip
Penanggung jawab: Bidang Layanan

AP-2 Akuisisi Arsip
Penanggung jawab:
- Bidang Akuisisi
- Bidang Layanan
""",
        [
            ("AP-1", "pemilik", "Bidang Layanan"),
            ("AP-2", "pemilik", "Bidang Akuisisi"),
            ("AP-2", "pemilik", "Bidang Layanan"),
        ],
    ),
    "the owner in the first column": (
        """C. PETA PROSES

SB-01 Rehabilitasi Sosial
SB-02 Jaminan Sosial

D. PEMILIK PROSES

| No | Unit Kerja | Proses yang Dikelola |
|---|---|---|
| 1 | Bidang Rehabilitasi | SB-01 Rehabilitasi Sosial |
| 2 | Bidang Jaminan | SB-02 |
""",
        [("SB-01", "pemilik", "Bidang Rehabilitasi"), ("SB-02", "pemilik", "Bidang Jaminan")],
    ),
}
BESIDE |= {
    "a matrix with the processes as heads": (
        """E. PETA RELASI

| Unit Kerja | PR.1 | PR.2 |
|---|---|---|
| Bidang Tangkap | ● | ○ |
| Sekretariat | | ● |

Keterangan: ● penanggung jawab, ○ terlibat

F. PETA PROSES

PR.1 Penangkapan
PR.2 Tata Usaha
""",
        [
            ("PR.1", "pemilik", "Bidang Tangkap"),
            ("PR.2", "pemilik", "Sekretariat"),
            ("PR.2", "pihak", "Bidang Tangkap"),
        ],
    ),
    "behind the code in a sentence that leads in to a list": (
        """C. PETA PROSES

1. Penyelenggaraan Lelang (LL.1), dengan penanggung jawab Bidang Lelang, terdiri atas:
   a. Pendaftaran Peserta (LL.1.1);
   b. Pelaksanaan Lelang (LL.1.2).
""",
        [("LL.1", "pemilik", "Bidang Lelang")],
    ),
    "behind a dash and before a colon": (
        """C. PETA PROSES

PL.1 Pengelolaan Dermaga — penanggung jawab: Bidang Pelabuhan
PL.2 Pengerukan Alur; pemilik proses: Subkoordinator Alur bersama Subkoordinator Rambu
PL.3 Tata Usaha, pengampu: Sekretariat
""",
        [
            ("PL.1", "pemilik", "Bidang Pelabuhan"),
            ("PL.2", "pemilik", "Subkoordinator Alur"),
            ("PL.2", "pemilik", "Subkoordinator Rambu"),
            ("PL.3", "pemilik", "Sekretariat"),
        ],
    ),
}


BESIDE |= {
    "under whose responsibility, several in a sentence": (
        """C. PETA PROSES

LT.1 Latihan Kerja
LT.2 Penempatan Kerja

D. PENANGGUNG JAWAB PROSES

LT.1 berada di bawah tanggung jawab Bidang Latihan, dan LT.2 di bawah tanggung jawab Bidang Penempatan bersama-sama
dengan Sekretariat.
""",
        [
            ("LT.1", "pemilik", "Bidang Latihan"),
            ("LT.2", "pemilik", "Bidang Penempatan"),
            ("LT.2", "pemilik", "Sekretariat"),
        ],
    ),
}


@pytest.mark.parametrize("name", BESIDE)
def test_owners_and_groups_are_told_in_many_ways(name: str) -> None:
    text, expected = BESIDE[name]
    assert [each for each in told(text, "pemilik", "pihak", "kelompok") if each[0]] == expected


def test_a_name_ends_before_who_answers_for_it() -> None:
    assert [name for _, name, _ in tree(BESIDE["behind a dash and before a colon"][0])] == [
        "Pengelolaan Dermaga",
        "Pengerukan Alur",
        "Tata Usaha",
    ]


def unnumbered(text: str) -> list[tuple[str, str, str]]:
    """Kind, name and what it stands under, of processes without codes."""
    naskah = read_text(text)
    by_id = {each.id: each for each in naskah.kutipan}
    found = (each for each in naskah.kutipan if each.sebagai in KINDS)
    return [(each.sebagai, each.teks, by_id[each.induk].teks if each.induk else "") for each in found]


def test_groups_can_be_columns() -> None:
    rows = "| 1 | Pelayanan Izin | Keuangan |\n| 2 | Pengawasan Usaha | |\n"
    assert unnumbered(f"C. PETA PROSES\n\n| No | Proses Utama | Proses Pendukung |\n|---|---|---|\n{rows}") == [
        ("proses", "Pelayanan Izin", "Proses Utama"),
        ("proses", "Keuangan", "Proses Pendukung"),
        ("proses", "Pengawasan Usaha", "Proses Utama"),
    ]


def test_dicta_and_clauses_list_processes_and_their_sub_processes() -> None:
    text = """KEPUTUSAN KEPALA DINAS PERHUBUNGAN
NOMOR 5 TAHUN 2024
TENTANG PETA PROSES BISNIS

MEMUTUSKAN:

KESATU : Proses utama terdiri atas:
a. pelayanan angkutan; dan
b. pengelolaan parkir.
KEDUA : Pelayanan angkutan sebagaimana dimaksud dalam Diktum KESATU huruf a terdiri atas subproses:
a. penerbitan izin trayek; dan
b. pengawasan trayek.
KETIGA : Proses pendukung meliputi pengelolaan keuangan dan pengelolaan kepegawaian.
"""
    naskah = quoted(read("naskah.txt", text.encode())).naskah
    by_id = {each.id: each for each in naskah.kutipan}
    assert [(each.teks, by_id[each.induk].teks) for each in naskah.kutipan if each.sebagai in KINDS] == [
        ("pelayanan angkutan", "Proses utama"),
        ("pengelolaan parkir", "Proses utama"),
        ("penerbitan izin trayek", "pelayanan angkutan"),
        ("pengawasan trayek", "pelayanan angkutan"),
        ("pengelolaan keuangan", "Proses pendukung"),
        ("pengelolaan kepegawaian", "Proses pendukung"),
    ]


def test_a_group_beside_a_process_is_not_told_again_of_what_hangs_below_it() -> None:
    said = told(
        "A. DAFTAR PROSES\n\n| Kode | Proses/Subproses | Kelompok | Pemilik |\n|---|---|---|---|\n"
        "| G | Pelayanan Gawat Darurat | Utama | Instalasi Gawat Darurat |\n"
        "| G1 | Penerimaan Pasien | | Loket Penerimaan |\n"
        "| G2 | Rujukan Keluar | | Instalasi Gawat Darurat |\n"
        "| H | Pelayanan Rawat Jalan | | Instalasi Rawat Jalan |\n"
        "| H1 | Pendaftaran Poliklinik | | Loket Penerimaan |\n"
        "| K | Pengelolaan Keuangan | Pendukung | Bagian Keuangan |\n"
        "| K1 | Penagihan Klaim | | Bagian Keuangan |\n",
        "kelompok",
    )
    assert [each for each in said if each[0]] == [
        ("G", "kelompok", "Utama"),
        ("H", "kelompok", "Utama"),
        ("K", "kelompok", "Pendukung"),
    ]


def test_a_letter_that_nothing_hangs_below_is_the_code_of_a_process() -> None:
    said = told(
        "A. DAFTAR PROSES\n\n| Kode | Proses/Subproses | Kelompok | Pemilik |\n|---|---|---|---|\n"
        "| G | Pelayanan Gawat Darurat | Utama | Instalasi Gawat Darurat |\n"
        "| G1 | Penerimaan Pasien | | Loket Penerimaan |\n"
        "| H | Pelayanan Rawat Jalan | Utama | Instalasi Rawat Jalan |\n"
        "| K | Pengelolaan Keuangan | Pendukung | Bagian Keuangan |\n"
        "| K1 | Penagihan Klaim | | Bagian Keuangan |\n",
        "pemilik",
    )
    owners = ["Instalasi Gawat Darurat", "Loket Penerimaan", "Instalasi Rawat Jalan", *["Bagian Keuangan"] * 2]
    assert said == [(code, "pemilik", who) for code, who in zip(["G", "G1", "H", "K", "K1"], owners, strict=True)]


def test_owners_in_a_list_that_names_them_before_their_processes() -> None:
    content = """Pasal 9

Penanggung jawab Proses Bisnis ditetapkan sebagai berikut:
a. Bidang Pasar untuk proses PS.01 dan PS.02; dan
b. Sekretariat untuk proses PS.03.

LAMPIRAN
PERATURAN BUPATI UJI
NOMOR 1 TAHUN 2024

A. DAFTAR PROSES BISNIS

PS.01 Penataan Pasar
PS.02 Pembinaan Pedagang
PS.03 Pengelolaan Keuangan
"""
    said = quoted(read("naskah.txt", content.encode())).naskah.kutipan
    names = {each.id: each.nomor for each in said}
    assert sorted((names[each.induk], each.teks) for each in said if each.sebagai == "pemilik") == [
        ("PS.01", "Bidang Pasar"),
        ("PS.02", "Bidang Pasar"),
        ("PS.03", "Sekretariat"),
    ]
