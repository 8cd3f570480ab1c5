"""The content of a map as a table of words: map to a section on lying pages."""

from __future__ import annotations

from math import sqrt

from probis.drawing.measure import width
from probis.maps import MapText
from probis.paper import Align, Block, Cell, Column, Page, Paragraph, Row, Section, Table, bold, text

SIZE_PT = 8.5
_MM = 25.4 / 72
_INSET_MM = 4.0
_SLACK = 1.1  # bold runs wider than the face we measure in
_NARROW_MM = 24.0  # a column that needs no more gets just that
_LONGEST = 160  # signs; a longer text asks for no more room


def section(told: MapText, page: Page) -> Section:
    """The table under the name of the map, on the body's sheet, lying, with narrow margins."""
    return Section(blocks(told), page.turned(top_mm=16, right_mm=14, bottom_mm=16, left_mm=18))


def blocks(told: MapText) -> tuple[Block, ...]:
    """The name of the map, its table, and the note below it; empty columns are left out."""
    kept = [n for n in range(len(told.head)) if n < 2 or any(row.cells[n].strip(" –") for row in told.rows)]
    head = Row(tuple(Cell(text(told.head[n])) for n in kept))
    rows = tuple(Row(tuple(Cell(text(row.cells[n])) for n in kept)) for row in told.rows)
    note = (Paragraph(text(told.note), Align.LEFT, small=True),) if told.note else ()
    columns = tuple(_column(told, n) for n in kept)
    return (
        Paragraph(bold(told.title), Align.LEFT, keep_with_next=True),
        Table(columns, rows, (head,), size_pt=SIZE_PT),
        *note,
    )


def _column(told: MapText, n: int) -> Column:
    """A narrow column as wide as what it holds; the others share the rest by the roots of their longest texts."""
    said = [told.head[n], *(row.cells[n] for row in told.rows)]
    widest = max(width(cell, SIZE_PT, 700, "serif") for cell in said) * _MM * _SLACK + _INSET_MM
    if widest <= _NARROW_MM:
        return Column(width_mm=round(widest, 1), align=Align.CENTER if widest < _NARROW_MM / 2 else Align.LEFT)
    return Column(sqrt(min(max(map(len, said)), _LONGEST)))
