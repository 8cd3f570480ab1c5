"""Which of two pieces in one slot lies first, so that their wires do not cross where they need not.

Part of pass 8. Two wires that share a slot run side by side until one turns off; the one that turns to the
lesser side lies on that side. Where both turn together, the question goes on in the slot they turn into.
Source: ordering of lines along shared paths (Pupyrev, Nachmanson, Bereg & Holroyd, GD 2011, section 4).
"""

from __future__ import annotations

from typing import NamedTuple

from probis.drawing.layout.plan import Plan, Segment

FURTHEST = 8  # turns that two wires are followed


class _Turn(NamedTuple):
    """Where a piece goes on at one of its ends: to which side, and the piece there."""

    side: int
    piece: Segment


def price(plan: Plan, a: Segment, b: Segment) -> float:
    """How often the wires must cross at the ends of what they share when a lies before b (above it, or left of it).

    Where neither end says anything, a quarter when the other order is the one kept all along their way.
    """
    high, low = _which(plan, a, b, high=True), _which(plan, a, b, high=False)
    if high or low:
        return float((high > 0) + (low > 0))
    return 0.25 if _tie(plan, a, b) > 0 else 0.0


def _which(plan: Plan, a: Segment, b: Segment, *, high: bool, tie: bool = False, turns: int = 0) -> int:
    """-1 where a should lie before b by what happens towards this end, 1 after it, 0 where it does not matter."""
    ends = (a.high, b.high) if high else (-a.low, -b.low)
    mine, theirs = _turn(plan, a, high=high), _turn(plan, b, high=high)
    if ends[0] < ends[1]:
        return mine.side if mine else 0
    if ends[1] < ends[0]:
        return -theirs.side if theirs else 0
    if mine is None or theirs is None:
        return (-1 if a.wire < b.wire else 1) if tie and mine is theirs else 0
    if mine.side != theirs.side:
        return 1 if mine.side > theirs.side else -1
    if turns == FURTHEST or a.wire == b.wire:
        return 0
    onward = _which(plan, mine.piece, theirs.piece, high=mine.side > 0, tie=tie, turns=turns + 1)
    outwards = (mine.side > 0) == high  # turning right or left: before and after change places
    return -onward if outwards else onward


def _tie(plan: Plan, a: Segment, b: Segment) -> int:
    """The order of two wires that never part: that of their numbers where the first of them begins."""
    first = a if a.wire < b.wire else b
    return _which(plan, a, b, high=first.start > first.end, tie=True)


def _turn(plan: Plan, s: Segment, *, high: bool) -> _Turn | None:
    """Where a piece goes on at its high or low end; None where it ends at a box."""
    pieces = plan.wires[s.wire].segments
    i = next(i for i, p in enumerate(pieces) if p is s)
    if (s.end >= s.start) == high:
        if i + 1 == len(pieces):
            return None
        after = pieces[i + 1]
        return _Turn(1 if after.end > after.start else -1, after)
    if i == 0:
        return None
    before = pieces[i - 1]
    return _Turn(1 if before.start > before.end else -1, before)
