"""Strokes to tables: the cells that level and upright lines enclose, those that run over rows or columns among them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from probis.reading.formats._pdf_ink import Box, Shape, Stroke

_NEAR = 2.5  # points between lines that are meant to be one, or to meet
_MOST = 4000  # strokes of a page looked at for tables


class Slot(NamedTuple):
    """A cell of a grid: first row and column, how many of each, and its place."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's lines: its place, the borders of its columns and rows, its cells row by row."""

    box: Box
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    slots: tuple[Slot, ...]


def grids(strokes: Sequence[Stroke], shapes: Sequence[Shape], points: Sequence[tuple[float, float]]) -> list[Grid]:
    """Return the tables that strokes enclose; `points` are the middles of the page's signs."""
    lines = _closed(_merged(_unboxed(strokes, shapes)))
    made = []
    for group in _groups(_rooted(lines)):
        grid = _grid(group, points)
        if grid is not None:
            made.append(grid)
    outer = [g for g in made if not any(o is not g and _inside(g.box, o.box) for o in made)]
    return sorted(outer, key=lambda grid: (grid.box.y0, grid.box.x0))


def _inside(inner: Box, outer: Box) -> bool:
    return outer.holds(inner.x0, inner.y0, 1) and outer.holds(inner.x1, inner.y1, 1) and inner != outer


def _unboxed(strokes: Sequence[Stroke], shapes: Sequence[Shape]) -> list[Stroke]:
    """Without the sides of boxes that stand alone within others: symbols, not cells."""
    framed = {shape.whole: shape.box for shape in shapes if shape.framed}
    free = {shape.whole for shape in shapes if shape.free}
    if len(framed) > 1500:
        return []
    alone = set()
    for whole, box in framed.items():
        sides = [
            (True, box.y0, box.x0, box.x1),
            (True, box.y1, box.x0, box.x1),
            (False, box.x0, box.y0, box.y1),
            (False, box.x1, box.y0, box.y1),
        ]
        if box.width < 90 and box.height < 60 and not any(_shared(side, whole, strokes) for side in sides):
            alone.add(whole)
    return [s for s in strokes if s.whole not in alone and s.whole not in free]


def _shared(side: tuple[bool, float, float, float], whole: int, strokes: Sequence[Stroke]) -> bool:
    level, at, start, end = side
    return any(
        s.level == level
        and s.whole != whole
        and abs(s.at - at) < _NEAR
        and min(s.end, end) - max(s.start, start) > 0.5 * (end - start)
        for s in strokes
    )


