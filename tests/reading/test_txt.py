"""Plain text read: rows where a table was drawn or surely set in columns, text everywhere else."""

import time

import pytest

from probis.reading.document import Kind
from probis.reading.formats import read


def rows(text: str) -> list[tuple[int, list[str]]]:
    lines = read("a.txt", text.encode()).lines
    return [(line.number, [cell.text for cell in line.cells]) for line in lines if line.kind is Kind.ROW]


@pytest.mark.parametrize(
    "text",
    [
        "+----+------+------+\n| No | Kode | Nama |\n+----+------+------+\n| 1  | P.1  | Satu |\n+----+------+------+",
        "┌────┬──────┬──────┐\n│ No │ Kode │ Nama │\n├────┼──────┼──────┤\n│ 1  │ P.1  │ Satu │\n└────┴──────┴──────┘",
    ],
)
def test_a_drawn_table_is_rows(text: str) -> None:
    assert rows(f"Daftar:\n{text}\nAkhir") == [(3, ["No", "Kode", "Nama"]), (5, ["1", "P.1", "Satu"])]


def test_columns_that_stand_below_each_other_are_rows() -> None:
    text = "No  Kode  Nama proses\n1   P.01  Penataan kelembagaan\n2   P.02  Analisis jabatan\n\nTeks  biasa  saja\n"
    assert rows(text) == [
        (1, ["No", "Kode", "Nama proses"]),
        (2, ["1", "P.01", "Penataan kelembagaan"]),
        (3, ["2", "P.02", "Analisis jabatan"]),
    ]


def test_heads_beside_their_text_and_two_lines_alike_are_no_table() -> None:
    assert not rows("Menimbang  :  a. bahwa\nMengingat  :  1. UU 12\nMenetapk.  :  KESATU x\n")
    assert not rows("a  b  c\nd  e  f\n\na  b\nc  d\ne  f\n")


def test_tabs_are_rows_of_one_table_until_a_line_without() -> None:
    document = read("a.txt", b"No\tNama\n1\tSatu\nteks\n2\tDua")
    assert [line.table for line in document.lines] == [1, 1, None, 2]


@pytest.mark.parametrize("line", ["a  b  c", "|" + "-" * 20 + "|", "| a | b |", "+---+", " " * 500])
def test_many_such_lines_end_soon(line: str) -> None:
    start = time.process_time()
    read("a.txt", (f"{line}\n" * 60_000).encode())
    assert time.process_time() - start < 6


COPIED = """Menimbang\t:\ta.\tbahwa dalam rangka mewujudkan organisasi yang ringkas dan lincah perlu
disusun peta;
\t\tb.\tbahwa peta telah dibahas;
KEDUA\t:\tPeta terdiri dari:
\t\t1.\tPeta Proses;
\t\t2.\tPeta Relasi.
\t\t\t\tDitetapkan di\t: Labuan

Tembusan:
1.\tBupati Teluk;
2.\tArsip.

A.\tDAFTAR PROSES

Kode\tNama Proses\tPemilik
LB/A\tPenataan Tambatan Perahu dan Gudang
Jaring\tBidang Tangkap
LB/B\tPengelolaan Pasar Ikan Segar\tUnit Pelaksana Teknis Daerah Pasar Ikan
Kuala Besar
\tLB/B-1\tPenimbangan
LB/C\tPembinaan\tSekretariat

Penutup dari daftar ini berbunyi demikian.
"""


def test_tabs_after_labels_are_paragraphs_and_a_row_goes_on_where_its_cells_are_wanting() -> None:
    lines = read("a.txt", COPIED.encode()).lines
    told = [[cell.text for cell in line.cells] for line in lines if line.cells]
    assert told == [
        ["Kode", "Nama Proses", "Pemilik"],
        ["LB/A", "Penataan Tambatan Perahu dan Gudang Jaring", "Bidang Tangkap"],
        ["LB/B", "Pengelolaan Pasar Ikan Segar", "Unit Pelaksana Teknis Daerah Pasar Ikan Kuala Besar"],
        ["", "LB/B-1", "Penimbangan"],
        ["LB/C", "Pembinaan", "Sekretariat"],
    ]
    words = [line.text for line in lines if line.text and not line.cells]
    assert words[0].startswith("Menimbang : a. bahwa dalam") and words[2] == "b. bahwa peta telah dibahas;"
    assert words[3:9] == [
        "KEDUA : Peta terdiri dari:", "1. Peta Proses;", "2. Peta Relasi.", "Ditetapkan di : Labuan", "Tembusan:",
        "1. Bupati Teluk;",
    ]  # fmt: skip
    assert words[-1] == "Penutup dari daftar ini berbunyi demikian."
    assert len(lines) == COPIED.count("\n") + 1
