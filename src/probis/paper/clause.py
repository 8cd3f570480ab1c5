"""The clauses of a legal instrument: a label, a colon and what it opens ("Menimbang : a. bahwa …")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from probis.paper.text import Text

if TYPE_CHECKING:
    from probis.paper.blocks import Block


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: the label in its column, the content beside it."""

    label: Text
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Clauses:
    """Clauses under each other, with one column of ``label_mm`` for all labels."""

    clauses: tuple[Clause, ...]
    label_mm: float = 34
