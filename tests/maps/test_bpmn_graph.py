"""A lintas fungsi in BPMN: what BPMN allows between pools, and nothing of the map lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from bodies import body, example
from drawing.faults import small_texts
from maps.small_body import small_body
from probis.drawing.graph import Flow, Graph, Lane, LaneOrder, Node
from probis.drawing.medium import F4, SCREEN
from probis.drawing.scene import groups
from probis.interchange import yaml
from probis.maps._bpmn import bpmn_of
from probis.maps._notation import in_notation
from probis.maps.peta_lintas_fungsi import draw, graph_of, pools
from probis.model import LintasFungsi, PetaProsesBisnis, Simbol

EXAMPLES = Path(__file__).parents[2] / "examples"


def _models() -> list[PetaProsesBisnis]:
    read = [example(folder.name) for folder in sorted(EXAMPLES.iterdir()) if folder.is_dir()]
    made = yaml.read(body(4)).nilai
    return [model for model in (*read, made, small_body()) if model is not None]


MAPS = [pytest.param(m, p, id=f"{m.instansi.id}-{p.id}") for m in _models() for p in m.lintas_fungsi]


def _pool(graph: Graph, node: Node) -> str:
    lanes = {lane.id: lane for lane in graph.lanes}
    lane = lanes[node.lane]
    while not lane.pool:
        lane = lanes[lane.parent]
    return lane.id


@pytest.mark.parametrize(("model", "peta"), MAPS)
def test_sequence_stays_within_its_pool_and_messages_leave_it(model: PetaProsesBisnis, peta: LintasFungsi) -> None:
    given = graph_of(model, peta)
    graph = bpmn_of(given, pools(model, peta))
    nodes = {n.id: n for n in graph.nodes}
    known = [f for f in graph.flows if f.source in nodes and f.target in nodes]
    assert len({f.id for f in graph.flows}) == len(graph.flows)
    for flow in known:
        apart = _pool(graph, nodes[flow.source]) != _pool(graph, nodes[flow.target])
        assert apart == (flow.kind == "message"), flow
        if flow.kind == "message":
            assert nodes[flow.source].kind in ("task", "call") or nodes[flow.source].sign == "throw"
            assert nodes[flow.target].kind in ("task", "call") or nodes[flow.target].sign == "message"
    after = {f.target for f in known if f.kind in ("sequence", "return")}
    before = {f.source for f in known if f.kind in ("sequence", "return")}
    assert not [n.id for n in graph.nodes if n.kind == "start" and n.id in after]
    assert not [n.id for n in graph.nodes if n.kind == "end" and n.id in before]
    for node in graph.nodes:
        if node.host:
            assert node.host in nodes and node.id in before and node.id not in after


@pytest.mark.parametrize(("model", "peta"), MAPS)
def test_addresses_and_words_are_those_of_the_flowchart(model: PetaProsesBisnis, peta: LintasFungsi) -> None:
    given = graph_of(model, peta)
    graph = bpmn_of(given, pools(model, peta))
    kept = {n.id: (n.ref, n.label, n.provisional, n.link) for n in graph.nodes}
    for node in given.nodes:
        assert kept[node.id] == (node.ref, node.label, node.provisional, node.link)
    assert {f.ref for f in given.flows} == {f.ref for f in graph.flows if f.ref}
    assert all(n.label for n in graph.nodes)


@pytest.mark.parametrize("number", range(len(_models())))
def test_maps_are_drawn_on_screen_and_paper(number: int) -> None:
    model = in_notation(_models()[number], Simbol.BPMN)
    for peta in model.lintas_fungsi[:: max(1, len(model.lintas_fungsi) // 4)]:
        refs = {f"lintas-fungsi/{peta.id}/{s.id}" for s in peta.simpul}
        for medium in (SCREEN, F4):
            pages = draw(model, peta.id, medium)
            assert refs <= {g.ref for page in pages for g in groups(page) if g.role == "node"}
            assert [t for page in pages for t in small_texts(page)] == []


def test_a_limit_leaves_at_a_clock_on_the_edge_of_the_wait() -> None:
    graph = _translated([Flow("f", "t", "u", "timeout", "lewat 3 HK")], wait=True)
    clock = next(n for n in graph.nodes if n.sign == "timer")
    assert clock.host == "t" and next(f for f in graph.flows if f.id == "f").source == clock.id
    assert next(n for n in graph.nodes if n.id == "t").sign == "receive"


def test_work_that_comes_back_from_another_body_goes_on_in_sequence() -> None:
    graph = _translated([Flow("f", "t", "x"), Flow("g", "x", "u")])
    tied = {(f.source, f.target, f.kind) for f in graph.flows}
    assert tied == {("t", "u", "sequence"), ("t", "x", "message"), ("x", "u", "message")}


def test_the_order_of_lanes_names_their_pools() -> None:
    graph = _translated([Flow("f", "t", "x")], LaneOrder(("l", "k")))
    assert graph.constraints == (LaneOrder(("l", "~kolam~Badan", "k")),)


def _translated(flows: list[Flow], *wishes: LaneOrder, wait: bool = False) -> Graph:
    nodes = (
        Node("t", "wait" if wait else "task", "k", "T", sign="receive" if wait else ""),
        Node("u", "task", "k", "U"),
        Node("x", "task", "l", "X"),
    )
    lanes = (Lane("k", "Kita"), Lane("l", "Lain", role="outside"))
    return bpmn_of(Graph("Peta", nodes, tuple(flows), lanes, wishes), {"k": "Badan", "l": ""})
