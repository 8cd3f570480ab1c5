"""A sheet to a picture: the layout's own, with the frames of groups and without what stands for a pool."""

from __future__ import annotations

from dataclasses import replace

from probis.drawing.layout.picture import picture
from probis.drawing.layout.style import LABEL_SIZE
from probis.drawing.scene import Group, Item, Scene, Shape, Text
from probis.interchange.bpmn.places import EDGE, PIXELS, Area, Places, places_of
from probis.interchange.bpmn.sheets import Sheet


def scene(sheet: Sheet) -> Scene:
    """The picture of a sheet, in points."""
    places = places_of(sheet, written=True)
    for wire in places.plan.wires:
        points = places.lines[wire.flow.id]
        wire.points = tuple((_point(x), _point(y)) for x, y in points)
    drawn = picture(places.plan)
    shown = [item for item in drawn.items if not (isinstance(item, Group) and item.ref.startswith("\0"))]
    return replace(drawn, title=sheet.title or sheet.subject, items=(*shown, *_groups(sheet, places)))


def _groups(sheet: Sheet, places: Places) -> list[Item]:
    out: list[Item] = []
    for group in sheet.groups:
        area = places.groups.get(group.key)
        if area:
            out.append(Group(tuple(_frame(area, group.name)), "frame", group.key, group.name))
    return out


def _frame(area: Area, name: str) -> list[Item]:
    x, y = _point(area.x), _point(area.y)
    frame = Shape("rect", x, y, area.width / PIXELS, area.height / PIXELS, None, dash="provisional", radius=6)
    return [frame, Text(x + 6, y + 9, name, LABEL_SIZE, 600)] if name else [frame]


def _point(pixels: float) -> float:
    return round((pixels - EDGE) / PIXELS, 3)
