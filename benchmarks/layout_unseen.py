"""Models that nobody tuned for: variants of the open ones (steps, flows, lanes and names changed by chance, from fixed
seeds) and small generated ones, through `probis.tata`: what is drawn, hard-clean, and free of faults of labels.

`--variants N` of each open model (default 5), `--generated N` models of 9 to 31 nodes (default 100), `--look FOLDER`.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import Any

from _painted import look
from _yardstick import ROWS, Tools, breaches, drawn, figures, files, said, stripped, tools
from lxml import etree

from probis import tata

CHANGES = 4  # at most, in one variant
NAMES = ("nein", "Ja, sofern alle Unterlagen vollständig vorliegen", "Menge > 10?", "ok", "Versandbereit gemeldet")


def variant(t: Tools, data: bytes, chance: random.Random) -> bytes:
    """The same model with a few changes of its logic."""
    root = etree.fromstring(data)
    process = next(p for p in root.findall(t.model.b("process")) if len(p))
    for _ in range(chance.randint(1, CHANGES)):
        nodes = [e for e in process if t.model.local(e) in t.model.FLOWNODES]
        flows = process.findall(t.model.b("sequenceFlow"))
        chance.choice((_reroute, _remove, _rename, _move, _double, _shuffle))(t, process, nodes, flows, chance)
    for node in process:  # what a tool reads beside the flows themselves
        for child in list(node):
            if t.model.local(child) in ("incoming", "outgoing"):
                node.remove(child)
    bytes_: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return bytes_


def _reroute(t: Tools, process: Any, nodes: list[Any], flows: list[Any], chance: random.Random) -> None:
    targets = [n for n in nodes if t.model.local(n) not in ("startEvent", "boundaryEvent")]
    if flows and targets:
        chance.choice(flows).set("targetRef", chance.choice(targets).get("id"))


def _remove(t: Tools, process: Any, nodes: list[Any], flows: list[Any], chance: random.Random) -> None:
    """A node less; what led to it leads to what it led to first."""
    gone = chance.choice(nodes)
    key = gone.get("id")
    if len(nodes) < 4 or any(n.get("attachedToRef") == key for n in nodes):
        return
    after = next((f.get("targetRef") for f in flows if f.get("sourceRef") == key != f.get("targetRef")), None)
    for flow in flows:
        if flow.get("sourceRef") == key or (flow.get("targetRef") == key and not after):
            process.remove(flow)
        elif flow.get("targetRef") == key and after:
            flow.set("targetRef", after)
    for ref in list(process.iter(t.model.b("flowNodeRef"))):
        if (ref.text or "").strip() == key:
            ref.getparent().remove(ref)
    process.remove(gone)


def _rename(t: Tools, process: Any, nodes: list[Any], flows: list[Any], chance: random.Random) -> None:
    chance.choice([*nodes, *flows]).set("name", chance.choice(NAMES))


def _move(t: Tools, process: Any, nodes: list[Any], flows: list[Any], chance: random.Random) -> None:
    """A node to another lane."""
    leaves = [lane for lane in process.iter(t.model.b("lane")) if lane.find(t.model.b("childLaneSet")) is None]
    refs = [ref for lane in leaves for ref in lane.findall(t.model.b("flowNodeRef"))]
    if refs:
        ref, to = chance.choice(refs), chance.choice(refs).getparent()
        hosts = {n.get("attachedToRef") for n in nodes}
        key = (ref.text or "").strip()
        if key not in hosts and not any(n.get("id") == key and n.get("attachedToRef") for n in nodes):
            to.append(ref)


def _double(t: Tools, process: Any, nodes: list[Any], flows: list[Any], chance: random.Random) -> None:
    """A new flow between two nodes."""
    sources = [n for n in nodes if t.model.local(n) != "endEvent"]
    targets = [n for n in nodes if t.model.local(n) not in ("startEvent", "boundaryEvent")]
    if sources and targets:
        a, b = chance.choice(sources).get("id"), chance.choice(targets).get("id")
        key = f"baru{len(flows)}_{chance.randrange(10**6)}"
        etree.SubElement(process, t.model.b("sequenceFlow"), id=key, sourceRef=a, targetRef=b)


def _shuffle(t: Tools, process: Any, nodes: list[Any], flows: list[Any], chance: random.Random) -> None:
    """Lanes in another order."""
    for bands in process.findall(t.model.b("laneSet")):
        lanes = list(bands)
        chance.shuffle(lanes)
        for lane in lanes:
            bands.append(lane)


def main() -> None:
    """A column a kind, then what is wrong."""
    parser = argparse.ArgumentParser(prog="./run bench layout-unseen", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--variants", type=int, default=5, metavar="N")
    parser.add_argument("--generated", type=int, default=100, metavar="N")
    parser.add_argument("--look", metavar="FOLDER", type=Path, help="draw what is not clean there")
    options = parser.parse_args()
    t = tools()
    if t is None:
        return
    models: dict[str, list[tuple[str, bytes]]] = {"variants": [], "generated": []}
    for path in files("open"):
        data, _ = stripped(t, path)
        for i in range(options.variants):
            name = f"{path.stem} variant {i}"
            models["variants"].append((name, variant(t, data, random.Random(name))))
    for seed in range(options.generated):
        models["generated"].append((f"generated {seed}", t.gen.gen(9 + seed % 23, seed)[0].encode()))
    columns, told = {}, []
    for kind, of_kind in models.items():
        rows = [_row(t, name, data, told, options.look) for name, data in of_kind]
        columns[f"{kind}, {len(of_kind)}"] = figures(rows, max(len(of_kind), 1)) if rows else {}
    print("| measure | " + " | ".join(columns) + " |\n" + "|---" * (len(columns) + 1) + "|")
    for row in ROWS:
        print(f"| {row} | " + " | ".join(said(column.get(row)) for column in columns.values()) + " |")
    print(f"\n{len(told)} are not in order:" if told else "\nAll are in order.")
    print("\n".join(told[:40]))


def _row(t: Tools, name: str, data: bytes, told: list[str], folder: Path | None) -> dict[str, Any]:
    logic = t.model.read_logical(etree.fromstring(data))
    try:
        drawing, missing = drawn(t, tata(data), logic)
    except Exception as error:  # a model that is not drawn is a figure, not the end
        told.append(f"  {name}: {type(error).__name__}: {error}")
        return {"error": str(error)}
    m: dict[str, Any] = t.metrics.measure(drawing)
    broken = breaches(t, drawing, logic, missing)
    broken += ["not hard-clean"] if not m["hard_clean"] else []
    keys = (
        "node_overlaps", "edge_through_node", "edge_through_own_node", "edge_overlaps", "diagonal_segments",
        "detached_edge_ends", "floating_edge_ends", "nodes_outside_lane", "excess_backward_edges",
        "label_overlaps", "label_edge_hits", "labels_far", "boundary_detached",
    )  # fmt: skip
    broken += [f"{key} {m[key]}" for key in keys if m[key]]
    if broken:
        told.append(f"  {name}: " + ", ".join(broken))
        if folder:
            look(folder / name.replace(" ", "-"), name, drawing)
    return {**m, "lost_nodes": missing}
