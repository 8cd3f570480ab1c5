"""Blocks of an annex to the part each stands in: an outline of headings, told by their words and by what is under them.

A heading names its part by its words; one with other words is of the part that its list is by itself (units,
relations). A sentence that leads in to a list of another part ("… menyelenggarakan fungsi:") holds for that list only,
and a table of processes for its rows: what comes after is again of the heading's part. A table of contents tells
nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from probis.reading import evidence
from probis.reading.annex import GROUP, MAPS, VISION, is_heading, titled
from probis.reading.bagian import Bagian
from probis.reading.blocks import Block, Label
from probis.reading.codes import Codes
from probis.reading.document import Kind

_NO_PROCESSES = (Bagian.ARAH, Bagian.KETERKAITAN, Bagian.TELAAHAN, Bagian.TUGAS_FUNGSI, Bagian.STRUKTUR)
_ABOUT = re.compile(
    r"\b(?:mengenai|tentang)\s+(?P<what>.{3,120}?)(?=,|\s+(?:diubah|di(?:sisip|tambah|ganti|perbaiki)\w*|sehingga|yang)\b|$)",
    re.IGNORECASE | re.DOTALL,
)
"""What the sentence before a passage says that it is about."""
_COUNTED = (Label.ROMAN, Label.CAPITAL, Label.CHAPTER)
"""How the headings of parts are counted."""
_LOOSE = (Bagian.LAIN, Bagian.TUGAS_FUNGSI, Bagian.ARAH)
"""Parts in which a list of units is a structure though nothing says so."""
_FOR: dict[Bagian, tuple[Bagian, ...]] = {
    Bagian.PETA_PROSES: (Bagian.LAIN, Bagian.SOP, *_NO_PROCESSES),
    Bagian.PETA_SUB_PROSES: (Bagian.LAIN, Bagian.SOP, *_NO_PROCESSES),
    Bagian.PETA_RELASI: (Bagian.LAIN, Bagian.SOP, *_NO_PROCESSES),
    Bagian.PETA_LINTAS_FUNGSI: _NO_PROCESSES,
    Bagian.PENJELASAN: (Bagian.LAIN, *_NO_PROCESSES, *MAPS),
    Bagian.STRUKTUR: (Bagian.LAIN, Bagian.ARAH, Bagian.TUGAS_FUNGSI, *MAPS),
    Bagian.TUGAS_FUNGSI: (Bagian.LAIN, Bagian.ARAH),
}
"""The parts under whose heading a table of another part is read as that."""
_SET = (Bagian.SOP, Bagian.TELAAHAN, Bagian.KETERKAITAN)
"""Parts in which a sentence does not turn to another one."""


class Outline:
    """Walks through the blocks of a document's annexes and says which part each stands in."""

    def __init__(self, grammar: Codes, blocks: Sequence[Block]) -> None:
        self.bagian = Bagian.LAIN
        self._grammar = grammar
        self._blocks = blocks
        self._opened: dict[tuple[Label, int], int] = {}
        self._base: Bagian | None = None  # the part of the heading, while a sentence's own list goes on
        self._begun = False
        self._passage = 0
        self._before = ""
        self._contents = _contents(blocks)

    def begin(self) -> None:
        """Begin another annex."""
        self.bagian, self._opened, self._base = Bagian.LAIN, {}, None

    def head(self, block: Block) -> None:
        """Take in a block of the annex's head: its title names the part that follows where no heading does."""
        if block.text.isupper():
            self.bagian = self._words(block) or self.bagian

    def opens(self, block: Block) -> bool:
        """Whether a block is the heading of a part by its words."""
        return self._words(block) is not None

    def next(self, at: int) -> Bagian:
        """Return the part of the block at this place, the next one of an annex."""
        block = self._blocks[at]
        self._before = self._blocks[at - 1].text if at else ""
        if block.passage != self._passage:
            self.begin()
            self._passage = block.passage
            self.bagian = self._new(at) if block.passage else Bagian.LAIN
        if at in self._contents:
            self.bagian, self._base = Bagian.LAIN, None
            return self.bagian
        if block.kind is Kind.ROW:
            return self._row(at)
        if self.bagian in _NO_PROCESSES and evidence.coded(self._blocks, at, self._grammar):
            self.bagian, self._base = Bagian.PETA_PROSES, None
        weak = self.bagian in MAPS and self._words(block) is None
        if self._grammar.at(block.text, weak=weak) is not None:
            self._back(block)
            if self._base is not None and self._base not in _NO_PROCESSES:
                self.bagian, self._base = self._base, None
            return self.bagian
        part = self._heading(at, block)
        if part is None and self.bagian is Bagian.LAIN and _SOP_FIELD.match(block.text):
            part = Bagian.SOP
        if part is None and self.bagian is Bagian.LAIN and _NAMED_SOP.match(block.text) and not block.label:
            part = Bagian.SOP
        if part is not None:
            self.bagian, self._base = part, None
            return part
        told = evidence.told(self._blocks, at, self.bagian) if self.bagian not in _SET else None
        if told is None and evidence.begins(self._blocks, at) and self.bagian in (*_LOOSE, *MAPS):
            own = evidence.alone(self._blocks, at)
            told = own if own is Bagian.PENJELASAN or self.bagian in _LOOSE else None
        if told is not None and told is not self.bagian:
            self._turn(told)
            self._begun = not evidence.goes_on(self._blocks, at)
        elif told is None:
            self._back(block)
        return self.bagian

    def _turn(self, part: Bagian) -> None:
        """Turn to another part for a list or a table; the heading's part holds again after it."""
        self._base = self._base if self._base is not None else self.bagian
        self._begun = False
        self.bagian = part

    def _row(self, at: int) -> Bagian:
        """Return the part of a row: that of its table by its head cells, where the heading does not tell as much."""
        block = self._blocks[at]
        before = self._blocks[at - 1] if at else None
        if before is None or before.kind is not Kind.ROW or before.table != block.table:
            self._back(block)
            part = evidence.table(self._blocks[at : at + 2])
            wanted = _FOR.get(part, ()) if part is not None else ()
            if part is not None and self.bagian in wanted:
                self._turn(part)
                self._begun = True
        return self.bagian

    def _new(self, at: int) -> Bagian:
        """Return the part of a passage that an amendment sets: by what it is, what it is told to be, its codes."""
        passage = self._blocks[at].passage
        end = next((each for each in range(at, len(self._blocks)) if self._blocks[each].passage != passage), at + 1)
        held = self._blocks[at : max(end, at + 1)]
        about = _ABOUT.search(self._blocks[at - 1].text) if at else None
        told = titled(replace(held[0], text=about.group("what"))) if about is not None else None
        coded = any(self._grammar.at(block.text, weak=True) is not None for block in held)
        return evidence.listed(held) or told or (Bagian.PETA_PROSES if coded else Bagian.LAIN)

    def _back(self, block: Block) -> None:
        """Turn back to the part of the heading where the list that a sentence led in to is over."""
        if self._base is None:
            return
        if self._base is Bagian.STRUKTUR and evidence.is_unit(block):
            self.bagian, self._base = self._base, None
            return
        listed = self.bagian is Bagian.STRUKTUR and evidence.is_unit(block)
        listed = listed or (self.bagian is Bagian.TUGAS_FUNGSI and evidence.is_next_function(block, self._before))
        if listed or (block.label and block.kind is Kind.TEXT):
            self._begun = True
        elif self._begun or block.kind is not Kind.TEXT:
            self.bagian, self._base = self._base, None
        else:
            self._begun = True

    def _words(self, block: Block) -> Bagian | None:
        if self._grammar.at(block.text) is not None or (self.bagian in MAPS and _LEADS_IN.fullmatch(block.text)):
            return None
        if block.kind is Kind.TEXT and self.bagian is not Bagian.KETERKAITAN and VISION.match(block.text):
            return Bagian.ARAH
        return titled(block) if is_heading(block) else None

    def _heading(self, at: int, block: Block) -> Bagian | None:
        """Return the part that a heading opens; None for what is no heading, or one inside the part under way."""
        bagian, part = self.bagian, self._words(block)
        if block.counts is Label.CHAPTER and not block.text.strip():
            self._keep(block)
            return Bagian.LAIN
        if bagian is Bagian.SOP and part is Bagian.LAIN and block.counts not in (Label.ROMAN, Label.CHAPTER):
            return None
        grouped = GROUP.match(block.text) is not None and bagian in MAPS
        if part is not None and not (grouped and not (block.counts is Label.ROMAN and self._follows(block))):
            self._keep(block)
            return part
        if part is not None or GROUP.match(block.text) or not is_heading(block):
            return None
        inside = (bagian is Bagian.STRUKTUR and evidence.is_unit(block)) or (
            bagian is Bagian.ARAH and evidence.is_aim(block)
        )
        own = evidence.listed(evidence.items(self._blocks, at), block.text)
        first = block.counts in _COUNTED and block.count == 1 and not self._opened
        shown = block.text.isupper() or block.bold or block.heading or block.counts is Label.DECIMAL or first
        over = bool(shown) and (self._base is not None or bagian is Bagian.LAIN)
        if inside or not (self._follows(block) or (over and (own or _numbers_parts(block)))):
            return None
        self._keep(block)
        return own or Bagian.LAIN

    def _keep(self, block: Block) -> None:
        style = _style(block)
        if style is not None:
            ranks = list(self._opened)
            if style in ranks:
                for deeper in ranks[ranks.index(style) + 1 :]:
                    del self._opened[deeper]
            self._opened[style] = block.count

    def _follows(self, block: Block) -> bool:
        counted = block.counts is Label.DECIMAL or _numbers_parts(block)
        style = _style(block)
        return counted and style is not None and self._opened.get(style, -1) + 1 == block.count


