"""What people placed by hand is kept, or is listed: random wishes on generated graphs, judged on the finished plan."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drawing.faults import faults
from drawing.generated import graphs, told
from probis.drawing.graph import After, Constraint, Graph, LaneOrder, LeavesAt, Row, SameColumn, Side
from probis.drawing.layout.lanes import planned
from probis.drawing.layout.plan import Plan
from probis.drawing.layout.style import NORMAL

SIDES: tuple[Side, ...] = ("top", "right", "bottom", "left")


def wishes(graph: Graph, chance: Random, count: int) -> tuple[Constraint, ...]:
    """Wishes of all kinds, of which some contradict the flow, one another, or name what is no longer there."""
    nodes = [n.id for n in graph.nodes] + ["hilang"]
    flows = [f.id for f in graph.flows] + ["hilang"]
    lanes = [lane.id for lane in graph.lanes]
    out: list[Constraint] = []
    for _ in range(count):
        match chance.randrange(5):
            case 0:
                out.append(SameColumn((chance.choice(nodes), chance.choice(nodes))))
            case 1:
                out.append(After(chance.choice(nodes), chance.choice(nodes)))
            case 2:
                out.append(Row(chance.choice(nodes), chance.randrange(4)))
            case 3:
                out.append(LeavesAt(chance.choice(flows), chance.choice(SIDES)))
            case _ if lanes and not any(isinstance(w, LaneOrder) for w in out):
                out.append(LaneOrder(tuple(chance.sample(lanes, chance.randint(1, len(lanes))))))
    return tuple(out)


def kept(plan: Plan, wish: Constraint) -> bool:
    """Whether the plan shows what is wished."""
    boxes = {b.node.id: b for b in reversed(plan.boxes)}
    match wish:
        case SameColumn(nodes):
            return all(n in boxes for n in nodes) and len({boxes[n].column for n in nodes}) == 1
        case After(node, before):
            return node in boxes and before in boxes and boxes[node].column > boxes[before].column
        case Row(node, row):
            return node in boxes and boxes[node].row == row
        case LeavesAt(flow, side):
            return any(w.flow.id == flow and w.segments[0].at_source == side for w in plan.wires)
        case LaneOrder(lanes):
            place = {frame.lane.id: frame.first for frame in plan.frames}
            place |= {band.lane.id: i for i, band in enumerate(plan.bands)}
            places = [place[lane] for lane in lanes if lane in place]
            return len(places) == len(lanes) and places == sorted(places)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(graphs(most_nodes=16, most_lanes=5), st.integers(0, 2**16), st.integers(1, 5))
def test_wishes_are_kept_or_listed_and_nothing_else_suffers(graph: Graph, seed: int, count: int) -> None:
    wished = replace(graph, constraints=wishes(graph, Random(seed), count))
    plan = planned(wished, NORMAL)
    lost = [w for w in wished.constraints if not kept(plan, w) and w not in plan.unmet]
    assert not lost, f"{lost}\n{plan.unmet}\n{told(graph)}"
    assert faults(plan) == [], f"{wished.constraints}\n{told(graph)}"
