"""One page of a flow table (a row a step, a column a performer) to symbols in their cells and lines between them.

Precondition: rows and columns have their final sizes; each row holds one symbol. Postcondition: each symbol lies inside
its cell with room around it, each line is made of level and upright pieces, begins and ends on the edge of its symbols
and passes through no other; where two lines must cross, the later one is interrupted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import copysign
from typing import Final, Literal

from probis.drawing.layout.flow_table_routes import Box, Grid, Line, routed
from probis.drawing.measure import width
from probis.drawing.scene import Point

SymbolKind = Literal["terminator", "process", "decision", "exit", "entry", "none"]

LABEL_SIZE: Final = 7.0
LEAST_COLUMN: Final = 32.0
"""A column should not be narrower, in points: a symbol of 15, an arrow head and a line on each side of it."""

_HEIGHTS: Final[dict[SymbolKind, float]] = {
    "terminator": 15.0,
    "process": 19.0,
    "decision": 25.0,
    "exit": 17.0,
    "entry": 17.0,
    "none": 0.0,
}
_AROUND: Final = 9.5  # above and below a symbol: an arrow head and a level piece
_EDGE: Final = 3.0  # behind a connector
_WIDEST: Final = 36.0
_CLEAR: Final = 1.5  # between a label and what stands near it
_Area = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol of one row: its column, its kind, the letter of a connector, what a screen reader says for it.

    Kind "none" is a row without a symbol, through which lines only pass.
    """

    column: int
    kind: SymbolKind
    letter: str = ""
    provisional: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line from the symbol of one row to that of another; `label` stands at its beginning, `short` where it has no
    room for it.
    """

    source: int
    target: int
    label: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A word in a cell; x is where it starts, y its baseline."""

    row: int
    column: int
    x: float
    y: float
    text: str
    size: float = LABEL_SIZE


