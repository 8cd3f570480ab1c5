"""Pass 2. Lines to ways along the channels between the cells: each a chain of straight runs, none through a
box.

The channels are the gaps between rows (H), the lanes between columns (V), the rows themselves where cells
are free (R), and short stubs under and over boxes (S). Ways are cheapest by Dijkstra's algorithm (1959):
bends cost most, then crowded pieces, then length.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from probis.drawing.layout.framed_chart import FramedChart, FrameLine
from probis.drawing.layout.framed_grid import Grid

Node: TypeAlias = tuple[str, int, int]  # X (lane, gap), M (lane, row), N (column, gap), B (box), L, Z
Channel: TypeAlias = tuple[Literal["H", "V", "R", "S"], int, int]
LEFT: Node = ("L", 0, 0)
RIGHT: Node = ("Z", 0, 0)
_BEND, _CROWD, _WRONG_SIDE, _OUTER = 20.0, 1.5, 30.0, 8.0


class Run(NamedTuple):
    """A straight piece in a channel, from node to node."""

    channel: Channel
    start: Node
    end: Node


Way: TypeAlias = tuple[Run, ...]


class _Edge(NamedTuple):
    to: Node
    flat: bool
    cost: float
    channel: Channel


class Router:
    """The net of channels of a grid; it remembers how crowded each piece is."""

    def __init__(self, chart: FramedChart, grid: Grid) -> None:
        self._grid = grid
        self._box = {b.id: ("B", i, 0) for i, b in enumerate(chart.boxes)}
        self._suppliers = {p.id for p in chart.suppliers}
        self._edges: dict[Node, list[_Edge]] = {}
        self._used: dict[tuple[Node, Node], int] = {}
        self._build(chart)

    def ways(self, lines: Iterable[FrameLine]) -> dict[str, tuple[Way, ...]]:
        """One way for each target of each line, by line id; lines nearest their target are laid first."""
        order = sorted((line for line in lines if line.targets), key=lambda n: (self._apart(n), n.id))
        out: dict[str, tuple[Way, ...]] = {}
        for line in order:
            own: set[tuple[Node, Node]] = set()
            ways = []
            for source, target in line.pairs:
                path = self._search(source, target, own)
                ways.append(self._runs(path))
                own.update(pairwise(path))
            for piece in sorted(own):
                self._used[piece] = self._used.get(piece, 0) + 1
                self._used[piece[::-1]] = self._used.get(piece[::-1], 0) + 1
            out[line.id] = tuple(ways)
        return out

    def _apart(self, line: FrameLine) -> int:
        """About how far a line has to go: cells between its ends; to a party, cells from its side."""
        cells = [self._grid.cells[i] for i in (line.source, line.targets[0]) if i in self._grid.cells]
        if len(cells) == 2:
            return abs(cells[0].column - cells[1].column) + abs(cells[0].row - cells[1].row)
        return cells[0].column if line.source in self._suppliers else self._grid.columns - 1 - cells[0].column

    def node(self, id_: str) -> Node:
        """The node of a box, or the side where a party stands."""
        if id_ in self._box:
            return self._box[id_]
        return LEFT if id_ in self._suppliers else RIGHT

    def _join(self, a: Node, b: Node, flat: bool, cost: float, channel: Channel, extra: float = 0.0) -> None:
        """An edge both ways; `extra` is added on the way into b."""
        self._edges.setdefault(a, []).append(_Edge(b, flat, cost + extra, channel))
        self._edges.setdefault(b, []).append(_Edge(a, flat, cost, channel))

    def _build(self, chart: FramedChart) -> None:
        grid = self._grid
        lanes = range(grid.columns + 1)
        through = {(row.above, row.below): r for r, row in enumerate(grid.rows)}
        for i in lanes:
            outer = i in (0, grid.columns)
            for j in range(grid.gaps - 1):
                row = through.get((j, j + 1))
                if row is None:
                    self._join(("X", i, j), ("X", i, j + 1), False, 4, ("V", i, 0))
                    continue
                if grid.rows[row].strip and not outer:
                    continue
                self._join(("X", i, j), ("M", i, row), False, 4, ("V", i, 0))
                self._join(("M", i, row), ("X", i, j + 1), False, 4, ("V", i, 0))
        for j in range(grid.gaps):
            self._join(LEFT, ("X", 0, j), True, 2, ("H", j, 0))
            self._join(("X", grid.columns, j), RIGHT, True, 2, ("H", j, 0))
            for c in range(grid.columns):
                above = next((r for r, row in enumerate(grid.rows) if row.below == j), None)
                below = next((r for r, row in enumerate(grid.rows) if row.above == j), None)
                if above is not None and below is not None and self._spanned(c, above, below):
                    continue
                self._join(("X", c, j), ("N", c, j), True, 6, ("H", j, 0))
                self._join(("N", c, j), ("X", c + 1, j), True, 6, ("H", j, 0))
        for r, row_ in enumerate(grid.rows):
            self._join(LEFT, ("M", 0, r), True, 0, ("R", r, 0))
            self._join(("M", grid.columns, r), RIGHT, True, 0, ("R", r, 0))
            for c in range(grid.columns):
                if not row_.strip and grid.free(c, r):
                    self._join(("M", c, r), ("M", c + 1, r), True, 12, ("R", r, 0))
        for box in chart.boxes:
            self._attach(box.id)

    def _attach(self, id_: str) -> None:
        grid, cell, box = self._grid, self._grid.cells[id_], self._box[id_]
        right = grid.columns if cell.strip else cell.column + 1
        for r in range(cell.row, cell.last + 1):
            # into the left side, out of the right side: the other way round reads badly
            self._edges.setdefault(("M", cell.column, r), []).append(_Edge(box, True, 0, ("R", r, 0)))
            self._edges.setdefault(box, []).append(_Edge(("M", right, r), True, 0, ("R", r, 0)))
            self._edges.setdefault(box, []).append(_Edge(("M", cell.column, r), True, _WRONG_SIDE, ("R", r, 0)))
            self._edges.setdefault(("M", right, r), []).append(_Edge(box, True, _WRONG_SIDE, ("R", r, 0)))
        if cell.strip:  # its parts reach it from below
            for c in range(grid.columns):
                self._join(box, ("N", c, grid.rows[cell.row].below), False, 6, ("S", c, grid.rows[cell.row].below), 2)
        else:
            for gap in (grid.rows[cell.row].above, grid.rows[cell.last].below):
                self._join(box, ("N", cell.column, gap), False, 6, ("S", cell.column, gap), 2)

    def _spanned(self, column: int, above: int, below: int) -> bool:
        return any(
            not c.strip and c.column == column and c.row <= above and below <= c.last for c in self._grid.cells.values()
        )

    def _search(self, source: str, target: str, own: set[tuple[Node, Node]]) -> list[Node]:
        """The nodes of the cheapest way."""
        start, goal = self.node(source), self.node(target)
        inner = start[0] == "B" and goal[0] == "B"
        best: dict[tuple[Node, bool | None], float] = {(start, None): 0.0}
        came: dict[tuple[Node, bool | None], tuple[Node, bool | None]] = {}
        queue: list[tuple[float, int, Node, bool | None]] = [(0.0, 0, start, None)]
        pushed = 0
        while queue:
            cost, _, node, flat = heappop(queue)
            if node == goal and node != start:
                return _traced(came, (node, flat))
            if cost > best[(node, flat)] or (node[0] in "BLZ" and node != start):
                continue
            for edge in self._edges.get(node, ()):
                if edge.to[0] in "BLZ" and edge.to != goal:
                    continue
                if (node, edge.to) in own:
                    step = 0.05 * edge.cost
                else:
                    step = edge.cost + _CROWD * self._used.get((node, edge.to), 0)
                    if inner and edge.channel[0] == "V" and edge.channel[1] in (0, self._grid.columns):
                        step += _OUTER
                step += _BEND * (flat is not None and flat != edge.flat)
                state = (edge.to, edge.flat)
                if cost + step < best.get(state, float("inf")) - 1e-9:
                    best[state] = cost + step
                    came[state] = (node, flat)
                    pushed += 1
                    heappush(queue, (cost + step, pushed, edge.to, edge.flat))
        raise AssertionError("every box can be reached through the gaps around it")

    def _runs(self, path: list[Node]) -> Way:
        out: list[Run] = []
        for a, b in pairwise(path):
            channel = next(e.channel for e in self._edges[a] if e.to == b)
            if out and out[-1].channel == channel:
                out[-1] = Run(channel, out[-1].start, b)
            else:
                out.append(Run(channel, a, b))
        return tuple(out)


def _traced(
    came: dict[tuple[Node, bool | None], tuple[Node, bool | None]], state: tuple[Node, bool | None]
) -> list[Node]:
    path = [state[0]]
    while state in came:
        state = came[state]
        path.append(state[0])
    return path[::-1]
