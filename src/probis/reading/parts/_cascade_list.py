"""Sections to the items of a cascade in lists and sentences, with their numbers, and what each stands under.

`induk` is given where the text nests them: "Tujuan 1.1" under "Misi 1", or a list of tujuan after each misi. Where all
misi come first and all tujuan after them, nobody has said which belongs to which, and `induk` stays empty.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from probis.model import Kutipan
from probis.reading import evidence
from probis.reading.blocks import Block, Label, label_of
from probis.reading.document import Kind
from probis.reading.makna import Makna
from probis.reading.parts._cascade import (
    LEAD_END,
    RANK,
    coded,
    items,
    leads,
    measured,
    named,
    of_the_text,
    said,
    stripped,
)
from probis.reading.parts._quote import quote
from probis.reading.sections import Bagian, Section, is_heading

_DEFINES = re.compile(
    r"(?:visi|misi|tujuan|sasaran|strategi)\b[^.“\"]{0,120}?\b(?:adalah|merupakan|ialah)\s+"
    r"(?:suatu|sebuah|rumusan|gambaran|pernyataan|pandangan|kondisi|upaya|penjabaran|hasil|bentuk|langkah|cara|arah)\b",
    re.IGNORECASE,
)
"""What a vision or mission is in general, told under its heading."""
_EXPLAINS = re.compile(r"\b(?:makna|arti|penjelasan|pokok-pokok|unsur|kata kunci|kandungan)\b", re.IGNORECASE)
"""What leads in to the words that explain a vision, not to a vision."""
_MEASURE = re.compile(
    r"(?:persentase|prosentase|jumlah|indeks|nilai|rasio|tingkat|angka|cakupan|opini|skor|predikat|luas|panjang|volume|rata-rata"
    r"|proporsi|waktu)\b",
    re.IGNORECASE,
)
"""How a measure begins."""
_ABOUT_LEVELS = re.compile(r"\b(?:visi|misi|tujuan|sasaran)\b", re.IGNORECASE)
"""What a sentence about a level names, and an aim does not."""
_OF_MAPS = re.compile(r"\b(?:peta|proses\s+bisnis|sop|standar\s+operasional|pedoman|acuan|dokumen)\b", re.IGNORECASE)
_STATE = re.compile(r"[A-Za-z]{4,18}nya\b")
"""How an aim of a body begins: with the state that it is to reach ("Meningkatnya …")."""
_Item = tuple[Block, Makna, str, str, int]


def listed(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield the items of the cascade, its headings as "judul", other prose of the part as "teks"."""
    for section in sections:
        if section.tells is Bagian.ARAH:
            yield from _section(section)


def _section(section: Section) -> Iterator[Kutipan]:
    items: list[_Item] = []
    heads: list[Kutipan] = []
    for kutipan_or_item in _items(section):
        if isinstance(kutipan_or_item, Kutipan):
            heads.append(kutipan_or_item)
        else:
            items.append(kutipan_or_item)
    yield from heads
    nested = _nested(items)
    latest: dict[Makna, Kutipan] = {}
    numbered: dict[tuple[Makna, str], Kutipan] = {}
    for block, kind, number, text, urut in items:
        above = _above(kind, number, numbered) or _standing(kind, latest, nested)
        made = quote(section, block, kind, text, nomor=number, induk=above, urut=urut)
        yield made
        numbered[kind, _digits(number)] = made
        latest = {each: one for each, one in latest.items() if RANK.index(each) < RANK.index(kind)} | {kind: made}


