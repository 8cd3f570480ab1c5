"""Pass 4c. Lanes between columns to widths, boxes to places, ways to chains of points.

Postcondition: each line is a chain of points along its ways; lines on one channel have tracks of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from probis.drawing.layout.framed_chart import FrameLine
from probis.drawing.layout.framed_lines import branched, joined, plain
from probis.drawing.layout.framed_placed import PAD, WHOLE_PAD, Placed, Rect
from probis.drawing.layout.framed_route import Channel, Node, Run, Way
from probis.drawing.layout.framed_sides import Sides
from probis.drawing.layout.framed_tracks import Span, Tap, tracks
from probis.drawing.scene import Point


class Placer(Sides):
    """Places a chart whose ways are known; `place` gives the result."""

    def place(self) -> Placed:
        """Heights first, then the places of the parties, then widths, then the lines."""
        self._heights()
        self._parties()
        self._widths()
        self._lines()
        return self.out

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
