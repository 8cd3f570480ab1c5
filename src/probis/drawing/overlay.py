"""A finished drawing and what is to be said of its parts to the same drawing with marks, and their list for a legend.

No layout and no government: parts are found by the address that their group carries, the caller chooses every word.
Each kind of mark has a form of its own, so that print in black and white keeps every meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from probis.drawing.measure import break_lines, width
from probis.drawing.medium import Medium
from probis.drawing.scene import Colour, Form, Group, Item, Path, Point, Scene, Shape, Text, bounds, groups, moved
from probis.drawing.sheet import FOOT_HEIGHT, LEGEND_LEAD, retold, without_legend

MarkKind = Literal["error", "warning", "info", "provisional", "added", "changed", "removed", "time", "late", "path"]

NUMBERED: Final[frozenset[MarkKind]] = frozenset({"error", "warning", "info", "provisional"})
_COLOURS: Final[Mapping[MarkKind, Colour]] = {
    "error": "error", "warning": "warning", "info": "info", "provisional": "warning", "added": "added",
    "changed": "changed", "removed": "removed", "time": "info", "late": "error", "path": "info",
}  # fmt: skip
_SIGNS: Final[Mapping[MarkKind, str]] = {"added": "+", "changed": "≠", "removed": "−"}
_LINES: Final[Mapping[MarkKind, float]] = {"added": 1.9, "changed": 1.9, "path": 2.8}
_BORDER: Final = 2.2
_LOW: Final = 26.0  # a box lower than this gets its badges inside, at the right
_OUTLINED: Final = frozenset({"node", "process", "party", "unit"})
_UNMARKED: Final = frozenset({"note", "mark"})  # they repeat what stands elsewhere on the drawing
_HEADS: Final = frozenset({"lane-head", "outside-head", "navy"})
_SIZE: Final = 7.0
_LINE: Final = 9.2
_BADGE: Final = 13.0  # the side of a badge
_GAP: Final = 18.0
_COLUMN: Final = 250.0  # the least width of a column of the list
_LEAST: Final = 420.0  # the least width of a list on a screen


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list, and the marks that point to it.

    `refs` are the addresses of what it marks (none: it speaks of the whole). `detail` is a second line, smaller in
    weight. `value` stands on what is marked: a measured time; for a change the new words that are drawn there already,
    which get `old`, struck through, beside them.
    """

    kind: MarkKind
    text: str
    detail: str = ""
    refs: tuple[str, ...] = ()
    value: str = ""
    old: str = ""


