"""A thing to its size in pixels: BPMN's usual one, and what its text needs where we write it."""

from __future__ import annotations

from typing import Final, TypeAlias

from probis.drawing.layout.style import STEP_SIZE, TEXT_LINE
from probis.drawing.measure import break_lines, width
from probis.interchange.bpmn.sheets import Thing

Size: TypeAlias = tuple[float, float]

PIXELS: Final = 11 / 7  # in a point of the layout: its labels of 7 points are BPMN's of 11 pixels
TASK: Final = (100.0, 80.0)
GATEWAY: Final = (50.0, 50.0)
EVENT: Final = (36.0, 36.0)
DATA: Final = (36.0, 50.0)
STORE: Final = (50.0, 50.0)
SIDES: Final = 18.0  # points beside the text of a task or note
ABOVE: Final = 20.0  # points above and below it, with the first line
SIGN: Final = 10.0  # points above the text of a task that bears the sign of its type
FOOT: Final = 12.0  # below the text of one that is closed, or that repeats
WIDER: Final = ((1.0, 5), (1.3, 7), (1.7, 9), (2.2, 12), (3.0, 16), (5.0, 10**6))  # how much, and for how many lines


def size_of(thing: Thing, *, written: bool) -> Size:
    """The size of a thing. BPMN's tools write the names of tasks themselves, into boxes of one size; where a task is
    `written` by us, its box grows with its name.
    """
    match thing.kind:
        case "note":
            return _holding(thing.name, (60.0, 30.0), 0.0)
        case "task" | "call":
            return _holding(thing.name, TASK, _signs(thing)) if written else TASK
        case "decision" | "fork":
            return GATEWAY
        case "data":
            return STORE if thing.sign == "store" else DATA
        case _:
            return EVENT


def _signs(thing: Thing) -> float:
    """The room for the signs of a task, in points."""
    kind, _, more = thing.sign.partition("+")
    closed = thing.kind == "call" or kind in ("sub-process", "transaction", "ad-hoc", "event-sub-process")
    return (SIGN if kind and not closed else 0.0) + (FOOT if closed or more else 0.0)


def _holding(text: str, least: Size, sign: float) -> Size:
    """The least box from a usual one on that holds a text: as wide as a task, wider for many lines."""
    lines: list[str] = []
    for factor, most in WIDER:
        room = TASK[0] * factor / PIXELS - SIDES
        lines = [part for line in text.splitlines() for part in break_lines(line, room, STEP_SIZE, 500)]
        if len(lines) <= most:
            break
    across = max((width(line, STEP_SIZE, 500) for line in lines), default=0.0) + SIDES
    high = TEXT_LINE * max(len(lines) - 1, 0) + ABOVE + sign
    return round(max(least[0], across * PIXELS), 2), round(max(least[1], high * PIXELS), 2)
