"""Rows and columns with marks where they meet to pages: who takes part in what, as one table.

Precondition: marks name rows and columns by their place. Postcondition: no scene is larger than its page (as long as
one row and one column fit), every mark stands once, a head stands over each column and a name before each row of
every page. Columns that would be too slim for their heads go on over further pages; so do rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Literal, NamedTuple

from probis.drawing.measure import break_lines, width
from probis.drawing.scene import Colour, Dash, Group, Item, Path, Scene, Shape, Text

MarkKind = Literal["owner", "inside", "outside", "unknown"]

NAMES = (110.0, 230.0)  # least and most width of the column of names
TOTAL = 38.0
SLIMMEST, WIDEST = 41.0, 112.0  # of a column
SCREEN = 960.0  # for the columns of a drawing without a page, where they can be so slim
INDENT = 22.0  # from the left edge to a name: the shape that tells inside from outside stands there
HEAD_LINE = 8.4


class _Pitch(NamedTuple):
    """Height of a row of one line, type of the names, what each further line adds, height of a section's head."""

    row: float
    size: float
    line: float
    section: float


_CALM, _DENSE = _Pitch(17.0, 8.0, 9.4, 15.0), _Pitch(11.8, 7.0, 8.2, 12.4)


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One column: code and name over it."""

    text: str
    code: str = ""
    provisional: bool = False
    ref: str = ""
    label: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row: a name, square where it is of the body itself, rounded where it stands outside."""

    text: str
    outside: bool = False
    unknown: bool = False
    ref: str = ""
    label: str = ""
    counted: bool = True


