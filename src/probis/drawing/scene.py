"""What a finished drawing is made of: shapes, lines and texts with their places and roles, and its dump as
plain text.

Lengths are points (1/72 inch), y grows downwards, the origin is the top left corner. Colours are roles;
only a renderer knows what they look like, so one drawing serves paper, screen and dark mode.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Colour = Literal[
    "ink", "second", "navy", "on-navy", "on-ink", "rule", "hairline", "page", "box", "lane", "lane-head",
    "outside", "outside-head", "error", "warning", "info", "added", "removed", "changed",
]  # fmt: skip
Form = Literal[
    "rect", "capsule", "diamond", "delay", "call", "document", "pentagon", "pentagon-left", "disc",
    "triangle", "bar", "clock", "line", "ellipse", "hexagon", "plus", "cross",
    "flap", "bolt", "user", "hand", "gear", "script", "table", "page", "store", "asterisk", "bracket", "loop",
    "strokes", "bands", "arrow", "rewind", "fin", "form", "tilde", "five-sided",
]  # fmt: skip
Dash = Literal["solid", "provisional", "unknown", "timeout", "message", "removed", "dashed", "dotted"]
Head = Literal["none", "filled", "open", "hollow"]
Tail = Literal["none", "circle", "slash", "diamond"]
Anchor = Literal["start", "middle", "end"]
Family = Literal["sans", "serif"]
Direction = Literal["right", "left", "up", "down"]
Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A form in the box x, y, width, height; `line` runs from its first corner to the opposite one."""

    form: Form
    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = "box"
    stroke: Colour | None = "ink"
    weight: float = 1.0
    dash: Dash = "solid"
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Path:
    """A polyline with rounded bends; it is interrupted at `gaps`, and `chevrons` tell its direction half-way."""

    points: tuple[Point, ...]
    stroke: Colour = "ink"
    weight: float = 1.0
    dash: Dash = "solid"
    radius: float = 4.0
    head: Head = "filled"
    tail: Tail = "none"
    gaps: tuple[Point, ...] = ()
    chevrons: tuple[tuple[Point, Direction], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text, broken already; y is its baseline, size and tracking are points."""

    x: float
    y: float
    text: str
    size: float
    weight: int = 400
    colour: Colour = "ink"
    anchor: Anchor = "start"
    italic: bool = False
    family: Family = "sans"
    tracking: float = 0.0
    struck: bool = False
    turned: bool = False  # runs upwards


@dataclass(frozen=True, slots=True)
class Group:
    """Things that belong together: `ref` is a model address, `label` what a screen reader says, `link` the key
    of a link.

    `role` is a short word for restyling and access: node, flow, lane, party, head, foot, legend, overlay,
    frame, ... The order of `items` is the order of reading, and of drawing.
    """

    items: tuple[Item, ...]
    role: str = ""
    ref: str = ""
    label: str = ""
    link: str = ""


Item: TypeAlias = Shape | Path | Text | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """A finished drawing; `symbols` names the kinds of symbol it uses, in the order of a legend (see sheet).

    On a page it is `scale` times as large as its lengths say, with all that is in it.
    """

    width: float
    height: float
    title: str
    description: str = ""
    items: tuple[Item, ...] = ()
    symbols: tuple[str, ...] = ()
    scale: float = 1.0


def moved(item: Item, dx: float, dy: float) -> Item:
    """The same item, dx to the right and dy down."""
    if isinstance(item, Group):
        return replace(item, items=tuple(moved(i, dx, dy) for i in item.items))
    if isinstance(item, Path):
        return replace(
            item,
            points=tuple((x + dx, y + dy) for x, y in item.points),
            gaps=tuple((x + dx, y + dy) for x, y in item.gaps),
            chevrons=tuple(((x + dx, y + dy), d) for (x, y), d in item.chevrons),
        )
    return replace(item, x=item.x + dx, y=item.y + dy)


def walk(items: Iterable[Item]) -> Iterator[tuple[int, Item]]:
    """Every item with its depth, in reading order."""
    stack: list[tuple[int, Item]] = [(0, i) for i in reversed(tuple(items))]
    while stack:
        depth, item = stack.pop()
        yield depth, item
        if isinstance(item, Group):
            stack.extend((depth + 1, i) for i in reversed(item.items))


def groups(scene: Scene) -> Iterator[Group]:
    """Every group of a scene, in reading order."""
    return (item for _, item in walk(scene.items) if isinstance(item, Group))


def texts(scene: Scene) -> Iterator[Text]:
    """Every line of text of a scene, in reading order."""
    return (item for _, item in walk(scene.items) if isinstance(item, Text))


def bounds(item: Item) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what an item draws; a text counts as a point (measure.width knows its width)."""
    match item:
        case Group():
            boxes = [bounds(i) for i in item.items] or [(0.0, 0.0, 0.0, 0.0)]
            lefts, tops, rights, bottoms = zip(*boxes, strict=True)
            return min(lefts), min(tops), max(rights), max(bottoms)
        case Path():
            xs, ys = [x for x, _ in item.points], [y for _, y in item.points]
            return min(xs), min(ys), max(xs), max(ys)
        case Shape():
            return item.x, item.y, item.x + item.width, item.y + item.height
        case Text():
            return item.x, item.y, item.x, item.y


def dump(scene: Scene) -> str:
    """The scene as lines of text with whole numbers, one thing a line, in reading order: the form kept as a
    golden file.
    """
    lines = [f"scene {_n(scene.width)}x{_n(scene.height)} {scene.title}"]
    if scene.symbols:
        lines.append("symbols " + " ".join(scene.symbols))
    lines.extend("  " * (depth + 1) + _line(item) for depth, item in walk(scene.items))
    return "\n".join(lines) + "\n"


def _n(value: float) -> str:
    return str(int(value + 0.5) if value >= 0 else -int(-value + 0.5))


def _line(item: Item) -> str:
    match item:
        case Group():
            words = [item.role or "group", item.ref, f"-> {item.link}" if item.link else "", item.label]
            return " ".join(w for w in words if w)
        case Shape():
            box = f"{_n(item.x)},{_n(item.y)} {_n(item.width)}x{_n(item.height)}"
            dash = "" if item.dash == "solid" else f" {item.dash}"
            return f"{item.form} {box} {item.fill or '-'}/{item.stroke or '-'}{dash}"
        case Path():
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in item.points)
            dash = "" if item.dash == "solid" else f" {item.dash}"
            head = "" if item.head == "filled" else f" head={item.head}"
            gaps = "".join(f" gap={_n(x)},{_n(y)}" for x, y in item.gaps)
            return f"path {points}{dash}{head}{gaps}"
        case Text():
            look = f"{item.size:g}/{item.weight} {item.colour} {item.anchor}"
            return f"text {_n(item.x)},{_n(item.y)} {look} {item.text}"
