"""Pass 14. Shifts wished for the screen: a finished plan to the same with boxes moved as far as nothing suffers.

Precondition: a plan with all places and points, and its width. Postcondition: a box with a `Shift` stands by so much
beside its place as leaves it in its lane, clear of other boxes, texts and lines, in the order of the flow and where
other wishes want it; its lines follow along its outline or with the piece that they leave by, else with one more step;
no other box or line moves. What is not moved in full is in `unmet`. Pieces keep their slots: after this pass only
points and places count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from probis.drawing.graph import Shift
from probis.drawing.layout.outline import marked, outline_x, outline_y, tab
from probis.drawing.layout.plan import Box, Label, Plan, Side, Wire
from probis.drawing.layout.points import without_idle
from probis.drawing.layout.style import CORNER, HEAD_RUN, LABEL_CLEAR
from probis.drawing.layout.wishes import kept
from probis.drawing.scene import Point

STEPS = 8  # a shift that is not possible in full is tried in eighths, either way by itself
CLEAR = 6.0  # between a box that was moved and anything else
APART = 4.0  # between two lines that run side by side
LEAST_RUN = 9.0  # of the first and last piece of a line

_Rect = tuple[float, float, float, float]
_Points = tuple[Point, ...]


def shift(plan: Plan) -> None:
    """Move the boxes that a wish shifts, in the order of the wishes; the first wish about a box holds."""
    boxes = {box.node.id: box for box in reversed(plan.boxes) if box.index < len(plan.graph.nodes)}
    done: set[str] = set()
    for wish in plan.graph.constraints:
        if not isinstance(wish, Shift):
            continue
        box = boxes.get(wish.node)
        possible = box is not None and box.host is None and wish.node not in done
        done.add(wish.node)
        if box is None or not possible or not _shifted(plan, box, wish):
            plan.unmet.append(wish)
    listed = plan.unmet
    plan.unmet = [w for w in plan.graph.constraints if w in listed and (isinstance(w, Shift) or not kept(plan, w))]


def _shifted(plan: Plan, box: Box, wish: Shift) -> bool:
    """Move a box as far as can be; whether that is all the way."""
    shares = [(i / STEPS, j / STEPS) for i in range(STEPS + 1) for j in range(STEPS + 1)]
    ways = sorted({(round(wish.dx * i, 3), round(wish.dy * j, 3)) for i, j in shares})
    ways.sort(key=lambda way: abs(wish.dx - way[0]) + abs(wish.dy - way[1]))
    for dx, dy in ways:
        if not dx and not dy:
            break
        attempt = _Attempt(plan, box, dx, dy)
        if attempt.made():
            attempt.keep()
            return (dx, dy) == (wish.dx, wish.dy)
    return not wish.dx and not wish.dy


def _rect(box: Box) -> _Rect:
    return box.x, box.y, box.x + box.width, box.y + box.height


def _meet(a: _Rect, b: _Rect, clear: float = 0.0) -> bool:
    return a[0] < b[2] + clear and b[0] < a[2] + clear and a[1] < b[3] + clear and b[1] < a[3] + clear


def _along(a: Point, b: Point) -> _Rect:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _texts_of(box: Box) -> Iterator[_Rect]:
    """What stands outside the outline of a box: its caption and its tab."""
    if box.caption:
        c = box.caption
        yield c.x, c.y, c.x + c.width, c.y + c.height
    if marked(box):
        left, top, right, bottom = tab(box)
        yield box.x + left, box.y + top, box.x + right, box.y + bottom


@dataclass
class _Attempt:
    """One box moved with what sits on its edge; its lines and their labels anew, nothing else touched."""

    plan: Plan
    box: Box
    dx: float
    dy: float
    moved: set[int] = field(default_factory=set)
    points: dict[int, _Points] = field(default_factory=dict)
    labels: dict[int, list[tuple[Label, float, float]]] = field(default_factory=dict)
    waiting: set[int] = field(default_factory=set)  # lines still to be led anew

    def made(self) -> bool:
        """Whether box, lines and labels find their places; without a trace in the plan unless `keep` follows."""
        plan = self.plan
        self.moved = {b.index for b in plan.boxes if self.box.index in (b.index, b.host)}
        self._move(1)
        try:
            if not self._stands():
                return False
            own = [w for w in plan.wires if not self.moved.isdisjoint((w.source, w.target))]
            self.waiting = {w.index for w in own}
            return all(self._led(wire) for wire in own)
        finally:
            self._move(-1)

    def keep(self) -> None:
        """Write what was made into the plan; the map grows to the right where it must."""
        plan = self.plan
        self._move(1)
        rights = [_rect(plan.boxes[i])[2] for i in self.moved]
        rights += [r[2] for i in self.moved for r in _texts_of(plan.boxes[i])]
        for index, points in self.points.items():
            plan.wires[index].points = points
            rights += [x for x, _ in points]
            for label, x, y in self.labels[index]:
                label.x, label.y = x, y
                rights.append(x + label.width)
        plan.width = max(plan.width, max(rights) + plan.style.margin)

    def _move(self, times: int) -> None:
        for i in self.moved:
            box = self.plan.boxes[i]
            box.x, box.y = round(box.x + times * self.dx, 6), round(box.y + times * self.dy, 6)
            if box.caption:
                box.caption.x, box.caption.y = box.caption.x + times * self.dx, box.caption.y + times * self.dy

    # The box ---------------------------------------------------------------------------------------------------------

    def _stands(self) -> bool:
        plan = self.plan
        own = [r for i in self.moved for r in (_rect(plan.boxes[i]), *_texts_of(plan.boxes[i]))]
        band = plan.bands[self.box.lane]
        left, top, bottom = plan.head_width() + plan.style.margin, band.top + APART, band.top + band.height - APART
        if any(r[0] < left or r[1] < top or r[3] > bottom for r in own):
            return False
        if any(_meet(r, thing, CLEAR) for r in own for thing in self._things()):
            return False
        others = [w for w in plan.wires if self.moved.isdisjoint((w.source, w.target))]
        if any(_meet(r, _along(a, b), CLEAR) for r in own for w in others for a, b in pairwise(w.points)):
            return False
        if any(_meet(r, q, LABEL_CLEAR) for r in own for w in others for q in map(_of_label, w.labels)):
            return False
        if not all(self._onward(w) for w in plan.wires if not self.moved.isdisjoint((w.source, w.target))):
            return False
        return all(kept(plan, wish) for wish in plan.graph.constraints if wish not in plan.unmet)

    def _onward(self, wire: Wire) -> bool:
        """Whether a line that ran to the right still does."""
        ends = (wire.source, wire.target)
        now = [self.plan.boxes[i].centre for i in ends]
        before = [x - self.dx * (i in self.moved) for i, x in zip(ends, now, strict=True)]
        return before[0] >= before[1] or now[0] < now[1]

    def _things(self) -> Iterator[_Rect]:
        for box in self.plan.boxes:
            if box.index not in self.moved:
                yield _rect(box)
                yield from _texts_of(box)

    # Its lines -------------------------------------------------------------------------------------------------------

    def _led(self, wire: Wire) -> bool:
        """Lead one line anew: the clean way with the fewest crossings, then bends, then the shortest."""
        best: tuple[tuple[float, ...], _Points, list[tuple[Label, float, float]]] | None = None
        self.waiting.discard(wire.index)
        for points in self._ways(wire):
            if not (_as_before(wire, points) and self._clean(wire, points)):
                continue
            length = sum(abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in pairwise(points))
            price = (self._crossings(wire, points), len(points), round(length, 3))
            if best is None or price < best[0]:
                labels = self._labelled(wire, points)
                if labels is not None:
                    best = price, points, labels
        if best is not None:
            self.points[wire.index], self.labels[wire.index] = best[1:]
        return best is not None

    def _ways(self, wire: Wire) -> Iterator[_Points]:
        if {wire.source, wire.target} <= self.moved:
            yield tuple((round(x + self.dx, 3), round(y + self.dy, 3)) for x, y in wire.points)
            return
        source = wire.source in self.moved
        ends = (wire.source, wire.target) if source else (wire.target, wire.source)
        points = list(wire.points if source else reversed(wire.points))
        flat = points[0][1] == points[1][1]
        near, far = (_End(self.plan.boxes[i], flat) for i in ends)
        if not flat:  # as if the first piece were level
            points = [(y, x) for x, y in points]
        along, across = (self.dx, self.dy) if flat else (self.dy, self.dx)
        last_level = points[-1][1] == points[-2][1]
        for way in self._moved_ways(points, along, across, near, far, last_level):
            turned = way if flat else [(y, x) for x, y in way]
            yield without_idle(turned if source else turned[::-1])

    def _moved_ways(
        self, points: list[Point], along: float, across: float, near: _End, far: _End, last_level: bool
    ) -> Iterator[list[Point]]:
        """The ways of a line whose first point and piece are those of the box, the piece level."""
        (x0, y0), (x1, y1) = points[0], points[1]
        later = x1 > x0
        if len(points) == 2:  # straight through
            for y in sorted({y0, round(y0 + across, 3), round(near.middle, 3)}):
                if near.takes(y, y0 + across) and far.takes(y, y1):
                    yield [(near.at(y, later), y), (far.at(y, not later), y)]
            leave = near.at(y0 + across, later)
            runs = (HEAD_RUN, LEAST_RUN) if later else (-HEAD_RUN, -LEAST_RUN)
            for x in sorted({(leave + x1) / 2, *(leave + run for run in runs), *(x1 - run for run in runs)}):
                if min(leave, x1) + LEAST_RUN <= x <= max(leave, x1) - LEAST_RUN:
                    yield [(leave, y0 + across), (x, y0 + across), (x, y1), (x1, y1)]
            return
        x2, y2 = points[2]
        shifts = [0.0] if not along else [0.0, along]
        for y in sorted({y0, round(y0 + across, 3)}):
            if not near.takes(y, y0 + across):
                continue
            for by in shifts:
                start = (near.at(y, later), y)
                if len(points) > 3:
                    yield [start, (x1 + by, y), (x1 + by, y2), *points[3:]]
                elif not last_level and far.takes_upright(x2 + by, x2):
                    yield [start, (x1 + by, y), (x2 + by, far.upright(x2 + by, y2 > y)) if by else (x2, y2)]

    def _clean(self, wire: Wire, points: _Points) -> bool:
        plan = self.plan
        if len(points) < 2:
            return False
        head = plan.head_width()
        if any(x < head + 1 or not 1 <= y <= plan.height - 1 for x, y in points):
            return False
        pieces = list(pairwise(points))
        if any(abs(b[0] - a[0]) + abs(b[1] - a[1]) < LEAST_RUN for a, b in (pieces[0], pieces[-1])):
            return False
        own = {wire.source, wire.target}
        own |= {host for i in own if (host := plan.boxes[i].host) is not None}
        for i, (a, b) in enumerate(pieces):
            if a[0] != b[0] and a[1] != b[1]:
                return False
            if a[1] == b[1] and any(abs(a[1] - band.top) < 2 for band in plan.bands):
                return False
            r = _along(a, b)
            for box in plan.boxes:
                mine = box.index in own
                inner = _rect(box) if not mine else _inside(box)
                if _meet(r, inner, 0.0 if mine else CLEAR / 2) and not (
                    mine and box.tipped and i in (0, len(pieces) - 1)
                ):
                    return False
                if any(_meet(r, text, 1.0) for text in _texts_of(box)):
                    return False
        return not self._beside(wire, pieces) and not self._on_label(wire, pieces)

    def _lines(self, wire: Wire) -> Iterator[tuple[Wire, tuple[Point, Point]]]:
        """The pieces of all other lines that have their place."""
        for other in self.plan.wires:
            if other is not wire and other.index not in self.waiting:
                for piece in pairwise(self.points.get(other.index, other.points)):
                    yield other, piece

    def _beside(self, wire: Wire, pieces: list[tuple[Point, Point]]) -> bool:
        """Whether the line runs on top of another one."""
        for _, (c, d) in self._lines(wire):
            for a, b in pieces:
                for k in (0, 1):
                    if a[k] == b[k] and c[k] == d[k] and abs(a[k] - c[k]) < APART:
                        j = 1 - k
                        low, high = max(min(a[j], b[j]), min(c[j], d[j])), min(max(a[j], b[j]), max(c[j], d[j]))
                        if high - low > 0.5:
                            return True
        return False

    def _on_label(self, wire: Wire, pieces: list[tuple[Point, Point]]) -> bool:
        """Whether the line runs over the label of another."""
        for other in self.plan.wires:
            if other is wire or other.index in self.waiting:
                continue
            for r in self._label_rects(other):
                if any(_meet(_along(a, b), r, 1.0) for a, b in pieces):
                    return True
        return False

    def _crossings(self, wire: Wire, points: _Points) -> int:
        count = 0
        for _, (c, d) in self._lines(wire):
            for a, b in pairwise(points):
                if (a[0] == b[0]) != (c[0] == d[0]):
                    r, q = _along(a, b), _along(c, d)
                    count += _meet(r, q)
        return count

    # Their labels ----------------------------------------------------------------------------------------------------

    def _label_rects(self, wire: Wire) -> list[_Rect]:
        if wire.index in self.labels:
            return [(x, y, x + label.width, y + label.height) for label, x, y in self.labels[wire.index]]
        return [_of_label(label) for label in wire.labels]

    def _labelled(self, wire: Wire, points: _Points) -> list[tuple[Label, float, float]] | None:
        """The places of its labels: as they stood to the exit or to the line; None where one is in the way."""
        placed: list[tuple[Label, float, float]] = []
        off = points[0][0] - wire.points[0][0], points[0][1] - wire.points[0][1]
        for label in wire.labels:
            old = _distances(_of_label(label), wire.points)
            for x, y in sorted(
                {(0.0, 0.0), (off[0], 0.0), (0.0, off[1]), off, (self.dx, self.dy)}, key=lambda o: o != off
            ):
                r = label.x + x, label.y + y, label.x + x + label.width, label.y + y + label.height
                new = _distances(r, points)
                near = new[0] <= old[0] + 1.0 and new[1] <= old[1] + 12.0
                if near and self._free(wire, points, r, placed):
                    placed.append((label, r[0], r[1]))
                    break
            else:
                return None
        return placed

    def _free(self, wire: Wire, points: _Points, r: _Rect, placed: list[tuple[Label, float, float]]) -> bool:
        plan = self.plan
        band = plan.bands[plan.boxes[wire.source].lane]
        if r[0] < plan.head_width() + 1 or r[1] < 1 or r[3] > plan.height - 1:
            return False
        if not wire.back and (r[1] < band.top or r[3] > band.top + band.height):
            return False
        for box in plan.boxes:
            if _meet(r, _rect(box), 0.5) and not (box.tipped and _beside_diamond(box, r)):
                return False
            if any(_meet(r, text, 0.5) for text in _texts_of(box)):
                return False
        if any(_meet(r, _along(a, b), 1.0) for a, b in pairwise(points)):
            return False
        if any(_meet(r, _along(a, b), 1.0) for _, (a, b) in self._lines(wire)):
            return False
        others = [w for w in plan.wires if w is not wire and w.index not in self.waiting]
        if any(_meet(r, q, 0.5) for w in others for q in self._label_rects(w)):
            return False
        return not any(_meet(r, (x, y, x + la.width, y + la.height), 0.5) for la, x, y in placed)


@dataclass(frozen=True)
class _End:
    """Where a line may meet a box: `flat` where its piece is level, else as if the axes were changed."""

    box: Box
    flat: bool

    @property
    def middle(self) -> float:
        return self.box.middle if self.flat else self.box.centre

    def takes(self, y: float, before: float) -> bool:
        """Whether a line may end at this height: where it ended before, or anywhere on a straight side."""
        half = (self.box.height if self.flat else self.box.width) / 2
        room = max(half - CORNER, 0.0)
        return abs(y - before) < 0.01 or (self.box.outline == "box" and abs(y - self.middle) <= room)

    def takes_upright(self, x: float, before: float) -> bool:
        """The same for a piece across."""
        return _End(self.box, not self.flat).takes(x, before)

    def at(self, y: float, later: bool) -> float:
        """Where on the side towards the greater (or the lesser) end the outline is met."""
        side: Side = "right" if later else "left"
        if self.flat:
            return outline_x(self.box, side, y - self.box.middle)
        return outline_y(self.box, "bottom" if later else "top", y - self.box.x)

    def upright(self, x: float, later: bool) -> float:
        """The same for a piece across that comes from the lesser side (`later`) or the greater."""
        return _End(self.box, not self.flat).at(x, not later)


def _as_before(wire: Wire, points: _Points) -> bool:
    """Whether a line still leaves and enters by the same sides."""

    def way(a: Point, b: Point) -> tuple[bool, bool]:
        return a[0] == b[0], b > a

    old = wire.points
    return len(points) > 1 and way(*points[:2]) == way(*old[:2]) and way(*points[-2:]) == way(*old[-2:])


def _inside(box: Box) -> _Rect:
    """The part of a box that its own lines keep out of."""
    by = min(box.width, box.height) * 0.25 if box.rounded or box.tipped or box.outline == "delay" else 0.5
    return box.x + by, box.y + by, box.x + box.width - by, box.y + box.height - by


def _of_label(label: Label) -> _Rect:
    return label.x, label.y, label.x + label.width, label.y + label.height


def _distances(r: _Rect, points: _Points) -> tuple[float, float]:
    """How far a label is from its line, and from where that leaves."""

    def apart(q: _Rect) -> float:
        return max(q[0] - r[2], r[0] - q[2], q[1] - r[3], r[1] - q[3], 0.0)

    x, y = points[0]
    return min(apart(_along(a, b)) for a, b in pairwise(points)), apart((x, y, x, y))


def _beside_diamond(box: Box, r: _Rect) -> bool:
    x = min(max(box.centre, r[0]), r[2])
    y = min(max(box.middle, r[1]), r[3])
    return abs(x - box.centre) / (box.width / 2) + abs(y - box.middle) / (box.height / 2) > 1
