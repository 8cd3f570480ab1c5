"""All example maps beside `dot` and bpmn-auto-layout 1.3: the same graphs in one run, time and crossings as ratios.

Each lintas fungsi becomes a BPMN file with lanes, and its nodes have BPMN's sizes for all three. Probis keeps the lanes
as bands; dot and bpmn-auto-layout 1.3 know none, so a second row of Probis lays the same files out without their lanes.
Times are CPU in a warm process, bytes to bytes; of dot the whole process for all graphs, as it starts in 10 ms.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import time
from pathlib import Path
from statistics import median
from typing import Any

from _yardstick import ROOT, Tools, drawn, tools
from layout import seconds
from lxml import etree

from probis import tata
from probis.drawing.graph import Graph
from probis.drawing.layout.lanes import planned
from probis.drawing.layout.style import NORMAL
from probis.drawing.render.form import form
from probis.interchange import yaml
from probis.maps.peta_lintas_fungsi import graph_of

EXAMPLE = ROOT / "examples" / "biro-organisasi-ntt"
WORK = ROOT / "build" / "bench"
OTHER = Path(__file__).with_name("bpmn-auto-layout")
_TAGS = {"start": "startEvent", "end": "endEvent", "decision": "exclusiveGateway", "fork": "parallelGateway"}
_TAGS |= {"wait": "intermediateCatchEvent", "event": "intermediateThrowEvent", "call": "callActivity"}
INCH = 72.0


def graphs() -> list[Graph]:
    """The graphs of all lintas fungsi of the example."""
    files = {str(p.relative_to(EXAMPLE)): p.read_bytes() for p in sorted(EXAMPLE.rglob("*.yaml"))}
    model = yaml.read(files).nilai
    assert model is not None
    return [graph_of(model, peta) for peta in model.lintas_fungsi]


def bpmn(graph: Graph, *, lanes: bool = True) -> bytes:
    """A graph as BPMN, its logic alone."""
    space = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    root = etree.Element(f"{{{space}}}definitions", nsmap={None: space}, id="D", targetNamespace="http://bench")
    process = etree.SubElement(root, f"{{{space}}}process", id="P")
    at = {node.id: f"N{i}" for i, node in enumerate(graph.nodes)}
    if lanes:
        bands = etree.SubElement(process, f"{{{space}}}laneSet", id="LS")
        for i, lane in enumerate(graph.lanes):
            band = etree.SubElement(bands, f"{{{space}}}lane", id=f"L{i}", name=lane.text)
            for node in graph.nodes:
                if node.lane == lane.id:
                    etree.SubElement(band, f"{{{space}}}flowNodeRef").text = at[node.id]
    flows = [(f"F{i}", at[f.source], at[f.target], f.text) for i, f in enumerate(graph.flows)]
    for node in graph.nodes:
        made = etree.SubElement(process, f"{{{space}}}{_TAGS.get(node.kind, 'task')}", id=at[node.id], name=node.text)
        for way, end in (("incoming", 2), ("outgoing", 1)):
            for flow in flows:
                if flow[end] == at[node.id]:
                    etree.SubElement(made, f"{{{space}}}{way}").text = flow[0]
    for key, source, target, text in flows:
        flow = etree.SubElement(process, f"{{{space}}}sequenceFlow", id=key, sourceRef=source, targetRef=target)
        if text:
            flow.set("name", text)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def main() -> None:
    """A row a tool, with ratios to Probis."""
    t = tools()
    if t is None:
        return
    all_graphs = graphs()
    files = [bpmn(graph) for graph in all_graphs]
    bare = [bpmn(graph, lanes=False) for graph in all_graphs]
    logics = [t.model.read_logical(etree.fromstring(data)) for data in files]
    tata(files[0])
    ours = [t.metrics.measure(drawn(t, tata(data), logic)[0]) for data, logic in zip(files, logics, strict=True)]
    unlaned = [{**logic, "lanes": []} for logic in logics]
    without = [t.metrics.measure(drawn(t, tata(data), logic)[0]) for data, logic in zip(bare, unlaned, strict=True)]
    rows = [("Probis, lanes as bands", sum(seconds(d) for d in files), ours)]
    own = [t.metrics.measure(form(planned(graph, NORMAL))) for graph in all_graphs]
    rows.append(("Probis, its own signs and sizes", _own(all_graphs), own))
    rows.append(("Probis, the lanes taken away", sum(seconds(d) for d in bare), without))
    for name, work in (("dot, no lanes", _dot), ("bpmn-auto-layout 1.3, no lanes", _other)):
        found = work(t, files, unlaned)
        if found:
            rows.append((name, *found))
    first, least = rows[0][1], sum(m["edge_crossings"] for m in ours)
    print(f"{len(files)} maps, {sum(len(g.nodes) for g in all_graphs)} nodes\n")
    print("| tool | CPU s | to Probis | crossings | to Probis | none, maps | through a node | bends an edge | length |")
    print("|---" * 9 + "|")
    for name, spent, measured in rows:
        crossings = sum(m["edge_crossings"] for m in measured)
        cells = [name, f"{spent:.2f}", f"{spent / first:.2f}", crossings, f"{crossings / max(least, 1):.2f}"]
        cells.append(f"{sum(m['edge_crossings'] == 0 for m in measured)} of {len(measured)}")
        cells.append(sum(m["edge_through_node"] for m in measured))
        cells += [f"{median(m[key] for m in measured):.2f}" for key in ("bends_per_edge", "edge_length_norm")]
        print("| " + " | ".join(map(str, cells)) + " |")


def _own(all_graphs: list[Graph]) -> float:
    start = time.process_time()
    for graph in all_graphs:
        planned(graph, NORMAL)
    return time.process_time() - start


Found = tuple[float, list[dict[str, Any]]]


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _dot(t: Tools, files: list[bytes], logics: list[dict[str, Any]]) -> Found | None:
    if not shutil.which("dot"):
        print("Not beside dot: it is not installed (the package graphviz).\n")
        return None
    told = "\n".join(_in_dot(t, logic) for logic in logics)
    before = _children()
    out = subprocess.run(["dot", "-Tplain"], input=told, capture_output=True, text=True, check=True).stdout
    spent = _children() - before
    plain = [part for part in out.split("stop\n") if part.strip()]
    return spent, [t.metrics.measure(_from_plain(p, logic)) for p, logic in zip(plain, logics, strict=True)]


def _in_dot(t: Tools, logic: dict[str, Any]) -> str:
    lines = ['digraph g { rankdir=LR; splines=polyline; node [shape=box, fixedsize=true, label=""];']
    for node in logic["nodes"]:
        w, h = t.model.default_size(node["type"])
        lines.append(f"{node['id']} [width={w / INCH}, height={h / INCH}];")
    lines += [f"{e['source']} -> {e['target']};" for e in logic["edges"]]
    return "\n".join([*lines, "}"])


def _from_plain(plain: str, logic: dict[str, Any]) -> dict[str, Any]:
    """dot's plain form to the common form; a polyline is given as Bézier pieces, every third point an end."""
    nodes = {n["id"]: n for n in logic["nodes"]}
    left = list(logic["edges"])
    out: dict[str, Any] = {"nodes": [], "edges": [], "lanes": [], "labels": []}
    for line in plain.splitlines():
        words = line.split()
        if words[0] == "node":
            x, y, w, h = (float(word) * INCH for word in words[2:6])
            out["nodes"].append({**nodes[words[1]], "x": x - w / 2, "y": -y - h / 2, "w": w, "h": h, "shape": "rect"})
        elif words[0] == "edge":
            count = int(words[3])
            numbers = [float(word) * INCH for word in words[4 : 4 + 2 * count]]
            points = [[numbers[2 * i], -numbers[2 * i + 1]] for i in range(0, count, 3)]
            edge = next(e for e in left if (e["source"], e["target"]) == (words[1], words[2]))
            left.remove(edge)
            out["edges"].append({**edge, "points": points})
    return out


