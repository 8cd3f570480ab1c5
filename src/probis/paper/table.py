"""Tables: columns, rows and cells that may span several of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from probis.paper.prose import Align
from probis.paper.text import Text

if TYPE_CHECKING:
    from probis.paper.blocks import Block


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``width_mm`` if it is measured, else its ``share`` of what is left."""

    share: float = 1
    width_mm: float | None = None
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a text, below it further blocks; ``columns`` and ``rows`` say how many it spans."""

    text: Text = ()
    blocks: tuple[Block, ...] = ()
    columns: int = 1
    rows: int = 1
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that begin in this row, left to right; places taken by a span from above are left out."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the ``head`` rows come again on each page it runs over.

    Raises ``ValueError`` when the rows do not fill the columns exactly, or a span runs out of the table:
    that is a fault of the program that made it, not of what a user wrote.
    """

    columns: tuple[Column, ...]
    body: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    caption: Text = ()
    size_pt: float = 10

    def __post_init__(self) -> None:
        for name, rows in (("head", self.head), ("body", self.body)):
            placed(rows, len(self.columns), name)


def placed(rows: tuple[Row, ...], columns: int, name: str = "table") -> tuple[tuple[int, int, Cell], ...]:
    """Each cell with the row and column (from 0) where it begins."""
    taken: set[tuple[int, int]] = set()
    found: list[tuple[int, int, Cell]] = []
    for y, row in enumerate(rows):
        x = 0
        for cell in row.cells:
            while (y, x) in taken:
                x += 1
            if cell.rows < 1 or cell.columns < 1 or x + cell.columns > columns or y + cell.rows > len(rows):
                raise ValueError(f"{name}: the cell at row {y + 1}, column {x + 1} runs out of the table")
            spot = {(y + dy, x + dx) for dy in range(cell.rows) for dx in range(cell.columns)}
            if spot & taken:
                raise ValueError(f"{name}: the cell at row {y + 1}, column {x + 1} covers another")
            taken |= spot
            found.append((y, x, cell))
            x += cell.columns
    if len(taken) != len(rows) * columns:
        raise ValueError(f"{name}: {len(rows)} rows of {columns} columns are not filled")
    return tuple(found)
