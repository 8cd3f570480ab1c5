"""Pass 5. Boxes to rows within their lanes.

Precondition: columns. Postcondition: `row` of every box and `rows` of every band; no two boxes share a
cell; the slots of the grid are numbered. Every box takes the row where its wires to boxes already placed
run straightest, a new row only where that is worth its height; the main way is placed first, so it lies in
the first row.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Literal

from probis.drawing.graph import Row
from probis.drawing.layout.plan import Box, Plan
from probis.drawing.layout.ranks import in_order
from probis.drawing.layout.sizes import bare_above

NEW_ROW = 22.0
BEND = 10.0
MOST_ON_AN_EDGE = 2  # boundary events, before the other edge is taken
ON_A_LINE = 18.0  # standing in the way of a straight line between neighbours


def place_in_rows(plan: Plan, *, above: bool = False) -> None:
    """Fill the rows of all boxes and bands, and number the slots; `above` allows rows above the main way."""
    lanes = _Lanes(plan, above=above)
    wished = _wished(plan)
    lanes.settled = {b.lane for b in plan.boxes if b.node.id in wished}
    ordered = sorted(
        in_order(b for b in plan.boxes if b.host is None), key=lambda b: (b.node.id not in wished, not b.main)
    )
    for box in ordered:
        wish = wished.get(box.node.id)
        if wish is not None and not lanes.free(box, wish):
            wish = None
        lanes.put(box, wish if wish is not None else lanes.best(box))
    _close_empty_rows(plan, wished)
    plan.number_slots()
    _seat_on_edges(plan)


def _wished(plan: Plan) -> dict[str, int]:
    """The rows wished for, of those that the boxes of their lane could fill."""
    count = [0] * len(plan.bands)
    for box in plan.boxes:
        count[box.lane] += box.host is None
    rows = {wish.node: wish.row for wish in reversed(plan.graph.constraints) if isinstance(wish, Row)}
    lane = {box.node.id: box.lane for box in reversed(plan.boxes)}
    return {node: row for node, row in rows.items() if node in lane and 0 <= row <= count[lane[node]]}


class _Lanes:
    """The rows filled so far: for each lane and row the columns of its boxes."""

    def __init__(self, plan: Plan, *, above: bool) -> None:
        self.plan = plan
        self.above = above
        self.settled: set[int] = set()  # lanes in which a row is wished for: none is opened above
        self.inside: list[list[int]] = [[] for _ in plan.bands]
        self.rows: list[list[list[int]]] = [[] for _ in plan.bands]
        self.placed: set[int] = set()
        self.near: list[list[tuple[int, bool]]] = [[] for _ in plan.boxes]  # (other, it comes before)
        for wire in plan.wires:
            source, target = plan.seat(wire.source), plan.seat(wire.target)
            if source != target:
                self.near[source].append((target, False))
                self.near[target].append((source, True))

    def free(self, box: Box, row: int) -> bool:
        rows = self.rows[box.lane]
        return not 0 <= row < len(rows) or box.column not in rows[row]

    def put(self, box: Box, row: int) -> None:
        """Place a box; row -1 is a new one above all others."""
        rows = self.rows[box.lane]
        if row < 0:
            rows.insert(0, [])
            for other in self.inside[box.lane]:
                self.plan.boxes[other].row += 1
            row = 0
        while len(rows) <= row:
            rows.append([])
        at = bisect_left(rows[row], box.column)
        rows[row].insert(at, box.column)
        box.row = row
        self.placed.add(box.index)
        self.inside[box.lane].append(box.index)

    def best(self, box: Box) -> int:
        rows = self.rows[box.lane]
        choices = [r for r in range(len(rows)) if self.free(box, r)] + [len(rows)]
        if self.above and rows and box.lane not in self.settled:
            choices.append(-1)
        return min(choices, key=lambda r: (self.cost(box, r), r < 0, r))

    def cost(self, box: Box, row: int) -> float:
        boxes = self.plan.boxes
        count = len(self.rows[box.lane])
        new = count > 0 and not 0 <= row < count
        total = NEW_ROW if new else 0.0
        for other, _ in self.near[box.index]:
            if other not in self.placed:
                continue
            near = boxes[other]
            if near.lane == box.lane:
                clear = self.clear(box.lane, row, box.column, near.column)
                if near.row == row:
                    total += 0.0 if clear else 2 * BEND
                else:
                    drop = near.column == box.column and abs(near.row - row) == 1
                    total += 0.0 if drop else BEND + 2.0 * abs(near.row - row)
            elif near.lane < box.lane or not self.above:
                total += max(row, 0) * 1.0
            else:
                total += (max(count, row + 1) - 1 - row) * 1.0
        return total + self.in_the_way(box, row) + abs(row) * (0.0 if self.above else 1.5)

    def clear(self, lane: int, row: int, a: int, b: int) -> bool:
        """Whether the cells between two columns are empty."""
        rows = self.rows[lane]
        if not 0 <= row < len(rows):
            return True
        lo, hi = min(a, b), max(a, b)
        return bisect_right(rows[row], lo) >= bisect_left(rows[row], hi)

    def in_the_way(self, box: Box, row: int) -> float:
        """What it costs to stand between two boxes of this row that are joined, unless the box is joined to
        them.
        """
        rows = self.rows[box.lane]
        if not 0 <= row < len(rows):
            return 0.0
        own = {other for other, _ in self.near[box.index]}
        total = 0.0
        for other in self.inside[box.lane]:
            left = self.plan.boxes[other]
            if left.row != row or left.column >= box.column:
                continue
            for far, before in self.near[other]:
                right = self.plan.boxes[far]
                if before or far not in self.placed or right.lane != box.lane or right.row != row:
                    continue
                if right.column > box.column and not (other in own and far in own):
                    total += ON_A_LINE
        return total


def _close_empty_rows(plan: Plan, wished: dict[str, int]) -> None:
    """Rows without boxes go, but for those above a row that was wished for."""
    for lane, band in enumerate(plan.bands):
        inside = [box for box in plan.boxes if box.lane == lane and box.host is None]
        kept = max((wished[box.node.id] for box in inside if box.row == wished.get(box.node.id)), default=-1)
        used = {r: i for i, r in enumerate(sorted({box.row for box in inside} | set(range(kept + 1))))}
        for box in inside:
            box.row = used[box.row]
        band.rows = max(len(used), 1)


def _seat_on_edges(plan: Plan) -> None:
    """Boundary events to the cell of their host: on its lower edge, on the upper where their line goes up or the
    lower is full.
    """
    taken: dict[tuple[int, str], int] = {}
    onward = {wire.source: wire.target for wire in reversed(plan.wires)}
    for box in plan.boxes:
        if box.host is None:
            continue
        host = plan.boxes[box.host]
        box.row, box.column, box.lane = host.row, host.column, host.lane
        target = onward.get(box.index)
        up = target is not None and plan.yslot(target) < plan.yslot(box.index) and bare_above(plan.style, host, box)
        edges: tuple[Literal["top", "bottom"], Literal["top", "bottom"]] = (
            ("top", "bottom") if up else ("bottom", "top")
        )
        box.edge = min(edges, key=lambda e: (_full(taken.get((host.index, e), 0)), e != edges[0]))
        taken[host.index, box.edge] = taken.get((host.index, box.edge), 0) + 1


def _full(taken: int) -> int:
    """How full an edge with so many boundary events is: the next goes to the emptier one."""
    return taken if taken >= MOST_ON_AN_EDGE else 0
