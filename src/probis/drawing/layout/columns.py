"""Framed columns of boxes to pages: who carries a process out, who takes part inside, who outside.

No order and no arrows. The divider between inside and outside stands at one height along a row of columns;
columns that do not fit beside each other form further rows, rows that do not fit form further pages, and
boxes that do not fit a page go on in a column beside it, under its repeated head. Of several pitches that one is
taken which needs the fewest pages, then the fewest such columns, then the calmest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import NamedTuple

from probis.drawing.measure import break_lines
from probis.drawing.scene import Colour, Dash, Group, Item, Path, Scene, Shape, Text, moved
from probis.drawing.sheet import in_legend_order

GAP = 9.0
ROW_GAP = 12.0
PAD = 6.0
LINE = 8.6
CAPTION = 18.0
SCREEN, WIDEST, NARROWEST, MOST = 168.0, 190.0, 112.0, 7


class _Pitch(NamedTuple):
    """Height of a box of one or two lines, and the gap under it."""

    box: float
    gap: float
    pad: float


_PITCHES = (  # from calm to dense
    _Pitch(21.0, 4.5, 4.0),
    _Pitch(19.0, 4.0, 4.0),
    _Pitch(17.4, 3.4, 4.4),
    _Pitch(16.0, 3.0, 4.6),
    _Pitch(14.4, 2.6, 4.6),
)


@dataclass(frozen=True, slots=True)
class Member:
    """One who takes part; the owner is filled and stands first."""

    text: str
    owner: bool = False
    outside: bool = False
    provisional: bool = False
    unknown: bool = False
    mark: str = ""
    ref: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One framed column: head with code and text, and its members, inside ones and outside ones.

    One that `goes_on` holds the rest of the column before it.
    """

    text: str
    code: str = ""
    members: tuple[Member, ...] = ()
    provisional: bool = False
    ref: str = ""
    label: str = ""
    link: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """The whole chart. `empty` stands where a column has nobody in a part of it."""

    title: str
    columns: tuple[Column, ...]
    inside: str
    outside: str
    empty: str
    owner_letter: str
    again: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """Columns that stand side by side, with the heights they share."""

    columns: tuple[Column, ...]
    head: float
    inside: float
    outside: float

    @property
    def height(self) -> float:
        """From the top of the heads to the foot of the frames."""
        return self.head + 2 * CAPTION + self.inside + self.outside + PAD


def columns(chart: Columns, across: float = inf, height: float = inf) -> tuple[Scene, ...]:
    """One scene a page of this size, one in all where the height is infinite. No scene is wider or higher, as
    long as a head and one member of each kind fit the page.
    """
    if not chart.columns:
        return (Scene(NARROWEST, ROW_GAP, chart.title, chart.description),)
    best: list[list[_Row]] = []
    taken, width_taken, rank = _PITCHES[0], SCREEN, (inf, inf)
    for wide, beside in _grids(len(chart.columns), across):
        for pitch in _PITCHES:
            pages = _paged(chart, beside, wide, height, pitch)
            found = (len(pages), sum(len(row.columns) for page in pages for row in page))
            if found < rank:
                best, taken, width_taken, rank = pages, pitch, wide, found
    return tuple(_page(chart, page, width_taken, taken) for page in best)


