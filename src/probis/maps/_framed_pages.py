"""A set of boxes to pages: the calmest form that fits one page, else the list on a page of its own, else more pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from probis.drawing.layout.framed import ENDLESS, FramedTries
from probis.drawing.layout.framed_chart import FramedChart, FramedStyle
from probis.drawing.medium import Medium
from probis.drawing.scene import Scene, moved
from probis.drawing.sheet import Heading, Room, compose_all, room
from probis.maps._notes import Notes
from probis.maps._sipoc import Note
from probis.model import Proses

_SCREEN = 1100.0  # the width of a drawing on a screen, where it can be
_NARROW = 700.0  # pages with less room than this get slim columns


class Form(NamedTuple):
    """One way to draw: how parties are bundled, and the measures."""

    bundled: bool
    style: FramedStyle


class Draft(NamedTuple):
    """A chart of some boxes and the list that its discs point to."""

    chart: FramedChart
    notes: tuple[Note, ...]


Build = Callable[[tuple[Proses, ...], Form], Draft]
Split = Callable[[tuple[Proses, ...]], Sequence[tuple[Proses, ...]]]


def pages(
    boxes: tuple[Proses, ...],
    forms: Sequence[Form],
    build: Build,
    split: Split,
    head: Heading,
    medium: Medium,
    *,
    title: str,
    most: int,
) -> tuple[Scene, ...]:
    """The finished pages; on a screen one drawing in the first form."""
    place = room(medium, head, legend_rows=1)
    if medium.continuous:
        draft = build(boxes, forms[0])
        scene = FramedTries(draft.chart, most).least(forms[0].style, _SCREEN, ENDLESS)
        notes = Notes(title, draft.notes, scene.width, max(1, int(scene.width // 250)))
        return compose_all([_with(scene, notes)], head, medium)
    forms = [_narrow(form) if place.width < _NARROW else form for form in forms]
    contents = _whole(boxes, forms, build, place, title, most)
    if contents is None:
        contents = _parts(boxes, forms, build, split, place, title, most)
    return compose_all(contents, head, medium)


def _narrow(form: Form) -> Form:
    """The same form for a page that is higher than wide."""
    style = form.style
    slim = replace(style, party=min(style.party, 84.0), zone=min(style.zone, 84.0), box=min(style.box, 104.0))
    return form._replace(style=slim)


def _whole(
    boxes: tuple[Proses, ...], forms: Sequence[Form], build: Build, place: Room, title: str, most: int
) -> list[Scene] | None:
    """All boxes on one page: with the list below, else with the list on further pages, else None."""
    tries: dict[bool, FramedTries] = {}
    drafts: dict[bool, Draft] = {}
    for bundled in {form.bundled: None for form in forms}:
        form = next(f for f in forms if f.bundled == bundled)
        drafts[bundled] = build(boxes, form)
        tries[bundled] = FramedTries(drafts[bundled].chart, most)
    for beside in (True, False):
        for form in forms:
            notes = Notes(title, drafts[form.bundled].notes, place.width)
            below = notes.height + 8 if beside and notes.set else 0.0
            if below > place.height * 0.5:
                continue
            scene = tries[form.bundled].best(form.style, place.width, place.height - below)
            if scene is not None:
                return (
                    [_with(scene, notes, place)] if beside else [_centred(scene, place), *_listed(scene, notes, place)]
                )
    return None


def _parts(
    boxes: tuple[Proses, ...], forms: Sequence[Form], build: Build, split: Split, place: Room, title: str, most: int
) -> list[Scene]:
    """Several pages of fewer boxes each; a single box that is too large stands on its page as it is."""
    out: list[Scene] = []
    parts = split(boxes)
    for part in parts:
        whole = _whole(part, forms, build, place, title, most)
        if whole is None and len(part) > 1:
            whole = _parts(part, forms, build, split, place, title, most)
        if whole is None:
            form = forms[-1]
            draft = build(part, form)
            scene = FramedTries(draft.chart, most).least(form.style, place.width, place.height)
            whole = [scene, *_listed(scene, Notes(title, draft.notes, place.width), place)]
        out.extend(whole)
    return out


def _with(scene: Scene, notes: Notes, place: Room | None = None) -> Scene:
    """The map with its list below; on a page the list stands at the foot, and the map in the middle of the width."""
    height = scene.height + (notes.height + 8 if notes.set else 0.0)
    shift = 0.0
    if place is not None:
        height = place.height
        shift = max(0.0, (place.width - scene.width) / 2)
    top = height - notes.height
    items = (*(moved(item, shift, 0) for item in scene.items), *notes.drawn(top))
    return replace(scene, width=max(scene.width, notes.across if notes.set else 0.0), height=height, items=items)


def _centred(scene: Scene, place: Room) -> Scene:
    """The map in the middle of the page's width."""
    shift = max(0.0, (place.width - scene.width) / 2)
    return replace(scene, items=tuple(moved(item, shift, 0) for item in scene.items))


def _listed(scene: Scene, notes: Notes, place: Room) -> list[Scene]:
    """The pages of a list that stands apart from its map."""
    return [
        Scene(place.width, place.height, f"{scene.title}: {notes.title}", "", items)
        for items in notes.pages(place.height)
    ]
