"""Each construct that a lane map must bear, on generated graphs, in both notations: judged on the finished geometry."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drawing.faults import faults
from drawing.generated import CONSTRUCTS, constructed, sized, told
from probis.drawing.graph import Graph
from probis.drawing.layout.lanes import layout, planned
from probis.drawing.layout.plan import Plan
from probis.drawing.layout.style import DENSE, NORMAL
from probis.drawing.medium import F4, SCREEN
from probis.drawing.render.svg import svg

calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
BPMN = replace(NORMAL, notation="bpmn")
MOST_FIXED = 6  # events that the two edges of a shape of 100 hold side by side, each 36 wide; for more it grows
STYLES = {"flowchart": NORMAL, "dense": DENSE, "bpmn": BPMN}
WAYS = (*STYLES, "fixed")


@pytest.mark.parametrize("name", WAYS)
@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_each_construct_is_drawn_without_a_fault(construct: Any, name: str) -> None:
    @settings(calm, max_examples=8)
    @given(constructed(construct))
    def judged(graph: Graph) -> None:
        assert _faults(graph, name) == [], told(graph)

    judged()


def _faults(graph: Graph, name: str) -> list[str]:
    """What is wrong with a graph drawn in a style, or with fixed sizes."""
    graph = sized(graph) if name == "fixed" else graph
    plan = planned(graph, STYLES.get(name, BPMN))
    events = Counter(node.host for node in graph.nodes)
    own = {b.node.id: (b.width, b.height) == b.node.size for b in plan.boxes if b.node.size}
    grown = [box for box, kept in own.items() if not kept and events[box] <= MOST_FIXED]
    return [*faults(plan), *(f"{box} is not as large as it must be" for box in grown)]


@settings(calm, max_examples=30)
@given(constructed(most=14), st.sampled_from(WAYS))
def test_constructs_bear_one_another(graph: Graph, name: str) -> None:
    assert _faults(graph, name) == [], told(graph)


@settings(calm, max_examples=12)
@given(constructed(most=14), st.randoms(use_true_random=False), st.sampled_from(sorted(STYLES)))
def test_the_order_of_flows_changes_nothing(graph: Graph, random: Any, name: str) -> None:
    flows = list(graph.flows)
    random.shuffle(flows)
    assert _places(planned(replace(graph, flows=tuple(flows)), STYLES[name])) == _places(planned(graph, STYLES[name]))


def _places(plan: Plan) -> dict[str, Any]:
    """Where everything stands, whatever the order of the lists."""
    at: dict[str, Any] = {f"{b.node.id}": (b.x, b.y, b.width, b.height, b.lines) for b in plan.boxes}
    at |= {f"{w.flow.id}": (w.points, [(x.lines, x.x, x.y) for x in w.labels]) for w in plan.wires}
    return at | {"size": (plan.width, plan.height), "lanes": [(b.lane.id, b.top, b.height) for b in plan.bands]}


@settings(calm, max_examples=5)
@given(constructed(most=10), st.sampled_from(sorted(STYLES)))
def test_twice_gives_the_same_bytes(graph: Graph, name: str) -> None:
    def digest(medium: Any) -> str:
        style = STYLES[name] if medium.continuous else None
        return hashlib.sha256("".join(svg(s) for s in layout(graph, medium, style)).encode()).hexdigest()

    for medium in (SCREEN, F4):
        assert digest(medium) == digest(medium)
