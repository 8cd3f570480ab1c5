"""The head of an instrument: letterhead, kind, number, subject and the office that decrees, one quotation each."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan
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
            yield from _head(section)


def _head(section: Section) -> Iterator[Kutipan]:
    titled, about, subject = False, False, False
    last = len(section.blocks) - 1
    untold = not any(ABOUT.search(block.text) for block in section.blocks)
    counted = False
    untitled = not any(INSTRUMENT.match(block.text) for block in section.blocks)
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
                counted = True
                yield from numbered(section, block, text[number.start() :])
                found = ABOUT.search(text, number.end())
                about, subject = found is not None, found is not None and found.end() < len(text)
        elif NUMBER.match(text) and (titled or untitled):
            counted = True
            yield from numbered(section, block, text)
            found = ABOUT.search(text)
            about, subject = about or found is not None, subject or (found is not None and found.end() < len(text))
        elif (found := ABOUT.match(text)) is not None and not subject:
            about = True
            rest = text[found.end() :].strip()
            subject = bool(rest)
            yield quote(section, block, Makna.TENTANG if rest else Makna.TEKS, rest or text)
        elif OFFICE.match(text) and (titled and (text.rstrip().endswith(",") or at == last)):
            yield quote(section, block, Makna.JABATAN, text.rstrip(" ,"))
        elif not subject and (about or (untold and titled and counted and text.isupper())):
            subject = True
            yield quote(section, block, Makna.TENTANG)
        elif not titled:
            yield quote(section, block, Makna.KOP)
        elif subject and text.isupper():
            yield quote(section, block, Makna.TENTANG, urut=1, catatan="lanjutan")
