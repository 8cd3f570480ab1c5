"""The marks of BPMN 2.0 by name to shapes: types of tasks, events, kinds of gateways, and samples for a legend.

Each stands in a box or round a point that the caller gives; forms are those of ISO/IEC 19510, in black and white.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from probis.drawing.scene import Colour, Form, Head, Item, Path, Shape, Tail, Text

HEAVY: Final = 2.4  # border of what ends and of a call
RING: Final = 2.6  # between the two rings of an intermediate event
ICON: Final = 8.4  # the type of a task

_TASKS: Final[dict[str, Form]] = {
    "user": "user", "manual": "hand", "service": "gear", "script": "script", "business-rule": "table",
}  # fmt: skip
_EVENTS: Final[dict[str, Form]] = {
    "timer": "clock", "error": "bolt", "signal": "triangle", "escalation": "fin", "conditional": "form",
    "link": "arrow", "compensation": "rewind", "cancel": "cross", "multiple": "five-sided",
    "parallel-multiple": "plus",
}  # fmt: skip
_OPEN: Final = frozenset({"plus", "cross", "clock", "form"})  # marks of strokes, which no throw fills


def envelope(x: float, y: float, width: float, height: float, *, filled: bool) -> tuple[Item, ...]:
    """A letter: filled where it is sent, open where it is received."""
    body = Shape("rect", x, y, width, height, fill="ink" if filled else "box", weight=0.9, radius=0.6)
    flap = Shape("flap", x, y, width, height, fill=None, stroke="box" if filled else "ink", weight=0.9)
    return body, flap


def task_type(sign: str, x: float, y: float) -> tuple[Item, ...]:
    """The sign of a task's type in the square of `ICON` at x, y; nothing for a task of no type."""
    if sign in ("send", "receive"):
        return envelope(x - 0.5, y + 1.0, ICON + 1.0, ICON - 2.4, filled=sign == "send")
    form = _TASKS.get(sign)
    return (Shape(form, x, y, ICON, ICON, fill="box", weight=0.8),) if form else ()


def event_mark(sign: str, x: float, y: float, radius: float, *, thrown: bool) -> Iterator[Item]:
    """What an event is about, in the middle of its circle; filled where it is thrown."""
    if sign == "message":
        w, h = radius * 0.98, radius * 0.7
        yield from envelope(x - w / 2, y - h / 2, w, h, filled=thrown)
        return
    if sign == "terminate":
        r = radius * 0.58
        yield Shape("ellipse", x - r, y - r, 2 * r, 2 * r, fill="ink", stroke=None)
        return
    form = _EVENTS.get(sign)
    if form is None:
        return
    d = radius * (1.15 if form == "clock" else 0.9)
    fill: Colour | None = (
        None if form in _OPEN and form != "clock" else "ink" if thrown and form not in _OPEN else "box"
    )
    yield Shape(form, x - d / 2, y - d / 2, d, d, fill=fill, weight=0.8)


def gate_mark(sign: str, x: float, y: float, size: float) -> Iterator[Item]:
    """The mark of a gateway in the middle of its diamond of `size`."""

    def mark(form: Form, share: float, weight: float) -> Shape:
        d = size * share
        return Shape(form, x - d / 2, y - d / 2, d, d, fill=None, weight=weight)

    match sign:
        case "exclusive":
            yield mark("cross", 0.25, 2.4)
        case "parallel":
            yield mark("plus", 0.36, 2.4)
        case "inclusive":
            yield mark("ellipse", 0.4, 2.0)
        case "complex":
            yield mark("asterisk", 0.4, 2.0)
        case "event-based":
            yield mark("ellipse", 0.5, 0.8)
            yield mark("ellipse", 0.4, 0.8)
            yield mark("five-sided", 0.25, 0.8)
        case _:
            return


def sample(symbol: str, x: float, y: float) -> tuple[Item, ...]:
    """A symbol in a legend: 22 wide from x, its middle at height y."""
    middle = x + 9
    circle = Shape("ellipse", middle - 5, y - 5, 10, 10, weight=0.9)
    match symbol:
        case "start":
            return (circle,)
        case "end":
            return (Shape("ellipse", middle - 5, y - 5, 10, 10, weight=2.0),)
        case "event" | "boundary":
            host = (Path(((x, y - 1), (x + 18, y - 1)), head="none", radius=0),) if symbol == "boundary" else ()
            return (*host, circle, Shape("ellipse", middle - 3.5, y - 3.5, 7, 7, fill=None, weight=0.8))
        case "message":
            return (*envelope(x, y - 3, 9, 6.4, filled=False), *envelope(x + 11, y - 3, 9, 6.4, filled=True))
        case "exclusive" | "parallel" | "inclusive" | "event-based" | "complex":
            diamond = Shape("diamond", middle - 6.5, y - 6.5, 13, 13, weight=0.9)
            return (diamond, *(_thin(mark) for mark in gate_mark(symbol, middle, y, 15.0)))
        case "sequence" | "messages" | "association" | "default" | "conditional":
            return (_line(symbol, x, y),)
        case "data" | "store":
            return (Shape("page" if symbol == "data" else "store", x + 5, y - 5, 8, 10, weight=0.8),)
        case "note":
            return (Shape("bracket", x + 5, y - 5, 4, 10, fill=None, weight=0.9),)
        case "call":
            border = Shape("rect", x, y - 5, 18, 10, radius=2.5, weight=1.8)
            return (border, Text(middle, y + 2.7, "+", 8, 600, anchor="middle"))
        case _ if symbol in _EVENTS or symbol == "terminate":
            return tuple(event_mark(symbol, middle, y, 5.6, thrown=False))
        case _ if icon := task_type(symbol, x + 4.8, y - ICON / 2):
            return icon
        case _:
            return (Shape("rect", x, y - 4.5, 18, 9, weight=0.9, radius=2.5),)


def _thin(mark: Item) -> Item:
    """A mark for a small diamond."""
    return replace(mark, weight=min(mark.weight, 1.4)) if isinstance(mark, Shape) else mark


def _line(symbol: str, x: float, y: float) -> Path:
    line = ((x, y), (x + 22, y))
    if symbol == "messages":
        return Path(line, dash="dashed", head="hollow", tail="circle")
    if symbol == "association":
        return Path(line, dash="dotted", head="none")
    tails: dict[str, Tail] = {"default": "slash", "conditional": "diamond"}
    head: Head = "filled"
    return Path(line, head=head, tail=tails.get(symbol, "none"))
