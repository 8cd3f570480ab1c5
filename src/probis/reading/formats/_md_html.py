"""A table in HTML, as OCR tools write it, to its cells with their places; nothing is evaluated, only taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

MOST_BYTES: Final = 3_000_000
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 200
_BREAKS: Final = ("br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6")
_NO_TAG: Final = re.compile(r"<(?!/?[a-zA-Z][^<>]{0,2000}>)")  # the parser looks for its end again and again
_SILENT: Final = ("script", "style", "template")


@dataclass(slots=True)
class HtmlCell:
    """A cell: its text with a line a paragraph, its place, and how far it reaches."""

    text: str
    column: int
    columns: int
    rows: int
    header: bool


@dataclass(slots=True)
class HtmlRow:
    """A row with the line it begins on, from 0."""

    line: int
    cells: list[HtmlCell] = field(default_factory=list)
    header: bool = False


@dataclass(slots=True)
class Table:
    """The rows of a table."""

    rows: list[HtmlRow] = field(default_factory=list)


def html_table(source: str) -> Table:
    """Return the table that a text in HTML begins with; tables in its cells become part of their text."""
    parser = _Parser()
    parser.feed(_NO_TAG.sub("&lt;", source[:MOST_BYTES]))
    parser.close()
    parser.end_cell()
    for row in parser.rows:
        row.header = row.header or all(cell.header for cell in row.cells)
    return Table([row for row in parser.rows if row.cells])


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[HtmlRow] = []
        self._covered: dict[int, int] = {}  # column: rows that a cell above still reaches into
        self._text: list[str] = []
        self._open: tuple[int, int, int, bool] | None = None
        self._depth = 0
        self._head = False
        self._silent = 0

    def set_cdata_mode(self, elem: str, **_: object) -> None:
        """Nothing is taken for code: a script without an end is not the rest of the file."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        if tag == "table":
            self._depth += 1
        elif self._depth > 1:
            if tag in ("td", "th"):
                self._text.append(" | ")
            elif tag in ("tr", *_BREAKS):
                self._text.append("\n")
        elif tag == "thead":
            self._head = True
        elif tag in ("tbody", "tfoot"):
            self._head = False
        elif tag == "tr":
            self._begin_row()
        elif tag in ("td", "th"):
            self._begin_cell(tag, {key: value or "" for key, value in attrs})
        elif tag in _BREAKS:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        if tag == "table":
            self._depth -= 1
        elif self._depth == 1:
            if tag == "thead":
                self._head = False
            elif tag in ("td", "th", "tr"):
                self.end_cell()
            elif tag in _BREAKS:
                self._text.append("\n")

    def handle_data(self, data: str) -> None:
        if self._open is not None and not self._silent:
            self._text.append(re.sub(r"\s+", " ", data))

    def _begin_row(self) -> None:
        self.end_cell()
        if len(self.rows) >= MOST_ROWS:
            return
        self._covered = {column: left - 1 for column, left in self._covered.items() if left > 1}
        self.rows.append(HtmlRow(self.getpos()[0] - 1, header=self._head))

    def _begin_cell(self, tag: str, attributes: dict[str, str]) -> None:
        self.end_cell()
        if not self.rows:
            self._begin_row()
        taken = self.rows[-1].cells
        column = taken[-1].column + taken[-1].columns if taken else 0
        while column in self._covered and column < MOST_COLUMNS:
            column += 1
        columns, rows = (_span(attributes.get(name, "")) for name in ("colspan", "rowspan"))
        self._open = (column, min(columns, MOST_COLUMNS), rows, tag == "th")
        self._text = []

    def end_cell(self) -> None:
        """Close the cell that is open, if one is."""
        if self._open is None or not self.rows:
            return
        column, columns, rows, header = self._open
        self._open = None
        lines = (" ".join(line.split()) for line in "".join(self._text).split("\n"))
        text = "\n".join(line.strip("| ") if line.startswith("|") else line for line in lines if line.strip("| "))
        row = self.rows[-1]
        if column < MOST_COLUMNS:
            row.cells.append(HtmlCell(text, column, columns, rows, header))
            if rows > 1:
                for each in range(column, min(column + columns, MOST_COLUMNS)):
                    self._covered[each] = rows


def _span(text: str) -> int:
    return min(max(int(text), 1), 1000) if re.fullmatch(r"\d{1,5}", text.strip()) else 1
