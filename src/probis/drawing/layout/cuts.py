"""A map in one piece, too large for its place, to where it is cut: what a division costs, and the one that costs least.

The cost, in lines cut: every line cut 1, and 1 more where it should not be (see `_price`); every page PAGE, every part
PART; an empty part of a page EMPTY times the square of the share left over at its right, the last part LAST of that,
as the last line of a paragraph. The sizes of parts are guessed from the map in one piece; the best division by the
guesses is tried, what is found out replaces the guesses, and so on until the best division is known to fit. Source:
least-cost division by dynamic programming, as of a paragraph into lines (Knuth & Plass 1981), with open sizes found
out on demand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from probis.drawing.layout.plan import Box, Plan, Wire
from probis.drawing.sheet import Room

_Off: TypeAlias = tuple[float, float]
Size: TypeAlias = Callable[[int, int], tuple[float, float]]  # width and height of a part, found out by drawing it

BAND_GAP = 14.0  # between two parts on one page
PAGE = 6.0
PART = 1.0
EMPTY = 12.0
LAST = 0.6
AWRY = 1.0  # a line cut within a fork, at an exit of a decision or a wait, or running back
CONNECTOR = 104.0  # the width of a connector with the line to it
LOOSE = 0.25  # of its height a part has less than the map in one piece, as a first guess
FAR_OFF = 150.0  # how much a guess may be wrong
HOPEFUL = 24.0  # how much a guess may be too wide and still be tried
MOST_ROUNDS = 40
MOST_STATES = 4


class _State(NamedTuple):
    """A division of the boxes before some cut: its cost, how full its last page is, and its parts."""

    cost: float
    filled: float
    start: int  # of the last part
    before: int  # the state that ends there


class Division(NamedTuple):
    """Where the parts begin, and what they cost as far as is known."""

    starts: list[int]
    cost: float


@dataclass(slots=True)
class Strip:
    """The map in one piece, its boxes in the order in which pages take them."""

    plan: Plan
    order: list[Box]
    rank: list[int]  # the place of every box in the order
    wires: list[list[Wire]]  # of every box
    place: Room
    size: Size
    ends: list[int] = field(default_factory=list)  # where a part may end
    known: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)
    guesses: dict[tuple[int, int], tuple[float, float, float]] = field(default_factory=dict)
    off: _Off = (0.0, -LOOSE * 400.0)  # by how much guesses were too small, in the mean
    off_from: dict[int, _Off] = field(default_factory=dict)  # the same, of the last part tried that begins there
    off_to: dict[int, _Off] = field(default_factory=dict)  # the same, of the last part tried that ends there

    def fits(self, start: int, end: int) -> bool:
        """Whether a part fits its place; it is drawn where that is not known."""
        if (start, end) not in self.known:
            size = self.size(start, end)
            self.known[start, end] = size
            self._learn(start, end, size)
        return self.inside(self.known[start, end])

    def _learn(self, start: int, end: int, size: tuple[float, float]) -> None:
        """Keep by how much the guess was wrong, for the parts like this one."""
        across, high, _ = self.guess(start, end)
        wide = size[0] - across if size[0] else self.error(start, end)[0]
        share = 1.0 / (1 + len(self.known))
        self.off = self.off[0] + (wide - self.off[0]) * share, self.off[1] + (size[1] - high - self.off[1]) * share
        self.off_from[start] = self.off_to[end] = wide, size[1] - high

    def error(self, start: int, end: int) -> _Off:
        """By how much the guess of a part is likely to be too small: as that of the parts like it."""
        a, b = self.off_from.get(start), self.off_to.get(end)
        if a and b:
            return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
        return a or b or self.off

    def guess(self, start: int, end: int) -> tuple[float, float, float]:
        """Width, height and price of a part, as far as the map in one piece tells."""
        if (start, end) not in self.guesses:
            self.guesses[start, end] = (*_guess(self, start, end), _price(self, start, end))
        return self.guesses[start, end]

    def inside(self, size: tuple[float, float]) -> bool:
        """Whether a size is within the place; a width of 0 is that of a part too high to be drawn."""
        return 0 < size[0] <= self.place.width and size[1] <= self.place.height


def guessed(strip: Strip) -> Division:
    """The division that costs least by guesses alone."""
    _open(strip)
    return _best(strip, HOPEFUL) or Division(_greedy_by_guess(strip), float("inf"))


def divided(strip: Strip) -> Division:
    """The division that costs least, every part of it known to fit; a part of one box may still be too large."""
    _open(strip)
    for attempt in range(MOST_ROUNDS):
        best = _best(strip, max(0.0, HOPEFUL - 3.0 * attempt))
        if best is None:
            break
        parts = [*zip(best.starts, [*best.starts[1:], len(strip.order)], strict=True)]
        fresh = [part for part in parts if part not in strip.known]
        if not fresh:
            return best
        for part in fresh:
            if not strip.fits(*part):
                break
    return Division(_greedy(strip), float("inf"))


def _open(strip: Strip) -> None:
    """A part may end anywhere but between a box and what sits on its edge."""
    n, seat = len(strip.order), strip.plan.seat
    strip.ends = [i for i in range(1, n) if seat(strip.order[i].index) != seat(strip.order[i - 1].index)] + [n]


def _furthest(strip: Strip, start: int, fits: Callable[[int, int], bool]) -> int:
    """The last end up to which a part fits, one end at least."""
    ends = strip.ends[bisect_left(strip.ends, start + 1) :]
    for before, end in pairwise(ends):
        if not fits(start, end):
            return before
    return ends[-1]


def _greedy(strip: Strip) -> list[int]:
    """Each part as long as it can be."""
    return _run(strip, strip.fits)


def _greedy_by_guess(strip: Strip) -> list[int]:
    return _run(strip, lambda start, end: strip.guess(start, end)[0] <= strip.place.width)


def _run(strip: Strip, fits: Callable[[int, int], bool]) -> list[int]:
    out, n = [0], len(strip.order)
    while out[-1] < n:
        out.append(_furthest(strip, out[-1], fits))
    return out[:-1]


def _guess(strip: Strip, start: int, end: int) -> tuple[float, float]:
    """Width and height of a part, as far as the map in one piece tells: its columns without those between them."""
    plan, rank = strip.plan, strip.rank
    inside = strip.order[start:end]
    lanes: dict[int, set[int]] = {}
    before = after = False
    left: dict[int, float] = {}
    right: dict[int, float] = {}
    for box in inside:
        lanes.setdefault(box.lane, set()).add(box.row)
        left[box.column] = min(left.get(box.column, box.x), box.x)
        right[box.column] = max(right.get(box.column, 0.0), box.x + box.width)
        for wire in strip.wires[box.index]:
            far = wire.target if wire.source == box.index else wire.source
            before = before or rank[far] < start
            after = after or rank[far] >= end
            if not start <= rank[far] < end:
                lanes.setdefault(plan.boxes[wire.source].lane, set())
    columns = sorted(left)
    across = right[columns[-1]] - left[columns[-1]]
    for here, there in pairwise(columns):
        step = left[there] - left[here]
        across += step if there == here + 1 else min(step, right[here] - left[here] + plan.style.gap)
    across += plan.head_width() + 2 * plan.style.margin + CONNECTOR * (before + after)
    high = 0.0
    for lane, rows in lanes.items():
        band = plan.bands[lane]
        high += band.height * max(len(rows), 1) / band.rows
    return across, high


def _price(strip: Strip, start: int, end: int) -> float:
    """What it costs to end a part here: every line cut, and more for those that should not be."""
    total = 0.0
    for box in strip.order[start:end]:
        for wire in strip.wires[box.index]:
            far = wire.target if wire.source == box.index else wire.source
            if strip.rank[far] >= end:
                total += 1.0 + AWRY * (wire.back or _divides(strip, wire.source) or _joins(strip, wire.target))
    return total


def _divides(strip: Strip, box: int) -> bool:
    return strip.plan.boxes[box].node.kind in ("decision", "fork", "wait")


def _joins(strip: Strip, box: int) -> bool:
    entered = sum(wire.target == box for wire in strip.wires[box])
    return strip.plan.boxes[box].node.kind == "fork" and entered > 1


def _best(strip: Strip, hopeful: float) -> Division | None:
    """The division that costs least by what is known and guessed; none where no division seems to fit."""
    place = strip.place
    states: dict[int, list[_State]] = {0: [_State(0.0, place.height, 0, 0)]}
    points = [0, *strip.ends]
    last = points[-1]
    for i, start in enumerate(points[:-1]):
        if start not in states:
            continue
        for end in points[i + 1 :]:
            alone = end == points[i + 1]
            size = strip.known.get((start, end))
            across, height, price = strip.guess(start, end)
            if size is None:
                error = strip.error(start, end)
                size = across + error[0] - hopeful, height + error[1] - hopeful
                if not strip.inside(size) and not alone:
                    if size[0] > place.width + FAR_OFF or size[1] > place.height + FAR_OFF:
                        break
                    continue
                size = size[0], min(size[1], place.height)
            elif not strip.inside(size) and not alone:
                continue
            slack = max(0.0, 1.0 - size[0] / place.width)
            price += PART + EMPTY * slack * slack * (LAST if end == last else 1.0)
            for at, state in enumerate(states[start]):
                together = state.filled + BAND_GAP + size[1]
                if together <= place.height:
                    new = _State(state.cost + price, together, start, at)
                else:
                    new = _State(state.cost + price + PAGE, size[1], start, at)
                _add(states.setdefault(end, []), new)
    if last not in states:
        return None
    return _traced(states, last)


def _add(states: list[_State], new: _State) -> None:
    """Keep a state unless another is no worse in everything."""
    if any(old.cost <= new.cost and old.filled <= new.filled for old in states):
        return
    if len(states) < MOST_STATES:
        states.append(new)
        return
    worst = max(range(len(states)), key=lambda i: states[i][:2])
    if new[:2] < states[worst][:2]:
        states[worst] = new


def _traced(states: dict[int, list[_State]], end: int) -> Division:
    at = min(range(len(states[end])), key=lambda i: states[end][i][:2])
    cost = states[end][at].cost
    starts: list[int] = []
    while end > 0:
        state = states[end][at]
        starts.append(state.start)
        end, at = state.start, state.before
    return Division(starts[::-1], cost)
