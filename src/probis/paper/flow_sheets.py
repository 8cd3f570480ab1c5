"""A flow table to sheets: widths of columns, heights of rows from their texts, breaks with connectors, cell pictures.

Every renderer sets these sheets, so that a symbol stands in its row on paper, in a text file and in a workbook alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from probis.drawing.layout.flow_table import LEAST_COLUMN, Arrow, FlowPage, Symbol, place, row_height
from probis.drawing.layout.flow_table_cells import cells
from probis.drawing.measure import break_lines, width
from probis.drawing.scene import Scene
from probis.paper.flow import FlowStep, FlowTable
from probis.paper.numbering import letters
from probis.paper.text import Text, text

PITCH: Final = 1.24
"""From line to line, in sizes of the text."""
INSET: Final = 3.6
"""Between a border and a text, in points."""
_PT: Final = 72 / 25.4
_SHARES: Final = (24.0, 128.0, 84.0, 50.0, 80.0, 84.0)  # number, text, needs, time, output, note
_NARROWEST: Final = 0.94  # of the widths of texts, where performers are many
_WIDEST_COLUMN: Final = 54.0
_LEAST_SHARE: Final = 0.6
_PIECE: Final = 4.0
_SLACK: Final = 0.97  # shaping of bold words and tags
_TURNED_HEAD: Final = 92.0
_ANY_SHEET: Final = 88
"""Stands for the number of a sheet that is not known yet: no number below a hundred is wider."""
TITLE: Final = 16.0
"""The height of the line above each sheet, in points."""


@dataclass(frozen=True, slots=True)
class FlowRow:
    """One row of a sheet: its height in points, and the lines of its texts; `whole` are the same texts unbroken.

    The order is number, text, needs, time, output, note. Rows of a text too long for one row have no `whole`.
    """

    height: float
    lines: tuple[tuple[str, ...], ...]
    whole: tuple[Text, ...]
    connector: bool = False

    def text(self, at: int) -> Text:
        """One of its texts, for a renderer that breaks lines for itself."""
        return self.whole[at] if self.whole else text("\n".join(self.lines[at]))


@dataclass(frozen=True, slots=True)
class FlowSheet:
    """One sheet: its rows, and the picture of each cell of a performer by row and column, both from 0."""

    title: str
    rows: tuple[FlowRow, ...]
    page: FlowPage
    pictures: Mapping[tuple[int, int], Scene]


@dataclass(frozen=True, slots=True)
class FlowSheets:
    """The sheets of a table. Widths and heights are points; `texts` are the widths of number, text, needs, time, output
    and note. `turned` says that the names of performers run upwards, in the lines given.
    """

    performers: tuple[tuple[str, ...], ...]
    column: float
    texts: tuple[float, ...]
    heads: tuple[float, float]
    turned: bool
    sheets: tuple[FlowSheet, ...]


def sheets(table: FlowTable, *, slack: float = 1.0, endless: bool = False) -> FlowSheets:
    """Lay a table out. `slack` multiplies the heights that texts need, for programs that break lines for themselves;
    `endless` puts all on one sheet.
    """
    room = table.width_mm * _PT
    column, texts = _widths(room, table)
    turned, names, heads = _head(table, column)
    rows = [_rows_of(table, step, texts, slack, table.height_mm * _PT * 0.55) for step in table.steps]
    budget = float("inf") if endless else table.height_mm * _PT - sum(heads) - TITLE
    pages = _broken([sum(r.height for r in found) for found in rows], _Connectors(table, texts[1], slack), budget)
    made = tuple(_sheet(table, rows, pages, n, column, texts, slack) for n in range(len(pages)))
    return FlowSheets(names, column, texts, heads, turned, made)


def least_width(performers: int) -> float:
    """The width in points that a table with so many performers needs."""
    return sum(_SHARES) * _NARROWEST + LEAST_COLUMN * performers


def _widths(room: float, table: FlowTable) -> tuple[float, tuple[float, ...]]:
    """The width of a performer's column and of the columns of text, so that the rows become as low as can be."""
    performers, least = len(table.performers), sum(_SHARES)
    column = min(_WIDEST_COLUMN, max((room - least) / performers, min(LEAST_COLUMN, room * 0.5 / performers)))
    rest = room - column * performers - _SHARES[0]
    return column, (_SHARES[0], *_shared(table, rest))


def _shared(table: FlowTable, room: float) -> list[float]:
    """The room for the five texts, handed out piece by piece to the column that lowers the rows most."""
    size = table.size_pt
    head = table.head
    long = [[_length(value, size) for value in _texts(step)] for step in table.steps]
    widths = []
    for n, name in enumerate((head.text, head.needs, head.time, head.output, head.note)):
        words = [word for step in table.steps for run in _texts(step)[n] for word in run.text.split()]
        longest = max((width(word, size, family="serif") for word in words), default=0.0)
        named = max((width(word, size, 700, "serif") for word in name.split()), default=0.0)
        needed = min(max(longest, named) / _SLACK + 2 * INSET, _SHARES[n + 1])
        widths.append(max(needed, _SHARES[n + 1] * _LEAST_SHARE))
    if sum(widths) > room:
        return [share * room / sum(_SHARES[1:]) for share in _SHARES[1:]]
    while (left := room - sum(widths)) > 1e-6:
        piece = min(_PIECE, left)
        gains = [sum(_gain(row[n], widths[n], piece) for row in long) for n in range(len(widths))]
        at = gains.index(max(gains)) if max(gains) > 0 else 0
        widths[at] += piece
    return widths


