"""What only an official paper has: letterhead, the head of an annex, and the place of the signature."""

from __future__ import annotations

from dataclasses import dataclass

from probis.paper.figure import Image
from probis.paper.text import Text


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the first page: the emblem, or the empty place for it, and the lines under it."""

    lines: tuple[Text, ...]
    emblem: Image | None = None
    emblem_mm: float = 25


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts under each other ("NOMOR : …"): name, colon, value; they begin ``at_mm`` from the left."""

    rows: tuple[tuple[Text, Text], ...]
    at_mm: float = 0
    name_mm: float = 26
    head: Text = ()
    size_pt: float | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: lines above (place, date, office), room to sign, the name; never torn by a page break."""

    above: tuple[Text, ...]
    name: Text
    below: tuple[Text, ...] = ()
    width_mm: float = 86
    room_mm: float = 24
