"""Folding: where it cuts, in which orders it takes the boxes, lanes and connectors alike on both sides."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from drawing.faults import faults
from drawing.generated import graphs
from probis.drawing.graph import Flow, Graph, Lane, Node
from probis.drawing.layout.cuts import Strip, divided
from probis.drawing.layout.fold import parted
from probis.drawing.layout.in_turn import orders
from probis.drawing.layout.lanes import layout, planned, quick
from probis.drawing.layout.plan import Box, Plan
from probis.drawing.layout.style import NARROW
from probis.drawing.medium import F4
from probis.drawing.sheet import Room, room

calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=15)


def chain(n: int, lanes: int = 3, cross: tuple[tuple[int, int], ...] = ()) -> Graph:
    """Steps one after another, going round the lanes, and lines between any two of them."""
    nodes = tuple(Node(f"n{i}", "task", f"l{i % lanes}", "Memeriksa berkas", f"{i + 1}", ref=f"r{i}") for i in range(n))
    flows = [Flow(f"f{i}", f"n{i}", f"n{i + 1}") for i in range(n - 1)]
    flows += [Flow(f"x{a}-{b}", f"n{a}", f"n{b}") for a, b in cross]
    return Graph("G", nodes, tuple(flows), tuple(Lane(f"l{i}", f"Jalur {i}") for i in range(lanes)))


def strip(plan: Plan, most: int, place: Room) -> Strip:
    """A strip of boxes in the model's order, of which any `most` fit a page; each is a tenth of the page wide."""
    order = list(plan.boxes)
    wires = [[w for w in plan.wires if box.index in (w.source, w.target)] for box in order]

    def size(start: int, end: int) -> tuple[float, float]:
        return place.width * (end - start) / most, place.height * 0.9

    return Strip(plan, order, list(range(len(order))), wires, place, size)


def test_the_cut_falls_where_few_lines_cross() -> None:
    place = Room(800.0, 400.0)
    plain = divided(strip(quick(chain(20), NARROW), 14, place)).starts
    assert len(plain) == 2
    cross = tuple((plain[1] - 1 - k, plain[1] + k) for k in range(3))
    moved = divided(strip(quick(chain(20, cross=cross), NARROW), 14, place)).starts
    assert len(moved) == 2
    assert not any(a < moved[1] <= b for a, b in cross)


def test_pages_are_filled_rather_than_left_half_empty() -> None:
    starts = divided(strip(quick(chain(22), NARROW), 12, Room(800.0, 400.0))).starts
    assert len(starts) == 2
    assert 10 <= starts[1] <= 12


@calm
@given(graphs(most_nodes=24))
def test_every_order_holds_all_boxes_and_follows_the_lines(graph: Graph) -> None:
    plan = quick(graph, NARROW)
    for order in orders(plan):
        assert sorted(box.index for box in order) == list(range(len(plan.boxes)))
    place = {box.index: i for i, box in enumerate(orders(plan)[0])}
    for wire in plan.wires:
        if not wire.back and plan.boxes[wire.source].column < plan.boxes[wire.target].column:
            assert place[wire.source] < place[wire.target]


def test_an_event_on_an_edge_stays_on_the_page_of_its_host() -> None:
    base = chain(40)
    guests = tuple(Node(f"e{i}", "event", f"l{i % 3}", "Lewat", host=f"n{i}") for i in range(0, 40, 3))
    graph = Graph("G", (*base.nodes, *guests), base.flows, base.lanes)
    parts, pages = parted(quick(graph, NARROW), room(F4), planned, quick)
    assert len(set(pages)) > 1
    for part in parts:
        for box in part.boxes:
            assert (box.host is None) == (box.node.kind != "event")
    assert sum(box.node.kind == "event" for part in parts for box in part.boxes) == len(guests)


def sides(parts: list[Plan]) -> dict[str, list[tuple[int, Box]]]:
    found: dict[str, list[tuple[int, Box]]] = {}
    for i, part in enumerate(parts):
        for box in part.boxes:
            if box.node.kind == "connector":
                found.setdefault(box.node.number, []).append((i, box))
    return found


def test_pages_have_all_lanes_at_one_height_and_connectors_too_where_they_fit() -> None:
    parts, pages = parted(quick(chain(60, lanes=5), NARROW), room(F4), planned, quick)
    alone = [part for part, page in zip(parts, pages, strict=True) if pages.count(page) == 1]
    assert len(alone) >= 2
    assert len({tuple((b.lane.id, round(b.top), round(b.height)) for b in part.bands) for part in alone}) == 1
    both = [ends for ends in sides(alone).values() if len(ends) == 2]
    assert len(both) == len(alone) - 1
    for (i, a), (j, b) in both:
        assert alone[i].bands[a.lane].lane.id == alone[j].bands[b.lane].lane.id
        assert abs(a.middle - b.middle) < 0.1


def test_lanes_without_a_step_are_strips_where_all_do_not_fit() -> None:
    nodes = tuple(Node(f"n{i}", "task", f"l{i // 4}", "Memeriksa berkas", f"{i + 1}") for i in range(40))
    flows = tuple(Flow(f"f{i}", f"n{i}", f"n{i + 1}") for i in range(39))
    graph = Graph("G", nodes, flows, tuple(Lane(f"l{i}", f"Jalur {i}") for i in range(10)))
    place = room(F4)
    parts, pages = parted(quick(graph, NARROW), place, planned, quick)
    alone = [part for part, page in zip(parts, pages, strict=True) if pages.count(page) == 1]
    for part in alone:
        used = {box.lane for box in part.boxes}
        assert part.height <= place.height + 0.01
        for i, band in enumerate(part.bands):
            assert (band.height >= 54) if i in used else (band.height >= 20)
    assert sum(part.height for part in parts) <= place.height * len(set(pages))


@settings(calm, max_examples=12)
@given(graphs(most_nodes=28))
def test_moving_lanes_breaks_nothing(graph: Graph) -> None:
    parts, pages = parted(quick(graph, NARROW), room(F4), planned, quick)
    assert [fault for part in parts for fault in faults(part)] == []
    assert pages == sorted(pages)


def test_folding_is_the_same_twice() -> None:
    graph = chain(50, lanes=5, cross=((3, 30), (20, 10)))
    assert layout(graph, F4) == layout(graph, F4)
