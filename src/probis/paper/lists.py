"""Lists: numbered ones, nested as deep as wanted, and definitions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from probis.paper.numbering import Numbering
from probis.paper.text import Text

if TYPE_CHECKING:
    from probis.paper.blocks import Block


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its text, and below it further blocks (such as a nested list).

    ``number`` is its own number where the count leaps; the next item counts on from it.
    """

    text: Text
    blocks: tuple[Block, ...] = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items with labels that the renderer counts; ``loose`` lists have space between items."""

    items: tuple[Item, ...]
    numbering: Numbering = Numbering.DECIMAL
    start: int = 1
    loose: bool = False
    indent_mm: float = 0

    def labelled(self) -> tuple[tuple[str, Item], ...]:
        """Each item with its label."""
        out: list[tuple[str, Item]] = []
        n = self.start - 1
        for item in self.items:
            n = n + 1 if item.number is None else item.number
            out.append((self.numbering.label(n), item))
        return tuple(out)


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means."""

    term: Text
    meaning: Text


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms with their meanings, the terms in a column of ``term_mm``."""

    items: tuple[Definition, ...] = field(default=())
    term_mm: float = 40
