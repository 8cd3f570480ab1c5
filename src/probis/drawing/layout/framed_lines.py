"""Chains of points to chains without needless points, each way only from where it leaves those before it."""

from __future__ import annotations

from itertools import pairwise

from probis.drawing.scene import Point


def plain(points: list[Point]) -> tuple[Point, ...]:
    """Without points that stand twice or within a straight piece."""
    out: list[Point] = []
    for point in points:
        if out and abs(out[-1][0] - point[0]) < 0.01 and abs(out[-1][1] - point[1]) < 0.01:
            continue
        while len(out) > 1 and (
            (out[-2][0] == out[-1][0] == point[0])
            or (abs(out[-2][1] - out[-1][1]) < 0.01 and abs(out[-1][1] - point[1]) < 0.01)
        ):
            out.pop()
        out.append(point)
    return tuple(out)


def branched(whole: list[tuple[Point, ...]]) -> tuple[tuple[Point, ...], ...]:
    """Each way from where it leaves those before it."""
    out: list[tuple[Point, ...]] = []
    for way in whole:
        points = list(way)
        while len(points) > 1:
            reach = _shared(points[0], points[1], out)
            if reach is None:
                break
            if reach == points[1]:
                points.pop(0)
                continue
            points[0] = reach
            break
        if len(points) > 1:
            out.append(tuple(points))
    return tuple(out)


def joined(whole: list[tuple[Point, ...]]) -> tuple[tuple[Point, ...], ...]:
    """Each way up to where it runs into those before it."""
    back = branched([way[::-1] for way in whole])
    return tuple(way[::-1] for way in back)


def _shared(a: Point, b: Point, drawn: list[tuple[Point, ...]]) -> Point | None:
    """How far the piece from a to b lies on a piece drawn already; None where it does not."""
    axis = 0 if abs(a[1] - b[1]) < 0.01 else 1
    best: float | None = None
    for way in drawn:
        for p, q in pairwise(way):
            if abs(p[1 - axis] - q[1 - axis]) > 0.01 or abs(p[1 - axis] - a[1 - axis]) > 0.01:
                continue
            low, high = sorted((p[axis], q[axis]))
            if not low - 0.01 <= a[axis] <= high + 0.01:
                continue
            end = min(high, b[axis]) if b[axis] > a[axis] else max(low, b[axis])
            if best is None or abs(end - a[axis]) > abs(best - a[axis]):
                best = end
    if best is None or abs(best - a[axis]) < 0.01:
        return None
    if abs(best - b[axis]) < 0.01:
        return b
    return (best, a[1]) if axis == 0 else (a[0], best)