def _numbers_parts(block: Block) -> bool:
    """Whether a label is of the kinds that number parts of an annex: a plain number where it is set as a heading."""
    return block.counts in _COUNTED or (block.counts is Label.NUMBER and (block.text.isupper() or bool(block.heading)))


def _style(block: Block) -> tuple[Label, int] | None:
    """How a heading is counted: its kind of label, and how many numbers a label of several has."""
    return (block.counts, block.label.strip(".").count(".")) if block.counts is not None else None


def _contents(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the entries of a table of contents: headings in a row whose words come again."""
    last: dict[str, int] = {}
    for at, block in enumerate(blocks):
        if block.kind is Kind.TEXT:
            last[_key(block)] = at
    again = [
        block.kind is Kind.TEXT and len(block.text) > 3 and bool(block.label) and last[_key(block)] > at + 1
        for at, block in enumerate(blocks)
    ]
    held: set[int] = set()
    run: list[int] = []
    for at, repeated in enumerate([*again, False]):
        if repeated:
            run.append(at)
        else:
            named = sum(titled(blocks[each]) is not None for each in run)
            held |= set(run if named > 1 and 2 * named >= len(run) else ())
            run = []
    return frozenset(held)


def _key(block: Block) -> str:
    return " ".join(block.text.casefold().split())


_LEADS_IN = re.compile(r"sub\s?-?proses(?:nya)?\s*:", re.IGNORECASE)
"""A line before the sub processes of one process, no heading of a part."""
_NAMED_SOP = re.compile(r"(?:SOP|Standar\s+Operasional\s+Prosedur)(?:\s+[A-Z][\w/()-]*|\s+dan){1,12}$")
"""A SOP that is named on a line of its own, in no capitals: "SOP Pelayanan Surat Masuk"."""
_SOP_FIELD = re.compile(r"(?:nomor|no\.|nama|judul)\s+sop\s*:\s*\S", re.IGNORECASE)
"""The first line of the identity of a SOP that has no heading."""
