"""Every open model of the corpus, its logic alone laid out by `probis.tata`, measured beside people and peers.

Options: `--worst KEY` lists the 20 worst models by a measure, `--look FOLDER` draws what is listed (else all models)
there, ours above, people's below.
"""

from __future__ import annotations

import argparse
import csv
import os
import platform
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from _painted import look
from _yardstick import ROOT, ROWS, Tools, breaches, drawn, figures, files, said, stripped, tools

from probis import tata

KEPT = Path(__file__).with_suffix(".csv")
RUNS = 5
SHORT = {
    "people (DI in the file)": "people",
    "bpmn-auto-layout 2.0.0-alpha.1": "bal 2.0α",
    "Mermaid 11.17.2 swimlane-beta": "Mermaid",
    "yet-another-bpmn-auto-layout 1.1.0": "yabal 1.1",
    "ProcessPiper 0.8.1": "ProcessPiper",
    "elkjs 0.12.1, lanes ignored": "ELK*",
    "Graphviz dot, lanes ignored": "dot*",
}
HIGHER_IS_WORSE = {"hard_clean": -1, "straight_edges_share": -1, "rightward_edges_share": -1}


def measured(t: Tools, path: Path) -> dict[str, Any]:
    """The figures of one model, with its file, drawing and breaches; an error instead where it is not drawn."""
    data, logic = stripped(t, path)
    try:
        out = tata(data)
    except Exception as error:  # a model that is not drawn is a figure, not the end
        return {"file": path, "error": f"{type(error).__name__}: {error}"}
    drawing, missing = drawn(t, out, logic)
    again = [f"{path.stem} gives other bytes the second time"] if tata(data) != out else []
    m = t.metrics.measure(drawing)
    broken = breaches(t, drawing, logic, missing) + again
    return {**m, "file": path, "drawing": drawing, "breaches": broken, "lost_nodes": missing}


def seconds(data: bytes, work: Callable[[bytes], bytes] = tata, runs: int = RUNS) -> float:
    """CPU seconds of one call in a warm process: the median of some."""
    spent = []
    for _ in range(runs):
        start = time.process_time()
        work(data)
        spent.append(time.process_time() - start)
    return median(spent)


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(prog="./run bench layout", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--worst", metavar="KEY", help="list the 20 worst models by this key of the yardstick")
    parser.add_argument("--look", metavar="FOLDER", type=Path, help="draw the listed models (default KEY: all) there")
    options = parser.parse_args()
    t = tools()
    paths = files("open") if t else []
    if t is None or not paths:
        return
    rows = [measured(t, path) for path in paths]
    own = figures(rows, len(paths))
    _table(t, own)
    broken = [f"{m['file'].stem}: {b}" for m in rows for b in [m.get("error"), *m.get("breaches", [])] if b]
    print("\nTerms of the comparison (sizes, parts, labels, same bytes twice): " + ("kept" if not broken else "BROKEN"))
    print("\n".join(f"  {b}" for b in broken[:20]) + (f"\n  … and {len(broken) - 20} more" if broken[20:] else ""))
    for m in rows:
        if not m.get("error") and not m["hard_clean"]:
            print(f"  {m['file'].stem} is not hard-clean: {_why(m)}")
    cpu = _cpu(t, rows)
    if options.worst or options.look:
        _worst(t, rows, options.worst, options.look)
    else:
        _keep(own, len(paths), cpu)


def _table(t: Tools, own: dict[str, float | None]) -> None:
    peers = {short: figures(list(t.peers[name].values()), len(t.peers[name])) for name, short in SHORT.items()}
    print("| measure (open models) | Probis | " + " | ".join(peers) + " |\n" + "|---" * (len(peers) + 2) + "|")
    for row in ROWS:
        cells = [said(own[row]), *(said(p[row]) for p in peers.values())]
        print(f"| {row} | " + " | ".join(cells) + " |")
    print("\n* draws no lanes, so cannot be hard-clean. Means of labels are over the models that have any.")


def _why(m: dict[str, Any]) -> str:
    faults = (
        "node_overlaps", "edge_through_node", "edge_through_own_node", "edge_overlaps", "diagonal_segments",
        "detached_edge_ends", "floating_edge_ends", "nodes_outside_lane", "excess_backward_edges",
    )  # fmt: skip
    said = [f"{key} {m[key]}" for key in faults if m[key]]
    return ", ".join(said if m["lanes_are_bands"] else [*said, "lanes are no bands"])


def _cpu(t: Tools, rows: list[dict[str, Any]]) -> tuple[float, float]:
    """Median and greatest of the CPU milliseconds of the models of 20 to 29 nodes, in this process, now warm."""
    middle = [m for m in rows if not m.get("error") and 20 <= m["nodes"] <= 29]
    spent = {m["file"].stem: 1000 * seconds(stripped(t, m["file"])[0]) for m in middle}
    if not spent:
        return 0.0, 0.0
    slowest = max(spent, key=lambda name: spent[name])
    print(
        f"\nCPU of tata, bytes to bytes, warm, {len(spent)} models of 20 to 29 nodes, median of {RUNS} each: "
        f"median {median(spent.values()):.1f} ms, most {spent[slowest]:.1f} ms ({slowest})"
    )
    return median(spent.values()), spent[slowest]


def _worst(t: Tools, rows: list[dict[str, Any]], key: str | None, folder: Path | None) -> None:
    done = [m for m in rows if not m.get("error")]
    if key:
        if key not in done[0] or isinstance(done[0][key], (dict, list)):
            keys = sorted(k for k, v in done[0].items() if isinstance(v, (int, float)))
            raise SystemExit(f"No measure called {key}; there are: {', '.join(keys)}.")
        sign = HIGHER_IS_WORSE.get(key, 1)
        done = sorted(done, key=lambda m: (-sign * (m[key] or 0), m["file"].stem))[:20]
        people = t.peers["people (DI in the file)"]
        print(f"\n| worst by {key} | Probis | people |\n|---|---|---|")
        for m in done:
            print(f"| {m['file'].stem} | {said(m[key])} | {said(people[m['file'].stem].get(key))} |")
    if folder:
        for m in done:
            _, theirs, _, _ = t.model.load(str(m["file"]))
            look(folder / f"{m['file'].stem}", m["file"].stem, m["drawing"], theirs)
        print(f"\n{len(done)} models drawn in {folder}, ours above, people's below.")


def _keep(own: dict[str, float | None], models: int, cpu: tuple[float, float]) -> None:
    """A row a commit in layout.csv; a tree with changes belongs to no commit."""
    changed = subprocess.run(
        ["git", "status", "--porcelain", "--", "src"], cwd=ROOT, capture_output=True, text=True
    ).stdout
    if changed.strip():
        print("\nNot kept in layout.csv: src/ has changes that belong to no commit.")
        return
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout
    new = not KEPT.exists()
    with KEPT.open("a", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        if new:
            out.writerow(["commit", "python", "cpus", "models", *ROWS, "cpu ms, median", "cpu ms, most"])
        out.writerow(
            [commit.strip(), platform.python_version(), os.cpu_count(), models]
            + ["" if own[row] is None else f"{own[row]:.4g}" for row in ROWS]
            + [f"{c:.1f}" for c in cpu]
        )
