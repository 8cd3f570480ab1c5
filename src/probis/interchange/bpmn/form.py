"""A sheet with its places to plain data: nodes, edges, lanes and labels in pixels, y growing downwards."""

from __future__ import annotations

from typing import Any

from probis.interchange.bpmn.area import Area
from probis.interchange.bpmn.places import Places
from probis.interchange.bpmn.sheets import Sheet

_KINDS = {"start": "event", "end": "event", "event": "event", "decision": "gateway", "fork": "gateway"}


def form(sheet: Sheet, places: Places) -> dict[str, Any]:
    """The drawing as JSON holds it; `lane` is the innermost lane, `kind` of data and notes is task."""
    parents = {s.parent for s in sheet.strips}
    leaves = {s.key for s in sheet.strips if s.key not in parents and not s.pool}
    names = {t.key: t.name for t in sheet.things} | {line.key: line.name for line in sheet.lines}
    hosts = {t.key for t in sheet.things}
    return {
        "nodes": [
            {
                "id": t.key,
                "kind": _KINDS.get(t.kind, "task"),
                "type": t.tag,
                "name": t.name,
                "lane": t.lane if t.lane in leaves else None,
                "host": t.host if t.host in hosts else None,
                **_area(places.things[t.key]),
            }
            for t in sheet.things
            if t.key in places.things
        ],
        "edges": [
            {
                "id": line.key,
                "source": line.source,
                "target": line.target,
                "name": line.name,
                "points": [[x, y] for x, y in places.lines[line.key]],
            }
            for line in sheet.lines
            if line.key in places.lines
        ],
        "lanes": [
            {"id": s.key, "name": s.name, **_area(places.strips[s.key])}
            for s in sheet.strips
            if s.key in leaves and s.key in places.strips
        ],
        "labels": [{"of": key, "text": names.get(key, ""), **_area(area)} for key, area in places.labels.items()],
    }


def _area(area: Area) -> dict[str, float]:
    return {"x": area.x, "y": area.y, "w": area.width, "h": area.height}
