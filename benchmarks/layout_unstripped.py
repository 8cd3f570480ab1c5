"""The open models as they are (pools, messages, data, boundary events) and the MIWG models, every diagram that is
written: drawn whole, and hard-clean by the yardstick (bands where there are lanes, backward by sequence flows).

Option: `--look FOLDER` draws every diagram that is not clean there, `--all` all of them.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from _painted import look
from _whole import wholes
from _yardstick import Tools, files, tools

from probis import tata


def main() -> None:
    """A row a folder of the corpus, and what is wrong."""
    parser = argparse.ArgumentParser(prog="./run bench layout-unstripped", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--look", metavar="FOLDER", type=Path, help="draw every diagram that is not clean there")
    parser.add_argument("--all", action="store_true", help="with --look: draw all diagrams")
    options = parser.parse_args()
    t = tools()
    if t is None:
        return
    told: list[str] = []
    print(
        "| files | drawn whole | diagrams | hard-clean | labels | overlaps | hits | far | crossings |\n"
        + "|---" * 9
        + "|"
    )
    for folder in ("open", "miwg"):
        sums = dict.fromkeys(("drawn", "diagrams", "clean", "labels", "overlaps", "hits", "far", "crossings"), 0)
        paths = files(folder)
        for path in paths:
            _one(t, path, sums, told, options.look, options.all)
        rest = " | ".join(str(sums[key]) for key in ("labels", "overlaps", "hits", "far", "crossings"))
        share = f"{sums['clean']} ({100 * sums['clean'] / max(sums['diagrams'], 1):.0f} %)"
        print(f"| {folder}, {len(paths)} | {sums['drawn']} | {sums['diagrams']} | {share} | {rest} |")
    print("\n" + "\n".join(told) if told else "\nNothing is wrong with any.")


def _one(t: Tools, path: Path, sums: dict[str, int], told: list[str], folder: Path | None, every: bool) -> None:
    try:
        drawings, missing = wholes(t, tata(path.read_bytes()))
    except Exception as error:  # a model that is not drawn is a figure, not the end
        told.append(f"  {path.stem}: {type(error).__name__}: {error}")
        return
    sums["drawn"] += not missing
    if missing:
        told.append(f"  {path.stem}: no diagram shows {', '.join(missing[:5])}" + (" …" if missing[5:] else ""))
    for i, whole in enumerate(drawings):
        m: dict[str, Any] = t.metrics.measure(whole.drawing)
        faults = whole.faults(t)
        sums["diagrams"] += 1
        sums["clean"] += not faults
        for key, measure in (
            ("labels", "labels"), ("overlaps", "label_overlaps"), ("hits", "label_edge_hits"), ("far", "labels_far"),
            ("crossings", "edge_crossings"),
        ):  # fmt: skip
            sums[key] += m[measure] or 0
        if faults:
            told.append(f"  {path.stem}, diagram {i + 1}: " + ", ".join(f"{k} {v}" for k, v in faults.items()))
        if folder and (faults or every):
            look(folder / f"{path.stem}-{i + 1}", path.stem, whole.drawing)