def _items(section: Section) -> Iterator[Kutipan | _Item]:
    lists = _Lists()
    letters = _lettered(section)
    for place, block in enumerate(section.blocks):
        if block.kind is not Kind.TEXT:
            continue
        text = block.text.strip()
        if of_the_text(text) or block.counts is Label.ARTICLE or _heads_text(section.blocks, place):
            yield quote(section, block, Makna.TEKS)
            lists.kind = None
            continue
        found, told = named(text), said(text)
        own = coded(block.printed) if letters and found is None else None
        if own is not None:
            lists.open(own[0], "")
            yield from _aimed(block, own[0], own[1], own[2])
            continue
        many = len([each for each in ("visi", "misi", "tujuan", "sasaran") if each in text.casefold()]) > 1
        unsaid = found is None or (many and not found[2])
        led = leads(text, _opens_quoted(section, place)) if told or unsaid else None
        led = None if led is Makna.VISI and _EXPLAINS.search(text) else led
        if told or led is not None:
            for urut, (kind, number, words) in enumerate(told, 1):
                yield from _aimed(block, kind, number, words, urut)
            if not told:
                yield quote(section, block, Makna.TEKS)
            if led is not None:
                lists.open(led, "")
            elif told and told[-1][1]:
                lists.go_on(told[-1][0], told[-1][1])
            continue
        if found is not None and not unsaid:
            lists.open(found[0], found[1], block)
            if found[2]:
                own = coded(found[2]) if letters else None
                if len(several := items(found[2])) > 1 and several[0][0] and several[1][0]:
                    for urut, (each, words) in enumerate(several, 1):
                        yield from _aimed(block, found[0], each, words, urut)
                    lists.go_on(found[0], several[-1][0])
                    continue
                found = lists.listed(*found)
                number, words = (own[1], own[2]) if own is not None and own[0] is found[0] else (found[1], found[2])
                yield from _aimed(block, found[0], number or _of(block, found[0]), words)
                lists.number = ""
                lists.told = True
            elif not found[1]:
                lists.measures = "indikator" in text.casefold()
                yield quote(section, block, Makna.JUDUL)
            continue
        if is_heading(block) and (place == 0 or (many and ". " not in text)):
            yield quote(section, block, Makna.JUDUL)
            lists.kind = None
            continue
        led_in = LEAD_END.search(text) is not None and not _counts_on(section, place)
        if lists.ends(block, section.blocks[place + 1 : place + 2]) and found is None:
            lists.kind = None
        if lists.kind is None or led_in or _DEFINES.match(text):
            yield quote(section, block, Makna.TEKS)
            continue
        taken = lists.take(block)
        if taken is None:
            yield quote(section, block, Makna.TEKS)
        elif block.label and len(several := items(block.printed)) > 1 and several[1][0]:
            for urut, (number, words) in enumerate(several, 1):
                yield from _aimed(block, lists.kind, number, words, urut)
            lists.go_on(lists.kind, several[-1][0])
        else:
            yield from _aimed(block, lists.kind, taken, text.rstrip(" :"))


def _aimed(block: Block, kind: Makna, number: str, words: str, urut: int = 1) -> Iterator[_Item]:
    """Yield an item, and its measures where the same words tell them; `urut` counts what one block tells, from 1."""
    aim, measure = measured(words) if kind in (Makna.TUJUAN, Makna.SASARAN) else (words, "")
    if kind is not Makna.INDIKATOR:
        yield block, kind, number, stripped(aim), 0 if urut == 1 else urut
    elif len(several := items(words)) < 2 or not several[0][0]:
        yield block, kind, number, stripped(words), 0 if urut == 1 else urut
    else:
        measure = words
    for at, (own, each) in enumerate(items(measure), 10 * urut - 9):
        yield block, Makna.INDIKATOR, own, each, at


def _lettered(section: Section) -> bool:
    """Whether the items of a section are numbered with the letters of their levels: at least two items are."""
    codes = {own[:2] for block in section.blocks if (own := coded(block.printed)) is not None}
    codes |= {own[:2] for block in section.blocks if (at := named(block.text)) and (own := coded(at[2])) is not None}
    return len(codes) > 1


def _heads_text(blocks: Sequence[Block], place: int) -> bool:
    """Whether a heading names the aims of the text itself: its items speak of maps and guides, none as of a state."""
    found = named(blocks[place].text) if is_heading(blocks[place]) else None
    if found is None or found[0] not in (Makna.TUJUAN, Makna.SASARAN) or found[2]:
        return False
    held = evidence.items(blocks, place)
    about = sum(_OF_MAPS.search(each.text) is not None for each in held)
    return 2 * about >= len(held) > 0 and not any(_STATE.match(each.text) for each in held)


def _opens_quoted(section: Section, place: int) -> bool:
    """Whether what follows a block is set off in quotation marks."""
    return place + 1 < len(section.blocks) and section.blocks[place + 1].text[:1] in ("“", '"')


def _counts_on(section: Section, place: int) -> bool:
    """Whether the item after this one is the next of its list, so that this one leads in to nothing."""
    block, after = section.blocks[place], section.blocks[place + 1 : place + 2]
    return bool(block.label) and any((each.counts, each.count) == (block.counts, block.count + 1) for each in after)


