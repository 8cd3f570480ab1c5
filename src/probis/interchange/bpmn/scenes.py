"""A sheet to a picture: the layout's own, with the frames of groups and without what stands for a pool."""

from __future__ import annotations

from dataclasses import replace

from probis.drawing.layout.picture import picture
from probis.drawing.layout.style import LABEL_SIZE, LINE
from probis.drawing.measure import break_lines
from probis.drawing.scene import Group, Head, Item, Path, Scene, Shape, Text
from probis.interchange.bpmn.area import Area, Point
from probis.interchange.bpmn.places import EDGE, HEAD, Places, places_of
from probis.interchange.bpmn.sheets import Line, Sheet
from probis.interchange.bpmn.sizes import PIXELS


def scene(sheet: Sheet) -> Scene:
    """The picture of a sheet, in points."""
    places = places_of(sheet, written=True)
    laid = {wire.flow.id: wire for wire in places.plan.wires}
    for key, wire in laid.items():
        wire.points = _points(places.lines[key])
        for label in wire.labels:
            label.x, label.y = _point(places.labels[key].x), _point(places.labels[key].y)
    for box in places.plan.boxes:
        if box.caption and box.node.id in places.labels:
            place = places.labels[box.node.id]
            box.caption.x, box.caption.y = _point(place.x), _point(place.y)
    drawn = picture(places.plan)
    shown: list[Item] = [item for item in drawn.items if not (isinstance(item, Group) and item.ref.startswith("\0"))]
    direct = [_direct(line, places) for line in sheet.lines if line.key not in laid]
    written = {box.node.id for box in places.plan.boxes if box.caption} | {key for key, w in laid.items() if w.labels}
    for key, name, weight in [
        *((t.key, t.name, 400) for t in sheet.things),
        *((n.key, n.name, 600) for n in sheet.lines),
    ]:
        if key in places.labels and key not in written:
            direct.append(Group(tuple(_label(places.labels[key], name, weight)), "label"))
    items = (*shown, *direct, *_heads(sheet, places), *_groups(sheet, places))
    return replace(drawn, title=sheet.title or sheet.subject, items=items)


def _label(place: Area, name: str, weight: int) -> list[Item]:
    """A label that the layout did not place."""
    lines = break_lines(name, place.width / PIXELS + 0.1, LABEL_SIZE, weight)
    x, y = _point(place.x), _point(place.y) + 6.6
    return [Text(x, y + i * LINE, text, LABEL_SIZE, weight) for i, text in enumerate(lines)]


def _direct(line: Line, places: Places) -> Group:
    """A line that the layout did not draw, with its label."""
    message = line.kind == "message"
    head: Head = "open" if message else "none"
    path = Path(_points(places.lines[line.key]), dash="message", head=head, radius=4.0)
    return Group((path,), "flow", line.key, line.name.strip())


def _heads(sheet: Sheet, places: Places) -> list[Item]:
    """The names of lanes and of pools without lanes, upright in their heads."""
    parents = {s.parent for s in sheet.strips}
    out: list[Item] = []
    for strip in sheet.strips:
        area = places.strips.get(strip.key)
        if area is None or strip.key in parents:
            continue
        lines = break_lines(strip.name, max(area.height / PIXELS - 8.0, 20.0), LABEL_SIZE, 600)
        middle, first = _point(area.y) + area.height / PIXELS / 2, HEAD / PIXELS / 2 + 2.5 - (len(lines) - 1) * LINE / 2
        out += [
            Text(_point(area.x) + first + i * LINE, middle, text, LABEL_SIZE, 600, anchor="middle", turned=True)
            for i, text in enumerate(lines)
        ]
    return out


def _groups(sheet: Sheet, places: Places) -> list[Item]:
    out: list[Item] = []
    for group in sheet.groups:
        area = places.groups.get(group.key)
        if area:
            out.append(
                Group(tuple(_frame(area, group.name, places.labels.get(group.key))), "frame", group.key, group.name)
            )
    return out


def _frame(area: Area, name: str, label: Area | None) -> list[Item]:
    x, y = _point(area.x), _point(area.y)
    frame = Shape("rect", x, y, area.width / PIXELS, area.height / PIXELS, None, dash="provisional", radius=6)
    return [frame, Text(_point(label.x), _point(label.y) + 6.6, name, LABEL_SIZE, 600)] if label else [frame]


def _points(points: tuple[Point, ...]) -> tuple[Point, ...]:
    return tuple((_point(x), _point(y)) for x, y in points)


def _point(pixels: float) -> float:
    return round((pixels - EDGE) / PIXELS, 3)
