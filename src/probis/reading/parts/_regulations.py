"""A block to a quotation of each regulation that it names: the one way in which parts make them."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.blocks import Block
from probis.reading.makna import Makna
from probis.reading.parts._quote import quote
from probis.reading.regulations import Rujukan, named
from probis.reading.sections import Bagian, Section

DASAR, PERUBAHAN, DALAM_JUDUL, DISEBUT = "dasar hukum", "perubahan", "dalam judul peraturan lain", "disebut"
REVOKES = re.compile(r"\b(?:mencabut|dicabut)\b|\bdinyatakan\s+tidak\s+berlaku", re.IGNORECASE)
"""The words with which an instrument says that it revokes another."""


def regulations(
    section: Section, block: Block, *, whole: bool = False, provinsi: bool = False, induk: Kutipan | None = None
) -> Iterator[Kutipan]:
    """Yield each regulation named in a block as "peraturan".

    `teks` is the citation as printed, `nomor` its number, `tentang` its address ("peraturan/uu-25-2009"), and
    `catatan` why it is named: "dasar hukum", "perubahan", "dalam judul peraturan lain", "disebut". An amendment hangs
    under what it amends, what a title names under what has the title; the others under `induk`.
    """
    text = block.printed
    made: list[tuple[Rujukan, Kutipan]] = []
    for number, one in enumerate(named(text, whole=whole, provinsi=provinsi), 1):
        above = next((each for each in reversed(made) if one in each[0].perubahan or _inside(one, each[0])), None)
        role = DALAM_JUDUL if one.dalam_judul else PERUBAHAN if above else DASAR if whole else DISEBUT
        kutipan = quote(
            section,
            block,
            Makna.PERATURAN,
            text[one.awal : one.akhir].strip(),
            nomor=one.peraturan.nomor,
            tentang=f"peraturan/{one.peraturan.id}",
            catatan=role,
            induk=above[1] if above else induk,
            urut=number,
        )
        made.append((one, kutipan))
        yield kutipan


def _inside(one: Rujukan, other: Rujukan) -> bool:
    return one.dalam_judul and other.awal < one.awal < other.akhir


def in_province(sections: Sequence[Section]) -> bool:
    """Whether the document is a province's, so that its own Perda are those of a province."""
    head = " ".join(block.text for each in sections if each.bagian is Bagian.KEPALA for block in each.blocks[:8])
    return bool(re.search(r"\bgubernur\b", head, re.IGNORECASE))
