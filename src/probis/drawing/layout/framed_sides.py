"""Pass 4b. Parties to the height of what they give or take, their lines straight where they can be."""

from __future__ import annotations

from itertools import pairwise

from probis.drawing.layout.framed_chart import FrameLine
from probis.drawing.layout.framed_heights import Heights
from probis.drawing.layout.framed_placed import BAR, HEADS, Rect
from probis.drawing.layout.framed_route import Run
from probis.drawing.layout.framed_text import bar_height
from probis.drawing.layout.framed_tracks import settled

_CORNER = 3.5  # the least from a line to the corner of its box, where that makes the line straight
_APART = 7.0  # of two lines at one side of a box, where that makes one of them straight


class Sides(Heights):
    """The columns of suppliers and customers."""

    def _wish(self, line: FrameLine, left: bool) -> float:
        """Where the line would be straight."""
        run = self.ways[line.id][0][0 if left else -1]
        return self.y_of[(run.channel, line.id)]

    def _parties(self) -> None:
        for left in (True, False):
            self._side(left)
        feet = [r.foot for r in self.out.parties.values()]
        self.out.height = max([self.out.height, *feet])

    def _under_bar(self) -> float:
        """Where lines that enter the frame may do so: below the bar with its title."""
        first = self.chart.frames[0] if self.chart.frames else None
        if first is None or not first.code or not self.style.inner:
            return 0.0
        return (HEADS if any(self.chart.heads) else 0.0) + bar_height(first, self._frame_width(), BAR) + 5.0

    def _first(self, line: FrameLine) -> float:
        """Where the first line of a side may stand, its text below the head of its column."""
        return (HEADS if any(self.chart.heads) else 0.0) + self._line_gap(line) - 2

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
        low = max(low, self._under_bar())
        high = self.out.height - margins[flat[-1][0]]
        places = settled([self._wish(n, left) for _, n in flat], apart, low, high)
        for p in order:
            ys = [y for (q, _), y in zip(flat, places, strict=True) if q == p]
            top, foot = min(ys) - margins[p], max(ys) + margins[p]
            self.out.parties[p] = Rect(0, top, self.style.party, foot - top)
        for k, (p, line) in enumerate(flat):
            low = places[k - 1] + self._line_gap(line, flat[k - 1][1]) if k else self._first(line)
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
            near = min(max(y, top + _CORNER), top + height - _CORNER)
            if all(abs(o - near) >= _APART for o in self._beside(line.id, run)):
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
            low = places[k - 1] + self._line_gap(line, lines[k - 1]) if k else self._first(line)
            high = places[k + 1] - self._line_gap(lines[k + 1], line) if k + 1 < len(lines) else 1e9
            rect = self.out.parties[line.source if left else line.targets[0]]
            low, high = max(low, rect.y + 5.0), min(high, rect.foot - 5.0)
            steps = [places[k] + sign * 1.5 * n for n in range(8) for sign in (1, -1)]
            free = (y for y in steps if low <= y <= high and all(abs(o - y) >= 6.0 for o in others))
            places[k] = next(free, places[k])
            self.out.strands[line.id] = places[k]
