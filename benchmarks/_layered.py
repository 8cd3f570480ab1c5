"""The fewest crossings of a layered lane drawing with given columns, exactly, by integer programming.

The class of drawings. Every box keeps its column. A flow from column a to column b > a (or back) is a chain with one
point in each column between; columns are ordered from top to bottom, boxes and points of all lanes together, boxes of
an upper lane above those of a lower one, points anywhere. Two chains cross in the gap between two neighbouring columns
when they meet its left side in the other order than its right side; chains with a common end there do not cross (a
drawn fork or join). A flow within one column runs beside it, on the side that is chosen, past all that stands between
its ends, and crosses there what leaves these on that side. Boundary events count as their hosts; loops at one box and
associations cross nothing. The order of the lanes is the drawing's, or free.

The programme: M. Jünger and P. Mutzel, "2-layer straightline crossing minimization", JGAA 1 (1997), over all gaps at
once: a variable for the order of each pair of a column (of each pair of lanes, where their order is free), transitivity
by triples, and a variable for each pair of chains that can cross. Solved by HiGHS on one thread.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import combinations, permutations, product

import highspy
import numpy as np

from probis.drawing.layout.plan import Plan


@dataclass
class Layered:
    """Columns of entries (boxes below `boxes`, then points), the lane of each box, and the lines of each gap."""

    boxes: int
    lane: list[int]
    columns: list[list[int]]
    gaps: list[list[tuple[int, int]]]  # (entry at the left, entry at the right)
    beside: list[tuple[int, int]] = field(default_factory=list)  # flows within a column


def layered(plan: Plan) -> Layered:
    """The layered graph of a finished plan."""
    columns: list[list[int]] = [[] for _ in range(plan.columns)]
    at: dict[int, int] = {}
    for box in plan.boxes:
        if box.host is None:
            columns[box.column].append(box.index)
            at[box.index] = box.column
    out = Layered(len(plan.boxes), [b.lane for b in plan.boxes], columns, [[] for _ in range(max(plan.columns - 1, 0))])
    points = len(plan.boxes)
    for wire in plan.wires:
        a, b = plan.seat(wire.source), plan.seat(wire.target)
        if a == b or wire.flow.kind == "association":
            continue
        if at[a] == at[b]:
            out.beside.append((a, b))
            continue
        if at[a] > at[b]:
            a, b = b, a
        here = a
        for column in range(at[a], at[b]):
            if column + 1 == at[b]:
                there = b
            else:
                there, points = points, points + 1
                columns[column + 1].append(there)
            out.gaps[column].append((here, there))
            here = there
    return out


@dataclass(frozen=True)
class Answer:
    """The fewest crossings found (None: none in time) and what is proven to be needed."""

    crossings: int | None
    bound: int

    @property
    def exact(self) -> bool:
        """Whether nothing lies between."""
        return self.crossings == self.bound


Term = tuple[int, float]


class _Programme:
    """One integer programme, in the words of the module's first lines."""

    def __init__(self, graph: Layered, free_lanes: bool) -> None:
        self.graph, self.free = graph, free_lanes
        self.costs: list[float] = []
        self.whole: list[bool] = []
        self.rows: list[tuple[dict[int, float], float]] = []  # terms, what they may be at most
        self.order: dict[tuple[int, int], int] = {}
        self.lanes: dict[tuple[int, int], int] = {}
        self._crossings_between()
        self._crossings_beside()
        for column in graph.columns:
            self._triples(column, self.above)
        if free_lanes:
            self._triples(sorted(set(graph.lane)), self._lane_above)

    def variable(self, cost: float, *, whole: bool = True) -> int:
        self.costs.append(cost)
        self.whole.append(whole)
        return len(self.costs) - 1

    def above(self, a: int, b: int) -> tuple[list[Term], float]:
        """Terms and a constant that together are 1 where entry a stands above entry b, else 0."""
        boxes, lane = self.graph.boxes, self.graph.lane
        if a < boxes and b < boxes and lane[a] != lane[b]:
            return self._lane_above(lane[a], lane[b]) if self.free else ([], float(lane[a] < lane[b]))
        return self._ordered(self.order, a, b)

    def _lane_above(self, a: int, b: int) -> tuple[list[Term], float]:
        return self._ordered(self.lanes, a, b)

    def _ordered(self, table: dict[tuple[int, int], int], a: int, b: int) -> tuple[list[Term], float]:
        key = (min(a, b), max(a, b))
        if key not in table:
            table[key] = self.variable(0.0)
        return ([(table[key], 1.0)], 0.0) if a < b else ([(table[key], -1.0)], 1.0)

    def at_most(self, most: float, *parts: tuple[float, tuple[list[Term], float]]) -> None:
        """The weighted sum of these is no more than `most`."""
        terms: dict[int, float] = defaultdict(float)
        for weight, (variables, constant) in parts:
            most -= weight * constant
            for index, factor in variables:
                terms[index] += weight * factor
        self.rows.append((dict(terms), most))

    def _crossings_between(self) -> None:
        for lines in self.graph.gaps:
            for (a, c), (b, d) in combinations(lines, 2):
                if a == b or c == d:
                    continue
                crossed = -1.0, ([(self.variable(1.0, whole=False), 1.0)], 0.0)
                self.at_most(0.0, (1.0, self.above(a, b)), (-1.0, self.above(c, d)), crossed)
                self.at_most(0.0, (-1.0, self.above(a, b)), (1.0, self.above(c, d)), crossed)

    def _crossings_beside(self) -> None:
        column_of = {e: i for i, column in enumerate(self.graph.columns) for e in column}
        for u, v in self.graph.beside:
            column = column_of[u]
            right = self.variable(0.0)
            after = self.graph.gaps[column] if column < len(self.graph.gaps) else []
            before = self.graph.gaps[column - 1] if column else []
            sides = [(line[0], ([(right, 1.0)], 0.0)) for line in after]
            sides += [(line[1], ([(right, -1.0)], 1.0)) for line in before]
            for w, chosen in sides:
                if w in (u, v):
                    continue
                crossed = -1.0, ([(self.variable(1.0, whole=False), 1.0)], 0.0)
                for x, y in ((u, v), (v, u)):  # w between them, and the flow on this side
                    self.at_most(2.0, (1.0, self.above(x, w)), (1.0, self.above(w, y)), (1.0, chosen), crossed)

    def _triples(self, entries: list[int], above: Callable[[int, int], tuple[list[Term], float]]) -> None:
        for a, b, c in combinations(entries, 3):
            ab, bc, ac = above(a, b), above(b, c), above(a, c)
            self.at_most(1.0, (1.0, ab), (1.0, bc), (-1.0, ac))
            self.at_most(0.0, (-1.0, ab), (-1.0, bc), (1.0, ac))

    def solve(self, seconds: float) -> Answer:
        if not self.costs:
            return Answer(0, 0)
        solver = highspy.Highs()
        solver.silent()
        for option, value in (("threads", 1), ("time_limit", seconds), ("random_seed", 1)):
            solver.setOptionValue(option, value)
        n = len(self.costs)
        solver.addVars(n, np.zeros(n), np.ones(n))
        indices = np.arange(n, dtype=np.int32)
        solver.changeColsCost(n, indices, np.array(self.costs))
        kinds = [highspy.HighsVarType.kInteger if w else highspy.HighsVarType.kContinuous for w in self.whole]
        solver.changeColsIntegrality(n, indices, np.array(kinds))
        for terms, most in self.rows:
            places, weights = np.array(list(terms), dtype=np.int32), np.array(list(terms.values()), dtype=float)
            solver.addRow(-highspy.kHighsInf, most, len(terms), places, weights)
        solver.run()
        info = solver.getInfo()
        found = round(info.objective_function_value) if info.primal_solution_status == 2 else None
        if solver.getModelStatus() == highspy.HighsModelStatus.kOptimal and found is not None:
            return Answer(found, found)
        bound = info.mip_dual_bound
        return Answer(found, max(0, int(np.ceil(bound - 1e-6))) if abs(bound) < 1e9 else 0)


