"""Pass 13. A finished plan to the wishes that it does not keep.

Precondition: cells, bands and segments. Postcondition: `unmet` holds every constraint of the graph that the
drawing does not show: contradictory, crowded out, or about what is no longer there.
"""

from __future__ import annotations

from probis.drawing.graph import After, Constraint, LaneOrder, LeavesAt, Row, SameColumn
from probis.drawing.layout.plan import Box, Plan


def list_unmet(plan: Plan) -> None:
    """Fill `unmet`, in the order of the graph."""
    boxes = {box.node.id: box for box in reversed(plan.boxes) if not _invented(plan, box)}
    plan.unmet = [wish for wish in plan.graph.constraints if not _kept(plan, boxes, wish)]


def _invented(plan: Plan, box: Box) -> bool:
    return box.index >= len(plan.graph.nodes)


def _kept(plan: Plan, boxes: dict[str, Box], wish: Constraint) -> bool:
    match wish:
        case SameColumn(nodes):
            return all(n in boxes for n in nodes) and len({boxes[n].column for n in nodes}) == 1
        case After(node, before):
            return node in boxes and before in boxes and boxes[node].column > boxes[before].column
        case Row(node, row):
            return node in boxes and boxes[node].row == row
        case LeavesAt(flow, side):
            sides = [w.segments[0].at_source for w in plan.wires if w.flow.id == flow]
            return bool(sides) and sides[0] == side
        case LaneOrder(lanes):
            return _in_order(plan, lanes)


def _in_order(plan: Plan, lanes: tuple[str, ...]) -> bool:
    """Whether the lanes named stand one below the other as wished; a lane around others where its first stands."""
    place = {frame.lane.id: frame.first for frame in plan.frames}
    place |= {band.lane.id: i for i, band in enumerate(plan.bands) if band.lane.id not in place}
    known = [place[lane] for lane in lanes if lane in place]
    return len(known) == len(lanes) and known == sorted(known)
