"""Chapters, articles, paragraphs and items of a text to Pasal, and its promulgation to a Pengundangan."""

import re
from collections.abc import Iterator

from probis.model import Ayat, Kutipan, Pasal, Pejabat, Pengundangan, Rincian
from probis.reading.bagian import Bagian
from probis.reading.drafting.sheet import Sheet, capped, day_of, item, name, sentence, signed, text, titled
from probis.reading.makna import Makna

_ORDER = re.compile(r"\bagar\s+(?:supaya\s+)?setiap\s+orang\s+(?:dapat\s+)?mengetahuinya\b", re.IGNORECASE)
_GAZETTED = "pengundangan"


def articles(sheet: Sheet) -> Iterator[Pasal]:
    """Yield the articles of the body in their order, each with the titles of the chapter and the part it opens."""
    bab = bagian = ""
    held = sheet.of(Makna.BAB, Makna.JUDUL, Makna.PASAL, bagian=(Bagian.BATANG_TUBUH,)) or sheet.of(Makna.PASAL)
    for kutipan in capped(held):
        if kutipan.sebagai == Makna.BAB:
            bab, bagian = titled(name(_bare(kutipan))), ""
            sheet.became("keputusan", kutipan)
        elif kutipan.sebagai == Makna.JUDUL:
            bagian = titled(name(_bare(kutipan))) if kutipan.nomor else bagian
            sheet.became("keputusan", kutipan)
        else:
            made = _article(sheet, kutipan, bab, bagian)
            if made is not None:
                yield made
                bab = bagian = ""


def _article(sheet: Sheet, kutipan: Kutipan, bab: str, bagian: str) -> Pasal | None:
    under = sheet.under(kutipan, Makna.AYAT, Makna.BUTIR, Makna.TEKS)
    said = [_bare(kutipan), *(text(k.teks) for k in under if k.sebagai == Makna.TEKS)]
    bunyi = _ORDER.split(" ".join(each for each in said if each), maxsplit=1)[0].strip()[:5000]
    clauses = tuple(_clause(sheet, each) for each in under if each.sebagai == Makna.AYAT and sentence(each))
    items = tuple(_items(sheet, under))
    sheet.became("keputusan", kutipan, *under)
    if not (bunyi or clauses or items):
        return None
    return Pasal(bab=bab, bagian=bagian, bunyi=bunyi, butir=items, ayat=clauses)


def _clause(sheet: Sheet, kutipan: Kutipan) -> Ayat:
    under = sheet.under(kutipan, Makna.BUTIR, Makna.TEKS)
    sheet.became("keputusan", *under)
    said = [sentence(kutipan), *(text(k.teks) for k in under if k.sebagai == Makna.TEKS)]
    return Ayat(bunyi=" ".join(said)[:5000].strip(), butir=tuple(_items(sheet, under)))


def _items(sheet: Sheet, under: list[Kutipan]) -> Iterator[Rincian]:
    """Yield the items; what stands deeper than their own items goes on in the words of those."""
    for kutipan in under:
        if kutipan.sebagai != Makna.BUTIR or not item(kutipan):
            continue
        below = sheet.under(kutipan, Makna.BUTIR)
        sheet.became("keputusan", *below)
        deeper = []
        for each in below:
            more = " ".join(text(k.teks) for k in sheet.under(each, Makna.BUTIR))
            deeper.append(f"{item(each)} {more}".strip()[:5000])
        yield Rincian(bunyi=item(kutipan), butir=tuple(each for each in deeper if each))


def _bare(kutipan: Kutipan) -> str:
    """The words of a chapter, part or article without the label that counts it."""
    words = text(kutipan.teks)
    label = text(kutipan.nomor)
    words = words[len(label) :] if label and words.casefold().startswith(label.casefold()) else words
    return re.sub(r"^\s*(?:Pasal\s+\S+\s*$|[.:]\s*)", "", words).strip()


def promulgation(sheet: Sheet) -> Pengundangan | None:
    """Return where, when and by whom it was gazetted, as the text says; None where it says nothing of it."""
    said = [k for k in sheet.of(*_SAID, bagian=(Bagian.PENUTUP,)) if _GAZETTED in k.catatan]
    if not said:
        return None
    first = {kind: next((k for k in said if k.sebagai == kind), None) for kind in _SAID}
    office, who = first[Makna.JABATAN_PENANDA_TANGAN], first[Makna.PENANDA_TANGAN]
    place, day, printed = first[Makna.TEMPAT], first[Makna.TANGGAL], first[Makna.TEKS]
    sheet.became("keputusan", *said)
    pejabat = None
    if office is not None or who is not None:
        jabatan = titled(name(item(office))) if office is not None else ""
        pejabat = Pejabat(jabatan=jabatan, nama=signed(who) if who is not None else "")
    berita = item(printed) if printed is not None else ""
    return Pengundangan(
        tempat=name(item(place)) if place is not None else "",
        tanggal=day_of(text(day.teks)) if day is not None else None,
        pejabat=pejabat,
        berita=titled(name(berita)) if re.match(r"(?:berita|lembaran)\b", berita, re.I) else "",
    )


_SAID = (Makna.TEMPAT, Makna.TANGGAL, Makna.JABATAN_PENANDA_TANGAN, Makna.PENANDA_TANGAN, Makna.TEKS)
