"""How a box and a lane are shown: outline, number, time, text, mark; head, rules, name. BPMN's signs have a file of
their own.

Part of pass 12. Every text was broken to its shape before; here it only gets its place.
"""

from __future__ import annotations

from collections.abc import Iterator

from probis.drawing.layout import signs_bpmn
from probis.drawing.layout.outline import CONNECTOR_SLOPE, marked, tab
from probis.drawing.layout.plan import Band, Box, Frame, Plan
from probis.drawing.layout.sizes import step_inset, text_top
from probis.drawing.layout.style import CAPSULE_LINE, FRAME_HEAD, LABEL_SIZE, LANE_LINE, LINE, STEP_SIZE, TEXT_LINE
from probis.drawing.measure import break_lines
from probis.drawing.scene import Anchor, Colour, Dash, Form, Group, Item, Path, Shape, Text


def node_items(plan: Plan, box: Box) -> Iterator[Item]:
    """What is drawn for one box."""
    match box.outline:
        case "pentagon":
            yield from _connector(plan, box)
        case _ if plan.style.notation == "bpmn":
            yield from signs_bpmn.node_items(box)
        case "capsule" | "circle":
            yield from _capsule(box)
        case "diamond":
            yield Shape("diamond", box.x, box.y, box.width, box.height, dash=_dash(box))
            yield from _centred(box, STEP_SIZE, TEXT_LINE, 500, "ink")
        case "bar":
            yield from _bar(box)
        case _:
            yield from _step(box)
    yield from _caption(box)
    yield from _mark(box)


def _caption(box: Box) -> Iterator[Item]:
    """The text outside a shape."""
    caption = box.caption
    if caption is None:
        return
    place: dict[str, tuple[float, Anchor]] = {
        "middle": (caption.x + caption.width / 2, "middle"),
        "left": (caption.x + caption.width, "end"),
        "right": (caption.x, "start"),
    }
    x, anchor = place[caption.side]
    for i, text in enumerate(caption.lines):
        yield Text(x, caption.y + i * LINE + 6.6, text, LABEL_SIZE, 400, anchor=anchor)


def _bar(box: Box) -> Iterator[Item]:
    """A bar; a ring on it says that not every branch need be taken, two that what comes first decides."""
    if _dash(box) == "solid":
        yield Shape("bar", box.x, box.y, box.width, box.height, fill="ink", stroke=None)
    else:
        ends = ((box.centre, box.y), (box.centre, box.y + box.height))
        yield Path(ends, weight=box.width, dash=_dash(box), head="none", radius=0)
    rings = {"inclusive": (4.2,), "event-based": (4.6, 2.6)}.get(box.node.sign, ())
    for r in rings:
        yield Shape("ellipse", box.centre - r, box.middle - r, 2 * r, 2 * r, weight=1.1)


def _dash(box: Box) -> Dash:
    return "unknown" if box.node.unknown else "provisional" if box.node.provisional else "solid"


def _centred(box: Box, size: float, line: float, weight: int, colour: Colour) -> Iterator[Item]:
    base = box.middle - (len(box.lines) - 1) * line / 2 + size * 0.36
    for i, text in enumerate(box.lines):
        yield Text(box.centre, base + i * line, text, size, weight, colour, "middle")


def _capsule(box: Box) -> Iterator[Item]:
    kind = box.node.kind
    fill: Colour = "ink" if kind == "end" else "box"
    weight = 1.6 if kind == "start" else 1.0
    yield Shape("capsule", box.x, box.y, box.width, box.height, fill=fill, weight=weight, dash=_dash(box))
    yield from _centred(box, LABEL_SIZE, CAPSULE_LINE, 600, "on-ink" if kind == "end" else "ink")


def _step(box: Box) -> Iterator[Item]:
    n = box.node
    form: Form = "delay" if n.kind == "wait" else "call" if n.kind == "call" else "rect"
    yield Shape(form, box.x, box.y, box.width, box.height, dash=_dash(box), radius=0 if form == "delay" else 2)
    left, right = step_inset(box)
    edge = box.x + box.width - right + (6.0 if n.kind == "wait" else 0.0)
    if n.number:
        yield Text(box.x + left, box.y + 10.4, n.number, LABEL_SIZE, 700)
    if n.kind == "wait":
        edge = box.x + box.width - min(box.height / 2, box.width / 2) + 3.6
        yield Shape("clock", edge - 7.2, box.y + 5.0, 7.2, 7.2, weight=0.8)
        edge -= 11.0
    if n.unknown:
        yield Text(edge, box.y + 10.4, "?", LABEL_SIZE, 700, anchor="end")
        edge -= 8.0
    if n.time:
        yield Text(edge, box.y + 10.4, n.time, LABEL_SIZE, 400, "second", "end")
    top = box.y + text_top(box)
    for i, text in enumerate(box.lines):
        yield Text(box.x + left, top + i * TEXT_LINE, text, STEP_SIZE, 500)


def _connector(plan: Plan, box: Box) -> Iterator[Item]:
    """A pentagon that points the way its line runs."""
    points_left = any(
        (w.source == box.index and w.segments[0].at_source == "left")
        or (w.target == box.index and w.segments[-1].at_target == "right")
        for w in plan.wires
    )
    form: Form = "pentagon-left" if points_left else "pentagon"
    yield Shape(form, box.x, box.y, box.width, box.height)
    x = box.x + (CONNECTOR_SLOPE if points_left else 7.0)
    n = box.node
    yield Text(x, box.middle + 3.6, n.number, 10, 700)
    x += 13.0
    base = box.middle + 2.4 - (len(box.lines) - 1) * LINE / 2
    for i, text in enumerate(box.lines):
        yield Text(x, base + i * LINE, text, LABEL_SIZE, 600 if i == 0 else 400, "ink" if i == 0 else "second")


