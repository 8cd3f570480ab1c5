"""Bodies of regulations, units, functions and steps are read from texts as copies and web pages give them."""

from collections.abc import Callable

import pytest

from probis.model import Kutipan
from reading.decrees import text

HEAD = """PERATURAN WALI KOTA TANJUNG ELOK
NOMOR 44 TAHUN 2021
TENTANG
KEDUDUKAN, SUSUNAN ORGANISASI, TUGAS DAN FUNGSI DINAS PERPUSTAKAAN

WALI KOTA TANJUNG ELOK,

Menimbang : bahwa perlu menetapkan susunan organisasi dinas;

Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;

MEMUTUSKAN:

Menetapkan : PERATURAN WALI KOTA TENTANG KEDUDUKAN DINAS PERPUSTAKAAN.

"""
BODY = """BAB II
SUSUNAN ORGANISASI

Bagian Kesatu
Umum

Pasal 3

Susunan Organisasi Dinas, terdiri dari:
a. Kepala Dinas;
b. Sekretariat, membawahkan:
1. Subbagian Umum; dan
2. Subbagian Keuangan.
c. Bidang Koleksi, membawahkan:
1. Seksi Pengadaan;
2. Seksi Pelestarian.
d. Jabatan Fungsional.

Bagian Kedua
Kepala Dinas

Pasal 4

(1) Kepala Dinas sebagaimana dimaksud dalam Pasal 3 huruf a, mempunyai tugas memimpin urusan perpustakaan.
(2) Untuk melaksanakan tugas sebagaimana dimaksud pada ayat (1), Kepala Dinas mempunyai fungsi:
a. perumusan kebijakan koleksi;
b. pembinaan pustakawan; dan
c. pelaporan kegiatan.
"""
CRAMMED = " ".join(BODY.split())
COPIES = {
    "as it is": HEAD + BODY,
    "the body on one line": HEAD + CRAMMED,
    "everything on one line": " ".join((HEAD + BODY).split()),
    "a number of a page in the line": HEAD + CRAMMED.replace("koleksi; b.", "koleksi; - 12 - b."),
    "articles at the end and at the start of a line": HEAD
    + BODY.replace("Fungsional.\n\nBagian Kedua\nKepala Dinas\n\nPasal 4\n\n(1)", "Fungsional. Pasal 4\n\n(1)").replace(
        "Pasal 3\n\nSusunan", "Pasal 3 Susunan"
    ),
    "items in a row": HEAD + BODY.replace("koleksi;\nb.", "koleksi; b.").replace("dan\nc. pel", "dan c. pel"),
    "items without a space": HEAD + BODY.replace("\na. per", "\na.per").replace("\nb. pem", "\nb.pem"),
}


def of(quotations: tuple[Kutipan, ...], *sebagai: str) -> list[Kutipan]:
    return [each for each in quotations if each.sebagai in sebagai]


@pytest.mark.parametrize("content", COPIES.values(), ids=COPIES)
def test_units_tasks_and_functions_are_read_from_articles(content: str) -> None:
    said = text(content).naskah.kutipan
    names = {each.id: each.teks for each in said}
    assert [(each.teks, names.get(each.induk, "")) for each in of(said, "unit", "jabatan struktur")] == [
        ("Kepala Dinas", ""),
        ("Sekretariat", ""),
        ("Subbagian Umum", "Sekretariat"),
        ("Subbagian Keuangan", "Sekretariat"),
        ("Bidang Koleksi", ""),
        ("Seksi Pengadaan", "Bidang Koleksi"),
        ("Seksi Pelestarian", "Bidang Koleksi"),
        ("Jabatan Fungsional", ""),
    ]
    assert [(each.catatan, each.teks) for each in of(said, "tugas")] == [
        ("Kepala Dinas", "memimpin urusan perpustakaan")
    ]
    assert [(each.catatan, each.nomor, each.teks) for each in of(said, "fungsi")] == [
        ("Kepala Dinas", "a", "perumusan kebijakan koleksi"),
        ("Kepala Dinas", "b", "pembinaan pustakawan"),
        ("Kepala Dinas", "c", "pelaporan kegiatan"),
    ]
    assert [each.nomor for each in of(said, "pasal")] == ["Pasal 3", "Pasal 4"]
    assert [each.nomor for each in of(said, "ayat")] == ["1", "2"]


