"""Lines of a file before they are numbered, each with the noise, picture or drawing that goes with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from probis.reading.document import Cell, Connector, Kind, Shape


@dataclass(slots=True)
class Item:
    """A line without its number; `noise` are (words, what they are)."""

    text: str
    raw: str = ""
    kind: Kind = Kind.TEXT
    page: int | None = None
    begins: bool | None = True
    bold: bool = False
    centred: bool = False
    heading: int = 0
    indent: float = 0.0
    cells: tuple[Cell, ...] = ()
    table: int | None = None
    noise: list[tuple[str, str]] = field(default_factory=list)
    picture: tuple[str, str, bytes] | None = None
    shapes: tuple[Shape, ...] = ()
    connectors: tuple[Connector, ...] = ()


@dataclass(slots=True)
class Slot:
    """A place among the lines that is filled once all that hangs around it is known."""

    items: list[Item] = field(default_factory=list)


def flat(items: Sequence[Item | Slot]) -> Iterator[Item]:
    """The lines, those of the slots in their places."""
    for item in items:
        if isinstance(item, Slot):
            yield from item.items
        else:
            yield item
