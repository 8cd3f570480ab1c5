"""The head of an instrument: letterhead, kind, number, subject and the office that decrees, one quotation each."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.blocks import Block
from probis.reading.instrument import INSTRUMENT, OFFICE
from probis.reading.makna import Makna
from probis.reading.parts._head import ABOUT, NUMBER, numbered
from probis.reading.parts._quote import quote
from probis.reading.sections import Bagian, Section

_PRAYER = re.compile(r"(?:dengan\s+rahmat|atas\s+berkat)\b|bismillah", re.IGNORECASE)
_COPY = re.compile(r"(?:salinan|rancangan|minut|konsep|petikan)\.?$", re.IGNORECASE)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield "kop", "judul" (the kind of instrument and who makes it), "nomor", "tentang", "jabatan", "teks".

    "nomor" has the number as printed in `nomor`; "tentang" is the subject without that word.
    """
    for section in sections:
        if section.bagian is Bagian.KEPALA:
            head = _Head(section)
            for block in section.blocks:
                yield from head.take(block)


class _Head:
    """A head, and what of it was read so far."""

    def __init__(self, section: Section) -> None:
        self._section = section
        self._untold = not any(ABOUT.search(block.text) for block in section.blocks)
        self._untitled = not any(INSTRUMENT.match(block.text) for block in section.blocks)
        self._titled = self._counted = False
        self._about = self._subject = False  # the word "tentang", and what it is about

    def take(self, block: Block) -> Iterator[Kutipan]:
        """Yield what the next block tells."""
        section, text = self._section, block.printed
        if _PRAYER.match(text):
            yield quote(section, block, Makna.TEKS)
        elif _COPY.match(text):
            yield quote(section, block, Makna.KOP, catatan="tanda salinan")
        elif not self._titled and INSTRUMENT.match(text):
            yield from self._title(block, text)
        elif NUMBER.match(text) and (self._titled or self._untitled):
            yield from self._number(block, text)
        elif not self._subject and (about := ABOUT.match(text)) is not None:
            yield from self._tell(block, text[about.end() :].strip())
        elif self._titled and OFFICE.match(text) and (text.rstrip().endswith(",") or block is section.blocks[-1]):
            yield quote(section, block, Makna.JABATAN, text.rstrip(" ,"))
        elif not self._subject and self._awaited(text):
            yield from self._tell(block, text)
        elif not self._titled:
            yield quote(section, block, Makna.KOP)
        elif self._subject and text.isupper():
            yield quote(section, block, Makna.TENTANG, urut=1, catatan="lanjutan")

    def _title(self, block: Block, text: str) -> Iterator[Kutipan]:
        """Yield the kind of instrument, and the number and subject that stand on its line."""
        self._titled = True
        number = NUMBER.search(text)
        yield quote(self._section, block, Makna.JUDUL, text[: number.start()].strip() if number else text)
        if number:
            yield from self._number(block, text[number.start() :])

    def _number(self, block: Block, text: str) -> Iterator[Kutipan]:
        self._counted = True
        yield from numbered(self._section, block, text)
        if (about := ABOUT.search(text)) is not None:
            self._about, self._subject = True, self._subject or about.end() < len(text)

    def _awaited(self, text: str) -> bool:
        """Whether a text is the subject: it follows "tentang", or the number in a head without that word."""
        return self._about or (self._untold and self._titled and self._counted and text.isupper())

    def _tell(self, block: Block, words: str) -> Iterator[Kutipan]:
        self._about, self._subject = True, bool(words)
        yield quote(self._section, block, Makna.TENTANG if words else Makna.TEKS, words or block.printed)
