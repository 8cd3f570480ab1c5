"""Blocks to sections: which part of the document each block stands in, told by its heading and by what came before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from probis.reading.bagian import Bagian as Bagian
from probis.reading.blocks import Block, Label
from probis.reading.instrument import placed


@dataclass(frozen=True, slots=True)
class Section:
    """Consecutive blocks of one part, its heading among them as the first where it has one.

    `copy` is 0 in the document itself and counts from 1 where the document begins anew (a page of a draft left in it).
    """

    bagian: Bagian
    blocks: tuple[Block, ...]
    copy: int = 0

    @property
    def heading(self) -> Block | None:
        """The block that opens it, where it is a heading."""
        return self.blocks[0] if self.blocks and is_heading(self.blocks[0]) else None


_HEADINGS: tuple[tuple[Bagian, re.Pattern[str]], ...] = tuple(
    (bagian, re.compile(pattern, re.IGNORECASE))
    for bagian, pattern in (
        (Bagian.KETERKAITAN, r"\bketerkaitan\b.*\b(?:visi|misi|tujuan|sasaran)\b"),
        (Bagian.TELAAHAN, r"\btelaah"),
        (Bagian.PETA_LINTAS_FUNGSI, r"\bpeta\s+lintas\s+fungsi\b|\bcross[- ]functional\b"),
        (Bagian.PETA_RELASI, r"\bpeta\s+relasi\b|\brelationship\s+map\b"),
        (Bagian.PETA_SUB_PROSES, r"\bpeta\s+sub\s*-?\s*proses\b"),
        (Bagian.PENJELASAN, r"\bpenjelasan\b.*\bproses\b|^penjelasan\s*:?$"),
        (Bagian.SOP, r"\bstandar\s+operasional\s+prosedur\b|^sop\b"),
        (Bagian.STRUKTUR, r"^(?:bagan\s+)?(?:susunan|struktur)\s+organisasi\b"),
        (Bagian.TUGAS_FUNGSI, r"\btugas\b.*\bfungsi\b"),
        (Bagian.ARAH, r"\bvisi\b.*\bmisi\b|^(?:visi|misi|tujuan|sasaran)\s*:?$"),
        (Bagian.PETA_PROSES, r"\bpeta\s+proses\b"),
    )
)


def is_heading(block: Block) -> bool:
    """Whether a block looks like a heading: short, no sentence, and labelled, bold, in capitals, or styled."""
    text = block.text.rstrip(" :")
    if not text or len(text) > 160 or text.endswith((";", ".")) or len(text.split()) > 22:
        return False
    shown = block.bold or block.heading or text.isupper() or block.text.rstrip().endswith(":")
    return bool(shown) or block.counts in (Label.ROMAN, Label.CAPITAL, Label.CHAPTER, Label.DECIMAL)


def sections(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Return the document as sections, in order; every block is in exactly one."""
    made: list[Section] = []
    for bagian, copy, block in _placed(blocks):
        if made and made[-1].bagian is bagian and made[-1].copy == copy and not _opens_anew(block, bagian):
            made[-1] = replace(made[-1], blocks=(*made[-1].blocks, block))
        else:
            made.append(Section(bagian, (block,), copy))
    return tuple(made)


def _opens_anew(block: Block, bagian: Bagian) -> bool:
    return bagian not in (Bagian.KEPALA, Bagian.ARAH) and is_heading(block) and _titled(block) is bagian


def _titled(block: Block) -> Bagian | None:
    return next((bagian for bagian, pattern in _HEADINGS if pattern.search(block.text)), None)


def _placed(blocks: Sequence[Block]) -> Iterator[tuple[Bagian, int, Block]]:
    bagian = Bagian.LAIN
    earlier: dict[str, Bagian] = {}
    for place, block in zip(placed(blocks, _is_titled), blocks, strict=True):
        if place.bagian is not None:
            bagian = place.bagian if place.bagian is Bagian.KEPALA_LAMPIRAN else Bagian.LAIN
            yield place.bagian, place.copy, block
            continue
        titled = _titled(block) if is_heading(block) else None
        bagian = earlier.get(block.text.casefold(), bagian) if place.copy else titled or bagian
        bagian = Bagian.LAIN if bagian is Bagian.KEPALA_LAMPIRAN else bagian
        earlier.setdefault(block.text.casefold(), bagian)
        yield bagian, place.copy, block


def _is_titled(block: Block) -> bool:
    return is_heading(block) and _titled(block) is not None
