"""Generated graphs of lane maps: branches, joins, returns, messages, time-outs, documents, long words, and each
construct that a lane map must bear.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from probis.drawing.graph import Flow, Graph, Lane, Node

WORDS = (
    "memeriksa", "berkas", "surat", "kelengkapan", "dan", "rapat", "pertanggungjawaban", "menyusun", "laporan",
    "Kabupaten/Kota", "menandatangani", "verifikasi", "ya", "hasil", "nomenklatur", "a",
    "mempertanggungjawabkannyasecarakeseluruhandanmenyeluruhsekalilagi",
)  # fmt: skip

text = st.lists(st.sampled_from(WORDS), min_size=0, max_size=6).map(" ".join)
short = st.lists(st.sampled_from(WORDS[:10]), min_size=0, max_size=3).map(" ".join)
kinds = st.sampled_from(["task"] * 6 + ["decision"] * 3 + ["wait", "call", "fork", "end", "start", "event"])


@st.composite
def graphs(draw: st.DrawFn, most_nodes: int = 40, most_lanes: int = 8) -> Graph:
    """A graph of 1 to 8 lanes and up to 40 nodes; any node may lead to any other."""
    lanes = draw(st.integers(1, most_lanes))
    n = draw(st.integers(3, most_nodes))
    roles = ["inside", "owner", "outside"]
    lane_list = [Lane(f"l{i}", draw(text) or f"Jalur {i}", role=draw(st.sampled_from(roles))) for i in range(lanes)]
    nodes = []
    for i in range(n):
        kind = draw(kinds) if i else "start"
        lane = f"l{draw(st.integers(0, lanes - 1))}"
        provisional = draw(st.integers(0, 9)) == 0
        mark = "usulan" if provisional else ""
        time = "1–2 HK" if draw(st.booleans()) else ""
        nodes.append(
            Node(f"n{i}", kind, lane, draw(text), str(i), time, provisional=provisional, mark=mark, ref=f"x/n{i}")
        )
    flows: list[Flow] = []

    def flow(a: int, b: int, kind: str = "sequence") -> None:
        said = draw(short) if draw(st.integers(0, 2)) == 0 else ""
        papers = tuple(t for t in [draw(short)] if t) if draw(st.integers(0, 2)) == 0 else ()
        flows.append(Flow(f"f{len(flows)}", f"n{a}", f"n{b}", kind, said, papers))  # type: ignore[arg-type]

    for i in range(1, n):
        flow(draw(st.integers(max(0, i - 4), i - 1)), i)
    for _ in range(draw(st.integers(0, n // 2))):
        a, b = draw(st.integers(0, n - 1)), draw(st.integers(0, n - 1))
        flow(a, b, draw(st.sampled_from(["sequence", "sequence", "return", "message", "timeout"])))
    return Graph("Peta", tuple(nodes), tuple(flows), tuple(lane_list))


# what a graph can hold beside steps and branches, each alone, so that the smallest failing graph is small

SIZES = {"task": (100.0, 80.0), "decision": (50.0, 50.0)}  # BPMN's usual ones; everything else is an event
LONGEST = "mempertanggungjawabkannyasecarakeseluruhandanmenyeluruhsekali"[:60]


def _size(kind: str) -> tuple[float, float]:
    return {"call": (100.0, 80.0), "data": (36.0, 50.0), "note": (100.0, 30.0)}.get(kind) or SIZES.get(
        kind, (36.0, 36.0)
    )


class Sketch:
    """A graph in the making: a chain with some branches over some lanes, for a construct to be added to."""

    def __init__(self, draw: st.DrawFn, *, lanes: int = 3, most: int = 8) -> None:
        self.draw = draw
        self.lanes = [Lane(f"l{i}", f"Jalur {i}") for i in range(lanes)]
        self.nodes: list[Node] = []
        self.flows: list[Flow] = []
        self.node("start", text="Mulai")
        for _ in range(draw(st.integers(2, most))):
            before = self.any()
            self.flow(before.id, self.node(draw(st.sampled_from(["task", "task", "decision", "end"]))).id)

    def any(self, *kinds_: str) -> Node:
        fitting = [n for n in self.nodes if not kinds_ or n.kind in kinds_]
        return self.draw(st.sampled_from(fitting)) if fitting else self.node("task")

    def node(self, kind: str, **more: Any) -> Node:
        more.setdefault("lane", self.draw(st.sampled_from([lane.id for lane in self.lanes])))
        more.setdefault("text", self.draw(text))
        node = Node(f"n{len(self.nodes)}", kind, ref=f"x/n{len(self.nodes)}", **more)  # type: ignore[arg-type]
        self.nodes.append(node)
        return node

    def flow(self, a: str, b: str, kind: str = "sequence", said: str | None = None) -> None:
        said = self.draw(short) if said is None else said
        self.flows.append(Flow(f"f{len(self.flows)}", a, b, kind, said))  # type: ignore[arg-type]

    def graph(self) -> Graph:
        return Graph("Peta", tuple(self.nodes), tuple(self.flows), tuple(self.lanes))


def boundary_events(s: Sketch) -> None:
    for _ in range(s.draw(st.integers(1, 3))):
        host = s.any("task")
        for _ in range(s.draw(st.integers(1, 3))):
            event = s.node("event", lane=host.lane, host=host.id, sign=s.draw(st.sampled_from(["timer", "error", ""])))
            if s.draw(st.booleans()):
                s.flow(event.id, s.any("task", "end", "decision").id)


def several_flows(s: Sketch) -> None:
    for _ in range(s.draw(st.integers(1, 2))):
        a, b = s.any(), s.any()
        for _ in range(s.draw(st.integers(2, 5))):
            s.flow(*((a.id, b.id) if s.draw(st.integers(0, 3)) else (b.id, a.id)))


def self_loops(s: Sketch) -> None:
    for _ in range(s.draw(st.integers(1, 3))):
        node = s.any("task", "decision")
        s.flow(node.id, node.id)


def disconnected(s: Sketch) -> None:
    for _ in range(s.draw(st.integers(1, 3))):
        last = s.node(s.draw(st.sampled_from(["task", "start", "decision"])))
        for _ in range(s.draw(st.integers(0, 3))):
            node = s.node("task")
            s.flow(last.id, node.id)
            last = node


def empty_lanes(s: Sketch) -> None:
    for i in range(s.draw(st.integers(1, 4))):
        s.lanes.insert(s.draw(st.integers(0, len(s.lanes))), Lane(f"kosong{i}", s.draw(text)))


def nested_lanes(s: Sketch) -> None:
    for i in range(s.draw(st.integers(1, 3))):
        inside = s.draw(st.sampled_from(s.lanes))
        parent = Lane(f"luar{i}", s.draw(text), parent=inside.parent)
        at = s.lanes.index(inside)
        s.lanes[at] = replace(inside, parent=parent.id)
        s.lanes.append(parent)
        if s.draw(st.booleans()):
            s.lanes.insert(at + 1, Lane(f"dalam{i}", s.draw(text), parent=parent.id))


def pools(s: Sketch) -> None:
    """Two or three pools: the sketch's lanes in one, lanes of their own in the others, messages between them."""
    own = [n.id for n in s.nodes]
    s.lanes = [replace(lane, parent="kolam") for lane in s.lanes]
    s.lanes.append(Lane("kolam", "Kolam", pool=True))
    for p in range(s.draw(st.integers(1, 2))):
        closed = s.draw(st.booleans())
        s.lanes.append(Lane(f"p{p}", s.draw(text) or "Lain", pool=True))
        inner = f"p{p}"
        if not closed:
            inner = f"p{p}l"
            s.lanes.append(Lane(inner, "Dalam", parent=f"p{p}"))
        chain = [s.node("task", lane=inner) for _ in range(s.draw(st.integers(1, 3)))]
        for a, b in pairwise(chain):
            s.flow(a.id, b.id)
        for _ in range(s.draw(st.integers(1, 4))):
            ends = (s.draw(st.sampled_from(own)), s.draw(st.sampled_from(chain)).id)
            s.flow(*(ends if s.draw(st.booleans()) else ends[::-1]), kind="message")


