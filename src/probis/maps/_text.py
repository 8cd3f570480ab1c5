"""The content of a map as a table of words, for readers without the picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapRow:
    """One row: the model address it speaks of, its cells (as many as heads), its depth in a tree, and a link key."""

    address: str
    cells: tuple[str, ...]
    level: int = 0
    link: str = ""


@dataclass(frozen=True, slots=True)
class MapText:
    """A titled table; `note` is a sentence under it, "" where there is nothing to add."""

    title: str
    head: tuple[str, ...]
    rows: tuple[MapRow, ...]
    note: str = ""
