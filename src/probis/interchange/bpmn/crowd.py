"""Everything of a sheet by where it stands: what overlaps a rectangle is found without a look at all of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from probis.interchange.bpmn.area import Area, Point

CELL: Final = 80.0  # pixels of the grid
SLACK: Final = 0.5  # pixels that two may overlap


class Crowd:
    """Rectangles and the pieces of lines, each with the key of what it belongs to."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[tuple[str, Area]]] = {}

    def add(self, key: str, area: Area) -> None:
        """Put a rectangle in."""
        for cell in _cells(area):
            self.cells.setdefault(cell, []).append((key, area))

    def add_line(self, key: str, points: tuple[Point, ...]) -> None:
        """Put a line in, piece by piece."""
        for (ax, ay), (bx, by) in pairwise(points):
            self.add(key, Area(min(ax, bx), min(ay, by), abs(bx - ax), abs(by - ay)))

    def remove(self, key: str, area: Area) -> None:
        """Take a rectangle out again."""
        for cell in _cells(area):
            self.cells[cell] = [(k, a) for k, a in self.cells[cell] if k != key or a != area]

    def over(self, area: Area) -> set[str]:
        """The keys of what overlaps a rectangle by more than a trace, or runs through it."""
        left, right, top, foot = area.x + SLACK, area.right - SLACK, area.y + SLACK, area.bottom - SLACK
        return {
            key
            for cell in _cells(area)
            for key, other in self.cells.get(cell, ())
            if left < other.right and other.x < right and top < other.bottom and other.y < foot
        }


def _cells(area: Area) -> Iterator[tuple[int, int]]:
    for x in range(int(area.x // CELL), int(area.right // CELL) + 1):
        for y in range(int(area.y // CELL), int(area.bottom // CELL) + 1):
            yield x, y
