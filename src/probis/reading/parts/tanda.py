"""The marks that belong to the form of an instrument: after the office that signs, after the last item of a list."""

from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.blocks import Block, Label
from probis.reading.instrument import INSTRUMENT, OFFICE
from probis.reading.makna import Makna
from probis.reading.parts._quote import quote
from probis.reading.sections import Bagian, Section

_LISTS = (Bagian.DIKTUM, Bagian.BATANG_TUBUH, Bagian.TEMBUSAN, Bagian.ARAH, Bagian.TUGAS_FUNGSI, Bagian.PENJELASAN)
_OFFICE_LINES = 2  # that the name of an office may go on for
_MARKS = ";,."
_HEADING = (Label.CAPITAL, Label.ROMAN, Label.CHAPTER)
JABATAN, BUTIR = "sesudah jabatan", "sesudah butir terakhir"


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield "tanda", `nomor` the mark as printed, or empty where there is none; `catatan` says after what it stands."""
    for section in sections:
        if section.copy:
            continue
        if section.bagian is Bagian.KEPALA:
            titled = any(INSTRUMENT.match(block.text) for block in section.blocks[:-1])
            yield from _offices(section, section.blocks[-1:] if titled else ())
        elif section.bagian is Bagian.PENUTUP:
            yield from _offices(section, section.blocks[:-1])  # a name follows the office that signs
        elif section.bagian in _LISTS:
            for block in _last_items(section.blocks):
                yield quote(section, block, Makna.TANDA, nomor=_mark(block.text), catatan=BUTIR)


def _offices(section: Section, blocks: Sequence[Block]) -> Iterator[Kutipan]:
    for number, block in enumerate(blocks):
        alone = "," not in block.text.rstrip(" ,") and len(block.text.split()) < 16
        if alone and OFFICE.match(block.text) and not block.label:
            mark = _mark(block.text) or _mark_below(blocks[number + 1 : number + 1 + _OFFICE_LINES])
            yield quote(section, block, Makna.TANDA, nomor=mark, catatan=JABATAN)


def _mark_below(blocks: Sequence[Block]) -> str:
    """Return the comma after an office whose name goes on over the next lines, where it stands there."""
    for block in blocks:
        if not block.text.isupper() or block.label:
            return ""
        if block.text.rstrip().endswith(","):
            return ","
    return ""


def _mark(text: str) -> str:
    end = text.rstrip()[-1:]
    return end if end and end in _MARKS else ""


def _last_items(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield items that count on from one before them, and that no further item, own list or outer list follows."""
    open_: Block | None = None
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if not block.label or block.counts is None:
            open_ = None
            continue
        counted = open_ is not None and block.counts is open_.counts and block.count == open_.count + 1
        if counted and not block.text.rstrip().endswith(":") and (after is None or not _goes_on(block, after)):
            yield block
        open_ = block


def _goes_on(block: Block, after: Block) -> bool:
    """Whether the next item belongs to the list, or to the one around it: not where it begins anew or is a heading."""
    begins = after.counts is None or after.heading > 0 or after.counts in _HEADING
    return not begins and after.count > 1
