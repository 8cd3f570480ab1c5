"""Plain texts, lists and mappings that remember where in the file they were written."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from probis.model import Tempat, Temuan, Tingkat


@dataclass(frozen=True, slots=True)
class Mark:
    """A line and column in a file, both from 1."""

    line: int
    column: int = 1


class Word(str):
    """A text as written. `plain`: without quotes. `bare`: a key without a colon, as a swallowed comma leaves it."""

    mark: Mark
    plain: bool = False
    bare: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing at all was written here (quoted emptiness is something)."""
        return self.plain and not self


class Items(list[object]):
    """A list as written."""

    mark: Mark


class Entries(dict[str, object]):
    """A mapping as written; `keys_at` holds the place of each key, `flow` tells whether it stands in braces."""

    mark: Mark
    keys_at: dict[str, Mark]
    flow: bool = False
    form: object = None
    """The class whose field names the keys already are."""


def word(text: str, mark: Mark, *, plain: bool = False) -> Word:
    """Return the text with its place."""
    made = Word(text)
    made.mark = mark
    made.plain = plain
    return made


def items(values: Iterable[object], mark: Mark) -> Items:
    """Return the list with its place."""
    made = Items(values)
    made.mark = mark
    return made


def entries(mark: Mark, values: dict[str, object] | None = None, *, flow: bool = False) -> Entries:
    """Return a mapping with its place; its keys stand at the place of their values."""
    made = Entries(values or {})
    made.mark = mark
    made.keys_at = {key: mark_of(value, mark) for key, value in made.items()}
    made.flow = flow
    return made


def mark_of(node: object, otherwise: Mark) -> Mark:
    """Return the place of a node; what was made without one stands where its holder stands."""
    return getattr(node, "mark", None) or otherwise


def key_mark(holder: object, key: str, otherwise: Mark) -> Mark:
    """Return the place of a key in a mapping, or the mapping's own."""
    found = getattr(holder, "keys_at", {}).get(key)
    return found or mark_of(holder, otherwise)


def adopted(node: object, mark: Mark) -> object:
    """Return a node of plain values as one with places: what has none stands where its holder does."""
    here = mark_of(node, mark)
    if isinstance(node, dict):
        made = Entries({str(key): adopted(value, key_mark(node, key, here)) for key, value in node.items()})
        made.mark, made.flow = here, getattr(node, "flow", False)
        made.keys_at = {key: key_mark(node, key, here) for key in made}
        return made
    if isinstance(node, list | tuple):
        return items([adopted(value, here) for value in node], here)
    return node if isinstance(node, Word) else word(str(node), here)


MOST = 100
"""Findings of one file that are listed; more are only counted."""


@dataclass
class Report:
    """Collects what is wrong with one file."""

    file: str
    found: list[Temuan] = field(default_factory=list)
    more: int = 0
    worst: Tingkat = Tingkat.PERINGATAN
    _known: set[Temuan] = field(default_factory=set)

    def add(
        self,
        mark: Mark,
        pesan: str,
        saran: str = "",
        *,
        alamat: str = "",
        bidang: str = "",
        tingkat: Tingkat = Tingkat.GALAT,
    ) -> None:
        """Note one finding at a place of this file."""
        tempat = Tempat(self.file, mark.line, mark.column)
        finding = Temuan("bacaan", tingkat, alamat, pesan, saran, bidang, tempat)
        if finding in self._known:
            return
        if len(self.found) >= MOST:
            self.more += 1
            self.worst = tingkat if tingkat is Tingkat.GALAT else self.worst
            return
        self._known.add(finding)
        self.found.append(finding)

    @property
    def failed(self) -> bool:
        """Whether something was found that keeps the file from being taken."""
        return self.worst is Tingkat.GALAT or any(finding.tingkat is Tingkat.GALAT for finding in self.found)


def shown(text: str) -> str:
    """Return a text as a message quotes it: one line, at most 60 characters, without control characters."""
    clean = " ".join("".join(c if c.isprintable() else " " for c in text[:400]).split())
    return clean if len(clean) <= 60 else clean[:59].rstrip() + "…"
