"""A whole paper: what stands on it, in which order, and when it was made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from probis.paper.blocks import Block
from probis.paper.clause import Clauses
from probis.paper.lists import NumberedList
from probis.paper.section import Section
from probis.paper.table import Table


@dataclass(frozen=True, slots=True)
class Watermark:
    """A pale word across every page, such as RANCANGAN."""

    text: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as a value; ``date`` is the document's own, so that the same content gives the same bytes."""

    title: str
    date: date
    sections: tuple[Section, ...]
    subject: str = ""
    author: str = ""
    lang: str = "id"
    watermark: Watermark | None = None
    size_pt: float = 12


def walk(paper: Paper) -> Iterator[Block]:
    """All blocks of the paper in reading order, also those inside lists, clauses and cells."""
    for section in paper.sections:
        yield from _deep(section.blocks)


def _deep(blocks: tuple[Block, ...]) -> Iterator[Block]:

    for block in blocks:
        yield block
        if isinstance(block, NumberedList):
            for item in block.items:
                yield from _deep(item.blocks)
        elif isinstance(block, Clauses):
            for clause in block.clauses:
                yield from _deep(clause.blocks)
        elif isinstance(block, Table):
            for row in (*block.head, *block.body, *block.foot):
                for cell in row.cells:
                    yield from _deep(cell.blocks)
