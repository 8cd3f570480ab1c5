"""The closing of an instrument or an annex: place, day, office and name, and where it was gazetted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from probis.model import Kutipan
from probis.reading.blocks import Block
from probis.reading.instrument import OFFICE, SIGNED, is_name
from probis.reading.makna import Makna
from probis.reading.parts._quote import quote
from probis.reading.sections import Bagian, Section

_PLACE = re.compile(r"(?P<what>ditetapkan|dikeluarkan|diundangkan)\s*(?:di\b)?\s*:?\s*", re.IGNORECASE)
_DAY = re.compile(r"(?:pada\s+)?tanggal\s*:?\s*", re.IGNORECASE)
_ORDER = re.compile(r"agar\s+(?:supaya\s+)?setiap\s+orang", re.IGNORECASE)
_GAZETTE = re.compile(r"(?:berita|lembaran|tambahan\s+lembaran)\s+(?:negara|daerah)\b", re.IGNORECASE)
_CERTIFIED = re.compile(r"salinan\s+(?:sesuai|ini)|sesuai\s+dengan\s+aslinya|salinan$", re.IGNORECASE)
_RANK = re.compile(
    r"(?:pembina|penata|pengatur|pangkat|juru|golongan|brigjen|kolonel)\b|(?:nip|nrp|nidn|nik)\b", re.IGNORECASE
)
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
    for block in _joined(section.blocks):
        text = block.printed
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
        if _ORDER.match(text):
            yield quote(section, block, Makna.TEKS)
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
        elif SIGNED.match(text) or _RANK.match(text):
            yield quote(section, block, Makna.TEKS, induk=office)
        elif office is not None and is_name(name := _BESIDE_RANK.split(text, maxsplit=1)[0]):
            yield quote(section, block, Makna.PENANDA_TANGAN, name, induk=office, catatan=what)
    if blank is not None:
        yield quote(section, blank, Makna.TANGGAL, nomor="", catatan=_said(what, KOSONG))


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, an office or a name that goes on in the next line as one."""
    held: Block | None = None
    for block in blocks:
        if held is not None and _goes_on(held, block):
            held = replace(held, text=f"{held.text} {block.text}", last=block.last)
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _goes_on(held: Block, block: Block) -> bool:
    one, two = held.printed.rstrip(), block.printed.rstrip()
    if held.label or block.label or SIGNED.match(two) or _RANK.match(two) or OFFICE.match(two) or len(one + two) > 160:
        return False
    if OFFICE.match(one):
        return not one.endswith(",") and two.endswith(",") and one.isupper() == two.isupper()
    return "," not in one and is_name(one) and is_name(two) and one.isupper() == two.isupper() and len(one + two) < 60


def _said(*words: str) -> str:
    return "; ".join(word for word in words if word)
