"""The dicta: one quotation each, their items, what they revoke, and the regulations that they name."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.blocks import Label
from probis.reading.makna import Makna
from probis.reading.parts._quote import quote
from probis.reading.parts._regulations import REVOKES, in_province, regulations
from probis.reading.sections import Bagian, Section, whole

_HEADS = re.compile(r"m\s?e\s?m\s?u\s?t\s?u\s?s\s?k\s?a\s?n\s*:?\s*$|menetapkan\s*:?\s*$", re.IGNORECASE)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield heads as "judul", "diktum" (`nomor` is KESATU …), "butir" under it, "mencabut", "peraturan".

    What a regulation with articles sets ("Menetapkan: PERATURAN BUPATI TENTANG …") is "judul" too.
    """
    provinsi = in_province(sections)
    for section in whole(sections, Bagian.DIKTUM):
        above: Kutipan | None = None
        for block in section.blocks:
            if _HEADS.match(block.text):
                yield quote(section, block, Makna.JUDUL)
                continue
            if block.counts is Label.DIKTUM:
                kutipan = above = quote(section, block, Makna.DIKTUM)
            elif above is None:
                kutipan = quote(section, block, Makna.JUDUL)
            elif block.label:
                kutipan = quote(section, block, Makna.BUTIR, induk=above)
            else:
                kutipan = quote(section, block, Makna.TEKS, induk=above)
            yield kutipan
            if REVOKES.search(block.text):
                yield quote(section, block, Makna.MENCABUT, induk=kutipan)
            yield from regulations(section, block, provinsi=provinsi, induk=kutipan)
