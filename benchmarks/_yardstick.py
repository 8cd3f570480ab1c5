"""The yardstick and the models beside the project, where they are: files to logic, drawings and figures."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from statistics import mean, median
from types import ModuleType
from typing import Any

from lxml import etree

from probis.drawing.measure import break_lines

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PROBIS_SHARED", ROOT.parent / "shared"))
LABEL_SIZE = 11.0  # px, Inter


@dataclass(frozen=True)
class Tools:
    """The yardstick's own modules and the peers' results."""

    metrics: ModuleType
    model: ModuleType
    strip: ModuleType
    gen: ModuleType
    peers: dict[str, dict[str, dict[str, Any]]]


@cache
def tools() -> Tools | None:
    """The yardstick, or nothing (and a sentence on the screen) where it is not beside the project."""
    here = SHARED / "yardstick"
    if not (here / "metrics.py").exists():
        print("Not measured: the yardstick is not here (../shared/yardstick, or the folder that PROBIS_SHARED names).")
        return None
    if str(here) not in sys.path:
        sys.path.append(str(here))
    names = ("metrics", "model", "strip", "gen")
    peers = json.loads((here / "peers-open.json").read_text(encoding="utf-8"))
    return Tools(*(import_module(name) for name in names), peers)


def files(folder: str) -> list[Path]:
    """The BPMN files of a folder of the corpus, by name; none where it is absent."""
    return sorted((SHARED / "corpus" / folder).glob("*.bpmn"))


def stripped(t: Tools, path: Path) -> tuple[bytes, dict[str, Any]]:
    """The logic of a file alone, as the peers got it, and what it says."""
    root, logic = t.strip.strip(t.model.parse_tree(str(path)))
    return etree.tostring(etree.ElementTree(root), xml_declaration=True, encoding="UTF-8"), logic


def drawn(t: Tools, out: bytes, logic: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """The drawing that a laid out file holds, in the common form, and how many of its parts have no place."""
    root = etree.fromstring(out, etree.XMLParser(resolve_entities=False, huge_tree=True))
    drawing, missing, _ = t.model.read_drawing(root, logic)
    return drawing, missing


def named(logic: dict[str, Any]) -> int:
    """How many labels a drawing owes: those of named events, gateways and flows."""
    nodes = sum(bool(n["name"].strip()) for n in logic["nodes"] if n["kind"] != "task")
    return nodes + sum(bool(e["name"].strip()) for e in logic["edges"])


def breaches(t: Tools, drawing: dict[str, Any], logic: dict[str, Any], missing: int) -> list[str]:
    """What a drawing does against the terms of the comparison: sizes, parts, labels and the room they need."""
    out = [f"{missing} parts have no place"] if missing else []
    for node in drawing["nodes"]:
        want = t.model.default_size(node["type"])
        if (node["w"], node["h"]) != want:
            out.append(f"{node['id']} is {node['w']:g} x {node['h']:g}, not {want[0]} x {want[1]}")
    if sum(bool(label["text"].strip()) for label in drawing["labels"]) != named(logic):
        out.append(f"{len(drawing['labels'])} labels for {named(logic)} names")
    for label in drawing["labels"]:
        lines = break_lines(label["text"], label["w"] + 0.5, LABEL_SIZE)
        if len(lines) * LABEL_SIZE > label["h"] + 0.5:
            out.append(f"label of {label['of']} needs {len(lines)} lines, has {label['w']:g} x {label['h']:g}")
    return out


def p90(values: list[float]) -> float:
    """The first value past nine tenths of them: of 40 the 37th, of 120 the 109th."""
    return sorted(values)[min(len(values) - 1, int(0.9 * len(values)))]


ROWS = (
    "models drawn", "hard-clean", "label overlaps", "labels hit by a line", "labels far", "excess backward edges",
    "crossings, mean", "crossings, p90", "without a crossing, %", "bends an edge, median",
    "edge length, median", "area, median",
)  # fmt: skip


def figures(rows: list[dict[str, Any]], asked: int) -> dict[str, float | None]:
    """The issue's measures over the drawings of a tool; a measure that it has nothing for is None."""
    done = [m for m in rows if not m.get("error") and not m.get("lost_nodes") and m.get("edge_crossings") is not None]

    def values(key: str) -> list[float]:
        return [m[key] for m in done if m.get(key) is not None]

    def average(key: str) -> float | None:
        return mean(values(key)) if values(key) else None

    def middle(key: str) -> float | None:
        return median(values(key)) if values(key) else None

    crossings = values("edge_crossings")
    lanes = any(m.get("lanes_are_bands") is not None for m in done)
    return dict(
        zip(
            ROWS,
            (
                100 * len(done) / asked,
                100 * sum(values("hard_clean")) / asked if lanes else None,
                average("label_overlaps"),
                average("label_edge_hits"),
                average("labels_far"),
                average("excess_backward_edges"),
                average("edge_crossings"),
                p90(crossings) if crossings else None,
                100 * sum(c == 0 for c in crossings) / asked,
                middle("bends_per_edge"),
                middle("edge_length_norm"),
                middle("area_norm"),
            ),
            strict=True,
        )
    )


def said(value: float | None) -> str:
    """A figure of a table."""
    return "–" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")