@dataclass(frozen=True, slots=True)
class MatrixMark:
    """What stands where a row and a column meet."""

    kind: MarkKind
    provisional: bool = False
    ref: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table: rows by titled section, marks by (row, column), rows counted through all sections."""

    title: str
    columns: tuple[MatrixColumn, ...]
    sections: tuple[tuple[str, tuple[MatrixRow, ...]], ...]
    marks: Mapping[tuple[int, int], MatrixMark]
    names: str
    total: str
    totals: str
    owner_letter: str
    description: str = ""

    @property
    def rows(self) -> tuple[MatrixRow, ...]:
        """All rows in order."""
        return tuple(row for _, rows in self.sections for row in rows)


class _Line(NamedTuple):
    """A line of the table: the title of a section, or the row with this number."""

    title: str
    row: int
    height: float


class _Frame(NamedTuple):
    """The measures that all pages share."""

    across: float
    names: float
    column: float
    pitch: _Pitch
    head: float


def matrix(chart: Matrix, across: float = inf, height: float = inf) -> tuple[Scene, ...]:
    """One scene a page of this size, one in all where it is infinite."""
    calm = _pages(chart, across, height, _CALM)
    if len(calm) == 1:
        return calm
    dense = _pages(chart, across, height, _DENSE)
    return dense if len(dense) < len(calm) else calm


def _pages(chart: Matrix, across: float, height: float, pitch: _Pitch) -> tuple[Scene, ...]:
    widest = max((width(r.text, pitch.size, 500) for r in chart.rows), default=0.0) + INDENT + 10
    names = min(max(widest, NAMES[0]), NAMES[1])
    count = len(chart.columns)
    most = count if across == inf else max(1, int((across - names - TOTAL) / SLIMMEST))
    if most < count and across != inf:  # slimmer names may save a page
        names = max(NAMES[0], min(names, across - TOTAL - count * SLIMMEST))
        most = max(1, int((across - names - TOTAL) / SLIMMEST))
    parts = -(-count // most) if count else 1
    beside = -(-count // parts)
    wide = max(64.0, SCREEN / max(count, 1)) if across == inf else (across - names - TOTAL) / max(beside, 1)
    wide = min(wide, WIDEST)
    out: list[Scene] = []
    for start in range(0, max(count, 1), max(beside, 1)):
        shown = range(start, min(start + beside, count))
        frame = _Frame(
            names + len(shown) * wide + TOTAL,
            names,
            wide,
            pitch,
            max((_head(chart, c, wide) for c in shown), default=20.0),
        )
        bodies = _bodies(chart, shown, frame, height, whole=parts == 1)
        out.extend(_scene(chart, shown, frame, body, last=body is bodies[-1]) for body in bodies)
    return tuple(out)


def _head(chart: Matrix, column: int, wide: float) -> float:
    c = chart.columns[column]
    return (12.0 if c.code else 3.0) + HEAD_LINE * len(_head_lines(c, wide)) + 6


def _head_lines(column: MatrixColumn, wide: float) -> tuple[str, ...]:
    return break_lines(column.text, wide - 7, 7, 400, divide=wide < 70)


def _row_lines(row: MatrixRow, frame: _Frame) -> tuple[str, ...]:
    return break_lines(row.text, frame.names - INDENT - 8, frame.pitch.size, 500) or ("",)


def _bodies(chart: Matrix, shown: range, frame: _Frame, height: float, *, whole: bool) -> list[list[_Line]]:
    """The lines of each page; rows without a mark in these columns are left out where the columns are cut."""
    room = height - frame.head - frame.pitch.row - 2
    pages: list[list[_Line]] = [[]]
    used, number = 0.0, 0
    for title, rows in chart.sections:
        kept = []
        for row in rows:
            if whole or any((number, c) in chart.marks for c in shown):
                lines = len(_row_lines(row, frame))
                kept.append(_Line("", number, frame.pitch.row + (lines - 1) * frame.pitch.line))
            number += 1
        if not kept:
            continue
        top = _Line(title, -1, frame.pitch.section)
        if pages[-1] and used + top.height + kept[0].height > room:
            pages.append([])
            used = 0.0
        pages[-1].append(top)
        used += top.height
        for line in kept:
            if used + line.height > room and len(pages[-1]) > 1:
                pages.append([top])
                used = top.height
            pages[-1].append(line)
            used += line.height
    return pages


def _scene(chart: Matrix, shown: range, frame: _Frame, body: list[_Line], *, last: bool) -> Scene:
    items: list[Item] = [*_heads(chart, shown, frame)]
    y = frame.head
    for line in body:
        items.extend(_section(line, frame, y) if line.row < 0 else _row(chart, line, shown, frame, y))
        y += line.height
    right = frame.across
    grid: list[Item] = [Path(((0, frame.head), (right, frame.head)), weight=1, head="none", radius=0)]
    for k in range(len(shown) + 1):
        x = frame.names + k * frame.column
        grid.append(Path(((x, 0), (x, y)), "hairline", 0.5, head="none", radius=0))
    grid.append(Path(((0, y), (right, y)), weight=1, head="none", radius=0))
    if last:
        items.append(_totals(chart, shown, frame, y))
        y += frame.pitch.row
    kinds = {chart.marks[line.row, c].kind for line in body for c in shown if (line.row, c) in chart.marks}
    sure = {m.provisional for m in (chart.marks.get((line.row, c)) for line in body for c in shown) if m is not None}
    symbols = tuple(
        s
        for s, used in (
            ("owner-mark", "owner" in kinds),
            ("inside-mark", "inside" in kinds),
            ("outside-mark", "outside" in kinds),
            ("provisional", True in sure or any(chart.columns[c].provisional for c in shown)),
            ("unknown", "unknown" in kinds or any(chart.rows[b.row].unknown for b in body if b.row >= 0)),
        )
        if used
    )
    return Scene(right, y, chart.title, chart.description, (*grid, *items), symbols)


def _heads(chart: Matrix, shown: range, frame: _Frame) -> list[Item]:
    base = frame.head - 5.0
    out: list[Item] = [Text(0, base, chart.names, 7, 600, "second")]
    for k, c in enumerate(shown):
        column = chart.columns[c]
        x, y = frame.names + k * frame.column + 5, 9.0
        items: list[Item] = []
        if column.code:
            items.append(Text(x, y, column.code, 8 if frame.column >= 60 else 7, 700, "navy"))
            y += 9.6
        for i, text in enumerate(_head_lines(column, frame.column)):
            items.append(Text(x, y + i * HEAD_LINE, text, 7, 400, italic=column.provisional))
        label = column.label or f"{column.code} {column.text}".strip()
        out.append(Group(tuple(items), "process", column.ref, label, column.link))
    out.append(Text(frame.across, base, chart.total, 7, 600, "second", "end"))
    return out


def _section(line: _Line, frame: _Frame, y: float) -> list[Item]:
    return [
        Shape("rect", 0, y, frame.across, line.height, "lane-head", None),
        Text(INDENT - 12, y + line.height / 2 + 2.6, line.title, 7, 600),
    ]


def _row(chart: Matrix, line: _Line, shown: range, frame: _Frame, y: float) -> list[Item]:
    row, pitch = chart.rows[line.row], frame.pitch
    lines = _row_lines(row, frame)
    middle = y + line.height / 2
    high = min(8.0, pitch.row - 4.4)
    dash: Dash = "unknown" if row.unknown else "solid"
    fill: Colour = "outside" if row.outside else "box"
    named: list[Item] = [
        Shape("rect", 2, middle - high / 2, 13, high, fill, weight=0.8, dash=dash, radius=3.6 * row.outside)
    ]
    top = middle - (len(lines) - 1) * pitch.line / 2 + pitch.size * 0.34
    named.extend(Text(INDENT, top + i * pitch.line, text, pitch.size, 500) for i, text in enumerate(lines))
    role = "party" if row.outside else "unit"
    out: list[Item] = [
        Path(((0, y + line.height), (frame.across, y + line.height)), "hairline", 0.5, head="none", radius=0),
        Group(tuple(named), role, row.ref, row.label or row.text),
    ]
    for k, c in enumerate(shown):
        mark = chart.marks.get((line.row, c))
        if mark is not None:
            x = frame.names + k * frame.column + 5
            out.append(_mark(mark, chart.owner_letter, x, middle, pitch))
    if row.counted:
        count = sum((line.row, c) in chart.marks for c in range(len(chart.columns)))
        out.append(Text(frame.across, middle + 2.6, str(count), 7.5, 400, anchor="end"))
    return out


def _mark(mark: MatrixMark, letter: str, x: float, y: float, pitch: _Pitch) -> Group:
    """The mark at the left of its cell, so that the eye follows it to the code over it."""
    high = min(12.0, pitch.row - 1.6)
    dash: Dash = "provisional" if mark.provisional else "solid"
    items: tuple[Item, ...]
    match mark.kind:
        case "owner":
            fill: Colour = "box" if mark.provisional else "navy"
            ink: Colour = "ink" if mark.provisional else "on-navy"
            stroke: Colour | None = "ink" if mark.provisional else None
            items = (
                Shape("rect", x, y - high / 2, 14, high, fill, stroke, 0.9, dash),
                Text(x + 7, y + 2.6, letter, 7, 700, ink, "middle"),
            )
        case "inside":
            side = 8.0 if pitch.row > 14 else 7.0
            filled: Colour = "box" if mark.provisional else "ink"
            items = (Shape("rect", x + 7 - side / 2, y - side / 2, side, side, filled, "ink", 0.9, dash),)
        case "outside":
            r = 4.4 if pitch.row > 14 else 3.8
            items = (Shape("disc", x + 7 - r, y - r, 2 * r, 2 * r, None, "ink", 1.3, dash),)
        case "unknown":
            items = (
                Shape("rect", x, y - high / 2, 14, high, "box", "ink", 0.9, "unknown"),
                Text(x + 7, y + 2.6, "?", 7, 700, anchor="middle"),
            )
    return Group(items, "mark", mark.ref, mark.label)


def _totals(chart: Matrix, shown: range, frame: _Frame, y: float) -> Group:
    base = y + frame.pitch.row / 2 + 3.0
    counted = [n for n, row in enumerate(chart.rows) if row.counted]
    items: list[Item] = [Text(INDENT, base, chart.totals, 7.5, 600)]
    for k, c in enumerate(shown):
        count = sum((n, c) in chart.marks for n in counted)
        items.append(Text(frame.names + k * frame.column + 12, base, str(count), 7.5, 600, anchor="middle"))
    whole = sum((n, c) in chart.marks for n in counted for c in range(len(chart.columns)))
    items.append(Text(frame.across, base, str(whole), 7.5, 600, anchor="end"))
    return Group(tuple(items), "totals", "", chart.totals)
