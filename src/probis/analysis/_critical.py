"""Turns the lintas fungsi of a body into the longest time from mulai to each node, without returns and with them.

Longest path over the forward flows (critical path, Kelley & Walker 1959): branches that run together and exits that
exclude each other both count by the longest. A wait counts by `paling_lama`, else by its `waktu`, else by the work of
the party that sends what it waits for. A call counts by the critical path of the map it calls. A decision without
`waktu` is part of the step before it. With returns, each is taken as often as `paling_banyak` allows in one run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from graphlib import TopologicalSorter
from itertools import product
from math import lcm, prod

from probis.analysis._working_days import working_days
from probis.model import (
    Alur,
    JenisAlur,
    Kegiatan,
    LintasFungsi,
    Mulai,
    Panggil,
    PetaProsesBisnis,
    Putusan,
    Rentang,
    Selesai,
    SimpulApaPun,
    Tunggu,
)

_WORK_LIMIT = 300_000
"""Flows looked at, over all ways to spend the returns, beyond which the time with returns is bounded, not found."""


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The longest time up to a point in HK: without any return, and with every return that is allowed."""

    once: Fraction
    returned: Fraction


@dataclass(frozen=True, slots=True)
class CriticalPath:
    """The longest times of one lintas fungsi.

    `reached` says when a node is over at the latest (nodes that only a return reaches do not stand in it), `ends` the
    same of each `selesai`, `longest` over all ends (None where none is reached). `path` is the longest way without
    returns. `unknown` are the steps without a time, `unlimited` the returns without `paling_banyak` and the circles
    not marked as returns, both counted once. `exact` is False where the time with returns is an upper bound only.
    `short_calls` are the calls whose own `waktu` is less than what they call takes without returns.
    """

    reached: Mapping[str, Elapsed]
    ends: Mapping[str, Elapsed]
    longest: Elapsed | None
    path: tuple[str, ...]
    unknown: tuple[str, ...]
    unlimited: tuple[str, ...]
    exact: bool
    short_calls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Return:
    source: int
    target: int
    times: int


@dataclass(frozen=True, slots=True)
class _Chain:
    """The nodes by number in an order that every forward flow keeps, the flows forward, the returns."""

    order: tuple[int, ...]
    onward: Sequence[Sequence[int]]
    returns: tuple[_Return, ...]
    starts: tuple[int, ...]
    unlimited: tuple[str, ...]


def critical_paths(model: PetaProsesBisnis, pada: date) -> Mapping[str, CriticalPath]:
    """Return the critical path of every lintas fungsi by its id, with the law of the day `pada`.

    A call within a circle of calls, to another body or to a map without an end counts by its own `waktu`.
    """
    calls = _calls(model)
    found: dict[str, CriticalPath] = {}
    for name in TopologicalSorter(calls).static_order():
        peta = model.cari_lintas_fungsi(name)
        if peta is not None:
            known = {callee: found[callee] for callee in calls[name]}
            found[name] = critical_path(peta, pada, known)
    return {peta.id: found[peta.id] for peta in model.lintas_fungsi}


def _calls(model: PetaProsesBisnis) -> dict[str, tuple[str, ...]]:
    """Which maps each map calls, calls within a circle left out."""
    every = {
        peta.id: tuple(
            dict.fromkeys(
                simpul.lintas_fungsi
                for simpul in peta.simpul
                if isinstance(simpul, Panggil)
                and isinstance(simpul.lintas_fungsi, str)
                and model.cari_lintas_fungsi(simpul.lintas_fungsi) is not None
            )
        )
        for peta in model.lintas_fungsi
    }
    below = {name: _below(name, every) for name in every}
    return {name: tuple(one for one in called if name not in below[one] | {one}) for name, called in every.items()}


def _below(id: str, calls: Mapping[str, tuple[str, ...]]) -> set[str]:
    seen: set[str] = set()
    todo = list(calls[id])
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            todo.extend(calls[here])
    return seen


def critical_path(peta: LintasFungsi, pada: date, called: Mapping[str, CriticalPath] | None = None) -> CriticalPath:
    """Return the critical path of one lintas fungsi; `called` holds those of the maps it calls, where known."""
    known = called or {}
    chain = _chain(peta)
    answered = {alur.ke for alur in peta.alur if alur.jenis is JenisAlur.PESAN}
    times = {simpul.id: _time(simpul, pada, known, answered) for simpul in peta.simpul}
    on_way = _leading(peta, chain)
    unknown = tuple(s.id for n, s in enumerate(peta.simpul) if n in on_way and not times[s.id][1])
    weights = [times[simpul.id][0] for simpul in peta.simpul]
    scale = lcm(*(w.denominator for one in weights for w in (one.once, one.returned)), 1)
    once = _longest(chain, [int(one.once * scale) for one in weights])
    again = [int(one.returned * scale) for one in weights]
    returned, exact = _with_returns(chain, again)
    reached = {
        simpul.id: Elapsed(Fraction(at, scale), Fraction(later, scale))
        for simpul, at, later in zip(peta.simpul, once, returned, strict=True)
        if at is not None and later is not None
    }
    ends = {s.id: reached[s.id] for s in peta.simpul if isinstance(s, Selesai) and s.id in reached}
    longest = None
    if ends:
        longest = Elapsed(max(e.once for e in ends.values()), max(e.returned for e in ends.values()))
    return CriticalPath(
        reached=reached,
        ends=ends,
        longest=longest,
        path=_path(peta, chain, once),
        unknown=unknown,
        unlimited=chain.unlimited,
        exact=exact,
        short_calls=tuple(s.id for s in peta.simpul if _falls_short(s, pada, known)),
    )


