"""A graph to the finished drawings of its lane map: all passes in their order, and pages where one is not
enough.
"""

from __future__ import annotations

from dataclasses import replace

from probis.drawing.graph import Graph
from probis.drawing.layout.cycles import break_cycles
from probis.drawing.layout.fold import folded
from probis.drawing.layout.heights import set_heights, span
from probis.drawing.layout.labels import write_labels
from probis.drawing.layout.longest import Contradiction
from probis.drawing.layout.picture import picture
from probis.drawing.layout.plan import Plan
from probis.drawing.layout.points import set_points
from probis.drawing.layout.ranks import place_in_columns
from probis.drawing.layout.routes import End, route
from probis.drawing.layout.rows import place_in_rows
from probis.drawing.layout.sizes import size_boxes
from probis.drawing.layout.squeeze import squeeze
from probis.drawing.layout.style import DENSE, NORMAL, Style
from probis.drawing.layout.tracks import assign_offsets, assign_tracks, order_verticals
from probis.drawing.layout.whole import plan_of
from probis.drawing.medium import Medium
from probis.drawing.scene import Scene
from probis.drawing.sheet import Room, room

MOST_ROUNDS = 12  # of routing again where verticals contradict each other; then none may stand on a box


def layout(graph: Graph, medium: Medium, style: Style | None = None, place: Room | None = None) -> tuple[Scene, ...]:
    """The drawings of a lane map: one on a screen, one a page on paper, each with its origin at its lane
    heads.

    `style` fixes the measures; without it a page takes the normal ones and, where they do not fit, the
    dense ones. `place` is the room on a page (default: that of a heading with one line and two rows of
    legend). Nothing is set smaller: what does not fit goes on in a second band below, then on further
    pages, with connectors on both sides.
    """
    if medium.continuous:
        return (picture(planned(graph, style or NORMAL)),)
    place = place or room(medium)
    for choice in (style,) if style else (NORMAL, DENSE):
        plan = planned(graph, choice)
        if plan.width <= place.width and plan.height <= place.height:
            return (picture(_widened(plan, place)),)
    if style:
        return folded(graph, style, place, planned)
    calm, dense = folded(graph, NORMAL, place, planned), folded(graph, DENSE, place, planned)
    return calm if len(calm) <= len(dense) else dense


def planned(graph: Graph, style: Style, pins: dict[str, str] | None = None) -> Plan:
    """The plan of a graph with everything in its place; `pins` hold boxes at the first or last column."""
    plan = plan_of(graph, style)
    for box in plan.boxes:
        pin = (pins or {}).get(box.node.id)
        box.pin = "first" if pin == "first" else "last" if pin == "last" else None
    size_boxes(plan)
    sizes = [(box.width, box.height) for box in plan.boxes]
    break_cycles(plan)
    place_in_columns(plan)
    place_in_rows(plan)
    flipped = _drawn(plan, sizes, set())
    _bound(plan)
    late = _label_at_the_edge(plan)
    if late and late not in flipped:  # on the other side of its line it may make the map narrower
        before = plan.width
        _drawn(plan, sizes, flipped | {late})
        _bound(plan)
        if plan.width > before - 1:
            _drawn(plan, sizes, flipped)
            _bound(plan)
    return plan


def _drawn(plan: Plan, sizes: list[tuple[float, float]], flipped: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Run the passes from the routes on until nothing contradicts; gives the labels that changed sides."""
    banned: set[tuple[int, End]] = set()
    flipped = set(flipped)
    ends: tuple[End, End] = ("source", "target")
    again: set[int] | None = None
    for attempt in range(MOST_ROUNDS + 1):
        if attempt == MOST_ROUNDS:
            banned = {(wire.index, end) for wire in plan.wires for end in ends}
            again = None
        for box, (width, height) in zip(plan.boxes, sizes, strict=True):
            box.width, box.height = width, height
        try:
            _draw(plan, banned, flipped, again)
            break
        except Contradiction as stuck:
            lines = {(tag // 2, ends[tag % 2]) for tag in stuck.tags if tag < 2 * len(plan.wires)}
            flipped |= _labels_among(plan, stuck)
            banned |= lines
            again = {index for index, _ in lines}
    set_points(plan)
    return flipped


def _label_at_the_edge(plan: Plan) -> tuple[int, int] | None:
    """A label beside a vertical that alone makes the map as wide as it is."""
    labels = [(label.x + label.width, label) for wire in plan.wires for label in wire.labels]
    if not labels:
        return None
    right, label = max(labels, key=lambda p: (p[0], p[1].wire, p[1].piece))
    reach = max(box.x + box.width for box in plan.boxes)
    standing = plan.wires[label.wire].segments[label.piece].vertical
    return (label.wire, label.piece) if standing and right > reach + 1 else None


def _draw(plan: Plan, banned: set[tuple[int, End]], flipped: set[tuple[int, int]], again: set[int] | None) -> None:
    if again is None or again:
        route(plan, banned, again)
    write_labels(plan)
    assign_offsets(plan)
    set_heights(plan, assign_tracks(plan))
    order_verticals(plan, lambda s: span(plan, s))
    squeeze(plan, flipped)


def _labels_among(plan: Plan, stuck: Contradiction) -> set[tuple[int, int]]:
    """The labels among what has to be given up: they change to the other side of their lines."""
    first = 2 * len(plan.wires)
    return {((tag - first) // 2, (tag - first) % 2) for tag in stuck.tags if tag >= first}


def _bound(plan: Plan) -> None:
    """Move everything beside the lane heads and close the frame on the right."""
    style = plan.style
    head = plan.head_width()
    lows = [box.x for box in plan.boxes]
    highs = [box.x + box.width for box in plan.boxes]
    for wire in plan.wires:
        lows.extend(x for x, _ in wire.points)
        highs.extend(x for x, _ in wire.points)
        lows.extend(label.x for label in wire.labels)
        highs.extend(label.x + label.width for label in wire.labels)
    shift = head + style.margin - min(lows, default=0.0)
    for box in plan.boxes:
        box.x += shift
    for wire in plan.wires:
        wire.points = tuple((round(x + shift, 3), y) for x, y in wire.points)
        for label in wire.labels:
            label.x += shift
    plan.width = max(highs, default=0.0) + shift + style.margin
    plan.width = max(plan.width, head + 120.0)


def _widened(plan: Plan, place: Room) -> Plan:
    """The same plan with lanes as wide as the page: white space at the right is honest."""
    return replace(plan, width=place.width)
