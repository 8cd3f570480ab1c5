"""What the body does for the plan: the misi it serves, the areas of change, and numbers with their words.

"misi" here is the misi as quoted, `nomor` the number or word in front of it ("kelima"); "area" is one area, `nomor` its
label; "bilangan" is a number with its word and what it counts, `nomor` the figure, wherever it stands in the document;
"telaahan" is the paragraph itself.
"""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.annex import is_heading
from probis.reading.blocks import Label
from probis.reading.document import Kind
from probis.reading.makna import Makna
from probis.reading.parts._cascade import LONGEST, stripped
from probis.reading.parts._quote import quote
from probis.reading.sections import Bagian, Section

_MISI = re.compile(
    r"\b(?P<kind>misi|tujuan|sasaran)\s+(?:strategis\s+)?(?:ke-?\s?)?(?P<number>\d{1,2}|[IVX]{1,4}|kesatu|pertama|kedua|ketiga"
    r"|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh)\b[^“\".;]{0,120}?[“\"](?P<words>[^”\"]{5,600})[”\"]",
    re.IGNORECASE,
)
_WORDS = "nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|belas|puluh|ratus|ribu|juta"
_NUMBER = re.compile(
    rf"(?<![\d.,])(?P<figure>\d{{1,7}})\s*\((?P<word>(?:(?:{_WORDS})\s*){{1,8}})\)"
    r"(?P<what>(?:\s+[\w-]+){0,3})",
    re.IGNORECASE,
)
_AREAS = re.compile(
    r"\barea\s+perubahan\b|\barea\s+reformasi\b|\b(?:\d+|delapan|lima)\s*(?:\(\w+\))?\s+area\b", re.IGNORECASE
)
_ITEM = re.compile(r"(?:^|(?<=[\s:;,]))(?P<label>\(\d{1,2}\)|\d{1,2}[.)]|\([a-z]\)|[a-z][.)])\s*(?=[A-Za-z])")
_STOP = re.compile(r"\s(?:untuk|dari|yang|dan|pada|di|dalam|dengan|oleh|sebagai)\b.*", re.IGNORECASE | re.DOTALL)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield what the paragraphs say; numbers with words from every part."""
    for section in sections:
        areas = False
        for place, block in enumerate(section.blocks):
            if block.kind is not Kind.TEXT:
                continue
            text = block.text[:LONGEST].strip()
            for urut, found in enumerate(_NUMBER.finditer(text)):
                what = _STOP.sub("", found.group("what"))
                shown = text[found.start() : found.start("what")] + what
                yield quote(
                    section, block, Makna.BILANGAN, shown.strip(), nomor=found.group("figure"), urut=urut and urut + 1
                )
            if section.bagian is not Bagian.TELAAHAN:
                continue
            if is_heading(block) and (place == 0 or not text.endswith(":")):
                areas = bool(_AREAS.search(text))
                yield quote(section, block, Makna.JUDUL)
                continue
            if areas and block.label and len(text.split()) <= 30:
                number = "" if block.counts is Label.MARK else None
                yield quote(section, block, Makna.AREA, stripped(text), nomor=number)
                continue
            yield quote(section, block, Makna.TELAAHAN, text)
            for urut, found in enumerate(_MISI.finditer(text)):
                kind = Makna(found.group("kind").casefold())
                words = stripped(found.group("words"))
                yield quote(section, block, kind, words, nomor=found.group("number"), urut=urut and urut + 1)
            areas = bool(_AREAS.search(text))
            if areas:
                for urut, (label, words) in enumerate(_areas(text), 1):
                    yield quote(section, block, Makna.AREA, words, nomor=label, urut=urut)


def _areas(text: str) -> Iterator[tuple[str, str]]:
    """The areas that a sentence enumerates with labels."""
    found = _AREAS.search(text)
    begins = found.start() if found is not None else 0
    marks = list(_ITEM.finditer(text, begins))
    if len(marks) < 2:
        return
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        words = text[mark.end() : after.start() if after is not None else len(text)]
        words = re.split(r"(?<=[a-z)])\.(?:\s|$)", words, maxsplit=1)[0]
        yield mark.group("label").strip("()."), stripped(words)
