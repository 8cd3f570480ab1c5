"""The closing of an instrument or an annex: place, day, office and name, and where it was gazetted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from probis.model import Kutipan
from probis.reading.blocks import Block
from probis.reading.document import Kind
from probis.reading.instrument import DATED, OFFICE, RANK, SIGNED, is_name, office_length
from probis.reading.makna import Makna
from probis.reading.parts._quote import quote
from probis.reading.sections import Bagian, Section

_PLACE = re.compile(r"(?P<what>ditetapkan|dikeluarkan|diundangkan)\s*(?:di\b)?\s*:?\s*", re.IGNORECASE)
_DAY = re.compile(r"(?:pada\s+)?tanggal\s*:?\s*", re.IGNORECASE)
_ORDER = re.compile(r"agar\s+(?:supaya\s+)?setiap\s+orang", re.IGNORECASE)
_GAZETTE = re.compile(r"(?:berita|lembaran|tambahan\s+lembaran)\s+(?:negara|daerah)\b", re.IGNORECASE)
_CERTIFIED = re.compile(r"salinan\s+(?:sesuai|ini)|sesuai\s+dengan\s+aslinya|salinan$", re.IGNORECASE)
_FOR_ANOTHER = re.compile(r"(?:a\.?\s?n|u\.?\s?b|selaku\b.*|untuk beliau)\.?,?$", re.IGNORECASE)
"""A line that only says that an office is held for another."""
_ACTING = re.compile(r"selaku\s*[:,]?", re.IGNORECASE)
"""A line of its own, under which stands in what capacity an office acts."""
_INITIALLED = re.compile(r"\W{0,3}paraf\b", re.IGNORECASE)
"""The table in which those who saw the draft put their initials."""
_BESIDE_RANK = re.compile(r"[,\s]+(?:NIP|NRP|Pembina|Penata|Pengatur|Pangkat|Juru)\b")
_ONLY_YEAR = re.compile(r"\.*\s*(?:19|20)\d\d$")
KOSONG = "tanggal kosong"


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield "tempat", "tanggal", "jabatan penanda tangan", "penanda tangan", and prose as "teks".

    `catatan` tells the signature that gazettes ("pengundangan") and the one that certifies a copy ("salinan") from
    that which decrees; a day that is left blank has "tanggal kosong". Names stand as printed, and hang under their
    office.
    """
    for section in sections:
        if section.bagian is Bagian.PENUTUP:
            yield from _closing(section)


def _closing(section: Section) -> Iterator[Kutipan]:
    what, office = "", None
    blank: Block | None = None
    initialled, acting = False, False
    for block in _joined(section.blocks):
        text = block.printed
        initialled = initialled and not (_PLACE.match(text) or _CERTIFIED.match(text) or _holds(block))
        if blank is not None and not _ONLY_YEAR.match(text):
            yield quote(section, blank, Makna.TANGGAL, nomor="", catatan=_said(what, KOSONG))
        if blank is not None and _ONLY_YEAR.match(text):
            yield quote(
                section,
                replace(blank, last=block.last),
                Makna.TANGGAL,
                f"{blank.printed} {text}",
                nomor=text,
                catatan=_said(what, KOSONG),
            )
            blank = None
            continue
        blank = None
        if acting:
            acting = False
            yield quote(section, block, Makna.TEKS, induk=office)
        elif _ORDER.match(text):
            yield quote(section, block, Makna.TEKS)
        elif _INITIALLED.match(text):
            initialled = True
            yield quote(section, block, Makna.TEKS, catatan="paraf")
        elif initialled:
            yield quote(section, block, Makna.TEKS, catatan="paraf")
        elif (place := _PLACE.match(text)) is not None:
            what, office = ("pengundangan" if place.group("what").casefold() == "diundangkan" else ""), None
            rest = text[place.end() :].strip(" .,")
            day = _DAY.search(rest)
            if day is not None:
                yield quote(section, block, Makna.TANGGAL, rest[day.start() :], nomor=rest[day.end() :], catatan=what)
                rest = rest[: day.start()].strip(" ,")
            if rest:
                yield quote(section, block, Makna.TEMPAT, rest, catatan=what)
        elif (day := _DAY.match(text)) is not None:
            rest = text[day.end() :].strip(" .…_,")
            if re.search(r"\d{1,2}\s*[-/ ]\s*\w+", rest):
                yield quote(section, block, Makna.TANGGAL, rest, nomor=rest, catatan=what)
            elif rest:
                yield quote(section, block, Makna.TANGGAL, text, nomor=rest, catatan=_said(what, KOSONG))
            else:
                blank = block
        elif (dated := DATED.fullmatch(text)) is not None:
            what, office = "", None
            yield quote(section, block, Makna.TEMPAT, dated["place"])
            yield quote(section, block, Makna.TANGGAL, dated["day"], nomor=dated["day"])
        elif _CERTIFIED.match(text):
            what, office = "salinan", None
            yield quote(section, block, Makna.TEKS, catatan=what)
            if (held := re.search(r"\baslinya\s*,?\s*", text)) is not None and OFFICE.match(text[held.end() :]):
                own = text[held.end() :].rstrip(" ,")
                office = quote(section, block, Makna.JABATAN_PENANDA_TANGAN, own, catatan=what)
                yield office
        elif _GAZETTE.match(text):
            yield quote(section, block, Makna.TEKS, catatan="pengundangan")
        elif OFFICE.match(text) and not block.label:
            office = quote(section, block, Makna.JABATAN_PENANDA_TANGAN, text.rstrip(" ,"), catatan=what)
            yield office
        elif _FOR_ANOTHER.match(text) or SIGNED.match(text) or RANK.match(text):
            acting = _ACTING.fullmatch(text) is not None
            yield quote(section, block, Makna.TEKS, induk=office)
        elif office is not None and is_name(name := _BESIDE_RANK.split(text, maxsplit=1)[0]):
            yield quote(section, block, Makna.PENANDA_TANGAN, name, induk=office, catatan=what)
    if blank is not None:
        yield quote(section, blank, Makna.TANGGAL, nomor="", catatan=_said(what, KOSONG))


def _holds(block: Block) -> bool:
    """Whether a block is the office that signs, as a table of initials has none."""
    text = block.printed.rstrip()
    return block.kind is Kind.TEXT and bool(OFFICE.match(text)) and text.isupper() and text.endswith(",")


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, an office or a name that goes on in the next lines as one."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        length = 1
        if OFFICE.match(block.printed) and not block.label and block.kind is Kind.TEXT:
            ahead = list(takewhile(lambda each: not each.label and each.kind is Kind.TEXT, blocks[at : at + 5]))
            length = office_length([each.printed.rstrip() for each in ahead])
        elif at and _ACTING.fullmatch(blocks[at - 1].printed):
            length = 1
        elif at + 1 < len(blocks) and _name_goes_on(block, blocks[at + 1]):
            length = 2
        held = blocks[at : at + length]
        yield replace(block, text=" ".join(each.text for each in held), last=held[-1].last)
        at += length


def _name_goes_on(held: Block, block: Block) -> bool:
    one, two = held.printed.rstrip(), block.printed.rstrip()
    if held.label or block.label or "," in one or len(one + two) >= 60 or one.isupper() != two.isupper():
        return False
    return is_name(one) and is_name(two) and not RANK.match(two)


def _said(*words: str) -> str:
    return "; ".join(word for word in words if word)
