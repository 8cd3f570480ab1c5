"""Headings, paragraphs and the break between pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from probis.paper.text import Text


class Align(Enum):
    """Where the lines of a text stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: ``level`` from 1 (also the depth of its bookmark); ``number`` stands before it, hanging.

    ``bookmark`` is its name in the PDF's bookmarks where that is not the text itself.
    """

    text: Text
    level: int = 1
    number: str = ""
    align: Align = Align.LEFT
    size_pt: float | None = None
    number_mm: float = 9
    bookmark: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; indents in mm; ``small`` for notes under a list, a table or a figure."""

    text: Text
    align: Align = Align.JUSTIFY
    indent_mm: float = 0
    first_line_mm: float = 0
    keep_with_next: bool = False
    space_before_mm: float = 0
    size_pt: float | None = None
    small: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""
