"""How far a map moves when one thing in it changes: 200 single edits, drawn from a fixed seed, on maps of the example
and on the open models.

A step is added on a flow, removed (its flows joined), renamed, or a flow leads elsewhere. What the edit touches is left
out; the others' movement is in step widths. A step more or less moves all that follows, so beside the plain movement
stand the change of the way from end to end of the untouched flows (a common shift counts nothing) and the pairs that
change their order: left and right by column, above and below within a lane, lanes among themselves.

A second table does the same with 1 to 3 placements by hand (`letak`) on each map, all of them kept before the edit: how
much moves then, and whether each is still kept, is listed, or is lost without a word.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations
from math import hypot
from statistics import mean, median

from _yardstick import files, stripped, tools
from layout_beside import graphs

from drawing.placed import kept, wishes
from probis.drawing.graph import Constraint, Flow, Graph, Shift
from probis.drawing.layout.lanes import planned
from probis.drawing.layout.plan import Box, Plan
from probis.drawing.layout.style import NORMAL, Style
from probis.interchange.bpmn import draw

EDITS = 200


def added(graph: Graph, chance: random.Random) -> tuple[Graph, set[str]]:
    """A step on a flow."""
    flow = chance.choice(graph.flows)
    like = chance.choice([n for n in graph.nodes if n.kind == "task"])
    source = next(n for n in graph.nodes if n.id == flow.source)
    step = replace(like, id="baru", lane=source.lane, number="", host="")
    at = graph.nodes.index(source) + 1
    onward = Flow("baru", "baru", flow.target)
    flows = tuple(replace(f, target="baru") if f is flow else f for f in graph.flows)
    return replace(graph, nodes=(*graph.nodes[:at], step, *graph.nodes[at:]), flows=(*flows, onward)), {"baru"}


def removed(graph: Graph, chance: random.Random) -> tuple[Graph, set[str]]:
    """A step less: what led to it leads to what it led to first."""
    node = chance.choice([n for n in graph.nodes if n.kind == "task"])
    after = next((f.target for f in graph.flows if f.source == node.id and f.target != node.id), None)
    flows = tuple(replace(f, target=after) if after and f.target == node.id else f for f in graph.flows)
    flows = tuple(f for f in flows if node.id not in (f.source, f.target))
    gone = {node.id} | {n.id for n in graph.nodes if n.host == node.id}
    flows = tuple(f for f in flows if gone.isdisjoint((f.source, f.target)))
    return replace(graph, nodes=tuple(n for n in graph.nodes if n.id not in gone), flows=flows), gone


def renamed(graph: Graph, chance: random.Random) -> tuple[Graph, set[str]]:
    """Another text on a node."""
    node, other = chance.choice(graph.nodes), chance.choice(graph.nodes)
    text = f"{other.text} kembali"
    return replace(graph, nodes=tuple(replace(n, text=text) if n is node else n for n in graph.nodes)), {node.id}


def rerouted(graph: Graph, chance: random.Random) -> tuple[Graph, set[str]]:
    """A flow to another node."""
    flow, target = chance.choice(graph.flows), chance.choice([n for n in graph.nodes if n.kind != "start"])
    flows = tuple(replace(f, target=target.id) if f is flow else f for f in graph.flows)
    return replace(graph, flows=flows), {flow.source, flow.target, target.id}


KINDS: tuple[Callable[[Graph, random.Random], tuple[Graph, set[str]]], ...] = (added, removed, renamed, rerouted)


@dataclass(frozen=True)
class Moved:
    """What one edit moved: step widths, and shares of pairs that changed their order."""

    plain: float
    between: float
    still: float  # share of untouched nodes that moved less than a tenth of a step
    across: float
    within: float
    lanes: float


def moved(before: Plan, after: Plan, touched: set[str]) -> Moved:
    """Compare two plans of nearly the same graph."""
    unit = mean(b.width for b in before.boxes)
    old = {b.node.id: b for b in before.boxes if b.node.id not in touched}
    new = {b.node.id: b for b in after.boxes if b.node.id in old}
    ids = [i for i in old if i in new]

    def step(i: str) -> tuple[float, float]:
        return new[i].centre - old[i].centre, new[i].middle - old[i].middle

    far = [hypot(*step(i)) / unit for i in ids]
    kept = {(f.id, f.source, f.target) for f in after.graph.flows}
    ends = [(f.source, f.target) for f in before.graph.flows if (f.id, f.source, f.target) in kept]
    ends = [(a, b) for a, b in ends if a in new and b in new]
    ways = [hypot(step(b)[0] - step(a)[0], step(b)[1] - step(a)[1]) / unit for a, b in ends]
    pairs = list(combinations(ids, 2))

    def swapped(pairs: list[tuple[str, str]], at: Callable[[Box], float]) -> float:
        told = [(at(old[a]) - at(old[b])) * (at(new[a]) - at(new[b])) < 0 for a, b in pairs]
        return mean(told) if told else 0.0

    same_lane = [(a, b) for a, b in pairs if old[a].node.lane == old[b].node.lane]
    order = [[band.lane.id for band in plan.bands] for plan in (before, after)]
    lanes = list(combinations([i for i in order[0] if i in order[1]], 2))
    turned = mean(order[1].index(a) > order[1].index(b) for a, b in lanes) if lanes else 0.0
    return Moved(
        mean(far) if far else 0.0,
        mean(ways) if ways else 0.0,
        mean(d < 0.1 for d in far) if far else 1.0,
        swapped(pairs, lambda b: b.column),
        swapped(same_lane, lambda b: b.row),
        turned,
    )


def main() -> None:
    """A row a kind of edit and source of maps, without placements by hand and with them."""
    sources: list[tuple[str, list[tuple[Graph, Style]]]] = [("example", [(graph, NORMAL) for graph in graphs()])]
    t = tools()
    if t is not None:
        plans = [draw(stripped(t, path)[0]).sheets[0][1].plan for path in files("open")]
        sources.append(("open models", [(plan.graph, plan.style) for plan in plans]))
    _edits(sources, placed=False)
    print()
    _edits(sources, placed=True)


def _edits(sources: list[tuple[str, list[tuple[Graph, Style]]]], *, placed: bool) -> None:
    shares = "still, % | left–right, % | in lane, % | lanes, %"
    print(f"| maps | edit | edits | mean movement | median | way between ends | {shares} |")
    print("|---" * 10 + "|")
    share = EDITS // (len(KINDS) * len(sources))
    everything: list[Moved] = []
    states: Counter[str] = Counter()
    for source, maps in sources:
        for kind in KINDS:
            chance = random.Random(f"{source} {kind.__name__}")
            found = []
            for _ in range(share):
                graph, style = chance.choice(maps)
                graph = replace(graph, constraints=_held(graph, style, chance)) if placed else graph
                edited, touched = kind(graph, chance)
                after = planned(edited, style)
                found.append(moved(planned(graph, style), after, touched))
                for wish in graph.constraints:
                    states["listed" if wish in after.unmet else "kept" if kept(after, wish) else "lost"] += 1
            everything += found
            _say(source, kind.__name__, found)
    _say("all", "any", everything)
    if placed:
        print(f"\nPlacements after the edit: {', '.join(f'{states[s]} {s}' for s in ('kept', 'listed', 'lost'))}.")


def _held(graph: Graph, style: Style, chance: random.Random) -> tuple[Constraint, ...]:
    """One to three placements that the drawing keeps; shifts move nothing but their own box, so they are left out."""
    wished = tuple(w for w in wishes(graph, chance, 12) if not isinstance(w, Shift))
    for _ in range(4):
        unmet = planned(replace(graph, constraints=wished), style).unmet
        wished = tuple(w for w in wished if w not in unmet)[: chance.randint(1, 3)]
        if not unmet:
            break
    unmet = planned(replace(graph, constraints=wished), style).unmet
    return tuple(w for w in wished if w not in unmet)


def _say(source: str, kind: str, found: list[Moved]) -> None:
    plain = [m.plain for m in found]
    cells = [source, kind, str(len(found)), f"{mean(plain):.2f}", f"{median(plain):.2f}"]
    cells.append(f"{mean(m.between for m in found):.2f}")
    for key in ("still", "across", "within", "lanes"):
        cells.append(f"{100 * mean(getattr(m, key) for m in found):.1f}")
    print("| " + " | ".join(cells) + " |")
