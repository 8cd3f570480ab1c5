"""Codes and names of processes, maps and explanations are read from unlike texts, whatever their grammar."""

import pytest

from reading.decrees import NTT, text
from reading.test_parts_content import of

PROCESSES = ("proses", "sub proses", "lintas fungsi")


def kinds(content: str, *asked: str) -> list[tuple[str, str, str]]:
    """Return (kind, number, words) of each quotation of these kinds."""
    return [(each.sebagai, each.nomor, each.teks) for each in text(content).naskah.kutipan if each.sebagai in asked]


def test_letters_for_groups_and_three_levels() -> None:
    content = """3.1 Peta Proses Bisnis Level 0
A. Proses Inti
A.1 Penyelenggaraan Kearsipan Dinamis
A.2 Penyelenggaraan Kearsipan Statis
B. Proses Pendukung
B.1 Pengelolaan Keuangan

3.2 Peta Proses Bisnis Level 1
A.1.1 Penyusunan Jadwal Retensi
A.2.1 Akuisisi Arsip

3.3 Peta Lintas Fungsi
A.1.1.1 Penyusunan Usulan Jadwal Retensi
"""
    assert kinds(content, *PROCESSES) == [
        ("proses", "A.1", "Penyelenggaraan Kearsipan Dinamis"),
        ("proses", "A.2", "Penyelenggaraan Kearsipan Statis"),
        ("proses", "B.1", "Pengelolaan Keuangan"),
        ("sub proses", "A.1.1", "Penyusunan Jadwal Retensi"),
        ("sub proses", "A.2.1", "Akuisisi Arsip"),
        ("lintas fungsi", "A.1.1.1", "Penyusunan Usulan Jadwal Retensi"),
    ]
    assert [above for _, _, above in of(content, *PROCESSES)] == [
        "Proses Inti",
        "Proses Inti",
        "Proses Pendukung",
        "Penyelenggaraan Kearsipan Dinamis",
        "Penyelenggaraan Kearsipan Statis",
        "Penyusunan Jadwal Retensi",
    ]


def test_numbers_only_in_a_table_with_owners_and_groups() -> None:
    rows = (
        "No\tKode\tNama Proses\tKelompok\tPenanggung Jawab\tOutput",
        "1\t01\tPerencanaan Kota\tUtama\tBappeda\tRKPD; Renja",
        "2\t02\tPengelolaan Aset\tPendukung\tBPKAD\tNeraca",
        "3\t01.01\tPenyusunan RKPD\tUtama\tBidang Perencanaan\t-",
    )
    content = "A. DAFTAR PROSES BISNIS\n\n" + "\n".join(rows) + "\n"
    assert kinds(content, *PROCESSES) == [
        ("proses", "01", "Perencanaan Kota"),
        ("proses", "02", "Pengelolaan Aset"),
        ("sub proses", "01.01", "Penyusunan RKPD"),
    ]
    assert of(content, "keluaran") == [
        ("", "RKPD", "Perencanaan Kota"),
        ("", "Renja", "Perencanaan Kota"),
        ("", "Neraca", "Pengelolaan Aset"),
    ]
    assert [(name, above) for _, name, above in of(content, "pemilik")][:2] == [
        ("Bappeda", "Perencanaan Kota"),
        ("BPKAD", "Pengelolaan Aset"),
    ]


def test_two_levels_in_one_table() -> None:
    rows = (
        "Kode Proses\tNama Proses\tKode Sub Proses\tNama Sub Proses",
        "P.01\tPelayanan Izin\tP.01.1\tPenerimaan Berkas",
        "\t\tP.01.2\tPenerbitan Izin",
        "P.02\tPengawasan\tP.02.1\tPemeriksaan Lapangan",
    )
    content = "PETA PROSES BISNIS\n\n" + "\n".join(rows) + "\n"
    assert of(content, "sub proses") == [
        ("P.01.1", "Penerimaan Berkas", "Pelayanan Izin"),
        ("P.01.2", "Penerbitan Izin", "Pelayanan Izin"),
        ("P.02.1", "Pemeriksaan Lapangan", "Pengawasan"),
    ]