@dataclass(frozen=True, slots=True)
class Routed:
    """A line: its points, and the points where it is interrupted."""

    source: int
    target: int
    points: tuple[Point, ...]
    gaps: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class FlowPage:
    """A page of a flow table: edges of columns and rows from 0, symbols with their boxes, lines and labels."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    symbols: tuple[Symbol, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Routed, ...]
    labels: tuple[Label, ...]


def row_height(kind: SymbolKind) -> float:
    """The least height of a row that holds such a symbol, in points."""
    if kind in ("exit", "entry"):
        return _HEIGHTS[kind] + _AROUND + _EDGE
    return _HEIGHTS[kind] + 2 * _AROUND


def symbol_width(kind: SymbolKind, column: float) -> float:
    """The width of a symbol in a column of this width."""
    if kind in ("exit", "entry"):
        return 15.0
    return min(_WIDEST, max(15.0, column - 22.0))


def place(
    symbols: Sequence[Symbol], arrows: Sequence[Arrow], columns: Sequence[float], rows: Sequence[float]
) -> FlowPage:
    """Place the symbols of a page and find the lines between them; `columns` are widths and `rows` heights in points.

    Raises ValueError where there is not one row a symbol.
    """
    if len(symbols) != len(rows):
        raise ValueError(f"{len(symbols)} symbols in {len(rows)} rows")
    xs, ys = (0.0, *accumulate(columns)), (0.0, *accumulate(rows))
    boxes = tuple(_box(symbol, xs, ys, row) for row, symbol in enumerate(symbols))
    pads = tuple((column - symbol_width("process", column)) / 2 for column in columns)
    grid = Grid(xs, ys, tuple(s.column for s in symbols), boxes, tuple(s.kind for s in symbols), pads)
    found = routed(grid, [Line(a.source, a.target) for a in arrows])
    lines = tuple(
        Routed(a.source, a.target, points, gaps) for a, (points, gaps) in zip(arrows, found, strict=True) if points
    )
    return FlowPage(xs, ys, tuple(symbols), boxes, lines, tuple(_labels(grid, arrows, [p for p, _ in found])))


def _box(symbol: Symbol, xs: Sequence[float], ys: Sequence[float], row: int) -> Box:
    left, right = xs[symbol.column], xs[symbol.column + 1]
    w, h = symbol_width(symbol.kind, right - left), _HEIGHTS[symbol.kind]
    if symbol.kind == "none":
        return Box(-1e6, ys[row], 0.0, 0.0)
    y = (ys[row] + ys[row + 1] - h) / 2
    if symbol.kind in ("exit", "entry"):
        y = ys[row + 1] - _EDGE - h if symbol.kind == "exit" else ys[row] + _EDGE
    return Box((left + right - w) / 2, y, w, h)


def _labels(grid: Grid, arrows: Sequence[Arrow], lines: Sequence[Sequence[Point]]) -> list[Label]:
    """The words at the beginning of the lines, each in the free spot nearest to where its line leaves the symbol."""
    out: list[Label] = []
    taken: list[_Area] = []
    leaving = [(a.source, points[:1], _way(points)) for a, points in zip(arrows, lines, strict=True)]
    for arrow, points in zip(arrows, lines, strict=True):
        if not arrow.label or len(points) < 2:
            continue
        shared = leaving.count((arrow.source, points[:1], _way(points))) > 1
        best: tuple[float, Label, _Area] | None = None
        for n, word in enumerate(dict.fromkeys(w for w in (arrow.label, arrow.short) if w)):
            across = width(word, LABEL_SIZE, family="serif")
            for m, (column, x, y, fits) in enumerate(_spots(grid, arrow.source, points, across, shared)):
                area = (x - 0.5, y - 5.4, x + across + 0.5, y + 1.2)
                cost = 40.0 * _met(area, lines, taken) + (0.0 if fits else 60.0) + 15.0 * n + m
                if best is None or cost < best[0]:
                    left = max(x, grid.xs[column] + 0.5)  # a word that fits nowhere still begins in its cell
                    best = (cost, Label(arrow.source, column, left, y, word), area)
        if best is not None:
            out.append(best[1])
            taken.append(best[2])
    return out


def _way(points: Sequence[Point]) -> tuple[float, float]:
    """The direction in which a line leaves its symbol."""
    (ax, ay), (bx, by) = points[:2] if len(points) > 1 else ((0.0, 0.0), (0.0, 0.0))
    return copysign(1.0, bx - ax) * (bx != ax), copysign(1.0, by - ay) * (by != ay)


def _spots(
    grid: Grid, row: int, points: Sequence[Point], across: float, shared: bool
) -> list[tuple[int, float, float, bool]]:
    """Where the word of a line may start (column, x, baseline) and whether it fits there, nearest first.

    The word of a line that leaves together with another, `shared`, stands where it has parted from it.
    """
    if shared and len(points) > 2 and abs(points[1][0] - points[2][0]) < 0.1:
        (x, y), down = points[1], points[2][1] > points[1][1]
        at = min(max(bisect_right(grid.xs, x) - 1, 0), len(grid.xs) - 2)
        base = y + 8.0 if down else y - 3.5
        fits = grid.ys[row] < base - 5.4 and base + 1.2 < grid.ys[row + 1]
        return [
            (at, x + 2.0, base, fits and x + 2.0 + across <= grid.xs[at + 1] - _CLEAR / 2),
            (at, x - 2.0 - across, base, fits and x - 2.0 - across >= grid.xs[at] + _CLEAR / 2),
        ]
    box, (left, right), column = grid.boxes[row], grid.cell(row), grid.columns[row]
    (x, y), (next_x, next_y) = points[0], points[1]
    if abs(next_y - y) >= 0.1:  # leaves below
        base = box.y + box.height + 6.8
        return [
            (column, x + 2.5, base, x + 2.5 + across <= right - _CLEAR),
            (column, x - 2.5 - across, base, x - 2.5 - across >= left + _CLEAR),
        ]
    ahead = next_x > x
    start = right - _CLEAR - across if ahead else left + _CLEAR
    near = start if ahead else start + across
    out = []
    for side in (-1, 1):
        middle = box.x + box.width / 2
        rise = _rise(grid, row, near - middle if ahead else middle - near)
        base = y - rise if side < 0 else y + rise + 5.0
        out.append((column, start, base, rise < 9.6))
    beside = column + (1 if ahead else -1)
    if 0 <= beside < len(grid.xs) - 1 and abs(next_x - (right if ahead else left)) > across + 3:
        out.insert(1, (beside, right + 2.5 if ahead else left - 2.5 - across, y - 2.4, True))
    return out


def _rise(grid: Grid, row: int, room: float) -> float:
    """How far above the line that leaves a side a word must stand, so as to keep this far from the symbol's middle."""
    box = grid.boxes[row]
    rise = 2.4
    while rise < 10.0:
        half = box.width / 2 * (1 - rise / (box.height / 2)) if grid.kinds[row] == "decision" else box.width / 2
        if rise >= box.height / 2 or half + _CLEAR <= room:
            break
        rise += 0.8
    return rise


def _met(
    area: _Area,
    lines: Sequence[Sequence[Point]],
    taken: Sequence[_Area],
) -> int:
    """How many lines and words stand in an area."""
    left, top, right, bottom = area
    met = sum(1 for a, b, c, d in taken if a < right and c > left and b < bottom and d > top)
    for points in lines:
        for (x1, y1), (x2, y2) in pairwise(points):
            if min(x1, x2) < right and max(x1, x2) > left and min(y1, y2) < bottom and max(y1, y2) > top:
                met += 1
    return met
