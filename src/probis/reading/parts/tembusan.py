"""The list of those who get a copy: one quotation a line of it."""

from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.makna import Makna
from probis.reading.parts._quote import quote
from probis.reading.sections import Bagian, Section


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield its head as "judul" and each receiver as "tembusan", without the mark that ends it."""
    for section in sections:
        if section.bagian is not Bagian.TEMBUSAN:
            continue
        for number, block in enumerate(section.blocks):
            if number == 0:
                yield quote(section, block, Makna.JUDUL)
            elif len(block.text) > 2:
                yield quote(section, block, Makna.TEMBUSAN, block.text.rstrip(" ;."))
