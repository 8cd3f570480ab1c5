"""A document to its Naskah: blocks, sections, and what each part reads in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from probis.model import Kutipan, Naskah
from probis.reading.blocks import Block, blocks
from probis.reading.document import Document, Noise
from probis.reading.makna import Makna
from probis.reading.parts import parts
from probis.reading.sections import Section, sections


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a document says (`naskah`), with the blocks and sections that it was read from."""

    document: Document
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    naskah: Naskah


def quoted(document: Document) -> Quoted:
    """Return what the document says; quotations stand in the order of their lines, each id once."""
    made = blocks(document.lines)
    placed = sections(made)
    found = {kutipan.id: kutipan for kutipan in _noise(document.noise)}
    for read in parts():
        for kutipan in read(placed):
            found.setdefault(kutipan.id, kutipan)
    ordered = sorted(found.values(), key=lambda kutipan: (kutipan.baris_pertama, _within(kutipan.id)))
    naskah = Naskah(nama=document.name, jumlah_baris=len(document.lines), kutipan=tuple(ordered))
    return Quoted(document, made, placed, naskah)


def _within(id_: str) -> tuple[int, ...]:
    _, _, place = id_.partition("@")
    return tuple(int(each) for each in place.split(".") if each.isdigit())


def _noise(noise: Sequence[Noise]) -> Iterator[Kutipan]:
    for number, each in enumerate(noise, 1):
        id_ = f"{Makna.DERAU}@{each.line}.{number}"
        yield Kutipan(baris=str(each.line), teks=each.text[:5000], sebagai=str(Makna.DERAU), catatan=each.what, id=id_)
