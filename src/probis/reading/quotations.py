"""A document to its Naskah: blocks, sections, and what each part reads in them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from probis.model import Kutipan, Naskah
from probis.reading.amended import amended
from probis.reading.blocks import Block, blocks
from probis.reading.cleaning import cleaned
from probis.reading.declared import undeclared
from probis.reading.document import Document, Noise
from probis.reading.layout import unfolded
from probis.reading.makna import Makna
from probis.reading.parts import parts
from probis.reading.preamble import mended
from probis.reading.relabelled import relabelled
from probis.reading.sections import Section, sections

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a document says (`naskah`), with the blocks and sections that it was read from."""

    document: Document
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    naskah: Naskah


def quoted(document: Document) -> Quoted:
    """Return what the document says; quotations stand in the order of their lines, each id once."""
    document = mended(unfolded(cleaned(document)))
    made = tuple(amended(tuple(relabelled(undeclared(blocks(document.lines))))))
    placed = sections(made)
    found = {kutipan.id: kutipan for kutipan in _noise(document.noise)}
    shared = {number for number, times in Counter(line.number for line in document.lines).items() if times > 1}
    for read in parts():
        kept: dict[str, str] = {}  # the id that a part gave last, and the id it is kept under
        for given in read(placed):
            kutipan = given if given.induk not in kept else given.model_copy(update={"induk": kept[given.induk]})
            if kutipan.baris_pertama in shared and kutipan.id in found and found[kutipan.id].teks != kutipan.teks:
                kutipan = kutipan.model_copy(update={"id": _free(kutipan.id, found)})
                kept[given.id] = kutipan.id
            found.setdefault(kutipan.id, kutipan)
    ordered = sorted(found.values(), key=lambda kutipan: (kutipan.baris_pertama, _within(kutipan.id)))
    naskah = Naskah(
        nama=document.name, jumlah_baris=document.lines[-1].number if document.lines else 0, kutipan=tuple(ordered)
    )
    return Quoted(document, made, placed, naskah)


def _free(id_: str, found: Mapping[str, Kutipan]) -> str:
    """An id like this one that nothing has: several rows of a table may stand on one line of the file."""
    return next(each for number in count(1) if (each := f"{id_}.{number}") not in found)


def _within(id_: str) -> tuple[int, ...]:
    _, _, place = id_.partition("@")
    return tuple(int(each) for each in place.split(".") if each.isdigit())


def _noise(noise: Sequence[Noise]) -> Iterator[Kutipan]:
    for number, each in enumerate(noise, 1):
        id_ = f"{Makna.DERAU}@{each.line}.{number}"
        text = _UNPRINTABLE.sub("�", each.text[:5000])
        yield Kutipan(baris=str(each.line), teks=text, sebagai=str(Makna.DERAU), catatan=each.what, id=id_)
