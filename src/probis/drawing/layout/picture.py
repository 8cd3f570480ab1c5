"""Pass 12. A finished plan to a scene: lanes behind, lines on them, boxes in front, texts in their places.

Precondition: all places, points. Postcondition: a scene whose groups stand in reading order, lane heads
first, then the boxes from left to right with their flows.
"""

from __future__ import annotations

from probis.drawing.layout.plan import Box, Label, Plan, Wire
from probis.drawing.layout.points import gaps
from probis.drawing.layout.signs import lane_items, node_items
from probis.drawing.layout.signs_bpmn import symbols as symbols_bpmn
from probis.drawing.layout.style import LABEL_SIZE, LINE
from probis.drawing.scene import Dash, Direction, Group, Head, Item, Path, Point, Scene, Shape, Tail, Text
from probis.drawing.sheet import in_legend_order

CHEVRON_FROM = 64.0  # a piece of a return this long shows its direction half-way


def picture(plan: Plan) -> Scene:
    """The scene of a plan, its top left corner at the lane heads."""
    interrupted = gaps(plan)
    items: list[Item] = list(lane_items(plan))
    lines = [_line(plan, wire, tuple(interrupted.get(wire.index, ()))) for wire in plan.wires]
    order = {box.index: i for i, box in enumerate(_reading_order(plan))}
    items.extend(line for _, line in sorted(zip(plan.wires, lines, strict=True), key=lambda p: order[p[0].source]))
    items.extend(_node(plan, box) for box in _reading_order(plan))
    graph = plan.graph
    return Scene(plan.width, plan.height, graph.title, graph.description, tuple(items), _symbols(plan))


def _reading_order(plan: Plan) -> list[Box]:
    return sorted(plan.boxes, key=lambda b: (b.column, b.lane, b.row, b.index))


def _node(plan: Plan, box: Box) -> Group:
    n = box.node
    said = n.label or _name(plan, box)
    if not n.label:
        targets = [_short(plan, plan.boxes[w.target]) for w in plan.wires if w.source == box.index]
        lane = plan.bands[box.lane].lane.text
        onward = plan.style.words.leads_to.format(targets=", ".join(targets)) if targets else ""
        said = ", ".join(t for t in (said, lane, onward) if t)
    return Group(tuple(node_items(plan, box)), "node", n.ref, said, n.link)


def _name(plan: Plan, box: Box) -> str:
    """What a screen reader calls a box: number, text, time, and what kind of sign it is unless a step."""
    n = box.node
    kind = "" if n.kind == "task" and n.text else str(getattr(plan.style.words, n.kind))
    return " ".join(t for t in (n.number, n.text, n.time, n.code, f"({kind})" if kind and n.text else kind) if t)


def _short(plan: Plan, box: Box) -> str:
    n = box.node
    return n.number or n.text or str(getattr(plan.style.words, n.kind))


def _line(plan: Plan, wire: Wire, given_way: tuple[Point, ...]) -> Group:
    if plan.style.notation == "bpmn":
        items = [_bpmn_path(wire, given_way), *_label_items(wire)]
        return Group(tuple(items), "flow", wire.flow.ref, wire.flow.label or _said(plan, wire))
    kind = wire.flow.kind
    dash: Dash = "solid"
    if kind in ("timeout", "message"):
        dash = kind
    elif kind == "association":
        dash = "unknown"
    if wire.flow.provisional and dash == "solid":
        dash = "provisional"
    weight = 1.4 if kind == "message" else 0.9 if kind == "timeout" else 1.0
    head: Head = "open" if kind == "message" else "none" if kind == "association" else "filled"
    bends = 8.0 if wire.back else 4.0
    path = Path(
        wire.points,
        weight=weight,
        dash=dash,
        radius=bends,
        head=head,
        gaps=given_way,
        chevrons=_chevrons(wire) if wire.back else (),
    )
    items = [path, *_label_items(wire)]
    said = wire.flow.label or _said(plan, wire)
    return Group(tuple(items), "flow", wire.flow.ref, said)


def _bpmn_path(wire: Wire, given_way: tuple[Point, ...]) -> Path:
    """A line as BPMN has it: sequence solid, message dashed from a small circle, association dotted."""
    flow = wire.flow
    dash: Dash = "provisional" if flow.provisional else "solid"
    head: Head = "filled"
    tail: Tail = "slash" if flow.sign == "default" else "diamond" if flow.sign == "conditional" else "none"
    if flow.kind == "message":
        dash, head, tail = "dashed", "hollow", "circle"
    elif flow.kind == "association":
        dash, head, tail = "dotted", "none", "none"
    bends = 8.0 if wire.back else 4.0
    return Path(wire.points, dash=dash, radius=bends, head=head, tail=tail, gaps=given_way)


def _said(plan: Plan, wire: Wire) -> str:
    ends = " → ".join(_short(plan, plan.boxes[i]) for i in (wire.source, wire.target))
    rest = "; ".join(t for t in (wire.flow.text, ", ".join(wire.flow.documents)) if t)
    return f"{ends}: {rest}" if rest else ends


def _chevrons(wire: Wire) -> tuple[tuple[Point, Direction], ...]:
    out: list[tuple[Point, Direction]] = []
    for (x0, y0), (x1, y1) in zip(wire.points, wire.points[1:], strict=False):
        if abs(x1 - x0) + abs(y1 - y0) < CHEVRON_FROM:
            continue
        turn: Direction = ("right" if x1 > x0 else "left") if y0 == y1 else ("down" if y1 > y0 else "up")
        out.append((((x0 + x1) / 2, (y0 + y1) / 2), turn))
    return tuple(out)


def _label_items(wire: Wire) -> list[Item]:
    return [item for label in wire.labels for item in _label(label)]


def _label(label: Label) -> list[Item]:
    items: list[Item] = []
    for i, (kind, text) in enumerate(label.lines):
        base = label.y + i * LINE + 6.6
        if kind == "text":
            if label.side == "left":
                items.append(Text(label.x + label.width, base, text, LABEL_SIZE, 600, anchor="end"))
            else:
                items.append(Text(label.x, base, text, LABEL_SIZE, 600))
            continue
        if kind == "document":
            items.append(Shape("document", label.x, base - 6.4, 7, 8, weight=0.75))
        items.append(Text(label.x + 10, base, text, LABEL_SIZE, 400))
    return items


def _symbols(plan: Plan) -> tuple[str, ...]:
    used: set[str] = set()
    for box in plan.boxes:
        if plan.style.notation == "bpmn":
            used |= symbols_bpmn(box)
            continue
        n = box.node
        used.add({"start": "start-end", "end": "start-end"}.get(n.kind, n.kind))
        used |= {f"fork-{n.sign}"} if n.kind == "fork" and n.sign in ("inclusive", "event-based") else set()
    for box in plan.boxes:
        used |= {"provisional"} if box.node.provisional else set()
        used |= {"unknown"} if box.node.unknown else set()
    for wire in plan.wires:
        used |= _bpmn_lines(wire) if plan.style.notation == "bpmn" else {"return" if wire.back else wire.flow.kind}
        used |= {"document"} if wire.flow.documents else set()
    for band in plan.bands:
        used |= {band.lane.role} - {"inside"}
    return in_legend_order(used)


def _bpmn_lines(wire: Wire) -> set[str]:
    flow = wire.flow
    kind = {"message": "messages", "association": "association"}.get(flow.kind, "sequence")
    return {f"bpmn-{kind}"} | ({f"bpmn-{flow.sign}"} if flow.sign else set())
