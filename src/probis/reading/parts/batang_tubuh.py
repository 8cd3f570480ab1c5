"""The body of a regulation: chapters, articles, clauses and items as a tree, what it revokes, what it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from probis.model import Kutipan
from probis.reading.blocks import Block, Label
from probis.reading.makna import Makna
from probis.reading.parts._quote import quote
from probis.reading.parts._regulations import REVOKES, in_province, regulations
from probis.reading.sections import Bagian, Section, whole

_DIVISION = re.compile(r"(bagian|paragraf)\s+(ke\w+|\d+|pertama)\b", re.IGNORECASE)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield "bab" (title in `teks`), "judul" of parts, "pasal", "ayat", "butir", "mencabut", "peraturan".

    `induk` of an article is its chapter, of a clause its article, of an item the clause, article or item it stands
    in. The text of an article without clauses is its `teks`; an article of clauses has its label there.
    """
    provinsi = in_province(sections)
    for section in whole(sections, Bagian.BATANG_TUBUH):
        body = _Body(section)
        at = 0
        while at < len(section.blocks):
            kutipan, block, length = body.take(*section.blocks[at : at + 2])
            at += length
            yield kutipan
            if kutipan.sebagai in (Makna.BAB, Makna.JUDUL):
                continue
            if REVOKES.search(block.text):
                yield quote(section, block, Makna.MENCABUT, block.text, induk=kutipan)
            yield from regulations(section, block, provinsi=provinsi, induk=kutipan)


class _Body:
    """A body, and the chapter, article, clause and items that its next words stand in."""

    def __init__(self, section: Section) -> None:
        self._section = section
        self._chapter: Kutipan | None = None
        self._article: Kutipan | None = None
        self._clause: Kutipan | None = None
        self._items: list[tuple[Label, Kutipan]] = []

    def take(self, block: Block, after: Block | None = None) -> tuple[Kutipan, Block, int]:
        """Return (its quotation, the block with its words, how many blocks it takes): a title may stand below."""
        if block.counts is Label.CHAPTER:
            return self._take_chapter(block, after)
        if block.counts is Label.ARTICLE:
            return self._take_article(block, after)
        if block.counts is Label.CLAUSE and block.label[1:2].isdigit() and self._article is not None:
            self._clause, self._items = quote(self._section, block, Makna.AYAT, induk=self._article), []
            return self._clause, block, 1
        division = _DIVISION.match(block.text) if not block.label and len(block.text) < 120 else None
        if division is not None:
            return self._take_division(block, after, division)
        if block.counts is not None and block.label:
            return self._take_item(block, block.counts), block, 1
        above = self._clause or self._article or self._chapter
        return quote(self._section, block, Makna.TEKS, induk=above), block, 1

    def _leave(self) -> None:
        self._article, self._clause, self._items = None, None, []

    def _take_chapter(self, block: Block, after: Block | None) -> tuple[Kutipan, Block, int]:
        self._leave()
        title = after if not block.text and after is not None and not after.label and after.text.isupper() else None
        words = title.text if title is not None else block.printed
        self._chapter = quote(self._section, _joined(block, title), Makna.BAB, words)
        return self._chapter, block, 1 if title is None else 2

    def _take_article(self, block: Block, after: Block | None) -> tuple[Kutipan, Block, int]:
        self._leave()
        own = after if not block.text and after is not None and _plain(after) else None
        words = own.text if own is not None else block.printed
        self._article = quote(self._section, _joined(block, own), Makna.PASAL, words, induk=self._chapter)
        return self._article, own or block, 1 if own is None else 2

    def _take_division(self, block: Block, after: Block | None, division: re.Match[str]) -> tuple[Kutipan, Block, int]:
        self._leave()
        alone = division.end() == len(block.text.strip())
        title = after if alone and after is not None and _titles(after) else None
        words = f"{block.text.strip()} {title.text}" if title is not None else block.text
        label = division.group()
        made = quote(self._section, _joined(block, title), Makna.JUDUL, words, nomor=label, induk=self._chapter)
        return made, block, 1 if title is None else 2

    def _take_item(self, block: Block, counts: Label) -> Kutipan:
        while self._items and not _deeper(block, self._items):
            self._items.pop()
        above = self._items[-1][1] if self._items else self._clause or self._article
        made = quote(self._section, block, Makna.BUTIR, induk=above)
        self._items.append((counts, made))
        return made


def _joined(block: Block, after: Block | None) -> Block:
    return replace(block, last=after.last) if after is not None else block


def _plain(block: Block) -> bool:
    return not block.label and not _DIVISION.match(block.text)


def _titles(block: Block) -> bool:
    """Whether a block can be the title of the division above it."""
    return _plain(block) and len(block.text.split()) <= 15 and not block.text.endswith((".", ":"))


def _deeper(block: Block, items: Sequence[tuple[Label, Kutipan]]) -> bool:
    """Whether an item stands under the last open one: it counts in another way, and no open one counts so."""
    return all(counts is not block.counts for counts, _ in items)
