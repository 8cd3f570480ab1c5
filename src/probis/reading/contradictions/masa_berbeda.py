"""A map that serves a plan of other years, or years before it was set, cannot be followed in them."""

import re
from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.bagian import Bagian
from probis.reading.contradictions._bacaan import amends, at, cite, original, part
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K52",
    Tingkat.PERINGATAN,
    "Masa peta sama dengan masa rencananya",
    "Peta yang masanya lain daripada rencana yang dilayaninya kehilangan arah di luar masa rencana itu; yang masanya "
    "mulai sebelum ditetapkan berlaku surut tanpa mengatakannya.",
)

_SPAN = re.compile(r"((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)")


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each document and span of other years than the title's, and a title that begins before the decree."""
    title = next((k for k in original(naskah, Makna.TENTANG, Makna.JUDUL) if _span(k) and _head(k)), None)
    if title is None:
        return
    own = _span(title)
    told: set[tuple[int, tuple[int, int]]] = set()
    for kutipan in original(naskah, Makna.DOKUMEN, Makna.PERIODE):
        span = _span(kutipan)
        line = kutipan.baris_pertama
        if span is None or span == own or (line, span) in told or part(kutipan) in (Bagian.MENGINGAT, Bagian.SOP):
            continue
        told.add((line, span))
        span_text = " ".join((_SPAN.search(kutipan.teks) or [""])[0].split())
        other = next((k for k in original(naskah, Makna.DOKUMEN) if k.baris_pertama == line and _span(k) == span), None)
        what = cite(other.teks) if other is not None else "Masa"
        pesan = f"{what} mencakup {span[0]}–{span[1]}, tetapi petanya {own[0]}–{own[1]} ({at(title)})." if own else ""
        yield Pertentangan(
            other or kutipan, pesan, "Samakan masanya, atau jelaskan perbedaannya.", (title,), kata=span_text
        )
    if not amends(naskah):  # the years in the title are then those of the decree it amends
        yield from _backwards(naskah, title)


def _backwards(naskah: Naskah, title: Kutipan) -> Iterator[Pertentangan]:
    own = _span(title)
    dated = next((k for k in original(naskah, Makna.TANGGAL) if part(k) == Bagian.PENUTUP), None)
    year = re.search(r"(?:19|20)\d\d", dated.teks) if dated is not None else None
    if own and dated is not None and year and own[0] < int(year.group()):
        force = [k for k in original(naskah, Makna.DIKTUM, Makna.PASAL) if "mulai berlaku" in k.teks.casefold()]
        surut = any("surut" in k.teks.casefold() for k in force)
        if not surut:
            pesan = f"Masa peta mulai {own[0]}, tetapi naskahnya baru ditetapkan {_day(dated)} ({at(dated)})"
            pesan += f" dan berlaku sejak tanggal itu ({at(force[0])})." if force else "."
            saran = "Mulai masanya dari tahun penetapan, atau nyatakan sejak kapan berlaku surut."
            yield Pertentangan(title, pesan, saran, (dated, *force[:1]))


def _day(dated: Kutipan) -> str:
    return re.sub(r"^(?:pada )?tanggal\s*:?\s*", "", " ".join(dated.teks.split()), flags=re.IGNORECASE)


def _head(kutipan: Kutipan) -> bool:
    return part(kutipan) in (Bagian.KEPALA, Bagian.KEPALA_LAMPIRAN)


def _span(kutipan: Kutipan) -> tuple[int, int] | None:
    found = _SPAN.search(kutipan.teks)
    return (int(found.group(1)), int(found.group(2))) if found else None
