"""Model to what lies on its maps: findings, differences, proposals, measured times, a way; one overlay a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from probis.drawing.medium import Medium
from probis.drawing.overlay import Overlay, lay, refs
from probis.drawing.scene import Scene
from probis.maps._family import Map
from probis.maps._overlays._family import Given, Lapis, LapisModule, NoWay, Terukur
from probis.maps._overlays._union import draw_union

__all__ = ["Given", "Lapis", "LapisModule", "NoWay", "Terukur", "all_overlays", "find_overlay", "overlaid"]


@lru_cache(maxsize=1)
def all_overlays() -> tuple[LapisModule, ...]:
    """Every overlay of this package, in the order of lists."""
    found = []
    for info in iter_modules(__path__):
        if not info.name.startswith("_"):
            module = import_module(f"{__name__}.{info.name}")
            found.append(LapisModule(info.name, module.LAPIS, module.overlay))
    return tuple(sorted(found, key=lambda each: each.lapis.order))


def find_overlay(slug: str) -> LapisModule | None:
    """The overlay with this name ("temuan"), or None."""
    return next((each for each in all_overlays() if each.slug == slug), None)


def overlaid(
    lapis: LapisModule,
    given: Given,
    kind: Map,
    subject_id: str | None,
    medium: Medium,
    *,
    listed: bool = True,
    scenes: Sequence[Scene] | None = None,
) -> tuple[tuple[Scene, ...], Overlay]:
    """The pages of a map with an overlay on it, and the overlay itself, for a list beside the map.

    `scenes` is the map where it is drawn already. With `listed=False` the drawing holds neither list nor legend. Raises
    UnknownSubject for a subject that the map does not have, NoWay where a way is asked for that is none.
    """
    if lapis.lapis.both and given.lama is not None:
        scenes = draw_union(kind, given.model, given.lama, subject_id, medium)
    drawn = tuple(scenes) if scenes is not None else kind.draw(given.model, subject_id, medium)
    overlay = lapis.overlay(given, kind.kind.subject, subject_id, refs(drawn))
    return lay(drawn, overlay, medium, listed=listed), overlay
