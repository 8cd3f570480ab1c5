"""Pass 10. Columns to x: everything as far left as its neighbours let it, lines straight where they can be.

Precondition: all heights, ranks of all pieces. Postcondition: x of every box, `place` of every vertical, x
and y of every label; what shares a height keeps the order of its slots and its distance, so nothing
overlaps and no line meets a box or a label that is not its own; a vertical that touches a box stands within
its flat side, or at its tip. Raises Contradiction when some verticals cannot stand on their boxes; its tags
are the ends to be routed otherwise. Source: one-dimensional compaction by visibility (Hsueh & Pederson
1979; Lengauer, Combinatorial Algorithms for Integrated Circuit Layout, 1990, ch. 10).
"""

from __future__ import annotations

import itertools
from collections.abc import Collection
from dataclasses import dataclass

from probis.drawing.graph import After, SameColumn
from probis.drawing.layout.heights import span
from probis.drawing.layout.labels import leaves_downwards
from probis.drawing.layout.longest import Contradiction, Rule, least_values
from probis.drawing.layout.outline import marked, standing_room, tab
from probis.drawing.layout.plan import Box, Label, Plan, Segment, Side, Wire
from probis.drawing.layout.sizes import between_corners
from probis.drawing.layout.style import (
    EVENT_CLEAR,
    HEAD_RUN,
    LABEL_ABOVE,
    LABEL_ASIDE,
    LABEL_CLEAR,
    LINE_CLEAR,
    PORT_PITCH,
    TRACK_PITCH,
)  # fmt: skip

__all__ = ["Contradiction", "squeeze"]

LEAVE_RUN = 10.0
BEND_CLEAR = 4.0
HOME_BEND = 10.0  # between the text of a return and its bend
TEXT = -2  # the tag of what keeps a text apart
WISH = -3  # the tag of what the first wish about places asks for; one less for each further wish
PAST = 6.0  # by which what is wished after something stands beyond its half width
UNRELATED = 16.0  # between boxes of a row that no line joins


@dataclass(slots=True)
class Thing:
    """What takes place at a height: x from var + left to var + right, y from top to bottom."""

    var: int
    left: float
    right: float
    top: float
    bottom: float
    key: tuple[int, int, int]
    kind: str  # box, line, label
    owner: int  # box or wire
    tag: int = -1  # of a label that may stand on the other side


def squeeze(plan: Plan, flipped: Collection[tuple[int, int]] = (), *, lax: bool = False) -> None:
    """Fill every x; labels (wire, piece) in `flipped` stand on the other side of their vertical.

    With `lax` nothing contradicts: what cannot hold is given up, texts first.

    A Contradiction names its ends by tags: 2 * wire, and 1 more for the target; from 2 * (number of wires)
    on it names labels in the same way, by wire and piece.
    """
    _Squeeze(plan, flipped, lax=lax).run()