def twelve_flows(s: Sketch) -> None:
    centre = s.any("task", "decision")
    for _ in range(12):
        other = s.node("task", text="")
        s.flow(*((centre.id, other.id) if s.draw(st.booleans()) else (other.id, centre.id)))


def long_words(s: Sketch) -> None:
    for _ in range(s.draw(st.integers(1, 3))):
        at = s.draw(st.integers(0, len(s.nodes) - 1))
        s.nodes[at] = replace(s.nodes[at], text=LONGEST)
    s.flow(s.any().id, s.any().id, said=LONGEST)


def long_labels(s: Sketch) -> None:
    long = ("memeriksa kelengkapan berkas pertanggungjawaban " * 7)[:300]
    s.flow(s.any("decision", "task").id, s.any().id, said=long)
    at = s.draw(st.integers(0, len(s.nodes) - 1))
    s.nodes[at] = replace(s.nodes[at], text=long)


def long_lane_titles(s: Sketch) -> None:
    titles = st.sampled_from(["Biro Organisasi dan Tata Laksana", "Bagian Kelembagaan dan Analisis Jabatan", LONGEST])
    s.lanes = [replace(lane, text=s.draw(titles), sub_text=s.draw(short)) for lane in s.lanes]


def forty_lanes(s: Sketch) -> None:
    s.lanes += [Lane(f"l{i}", f"Jalur {i}") for i in range(len(s.lanes), 40)]
    for _ in range(s.draw(st.integers(0, 6))):
        s.flow(s.any().id, s.node("task").id)


