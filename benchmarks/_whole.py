"""A whole BPMN file to its drawings in the common form, one a diagram: pools, messages, data, notes, sub-processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from _yardstick import Tools
from lxml import etree

BESIDE = {"dataObjectReference", "dataStoreReference", "dataObject", "dataInput", "dataOutput", "textAnnotation"}
LINES = {"sequenceFlow", "messageFlow", "association", "dataInputAssociation", "dataOutputAssociation"}
DIAGONAL = ("node_overlaps", "edge_through_node", "edge_through_own_node", "edge_overlaps", "diagonal_segments")
TOUCH = ("detached_edge_ends", "floating_edge_ends", "boundary_detached")


@dataclass(frozen=True)
class Whole:
    """One diagram: the drawing, and what the yardstick alone does not see."""

    drawing: dict[str, Any]
    off_pools: int  # ends of messages that do not touch the pool they lead to

    def faults(self, t: Tools) -> dict[str, Any]:
        """The conditions of hard-clean that it breaks; bands and lanes where it has any, backward by sequence flows."""
        d = self.drawing
        m = t.metrics.measure(d)
        out = {key: m[key] for key in (*DIAGONAL, *TOUCH) if m[key]}
        if self.off_pools:
            out["ends off their pool"] = self.off_pools
        flow_nodes = [n for n in d["nodes"] if n["type"] not in BESIDE]
        sequence = [e for e in d["edges"] if e["type"] == "sequenceFlow"]
        alone = t.metrics.measure({**d, "nodes": flow_nodes, "edges": sequence, "labels": []})
        if alone["excess_backward_edges"] > max(1, 0.1 * len(sequence)):
            out["excess_backward_edges"] = alone["excess_backward_edges"]
        if d["lanes"]:
            if not m["lanes_are_bands"]:
                out["lanes_are_bands"] = False
            if alone["nodes_outside_lane"]:
                out["nodes_outside_lane"] = alone["nodes_outside_lane"]
        return out


def _local(element: Any) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def _ref(element: Any, name: str) -> str:
    return next(((c.text or "").strip().split(":")[-1] for c in element if _local(c) == name), "")


def wholes(t: Tools, out: bytes) -> tuple[list[Whole], list[str]]:
    """The drawings of a laid out file, and the ids of nodes and lines that none of them shows."""
    root = etree.fromstring(out, etree.XMLParser(resolve_entities=False, huge_tree=True))
    elements = {e.get("id"): e for e in root.iter() if e.get("id") and "/DI" not in str(e.tag)}
    lane_of, pools = _lanes(root)
    drawings, shown = [], set()
    for diagram in root.iter(f"{{{t.model.DI}}}BPMNDiagram"):
        drawing, rects = _drawing(t, diagram, elements, lane_of, pools)
        shown |= set(rects) | {e["id"] for e in drawing["edges"]}
        drawings.append(Whole(drawing, _off(drawing, rects)))
    owed = []
    for part in root:
        if _local(part) in ("process", "collaboration"):
            owed += [e.get("id") for e in part.iter() if e.get("id") and _owed(t, e, elements)]
    return drawings, [i for i in owed if i not in shown]


def _owed(t: Tools, element: Any, elements: dict[str, Any]) -> bool:
    """Whether a drawing must show it: a node, data, a note, or a flow that has both its ends."""
    kind = _local(element)
    if kind in ("sequenceFlow", "messageFlow"):
        return all(element.get(end, "").split(":")[-1] in elements for end in ("sourceRef", "targetRef"))
    return kind in t.model.FLOWNODES or kind in ("textAnnotation", "dataObjectReference", "dataStoreReference")


def _lanes(root: Any) -> tuple[dict[str, str], set[str]]:
    """The innermost lane of each node (its pool where there is none), and the lanes and pools that hold others."""
    lane_of: dict[str, str] = {}
    holders: set[str] = set()
    pool_of = {p.get("processRef", "").split(":")[-1]: p.get("id") for p in root.iter() if _local(p) == "participant"}
    for process in root:
        if _local(process) != "process":
            continue
        pool = pool_of.get(process.get("id"))
        for lane in (e for e in process.iter() if _local(e) == "lane"):
            if pool:
                holders.add(pool)
            if any(_local(c) == "childLaneSet" and len(c) for c in lane):
                holders.add(lane.get("id"))
                continue
            for ref in lane:
                if _local(ref) == "flowNodeRef":
                    lane_of[(ref.text or "").strip().split(":")[-1]] = lane.get("id")
        if pool and pool not in holders:
            lane_of |= {e.get("id"): pool for e in process if e.get("id")}
    for node in root.iter():
        if _local(node) == "boundaryEvent":
            lane_of.setdefault(node.get("id"), lane_of.get(node.get("attachedToRef", ""), ""))
    return lane_of, holders


Rect = tuple[float, float, float, float]


def _drawing(
    t: Tools, diagram: Any, elements: dict[str, Any], lane_of: dict[str, str], holders: set[str]
) -> tuple[dict[str, Any], dict[str, Rect]]:
    d: dict[str, Any] = {"nodes": [], "edges": [], "lanes": [], "labels": []}
    rects: dict[str, Rect] = {}
    for shape in diagram.iter(f"{{{t.model.DI}}}BPMNShape"):
        bounds = shape.find(f"{{{t.model.DC}}}Bounds")
        key = shape.get("bpmnElement", "").split(":")[-1]
        if key not in elements or bounds is None:
            continue
        x, y, w, h = (float(bounds.get(n)) for n in ("x", "y", "width", "height"))
        rects[key] = x, y, w, h
        element, kind = elements[key], _local(elements[key])
        box = {"id": key, "name": element.get("name") or "", "x": x, "y": y, "w": w, "h": h}
        if kind in ("lane", "participant"):
            if key not in holders:
                d["lanes"].append(box)
        elif kind in t.model.FLOWNODES or kind in BESIDE:
            node_kind = "task" if kind in BESIDE else t.model.kind(kind)
            host = element.get("attachedToRef", "").split(":")[-1] or None
            d["nodes"].append({**box, "kind": node_kind, "type": kind, "host": host, "lane": lane_of.get(key)})
    known = {lane["id"] for lane in d["lanes"]}
    for node in d["nodes"]:
        node["lane"] = node["lane"] if node["lane"] in known else None
    for edge in diagram.iter(f"{{{t.model.DI}}}BPMNEdge"):
        key = edge.get("bpmnElement", "").split(":")[-1]
        if key not in elements:
            continue
        element, kind = elements[key], _local(elements[key])
        ends = [(element.get(n) or _ref(element, n)).split(":")[-1] for n in ("sourceRef", "targetRef")]
        owner = element.getparent().get("id")
        if kind == "dataInputAssociation":
            ends[1] = owner
        elif kind == "dataOutputAssociation":
            ends[0] = owner
        points = [[float(p.get("x")), float(p.get("y"))] for p in edge.iter(f"{{{t.model.DDI}}}waypoint")]
        said = {"id": key, "type": kind, "name": element.get("name") or "", "points": points}
        d["edges"].append({**said, "source": ends[0], "target": ends[1]})
    for part in (*diagram.iter(f"{{{t.model.DI}}}BPMNShape"), *diagram.iter(f"{{{t.model.DI}}}BPMNEdge")):
        bounds = part.find(f"{{{t.model.DI}}}BPMNLabel/{{{t.model.DC}}}Bounds")
        key = part.get("bpmnElement", "").split(":")[-1]
        if bounds is not None and key in elements and _local(elements[key]) not in ("lane", "participant", "group"):
            x, y, w, h = (float(bounds.get(n)) for n in ("x", "y", "width", "height"))
            d["labels"].append({"of": key, "text": elements[key].get("name") or "", "x": x, "y": y, "w": w, "h": h})
    return d, rects


def _off(drawing: dict[str, Any], rects: dict[str, Rect]) -> int:
    """How many ends lead to a pool or lane and are not on its outline."""
    nodes = {n["id"] for n in drawing["nodes"]}
    count = 0
    for edge in drawing["edges"]:
        for end, (px, py) in ((edge["source"], edge["points"][0]), (edge["target"], edge["points"][-1])):
            if end in nodes or end not in rects:
                continue
            x, y, w, h = rects[end]
            inside = x - 2 <= px <= x + w + 2 and y - 2 <= py <= y + h + 2
            near = min(abs(px - x), abs(px - x - w), abs(py - y), abs(py - y - h))
            count += not inside or near > 2
    return count
