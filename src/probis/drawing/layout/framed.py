"""A chart of framed boxes with parties at both sides to a scene: peta proses and peta sub proses.

Four passes (framed_grid, framed_route, framed_tracks, framed_place) and the painting. The same chart, style
and number of columns give the same scene; the order of lines means nothing.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from probis.drawing.layout.framed_chart import FramedChart, FramedStyle
from probis.drawing.layout.framed_grid import grid_of, layers
from probis.drawing.layout.framed_paint import painted
from probis.drawing.layout.framed_place import Placed, Placer
from probis.drawing.layout.framed_route import Router
from probis.drawing.scene import Scene

__all__ = ["Cost", "framed", "framed_best", "layers", "placed"]


class Cost(NamedTuple):
    """What makes a drawing hard to read: crossings, bends, length of lines in points."""

    crossings: int
    bends: int
    length: float

    @property
    def total(self) -> float:
        """One number; a crossing weighs as much as two bends."""
        return self.crossings * 2.0 + self.bends + self.length / 400.0


def placed(chart: FramedChart, style: FramedStyle, columns: int) -> Placed:
    """The places of everything, for `columns` columns of boxes.

    Lines whose ends the chart does not have are left out: the caller gives what is unknown as a party or box.
    """
    known = {b.id for b in chart.boxes} | {p.id for p in (*chart.suppliers, *chart.customers)}
    frames = {f.id for f in chart.frames}
    lines = tuple(
        sorted(
            (n for n in chart.lines if n.targets and n.source in known and known.issuperset(n.targets)),
            key=lambda n: n.id,
        )
    )
    boxes = tuple(b for b in chart.boxes if b.frame in frames)
    chart = replace(chart, lines=lines, boxes=boxes)
    grid = grid_of(chart, columns)
    router = Router(chart, grid)
    ways = router.ways(lines)
    node = {router.node(b.id): b.id for b in boxes}
    return Placer(chart, style, grid, ways, node).place()


def framed(chart: FramedChart, style: FramedStyle, columns: int = 1) -> Scene:
    """The scene, its origin at 0, 0."""
    return painted(chart, style, placed(chart, style, columns))


def framed_best(
    chart: FramedChart, style: FramedStyle, width: float, height: float, most: int = 4
) -> tuple[Scene, bool]:
    """The scene with the number of columns that reads best among those that fit the page, and whether it fits."""
    found: list[tuple[bool, float, int, Placed]] = []
    for columns in range(1, max(most, layers(chart)) + 1):
        place = placed(chart, style, columns)
        over = max(0.0, place.width - width) + max(0.0, place.height - height)
        cost = cost_of(place)
        found.append((over > 0.01, over if over > 0.01 else cost.total, columns, place))
    best = min(found, key=lambda f: f[:3])
    return painted(chart, style, best[3]), not best[0]


def cost_of(place: Placed) -> Cost:
    """Crossings, bends and length of all lines."""
    pieces = [(id_, a, b) for id_, ways in place.paths.items() for way in ways for a, b in pairwise(way)]
    flat = [(i, a[1], min(a[0], b[0]), max(a[0], b[0])) for i, a, b in pieces if abs(a[1] - b[1]) < 0.01]
    tall = [(i, a[0], min(a[1], b[1]), max(a[1], b[1])) for i, a, b in pieces if abs(a[1] - b[1]) >= 0.01]
    crossings = sum(1 for i, y, x0, x1 in flat for j, x, y0, y1 in tall if i != j and x0 < x < x1 and y0 < y < y1)
    bends = sum(len(way) - 2 for ways in place.paths.values() for way in ways)
    length = sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for _, a, b in pieces)
    return Cost(crossings, bends, length)
