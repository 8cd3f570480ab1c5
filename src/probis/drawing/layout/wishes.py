"""Pass 13. A finished plan to the wishes that it does not keep.

Precondition: cells, bands and segments. Postcondition: `unmet` holds every constraint of the graph that the
drawing does not show: contradictory, crowded out, or about what is no longer there; shifts are judged by pass 14.
"""

from __future__ import annotations

from probis.drawing.graph import After, Constraint, LaneOrder, LeavesAt, Row, SameColumn, Shift
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
        case Shift():
            return True  # paper does not shift; on a screen pass 14 judges


def _in_order(plan: Plan, lanes: tuple[str, ...]) -> bool:
    """Whether the lanes named stand one below the other as wished; a lane around others where its first stands."""
    place = {frame.lane.id: frame.first for frame in plan.frames}
    place |= {band.lane.id: i for i, band in enumerate(plan.bands) if band.lane.id not in place}
    known = [place[lane] for lane in lanes if lane in place]
    return len(known) == len(lanes) and known == sorted(known)


def unmet_in_parts(plan: Plan, parts: list[Plan]) -> tuple[Constraint, ...]:
    """What a map does not keep that was cut into parts in the order of time, each a plan whose boxes are named by
    their number in `plan`. An order holds across parts; one column does not.
    """
    part_of = {box.node.id: part for part in reversed(parts) for box in part.boxes if box.node.kind != "connector"}
    turn = {id(part): i for i, part in enumerate(parts)}
    number = {box.node.id: f"{box.index}" for box in reversed(plan.boxes) if not _invented(plan, box)}

    def holds(part: Plan, wish: Constraint) -> bool:
        return wish in part.graph.constraints and wish not in part.unmet

    def kept(wish: Constraint) -> bool:
        match wish:
            case SameColumn(nodes):
                own = [number.get(node, "") for node in nodes]
                homes = [part_of.get(node) for node in own]
                first = homes[0] if homes else None
                return first is not None and all(h is first for h in homes) and holds(first, SameColumn(tuple(own)))
            case After(node, before):
                later, sooner = part_of.get(number.get(node, "")), part_of.get(number.get(before, ""))
                if later is None or sooner is None:
                    return False
                if later is sooner:
                    return holds(later, After(number[node], number[before]))
                return turn[id(sooner)] < turn[id(later)]
            case Row(node, row):
                home = part_of.get(number.get(node, ""))
                return home is not None and holds(home, Row(number[node], row))
            case LeavesAt(flow, side):
                wire = next((w for w in plan.wires if w.flow.id == flow), None)
                home = part_of.get(f"{wire.source}") if wire else None
                ways = [LeavesAt(f"{start}{wire.index}", side) for start in ("f", "to")] if wire else []
                return home is not None and any(holds(home, way) for way in ways)
        return wish not in plan.unmet

    return tuple(wish for wish in plan.graph.constraints if not kept(wish))
