"""The door to the maps: model, map and subject to pictures that fit a place on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from probis.drawing.medium import Medium, mm
from probis.drawing.scene import Group, Item, Path, Scene, Shape, Text, moved
from probis.drawing.sheet import FOOT_HEIGHT, HEAD_HEIGHT
from probis.maps import UnknownSubject, find_map
from probis.model import PetaProsesBisnis
from probis.paper import Picture

_LEGEND_GAP = 12.0


class Sheet(NamedTuple):
    """The place for a drawing, in mm."""

    width_mm: float
    height_mm: float


def drawn(model: PetaProsesBisnis, slug: str, subject_id: str | None, sheet: Sheet) -> tuple[Picture, ...]:
    """The pages of one map, each drawn for this place; empty where the model has nothing to draw.

    The head and foot that a map carries on a page of its own are left out: here the paper says the same in its
    own headings and page numbers.
    """
    found = find_map(slug)
    if found is None:
        return ()
    medium = Medium(
        "paper", "lampiran", mm(sheet.width_mm), mm(sheet.height_mm) + HEAD_HEIGHT + FOOT_HEIGHT, 0.0, 0.0, 0.0
    )
    try:
        scenes = found.draw(model, subject_id, medium)
    except UnknownSubject:
        return ()
    return tuple(Picture(_bare(scene), _words(scene)) for scene in scenes)


def _bare(scene: Scene) -> Scene:
    """The scene without the head and foot of its page, its legend right below the drawing, no empty rest."""
    kept = [item for item in scene.items if not (isinstance(item, Group) and item.role in ("head", "foot"))]
    if len(kept) == len(scene.items):
        return scene
    split = _foot_begins(kept)
    drawing = [moved(item, 0.0, -HEAD_HEIGHT) for item in kept[:split]]
    foot = [moved(item, 0.0, -HEAD_HEIGHT) for item in kept[split:]]
    bottom = max(map(_bottom, drawing), default=0.0)
    shift = min(0.0, bottom + _LEGEND_GAP - min(map(_top, foot), default=bottom + _LEGEND_GAP))
    drawing += [moved(item, 0.0, shift) for item in foot]
    height = max(map(_bottom, drawing), default=1.0) + 2.0
    return replace(scene, height=height, items=tuple(drawing))


def _foot_begins(items: list[Item]) -> int:
    """Where notes and legend begin, which stand last and at the bottom of a page, with the rule and word above them."""
    at = next((n for n, item in enumerate(items) if _role(item) in ("note", "legend")), len(items))
    if at < len(items) and _role(items[at]) == "note":
        while at and isinstance(items[at - 1], Path | Text):
            if _top(items[at - 1]) < max(map(_bottom, items[: at - 1]), default=0.0):
                break
            at -= 1
    return at


def _role(item: Item) -> str:
    return item.role if isinstance(item, Group) else ""


def _heights(item: Item) -> Iterator[float]:
    match item:
        case Group():
            for inner in item.items:
                yield from _heights(inner)
        case Path():
            yield from (y for _, y in item.points)
        case Text():
            yield item.y - item.size
            yield item.y + item.size * 0.3
        case Shape():
            yield min(item.y, item.y + item.height)
            yield max(item.y, item.y + item.height)


def _bottom(item: Item) -> float:
    return max(_heights(item), default=0.0)


def _top(item: Item) -> float:
    return min(_heights(item), default=0.0)


def _words(scene: Scene) -> str:
    return f"{scene.title}. {scene.description}" if scene.description else scene.title
