"""Pass 8. Pieces that share a row or a channel apart, in the order that crosses least.

Precondition: segments, labels. Postcondition: horizontals that overlap in a row have offsets at least a
port apart, and boxes are high and wide enough for their ports; horizontals that overlap in a channel have
different ranks; after `order_verticals` (which needs the heights) the same holds for verticals in a column
or channel. Source: ordering pieces in a channel by pairwise crossings, as in nudging (Wybrow, Marriott &
Stuckey, GD 2009).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import inf

from probis.drawing.layout.order import price
from probis.drawing.layout.outline import room_beside
from probis.drawing.layout.plan import Plan, Segment, Side, Wire
from probis.drawing.layout.sizes import between_corners
from probis.drawing.layout.style import EVENT_CLEAR, LABEL_ABOVE, LABEL_ASIDE, PORT_PITCH

MANY_EVENTS = 4  # on one box, for which the texts of the others leave no place any more
LEAST_APART = 5.0  # that lines drawn closer together by the same share must keep
_PORT_EDGE = {"bar": 7.0, "diamond": 6.0, "capsule": 3.0}


def neighbours(wire: Wire, segment: Segment) -> tuple[Segment | None, Segment | None]:
    """The pieces before and after this one."""
    i = next(i for i, s in enumerate(wire.segments) if s is segment)
    before = wire.segments[i - 1] if i > 0 else None
    return before, wire.segments[i + 1] if i + 1 < len(wire.segments) else None


def assign_offsets(plan: Plan) -> None:
    """Offsets of the horizontals in rows, and boxes grown where their ports need it."""
    rows: dict[int, list[Segment]] = {}
    is_row = plan.row_slots()
    for wire in plan.wires:
        for s in wire.segments:
            if not s.vertical and is_row[s.slot]:
                rows.setdefault(s.slot, []).append(s)
    for pieces in rows.values():
        _offsets(plan, pieces)
        _draw_in(plan, pieces)
    _grow(plan)


def _offsets(plan: Plan, pieces: list[Segment]) -> None:
    """From the middle of the row outwards, in the order that crosses least; straight ones lie in the middle."""

    def near(s: Segment) -> tuple[bool, int, int, int]:
        """Straight ones first; of the bent ones those that turn off nearest lie nearest to the middle."""
        wire = plan.wires[s.wire]
        rise = max((abs(n.end - n.start) for n in neighbours(wire, s) if n is not None), default=0)
        return len(wire.segments) > 1, rise, s.low, s.wire

    def before(a: Segment, b: Segment) -> float:
        """Crossings when a lies above b."""
        if a.low < b.high and b.low < a.high:
            return price(plan, a, b)
        return 0.5 * (_lean(plan.wires[a.wire], a) > _lean(plan.wires[b.wire], b))

    pieces.sort(key=lambda s: (s.low, s.high, s.wire))
    meets = [[a is not b and _touch(plan, a, b) for b in pieces] for a in pieces]
    place = [0] * len(pieces)
    for at, i in enumerate(_sorted(pieces, meets, before)):
        place[i] = at
    placed: list[int] = []
    for i in sorted(range(len(pieces)), key=lambda i: near(pieces[i])):
        s = pieces[i]
        need = _room_above(plan, s)
        upper = [pieces[j].offset + need for j in placed if meets[i][j] and place[j] < place[i]]
        lower = [pieces[j].offset - _room_above(plan, pieces[j]) for j in placed if meets[i][j] and place[j] > place[i]]
        low, high = max(upper, default=-inf), min(lower, default=inf)
        if low > high + 0.01:  # between two: the later ones make room
            s.offset = low
            _make_room(plan, pieces, placed, meets, place, i)
        elif upper and lower:
            s.offset = (low + high) / 2 if not low <= 0.0 <= high else 0.0
        else:
            s.offset = max(low, min(high, 0.0))
        placed.append(i)
    _balance(plan, pieces)


def _make_room(
    plan: Plan, pieces: list[Segment], placed: list[int], meets: list[list[bool]], place: list[int], at: int
) -> None:
    """Move what lies below a piece down, one after the other."""
    below = sorted((j for j in placed if place[j] > place[at]), key=lambda j: place[j])
    moved = [at]
    for j in below:
        least = max((pieces[i].offset + _room_above(plan, pieces[j]) for i in moved if meets[i][j]), default=-inf)
        if pieces[j].offset < least - 0.01:
            pieces[j].offset = least
            moved.append(j)


def _room_above(plan: Plan, s: Segment) -> float:
    """How far the next line above a horizontal must be: a port, or what its label needs."""
    wire = plan.wires[s.wire]
    labels = [label.height for label in wire.labels if wire.segments[label.piece] is s]
    return max([PORT_PITCH] + [height + 2 * LABEL_ABOVE for height in labels])


def _balance(plan: Plan, pieces: list[Segment]) -> None:
    """Bent wires that have a side to themselves leave it evenly about its middle."""
    groups: dict[tuple[int, Side], list[Segment]] = {}
    for s in pieces:
        for at in _sides(plan, s):
            groups.setdefault(at, []).append(s)
    for group in groups.values():
        bent = all(len(plan.wires[s.wire].segments) > 1 for s in group)
        if len(group) < 2 or not bent:
            continue
        others = [p for p in pieces if not any(p is s for s in group)]
        if not any(_touch(plan, s, p) for s in group for p in others):
            shift = (min(s.offset for s in group) + max(s.offset for s in group)) / 2
            for s in group:
                s.offset -= shift


def _draw_in(plan: Plan, pieces: list[Segment]) -> None:
    """Lines closer together where a box that does not grow would else not be met by all of them."""
    tight: list[tuple[Segment, float]] = []
    for s in pieces:
        rooms = [room_beside(plan.boxes[box]) for box, _ in _sides(plan, s) if plan.boxes[box].fixed]
        if rooms and abs(s.offset) > min(rooms):
            tight.append((s, min(rooms)))
    while tight:
        cluster = [tight[0][0]]
        for s in cluster:
            cluster += [p for p in pieces if not any(p is q for q in cluster) and _touch(plan, s, p)]
        share = min(room / abs(s.offset) for s, room in tight if any(s is q for q in cluster))
        apart = [
            abs(a.offset - b.offset) for i, a in enumerate(cluster) for b in cluster[i + 1 :] if _touch(plan, a, b)
        ]
        if share * min(apart, default=inf) < LEAST_APART:
            _evenly(plan, cluster, min(room for s, room in tight if any(s is q for q in cluster)))
        else:
            for s in cluster:
                s.offset *= share
        tight = [(s, room) for s, room in tight if not any(s is q for q in cluster)]


def _evenly(plan: Plan, cluster: list[Segment], room: float) -> None:
    """Lines that texts hold apart, as far from one another as the room on both sides of the middle lets all of them;
    one in the middle stays there. The texts look for other places afterwards.
    """
    order = sorted(cluster, key=lambda s: (s.offset, s.wire))
    level = {id(s): 0 for s in order}
    if any(abs(s.offset) < 0.01 for s in order):
        for way in (1, -1):
            seen = [s for s in order if way * s.offset > -0.01][::way]
            for i, s in enumerate(seen):
                if abs(s.offset) >= 0.01:
                    before = [abs(level[id(q)]) for q in seen[:i] if _touch(plan, q, s)]
                    level[id(s)] = way * (max(before, default=0) + 1)
        half = float(max(abs(at) for at in level.values()))
        middle = 0.0
    else:
        for i, s in enumerate(order):
            level[id(s)] = max((level[id(q)] + 1 for q in order[:i] if _touch(plan, q, s)), default=0)
        half = middle = max(level.values()) / 2
    pitch = min(PORT_PITCH, room / half) if half else 0.0
    for s in order:
        s.offset = (level[id(s)] - middle) * pitch


def _touch(plan: Plan, a: Segment, b: Segment) -> bool:
    if a.low < b.high and b.low < a.high:
        return True
    mine, theirs = _sides(plan, a), _sides(plan, b)
    if mine & theirs:
        return True
    # end to end they are apart where a box stands between them
    joined = a.low == b.high or b.low == a.high
    return joined and not {box for box, _ in mine} & {box for box, _ in theirs}


def _sides(plan: Plan, s: Segment) -> set[tuple[int, Side]]:
    wire = plan.wires[s.wire]
    out: set[tuple[int, Side]] = set()
    if s.at_source:
        out.add((wire.source, s.at_source))
    if s.at_target:
        out.add((wire.target, s.at_target))
    return out


def _lean(wire: Wire, s: Segment) -> int:
    """-1 where the wire goes on upwards from this horizontal, 1 downwards."""
    before, after = neighbours(wire, s)
    if after is not None:
        return -1 if after.end < after.start else 1
    if before is not None:
        return -1 if before.start < before.end else 1
    return 1


def _grow(plan: Plan) -> None:
    standing: dict[tuple[int, Side], int] = {}
    for wire in plan.wires:
        for s in wire.segments:
            for box, side in _sides(plan, s):
                b = plan.boxes[box]
                if b.fixed:
                    continue
                if s.vertical:
                    standing[box, side] = standing.get((box, side), 0) + 1
                else:
                    edge = _PORT_EDGE.get(b.outline, 7.0)
                    b.height = max(b.height, 2 * (abs(s.offset) + edge))
    for host, across in _hanging(plan).items():
        if not plan.boxes[host].fixed:
            plan.boxes[host].width = max(plan.boxes[host].width, across + 2 * PORT_PITCH)
    for (box, _), count in standing.items():
        b = plan.boxes[box]
        if count < 2:
            continue
        ends = 2 * 12.0
        if b.rounded:
            ends = b.height
        elif b.outline == "delay":
            ends = b.height / 2 + 12.0
        elif b.outline == "pentagon":
            ends = 36.0
        b.width = max(b.width, ends + PORT_PITCH * (count - 1))


def _hanging(plan: Plan) -> dict[int, float]:
    """How wide the boundary events on the fuller edge of each host are together; of many, with their texts."""
    events = Counter(box.host for box in plan.boxes)
    said = {w.source: label.width for w in plan.wires for label in w.labels if label.piece == 0}
    edges: dict[tuple[int, str], float] = {}
    for box in plan.boxes:
        if box.host is not None:
            at: tuple[int, str] = (box.host, box.edge)
            host = plan.boxes[box.host]
            if at not in edges and box.edge == "top" and plan.style.notation == "bpmn" and host.outline == "box":
                low, high = between_corners(host)  # they cover neither the number nor the time
                edges[at] = max(low + host.width - high - 2 * PORT_PITCH, 0.0)
            texts = 0.0
            if events[box.host] > MANY_EVENTS:
                caption = box.caption.width + LABEL_ASIDE if box.caption else 0.0
                texts = caption + said.get(box.index, 0.0) + 2 * LABEL_ASIDE
            edges[at] = edges.get(at, 0.0) + max(box.width, texts) + EVENT_CLEAR
    out: dict[int, float] = {}
    for (index, _), across in edges.items():
        out[index] = max(out.get(index, 0.0), across)
    return out


def assign_tracks(plan: Plan) -> list[int]:
    """Ranks of the horizontals in channels; gives for each slot how many tracks it needs."""
    channels: dict[int, list[Segment]] = {}
    is_row = plan.row_slots()
    for wire in plan.wires:
        for s in wire.segments:
            if not s.vertical and not is_row[s.slot]:
                channels.setdefault(s.slot, []).append(s)
    needed = [0] * plan.slots
    for slot, pieces in channels.items():

        def above(a: Segment, b: Segment) -> float:
            """Crossings when a runs above b."""
            return price(plan, a, b) if a.low < b.high and b.low < a.high else 0.0

        def overlap(a: Segment, b: Segment) -> bool:
            return a.low <= b.high and b.low <= a.high

        pieces.sort(key=lambda s: (s.low, s.high, s.wire))
        needed[slot] = _rank(pieces, overlap, above)
    return needed


def _rank(
    pieces: list[Segment],
    overlap: Callable[[Segment, Segment], bool],
    cost: Callable[[Segment, Segment], float],
) -> int:
    """Order pieces so that few cross, and count overlapping ones through; gives the number of ranks."""
    meets = [[overlap(a, b) for b in pieces] for a in pieces]
    order = _sorted(pieces, meets, cost)
    ranks = 0
    for at, i in enumerate(order):
        before = [pieces[j].rank for j in order[:at] if meets[i][j]]
        pieces[i].rank = max(before, default=-1) + 1
        ranks = max(ranks, pieces[i].rank + 1)
    return ranks


def _sorted(pieces: list[Segment], meets: list[list[bool]], cost: Callable[[Segment, Segment], float]) -> list[int]:
    """The order of pieces in which those that meet cross least: each moved to where it crosses fewest."""
    n = len(pieces)
    costs = [[cost(pieces[i], pieces[j]) if meets[i][j] and i != j else 0.0 for j in range(n)] for i in range(n)]
    order = list(range(n))
    for _ in range(n):
        moved = False
        for i in range(1, n):
            at, gain, best = i, 0.0, i
            piece = order[i]
            while at > 0:  # the place further left where it crosses least
                left = order[at - 1]
                gain += costs[left][piece] - costs[piece][left]
                at -= 1
                if gain > 0.001:
                    best, gain = at, 0.0
            if best != i:
                order.insert(best, order.pop(i))
                moved = True
        if not moved:
            break
    return order


def order_verticals(plan: Plan, span: Callable[[Segment], tuple[float, float]]) -> None:
    """Ranks of the verticals in columns and channels; `span` gives the heights between which one runs."""
    slots: dict[int, list[Segment]] = {}
    for wire in plan.wires:
        for s in wire.segments:
            if s.vertical:
                slots.setdefault(s.slot, []).append(s)
    for pieces in slots.values():
        spans = {id(s): span(s) for s in pieces}
        arms = {id(s): _arms(plan.wires[s.wire], s) for s in pieces}

        def overlap(a: Segment, b: Segment, spans: dict[int, tuple[float, float]] = spans) -> bool:
            (a0, a1), (b0, b1) = spans[id(a)], spans[id(b)]
            return a0 <= b1 + 9 and b0 <= a1 + 9

        def left(
            a: Segment,
            b: Segment,
            spans: dict[int, tuple[float, float]] = spans,
            arms: dict[int, list[tuple[float, int]]] = arms,
        ) -> float:
            """Crossings when a stands left of b, and what would pull a line through its own box."""
            (a0, a1), (b0, b1) = spans[id(a)], spans[id(b)]
            total = sum(1.0 for y, lean in arms[id(a)] if lean > 0 and b0 < y < b1)
            total += sum(1.0 for y, lean in arms[id(b)] if lean < 0 and a0 < y < a1)
            return total + _against_boxes(plan, a, b, spans)

        pieces.sort(key=lambda s: (len(plan.wires[s.wire].segments) > 1, spans[id(s)], s.wire))
        _rank(pieces, overlap, left)


def _arms(wire: Wire, s: Segment) -> list[tuple[float, int]]:
    """The heights of both ends of a vertical, and whether the wire goes on to the left (-1) or right (1)
    there.
    """
    before, after = neighbours(wire, s)
    out: list[tuple[float, int]] = []
    if before is not None:
        out.append((before.place, -1 if before.start < before.end else 1))
    if after is not None:
        out.append((after.place, -1 if after.end < after.start else 1))
    return out


def _against_boxes(plan: Plan, a: Segment, b: Segment, spans: dict[int, tuple[float, float]]) -> float:
    """The price of a left of b where a must be right of a box that b stands on, or b left of one that a stands
    on.

    Only in a channel: a line that stands on a box of the column at the left (a hand-over falling from it)
    lies left of every line that passes beside that box, and likewise at the right.
    """
    if a.slot % 2 == 1:
        return 0.0
    total = 0.0
    if any(plan.xslot(box) < a.slot and _passes(plan, box, spans[id(a)]) for box in _stands_on(plan, b)):
        total += 4.0
    if any(plan.xslot(box) > a.slot and _passes(plan, box, spans[id(b)]) for box in _stands_on(plan, a)):
        total += 4.0
    return total


def _passes(plan: Plan, box: int, span: tuple[float, float]) -> bool:
    """Whether a vertical with this span runs beside a box, not only up to its top or bottom."""
    b = plan.boxes[box]
    return span[0] < b.y + b.height - 0.1 and span[1] > b.y + 0.1


def _stands_on(plan: Plan, s: Segment) -> list[int]:
    wire = plan.wires[s.wire]
    return [wire.source] * bool(s.at_source) + [wire.target] * bool(s.at_target)
