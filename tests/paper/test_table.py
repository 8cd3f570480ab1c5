"""Tables fill their columns exactly, or are refused."""

import pytest

from probis.paper import Cell, Column, Row, Table, text
from probis.paper.table import placed

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
