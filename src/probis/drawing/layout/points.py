"""Pass 11. Pieces to points: where each line leaves, bends and ends, and where lines cross.

Precondition: every place. Postcondition: `points` of every wire, its first and last on the outlines of its
boxes, with no two alike in a row and no bend without a turn; `gaps` holds for each wire the points where it
gives way.
"""

from __future__ import annotations

from typing import NamedTuple

from probis.drawing.layout.outline import outline_x, outline_y
from probis.drawing.layout.plan import Box, Plan, Segment, Side, Wire
from probis.drawing.scene import Point

_WEIGHT = {"association": 0, "timeout": 0, "message": 1, "return": 2, "sequence": 3}


def set_points(plan: Plan) -> None:
    """Fill the points of all wires."""
    for wire in plan.wires:
        points: list[Point] = []
        first, last = wire.segments[0], wire.segments[-1]
        points.append(_port(plan.boxes[wire.source], first, first.at_source))
        for a, b in zip(wire.segments, wire.segments[1:], strict=False):
            points.append((a.place, b.place) if a.vertical else (b.place, a.place))
        points.append(_port(plan.boxes[wire.target], last, last.at_target))
        wire.points = without_idle(points)


def _port(box: Box, s: Segment, side: Side | None) -> Point:
    if s.vertical:
        return s.place, outline_y(box, "top" if side == "top" else "bottom", s.place - box.x)
    return outline_x(box, side or "right", s.place - box.middle), s.place


def without_idle(points: list[Point]) -> tuple[Point, ...]:
    """The same line without repeated points and bends that do not turn; rounded to 0.001 pt."""
    out: list[Point] = []
    for x, y in points:
        p = (round(x, 3), round(y, 3))
        if out and p == out[-1]:
            continue
        if len(out) > 1 and (out[-2][0] == out[-1][0] == p[0] or out[-2][1] == out[-1][1] == p[1]):
            out[-1] = p
        else:
            out.append(p)
    return tuple(out)


class _Piece(NamedTuple):
    at: float
    low: float
    high: float
    wire: int


def gaps(plan: Plan) -> dict[int, list[Point]]:
    """For each wire the crossings where it is the one to be interrupted: the lesser kind, else the horizontal."""
    across: list[_Piece] = []
    down: list[_Piece] = []
    for wire in plan.wires:
        for (x0, y0), (x1, y1) in zip(wire.points, wire.points[1:], strict=False):
            if y0 == y1:
                across.append(_Piece(y0, min(x0, x1), max(x0, x1), wire.index))
            else:
                down.append(_Piece(x0, min(y0, y1), max(y0, y1), wire.index))
    found: dict[int, list[Point]] = {}
    down.sort()
    for h in across:
        for v in down:
            if v.at >= h.high - 0.5:
                break
            if v.at <= h.low + 0.5 or not v.low + 0.5 < h.at < v.high - 0.5 or v.wire == h.wire:
                continue
            gives = v.wire if _rank(plan.wires[v.wire]) < _rank(plan.wires[h.wire]) else h.wire
            found.setdefault(gives, []).append((v.at, h.at))
    return found


def _rank(wire: Wire) -> int:
    kind = _WEIGHT[wire.flow.kind]
    return min(kind, 2) if wire.back else kind
