"""Our crossings beside the fewest that the same columns allow, exactly (see _layered.py), on the open models.

Our lines may do what the class of the exact answer cannot (leave at the top and run back over a column), so a drawing
can have fewer. `--seconds N` for each model and order of lanes (default 10); `--generated N` takes N generated models
of 20 nodes instead, `--example` the maps of the example.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import mean
from typing import Any

import networkx
from _layered import Answer, fewest, layered
from _yardstick import Tools, drawn, files, stripped, tools
from layout_beside import bpmn, graphs
from lxml import etree

from probis.interchange.bpmn import draw


def main() -> None:
    """A row a model, then sums."""
    parser = argparse.ArgumentParser(prog="./run bench layout-exact", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--generated", type=int, metavar="N")
    parser.add_argument("--example", action="store_true")
    options = parser.parse_args()
    t = tools()
    if t is None:
        return
    models = _generated(t, options.generated) if options.generated else _example(t) if options.example else _open(t)
    print(
        "| model | ours | fewest, our lanes | fewest, any order of lanes | planar without lanes |\n" + "|---" * 5 + "|"
    )
    rows = [_row(t, *model, options.seconds) for model in models]
    solved = [(ours, kept.bound, free.bound) for ours, kept, free in rows if kept.exact and free.exact]
    same, chosen = sum(kept.exact for _, kept, _ in rows), sum(free.exact for _, _, free in rows)
    print(f"\nSolved within {options.seconds:g} s: {same} of {len(rows)} with our lanes, {chosen} with any order.")
    if solved:
        ours, kept, free = (mean(column) for column in zip(*solved, strict=True))
        print(
            f"Means of the {len(solved)} solved both ways: ours {ours:.2f}, our lanes {kept:.2f}, any order {free:.2f}."
        )
        above, below = sum(a > b for a, b, _ in solved), sum(a < b for a, b, _ in solved)
        print(
            f"Ours crosses more often than our columns and lanes need in {above}, less often than the class in {below}."
        )


def _open(t: Tools) -> list[tuple[str, bytes, dict[str, Any]]]:
    return [(path.stem, *stripped(t, Path(path))) for path in files("open")]


def _generated(t: Tools, count: int) -> list[tuple[str, bytes, dict[str, Any]]]:
    out = []
    for seed in range(1, count + 1):
        data = t.gen.gen(20, seed)[0].encode()
        out.append((f"generated {seed}", data, t.model.read_logical(etree.fromstring(data))))
    return out


def _example(t: Tools) -> list[tuple[str, bytes, dict[str, Any]]]:
    files = [(graph.title[:40], bpmn(graph)) for graph in graphs()]
    return [(title, data, t.model.read_logical(etree.fromstring(data))) for title, data in files]


def _row(t: Tools, name: str, data: bytes, logic: dict[str, Any], seconds: float) -> tuple[int, Answer, Answer]:
    drawing = draw(data)
    ours: int = t.metrics.measure(drawn(t, drawing.bpmn(), logic)[0])["edge_crossings"]
    plan = drawing.sheets[0][1].plan
    graph = layered(plan)
    kept = fewest(graph, seconds=seconds)
    free = kept if plan.frames else fewest(graph, free_lanes=True, seconds=seconds)
    shape = networkx.Graph((e["source"], e["target"]) for e in logic["edges"])
    planar = "yes" if networkx.check_planarity(shape)[0] else "no"
    print(f"| {name} | {ours} | {_said(kept)} | {_said(free)} | {planar} |", flush=True)
    return ours, kept, free


def _said(answer: Answer) -> str:
    if answer.exact:
        return str(answer.crossings)
    return f"{answer.bound} to {'?' if answer.crossings is None else answer.crossings}"
