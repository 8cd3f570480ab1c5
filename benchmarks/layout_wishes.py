"""500 random sets of wishes (`letak`) on the maps of the example and the open models: kept, listed as drift, or lost.

A set has 1 to 5 wishes of any kind: the same column, after, a row, an order of lanes, the side a flow leaves at; some
contradict the flow or one another, some name what is not there. Hard-clean is the yardstick's; a wish may move a node
to the left of what leads to it only where the flow runs back anyway.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from _yardstick import files, stripped, tools
from layout_beside import graphs

from drawing.test_generated_wishes import kept, wishes
from probis.drawing.graph import Graph
from probis.drawing.layout.lanes import planned
from probis.drawing.layout.style import NORMAL, Style
from probis.drawing.render.form import form
from probis.interchange.bpmn import draw

SETS = 500


def main() -> None:
    """A row a kind of wish, then how many drawings are clean."""
    t = tools()
    if t is None:
        return
    maps: list[tuple[Graph, Style]] = [(graph, NORMAL) for graph in graphs()]
    plans = [draw(stripped(t, path)[0]).sheets[0][1].plan for path in files("open")]
    maps += [(plan.graph, plan.style) for plan in plans]
    chance = random.Random("wishes")
    found: Counter[tuple[str, str]] = Counter()
    clean = 0
    for _ in range(SETS):
        graph, style = chance.choice(maps)
        wished = replace(graph, constraints=wishes(graph, chance, chance.randint(1, 5)))
        plan = planned(wished, style)
        clean += t.metrics.measure(form(plan))["hard_clean"]
        for wish in wished.constraints:
            state = "kept" if kept(plan, wish) else "listed" if wish in plan.unmet else "lost"
            found[type(wish).__name__, state] += 1
    print("| wish | kept | listed | lost without a word |\n" + "|---" * 4 + "|")
    for kind in sorted({kind for kind, _ in found}):
        print(f"| {kind} | " + " | ".join(str(found[kind, state]) for state in ("kept", "listed", "lost")) + " |")
    print(f"\n{clean} of {SETS} drawings are hard-clean.")
