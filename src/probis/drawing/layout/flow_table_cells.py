"""A placed page of a flow table to one picture a cell: the lines are cut at the borders and meet there exactly.

Precondition: a page of `flow_table`. Postcondition: the pictures of all cells, laid side by side, are the whole
drawing; no item of a picture leaves its cell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from probis.drawing.layout.flow_table import FlowPage, Routed, Symbol
from probis.drawing.layout.flow_table_routes import Box
from probis.drawing.scene import Dash, Group, Item, Path, Point, Scene, Shape, Text, moved

_LINE: Final = 0.8
_GAP: Final = 2.2  # on each side of a line that is crossed
Cell = tuple[int, int]


def cells(page: FlowPage) -> Mapping[Cell, Scene]:
    """The picture of each cell that holds anything, by row and column."""
    parts: dict[Cell, list[Item]] = {}
    for line in page.lines:
        for at, path in _pieces(page, line):
            parts.setdefault(at, []).append(path)
    for row, (symbol, box) in enumerate(zip(page.symbols, page.boxes, strict=True)):
        if symbol.kind != "none":
            parts.setdefault((row, symbol.column), []).append(_drawn(symbol, box))
    for label in page.labels:
        word = Text(label.x, label.y, label.text, label.size, family="serif")
        parts.setdefault((label.row, label.column), []).append(word)
    return {at: _scene(page, at, items) for at, items in sorted(parts.items())}


def whole(page: FlowPage) -> Scene:
    """All cells side by side as one drawing."""
    items: list[Item] = []
    for (row, column), scene in cells(page).items():
        items += [moved(item, page.xs[column], page.ys[row]) for item in scene.items]
    return Scene(page.xs[-1], page.ys[-1], "Alur", items=tuple(items))


def _scene(page: FlowPage, at: Cell, items: Sequence[Item]) -> Scene:
    row, column = at
    left, top = page.xs[column], page.ys[row]
    symbol = page.symbols[row]
    words = symbol.words if symbol.column == column else ""
    size = page.xs[column + 1] - left, page.ys[row + 1] - top
    return Scene(*size, words, items=tuple(moved(item, -left, -top) for item in items))


def _drawn(symbol: Symbol, box: Box) -> Group:
    x, y, w, h = box
    dash: Dash = "provisional" if symbol.provisional else "solid"
    match symbol.kind:
        case "terminator":
            items: tuple[Item, ...] = (Shape("capsule", x, y, w, h, dash=dash),)
        case "process":
            items = (Shape("rect", x, y, w, h, dash=dash),)
        case "decision":
            items = (Shape("diamond", x, y, w, h, dash=dash),)
        case _:
            tip = y + h * 0.62
            home = ((x, y), (x + w, y), (x + w, tip), (x + w / 2, y + h), (x, tip), (x, y))
            size = 8.0 if len(symbol.letter) < 2 else 6.5
            letter = Text(
                x + w / 2, y + h * 0.35 + size * 0.34, symbol.letter, size, 600, anchor="middle", family="serif"
            )
            items = (Path(home, radius=0.0, head="none"), letter)
    return Group(items, "node")


def _pieces(page: FlowPage, line: Routed) -> Iterator[tuple[Cell, Path]]:
    """The line cut at the borders of cells and at its gaps; the last piece has the arrow head."""
    runs: list[tuple[Cell, list[Point]]] = []
    for a, b in pairwise(line.points):
        for start, end in _cut(page, line, a, b):
            at = _cell(page, (start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
            if runs and runs[-1][0] == at and runs[-1][1][-1] == start:
                runs[-1][1].append(end)
            else:
                runs.append((at, [start, end]))
    last = len(runs) - 1
    for n, (at, points) in enumerate(runs):
        yield at, Path(tuple(points), weight=_LINE, radius=0.0, head="filled" if n == last else "none")


def _cut(page: FlowPage, line: Routed, a: Point, b: Point) -> Iterator[tuple[Point, Point]]:
    level = abs(a[1] - b[1]) < 1e-6
    along = 0 if level else 1
    borders = page.xs if level else page.ys
    low, high = min(a[along], b[along]), max(a[along], b[along])
    gaps = [g for g in line.gaps if level and abs(g[1] - a[1]) < 1e-6 and low < g[0] < high]
    marks = {low, high, *(v for v in borders if low < v < high)}
    for gap in gaps:
        marks |= {max(low, gap[0] - _GAP), min(high, gap[0] + _GAP)}
    stops = sorted(marks)
    spans = [
        (u, v) for u, v in pairwise(stops) if not any(abs((u + v) / 2 - g[0]) < _GAP for g in gaps) and v - u > 1e-9
    ]
    if a[along] > b[along]:
        spans = [(v, u) for u, v in reversed(spans)]
    for u, v in spans:
        yield ((u, a[1]), (v, a[1])) if level else ((a[0], u), (a[0], v))


def _cell(page: FlowPage, x: float, y: float) -> Cell:
    row = min(max(bisect_right(page.ys, y) - 1, 0), len(page.ys) - 2)
    column = min(max(bisect_right(page.xs, x) - 1, 0), len(page.xs) - 2)
    return row, column
