"""A set of boxes to pages: the calmest form that fits one page, else the list on a page of its own, else more pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from probis.drawing.layout.framed import ENDLESS, FramedTries
from probis.drawing.layout.framed_chart import FramedChart, FramedStyle
from probis.drawing.layout.framed_roster import Roster, drawn_roster, roster_height
from probis.drawing.medium import Medium
from probis.drawing.scene import Scene, moved
from probis.drawing.sheet import Heading, Room, compose_all, in_legend_order, room
from probis.maps._notes import Notes
from probis.maps._sheet import roomiest
from probis.maps._sipoc import Note
from probis.model import PetaProsesBisnis, Proses

_SCREEN = 1100.0  # the width of a drawing on a screen, where it can be
_SIDES = (0.12, 0.135, 0.15, 0.17, 0.19, 0.21)  # of the width of a page: a roster beside the chart
_TANGLED = 4.0  # crossings a line, from which a reader loses it
_MOST = 170.0  # of a roster
_GAP = 10.0
_LOW = (700.0, 1000.0, 1400.0)  # how high a drawing of boxes without lines may be there, at best
_NARROW = 700.0  # pages with less room than this get slim columns


class Form(NamedTuple):
    """One way to draw, and the measures: whether parties, and lines between boxes, are bundled, parties only listed,
    relations only told in the boxes.
    """

    bundled: bool
    style: FramedStyle
    trunks: bool = False
    listed: bool = False
    told: bool = False


class Draft(NamedTuple):
    """A chart of some boxes, the list that its discs point to, and who stands left and right where only listed."""

    chart: FramedChart
    notes: tuple[Note, ...]
    rosters: tuple[Roster, ...] = ()


Build = Callable[[tuple[Proses, ...], Form], Draft]
Split = Callable[[tuple[Proses, ...]], Sequence[tuple[Proses, ...]]]


def pages(
    model: PetaProsesBisnis,
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
    """The finished pages, on a larger sheet where the profile allows one and it saves pages; on a screen one drawing
    in the first form whose lines can be followed.
    """
    if medium.continuous:
        draft, scene = _endless(boxes, forms, build, most)
        notes = Notes(title, draft.notes, scene.width, max(1, int(scene.width // 250)))
        return compose_all([_with(scene, notes)], head, medium)

    def drawn(sheet: Medium) -> tuple[Scene, ...]:
        place = room(sheet, head, legend_rows=1)
        fitting = [_narrow(form) if place.width < _NARROW else form for form in forms]
        contents = _whole(boxes, fitting, build, place, title, most)
        return tuple(contents or _parts(boxes, fitting, build, split, place, title, most))

    sheet, contents = roomiest(model, medium, drawn)
    return compose_all(contents, head, sheet)


def _endless(boxes: tuple[Proses, ...], forms: Sequence[Form], build: Build, most: int) -> tuple[Draft, Scene]:
    """The drawing without a page, and what it shows."""
    kinds = list({_kind(form): form for form in reversed(forms)}.values())[::-1] if forms[-1].told else [forms[0]]
    for form in kinds:
        draft = build(boxes, form)
        sides, tries = _Sides(draft.rosters, _SCREEN, ENDLESS), FramedTries(draft.chart, most)
        place = form.style, _SCREEN - 2 * sides.taken, ENDLESS
        if form is kinds[-1] or tries.crossings(*place) <= _TANGLED:
            break
    compact = [tries.best(form.style, place[1], height) for height in _LOW if form.listed]
    scene = next((s for s in compact if s is not None), None) or tries.least(*place)
    return draft, sides.around(scene, _SCREEN)


def _narrow(form: Form) -> Form:
    """The same form for a page that is higher than wide."""
    style = form.style
    slim = replace(style, party=min(style.party, 84.0), zone=min(style.zone, 84.0), box=min(style.box, 104.0))
    return form._replace(style=slim)


def _whole(
    boxes: tuple[Proses, ...], forms: Sequence[Form], build: Build, place: Room, title: str, most: int
) -> list[Scene] | None:
    """All boxes on one page: with the list below, else with the list on further pages, else None."""
    tries: dict[_Kind, FramedTries] = {}
    drafts: dict[_Kind, Draft] = {}
    for form in forms:
        if _kind(form) not in tries:
            drafts[_kind(form)] = build(boxes, form)
            tries[_kind(form)] = FramedTries(drafts[_kind(form)].chart, most)
    drawn, listed = ([f for f in forms if f.listed == listed] for listed in (False, True))
    told = [f for f in forms if f.told]  # stands in where lines would be there, but could not be followed
    tries_at = [(drawn, True), (drawn, False), (listed, True), (listed, False)]
    for group, beside, tangled in [(*t, _TANGLED) for t in (tries_at if told else ())] + [(*t, inf) for t in tries_at]:
        for form in group:
            draft = drafts[_kind(form)]
            notes = Notes(title, draft.notes, place.width)
            below = notes.height + 8 if beside and notes.set else 0.0
            if below > place.height * 0.5:
                continue
            sides = _Sides(draft.rosters, place.width, place.height - below)
            if sides.height > place.height - below:
                continue
            scene = tries[_kind(form)].best(form.style, place.width - 2 * sides.taken, place.height - below, tangled)
            if scene is not None:
                scene = sides.around(scene, place.width)
                return (
                    [_with(scene, notes, place)] if beside else [_centred(scene, place), *_listed(scene, notes, place)]
                )
    return None


_Kind = tuple[bool, bool, bool, bool]


def _kind(form: Form) -> _Kind:
    """Forms of one kind have the same chart and list."""
    return form.bundled, form.trunks, form.listed, form.told


class _Sides:
    """The rosters at both sides of a chart, as slim as lets them fit the height."""

    def __init__(self, rosters: tuple[Roster, ...], across: float, height: float) -> None:
        self.rosters = rosters if any(r.rows for r in rosters) else ()
        widths = [max(across * share, 100.0) for share in _SIDES]
        high = [max((roster_height(r, w) for r in self.rosters), default=0.0) for w in widths]
        self.wide = next((w for w, h in zip(widths, high, strict=True) if h <= height), widths[-1])

    @property
    def taken(self) -> float:
        """What each side takes of the width."""
        return self.wide + _GAP if self.rosters else 0.0

    @property
    def height(self) -> float:
        """The higher of the two."""
        return max((roster_height(r, self.wide) for r in self.rosters), default=0.0)

    def around(self, scene: Scene, across: float) -> Scene:
        """The chart between its rosters, which take the width that it leaves as far as it serves them."""
        if not self.rosters:
            return scene
        wide = min(self.wide + max(0.0, across - scene.width - 2 * self.taken) / 2, max(_MOST, self.wide))
        if max(roster_height(r, wide) for r in self.rosters) <= max(self.height, scene.height):
            self.wide = wide
        right = self.taken + scene.width + _GAP
        items = [*drawn_roster(self.rosters[0], self.wide), *(moved(i, self.taken, 0) for i in scene.items)]
        items.extend(moved(i, right, 0) for i in drawn_roster(self.rosters[1], self.wide))
        rows = [row for roster in self.rosters for row in roster.rows]
        found = {*scene.symbols, *({"party"} if any(not r.square for r in rows) else ())}
        height = max(scene.height, self.height)
        symbols = in_legend_order(found)
        return replace(scene, width=right + self.wide, height=height, items=tuple(items), symbols=symbols)


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
            form = next(f for f in reversed(forms) if not f.listed)
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
