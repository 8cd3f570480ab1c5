"""Generated models of 100, 500 and 2,000 nodes through `probis.tata`: CPU seconds, and whether they are hard-clean.

Option: `--profile N` prints where the time of a model of N nodes goes.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import sys
import time

from _yardstick import drawn, tools
from lxml import etree

from probis import tata

SIZES = ((100, 3, 0.5), (500, 3, 5.0), (2000, 1, 120.0))  # nodes, seeds, seconds allowed


def main() -> None:
    """A row a model, after one small model has warmed the process."""
    parser = argparse.ArgumentParser(prog="./run bench layout-size", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--profile", type=int, metavar="N", help="print where the time of a model of N nodes goes")
    options = parser.parse_args()
    t = tools()
    if t is None:
        return
    tata(t.gen.gen(20, 1)[0].encode())
    if options.profile:
        profiler = cProfile.Profile()
        data = t.gen.gen(options.profile, 1)[0].encode()
        profiler.runcall(tata, data)
        pstats.Stats(profiler, stream=sys.stdout).sort_stats("tottime").print_stats(25).sort_stats(
            "cumtime"
        ).print_stats(25)
        return
    print("| nodes | edges | lanes | seed | CPU s | allowed | hard-clean | crossings | bends an edge | length | area |")
    print("|---" * 11 + "|")
    for size, seeds, allowed in SIZES:
        for seed in range(1, seeds + 1):
            xml, nodes, edges, lanes = t.gen.gen(size, seed)
            data = xml.encode()
            start = time.process_time()
            out = tata(data)
            spent = time.process_time() - start
            m = t.metrics.measure(drawn(t, out, t.model.read_logical(etree.fromstring(data)))[0])
            row = [nodes, edges, lanes, seed, f"{spent:.2f}", f"{allowed:g}" + ("" if spent < allowed else " EXCEEDED")]
            row += ["yes" if m["hard_clean"] else "NO", m["edge_crossings"], f"{m['bends_per_edge']:.2f}"]
            print("| " + " | ".join(map(str, [*row, f"{m['edge_length_norm']:.2f}", f"{m['area_norm']:.1f}"])) + " |")
