"""Pass 0. A graph to the order of its lanes in which its flows cross the fewest lane borders.

Precondition: any graph. Postcondition: the ids of all lanes, those of one parent together, the outermost first
decided; where orders are equal, the one nearest to the model's. Source: least linear arrangement by dynamic
programming over subsets (Held & Karp 1962); above that size by moving one lane at a time.
"""

from __future__ import annotations

from collections.abc import Callable

from probis.drawing.graph import Graph

MOST_EXACT = 9  # lanes of one parent


def lane_order(graph: Graph) -> tuple[str, ...]:
    """The ids of the lanes of a graph from the top, as a wish for their order."""
    parent = {lane.id: lane.parent for lane in graph.lanes}
    lane_of = {node.id: node.lane for node in graph.nodes}
    ways = [
        (_line(parent, lane_of.get(f.source, "")), _line(parent, lane_of.get(f.target, "")))
        for f in graph.flows
        if f.kind != "association"
    ]
    place: dict[str, int] = {}
    out: list[str] = []

    def settle(above: str) -> None:
        inner = [lane.id for lane in graph.lanes if lane.parent == above and lane.id != above and lane.id not in place]
        ordered = _least(inner, _pulls(inner, ways, place))
        for i, id_ in enumerate(ordered):
            place[id_] = len(place) + i
        for id_ in ordered:
            out.append(id_)
            settle(id_)

    settle("")
    return (*out, *(lane.id for lane in graph.lanes if lane.id not in place))


def _line(parent: dict[str, str], lane: str) -> tuple[str, ...]:
    """A lane and what is around it, from the outside in."""
    out: list[str] = []
    while lane in parent and lane not in out:
        out.append(lane)
        lane = parent[lane]
    return tuple(reversed(out))


Pulls = dict[tuple[int, int], int]  # between two lanes; from -1 (above all) and -2 (below all)


def _pulls(inner: list[str], ways: list[tuple[tuple[str, ...], tuple[str, ...]]], place: dict[str, int]) -> Pulls:
    index = {id_: i for i, id_ in enumerate(inner)}
    out: Pulls = {}
    for here, there in ways:
        a = next((index[x] for x in here if x in index), None)
        b = next((index[x] for x in there if x in index), None)
        if a is None or b is None:
            if a is None and b is None:
                continue
            own, far = (a, there) if a is not None else (b, here)
            whole = here if a is not None else there
            if own is None or not far:
                continue
            fork = next((k for k, (x, y) in enumerate(zip(whole, far, strict=False)) if x != y), None)
            if fork is None or far[fork] not in place or whole[fork] not in place:
                continue
            pair = (-1 if place[far[fork]] < place[whole[fork]] else -2), own
        elif a != b:
            pair = min(a, b), max(a, b)
        else:
            continue
        out[pair] = out.get(pair, 0) + 1
    return out


def _least(inner: list[str], pulls: Pulls) -> list[str]:
    if not pulls or len(inner) < 2:
        return inner
    if len(inner) <= MOST_EXACT:
        return [inner[i] for i in _exact(len(inner), pulls)]
    return [inner[i] for i in _moved(len(inner), pulls)]


def _cost(order: list[int], pulls: Pulls) -> int:
    at = {v: i for i, v in enumerate(order)} | {-1: -1, -2: len(order)}
    return sum(n * abs(at[a] - at[b]) for (a, b), n in pulls.items())


def _exact(n: int, pulls: Pulls) -> tuple[int, ...]:
    """For every set of lanes at the top its best order; a set costs the flows that leave it."""
    cut = _cut(n, pulls)
    best: list[tuple[int, tuple[int, ...]]] = [(0, ())] * (1 << n)
    for chosen in range(1, 1 << n):
        options = [(best[chosen ^ (1 << v)][0], (*best[chosen ^ (1 << v)][1], v)) for v in range(n) if chosen >> v & 1]
        cost, order = min(options)
        best[chosen] = cost + cut(chosen), order
    return best[-1][1]


def _cut(n: int, pulls: Pulls) -> Callable[[int], int]:
    def cut(chosen: int) -> int:
        total = 0
        for (a, b), weight in pulls.items():
            upper = a == -1 or (a >= 0 and chosen >> a & 1)
            total += weight * (bool(upper) != bool(chosen >> b & 1))
        return total

    return cut


def _moved(n: int, pulls: Pulls) -> list[int]:
    """One lane at a time to where it costs least, until nothing helps."""
    order = list(range(n))
    for _ in range(n):
        before = _cost(order, pulls)
        for v in range(n):
            rest = [w for w in order if w != v]
            order = min(([*rest[:i], v, *rest[i:]] for i in range(n)), key=lambda o: (_cost(o, pulls), o != order))
        if _cost(order, pulls) >= before:
            break
    return order