WEB = {
    "a task and its functions in one sentence": (
        "Bagian Layanan mempunyai tugas melayani pemustaka dan menyelenggarakan fungsi :\n\n"
        "1. peminjaman buku;\n2. rujukan.\n"
    ),
    "a task told by adalah under a heading": (
        "B. Tugas Pokok\n\nTugas Pokok Bagian Layanan adalah melayani pemustaka.\n\n"
        "C. Fungsi\n\n1. peminjaman buku\n2. rujukan\n"
    ),
    "what the functions are for, without a comma": (
        "Bagian Layanan mempunyai tugas melayani pemustaka.\n\n"
        "Untuk menyelenggarakan tugas pokok tersebut Bagian Layanan mempunyai fungsi sebagai berikut:\n"
        "  • peminjaman buku;\n  • rujukan.\n"
    ),
    "words before the name": (
        "Tugas dan Fungsi Bagian Layanan merupakan unsur pembantu yang mempunyai tugas melayani pemustaka.\n\n"
        "Dalam melaksanakan tugas, Bagian Layanan menyelenggarakan fungsi:\na. peminjaman buku;\nb. rujukan.\n"
    ),
}


@pytest.mark.parametrize("content", WEB.values(), ids=WEB)
def test_whose_a_task_and_its_functions_are(content: str) -> None:
    said = text(content).naskah.kutipan
    assert [(each.catatan, each.teks) for each in of(said, "tugas")] == [("Bagian Layanan", "melayani pemustaka")]
    assert [(each.catatan, each.teks) for each in of(said, "fungsi")] == [
        ("Bagian Layanan", "peminjaman buku"),
        ("Bagian Layanan", "rujukan"),
    ]
    assert {each.induk for each in of(said, "fungsi")} == {of(said, "tugas")[0].id}


@pytest.mark.parametrize("written", [str, str.capitalize])
def test_functions_on_lines_of_their_own_behind_a_verb_whose_space_was_lost(written: Callable[[str], str]) -> None:
    functions = [
        written(each) for each in ("perumusan kebijakan koleksi", "pembinaan pustakawan", "pelaporan kegiatan")
    ]
    said = text(
        "Bidang Koleksi Daerahdipimpin oleh kepala bidang yang mempunyai tugas mengelola koleksi.\n"
        "Untuk melaksanakan tugas tersebut, Bidang Koleksi Daerahmempunyai fungsi:\n"
        f"{functions[0]};\n{functions[1]}; dan\n{functions[2]}.\nKantor buka setiap hari.\n"
    ).naskah.kutipan
    assert [(each.catatan, each.teks) for each in of(said, "tugas")] == [("Bidang Koleksi Daerah", "mengelola koleksi")]
    assert [(each.catatan, each.teks) for each in of(said, "fungsi")] == [
        ("Bidang Koleksi Daerah", each) for each in functions
    ]


def test_a_list_that_begins_with_the_head_is_a_structure_whatever_the_unit_is_called() -> None:
    said = text(
        HEAD + "Pasal 3\n\nBALPUS sebagaimana dimaksud dalam Pasal 2 terdiri atas:\n"
        "a. Kepala;\nb. Subbagian Tata Usaha; dan\n"
        "c. Kelompok Jabatan Fungsional.\n\nPasal 4\n\nBALPUS berkedudukan di:\n"
        "a. Kecamatan Utara; dan\nb. Kecamatan Selatan.\n"
    ).naskah.kutipan
    assert [each.teks for each in of(said, "unit", "jabatan struktur")] == [
        "Kepala",
        "Subbagian Tata Usaha",
        "Kelompok Jabatan Fungsional",
    ]


def test_names_that_a_copy_glued_are_units_and_a_division_is_none() -> None:
    said = text(
        "Susunan organisasi Lembaga terdiri atas:\na. SekretariatJenderal;\nb. DirektoratJenderal Naskah; dan\n"
        "c. StafAhli Bidang Bahasa.\nBagian Kedua\nSekretariat Jenderal\n"
    ).naskah.kutipan
    assert [each.teks for each in of(said, "unit", "jabatan struktur")][:3] == [
        "SekretariatJenderal",
        "DirektoratJenderal Naskah",
        "StafAhli Bidang Bahasa",
    ]
    assert not [each for each in said if each.sebagai == "unit" and each.teks.startswith("Bagian")]


def test_a_name_that_heads_its_own_clauses_is_no_second_entry() -> None:
    said = text(
        "Struktur organisasi Badan terdiri dari :\n"
        "a. Kepala Badan;\nb. Sekretariat; dan\nc. Kelompok Jabatan Fungsional.\n"
        "Kelompok Jabatan Fungsional\n(1) Kelompok Jabatan Fungsional mempunyai tugas melaksanakan kegiatan keahlian.\n"
    ).naskah.kutipan
    assert [each.teks for each in of(said, "unit", "jabatan struktur")] == [
        "Kepala Badan",
        "Sekretariat",
        "Kelompok Jabatan Fungsional",
    ]


