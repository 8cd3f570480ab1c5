"""Markdown read: headings, lists, tables of both kinds, pictures, with the lines of the file."""

import base64
import time

import pytest

from probis.reading.blocks import blocks
from probis.reading.document import Cell, Document, Kind, Unreadable
from probis.reading.formats import read


def md(text: str) -> Document:
    return read("naskah.md", text.encode())


def texts(text: str) -> list[tuple[int, str]]:
    return [(line.number, line.text) for line in md(text).lines if line.text]


def rows(text: str) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in md(text).lines if line.kind is Kind.ROW]


def test_headings_have_levels_and_keep_their_words_only() -> None:
    document = md("# BAB I\n\n## A. Visi ##\n\nMisi Kota\n===\n\n####### bukan\n")
    found = [(line.number, line.text, line.heading) for line in document.lines if line.text]
    assert found == [(1, "BAB I", 1), (3, "A. Visi", 2), (5, "Misi Kota", 1), (8, "####### bukan", 0)]


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("**Menimbang** :", "Menimbang :"),
        ("* a. bahwa *segera*", "- a. bahwa segera"),
        ("1\\. Kepala Dinas \\* x", "1. Kepala Dinas * x"),
        ("Lihat [lampiran](http://x.example/a) ini", "Lihat lampiran ini"),
        ("Tugas &amp; fungsi&nbsp;dinas", "Tugas & fungsi dinas"),
        ("A $\\rightarrow$ B", "A → B"),
        ('<p align="center">KEPUTUSAN</p>', "KEPUTUSAN"),
        ("> kutipan", "kutipan"),
        ("nama_berkas_lama `kode`", "nama_berkas_lama kode"),
    ],
)
def test_marks_are_dropped_and_words_stay(raw: str, seen: str) -> None:
    assert texts(raw) == [(1, seen)]


def test_bold_over_two_lines_is_bold_on_both_and_ends() -> None:
    document = md("**KEPUTUSAN BUPATI\nNOMOR : 1 TAHUN 2021**\n\nTENTANG\n**PETA PROSES**\n- **KESATU** : Menetapkan\n")
    assert [line.bold for line in document.lines if line.text] == [True, True, False, True, False]


def test_items_begin_and_lines_after_text_do_not_say() -> None:
    document = md("Paragraf satu\nmasih satu\n- butir\n\nBaru")
    assert [line.begins for line in document.lines if line.text] == [True, None, True, True]
    assert [block.baris for block in blocks(document.lines)] == ["1–2", "3", "5"]


def test_a_pipe_table_is_rows_with_a_head() -> None:
    document = md(
        "P:\n\n| No | Kode | Nama |\n|---:|:---|---|\n| 1 | P.1 | Data \\| Informasi |\n| 2 | P.2 | a.<br>b. |\n\nx"
    )
    found = [line for line in document.lines if line.kind is Kind.ROW]
    assert [line.number for line in found] == [3, 5, 6]
    assert found[0].cells == tuple(Cell(t, c, header=True) for c, t in enumerate(("No", "Kode", "Nama")))
    assert [cell.text for cell in found[1].cells] == ["1", "P.1", "Data | Informasi"]
    assert found[2].cells[2].text == "a.\nb."
    assert {line.table for line in found} == {1}


def test_a_table_that_sets_the_body_of_a_decree_is_paragraphs() -> None:
    text = "| Menimbang | : | a. bahwa satu;<br>b. bahwa dua; |\n|---|---|---|\n| KESATU | : | Menetapkan peta. |\n"
    assert texts(text) == [
        (1, "Menimbang :"),
        (1, "a. bahwa satu;"),
        (1, "b. bahwa dua;"),
        (3, "KESATU : Menetapkan peta."),
    ]


def test_a_table_in_html_keeps_merged_cells_and_the_lines_of_its_rows() -> None:
    text = (
        "Awal <table border=1>\n<thead><tr><th>NO</th><th colspan='2'>URAIAN</th></tr></thead>\n"
        "<tr><td rowspan=2>1.</td><td>Misi <b>satu</b></td><td>Tujuan<br/>dua</td></tr>\n"
        "<tr><td>Misi&nbsp;tiga</td><td>x &amp; y</td></tr></table> Akhir\n"
    )
    document = md(text)
    found = [line for line in document.lines if line.kind is Kind.ROW]
    assert [line.number for line in found] == [2, 3, 4]
    assert found[0].cells == (Cell("NO", 0, header=True), Cell("URAIAN", 1, 2, header=True))
    assert found[1].cells == (Cell("1.", 0, rows=2), Cell("Misi satu", 1), Cell("Tujuan\ndua", 2))
    assert found[2].cells == (Cell("Misi tiga", 1), Cell("x & y", 2))
    assert [line.text for line in document.lines if line.kind is Kind.TEXT and line.text] == ["Awal", "Akhir"]


def test_a_whole_table_on_one_line_is_rows_of_that_line() -> None:
    found = rows("<table><tr><td>1</td><td>A</td></tr><tr><td>2</td><td>B</td></tr></table>")
    assert found == [["1", "A"], ["2", "B"]]


def test_a_table_in_a_cell_becomes_its_text_and_script_is_none() -> None:
    text = "<table><tr><td>x<script>f()</script></td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"
    assert rows(text) == [["x", "a | b"]]


def test_a_script_without_an_end_does_not_swallow_the_rows_below() -> None:
    assert rows("<table><tr><td>a<script>f()</td></tr></script><tr><td>b</td><td>c</td></tr></table>")[-1] == ["b", "c"]