def fewest(graph: Layered, *, free_lanes: bool = False, seconds: float = 20.0) -> Answer:
    """The fewest crossings of a layered graph."""
    return _Programme(graph, free_lanes).solve(seconds)


def counted(graph: Layered, columns: list[list[int]]) -> int:
    """The crossings of one order of the columns: what the programme minimises, counted plainly."""
    at = {entry: i for column in columns for i, entry in enumerate(column)}
    column_of = {entry: i for i, column in enumerate(columns) for entry in column}
    total = sum(
        (at[a] - at[b]) * (at[c] - at[d]) < 0 for lines in graph.gaps for (a, c), (b, d) in combinations(lines, 2)
    )
    for u, v in graph.beside:
        lo, hi, column = min(at[u], at[v]), max(at[u], at[v]), column_of[u]
        after = [a for a, _ in graph.gaps[column]] if column < len(graph.gaps) else []
        before = [b for _, b in graph.gaps[column - 1]] if column else []
        total += min(sum(lo < at[w] < hi for w in ends) for ends in (after, before))
    return total


def tried(graph: Layered, *, free_lanes: bool = False) -> int:
    """The fewest crossings by trying every order: for graphs of a few entries."""
    lanes = sorted(set(graph.lane))
    best = None
    for ranks in permutations(lanes) if free_lanes else [tuple(lanes)]:
        rank = {lane: i for i, lane in enumerate(ranks)}
        allowed = [
            [
                order
                for order in permutations(column)
                if all(
                    rank[graph.lane[a]] <= rank[graph.lane[b]]
                    for a, b in combinations([e for e in order if e < graph.boxes], 2)
                )
            ]
            for column in graph.columns
        ]
        here = min(counted(graph, [list(order) for order in orders]) for orders in product(*allowed))
        best = here if best is None else min(best, here)
    return best or 0
