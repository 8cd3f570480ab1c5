"""A map of an opened edition to its picture: SVG that can be walked in a page, or a file to take away."""

from collections.abc import Callable
from dataclasses import replace

from probis.drawing.medium import SCREEN, Medium
from probis.drawing.render.svg import svg
from probis.drawing.scene import Group, Item, Scene
from probis.maps import Map, UnknownSubject, find_map, paper_of
from probis.model import PetaProsesBisnis
from probis.studio.body.kept import Kept
from probis.studio.body.opened import Opened

_SCENES: Kept[tuple[Scene, ...]] = Kept(256)
_INLINE: Kept[str] = Kept(128)
_FILES: Kept[bytes] = Kept(64)
_LINKED = frozenset({"node", "process", "unit", "party", "lane"})

TYPES = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
"""The forms in which a map can be taken away, with their media types."""


def known_map(model: PetaProsesBisnis, slug: str, subject: str | None) -> Map | None:
    """Return the map of this slug where the model holds what it would be drawn of, else None."""
    found = find_map(slug)
    if found is None or all(s.id != subject for s in found.subjects(model)):
        return None
    return found


def scenes(opened: Opened, kind: Map, subject: str | None, medium: Medium) -> tuple[Scene, ...]:
    """Return the pages of a map, drawn once for each revision."""
    key = (opened.revisi.id, kind.slug, subject, medium.name)
    return _SCENES.get(key, lambda: kind.draw(opened.model, subject, medium))


def inline(opened: Opened, kind: Map, subject: str | None, links: Callable[[str], str | None]) -> str:
    """Return the map as SVG for its page; every node is a link where `links` knows the way.

    A map is shown on one page of an edition, so that its links follow from the revision.
    """
    pages = scenes(opened, kind, subject, SCREEN)
    key = (opened.base, opened.revisi.id, kind.slug, subject)
    return _INLINE.get(key, lambda: "\n".join(svg(_walkable(scene), links=links) for scene in pages))


def file(opened: Opened, kind: Map, subject: str | None, form: str) -> bytes:
    """Return the map as the bytes of an SVG, PNG (screen) or PDF (the body's paper) file."""
    return _FILES.get((opened.revisi.id, kind.slug, subject, form), lambda: _made(opened, kind, subject, form))


def _made(opened: Opened, kind: Map, subject: str | None, form: str) -> bytes:
    if form == "pdf":
        from probis.drawing.render.pdf import pdf

        paper = paper_of(opened.model)
        return pdf(scenes(opened, kind, subject, paper))
    scene = scenes(opened, kind, subject, SCREEN)[0]
    if form == "png":
        from probis.drawing.render.png import png

        return png(scene)
    return svg(scene).encode()


def _walkable(scene: Scene) -> Scene:
    """Give each node that has an address but no link of its own a link to that address."""
    return replace(scene, items=tuple(_with_link(item) for item in scene.items))


def _with_link(item: Item) -> Item:
    if not isinstance(item, Group):
        return item
    link = item.link or (item.ref if item.role in _LINKED and item.role != "lane" else "")
    if link:
        return replace(item, link=link)
    return replace(item, items=tuple(_with_link(child) for child in item.items))


__all__ = ["TYPES", "UnknownSubject", "file", "inline", "known_map", "scenes"]
