"""Sections: a run of blocks on pages of one size, and how these pages are numbered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from probis.paper.blocks import Block

PAGES_MM = {
    "F4": (215.0, 330.0),
    "A4": (210.0, 297.0),
    "A3": (297.0, 420.0),
    "A2": (420.0, 594.0),
    "A1": (594.0, 841.0),
}


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet in mm, with its margins; ``landscape`` turns it."""

    width_mm: float = 215
    height_mm: float = 330
    top_mm: float = 25
    right_mm: float = 20
    bottom_mm: float = 22
    left_mm: float = 30
    landscape: bool = False

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height as the sheet lies."""
        sides = (self.width_mm, self.height_mm)
        return (max(sides), min(sides)) if self.landscape else sides

    @property
    def inner_mm(self) -> tuple[float, float]:
        """Width and height between the margins."""
        width, height = self.size_mm
        return width - self.left_mm - self.right_mm, height - self.top_mm - self.bottom_mm

    def turned(self, **margins: float) -> Page:
        """The same sheet in landscape, with other margins where given."""
        return replace(self, landscape=True, **margins)


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Where the number stands and what surrounds it: ``before`` n ``after``, from page ``first_shown`` on.

    With ``of`` (" dari ") the number of all pages follows it: ``before`` n ``of`` all ``after``.
    """

    before: str = "- "
    after: str = " -"
    first_shown: int = 2
    place: str = "head"
    of: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of one kind; a section begins a new page."""

    blocks: tuple[Block, ...]
    page: Page = field(default_factory=Page)
    number: PageNumber | None = field(default_factory=PageNumber)
    restart: bool = False
