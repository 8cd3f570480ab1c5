"""Pass 6b. Boxes to better cells: where lines cross, a box that they touch tries other rows and columns.

Precondition: segments of all wires. Postcondition: the same, with no more crossings and no higher price; what a
wish, a page's edge or a shared column holds stays. One box at a time is moved and only the lines that this
concerns are laid again; the move that helps most is kept, until none does or the trials are used up.
Source: local search on layered drawings by single moves ("sifting": Matuszewski, Schoenfeld & Molitor, GD
1999), judged on the routed lines instead of on layers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from probis.drawing.graph import After, Row, SameColumn
from probis.drawing.layout.plan import Box, Plan, Segment
from probis.drawing.layout.routes import Net, importance

CROSSING = 60.0  # what a crossing costs here
NEW_ROW = 14.0
EFFORT = 6000  # wires laid again, all trials together


class _Move(NamedTuple):
    """One box to another cell; with `opens`, a row or column is opened there first."""

    box: int
    column: int
    row: int
    opens: str = ""  # "", "row" or "column"
    swaps: int = -1  # the box that takes the cell left


class _Kept(NamedTuple):
    """What a trial may have to put back."""

    cells: list[tuple[int, int]]
    rows: list[int]
    columns: int
    segments: list[list[Segment]]
    costs: list[float]


def untangle(plan: Plan, crossing: float) -> None:
    """Move boxes while lines cross less for it."""
    search = _Search(plan, crossing)
    if search.crossings:
        search.run()


class _Search:
    def __init__(self, plan: Plan, crossing: float) -> None:
        self.plan = plan
        self.crossing = crossing
        self.order = sorted(plan.wires, key=lambda w: importance(plan, w))
        self.of_box: list[list[int]] = [[] for _ in plan.boxes]
        for wire in plan.wires:
            for end in {plan.seat(wire.source), plan.seat(wire.target)}:
                self.of_box[end].append(wire.index)
        self.still, self.tied = _held(plan)
        self.effort = 0
        self.net = self.filled(())
        self.crossings, self.price = self.judged()

    def run(self) -> None:
        improved = True
        while improved and self.crossings and self.effort < EFFORT:
            improved = False
            for move in list(self.moves()):
                if self.effort >= EFFORT:
                    break
                before = self.kept()
                self.tried(move)
                crossings, price = self.judged()
                if price < self.price - 0.5:
                    self.crossings, self.price = crossings, price
                    improved = True
                    break
                self.put_back(before)

    # what can be moved

    def moves(self) -> Iterator[_Move]:
        """The moves of boxes whose lines cross, those with most crossings first."""
        plan = self.plan
        count: dict[int, int] = {}
        for wire in plan.wires:
            n = self.net.crossings(wire)
            if n:
                for end in (plan.seat(wire.source), plan.seat(wire.target)):
                    count[end] = count.get(end, 0) + n
        for index in sorted(count, key=lambda i: (-count[i], i)):
            box = plan.boxes[index]
            yield from self.other_rows(box)
            yield from self.other_columns(box)

    def other_rows(self, box: Box) -> Iterator[_Move]:
        if box.lane in self.still:
            return
        plan = self.plan
        inside = [b for b in plan.boxes if b.lane == box.lane and b.host is None]
        here = {b.row: b.index for b in inside if b.column == box.column}
        for row in range(plan.bands[box.lane].rows):
            if row not in here:
                yield _Move(box.index, box.column, row)
            elif row != box.row:
                yield _Move(box.index, box.column, row, swaps=here[row])
        alone = sum(b.row == box.row for b in inside) == 1
        for row in range(plan.bands[box.lane].rows + 1):
            if not (alone and row in (box.row, box.row + 1)):
                yield _Move(box.index, box.column, row, "row")

    def other_columns(self, box: Box) -> Iterator[_Move]:
        if box.index in self.tied:
            return
        plan = self.plan
        low, high = -1, plan.columns
        for wire in plan.wires:
            if wire.back or wire.flow.kind == "association":
                continue
            if plan.seat(wire.source) == box.index:
                high = min(high, plan.boxes[wire.target].column)
            elif plan.seat(wire.target) == box.index:
                low = max(low, plan.boxes[wire.source].column)
        taken = {b.column for b in plan.boxes if b.lane == box.lane and b.row == box.row and b.host is None}
        for column in range(low + 1, high):
            if column not in taken:
                yield _Move(box.index, column, box.row)
        if sum(b.column == box.column and b.host is None for b in plan.boxes) > 1:
            yield _Move(box.index, box.column + 1, box.row, "column")
            yield _Move(box.index, box.column, box.row, "column")

    # one trial

    def kept(self) -> _Kept:
        plan = self.plan
        return _Kept(
            [(b.column, b.row) for b in plan.boxes],
            [band.rows for band in plan.bands],
            plan.columns,
            [wire.segments for wire in plan.wires],
            [wire.cost for wire in plan.wires],
        )

    def put_back(self, before: _Kept) -> None:
        plan = self.plan
        for box, (column, row) in zip(plan.boxes, before.cells, strict=True):
            box.column, box.row = column, row
        for band, rows in zip(plan.bands, before.rows, strict=True):
            band.rows = rows
        plan.columns = before.columns
        plan.number_slots()
        for wire, segments, cost in zip(plan.wires, before.segments, before.costs, strict=True):
            wire.segments, wire.cost = segments, cost

    def tried(self, move: _Move) -> None:
        """Make a move and lay again what it concerns."""
        plan, box = self.plan, self.plan.boxes[move.box]
        left = box.column, box.row
        if move.opens == "row":
            self.open_row(box.lane, move.row)
        elif move.opens == "column":
            self.open_column(move.column)
        box.row, box.column = move.row, move.column
        moved = {move.box}
        if move.swaps >= 0:
            other = plan.boxes[move.swaps]
            other.column, other.row = left
            moved.add(move.swaps)
        for event in plan.boxes:
            if event.host in moved:
                event.row, event.column = plan.boxes[event.host].row, plan.boxes[event.host].column
        again = {w for m in moved for w in self.of_box[m]} | self.under(moved)
        net = self.filled(again)
        for wire in self.order:
            if wire.index in again:
                net.lay(wire)
        self.effort += len(again)
        for wire in self.order:
            if len(wire.segments) > 1 and net.crossed(wire):
                net.take_up(wire)
                net.lay(wire)
                self.effort += 1
        self.net = net

    def open_row(self, lane: int, row: int) -> None:
        plan = self.plan
        at = plan.bands[lane].base + 2 * row
        for box in plan.boxes:
            if box.lane == lane and box.row >= row:
                box.row += 1
        plan.bands[lane].rows += 1
        plan.number_slots()
        self.shift(at, across=True)

    def open_column(self, column: int) -> None:
        plan = self.plan
        for box in plan.boxes:
            box.column += box.column >= column
        plan.columns += 1
        self.shift(2 * column, across=False)

    def shift(self, at: int, *, across: bool) -> None:
        """Move all pieces beyond a channel on by a slot and its channel; `across` says along which axis."""

        def new(slot: int) -> int:
            return slot + 2 if slot > at else slot

        for wire in self.plan.wires:
            wire.segments = [
                replace(s, slot=new(s.slot)) if s.vertical != across else replace(s, start=new(s.start), end=new(s.end))
                for s in wire.segments
            ]

    def under(self, moved: set[int]) -> set[int]:
        """The wires that run through the new cells of boxes."""
        plan = self.plan
        cells = [(plan.xslot(m), plan.yslot(m)) for m in moved]
        out: set[int] = set()
        for wire in plan.wires:
            for s in wire.segments:
                for x, y in cells:
                    if (s.slot == x and s.low <= y <= s.high) if s.vertical else (s.slot == y and s.low <= x <= s.high):
                        out.add(wire.index)
        return out

    def filled(self, without: set[int] | tuple[()]) -> Net:
        net = Net(self.plan, (), self.crossing)
        for wire in self.plan.wires:
            if wire.index in without:
                wire.segments = []
            else:
                net.keep(wire)
        return net

    def judged(self) -> tuple[int, float]:
        """Crossings, and the price of the whole."""
        crossings = sum(self.net.crossings(wire) for wire in self.plan.wires) // 2
        rows = sum(band.rows for band in self.plan.bands)
        return crossings, CROSSING * crossings + sum(w.cost for w in self.plan.wires) + NEW_ROW * rows


def _held(plan: Plan) -> tuple[set[int], set[int]]:
    """The lanes whose rows, and the boxes whose columns are not to be changed."""
    first = {box.node.id: box.index for box in reversed(plan.boxes)}
    still: set[int] = set()
    tied = {box.index for box in plan.boxes if box.pin or box.host is not None}
    for wish in plan.graph.constraints:
        if isinstance(wish, Row) and wish.node in first:
            still.add(plan.boxes[first[wish.node]].lane)
        elif isinstance(wish, SameColumn):
            tied |= {first[n] for n in wish.nodes if n in first}
        elif isinstance(wish, After):
            tied |= {first[n] for n in (wish.node, wish.before) if n in first}
    for wire in plan.wires:
        source, target = plan.seat(wire.source), plan.seat(wire.target)
        if not wire.back and plan.boxes[source].column >= plan.boxes[target].column:
            tied |= {source, target}
    return still, tied
