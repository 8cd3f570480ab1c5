"""A document with its quotations to what was understood of each line, word by word, and to how much that is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from probis.model import Kutipan
from probis.reading.document import Kind, Line
from probis.reading.makna import Makna
from probis.reading.quotations import Quoted

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 4000
"""Words of the lines of one quotation that are looked through."""


class Taraf(StrEnum):
    """Taraf (degree): a passage is understood, told to be noise, or not understood."""

    TERBACA = "terbaca"
    DERAU = "derau"
    BELUM = "belum"


_ORDER = tuple(Taraf)
"""What was understood outdoes noise, and noise what was not understood."""


@dataclass(frozen=True, slots=True)
class Baris:
    """Baris (line): its number, its text, the passages of it in order, and the quotations that begin in it."""

    nomor: int
    teks: str
    petikan: tuple[tuple[str, Taraf], ...]
    kutipan: tuple[Kutipan, ...] = ()
    halaman: int | None = None

    def huruf(self, taraf: Taraf) -> int:
        """Return how many characters but white space stand in passages of this degree."""
        return sum(len("".join(text.split())) for text, each in self.petikan if each is taraf)


@dataclass(frozen=True, slots=True)
class Angka:
    """Angka (numbers): characters without white space and lines, by how they were understood.

    A line counts as understood where at least half of its characters are.
    """

    huruf: Mapping[Taraf, int]
    baris: Mapping[Taraf, int]

    @property
    def persen(self) -> float:
        """How many of a hundred characters are understood or told to be noise."""
        whole = sum(self.huruf.values())
        return 100.0 * (whole - self.huruf[Taraf.BELUM]) / whole if whole else 100.0


def understanding(quoted: Quoted) -> tuple[Baris, ...]:
    """Return the lines of a document with what was understood: a quotation covers its words in its lines."""
    lines = quoted.document.lines
    places: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        places.setdefault(line.number, []).append(place)
    texts = [_shown(line, quoted.document.format) for line in lines]
    words = [[(found.group().casefold(), found.span()) for found in _WORD.finditer(text)] for text in texts]
    marks: list[list[Taraf]] = [[Taraf.BELUM] * len(each) for each in words]
    begins: dict[int, list[Kutipan]] = {}
    for kutipan in quoted.naskah.kutipan:
        if kutipan.sebagai == Makna.TANDA:
            continue  # a mark says nothing of the words before it
        begins.setdefault(kutipan.baris_pertama, []).append(kutipan)
        covered = [place for number in _numbers(kutipan.baris) for place in places.get(number, ())]
        taraf = Taraf.DERAU if kutipan.sebagai == Makna.DERAU else Taraf.TERBACA
        _cover(kutipan, covered, words, marks, taraf)
    twice = _unfolded(lines, texts, marks)
    made = []
    for place, line in enumerate(lines):
        if place in twice:
            continue
        own = tuple(begins.pop(line.number, ())) if places[line.number][0] == place else ()
        spans = tuple(_passages(texts[place], words[place], marks[place]))
        made.append(Baris(line.number, texts[place], spans, own, line.page))
    return tuple(made)


def _unfolded(lines: Sequence[Line], texts: Sequence[str], marks: Sequence[list[Taraf]]) -> set[int]:
    """The places of lines that are the line of the file before them once more, parted for reading; marks go there."""
    twice: set[int] = set()
    first = 0
    for place in range(1, len(lines)):
        if lines[place].number != lines[first].number or texts[place] != texts[first]:
            first = place
        elif lines[place].kind is Kind.TEXT:
            twice.add(place)
            marks[first][:] = [min(pair, key=_ORDER.index) for pair in zip(marks[first], marks[place], strict=True)]
    return twice


def _shown(line: Line, format_: str) -> str:
    """The line as the file holds it where that is text; so what was cleaned away is seen, too."""
    plain = line.kind is Kind.TEXT and format_ in ("txt", "md")
    return line.raw if plain and line.raw.strip() else line.text


def numbers(lines: Sequence[Baris]) -> Angka:
    """Return how much of the lines was understood."""
    signs = {taraf: sum(line.huruf(taraf) for line in lines) for taraf in Taraf}
    rows = dict.fromkeys(Taraf, 0)
    for line in lines:
        counted = {taraf: line.huruf(taraf) for taraf in Taraf}
        if sum(counted.values()):
            rows[max(Taraf, key=lambda taraf: counted[taraf])] += 1
    return Angka(signs, rows)


def _numbers(baris: str) -> Iterator[int]:
    found = re.match(r"(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?", baris)
    if found:
        first, last = int(found[1]), int(found[2] or found[1])
        yield from range(first, min(last, first + 500) + 1)


def _cover(
    kutipan: Kutipan,
    covered: Sequence[int],
    words: Sequence[Sequence[tuple[str, tuple[int, int]]]],
    marks: Sequence[list[Taraf]],
    taraf: Taraf,
) -> None:
    """Mark the words of a quotation where they stand in its lines: in one run, else one after the other."""
    held = [(place, at, word) for place in covered for at, (word, _) in enumerate(words[place])][:_MOST_WORDS]
    said = [found.group().casefold() for found in _WORD.finditer(f"{kutipan.nomor} {kutipan.teks}")]
    for wanted in (said, [found.group().casefold() for found in _WORD.finditer(kutipan.teks)]):
        start = _run([word for _, _, word in held], wanted)
        if start is not None:
            for place, at, _ in held[start : start + len(wanted)]:
                _mark(marks, place, at, taraf)
            return
    at_word = 0
    for place, at, word in held:  # hyphens of line ends and cells between: take the words in their order
        ahead = next((n for n in range(at_word, min(at_word + 6, len(said))) if said[n] == word), None)
        if ahead is not None:
            _mark(marks, place, at, taraf)
            at_word = ahead + 1


def _mark(marks: Sequence[list[Taraf]], place: int, at: int, taraf: Taraf) -> None:
    if marks[place][at] is not Taraf.TERBACA:
        marks[place][at] = taraf


def _run(held: Sequence[str], wanted: Sequence[str]) -> int | None:
    if not wanted or len(wanted) > len(held):
        return None
    joined, sought = f" {' '.join(held)} ", f" {' '.join(wanted)} "
    found = joined.find(sought)
    return joined.count(" ", 0, found) if found >= 0 else None


def _passages(
    text: str, words: Sequence[tuple[str, tuple[int, int]]], marks: Sequence[Taraf]
) -> Iterator[tuple[str, Taraf]]:
    """Yield the passages of a line; marks and white space go with the word before them, at the start with the first."""
    if not words:
        if text:
            yield text, Taraf.TERBACA if not text.strip() else Taraf.BELUM
        return
    start, taraf = 0, marks[0]
    for (_, (begin, _)), mark in zip(words, marks, strict=True):
        if mark is not taraf:
            yield text[start:begin], taraf
            start, taraf = begin, mark
    yield text[start:], taraf
