"""What people placed by hand is kept, or is listed: random wishes on generated graphs, judged on the points drawn."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from itertools import pairwise
from math import inf
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drawing.faults import faults
from drawing.generated import graphs, told
from drawing.placed import kept, leaves, lost, said_in_vain, wishes
from probis.drawing.graph import After, Flow, Graph, Lane, LeavesAt, Node, Row, SameColumn, Shift
from probis.drawing.layout.fold import parted
from probis.drawing.layout.lanes import planned, quick
from probis.drawing.layout.plan import Plan
from probis.drawing.layout.shift import shift
from probis.drawing.layout.style import CROWDED, NORMAL, Notation, in_notation
from probis.drawing.layout.wishes import unmet_in_parts
from probis.drawing.sheet import Room

NOTATIONS: tuple[Notation, ...] = ("flowchart", "bpmn")


@pytest.mark.parametrize("notation", NOTATIONS)
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(graphs(most_nodes=16, most_lanes=5), st.integers(0, 2**16), st.integers(1, 5))
def test_wishes_are_kept_or_listed_and_nothing_else_suffers(
    notation: Notation, graph: Graph, seed: int, count: int
) -> None:
    wished = replace(graph, constraints=wishes(graph, Random(seed), count))
    before = planned(wished, in_notation(NORMAL, notation))
    plan = deepcopy(before)
    shift(plan)
    assert not lost(plan, wished.constraints, before), f"{plan.unmet}\n{told(graph)}"
    assert not said_in_vain(plan, wished.constraints, before), f"{plan.unmet}\n{told(graph)}"
    assert [w for w in wished.constraints if w in plan.unmet] == plan.unmet
    if faults(before) == []:
        assert faults(plan) == [], f"{wished.constraints}\n{told(graph)}"
    if notation == "flowchart":
        assert faults(before) == [], f"{wished.constraints}\n{told(graph)}"


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(graphs(most_nodes=24, most_lanes=4), st.integers(0, 2**16), st.integers(1, 5))
def test_on_pages_wishes_are_kept_or_listed(graph: Graph, seed: int, count: int) -> None:
    wished = replace(graph, constraints=tuple(w for w in wishes(graph, Random(seed), count) if type(w) is not Shift))
    whole = quick(wished, CROWDED)
    parts, _ = parted(whole, Room(420.0, inf), planned, quick)
    unmet = unmet_in_parts(whole, parts)
    gone = [w for w in wished.constraints if w not in unmet and not kept_in_parts(whole, parts, w)]
    assert not gone, f"{gone}\n{unmet}\n{told(graph)}"


def kept_in_parts(whole: Plan, parts: list[Plan], wish: object) -> bool:
    """Whether the parts of a map show what is wished of the whole: in one part, or one part before the other."""
    name = {box.node.id: str(box.index) for box in reversed(whole.boxes)}
    home = {b.node.id: i for i, part in enumerate(parts) for b in part.boxes if b.node.kind != "connector"}
    match wish:
        case SameColumn(nodes):
            own = [name.get(n, "") for n in nodes]
            at = {home.get(n) for n in own}
            first = next(iter(at))
            return len(at) == 1 and first is not None and kept(parts[first], SameColumn(tuple(own)))
        case After(node, before):
            a, b = home.get(name.get(before, "")), home.get(name.get(node, ""))
            if a is None or b is None:
                return False
            return a < b or (a == b and kept(parts[a], After(name[node], name[before])))
        case Row(node, row):
            at_ = home.get(name.get(node, ""))
            return at_ is not None and kept(parts[at_], Row(name[node], row))
        case LeavesAt(flow, side):
            wire = next((w for w in whole.wires if w.flow.id == flow), None)
            if wire is None:
                return False
            drawn = [w for part in parts for w in part.wires if w.flow.id in (f"f{wire.index}", f"to{wire.index}")]
            return len(drawn) == 1 and leaves(drawn[0]) == side
    return all(kept(part, _of_part(part, wish)) for part in parts)


def _of_part(part: Plan, wish: object) -> object:
    here = {lane.id for lane in part.graph.lanes}
    return replace(wish, lanes=tuple(lane for lane in wish.lanes if lane in here))  # type: ignore[attr-defined, type-var]


def line(*steps: str, lane: str = "a") -> Graph:
    """Steps one after the other in one lane, and one step beside them in another."""
    nodes = [Node(s, "task", lane, s) for s in steps] + [Node("lain", "task", "b", "lain")]
    flows = [Flow(f"{a}-{b}", a, b) for a, b in pairwise(steps)]
    flows.append(Flow("ke-lain", steps[0], "lain"))
    return Graph("Peta", tuple(nodes), tuple(flows), (Lane("a", "A"), Lane("b", "B")))


def test_one_column_stands_under_one_another_on_the_points_of_the_drawing() -> None:
    graph = replace(line("p", "q", "r", "s"), constraints=(SameColumn(("lain", "s")),))
    plan = planned(graph, NORMAL)
    boxes = {box.node.id: box for box in plan.boxes}
    assert plan.unmet == []
    assert abs(boxes["lain"].centre - boxes["s"].centre) < 0.01


def test_after_stands_past_the_edge_of_the_other() -> None:
    graph = replace(line("p", "q", "r", "s"), constraints=(After("lain", "r"),))
    boxes = {box.node.id: box for box in planned(graph, NORMAL).boxes}
    assert boxes["lain"].centre >= boxes["r"].centre + boxes["r"].width / 2


def test_a_shift_does_not_undo_another_wish() -> None:
    graph = replace(line("p", "q", "r"), constraints=(After("lain", "p"), Shift("lain", -200.0, 0.0)))
    before = planned(graph, NORMAL)
    plan = deepcopy(before)
    shift(plan)
    assert plan.unmet == [Shift("lain", -200.0, 0.0)]
    assert kept(plan, After("lain", "p"))


def test_a_shift_that_has_room_is_made_in_full() -> None:
    graph = replace(line("p", "q", "r", "s"), constraints=(Shift("lain", 30.0, 0.0),))
    before = planned(graph, NORMAL)
    plan = deepcopy(before)
    shift(plan)
    assert plan.unmet == []
    assert kept(plan, Shift("lain", 30.0, 0.0), before)
    assert faults(plan) == []