def test_steps_in_rows_with_bars_between_the_cells_are_read() -> None:
    said = text(
        "KARTU ANGGOTA\nNO | URAIAN PROSEDUR | KELENGKAPAN | WAKTU | KET |\n"
        "1. | Pemohon mengisi formulir | KTP | 5 menit | |\n"
        "Surat keterangan sekolah | Bagi pelajar | |||\n2. | Petugas mencetak kartu | Formulir | 10 menit | |\n"
        "PEMINJAMAN\nNO | URAIAN PROSEDUR | KELENGKAPAN | WAKTU | KET |\n"
        "1. | Anggota memilih buku | Kartu | 5 menit | |\n2. | Petugas mencatat | Kartu | 5 menit | |\n"
    ).naskah.kutipan
    names = {each.id: each.teks for each in said}
    assert [(names[each.induk], each.nomor, each.teks) for each in of(said, "langkah")] == [
        ("KARTU ANGGOTA", "1", "Pemohon mengisi formulir"),
        ("KARTU ANGGOTA", "2", "Petugas mencetak kartu"),
        ("PEMINJAMAN", "1", "Anggota memilih buku"),
        ("PEMINJAMAN", "2", "Petugas mencatat"),
    ]
    assert [each.teks for each in of(said, "waktu")] == ["5 menit", "10 menit", "5 menit", "5 menit"]


def test_a_sop_named_in_small_letters_with_its_steps_under_alur() -> None:
    said = text(
        "SOP Pelayanan Rujukan\n\nA. Berkas yang harus dilengkapi:\n1. Kartu anggota\n2. Surat tugas\n"
        "B.Alur Pelayanan\n"
        "1. Menerima permohonan dari anggota\n2. Pustakawan mencari sumber\nC. Waktu Penyelesaian\nSatu hari.\n"
    ).naskah.kutipan
    assert [each.teks for each in of(said, "sop")] == ["Pelayanan Rujukan"]
    assert [each.teks for each in of(said, "langkah")] == [
        "Menerima permohonan dari anggota",
        "mencari sumber",
    ]
    assert [each.teks for each in of(said, "pelaksana")] == ["Pustakawan"]


def test_a_sop_that_begins_with_its_fields_and_has_two_of_them_side_by_side() -> None:
    said = text(
        "NOMOR SOP : 07/PERPUS\nNAMA SOP : Peminjaman Buku\n\nDASAR HUKUM: KUALIFIKASI PELAKSANA:\n"
        "1. Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan\n\n"
        "Uraian Prosedur:\n1. Pustakawan mencatat peminjaman\n"
    ).naskah.kutipan
    fields = [(each.nomor, each.teks) for each in of(said, "identitas sop")]
    assert fields[:2] == [("nomor sop", "07/PERPUS"), ("nama sop", "Peminjaman Buku")]
    assert ("dasar hukum", "KUALIFIKASI PELAKSANA:") not in fields
    assert [each.tentang for each in of(said, "peraturan")] == ["peraturan/uu-43-2007"]
    assert [each.teks for each in of(said, "langkah")] == ["mencatat peminjaman"]


def test_fields_of_a_sop_beside_the_letterhead() -> None:
    said = text(
        "STANDAR OPERASIONAL PROSEDUR\n\nPEMERINTAH KABUPATEN TELUK KENARI Nomor SOP : 07/PERPUS\n"
        "DINAS PERPUSTAKAAN Tanggal Pembuatan : 4 Mei 2021\nBIDANG LAYANAN\nTanggal Efektif : 7 Juni 2021\n"
        "Seksi Peminjaman\nNama SOP : Peminjaman Buku\n"
    ).naskah.kutipan
    fields = {each.nomor: each.teks for each in of(said, "identitas sop")}
    assert fields["nomor sop"] == "07/PERPUS"
    assert (fields["tanggal pembuatan"], fields["tanggal efektif"]) == ("4 Mei 2021", "7 Juni 2021")
    assert fields["nama sop"] == "Peminjaman Buku"


def test_fields_of_a_sop_on_lines_of_their_own_are_no_steps() -> None:
    said = text(
        "STANDAR OPERASIONAL PROSEDUR PEMINJAMAN BUKU\nNOMOR SOP\nTGL. PEMBUATAN\nDISAHKAN OLEH\nNAMA SOP\n"
        "DASAR HUKUM\n"
        "1. UU 43 Tahun 2007\n2. PP 24 Tahun 2014\nPERALATAN/PERLENGKAPAN\n1. Komputer\n"
    ).naskah.kutipan
    assert not of(said, "langkah")
    assert [(each.nomor, each.teks) for each in of(said, "identitas sop")] == [
        ("dasar hukum", "UU 43 Tahun 2007"),
        ("dasar hukum", "PP 24 Tahun 2014"),
        ("peralatan", "Komputer"),
    ]
