"""Heads and preambles are read as they stood on paper, however a copy tore them apart or ran them together."""

import pytest

from probis.model import Kutipan
from reading.decrees import text

HEAD = """BUPATI TELUK KENARI
PROVINSI KALIMANTAN SELATAN

PERATURAN BUPATI TELUK KENARI
NOMOR 31 TAHUN 2022
TENTANG
PETA PROSES BISNIS DINAS PERIKANAN

DENGAN RAHMAT TUHAN YANG MAHA ESA

BUPATI TELUK KENARI,

"""
CLOSE = """
MEMUTUSKAN:

Menetapkan : PERATURAN BUPATI TENTANG PETA PROSES BISNIS DINAS PERIKANAN.

Pasal 1

Peta Proses Bisnis menjadi acuan kerja.
"""
PLAIN = """Menimbang : a. bahwa dalam rangka penataan tata laksana yang
efektif perlu disusun peta proses bisnis;
b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam
huruf a, perlu menetapkan Peraturan Bupati;

Mengingat : 1. Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua
atas Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan
Daerah (Lembaran Negara Republik Indonesia Tahun 2015
Nomor 58, Tambahan Lembaran Negara Republik Indonesia
Nomor 5679);
2. Undang-Undang Nomor 31 Tahun 2004 tentang Perikanan
(Lembaran Negara Republik Indonesia Tahun 2004 Nomor 118)
sebagaimana telah diubah dengan Undang-Undang Nomor 45
Tahun 2009 tentang Perubahan atas Undang-Undang Nomor 31
Tahun 2004 tentang Perikanan;
"""
TORN = {
    "empty lines after the first line of a part": PLAIN.replace("yang\nefektif", "yang\n\n\nefektif").replace(
        "Perubahan Kedua\natas", "Perubahan Kedua\n\n\natas"
    ),
    "a word a line where the copy justified": PLAIN.replace("penataan tata laksana", "penataan\ntata\nlaksana").replace(
        "1. Undang-Undang Nomor 9 Tahun", "1. Undang-Undang\nNomor\n9\n\nTahun"
    ),
    "the colon on the line after the word": PLAIN.replace("Menimbang : ", "Menimbang\n\n: ").replace(
        "Mengingat : ", "Mengingat\n\n: "
    ),
    "colons and labels on lines of their own": PLAIN.replace("Menimbang : a. ", "Menimbang\n:\na.\n\n")
    .replace("\nb. ", "\n\nb.\n\n")
    .replace("Mengingat : 1. ", "Mengingat\n\n: 1.\n\n")
    .replace("\n2. ", "\n\n2.\n\n\n"),
    "a space before the stop of a label": PLAIN.replace("a. bahwa", "a . bahwa")
    .replace("b. bahwa", "b . bahwa")
    .replace("1. Undang", "1 . Undang")
    .replace("2. Undang", "2 . Undang"),
    "the mark of a site at the end of a page": PLAIN.replace(
        "\n\nMengingat", "\n3 © Arsip Kenari\nhttp://arsip.kenari.example\n\nMengingat"
    ),
    "the next head and the mark of a copy in the midst": PLAIN.replace(
        "(Lembaran Negara Republik Indonesia Tahun 2004 Nomor",
        "(Lembaran Negara Republik\n\nSALINAN\n\n(3)\n\nMenetapkan :\n\nIndonesia Tahun 2004 Nomor",
    ),
    "the number of a page in brackets and again before the words, the next item behind them": PLAIN.replace(
        "(Lembaran Negara Republik Indonesia Tahun 2015\n",
        "(Lembaran\n\n(2)\n\n2 Negara Republik Indonesia Tahun 2015\n",
    ).replace("5679);\n2. Undang-Undang", "5679); 2. Undang - Undang"),
    "all on one line, a mark before an item, a colon left over": (
        " ".join(PLAIN.split()).replace("Bupati; Mengingat : 1.", "Bupati; : 1.").replace("; 2. ", "; ~ 2. ")
    ).replace("Menimbang :", "Menimbang Mengingat :"),
    "all on one line without colons": " ".join(PLAIN.replace("Menimbang : ", "Menimbang ").split()).replace(
        "Mengingat : ", "Mengingat "
    ),
    "lines of a consideration that begin with a law": PLAIN.replace(
        "bahwa dalam rangka penataan",
        "bahwa untuk melaksanakan Pasal 2 ayat (1)\nPeraturan Pemerintah Nomor 8 Tahun 2016,\n"
        "Peraturan Menteri Nomor 9 Tahun 2017 dan penataan",
    ),
    "labels without their stop": PLAIN.replace("a. bahwa", "a bahwa")
    .replace("b. bahwa", "b, bahwa")
    .replace("1. Undang", "1 Undang")
    .replace("2. Undang", "2, Undang"),
    "both words before the items of both": "Menimbang\n\n:\n\nMengingat\n\n:\n\n"
    + PLAIN.replace("Menimbang : ", "").replace("\nMengingat : ", ""),
    "the second word between the items of the first": PLAIN.replace("\nMengingat : ", "").replace(
        "bisnis;\nb. ", "bisnis;\n\nMengingat\n\n:\n\nb. "
    ),
    "numbers of pages in the midst": PLAIN.replace("Pemerintahan\nDaerah", "Pemerintahan\n17\nDaerah").replace(
        "5679);\n", "5679);\n18\n"
    ),
    "words that lead to the next page": PLAIN.replace("5679);\n", "5679);\n\n2. Undang-Undang . . .\n\n- 2 -\n\n"),
    "words that lead to the next page, with its number": PLAIN.replace(
        "5679);\n", "5679);\n2. Undang-Undang ……….. 2\n"
    ),
    "no word before the legal bases": PLAIN.replace("\nMengingat : ", "\n"),
    "all on one line": " ".join(PLAIN.split()) + "\n",
    "no colon after the words": PLAIN.replace("Menimbang : ", "Menimbang ").replace("Mengingat : ", "Mengingat "),
    "numbers of pages in brackets": PLAIN.replace("Pemerintahan\nDaerah", "Pemerintahan\n\n(2)\n\nDaerah").replace(
        "bisnis;\n", "bisnis;\n\n(1)\n\n"
    ),
    "the second word in the midst of an item": PLAIN.replace("\nMengingat : 1. ", ": 1. ").replace(
        "dalam\nhuruf a", "dalam\n\nMengingat\n\nhuruf a"
    ),
    "a label at the end of the line before": PLAIN.replace("bisnis;\nb. ", "bisnis; b.\n"),
    "the first word on the line of the office": PLAIN.replace("Menimbang : ", "BUPATI TELUK KENARI, Menimbang\n: "),
    "lines of a tool and of a site": PLAIN.replace("5679);\n", "5679);\n\nDipindai dengan Alat\n\n").replace(
        "bisnis;\n", "bisnis;\njdih.telukkenarikab.go.id\n"
    ),
    "dashes of a word processor": PLAIN.replace("1. Undang-Undang", "1. Undang–Undang"),
}


