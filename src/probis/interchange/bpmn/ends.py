"""A thing and a line or frame that it is tied to, to the short line between them."""

from __future__ import annotations

from itertools import pairwise

from probis.interchange.bpmn.area import Area, Point


def reaching(start: Area, goal: Area | tuple[Point, ...], others: list[Area]) -> tuple[Point, ...]:
    """A line from the edge of `start` to the nearest part of `goal` (a frame, or a line).

    Straight up, down or across where the two face each other, and through nothing where such a way is to be had.
    """
    pieces = list(pairwise(goal)) if not isinstance(goal, Area) else _sides(goal)
    ways = [way for piece in pieces for way in _ways(start, *piece)]
    blocks = [area for area in others if area != start]
    return min(ways, key=lambda way: (_hits(way, blocks), len(way), _length(way)))


def _sides(area: Area) -> list[tuple[Point, Point]]:
    corners = ((area.x, area.y), (area.right, area.y), (area.right, area.bottom), (area.x, area.bottom))
    return [(corners[i], corners[(i + 1) % 4]) for i in range(4)]


def _ways(start: Area, a: Point, b: Point) -> list[tuple[Point, ...]]:
    """To the nearest point, the middle and the ends of a straight piece, with at most one bend."""
    cx, cy = start.x + start.width / 2, start.y + start.height / 2
    near = (min(max(cx, min(a[0], b[0])), max(a[0], b[0])), min(max(cy, min(a[1], b[1])), max(a[1], b[1])))
    out: list[tuple[Point, ...]] = []
    for x, y in (near, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)):
        x, y = round(x, 2), round(y, 2)
        if start.x < x < start.right and not start.y <= y <= start.bottom:
            out.append(((x, start.y if y < start.y else start.bottom), (x, y)))
        elif start.y < y < start.bottom and not start.x <= x <= start.right:
            out.append(((start.x if x < start.x else start.right, y), (x, y)))
        else:
            side = start.x if x < cx else start.right
            foot = start.y if y < cy else start.bottom
            out.append(((side, round(cy, 2)), (x, round(cy, 2)), (x, y)))
            out.append(((round(cx, 2), foot), (round(cx, 2), y), (x, y)))
    return out


def _hits(way: tuple[Point, ...], blocks: list[Area]) -> int:
    return sum(area.crossed(a, b) for a, b in pairwise(way) for area in blocks)


def _length(way: tuple[Point, ...]) -> float:
    return sum(abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in pairwise(way))