def _grids(count: int, across: float) -> Iterator[tuple[float, int]]:
    """The widths of a column, and how many stand side by side: rows of about the same length, then more in a row,
    for columns that are cut need places, too.
    """
    most = MOST if across == inf else max(1, min(MOST, int((across + GAP) / (NARROWEST + GAP))))
    least = -(-count // -(-count // most))
    for beside in range(least, least + 1 if across == inf else most + 1):
        yield (SCREEN if across == inf else min(WIDEST, (across - (beside - 1) * GAP) / beside)), beside


def _paged(chart: Columns, beside: int, wide: float, height: float, pitch: _Pitch) -> list[list[_Row]]:
    pages: list[list[_Row]] = []
    free = 0.0
    for row in _rows(chart, beside, wide, height, pitch):
        if not pages or row.height > free:
            pages.append([])
            free = height
        pages[-1].append(row)
        free -= row.height + ROW_GAP
    return pages


def _rows(chart: Columns, beside: int, wide: float, height: float, pitch: _Pitch) -> Iterator[_Row]:
    """Rows that each fit the height; where one would not, its longest columns are cut."""
    queue = list(chart.columns)
    while queue:
        row = queue[:beside]
        head = max(_head_height(c, wide) for c in row)
        left = height - head - 2 * CAPTION - PAD
        inside, outside = _limits(row, wide, left, pitch)
        if inside < inf:
            pieces = [piece for c in row for piece in _cut(chart, c, wide, (inside, outside), pitch)]
            queue[: len(row)] = pieces
            row = queue[:beside]
            head = max(_head_height(c, wide) for c in row)
        del queue[: len(row)]
        yield _Row(
            tuple(row),
            head,
            max(_stack(_side(c, False), wide, pitch) for c in row),
            max(_stack(_side(c, True), wide, pitch) for c in row),
        )


def _side(column: Column, outside: bool) -> tuple[Member, ...]:
    return tuple(m for m in column.members if m.outside == outside)


def _limits(row: list[Column], wide: float, left: float, pitch: _Pitch) -> tuple[float, float]:
    """How high the inside and the outside part may be; infinite where all fit, else with the fewest pieces."""
    stacks = [(_stack(_side(c, False), wide, pitch), _stack(_side(c, True), wide, pitch)) for c in row]
    if max(i for i, _ in stacks) + max(o for _, o in stacks) <= left:
        return inf, inf
    left -= LINE * 2  # the word that a column goes on may take a line, and pieces are not cut to the point

    def pieces(limit: float) -> float:
        return sum(max(-(-i // limit), -(-o // (left - limit))) for i, o in stacks)

    tries = sorted({*(i for i, _ in stacks), *(left - o for _, o in stacks), left / 2})
    fair = [t for t in tries if left * 0.15 < t < left * 0.85] or [left / 2]
    best = min(fair, key=lambda t: (pieces(t), abs(t - left / 2)))
    return best, left - best


def _cut(chart: Columns, column: Column, wide: float, limits: tuple[float, float], pitch: _Pitch) -> Iterator[Column]:
    """The column, and further ones with what does not fit; each takes at least one of each kind."""
    rest = (_side(column, False), _side(column, True))
    first = True
    while first or any(rest):
        counts = [_fitting(part, wide, limit, pitch) for part, limit in zip(rest, limits, strict=True)]
        members = rest[0][: counts[0]] + rest[1][: counts[1]]
        if first:
            yield replace(column, members=members)
        else:
            text = column.text if column.goes_on else f"{column.text} ({chart.again})"
            yield replace(column, text=text, members=members, goes_on=True)
        rest = (rest[0][counts[0] :], rest[1][counts[1] :])
        first = False


def _lines(member: Member, wide: float) -> tuple[str, ...]:
    room = wide - 2 * PAD - 12 - (14 if member.owner else 0) - (8 if member.unknown else 0)
    return break_lines(member.text, room, 7.5, 500 if not member.owner else 600) or ("",)


def _height(member: Member, wide: float, pitch: _Pitch) -> float:
    return max(pitch.box, len(_lines(member, wide)) * LINE + pitch.pad)


def _stack(members: tuple[Member, ...], wide: float, pitch: _Pitch) -> float:
    return sum(_height(m, wide, pitch) + pitch.gap for m in members) or 14.0


def _fitting(members: tuple[Member, ...], wide: float, room: float, pitch: _Pitch) -> int:
    """How many of them fit; at least one, so that a chart always ends."""
    used = 0.0
    for i, member in enumerate(members):
        used += _height(member, wide, pitch) + pitch.gap
        if used > room + 0.01:
            return max(i, 1)
    return len(members)


def _head_height(column: Column, wide: float) -> float:
    code = 13.0 if column.code else 2.0
    return max(30.0, code + 9.5 * len(break_lines(column.text, wide - 16, 8, 500)) + 9)


def _page(chart: Columns, rows: list[_Row], wide: float, pitch: _Pitch) -> Scene:
    items: list[Item] = []
    y = 0.0
    for row in rows:
        for i, column in enumerate(row.columns):
            items.append(moved(_column(chart, row, column, wide, pitch), i * (wide + GAP), y))
        y += row.height + ROW_GAP
    across = max(len(row.columns) for row in rows) * (wide + GAP) - GAP
    members = [m for row in rows for c in row.columns for m in c.members]
    marked = any(m.provisional for m in members) or any(c.provisional for row in rows for c in row.columns)
    found = {
        "process": any(not m.outside and not m.owner for m in members),
        "party": any(m.outside for m in members),
        "provisional": marked,
        "unknown": any(m.unknown for m in members),
        "owner-disc": any(m.owner for m in members),
    }
    symbols = in_legend_order({symbol for symbol, used in found.items() if used})
    return Scene(across, y - ROW_GAP, chart.title, chart.description, tuple(items), symbols)


def _column(chart: Columns, row: _Row, column: Column, wide: float, pitch: _Pitch) -> Group:
    items: list[Item] = [
        Shape("rect", 0, 0, wide, row.height, fill="lane", weight=0.9, radius=1.5),
        _head(column, wide, row.head),
    ]
    y = row.head
    for word, outside, room in ((chart.inside, False, row.inside), (chart.outside, True, row.outside)):
        if outside:
            items.append(Path(((PAD + 2, y), (wide - PAD - 2, y)), stroke="rule", weight=0.5, head="none"))
        items.append(Text(PAD + 2, y + 12.5, word, 7, 400, "second"))
        at = y + CAPTION
        members = [m for m in column.members if m.outside == outside]
        if not members and not column.goes_on:
            items.append(Text(PAD + 2, at + 8, chart.empty, 7, 400, "second", italic=True))
        for member in members:
            items.append(moved(_member(chart, member, wide - 2 * PAD, _height(member, wide, pitch)), PAD, at))
            at += _height(member, wide, pitch) + pitch.gap
        y += CAPTION + room
    return Group(tuple(items), "column", label="")


def _head(column: Column, wide: float, height: float) -> Group:
    dash: Dash = "provisional" if column.provisional else "solid"
    items: list[Item] = [
        Shape("rect", 0, 0, wide, height, fill="lane-head", weight=0.9, radius=1.5, dash=dash),
    ]
    y = 14.0
    if column.code:
        items.append(Text(PAD + 2, y, column.code, 8.5, 700, "navy"))
        y += 11.5
    lines = break_lines(column.text, wide - 16, 8, 500)
    items.extend(Text(PAD + 2, y + i * 9.5, line, 8, 500) for i, line in enumerate(lines))
    return Group(tuple(items), "process", column.ref, column.label or f"{column.code} {column.text}", column.link)


def _member(chart: Columns, member: Member, wide: float, height: float) -> Group:
    """A box of this size at 0, 0: filled with a letter on a disc for the owner, rounded for one outside."""
    filled = member.owner and not member.provisional and not member.unknown
    dash: Dash = "unknown" if member.unknown else "provisional" if member.provisional else "solid"
    fill: Colour = "navy" if filled else "outside" if member.outside else "box"
    radius = 8.0 if member.outside else 0.0
    items: list[Item] = [
        Shape("rect", 0, 0, wide, height, fill=fill, weight=1.0 if member.owner else 0.9, dash=dash, radius=radius)
    ]
    lines = _lines(member, wide + 2 * PAD)
    colour: Colour = "on-navy" if filled else "ink"
    base = height / 2 - (len(lines) - 1) * LINE / 2 + 2.7
    inset = 9.0 if member.outside else 6.0
    for i, line in enumerate(lines):
        weight = 600 if member.owner else 500
        items.append(Text(inset, base + i * LINE, line, 7.5, weight, colour))
    right = wide - 10
    if member.owner:
        fill_disc: Colour = "on-navy" if filled else "box"
        stroke: Colour | None = None if filled else "ink"
        items.append(Shape("disc", right - 6, height / 2 - 6, 12, 12, fill=fill_disc, stroke=stroke, weight=0.8))
        items.append(Text(right, height / 2 + 2.6, chart.owner_letter, 7, 700, "navy", "middle"))
        right -= 12
    if member.unknown:
        items.append(Text(right, height / 2 + 2.7, "?", 7.5, 700, anchor="middle"))
    if member.mark and member.owner:
        items.append(Text(wide - 1, -2.5, member.mark, 7, 600, anchor="end", italic=True))
    return Group(tuple(items), "party" if member.outside else "unit", member.ref, member.label or member.text)