def of(quotations: tuple[Kutipan, ...], sebagai: str, bagian: str = "") -> list[Kutipan]:
    return [each for each in quotations if each.sebagai == sebagai and (not bagian or each.bagian == bagian)]


@pytest.mark.parametrize("preamble", TORN.values(), ids=TORN)
def test_a_preamble_that_a_copy_tore_is_read_whole(preamble: str) -> None:
    said = text(HEAD + preamble + CLOSE).naskah.kutipan
    assert [(each.nomor, each.teks.split()[-1]) for each in of(said, "menimbang")] == [
        ("a", "bisnis;"),
        ("b", "Bupati;"),
    ]
    assert [(each.nomor, each.teks.split()[-1]) for each in of(said, "mengingat")] == [
        ("1", "5679);"),
        ("2", "Perikanan;"),
    ]
    assert [(each.tentang, each.catatan) for each in of(said, "peraturan", "mengingat")] == [
        ("peraturan/uu-9-2015", "dasar hukum"),
        ("peraturan/uu-23-2014", "dalam judul peraturan lain"),
        ("peraturan/uu-31-2004", "dasar hukum"),
        ("peraturan/uu-45-2009", "perubahan"),
        ("peraturan/uu-31-2004", "dalam judul peraturan lain"),
    ]
    assert [each.nomor for each in of(said, "pasal")] == ["Pasal 1"]


def test_labels_that_stand_in_a_column_of_their_own_are_told_as_lost() -> None:
    items = PLAIN.replace("Menimbang : a. ", "").replace("\nb. ", "\n").replace("\nMengingat : 1. ", "")
    column = "Menimbang\n: a.\nb.\nMengingat\n: 1.\n2.\n" + items.replace("\n2. ", "\n")
    said = text(HEAD + column + CLOSE).naskah.kutipan
    assert [(each.nomor, each.teks.split()[-1]) for each in of(said, "menimbang")] == [("", "bisnis;"), ("", "Bupati;")]
    assert [(each.nomor, each.teks.split()[-1]) for each in of(said, "mengingat")] == [
        ("", "5679);"),
        ("", "Perikanan;"),
    ]
    assert [each.teks for each in of(said, "derau")] == ["a.", "b.", "1.", "2."]


