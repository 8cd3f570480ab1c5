"""Pass 4. Grid and ways to places: heights of rows and gaps, parties at the height of their targets, widths, lines.

Postcondition: each line is a chain of points along its ways; lines on one channel have tracks of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from probis.drawing.layout.framed_chart import FramedChart, FramedStyle, FrameLine
from probis.drawing.layout.framed_grid import Grid
from probis.drawing.layout.framed_lines import branched, joined, plain
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
from probis.drawing.layout.framed_tracks import Span, Tap, settled, tracks
from probis.drawing.measure import width
from probis.drawing.scene import Point

TITLE, BAR = 17.0, 20.0
PAD, WHOLE_PAD = 8.0, 8.0
HEADS = 16.0
DISC = 6.0


class Rect(NamedTuple):
    """A place: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def foot(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass(slots=True)
class Placed:
    """Everything with its place. `strands` is the height at which a line stands beside its party."""

    width: float = 0.0
    height: float = 0.0
    boxes: dict[str, Rect] = field(default_factory=dict)
    frames: dict[str, Rect] = field(default_factory=dict)
    wholes: dict[str, Rect] = field(default_factory=dict)
    parties: dict[str, Rect] = field(default_factory=dict)
    strands: dict[str, float] = field(default_factory=dict)
    paths: dict[str, tuple[tuple[Point, ...], ...]] = field(default_factory=dict)
    headless: set[tuple[str, int]] = field(default_factory=set)
    zones: tuple[float, float] = (0.0, 0.0)
    rooms: tuple[float, float] = (0.0, 0.0)
    first: float = 0.0


class Placer:
    """Works out one placing; see `place`."""

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

    def place(self) -> Placed:
        """Heights first, then the places of the parties, then widths, then the lines."""
        self._heights()
        self._parties()
        self._widths()
        self._lines()
        return self.out

    # Heights ----------------------------------------------------------------------------------------------------

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
        height = max(least, self._gap_need(j, laid))
        spread = (height - (count - 1) * self.style.pitch) / 2
        for id_, track in laid.items():
            self.y_of[(("H", j, 0), id_)] = y + spread + track * self.style.pitch
        self.gap_top.append(y)
        self.gap_height.append(height)
        return y + height + (WHOLE_PAD if closes else 0.0)

    def _gap_need(self, j: int, laid: Mapping[str, int]) -> float:
        """The height of a gap: for its tracks, and for a disc or text on a stub that runs straight through."""
        count = max(laid.values(), default=-1) + 1
        through = [
            18.0 + max(13.0 * len(self.line[id_].discs), LABEL_LINE * len(beside_lines(self.line[id_], self.style)))
            for channel, lines in self.runs.items()
            if channel[0] == "S" and channel[2] == j
            for id_, parts in lines.items()
            for run, _, _ in parts
            if run.start[0] == run.end[0] == "B"
        ]
        return max(count * self.style.pitch + 7.0 if count else 2.0, *through, 0.0)

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

    # Parties ----------------------------------------------------------------------------------------------------

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
        discs = 4.0 if above is None or above.discs else 0.0
        return max(14.0 if line.discs else 10.0, len(label_lines(line, self.style, room)) * LABEL_LINE + 4.0 + discs)

    def _wish(self, line: FrameLine, left: bool) -> float:
        """Where the line would be straight."""
        run = self.ways[line.id][0][0 if left else -1]
        return self.y_of[(run.channel, line.id)]

    def _parties(self) -> None:
        for left in (True, False):
            self._side(left)
        feet = [r.foot for r in self.out.parties.values()]
        self.out.height = max([self.out.height, *feet])

    def _side(self, left: bool) -> None:
        lines = self._outer(left)
        by_party: dict[str, list[FrameLine]] = {}
        for line in lines:
            by_party.setdefault(line.source if left else line.targets[0], []).append(line)
        for own in by_party.values():
            own.sort(key=lambda n: (self._wish(n, left), n.id))
        order = list(by_party)
        mean = {p: sum(self._wish(n, left) for n in own) / len(own) for p, own in by_party.items()}
        order.sort(key=lambda p: mean[p])
        flat = [(p, n) for p in order for n in by_party[p]]
        if not flat:
            return
        margins = {p: self._margin(p, by_party[p]) for p in order}
        apart = []
        for (p, n), (q, m) in pairwise(flat):
            boxes = margins[p] + margins[q] + self.style.slack if p != q else 0.0
            apart.append(max(boxes, self._line_gap(m, n)))
        low = (HEADS if any(self.chart.heads) else 0.0) + max(margins[flat[0][0]], self._line_gap(flat[0][1]) - 2)
        high = self.out.height - margins[flat[-1][0]]
        places = settled([self._wish(n, left) for _, n in flat], apart, low, high)
        for p in order:
            ys = [y for (q, _), y in zip(flat, places, strict=True) if q == p]
            top, foot = min(ys) - margins[p], max(ys) + margins[p]
            self.out.parties[p] = Rect(0, top, self.style.party, foot - top)
        for k, (p, line) in enumerate(flat):
            low = places[k - 1] + self._line_gap(line, flat[k - 1][1]) if k else -1e9
            high = places[k + 1] - self._line_gap(flat[k + 1][1], line) if k + 1 < len(flat) else 1e9
            rect = self.out.parties[p]
            low, high = max(low, rect.y + 5.0), min(high, rect.foot - 5.0)
            places[k] = self._followed(line, places[k], left, min(low, places[k]), max(high, places[k]))
            self.out.strands[line.id] = places[k]
        self._kept_apart([n for _, n in flat], places, left)

    def _margin(self, party: str, own: list[FrameLine]) -> float:
        """From the outermost line of a party to the edge of its box."""
        least = sum(self._line_gap(n) for n in own[1:])
        return max(6.0, (self._party_height(party) - least) / 2)

    def _followed(self, line: FrameLine, y: float, left: bool, low: float, high: float) -> float:
        """Make a line straight where it can be: the box takes it at its height, or the party gives it at the height
        of the way (between `low` and `high`); returns the height of the strand.
        """
        ways = self.ways[line.id]
        inner = {self.y_of[(way[0 if left else -1].channel, line.id)] for way in ways}
        if len(inner) > 1:
            return y
        run = ways[0][0 if left else -1]
        key = (run.channel, line.id)
        wish = self.y_of[key]
        if run.channel[0] == "R" and len(ways) == len(ways[0]) == 1:
            r = run.channel[1]
            top, height = self.row_top[r], self.row_height[r]
            near = min(max(y, top + 5.0), top + height - 5.0)
            if all(abs(o - near) >= 8.0 for o in self._beside(line.id, run)):
                self.y_of[key] = wish = near
        return wish if low <= wish <= high else y

    def _beside(self, id_: str, run: Run) -> list[float]:
        """The heights of other lines that run in the same row where this one does."""
        spans = {span.line: span for span in self._flat_spans(run.channel)}
        own = spans[id_]
        return [
            self.y_of[(run.channel, i)]
            for i, span in spans.items()
            if i != id_ and span.low < own.high + 0.5 and own.low < span.high + 0.5
        ]

    def _kept_apart(self, lines: list[FrameLine], places: list[float], left: bool) -> None:
        """Move strands that would meet the inner end of another line head on, as far as their party allows."""
        inner = {n.id: {self.y_of[(way[0 if left else -1].channel, n.id)] for way in self.ways[n.id]} for n in lines}
        for k, line in enumerate(lines):
            if inner[line.id] == {places[k]}:
                continue
            others = [y for i, ys in inner.items() if i != line.id for y in ys]
            low = places[k - 1] + self._line_gap(line, lines[k - 1]) if k else -1e9
            high = places[k + 1] - self._line_gap(lines[k + 1], line) if k + 1 < len(lines) else 1e9
            rect = self.out.parties[line.source if left else line.targets[0]]
            low, high = max(low, rect.y + 5.0), min(high, rect.foot - 5.0)
            steps = [places[k] + sign * 1.5 * n for n in range(8) for sign in (1, -1)]
            free = (y for y in steps if low <= y <= high and all(abs(o - y) >= 6.0 for o in others))
            places[k] = next(free, places[k])
            self.out.strands[line.id] = places[k]

    # Widths -----------------------------------------------------------------------------------------------------

    def _widths(self) -> None:
        grid, style = self.grid, self.style
        lane_tracks = [tracks(self._tall_spans(i), apart=6.0, near=6.0) for i in range(grid.columns + 1)]
        x = 0.0
        if self.chart.suppliers:
            x += style.party + self.out.rooms[0]
        self.out.zones = (style.party if self.chart.suppliers else 0.0, 0.0)
        bounds: list[tuple[float, float]] = []
        whole_pad = WHOLE_PAD if grid.wholes else 0.0
        inner_pad = PAD + whole_pad
        beside = whole_pad if style.inner else inner_pad
        for i in range(grid.columns + 1):
            count = max(lane_tracks[i].values(), default=-1) + 1
            outer = i in (0, grid.columns)
            if outer:
                wide = max(6.0 if not style.inner else 34.0, count * self.style.pitch + 4.0 if count else 0.0)
            else:
                wide = max(34.0, (count - 1) * self.style.pitch + 28.0, self._straight_discs(i))
            if i == grid.columns:
                x += beside
            if i == 0:
                lane_left = x
            start = x + (wide - (count - 1) * self.style.pitch) / 2
            for id_, track in lane_tracks[i].items():
                self.x_of[(("V", i, 0), id_)] = start + track * self.style.pitch
            x += wide
            if i == 0:
                x += beside
            if i < grid.columns:
                bounds.append((x, x + style.box))
                x += style.box
        frame_left = lane_left if style.inner else bounds[0][0] - inner_pad
        frame_right = x if style.inner else bounds[-1][1] + inner_pad
        self.out.zones = (self.out.zones[0], x)
        if self.chart.customers:
            x += self.out.rooms[1] + style.party
        self.out.width = x
        self.out.first = bounds[0][0]
        self._rects(bounds, frame_left, frame_right)

    def _straight_discs(self, i: int) -> float:
        """The width that discs on lines straight across a lane need."""
        return max(
            (
                13.0 * len(self.line[id_].discs) + 16.0
                for channel, lines in self.runs.items()
                if channel[0] == "R"
                for id_, parts in lines.items()
                for run, _, _ in parts
                if run.start[0] == run.end[0] == "B" and self.grid.cells[self.node[run.start]].column + 1 == i
            ),
            default=0.0,
        )

    def _rects(self, bounds: list[tuple[float, float]], left: float, right: float) -> None:
        out, grid = self.out, self.grid
        for id_, frame in out.frames.items():
            out.frames[id_] = Rect(left, frame.y, right - left, frame.height)
        for box in self.chart.boxes:
            cell = grid.cells[box.id]
            top, foot = self.row_top[cell.row], self.row_top[cell.last] + self.row_height[cell.last]
            if cell.strip:
                x0, x1 = bounds[0][0] - WHOLE_PAD, bounds[-1][1] + WHOLE_PAD
                out.boxes[box.id] = Rect(x0, top, x1 - x0, foot - top)
                continue
            x0, x1 = bounds[cell.column]
            out.boxes[box.id] = Rect(x0, top, x1 - x0, foot - top)
        for id_, last in grid.wholes.items():
            strip = out.boxes[id_]
            j = grid.rows[last].below
            foot = self.gap_top[j] + self.gap_height[j] + WHOLE_PAD - 3.0
            out.wholes[id_] = Rect(strip.x, strip.y, strip.width, foot - strip.y)
        for p in self.chart.suppliers:
            if p.id in out.parties:
                out.parties[p.id] = out.parties[p.id]._replace(x=0.0)
        for p in self.chart.customers:
            if p.id in out.parties:
                out.parties[p.id] = out.parties[p.id]._replace(x=out.width - self.style.party)
        for channel, laid in self.runs.items():
            if channel[0] == "S":
                self._stubs(channel, laid, *bounds[channel[1]])

    def _stubs(
        self, channel: Channel, laid: Mapping[str, list[tuple[Run, Run | None, Run | None]]], x0: float, x1: float
    ) -> None:
        """Stubs under a box evenly apart; beside one that carries a text the others keep to the far right."""
        order = sorted(laid, key=lambda i: (self._stub_side(laid[i]), i))
        wide = x1 - x0
        told = [i for i in order if self.line[i].text and self._through(laid[i])]
        if told and len(order) > 1:
            rest = [i for i in order if i != told[0]]
            self.x_of[(channel, told[0])] = x0 + 0.2 * wide
            for k, id_ in enumerate(rest):
                self.x_of[(channel, id_)] = x0 + wide * (0.8 + 0.2 * (k + 1) / (len(rest) + 1))
            return
        for k, id_ in enumerate(order):
            self.x_of[(channel, id_)] = x0 + wide * (k + 1) / (len(order) + 1)

    @staticmethod
    def _through(parts: list[tuple[Run, Run | None, Run | None]]) -> bool:
        """Whether the stub goes straight from box to box."""
        return any(run.start[0] == run.end[0] == "B" for run, _, _ in parts)

    def _stub_side(self, parts: list[tuple[Run, Run | None, Run | None]]) -> float:
        """Where a stub's line goes on: left first, then straight, then right."""
        _, before, after = parts[0]
        next_ = before or after
        if next_ is None:
            return 0.0
        near, far = (next_.end, next_.start) if before else (next_.start, next_.end)
        a, b = (self._nominal(n) if n[0] != "B" else 0.0 for n in (near, far))
        return -1.0 if b < a else 1.0

    def _tall_spans(self, i: int) -> list[Span]:
        """The spans of a lane in final heights; a jog between a strand and its way counts, too."""
        spans: dict[str, tuple[list[float], set[Tap]]] = {}
        for id_, parts in self.runs.get(("V", i, 0), {}).items():
            ys, taps = spans.setdefault(id_, ([], set()))
            for _, before, after in parts:
                for other, first in ((before, True), (after, False)):
                    if other is None:
                        continue
                    y = self.y_of[(other.channel, id_)]
                    far = other.start if first else other.end
                    ys.append(y)
                    taps.add(Tap(y, self._sideways(far, i)))
        for left in (True, False):
            if i != (0 if left else self.grid.columns):
                continue
            for line in self._outer(left):
                self._jog(line, left, spans)
        return [Span(id_, min(ys), max(ys), tuple(sorted(taps))) for id_, (ys, taps) in spans.items() if ys]

    def _jog(self, line: FrameLine, left: bool, spans: dict[str, tuple[list[float], set[Tap]]]) -> None:
        strand = self.out.strands[line.id]
        runs = {(way[0] if left else way[-1]).channel for way in self.ways[line.id]}
        inner = sorted(self.y_of[(c, line.id)] for c in runs if c[0] in "HR")
        if not inner or (len(inner) == 1 and abs(inner[0] - strand) < 0.01):
            return
        ys, taps = spans.setdefault(line.id, ([], set()))
        ys.extend([strand, *inner])
        taps.add(Tap(strand, -1 if left else 1))
        taps.update(Tap(y, 1 if left else -1) for y in inner)

    def _sideways(self, far: Node, i: int) -> int:
        if far[0] in "LZ":
            return -1 if far[0] == "L" else 1
        if far[0] == "B":
            cell = self.grid.cells[self.node[far]]
            return -1 if cell.column < i else 1
        at = self._nominal(far)
        return 0 if at == i * 10 else -1 if at < i * 10 else 1

    # Lines ------------------------------------------------------------------------------------------------------

    def _lines(self) -> None:
        for line in self.chart.lines:
            if line.id not in self.ways:
                continue
            whole = [
                plain(self._points(line, way, *pair)) for way, pair in zip(self.ways[line.id], line.pairs, strict=True)
            ]
            self.out.paths[line.id] = joined(whole) if line.joins else branched(whole)
            heads = {way[-1] for way in whole}
            for k, way in enumerate(self.out.paths[line.id]):
                if way[-1] not in heads or (line.joins and way[-1] in {w[-1] for w in self.out.paths[line.id][:k]}):
                    self.out.headless.add((line.id, k))

    def _points(self, line: FrameLine, way: Way, source: str, target: str) -> list[Point]:
        out: list[Point] = []
        left, right = source in self.out.parties, target in self.out.parties
        if left:
            strand = self.out.strands[line.id]
            out.append((self.out.parties[source].right, strand))
            self._jogged(out, line, way[0], strand, 0)
        else:
            out.append(self._port(line.id, way[0], way[0].start, way[0].end))
        for a, b in pairwise(way):
            flat, tall = (a, b) if a.channel[0] in "HR" else (b, a)
            out.append((self.x_of[(tall.channel, line.id)], self.y_of[(flat.channel, line.id)]))
        if right:
            strand = self.out.strands[line.id]
            back: list[Point] = [(self.out.parties[target].x, strand)]
            self._jogged(back, line, way[-1], strand, self.grid.columns)
            out.extend(reversed(back))
        else:
            out.append(self._port(line.id, way[-1], way[-1].end, way[-1].start))
        return out

    def _jogged(self, out: list[Point], line: FrameLine, run: Run, strand: float, lane: int) -> None:
        y = self.y_of[(run.channel, line.id)]
        key: tuple[Channel, str] = (("V", lane, 0), line.id)
        if key in self.x_of:
            out.extend([(self.x_of[key], strand), (self.x_of[key], y)])

    def _port(self, id_: str, run: Run, end: Node, other: Node) -> Point:
        box = self.out.boxes[self.node[end]]
        if run.channel[0] == "S":
            x = self.x_of[(run.channel, id_)]
            gap = run.channel[2]
            cell = self.grid.cells[self.node[end]]
            above = self.grid.rows[cell.row].above == gap
            return (x, box.y if above else box.foot)
        y = self.y_of[(run.channel, id_)]
        cell = self.grid.cells[self.node[end]]
        right = self.grid.columns if cell.strip else cell.column + 1
        if other[0] == "B":
            other_cell = self.grid.cells[self.node[other]]
            at_right = other_cell.column > cell.column
        elif other[0] in "LZ":
            at_right = other[0] == "Z"
        else:
            at_right = other[1] >= right
        return (box.right if at_right else box.x, y)