def test_codes_that_a_scan_confused_are_kept_as_printed() -> None:
    content = """III. DAFTAR PROSES BISNIS
DKI.01 Pencegahan Penyakit
DKI-02 Pelayanan Kesehatan
DKI.01.1 Imunisasi
DK1.02.1 Rawat Jalan
DKI .02.2 Rawat Inap

PETA SUB PROSES DKI.01 PENCEGAHAN PENYAKIT
"""
    assert kinds(content, *PROCESSES) == [
        ("proses", "DKI.01", "Pencegahan Penyakit"),
        ("proses", "DKI-02", "Pelayanan Kesehatan"),
        ("sub proses", "DKI.01.1", "Imunisasi"),
        ("sub proses", "DK1.02.1", "Rawat Jalan"),
        ("sub proses", "DKI .02.2", "Rawat Inap"),
        ("proses", "DKI.01", "PENCEGAHAN PENYAKIT"),
    ]
    assert [above for _, _, above in of(content, "sub proses")][1:] == ["Pelayanan Kesehatan"] * 2


def test_a_code_behind_its_name_in_parentheses_and_a_name_below_its_code() -> None:
    content = """PETA PROSES BISNIS

1. Pelayanan Perizinan (XYZ-01)
2. Pengawasan Perizinan (XYZ-02)

XYZ-03

(Pengelolaan Pengaduan)
"""
    assert kinds(content, *PROCESSES) == [
        ("proses", "XYZ-01", "Pelayanan Perizinan"),
        ("proses", "XYZ-02", "Pengawasan Perizinan"),
        ("proses", "XYZ-03", "Pengelolaan Pengaduan"),
    ]


def test_a_coded_name_that_speaks_of_a_map_opens_no_part() -> None:
    content = """D. PETA LINTAS FUNGSI

QR-01.1 PENYUSUNAN PETA PROSES BISNIS

QR-01.2 EVALUASI STRUKTUR ORGANISASI

QR-01.3 PENYUSUNAN PETA LINTAS FUNGSI
"""
    assert [kind for kind, _, _ in kinds(content, *PROCESSES)] == ["lintas fungsi"] * 3
    assert len(text(content).sections) == 1


def test_processes_in_articles_without_codes() -> None:
    content = """MEMUTUSKAN:

Menetapkan : PERATURAN BUPATI.

BAB IV
PETA PROSES BISNIS

Pasal 5

(1) Proses utama sebagaimana dimaksud dalam Pasal 4 meliputi:
a. Pengelolaan Terminal;
b. Pengelolaan Parkir; dan
c. Pengujian Kendaraan.
(2) Proses pendukung meliputi Pengelolaan Keuangan, Pengelolaan Kepegawaian, dan Pengelolaan Aset.
(3) Peta proses bisnis disajikan dalam bentuk yang terdiri atas:
a. peta proses;
b. peta relasi; dan
c. peta lintas fungsi.
"""
    assert [(name, above) for _, name, above in of(content, "proses")] == [
        ("Pengelolaan Terminal", "Proses utama"),
        ("Pengelolaan Parkir", "Proses utama"),
        ("Pengujian Kendaraan", "Proses utama"),
        ("Pengelolaan Keuangan", "Proses pendukung"),
        ("Pengelolaan Kepegawaian", "Proses pendukung"),
        ("Pengelolaan Aset", "Proses pendukung"),
    ]
    assert kinds(content, "jenis peta") == [
        ("jenis peta", "a", "peta proses"),
        ("jenis peta", "b", "peta relasi"),
        ("jenis peta", "c", "peta lintas fungsi"),
    ]


def test_definitions_and_what_follows_an_announcement() -> None:
    content = """A. PETA PROSES

Peta Proses adalah gambaran kerja. Proses utama merupakan proses yang langsung. Peta Proses\
 digambarkan sebagai berikut :

B. PETA SUB PROSES

Peta Sub Proses Dinas adalah sebagai berikut:

KL-01 PENATAAN ARSIP

KL-02 PELAYANAN ARSIP
"""
    said = text(content).naskah.kutipan
    assert [each.catatan for each in said if each.sebagai == "definisi"] == ["Peta Proses", "Proses utama"]
    assert [each.catatan for each in said if each.sebagai == "pengumuman"] == ["tanpa gambar", "daftar"]