class _Lists:
    """The lists under way: what each level's list is labelled with and how far it has counted."""

    def __init__(self) -> None:
        self.kind: Makna | None = None
        self.number = ""
        self.told = False
        self.measures = False  # the heading names the indicators of what it heads, too
        self._quoted = False  # the last item without a label stood in quotation marks: what follows only explains it
        self._heads: set[tuple[Label | None, int, int]] = set()  # the labels of the headings that named a level
        self._counted: dict[Makna, tuple[Label | None, str, int]] = {}

    def open(self, kind: Makna, number: str, head: Block | None = None) -> None:
        """Begin a list, or an item whose words follow; `head` is the heading that names it."""
        if head is not None and head.label and not number:
            self._heads.add((head.counts, head.label.count("."), head.count))
        self.kind, self.number, self.told, self.measures, self._quoted = kind, number, False, False, False
        self._counted.pop(kind, None)

    def listed(self, kind: Makna, number: str, words: str) -> tuple[Makna, str, str]:
        """Take the label off the first item of a list that begins beside its head: "Sasaran : - Meningkatnya …"."""
        label, counts, count, rest = label_of(words)
        if counts not in (Label.MARK, Label.NUMBER, Label.LETTER, Label.CLAUSE) or not rest:
            return kind, number, words
        self._counted[kind] = (counts, _marks(label), count)
        return kind, number or ("" if counts is Label.MARK else label.strip("().:")), rest

    def go_on(self, kind: Makna, number: str) -> None:
        """Go on with a list that began inside a paragraph: its last item there has this number."""
        _, counts, count, _ = label_of(f"({number}) x")
        self.kind, self.told, self._counted[kind] = kind, True, (counts, "()", count)

    def ends(self, block: Block, after: Sequence[Block]) -> bool:
        """Whether a block that names no level heads something else: by its number, or by what follows."""
        if block.label:
            headed = (block.counts, block.label.count("."), block.count - 1) in self._heads
            going = self.kind in self._counted and self._counted[self.kind][2] == block.count - 1
            return headed and not going and self.told
        text = block.text.strip()
        short = len(text) < 60 and not text.endswith((".", ";", ",", ")")) and text[:1].isupper()
        begun = any(each.label and each.count < 2 for each in after)
        return self.told and bool(self._counted) and begun and (short or text.endswith(":"))

    def take(self, block: Block) -> str | None:
        """Return the number of an item, after turning to the level whose list it goes on with; None for no item."""
        if self.number:
            number, self.number, self.told = self.number, "", True
            return number
        if not block.label:
            quoted = block.text[:1] in '“"'
            if not quoted and block.text.endswith(".") and _ABOUT_LEVELS.search(block.text):
                return None
            if not quoted and (self._quoted or (self.kind is not Makna.VISI and (self.told or len(block.text) > 300))):
                return None
            self.told, self._quoted = True, quoted
            return ""
        if self.kind is Makna.VISI and self._quoted:
            return None
        style, before = (block.counts, _marks(block.label)), 0 if block.counts is Label.MARK else block.count - 1
        if self._counted[self.kind] != (*style, before) if self.kind in self._counted else self.told:
            turned = [each for each, last in self._counted.items() if last == (*style, before)]
            self.kind = turned[-1] if turned else self.kind
            if not turned and self.kind in (Makna.TUJUAN, Makna.SASARAN) and block.count < 2:
                measures = self.measures or _MEASURE.match(block.text) is not None
                counted = self._counted.get(self.kind)  # none where the aim has no label
                self.kind = Makna.INDIKATOR if measures and (counted is None or style != counted[:2]) else self.kind
        if self.kind is not None:
            self._counted[self.kind] = (*style, block.count)
        self.told = True
        return block.label.strip("().:") if block.counts is not Label.MARK else ""


def _marks(label: str) -> str:
    return label.strip("0123456789abcdefghijklmnopqrstuvwxyzIVXL")


def _of(block: Block, kind: Makna) -> str:
    return block.label.strip("().:") if block.counts is Label.DECIMAL and kind is not Makna.VISI else ""


def _nested(items: Sequence[_Item]) -> frozenset[tuple[Makna, Makna]]:
    """Return the levels (above, below) that the text nests: one above comes again after one below.

    Where it nests some, one that always stands alone before those below is above them too, though it came but once.
    """
    again: set[tuple[Makna, Makna]] = set()
    before: set[Makna] = set()
    alone: dict[tuple[Makna, Makna], bool] = {}
    kinds = [kind for _, kind, _, _, _ in items]
    for kind in kinds:
        again |= {(kind, each) for each in before if RANK.index(each) > RANK.index(kind)}
        before.add(kind)
    for level in (kinds, [kind for kind in kinds if kind is not Makna.INDIKATOR]):  # an aim's measure parts none
        runs = [(kind, len(list(run))) for kind, run in groupby(level)]
        for (kind, length), (after, _) in pairwise(runs):
            if RANK.index(kind) < RANK.index(after):
                alone[kind, after] = alone.get((kind, after), True) and length == 1
    return frozenset(again | {pair for pair, single in alone.items() if single and again})


def _above(kind: Makna, number: str, numbered: dict[tuple[Makna, str], Kutipan]) -> Kutipan | None:
    head, _, _ = _digits(number).rpartition(".")
    if not head:
        return None
    ranks = RANK[: RANK.index(kind)]
    return next((numbered[each, head] for each in reversed(ranks) if (each, head) in numbered), None)


def _digits(number: str) -> str:
    """A number without the letters of its level: "1.2" of "S1.2"."""
    return number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ").lstrip(" .-").replace("-", ".") or number


def _standing(kind: Makna, latest: dict[Makna, Kutipan], nested: frozenset[tuple[Makna, Makna]]) -> Kutipan | None:
    ranks = [each for each in RANK[: RANK.index(kind)] if each in latest and each is not Makna.VISI]
    return latest[ranks[-1]] if ranks and (ranks[-1], kind) in nested else None
