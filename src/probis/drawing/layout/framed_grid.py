"""Pass 1. Boxes to cells: columns along the inner lines, rows within frames, and strips for wholes.

Postcondition: every box has a cell; no two cells overlap; a strip is alone in its row. Layers are longest
paths over the condensation of the inner lines (Tarjan's components), so that boxes in a circle stand under
one another; rows within a column follow the mean of the rows before (barycentres, Sugiyama et al. 1981).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from probis.drawing.layout.framed_chart import Frame, FrameBox, FramedChart, FrameLine


class Cell(NamedTuple):
    """Column, first and last row; a strip takes all columns."""

    column: int
    row: int
    last: int
    strip: bool = False


class Row(NamedTuple):
    """A row, its frame, and the gaps above and below it."""

    frame: int
    above: int
    below: int
    strip: bool


@dataclass(slots=True)
class Grid:
    """Cells of all boxes in `columns` columns; `wholes` gives the last row of each whole's parts."""

    columns: int
    frames: tuple[Frame, ...]
    cells: dict[str, Cell] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    gaps: int = 0
    wholes: dict[str, int] = field(default_factory=dict)

    def free(self, column: int, row: int) -> bool:
        """True where no box stands in this column of this row."""
        return not any(c.row <= row <= c.last and (c.strip or c.column == column) for c in self.cells.values())


def layers(chart: FramedChart) -> int:
    """How many columns the inner lines ask for."""
    depth = [
        max(_layers(block, chart.lines).values(), default=0) + 1
        for frame in chart.frames
        for _, block in _blocks(chart, frame)
        if block
    ]
    return max(depth, default=1)


def grid_of(chart: FramedChart, columns: int) -> Grid:
    """The cells of a chart in so many columns."""
    grid = Grid(columns, chart.frames)
    for f, frame in enumerate(chart.frames):
        first_gap = grid.gaps
        for strip, block in _blocks(chart, frame):
            if strip is not None:
                row = len(grid.rows)
                grid.rows.append(Row(f, grid.gaps, grid.gaps + 1, True))
                grid.gaps += 1
                grid.cells[strip.id] = Cell(0, row, row, True)
            _fill(grid, f, block, chart.lines)
            if strip is not None:
                grid.wholes[strip.id] = len(grid.rows) - 1
        if grid.gaps > first_gap:
            grid.gaps += 1
    return grid


def _blocks(chart: FramedChart, frame: Frame) -> list[tuple[FrameBox | None, list[FrameBox]]]:
    """The boxes of a frame: each whole with its parts, then the rest; a whole that is itself a part is a box."""
    own = [b for b in chart.boxes if b.frame == frame.id]
    tops = {b.id for b in own if not b.whole or all(o.id != b.whole for o in own)}
    parts = {t: [b for b in own if b.whole == t and b.id not in tops] for t in tops}
    out: list[tuple[FrameBox | None, list[FrameBox]]] = [(b, parts[b.id]) for b in own if parts.get(b.id)]
    placed = {b.id for _, block in out for b in block} | {b.id for b, _ in out if b is not None}
    rest = [b for b in own if b.id not in placed]
    return [*out, (None, rest)] if rest else out


def _fill(grid: Grid, frame: int, block: list[FrameBox], lines: Iterable[FrameLine]) -> None:
    """Put the boxes of one block into new rows."""
    if not block:
        return
    lines = tuple(lines)
    columns = _columns(grid.columns, block, lines)
    start, count = len(grid.rows), max(len(c) for c in columns)
    for _ in range(count):
        grid.rows.append(Row(frame, grid.gaps, grid.gaps + 1, False))
        grid.gaps += 1
    row_of: dict[str, float] = {}
    for column, boxes in enumerate(columns):
        wish = {b.id: _mean(row_of, b.id, lines) for b in boxes}
        order = sorted(boxes, key=lambda b: (_or(wish[b.id], boxes.index(b)), boxes.index(b)))
        busy = [len(_ends(b.id, lines)) > 1 for b in order]
        if len(order) == 1 and count > 1 and busy[0]:
            grid.cells[order[0].id] = Cell(column, start, start + count - 1)
            row_of[order[0].id] = (count - 1) / 2
            continue
        row = -1
        for k, box in enumerate(order):
            row = max(row + 1, min(round(_or(wish[box.id], k)), count - (len(order) - k)))
            grid.cells[box.id] = Cell(column, start + row, start + row)
            row_of[box.id] = row


