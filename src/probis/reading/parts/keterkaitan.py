"""The cascade as a table: what stands in each column, with its number as printed and what it stands under.

The column decides `sebagai`, also where the words belong in another column; `catatan` is the head of the column.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from probis.model import Kutipan
from probis.reading import evidence
from probis.reading.annex import MAPS
from probis.reading.blocks import DIKTUM, Block, roman
from probis.reading.document import Kind
from probis.reading.makna import Makna
from probis.reading.parts._cascade import RANK, column_kind, items, named, stripped
from probis.reading.parts._cascade_list import listed
from probis.reading.parts._quote import quote
from probis.reading.sections import Bagian, Section

_HEADED = re.compile(r"(?:visi|misi)\b", re.IGNORECASE)
_LEVEL = re.compile(r"(?:visi|misi|tujuan|sasaran|indikator|strategi|program)\b", re.IGNORECASE)
_LEVEL_ALONE = re.compile(
    r"(?:visi|misi|tujuan|sasaran|program)(?:\s+(?:strategis|program|kegiatan|daerah|dinas|\d{1,2}(?:\.\d{1,2}){0,2}))?",
    re.IGNORECASE,
)
_APART = re.compile(
    r"(?<=\s)((?!(?:dan|atau|serta|dengan|yang|untuk|dari|dalam|oleh|atas|bagi|pada|per|antara)\b)[a-z]{3,20}) "
    r"(?=(?:Persentase|Jumlah|Rasio|Cakupan|(?:Me|Ter|Ber)[a-z]{3,14}nya)\s)"
)
"""Between two aims or measures of a cell whose lines were put together: "… standar Jumlah pelaku usaha"."""
_INTRODUCED = re.compile(
    r"^[^\n]{0,60}(?:terdiri\s+(?:atas|dari)|meliputi|yaitu|sebagai\s+berikut)\s*:?\s*\n", re.IGNORECASE
)
_NESTED = re.compile(r"(?m)^(\d{1,2}|[a-z])\s*\|\s*")
"""The number of an item in a table that stands in a cell."""
_SAME = re.compile(r"(?:uraian|nama|rumusan|pernyataan|bunyi)\b", re.IGNORECASE)
"""A head below a wider one, whose column holds what that says."""
_REFERS = re.compile(
    r"\(?(?:(?:misi|tujuan|sasaran)\s+)?(?:ke\W{0,2})?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-Za-z]|"
    r"[A-Z]{1,3}[.-]?\d{1,2}(?:\.\d{1,2}){0,2}"
    r"|kesatu|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan)"
    r"(?:\s*(?:,|dan|&|serta|s\.?d\.?)\s*(?:(?:misi|tujuan|sasaran)\s+)?(?:ke\W{0,2})?[\dIVX]{1,4}){0,8}\s*[.)]?",
    re.IGNORECASE,
)
"""A cell that only refers to items told elsewhere: by their numbers, and no words."""
_NUMBER_HEAD = re.compile(r"no(?:mor)?\.?|#|kode", re.IGNORECASE)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield the heading, the vision, and every item of a table whose head names two levels of the cascade or more."""
    told = {(each.sebagai, _counted(each.nomor)): each for each in listed(sections) if each.nomor}
    for section in sections:
        if section.bagian is not Bagian.SOP:
            for kutipan in _section(section, told):
                told.setdefault((kutipan.sebagai, _counted(kutipan.nomor)), kutipan)
                yield kutipan


def _section(section: Section, told: Mapping[tuple[str, str], Kutipan]) -> Iterator[Kutipan]:
    """Yield what the tables of a section tell; `told` are the items of lists and tables by their level and number."""
    at = replace(section, bagian=Bagian.KETERKAITAN)
    table: _Table | None = None
    number: int | None = None
    paired, cascades, levelled = _paired(section), _cascades(section), _levelled(section)
    steps = _Steps(at)
    for block in section.blocks:
        if block.kind is Kind.ROW:
            heads = _heads(block)
            if table is not None and block.table != number and evidence.table([block]) is not None:
                table = None
            number = block.table
            if block.table in levelled:
                yield from steps.row(block)
            elif len({kind for kind in heads.values() if kind}) > 1:
                table = _Table(at, heads, block, told)
                yield quote(at, block, Makna.JUDUL, nomor="")
            elif table is not None and table.heads_on(block):
                yield quote(at, block, Makna.JUDUL, nomor="")
            elif table is not None:
                yield from table.row(block)
            elif block.table in paired:
                yield from _pair(at, block)
            elif section.bagian is Bagian.KETERKAITAN or block.table in cascades:
                yield from _lead(at, block)
        elif section.bagian is Bagian.KETERKAITAN:
            table = None
            yield from _prose(at, block)


def _counted(number: str) -> str:
    """A number as it counts, however it is printed: "3" for "3", "III", "Ketiga"."""
    word = number.strip(" .)(").upper()
    ordinal = DIKTUM.index(word) + 1 if word in DIKTUM else int(word == "PERTAMA")
    return str(ordinal or roman(word) or word)


