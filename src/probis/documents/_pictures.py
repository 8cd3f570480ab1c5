"""The door to the maps: model, map and subject to pictures that fit a place on the page."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from probis.drawing.medium import Medium, mm
from probis.drawing.scene import Group, Scene, moved
from probis.drawing.sheet import FOOT_HEIGHT, HEAD_HEIGHT
from probis.maps import UnknownSubject, find_map
from probis.model import PetaProsesBisnis
from probis.paper import Picture


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
    """The scene without the head and foot of its page."""
    kept = tuple(item for item in scene.items if not (isinstance(item, Group) and item.role in ("head", "foot")))
    if len(kept) == len(scene.items):
        return scene
    items = tuple(moved(item, 0.0, -HEAD_HEIGHT) for item in kept)
    return replace(scene, height=scene.height - HEAD_HEIGHT - FOOT_HEIGHT, items=items)


def _words(scene: Scene) -> str:
    return f"{scene.title}. {scene.description}" if scene.description else scene.title
