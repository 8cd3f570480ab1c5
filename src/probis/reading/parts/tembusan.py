"""The list of those who get a copy: one quotation a line of it."""

from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.blocks import Block, Label
from probis.reading.document import Kind
from probis.reading.makna import Makna
from probis.reading.parts._cascade import stripped
from probis.reading.parts._quote import quote
from probis.reading.sections import Bagian, Section


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield its head as "judul" and each receiver as "tembusan", without the mark that ends it.

    A numbered list ends where its numbers do: what a closing page holds below it is none of the receivers.
    """
    for section in sections:
        if section.bagian is not Bagian.TEMBUSAN:
            continue
        numbered, last = False, 0
        for place, block in enumerate(section.blocks):
            if place == 0:
                yield quote(section, block, Makna.JUDUL)
                continue
            if place == 1:
                numbered = bool(block.label)
            if block.kind is not Kind.TEXT or len(block.text) <= 2:
                continue
            if numbered and not (block.label and (block.count > last or block.counts is Label.MARK)):
                open_ = section.blocks[place - 1].text.rstrip().endswith((";", ",", "; dan"))
                if (open_ and not block.label) or _goes_on(section.blocks[place + 1 :], block, last):
                    yield quote(section, block, Makna.TEMBUSAN, stripped(block.text))
                    last += 1
                    continue
                break
            last = max(last, block.count) if block.counts is Label.NUMBER else last + 1
            yield quote(section, block, Makna.TEMBUSAN, stripped(block.text))


def _goes_on(after: Sequence[Block], block: Block, last: int) -> bool:
    """Whether a numbered list goes on behind an item that lost its number: the number after the next one follows."""
    follows = next((each for each in after if each.label), None)
    return not block.label and follows is not None and follows.counts is Label.NUMBER and 0 < follows.count - last <= 4
