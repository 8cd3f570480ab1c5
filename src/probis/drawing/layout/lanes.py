"""A graph to the finished drawings of its lane map: all passes in their order, and pages where one is not
enough.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from math import inf

from probis.drawing.graph import Constraint, Graph, LaneOrder
from probis.drawing.layout.captions import place_captions
from probis.drawing.layout.cycles import break_cycles
from probis.drawing.layout.fold import folded
from probis.drawing.layout.heights import least_height, set_heights, span
from probis.drawing.layout.labels import write_labels
from probis.drawing.layout.lane_order import lane_order
from probis.drawing.layout.longest import Contradiction
from probis.drawing.layout.mend import mended
from probis.drawing.layout.picture import picture
from probis.drawing.layout.plan import Plan
from probis.drawing.layout.points import gaps, set_points
from probis.drawing.layout.ranks import place_in_columns
from probis.drawing.layout.routes import End, route
from probis.drawing.layout.rows import place_in_rows
from probis.drawing.layout.shift import shift
from probis.drawing.layout.sizes import size_boxes
from probis.drawing.layout.spots import free_texts
from probis.drawing.layout.squeeze import squeeze
from probis.drawing.layout.style import CROWDED, DENSE, NARROW, NORMAL, Notation, Style, in_notation
from probis.drawing.layout.tracks import assign_offsets, assign_tracks, order_verticals
from probis.drawing.layout.untangle import untangle
from probis.drawing.layout.whole import plan_of
from probis.drawing.layout.wishes import list_unmet
from probis.drawing.medium import Medium
from probis.drawing.scene import Scene
from probis.drawing.sheet import Room, room

CROSSING = 35.0  # what a crossing costs a line, in the prices of routes
EFFORT = 600  # lines laid to untangle a map
MOST_UNTANGLED = 4  # drafts
NEARLY = 1.2  # how much wider than its place the first draft may be for others to be tried
MANY_LANES = 7
MOST_FOR_DRAFTS = 60  # nodes; a larger map has one draft, and less effort the larger it is
MOST_ROUNDS = 12  # of routing again where verticals contradict each other; then none may stand on a box


def layout(
    graph: Graph,
    medium: Medium,
    style: Style | None = None,
    place: Room | None = None,
    notation: Notation = "flowchart",
) -> tuple[Scene, ...]:
    """The drawings of a lane map: one on a screen, one a page on paper, each with its origin at its lane heads.

    `style` fixes the measures; without it a page takes the normal ones, else the dense, else the crowded. `place` is
    the room on a page (default: that of a heading with one line and two rows of legend). Nothing is set smaller: what
    does not fit goes on in a second band below, then on further pages, with connectors on both sides.
    """
    return laid(graph, medium, style, place, notation)[0]


def laid(
    graph: Graph,
    medium: Medium,
    style: Style | None = None,
    place: Room | None = None,
    notation: Notation = "flowchart",
) -> tuple[tuple[Scene, ...], tuple[Constraint, ...]]:
    """The drawings as `layout` gives them, and the wishes of the graph that they do not keep, in its order."""
    normal, dense, narrow, crowded = (in_notation(s, notation) for s in (NORMAL, DENSE, NARROW, CROWDED))
    if medium.continuous:
        plan = planned(graph, style or normal)
        shift(plan)
        return (picture(plan),), tuple(plan.unmet)
    place = place or room(medium)
    whole = quick(graph, style or narrow)
    if whole.width <= NEARLY * place.width and _low(graph, style or crowded, place):
        for choice in (style,) if style else (normal, dense, narrow, crowded):
            plan = planned(graph, choice, None, place)
            if plan.width <= place.width and plan.height <= place.height:
                return (picture(_widened(plan, place)),), tuple(plan.unmet)
    many = not style and len(graph.lanes) > MANY_LANES
    ways = [folded(quick(graph, crowded) if many else whole, place, planned, quick)]
    if not style and not many and _beyond(ways[0][0], place):
        ways.append(folded(quick(graph, crowded), place, planned, quick))
    return min(ways, key=lambda way: (_beyond(way[0], place), len(way[0])))


def _low(graph: Graph, style: Style, place: Room) -> bool:
    """Whether the map in one piece is not much higher than its place."""
    return quick(graph, style, None, Room(inf, NEARLY * place.height)).height <= NEARLY * place.height


def _beyond(pages: tuple[Scene, ...], place: Room) -> bool:
    """Whether a page is larger than its place: a box that leads to more others than a page holds connectors."""
    return any(s.width > place.width + 0.01 or s.height > place.height + 0.01 for s in pages)


def planned(
    graph: Graph, style: Style, pins: dict[str, str] | None = None, place: Room | None = None, first: Plan | None = None
) -> Plan:
    """The plan of a graph with everything in its place; `pins` hold boxes at the first or last column.

    Where the first draft has crossings, others are made that differ in where rows may stand, and in the order of
    lanes if that is free; the calmest ones are untangled, and the best is kept, of those that fit their place if
    any does. `first` is the first draft (see `quick`) where it is at hand.
    """
    place = place or Room(inf, inf)

    def fits(plan: Plan) -> bool:
        return plan.width <= place.width and plan.height <= place.height

    return mended(_best(graph, style, pins, place, first), _again, fits)


def _best(graph: Graph, style: Style, pins: dict[str, str] | None, place: Room, first: Plan | None) -> Plan:
    """The best of some drafts."""

    def cost(plan: Plan) -> tuple[bool, float]:
        return plan.width > place.width or plan.height > place.height, round(_score(plan), 3)

    if first and not _burden(first):
        return first
    drafts = [_routed(graph, style, pins, above=False)]
    judged = [untangle(drafts[0], CROSSING, 0)]
    if judged[0].crossings and len(graph.nodes) <= MOST_FOR_DRAFTS:
        orders = [graph]
        if style.chosen_lanes and not any(isinstance(wish, LaneOrder) for wish in graph.constraints):
            orders.append(replace(graph, constraints=(*graph.constraints, LaneOrder(lane_order(graph)))))
        ways = [(g, above) for g in orders for above in (False, True)][1:]
        drafts += [_routed(g, style, pins, above=above) for g, above in ways]
        judged += [untangle(draft, CROSSING, 0) for draft in drafts[1:]]
    effort = EFFORT * MOST_FOR_DRAFTS // max(MOST_FOR_DRAFTS, len(graph.nodes))
    choices = [first] if first else []
    for i in sorted(range(len(drafts)), key=lambda i: judged[i].price)[:MOST_UNTANGLED]:
        if judged[i].crossings and effort > 0:
            effort -= untangle(drafts[i], CROSSING, effort).effort
        choices.append(_finished(drafts[i]))
        if not _burden(choices[-1]) and not cost(choices[-1])[0]:
            break
    best = min(choices, key=cost)
    return best if first or not cost(best)[0] else min(best, quick(graph, style, pins), key=cost)


def quick(graph: Graph, style: Style, pins: dict[str, str] | None = None, place: Room | None = None) -> Plan:
    """The first draft alone: what `planned` falls back on, so what fits here fits there.

    Where its rows alone are higher than `place` it is not drawn: its width is 0.
    """
    plan = _ordered(graph, style, pins, above=False)
    if place:
        plan.height = least_height(plan)
        if plan.height > place.height:
            return plan
    route(plan, (), None, CROSSING)
    return _finished(plan, place.width if place else 0.0)


def _routed(graph: Graph, style: Style, pins: dict[str, str] | None, *, above: bool) -> Plan:
    """The passes up to the routes."""
    plan = _ordered(graph, style, pins, above=above)
    route(plan, (), None, CROSSING)
    return plan


def _ordered(graph: Graph, style: Style, pins: dict[str, str] | None, *, above: bool) -> Plan:
    """The passes up to the rows: every box has its cell."""
    plan = plan_of(graph, style)
    for box in plan.boxes:
        pin = (pins or {}).get(box.node.id)
        box.pin = "first" if pin == "first" else "last" if pin == "last" else None
    size_boxes(plan)
    break_cycles(plan)
    place_in_columns(plan)
    place_in_rows(plan, above=above)
    return plan


def _finished(plan: Plan, wide: float = 0.0) -> Plan:
    """The passes from the routes on; a map no wider than `wide` is wide enough."""
    for box in plan.boxes:
        box.natural = box.width, box.height
    flipped = plan.flipped = _drawn(plan, set())
    _bound(plan)
    late = _label_at_the_edge(plan) if plan.width > wide else None
    if late and late not in flipped:  # on the other side of its line it may make the map narrower
        before = plan.width
        plan.flipped = _drawn(plan, flipped | {late})
        _bound(plan)
        if plan.width > before - 1:
            plan.flipped = _drawn(plan, flipped)
            _bound(plan)
    return plan


def _burden(plan: Plan) -> int:
    """How many crossings a map has."""
    return sum(len(points) for points in gaps(plan).values())


def _score(plan: Plan) -> float:
    """What a map costs its reader: crossings first, then bends, length and area, in widths of a step."""
    unit = plan.style.step_width
    bends = sum(len(wire.points) - 2 for wire in plan.wires)
    length = sum(
        abs(b[0] - a[0]) + abs(b[1] - a[1]) for w in plan.wires for a, b in zip(w.points, w.points[1:], strict=False)
    )
    return 12.0 * _burden(plan) + bends + 0.5 * length / unit + 0.5 * plan.width * plan.height / unit**2


def _again(plan: Plan, wires: set[int]) -> None:
    """A plan drawn anew after a change that concerns these wires."""
    _drawn(plan, plan.flipped, wires)
    _bound(plan)


def _drawn(plan: Plan, flipped: set[tuple[int, int]], wires: Collection[int] = ()) -> set[tuple[int, int]]:
    """Run the passes after the routes until nothing contradicts, with `wires` laid anew before; gives the labels that
    changed sides.
    """
    banned: set[tuple[int, End]] = set(plan.banned)
    flipped = set(flipped)
    ends: tuple[End, End] = ("source", "target")
    again: set[int] | None = set(wires)
    for attempt in range(MOST_ROUNDS + 1):
        if attempt == MOST_ROUNDS:
            banned = {(wire.index, end) for wire in plan.wires for end in ends}
            again = None
        for box in plan.boxes:
            box.width, box.height = box.natural
        try:
            if again is None or again:
                route(plan, banned, again, CROSSING)
            _draw(plan, flipped, lax=attempt == MOST_ROUNDS)
            break
        except Contradiction as stuck:
            lines = {(tag // 2, ends[tag % 2]) for tag in stuck.tags if tag < 2 * len(plan.wires)}
            flipped |= _labels_among(plan, stuck)
            banned |= lines
            again = {index for index, _ in lines}
    set_points(plan)
    list_unmet(plan)
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


def _draw(plan: Plan, flipped: set[tuple[int, int]], *, lax: bool) -> None:
    write_labels(plan)
    place_captions(plan)
    assign_offsets(plan)
    set_heights(plan, assign_tracks(plan))
    order_verticals(plan, lambda s: span(plan, s))
    squeeze(plan, flipped, lax=lax)


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
    for box in plan.boxes:
        if box.caption:
            lows.append(box.caption.x)
            highs.append(box.caption.x + box.caption.width)
    for wire in plan.wires:
        lows.extend(x for x, _ in wire.points)
        highs.extend(x for x, _ in wire.points)
        lows.extend(label.x for label in wire.labels)
        highs.extend(label.x + label.width for label in wire.labels)
    shift = head + style.margin - min(lows, default=0.0)
    for box in plan.boxes:
        box.x += shift
        if box.caption:
            box.caption.x += shift
    for wire in plan.wires:
        wire.points = tuple((round(x + shift, 3), y) for x, y in wire.points)
        for label in wire.labels:
            label.x += shift
    plan.width = max(highs, default=0.0) + shift + style.margin
    plan.width = max(plan.width, head + 120.0)
    free_texts(plan)


def _widened(plan: Plan, place: Room) -> Plan:
    """The same plan with lanes as wide as the page: white space at the right is honest."""
    return replace(plan, width=place.width)
