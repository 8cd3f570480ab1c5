"""A list of who stands at one side of a framed chart to a column of names, each with the codes of its boxes.

It takes the place of parties with lines where there are too many of them for a page. Rounded and sand for those
outside, square for those of the body itself, each row a thing of its own for a reader who walks the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from probis.drawing.layout.framed_placed import HEADS
from probis.drawing.measure import break_lines, width
from probis.drawing.scene import Colour, Group, Item, Path, Shape, Text

LINE = 8.7
PAD = 7.0
ROW = 4.2  # between two rows
EDGE = 4.0  # above the first and below the last row of a panel
BETWEEN = 8.0  # panels


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One name with the codes of the boxes it gives to, or gets from."""

    text: str
    codes: str
    square: bool = False
    provisional: bool = False
    unknown: bool = False
    ref: str = ""
    label: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """The rows of one side under a head."""

    head: str
    rows: tuple[RosterRow, ...]


def roster_height(roster: Roster, wide: float) -> float:
    """How high the column stands at this width, its head included."""
    return max((y + high for _, y, high in _panels(roster, wide)), default=0.0)


def drawn_roster(roster: Roster, wide: float) -> tuple[Item, ...]:
    """The column, its top left corner at 0, 0."""
    if not roster.rows:
        return ()
    items: list[Item] = [Text(0, 9.0, roster.head.upper(), 7, 600, "second", tracking=0.6)]
    for rows, top, high in _panels(roster, wide):
        square = rows[0].square
        fill: Colour = "box" if square else "outside"
        items.append(Shape("rect", 0, top, wide, high, fill, weight=1.0, radius=1.5 if square else 8.0))
        y = top + EDGE
        for k, row in enumerate(rows):
            if k:
                items.append(Path(((PAD, y), (wide - PAD, y)), "rule", 0.5, head="none", radius=0))
            items.append(_row(row, wide, y))
            y += _height(row, wide)
    return tuple(items)


def _panels(roster: Roster, wide: float) -> Iterator[tuple[Sequence[RosterRow], float, float]]:
    """Those outside, then those of the body itself: rows, top and height of each panel."""
    y = HEADS
    for square in (False, True):
        rows = [r for r in roster.rows if r.square == square]
        if rows:
            high = 2 * EDGE + sum(_height(r, wide) for r in rows)
            yield rows, y, high
            y += high + BETWEEN


def _set(row: RosterRow, wide: float) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """The lines of the name, those of the codes, and whether the codes stand at the end of the name."""
    room = wide - 2 * PAD
    text = row.text + (" ?" if row.unknown else "")
    names = break_lines(text, room, 7.5, 500) or ("",)
    beside = width(names[-1], 7.5, 500) + 8 + width(row.codes, 7, 600) <= room
    if not beside:  # a name of two lines may leave room for the codes
        more = break_lines(text, room - 8 - width(row.codes, 7, 600), 7.5, 500) if row.codes else names
        if len(more) <= len(names) + 1 and width(row.codes, 7, 600) < room * 0.6:
            return more, (row.codes,), True
    return (names, (row.codes,), True) if beside else (names, break_lines(row.codes, room, 7, 600), False)


def _height(row: RosterRow, wide: float) -> float:
    names, codes, beside = _set(row, wide)
    return (len(names) + (0 if beside else len(codes))) * LINE + ROW


def _row(row: RosterRow, wide: float, top: float) -> Group:
    names, codes, beside = _set(row, wide)
    y = top + ROW / 2 + 6.6
    texts: list[Item] = []
    for line in names:
        texts.append(Text(PAD, y, line, 7.5, 500, italic=row.provisional))
        y += LINE
    if beside:
        texts.append(Text(wide - PAD, y - LINE, codes[0], 7, 600, "navy", "end"))
    else:
        texts.extend(Text(PAD, y + i * LINE, line, 7, 600, "navy") for i, line in enumerate(codes))
    return Group(tuple(texts), "party", row.ref, row.label or row.text, row.link)
