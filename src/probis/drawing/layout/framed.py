"""A chart of framed boxes with parties at both sides to a scene: peta proses and peta sub proses.

Four passes (framed_grid, framed_route, framed_tracks, framed_place) and the painting. The same chart, style
and number of columns give the same scene; the order of lines means nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from math import inf
from typing import NamedTuple

from probis.drawing.layout.framed_chart import FramedChart, FramedStyle
from probis.drawing.layout.framed_grid import Grid, grid_of, layers
from probis.drawing.layout.framed_paint import painted
from probis.drawing.layout.framed_place import Placer
from probis.drawing.layout.framed_placed import Placed
from probis.drawing.layout.framed_route import Node, Router, Way
from probis.drawing.scene import Scene

__all__ = ["Cost", "FramedTries", "Routed", "cost_of", "framed", "layers", "routed"]

NARROWEST, WIDEST = 92.0, 190.0  # of a box
MORE = 60.0  # by which the columns of parties may grow
ENDLESS = 1e8
_LEAST = 0.2


class Cost(NamedTuple):
    """What makes a drawing hard to read: crossings, bends, length of lines in points."""

    crossings: int
    bends: int
    length: float

    @property
    def total(self) -> float:
        """One number; a crossing weighs as much as two bends."""
        return self.crossings * 2.0 + self.bends + self.length / 400.0


class Routed(NamedTuple):
    """A chart with its cells and ways, for one number of columns; it can be placed in any style."""

    chart: FramedChart
    grid: Grid
    ways: Mapping[str, tuple[Way, ...]]
    node: Mapping[Node, str]

    def placed(self, style: FramedStyle) -> Placed:
        """The places of everything in this style."""
        return Placer(self.chart, style, self.grid, self.ways, self.node).place()


def routed(chart: FramedChart, columns: int) -> Routed:
    """The cells and ways of a chart in `columns` columns of boxes.

    Lines whose ends the chart does not have are left out: the caller gives what is unknown as a party or box.
    """
    known = {b.id for b in chart.boxes} | {p.id for p in (*chart.suppliers, *chart.customers)}
    frames = {f.id for f in chart.frames}
    boxes = tuple(b for b in chart.boxes if b.frame in frames)
    lines = (n for n in chart.lines if n.targets and n.source in known and known.issuperset(n.targets))
    chart = replace(chart, lines=tuple(sorted(lines, key=lambda n: n.id)), boxes=boxes)
    grid = grid_of(chart, columns)
    router = Router(chart, grid)
    return Routed(chart, grid, router.ways(chart.lines), {router.node(b.id): b.id for b in boxes})


def framed(chart: FramedChart, style: FramedStyle, columns: int = 1) -> Scene:
    """The scene, its origin at 0, 0."""
    return painted(chart, style, routed(chart, columns).placed(style))


class FramedTries:
    """One chart in every number of columns that may do; ways are sought once and placed in many styles.

    `most` 1 keeps it to one column; more may become as many as the lines between boxes ask for.
    """

    def __init__(self, chart: FramedChart, most: int = 4) -> None:
        self.chart, self.most = chart, max(most, layers(chart)) if most > 1 else 1
        self._routed: dict[int, Routed] = {}
        self._kept: dict[tuple[FramedStyle, int, float], tuple[Placed, FramedStyle]] = {}

    def _tight(self, style: FramedStyle, columns: int, width: float) -> tuple[Placed, FramedStyle]:
        """The least height in so many columns, boxes as wide as the page allows; kept, because many heights ask."""
        key = (style, columns, width)
        if key not in self._kept:
            way = self._way(columns)
            place = way.placed(replace(style, straight=_LEAST))
            box = min(max(style.box + (width - place.width) / columns, NARROWEST), WIDEST)
            spare = max(0.0, width - place.width - columns * (box - style.box))
            own = replace(style, box=box, straight=_LEAST, party=style.party + min(spare / 2, MORE))
            self._kept[key] = (way.placed(own), own)
        return self._kept[key]

    def _way(self, columns: int) -> Routed:
        if columns not in self._routed:
            self._routed[columns] = routed(self.chart, columns)
        return self._routed[columns]

    def _fitted(
        self, style: FramedStyle, columns: int, width: float, height: float
    ) -> tuple[Placed, FramedStyle, float]:
        """The places with lines as straight as the page allows, and by how much they exceed it."""
        if width >= ENDLESS:
            return self._way(columns).placed(style), style, 0.0
        place, own = self._tight(style, columns, width)
        over = max(0.0, place.width - width) + max(0.0, place.height - height)
        if over > 0.01:
            return place, own, over
        for straight in (1.0, 0.8, 0.6, 0.4):
            wider = replace(own, straight=straight)
            freer = self._way(columns).placed(wider)
            if freer.width <= width + 0.01 and freer.height <= height + 0.01:
                return freer, wider, 0.0
        return place, own, 0.0

    def best(self, style: FramedStyle, width: float, height: float, tangled: float = inf) -> Scene | None:
        """The scene that reads best among those that fit, or None; boxes and parties grow to use the width.

        None, too, where the lines cross more than `tangled` times each on the average.
        """
        found = self._found(style, width, height)
        if found.over > 0.01 or self.crossings(style, width, height) > tangled:
            return None
        return painted(self.chart, found.style, found.place)

    def crossings(self, style: FramedStyle, width: float, height: float) -> float:
        """How often a line is crossed by others where the chart is drawn so, on the average."""
        return cost_of(self._found(style, width, height).place).crossings / max(1, len(self.chart.lines))

    def least(self, style: FramedStyle, width: float, height: float) -> Scene:
        """The scene that exceeds the page least; for what nothing can make fit."""
        found = self._found(style, width, height)
        return painted(self.chart, found.style, found.place)

    def _found(self, style: FramedStyle, width: float, height: float) -> _Try:
        found: list[_Try] = []
        sides = 2 * style.party + 100 if self.chart.suppliers or self.chart.customers else 0.0
        for columns in range(1, self.most + 1):
            if columns > 1 and columns * (NARROWEST + 26.0) + sides > width:
                break
            place, own, over = self._fitted(style, columns, width, height)
            found.append(_Try(over, 0.0 if over > 0.01 else cost_of(place).total, columns, own, place))
        return min(found, key=lambda t: (t.over > 0.01, t.over if t.over > 0.01 else t.cost, t.columns))


class _Try(NamedTuple):
    """A placing in a number of columns, by how much it exceeds the page and what it costs a reader."""

    over: float
    cost: float
    columns: int
    style: FramedStyle
    place: Placed


def cost_of(place: Placed) -> Cost:
    """Crossings, bends and length of all lines."""
    pieces = [(id_, a, b) for id_, ways in place.paths.items() for way in ways for a, b in pairwise(way)]
    flat = [(i, a[1], min(a[0], b[0]), max(a[0], b[0])) for i, a, b in pieces if abs(a[1] - b[1]) < 0.01]
    tall = [(i, a[0], min(a[1], b[1]), max(a[1], b[1])) for i, a, b in pieces if abs(a[1] - b[1]) >= 0.01]
    crossings = sum(1 for i, y, x0, x1 in flat for j, x, y0, y1 in tall if i != j and x0 < x < x1 and y0 < y < y1)
    bends = sum(len(way) - 2 for ways in place.paths.values() for way in ways)
    length = sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for _, a, b in pieces)
    return Cost(crossings, bends, length)