def data_and_notes(s: Sketch) -> None:
    for _ in range(s.draw(st.integers(1, 4))):
        step = s.any("task")
        beside = s.node(s.draw(st.sampled_from(["data", "note"])), lane=step.lane)
        ends = (step.id, beside.id) if s.draw(st.booleans()) else (beside.id, step.id)
        s.flow(*ends, kind="association", said="")


CONSTRUCTS = (
    boundary_events, several_flows, self_loops, disconnected, empty_lanes, nested_lanes, pools, twelve_flows,
    long_words, long_labels, long_lane_titles, forty_lanes, data_and_notes,
)  # fmt: skip


@st.composite
def constructed(draw: st.DrawFn, *constructs: Callable[[Sketch], None], most: int = 8) -> Graph:
    """A small graph with these constructs, in this order; without any, with some of all."""
    sketch = Sketch(draw, lanes=draw(st.integers(1, 4)), most=most)
    for construct in constructs or draw(st.lists(st.sampled_from(CONSTRUCTS), min_size=2, max_size=5, unique=True)):
        construct(sketch)
    return sketch.graph()


def sized(graph: Graph) -> Graph:
    """The same with the fixed sizes that BPMN tools use."""
    return replace(graph, nodes=tuple(replace(n, size=_size(n.kind)) for n in graph.nodes))


def told(graph: Graph) -> str:
    """A graph in a few lines, for the message of a failing test."""
    lanes = [f"{lane.id}<{lane.parent}{'*' if lane.pool else ''}" for lane in graph.lanes]
    nodes = [f"{n.id} {n.kind} {n.lane}{' @' + n.host if n.host else ''} {n.text!r}" for n in graph.nodes]
    flows = [f"{f.id} {f.source}>{f.target} {f.kind[:3]} {f.text!r} {f.documents or ''}" for f in graph.flows]
    return "\n".join([", ".join(lanes), *nodes, *flows])
