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
GAIN = 30.0  # what a move must save
HOPE = 90.0  # how much dearer a move may be at first for what it crosses to be laid again


class _Move(NamedTuple):
    """Boxes to another row, or one box to another column; with `opens`, a row or column is opened there first."""

    boxes: tuple[int, ...]
    column: int
    row: int
    opens: str = ""  # "", "row" or "column"
    swaps: int = -1  # the box that takes the cell left


class _Kept(NamedTuple):
    """What a trial may have to put back: the cells, and pieces and cost of the wires that it lays again."""

    cells: list[tuple[int, int]]
    rows: list[int]
    columns: int
    wires: list[tuple[list[Segment], float]]
    net: Net
    crossings: int
    price: float


class Judged(NamedTuple):
    """How often lines cross, the price of the whole, and the effort spent, counted in lines laid."""

    crossings: int
    price: float
    effort: int


def untangle(plan: Plan, crossing: float, effort: int) -> Judged:
    """Move boxes while lines cross less for it, as far as the effort goes; without effort only judge.

    `crossing` is what one crossing costs a line that is laid.
    """
    search = _Search(plan, crossing, effort)
    if search.crossings:
        search.run()
    return Judged(search.crossings, search.price, search.effort)


class _Search:
    def __init__(self, plan: Plan, crossing: float, most: int) -> None:
        self.plan = plan
        self.crossing = crossing
        self.most = most
        self.order = sorted(plan.wires, key=lambda w: importance(plan, w))
        self.turn = {wire.index: i for i, wire in enumerate(self.order)}
        self.of_box: list[list[int]] = [[] for _ in plan.boxes]
        for wire in plan.wires:
            for end in {plan.seat(wire.source), plan.seat(wire.target)}:
                self.of_box[end].append(wire.index)
        self.still, self.tied = _held(plan)
        self.effort = 0
        self.net = self.filled()
        self.crossings = sum(self.net.crossings(wire) for wire in plan.wires) // 2
        self.price = self.priced()

    def run(self) -> None:
        improved = True
        while improved and self.crossings and self.effort < self.most:
            improved = False
            for move in list(self.moves()):
                if self.effort >= self.most:
                    break
                before = self.kept()
                self.make(move)
                if self.price < before.price - GAIN:
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
        cells = {(b.column, b.row): b.index for b in inside}
        rows = plan.bands[box.lane].rows
        alone = sum(b.row == box.row for b in inside) == 1
        for row in range(rows):
            there = cells.get((box.column, row))
            if there is None:
                yield _Move((box.index,), box.column, row)
            elif row != box.row:
                yield _Move((box.index,), box.column, row, swaps=there)
        for row in range(rows + 1):
            if not (alone and row in (box.row, box.row + 1)):
                yield _Move((box.index,), box.column, row, "row")
        run = self.run_of(box)
        if len(run) < 2:
            return
        for row in range(rows):
            if all((plan.boxes[i].column, row) not in cells for i in run):
                yield _Move(run, -1, row)
        alone = sum(b.row == box.row for b in inside) == len(run)
        for row in range(rows + 1):
            if not (alone and row in (box.row, box.row + 1)):
                yield _Move(run, -1, row, "row")

    def run_of(self, box: Box) -> tuple[int, ...]:
        """The boxes in a row that straight lines join to this one."""
        plan, run = self.plan, [box.index]
        for i in run:
            for w in self.of_box[i]:
                wire = plan.wires[w]
                if len(wire.segments) == 1 and not wire.segments[0].vertical:
                    run += [e for e in (plan.seat(wire.source), plan.seat(wire.target)) if e not in run]
        return tuple(run)

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
                yield _Move((box.index,), column, box.row)
        if sum(b.column == box.column and b.host is None for b in plan.boxes) > 1:
            yield _Move((box.index,), box.column + 1, box.row, "column")
            yield _Move((box.index,), box.column, box.row, "column")

    # one trial

    def kept(self) -> _Kept:
        plan = self.plan
        return _Kept(
            [(b.column, b.row) for b in plan.boxes],
            [band.rows for band in plan.bands],
            plan.columns,
            [(wire.segments, wire.cost) for wire in plan.wires],
            self.net,
            self.crossings,
            self.price,
        )

    def put_back(self, before: _Kept) -> None:
        plan = self.plan
        changed = [wire for wire in plan.wires if wire.segments is not before.wires[wire.index][0]]
        if self.net is before.net:
            for wire in changed:
                self.net.take_up(wire)
        moved = []
        for box, (column, row) in zip(plan.boxes, before.cells, strict=True):
            if (box.column, box.row) != (column, row):
                moved.append(box.index)
        if self.net is before.net:
            self.net.lift(moved)
        for box, (column, row) in zip(plan.boxes, before.cells, strict=True):
            box.column, box.row = column, row
        for band, rows in zip(plan.bands, before.rows, strict=True):
            band.rows = rows
        plan.columns = before.columns
        plan.number_slots()
        for wire in changed:
            wire.segments, wire.cost = before.wires[wire.index]
        if self.net is before.net:
            self.net.seat(moved)
            for wire in changed:
                self.net.keep(wire)
        self.net, self.crossings, self.price = before.net, before.crossings, before.price

    def make(self, move: _Move) -> None:
        """Make a move and lay again what it concerns, then what crosses that, if there is hope."""
        plan = self.plan
        self.effort += 1 + len(plan.wires) // 30
        box = plan.boxes[move.boxes[0]]
        left = box.column, box.row
        if move.opens:
            if move.opens == "row":
                self.open_row(box.lane, move.row)
            else:
                self.open_column(move.column)
            self.net = self.filled()
        moved = {*move.boxes, *((move.swaps,) if move.swaps >= 0 else ())}
        again = {w for m in moved for w in self.of_box[m]}
        for index in again:
            self.take_up(index)
        self.net.lift(moved)
        for index in move.boxes:
            plan.boxes[index].row = move.row
            if move.column >= 0:
                plan.boxes[index].column = move.column
        if move.swaps >= 0:
            plan.boxes[move.swaps].column, plan.boxes[move.swaps].row = left
        for event in plan.boxes:
            if event.host in moved:
                host = plan.boxes[plan.seat(event.index)]
                event.row, event.column = host.row, host.column
        self.net.seat(moved)
        under = self.under(moved) - again
        for index in under:
            self.take_up(index)
        again |= under
        for index in sorted(again, key=self.turn.__getitem__):
            self.lay(index)
        before = self.price
        self.price = self.priced()
        if self.price > before + HOPE:
            return
        crossed = {w for index in again for w in self.net.crossing_wires(plan.wires[index])}
        crossed |= {index for index in again if self.net.crossed(plan.wires[index])}
        for index in sorted(crossed, key=self.turn.__getitem__):
            if len(plan.wires[index].segments) > 1 and self.net.crossed(plan.wires[index]):
                self.take_up(index)
                self.lay(index, round_about=True)
        self.price = self.priced()

    def take_up(self, index: int) -> None:
        wire = self.plan.wires[index]
        self.crossings -= self.net.crossings(wire)
        self.net.take_up(wire)

    def lay(self, index: int, *, round_about: bool = False) -> None:
        wire = self.plan.wires[index]
        self.net.lay(wire, round_about=round_about)
        self.crossings += self.net.crossings(wire)
        self.effort += 1 + round_about

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

    def filled(self) -> Net:
        net = Net(self.plan, (), self.crossing)
        for wire in self.plan.wires:
            net.keep(wire)
        return net

    def priced(self) -> float:
        """The price of the whole: crossings, lines and rows."""
        rows = sum(band.rows for band in self.plan.bands)
        return CROSSING * self.crossings + sum(w.cost for w in self.plan.wires) + NEW_ROW * rows


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
