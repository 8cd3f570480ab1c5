"""Tables fill their columns exactly, or are refused."""

from dataclasses import replace

import pytest

from probis.paper import Cell, Column, Row, Table, plain, text
from probis.paper.table import parts, placed

TWO = (Column(), Column())


def row(*cells: Cell) -> Row:
    return Row(cells)


def test_cells_under_a_span_move_to_the_right() -> None:
    rows = (row(Cell(text("a"), rows=2), Cell(text("b"))), row(Cell(text("c"))))
    assert [(y, x) for y, x, _ in placed(rows, 2)] == [(0, 0), (0, 1), (1, 1)]


@pytest.mark.parametrize(
    "rows",
    [
        (row(Cell(text("a"))),),
        (row(Cell(text("a"), columns=3)),),
        (row(Cell(text("a"), rows=2), Cell(text("b"))),),
        (row(Cell(text("a")), Cell(text("b"), rows=2)), row(Cell(text("c"), columns=2))),
        (row(Cell(text("a"), columns=0), Cell()),),
    ],
)
def test_a_table_that_does_not_close_is_refused(rows: tuple[Row, ...]) -> None:
    with pytest.raises(ValueError, match="body"):
        Table(TWO, rows)


def test_an_empty_table_is_a_table() -> None:
    assert Table(TWO, ()).body == ()


def wide(columns: int, keys: int, mm: float = 20) -> Table:
    head = (
        Row((Cell(text("kunci"), columns=keys), Cell(text("di atas semua"), columns=columns - keys))),
        Row(tuple(Cell(text(f"k{n}")) for n in range(columns))),
    )
    body = (Row((Cell(text("dua baris"), rows=2), *(Cell(text(f"a{n}")) for n in range(1, columns)))),)
    body += (Row(tuple(Cell(text(f"b{n}")) for n in range(1, columns))),)
    foot = (Row((Cell(text("jumlah"), columns=columns),)),)
    return Table((Column(width_mm=mm),) * columns, body, head, text("Ket."), foot=foot, keys=keys)


def said(rows: tuple[Row, ...]) -> list[str]:
    return [plain(cell.text) for row in rows for cell in row.cells]


def test_a_table_that_fits_is_one_part() -> None:
    table = wide(5, 1)
    assert parts(table, 100) == (table,)
    assert parts(replace(table, keys=0), 40) == (replace(table, keys=0),)


def test_a_wide_table_is_cut_between_columns_with_its_keys_in_each_part() -> None:
    made = parts(wide(12, 2), 100)
    assert [len(part.columns) for part in made] == [5, 5, 5, 3]
    assert [c for part in made for c in said(part.head[1:])[2:]] == [f"k{n}" for n in range(2, 12)]
    assert all(said(part.head)[:2] == ["kunci", "di atas semua"] for part in made)
    assert all(said(part.body)[0] == "dua baris" and said(part.foot) == ["jumlah"] for part in made)
    assert [plain(part.caption) for part in made] == [
        f"Bagian {n} dari 4, dibagi menurut kolom. Ket." for n in range(1, 5)
    ]
    assert all(sum(c.width_mm or 0 for c in part.columns) <= 100 for part in made)


def test_the_parts_are_of_about_the_same_width() -> None:
    assert [len(part.columns) for part in parts(wide(11, 1), 120)] == [6, 6]
    assert [len(part.columns) for part in parts(wide(8, 1), 120)] == [5, 4]


def test_a_column_wider_than_the_page_stands_alone() -> None:
    assert [len(part.columns) for part in parts(wide(3, 1, 70), 100)] == [2, 2]


def test_the_parts_of_a_cut_table_use_the_page_as_far_as_that_serves_them() -> None:
    widths = (40, 30, 30, 30, 30, 30, 30)
    table = Table(tuple(Column(width_mm=w) for w in widths), (Row(tuple(Cell(text("a")) for _ in widths)),), keys=1)
    found = parts(table, 150)
    assert [len(part.columns) for part in found] == [4, 4]
    assert [round(sum(c.width_mm or 0 for c in part.columns)) for part in found] == [150, 150]
    wide = parts(table, 190)
    assert all(sum(c.width_mm or 0 for c in part.columns) <= 190.1 for part in wide)
    assert all((c.width_mm or 0) <= 40 * 1.8 for part in wide for c in part.columns)
