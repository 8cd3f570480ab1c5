"""How BPMN 2.0 shows a box and a lane: tasks with their type, events, gateways, data, notes; pools with turned names.

Part of pass 12. Forms and marks are those of the standard (ISO/IEC 19510), in black and white.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probis.drawing.bpmn_marks import HEAVY, ICON, RING, event_mark, gate_mark, task_type
from probis.drawing.layout.plan import Band, Box, Frame, Plan
from probis.drawing.layout.sizes import ICON_GAP, step_inset, text_top
from probis.drawing.layout.style import FRAME_HEAD, LABEL_SIZE, LANE_LINE, LINE, STEP_SIZE, TEXT_LINE
from probis.drawing.measure import break_lines
from probis.drawing.scene import Colour, Dash, Form, Item, Shape, Text

NARROW_HEAD: Final = 40.0  # a lane head under this width has its name turned
LOW: Final = 44.0  # a pool under this height has its name beside its head
ROUND: Final = 7.0  # radius of a task
MARK: Final = 8.0  # a mark at the foot of a task

_FOOT: Final[dict[str, Form]] = {
    "loop": "loop", "multi-parallel": "strokes", "multi-sequential": "bands", "ad-hoc": "tilde",
    "compensation": "rewind",
}  # fmt: skip
_CLOSED: Final = frozenset({"sub-process", "transaction", "ad-hoc", "event-sub-process"})


def dash(box: Box) -> Dash:
    """The dash of an outline: of a proposal, or of what is not known."""
    return "unknown" if box.node.unknown else "provisional" if box.node.provisional else "solid"


def node_items(box: Box) -> Iterator[Item]:
    """What is drawn for one box, without the text outside it and its tab."""
    match box.outline:
        case "circle":
            yield from _event(box)
        case "diamond":
            yield from _gateway(box)
        case _ if box.node.kind == "data":
            yield from _data(box)
        case _ if box.node.kind == "note":
            yield Shape("bracket", box.x, box.y, 6.0, box.height, fill=None, dash=dash(box))
            yield from _words(box, box.x + 6.0, box.y + 9.4, LABEL_SIZE, LINE, 400)
        case _:
            yield from _task(box)


def _words(box: Box, x: float, y: float, size: float, line: float, weight: int) -> Iterator[Item]:
    for i, text in enumerate(box.lines):
        yield Text(x, y + i * line, text, size, weight)


def _task(box: Box) -> Iterator[Item]:
    n = box.node
    sign, *more = n.sign.split("+")
    weight = HEAVY if n.kind == "call" else 1.0
    shown: Dash = "removed" if sign == "event-sub-process" else dash(box)
    yield Shape("rect", box.x, box.y, box.width, box.height, dash=shown, radius=ROUND, weight=weight)
    if sign == "transaction":
        yield Shape(
            "rect", box.x + 2, box.y + 2, box.width - 4, box.height - 4, fill=None, radius=ROUND - 2, weight=0.8
        )
    left, right = step_inset(box)
    x, edge = box.x + left, box.x + box.width - right
    icon = task_type(sign, x, box.y + 3.6)
    yield from icon
    if n.number:
        yield Text(x + (ICON + ICON_GAP if icon else 0.0), box.y + 10.4, n.number, LABEL_SIZE, 700)
    if n.unknown:
        yield Text(edge, box.y + 10.4, "?", LABEL_SIZE, 700, anchor="end")
        edge -= 8.0
    if n.time:
        yield Text(edge, box.y + 10.4, n.time, LABEL_SIZE, 400, "second", "end")
    yield from _words(box, x, box.y + text_top(box), STEP_SIZE, TEXT_LINE, 500)
    marks: list[Form | None] = [_FOOT[m] for m in (*more, sign) if m in _FOOT]
    if n.kind == "call" or sign in _CLOSED:
        marks.insert(0, None)
    yield from _foot(box, marks)


def _foot(box: Box, marks: list[Form | None]) -> Iterator[Item]:
    """Marks in the middle of the foot: None is the plus in its square, that more is inside."""
    x = box.centre - (len(marks) * (MARK + 3.0) - 3.0) / 2
    y = box.y + box.height - MARK - (2.6 if box.node.kind == "call" else 1.6)
    for form in marks:
        if form is None:
            yield Shape("rect", x, y, MARK, MARK, weight=0.8)
            yield Shape("plus", x + 1.8, y + 1.8, MARK - 3.6, MARK - 3.6, fill=None, weight=1.0)
        else:
            yield Shape(form, x, y + 0.5, MARK - 1.0, MARK - 1.0, fill=None, weight=1.0)
        x += MARK + 3.0


def _event(box: Box) -> Iterator[Item]:
    n = box.node
    shown: Dash = "dashed" if n.sign.endswith("+going-on") and dash(box) == "solid" else dash(box)
    weight = {"start": 1.0, "end": HEAVY}.get(n.kind, 0.9)
    yield Shape("ellipse", box.x, box.y, box.width, box.height, dash=shown, weight=weight)
    if n.kind == "event":
        d = RING
        yield Shape(
            "ellipse", box.x + d, box.y + d, box.width - 2 * d, box.height - 2 * d, None, weight=0.9, dash=shown
        )
    sign = n.sign.removesuffix("+going-on")
    thrown = n.kind == "end" or sign == "throw" or sign.endswith("+throw")
    yield from event_mark("message" if sign == "throw" else sign.removesuffix("+throw"), box.centre, box.middle,
                          min(box.width, box.height) / 2, thrown=thrown)  # fmt: skip


def _gateway(box: Box) -> Iterator[Item]:
    yield Shape("diamond", box.x, box.y, box.width, box.height, dash=dash(box))
    yield from gate_mark(box.node.sign, box.centre, box.middle, min(box.width, box.height))


def _data(box: Box) -> Iterator[Item]:
    form: Form = "store" if box.node.sign == "store" else "page"
    yield Shape(form, box.x, box.y, box.width, box.height, dash=dash(box))
    if box.node.sign in ("input", "output"):
        fill: Colour = "ink" if box.node.sign == "output" else "box"
        yield Shape("arrow", box.x + 3, box.y + 3, 8, 7, fill=fill, weight=0.8)


def symbols(box: Box) -> set[str]:
    """The symbols of a box that a legend explains."""
    n, sign = box.node, box.node.sign
    match box.outline:
        case "pentagon":
            return {"connector"}
        case "circle":
            place = n.kind if n.kind != "event" else "boundary" if n.host else "event"
            about = "message" if sign == "throw" else sign.partition("+")[0]
            return {f"bpmn-{place}"} | ({f"bpmn-{about}"} if about else set())
        case "diamond":
            return {f"bpmn-{sign or 'exclusive'}"}
        case _ if n.kind in ("data", "note"):
            return {f"bpmn-{'store' if sign == 'store' else n.kind}"}
        case _:
            kind = "call" if n.kind == "call" else sign.partition("+")[0]
            return {f"bpmn-{kind}"} if kind else {"bpmn-task"}


# Lanes and pools


def band_items(plan: Plan, band: Band, frames: int) -> Iterator[Item]:
    """One lane within `frames` pools or lanes around it; a pool without lanes has its name turned, and no lane head."""
    role, lane = band.lane.role, band.lane
    head = plan.head_width()
    left = FRAME_HEAD * frames
    outside = role == "outside"
    ground: Colour = "outside" if outside else "lane"
    first = 0.0 if lane.pool else left
    yield Shape("rect", first, band.top, plan.width - first, band.height, fill=ground, stroke="rule", weight=0.5)
    if plan.headless:
        return
    if lane.pool:
        low = band.height < LOW
        yield from _turned("" if low else lane.text, role, 0.0, band.top, band.height)
        if low:  # a strip for a pool without a step on this page: its name does not fit turned
            lines = break_lines(lane.text, plan.width - FRAME_HEAD - 16.0, LABEL_SIZE, 600, 1)
            yield from (Text(FRAME_HEAD + 8.0, band.top + band.height / 2 + 2.5, t, LABEL_SIZE, 600) for t in lines)
        yield _border(plan, band.top, band.height)
        return
    owner = role == "owner"
    fill: Colour = "outside-head" if outside else "navy" if owner else "lane-head"
    across = head - first
    if across < NARROW_HEAD:
        yield from _turned(lane.text, role, first, band.top, band.height, across)
        return
    yield Shape("rect", first, band.top, across, band.height, fill=fill, stroke="rule", weight=0.5)
    ink: Colour = "on-navy" if owner else "ink"
    high = LANE_LINE * len(band.title) + LINE * len(band.sub_title)
    y = band.top + (band.height - high) / 2 + 7.6
    for text in band.title:
        yield Text(head - plan.style.lane_head + 8.0, y, text, STEP_SIZE, 600, ink)
        y += LANE_LINE
    for text in band.sub_title:
        yield Text(head - plan.style.lane_head + 8.0, y, text, LABEL_SIZE, 400, "on-navy" if owner else "second")
        y += LINE


def frame_items(plan: Plan, frame: Frame) -> Iterator[Item]:
    """A pool or a lane around others: its turned name at their left; a pool has a border."""
    top = plan.bands[frame.first].top
    high = plan.bands[frame.last].top + plan.bands[frame.last].height - top
    yield from _turned(frame.lane.text, frame.lane.role, FRAME_HEAD * frame.depth, top, high)
    if frame.lane.pool:
        yield _border(plan, top, high)


def _border(plan: Plan, top: float, high: float) -> Item:
    return Shape("rect", 0, top, plan.width, high, fill=None, weight=0.9)


def _turned(text: str, role: str, x: float, top: float, high: float, across: float = FRAME_HEAD) -> Iterator[Item]:
    owner = role == "owner"
    fill: Colour = "outside-head" if role == "outside" else "navy" if owner else "lane-head"
    yield Shape("rect", x, top, across, high, fill=fill, stroke="rule", weight=0.5)
    lines = break_lines(text, max(high - 8.0, 20.0), LABEL_SIZE, 600, max(1, int(across // LINE)))
    first = x + across / 2 + 2.5 - (len(lines) - 1) * LINE / 2
    for i, line in enumerate(lines):
        at = first + i * LINE
        yield Text(at, top + high / 2, line, LABEL_SIZE, 600, "on-navy" if owner else "ink", "middle", turned=True)
