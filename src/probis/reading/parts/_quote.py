"""A block to a quotation: the one way in which parts make them."""

from probis.model import Kutipan
from probis.reading.blocks import Block
from probis.reading.makna import Makna
from probis.reading.sections import Section

_LONGEST_TEXT, _LONGEST_NAME = 5000, 300


def quote(
    section: Section,
    block: Block,
    sebagai: Makna,
    teks: str | None = None,
    *,
    nomor: str | None = None,
    induk: Kutipan | None = None,
    tentang: str = "",
    catatan: str = "",
    urut: int = 0,
) -> Kutipan:
    """Return a quotation of a block, or of the passage `teks` in it.

    `urut` tells apart several of one kind in one block, counted from 1. The id is "kind@line", "kind@line.urut", or
    "kind@line.within.urut" for a block that begins inside its line.
    `nomor` is the block's own label without its marks where nothing else is given. Copies of the document are told
    by `bagian`: "diktum#1" stands in the first one.
    """
    where = f"{section.bagian}#{section.copy}" if section.copy else str(section.bagian)
    place = f".{block.within}.{urut}" if block.within else f".{urut}" if urut else ""
    return Kutipan(
        baris=block.baris,
        teks=(block.printed if teks is None else teks)[:_LONGEST_TEXT],
        sebagai=str(sebagai),
        tentang=tentang[:_LONGEST_NAME],
        catatan=catatan[:_LONGEST_TEXT],
        id=f"{sebagai}@{block.first}{place}",
        nomor=(block.label.strip("().:") if nomor is None else nomor)[:_LONGEST_NAME],
        bagian=where,
        induk=induk.id if induk is not None else "",
        halaman=block.page,
    )