SENTENCES = """PENJELASAN PROSES :

1. Penyusunan Rencana dan Evaluasi Kinerja, Pengelolaan Data berdampak pada Peningkatan Layanan;
2. Data pegawai sebagai bahan pengembangan kompetensi;
3. Pengelolaan Aplikasi dalam pengawasan Dinas Komunikasi dan Informatika;
4. Laporan bulanan disampaikan kepada Badan Keuangan Daerah dan Inspektorat;
5. Surveilans menghasilkan peta risiko yang menjadi dasar Promosi Kesehatan.
"""


def ends(content: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    said = text(content).naskah.kutipan
    return [
        (each.sebagai, each.nomor, [(one.sebagai, one.teks) for one in said if one.induk == each.id])
        for each in said
        if each.sebagai in ("aliran", "hubungan")
    ]


def test_explanations_tell_flows_and_relations() -> None:
    got = [(kind, number, sorted(parts)) for kind, number, parts in ends(SENTENCES)]
    assert got == [
        (
            "hubungan",
            "pengaruh",
            [
                ("dari", "Evaluasi Kinerja"),
                ("dari", "Pengelolaan Data"),
                ("dari", "Penyusunan Rencana"),
                ("ke", "Peningkatan Layanan"),
            ],
        ),
        ("aliran", "", [("ke", "pengembangan kompetensi"), ("produk", "Data pegawai")]),
        (
            "hubungan",
            "pengendalian",
            [("dari", "Dinas Komunikasi dan Informatika"), ("ke", "Pengelolaan Aplikasi")],
        ),
        (
            "aliran",
            "",
            [("ke", "Badan Keuangan Daerah"), ("ke", "Inspektorat"), ("produk", "Laporan bulanan")],
        ),
        ("aliran", "", [("dari", "Surveilans"), ("produk", "peta risiko")]),
        ("aliran", "", [("ke", "Promosi Kesehatan"), ("produk", "peta risiko")]),
    ]
    assert [(number, name) for number, name, _ in of(SENTENCES, "pihak")] == [
        ("", "Dinas Komunikasi dan Informatika"),
        ("", "Badan Keuangan Daerah"),
        ("", "Inspektorat"),
    ]


@pytest.mark.skipif(not NTT.is_file(), reason="the shared decree is not here")
def test_the_decree_of_a_governor() -> None:
    said = [each for each in text(NTT.read_text()).naskah.kutipan if "#" not in each.bagian]

    def count(kind: str, part: str) -> int:
        return sum(each.sebagai == kind and each.bagian == part for each in said)

    assert [count(kind, "arah") for kind in ("visi", "misi", "tujuan", "sasaran")] == [1, 5, 7, 13]
    assert [count(kind, "keterkaitan") for kind in ("visi", "misi", "tujuan", "sasaran")] == [1, 5, 9, 15]
    wrong = next(each for each in said if each.id == "tujuan@112")
    assert (wrong.nomor, wrong.induk) == ("4", "misi@109")
    assert [each.nomor for each in said if each.sebagai == "proses"] == [
        *("BO-01", "BO-02", "BO-03", "BO.04", "BO-05", "BO.06", "BO-07"),
    ]
    maps = [each.nomor for each in said if each.sebagai == "lintas fungsi"]
    assert len(maps) == 19
    assert "BO-06.1" not in maps
    assert count("unit", "struktur") + count("jabatan struktur", "struktur") == 11
    assert [each.teks for each in said if each.induk == "unit@149"] == [
        "Sub Bagian Tata Usaha Biro",
        "Sub Bagian Kelembagaan",
        "Sub Bagian Analisis Jabatan",
    ]
    assert (count("fungsi", "tugas-fungsi"), count("penjelasan", "penjelasan"), count("area", "telaahan")) == (5, 14, 5)
    pictures = [(each.baris, each.catatan) for each in said if each.sebagai == "pengumuman"]
    assert pictures == [("170", "tanpa gambar"), ("194", "daftar"), ("255", "daftar")]


def test_an_annex_that_is_no_separate_part_is_no_definition() -> None:
    content = "Pasal 9\n\nProses Bisnis Badan tercantum dalam Lampiran II yang merupakan bagian tidak terpisahkan.\n"
    assert not [each for each in text(content).naskah.kutipan if each.sebagai == "definisi"]
