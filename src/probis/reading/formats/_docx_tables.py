"""A table of a DOCX file to its rows, with cells that are merged put together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from probis.reading.formats._docx_package import MC, W
from probis.reading.formats._docx_shapes import chosen
from probis.reading.formats._docx_styles import Styles, drawn, flag, val, whole
from probis.reading.formats._grid import Piece, Row
from probis.reading.formats._items import Item

MOST_COLUMNS: Final = 200
_WRAPS: Final = {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"}


def rows_of(table: Any, styles: Styles, read: Callable[[Any], list[Item]]) -> list[Row]:
    """The rows of a w:tbl; `read` reads the content of a cell. Merged cells are put together."""
    properties = table.find(f"{W}tblPr")
    borders = properties.find(f"{W}tblBorders") if properties is not None else None
    style = val(properties, "tblStyle") if properties is not None else None
    lined = drawn(borders) if borders is not None else styles.bordered(style)
    rows: list[Row] = []
    for element in _within(table, f"{W}tr"):
        rows.append(_row(element, lined, read))
    above: dict[int, Piece] = {}
    for row in rows:
        kept: list[Piece] = []
        for piece in row.pieces:
            over = above.get(piece.column)
            if piece.goes_on and over is not None and over.columns == piece.columns:
                over.rows += 1
                over.items += piece.items
                continue
            kept.append(piece)
            for column in range(piece.column, piece.column + piece.columns):
                above[column] = piece
        row.pieces = kept
    return rows


def _row(element: Any, lined: bool, read: Callable[[Any], list[Item]]) -> Row:
    properties = element.find(f"{W}trPr")
    row = Row([])
    column = 0
    if properties is not None:
        row.header = bool(flag(properties, "tblHeader"))
        column = min(max(whole(val(properties, "gridBefore")) or 0, 0), MOST_COLUMNS)
        if properties.find(f"{W}del") is not None:
            words = "".join(each.text or "" for each in element.iter(f"{W}t", f"{W}delText")).strip()
            row.noise.append((words, "baris tabel yang dihapus dengan lacak perubahan"))
            return row
    for cell in _within(element, f"{W}tc"):
        about = cell.find(f"{W}tcPr")
        columns, goes_on, bordered = 1, False, lined
        if about is not None:
            columns = min(max(whole(val(about, "gridSpan")) or 1, 1), MOST_COLUMNS)
            merge = about.find(f"{W}vMerge")
            goes_on = merge is not None and merge.get(f"{W}val", "continue") != "restart"
            borders = about.find(f"{W}tcBorders")
            if borders is not None and len(borders):
                bordered = drawn(borders) or (lined and len(borders) < 4)
            along = about.find(f"{W}hMerge")
            if along is not None and along.get(f"{W}val", "continue") != "restart" and row.pieces:
                row.pieces[-1].columns += columns
                row.pieces[-1].items += read(cell)
                column += columns
                continue
        if column >= MOST_COLUMNS:
            break
        row.pieces.append(Piece(read(cell), column, columns, goes_on, bordered))
        column += columns
    return row


def _within(element: Any, tag: str) -> Iterator[Any]:
    """The rows or cells in an element, those in content controls and insertions too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPS:
            yield from _within(child, tag)
        elif child.tag == f"{MC}AlternateContent":
            yield from _within(chosen(child), tag)