def _prose(at: Section, block: Block) -> Iterator[Kutipan]:
    found = named(block.text)
    if found is not None and found[2]:
        yield quote(at, block, found[0], stripped(found[2]), nomor=found[1])
    elif block.kind is Kind.TEXT:
        yield quote(at, block, Makna.JUDUL if block is at.blocks[0] else Makna.TEKS)


def _paired(section: Section) -> frozenset[int | None]:
    """The tables that have the level in the first cell and its words beside it: "Visi | Kota yang Ramah"."""
    if section.bagian in MAPS:
        return frozenset()
    rows = [block for block in section.blocks if block.kind is Kind.ROW and len(_filled(block)) == 2]
    return frozenset(block.table for block in rows if _HEADED.match(_filled(block)[0]))


def _cascades(section: Section) -> frozenset[int | None]:
    """The tables that have a head of two levels or more: what stands over it may tell a level above them."""
    rows = [block for block in section.blocks if block.kind is Kind.ROW]
    return frozenset(block.table for block in rows if len({kind for kind in _heads(block).values() if kind}) > 1)


def _levelled(section: Section) -> frozenset[int | None]:
    """The tables that name the level of each row in its first cell, beside its words and their measure."""
    if section.bagian in MAPS:
        return frozenset()
    kinds: dict[int | None, set[Makna | None]] = {}
    for block in section.blocks:
        if block.kind is Kind.ROW and len(cells := _filled(block)) == 3 and _LEVEL_ALONE.fullmatch(cells[0]):
            kinds.setdefault(block.table, set()).add(column_kind(cells[0]))
    return frozenset(table for table, found in kinds.items() if len(found) > 1)


class _Steps:
    """The rows of such a table: the level under way, and the last item of each."""

    def __init__(self, at: Section) -> None:
        self._at = at
        self._kind: Makna | None = None
        self._latest: dict[Makna, Kutipan] = {}

    def row(self, block: Block) -> Iterator[Kutipan]:
        """Yield what a row says of its level, and how that is measured; its head is a heading."""
        cells = _filled(block)
        if len(cells) == 3:
            self._kind = column_kind(cells[0]) if _LEVEL_ALONE.fullmatch(cells[0]) else None
            cells = cells[1:]
        if self._kind is None or len(cells) != 2:
            yield quote(self._at, block, Makna.JUDUL, nomor="")
            return
        above = {each: one for each, one in self._latest.items() if RANK.index(each) < RANK.index(self._kind)}
        for urut, (number, words) in enumerate(items(cells[0]), 1):
            over = above[max(above, key=RANK.index)] if above else None
            made = quote(self._at, block, self._kind, words, nomor=number, induk=over, urut=0 if urut == 1 else urut)
            self._latest = above | {self._kind: made}
            yield made
        for urut, (number, words) in enumerate(items(cells[1]), 1):
            over = self._latest.get(self._kind)
            yield quote(
                self._at, block, Makna.INDIKATOR, words, nomor=number, induk=over, urut=0 if urut == 1 else urut
            )


def _pair(at: Section, block: Block) -> Iterator[Kutipan]:
    cells = _filled(block)
    kind = column_kind(cells[0]) if len(cells) == 2 and _LEVEL.match(cells[0]) else None
    told = items(_NESTED.sub(r"\1. ", _INTRODUCED.sub("", cells[1]))) if kind is not None else []
    for urut, (number, text) in enumerate(told, 1):
        yield quote(at, block, kind or Makna.TEKS, text, nomor=number, urut=0 if urut == 1 else urut)


def _filled(block: Block) -> list[str]:
    return [cell.text.strip() for cell in block.cells if cell.text.strip()]


def _lead(at: Section, block: Block) -> Iterator[Kutipan]:
    for urut, cell in enumerate(block.cells):
        found = named(cell.text)
        if found is not None and found[2]:
            yield quote(at, block, found[0], stripped(found[2]), nomor=found[1], urut=urut)


def _heads(block: Block) -> dict[int, Makna | None]:
    heads: dict[int, Makna | None] = {}
    for cell in block.cells:
        text = cell.text.strip()
        if text and not (text.isupper() or cell.header or len(text.split()) <= 4):
            return {}
        heads[cell.column] = column_kind(text)
    return heads


def _number_column(block: Block) -> int | None:
    return next((cell.column for cell in block.cells if _NUMBER_HEAD.fullmatch(cell.text.strip())), None)