# Times of nodes


def _time(
    simpul: SimpulApaPun, pada: date, called: Mapping[str, CriticalPath], answered: set[str]
) -> tuple[Elapsed, bool]:
    """The time of a node, and whether it is known."""
    zero = Elapsed(Fraction(0), Fraction(0))
    if isinstance(simpul, Panggil):
        below = called.get(simpul.lintas_fungsi) if isinstance(simpul.lintas_fungsi, str) else None
        if below is not None and below.longest is not None:
            return below.longest, not below.unknown
        return _own(simpul.waktu, pada) or (zero, False)
    if isinstance(simpul, Tunggu):
        return _own(simpul.paling_lama or simpul.waktu, pada) or (zero, simpul.id in answered)
    if isinstance(simpul, Putusan):
        return _own(simpul.waktu, pada) or (zero, simpul.waktu is None)
    if isinstance(simpul, Kegiatan):
        return _own(simpul.waktu, pada) or (zero, False)
    return zero, True


def _own(rentang: Rentang | None, pada: date) -> tuple[Elapsed, bool] | None:
    days = working_days(rentang, pada) if rentang is not None else None
    return None if days is None else (Elapsed(days, days), True)


def _falls_short(simpul: SimpulApaPun, pada: date, called: Mapping[str, CriticalPath]) -> bool:
    if not isinstance(simpul, Panggil) or not isinstance(simpul.lintas_fungsi, str) or simpul.waktu is None:
        return False
    below, own = called.get(simpul.lintas_fungsi), working_days(simpul.waktu, pada)
    return below is not None and below.longest is not None and own is not None and own < below.longest.once


# The graph


def _chain(peta: LintasFungsi) -> _Chain:
    place = {simpul.id: number for number, simpul in enumerate(peta.simpul)}
    limited = {s.id for s in peta.simpul if isinstance(s, Tunggu) and (s.paling_lama or s.waktu)}
    onward: list[list[int]] = [[] for _ in peta.simpul]
    flow_of: dict[tuple[int, int], Alur] = {}
    back: list[tuple[int, int, Alur]] = []
    for alur in peta.alur:
        if alur.dari not in place or alur.ke not in place:
            continue
        ends = place[alur.dari], place[alur.ke]
        if alur.jenis is JenisAlur.KEMBALI:
            back.append((*ends, alur))
        elif not (alur.jenis is JenisAlur.PESAN and alur.ke in limited) and ends not in flow_of:
            onward[ends[0]].append(ends[1])
            flow_of[ends] = alur
    starts = tuple(number for number, simpul in enumerate(peta.simpul) if isinstance(simpul, Mulai))
    order, circles = _sorted(starts, onward, back)
    for source, target in circles:
        onward[source].remove(target)
        # A message that goes back is no repetition of work.
        if flow_of[source, target].jenis is not JenisAlur.PESAN:
            back.append((source, target, flow_of[source, target]))
    seen = set(order)
    back = [one for one in back if one[0] in seen]
    return _Chain(
        order=order,
        onward=onward,
        returns=tuple(_Return(source, target, alur.paling_banyak or 1) for source, target, alur in back),
        starts=starts,
        unlimited=tuple(alur.id for _, _, alur in back if alur.paling_banyak is None),
    )


def _sorted(
    starts: Iterable[int], onward: Sequence[Sequence[int]], back: Sequence[tuple[int, int, Alur]]
) -> tuple[tuple[int, ...], list[tuple[int, int]]]:
    """The nodes reached from the starts, each before those it leads to (Tarjan 1976), and the flows that close circles.

    What only a return reaches is a further start.
    """
    state: dict[int, bool] = {}
    after: list[int] = []
    circles: list[tuple[int, int]] = []

    def walk(root: int) -> None:
        state[root] = True
        stack = [(root, iter(onward[root]))]
        while stack:
            node, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                stack.pop()
                state[node] = False
                after.append(node)
            elif following not in state:
                state[following] = True
                stack.append((following, iter(onward[following])))
            elif state[following]:
                circles.append((node, following))

    roots = list(starts)
    while roots:
        for root in roots:
            if root not in state:
                walk(root)
        roots = [target for source, target, _ in back if source in state and target not in state]
    return tuple(reversed(after)), circles


