"""A tree of units to pages: parents over children for two levels, then indented lists on a spine.

Staff stands right of the trunk with what is below it, a group of posts left of it. The width stays the same as units
grow: columns that do not fit beside each other stand in further rows under a trunk, a list too long for the page goes
on in a column of its own under its repeated head. The freest of several measures is taken that needs no more pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Literal, NamedTuple

from probis.drawing.measure import break_lines
from probis.drawing.scene import Colour, Dash, Group, Item, Path, Scene, Shape, Text, moved
from probis.drawing.sheet import in_legend_order

NARROWEST = 104.0
ASIDE = 30.0  # from the trunk to what stands beside it


class _Gaps(NamedTuple):
    """How freely a chart stands: widest box, gap under one another, fall to the line over children, least
    heights, type and line heights of the names by level, space above and below the texts of a box and at their
    sides, gap between columns. A spine stands as far from the left edge as a text does.
    """

    widest: float
    between: float
    fall: float
    least: tuple[float, float, float]
    sizes: tuple[tuple[float, float], tuple[float, float], tuple[float, float]]
    pad: float
    inset: float
    gap: float

    @property
    def indent(self) -> float:
        """How far a box stands right of the one above it."""
        return self.inset * 2


_NORMAL = ((11.0, 13.2), (9.5, 11.4), (8.5, 10.2))
_SMALL = ((9.5, 11.4), (8.5, 10.0), (7.5, 8.8))
_MEASURES = (
    _Gaps(266.0, 24.0, 28.0, (52.0, 48.0, 44.0), _NORMAL, 13.0, 10.0, 24.0),
    _Gaps(220.0, 12.0, 20.0, (40.0, 34.0, 30.0), _NORMAL, 13.0, 10.0, 24.0),
    _Gaps(200.0, 6.0, 11.0, (28.0, 22.0, 18.0), _SMALL, 8.0, 7.0, 12.0),
)
_MORE = 5  # so many numbers of columns in a row are tried
_SHARE = 0.5  # of the page's height that staff beside the trunk may take
_NOTE = 8.6
_MARK = 9.0


@dataclass(frozen=True, slots=True)
class TreeNote:
    """A line of small text under a name; a mark tells a vacant post or a functional one from what else is said."""

    text: str
    mark: Literal["", "vacant", "functional"] = ""


@dataclass(frozen=True, slots=True)
class TreeNode:
    """One box; `notes` stand small under its name, a `staff` unit stands beside the line to its siblings. A `group`
    of posts has no units below it and stands at the other side.
    """

    id: str
    text: str
    notes: tuple[TreeNote, ...] = ()
    children: tuple[TreeNode, ...] = ()
    staff: bool = False
    provisional: bool = False
    ref: str = ""
    label: str = ""
    link: str = ""
    group: bool = False


class _Box(NamedTuple):
    node: TreeNode
    x: float
    y: float
    width: float
    height: float
    level: int


class _Part(NamedTuple):
    """A drawn column: its items at 0, 0, its size, and where its head box stands."""

    items: tuple[Item, ...]
    width: float
    height: float
    head: _Box
    nodes: tuple[TreeNode, ...]


def tree(
    roots: Sequence[TreeNode],
    title: str,
    across: float = inf,
    height: float = inf,
    *,
    again: str,
    description: str = "",
) -> tuple[Scene, ...]:
    """One scene a page of this size (one in all where it is infinite); several roots follow one another.

    `again` is the word on a head that is repeated. No scene is wider than `across`; none is higher than
    `height` as long as a head and one box of each level fit.
    """
    pages: list[Scene] = []
    for root in roots:
        best: tuple[Scene, ...] = ()
        for g in _MEASURES[1:] if height == inf else _MEASURES:
            for aside in (True, False):
                for more in range(_MORE if height != inf else 1):
                    found = tuple(_tree(g, root, title, across, height, again, description, aside, more))
                    if found and (not best or len(found) < len(best)):
                        best = found
            if len(best) == 1:
                break
        pages.extend(best)
    return tuple(pages) or (Scene(NARROWEST, NARROWEST, title, description),)


def _tree(
    g: _Gaps, root: TreeNode, title: str, across: float, height: float, again: str, said: str, aside: bool, more: int
) -> Iterator[Scene]:
    """The pages in these measures; where not `aside`, staff with units below it stands in a column like the others.
    So many `more` columns stand in a row than even rows ask for, because long lists are cut to several.

    Nothing, where staff would take too much of the page, or so many columns do not fit.
    """
    beside_trunk = tuple(c for c in root.children if c.group or (c.staff and (aside or not c.children)))
    line = tuple(c for c in root.children if c not in beside_trunk)
    most = 8 if across == inf else max(1, int((across + g.gap) / (NARROWEST + g.gap)))
    beside = (-(-len(line) // -(-len(line) // most)) if line else 1) + more
    if more and beside > most:
        return
    wide, under, parts, staff = 0.0, 0.0, [], _Staff((), ())
    for spare in (0.0, g.indent):  # a second band needs a trunk beside the columns
        limit = g.widest if across == inf else (across - spare - (beside - 1) * g.gap) / beside
        if beside_trunk and across != inf:  # they stand in the halves
            limit = min(limit, across / 2 - ASIDE)
        wide = max(60.0, min(g.widest, limit))
        top = _box(g, root, 0, 0, min(max(wide, 200.0), across), 0)
        staff = _staff(g, beside_trunk, wide)
        if aside and any(c.children for c in beside_trunk) and staff.height > height * _SHARE:
            return
        under = top.height + g.fall + (staff.height + g.fall if staff else 0)
        parts = [part for child in line for part in _columns(g, child, wide, height - under - g.fall, again)]
        if len(parts) <= beside:
            break
    if not parts:
        yield _scene(g, root, (), staff, wide, under, title, said, False)
        return
    bands = [parts[i : i + beside] for i in range(0, len(parts), beside)]
    first = True
    while bands:
        taken: list[list[_Part]] = []
        used = under
        while bands and (not taken or used + g.fall + max(p.height for p in bands[0]) <= height):
            used += g.fall * 2 + max(p.height for p in bands[0])
            taken.append(bands.pop(0))
        shown = root if first else replace(root, text=f"{root.text} ({again})")
        kept = staff if first else _Staff((), ())
        yield _scene(g, shown, tuple(taken), kept, wide, under, title, said, bool(bands) or not first)
        first = False
        under = top.height + g.fall


class _Staff(NamedTuple):
    """What stands beside the trunk: columns at its right, groups of posts at its left; each with its top."""

    right: tuple[tuple[float, _Part], ...]
    left: tuple[tuple[float, _Part], ...]

    def __bool__(self) -> bool:
        return bool(self.right or self.left)

    @property
    def height(self) -> float:
        """From the first top to the last foot."""
        return max((y + part.height for y, part in (*self.right, *self.left)), default=0.0)


def _staff(g: _Gaps, nodes: tuple[TreeNode, ...], wide: float) -> _Staff:
    sides: dict[bool, list[tuple[float, _Part]]] = {True: [], False: []}
    at = {True: 0.0, False: 0.0}
    for node in nodes:
        (part,) = _columns(g, node, wide, inf, "")
        sides[node.group].append((at[node.group], part))
        at[node.group] += part.height + g.between
    return _Staff(tuple(sides[False]), tuple(sides[True]))


def _columns(g: _Gaps, node: TreeNode, wide: float, height: float, again: str) -> Iterator[_Part]:
    """The column of one second-level unit, cut where it is too high."""
    rest = tuple(_flat(node.children, 1))
    first = True
    while True:
        shown = node if first else replace(node, text=f"{node.text} ({again})", notes=())
        head = _box(g, shown, 0, 0, wide, 1)
        y = head.height + g.between
        boxes: list[tuple[int, _Box]] = []
        for level, child in rest:
            box = _box(g, child, g.indent * level, y, wide - g.indent * level, 2)
            if boxes and y + box.height > height:
                break
            boxes.append((level, box))
            y += box.height + g.between
        rest = rest[len(boxes) :]
        yield _part(g, head, boxes, wide, y - g.between)
        first = False
        if not rest:
            return


def _flat(children: Sequence[TreeNode], level: int) -> Iterator[tuple[int, TreeNode]]:
    """Units in reading order with their depth; no deeper than three steps of indent, so that a name has room."""
    for child in children:
        yield min(level, 3), child
        yield from _flat(child.children, level + 1)


def _part(g: _Gaps, head: _Box, boxes: list[tuple[int, _Box]], wide: float, height: float) -> _Part:
    items: list[Item] = []
    feet = {0: (head.x + g.inset, head.height)}
    for level, box in boxes:
        x, y = feet.get(level - 1, feet[0])
        middle = box.y + box.height / 2
        items.append(Path(((x, y), (x, middle), (box.x, middle)), radius=0, head="none"))
        feet = {k: v for k, v in feet.items() if k < level}
        feet[level - 1] = (x, middle)
        feet[level] = (box.x + g.inset, box.y + box.height)
    groups = [_drawn(g, head), *(_drawn(g, box) for _, box in boxes)]
    return _Part((*items, *groups), wide, height, head, (head.node, *(box.node for _, box in boxes)))


def _scene(
    g: _Gaps,
    root: TreeNode,
    bands: tuple[list[_Part], ...],
    staff: _Staff,
    wide: float,
    under: float,
    title: str,
    said: str,
    trunk: bool,
) -> Scene:
    """The root, its staff beside the trunk, and the bands of columns under it."""
    trunk = trunk or len(bands) > 1
    shift = g.indent if trunk else 0.0
    across = max((len(b) * (wide + g.gap) - g.gap for b in bands), default=0.0) + shift
    top_wide = max(wide, 200.0)
    across = max(across, top_wide, wide * 2 + 2 * ASIDE if staff else 0.0)
    middle = across / 2
    top = _box(g, root, middle - top_wide / 2, 0, top_wide, 0)
    items: list[Item] = []
    lines: list[Item] = []
    nodes = [root]
    ends_at = [top.height]
    for parts, x, edge in ((staff.right, middle + ASIDE, 0.0), (staff.left, middle - ASIDE - wide, wide)):
        for at, part in parts:
            y = top.height + g.fall + at
            level = y + part.head.height / 2
            lines.append(Path(((middle, level), (x + edge, level)), radius=0, head="none"))
            items.extend(moved(item, x, y) for item in part.items)
            nodes.extend(part.nodes)
            ends_at.append(level)
    bus = under
    foot = max(ends_at)
    for i, band in enumerate(bands):
        left = shift + (across - shift - (len(band) * (wide + g.gap) - g.gap)) / 2 if not trunk else shift
        centres = [left + k * (wide + g.gap) + wide / 2 for k in range(len(band))]
        ends = [*centres, middle] if i == 0 else [*centres, 0.0]
        ends = [*ends, 0.0] if trunk and len(bands) > 1 else ends
        lines.append(Path(((min(ends), bus), (max(ends), bus)), radius=0, head="none"))
        lines.extend(Path(((c, bus), (c, bus + g.fall)), radius=0, head="none") for c in centres)
        for k, part in enumerate(band):
            items.extend(moved(item, left + k * (wide + g.gap), bus + g.fall) for item in part.items)
            nodes.extend(part.nodes)
        foot = bus
        bus += g.fall * 2 + max(p.height for p in band)
    if bands:
        lines.append(Path(((middle, top.height), (middle, under)), radius=0, head="none"))
        if trunk and len(bands) > 1:
            lines.append(Path(((0.0, under), (0.0, foot)), radius=0, head="none"))
    elif staff:
        lines.append(Path(((middle, top.height), (middle, foot)), radius=0, head="none"))
    low = bus - g.fall if bands else top.height + (g.fall + staff.height if staff else 0.0)
    return Scene(across, low, title, said, (*lines, _drawn(g, top), *items), _symbols(nodes))


def _symbols(nodes: list[TreeNode]) -> tuple[str, ...]:
    found = {"provisional"} if any(n.provisional for n in nodes) else set()
    return in_legend_order(found | {note.mark for n in nodes for note in n.notes if note.mark})


def _box(g: _Gaps, node: TreeNode, x: float, y: float, wide: float, level: int) -> _Box:
    size, line = g.sizes[level]
    names = len(break_lines(node.text, wide - 2 * g.inset, size, _weight(level))) or 1
    notes = len(_notes(g, node, wide))
    return _Box(node, x, y, wide, max(g.least[level], names * line + notes * _NOTE + g.pad), level)


def _weight(level: int) -> int:
    return 500 if level == 2 else 600


def _notes(g: _Gaps, node: TreeNode, wide: float) -> list[tuple[str, str]]:
    """The lines of the notes, each with the mark that stands before it."""
    out: list[tuple[str, str]] = []
    for note in node.notes:
        room = wide - 2 * g.inset - (_MARK if note.mark else 0.0)
        lines = break_lines(note.text, room, 7)
        out.extend((text, note.mark if i == 0 else "-" * bool(note.mark)) for i, text in enumerate(lines))
    return out


def _drawn(g: _Gaps, box: _Box) -> Group:
    node = box.node
    size, line = g.sizes[box.level]
    weight = _weight(box.level)
    names = break_lines(node.text, box.width - 2 * g.inset, size, weight)
    notes = _notes(g, node, box.width)
    whole = len(names) * line + len(notes) * _NOTE
    dash: Dash = "provisional" if node.provisional else "solid"
    fill: Colour = "box" if box.level == 2 or node.group else "lane-head"
    stroke = 2.0 if box.level == 0 else 1.0
    items: list[Item] = [Shape("rect", box.x, box.y, box.width, box.height, fill, "ink", stroke, dash, 1.5)]
    y = box.y + (box.height - whole) / 2 + line * 0.78
    for text in names:
        items.append(Text(box.x + g.inset, y, text, size, weight))
        y += line
    y += _NOTE - line + 1
    for text, mark in notes:
        x = box.x + g.inset
        if mark == "vacant":
            items.append(Shape("disc", x, y - 5.2, 5.4, 5.4, None, "ink", 0.9))
        elif mark == "functional":
            items.append(Shape("diamond", x - 0.4, y - 5.6, 6.2, 6.2, "ink", None))
        items.append(Text(x + (_MARK if mark else 0.0), y, text, 7, 400, "second"))
        y += _NOTE
    return Group(tuple(items), "unit", node.ref, node.label or node.text, node.link)
