"""Pages of another state of the document that were left in it: each told once, as noise, over all its lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from probis.model import Kutipan
from probis.reading.makna import Makna
from probis.reading.parts._quote import quote
from probis.reading.sections import Section


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield a "derau" for each copy that begins in the document, from its first to its last line."""
    for copy, group in groupby(sections, key=lambda section: section.copy):
        if copy:
            own = list(group)
            held = [block for section in own for block in section.blocks]
            whole = replace(held[0], last=held[-1].last)
            what = "halaman dari naskah lain (rancangan atau salinan) yang tertinggal: mengulang bagian naskah ini"
            yield quote(own[0], whole, Makna.DERAU, held[0].printed, nomor="", catatan=what)
