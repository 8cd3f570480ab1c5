"""A map of an opened edition to its picture: SVG that can be walked in a page, or a file to take away."""

from collections.abc import Callable
from dataclasses import replace

from probis.drawing.medium import SCREEN, Medium
from probis.drawing.overlay import Overlay
from probis.drawing.render.svg import svg
from probis.drawing.scene import Group, Item, Scene
from probis.drawing.sheet import without_legend
from probis.maps import Map, NoWay, UnknownSubject, find_map, in_notation, overlaid, paper_of
from probis.model import PetaProsesBisnis, Simbol
from probis.studio.body.kept import Kept
from probis.studio.body.opened import Opened
from probis.studio.maps.overlays import Chosen, given

_SCENES: Kept[tuple[Scene, ...]] = Kept(256)
_LAID: Kept[tuple[tuple[Scene, ...], Overlay]] = Kept(64)
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


def scenes(
    opened: Opened, kind: Map, subject: str | None, medium: Medium, simbol: Simbol | None = None
) -> tuple[Scene, ...]:
    """Return the pages of a map, drawn once for each revision and notation (None: that of the body's profile)."""
    key = (opened.revisi.id, kind.slug, subject, medium.name, simbol)
    return _SCENES.get(key, lambda: kind.draw(in_notation(opened.model, simbol), subject, medium))


def laid(
    opened: Opened, kind: Map, subject: str | None, medium: Medium, choice: Chosen, *, listed: bool
) -> tuple[tuple[Scene, ...], Overlay | None]:
    """Return the pages of a map as chosen, and the overlay that lies on it; `listed`: its list within the drawing."""
    lapis = choice.lapis
    if lapis is None:
        pages = scenes(opened, kind, subject, medium, choice.simbol)
        return (pages if choice.legenda else tuple(without_legend(page, medium) for page in pages)), None

    def made() -> tuple[tuple[Scene, ...], Overlay]:
        drawn = None if lapis.lapis.both else scenes(opened, kind, subject, medium, choice.simbol)
        return overlaid(lapis, given(opened, choice), kind, subject, medium, listed=listed, scenes=drawn)

    key = (opened.instansi, opened.edisi, opened.revisi.id, opened.pada, kind.slug, subject, medium.name, listed)
    return _LAID.get((*key, *choice.key), made)


def inline(
    opened: Opened,
    kind: Map,
    subject: str | None,
    links: Callable[[str], str | None],
    choice: Chosen | None = None,
    order: tuple[str, ...] = (),
) -> str:
    """Return the map as SVG for its page; every node is a link where `links` knows the way.

    `order` are the addresses in the order of reading, which the Tab key follows. A map is shown on one page of an
    edition, so that its links follow from the revision.
    """
    choice = choice or Chosen()
    pages, _ = laid(opened, kind, subject, SCREEN, choice, listed=False)
    key = (opened.base, opened.revisi.id, opened.pada, kind.slug, subject, *choice.key)
    return _INLINE.get(key, lambda: "\n".join(svg(_walkable(scene, order), links=links) for scene in pages))


def file(opened: Opened, kind: Map, subject: str | None, form: str, choice: Chosen | None = None) -> bytes:
    """Return the map as the bytes of an SVG, PNG (screen) or PDF (the body's paper) file."""
    chosen = choice or Chosen()
    key = (opened.instansi, opened.edisi, opened.revisi.id, opened.pada, kind.slug, subject, form, *chosen.key)
    return _FILES.get(key, lambda: _made(opened, kind, subject, form, chosen))


def _made(opened: Opened, kind: Map, subject: str | None, form: str, choice: Chosen) -> bytes:
    if form == "pdf":
        from probis.drawing.render.pdf import pdf

        return pdf(laid(opened, kind, subject, paper_of(opened.model), choice, listed=True)[0])
    scene = laid(opened, kind, subject, SCREEN, choice, listed=True)[0][0]
    if form == "png":
        from probis.drawing.render.png import png

        return png(scene)
    return svg(scene).encode()


def _walkable(scene: Scene, order: tuple[str, ...]) -> Scene:
    """Give each node that has an address but no link of its own a link to that address, and put nodes in order.

    What is read before the nodes (lanes, lines) keeps its place; nodes that the order does not name come last. Nodes
    that a notation needs beside those of the model (BPMN's events) are told as lines are, without a stop.
    """
    items = [_with_link(item) for item in scene.items]
    items = [replace(i, role="flow") if isinstance(i, Group) and i.role == "node" and not i.ref else i for i in items]
    place = {ref: i for i, ref in enumerate(order)}
    at = [i for i, item in enumerate(items) if isinstance(item, Group) and item.role == "node"]
    nodes = sorted((items[i] for i in at), key=lambda item: place.get(getattr(item, "ref", ""), len(place)))
    for i, node in zip(at, nodes, strict=True):
        items[i] = node
    return replace(scene, items=tuple(items))


def _with_link(item: Item) -> Item:
    if not isinstance(item, Group):
        return item
    link = item.link or (item.ref if item.role in _LINKED and item.role != "lane" else "")
    if link:
        return replace(item, link=link)
    return replace(item, items=tuple(_with_link(child) for child in item.items))


__all__ = ["TYPES", "NoWay", "UnknownSubject", "file", "inline", "known_map", "laid", "scenes"]
