"""Pass 13. A finished plan to the wishes that it does not keep.

Precondition: places of all boxes, bands and segments. Postcondition: `unmet` holds every constraint of the graph that
the drawing does not show: contradictory, crowded out, or about what is no longer there; shifts are judged by pass 14.
"""

from __future__ import annotations

from probis.drawing.graph import After, Constraint, LaneOrder, LeavesAt, Row, SameColumn, Shift
from probis.drawing.layout.plan import Box, Plan

EPS = 0.01


def list_unmet(plan: Plan) -> None:
    """Fill `unmet`, in the order of the graph."""
    boxes = _named(plan)
    plan.unmet = [wish for wish in plan.graph.constraints if not _kept(plan, boxes, wish)]


def kept(plan: Plan, wish: Constraint) -> bool:
    """Whether the drawing, as its boxes and lines stand now, shows what is wished."""
    return _kept(plan, _named(plan), wish)


def _named(plan: Plan) -> dict[str, Box]:
    return {box.node.id: box for box in reversed(plan.boxes) if not _invented(plan, box)}


def _invented(plan: Plan, box: Box) -> bool:
    return box.index >= len(plan.graph.nodes)


def _kept(plan: Plan, boxes: dict[str, Box], wish: Constraint) -> bool:
    match wish:
        case SameColumn(nodes):
            return all(n in boxes for n in nodes) and all(
                _under(boxes[a], boxes[b]) for i, a in enumerate(nodes) for b in nodes[:i]
            )
        case After(node, before):
            return node in boxes and before in boxes and _past(boxes[node], boxes[before])
        case Row(node, row):
            return node in boxes and boxes[node].row == row and _between_rows(plan, boxes[node])
        case LeavesAt(flow, side):
            sides = [w.segments[0].at_source for w in plan.wires if w.flow.id == flow]
            return bool(sides) and sides[0] == side
        case LaneOrder(lanes):
            return _in_order(plan, lanes)
        case Shift():
            return True  # paper does not shift; on a screen pass 14 judges


def _under(a: Box, b: Box) -> bool:
    """Whether the middle of one box stands within the width of the other."""
    return abs(a.centre - b.centre) <= max(a.width, b.width) / 2 + EPS


def _past(node: Box, before: Box) -> bool:
    """Whether a box stands further right than the other by half the width of the wider one."""
    return node.centre - before.centre >= max(node.width, before.width) / 2 - EPS


def _between_rows(plan: Plan, box: Box) -> bool:
    """Whether a box stands below the boxes of the rows above in its lane, and above those of the rows below."""
    mates = [other for other in plan.boxes if other.lane == box.lane and other.row != box.row]
    return all((other.middle < box.middle) == (other.row < box.row) for other in mates)


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
