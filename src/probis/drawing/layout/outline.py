"""The outline of a box: where on it a line meets a side, and where lines may stand. Used by several passes."""

from __future__ import annotations

from math import sqrt
from typing import Literal

from probis.drawing.layout.plan import Box, Side
from probis.drawing.layout.style import CORNER, PORT_PITCH
from probis.drawing.measure import width

ROUND_ROOM = 0.8  # of half a circle or diamond that lines may take
FIXED_EDGE = 5.0
TAB_HEIGHT = 10.5
CONNECTOR_SLOPE = 12.6  # how far the tip of a connector reaches


def outline_y(box: Box, side: Literal["top", "bottom"], dx: float) -> float:
    """The height at which a vertical line dx from the box's left meets its outline."""
    if box.tipped:
        rise = box.height / 2 * (1 - abs(dx - box.width / 2) / (box.width / 2))
        return box.middle - rise if side == "top" else box.middle + rise
    fall = 0.0
    if box.rounded:
        r = min(box.width, box.height) / 2
        beyond = max(0.0, abs(dx - box.width / 2) - (box.width / 2 - r))
        fall = r - sqrt(max(r * r - beyond * beyond, 0.0))
    return box.y + fall if side == "top" else box.y + box.height - fall


def outline_x(box: Box, side: Side, dy: float) -> float:
    """The x at which a horizontal line dy below the box's middle meets its left or right side."""
    return (
        box.x + box.width - _stand_back(box, dy, "right") if side == "right" else box.x + _stand_back(box, dy, "left")
    )


def _stand_back(box: Box, dy: float, side: Side) -> float:
    half = box.height / 2
    if box.tipped:
        return box.width / 2 * min(1.0, abs(dy) / half)
    if box.rounded:
        r = min(half, box.width / 2)
        beyond = max(0.0, abs(dy) - (half - r))
        return r - sqrt(max(r * r - beyond * beyond, 0.0))
    if box.outline == "delay" and side == "right":
        return round_end(box) * (1 - sqrt(max(1 - (dy / half) ** 2, 0.0)))
    return 0.0


def round_end(box: Box) -> float:
    """How far the round end of a wait reaches back from its right."""
    return min(box.height, box.width) / 2


def standing_room(box: Box, side: Side, lines: int) -> tuple[float, float]:
    """Between which distances from its left a box lets `lines` lines stand on its top or bottom."""
    middle = box.width / 2
    match box.outline:
        case "diamond":
            reach = PORT_PITCH / 2 * (lines - 1)
            reach = min(reach, ROUND_ROOM * middle) if box.fixed else reach
            return middle - reach, middle + reach
        case "bar":
            return middle, middle
        case "circle":
            reach = min(PORT_PITCH / 2 * (lines - 1), ROUND_ROOM * middle)
            return middle - reach, middle + reach
        case "capsule":
            r = min(box.height / 2, middle)
            return r, box.width - r
        case "delay":
            return CORNER, max(CORNER, box.width - round_end(box))
        case _:
            right = box.width - CORNER
            if side == "top" and marked(box):
                room = box.width - tab_width(box) - 4.0
                if room - CORNER >= PORT_PITCH * (lines - 1):
                    right = room
            return CORNER, right


def room_beside(box: Box) -> float:
    """How far from its middle a line may meet the left or right of a box that does not grow."""
    half = box.height / 2
    return ROUND_ROOM * half if box.rounded or box.tipped else half - FIXED_EDGE


def marked(box: Box) -> bool:
    """Whether a box bears a tab with its mark; a bar is too narrow for one."""
    return box.node.provisional and bool(box.node.mark) and box.outline != "bar"


def tab(box: Box) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the tab, from the top left of its box: on the edge, or on a diamond's slope."""
    across = tab_width(box)
    if box.tipped:
        left, foot = box.width * 0.62, box.height * 0.12
        return left, foot - TAB_HEIGHT, left + across, foot
    right = box.width - (min(box.height, box.width) / 4 if box.rounded else 0.0)
    return right - across, -TAB_HEIGHT, right, 0.0


def tab_width(box: Box) -> float:
    """The width of the tab with the mark of a box."""
    return width(box.node.mark, 7, 600, italic=True) + 8.0
