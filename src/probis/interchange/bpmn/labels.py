"""Where a text may stand beside what it belongs to, the usual places first."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from probis.interchange.bpmn.area import Area, Point

CLEAR: Final = 4.0  # pixels between a line or frame and its label


def beside_line(points: tuple[Point, ...], size: tuple[float, float]) -> list[Area]:
    """The places of a label along a line: at both ends, in the middle and between, on both sides of each piece."""
    w, h = size
    found: list[Area] = []
    for (ax, ay), (bx, by) in pairwise(points):
        upright = abs(bx - ax) < abs(by - ay)
        run = abs(by - ay) if upright else abs(bx - ax)
        reach = min(0.5, ((h if upright else w) / 2 + CLEAR) / run) if run else 0.5
        for share in (reach, 0.5, 1 - reach, 0.25, 0.75):
            x, y = ax + (bx - ax) * share, ay + (by - ay) * share
            if upright:
                found += [Area(x + CLEAR, y - h / 2, w, h), Area(x - CLEAR - w, y - h / 2, w, h)]
            else:
                found += [Area(x - w / 2, y - CLEAR - h, w, h), Area(x - w / 2, y + CLEAR, w, h)]
    return found


def beside_thing(thing: Area, size: tuple[float, float]) -> list[Area]:
    """The places of a label below, above and beside a thing."""
    w, h = size
    x, y = thing.x + thing.width / 2, thing.y + thing.height / 2
    across = (x - w / 2, x - CLEAR - w, x + CLEAR, thing.x - w, thing.right, thing.right - w, thing.x)
    found = [Area(at, row, w, h) for row in (thing.bottom + 2, thing.y - 2 - h) for at in across]
    rows = (y - h / 2, y + CLEAR, y - CLEAR - h)
    return found + [Area(at, row, w, h) for at in (thing.right + 2, thing.x - 2 - w) for row in rows]


def beside_frame(frame: Area, size: tuple[float, float]) -> list[Area]:
    """The places of a label above and below a frame, and in its corners."""
    w, h = size
    rows = (frame.y - h - 1, frame.bottom + 1, frame.y + 1, frame.bottom - h - 1)
    return [Area(x, y, w, h) for y in rows for x in (frame.x + CLEAR, frame.right - CLEAR - w)]
