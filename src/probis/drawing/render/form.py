"""A lane map in the making to the common JSON form by which layouts are compared (nodes, edges, lanes, labels)."""

from __future__ import annotations

from typing import Any

from probis.drawing.layout.plan import Plan


def form(plan: Plan) -> dict[str, Any]:
    """Places and lines of a finished plan; lengths are points, a shape is "rect" where its kind would say otherwise."""
    nodes = []
    for box in plan.boxes:
        kind = "event" if box.rounded else "gateway" if box.tipped else "task"
        nodes.append(
            {
                "id": f"{box.index}",
                "kind": kind,
                "type": box.node.kind,
                "name": box.node.text,
                "lane": f"{box.lane}",
                "host": None if box.host is None else f"{box.host}",
                "shape": {"diamond": "diamond", "circle": "ellipse"}.get(box.outline, "rect"),
                "x": box.x,
                "y": box.y,
                "w": box.width,
                "h": box.height,
            }
        )
    edges = [
        {
            "id": f"e{wire.index}",
            "source": f"{wire.source}",
            "target": f"{wire.target}",
            "name": wire.flow.text,
            "points": [list(p) for p in wire.points],
        }
        for wire in plan.wires
    ]
    head = plan.head_width()
    lanes = [
        {
            "id": f"{i}",
            "name": band.lane.text,
            "x": head,
            "y": band.top,
            "w": plan.width - head,
            "h": band.height,
        }
        for i, band in enumerate(plan.bands)
    ]
    labels = [
        {"of": f"{box.index}", "text": " ".join(box.caption.lines), "x": box.caption.x, "y": box.caption.y}
        | {"w": box.caption.width, "h": box.caption.height}
        for box in plan.boxes
        if box.caption
    ]
    labels += [
        {"of": f"e{wire.index}", "text": " ".join(t for _, t in label.lines)}
        | {"x": label.x, "y": label.y, "w": label.width, "h": label.height}
        for wire in plan.wires
        for label in wire.labels
    ]
    return {"peer": "probis", "nodes": nodes, "edges": edges, "lanes": lanes, "labels": labels}
