"""Pass 11c. A finished plan to what is wrong in it: which lines and boxes stand in whose way.

Precondition: everything has its place. Postcondition: none, nothing is moved; the plan is hard-clean where nothing is
found. What the passes before hold by themselves is looked for only where boundary events or shapes that do not grow
press things together.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Literal, NamedTuple, TypeAlias

from probis.drawing.layout.plan import Box, Plan, Wire

Kind: TypeAlias = Literal["text", "line", "box"]

SLACK = 0.3  # rounding
NEAR = 0.5  # nearer than this a label stands on a line
INSIDE = 1.0  # deeper than this a line runs through a box
DEEP = 0.3  # of the lesser side of its own box
LEAST_HEAD = 7.5  # the last piece of a line
BESIDE = 2.0  # nearer than this lines lie on one another
FAR = 20.0  # from its box that a caption may stand


class Trouble(NamedTuple):
    """One thing that is wrong: what kind of thing stands wrong, whose it is, and the lines and boxes concerned."""

    kind: Kind
    wires: tuple[int, ...] = ()
    boxes: tuple[int, ...] = ()


class _Rect(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


class _Text(NamedTuple):
    rect: _Rect
    wire: int  # -1 for a caption
    box: int


class _Piece(NamedTuple):
    rect: _Rect
    wire: int


def troubles(plan: Plan) -> list[Trouble]:
    """What is wrong, texts first; nothing for a good plan."""
    texts = list(_texts(plan))
    pieces = [piece for wire in plan.wires for piece in _pieces(wire)]
    found = [*_outside(plan, texts), *_texts_on_things(plan, texts, pieces)]
    if any(box.host is not None for box in plan.boxes):
        found += [*_lines_through(plan, pieces), *_heads(plan), *_beside_ends(plan), *_boxes_on_boxes(plan)]
    if any(box.host is not None or box.fixed for box in plan.boxes):
        found += _on_one_another(plan, pieces)
    return found


def _rect(box: Box) -> _Rect:
    return _Rect(box.x, box.y, box.x + box.width, box.y + box.height)


def _texts(plan: Plan) -> Iterator[_Text]:
    for wire in plan.wires:
        for label in wire.labels:
            rect = _Rect(label.x, label.y, label.x + label.width, label.y + label.height)
            yield _Text(rect, wire.index, wire.source)
    for box in plan.boxes:
        if box.caption:
            c = box.caption
            yield _Text(_Rect(c.x, c.y, c.x + c.width, c.y + c.height), -1, box.index)


def _pieces(wire: Wire) -> Iterator[_Piece]:
    for (ax, ay), (bx, by) in pairwise(wire.points):
        yield _Piece(_Rect(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)), wire.index)


def _meet(a: _Rect, b: _Rect, slack: float = SLACK) -> bool:
    return (
        a.left < b.right - slack and b.left < a.right - slack and a.top < b.bottom - slack and b.top < a.bottom - slack
    )


def _told(text: _Text, wires: tuple[int, ...] = (), boxes: tuple[int, ...] = ()) -> Trouble:
    own = (text.wire,) if text.wire >= 0 else ()
    return Trouble("text", (*own, *wires), (text.box, *boxes))


def _outside(plan: Plan, texts: list[_Text]) -> Iterator[Trouble]:
    """Texts outside the map or their lane, and captions far from their shapes."""
    head = plan.head_width()
    for text in texts:
        r, box = text.rect, plan.boxes[text.box]
        band = plan.bands[box.lane]
        if r.left < head or r.right > plan.width + SLACK or r.top < 0 or r.bottom > plan.height:
            yield _told(text)
        elif r.top < band.top - SLACK or r.bottom > band.top + band.height + SLACK:
            if text.wire < 0 or not plan.wires[text.wire].back:
                yield _told(text)
        elif text.wire < 0:
            b = _rect(box)
            if max(b.left - r.right, r.left - b.right, b.top - r.bottom, r.top - b.bottom) > FAR:
                yield _told(text)


def _texts_on_things(plan: Plan, texts: list[_Text], pieces: list[_Piece]) -> Iterator[Trouble]:
    boxes = [(box, _rect(box)) for box in plan.boxes]
    for text in texts:
        r = text.rect
        for box, b in boxes:
            met = b.left < r.right and r.left < b.right and _meet(r, b)
            if met and (text.wire < 0 or not box.tipped or _in_diamond(box, r)):
                yield _told(text, boxes=(box.index,))
        near = NEAR if text.wire >= 0 else 0.0
        left, top, right, bottom = r.left - near, r.top - near, r.right + near, r.bottom + near
        for p, wire in pieces:
            if left < p.right and p.left < right and top < p.bottom and p.top < bottom:
                yield _told(text, wires=(wire,))
    for a, b_ in combinations(texts, 2):
        if _meet(a.rect, b_.rect):
            other = (b_.wire,) if b_.wire >= 0 else ()
            yield _told(a, other, (b_.box,))


def _in_diamond(box: Box, r: _Rect) -> bool:
    x = min(max(box.centre, r.left), r.right)
    y = min(max(box.middle, r.top), r.bottom)
    return abs(x - box.centre) / (box.width / 2) + abs(y - box.middle) / (box.height / 2) < 1


def _lines_through(plan: Plan, pieces: list[_Piece]) -> Iterator[Trouble]:
    guests: dict[int, set[int]] = {}
    for box in plan.boxes:
        if box.host is not None:
            guests.setdefault(box.host, set()).add(box.index)
    for box in plan.boxes:
        b, own_boxes = _rect(box), {box.index, *guests.get(box.index, ())}
        for p, index in pieces:
            if p.left >= b.right - INSIDE or p.right <= b.left + INSIDE:
                continue
            if p.top >= b.bottom - INSIDE or p.bottom <= b.top + INSIDE:
                continue
            wire = plan.wires[index]
            if own_boxes.isdisjoint((wire.source, wire.target)):
                yield Trouble("line", (index,), (box.index,))
            elif not box.tipped:
                deep = min(box.width, box.height) * DEEP
                inner = _Rect(b.left + deep, b.top + deep, b.right - deep, b.bottom - deep)
                if p.left < inner.right and p.right > inner.left and p.top < inner.bottom and p.bottom > inner.top:
                    yield Trouble("line", (index,), (box.index,))


def _heads(plan: Plan) -> Iterator[Trouble]:
    for wire in plan.wires:
        (ax, ay), (bx, by) = wire.points[-2:]
        if abs(bx - ax) + abs(by - ay) < LEAST_HEAD:
            yield Trouble("line", (wire.index,), (wire.target,))


def _beside_ends(plan: Plan) -> Iterator[Trouble]:
    """Lines that pass the event that they should touch."""
    for wire in plan.wires:
        for end, (x, _) in ((wire.source, wire.points[0]), (wire.target, wire.points[-1])):
            box = plan.boxes[end]
            if box.host is not None and not box.x - SLACK < x < box.x + box.width + SLACK:
                yield Trouble("line", (wire.index,), (end,))


def _boxes_on_boxes(plan: Plan) -> Iterator[Trouble]:
    placed = sorted(((_rect(box), box) for box in plan.boxes), key=lambda p: (p[0], p[1].index))
    for i, (a, one) in enumerate(placed):
        for b, other in placed[i + 1 :]:
            if b.left >= a.right:
                break
            if _meet(a, b) and one.host != other.index and other.host != one.index:
                yield Trouble("box", (), (one.index, other.index))


def _on_one_another(plan: Plan, pieces: list[_Piece]) -> Iterator[Trouble]:
    """Lines that lie on one another; those of one fork or join may, where shapes do not grow."""
    for standing in (False, True):
        along = [(p.left, p.top, p.bottom, w) if standing else (p.top, p.left, p.right, w) for p, w in pieces
                 if (p.left == p.right) == standing]  # fmt: skip
        along.sort()
        for i, (at, low, high, index) in enumerate(along):
            for at2, low2, high2, other in along[i + 1 :]:
                if at2 - at >= BESIDE:
                    break
                if index == other or min(high, high2) - max(low, low2) <= 1:
                    continue
                a, b = plan.wires[index], plan.wires[other]
                if plan.style.notation == "bpmn" and (a.source == b.source or a.target == b.target):
                    continue
                yield Trouble("line", (index, other))
