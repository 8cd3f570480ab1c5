"""Pass 11b. Texts that still stand on something, to free places beside what they belong to.

Precondition: points of all wires, places of all labels and captions. Postcondition: what met nothing stands where
it stood; what met a line, a box or another text has moved along its own line (a caption: round its box) to the
first place that is free, if there is one. Only boxes of a fixed size, and events on an edge, crowd their texts so:
elsewhere the passes before make room.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from probis.drawing.layout.outline import marked, tab
from probis.drawing.layout.plan import Box, Caption, Label, Plan, Wire
from probis.drawing.layout.style import CAPTION_CLEAR, LABEL_ABOVE, LABEL_ASIDE

Aside: TypeAlias = Literal["right", "left", "above", "below"]

SLACK = 0.2  # rounding
AWAY = (0.0, 4.5, 9.0, 13.0, 17.0)  # from its box that a caption may move
ASIDE = 9.0
SHARES = (0.0, 0.5, 1.0, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875)  # along a piece
NEAR = 16  # half heights or widths of a text from where a piece begins, for long ones


class Rect(NamedTuple):
    """Left, top, right and bottom."""

    left: float
    top: float
    right: float
    bottom: float


class _Line(NamedTuple):
    rect: Rect
    wire: int


def free_texts(plan: Plan) -> None:
    """Move the texts that stand on something."""
    if any(box.fixed or box.host is not None for box in plan.boxes):
        _Spots(plan).run()


class _Spots:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.boxes = [Rect(b.x, b.y, b.x + b.width, b.y + b.height) for b in plan.boxes]
        for box in plan.boxes:
            if marked(box):
                left, top, right, bottom = tab(box)
                self.boxes.append(Rect(box.x + left, box.y + top, box.x + right, box.y + bottom))
        self.lines = [line for wire in plan.wires for line in _lines(wire)]
        self.texts: dict[int, Rect] = {}
        for wire in plan.wires:
            for label in wire.labels:
                self.texts[id(label)] = _label_rect(label)
        for box in plan.boxes:
            if box.caption:
                self.texts[id(box.caption)] = _caption_rect(box.caption)

    def run(self) -> None:
        for box in self.plan.boxes:
            if box.caption and not self.free(_caption_rect(box.caption), id(box.caption), -1):
                self.move_caption(box, box.caption)
        for wire in self.plan.wires:
            for label in wire.labels:
                if not self.free(_label_rect(label), id(label), wire.index):
                    self.move_label(wire, label)

    def free(self, rect: Rect, text: int, wire: int) -> bool:
        if any(_meet(rect, box) for box in self.boxes):
            return False
        if any(line.wire != wire and _meet(rect, line.rect) for line in self.lines):
            return False
        return not any(key != text and _meet(rect, other) for key, other in self.texts.items())

    def inside(self, rect: Rect, lane: int | None) -> bool:
        """Whether a place lies in the map, and in its lane if it has to."""
        left = self.plan.head_width()
        if rect.left < left or rect.top < 0 or rect.bottom > self.plan.height or rect.right > self.plan.width:
            return False
        if lane is None:
            return True
        band = self.plan.bands[lane]
        return rect.top >= band.top and rect.bottom <= band.top + band.height

    def move_label(self, wire: Wire, label: Label) -> None:
        lane = self.plan.boxes[wire.source].lane
        places = list(_beside_line(wire, label))
        for own in (lane, None):
            for rect, side in places:
                if self.inside(rect, own) and self.free(rect, id(label), -1):
                    label.x, label.y, label.side = rect.left, rect.top, side
                    self.texts[id(label)] = rect
                    return

    def move_caption(self, box: Box, caption: Caption) -> None:
        places = list(_round_box(box, caption))
        for lane in (box.lane, None):
            for rect, above in places:
                if self.inside(rect, lane) and self.free(rect, id(caption), -1):
                    caption.x, caption.y, caption.above, caption.side = rect.left, rect.top, above, "middle"
                    self.texts[id(caption)] = rect
                    return


def _meet(a: Rect, b: Rect) -> bool:
    return (
        a.left < b.right - SLACK and b.left < a.right - SLACK and a.top < b.bottom - SLACK and b.top < a.bottom - SLACK
    )


def _lines(wire: Wire) -> Iterator[_Line]:
    for (ax, ay), (bx, by) in zip(wire.points, wire.points[1:], strict=False):
        rect = Rect(min(ax, bx) - 1.0, min(ay, by) - 1.0, max(ax, bx) + 1.0, max(ay, by) + 1.0)
        yield _Line(rect, wire.index)


def _label_rect(label: Label) -> Rect:
    return Rect(label.x, label.y, label.x + label.width, label.y + label.height)


def _caption_rect(caption: Caption) -> Rect:
    return Rect(caption.x, caption.y, caption.x + caption.width, caption.y + caption.height)


def _beside_line(wire: Wire, label: Label) -> Iterator[tuple[Rect, Aside]]:
    """Places along a wire from its source on, on both sides of each piece."""
    w, h = label.width, label.height
    for (ax, ay), (bx, by) in zip(wire.points, wire.points[1:], strict=False):
        standing = ax == bx
        run = abs(by - ay) if standing else abs(bx - ax)
        need = (h if standing else w) / 2 + 4.0
        near = (need + step * (h if standing else w) / 2 for step in range(1, NEAR))
        for at in (*(share * run for share in SHARES), *(at for at in near if at < run)):
            off = min(max(at, need), run - need) if run > 2 * need else run / 2
            x = ax if standing else ax + off * (1 if bx > ax else -1)
            y = ay + off * (1 if by > ay else -1) if standing else ay
            if standing:
                yield Rect(x + LABEL_ASIDE, y - h / 2, x + LABEL_ASIDE + w, y + h / 2), "right"
                yield Rect(x - LABEL_ASIDE - w, y - h / 2, x - LABEL_ASIDE, y + h / 2), "left"
            else:
                yield Rect(x - w / 2, y - LABEL_ABOVE - h, x + w / 2, y - LABEL_ABOVE), "above"
                yield Rect(x - w / 2, y + LABEL_ABOVE, x + w / 2, y + LABEL_ABOVE + h), "below"


def _round_box(box: Box, caption: Caption) -> Iterator[tuple[Rect, bool]]:
    """Places below and above a box, centred and to both sides, then beside it, then anywhere near it."""
    w, h = caption.width, caption.height
    lefts = (
        box.centre - w / 2, box.centre - LABEL_ASIDE - w, box.centre + LABEL_ASIDE, box.x + box.width, box.x - w,
        box.x, box.x + box.width - w, box.x + box.width + ASIDE, box.x - ASIDE - w,
    )  # fmt: skip
    for away in AWAY:
        for above in (box.tipped, not box.tipped):
            y = box.y - CAPTION_CLEAR - away - h if above else box.y + box.height + CAPTION_CLEAR + away
            for x in lefts:
                yield Rect(x, y, x + w, y + h), above
    for x in (box.x + box.width + CAPTION_CLEAR, box.x - CAPTION_CLEAR - w):
        for y in (box.middle - h / 2, box.middle - LABEL_ABOVE - h, box.middle + LABEL_ABOVE):
            yield Rect(x, y, x + w, y + h), False
    first, steps = box.x - AWAY[-1] - w, int((w + box.width + 2 * AWAY[-1]) / AWAY[1])
    for away in AWAY:
        for above in (box.tipped, not box.tipped):
            y = box.y - CAPTION_CLEAR - away - h if above else box.y + box.height + CAPTION_CLEAR + away
            for step in range(steps + 1):
                yield Rect(first + AWAY[1] * step, y, first + AWAY[1] * step + w, y + h), above
    rise = int((box.height + h + 2 * AWAY[-1]) / AWAY[1])
    for away in AWAY:
        for x in (box.x + box.width + CAPTION_CLEAR + away, box.x - CAPTION_CLEAR - away - w):
            for step in range(rise + 1):
                y = box.y - AWAY[-1] - h + AWAY[1] * step
                yield Rect(x, y, x + w, y + h), y + h / 2 < box.middle
