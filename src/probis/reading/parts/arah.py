"""The cascade as a list: visi, misi, tujuan, sasaran, indikator with their numbers, and what each stands under."""

from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.parts._cascade_list import listed
from probis.reading.sections import Section


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield the items of the cascade, its headings as "judul", other prose of the part as "teks"."""
    yield from listed(sections)