@pytest.mark.parametrize("between", ["\n", "\n\n\n"])
def test_names_over_two_lines_are_one(between: str) -> None:
    maker = f"MENTERI KELAUTAN/{between}KEPALA BADAN PERIKANAN"
    head = HEAD.replace("PERATURAN BUPATI TELUK KENARI", f"PERATURAN {maker}").replace(
        "BUPATI TELUK KENARI,", f"{maker}{between}REPUBLIK INDONESIA,"
    )
    close = CLOSE.replace("PETA PROSES BISNIS DINAS PERIKANAN.", f"PETA PROSES{between}BISNIS DINAS PERIKANAN.")
    said = text(head + PLAIN + close).naskah.kutipan
    assert [each.teks for each in of(said, "judul", "kepala")] == ["PERATURAN MENTERI KELAUTAN/ KEPALA BADAN PERIKANAN"]
    assert [each.teks for each in of(said, "jabatan", "kepala")] == [
        "MENTERI KELAUTAN/ KEPALA BADAN PERIKANAN REPUBLIK INDONESIA"
    ]
    assert of(said, "judul", "diktum")[-1].teks == "PERATURAN BUPATI TENTANG PETA PROSES BISNIS DINAS PERIKANAN."


HEADS = {
    "no empty line in it": HEAD.replace("\n\n", "\n"),
    "the prayer and the office on one line": HEAD.replace("ESA\n\nBUPATI", "ESA BUPATI"),
    "the prayer at the end of the subject": HEAD.replace("PERIKANAN\n\nDENGAN", "PERIKANAN DENGAN"),
    "the subject, the prayer and the office on one line": HEAD.replace(
        "PERIKANAN\n\nDENGAN", "PERIKANAN DENGAN"
    ).replace("ESA\n\nBUPATI", "ESA BUPATI"),
    "a prayer that ends in a comma": HEAD.replace("ESA\n\nBUPATI", "ESA,\nBUPATI"),
    "all on one line": " ".join(HEAD.split()) + " ",
    "a letterhead of the gazette before it": "BERITA DAERAH\nKABUPATEN TELUK KENARI\nNOMOR :\n31\nTAHUN 2022\nSERI E\n"
    + HEAD.replace("\n\n", "\n"),
    "the mark of a copy before the name": HEAD.replace("PERATURAN BUPATI", "SALINAN PERATURAN BUPATI"),
    "the number on a line of its own": HEAD.replace("KENARI\nNOMOR 31 TAHUN", "KENARI NOMOR\n31\nTAHUN"),
    "a cover before it": "(1)\n\n" + HEAD.split("\n\nDENGAN")[0] + "\n\nTAHUN 2022\n\n(2)\n\n" + HEAD,
    "number and the word tentang on one line": HEAD.replace("2022\nTENTANG\n", "2022 TENTANG\n\n"),
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_head_that_a_copy_tore_is_read_whole(head: str) -> None:
    said = text(head + PLAIN + CLOSE).naskah.kutipan
    assert [each.teks for each in of(said, "judul", "kepala")] == ["PERATURAN BUPATI TELUK KENARI"]
    assert [each.nomor for each in of(said, "nomor", "kepala")] == ["31 TAHUN 2022"]
    assert [each.teks for each in of(said, "tentang", "kepala")] == ["PETA PROSES BISNIS DINAS PERIKANAN"]
    assert [each.teks for each in of(said, "jabatan", "kepala")] == ["BUPATI TELUK KENARI"]
    assert [each.nomor for each in of(said, "menimbang")] == ["a", "b"]


@pytest.mark.parametrize("between", ["\n", " "])
def test_heads_of_the_preamble_that_a_column_set_into_the_head(between: str) -> None:
    items = PLAIN.replace("Menimbang : ", "").replace("Mengingat : ", "")
    head = HEAD.replace("DINAS PERIKANAN\n", "DINAS PERIKANAN\nMenimbang Mengingat\nTAHUN 2022\n")
    said = text(between.join((head + items).split("\n")) + CLOSE).naskah.kutipan
    assert " ".join(each.teks for each in of(said, "tentang", "kepala")) == (
        "PETA PROSES BISNIS DINAS PERIKANAN TAHUN 2022"
    )
    assert [each.teks for each in of(said, "jabatan", "kepala")] == ["BUPATI TELUK KENARI"]
    assert [(each.nomor, each.teks.split()[-1]) for each in of(said, "menimbang")] == [
        ("a", "bisnis;"),
        ("b", "Bupati;"),
    ]
    assert [(each.nomor, each.teks.split()[-1]) for each in of(said, "mengingat")] == [
        ("1", "5679);"),
        ("2", "Perikanan;"),
    ]


def test_heads_of_the_preamble_above_the_name_and_a_subject_without_its_word() -> None:
    items = PLAIN.replace("Menimbang : a. bahwa", ": a. Bahwa").replace("Mengingat : ", "")
    head = """PEMERINTAH KABUPATEN TELUK KENARI
KECAMATAN PANTAI TIMUR

Menimbang

Mengingat:

KEPUTUSAN

CAMAT PANTAI TIMUR KABUPATEN TELUK KENARI

NOMOR : 100/7/2023

PETA PROSES BISNIS

KECAMATAN PANTAI TIMUR

CAMAT PANTAI TIMUR

"""
    said = text(head + items + CLOSE).naskah.kutipan
    assert [each.teks for each in of(said, "judul", "kepala")] == [
        "KEPUTUSAN CAMAT PANTAI TIMUR KABUPATEN TELUK KENARI"
    ]
    assert [each.nomor for each in of(said, "nomor", "kepala")] == ["100/7/2023"]
    assert " ".join(each.teks for each in of(said, "tentang", "kepala")) == "PETA PROSES BISNIS KECAMATAN PANTAI TIMUR"
    assert [each.teks for each in of(said, "jabatan", "kepala")] == ["CAMAT PANTAI TIMUR"]
    assert [each.nomor for each in of(said, "menimbang")] == ["a", "b"]
    assert [each.nomor for each in of(said, "mengingat")] == ["1", "2"]


@pytest.mark.parametrize("year", ["L992", "l992", "I992", "i992", "İ992", "ı992", "L9O4"])
def test_a_year_that_a_scan_confused_stops_nothing(year: str) -> None:
    law = f"3. Undang-Undang Nomor 7 Tahun {year} tentang Perikanan (Lembaran Negara Tahun {year} Nomor 4);\n"
    amended = (
        f"4. Undang-Undang Nomor 8 Tahun 2001 sebagaimana telah diubah dengan Undang-Undang Nomor 9 Tahun {year};\n"
    )
    said = text(HEAD + PLAIN + law + amended + CLOSE).naskah.kutipan
    assert [each.nomor for each in of(said, "mengingat")] == ["1", "2", "3", "4"]
    named = {each.tentang for each in of(said, "peraturan", "mengingat")}
    assert {"peraturan/uu-7-1992", "peraturan/uu-9-1992"} <= named or year == "L9O4"


def test_a_cover_with_another_number_is_shown() -> None:
    cover = HEAD.split("\n\nDENGAN")[0].replace("NOMOR 31", "NOMOR 13")
    said = text(cover + "\n\n" + HEAD + PLAIN + CLOSE).naskah.kutipan
    assert any("13 TAHUN 2022" in each.teks for each in of(said, "nomor") + of(said, "tentang"))


@pytest.mark.parametrize("between", ["\n", "\n\n\n"])
def test_the_subject_of_an_amendment_is_one(between: str) -> None:
    subject = [
        "PERUBAHAN ATAS PERATURAN BUPATI TELUK KENARI",
        "NOMOR 8 TAHUN 2019",
        "TENTANG TATA KERJA DINAS PERIKANAN",
    ]
    head = HEAD.replace("PETA PROSES BISNIS DINAS PERIKANAN", between.join(subject))
    said = text(head + PLAIN + CLOSE).naskah.kutipan
    assert [each.teks for each in of(said, "tentang", "kepala")] == [" ".join(subject)]
    assert [each.nomor for each in of(said, "nomor", "kepala")] == ["31 TAHUN 2022"]
    assert [each.teks for each in of(said, "jabatan", "kepala")] == ["BUPATI TELUK KENARI"]


def test_an_emergency_law_that_became_a_law_is_one_basis() -> None:
    basis = (
        "3. Undang-Undang Nomor 27 Tahun 1959 tentang Penetapan Undang-Undang Darurat Nomor 3 Tahun 1953 tentang "
        "Pembentukan Daerah (Lembaran Negara Tahun 1953 Nomor 9, Tambahan Lembaran Negara Nomor 352) sebagai "
        "Undang-Undang (Lembaran Negara Tahun 1959 Nomor 72, Tambahan Lembaran Negara Nomor 1820);\n"
    )
    said = text(HEAD + PLAIN + basis + CLOSE).naskah.kutipan
    third = of(said, "mengingat")[2]
    cited = [each for each in of(said, "peraturan") if each.induk == third.id]
    assert [(each.tentang, each.teks.rstrip(";")[-5:]) for each in cited] == [("peraturan/uu-27-1959", "1820)")]


@pytest.mark.parametrize("glued", ["BAB II\nPENYUSUNAN\n\nPasal 2", "BABII\nPENYUSUNAN\n\nPasal2"])
def test_chapters_and_articles_whose_space_was_lost_are_read(glued: str) -> None:
    said = text(HEAD + PLAIN + CLOSE + f"\n{glued}\n\nPeta disusun oleh Dinas.\n").naskah.kutipan
    assert [each.teks for each in of(said, "bab")] == ["PENYUSUNAN"]
    assert [each.teks for each in of(said, "pasal")][1:] == ["Peta disusun oleh Dinas."]


def test_a_cover_before_the_annex_is_no_signature() -> None:
    said = text(
        "BUPATI TELUK KENARI\n\nPROVINSI KALIMANTAN SELATAN\n\nLAMPIRAN\n\n"
        "PERATURAN BUPATI TELUK KENARI\n\nNOMOR 31 TAHUN 2022\n\nTENTANG\n\n"
        "PETA PROSES BISNIS DINAS PERIKANAN\n\nBAB I\nVISI DAN MISI\n\nVisi: Laut lestari.\n"
    ).naskah.kutipan
    assert not of(said, "penanda tangan")
    assert [each.teks for each in of(said, "visi")] == ["Laut lestari"]


def test_a_paragraph_goes_on_after_the_end_of_a_page() -> None:
    lines = "".join(
        f"{letter}. penyusunan rencana kerja bidang perikanan tangkap yang memuat\nsasaran {letter};\n"
        for letter in "abcdefghijklmn"
    )
    body = (
        "\nPasal 2\n\nDinas mempunyai tugas yang meliputi hal-hal sebagai berikut dalam satu tahun:\n"
        + lines
        + "o. pembinaan usaha kecil di bidang pengolahan hasil perikanan dan\n\n- 4 -\n\n"
        + "pemasaran hasilnya di pasar dalam negeri.\n"
    )
    said = text(HEAD + PLAIN + CLOSE + body).naskah.kutipan
    assert of(said, "butir")[-1].teks.endswith(
        "pengolahan hasil perikanan dan pemasaran hasilnya di pasar dalam negeri."
    )


def test_what_explains_a_vision_in_quotation_marks_is_no_vision() -> None:
    said = text(
        "LAMPIRAN\nPERATURAN BUPATI TELUK KENARI\nNOMOR 31 TAHUN 2022\n\nBAB I\nVISI DAN MISI\n\nVisi\n\n"
        "Visi pembangunan daerah adalah:\n\n“LAUT LESTARI, NELAYAN SEJAHTERA”\n\n"
        "Pernyataan visi di atas memuat dua pokok pikiran.\n"
    ).naskah.kutipan
    assert [each.teks for each in of(said, "visi")] == ["LAUT LESTARI, NELAYAN SEJAHTERA"]


def test_what_explains_a_vision_point_by_point_and_what_a_mission_is_are_neither() -> None:
    said = text(
        "LAMPIRAN\nPERATURAN BUPATI TELUK KENARI\nNOMOR 31 TAHUN 2022\n\nBAB I\nVISI DAN MISI\n\nA. Visi\n\n"
        "Visi adalah gambaran tentang keadaan yang diinginkan.\n\n“Laut lestari”\n\n"
        "Makna visi tersebut diuraikan sebagai berikut:\n1. Laut bermakna perairan daerah.\n"
        "2. Lestari bermakna terjaga.\n\n"
        "B. Misi\n\nMisi adalah rumusan upaya untuk mewujudkan visi.\n\n"
        "1. Menjaga terumbu karang;\n2. Membina nelayan.\n"
    ).naskah.kutipan
    assert [each.teks for each in of(said, "visi")] == ["Laut lestari"]
    assert [each.teks for each in of(said, "misi")] == ["Menjaga terumbu karang", "Membina nelayan"]


def test_the_lines_of_an_annex_head_that_begin_with_their_colon() -> None:
    said = text(
        "LAMPIRAN I : PERATURAN BUPATI TELUK KENARI\nNOMOR\n: 31 TAHUN 2022\nTENTANG\n"
        ": PETA PROSES BISNIS\nDINAS PERIKANAN\n\n"
        "BAB I\nVISI DAN MISI\n\nVisi: Laut lestari.\n"
    ).naskah.kutipan
    assert [each.nomor for each in of(said, "nomor", "kepala-lampiran")] == ["31 TAHUN 2022"]
    assert [each.teks for each in of(said, "tentang", "kepala-lampiran")] == ["PETA PROSES BISNIS DINAS PERIKANAN"]
