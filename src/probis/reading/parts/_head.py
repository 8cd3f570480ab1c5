"""A line of a head to its number and subject: the one way in which the heads of instrument and annex read them."""

import re
from collections.abc import Iterator

from probis.model import Kutipan
from probis.reading.blocks import Block
from probis.reading.makna import Makna
from probis.reading.parts._quote import quote
from probis.reading.sections import Section

NUMBER = re.compile(r"\bn[o0](?:m|rn)[o0]r\b\s*[:.]?\s*|\bno\.\s*:?\s*(?=\d)", re.IGNORECASE)
ABOUT = re.compile(r"\btentang\b\s*[:.]?\s*", re.IGNORECASE)


def numbered(section: Section, block: Block, text: str) -> Iterator[Kutipan]:
    """Yield the number in a line of a head, and the subject where it follows on the same line."""
    number = NUMBER.search(text)
    if number is None:
        return
    about = ABOUT.search(text, number.end())
    end = about.start() if about else len(text)
    yield quote(section, block, Makna.NOMOR, text[:end].strip(), nomor=text[number.end() : end].strip(" .:"))
    if about and text[about.end() :].strip():
        yield quote(section, block, Makna.TENTANG, text[about.end() :].strip())
