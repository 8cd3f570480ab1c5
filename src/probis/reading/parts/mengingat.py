"""The legal bases: one quotation a number, with each regulation and amendment that it cites."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.makna import Makna
from probis.reading.parts._quote import quote
from probis.reading.parts._regulations import in_province, regulations
from probis.reading.sections import Bagian, Section

_HEADS = re.compile(r"(?:mengingat|dasar|memperhatikan|membaca|mendengar)\s*:?\s*$", re.IGNORECASE)
_CONSENT = re.compile(r"dengan\s+persetujuan\s+bersama|^dewan\s+perwakilan|^dan$", re.IGNORECASE)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield the head as "judul", each basis as "mengingat", what it cites as "peraturan"; Memperhatikan likewise."""
    provinsi = in_province(sections)
    for section in sections:
        if section.bagian not in (Bagian.MENGINGAT, Bagian.MEMPERHATIKAN):
            continue
        for block in section.blocks:
            if _HEADS.match(block.text):
                yield quote(section, block, Makna.JUDUL)
            elif not block.label and (_CONSENT.search(block.text) or block.text.isupper()):
                yield quote(section, block, Makna.TEKS)
            else:
                kutipan = quote(section, block, Makna.MENGINGAT)
                yield kutipan
                yield from regulations(section, block, whole=True, provinsi=provinsi, induk=kutipan)