def test_a_table_without_an_end_stops_at_an_empty_line() -> None:
    document = md("<table><tr><td>a</td><td>b</td>\n\nTeks biasa\n\n<table><tr><td>c</td><td>d</td>\n\nAkhir")
    assert [line.text for line in document.lines if line.kind is Kind.TEXT and line.text] == ["Teks biasa", "Akhir"]
    assert [line.number for line in document.lines if line.kind is Kind.ROW] == [1, 5]


def test_pictures_stand_at_their_line_and_are_taken_where_they_are_in_the_file() -> None:
    png = base64.b64encode(b"\x89PNG isi").decode()
    document = md(
        f"Peta proses\n\n![Peta](img/peta.png)\n![Relasi](data:image/png;base64,{png})\n<img src='x.jpg' alt='Foto'>"
    )
    assert [(line.number, line.text) for line in document.lines if line.kind is Kind.PICTURE] == [
        (3, "Peta"),
        (4, "Relasi"),
        (5, "Foto"),
    ]
    assert [(each.line, each.media, each.data) for each in document.pictures] == [(4, "image/png", b"\x89PNG isi")]
    assert [(noise.line, noise.text) for noise in document.noise] == [(3, "peta.png"), (5, "x.jpg")]


def test_fenced_code_is_text_and_its_marks_are_not() -> None:
    assert texts("```\n# bukan judul\n| a | b |\n```\nsesudah") == [
        (2, "# bukan judul"),
        (3, "| a | b |"),
        (5, "sesudah"),
    ]


def test_a_comment_that_names_a_page_begins_it() -> None:
    document = md("Satu\n<!-- Page 2 -->\nDua")
    assert [(line.text, line.page) for line in document.lines if line.text] == [("Satu", 1), ("Dua", 2)]
    assert [noise.what for noise in document.noise] == ["komentar Markdown"]


@pytest.mark.parametrize(
    "text",
    [
        "<table>" * 60_000,
        "<table>\n" * 60_000 + "</table>",
        "<table><tr>" + "<td colspan=1000 rowspan=1000>" * 30_000,
        "| a " * 300_000,
        "|-" * 300_000,
        "# " + " " * 1_000_000 + "x",
        "[" * 500_000,
        "![" * 300_000,
        "<img " * 200_000,
        "<!--" * 100_000,
        "**" * 500_000,
        "_a" * 500_000,
        ">" * 500_000,
        "<table><tr><td>" + "<!" * 200_000,
        "<table><tr><td>" + "</" * 200_000,
        "<table><tr><td " + "a=' " * 100_000,
        "- " * 500_000,
        "\\" * 500_000,
        "$\\" * 300_000,
        "&" * 500_000,
        "a|b\n|-" + " " * 500_000 + "x",
    ],
)
def test_what_is_made_to_take_long_does_not(text: str) -> None:
    start = time.perf_counter()
    md(text)
    assert time.perf_counter() - start < 5


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(Unreadable):
        read("a.md", b"\x00\x01" * 100)


GRID = """+------------+---+--------------------------------+
| **Menim**bang | : | a.  bahwa x                  |
+------------+---+--------------------------------+

Tabel

+--------+----------------------+---------------------+
| Kode   | Nama                 | Unit                |
+========+======================+=====================+
| PK-1   | **PELAYANAN KELUAR   |                     |
|        | MASUK**              |                     |
+--------+----------------------+---------------------+
| PK-1.a | Pencatatan           | Bagian Umum         |
|        |                      |                     |
|        |                      | Bagian              |
|        |                      | Keuangan            |
+--------+----------------------+---------------------+

: Tabel 2 Proses
"""


def test_a_grid_table_keeps_the_paragraphs_of_its_cells() -> None:
    assert rows(GRID) == [
        ["Kode", "Nama", "Unit"],
        ["PK-1", "PELAYANAN KELUAR MASUK", ""],
        ["PK-1.a", "Pencatatan", "Bagian Umum\nBagian Keuangan"],
    ]
    texts = [line.text for line in md(GRID).lines if line.text and not line.cells]
    assert texts == ["Menimbang :", "a. bahwa x", "Tabel", "Tabel 2 Proses"]


@pytest.mark.parametrize(
    "text",
    [
        "  Kode   Nama               Pemilik\n  ------ ------------------ ---------\n"
        "  A-1    Penataan pasar     Bidang\n  A-2    Penarikan          Umum\n\nAkhir\n",
        "------------------------------------\n Kode   Nama               Pemilik\n"
        "------ ------------------ ----------\nA-1    Penataan           Bidang\n       pasar\n\n"
        "A-2    Penarikan          Umum\n------------------------------------\n\nAkhir\n",
    ],
)
def test_dashes_that_mark_columns_make_a_table(text: str) -> None:
    assert rows(text) == [
        ["Kode", "Nama", "Pemilik"],
        ["A-1", "Penataan pasar", "Bidang"],
        ["A-2", "Penarikan", "Umum"],
    ]
    assert md(text).lines[-2].text == "Akhir"


def test_attributes_captions_and_broken_lines_leave_only_words() -> None:
    text = '# LAMPIRAN {#lampiran .unnumbered}\n\n> **KEPALA DINAS**\\\n> **KOTA,**\n\n![](a/b.png){width="0.9in"}\n'
    assert [(line.text, line.kind) for line in md(text).lines if line.text or line.kind is Kind.PICTURE] == [
        ("LAMPIRAN", Kind.TEXT),
        ("KEPALA DINAS", Kind.TEXT),
        ("KOTA,", Kind.TEXT),
        ("", Kind.PICTURE),
    ]
