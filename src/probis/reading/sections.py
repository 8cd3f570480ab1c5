"""Blocks to sections: which part of the document each block stands in, told by its heading and by what came before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from probis.reading import evidence
from probis.reading.annex import is_heading as is_heading
from probis.reading.annex import titled
from probis.reading.bagian import Bagian as Bagian
from probis.reading.blocks import Block
from probis.reading.codes import codes
from probis.reading.instrument import placed
from probis.reading.outline import Outline


@dataclass(frozen=True, slots=True)
class Section:
    """Consecutive blocks of one part, its heading among them as the first where it has one.

    `isi` is what the words of a dictum or an article tell, where that is another part than the one they stand in.
    `copy` is 0 in the document itself and counts from 1 where the document begins anew (a page of a draft left in it).
    """

    bagian: Bagian
    blocks: tuple[Block, ...]
    copy: int = 0
    isi: Bagian | None = None

    @property
    def tells(self) -> Bagian:
        """The part that its words are of: `isi`, or the part it stands in."""
        return self.isi or self.bagian

    @property
    def heading(self) -> Block | None:
        """The block that opens it, where it is a heading."""
        return self.blocks[0] if self.blocks and is_heading(self.blocks[0]) else None


def sections(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Return the document as sections, in order; every block is in exactly one."""
    made: list[tuple[Bagian, int, list[Block]]] = []
    for bagian, copy, block in _placed(blocks):
        if made and made[-1][:2] == (bagian, copy) and not _opens_anew(block, bagian):
            made[-1][2].append(block)
        else:
            made.append((bagian, copy, [block]))
    return tuple(each for bagian, copy, held in made for each in _told(Section(bagian, tuple(held), copy)))


def _told(section: Section) -> Iterator[Section]:
    """Yield dicta and articles cut by what their words tell."""
    if section.bagian not in (Bagian.DIKTUM, Bagian.BATANG_TUBUH):
        yield section
        return
    told = zip(evidence.told_within(section.blocks), section.blocks, strict=True)
    for isi, held in groupby(told, key=lambda pair: pair[0]):
        yield replace(section, blocks=tuple(block for _, block in held), isi=isi)


def whole(sections: Sequence[Section], bagian: Bagian) -> tuple[Section, ...]:
    """Return a part of each copy as one section: what an amendment quotes may stand between its pieces."""
    held: dict[int, list[Block]] = {}
    for section in sections:
        if section.bagian is bagian:
            held.setdefault(section.copy, []).extend(section.blocks)
    return tuple(Section(bagian, tuple(blocks), copy) for copy, blocks in held.items())


def _opens_anew(block: Block, bagian: Bagian) -> bool:
    return bagian not in (Bagian.KEPALA, Bagian.ARAH) and is_heading(block) and titled(block) is bagian


def _placed(blocks: Sequence[Block]) -> Iterator[tuple[Bagian, int, Block]]:
    annex = Outline(codes(blocks), blocks)
    earlier: dict[str, Bagian] = {}
    before: Bagian | None = None
    for at, (place, block) in enumerate(zip(placed(blocks, annex.opens), blocks, strict=True)):
        if place.bagian is not None:
            if place.bagian is Bagian.KEPALA_LAMPIRAN:
                if before is not Bagian.KEPALA_LAMPIRAN:
                    annex.begin()
                annex.head(block)
            yield place.bagian, place.copy, block
        else:
            known = earlier.get(block.text.casefold()) if place.copy else None
            bagian = known or annex.next(at)
            earlier.setdefault(block.text.casefold(), bagian)
            yield bagian, place.copy, block
        before = place.bagian
