"""A tree of units to pages: parents over children for two levels, then indented lists on a spine.

The width stays the same as units grow: columns that do not fit beside each other stand in further rows under
a trunk, a list too long for the page goes on in a column of its own under its repeated head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import NamedTuple

from probis.drawing.measure import break_lines
from probis.drawing.scene import Colour, Dash, Group, Item, Path, Scene, Shape, Text, moved
from probis.drawing.sheet import in_legend_order

GAP = 24.0
INDENT = 20.0
SPINE = 10.0
NARROWEST = 104.0
INSET = 10.0


class _Gaps(NamedTuple):
    """How freely a chart stands: widest box, gap under one another, fall to the line over children, least
    heights.
    """

    widest: float
    between: float
    fall: float
    least: tuple[float, float, float]


_FREE = _Gaps(266.0, 24.0, 28.0, (52.0, 48.0, 44.0))
_CLOSE = _Gaps(220.0, 12.0, 20.0, (40.0, 34.0, 30.0))


@dataclass(frozen=True, slots=True)
class TreeNode:
    """One box; `note` is the small text under its name, a `staff` unit stands beside the line to its siblings."""

    id: str
    text: str
    note: str = ""
    children: tuple[TreeNode, ...] = ()
    staff: bool = False
    provisional: bool = False
    ref: str = ""
    label: str = ""
    link: str = ""


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
    provisional: bool


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
        free = tuple(_tree(_FREE, root, title, across, height, again, description)) if height != inf else ()
        close = tuple(_tree(_CLOSE, root, title, across, height, again, description))
        pages.extend(free if 0 < len(free) <= len(close) else close)
    return tuple(pages) or (Scene(NARROWEST, INSET, title, description),)


def _tree(g: _Gaps, root: TreeNode, title: str, across: float, height: float, again: str, said: str) -> Iterator[Scene]:
    line = tuple(c for c in root.children if not c.staff or c.children)
    staff = tuple(c for c in root.children if c.staff and not c.children)
    most = 8 if across == inf else max(1, int((across + GAP) / (NARROWEST + GAP)))
    beside = -(-len(line) // -(-len(line) // most)) if line else 1
    wide, parts = 0.0, []
    for spare in (0.0, SPINE * 2):  # a second band needs a trunk beside the columns
        limit = g.widest if across == inf else (across - spare - (beside - 1) * GAP) / beside
        if staff and across != inf:  # they stand in the right half
            limit = min(limit, (across - 60.0) / 2)
        wide = max(60.0, min(g.widest, limit))
        top = _box(g, root, 0, 0, min(max(wide, 200.0), across), 0)
        staff_height = sum(_box(g, s, 0, 0, wide, 1).height + g.between for s in staff)
        under = top.height + g.fall + (staff_height + g.fall if staff else 0)
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
        yield _scene(g, shown, tuple(taken), staff if first else (), wide, under, title, said, bool(bands) or not first)
        first = False
        under = top.height + g.fall


def _columns(g: _Gaps, node: TreeNode, wide: float, height: float, again: str) -> Iterator[_Part]:
    """The column of one second-level unit, cut where it is too high."""
    rest = tuple(_flat(node.children, 1))
    first = True
    while True:
        shown = replace(node, text=node.text if first else f"{node.text} ({again})")
        head = _box(g, shown, 0, 0, wide, 1)
        y = head.height + g.between
        boxes: list[tuple[int, _Box]] = []
        for level, child in rest:
            box = _box(g, child, INDENT * level, y, wide - INDENT * level, 2)
            if boxes and y + box.height > height:
                break
            boxes.append((level, box))
            y += box.height + g.between
        rest = rest[len(boxes) :]
        yield _part(head, boxes, wide, y - g.between)
        first = False
        if not rest:
            return


def _flat(children: Sequence[TreeNode], level: int) -> Iterator[tuple[int, TreeNode]]:
    """Units in reading order with their depth; no deeper than three steps of indent, so that a name has room."""
    for child in children:
        yield min(level, 3), child
        yield from _flat(child.children, level + 1)


def _part(head: _Box, boxes: list[tuple[int, _Box]], wide: float, height: float) -> _Part:
    items: list[Item] = []
    feet = {0: (head.x + SPINE, head.height)}
    for level, box in boxes:
        x, y = feet.get(level - 1, feet[0])
        middle = box.y + box.height / 2
        items.append(Path(((x, y), (x, middle), (box.x, middle)), radius=0, head="none"))
        feet = {k: v for k, v in feet.items() if k < level}
        feet[level - 1] = (x, middle)
        feet[level] = (box.x + SPINE, box.y + box.height)
    groups = [_drawn(head), *(_drawn(box) for _, box in boxes)]
    some = head.node.provisional or any(box.node.provisional for _, box in boxes)
    return _Part((*items, *groups), wide, height, head, some)


def _scene(
    g: _Gaps,
    root: TreeNode,
    bands: tuple[list[_Part], ...],
    staff: tuple[TreeNode, ...],
    wide: float,
    under: float,
    title: str,
    said: str,
    trunk: bool,
) -> Scene:
    """The root, its staff beside the trunk, and the bands of columns under it."""
    trunk = trunk or len(bands) > 1
    shift = SPINE * 2 if trunk else 0.0
    across = max((len(b) * (wide + GAP) - GAP for b in bands), default=0.0) + shift
    top_wide = max(wide, 200.0)
    across = max(across, top_wide, wide * 2 + 60 if staff else 0.0)
    middle = across / 2
    top = _box(g, root, middle - top_wide / 2, 0, top_wide, 0)
    boxes, lines = [top], []
    y = top.height + g.fall
    for unit in staff:
        box = _box(g, unit, middle + 30, y, min(wide, across - middle - 30), 1)
        lines.append(Path(((middle, y + box.height / 2), (box.x, y + box.height / 2)), radius=0, head="none"))
        boxes.append(box)
        y += box.height + g.between
    items: list[Item] = []
    bus = under
    foot = boxes[-1].y + boxes[-1].height / 2 if staff else top.height
    for i, band in enumerate(bands):
        left = shift + (across - shift - (len(band) * (wide + GAP) - GAP)) / 2 if not trunk else shift
        centres = [left + k * (wide + GAP) + wide / 2 for k in range(len(band))]
        ends = [*centres, middle] if i == 0 else [*centres, 0.0]
        ends = [*ends, 0.0] if trunk and len(bands) > 1 else ends
        lines.append(Path(((min(ends), bus), (max(ends), bus)), radius=0, head="none"))
        lines.extend(Path(((c, bus), (c, bus + g.fall)), radius=0, head="none") for c in centres)
        for k, part in enumerate(band):
            items.extend(moved(item, left + k * (wide + GAP), bus + g.fall) for item in part.items)
        foot = bus
        bus += g.fall * 2 + max(p.height for p in band)
    if bands:
        lines.append(Path(((middle, top.height), (middle, under)), radius=0, head="none"))
        if trunk and len(bands) > 1:
            lines.append(Path(((0.0, under), (0.0, foot)), radius=0, head="none"))
    elif staff:
        lines.append(Path(((middle, top.height), (middle, foot)), radius=0, head="none"))
    low = bus - g.fall if bands else boxes[-1].y + boxes[-1].height
    some = any(b.node.provisional for b in boxes) or any(p.provisional for band in bands for p in band)
    symbols = in_legend_order({"provisional"} if some else set())
    return Scene(across, low, title, said, (*lines, *(_drawn(b) for b in boxes), *items), symbols)


_SIZE = {0: (11.0, 13.2), 1: (9.5, 11.4), 2: (8.5, 10.2)}


def _box(g: _Gaps, node: TreeNode, x: float, y: float, wide: float, level: int) -> _Box:
    size, line = _SIZE[level]
    weight = 500 if level == 2 else 600
    names = len(break_lines(node.text, wide - 2 * INSET, size, weight)) or 1
    notes = len(break_lines(node.note, wide - 2 * INSET, 7))
    return _Box(node, x, y, wide, max(g.least[level], names * line + notes * 8.6 + 13), level)


def _drawn(box: _Box) -> Group:
    node = box.node
    size, line = _SIZE[box.level]
    weight = 500 if box.level == 2 else 600
    names = break_lines(node.text, box.width - 2 * INSET, size, weight)
    notes = break_lines(node.note, box.width - 2 * INSET, 7)
    whole = len(names) * line + len(notes) * 8.6
    dash: Dash = "provisional" if node.provisional else "solid"
    fill: Colour = "box" if box.level == 2 else "lane-head"
    stroke = 2.0 if box.level == 0 else 1.0
    items: list[Item] = [Shape("rect", box.x, box.y, box.width, box.height, fill, "ink", stroke, dash, 1.5)]
    y = box.y + (box.height - whole) / 2 + line * 0.78
    for text in names:
        items.append(Text(box.x + INSET, y, text, size, weight))
        y += line
    y += 8.6 - line + 1
    for text in notes:
        items.append(Text(box.x + INSET, y, text, 7, 400, "second"))
        y += 8.6
    return Group(tuple(items), "unit", node.ref, node.label or node.text, node.link)
