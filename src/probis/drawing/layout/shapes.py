"""The shapes that a wire may take on the coarse grid: straight, one bend, two, three, four.

Part of pass 6. A shape is a run of pieces, each (vertical, slot, start, end); the first touches the source,
the last the target. Pieces in channels meet no box; whether the others do is for the caller to see.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from probis.drawing.layout.plan import Side

Piece: TypeAlias = tuple[bool, int, int, int]  # vertical, slot, start, end


FAR = 8  # slots beyond the ends that a long way round may go


class Shape(NamedTuple):
    """The pieces of one way from source to target, and the sides it leaves and enters at."""

    pieces: tuple[Piece, ...]
    leaves: Side
    enters: Side


class Ends(NamedTuple):
    """Column and row slots of source and target."""

    xs: int
    ys: int
    xt: int
    yt: int


def shapes(e: Ends, columns: int, slots: int) -> Iterator[tuple[int, Iterator[Shape]]]:
    """Every shape worth a look, in families by the least number of bends in them."""
    yield 0, _straight(e)
    yield 1, _one_bend(e)
    yield 2, _two_bends(e, columns, slots)
    yield 3, _more_bends(e, columns, slots)


def detours(e: Ends, columns: int, slots: int) -> Iterator[Shape]:
    """The long ways round, by channels away from both ends: for a line that else crosses others."""
    xs, ys, xt, yt = e
    usual, beside = _lines(e, slots), _channels(e, columns)
    lo, hi = min(ys, yt) - FAR, max(ys, yt) + FAR
    rows = [k for k in range(max(lo, 0), min(hi + 1, slots)) if k not in usual]
    left, right = min(xs, xt) - FAR, max(xs, xt) + FAR
    aside = [c for c in range(0, 2 * columns + 1, 2) if left <= c <= right and c not in beside]
    if xs != xt:
        for k in rows:
            yield Shape(((True, xs, ys, k), (False, k, xs, xt), (True, xt, k, yt)), _down(ys, k)[0], _down(k, yt)[1])
    for k in (*usual, *rows):
        for c in (*((xs + 1, xs - 1) if k in rows else ()), *aside):
            if c != xt:
                pieces = ((False, ys, xs, c), (True, c, ys, k), (False, k, c, xt), (True, xt, k, yt))
                yield Shape(pieces, _across(xs, c)[0], _down(k, yt)[1])
        for c in (*((xt - 1, xt + 1) if k in rows else ()), *aside):
            if c != xs:
                pieces = ((True, xs, ys, k), (False, k, xs, c), (True, c, k, yt), (False, yt, c, xt))
                yield Shape(pieces, _down(ys, k)[0], _across(c, xt)[1])


def _across(a: int, b: int) -> tuple[Side, Side]:
    """Sides that a horizontal from a to b leaves and enters at."""
    return ("right", "left") if b > a else ("left", "right")


def _down(a: int, b: int) -> tuple[Side, Side]:
    """Sides that a vertical from a to b leaves and enters at."""
    return ("bottom", "top") if b > a else ("top", "bottom")


def _straight(e: Ends) -> Iterator[Shape]:
    xs, ys, xt, yt = e
    if ys == yt and xs != xt:
        yield Shape(((False, ys, xs, xt),), *_across(xs, xt))
    if ys != yt and abs(xt - xs) <= 2:
        yield Shape(((True, (xs + xt) // 2, ys, yt),), *_down(ys, yt))


def _one_bend(e: Ends) -> Iterator[Shape]:
    xs, ys, xt, yt = e
    if xs == xt or ys == yt:
        return
    yield Shape(((True, xs, ys, yt), (False, yt, xs, xt)), _down(ys, yt)[0], _across(xs, xt)[1])
    yield Shape(((False, ys, xs, xt), (True, xt, ys, yt)), _across(xs, xt)[0], _down(ys, yt)[1])


def _channels(e: Ends, columns: int) -> list[int]:
    """Vertical channels: beside both ends, and all between them where these are few."""
    near = [e.xs + 1, e.xt - 1, e.xs - 1, e.xt + 1]
    lo, hi = min(e.xs, e.xt), max(e.xs, e.xt)
    if hi - lo <= 12:
        near += list(range(lo + 1, hi, 2))
    return [c for c in dict.fromkeys(near) if 0 <= c <= 2 * columns]


def _lines(e: Ends, slots: int) -> list[int]:
    """Horizontal channels above and below both ends."""
    near = [e.ys - 1, e.ys + 1, e.yt - 1, e.yt + 1]
    return [c for c in dict.fromkeys(near) if 0 <= c < slots]


def _two_bends(e: Ends, columns: int, slots: int) -> Iterator[Shape]:
    xs, ys, xt, yt = e
    if ys != yt:
        for c in _channels(e, columns):
            pieces = ((False, ys, xs, c), (True, c, ys, yt), (False, yt, c, xt))
            yield Shape(pieces, _across(xs, c)[0], _across(c, xt)[1])
    if xs != xt:
        for k in _lines(e, slots):
            pieces = ((True, xs, ys, k), (False, k, xs, xt), (True, xt, k, yt))
            yield Shape(pieces, _down(ys, k)[0], _down(k, yt)[1])


def _more_bends(e: Ends, columns: int, slots: int) -> Iterator[Shape]:
    xs, ys, xt, yt = e
    for k in _lines(e, slots):
        for c in (xs + 1, xs - 1):
            if c != xt:
                pieces = ((False, ys, xs, c), (True, c, ys, k), (False, k, c, xt), (True, xt, k, yt))
                yield Shape(pieces, _across(xs, c)[0], _down(k, yt)[1])
        for c in (xt - 1, xt + 1):
            if c != xs:
                pieces = ((True, xs, ys, k), (False, k, xs, c), (True, c, k, yt), (False, yt, c, xt))
                yield Shape(pieces, _down(ys, k)[0], _across(c, xt)[1])
        for c in (xs + 1, xs - 1):
            for d in (xt - 1, xt + 1):
                if c != d:
                    run = ((False, ys, xs, c), (True, c, ys, k), (False, k, c, d))
                    pieces5 = (*run, (True, d, k, yt), (False, yt, d, xt))
                    yield Shape(pieces5, _across(xs, c)[0], _across(d, xt)[1])
