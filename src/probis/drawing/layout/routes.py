"""Pass 6. Wires to pieces on the coarse grid.

Precondition: cells of all boxes, slots numbered. Postcondition: `segments` of every wire; no piece lies in
a cell of a box that it does not touch; two pieces in one row or column slot overlap only where they leave
or enter the same side. Every wire takes the cheapest shape (bends, crossings with those already there,
length, how natural its sides are), the most important wires first; then each is taken up once and laid
again among all the others. With `banned` ends (wire, source or target) no piece may touch that end at its
top or bottom.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterable
from itertools import chain
from typing import Literal, TypeAlias

from probis.drawing.graph import LeavesAt
from probis.drawing.layout.plan import Box, Plan, Segment, Side, Wire
from probis.drawing.layout.shapes import Ends, Piece, Shape, detours, shapes
from probis.drawing.layout.style import PORT_PITCH

BEND = 10.0
CROSSING = 20.0
ACROSS = 0.45  # a slot of length
DOWN = 0.3
CROWD = 2.0  # each line already on a side
OPPOSED = 2.0  # of them running the other way
SHARED_TIP = 4.0
FULL = 40.0  # each line beyond what a side holds
FOREIGN = 400.0  # what it costs work to run along in the pool of another body: more than any crossings
TEXTS = 30.0  # lines with texts side by side at a box that does not grow
WISHED = 300.0  # what it costs to leave at another side than a wish names
SHUNNED = 200.0  # what it costs to use a side that mending left to others
STAIR_HOLD = 10.0  # of a box that a stair needs
IMPOSSIBLE = 1e6
PASSES = 4  # of taking up each wire and laying it again among the others

End: TypeAlias = Literal["source", "target"]

Arms: TypeAlias = tuple[tuple[int, int], ...]  # where a piece ends in a bend, and to which side it goes on
Laid: TypeAlias = tuple[int, int, int, Arms]  # low, high, wire, arms of a piece

_LEAVES: dict[Side, float] = {"right": 0.0, "bottom": 1.0, "top": 1.0, "left": 24.0}
_ENTERS: dict[Side, float] = {"left": 0.0, "top": 1.0, "bottom": 1.0, "right": 24.0}
_LEAVES_BACK: dict[Side, float] = {"top": 0.0, "bottom": 0.5, "left": 4.0, "right": 10.0}
_ENTERS_BACK: dict[Side, float] = {"right": 0.0, "top": 0.0, "bottom": 0.5, "left": 6.0}
_VERTICAL: tuple[Side, Side] = ("top", "bottom")


def route(
    plan: Plan,
    banned: Collection[tuple[int, End]] = (),
    again: Collection[int] | None = None,
    crossing: float = CROSSING,
) -> None:
    """Fill the segments of all wires; with `again` lay only those wires anew among the others."""
    net = Net(plan, banned, crossing)
    order = sorted(plan.wires, key=lambda w: importance(plan, w))
    if again is not None:
        for wire in order:
            if wire.index not in again:
                net.keep(wire)
        order = [wire for wire in order if wire.index in again]
    for wire in order:
        net.lay(wire)
    if again is not None:
        order = sorted(plan.wires, key=lambda w: importance(plan, w))
    for _ in range(PASSES):
        changed = False
        for wire in order:
            if len(wire.segments) > 1 and (again is None or wire.index in again or net.crossed(wire)):
                before = wire.segments
                net.take_up(wire)
                net.lay(wire)
                changed = changed or not _alike(before, wire.segments)
        if not changed:
            break


def _alike(a: list[Segment], b: list[Segment]) -> bool:
    return [(s.vertical, s.slot, s.start, s.end) for s in a] == [(s.vertical, s.slot, s.start, s.end) for s in b]


def importance(plan: Plan, wire: Wire) -> tuple[int, int, int, int]:
    """Straight runs in a row, then hand-overs to the next column, then the rest; the main way first, returns
    last.
    """
    s, t = plan.boxes[wire.source], plan.boxes[wire.target]
    far = abs(s.column - t.column)
    same_row = s.lane == t.lane and s.row == t.row
    if wire.back:
        kind = 4
    elif wire.flow.kind in ("message", "timeout"):
        kind = 3
    elif same_row and far == 1:
        kind = 0
    else:
        kind = 1 if far <= 1 else 2
    way = far + abs(plan.yslot(s.index) - plan.yslot(t.index))
    if kind in (1, 2) and "bar" in (s.outline, t.outline):
        kind, way = 2, -way  # the furthest branch of a bar takes its end, nearer ones its side
    return kind, not wire.main, way, wire.index


class Net:
    """The boxes in their cells, and the pieces laid so far."""

    def __init__(self, plan: Plan, banned: Collection[tuple[int, End]], crossing: float) -> None:
        self.plan = plan
        self.crossing = crossing
        self.banned = banned
        self.is_row = plan.row_slots()
        pools = plan.pools()
        self.pool_of = [pools[i] for i, band in enumerate(plan.bands) for _ in range(2 * band.rows + 1)]
        self.in_row: dict[int, list[int]] = {}
        self.in_column: dict[int, list[int]] = {}
        for box in plan.boxes:
            if box.host is not None:
                continue
            x, y = plan.xslot(box.index), plan.yslot(box.index)
            self.in_row.setdefault(y, []).append(x)
            self.in_column.setdefault(x, []).append(y)
        for places in (*self.in_row.values(), *self.in_column.values()):
            places.sort()
        self.at_box: list[list[int]] = [[] for _ in plan.boxes]
        for wire in plan.wires:
            for end in {wire.source, wire.target}:
                self.at_box[end].append(wire.index)
        self.leaving = [0] * len(plan.boxes)
        for wire in plan.wires:
            self.leaving[plan.seat(wire.source)] += 1
        self.across: dict[int, list[Laid]] = {}  # by slot
        self.down: dict[int, list[Laid]] = {}
        self.stairs: dict[int, int] = {}  # how many stand in a channel
        self.sides: dict[tuple[int, Side], list[tuple[int, bool]]] = {}  # (wire, it leaves)
        self.wished: dict[str, Side] = {
            wish.flow: wish.side for wish in plan.graph.constraints if isinstance(wish, LeavesAt)
        }

    def lift(self, boxes: Iterable[int]) -> None:
        """Take boxes out of their cells."""
        for box in boxes:
            if self.plan.boxes[box].host is None:
                self.in_row[self.plan.yslot(box)].remove(self.plan.xslot(box))
                self.in_column[self.plan.xslot(box)].remove(self.plan.yslot(box))

    def seat(self, boxes: Iterable[int]) -> None:
        """Put boxes into their cells."""
        for box in boxes:
            if self.plan.boxes[box].host is None:
                insort(self.in_row.setdefault(self.plan.yslot(box), []), self.plan.xslot(box))
                insort(self.in_column.setdefault(self.plan.xslot(box), []), self.plan.yslot(box))

    def lay(self, wire: Wire, *, round_about: bool = False) -> None:
        """Give a wire its cheapest shape among what is laid, also the long ways round if asked."""
        best, least, bare = None, float("inf"), 0.0
        e = self._ends(wire)
        prices = self._prices(wire, e)
        bound = min(prices[0].values()) + min(prices[1].values()) + ACROSS * abs(e.xt - e.xs) + DOWN * abs(e.yt - e.ys)
        families = shapes(e, self.plan.columns, self.plan.slots)
        if round_about:
            families = chain(families, [(2, detours(e, self.plan.columns, self.plan.slots))])
        for bends, family in families:
            if BEND * bends + bound >= least:
                break
            for cost, _, shape in self._by_cost(wire, prices, family, least):
                if cost >= least:
                    break
                if self._blocked(wire, e, shape):
                    continue
                crossed = self._crossings(wire.index, shape.pieces, (least - cost) / self.crossing)
                if cost + self.crossing * crossed < least:
                    best, least, bare = shape, cost + self.crossing * crossed, cost
        wire.cost = bare if best else IMPOSSIBLE
        shape = best or _last_resort(e, self.plan.boxes[wire.source])
        segments = [Segment(wire.index, *piece) for piece in shape.pieces]
        segments[0].at_source, segments[-1].at_target = shape.leaves, shape.enters
        wire.segments = segments
        self.keep(wire)

    def take_up(self, wire: Wire) -> None:
        """Take a wire away."""
        if self._is_stair(wire.index):
            self.stairs[wire.segments[0].slot] -= 1
            if not self.stairs[wire.segments[0].slot]:
                del self.stairs[wire.segments[0].slot]
        for s in wire.segments:
            net = self.down if s.vertical else self.across
            net[s.slot] = [p for p in net[s.slot] if p[2] != wire.index]
        first, last = wire.segments[0], wire.segments[-1]
        for box, side in ((wire.source, first.at_source), (wire.target, last.at_target)):
            if side:
                at = self.plan.seat(box), side
                self.sides[at] = [u for u in self.sides[at] if u[0] != wire.index]
        wire.segments = []

    def _ends(self, wire: Wire) -> Ends:
        s, t = wire.source, wire.target
        return Ends(self.plan.xslot(s), self.plan.yslot(s), self.plan.xslot(t), self.plan.yslot(t))

    def _prices(self, wire: Wire, e: Ends) -> tuple[dict[Side, float], dict[Side, float]]:
        """What it costs to leave and to enter at each side."""
        returns = e.xt <= e.xs and wire.flow.kind != "association"
        leaving = dict(_LEAVES_BACK if returns and wire.source != wire.target else _LEAVES)
        entering = dict(_ENTERS_BACK if returns else _ENTERS)
        source = self.plan.boxes[wire.source]
        if source.tipped and not wire.back and not wire.main:
            leaving["right"] += 5.0
        if source.outline == "bar" and self.leaving[wire.source] == 1:
            leaving["top"] += 2.0
            leaving["bottom"] += 2.0
        if wire.flow.kind == "timeout":
            leaving["right"] += 8.0
        wished = self.wished.get(wire.flow.id)
        for side in leaving:
            leaving[side] += self._side_cost(wire, "source", side) + (WISHED if wished and wished != side else 0.0)
            entering[side] += self._side_cost(wire, "target", side)
            if self.plan.shunned:
                leaving[side] += SHUNNED * ((wire.index, True, side) in self.plan.shunned)
                entering[side] += SHUNNED * ((wire.index, False, side) in self.plan.shunned)
        return leaving, entering

    def _by_cost(
        self, wire: Wire, prices: tuple[dict[Side, float], dict[Side, float]], family: Iterable[Shape], least: float
    ) -> list[tuple[float, int, Shape]]:
        """The shapes that cost less than `least`, the cheapest first."""
        leaving, entering = prices
        home = self._own_pools(wire)
        priced: list[tuple[float, int, Shape]] = []
        least = min(least, IMPOSSIBLE)
        for i, shape in enumerate(family):
            pieces, leaves, enters = shape
            cost = leaving[leaves] + entering[enters] + BEND * (len(pieces) - 1)
            if cost >= least:
                continue
            for vertical, slot, a, b in pieces:
                cost += abs(b - a) * (DOWN if vertical else ACROSS)
                if home and not vertical and self.pool_of[slot] not in home:
                    cost += FOREIGN
            if len(pieces) == 1:
                cost += self._stair_cost(wire, shape)
            if cost < least:
                priced.append((cost, i, shape))
        priced.sort()
        return priced

    def _own_pools(self, wire: Wire) -> set[str]:
        """The pools in which a line may run along; none where it may anywhere: work stays at home, messages travel."""
        if len(set(self.pool_of)) < 2 or wire.flow.kind in ("message", "association"):
            return set()
        return {self.pool_of[self.plan.yslot(end)] for end in (wire.source, wire.target)}

    def _stair_cost(self, wire: Wire, shape: Shape) -> float:
        """A straight vertical between columns needs two boxes whose widths can overlap: one with a flat side, no bar,
        no line between them in the channel, and room for what is held apart on both sides of one of them.
        """
        vertical, slot, a, b = shape.pieces[0]
        if slot % 2 == 1 or not vertical:
            return 0.0
        ends = self.plan.boxes[wire.source], self.plan.boxes[wire.target]
        if all(_pointed(box) for box in ends) or any(box.outline == "bar" for box in ends):
            return IMPOSSIBLE
        lo, hi = min(a, b), max(a, b)
        if any(low <= lo and hi <= high and not self._is_stair(w) for low, high, w, _ in self.down.get(slot, ())):
            return IMPOSSIBLE
        sides = (ends[0].index, shape.leaves), (ends[1].index, shape.enters)
        if any(_pointed(box) and self.sides.get(at) for box, at in zip(ends, sides, strict=True)):
            return IMPOSSIBLE
        if any(self._no_room(own, far) for own, far in (ends, ends[::-1])):
            return IMPOSSIBLE
        return 0.0

    def _is_stair(self, wire: int) -> bool:
        segments = self.plan.wires[wire].segments
        return len(segments) == 1 and segments[0].vertical and segments[0].slot % 2 == 0

    def _no_room(self, own: Box, far: Box) -> bool:
        """Whether a stair from `far` to `own` and one at its other side would press together what lies between."""
        plan = self.plan
        here, there = plan.yslot(own.index), plan.yslot(far.index)
        for index in self.at_box[own.index]:
            if not self._is_stair(index):
                continue
            other = plan.boxes[plan.wires[index].source + plan.wires[index].target - own.index]
            beyond = plan.yslot(other.index)
            if other.column - own.column != own.column - far.column or (beyond > here) != (there > here):
                continue
            lo, hi = sorted((here, min(there, beyond) if there > here else max(there, beyond)))
            if _occupied(self.in_column.get(plan.xslot(own.index), []), lo, hi, [here]):
                return True
            if beyond != there:
                continue
            joined = [w for w in self.at_box[far.index] if other.index in (plan.wires[w].source, plan.wires[w].target)]
            if any(plan.wires[w].flow.text for w in joined):
                return True
            reach = sum(STAIR_HOLD + box.width / 2 if _pointed(box) else 2 * STAIR_HOLD for box in (other, far))
            if own.width - reach < plan.style.gap:
                return True
        return False

    def _between_stairs(self, slot: int, lo: int, hi: int) -> bool:
        """Whether a vertical in a channel would run between two boxes that a stair holds over one another."""
        return any(lo <= low and high <= hi and self._is_stair(w) for low, high, w, _ in self.down.get(slot, ()))

    def _side_cost(self, wire: Wire, end: End, side: Side) -> float:
        box = self.plan.boxes[wire.source if end == "source" else wire.target]
        if box.host is not None:
            return 0.0 if side == box.edge else IMPOSSIBLE
        if side in _VERTICAL and ((wire.index, end) in self.banned or box.outline == "pentagon"):
            return IMPOSSIBLE
        users = self.sides.get((box.index, side), ())
        if box.outline == "pentagon" and users:
            return IMPOSSIBLE
        if not users:
            return 0.0
        if box.outline == "bar" and side in _VERTICAL:
            return IMPOSSIBLE
        opposed = sum(leaves != (end == "source") for _, leaves in users)
        if side in _VERTICAL and _pointed(box) and any(self._is_stair(w) for w, _ in users):
            return IMPOSSIBLE
        total = CROWD * len(users) + OPPOSED * opposed
        if (
            box.fixed
            and side not in _VERTICAL
            and any(self._labelled(w, box) for w in (wire.index, *(u for u, _ in users)))
        ):
            total += TEXTS
        if box.tipped:
            total += SHARED_TIP
        return total + FULL * max(0, len(users) + 1 - _capacity(box, side))

    def _labelled(self, wire: int, box: Box) -> bool:
        """Whether the text of a line would stand beside this box."""
        return self.plan.wires[wire].source == box.index and bool(self.plan.wires[wire].flow.text)

    def _blocked(self, wire: Wire, e: Ends, shape: Shape) -> bool:
        pieces = shape.pieces
        last = len(pieces) - 1
        for i, (vertical, slot, a, b) in enumerate(pieces):
            lo, hi = (a, b) if a < b else (b, a)
            if vertical:
                if slot % 2 == 0:
                    if last and slot in self.stairs and self._between_stairs(slot, lo, hi):
                        return True
                    continue
                places, start, end = self.in_column.get(slot), e.ys, e.yt
            elif self.is_row[slot]:
                places, start, end = self.in_row.get(slot), e.xs, e.xt
            else:
                continue
            if places:
                count = bisect_right(places, hi) - bisect_left(places, lo)
                if count and count > (i == 0 and lo <= start <= hi) + (i == last and lo <= end <= hi):
                    return True
            if self._on_another(wire, shape, vertical, slot, lo, hi):
                return True
        return False

    def _on_another(self, wire: Wire, shape: Shape, vertical: bool, slot: int, lo: int, hi: int) -> bool:
        """Whether a piece in a row or column slot would run beside another that does not share its side."""
        for low, high, other, _ in (self.down if vertical else self.across).get(slot, ()):
            if low >= hi or high <= lo:
                continue
            seat = self.plan.seat
            mine = {(seat(wire.source), shape.leaves), (seat(wire.target), shape.enters)}
            segments = self.plan.wires[other].segments
            far = self.plan.wires[other]
            theirs = {(seat(far.source), segments[0].at_source), (seat(far.target), segments[-1].at_target)}
            if not mine & theirs:
                return True
        return False

    def _crossings(self, own: int, pieces: tuple[Piece, ...], most: float = float("inf")) -> float:
        """How often these pieces of a wire cross others; counting ends where it reaches `most`."""
        total = 0
        for i, (vertical, slot, a, b) in enumerate(pieces):
            lo, hi = (a, b) if a < b else (b, a)
            along, athwart = (self.down, self.across) if vertical else (self.across, self.down)
            for other in range(lo + 1, hi):
                for low, high, index, _ in athwart.get(other, ()):
                    if low < slot < high and index != own:
                        total += 1
            mine = None
            for low, high, index, theirs in along.get(slot, ()):
                if low < hi and lo < high and index != own:
                    mine = _arms(pieces, i) if mine is None else mine
                    order = self._order(own, pieces[i], index) if vertical and slot % 2 == 0 else 0
                    total += _least_crossings(lo, hi, mine, low, high, theirs, order)
            if total >= most:
                break
        return float(total)

    def _order(self, own: int, piece: Piece, other: int) -> int:
        """-1 where a vertical of a channel must run left of another's because of a box that one of them stands on, 1
        where right of it.
        """
        _, slot, a, b = piece
        if self._is_stair(other):
            return self._beside(other, min(a, b), max(a, b))
        source, target = self.plan.wires[own].source, self.plan.wires[own].target
        ends = self.plan.xslot(source), self.plan.xslot(target)
        if (
            abs(ends[0] - slot) == abs(ends[1] - slot) == 1
            and a == self.plan.yslot(source)
            and b == self.plan.yslot(target)
        ):
            theirs = next(s for s in self.plan.wires[other].segments if s.vertical and s.slot == slot)
            return -self._beside(own, theirs.low, theirs.high)
        return 0

    def _beside(self, stair: int, lo: int, hi: int) -> int:
        """On which side of a stair a vertical between these rows has to run."""
        wire = self.plan.wires[stair]
        for end, far in ((wire.source, wire.target), (wire.target, wire.source)):
            if lo <= self.plan.yslot(end) <= hi:
                return -1 if self.plan.xslot(end) > self.plan.xslot(far) else 1
        return 0

    def crossings(self, wire: Wire) -> int:
        """How often other lines cross this one."""
        return int(self._crossings(wire.index, _pieces(wire)))

    def crossing_wires(self, wire: Wire) -> set[int]:
        """The wires that cross this one."""
        out: set[int] = set()
        pieces = _pieces(wire)
        for i, (vertical, slot, a, b) in enumerate(pieces):
            lo, hi = (a, b) if a < b else (b, a)
            along, athwart = (self.down, self.across) if vertical else (self.across, self.down)
            for other in range(lo + 1, hi):
                out |= {p[2] for p in athwart.get(other, ()) if p[0] < slot < p[1]}
            mine = _arms(pieces, i)
            for low, high, index, theirs in along.get(slot, ()):
                if low < hi and lo < high and index != wire.index:
                    order = self._order(wire.index, pieces[i], index) if vertical and slot % 2 == 0 else 0
                    if _least_crossings(lo, hi, mine, low, high, theirs, order):
                        out.add(index)
        return out - {wire.index}

    def crossed(self, wire: Wire) -> bool:
        """Whether another line crosses this one."""
        return self._crossings(wire.index, _pieces(wire), 1.0) > 0

    def keep(self, wire: Wire) -> None:
        """Put a wire that has its pieces among the others."""
        if self._is_stair(wire.index):
            self.stairs[wire.segments[0].slot] = self.stairs.get(wire.segments[0].slot, 0) + 1
        first, last = wire.segments[0], wire.segments[-1]
        pieces = _pieces(wire)
        for i, s in enumerate(wire.segments):
            laid = (s.low, s.high, wire.index, _arms(pieces, i))
            (self.down if s.vertical else self.across).setdefault(s.slot, []).append(laid)
        if first.at_source and last.at_target:
            source, target = self.plan.seat(wire.source), self.plan.seat(wire.target)
            self.sides.setdefault((source, first.at_source), []).append((wire.index, True))
            self.sides.setdefault((target, last.at_target), []).append((wire.index, False))


def _pieces(wire: Wire) -> tuple[Piece, ...]:
    return tuple((s.vertical, s.slot, s.start, s.end) for s in wire.segments)


def _arms(pieces: tuple[Piece, ...], i: int) -> Arms:
    """The bends at both ends of a piece: their place along it, and -1 or 1 for the side its neighbour lies on."""
    _, slot, start, end = pieces[i]
    out: list[tuple[int, int]] = []
    if i > 0:
        out.append((start, -1 if pieces[i - 1][2] < slot else 1))
    if i + 1 < len(pieces):
        out.append((end, -1 if pieces[i + 1][3] < slot else 1))
    return tuple(out)


def _least_crossings(lo: int, hi: int, mine: Arms, low: int, high: int, theirs: Arms, order: int = 0) -> int:
    """How often two pieces of one slot must cross, whichever of them comes first; `order` -1 says that the first one
    has to, 1 that the second has.
    """
    first = second = 0
    for at, lean in mine:
        if low < at < high:
            first += lean > 0
            second += lean < 0
        elif (at == low and at == lo) or (at == high and at == hi):
            for place, other in theirs:  # both turn here, to different sides
                if place == at and other != lean:
                    first += lean > 0
                    second += lean < 0
    for at, lean in theirs:
        if lo < at < hi:
            first += lean < 0
            second += lean > 0
    if order:
        return first if order < 0 else second
    return min(first, second)


def _occupied(places: Collection[int] | list[int], lo: int, hi: int, own: list[int]) -> bool:
    """Whether a box other than its own ends stands between lo and hi, both included."""
    line = places if isinstance(places, list) else list(places)
    count = bisect_right(line, hi) - bisect_left(line, lo)
    return count > sum(lo <= p <= hi for p in own)


def _pointed(box: Box) -> bool:
    """Whether lines stand on a point of a box, not on a flat side."""
    return box.tipped or box.outline == "circle"


def _capacity(box: Box, side: Side) -> int:
    length = box.width if side in _VERTICAL else box.height
    return max(1, int((length - 20.0) // PORT_PITCH) + 1)


def _last_resort(e: Ends, source: Box) -> Shape:
    """Three or four bends by the channels beside both ends: always free of boxes."""
    c, d = e.xs + 1, e.xt - 1
    if c == d:
        d = e.xt + 1
    if source.host is not None:
        k = e.ys + (1 if source.edge == "bottom" else -1)
        run3 = ((True, e.xs, e.ys, k), (False, k, e.xs, d), (True, d, k, e.yt), (False, e.yt, d, e.xt))
        return Shape(run3, source.edge, "left" if d < e.xt else "right")
    k = e.yt - 1
    run = ((False, e.ys, e.xs, c), (True, c, e.ys, k), (False, k, c, d))
    enters: Side = "left" if d < e.xt else "right"
    return Shape((*run, (True, d, k, e.yt), (False, e.yt, d, e.xt)), "right", enters)