@dataclass(frozen=True, slots=True)
class Overlay:
    """What lies on a drawing: its title, the entries in order, the word for each kind, a sentence under the list.

    `empty` is said where there is no entry.
    """

    title: str
    entries: tuple[Entry, ...]
    words: Mapping[MarkKind, str] = field(default_factory=dict)
    note: str = ""
    empty: str = ""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The number of each entry, "" for kinds that are told by their sign alone."""
        out: list[str] = []
        for entry in self.entries:
            out.append(str(sum(map(bool, out)) + 1) if entry.kind in NUMBERED else "")
        return tuple(out)


def refs(scenes: Iterable[Scene]) -> frozenset[str]:
    """The addresses of everything drawn on these pages."""
    return frozenset(g.ref for scene in scenes for g in groups(scene) if g.ref)


def lay(
    scenes: Sequence[Scene], overlay: Overlay, medium: Medium, *, listed: bool = True, after: str = " (lanjutan)"
) -> tuple[Scene, ...]:
    """The pages with the marks of an overlay and, in the place of the legend, its list.

    A page lists what it shows; entries that no page shows stand on the last one. What does not fit a page goes on to
    pages of its own at the end (their title gets `after`), so that the numbers of the others hold. With `listed=False`
    neither list nor legend is drawn. Marks of an address that is not drawn are left out.
    """
    marked = [_with_marks(without_legend(scene, medium), overlay) for scene in scenes]
    if medium.continuous:
        marked = [_roomy(scene) for scene in marked]
    if not listed:
        return tuple(marked)
    shown = [refs((scene,)) for scene in scenes]
    everywhere = frozenset().union(*shown)
    rows = tuple(zip(overlay.numbers, overlay.entries, strict=True))
    here = [tuple(row for row in rows if seen & set(row[1].refs)) for seen in shown]
    if here:
        rest = tuple(row for row in rows if not everywhere & set(row[1].refs))
        here[-1] = tuple(row for row in rows if row in here[-1] or row in rest)
    if medium.continuous:
        return tuple(_below(scene, _List(overlay, own, scene.width)) for scene, own in zip(marked, here, strict=True))
    out: list[Scene] = []
    left: list[tuple[str, Entry]] = []
    for scene, own in zip(marked, here, strict=True):
        page, over = _at_foot(scene, _List(overlay, own, scene.width - 2 * medium.margin_side), medium)
        out.append(page)
        left += [row for row in over if row not in left]
    again = after if any(group.role == "legend" for page in out for group in groups(page)) else ""
    left.sort(key=rows.index)
    while left:
        page, over = _own_page(out[-1], replace(overlay, title=overlay.title + again), tuple(left), medium)
        again = after
        out.append(page)
        left = list(over) if len(over) < len(left) else []
    return tuple(_numbered(out, overlay))


# Marks on the drawing ---------------------------------------------------------------------------------------------


def _with_marks(scene: Scene, overlay: Overlay) -> Scene:
    by_ref: dict[str, list[tuple[str, Entry]]] = {}
    for number, entry in zip(overlay.numbers, overlay.entries, strict=True):
        for ref in entry.refs:
            by_ref.setdefault(ref, []).append((number, entry))
    taken = list(_taken(scene.items))
    return replace(scene, items=tuple(_marked(item, by_ref, overlay, taken) for item in scene.items))


def _roomy(scene: Scene) -> Scene:
    """A drawing on a screen, moved and widened where a badge stands beyond its edges."""
    boxes = [bounds(item) for item in scene.items]
    left = max(0.0, 1 - min((b[0] for b in boxes), default=1.0)) if any(b[0] < 0 for b in boxes) else 0.0
    top = max(0.0, 1 - min((b[1] for b in boxes), default=1.0)) if any(b[1] < 0 for b in boxes) else 0.0
    right = max((b[2] for b in boxes), default=0.0) + left
    bottom = max((b[3] for b in boxes), default=0.0) + top
    return replace(
        scene,
        width=max(scene.width + left, right),
        height=max(scene.height + top, bottom),
        items=tuple(moved(item, left, top) for item in scene.items) if left or top else scene.items,
    )


Rect = tuple[float, float, float, float]


def _taken(items: Iterable[Item]) -> Iterator[Rect]:
    """Where texts and discs stand: no badge should cover one."""
    for item in items:
        if isinstance(item, Group):
            yield from _taken(item.items)
        elif isinstance(item, Text) and not item.turned:
            yield _box_of(item)
        elif isinstance(item, Shape) and item.form in ("disc", "clock", "document"):
            yield bounds(item)


def _box_of(text: Text) -> Rect:
    wide = width(text.text, text.size, text.weight, text.family, italic=text.italic)
    left = text.x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor]
    return left, text.y - text.size * 0.75, left + wide, text.y + text.size * 0.2


def _hit(one: Rect, others: Iterable[Rect]) -> bool:
    left, top, right, bottom = one
    return any(left < r and l < right and top < b and t < bottom for l, t, r, b in others)  # noqa: E741


def _marked(item: Item, by_ref: Mapping[str, Sequence[tuple[str, Entry]]], overlay: Overlay, taken: list[Rect]) -> Item:
    if not isinstance(item, Group):
        return item
    inner = tuple(_marked(child, by_ref, overlay, taken) for child in item.items)
    found = by_ref.get(item.ref, ()) if item.ref and item.role not in _UNMARKED else ()
    if not found:
        return replace(item, items=inner)
    said = [
        " ".join(w for w in (overlay.words.get(e.kind, ""), number) if w) + f": {e.text.rstrip('.')}."
        for number, e in found
    ]
    label = " ".join((item.label, *said)).strip()
    first = found[0][1]
    body = _body(item)
    drawn: tuple[Item, ...]
    if item.role == "flow" or body is None:
        drawn = tuple(_relined(child, first) for child in inner)
    else:
        drawn = tuple(_outlined(child, first, whole=child == body, role=item.role) for child in inner)
        if isinstance(body, Path):
            drawn = (_frame(body, first), *drawn)
    for _, entry in found:
        drawn = _valued(drawn, entry)
    badges = _badges(item, body, found)
    if badges:
        half = _BADGE / 2
        length = sum(wide + 2 for _, _, wide in badges) - 2
        if body is not None and item.role != "flow":
            places = _at_edge(item.role, body, length)
        else:
            places = _on_line(item, length)
        # A place is the middle of the first badge; the others follow to the right.
        up = half + 1.0
        wider = 2.0 if any(entry.kind == "warning" for _, entry, _ in badges) else 0.4
        boxes = [(x - half - wider, y - up, x - half + length + wider, y + half) for x, y in places]
        x, y = next((p for p, box in zip(places, boxes, strict=True) if not _hit(box, taken)), places[0])
        for number, entry, wide in badges:
            x += (wide - _BADGE) / 2 if entry.kind in NUMBERED else 0.0
            x -= 4.0 if entry.kind == "warning" and item.role != "flow" else 0.0
            drawn += _badge(entry, number, (x, y + 4 if entry.kind in ("time", "late") else y))[0]
            taken.append((x - half, y - half, x - half + wide, y + half))
            x += (wide + _BADGE) / 2 + 2 if entry.kind in NUMBERED else wide + 2
    return replace(item, items=drawn, label=label)


def _badges(
    item: Group, body: Shape | Path | None, found: Sequence[tuple[str, Entry]]
) -> list[tuple[str, Entry, float]]:
    """The badges of one part with their widths: as many as its edge holds, the last one then stands for the rest."""
    if item.role == "flow":
        found = [row for row in found if row[1].kind != "path"]
    most = 2
    if body is not None and item.role != "flow":
        left, _, right, _ = bounds(body)
        most = max(1 if right - left < _LOW else 2, int((right - left + 8) // (_BADGE + 4)))
    shown = [(number, entry) for number, entry in found if entry.kind not in ("time", "late") or entry.value]
    if len(shown) > most:
        shown = [*shown[: most - 1], ("…", shown[most - 1][1])]
    return [(number, entry, _badge(entry, number, (0.0, 0.0))[1]) for number, entry in shown]


def _body(group: Group) -> Shape | Path | None:
    """What a border is drawn round: the head of a lane, the first shape of a box, or a bar drawn as a line."""
    shapes = [item for item in group.items if isinstance(item, Shape)]
    if group.role in ("lane", "frame", "column"):
        return next((s for s in shapes if s.fill in _HEADS), shapes[0] if shapes else None)
    if shapes:
        return shapes[0]
    return next((item for item in group.items if isinstance(item, Path)), None)


def _outlined(item: Item, entry: Entry, *, whole: bool, role: str) -> Item:
    colour = _COLOURS[entry.kind]
    if entry.kind == "removed":
        return _ghost(item)
    if not whole or not isinstance(item, Shape) or role not in _OUTLINED | {"lane", "frame"}:
        return item
    if item.stroke is None and item.fill == "ink":
        return replace(item, fill=colour)
    if role in ("lane", "frame"):
        return item
    return replace(item, stroke=colour, weight=_BORDER)


def _ghost(item: Item) -> Item:
    """What is no longer there: dotted, its words struck through."""
    match item:
        case Shape():
            fill: Colour | None = "box" if item.fill else None
            return replace(item, stroke="removed", fill=fill, weight=max(1.4, item.weight), dash="removed")
        case Path():
            return replace(item, stroke="removed", dash="removed", weight=min(item.weight, 1.4))
        case Text():
            return replace(item, colour="removed", struck=True)
        case Group():
            return replace(item, items=tuple(map(_ghost, item.items)))


def _relined(item: Item, entry: Entry) -> Item:
    if entry.kind == "removed":
        return _ghost(item)
    if isinstance(item, Path):
        return replace(item, stroke=_COLOURS[entry.kind], weight=max(item.weight, _LINES.get(entry.kind, 1.6)))
    return item


def _frame(body: Path, entry: Entry) -> Shape:
    """A border round a bar that is drawn as a dashed line."""
    left, top, right, bottom = bounds(body)
    half = body.weight / 2 + 2.5
    return Shape(
        "rect",
        left - half,
        top - 2,
        right - left + 2 * half,
        bottom - top + 4,
        None,
        _COLOURS[entry.kind],
        1.6,
        radius=2,
    )


def _valued(items: tuple[Item, ...], entry: Entry) -> tuple[Item, ...]:
    """The new value in the colour of its mark, the old one struck through at its left."""
    if not entry.value or entry.kind != "changed":
        return items
    out: list[Item] = []
    for item in items:
        if isinstance(item, Text) and item.text == entry.value and item.anchor == "end":
            new = replace(item, weight=700, colour="changed")
            x = item.x - width(entry.value, item.size, 700) - 4
            out.append(new)
            if entry.old:
                out.append(replace(item, x=x, text=entry.old, colour="changed", struck=True))
        else:
            out.append(item)
    return tuple(out)


def _at_edge(role: str, body: Shape | Path, length: float) -> list[Point]:
    """Places for badges of this length together, the lower left corner first."""
    left, top, right, bottom = bounds(body)
    if role in ("lane", "frame", "column"):
        low = bottom - min(9.0, (bottom - top) / 2)
        return [(left + 11, low), (right - length, low), (right - length / 2 + _BADGE / 2, low), (left + 11, top + 9)]
    wide, high = right - left, bottom - top
    if isinstance(body, Shape) and body.form == "diamond":
        return [(left + wide / 4 - 6, bottom - high / 4 + 6), (right - wide / 4 + 6, bottom - high / 4 + 6)]
    if isinstance(body, Shape) and body.form == "capsule" and high > _LOW:
        return [(left + 6 - y / 2, bottom + y) for y in (0.0, 3.0, 6.0, 9.0)] + [(right - 6, bottom)]
    last = right - length + _BADGE / 2
    if wide < _LOW:
        return [(left + 1 - length + _BADGE / 2, bottom), (right + 8, bottom)]
    if high < _LOW:
        return [(last - 3 - shift, top + high / 2) for shift in (0.0, 14.0, 28.0)] + [(left - 2, bottom)]
    if length > _BADGE:
        return [(left - 2, bottom + y) for y in (2.0, 4.0, 6.0)] + [(last, bottom + 4)]
    return [(left - 2, bottom), (left - 2, bottom + 4), (right - 8, bottom + 2), (left + wide / 2, bottom + 8)]


def _on_line(group: Group, length: float) -> list[Point]:
    """Places on the line for badges of this length together, the middle of its longest piece first."""
    pieces = [
        (abs(x1 - x0) + abs(y1 - y0), (x0, y0), (x1, y1))
        for item in group.items
        if isinstance(item, Path)
        for (x0, y0), (x1, y1) in zip(item.points, item.points[1:], strict=False)
    ]
    pieces.sort(key=lambda p: -p[0])
    if not pieces:
        left, top, right, bottom = bounds(group)
        words = [_box_of(item) for item in group.items if isinstance(item, Text)]
        x, y = (words[0][2] + 8.5, (words[0][1] + words[0][3]) / 2) if words else (left - 8, top)
        return [*((x, y - up) for up in (0.0, 2.0, 3.5)), (left + 6.5, bottom + 10), (right + 8, bottom - 3)]
    back = (length - _BADGE) / 2
    return [
        (x0 + (x1 - x0) * share - back, y0 + (y1 - y0) * share)
        for long, (x0, y0), (x1, y1) in pieces
        for share in ((0.5, 0.3, 0.7, 0.15, 0.85) if long > 40 else (0.5,))
    ]


def _badge(entry: Entry, number: str, at: Point) -> tuple[tuple[Item, ...], float]:
    """The sign of a mark, its middle at a point, and its width; every kind has a form of its own."""
    x, y = at
    colour = _COLOURS[entry.kind]
    half = _BADGE / 2
    more = max(0.0, width(number, _SIZE, 700) - 8)
    box = (x - half - more / 2, y - half, _BADGE + more, _BADGE)
    base = y + 2.6
    match entry.kind:
        case "error":
            halo = Shape("disc", box[0] - 0.8, box[1] - 0.8, box[2] + 1.6, box[3] + 1.6, fill="page", stroke=None)
            return (
                (
                    halo,
                    Shape("disc", *box, fill=colour, stroke=None),
                    Text(x, base, number, _SIZE, 700, "on-ink", "middle"),
                ),
                box[2],
            )
        case "warning":
            wide = 17.0 + more * 1.6
            return (
                (
                    Shape("triangle", x - wide / 2, y - 6.5, wide, 16.0, stroke=colour, weight=1.4),
                    Text(x, y + 7.1, number, _SIZE, 700, colour, "middle"),
                ),
                wide,
            )
        case "info":
            return (
                (Shape("rect", *box, stroke=colour, weight=1.4), Text(x, base, number, _SIZE, 700, colour, "middle")),
                box[2],
            )
        case "provisional":
            return (
                (
                    Shape("disc", *box, stroke=colour, weight=1.2, dash="provisional"),
                    Text(x, base, number, _SIZE, 700, colour, "middle"),
                ),
                box[2],
            )
        case "added" | "changed" | "removed":
            sign = _SIGNS[entry.kind]
            halo = Shape("rect", box[0] - 0.8, box[1] - 0.8, box[2] + 1.6, box[3] + 1.6, "page", None, radius=2.5)
            return (
                (
                    halo,
                    Shape("rect", *box, fill=colour, stroke=None, radius=2),
                    Text(x, y + 3.6, sign, 10, 700, "on-ink", "middle"),
                ),
                box[2],
            )
        case "time" | "late":
            if not entry.value:
                return (), 0.0
            wide = width(entry.value, _SIZE, 700) + 10
            late = entry.kind == "late"
            form: Form = "rect" if late else "capsule"
            return (
                (
                    Shape(form, x - 5, y - 5.5, wide, 11, colour if late else "box", colour, 1.2, radius=1),
                    Text(x - 5 + wide / 2, y + 2.6, entry.value, _SIZE, 700, "on-ink" if late else colour, "middle"),
                ),
                wide,
            )
        case "path":
            return ((Shape("pentagon", x - 7, y - 5, 14, 10, fill=colour, stroke="page", weight=0.8),), 14.0)


# The list in the place of the legend ------------------------------------------------------------------------------


class _List:
    """The entries of one page, set to a width in columns that are filled from the top, as even as can be.

    The title stands at the left as the word of a legend does. Without `noted` the sentence under the list is left out.
    """

    def __init__(self, overlay: Overlay, rows: Sequence[tuple[str, Entry]], across: float) -> None:
        self.overlay, self.across, self.noted = overlay, max(across, _LEAST), True
        self.lead = max(LEGEND_LEAD, width(overlay.title, _SIZE, 600) + 14)
        inner = self.across - self.lead
        self.columns = max(1, min(int((inner + _GAP) // (_COLUMN + _GAP)), max(1, len(rows))))
        self.wide = (inner - (self.columns - 1) * _GAP) / self.columns
        self.rows = [(number, entry, *self._lines(entry)) for number, entry in rows]

    def _lines(self, entry: Entry) -> tuple[float, tuple[str, ...], tuple[str, ...]]:
        """Where its text begins, and the lines of text and detail."""
        lead = _lead(entry)
        word = self.overlay.words.get(entry.kind, "")
        lead += width(word, _SIZE, 600) + 7 if word else 0.0
        text = break_lines(entry.text, self.wide - lead, _SIZE) or ("",)
        return lead, text, break_lines(entry.detail, self.wide - lead, _SIZE)

    @staticmethod
    def _height(row: tuple[str, Entry, float, tuple[str, ...], tuple[str, ...]]) -> float:
        return max(len(row[3]) + len(row[4]), 1) * _LINE + 5.5

    def _filled(self, most: float) -> list[list[int]]:
        out: list[list[int]] = [[]]
        used = 0.0
        for i, row in enumerate(self.rows):
            high = self._height(row)
            if out[-1] and used + high > most + 0.01:
                out.append([])
                used = 0.0
            out[-1].append(i)
            used += high
        return out

    def _split(self) -> list[list[int]]:
        if not self.rows:
            return []
        heights = [self._height(row) for row in self.rows]
        low, high = max(heights), sum(heights)
        while high - low > 0.5:
            middle = (low + high) / 2
            low, high = (low, middle) if len(self._filled(middle)) <= self.columns else (middle, high)
        return self._filled(high)

    @property
    def height(self) -> float:
        """The height of entries and note."""
        deep = max((sum(self._height(self.rows[i]) for i in column) for column in self._split()), default=0.0)
        note = self._note()
        return max(deep, _LINE + 4.0) + (_LINE * len(note) + 3.0 if note else 0.0)

    def _note(self) -> tuple[str, ...]:
        if not (self.noted and self.rows and self.overlay.note):
            return ()
        return break_lines(self.overlay.note, self.across - self.lead, _SIZE)

    def first(self, room: float) -> int:
        """How many entries from the first fit a height."""
        whole = self.rows
        low, high = 0, len(whole)
        while low < high:
            middle = (low + high + 1) // 2
            self.rows = whole[:middle]
            low, high = (middle, high) if self.height <= room else (low, middle - 1)
        self.rows = whole
        return low

    def drawn(self, x: float, y: float) -> Group:
        """The list, its top left corner at x, y."""
        items: list[Item] = [Text(x, y + 9.1, self.overlay.title, _SIZE, 600)]
        x += self.lead
        bottom = y
        if not self.rows and self.overlay.empty:
            items.append(Text(x, y + 9.1, self.overlay.empty, _SIZE, 400, "second"))
        for k, column in enumerate(self._split()):
            top, left = y, x + k * (self.wide + _GAP)
            for i in column:
                items.append(moved(self._row(self.rows[i]), left, top))
                top += self._height(self.rows[i])
            bottom = max(bottom, top)
        items.extend(Text(x, bottom + 8.5 + i * _LINE, t, _SIZE, 400, "second") for i, t in enumerate(self._note()))
        return Group(tuple(items), "legend")

    def _row(self, row: tuple[str, Entry, float, tuple[str, ...], tuple[str, ...]]) -> Group:
        number, entry, lead, text, detail = row
        colour = _COLOURS[entry.kind]
        word = self.overlay.words.get(entry.kind, "")
        middle = (6.0 if entry.kind in ("time", "late") else 9.0, 4.5 if entry.kind == "warning" else 6.5)
        badge, _ = _badge(entry, number, middle)
        items: list[Item] = list(badge)
        base = 9.1
        if word:
            items.append(Text(_lead(entry), base, word, _SIZE, 600, colour))
        items.extend(Text(lead, base + i * _LINE, t, _SIZE) for i, t in enumerate(text))
        base += len(text) * _LINE
        items.extend(Text(lead, base + i * _LINE, t, _SIZE, 400, "second") for i, t in enumerate(detail))
        said = " ".join(t for t in (word, number) if t)
        return Group(tuple(items), "entry", "", f"{said}: {entry.text} {entry.detail}".strip())


def _lead(entry: Entry) -> float:
    """Where the words of an entry begin, right of its sign."""
    return 22.0 if entry.kind not in ("time", "late") else max(22.0, width(entry.value, _SIZE, 700) + 18)


def _below(scene: Scene, listing: _List) -> Scene:
    """A drawing on a screen with its list under it."""
    top = scene.height + 8
    items = (*scene.items, listing.drawn(0.0, top))
    return replace(scene, width=max(scene.width, listing.across), height=top + listing.height, items=items)


def _at_foot(scene: Scene, listing: _List, medium: Medium) -> tuple[Scene, tuple[tuple[str, Entry], ...]]:
    """A page with as much of its list as fits above the foot, and the entries that do not."""
    foot = scene.height - medium.margin_foot - FOOT_HEIGHT
    content = [bounds(item) for item in scene.items if not (isinstance(item, Group) and item.role in ("head", "foot"))]
    room = foot - 3 - (max((b[3] for b in content), default=0.0) + 8)
    if not listing.rows and listing.overlay.entries:
        return scene, ()
    fits = listing.first(room)
    if fits < len(listing.rows):
        listing.noted = False
        fits = listing.first(room)
    over = tuple((number, entry) for number, entry, *_ in listing.rows[fits:])
    if over and not fits:
        return scene, over
    listing.rows = listing.rows[:fits]
    group = listing.drawn(medium.margin_side, foot - 3 - listing.height)
    return replace(scene, items=(*scene.items, group)), over


def _own_page(
    like: Scene, overlay: Overlay, rows: tuple[tuple[str, Entry], ...], medium: Medium
) -> tuple[Scene, tuple[tuple[str, Entry], ...]]:
    """A page with head and foot of another one that holds the list alone, and the entries that do not fit."""
    frame = [item for item in like.items if isinstance(item, Group) and item.role in ("head", "foot")]
    top = max((bounds(item)[3] for item in frame if item.role == "head"), default=medium.margin_top) + 10
    foot = like.height - medium.margin_foot - FOOT_HEIGHT
    listing = _List(overlay, rows, like.width - 2 * medium.margin_side)
    fits = max(1, listing.first(foot - 3 - top))
    listing.rows = listing.rows[:fits]
    page = replace(like, items=(*frame, listing.drawn(medium.margin_side, top)), symbols=())
    return page, rows[fits:]


def _numbered(pages: Sequence[Scene], overlay: Overlay) -> Iterator[Scene]:
    """The pages with the overlay's title behind the kind of map, numbered through."""
    for i, page in enumerate(pages, start=1):

        def said(what: str, text: str, i: int = i) -> str:
            if what == "kind":
                kind = f"{text} · {overlay.title.upper()}"
                return text if text.endswith(f"· {overlay.title.upper()}") else kind
            return f"{text.rpartition(' ')[0]} {i}/{len(pages)}"

        yield retold(page, said)
