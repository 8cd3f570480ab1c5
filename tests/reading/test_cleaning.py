"""What is noise is told with its line, is taken out of what is read, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probis.reading.cleaning import cleaned
from probis.reading.document import Document, Line
from probis.reading.formats import read
from probis.reading.quotations import quoted
from reading.decrees import NTT, PERBUP, text


def noise(content: str) -> list[tuple[int, str, str]]:
    return [(each.line, each.text, each.what) for each in cleaned(read("a.txt", content.encode())).noise]


def lines(content: str) -> list[str]:
    return [each.text for each in cleaned(read("a.txt", content.encode())).lines]


@pytest.mark.parametrize("printed", ["26", "- 3 -", "-12-", "Halaman 3 dari 20", "hal. 4", "Page 3 of 20", "— iii —"])
def test_the_number_of_a_page_alone_on_a_line(printed: str) -> None:
    said = noise(f"Kalimat pertama.\n\n{printed}\n\nKalimat kedua.")
    assert said == [(3, printed, "nomor halaman")]
    assert lines(f"Kalimat pertama.\n\n{printed}\n\nKalimat kedua.")[2] == ""


@pytest.mark.parametrize("printed", ["2020", "26.", "BO-01", "Pasal 3", "a.", "I", "12 langkah"])
def test_what_is_no_number_of_a_page_stays(printed: str) -> None:
    assert noise(f"Kalimat pertama.\n\n{printed}\n\nKalimat kedua.") == []


def test_a_column_of_numbers_is_no_row_of_pages() -> None:
    assert noise("Jumlah\n\n1\n\n2\n\n3\n\nSelesai") == []


def test_pages_out_of_order_are_told() -> None:
    said = noise("Satu.\n\n- 3 -\n\nDua.\n\n- 2 -\n\nTiga.")
    assert [what for _, _, what in said] == [
        "nomor halaman",
        "nomor halaman; sesudah halaman 3, urutan halaman mungkin tertukar",
    ]


def test_marks_of_bold_that_nothing_opens_or_closes() -> None:
    assert noise("- Menimbang** :\n\n**Judul\nterus**\n\n**Lalu\n\nselesai") == [
        (1, "- Menimbang** :", "tanda tebal yang tidak dibuka; tanda daftar di depan judul bagian"),
        (6, "**Lalu", "tanda tebal yang tidak ditutup"),
    ]
    assert lines("- Menimbang** :")[0] == "Menimbang :"


def test_stray_letters() -> None:
    content = "Pertama; u\n\nu\n\nb BUPATI SUMBER JAYA\n\n e SUTRISNO HADI\n\nv. selesai"
    assert [(line, what) for line, _, what in noise(content)] == [
        (1, "huruf lepas di akhir baris"),
        (3, "huruf lepas"),
        (5, "huruf lepas di depan baris"),
        (7, "huruf lepas di depan baris"),
    ]
    assert [each for each in lines(content) if each] == [
        "Pertama;",
        "BUPATI SUMBER JAYA",
        "SUTRISNO HADI",
        "v. selesai",
    ]


def test_running_heads_are_told_from_headings() -> None:
    page = "jdih.sumberjaya.go.id\nPETA SUB PROSES\nisi {0} yang lain\nSumber {0} tersendiri\n"
    content = "\f".join(page.format(word) for word in ("alfa", "beta", "gama", "delta"))
    said = noise(content)
    assert {each[1] for each in said} == {"jdih.sumberjaya.go.id"}
    assert len(said) == 3


def test_a_page_that_stands_twice() -> None:
    page = "\n".join(
        f"{word} adalah kalimat yang cukup panjang untuk dikenali kembali dalam naskah ini." for word in WORDS
    )
    said = noise(f"Awal.\n\n{page}\n\nTengah.\n\n{page}\n\nAkhir.")
    assert [line for line, _, _ in said] == list(range(15, 24))
    assert said[0][2] == "halaman yang terulang: sama dengan baris 3"


WORDS = ["Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan", "Sembilan"]


def test_words_and_numbers_that_the_scan_spoilt() -> None:
    content = "Bagian Kelembagaan\nSubbagian Ke lembagaan dan tata laksana, Tahun 2O18 Nomor l9."
    assert [(each, what) for _, each, what in noise(content)] == [
        ("l9", "huruf yang terbaca sebagai angka; dibaca “19”"),
        ("2O18", "huruf yang terbaca sebagai angka; dibaca “2018”"),
        ("Ke lembagaan", "kata yang terpisah; dibaca “Kelembagaan”"),
    ]
    assert lines(content)[1] == "Subbagian Kelembagaan dan tata laksana, Tahun 2018 Nomor 19."


def test_a_clean_regulation_has_none() -> None:
    assert text(PERBUP).document.noise == ()


@given(st.lists(st.text(max_size=40), max_size=30))
def test_lines_keep_their_numbers_and_noise_its_words(texts: list[str]) -> None:
    document = Document("a", "txt", tuple(Line(number, each, each) for number, each in enumerate(texts, 1)))
    made = cleaned(document)
    assert [line.number for line in made.lines] == [line.number for line in document.lines]
    for one in made.noise:
        assert one.text
        assert one.what
        assert made.lines[one.line - 1].text != texts[one.line - 1] or "tebal" in one.what


@pytest.mark.skipif(not NTT.is_file(), reason="the shared decree is not here")
def test_the_noise_of_the_decree() -> None:
    said = [(each.line, each.what.split(";")[0]) for each in text(NTT.read_text()).document.noise]
    bold = [18, 22, 33, 34, 35, 40, 368, 369, 370, 375]
    assert [line for line, what in said if what == "tanda tebal yang tidak dibuka"] == bold
    assert [each for each in said if each[0] not in bold] == [
        (25, "huruf lepas di akhir baris"),
        (54, "huruf lepas"),
        (356, "huruf lepas di depan baris"),
        (358, "huruf lepas di depan baris"),
        (360, "nomor halaman"),
    ]


def test_a_table_of_contents_is_noise_also_where_an_entry_takes_two_lines() -> None:
    entries = "I. Visi . . . . . . 3\nII. Tugas Dinas\nPerpustakaan ........ 4\nIII. Peta …………… 5\n01 Surat . . . 6\n"
    content = f"DAFTAR ISI\n{entries}\nI. Visi\n"
    assert [what for _, _, what in noise(content)] == ["baris daftar isi"] * 5
    assert [each for each in lines(content) if each] == ["DAFTAR ISI", "I. Visi"]


def test_a_form_with_dots_to_be_filled_is_no_table_of_contents() -> None:
    content = "Nomor ........ 12\nTanggal ........ 3\nHari ........ 2\nTempat ........ 1\nSaksi\n"
    assert noise(content) == []


def test_a_chapter_and_a_group_that_a_scan_confused() -> None:
    content = "ll.  DAFTAR PROSES\n\nKET1GA : Ayat.\n\nKG1 dan BP1KB\n"
    assert lines(content)[0].startswith("II. DAFTAR PROSES")
    assert lines(content)[2].startswith("KETIGA")
    assert "KG1 dan" in lines(content)[4]
    table = "Kode        Nama Proses\nTP.01       Penataan Kebun\nPR0SES PENDUKUNG\nTP.02       Pengelolaan Kas\n"
    said = text("A. DAFTAR PROSES BISNIS\n\n" + table).naskah.kutipan
    assert [each.teks for each in said if each.sebagai == "kelompok"] == ["PROSES PENDUKUNG"]


def test_specks_of_a_scan_between_two_lines() -> None:
    content = f"Bagian Keuangan\n{' ' * 60},\n{' ' * 60}i\nBagian Umum"
    assert [each.strip() for each in lines(content)] == ["Bagian Keuangan", "", "", "Bagian Umum"]
    assert [each.strip() for each in lines("Bagian Keuangan\n  i\nBagian Umum")][1] == "i"


def test_a_scan_is_read_by_the_words_that_stand_elsewhere_in_it() -> None:
    spoilt = [
        "Peta Proses Blsnis Polisi.",
        "Proses Bisnis.",
        "Polisl lndonesia.",
        "Polisi Indonesia.",
        "Ditetapkan dl Kota.",
    ]
    signs = ["Menirnbang", "Nomor 2O18;", "daIam huruf", "Repub1ik", "Republik.", "kelola balai."]
    read_as = "Peta Proses Bisnis Polisi.|Proses Bisnis.|Polisi Indonesia.|Polisi Indonesia.|Ditetapkan di Kota."
    right = "Menimbang|Nomor 2018;|dalam huruf|Republik|Republik.|kelola balai."
    assert "|".join(lines("\n".join([*spoilt, *signs]))) == f"{read_as}|{right}"
    assert lines("\n".join(spoilt)) == spoilt  # nothing else says that this is a scan


def test_a_word_that_opens_a_part_is_known_with_a_letter_misread() -> None:
    text = (
        "KEPUTUSAN BUPATI UJI\nNOMOR 1 TAHUN 2024\n\nBUPATI UJI,\n\nMenimbaug : a. bahwa satu perlu diatur;\n"
        "            b. bahwa dua perlu diatur;\nMengingat : 1. Undang-Undang Nomor 23 Tahun 2014;\n\nMEMUTUSKAN:\n"
    )
    said = quoted(read("a.txt", text.encode())).naskah.kutipan
    assert [each.teks for each in said if each.sebagai == "menimbang"] == [
        "a. bahwa satu perlu diatur;",
        "b. bahwa dua perlu diatur;",
    ]
    assert [each.teks for each in said if each.sebagai == "derau"] == ["Menimbaug"]
