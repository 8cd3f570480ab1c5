"""Random wishes about places, and whether a finished drawing shows them: judged on its points, not on its cells."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from probis.drawing.graph import After, Constraint, Graph, LaneOrder, LeavesAt, Row, SameColumn, Shift, Side
from probis.drawing.layout.plan import Box, Plan, Wire

SIDES: tuple[Side, ...] = ("top", "right", "bottom", "left")
GONE = "hilang"  # the name of what is no longer there


def wishes(graph: Graph, chance: Random, count: int) -> tuple[Constraint, ...]:
    """Wishes of all kinds, of which some contradict the flow, one another, or name what is no longer there."""
    nodes = [n.id for n in graph.nodes] + [GONE]
    flows = [f.id for f in graph.flows] + [GONE]
    lanes = [lane.id for lane in graph.lanes]
    out: list[Constraint] = []
    for _ in range(count):
        match chance.randrange(6):
            case 0:
                out.append(SameColumn((chance.choice(nodes), chance.choice(nodes))))
            case 1:
                out.append(After(chance.choice(nodes), chance.choice(nodes)))
            case 2:
                out.append(Row(chance.choice(nodes), chance.randrange(4)))
            case 3:
                out.append(LeavesAt(chance.choice(flows), chance.choice(SIDES)))
            case 4:
                reach = chance.choice((12, 40, 150))
                out.append(Shift(chance.choice(nodes), *(float(chance.randint(-reach, reach)) for _ in "xy")))
            case _ if lanes and not any(isinstance(w, LaneOrder) for w in out):
                out.append(LaneOrder(tuple(chance.sample(lanes, chance.randint(1, len(lanes))))))
    return tuple(out)


def kept(plan: Plan, wish: Constraint, before: Plan | None = None) -> bool:
    """Whether the drawing shows what is wished; `before` is the same drawing without any shift."""
    boxes = {b.node.id: b for b in reversed(plan.boxes)}
    match wish:
        case SameColumn(nodes):
            stood = [boxes[n] for n in nodes if n in boxes]
            return len(stood) == len(nodes) and all(_under(a, b) for a in stood for b in stood)
        case After(node, earlier):
            return node in boxes and earlier in boxes and _past(boxes[node], boxes[earlier])
        case Row(node, row):
            return node in boxes and _in_row(plan, boxes[node], row)
        case LeavesAt(flow, side):
            ways = [w for w in plan.wires if w.flow.id == flow]
            return bool(ways) and leaves(ways[0]) == side
        case LaneOrder(lanes):
            tops = [_top(plan, lane) for lane in lanes]
            return None not in tops and tops == sorted(t for t in tops if t is not None)
        case Shift(node, dx, dy):
            old = {b.node.id: b for b in reversed(before.boxes)} if before else {}
            box = boxes.get(node)
            return box is not None and abs(box.x - old[node].x - dx) < 0.01 and abs(box.y - old[node].y - dy) < 0.01


def leaves(wire: Wire) -> Side:
    """The side by which a line leaves, from the way its first piece runs."""
    (x0, y0), (x1, y1) = wire.points[:2]
    if y0 == y1:
        return "right" if x1 > x0 else "left"
    return "bottom" if y1 > y0 else "top"


def _past(a: Box, b: Box) -> bool:
    """Whether the middle of a box stands right of the other: beyond the width that it shares with the wider one."""
    return a.centre - b.centre > max(a.width, b.width) / 2 - 0.02


def _under(a: Box, b: Box) -> bool:
    """Whether one stands above the other: the middle of each lies within the width of the other, or on its edge."""
    return abs(a.centre - b.centre) <= max(a.width, b.width) / 2 + 0.02


def _in_row(plan: Plan, box: Box, row: int) -> bool:
    """Whether so many rows of boxes stand above a box in its lane; boxes of one row share their middle, or overlap."""
    mates = [b for b in plan.boxes if b.lane == box.lane and b.host is None]
    if box.row != row:
        return False
    above = all(b.middle < box.middle for b in mates if b.row < row)
    return above and all(b.middle > box.middle for b in mates if b.row > row)


def _top(plan: Plan, lane: str) -> float | None:
    """Where a lane begins; one around others where the first of these does."""
    tops = [plan.bands[f.first].top for f in plan.frames if f.lane.id == lane]
    tops += [band.top for band in plan.bands if band.lane.id == lane]
    return min(tops, default=None)


def lost(plan: Plan, wished: Sequence[Constraint], before: Plan | None = None) -> list[Constraint]:
    """What is neither kept nor listed."""
    return [wish for wish in wished if wish not in plan.unmet and not kept(plan, wish, before)]


def said_in_vain(plan: Plan, wished: Sequence[Constraint], before: Plan | None = None) -> list[Constraint]:
    """What is listed though the drawing shows it."""
    return [wish for wish in wished if wish in plan.unmet and kept(plan, wish, before)]
