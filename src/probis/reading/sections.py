"""Blocks to sections: which part of the document each block stands in, told by its heading and by what came before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from probis.reading.blocks import Block, Label


class Bagian(StrEnum):
    """Bagian (part) of a decree, in the words that `Kutipan.bagian` holds."""

    KEPALA = "kepala"
    MENIMBANG = "menimbang"
    MENGINGAT = "mengingat"
    DIKTUM = "diktum"
    BATANG_TUBUH = "batang-tubuh"
    PENUTUP = "penutup"
    TEMBUSAN = "tembusan"
    KEPALA_LAMPIRAN = "kepala-lampiran"
    ARAH = "arah"
    KETERKAITAN = "keterkaitan"
    TELAAHAN = "telaahan"
    TUGAS_FUNGSI = "tugas-fungsi"
    STRUKTUR = "struktur"
    PETA_PROSES = "peta-proses"
    PENJELASAN = "penjelasan"
    PETA_SUB_PROSES = "peta-sub-proses"
    PETA_RELASI = "peta-relasi"
    PETA_LINTAS_FUNGSI = "peta-lintas-fungsi"
    SOP = "sop"
    LAIN = "lain"


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


_OPENINGS: tuple[tuple[Bagian, re.Pattern[str]], ...] = tuple(
    (bagian, re.compile(pattern, re.IGNORECASE))
    for bagian, pattern in (
        (Bagian.MENIMBANG, r"menimbang\b"),
        (Bagian.MENGINGAT, r"mengingat\b"),
        (Bagian.DIKTUM, r"memutuskan\b|menetapkan\s*:"),
        (Bagian.PENUTUP, r"ditetapkan\s+di\b"),
        (Bagian.TEMBUSAN, r"tembusan\b"),
        (Bagian.KEPALA_LAMPIRAN, r"lampiran\b(?!\s+keputusan ini)"),
    )
)
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
    bagian, copy, closed = Bagian.KEPALA, 0, False
    for block in blocks:
        opened = next((each for each, pattern in _OPENINGS if pattern.match(block.text)), None)
        in_annex = bagian not in _INSTRUMENT
        if opened is not None and (is_heading(block) or len(block.text) < 200 or not in_annex):
            if in_annex and opened in (Bagian.MENIMBANG, Bagian.MENGINGAT, Bagian.DIKTUM):
                copy += 1
            bagian, closed = opened, opened is Bagian.PENUTUP
        elif bagian not in _INSTRUMENT or (closed and bagian is Bagian.KEPALA_LAMPIRAN):
            titled = _titled(block) if is_heading(block) else None
            bagian = titled or bagian
        yield bagian, copy, block


_INSTRUMENT = (
    Bagian.KEPALA,
    Bagian.MENIMBANG,
    Bagian.MENGINGAT,
    Bagian.DIKTUM,
    Bagian.BATANG_TUBUH,
    Bagian.PENUTUP,
    Bagian.TEMBUSAN,
)