def _merged(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Pieces of one line put together."""
    made: list[Stroke] = []
    for level in (True, False):
        mine = sorted(s for s in strokes if s.level == level)
        at = 0
        while at < len(mine):
            same = [mine[at]]
            while at + len(same) < len(mine) and mine[at + len(same)].at - same[0].at < _NEAR / 2:
                same.append(mine[at + len(same)])
            at += len(same)
            place = sum(s.at for s in same) / len(same)
            same.sort(key=lambda s: s.start)
            start, end = same[0].start, same[0].end
            for s in same[1:]:
                if s.start > end + _NEAR:
                    made.append(Stroke(level, place, start, end, 0))
                    start, end = s.start, s.end
                end = max(end, s.end)
            made.append(Stroke(level, place, start, end, 0))
    return [s for s in made if s.end - s.start > 6][:_MOST]


def _closed(strokes: list[Stroke]) -> list[Stroke]:
    """With the sides of tables that have none: three or more level lines that start and end at the same places."""
    upright = [s for s in strokes if not s.level]
    spans: dict[tuple[int, int], list[Stroke]] = {}
    for s in strokes:
        if s.level:
            spans.setdefault((round(s.start / 4), round(s.end / 4)), []).append(s)
    more = []
    for same in spans.values():
        top, bottom = min(s.at for s in same), max(s.at for s in same)
        inner = [u for u in upright if same[0].start + 8 < u.at < same[0].end - 8 and top - 3 < u.start < bottom]
        if len(same) >= 3 and inner:
            for at in (same[0].start, same[0].end):
                if not any(abs(u.at - at) < 2 * _NEAR and u.start < bottom and u.end > top for u in upright):
                    more.append(Stroke(False, at, top, bottom, 0))
    return strokes + more


def _meets(s: Stroke, at: float, others: Sequence[Stroke]) -> bool:
    return any(abs(o.at - at) < 4 and o.start - 4 <= s.at <= o.end + 4 for o in others)


def _rooted(strokes: list[Stroke]) -> list[Stroke]:
    """Without lines that end in the open: arrows, underlines, rules."""
    for _ in range(6):
        level = [s for s in strokes if s.level]
        upright = [s for s in strokes if not s.level]
        kept = [s for s in level if _meets(s, s.start, upright) and _meets(s, s.end, upright)]
        kept += [s for s in upright if _meets(s, s.start, level) and _meets(s, s.end, level)]
        if len(kept) == len(strokes):
            break
        strokes = kept
    return strokes


def _groups(strokes: list[Stroke]) -> list[list[Stroke]]:
    """Lines that cross or meet, together."""
    level = [s for s in strokes if s.level]
    upright = [s for s in strokes if not s.level]
    root = list(range(len(level) + len(upright)))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for i, a in enumerate(level):
        for j, b in enumerate(upright, len(level)):
            if b.start - 4 <= a.at <= b.end + 4 and a.start - 4 <= b.at <= a.end + 4:
                root[find(i)] = find(j)
    made: dict[int, list[Stroke]] = {}
    for i, s in enumerate([*level, *upright]):
        made.setdefault(find(i), []).append(s)
    return list(made.values())


def _places(values: Sequence[float]) -> list[float]:
    made: list[list[float]] = []
    for value in sorted(values):
        if made and value - made[-1][-1] < _NEAR:
            made[-1].append(value)
        else:
            made.append([value])
    return [sum(same) / len(same) for same in made]


def _covers(strokes: Sequence[Stroke], at: float, middle: float) -> bool:
    return any(abs(s.at - at) < _NEAR and s.start - 1 <= middle <= s.end + 1 for s in strokes)


class _Fields(NamedTuple):
    """The smallest fields between all lines, which have a line at the right or below, and the cells they make."""

    xs: list[float]
    ys: list[float]
    right: list[list[bool]]
    below: list[list[bool]]
    cells: list[list[tuple[int, int]]]
    full: list[bool]  # whether a sign stands in each cell


def _grid(strokes: list[Stroke], points: Sequence[tuple[float, float]]) -> Grid | None:
    level = [s for s in strokes if s.level]
    upright = [s for s in strokes if not s.level]
    fields = _fields(level, upright, points)
    for _ in range(3):
        if fields is None:
            return None
        idle_y, idle_x = _idle(fields)
        if not idle_x and not idle_y:
            break
        level, upright = _without(level, idle_y), _without(upright, idle_x)
        fields = _fields(level, upright, points)
    return _made(fields) if fields is not None else None


def _without(strokes: Sequence[Stroke], idle: Sequence[float]) -> list[Stroke]:
    return [s for s in strokes if not any(abs(s.at - each) < _NEAR for each in idle)]


def _fields(
    level: Sequence[Stroke], upright: Sequence[Stroke], points: Sequence[tuple[float, float]]
) -> _Fields | None:
    ys, xs = _places([s.at for s in level]), _places([s.at for s in upright])
    if len(ys) < 2 or len(xs) < 2 or len(ys) * len(xs) > 20_000:
        return None
    rows = [(top + bottom) / 2 for top, bottom in pairwise(ys)]
    columns = [(left + right) / 2 for left, right in pairwise(xs)]
    right = [[_covers(upright, x, middle) for x in xs[1:-1]] for middle in rows]
    below = [[_covers(level, y, middle) for middle in columns] for y in ys[1:-1]]
    cells = _cells(right, below)
    signs = {(bisect_right(ys, y) - 1, bisect_right(xs, x) - 1) for x, y in points}
    return _Fields(xs, ys, right, below, cells, [not signs.isdisjoint(cell) for cell in cells])


def _idle(fields: _Fields) -> tuple[list[float], list[float]]:
    """The level and the upright lines that part nothing: they run only in part, and no cell beside them has a sign."""
    xs, ys, right, below, cells, full = fields
    height, width = len(ys) - 1, len(xs) - 1
    filled = {place: full[number] for number, cell in enumerate(cells) for place in cell}
    level = [
        ys[i + 1]
        for i in range(height - 1)
        if not all(below[i]) and not any(below[i][j] and (filled[i, j] or filled[i + 1, j]) for j in range(width))
    ]
    upright = [
        xs[j + 1]
        for j in range(width - 1)
        if sum(row[j] for row in right) < 0.6 * height
        and not any(right[i][j] and (filled[i, j] or filled[i, j + 1]) for i in range(height))
    ]
    return level, upright


def _made(fields: _Fields) -> Grid | None:
    """The table of such fields; None where a cell is no rectangle, or where hardly a cell has a sign."""
    xs, ys, cells, filled = fields.xs, fields.ys, fields.cells, sum(fields.full)
    if len(cells) < 2 or filled < 2 or (len(cells) > 12 and filled < 0.12 * len(cells)):
        return None
    slots = []
    for cell in cells:
        top, left = min(i for i, _ in cell), min(j for _, j in cell)
        bottom, last = max(i for i, _ in cell) + 1, max(j for _, j in cell) + 1
        if (bottom - top) * (last - left) != len(cell):
            return None
        slots.append(Slot(top, left, bottom - top, last - left, Box(xs[left], ys[top], xs[last], ys[bottom])))
    return Grid(Box(xs[0], ys[0], xs[-1], ys[-1]), tuple(xs), tuple(ys), tuple(sorted(slots)))


def _cells(right: list[list[bool]], below: list[list[bool]]) -> list[list[tuple[int, int]]]:
    """The smallest fields, those without a line between them together."""
    height, width = len(right), len(right[0]) + 1
    seen = [[False] * width for _ in range(height)]
    made = []
    for i in range(height):
        for j in range(width):
            if seen[i][j]:
                continue
            seen[i][j] = True
            cell, open_ = [], [(i, j)]
            while open_:
                a, b = open_.pop()
                cell.append((a, b))
                near = []
                if b + 1 < width and not right[a][b]:
                    near.append((a, b + 1))
                if b > 0 and not right[a][b - 1]:
                    near.append((a, b - 1))
                if a + 1 < height and not below[a][b]:
                    near.append((a + 1, b))
                if a > 0 and not below[a - 1][b]:
                    near.append((a - 1, b))
                for c, d in near:
                    if not seen[c][d]:
                        seen[c][d] = True
                        open_.append((c, d))
            made.append(cell)
    return made