def _or(value: float | None, other: float) -> float:
    return other if value is None else value


def _mean(row_of: Mapping[str, float], id_: str, lines: tuple[FrameLine, ...]) -> float | None:
    rows = [row_of[o] for o in _ends(id_, lines) if o in row_of]
    return sum(rows) / len(rows) if rows else None


def _ends(id_: str, lines: tuple[FrameLine, ...]) -> list[str]:
    """The other ends of the lines of a box, outside parties too."""
    out = [t for line in lines if line.source == id_ for t in line.targets]
    return sorted({*out, *(line.source for line in lines if id_ in line.targets)})


def _columns(count: int, block: list[FrameBox], lines: tuple[FrameLine, ...]) -> list[list[FrameBox]]:
    """The boxes of each column; boxes without inner lines fill up where there is most room."""
    layer = _layers(block, lines)
    deep = max(layer.values(), default=0) + 1
    out: list[list[FrameBox]] = [[] for _ in range(count)]
    linked = [b for b in block if layer.get(b.id) is not None]
    for box in linked:
        at = layer[box.id] if deep <= count else layer[box.id] * count // deep
        out[at].append(box)
    even = -(-len(block) // count)
    for c in range(count):  # a column much longer than the others hands its last boxes on
        while len(out[c]) > max(even, -(-len(linked) // min(count, deep))) + 1:
            least = min(range(count), key=lambda k: (len(out[k]), abs(k - c)))
            if least == c:
                break
            out[least].append(out[c].pop())
    for box in block:
        if box.id in layer:
            continue
        fed = any(box.id in line.targets for line in lines)
        gives = any(box.id == line.source for line in lines)
        late = gives and not fed
        least = min(range(count), key=lambda k: (len(out[k]), -k if late else k))
        out[least].append(box)
    return out


def _layers(block: list[FrameBox], lines: Iterable[FrameLine]) -> dict[str, int]:
    """The layer of each box that has a line within the block."""
    ids = [b.id for b in block]
    inside = set(ids)
    next_: dict[str, list[str]] = {i: [] for i in ids}
    for line in lines:
        if line.source in inside:
            next_[line.source].extend(t for t in line.targets if t in inside and t != line.source)
    linked = {s for s, ts in next_.items() if ts} | {t for ts in next_.values() for t in ts}
    component = _components([i for i in ids if i in linked], next_)
    before: dict[int, set[int]] = {c: set() for c in component.values()}
    for source, targets in next_.items():
        for target in targets:
            if component[source] != component[target]:
                before[component[target]].add(component[source])
    depth: dict[int, int] = {}

    def depth_of(c: int) -> int:
        if c not in depth:
            depth[c] = max((depth_of(b) + 1 for b in sorted(before[c])), default=0)
        return depth[c]

    return {i: depth_of(component[i]) for i in ids if i in linked}


def _components(ids: list[str], next_: Mapping[str, list[str]]) -> dict[str, int]:
    """Strongly connected components (Tarjan 1972), without recursion: boxes to the number of theirs."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    out: dict[str, int] = {}
    for root in ids:
        if root in index:
            continue
        work: list[tuple[str, int]] = [(root, 0)]
        while work:
            at, k = work.pop()
            if k == 0:
                index[at] = low[at] = len(index)
                stack.append(at)
            elif next_[at]:
                low[at] = min(low[at], low[next_[at][k - 1]] if next_[at][k - 1] not in out else low[at])
            targets = next_[at]
            while k < len(targets) and targets[k] in index:
                if targets[k] not in out:
                    low[at] = min(low[at], index[targets[k]])
                k += 1
            if k < len(targets):
                work.append((at, k + 1))
                work.append((targets[k], 0))
                continue
            if low[at] == index[at]:
                number = len(set(out.values()))
                while True:
                    member = stack.pop()
                    out[member] = number
                    if member == at:
                        break
    return out