def _other(t: Tools, files: list[bytes], logics: list[dict[str, Any]]) -> Found | None:
    if not (shutil.which("node") and shutil.which("npm")):
        print("Not beside bpmn-auto-layout: Node.js is not installed (the commands node and npm).\n")
        return None
    here, given, made = WORK / "bpmn-auto-layout", WORK / "in", WORK / "out"
    for folder in (given, made):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    shutil.copytree(OTHER, here, dirs_exist_ok=True)
    if not (here / "node_modules").exists():
        done = subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=here, capture_output=True, text=True)
        if done.returncode:
            print(f"Not beside bpmn-auto-layout: npm could not install it.\n{done.stderr[-300:]}\n")
            return None
    for i, data in enumerate(files):
        (given / f"{i:03}.bpmn").write_bytes(data)
    command = ["node", "run.js", str(given), str(made)]
    done = subprocess.run(command, cwd=here, capture_output=True, text=True, env=dict(os.environ))
    if done.returncode:
        print(f"Not beside bpmn-auto-layout: it gave up.\n{done.stderr[-300:]}\n")
        return None
    spent = json.loads(done.stdout)
    measured, lost = [], 0
    for name, logic in zip(sorted(spent), logics, strict=True):
        if spent[name] is not None:
            drawing, missing = drawn(t, (made / name).read_bytes(), logic)
            lost += missing
            measured.append(t.metrics.measure(drawing))
    failed = sum(s is None for s in spent.values())
    if lost or failed:
        print(f"bpmn-auto-layout 1.3 gave up on {failed} maps; {lost} nodes and flows of the others have no place.\n")
    return sum(s or 0.0 for s in spent.values()), measured
