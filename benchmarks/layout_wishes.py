"""500 random sets of wishes (`letak`) on the maps of the example and the open models: kept, listed as drift, or lost.

A set has 1 to 5 wishes of any kind: the same column, after, a row, an order of lanes, the side a flow leaves at, a
shift by up to 150 points either way; some contradict the flow or one another, some name what is not there. What is kept
is seen on the points of the finished drawing. Hard-clean is the yardstick's; a wish may move a node to the left of what
leads to it only where the flow runs back anyway. A second table has shifts alone, by up to 12 points and by more.
"""

from __future__ import annotations

import random
from collections import Counter
from copy import deepcopy
from dataclasses import replace

from _yardstick import files, stripped, tools
from layout_beside import graphs

from drawing.placed import kept, wishes
from probis.drawing.graph import Constraint, Graph, Shift
from probis.drawing.layout.lanes import planned
from probis.drawing.layout.shift import shift
from probis.drawing.layout.style import NORMAL, Style
from probis.drawing.render.form import form
from probis.interchange.bpmn import draw

SETS = 500
SHIFTS = 300


def main() -> None:
    """A row a kind of wish, then how many drawings are clean; the same for shifts alone, a row a reach."""
    t = tools()
    if t is None:
        return
    maps: list[tuple[Graph, Style]] = [(graph, NORMAL) for graph in graphs()]
    plans = [draw(stripped(t, path)[0]).sheets[0][1].plan for path in files("open")]
    maps += [(plan.graph, plan.style) for plan in plans]
    chance = random.Random("wishes")
    found: Counter[tuple[str, str]] = Counter()
    clean = 0

    def judge(graph: Graph, style: Style, wished: tuple[Constraint, ...], name: str = "") -> bool:
        before = planned(replace(graph, constraints=wished), style)
        plan = deepcopy(before)
        shift(plan)
        for wish in wished:
            state = "listed" if wish in plan.unmet else "kept" if kept(plan, wish, before) else "lost"
            found[name or type(wish).__name__, state] += 1
        return bool(t.metrics.measure(form(plan))["hard_clean"])

    def say(head: str, count: int) -> None:
        print(f"| {head} | kept | listed | lost without a word |\n" + "|---" * 4 + "|")
        for kind in sorted({kind for kind, _ in found}):
            print(f"| {kind} | " + " | ".join(str(found[kind, state]) for state in ("kept", "listed", "lost")) + " |")
        print(f"\n{clean} of {count} drawings are hard-clean.\n")

    for _ in range(SETS):
        graph, style = chance.choice(maps)
        clean += judge(graph, style, wishes(graph, chance, chance.randint(1, 5)))
    say("wish", SETS)
    found.clear()
    clean = 0
    reaches = {"up to 12 points": 12, "up to 40 points": 40, "up to 150 points": 150}
    for name, reach in reaches.items():
        for _ in range(SHIFTS // len(reaches)):
            graph, style = chance.choice(maps)
            node = chance.choice([n.id for n in graph.nodes])
            way = Shift(node, float(chance.randint(-reach, reach)), float(chance.randint(-reach, reach)))
            clean += judge(graph, style, (way,), name)
    say("shift, alone", SHIFTS)