def _texts(step: FlowStep) -> tuple[Text, ...]:
    return step.text, step.needs, step.time, step.output, step.note


def _length(value: Text, size: float) -> float:
    return sum(width(run.text.replace("\n", " "), size, family="serif") for run in value)


def _gain(length: float, wide: float, piece: float) -> float:
    """How much lower a text becomes; high ones count more, for they make their row high."""
    inner = wide - 2 * INSET
    return float((length / inner) ** 4 - (length / (inner + piece)) ** 4)


def _head(table: FlowTable, column: float) -> tuple[bool, tuple[tuple[str, ...], ...], tuple[float, float]]:
    """Whether names run upwards, their lines, and the heights of the two rows of the head."""
    size, pitch = table.size_pt, table.size_pt * PITCH
    words = [word for name in table.performers for word in name.split()]
    room = (column - 2 * 2.5) * _SLACK
    turned = any(width(word, size, 700, "serif") > room for word in words)
    if turned:
        most = max(1, int((column - 4) / pitch))
        names = tuple(break_lines(name, _TURNED_HEAD - 8, size, 700, most, "serif") for name in table.performers)
        longest = max((width(line, size, 700, "serif") for lines in names for line in lines), default=0.0)
        return True, names, (pitch + 2 * INSET, max(longest + 10, pitch + 2 * INSET))
    names = tuple(break_lines(name, room, size, 700, None, "serif") for name in table.performers)
    most = max((len(lines) for lines in names), default=1)
    return False, names, (pitch + 2 * INSET, most * pitch + 2 * INSET)


def _rows_of(table: FlowTable, step: FlowStep, texts: Sequence[float], slack: float, most: float) -> list[FlowRow]:
    """The row of a step; a text that is too long for a row goes on in rows without a symbol."""
    whole = (text(step.number), step.text, step.needs, step.time, step.output, step.note)
    lines = [_lines(value, room, table.size_pt) for value, room in zip(whole, texts, strict=True)]
    pitch = table.size_pt * PITCH * slack
    fit = max(1, int((most - 2 * INSET) / pitch))
    longest = max(1, *(len(found) for found in lines))
    out: list[FlowRow] = []
    for start in range(0, longest, fit):
        part = tuple(found[start : start + fit] for found in lines)
        height = max(len(found) for found in part) * pitch + 2 * INSET
        least = row_height(step.symbol) if not out else 0.0
        out.append(FlowRow(max(height, least), part, tuple(whole) if longest <= fit else ()))
    return out


def _lines(value: Text, room: float, size: float) -> tuple[str, ...]:
    """A text in lines that fit a column; a tag is a word in them."""
    said = "".join(run.text for run in value)
    inner = (room - 2 * INSET) * _SLACK
    return tuple(line for part in said.split("\n") for line in break_lines(part, inner, size, 400, None, "serif"))


def _crossing(table: FlowTable, start: int, end: int) -> tuple[list[int], list[int]]:
    """The targets that lines enter from outside the steps start to end, and those outside that lines leave for."""
    inside = range(start, end)
    enter = {a.target for a in table.arrows if a.target in inside and a.source not in inside}
    leave = {a.target for a in table.arrows if a.source in inside and a.target not in inside}
    return sorted(enter, reverse=True), sorted(leave)


class _Connectors:
    """The rows of connectors: what they say, and how high they are."""

    def __init__(self, table: FlowTable, wide: float, slack: float) -> None:
        self.table, self.wide, self.slack = table, wide, slack
        self.known: dict[str, float] = {}

    def row(self, words: str) -> FlowRow:
        """The row of one connector."""
        value = text(words)
        lines = _lines(value, self.wide, self.table.size_pt)
        height = max(row_height("entry"), len(lines) * self.table.size_pt * PITCH * self.slack + 2 * INSET)
        return FlowRow(height, ((), lines, (), (), (), ()), ((), value, (), (), (), ()), True)

    def height(self, start: int, end: int, enter: Sequence[int], leave: Sequence[int]) -> float:
        """How much the connectors of the steps start to end take at most, before it is known which sheet is which."""
        said = [_to(self.table, target, _ANY_SHEET) for target in leave]
        for target in enter:
            sources = [a.source for a in self.table.arrows if a.target == target and not start <= a.source < end]
            said.append(_from(self.table, [(source, _ANY_SHEET - n) for n, source in enumerate(sources)]))
        for words in said:
            if words not in self.known:
                self.known[words] = self.row(words).height
        return sum(self.known[words] for words in said)


