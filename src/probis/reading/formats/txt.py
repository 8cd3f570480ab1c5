"""Plain text to a document: its own lines; rows where tabs part words or a table is sure; tabs before indent."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from probis.reading.document import Cell, Document, Kind, Line
from probis.reading.formats._lines import branch, decoded, plain, split
from probis.reading.formats._text_columns import columns
from probis.reading.formats._text_framed import Drawn, framed, opened, piped, rows_of_framed, rows_of_piped
from probis.reading.formats._text_ruled import ruled
from probis.reading.formats._text_stacked import stacked
from probis.reading.formats._txt_signed import signed
from probis.reading.formats._txt_tabs import paragraph, rows

_PAGE: Final = re.compile(
    r"\s*(?:[-–—~]\s*\d{1,4}\s*[-–—~]|(?:halaman|hal|hlm)\.?\s*:?\s*\d{1,4}(?:\s*(?:dari|/)\s*\d{1,4})?)\s*$",
    re.IGNORECASE,
)


def read(name: str, data: bytes) -> Document:
    """Return the document in a text file; raise `Unreadable` where it holds no text."""
    held = split(name, decoded(name, data))
    raws = [raw.replace("\u00a0", " ") for raw, _ in held]
    lines: list[Line] = []
    aside = _of_pages(raws)
    width = max((len(raw) for raw in raws), default=0)
    table = looked = end = 0  # up to which line a table was looked for, and goes on
    told: dict[int, list[Cell]] = {}  # the rows of the table at hand, by the lines on which they begin
    for number, (raw, page) in enumerate(held, 1):
        at = number - 1
        if at >= end:
            made, length, looked = _table(raws, at, width, aside, looked)
            end = at + length
            told = {at + away: cells for away, cells in made}
            table += bool(made)
        if at < end and at in told:
            lines.append(_row(number, raw, page, told[at], table))
            continue
        if at < end and at not in aside:
            lines.append(Line(number, "", "", page))
            continue
        drawn_ = branch(raw)
        raw = " " * drawn_ + raw[drawn_:]
        apart = paragraph(raw) if "\t" in raw.strip() else None
        indent = float(len(raw.expandtabs(4)) - len(raw.lstrip()))
        begins = True if apart is not None or raw.startswith("\t") or drawn_ else None
        bold = raw.lstrip("- ").startswith("**")
        lines.append(Line(number, plain(apart or raw).strip(), raw, page, begins=begins, bold=bold, indent=indent))
    return Document(name, "txt", tuple(signed(lines)))


def _table(raws: list[str], at: int, width: int, aside: frozenset[int], looked: int) -> tuple[Drawn, int, int]:
    """The table that begins at a line: its rows, how many lines it takes, up to where lines were looked for."""
    if at >= looked:
        found, sure = framed(raws, at)
        if sure:
            return rows_of_framed(raws[at : at + found]), found, at + found
        looked = at + found
    length, made = ruled(raws, at) if at + 1 < len(raws) and _dashed(raws, at) else (0, [])
    if made:
        return made, length, looked
    made, length = stacked(raws, at)
    if made:
        return made, length, looked
    length, made = opened(raws, at) if "|" in raws[at] else (0, [])
    if made:
        return made, length, looked
    if found := piped(raws, at):
        return rows_of_piped(raws[at : at + found]), found, looked
    if "\t" in raws[at].strip():
        if paragraph(raws[at]) is not None:
            return [], 0, looked
        taken = 0
        for cells, length in rows(raws, at, width):
            made.append((taken, [Cell(text, column) for column, text in enumerate(cells)]))
            taken += length
        return made, taken, looked
    if (set_ := columns(raws, at, aside)) is not None:
        return set_.rows, set_.length, looked
    return [], 0, looked


def _dashed(raws: Sequence[str], at: int) -> bool:
    return "--" in raws[at] or "==" in raws[at] or "--" in raws[at + 1] or "==" in raws[at + 1]


def _of_pages(raws: Sequence[str]) -> frozenset[int]:
    """The lines that belong to the pages: their numbers, and what comes back beside these."""
    numbered = {at for at, raw in enumerate(raws) if _PAGE.match(raw[:120])}
    keys = {
        near: re.sub(r"[\dlO]+", "#", raws[near].strip())
        for at in numbered
        for near in range(max(0, at - 2), min(len(raws), at + 3))
        if near not in numbered and raws[near].strip()
    }
    often = Counter(keys.values())
    return frozenset(numbered | {at for at, key in keys.items() if often[key] > 2})


def _row(number: int, raw: str, page: int, cells: Sequence[Cell], table: int) -> Line:
    made = tuple(
        Cell("\n".join(map(plain, cell.text.split("\n"))), cell.column, cell.columns, cell.rows) for cell in cells
    )
    text = "\t".join(" ".join(cell.text.split()) for cell in made)
    return Line(number, text, raw, page, Kind.ROW, made, table, begins=True)
