"""Texts that the layout did not place, to the freest place beside what they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final, TypeAlias

from probis.interchange.bpmn.area import Area, Point

Line: TypeAlias = tuple[Point, ...]

CLEAR: Final = 4.0  # pixels between a line or frame and its label


def beside_line(points: Line, size: tuple[float, float], taken: list[Area], lines: list[Line]) -> Area:
    """A label of this size beside a line, where the fewest shapes, labels and other lines are in its way."""
    w, h = size
    found: list[Area] = []
    for (ax, ay), (bx, by) in pairwise(points):
        for share in (0.5, 0.25, 0.75):
            x, y = ax + (bx - ax) * share, ay + (by - ay) * share
            if abs(bx - ax) < abs(by - ay):
                found += [Area(x + CLEAR, y - h / 2, w, h), Area(x - CLEAR - w, y - h / 2, w, h)]
            else:
                found += [Area(x - w / 2, y - CLEAR - h, w, h), Area(x - w / 2, y + CLEAR, w, h)]
    return _freest(found, taken, lines)


def beside_frame(frame: Area, size: tuple[float, float], taken: list[Area], lines: list[Line]) -> Area:
    """A label of this size above, below or in a corner of a frame."""
    w, h = size
    left, right = frame.x + CLEAR, frame.right - CLEAR - w
    rows = (frame.y - h - 1, frame.bottom + 1, frame.y + 1, frame.bottom - h - 1)
    return _freest([Area(x, y, w, h) for y in rows for x in (left, right)], taken, lines)


def beside_thing(thing: Area, size: tuple[float, float], taken: list[Area], lines: list[Line]) -> Area:
    """A label of this size below, above or beside a thing."""
    w, h = size
    x, y = thing.x + thing.width / 2, thing.y + thing.height / 2
    across = (x - w / 2, thing.x - w, thing.right, thing.right - w, thing.x)
    found = [Area(at, row, w, h) for row in (thing.bottom + 2, thing.y - 2 - h) for at in across]
    found += [Area(at, row, w, h) for at in (thing.right + 2, thing.x - 2 - w) for row in (y - h / 2, y, y - h)]
    return _freest(found, taken, lines)


def _freest(found: Iterable[Area], taken: list[Area], lines: list[Line]) -> Area:
    """The first of those that the least stands in the way of."""

    def hits(area: Area) -> int:
        crossing = sum(area.crossed(a, b) for line in lines for a, b in pairwise(line))
        return 3 * sum(area.touches(other) for other in taken) + crossing

    found = list(found)
    best = min([a for a in found if a.x >= 0 and a.y >= 0] or found, key=hits)
    return Area(round(best.x, 2), round(best.y, 2), best.width, best.height)