class _Table:
    """A table under one head: keeps the last item of each level, so that rows below know what they stand under."""

    def __init__(
        self, at: Section, kinds: dict[int, Makna | None], head: Block, told: Mapping[tuple[str, str], Kutipan]
    ) -> None:
        self._at = at
        self._kinds = kinds
        self._number = _number_column(head)
        self._latest: dict[int, Kutipan] = {}
        self._before = told
        self._spanned = {cell.column + each for cell in head.cells if cell.columns > 1 for each in range(cell.columns)}
        self._begun = False

    def heads_on(self, block: Block) -> bool:
        """Whether a row right below the head only parts its wide cells: "Uraian | Satuan" under "Indikator"."""
        filled = [cell for cell in block.cells if cell.text.strip()]
        first, self._begun = not self._begun, True
        if not first or not filled or any(cell.column not in self._spanned for cell in filled):
            return False
        if any(len(cell.text.split()) > 3 for cell in filled):
            return False
        for cell in filled:
            self._kinds[cell.column] = column_kind(cell.text) or (
                self._kinds.get(cell.column) if _SAME.match(cell.text.strip()) else None
            )
        return True

    def row(self, block: Block) -> Iterator[Kutipan]:
        """Yield the items of a row, column by column from the highest level to the lowest."""
        cells = [cell for cell in block.cells if cell.text.strip() and self._kinds.get(cell.column) is not None]
        row_number = next((cell.text for cell in block.cells if cell.column == self._number), "").strip(" .)(")
        if _numbering(block):
            return
        if (over := _over(block, self._kinds)) is not None:
            kind, number, text = over
            made = quote(self._at, block, kind, text, nomor=number, induk=self._above_kind(kind))
            yield made
            self._kinds[-1 - RANK.index(kind)] = kind
            self._set(-1 - RANK.index(kind), made)
            return
        first = min((cell.column for cell in cells), default=-1)
        told: dict[Makna, int] = {}
        for cell in sorted(cells, key=lambda cell: (RANK.index(self._kind(cell.column)), cell.column)):
            kind = self._kind(cell.column)
            if (meant := _meant(kind, cell.text)) is not None:
                self._refer(cell.column, self._before.get((kind, _counted(meant))))
                continue
            for number, text in (_labelled(kind, *each) for each in items(_APART.sub(r"\1\n", cell.text))):
                told[kind] = told.get(kind, 0) + 1
                own = number or (row_number if cell.column == first and told[kind] == 1 else "")
                urut = 0 if told[kind] == 1 else told[kind]
                made = quote(self._at, block, kind, text, nomor=own, induk=self._above(cell.column), urut=urut)
                yield made
                self._set(cell.column, made)

    def _above_kind(self, kind: Makna) -> Kutipan | None:
        higher = [each for each in self._latest if RANK.index(self._kind(each)) < RANK.index(kind)]
        return self._latest[max(higher, key=lambda each: RANK.index(self._kind(each)))] if higher else None

    def _refer(self, column: int, known: Kutipan | None) -> None:
        self._latest.pop(column, None)
        if known is not None:
            self._set(column, known)

    def _kind(self, column: int) -> Makna:
        return self._kinds[column] or Makna.TEKS

    def _above(self, column: int) -> Kutipan | None:
        rank = RANK.index(self._kind(column))
        higher = [each for each in self._latest if RANK.index(self._kind(each)) < rank]
        left = [each for each in higher if each < column]
        if self._kind(column) is Makna.INDIKATOR and left:
            return self._latest[max(left)]
        if not higher:
            return None
        return self._latest[max(higher, key=lambda each: (RANK.index(self._kind(each)), each))]

    def _set(self, column: int, made: Kutipan) -> None:
        rank = RANK.index(self._kind(column))
        self._latest = {
            each: one
            for each, one in self._latest.items()
            if RANK.index(self._kind(each)) < rank and self._kind(each) is not Makna.INDIKATOR
        } | {column: made}


def _over(block: Block, kinds: Mapping[int, Makna | None]) -> tuple[Makna, str, str] | None:
    """Return what a row of one cell says of a level that no column is of: "Tujuan: …" over rows of sasaran."""
    filled = _filled(block)
    found = named(filled[0]) if len(filled) == 1 else None
    if found is None or not found[2] or found[0] in [kind for at, kind in kinds.items() if at >= 0]:
        return None
    return found[0], found[1], stripped(found[2])


def _meant(kind: Makna, text: str) -> str | None:
    """The number of an item that a cell only refers to: "Misi 2", "2", "Ke-2"."""
    if (alone := _REFERS.fullmatch(text.strip())) is not None:
        return alone["number"]
    found = named(text.strip())
    return found[1] if found is not None and found[0] is kind and found[1] and not found[2] else None


def _labelled(kind: Makna, number: str, text: str) -> tuple[str, str]:
    """Take the level's own name off an item: "Misi 2 : Menguatkan …" in the column of the misi."""
    found = named(text)
    return (found[1], stripped(found[2])) if found is not None and found[0] is kind and found[2] else (number, text)


def _numbering(block: Block) -> bool:
    texts = [cell.text.strip() for cell in block.cells if cell.text.strip()]
    return len(texts) > 1 and all(re.fullmatch(r"\(?\d{1,2}\)?", text) for text in texts)
