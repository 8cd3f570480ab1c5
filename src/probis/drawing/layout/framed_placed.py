"""Where everything of a framed chart stands, once it is placed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from probis.drawing.scene import Point

TITLE, BAR = 17.0, 27.0
PAD, WHOLE_PAD = 8.0, 8.0
HEADS = 16.0
DISC = 6.0


class Rect(NamedTuple):
    """A place: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def foot(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass(slots=True)
class Placed:
    """Everything with its place. `strands` is the height at which a line stands beside its party."""

    width: float = 0.0
    height: float = 0.0
    boxes: dict[str, Rect] = field(default_factory=dict)
    frames: dict[str, Rect] = field(default_factory=dict)
    wholes: dict[str, Rect] = field(default_factory=dict)
    parties: dict[str, Rect] = field(default_factory=dict)
    strands: dict[str, float] = field(default_factory=dict)
    paths: dict[str, tuple[tuple[Point, ...], ...]] = field(default_factory=dict)
    headless: set[tuple[str, int]] = field(default_factory=set)
    zones: tuple[float, float] = (0.0, 0.0)
    rooms: tuple[float, float] = (0.0, 0.0)
    first: float = 0.0
