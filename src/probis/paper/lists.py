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
    """One item: its text, and below it further blocks (such as a nested list)."""

    text: Text
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items with labels that the renderer counts; ``loose`` lists have space between items."""

    items: tuple[Item, ...]
    numbering: Numbering = Numbering.DECIMAL
    start: int = 1
    loose: bool = False

    def labelled(self) -> tuple[tuple[str, Item], ...]:
        """Each item with its label."""
        return tuple((self.numbering.label(n), item) for n, item in enumerate(self.items, self.start))


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
