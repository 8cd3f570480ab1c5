"""Every span of years in a document, and in the parts on direction the plan it belongs to."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.makna import Makna
from probis.reading.parts._quote import quote
from probis.reading.sections import Bagian, Section

_SPAN = re.compile(
    r"(?<![\d/])(?:19|20)\d\d\s?(?:[-–—]|sampai(?: dengan)?|s\.?d\.?|s/d|hingga)\s?(?:tahun )?(?:19|20)\d\d(?!\d)",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:RPJM[DN]?|RPJP[DN]?|RKPD|RKP|Renstra|Renja|RPD|Rencana Strategis|Rencana Kerja|Rencana Pembangunan"
    r"(?: Jangka (?:Menengah|Panjang))?(?: Daerah| Nasional)?|(?:Road ?Map|Peta Jalan) Reformasi Birokrasi)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:[A-Z(][\w()./-]*|dan|Tahap|Periode|Tahun|\d{4}(?:\s?[-–—]\s?\d{4})?)", re.UNICODE)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield spans of years as "periode" (`nomor` is empty) and named plans as "dokumen", `catatan` its years."""
    for section in sections:
        for block in section.blocks:
            for urut, found in enumerate(_SPAN.finditer(block.text)):
                yield quote(section, block, Makna.PERIODE, found.group(), nomor="", urut=urut and urut + 1)
            if section.bagian not in (Bagian.ARAH, Bagian.KETERKAITAN, Bagian.TELAAHAN, Bagian.LAIN):
                continue
            for urut, plan in enumerate(_plans(block.text)):
                years = _SPAN.search(plan)
                yield quote(
                    section,
                    block,
                    Makna.DOKUMEN,
                    plan,
                    nomor="",
                    urut=urut and urut + 1,
                    catatan=years.group() if years else "",
                )


def _plans(text: str) -> Iterator[str]:
    at = 0
    while (found := _PLAN.search(text, at)) is not None:
        end = found.end()
        while (more := _GOES_ON.match(text, end)) is not None and end - found.start() < 250:
            end = more.end()
        name = re.sub(r"\s+(?:dan|Tahap|Periode|Tahun)$", "", text[found.start() : end])
        if len(name.split()) > 1 or name.isupper():
            yield name
        at = max(end, found.end())