def _mark(box: Box) -> Iterator[Item]:
    n = box.node
    if not marked(box):
        return
    left, top, right, bottom = tab(box)
    yield Shape("rect", box.x + left, box.y + top, right - left, bottom - top, weight=0.75)
    yield Text(box.x + (left + right) / 2, box.y + bottom - 2.8, n.mark, LABEL_SIZE, 600, anchor="middle", italic=True)


def lane_items(plan: Plan) -> Iterator[Item]:
    """The lanes from the top, each with its head, then the frames around them."""
    if plan.style.notation == "bpmn":
        yield from _pools(plan)
        return
    head = plan.head_width()
    inner = head - plan.style.lane_head if not plan.headless else 0.0
    for i, band in enumerate(plan.bands):
        yield Group(tuple(_band(plan, band, i, inner, head)), "lane", band.lane.ref, _said(band), band.lane.link)
    for frame in plan.frames:
        yield Group(tuple(_frame(plan, frame)), "lane", frame.lane.ref, frame.lane.text, frame.lane.link)
    yield Shape("rect", 0, 0, plan.width, plan.height, fill=None, weight=0.75)
    if not plan.headless:
        yield Path(((head, 0.0), (head, plan.height)), weight=0.75, head="none", radius=0)


def _pools(plan: Plan) -> Iterator[Item]:
    """Lanes and pools in BPMN: a frame a pool, not one around them all."""
    for i, band in enumerate(plan.bands):
        items = tuple(signs_bpmn.band_items(plan, band, _depth(plan, i, own=True)))
        yield Group(items, "lane", band.lane.ref, _said(band), band.lane.link)
    for frame in plan.frames:
        said = frame.lane.label or frame.lane.text
        yield Group(tuple(signs_bpmn.frame_items(plan, frame)), "lane", frame.lane.ref, said, frame.lane.link)


def _said(band: Band) -> str:
    return " · ".join(t for t in (band.lane.text, band.lane.sub_text) if t)


def _band(plan: Plan, band: Band, index: int, inner: float, head: float) -> Iterator[Item]:
    role = band.lane.role
    outside, owner = role == "outside", role == "owner"
    if not plan.headless:
        fill: Colour = "outside-head" if outside else "navy" if owner else "lane-head"
        left = inner - FRAME_HEAD * (_depth(plan, 0) - _depth(plan, index, own=True))
        yield Shape("rect", left, band.top, head - left, band.height, fill=fill, stroke=None)
    ground: Colour = "outside" if outside else "lane"
    yield Shape("rect", head, band.top, plan.width - head, band.height, fill=ground, stroke=None)
    if index > 0:
        start = 0.0 if not _shared_frame(plan, index) else FRAME_HEAD * _shared_frame(plan, index)
        line = ((start, band.top), (plan.width, band.top))
        yield Path(line, stroke="rule", weight=0.5, head="none", radius=0)
    if plan.headless:
        return
    if outside:
        for dx in (2.2, 4.6):
            yield Path(((left + dx, band.top), (left + dx, band.top + band.height)), weight=0.75, head="none")
    ink: Colour = "on-navy" if owner else "ink"
    second: Colour = "on-navy" if owner else "second"
    x = inner + 9.0
    high = LANE_LINE * len(band.title) + LINE * len(band.sub_title)
    y = band.top + (band.height - high) / 2 + 7.6
    for text in band.title:
        yield Text(x, y, text, STEP_SIZE, 600, ink)
        y += LANE_LINE
    for text in band.sub_title:
        yield Text(x, y, text, LABEL_SIZE, 400, second)
        y += LINE


def _depth(plan: Plan, index: int, *, own: bool = False) -> int:
    """How many frames stand around this band; without `own`, the most of any."""
    if own:
        return sum(f.first <= index <= f.last for f in plan.frames)
    return max((f.depth + 1 for f in plan.frames), default=0)


def _shared_frame(plan: Plan, index: int) -> int:
    """How many frames this band shares with the one above."""
    return sum(f.first < index <= f.last for f in plan.frames)


def _frame(plan: Plan, frame: Frame) -> Iterator[Item]:
    """A lane around others: its name runs upwards in a narrow head, broken to what fits."""
    top = plan.bands[frame.first].top
    bottom = plan.bands[frame.last].top + plan.bands[frame.last].height
    x = FRAME_HEAD * frame.depth
    role = frame.lane.role
    fill: Colour = "outside-head" if role == "outside" else "navy" if role == "owner" else "lane-head"
    yield Shape("rect", x, top, FRAME_HEAD, bottom - top, fill=fill, weight=0.5, stroke="rule")
    yield from _upright(frame, x + FRAME_HEAD / 2, top, bottom)


def _upright(frame: Frame, x: float, top: float, bottom: float) -> Iterator[Item]:
    lines = break_lines(frame.lane.text, max(bottom - top - 8.0, 20.0), LABEL_SIZE, 600, 2)
    colour: Colour = "on-navy" if frame.lane.role == "owner" else "ink"
    first = x + 2.5 - (len(lines) - 1) * LINE / 2
    for i, text in enumerate(lines):
        at = first + i * LINE
        yield Text(at, (top + bottom) / 2, text, LABEL_SIZE, 600, colour, "middle", turned=True)
