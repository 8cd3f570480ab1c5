"""A thing and a line or frame that it is tied to, to the short line between them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from probis.interchange.bpmn.area import Area, Point

_APART = 3.0  # px; lines closer than this and side by side are taken for one


def reaching(
    start: Area,
    goal: Area | tuple[Point, ...],
    others: Iterable[Area],
    lines: Iterable[tuple[Point, ...]] = (),
) -> tuple[Point, ...]:
    """A line from the edge of `start` to the nearest part of `goal` (a frame, or a line).

    Straight up, down or across where the two face each other; through none of the `others` and along none of the
    `lines` where such a way is to be had.
    """
    pieces = list(pairwise(goal)) if not isinstance(goal, Area) else _sides(goal)
    ways = [way for piece in pieces for way in _ways(start, *piece)]
    blocks = [area for area in others if area != start]
    drawn = [piece for line in lines if line != goal for piece in pairwise(line)]
    return min(
        ways, key=lambda way: (_hits(way, blocks), _along(way, drawn), len(way) + _crossed(way, drawn), _length(way))
    )


def _sides(area: Area) -> list[tuple[Point, Point]]:
    corners = ((area.x, area.y), (area.right, area.y), (area.right, area.bottom), (area.x, area.bottom))
    return [(corners[i], corners[(i + 1) % 4]) for i in range(4)]


def _ways(start: Area, a: Point, b: Point) -> list[tuple[Point, ...]]:
    """To the nearest point, the middle and the quarters of a straight piece, with at most one bend."""
    cx, cy = start.x + start.width / 2, start.y + start.height / 2
    near = (min(max(cx, min(a[0], b[0])), max(a[0], b[0])), min(max(cy, min(a[1], b[1])), max(a[1], b[1])))
    out: list[tuple[Point, ...]] = []
    spots = [near, *((a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part) for part in (0.5, 0.25, 0.75))]
    spots += [_facing(start, a, b, part) for part in (0.25, 0.75)]
    for x, y in spots:
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


def _facing(start: Area, a: Point, b: Point, part: float) -> Point:
    """The point of a straight piece that faces the thing so far along its side; an end of the piece where none does."""
    x, y = start.x + start.width * part, start.y + start.height * part
    return min(max(x, min(a[0], b[0])), max(a[0], b[0])), min(max(y, min(a[1], b[1])), max(a[1], b[1]))


def _along(way: tuple[Point, ...], drawn: list[tuple[Point, Point]]) -> int:
    """How many pieces of other lines a way lies on."""
    return sum(_on(piece, other) for piece in pairwise(way) for other in drawn)


def _crossed(way: tuple[Point, ...], drawn: list[tuple[Point, Point]]) -> int:
    """How many upright and level pieces of other lines a way crosses."""
    return sum(_cross(piece, other) or _cross(other, piece) for piece in pairwise(way) for other in drawn)


def _cross(level: tuple[Point, Point], upright: tuple[Point, Point]) -> bool:
    (ax, ay), (bx, by) = level
    (cx, cy), (dx, dy) = upright
    return ay == by and cx == dx and min(ax, bx) < cx < max(ax, bx) and min(cy, dy) < ay < max(cy, dy)


def _on(piece: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    for along, across in ((0, 1), (1, 0)):
        level = [end[across] for end in (*piece, *other)]
        if max(level) - min(level) <= _APART:
            ends = sorted(end[along] for end in piece), sorted(end[along] for end in other)
            return min(ends[0][1], ends[1][1]) - max(ends[0][0], ends[1][0]) > _APART
    return False


def _hits(way: tuple[Point, ...], blocks: list[Area]) -> int:
    return sum(area.crossed(a, b) for a, b in pairwise(way) for area in blocks)


def _length(way: tuple[Point, ...]) -> float:
    return sum(abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in pairwise(way))
