"""The head of an instrument: letterhead, kind, number, subject and the office that decrees, one quotation each."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.blocks import Block
from probis.reading.instrument import INSTRUMENT, OFFICE
from probis.reading.makna import Makna
from probis.reading.parts._quote import quote
from probis.reading.sections import Bagian, Section

NUMBER = re.compile(r"\bn[o0](?:m|rn)[o0]r\b\s*[:.]?\s*|\bno\.\s*:?\s*(?=\d)", re.IGNORECASE)
ABOUT = re.compile(r"\btentang\b\s*[:.]?\s*", re.IGNORECASE)
_PRAYER = re.compile(r"(?:dengan\s+rahmat|atas\s+berkat)\b|bismillah", re.IGNORECASE)
_COPY = re.compile(r"(?:salinan|rancangan|minut|konsep|petikan)\.?$", re.IGNORECASE)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield "kop", "judul" (the kind of instrument and who makes it), "nomor", "tentang", "jabatan", "teks".

    "nomor" has the number as printed in `nomor`; "tentang" is the subject without that word.
    """
    for section in sections:
        if section.bagian is Bagian.KEPALA:
            yield from _head(section)


def _head(section: Section) -> Iterator[Kutipan]:
    titled, about, subject = False, False, False
    last = len(section.blocks) - 1
    for at, block in enumerate(section.blocks):
        text = block.printed
        if _PRAYER.match(text):
            yield quote(section, block, Makna.TEKS)
        elif _COPY.match(text):
            yield quote(section, block, Makna.KOP, catatan="tanda salinan")
        elif not titled and INSTRUMENT.match(text):
            titled = True
            number = NUMBER.search(text)
            yield quote(section, block, Makna.JUDUL, text[: number.start()].strip() if number else text)
            if number:
                yield from numbered(section, block, text[number.start() :])
                about, subject = bool(ABOUT.search(text, number.end())), bool(ABOUT.search(text, number.end()))
        elif NUMBER.match(text):
            yield from numbered(section, block, text)
            subject = subject or bool(ABOUT.search(text))
        elif (found := ABOUT.match(text)) is not None and not subject:
            about = True
            rest = text[found.end() :].strip()
            subject = bool(rest)
            yield quote(section, block, Makna.TENTANG if rest else Makna.TEKS, rest or text)
        elif OFFICE.match(text) and (titled and (text.rstrip().endswith(",") or at == last)):
            yield quote(section, block, Makna.JABATAN, text.rstrip(" ,"))
        elif about and not subject:
            subject = True
            yield quote(section, block, Makna.TENTANG)
        elif not titled:
            yield quote(section, block, Makna.KOP)
        elif subject and text.isupper():
            yield quote(section, block, Makna.TENTANG, urut=1, catatan="lanjutan")


def numbered(section: Section, block: Block, text: str) -> Iterator[Kutipan]:
    """Yield the number in a line of a head, and the subject where it follows on the same line."""
    number = NUMBER.search(text)
    if number is None:
        return
    about = ABOUT.search(text, number.end())
    end = about.start() if about else len(text)
    yield quote(section, block, Makna.NOMOR, text[:end].strip(), nomor=text[number.end() : end].strip(" .:"))
    if about and text[about.end() :].strip():
        yield quote(section, block, Makna.TENTANG, text[about.end() :].strip())
