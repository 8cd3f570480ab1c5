"""Pass 3. Runs that share a channel to tracks in it, in an order with few crossings.

Postcondition: two runs of different lines on one track of a channel do not meet.
"""

from __future__ import annotations

from typing import NamedTuple


class Tap(NamedTuple):
    """Where a line leaves its run: the position along the channel, and to which side (-1, 1; 0: it ends there)."""

    at: float
    side: int


class Span(NamedTuple):
    """All of one line in one channel: from, to, and its taps."""

    line: str
    low: float
    high: float
    taps: tuple[Tap, ...]


def tracks(spans: list[Span], *, apart: float = 0.0, near: float = 0.0) -> dict[str, int]:
    """The track of each line, counted from 0 at the lesser side; `apart` is the least distance on one track.

    Taps of two lines that face each other nearer than `near` would lie on one another, so their order is chosen
    to part them.
    """
    order = _ordered(spans, near)
    out: dict[str, int] = {}
    for k, span in enumerate(order):
        below = [out[o.line] for o in order[:k] if o.low - apart < span.high and span.low - apart < o.high]
        out[span.line] = max(below, default=-1) + 1
    return out


def _ordered(spans: list[Span], near: float) -> list[Span]:
    """Insertion at the best place, then swaps of neighbours as long as they save crossings."""
    order: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.low - s.high, s.line)):
        costs = [sum(_cost(span, o, near) for o in order)]
        for o in order:
            costs.append(costs[-1] + _cost(o, span, near) - _cost(span, o, near))
        order.insert(costs.index(min(costs)), span)
    for _ in range(len(order)):
        changed = False
        for k in range(len(order) - 1):
            if _cost(order[k + 1], order[k], near) < _cost(order[k], order[k + 1], near):
                order[k], order[k + 1] = order[k + 1], order[k]
                changed = True
        if not changed:
            break
    return order


def _cost(first: Span, second: Span, near: float) -> float:
    """Crossings when `first` has the lesser track; a meeting at the very end counts half, one on another ten."""
    cost = 0.0
    if near:
        ends = [t.at for t in second.taps if t.side == -1]
        cost += 10.0 * sum(abs(t.at - at) < near for t in first.taps if t.side == 1 for at in ends)
    for span, other, side in ((first, second, 1), (second, first, -1)):
        for tap in span.taps:
            if tap.side == side and other.low <= tap.at <= other.high:
                cost += 1.0 if other.low < tap.at < other.high else 0.5
    return cost


def settled(wishes: list[float], apart: list[float], low: float, high: float) -> list[float]:
    """Places in the order given, as near to the wishes as can be (sum of distances), at least `apart` from the next.

    `apart` has one entry fewer than `wishes`. Isotonic regression by pooling with medians (Barlow et al. 1972), so
    that of several that cannot all have their wish one has it exactly. Where `low` to `high` is too short the
    places begin at `low`.
    """
    shift, total = [0.0], 0.0
    for gap in apart:
        total += gap
        shift.append(total)
    pools: list[list[float]] = []
    for wish, s in zip(wishes, shift, strict=False):
        pools.append([wish - s])
        while len(pools) > 1 and _median(pools[-2]) > _median(pools[-1]):
            last = pools.pop()
            pools[-1] = sorted(pools[-1] + last)
    flat = [_median(pool) for pool in pools for _ in pool]
    top = max(low, high - shift[-1]) if wishes else low
    return [min(max(z, low), top) + s for z, s in zip(flat, shift, strict=False)]


def _median(values: list[float]) -> float:
    return values[(len(values) - 1) // 2]
