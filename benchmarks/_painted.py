"""A drawing in the common form to a picture, whoever drew it: ours and another of the same model in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from probis.drawing.measure import break_lines
from probis.drawing.render.png import png
from probis.drawing.render.svg import svg
from probis.drawing.scene import Form, Group, Item, Scene, Shape, Text, moved
from probis.drawing.scene import Path as Line

MARGIN = 20.0
_FORMS: dict[str, Form] = {"gateway": "diamond", "event": "ellipse"}


def look(stem: Path, title: str, *drawings: dict[str, Any]) -> None:
    """Write stem.svg and stem.png with the drawings one above the other."""
    y, across = MARGIN, 0.0
    items: list[Item] = []
    for drawing in drawings:
        (x0, y0, x1, y1), painted = _painted(drawing)
        items += [moved(item, MARGIN - x0, y - y0) for item in painted]
        y += y1 - y0 + 2 * MARGIN
        across = max(across, x1 - x0)
    scene = Scene(across + 2 * MARGIN, y, title, items=(Group(tuple(items)),))
    stem.parent.mkdir(parents=True, exist_ok=True)
    stem.with_suffix(".svg").write_text(svg(scene), encoding="utf-8")
    stem.with_suffix(".png").write_bytes(png(scene, ppi=72))


def _painted(d: dict[str, Any]) -> tuple[tuple[float, float, float, float], list[Item]]:
    items: list[Item] = []
    for lane in d["lanes"]:
        items.append(Shape("rect", lane["x"], lane["y"], lane["w"], lane["h"], fill="lane", stroke="rule"))
        items.append(Text(lane["x"] + 4, lane["y"] + 12, lane["name"], 10, colour="second"))
    items += [Line(tuple((x, y) for x, y in e["points"])) for e in d["edges"] if len(e["points"]) > 1]
    for node in d["nodes"]:
        form = _FORMS.get(node["kind"], "rect")
        items.append(Shape(form, node["x"], node["y"], node["w"], node["h"], fill="box"))
        if node["kind"] == "task":
            lines = break_lines(node["name"], node["w"] - 4, 10)
            top = node["y"] + node["h"] / 2 - len(lines) * 6 + 9
            middle = node["x"] + node["w"] / 2
            items += [Text(middle, top + 12 * i, line, 10, anchor="middle") for i, line in enumerate(lines)]
    for label in d.get("labels") or ():
        items.append(Shape("rect", label["x"], label["y"], label["w"], label["h"], fill=None, stroke="hairline"))
        for i, line in enumerate(break_lines(label["text"], label["w"] + 0.5, 11)):
            items.append(Text(label["x"], label["y"] + 10 + 13 * i, line, 11, colour="info"))
    boxes = [*d["nodes"], *d["lanes"], *(d.get("labels") or ())]
    points = [p for e in d["edges"] for p in e["points"]]
    xs = [b["x"] for b in boxes] + [b["x"] + b["w"] for b in boxes] + [p[0] for p in points]
    ys = [b["y"] for b in boxes] + [b["y"] + b["h"] for b in boxes] + [p[1] for p in points]
    if not xs:
        return (0.0, 0.0, 0.0, 0.0), []
    return (min(xs), min(ys), max(xs), max(ys)), items
