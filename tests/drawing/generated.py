"""Generated graphs of lane maps: branches, joins, returns, messages, time-outs, documents, long words."""

from __future__ import annotations

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
