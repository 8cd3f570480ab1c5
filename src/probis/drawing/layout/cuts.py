"""A map in one piece, too large for its place, to where it is cut: fewest pages, then fewest lines cut and even parts.

The widths and heights of parts are guessed from the map in one piece; the best cuts by the guesses are tried, what
is found out replaces the guesses, and so on until the best cuts are all known to fit. Source: least-cost division
by dynamic programming, as of a paragraph into lines (Knuth & Plass 1981), with open sizes found out on demand.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from probis.drawing.layout.plan import Box, Plan, Wire
from probis.drawing.sheet import Room

Size: TypeAlias = Callable[[int, int], tuple[float, float]]  # width and height of a part, found out by drawing it

BAND_GAP = 14.0  # between two parts on one page
FROM_DECISION = 1.0  # what it costs to cut between a decision, a fork or a wait and what follows
PART = 1.5  # what a further part costs, in lines cut
UNEVEN = 4.0  # what an empty page would cost; half empty a quarter of it
CONNECTOR = 104.0  # the width of a connector with the line to it
HOPEFUL = 24.0  # how much a guess may be too wide and still be tried
FAR_OFF = 150.0  # how much a guess may be wrong
MOST_ROUNDS = 24
MOST_STATES = 12


class _State(NamedTuple):
    """A division of the boxes before some cut: its pages, how full the last is, its price, and its parts."""

    pages: int
    price: float
    filled: float
    start: int  # of the last part
    before: int  # the state that ends there


@dataclass(slots=True)
class Strip:
    """The map in one piece, its boxes in the order of time."""

    plan: Plan
    order: list[Box]
    rank: list[int]  # the place of every box in the order
    wires: list[list[Wire]]  # of every box
    place: Room
    size: Size
    ends: list[int] = field(default_factory=list)  # where a part may end
    known: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)
    off: list[float] = field(default_factory=list)  # by how much guesses of widths were too small
    guesses: dict[tuple[int, int], tuple[float, float, float]] = field(default_factory=dict)

    def fits(self, start: int, end: int) -> bool:
        """Whether a part fits its place; it is drawn where that is not known."""
        if (start, end) not in self.known:
            size = self.size(start, end)
            self.known[start, end] = size
            if size[0]:
                self.off.append(size[0] - self.guess(start, end)[0])
        return self.inside(self.known[start, end])

    def guess(self, start: int, end: int) -> tuple[float, float, float]:
        """Width, height and price of a part, as far as the map in one piece tells."""
        if (start, end) not in self.guesses:
            self.guesses[start, end] = (*_guess(self, start, end), _price(self, start, end))
        return self.guesses[start, end]

    def inside(self, size: tuple[float, float]) -> bool:
        """Whether a size is within the place."""
        return size[0] <= self.place.width and size[1] <= self.place.height


def cuts(strip: Strip) -> list[int]:
    """Where the parts begin, in the order of boxes; a part of one box may still be too large."""
    n = len(strip.order)
    strip.ends = [i for i in range(1, n) if strip.order[i].column != strip.order[i - 1].column] + [n]
    far = 0
    while far < n:
        far = _furthest(strip, far)
    for attempt in range(MOST_ROUNDS):
        parts = _best(strip, HOPEFUL - 6.0 * attempt)
        if not parts:
            break
        misfits = [part for part in parts if part not in strip.known and not strip.fits(*part)]
        for start, end in misfits:
            if not any(start < e < end for e in strip.ends):  # one column is too much
                for fine in range(start + 1, end):
                    insort(strip.ends, fine)
        if not misfits and parts == _best(strip, HOPEFUL - 6.0 * attempt):
            return [start for start, _ in parts]
    return _greedy(strip)


def _furthest(strip: Strip, start: int) -> int:
    """The last end up to which a part fits, looked for from where it is guessed to be."""
    ends = strip.ends[bisect_left(strip.ends, start + 1) :]
    error = sum(strip.off) / len(strip.off) if strip.off else 0.0
    at = sum(strip.guess(start, end)[0] + error <= strip.place.width for end in ends) - 1
    at = max(at, 0)
    if strip.fits(start, ends[at]):
        while at + 1 < len(ends) and strip.fits(start, ends[at + 1]):
            at += 1
        return ends[at]
    while at > 0 and not strip.fits(start, ends[at]):
        at -= 1
    return ends[at]


def _greedy(strip: Strip) -> list[int]:
    """Each part as long as it can be."""
    out, n = [0], len(strip.order)
    while out[-1] < n:
        out.append(_furthest(strip, out[-1]))
    return out[:-1]


def _guess(strip: Strip, start: int, end: int) -> tuple[float, float]:
    """Width and height of a part, as far as the map in one piece tells."""
    plan, rank = strip.plan, strip.rank
    inside = strip.order[start:end]
    lanes = {box.lane for box in inside}
    before = after = False
    for box in inside:
        for wire in strip.wires[box.index]:
            far = wire.target if wire.source == box.index else wire.source
            before = before or rank[far] < start
            after = after or rank[far] >= end
            if not start <= rank[far] < end:
                lanes.add(plan.boxes[wire.source].lane)
    left = min(box.x for box in inside)
    right = max(box.x + box.width for box in inside)
    across = plan.head_width() + right - left + 2 * plan.style.margin + CONNECTOR * (before + after)
    return across, sum(plan.bands[lane].height for lane in lanes)


def _price(strip: Strip, start: int, end: int) -> float:
    """What it costs to end a part here: a line cut, and more where work divides or waits."""
    total = 0.0
    for box in strip.order[start:end]:
        for wire in strip.wires[box.index]:
            far = wire.target if wire.source == box.index else wire.source
            if strip.rank[far] >= end:
                divides = strip.plan.boxes[wire.source].node.kind in ("decision", "fork", "wait")
                total += 1.0 + FROM_DECISION * divides
    return total


def _best(strip: Strip, hopeful: float) -> list[tuple[int, int]]:
    """The parts that cost least by what is known and guessed; none where no division seems to fit."""
    place = strip.place
    error = sum(strip.off) / len(strip.off) if strip.off else 0.0
    states: dict[int, list[_State]] = {0: [_State(0, 0.0, place.height, 0, 0)]}
    points = [0, *strip.ends]
    for i, start in enumerate(points[:-1]):
        if start not in states:
            continue
        for end in points[i + 1 :]:
            alone = end == points[i + 1]
            size = strip.known.get((start, end))
            across, height, price = strip.guess(start, end)
            if size is None:
                size = across + error - hopeful, min(height, place.height)
                if size[0] > place.width and not alone:
                    if size[0] > place.width + FAR_OFF:
                        break
                    continue
            elif not strip.inside(size) and not (alone and end == start + 1):
                continue
            slack = max(0.0, 1.0 - size[0] / place.width)
            price += PART + UNEVEN * slack * slack
            for at, state in enumerate(states[start]):
                together = state.filled + BAND_GAP + size[1]
                below = together <= place.height
                pages, filled = (state.pages, together) if below else (state.pages + 1, size[1])
                _add(states.setdefault(end, []), _State(pages, state.price + price, filled, start, at))
    return _parts(states, points[-1])


def _add(states: list[_State], new: _State) -> None:
    """Keep a state unless another is no worse in everything."""
    for old in states:
        if old.pages <= new.pages and old.price <= new.price and old.filled <= new.filled:
            return
    if len(states) < MOST_STATES:
        states.append(new)
        return
    worst = max(range(len(states)), key=lambda i: states[i][:3])
    if new[:3] < states[worst][:3]:
        states[worst] = new


def _parts(states: dict[int, list[_State]], end: int) -> list[tuple[int, int]]:
    if end not in states:
        return []
    out: list[tuple[int, int]] = []
    at = min(range(len(states[end])), key=lambda i: states[end][i][:3])
    while end > 0:
        state = states[end][at]
        out.append((state.start, end))
        end, at = state.start, state.before
    return out[::-1]
