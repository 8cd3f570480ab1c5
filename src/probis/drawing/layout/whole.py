"""Pass 1. A graph to a plan in which every reference holds.

Precondition: any graph. Postcondition: every wire has both its boxes and every box its band; what the graph
did not have is there as unknown; every box has its outline, a boundary event its host; bands are the lanes
without children in order, frames the lanes around them.
"""

from __future__ import annotations

from collections import Counter

from probis.drawing.graph import Graph, Lane, LaneOrder, Node
from probis.drawing.layout.plan import Band, Box, Frame, Outline, Plan, Wire
from probis.drawing.layout.style import Notation, Style

MOST_ON_A_SIZE = 6  # boundary events that the two edges of a task of 100 hold side by side, each 36 wide

_OUTLINES: dict[Notation, dict[str, Outline]] = {
    "flowchart": {
        "start": "capsule", "end": "capsule", "event": "capsule", "decision": "diamond", "fork": "bar",
        "connector": "pentagon", "wait": "delay",
    },
    "bpmn": {
        "start": "circle", "end": "circle", "event": "circle", "decision": "diamond", "fork": "diamond",
        "connector": "pentagon",
    },
}  # fmt: skip


def plan_of(graph: Graph, style: Style) -> Plan:
    """The plan of a graph, still without columns and places."""
    bands, frames, band_of = _bands(graph, style)
    plan = Plan(graph, style, [], [], bands, frames, headless=not graph.lanes)
    first: dict[str, int] = {}
    for node in graph.nodes:
        outline = _OUTLINES[style.notation].get(node.kind, "box")
        box = Box(node, len(plan.boxes), _band(plan, band_of, node.lane), outline, fixed=node.size is not None)
        plan.boxes.append(box)
        first.setdefault(node.id, box.index)
    _seat(plan, first)
    place = {node.id: i for i, node in reversed(list(enumerate(graph.nodes)))}
    last = len(place)
    for flow in sorted(
        graph.flows,
        key=lambda f: (place.get(f.source, last), place.get(f.target, last), f.kind, f.text, f.id),
    ):
        lane = next((n.lane for n in graph.nodes if n.id in (flow.source, flow.target)), "")
        source = _end(plan, first, band_of, flow.source, lane)
        target = _end(plan, first, band_of, flow.target, lane)
        plan.wires.append(Wire(flow, len(plan.wires), source, target))
    if not plan.bands:
        plan.bands.append(Band(Lane("", "")))
    plan.number_slots()
    return plan


def _seat(plan: Plan, first: dict[str, int]) -> None:
    """Boundary events to their hosts, in the lanes of these; one on itself or on another boundary event, and one that
    leads to itself, stands free. A box that bears more of them than its two edges hold is not held to its size.
    """
    loops = {flow.source for flow in plan.graph.flows if flow.source == flow.target}
    for box in plan.boxes:
        host = first.get(box.node.host) if box.node.host else None
        if host is not None and host != box.index and not plan.boxes[host].node.host and box.node.id not in loops:
            box.host = host
            box.lane = plan.boxes[host].lane
    events = Counter(box.host for box in plan.boxes if box.host is not None)
    for index, count in events.items():
        if count > MOST_ON_A_SIZE:
            plan.boxes[index].fixed = False


def _end(plan: Plan, first: dict[str, int], band_of: dict[str, int], id_: str, lane: str) -> int:
    if id_ not in first:
        text = id_ or plan.style.words.unknown
        node = Node(id_, "task", lane, text, unknown=True, ref=id_)
        plan.boxes.append(Box(node, len(plan.boxes), _band(plan, band_of, lane)))
        first[id_] = len(plan.boxes) - 1
    return first[id_]


def _band(plan: Plan, band_of: dict[str, int], lane: str) -> int:
    if lane not in band_of:
        text = "" if plan.headless else lane or plan.style.words.unknown
        plan.bands.append(Band(Lane(lane, text, unknown=not plan.headless, ref=lane)))
        band_of[lane] = len(plan.bands) - 1
        if plan.headless:  # without lanes everything stands in one
            for node in plan.graph.nodes:
                band_of[node.lane] = band_of[lane]
    return band_of[lane]


def _bands(graph: Graph, style: Style) -> tuple[list[Band], list[Frame], dict[str, int]]:
    lanes = {lane.id: lane for lane in reversed(graph.lanes)}
    parent = {lane.id: lane.parent if lane.parent in lanes else "" for lane in lanes.values()}
    for id_ in list(parent):  # a lane within itself stands outside
        seen, at = {id_}, parent[id_]
        while at and at not in seen:
            seen.add(at)
            at = parent[at]
        if at:
            parent[id_] = ""
    order = _order(graph, [lane.id for lane in graph.lanes if lanes[lane.id] is lane])
    children: dict[str, list[str]] = {}
    for id_ in order:
        children.setdefault(parent[id_], []).append(id_)
    used = {node.lane for node in graph.nodes}
    bands: list[Band] = []
    frames: list[Frame] = []
    band_of: dict[str, int] = {}

    def add(id_: str, depth: int) -> None:
        lane, inner = lanes[id_], children.get(id_, [])
        first = len(bands)
        if not inner or id_ in used:
            own = lane if not inner else Lane(lane.id, "", role=lane.role, ref=lane.ref)
            bands.append(Band(own))
            band_of[id_] = len(bands) - 1
        for child in inner:
            add(child, depth + 1)
        if inner:
            frames.append(Frame(lane, first, len(bands) - 1, depth))

    for id_ in children.get("", []):
        add(id_, 0)
    return bands, frames, band_of


def _order(graph: Graph, ids: list[str]) -> list[str]:
    """The ids of the lanes, those of a wish first in its order and the others after them."""
    for wish in graph.constraints:
        if isinstance(wish, LaneOrder):
            place = {id_: i for i, id_ in enumerate(wish.lanes)}
            ids = sorted(ids, key=lambda id_: place.get(id_, len(place)))
    return ids
