"""The head of an annex: of which instrument it says to be the annex, its number, day, subject and title."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.instrument import INSTRUMENT
from probis.reading.makna import Makna
from probis.reading.parts._head import ABOUT, NUMBER, numbered
from probis.reading.parts._quote import quote
from probis.reading.sections import Bagian, Section

_ANNEX = re.compile(r"(?:salinan\s+)?lampiran\s*(?P<number>[IVXL]+\b|\d{1,2}\b)?\s*[:.]?\s*", re.IGNORECASE)
_DAY = re.compile(r"(?:tanggal|tgl\.?)\s*[:.]?\s*", re.IGNORECASE)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield "judul" for the annex (`nomor` I, II …) and for its title, "nomor", "tanggal", "tentang".

    The annex's "judul" has the instrument it names as `teks`; its title has "judul lampiran" in `catatan`.
    """
    for section in sections:
        if section.bagian is Bagian.KEPALA_LAMPIRAN:
            yield from _head(section)


def _head(section: Section) -> Iterator[Kutipan]:
    about, subject = False, False
    for at, block in enumerate(section.blocks):
        text = block.printed
        annex = _ANNEX.match(text) if at == 0 else None
        if annex is not None:
            number = NUMBER.search(text)
            whole = text[: number.start()].strip() if number else text
            yield quote(section, block, Makna.JUDUL, whole, nomor=annex.group("number") or "")
            if number:
                yield from numbered(section, block, text[number.start() :])
                found = ABOUT.search(text, number.end())
                about, subject = found is not None, found is not None and bool(text[found.end() :].strip())
        elif NUMBER.match(text):
            day = _DAY.search(text)
            yield from numbered(section, block, text[: day.start()] if day else text)
            if day:
                yield quote(section, block, Makna.TANGGAL, text[day.end() :].strip(), nomor=text[day.end() :].strip())
            if (found := ABOUT.search(text)) is not None:
                about, subject = True, subject or bool(text[found.end() :].strip())
        elif (day := _DAY.match(text)) is not None:
            yield quote(
                section, block, Makna.TANGGAL, text[day.end() :].strip() or text, nomor=text[day.end() :].strip()
            )
        elif (found := ABOUT.match(text)) is not None:
            about = True
            rest = text[found.end() :].strip()
            subject = bool(rest)
            yield quote(section, block, Makna.TENTANG if rest else Makna.TEKS, rest or text)
        elif about and not subject:
            subject = True
            yield quote(section, block, Makna.TENTANG)
        elif INSTRUMENT.match(text):
            yield quote(section, block, Makna.JUDUL, catatan="naskah induk")
        else:
            yield quote(section, block, Makna.JUDUL, catatan="judul lampiran")