class _Squeeze:
    def __init__(self, plan: Plan, flipped: Collection[tuple[int, int]], *, lax: bool) -> None:
        self.plan = plan
        self.lax = lax
        self.flipped = flipped
        self.half: dict[int, float] = {}
        for box in plan.boxes:
            row = plan.yslot(box.index)
            if box.host is None:
                self.half[row] = max(self.half.get(row, 0.0), box.height / 2 - (1.0 if box.tipped else 0.0))
        self.verticals = [s for wire in plan.wires for s in wire.segments if s.vertical]
        self.var = {id(s): len(plan.boxes) + i for i, s in enumerate(self.verticals)}
        self.n = len(plan.boxes) + len(self.verticals)
        self.rules: list[Rule] = []
        self.things: list[Thing] = []
        self.standing: dict[tuple[int, Side], list[Segment]] = {}
        for s in self.verticals:
            for index, side in _touched(plan, s):
                self.standing.setdefault((index, side), []).append(s)
        for pieces in self.standing.values():
            pieces.sort(key=lambda s: (s.slot, s.rank, s.wire))

    def run(self) -> None:
        self.things_of_boxes()
        self.things_of_lines()
        self.things_of_labels()
        self.keep_apart()
        self.keep_on_boxes()
        self.keep_on_edges()
        self.keep_runs()
        self.keep_time()
        self.keep_wishes()
        keys = [(0, 0)] * self.n
        for box in self.plan.boxes:
            keys[box.index] = (self.plan.xslot(box.index), -1)
        for s in self.verticals:
            keys[self.var[id(s)]] = (s.slot, s.rank)
        order = sorted(range(self.n), key=lambda i: (keys[i], i))
        x = self.solve(order)
        self.settle(x, order)
        for box in self.plan.boxes:
            box.x = x[box.index]
            if box.caption:
                box.caption.x += box.x
        for s in self.verticals:
            s.place = x[self.var[id(s)]]
        self.put_labels()

    def solve(self, order: list[int]) -> list[float]:
        """The least x; where rules contradict each other all that has to be given up is found before it is
        told.
        """
        rules, given_up = self.rules, []
        while True:
            try:
                x = least_values(self.n, rules, order)
            except Contradiction as stuck:
                firm = [r for r in stuck.rules if r.tag >= 0]
                wishes = {r.tag for r in stuck.rules if r.tag <= WISH}
                if wishes and (self.lax or not firm):  # a line takes another way for it; nothing else gives way
                    rules = [r for r in rules if r.tag != min(wishes)]
                    continue
                soft = [r for r in stuck.rules if r.tag == TEXT]
                if self.lax or (soft and not firm):  # a text gives way, and looks for another place afterwards
                    out = set(map(id, soft or firm or stuck.rules))
                    rules = [r for r in rules if id(r) not in out]
                    continue
                tag = min(stuck.tags, key=self.worth, default=-1)
                given_up.append(tag)
                if tag < 0:
                    raise Contradiction([r.tag for r in rules if r.tag >= 0]) from stuck
                rules = [r for r in rules if r.tag != tag]
                continue
            if given_up:
                raise Contradiction(given_up)
            self.rules = rules  # what was given up binds nothing afterwards
            return x

    def worth(self, tag: int) -> tuple[int, bool, bool, bool, int]:
        """What is given up last: first labels change sides, then the lesser lines leave their place."""
        wires = self.plan.wires
        if tag >= 2 * len(wires):
            return 0, False, False, False, tag
        wire = wires[tag // 2]
        return 1, wire.main, not wire.back, wire.flow.kind == "sequence", -tag

    # what there is

    def things_of_boxes(self) -> None:
        for box in self.plan.boxes:
            key = (self.plan.xslot(box.index), 0, 0)
            i, y, w = box.index, box.y, box.width
            if box.host is not None:  # the half that hangs over its host
                key = self.key_on_edge(box)
                top, foot = y, y + box.height
                if not self.overhang(box.host, box.edge)[0]:
                    top, foot = (y + box.height / 2, foot) if box.edge == "bottom" else (top, y + box.height / 2)
                self.things.append(Thing(i, 0.0, w, top, foot, key, "box", i))
            else:
                self.things.append(Thing(i, 0.0, w, y, y + box.height, key, "box", i))
            if box.caption:
                self.caption(box)
            if marked(box):
                left, top, right, bottom = tab(box)
                self.things.append(Thing(i, left, right, y + top - 0.5, y + bottom, key, "box", i))

    def key_on_edge(self, box: Box) -> tuple[int, int, int]:
        """A boundary event stands in the order of its line among those on its host."""
        lines = self.standing.get((box.index, box.edge), [])
        return (lines[0].slot, lines[0].rank, 0) if lines else (self.plan.xslot(box.index), -1, 0)

    def caption(self, box: Box) -> None:
        """The text outside a shape: centred, or beside the lines that stand there."""
        caption = box.caption
        assert caption is not None
        lines = self.standing.get((box.index, "top" if caption.above else "bottom"), [])
        low, high = standing_room(box, "top" if caption.above else "bottom", len(lines))
        if box.host is not None:  # opposite to the text of its line
            caption.side = "right" if any((s.wire, 0) in self.flipped for s in lines) else "left"
        key = (self.plan.xslot(box.index), 0, 0)
        caption.x = (box.width - caption.width) / 2
        if caption.side == "left":
            caption.x = low - LABEL_ASIDE - caption.width
            key = (lines[0].slot, lines[0].rank, -2) if lines else key
        elif caption.side == "right":
            caption.x = high + LABEL_ASIDE
            key = (lines[-1].slot, lines[-1].rank, 2) if lines else key
        left, y = caption.x, caption.y
        thing = Thing(box.index, left, left + caption.width, y, y + caption.height, key, "label", -1 - box.index)
        self.things.append(thing)

    def things_of_lines(self) -> None:
        for s in self.verticals:
            low, high = span(self.plan, s)
            wire = self.plan.wires[s.wire]
            i = next(i for i, p in enumerate(wire.segments) if p is s)
            for free, near in ((not s.at_source, i - 1), (not s.at_target, i + 1)):
                if free:  # a bend keeps its distance too
                    bend = wire.segments[near].place
                    low, high = min(low, bend - BEND_CLEAR), max(high, bend + BEND_CLEAR)
            self.things.append(Thing(self.var[id(s)], 0, 0, low, high, (s.slot, s.rank, 0), "line", s.wire))

    def things_of_labels(self) -> None:
        for wire in self.plan.wires:
            for label in wire.labels:
                if wire.segments[label.piece].vertical:
                    self.label_beside(wire, label)
                elif label.piece:
                    self.label_home(wire, label)
                else:
                    self.label_along(wire, label)

    def label_beside(self, wire: Wire, label: Label) -> None:
        """Right of its vertical, in the padding of the sender's row; left where another line stands at the
        right.
        """
        s, box = wire.segments[label.piece], self.plan.boxes[wire.source]
        row = self.plan.yslot(box.index)
        half, middle = self.half[row], self.plan.heights[row]
        if box.host is not None:  # below the event that hangs there
            half = max(half, abs(box.middle - middle) + box.height / 2)
        down = leaves_downwards(wire, label.piece)
        label.y = middle + half + 1.4 if down else middle - half - 1.4 - label.height
        others = self.standing[box.index, s.at_source] if s.at_source else []
        left_most = len(others) > 1 and others[0] is s
        flipped = (wire.index, label.piece) in self.flipped
        label.side = "left" if left_most != flipped else "right"
        left = LABEL_ASIDE if label.side == "right" else -LABEL_ASIDE - label.width
        key = (s.slot, s.rank, 1 if label.side == "right" else -1)
        var, tag = self.var[id(s)], -1 if flipped else self.label_tag(wire, label)
        bottom = label.y + label.height
        thing = Thing(var, left, left + label.width, label.y, bottom, key, "label", wire.index, tag)
        self.things.append(thing)

    def label_tag(self, wire: Wire, label: Label) -> int:
        return 2 * len(self.plan.wires) + 2 * wire.index + min(label.piece, 1)

    def label_home(self, wire: Wire, label: Label) -> None:
        """Above the last piece of a return, next to its bend."""
        standing, last = wire.segments
        label.side = "above"
        label.y = last.place - LABEL_ABOVE - label.height
        var, top = self.var[id(standing)], label.y
        left, right = -HOME_BEND - label.width, -HOME_BEND
        key = (standing.slot, standing.rank, -1)
        thing = Thing(var, left, right, top, top + label.height, key, "label", wire.index)
        self.things.append(thing)
        box = self.plan.boxes[wire.target]
        self.rules.append(Rule(wire.target, var, box.width + label.width + HOME_BEND + HEAD_RUN))

    def label_start(self, box: Box) -> float:
        """From the left of a box to where a label at its right begins: past its tab where that stands on a slope."""
        reach = tab(box)[2] if box.tipped and marked(box) else 0.0
        return max(box.width, reach) + 3.0

    def label_along(self, wire: Wire, label: Label) -> None:
        """Above its horizontal; the passes before kept the lines above it clear."""
        first, box = wire.segments[0], self.plan.boxes[wire.source]
        label.side = "above"
        label.y = first.place - LABEL_ABOVE - label.height
        slot = self.plan.xslot(box.index)
        if first.at_source == "right":
            left, key = self.label_start(box), (slot, 0, 1)
        else:
            left, key = -3.0 - label.width, (slot, 0, -1)
        bottom = label.y + label.height
        thing = Thing(box.index, left, left + label.width, label.y, bottom, key, "label", wire.index)
        self.things.append(thing)

    # how it stands

    def keep_apart(self) -> None:
        """Between things that see each other at some height: the order of their keys, and a distance."""
        frontier: list[tuple[float, float, Thing]] = []
        for thing in sorted(self.things, key=lambda t: (t.key, t.var)):
            rest: list[tuple[float, float, Thing]] = []
            for top, bottom, seen in frontier:
                if bottom <= thing.top + 0.01 or top >= thing.bottom - 0.01:
                    rest.append((top, bottom, seen))
                    continue
                if seen.var != thing.var and not self.on_one_another(seen, thing):
                    least = seen.right - thing.left + self.distance(seen, thing)
                    tag = max(seen.tag, thing.tag)
                    if tag < 0 and "label" in (seen.kind, thing.kind):
                        tag = TEXT
                    self.rules.append(Rule(seen.var, thing.var, least, tag))
                if top < thing.top:
                    rest.append((top, thing.top, seen))
                if bottom > thing.bottom:
                    rest.append((thing.bottom, bottom, seen))
            rest.append((thing.top, thing.bottom, thing))
            frontier = rest

    def on_one_another(self, a: Thing, b: Thing) -> bool:
        """Whether one of two boxes is a boundary event of the other."""
        boxes = self.plan.boxes
        return a.kind == b.kind == "box" and (boxes[a.owner].host == b.owner or boxes[b.owner].host == a.owner)

    def distance(self, a: Thing, b: Thing) -> float:
        kinds = {a.kind, b.kind}
        if "label" in kinds:
            return LABEL_CLEAR
        if kinds == {"box"}:
            hosts = self.plan.boxes[a.owner].host, self.plan.boxes[b.owner].host
            if hosts[0] is not None and hosts[0] == hosts[1]:
                return EVENT_CLEAR
            return UNRELATED if self.plan.style.gap > UNRELATED else self.plan.style.gap
        return TRACK_PITCH if kinds == {"line"} else LINE_CLEAR

    def keep_on_boxes(self) -> None:
        for (index, side), pieces in self.standing.items():
            box = self.plan.boxes[index]
            low, high = standing_room(box, side, len(pieces))
            for s in pieces:
                var = self.var[id(s)]
                wire = self.plan.wires[s.wire]
                source = s.at_source == side and wire.source == index
                tag = -1 if box.host is not None else 2 * s.wire + (0 if source else 1)  # an event has no other side
                lo, hi = low, high
                if s.slot % 2 == 1 and len(pieces) == 1 and box.outline == "capsule":
                    lo = hi = box.width / 2
                self.rules.append(Rule(index, var, lo, tag))
                self.rules.append(Rule(var, index, -hi, tag))
            pitch = min(PORT_PITCH, (high - low) / (len(pieces) - 1)) if box.fixed and len(pieces) > 1 else PORT_PITCH
            for a, b in itertools.pairwise(pieces):
                self.rules.append(Rule(self.var[id(a)], self.var[id(b)], pitch))

    def overhang(self, host: int, edge: Side) -> tuple[float, float]:
        """How far boundary events may stand out beyond the corners of their host, and the width that all want."""
        events = [b for b in self.plan.boxes if b.host == host and b.edge == edge]
        lines = self.standing.get((host, edge), [])
        wanted = sum(e.width + EVENT_CLEAR for e in events) + PORT_PITCH * len(lines)
        return (0.0 if wanted <= self.plan.boxes[host].width else events[0].width / 2), wanted

    def bare(self, host: Box, edge: Side, wanted: float) -> tuple[float, float]:
        """Between which distances from its left events may sit on a host: where they cover nothing, if they can."""
        if edge != "top" or host.outline != "box" or self.plan.style.notation != "bpmn":
            return 0.0, host.width
        low, high = between_corners(host)
        return (low, high) if high - low >= wanted - EVENT_CLEAR else (0.0, host.width)

    def keep_on_edges(self) -> None:
        """Boundary events stay on their host, side by side and beside the lines that stand there."""
        edges: dict[tuple[int, Side], list[Box]] = {}
        for box in self.plan.boxes:
            if box.host is not None:
                edges.setdefault((box.host, box.edge), []).append(box)
        for (index, side), events in edges.items():
            host = self.plan.boxes[index]
            lines = self.standing.get((index, side), [])
            items = [(self.key_on_edge(b), b.index, b.index, b.width / 2) for b in events]
            items += [((s.slot, s.rank, 1), s.wire, self.var[id(s)], 0.0) for s in lines]
            items.sort()
            over, wanted = self.overhang(index, side)
            share = min(1.0, (host.width + events[0].width) / wanted)
            low, high = self.bare(host, side, wanted) if not over else (0.0, host.width)
            for b in events:
                self.rules.append(Rule(index, b.index, low - over))
                self.rules.append(Rule(b.index, index, b.width - over - high))
            for (_, _, m, ra), (_, _, n, rb) in itertools.pairwise(items):
                self.rules.append(Rule(m, n, (ra + rb + EVENT_CLEAR) * share + ra - rb))

    def keep_runs(self) -> None:
        """Horizontals keep their direction and a least length; those on one line keep apart."""
        lines: dict[tuple[int, float], list[tuple[int, int, Segment]]] = {}
        for wire in self.plan.wires:
            for i, s in enumerate(wire.segments):
                if s.vertical:
                    continue
                a, b = self.end(wire, i, True), self.end(wire, i, False)
                straight = s.at_source is not None and s.at_target is not None
                run = self.gap(wire) if straight else TRACK_PITCH + 2.0
                if not straight and s.at_source:
                    run = LEAVE_RUN
                if not straight and s.at_target:
                    run = HEAD_RUN + 2.0
                if s.start < s.end:
                    self.rules.append(Rule(a[0], b[0], run + a[1] - b[2]))
                else:
                    self.rules.append(Rule(b[0], a[0], run + b[1] - a[2]))
                lines.setdefault((s.slot, round(s.place, 2)), []).append((s.low, s.wire, s))
        for pieces in lines.values():
            pieces.sort(key=lambda p: (p[0], p[1]))
            for (_, i, s), (_, j, t) in itertools.pairwise(pieces):
                if s.high > t.low:
                    continue
                right, left = self.far_end(i, s, True), self.far_end(j, t, False)
                if right[0] != left[0]:
                    self.rules.append(Rule(right[0], left[0], TRACK_PITCH + right[1] - left[2]))

    def gap(self, wire: Wire) -> float:
        """Between two boxes that a straight line joins; bars and starts stand closer."""
        gap = self.plan.style.gap
        ends = self.plan.boxes[wire.source], self.plan.boxes[wire.target]
        return max(HEAD_RUN, gap * 0.7) if any(e.outline == "bar" or e.node.kind == "start" for e in ends) else gap

    def end(self, wire: Wire, i: int, first: bool) -> tuple[int, float, float]:
        """The variable at an end of a horizontal, and how far to its right and left the thing there reaches."""
        s = wire.segments[i]
        if (first and s.at_source) or (not first and s.at_target):
            box = self.plan.boxes[wire.source if first else wire.target]
            return box.index, box.width, 0.0
        near = wire.segments[i - 1 if first else i + 1]
        return self.var[id(near)], 0.0, 0.0

    def far_end(self, index: int, s: Segment, right: bool) -> tuple[int, float, float]:
        wire = self.plan.wires[index]
        i = next(i for i, p in enumerate(wire.segments) if p is s)
        starts_there = (s.start > s.end) == right
        return self.end(wire, i, starts_there)

    def keep_time(self) -> None:
        """What comes later stands further right, by a stair where a line falls from lane to lane."""
        for wire in self.plan.wires:
            s, t = self.plan.boxes[wire.source], self.plan.boxes[wire.target]
            if wire.back or s.column >= t.column or s.index == t.index:
                continue
            only = wire.segments[0]
            step = 12.0
            if len(wire.segments) == 1 and only.vertical and not s.tipped and not t.tipped:
                room = (s.width + t.width) / 2 - 26.0
                step = min(self.plan.style.stair, max(12.0, room))
            self.rules.append(Rule(s.index, t.index, step + s.width / 2 - t.width / 2))

    def keep_wishes(self) -> None:
        """What is wished in one column stands centred in it, what is wished after something else past its edge."""
        first = {box.node.id: box for box in reversed(self.plan.boxes)}
        for i, wish in enumerate(self.plan.graph.constraints):
            pairs: list[tuple[Box, Box, float]] = []
            match wish:  # what the columns do not show cannot be had here either
                case SameColumn(nodes) if all(n in first for n in nodes):
                    boxes = [first[n] for n in nodes]
                    pairs = [(a, b, 0.0) for a, b in itertools.pairwise(boxes) if a.column == b.column]
                case After(node, before) if node in first and before in first:
                    a, b = first[before], first[node]
                    pairs = [(a, b, max(a.width, b.width) / 2 + PAST)] if a.column < b.column else []
                case _:
                    pass
            for a, b, step in pairs:
                if a.host == b.index or b.host == a.index:
                    continue
                apart = step + (a.width - b.width) / 2
                self.rules.append(Rule(a.index, b.index, apart, WISH - i))
                if not step:
                    self.rules.append(Rule(b.index, a.index, -apart, WISH - i))

    # afterwards

    def settle(self, x: list[float], order: list[int]) -> None:
        """Move what has room to where it looks best: boxes towards what they lead to, lines to the middle of
        theirs.
        """
        into: list[list[Rule]] = [[] for _ in range(self.n)]
        out: list[list[Rule]] = [[] for _ in range(self.n)]
        for rule in self.rules:
            into[rule.after].append(rule)
            out[rule.before].append(rule)
        widest = max((x[b.index] + b.width for b in self.plan.boxes), default=0.0)
        pull = [0] * self.n
        for wire in self.plan.wires:
            if wire.flow.kind in ("sequence", "message") and not wire.back:
                pull[wire.source] += 1
                pull[wire.target] -= 1
        pinned = {b.index for b in self.plan.boxes if b.pin == "last"}
        for i in reversed(order):
            box = self.plan.boxes[i] if i < len(self.plan.boxes) else None
            if box is None or (pull[i] <= 0 and i not in pinned):
                continue
            room = min((x[r.after] - r.least for r in out[i]), default=widest - box.width)
            x[i] = max(x[i], min(room, widest - box.width))
        for _ in range(2):
            for i in order:
                if i < len(self.plan.boxes):
                    continue
                low = max((x[r.before] + r.least for r in into[i]), default=0.0)
                high = min((x[r.after] - r.least for r in out[i]), default=float("inf"))
                x[i] = max(low, min(high, self.wanted(self.verticals[i - len(self.plan.boxes)], x)))

    def wanted(self, s: Segment, x: list[float]) -> float:
        touched = [self.plan.boxes[b] for b, _ in _touched(self.plan, s)]
        if not touched:
            arms = [s.slot - e for e in self.far_sides(s)]
            return float("inf") if arms and all(a < 0 for a in arms) else 0.0
        low = max(x[b.index] for b in touched)
        high = min(x[b.index] + b.width for b in touched)
        return (low + high) / 2

    def far_sides(self, s: Segment) -> list[int]:
        """The slots to which the horizontals at both ends of a vertical lead."""
        pieces = self.plan.wires[s.wire].segments
        i = next(i for i, p in enumerate(pieces) if p is s)
        return [pieces[i - 1].start] * (i > 0) + [n.end for n in pieces[i + 1 : i + 2]]

    def put_labels(self) -> None:
        for wire in self.plan.wires:
            for label in wire.labels:
                s, box = wire.segments[label.piece], self.plan.boxes[wire.source]
                if s.vertical:
                    right = label.side == "right"
                    label.x = s.place + (LABEL_ASIDE if right else -LABEL_ASIDE - label.width)
                elif label.piece:
                    label.x = wire.segments[0].place - HOME_BEND - label.width
                elif s.at_source == "right":
                    label.x = box.x + self.label_start(box)
                else:
                    label.x = box.x - 3.0 - label.width


def _touched(plan: Plan, s: Segment) -> list[tuple[int, Side]]:
    wire = plan.wires[s.wire]
    out: list[tuple[int, Side]] = []
    if s.at_source:
        out.append((wire.source, s.at_source))
    if s.at_target:
        out.append((wire.target, s.at_target))
    return out
