"""Pass 4a. Tracks of rows and gaps to heights: room for texts, for lines side by side, for parties beside a row."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from probis.drawing.layout.framed_chart import FramedChart, FramedStyle, FrameLine
from probis.drawing.layout.framed_grid import Grid
from probis.drawing.layout.framed_placed import BAR, HEADS, PAD, TITLE, WHOLE_PAD, Placed, Rect
from probis.drawing.layout.framed_route import Channel, Node, Run, Way
from probis.drawing.layout.framed_text import (
    LABEL_LINE,
    NAME_LINE,
    bar_height,
    beside_lines,
    box_height,
    empty_lines,
    label_lines,
    party_lines,
    strip_lines,
    title_lines,
    zone_of,
)
from probis.drawing.layout.framed_tracks import Span, Tap, tracks
from probis.drawing.measure import width


class Heights:
    """The rows and gaps of a chart with their heights; base of what places the rest."""

    def __init__(
        self,
        chart: FramedChart,
        style: FramedStyle,
        grid: Grid,
        ways: Mapping[str, tuple[Way, ...]],
        node: Mapping[Node, str],
    ) -> None:
        self.chart, self.style, self.grid, self.ways, self.node = chart, style, grid, ways, node
        self.out = Placed()
        self.line = {line.id: line for line in chart.lines}
        self.party = {p.id: p for p in (*chart.suppliers, *chart.customers)}
        self.runs: dict[Channel, dict[str, list[tuple[Run, Run | None, Run | None]]]] = {}
        for id_, all_ways in ways.items():
            for way in all_ways:
                for k, run in enumerate(way):
                    before = way[k - 1] if k else None
                    after = way[k + 1] if k + 1 < len(way) else None
                    self.runs.setdefault(run.channel, {}).setdefault(id_, []).append((run, before, after))
        self._outers = {left: self._find_outer(left) for left in (True, False)}
        words = (chart.heads[1], chart.heads[3])
        heads = (width(word.upper(), 7, 600, tracking=0.6) + 18.0 for word in words)
        left, right = (max(zone_of(self._outer(k == 0), style), head) for k, head in enumerate(heads))
        self.out.rooms = (left, right)
        self._flat: dict[Channel, list[Span]] = {}
        self._tall: dict[str, float] = {}
        self.y_of: dict[tuple[Channel, str], float] = {}
        self.x_of: dict[tuple[Channel, str], float] = {}
        self.gap_top: list[float] = []
        self.gap_height: list[float] = []
        self.row_top: list[float] = []
        self.row_height: list[float] = []

    def _nominal(self, node: Node) -> float:
        """A place along a row or gap, before widths are known."""
        kind, i, _ = node
        if kind in "LZ":
            return -10.0 if kind == "L" else self.grid.columns * 10 + 10.0
        if kind in "XM":
            return i * 10.0
        if kind == "N":
            return i * 10 + 5.0
        raise AssertionError(node)

    def _flat_spans(self, channel: Channel) -> list[Span]:
        """The spans of a row or gap in nominal places."""
        if channel in self._flat:
            return self._flat[channel]
        spans = self._flat[channel] = []
        for id_, parts in self.runs.get(channel, {}).items():
            ends: list[float] = []
            taps: set[Tap] = set()
            for run, before, after in parts:
                a, b = self._flat_end(run, True), self._flat_end(run, False)
                ends += [a, b]
                taps.add(Tap(a, self._turn(before, True) if before else 0))
                taps.add(Tap(b, self._turn(after, False) if after else 0))
            spans.append(Span(id_, min(ends), max(ends), tuple(sorted(taps))))
        return spans

    def _flat_end(self, run: Run, start: bool) -> float:
        node = run.start if start else run.end
        if node[0] != "B":
            return self._nominal(node)
        cell = self.grid.cells[self.node[node]]
        other = run.end if start else run.start
        right = self.grid.columns if cell.strip else cell.column + 1
        at_right = self._nominal(other) >= right * 10 if other[0] != "B" else start
        return right * 10 - 2.0 if at_right else cell.column * 10 + 2.0

    def _turn(self, run: Run, before: bool) -> int:
        """Whether the run that joins on comes from (or goes) above: -1, or below: 1."""
        near, far = (run.end, run.start) if before else (run.start, run.end)
        a, b = self._level(near, far), self._level(far, near)
        return 0 if a == b else -1 if b < a else 1

    def _level(self, node: Node, other: Node) -> float:
        """The rank of a node from the top."""
        kind, _, j = node
        if kind in "XN":
            return j * 2.0
        if kind == "M":
            return self.grid.rows[j].above * 2 + 1.0
        if kind == "B":
            cell = self.grid.cells[self.node[node]]
            top, foot = self.grid.rows[cell.row].above * 2 + 1.0, self.grid.rows[cell.last].above * 2 + 1.0
            return top if other[0] == "N" and other[2] * 2 < top else foot
        return 0.0

    def _heights(self) -> None:
        grid, style = self.grid, self.style
        gap_tracks = [tracks(self._flat_spans(("H", j, 0)), apart=1.0) for j in range(grid.gaps)]
        row_tracks = [tracks(self._flat_spans(("R", r, 0)), apart=0.5) for r in range(len(grid.rows))]
        gap_needs = [self._gap_need(j, laid) for j, laid in enumerate(gap_tracks)]
        row_need = self._row_needs(row_tracks, gap_needs)
        whole_feet = {last + 0: id_ for id_, last in grid.wholes.items()}
        y = HEADS if any(self.chart.heads) else 0.0
        by_frame: dict[int, list[int]] = {}
        for r, row in enumerate(grid.rows):
            by_frame.setdefault(row.frame, []).append(r)
        for f, frame in enumerate(grid.frames):
            top = y
            if frame.code:
                y += bar_height(frame, self._frame_width(), BAR)
            else:
                y += TITLE + (len(title_lines(frame, style)) - 1) * LABEL_LINE
            rows = by_frame.get(f, [])
            for k, r in enumerate(rows):
                first = k == 0
                y = self._gap(
                    grid.rows[r].above,
                    y,
                    gap_tracks,
                    0.0 if first else style.fall,
                    closes=not first and (r - 1) in whole_feet,
                )
                self.row_top.append(y)
                self.row_height.append(row_need[r])
                self._row_tracks(r, y, row_need[r], row_tracks[r])
                y += row_need[r]
            if rows:
                y = self._gap(grid.rows[rows[-1]].below, y, gap_tracks, 0.0, closes=rows[-1] in whole_feet)
                y += PAD if not style.inner else PAD + 4
            else:
                y += LABEL_LINE * len(empty_lines(frame, style)) + 4.0
            self.out.frames[frame.id] = Rect(0, top, 0, y - top)
            y += 6.0
        self.out.height = y - 6.0 if grid.frames else y

    def _frame_width(self) -> float:
        """About how wide the frames become."""
        lanes = 68.0 if self.style.inner else 2 * PAD
        return self.grid.columns * self.style.box + (self.grid.columns - 1) * 26.0 + lanes

    def _gap(self, j: int, y: float, gap_tracks: list[dict[str, int]], least: float, *, closes: bool) -> float:
        """Give the tracks of a gap their heights; returns its foot. `closes`: the foot of a whole lies in it."""
        laid = gap_tracks[j]
        count = max(laid.values(), default=-1) + 1
        told = self._told(j)
        height = max(least, self._gap_need(j, laid))
        spread = (height - told - (count - 1) * self.style.pitch) / 2 if not told else 6.0
        for id_, track in laid.items():
            self.y_of[(("H", j, 0), id_)] = y + told + spread + track * self.style.pitch
        self.gap_top.append(y)
        self.gap_height.append(height)
        return y + height + (WHOLE_PAD if closes else 0.0)

    def _gap_need(self, j: int, laid: Mapping[str, int]) -> float:
        """The height of a gap: for its tracks, and for a disc or text on a stub that runs straight through."""
        count = max(laid.values(), default=-1) + 1
        told = self._told(j)
        if told:
            return told + (18.0 + (count - 1) * self.style.pitch if count else 6.0)
        discs = [18.0 + 13.0 * len(self.line[id_].discs) for id_ in self._through_gap(j)]
        return max(count * self.style.pitch + 7.0 if count else 2.0, *discs, 0.0)

    def _told(self, j: int) -> float:
        """The height that texts beside stubs take at the top of a gap; lines along the gap run under them."""
        lines = [beside_lines(self.line[id_], self.style) for id_ in self._through_gap(j)]
        return max((len(text) * LABEL_LINE + 12.0 for text in lines if text), default=0.0)

    def _through_gap(self, j: int) -> list[str]:
        """The lines that go straight from box to box through a gap."""
        return [
            id_
            for channel, lines in self.runs.items()
            if channel[0] == "S" and channel[2] == j
            for id_, parts in lines.items()
            if any(run.start[0] == run.end[0] == "B" for run, _, _ in parts)
        ]

    def _row_needs(self, row_tracks: list[dict[str, int]], gap_needs: list[float]) -> list[float]:
        """The height of each row: for texts, for tracks, and so that parties can stand beside it."""
        grid, style = self.grid, self.style
        need = [16.0 if row.strip else style.least_box for row in grid.rows]
        for box in self.chart.boxes:
            cell = grid.cells[box.id]
            if cell.strip:
                wide = grid.columns * style.box + (grid.columns - 1) * 34.0 + 2 * WHOLE_PAD
                need[cell.row] = max(need[cell.row], len(strip_lines(box, wide)) * 8.9 + 8.0)
                continue
            tall = box_height(box, style)
            span = cell.last - cell.row + 1
            if span == 1:
                need[cell.row] = max(need[cell.row], tall)
            else:
                missing = tall - sum(need[cell.row : cell.last + 1]) - (span - 1) * style.fall
                need[cell.last] += max(0.0, missing)
        for r, laid in enumerate(row_tracks):
            count = max(laid.values(), default=-1) + 1
            need[r] = max(need[r], count * self.style.pitch + 8.0)
        for side in (True, False):
            wants = [0.0] * len(grid.rows)
            for id_, sep in self._separations(side):
                r = self._row_of(id_, side)
                wants[r] += sep
            for r in range(len(grid.rows)):
                chain = self._chain(self._direct(r, side, row_tracks[r]), side)
                need[r] = max(need[r], (sum(chain) + 12.0) * style.straight if chain else 0.0)
            for r, want in enumerate(wants):
                gap = max(style.fall, gap_needs[grid.rows[r].above])
                need[r] = max(need[r], want * style.straight - gap - 2.0)
        return need

    def _row_of(self, id_: str, left: bool) -> int:
        """The row that an outer line meets first."""
        way = self.ways[id_][0]
        run = way[0] if left else way[-1]
        if run.channel[0] == "R":
            return run.channel[1]
        j = run.channel[1]
        return min(range(len(self.grid.rows)), key=lambda r: abs(self.grid.rows[r].above * 2 + 1 - j * 2))

    def _row_tracks(self, r: int, y: float, height: float, laid: Mapping[str, int]) -> None:
        """Tracks of a row evenly apart; lines straight to a party as far apart as the parties must stand."""
        count = max(laid.values(), default=-1) + 1
        for id_, track in laid.items():
            self.y_of[(("R", r, 0), id_)] = y + height * (track + 1) / (count + 1)
        for left in (True, False):
            direct = self._direct(r, left, laid)
            chain = self._chain(direct, left)
            if not chain or self._crowded(r, direct):
                continue
            scale = min(1.0, (height - 10.0) / sum(chain))
            at = y + (height - sum(chain) * scale) / 2
            for line, gap in zip(direct, [0.0, *chain], strict=True):
                at += gap * scale
                self.y_of[(("R", r, 0), line.id)] = at

    def _direct(self, r: int, left: bool, laid: Mapping[str, int]) -> list[FrameLine]:
        """The lines of this side that run along this row and nowhere else, from the top."""
        own = [n for n in self._outer(left) if n.id in laid and len(self.ways[n.id]) == len(self.ways[n.id][0]) == 1]
        return sorted(own, key=lambda n: (laid[n.id], n.id))

    def _crowded(self, r: int, direct: list[FrameLine]) -> bool:
        """Whether another line runs where these do, so that they cannot choose their heights freely."""
        spans = self._flat_spans(("R", r, 0))
        own = {n.id for n in direct}
        return any(
            a.low < b.high + 0.5 and b.low < a.high + 0.5
            for a in spans
            if a.line in own
            for b in spans
            if b.line not in own
        )

    def _chain(self, lines: list[FrameLine], left: bool) -> list[float]:
        """How far each of these lines must stand below the one before."""
        out = []
        for n, m in pairwise(lines):
            p, q = (n.source, m.source) if left else (n.targets[0], m.targets[0])
            boxes = (self._party_height(p) + self._party_height(q)) / 2 + self.style.slack if p != q else 0.0
            out.append(max(boxes, self._line_gap(m, n)))
        return out

    # What stands at the sides -----------------------------------------------------------------------------------

    def _outer(self, left: bool) -> list[FrameLine]:
        """The lines to parties of one side."""
        return self._outers[left]

    def _find_outer(self, left: bool) -> list[FrameLine]:
        ids = {p.id for p in (self.chart.suppliers if left else self.chart.customers)}
        return [n for n in self.chart.lines if n.id in self.ways and (n.source if left else n.targets[0]) in ids]

    def _separations(self, left: bool) -> list[tuple[str, float]]:
        """For each outer line the height that it takes in the column of parties."""
        lines = self._outer(left)
        per: dict[str, int] = {}
        for line in lines:
            party = line.source if left else line.targets[0]
            per[party] = per.get(party, 0) + 1
        out = []
        for line in lines:
            party = line.source if left else line.targets[0]
            tall = self._party_height(party) + self.style.slack
            out.append((line.id, max(tall / per[party], self._line_gap(line))))
        return out

    def _party_height(self, id_: str) -> float:
        if id_ not in self._tall:
            self._tall[id_] = len(party_lines(self.party[id_], self.style)) * NAME_LINE + 8.0
        return self._tall[id_]

    def _line_gap(self, line: FrameLine, above: FrameLine | None = None) -> float:
        """The least distance of a line from the one above it, so that its text has room under the discs there."""
        room = self.out.rooms[0 if line.source in self.party else 1]
        discs = (6.5 if line.document else 4.0) if above is None or above.discs else 0.0
        return max(14.0 if line.discs else 10.0, len(label_lines(line, self.style, room)) * LABEL_LINE + 4.0 + discs)