def _leading(peta: LintasFungsi, chain: _Chain) -> set[int]:
    """The nodes reached that lead to an end: only their times matter."""
    before: dict[int, list[int]] = {}
    for node in chain.order:
        for following in chain.onward[node]:
            before.setdefault(following, []).append(node)
    for one in chain.returns:
        before.setdefault(one.target, []).append(one.source)
    reached = set(chain.order)
    todo = [node for node in chain.order if isinstance(peta.simpul[node], Selesai)]
    seen: set[int] = set()
    while todo:
        here = todo.pop()
        if here not in seen and here in reached:
            seen.add(here)
            todo.extend(before.get(here, ()))
    return seen


def _relax(chain: _Chain, weights: Sequence[int], arrival: list[int | None]) -> list[int | None]:
    """When each node is over at the latest, given when it may begin besides what leads to it; None where never."""
    over: list[int | None] = [None] * len(weights)
    for node in chain.order:
        begin = arrival[node]
        if begin is None:
            continue
        done = over[node] = begin + weights[node]
        for following in chain.onward[node]:
            known = arrival[following]
            if known is None or known < done:
                arrival[following] = done
    return over


def _longest(chain: _Chain, weights: Sequence[int], starts: Iterable[int] | None = None) -> list[int | None]:
    arrival: list[int | None] = [None] * len(weights)
    for start in chain.starts if starts is None else starts:
        arrival[start] = 0
    return _relax(chain, weights, arrival)


def _with_returns(chain: _Chain, weights: Sequence[int]) -> tuple[list[int | None], bool]:
    """When each node is over at the latest with every return spent, and whether that is exact.

    Exact: the longest walk that takes each return at most so often, by dynamic programming over how many times each was
    taken. Where that is too much, a bound from above that is the same for a single return.
    """
    ways = prod(one.times + 1 for one in chain.returns)
    flows = len(chain.order) + sum(map(len, chain.onward))
    return (_walks(chain, weights), True) if ways * flows <= _WORK_LIMIT else (_bound(chain, weights), False)


def _bound(chain: _Chain, weights: Sequence[int]) -> list[int | None]:
    """No walk is longer: up to the first return, then after each return on to the next, after the last one to the node.

    Each part counts by the longest there is, so the parts need not fit together.
    """
    best = _longest(chain, weights)
    sources = {one.source for one in chain.returns}
    first = max((best[source] or 0 for source in sources), default=0)
    after = [_longest(chain, weights, (one.target,)) for one in chain.returns]
    between = [max((over[source] or 0 for source in sources), default=0) for over in after]
    spent = first + sum(one.times * part for one, part in zip(chain.returns, between, strict=True))
    for over, part in zip(after, between, strict=True):
        best = [_later(known, None if at is None else spent - part + at) for known, at in zip(best, over, strict=True)]
    return best


def _walks(chain: _Chain, weights: Sequence[int]) -> list[int | None]:
    best: list[int | None] = [None] * len(weights)
    over: dict[tuple[int, ...], list[int | None]] = {}
    for taken in product(*(range(one.times + 1) for one in chain.returns)):
        arrival: list[int | None] = [None] * len(weights)
        if not any(taken):
            for start in chain.starts:
                arrival[start] = 0
        for number, one in enumerate(chain.returns):
            if taken[number]:
                fewer = (*taken[:number], taken[number] - 1, *taken[number + 1 :])
                left, known = over[fewer][one.source], arrival[one.target]
                if left is not None and (known is None or known < left):
                    arrival[one.target] = left
        over[taken] = _relax(chain, weights, arrival)
        best = [_later(one, other) for one, other in zip(best, over[taken], strict=True)]
    return best


def _later(one: int | None, other: int | None) -> int | None:
    return other if one is None or (other is not None and other > one) else one


def _path(peta: LintasFungsi, chain: _Chain, over: Sequence[int | None]) -> tuple[str, ...]:
    """The nodes of the longest way to an end, without returns; of equal ones, the one written first."""
    before: list[list[int]] = [[] for _ in over]
    for node in chain.order:
        for following in chain.onward[node]:
            before[following].append(node)
    at: Callable[[int], tuple[int, int]] = lambda node: (over[node] or 0, -node)  # noqa: E731
    ends = [n for n, simpul in enumerate(peta.simpul) if isinstance(simpul, Selesai) and over[n] is not None]
    way: list[int] = []
    here = max(ends, key=at, default=None)
    while here is not None:
        way.append(here)
        here = max((one for one in before[here] if over[one] is not None), key=at, default=None)
    return tuple(peta.simpul[node].id for node in reversed(way))
