"""Where a block stands: how wide its place is, how far from the left, and the book that counts lists and pictures."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field, replace

from docx.document import Document

from probis.drawing.scene import Scene
from probis.paper.contents import Entry

_PT = 72 / 25.4


@dataclass(slots=True)
class Book:
    """The document that is being written, and what it has counted so far."""

    document: Document
    pictures: dict[int, Future[bytes]]
    lists: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    drawn: int = 0
    level: int = 0
    headings: int = 0
    listed: tuple[tuple[Entry, int], ...] = ()
    media: dict[str, bytes] = field(default_factory=dict)

    def png(self, scene: Scene) -> bytes:
        """The drawing as PNG."""
        return self.pictures[id(scene)].result()


@dataclass(frozen=True, slots=True)
class Place:
    """A column on the page: ``room_mm`` wide, ``left_mm`` from the left margin or the edge of its cell.

    ``high_mm`` is the most a picture may take; ``depth`` counts the lists around; ``keep`` holds every paragraph to the
    next one; ``style`` is what a plain paragraph is here.
    """

    book: Book
    room_mm: float
    size_pt: float
    left_mm: float = 0
    high_mm: float = 250
    depth: int = 0
    keep: bool = False
    style: str = "Naskah"

    @property
    def room_pt(self) -> float:
        """The width in points."""
        return self.room_mm * _PT

    def inside(self, left_mm: float) -> Place:
        """The place that is ``left_mm`` narrower on the left."""
        return replace(self, left_mm=self.left_mm + left_mm, room_mm=max(self.room_mm - left_mm, 10))

    def cell(self, width_mm: float, *, size_pt: float | None = None, style: str = "") -> Place:
        """A place of its own in a table."""
        return replace(
            self,
            room_mm=max(width_mm, 2),
            left_mm=0,
            size_pt=size_pt or self.size_pt,
            style=style or self.style,
        )
