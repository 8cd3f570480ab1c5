"""Lane maps keep their promises on generated graphs: judged on the finished geometry, on screen and paper."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drawing.faults import faults, small_texts
from drawing.generated import graphs
from probis.drawing.graph import After, Flow, Graph, Lane, LaneOrder, LeavesAt, Node, Row, SameColumn
from probis.drawing.layout.fold import parted
from probis.drawing.layout.lanes import layout, planned, quick
from probis.drawing.layout.plan import Plan
from probis.drawing.layout.style import DENSE, NORMAL
from probis.drawing.medium import A4, F4, SCREEN
from probis.drawing.render.form import form
from probis.drawing.render.svg import svg
from probis.drawing.scene import Group, Shape, Text, dump, groups, walk
from probis.drawing.scene import Path as Line
from probis.drawing.sheet import Heading, compose_all, room

calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=25)


@calm
@given(graphs(), st.sampled_from([NORMAL, DENSE]))
def test_nothing_overlaps_and_every_end_and_label_is_in_its_place(graph: Graph, style: Any) -> None:
    assert faults(planned(graph, style)) == []


@settings(calm, max_examples=8)
@given(graphs(most_nodes=24))
def test_pages_hold_everything_once_and_nothing_leaves_them(graph: Graph) -> None:
    place = room(F4)
    parts, pages = parted(quick(graph, DENSE), place, planned, quick)
    assert [f for p in parts for f in faults(p)] == []
    shown = [b.node for p in parts for b in p.boxes if b.node.kind != "connector"]
    assert sorted(n.ref for n in shown) == sorted(n.ref for n in graph.nodes)
    whole = sum(w.flow.id[0] == "f" and w.flow.id[:4] != "from" for p in parts for w in p.wires)
    halves = [w.flow.id for p in parts for w in p.wires if w.flow.id.startswith(("to", "from"))]
    assert whole + len(halves) // 2 == len(graph.flows)
    assert pages == sorted(pages)
    for page in compose_all(layout(graph, F4), Heading("Peta", "Judul", "A-1"), F4):
        assert small_texts(page) == []
        _inside(page.items, page.width, page.height)


def _inside(items: Any, width: float, height: float) -> None:
    for _, item in walk(items):
        match item:
            case Group():
                continue
            case Line():
                assert all(0 <= x <= width and 0 <= y <= height for x, y in item.points)
            case Shape():
                assert item.x >= 0 and item.x + item.width <= width + 0.01
                assert item.y >= 0 and item.y + item.height <= height + 0.01
            case Text():
                assert 0 <= item.x <= width and 0 < item.y <= height


def test_connectors_are_named_alike_on_both_sides() -> None:
    parts, pages = parted(quick(long_chain(70), DENSE), room(F4), planned, quick)
    assert len(set(pages)) > 1
    named: dict[str, list[tuple[int, str]]] = {}
    for plan, page in zip(parts, pages, strict=True):
        for box in plan.boxes:
            if box.node.kind == "connector":
                named.setdefault(box.node.number, []).append((page, box.node.text))
    for ends in named.values():
        (here, leaving), (there, entering) = ends
        if here == there:
            assert (leaving, entering) == ("ke bagian bawah", "dari bagian atas")
        else:
            assert (leaving, entering) == (f"ke halaman {there}", f"dari halaman {here}")


def long_chain(n: int, lanes: int = 4) -> Graph:
    nodes = [Node(f"n{i}", "task", f"l{(i * i) % lanes}", f"Langkah nomor {i}", str(i), ref=f"n{i}") for i in range(n)]
    flows = [Flow(f"f{i}", f"n{i}", f"n{i + 1}", documents=("berkas",) * (i % 3)) for i in range(n - 1)]
    return Graph("Panjang", tuple(nodes), tuple(flows), tuple(Lane(f"l{i}", f"Jalur {i}") for i in range(lanes)))


@settings(calm, max_examples=8)
@given(graphs(most_nodes=18), st.randoms(use_true_random=False))
def test_the_order_of_flows_changes_neither_what_is_drawn_nor_its_soundness(graph: Graph, random: Any) -> None:
    flows = list(graph.flows)
    random.shuffle(flows)
    other = Graph(graph.title, graph.nodes, tuple(flows), graph.lanes)
    a, b = planned(graph, NORMAL), planned(other, NORMAL)
    assert faults(b) == []
    assert _drawn(a) == _drawn(b)


def _drawn(plan: Plan) -> tuple[list[Any], list[Any]]:
    nodes = sorted((b.node.id, b.lines) for b in plan.boxes)
    flows = sorted((w.flow.id, w.source, w.target, [t for x in w.labels for _, t in x.lines]) for w in plan.wires)
    return nodes, [(f, s, t, sorted("".join(lines).replace("-", "").replace(" ", ""))) for f, s, t, lines in flows]


@settings(calm, max_examples=6)
@given(graphs(most_nodes=14))
def test_twice_gives_the_same(graph: Graph) -> None:
    for medium in (SCREEN, F4):
        first, second = layout(graph, medium), layout(graph, medium)
        assert [svg(s) for s in first] == [svg(s) for s in second]
        assert [dump(s) for s in first] == [dump(s) for s in second]


def _measured(graph: Graph) -> dict[str, Any]:
    here = Path(os.environ.get("PROBIS_SHARED", Path(__file__).parents[3] / "shared")) / "yardstick"
    if not (here / "metrics.py").exists():
        pytest.skip("the yardstick is not here")
    if str(here) not in sys.path:
        sys.path.append(str(here))
    import metrics  # type: ignore[import-not-found]

    result: dict[str, Any] = metrics.measure(form(planned(graph, NORMAL)))
    return result


@settings(calm, max_examples=12)
@given(graphs(most_nodes=30))
def test_the_yardstick_finds_no_hard_defect(graph: Graph) -> None:
    m = _measured(graph)
    for key in (
        "node_overlaps", "edge_through_node", "edge_through_own_node", "edge_overlaps", "diagonal_segments",
        "detached_edge_ends", "floating_edge_ends", "nodes_outside_lane", "label_overlaps", "label_edge_hits",
    ):  # fmt: skip
        assert not m[key], key
    assert m["lanes_are_bands"]


# what must not crash, and must be drawn honestly


def graph_of(*flows: Flow, nodes: str = "abc", lanes: tuple[Lane, ...] = (Lane("l", "Jalur"),)) -> Graph:
    lane = lanes[0].id if lanes else ""
    return Graph("G", tuple(Node(n, "task", lane, n.upper(), ref=n) for n in nodes), flows, lanes)


@pytest.mark.parametrize(
    "graph",
    [
        Graph("kosong", ()),
        Graph("satu", (Node("a", "task", ""),)),
        graph_of(),
        graph_of(lanes=()),
        graph_of(Flow("1", "a", "a")),
        graph_of(Flow("1", "a", "a"), Flow("2", "a", "a", text="Lagi")),
        graph_of(Flow("1", "a", "b"), Flow("2", "a", "b"), Flow("3", "a", "b"), Flow("4", "b", "a")),
        graph_of(Flow("1", "a", "b"), Flow("1", "b", "c")),
        graph_of(*(Flow(f"{i}", "a", f"n{i}") for i in range(12))),
        graph_of(*(Flow(f"{i}", f"n{i}", "a") for i in range(12))),
        graph_of(lanes=(Lane("l", "Jalur"), Lane("m", "Kosong"), Lane("n", "Kosong juga"))),
        graph_of(lanes=(Lane("l", "Dalam", parent="p"), Lane("p", "Luar"), Lane("q", "Lain", parent="p"))),
        graph_of(lanes=(Lane("l", "Diri", parent="l"),)),
        graph_of(lanes=(Lane("l", "A", parent="m"), Lane("m", "B", parent="l"))),
        Graph(
            "g",
            tuple(Node(f"n{i}", "decision", f"l{i}", "Ya?") for i in range(40)),
            (),
            tuple(Lane(f"l{i}", "J") for i in range(40)),
        ),
        Graph(
            "g",
            (
                Node("a", "decision", "l", "a " * 150),
                Node("b", "task", "l", "mempertanggungjawabkan" * 3),
                Node("c", "start", "l", "x" * 300),
            ),
            (),
            (Lane("l", "x" * 60),),
        ),
        Graph(
            "g",
            (Node("a", "task", "l", "\x00\ud800<&>\"'"), Node("a", "task", "l")),
            (Flow("f", "a", "a", text="<b>"),),
            (Lane("l", ""),),
        ),
    ],
)  # fmt: skip
def test_odd_graphs_are_drawn(graph: Graph) -> None:
    plan = planned(graph, NORMAL)
    assert faults(plan) == []
    for medium in (SCREEN, F4, A4):
        for scene in layout(graph, medium):
            assert svg(scene).startswith("<svg")


def test_what_is_missing_is_drawn_as_unknown() -> None:
    graph = Graph(
        "g",
        (Node("a", "task", "hilang", "A"),),
        (Flow("f", "a", "tidak-ada"), Flow("g", "", "a")),
        (Lane("l", "Jalur"),),
    )
    plan = planned(graph, NORMAL)
    assert [b.node.id for b in plan.boxes if b.node.unknown] == ["tidak-ada", ""]
    assert [b.lane.id for b in plan.bands if b.lane.unknown] == ["hilang"]
    assert faults(plan) == []


def test_wishes_are_kept_or_listed() -> None:
    base = graph_of(Flow("1", "a", "b"), Flow("2", "a", "c"), lanes=(Lane("l", "L"), Lane("m", "M")))
    wished = Graph(
        "g", base.nodes, base.flows, base.lanes,
        (After("c", "b"), Row("b", 1), LaneOrder(("m", "l")), LeavesAt("1", "bottom"), SameColumn(("a", "b"))),
    )  # fmt: skip
    plan = planned(wished, NORMAL)
    boxes = {b.node.id: b for b in plan.boxes}
    assert boxes["c"].column > boxes["b"].column
    assert [b.lane.id for b in plan.bands] == ["m", "l"]
    assert plan.wires[0].segments[0].at_source == "bottom"
    assert boxes["a"].column == boxes["b"].column
    assert plan.unmet == []
    assert faults(plan) == []
    torn = Graph("g", base.nodes, base.flows, base.lanes, (SameColumn(("b", "c")), After("c", "b"), Row("b", 0)))
    assert planned(torn, NORMAL).unmet == [After("c", "b")]


def test_the_main_way_is_straight_and_ends_drop_below_their_decision() -> None:
    nodes = (
        Node("m", "start", "l", "Mulai"), Node("1", "task", "l", "Memeriksa", "1"), Node("p", "decision", "l", "Baik?"),
        Node("2", "task", "l", "Menulis", "2"), Node("e", "end", "l", "Selesai"), Node("x", "end", "l", "Ditolak"),
    )  # fmt: skip
    flows = [Flow("a", "m", "1"), Flow("b", "1", "p"), Flow("x", "p", "x", text="Tidak")]
    flows += [Flow("c", "p", "2", text="Ya"), Flow("d", "2", "e")]
    plan = planned(Graph("g", nodes, tuple(flows), (Lane("l", "L"),)), NORMAL)
    boxes = {b.node.id: b for b in plan.boxes}
    assert len({boxes[i].middle for i in "m1p2e"}) == 1
    assert boxes["x"].centre == pytest.approx(boxes["p"].centre)
    assert all(len(w.points) == 2 for w in plan.wires)


def test_groups_carry_addresses_labels_and_links() -> None:
    node = Node("a", "task", "l", "Memeriksa berkas", "3", "2 HK", ref="lintas-fungsi/x/a", link="x")
    (scene,) = layout(Graph("g", (node,), (), (Lane("l", "Biro", ref="unit/biro"),)), SCREEN)
    by_ref = {g.ref: g for g in groups(scene)}
    assert by_ref["lintas-fungsi/x/a"].label == "3 Memeriksa berkas 2 HK, Biro"
    assert by_ref["lintas-fungsi/x/a"].link == "x"
    assert by_ref["unit/biro"].role == "lane"


def test_of_two_walks_the_one_with_fewer_returns_counts() -> None:
    nodes = tuple(Node(id=f"n{i}", kind="task", lane="l", text=f"Langkah {i}") for i in range(4))
    pairs = ((0, 2), (2, 1), (1, 2), (2, 3), (0, 1), (3, 1))  # in one order 2→1 and 3→1 would run back
    flows = tuple(Flow(id=f"f{i}", source=f"n{a}", target=f"n{b}", kind="sequence") for i, (a, b) in enumerate(pairs))
    plan = planned(Graph(title="Peta", nodes=nodes, flows=flows, lanes=(Lane(id="l", text="Unit"),)), NORMAL)
    assert [wire.flow.id for wire in plan.wires if wire.back] == ["f2"]
