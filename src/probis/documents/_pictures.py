"""The door to the maps: model, map and subject to pictures that fit a place on the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from probis.drawing.medium import Medium, mm
from probis.drawing.scene import Group, Item, Path, Scene, Shape, Text, moved
from probis.drawing.sheet import FOOT_HEIGHT, HEAD_HEIGHT
from probis.maps import Map, UnknownSubject, find_map, paper_of
from probis.model import PetaProsesBisnis
from probis.paper import Picture

_LEGEND_GAP = 12.0
_EDGE = 1.0  # beside the drawing, so that the stroke of a box at its edge stays whole


class Sheet(NamedTuple):
    """The place for a drawing, in mm."""

    width_mm: float
    height_mm: float


class Ahead(NamedTuple):
    """What was made of one map ahead: whether it lies on the larger sheet, and its pictures in the places it has."""

    spread: bool
    pictures: Mapping[Sheet, tuple[Picture, ...]]


@dataclass(frozen=True, slots=True)
class Ready:
    """Maps made ahead for the places where a paper will show them, by the map's name and its subject."""

    made: Mapping[tuple[str, str | None], Ahead]


Drawings = Mapping[tuple[str, str | None], tuple[Scene, ...]] | Ready
"""Maps drawn already: on the sheets of the body's profile, by the map's name and its subject; or pictures."""
NO_DRAWINGS: Drawings = MappingProxyType({})
UNSEEN: Drawings = MappingProxyType({})
"""For a form that shows no pictures: nothing is drawn."""


def drawn(
    model: PetaProsesBisnis, slug: str, subject_id: str | None, sheet: Sheet, drawings: Drawings
) -> tuple[Picture, ...]:
    """The pages of one map; empty where the model has nothing to draw.

    They are those of its sheet, so that decree and sheet show the same drawing; only where one of them is larger than
    the place is it drawn anew for the place. The head and foot that a map carries on a page of its own are left out:
    here the paper says the same in its own headings and page numbers.
    """
    found = find_map(slug)
    if found is None or drawings is UNSEEN:
        return ()
    if isinstance(drawings, Ready):
        made = drawings.made.get((slug, subject_id))
        if made is not None and sheet in made.pictures:
            return made.pictures[sheet]
    medium = paper_of(model)
    try:
        scenes = _scenes(model, found, subject_id, drawings)
    except UnknownSubject:
        return ()
    pictures = tuple(Picture(_bare(scene, medium), _words(scene)) for scene in scenes)
    if all(_fits(picture.scene, sheet) for picture in pictures):
        return pictures
    return _redrawn(model, found, subject_id, sheet)


def spread(model: PetaProsesBisnis, slug: str, subject_id: str | None, drawings: Drawings) -> bool:
    """Tell whether the map lies on the larger sheet that the profile allows for large maps."""
    found = find_map(slug)
    if found is None or drawings is UNSEEN or model.instansi.profil.kertas.ukuran_peta_besar is None:
        return False
    if isinstance(drawings, Ready) and (made := drawings.made.get((slug, subject_id))) is not None:
        return made.spread
    try:
        return large(_scenes(model, found, subject_id, drawings), paper_of(model))
    except UnknownSubject:
        return False


def large(scenes: tuple[Scene, ...], medium: Medium) -> bool:
    """Tell whether a page of a map is wider than this sheet."""
    return any(scene.width > medium.width + 0.5 for scene in scenes)


def _scenes(model: PetaProsesBisnis, found: Map, subject_id: str | None, drawings: Drawings) -> tuple[Scene, ...]:
    """The map on its own sheets, drawn here where it is not given; raises UnknownSubject."""
    given = () if isinstance(drawings, Ready) else drawings.get((found.slug, subject_id), ())
    return given or found.draw(model, subject_id, paper_of(model))


def _fits(scene: Scene, sheet: Sheet) -> bool:
    return scene.width <= mm(sheet.width_mm) + 0.5 and scene.height <= mm(sheet.height_mm) + 0.5


def _redrawn(model: PetaProsesBisnis, found: Map, subject_id: str | None, sheet: Sheet) -> tuple[Picture, ...]:
    medium = Medium(
        "paper", "lampiran", mm(sheet.width_mm), mm(sheet.height_mm) + HEAD_HEIGHT + FOOT_HEIGHT, _EDGE, 0.0, 0.0
    )
    scenes = found.draw(model, subject_id, medium)
    return tuple(Picture(_bare(scene, medium), _words(scene)) for scene in scenes)


def _bare(scene: Scene, medium: Medium) -> Scene:
    """The scene without the head and foot of its page, its legend right below the drawing, no empty rest."""
    kept = [item for item in scene.items if not (isinstance(item, Group) and item.role in ("head", "foot"))]
    if len(kept) == len(scene.items):
        return scene
    split = _foot_begins(kept)
    left = medium.margin_side - _EDGE
    top = min(map(_top, kept[:split] or kept), default=0.0) - _EDGE
    drawing = [moved(item, -left, -top) for item in kept[:split]]
    foot = [moved(item, -left, -top) for item in kept[split:]]
    bottom = max(map(_bottom, drawing), default=0.0)
    shift = min(0.0, bottom + _LEGEND_GAP - min(map(_top, foot), default=bottom + _LEGEND_GAP))
    drawing += [moved(item, 0.0, shift) for item in foot]
    height = max(map(_bottom, drawing), default=1.0) + 2.0
    return replace(scene, width=scene.width - 2 * left, height=height, items=tuple(drawing))


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
