"""Tables: columns, rows and cells that may span several of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from probis.paper.prose import Align
from probis.paper.text import Text, text

if TYPE_CHECKING:
    from probis.paper.blocks import Block

_WORDS_GROW = 1.8  # how much wider a column may become where a table that is cut leaves room on the page
_MARKS_GROW = 1.5


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``width_mm`` if it is measured, else its ``share`` of what is left.

    ``choices`` are the words that are written into its cells: a spreadsheet offers them.
    """

    share: float = 1
    width_mm: float | None = None
    align: Align = Align.LEFT
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a text, below it further blocks; ``columns`` and ``rows`` say how many it spans.

    With ``turned_mm`` the text of a head stands a quarter turned, read upwards, on lines of that length. ``number`` is
    what a spreadsheet reckons with in place of the text; ``percent`` tells that it is a share of one.
    """

    text: Text = ()
    blocks: tuple[Block, ...] = ()
    columns: int = 1
    rows: int = 1
    align: Align | None = None
    turned_mm: float = 0
    number: Decimal | None = None
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that begin in this row, left to right; places taken by a span from above are left out."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the ``head`` rows come again on each page it runs over, the ``foot`` rows stand once, at its end.

    The first ``keys`` columns say what a row is about: a table that is wider than its page is divided by columns, and
    they come again in each part (:func:`parts`). Such a table has only columns that are measured.
    Raises ``ValueError`` when the rows do not fill the columns exactly, or a span runs out of the table:
    that is a fault of the program that made it, not of what a user wrote.
    """

    columns: tuple[Column, ...]
    body: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    caption: Text = ()
    size_pt: float = 10
    foot: tuple[Row, ...] = ()
    keys: int = 0

    def __post_init__(self) -> None:
        for name, rows in (("head", self.head), ("body", self.body), ("foot", self.foot)):
            placed(rows, len(self.columns), name)

    @property
    def turned_mm(self) -> float:
        """How high the turned texts of the head stand; 0 where none is turned."""
        return max((cell.turned_mm for row in self.head for cell in row.cells), default=0)


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


def parts(table: Table, room_mm: float) -> tuple[Table, ...]:
    """The table as it is, or cut between columns into parts that fit, of about the same width, the keys in each.

    A column that is wider than what the keys leave stands in a part of its own. A cell that a cut goes through comes
    again on the other side of it.
    """
    widths = [column.width_mm or 0 for column in table.columns]
    keys, free = table.keys, room_mm - sum(widths[: table.keys])
    if not keys or sum(widths) <= room_mm or len(widths) <= keys + 1:
        return (table,)
    cuts = _cuts(widths[keys:], free)
    even = sum(widths[keys:]) / len(cuts)
    for room in (even * (1 + step / 20) for step in range(40)):
        better = _cuts(widths[keys:], min(room, free))
        if len(better) == len(cuts):
            cuts = better
            break
    said = (
        text(f"Bagian {n} dari {len(cuts)}, dibagi menurut kolom. ", table.caption) for n in range(1, len(cuts) + 1)
    )
    return tuple(
        _stretched(replace(_part(table, keys + start, keys + end), caption=caption), room_mm)
        for (start, end), caption in zip(cuts, said, strict=True)
    )


def _stretched(table: Table, room_mm: float) -> Table:
    """The table as wide as its place, as far as that serves it: columns of words get most, those of marks the rest."""
    widths = [column.width_mm or 0 for column in table.columns]
    turned = {x for _, x, cell in placed(table.head, len(widths)) if cell.turned_mm}
    spare = room_mm - 0.3 - sum(widths)  # less what columns may gain where a format rounds them
    for columns, most in ((set(range(len(widths))) - turned, _WORDS_GROW), (turned, _MARKS_GROW)):
        held = sum(widths[x] for x in columns)
        grown = max(min(spare, held * (most - 1)), 0)
        for x in columns:
            widths[x] *= 1 + grown / held
        spare -= grown
    return replace(
        table,
        columns=tuple(replace(c, width_mm=round(w, 2)) for c, w in zip(table.columns, widths, strict=True)),
    )


def _cuts(widths: list[float], room: float) -> list[tuple[int, int]]:
    """Columns from–to of each part, filled from the left."""
    found, start, used = [], 0, 0.0
    for n, width in enumerate(widths):
        if n > start and used + width > room + 0.01:
            found.append((start, n))
            start, used = n, 0.0
        used += width
    return [*found, (start, len(widths))]


def _part(table: Table, start: int, end: int) -> Table:
    keys = table.keys

    def cut(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        out: list[list[Cell]] = [[] for _ in rows]
        for y, x, cell in placed(rows, len(table.columns)):
            last = x + cell.columns
            wide = max(min(last, keys) - x, 0) + max(min(last, end) - max(x, start), 0)
            if wide:
                out[y].append(replace(cell, columns=wide))
        return tuple(Row(tuple(cells)) for cells in out)

    columns = (*table.columns[:keys], *table.columns[start:end])
    return replace(table, columns=columns, body=cut(table.body), head=cut(table.head), foot=cut(table.foot))
