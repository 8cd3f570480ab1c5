"""Where a drawing goes: an endless screen, or a page of so many points with its margins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

SMALLEST_TYPE = 7.0  # pt; nothing on paper is set smaller


def mm(millimetres: float) -> float:
    """Millimetres in points (1/72 inch)."""
    return millimetres * 72 / 25.4


@dataclass(frozen=True, slots=True)
class Medium:
    """A kind of surface; lengths in points. A screen has no bounds, so its width and height are 0."""

    kind: Literal["screen", "paper"]
    name: str
    width: float = 0.0
    height: float = 0.0
    margin_side: float = 0.0
    margin_top: float = 0.0
    margin_foot: float = 0.0

    @property
    def continuous(self) -> bool:
        """True where a drawing may be as wide and high as it likes."""
        return self.kind == "screen"

    @property
    def turned(self) -> Medium:
        """The same paper, portrait instead of landscape or the other way round."""
        return replace(self, width=self.height, height=self.width)


def paper(name: str, width_mm: float, height_mm: float) -> Medium:
    """A page of this size with the margins of our maps (32 at the sides, 30 above, 32 below), which leave the room
    that a decree has for the same drawing under a heading of its own.

    Raises ValueError when the page is smaller than a hand (80 mm), where no map can be read.
    """
    if min(width_mm, height_mm) < 80:
        raise ValueError(f"a page of {width_mm:g} x {height_mm:g} mm is too small for a map")
    return Medium("paper", name, mm(width_mm), mm(height_mm), 32.0, 30.0, 32.0)


SCREEN = Medium("screen", "layar")
F4 = paper("F4", 330, 215)
A4 = paper("A4", 297, 210)
A3 = paper("A3", 420, 297)
