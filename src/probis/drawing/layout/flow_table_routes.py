"""Lines between the symbols of a flow table: cells and pairs of rows to points, with few bends and few crossings.

Precondition: one symbol a row, room around it in its cell. Postcondition: level and upright pieces only; no piece
passes through a symbol; lines lie on each other only where they lead to the same symbol. Each line takes the cheapest
of all ways with one upright piece between two levels; then those that meet others are tried again (rip-up and
reroute, after Dees & Karger, Automated rip-up and reroute techniques, DAC 1982).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from probis.drawing.scene import Point

_BEND: Final = 5.0
_LENGTH: Final = 0.02
_GUTTER: Final = 2.0
_WRONG_SIDE: Final = 1.5
_CROSSING: Final = 24.0
_TOUCHING: Final = 60.0
_ON_EACH_OTHER: Final = 500.0
_HEAD: Final = 7.2  # the last piece of a line is at least so long
_SHORT_HEAD: Final = 40.0
_NEAR: Final = 0.6  # pieces nearer to each other than this lie on each other
_ROUNDS: Final = 4


class Box(NamedTuple):
    """A box: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float


class Line(NamedTuple):
    """A line from the symbol of one row to that of another."""

    source: int
    target: int


class _Way(NamedTuple):
    """A way that a line may take: its cost alone, and its points."""

    cost: float
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells: edges of columns and rows, of each row the column, box and kind of its symbol, and of each column the
    width left on each side of a symbol.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    columns: tuple[int, ...]
    boxes: tuple[Box, ...]
    kinds: tuple[str, ...]
    pads: tuple[float, ...]

    def cell(self, row: int) -> tuple[float, float]:
        """Left and right edge of the cell that holds the symbol of a row."""
        return self.xs[self.columns[row]], self.xs[self.columns[row] + 1]

    def middle(self, row: int) -> Point:
        """The middle of the symbol of a row."""
        x, y, w, h = self.boxes[row]
        return x + w / 2, y + h / 2

    def tracks(self) -> tuple[tuple[float, float], ...]:
        """The upright ways with what each costs: the middle of each column, and two on each side of its symbols."""
        out: list[tuple[float, float]] = []
        for (left, right), pad in zip(pairwise(self.xs), self.pads, strict=True):
            first = max(1.6, min(pad * 0.3, pad - _HEAD))
            steps = (first, first + 3.4) if pad >= first + 5.0 else (first,)
            out += [((left + right) / 2, 0.0)]
            out += [(left + step, _GUTTER) for step in steps] + [(right - step, _GUTTER) for step in steps]
        return tuple(out)


def routed(grid: Grid, lines: Sequence[Line]) -> list[tuple[tuple[Point, ...], tuple[Point, ...]]]:
    """The points of each line and where it is interrupted, in the order of the lines."""
    tracks = grid.tracks()
    order = sorted(range(len(lines)), key=lambda i: (abs(lines[i].target - lines[i].source), i))
    ways = {i: sorted(_ways(grid, lines[i], tracks)) for i in order}
    taken: dict[int, tuple[Point, ...]] = {}
    clear: dict[tuple[Point, ...], bool] = {}

    def free(points: tuple[Point, ...]) -> bool:
        if points not in clear:
            clear[points] = _free(grid, points)
        return clear[points]

    for i in order:
        taken[i] = _cheapest(i, ways[i], lines, taken, free)
    for _ in range(_ROUNDS):
        changed = False
        for i in order:
            others = {j: points for j, points in taken.items() if j != i}
            if not _meets(i, taken[i], lines, others):
                continue
            again = _cheapest(i, ways[i], lines, others, free)
            changed, taken[i] = changed or again != taken[i], again
        if not changed:
            break
    return [(taken[i], _gaps(i, lines, taken)) for i in range(len(lines))]


def _ways(grid: Grid, line: Line, tracks: Sequence[tuple[float, float]]) -> Iterator[_Way]:
    """Every way of a line, also those that pass through a symbol: few of them are ever looked at."""
    seen: set[tuple[Point, ...]] = set()
    (sx, sy), (tx, ty) = grid.middle(line.source), grid.middle(line.target)
    source, target = grid.boxes[line.source], grid.boxes[line.target]
    below = (source.y + source.height + grid.ys[line.source + 1]) / 2
    above = grid.ys[line.target] + (target.y - grid.ys[line.target]) * 0.22
    leaving: dict[str, tuple[Point, ...]] = {"bottom": ((sx, source.y + source.height), (sx, below))}
    if grid.kinds[line.source] != "entry":
        leaving |= {"left": ((source.x, sy),), "right": ((source.x + source.width, sy),)}
    arriving: dict[str, tuple[Point, ...]] = {"top": ((tx, above), (tx, target.y))}
    if grid.kinds[line.target] != "exit":
        arriving |= {"left": ((target.x, ty),), "right": ((target.x + target.width, ty),)}
    for side, out in leaving.items():
        for end, into in arriving.items():
            for x, extra in tracks:
                y1, y2 = out[-1][1], into[0][1]
                if _behind(side, x, source) or _behind(end, x, target):
                    continue
                points = straight((*out, (x, y1), (x, y2), *into))
                if len(points) < 2 or points in seen:
                    continue
                seen.add(points)
                extra = 0.0 if abs(x - sx) < _NEAR or abs(x - tx) < _NEAR else extra
                away = (side == "left" and tx > sx) or (side == "right" and tx < sx)
                length = sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(points))
                cost = _BEND * (len(points) - 2) + _LENGTH * length + extra + (_WRONG_SIDE if away else 0.0)
                (ax, ay), (bx, by) = points[-2:]
                cost += _SHORT_HEAD if abs(ax - bx) + abs(ay - by) < _HEAD - 0.2 else 0.0
                yield _Way(round(cost, 3), points)


