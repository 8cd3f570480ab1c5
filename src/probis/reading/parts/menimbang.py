"""The considerations: one quotation a letter, with the regulations that each names."""

from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.makna import Makna
from probis.reading.parts._quote import quote
from probis.reading.parts._regulations import in_province, regulations
from probis.reading.sections import Bagian, Section


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield its head as "judul" and each consideration as "menimbang", with its letter in `nomor`."""
    provinsi = in_province(sections)
    for section in sections:
        if section.bagian is not Bagian.MENIMBANG:
            continue
        for block in section.blocks:
            if block.text.casefold().startswith(("menimbang", "menirnbang")) and "bahwa" not in block.text:
                yield quote(section, block, Makna.JUDUL)
                continue
            kutipan = quote(section, block, Makna.MENIMBANG)
            yield kutipan
            yield from regulations(section, block, provinsi=provinsi, induk=kutipan)
