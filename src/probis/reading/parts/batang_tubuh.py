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
        yield from _body(section, provinsi=provinsi)


def _body(section: Section, *, provinsi: bool) -> Iterator[Kutipan]:
    chapter: Kutipan | None = None
    article: Kutipan | None = None
    clause: Kutipan | None = None
    items: list[tuple[Label, Kutipan]] = []
    pending: Block | None = None  # a chapter or article whose words stand in the block after it
    for at, block in enumerate(section.blocks):
        after = section.blocks[at + 1] if at + 1 < len(section.blocks) else None
        if pending is not None:
            pending = None
            continue
        if block.counts is Label.CHAPTER:
            titled = not block.text and after is not None and not after.label and after.text.isupper()
            chapter = quote(
                section,
                _joined(block, after if titled else None),
                Makna.BAB,
                after.text if titled and after else block.printed,
            )
            article, clause, items, pending = None, None, [], after if titled else None
            yield chapter
            continue
        if block.counts is Label.ARTICLE:
            own = not block.text and after is not None and _plain(after)
            text = after.text if own and after else block.printed
            article, clause, items, pending = None, None, [], after if own else None
            article = quote(section, _joined(block, after if own else None), Makna.PASAL, text, induk=chapter)
            kutipan, block = article, after if own and after else block
        elif block.counts is Label.CLAUSE and block.label[1:2].isdigit() and article is not None:
            clause, items = quote(section, block, Makna.AYAT, induk=article), []
            kutipan = clause
        elif (division := _DIVISION.match(block.text)) is not None and not block.label and len(block.text) < 120:
            alone = division.end() == len(block.text.strip()) and after is not None and _plain(after)
            titled = (
                alone and after is not None and len(after.text.split()) <= 15 and not after.text.endswith((".", ":"))
            )
            words = f"{block.text.strip()} {after.text}" if titled and after else block.text
            article, clause, items, pending = None, None, [], after if titled else None
            yield quote(
                section,
                _joined(block, after if titled else None),
                Makna.JUDUL,
                words,
                nomor=division.group(0),
                induk=chapter,
            )
            continue
        elif block.counts is not None and block.label:
            while items and not _deeper(block, items):
                items.pop()
            above = items[-1][1] if items else clause or article
            kutipan = quote(section, block, Makna.BUTIR, induk=above)
            items.append((block.counts, kutipan))
        else:
            kutipan = quote(section, block, Makna.TEKS, induk=clause or article or chapter)
        yield kutipan
        if REVOKES.search(block.text):
            yield quote(section, block, Makna.MENCABUT, block.text, induk=kutipan)
        yield from regulations(section, block, provinsi=provinsi, induk=kutipan)


def _joined(block: Block, after: Block | None) -> Block:
    return replace(block, last=after.last) if after is not None else block


def _plain(block: Block) -> bool:
    return not block.label and not _DIVISION.match(block.text)


def _deeper(block: Block, items: Sequence[tuple[Label, Kutipan]]) -> bool:
    """Whether an item stands under the last open one: it counts in another way, and no open one counts so."""
    return all(counts is not block.counts for counts, _ in items)