def _broken(heights: Sequence[float], connectors: _Connectors, budget: float) -> list[tuple[int, int]]:
    """The steps of each sheet: fewest sheets, then fewest connectors, then the fuller sheets first."""
    n = len(heights)
    best: list[tuple[int, int, int]] = [(0, 0, n)] * (n + 1)
    for start in range(n - 1, -1, -1):
        options: list[tuple[int, int, int, int]] = []
        filled = 0.0
        for end in range(start + 1, n + 1):
            filled += heights[end - 1]
            if filled > budget and end > start + 1:
                break
            enter, leave = _crossing(connectors.table, start, end)
            if end == start + 1 or filled + connectors.height(start, end, enter, leave) <= budget:
                pages, crossing, _ = best[end]
                options.append((pages + 1, crossing + len(enter) + len(leave), -end, end))
        pages, crossing, _, end = min(options)
        best[start] = (pages, crossing, end)
    out, at = [], 0
    while at < n:
        out.append((at, best[at][2]))
        at = best[at][2]
    return out or [(0, 0)]


def _sheet(
    table: FlowTable,
    rows: Sequence[Sequence[FlowRow]],
    pages: Sequence[tuple[int, int]],
    at: int,
    column: float,
    texts: Sequence[float],
    slack: float,
) -> FlowSheet:
    start, end = pages[at]
    enter, leave = _crossing(table, start, end)
    letter = _letters(table, pages)
    said: list[FlowRow] = []
    symbols: list[Symbol] = []
    place_of: dict[tuple[str, int], int] = {}

    connectors = _Connectors(table, texts[1], slack)

    def connector(kind: str, target: int, column_of: int, words: str) -> None:
        place_of[(kind, target)] = len(symbols)
        symbols.append(Symbol(column_of, "entry" if kind == "entry" else "exit", letter[target], False, words))
        said.append(connectors.row(words))

    for target in enter:
        sources = [a.source for a in table.arrows if a.target == target and not start <= a.source < end]
        words = _from(table, [(source, _page(pages, source) + 1) for source in sources])
        connector("entry", target, table.steps[target].column, words)
    for n in range(start, end):
        step = table.steps[n]
        place_of[("step", n)] = len(symbols)
        symbols.append(Symbol(step.column, step.symbol, "", step.provisional, step.words))
        symbols += [Symbol(step.column, "none")] * (len(rows[n]) - 1)
        said += rows[n]
    last = {t: max(a.source for a in table.arrows if a.target == t and start <= a.source < end) for t in leave}
    for target, source in sorted(last.items(), key=lambda pair: (-pair[1], pair[0])):
        connector("exit", target, table.steps[source].column, _to(table, target, _page(pages, target) + 1))
    arrows: dict[tuple[int, int, str], Arrow] = {}
    for a in table.arrows:
        inside = start <= a.source < end, start <= a.target < end
        if inside[0]:
            into = place_of[("step", a.target)] if inside[1] else place_of[("exit", a.target)]
            made = Arrow(place_of[("step", a.source)], into, a.label, a.short)
        elif inside[1]:
            made = Arrow(place_of[("entry", a.target)], place_of[("step", a.target)])
        else:
            continue
        arrows.setdefault((made.source, made.target, made.label), made)
    heights = [row.height for row in said]
    page = place(symbols, tuple(arrows.values()), [column] * len(table.performers), heights)
    title = table.title
    if len(pages) > 1:
        where = table.head.sheet.format(sheet=at + 1, sheets=len(pages))
        title = f"{title} · {where}" if title else where
    return FlowSheet(title, tuple(said), page, cells(page))


def _page(pages: Sequence[tuple[int, int]], step: int) -> int:
    return next(n for n, (start, end) in enumerate(pages) if start <= step < end)


def _to(table: FlowTable, target: int, sheet: int) -> str:
    return table.head.to_sheet.format(name=table.steps[target].name, sheet=sheet)


def _from(table: FlowTable, sources: Sequence[tuple[int, int]]) -> str:
    """From where an entry comes: steps with their sheets, those of one sheet together."""
    by_sheet: dict[int, dict[str, None]] = {}
    for source, sheet in sources:
        by_sheet.setdefault(sheet, {})[table.steps[source].name] = None
    words = [table.head.from_sheet.format(name=_row(table, list(n)), sheet=s) for s, n in by_sheet.items()]
    return "; ".join([words[0], *(word[0].lower() + word[1:] for word in words[1:])])


def _row(table: FlowTable, names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + table.head.joined + names[-1] if len(names) > 1 else names[0]


def _letters(table: FlowTable, pages: Sequence[tuple[int, int]]) -> dict[int, str]:
    """The letter of each step that is entered from another sheet: the same on both sides."""
    targets = sorted({a.target for a in table.arrows if _page(pages, a.source) != _page(pages, a.target)})
    return {target: letters(n).upper() for n, target in enumerate(targets, 1)}