def _behind(side: str, x: float, box: Box) -> bool:
    """Whether an upright way lies on the wrong side of a symbol that a line meets at this side."""
    return (side == "left" and x >= box.x) or (side == "right" and x <= box.x + box.width)


def straight(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points of a polyline without those that do not turn it."""
    out: list[Point] = []
    for point in points:
        if out and abs(out[-1][0] - point[0]) < 1e-6 and abs(out[-1][1] - point[1]) < 1e-6:
            continue
        if len(out) > 1 and _level(out[-2], out[-1], point):
            out.pop()
            if abs(out[-1][0] - point[0]) < 1e-6 and abs(out[-1][1] - point[1]) < 1e-6:
                continue
        out.append(point)
    return tuple(out)


def _level(a: Point, b: Point, c: Point) -> bool:
    return (abs(a[0] - b[0]) < 1e-6 and abs(b[0] - c[0]) < 1e-6) or (
        abs(a[1] - b[1]) < 1e-6 and abs(b[1] - c[1]) < 1e-6
    )


def _free(grid: Grid, points: Sequence[Point]) -> bool:
    """Whether the way passes through no symbol and turns back nowhere."""
    for (ax, ay), (bx, by), (cx, cy) in zip(points, points[1:], points[2:], strict=False):
        if (bx - ax) * (cx - bx) + (by - ay) * (cy - by) < 0:
            return False
    for (ax, ay), (bx, by) in pairwise(points):
        left, right, top, bottom = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
        for x, y, w, h in grid.boxes:
            if y >= bottom - 0.1 or y + h <= top + 0.1:
                continue
            if left < x + w - 0.1 and right > x + 0.1:
                return False
    return True


def _cheapest(
    at: int,
    ways: Sequence[_Way],
    lines: Sequence[Line],
    taken: dict[int, tuple[Point, ...]],
    free: Callable[[tuple[Point, ...]], bool],
) -> tuple[Point, ...]:
    """The cheapest way that passes through no symbol, with what it costs to meet the lines that are there."""
    best = float("inf")
    found: tuple[Point, ...] = ()
    for cost, points in ways:
        if cost >= best:
            break
        if not free(points):
            continue
        whole = cost + _meets(at, points, lines, taken, best - cost)
        if whole < best:
            best, found = whole, points
    return found


def _meets(
    at: int,
    points: Sequence[Point],
    lines: Sequence[Line],
    taken: dict[int, tuple[Point, ...]],
    most: float = float("inf"),
) -> float:
    """What it costs that these points meet lines that are there already; no more is reckoned once it is `most`."""
    cost = 0.0
    for other, there in taken.items():
        same = lines[other].target == lines[at].target
        for a, b in pairwise(points):
            for c, d in pairwise(there):
                how = _meeting(a, b, c, d)
                if how == "on" and not same:
                    cost += _ON_EACH_OTHER
                elif how == "touch" and not same:
                    cost += _TOUCHING
                elif how == "cross":
                    cost += _CROSSING
        if cost >= most:
            break
    return cost


def _meeting(a: Point, b: Point, c: Point, d: Point) -> str:
    """How two pieces meet: "on" each other, "cross", "touch" at an end, or "" not at all."""
    if max(a[0], b[0]) < min(c[0], d[0]) - _NEAR or max(c[0], d[0]) < min(a[0], b[0]) - _NEAR:
        return ""
    if max(a[1], b[1]) < min(c[1], d[1]) - _NEAR or max(c[1], d[1]) < min(a[1], b[1]) - _NEAR:
        return ""
    upright, other = abs(a[0] - b[0]) < 1e-6, abs(c[0] - d[0]) < 1e-6
    if upright == other:
        along = (
            min(max(a[1], b[1]), max(c[1], d[1])) - max(min(a[1], b[1]), min(c[1], d[1]))
            if upright
            else min(max(a[0], b[0]), max(c[0], d[0])) - max(min(a[0], b[0]), min(c[0], d[0]))
        )
        return "on" if along > 0.5 else "touch"
    (u1, u2), (l1, l2) = ((a, b), (c, d)) if upright else ((c, d), (a, b))
    inside = min(l1[0], l2[0]) + _NEAR < u1[0] < max(l1[0], l2[0]) - _NEAR
    through = min(u1[1], u2[1]) + _NEAR < l1[1] < max(u1[1], u2[1]) - _NEAR
    return "cross" if inside and through else "touch"


def _gaps(at: int, lines: Sequence[Line], taken: dict[int, tuple[Point, ...]]) -> tuple[Point, ...]:
    """Where the level pieces of a line are interrupted by upright ones of other lines."""
    gaps: dict[Point, None] = {}
    for a, b in pairwise(taken[at]):
        if abs(a[0] - b[0]) < 1e-6:
            continue
        for other, there in taken.items():
            if other == at:
                continue
            for c, d in pairwise(there):
                if abs(c[0] - d[0]) < 1e-6 and _meeting(a, b, c, d) == "cross":
                    gaps[(c[0], a[1])] = None
    return tuple(gaps)
