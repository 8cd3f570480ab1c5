"""A forest in columns to pages: each box stands beside what it is divided into, joined by lines that bend squarely.

Precondition: a node stands in a column right of its parent's. Postcondition: what is below a node has heights of its
own, so that no line meets a box or another family; the first of the children is level with its parent; no scene is
larger than its page as long as one path from root to leaf fits; each leaf stands once, its parents on each page again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import NamedTuple

from probis.drawing.measure import break_lines, width
from probis.drawing.scene import Colour, Dash, Group, Item, Path, Scene, Shape, Text
from probis.drawing.sheet import in_legend_order

SCREEN = 1040.0
GAP = 20.0  # between columns
HEAD = 18.0
INSET = 7.0
ENTRY = 10.5  # from the top of a box to where its lines leave and enter: the height of its first line
LINE = 9.3
BETWEEN = (14.0, 12.0, 9.0, 7.0, 4.5)  # under a box of each column, before its next sibling
WIDEST = 230.0


@dataclass(frozen=True, slots=True)
class CascadeNode:
    """One box. `strong` is what the map is about, the rest is shown for its place; `unknown` is a gap: dotted."""

    id: str
    column: int
    text: str
    code: str = ""
    children: tuple[CascadeNode, ...] = ()
    strong: bool = False
    provisional: bool = False
    unknown: bool = False
    role: str = "node"
    ref: str = ""
    label: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Cascade:
    """The whole chart: a head for each column, trees from top to bottom; `again` marks a parent that is repeated."""

    title: str
    heads: tuple[str, ...]
    roots: tuple[CascadeNode, ...]
    again: str
    description: str = ""


class _Columns(NamedTuple):
    """Left edges and widths of the columns in use, by number; `codes` is the room for a code before its text."""

    left: dict[int, float]
    wide: dict[int, float]
    codes: float


class _Box(NamedTuple):
    node: CascadeNode
    y: float
    height: float


class _Placed(NamedTuple):
    boxes: list[_Box]
    lines: list[tuple[tuple[float, float], ...]]
    height: float


def cascade(chart: Cascade, across: float = inf, height: float = inf) -> tuple[Scene, ...]:
    """One scene a page of this size, one in all where it is infinite."""
    paths = [path for root in chart.roots for path in _paths(root, ())]
    if not paths:
        return (Scene(GAP, HEAD, chart.title, chart.description),)
    columns = _columns(chart, SCREEN if across == inf else across)
    scenes = []
    start = 0
    while start < len(paths):
        end = _fitting(chart, columns, paths, start, height)
        scenes.append(_scene(chart, columns, _part(chart, paths, start, end)))
        start = end
    return tuple(scenes)


def _paths(node: CascadeNode, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """From each root to each leaf, in reading order."""
    here = (*above, node.id)
    if not node.children:
        yield here
    for child in node.children:
        yield from _paths(child, here)


def _fitting(chart: Cascade, columns: _Columns, paths: Sequence[tuple[str, ...]], start: int, height: float) -> int:
    """Where the page ends: after as many leaves as fit, or where a higher box begins if that costs little room."""
    low, high = start + 1, len(paths)
    while low < high:
        middle = (low + high + 1) // 2
        if _placed(_part(chart, paths, start, middle), columns).height <= height:
            low = middle
        else:
            high = middle - 1
    if low == len(paths):
        return low
    for shared, least in ((1, 0.55), (2, 0.6), (3, 0.7), (4, 0.8)):
        for end in range(low, start, -1):
            if _common(paths[end - 1], paths[end]) <= shared:
                if _placed(_part(chart, paths, start, end), columns).height >= height * least:
                    return end
                break
    return low


def _common(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    return next((i for i, (p, q) in enumerate(zip(a, b, strict=False)) if p != q), min(len(a), len(b)))


def _part(chart: Cascade, paths: Sequence[tuple[str, ...]], start: int, end: int) -> tuple[CascadeNode, ...]:
    """The trees with these leaves only; a box that stood on an earlier page says so."""
    kept = {id_ for path in paths[start:end] for id_ in path}
    before = {id_ for path in paths[:start] for id_ in path}

    def cut(node: CascadeNode) -> CascadeNode:
        text = f"{node.text} ({chart.again})" if node.id in before else node.text
        return replace(node, text=text, children=tuple(cut(c) for c in node.children if c.id in kept))

    return tuple(cut(root) for root in chart.roots if root.id in kept)


def _columns(chart: Cascade, across: float) -> _Columns:
    """Columns that nothing stands in are left out; the others share the width, the first a little less."""
    nodes = [node for root in chart.roots for node in _all(root)]
    used = sorted({node.column for node in nodes})
    weights = {k: 0.8 if k == 0 else 1.0 for k in used}
    free = across - GAP * (len(used) - 1)
    left, wide, x = {}, {}, 0.0
    for k in used:
        left[k], wide[k] = x, min(WIDEST, free * weights[k] / sum(weights.values()))
        x += wide[k] + GAP
    codes = max((width(n.code, 7.5, 700) for n in nodes if n.code), default=0.0)
    return _Columns(left, wide, min(codes + 7, 60.0) if codes else 0.0)


def _all(node: CascadeNode) -> Iterator[CascadeNode]:
    yield node
    for child in node.children:
        yield from _all(child)


def _lines(node: CascadeNode, columns: _Columns) -> tuple[str, ...]:
    room = columns.wide[node.column] - 2 * INSET - (columns.codes if node.code else 0.0)
    return break_lines(node.text, room, 8, 600 if node.strong else 400) or ("",)


def _height(node: CascadeNode, columns: _Columns) -> float:
    return max(20.0, len(_lines(node, columns)) * LINE + 10.5)


def _placed(roots: Sequence[CascadeNode], columns: _Columns) -> _Placed:
    """Everything at its height, from the top down."""
    boxes: list[_Box] = []
    lines: list[tuple[tuple[float, float], ...]] = []

    def place(node: CascadeNode, y: float) -> float:
        """Place a node and what is below it from y on; returns where they end."""
        high = _height(node, columns)
        boxes.append(_Box(node, y, high))
        right = columns.left[node.column] + columns.wide[node.column]
        bus, level = right + GAP / 2, y + ENTRY
        at = y
        for k, child in enumerate(node.children):
            entry = (columns.left[child.column], at + ENTRY)
            if k == len(node.children) - 1 and k:  # the last one's line is the trunk of them all
                lines.append(((bus, level), (bus, entry[1]), entry))
            else:
                lines.append(((bus if k else right, entry[1]), entry))
            at = place(child, at) + _between(child)
        last = at - _between(node.children[-1]) if node.children else at
        return max(y + high, last)

    at = HEAD
    for root in roots:
        at = place(root, at) + BETWEEN[0]
    return _Placed(boxes, lines, at - BETWEEN[0])


def _between(node: CascadeNode) -> float:
    return BETWEEN[min(node.column, len(BETWEEN) - 1)]


def _scene(chart: Cascade, columns: _Columns, roots: tuple[CascadeNode, ...]) -> Scene:
    placed = _placed(roots, columns)
    items: list[Item] = [
        Text(columns.left[k], 9.0, head.upper(), 7, 600, "second", tracking=0.6)
        for k, head in enumerate(chart.heads)
        if k in columns.left
    ]
    items.extend(Path(line, radius=0, head="none") for line in placed.lines)
    items.extend(_drawn(box, columns) for box in placed.boxes)
    nodes = [box.node for box in placed.boxes]
    symbols = {"process"} | {"provisional" for n in nodes if n.provisional} | {"unknown" for n in nodes if n.unknown}
    across = max(columns.left[k] + columns.wide[k] for k in columns.left)
    return Scene(across, placed.height, chart.title, chart.description, tuple(items), in_legend_order(symbols))


def _drawn(box: _Box, columns: _Columns) -> Group:
    node = box.node
    x, wide = columns.left[node.column], columns.wide[node.column]
    dash: Dash = "unknown" if node.unknown else "provisional" if node.provisional else "solid"
    fill: Colour = "lane-head" if node.column == 0 and not node.unknown else "box"
    ink: Colour = "ink" if node.strong or node.unknown else "second"
    weight = 1.0 if node.strong or node.unknown else 0.6
    items: list[Item] = [Shape("rect", x, box.y, wide, box.height, fill, ink, weight, dash, 1.5)]
    at = x + INSET
    base = box.y + ENTRY + 2.9
    if node.code:
        items.append(Text(at, base, node.code, 7.5, 700, "navy"))
        at += columns.codes
    for i, text in enumerate(_lines(node, columns)):
        items.append(Text(at, base + i * LINE, text, 8, 600 if node.strong else 400, ink, italic=node.unknown))
    return Group(tuple(items), node.role, node.ref, node.label or node.text, node.link)
