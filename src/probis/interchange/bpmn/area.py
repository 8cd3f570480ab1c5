"""Rectangles in pixels: how they lie to one another, and those that a file's diagrams hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite
from typing import TypeAlias

from probis.interchange.bpmn.source import DC, DI, Element

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its foot."""
        return self.y + self.height

    def holds(self, other: Area) -> bool:
        """Whether the centre of the other lies in it."""
        return self.meets((other.x + other.width / 2, other.y + other.height / 2))

    def meets(self, p: Point, near: float = 0.0) -> bool:
        """Whether a point lies in it or on its edge, or so near to it."""
        return self.x - near <= p[0] <= self.right + near and self.y - near <= p[1] <= self.bottom + near

    def touches(self, other: Area, clear: float = 0.0) -> bool:
        """Whether the two overlap, or come closer than `clear`."""
        across = min(self.right, other.right) - max(self.x, other.x)
        return across > -clear and min(self.bottom, other.bottom) - max(self.y, other.y) > -clear

    def crossed(self, a: Point, b: Point) -> bool:
        """Whether a straight line runs through it."""
        low, high = 0.0, 1.0
        for start, end, least, most in ((a[0], b[0], self.x, self.right), (a[1], b[1], self.y, self.bottom)):
            if start == end:
                if not least < start < most:
                    return False
                continue
            ends = sorted(((least - start) / (end - start), (most - start) / (end - start)))
            low, high = max(low, ends[0]), min(high, ends[1])
        return low < high


def around(areas: Iterable[Area], pad: float) -> Area | None:
    """The least rectangle around others with so much room about them; nothing around nothing."""
    areas = list(areas)
    if not areas:
        return None
    x, y = min(a.x for a in areas) - pad, min(a.y for a in areas) - pad
    right, foot = max(a.right for a in areas) + pad, max(a.bottom for a in areas) + pad
    return Area(round(x, 2), round(y, 2), round(right - x, 2), round(foot - y, 2))


def old_areas(root: Element) -> dict[str, Area]:
    """Where the shapes of a file's diagrams stand, by what they show; what makes no sense is left out."""
    out: dict[str, Area] = {}
    for shape in root.all():
        if shape.space == DI and shape.name == "BPMNShape":
            bounds = next((c for c in shape.children if c.space == DC and c.name == "Bounds"), None)
            try:
                x, y, w, h = (float(bounds.get(k)) if bounds else -1.0 for k in ("x", "y", "width", "height"))
            except ValueError:
                continue
            if w >= 0 and h >= 0 and all(isfinite(v) for v in (x, y, w, h)):
                out.setdefault(shape.get("bpmnElement").rpartition(":")[2], Area(x, y, w, h))
    return out
