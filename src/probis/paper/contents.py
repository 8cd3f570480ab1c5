"""A table of contents: which headings of a paper it lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from probis.paper.prose import Heading
from probis.paper.text import plain

if TYPE_CHECKING:
    from probis.paper.blocks import Block


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings down to level ``depth``, each a link to its place, on paper with the number of its page.

    In a workbook it lists the sheets instead.
    """

    depth: int = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed heading: its place among all headings of the paper (from 0), its level and its name."""

    n: int
    level: int
    name: str


def entries(blocks: Iterable[Block], depth: int) -> tuple[Entry, ...]:
    """The headings among these blocks, which are those of a whole paper in reading order, down to this depth.

    No level is leapt over, as in the bookmarks of the PDF.
    """
    found: list[Entry] = []
    level = 0
    headings = (block for block in blocks if isinstance(block, Heading))
    for n, heading in enumerate(headings):
        level = min(max(heading.level, 1), level + 1)
        if level <= depth:
            found.append(Entry(n, level, name_of(heading)))
    return tuple(found)


def name_of(heading: Heading) -> str:
    """What a heading is called in bookmarks and contents, never empty."""
    return heading.bookmark or f"{heading.number} {plain(heading.text)}".strip() or "–"
