"""Marks and spaces that say something else than they should: a sentence that ends in a comma, a gap in a number."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cite, original, part
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K09",
    Tingkat.CATATAN,
    "Tanda baca dan spasi ditulis dengan benar",
    "Kalimat yang berakhir dengan koma tampak terpotong, spasi di dalam nomor membuat nomornya tidak ketemu, dan "
    "kutipan yang tidak ditutup tidak jelas akhirnya.",
)
_SENTENCES = (Makna.TELAAHAN, Makna.TEKS, Makna.DEFINISI, Makna.PENGUMUMAN, Makna.DIKTUM)
_GAPS = (
    (re.compile(r"\S+\s/\S*\w|\w\S*/\s+\w\S*|\w+\s/\s\w+"), "spasi di sebelah garis miring"),
    (re.compile(r"\b\d{4}\s+[-–]\s*\d{4}\b|\b\d{4}\s*[-–]\s+\d{4}\b"), "spasi di dalam rentang tahun"),
)
_SPACED = tuple(what for _, what in _GAPS)
_SKIPPED = (Makna.DERAU, Makna.DARI, Makna.KE, Makna.PRODUK, Makna.JUDUL)
_QUOTES = (("“", "”"),)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield, once a line and kind, each such place of the document itself."""
    told: set[tuple[int, str]] = set()
    texts = [k for k in original(naskah) if k.sebagai not in _SKIPPED]
    for kutipan in texts:
        for what, shown, saran in _faults(kutipan):
            if (kutipan.baris_pertama, what) not in told:
                told.add((kutipan.baris_pertama, what))
                other = _otherwise(kutipan, shown, texts) if what in _SPACED else None
                more = f"; pada {at(other[0])} tertulis {cite(other[1])}" if other is not None else ""
                again = (k for k in texts if k.baris != kutipan.baris and shown.strip("“”") in k.teks)
                there = (other[0],) if other is not None else tuple(again)[:1] if what in _SPACED else ()
                yield Pertentangan(kutipan, f"{shown}: {what}{more}.", saran, there)


def _otherwise(kutipan: Kutipan, shown: str, texts: Sequence[Kutipan]) -> tuple[Kutipan, str] | None:
    """Return the first place where the same words stand with other spaces, and how."""
    words = shown.strip("“”")
    pattern = re.compile(r"\s*".join(re.escape(each) for each in re.findall(r"\w+|[^\w\s]", words)), re.IGNORECASE)
    for other in texts:
        found = pattern.search(other.teks) if other.baris != kutipan.baris and "…" not in shown else None
        if found is not None and found.group().casefold() != words.casefold():
            return other, found.group()
    return None


def _faults(kutipan: Kutipan) -> Iterator[tuple[str, str, str]]:
    text = " ".join(kutipan.teks.split())
    if kutipan.sebagai in _SENTENCES and part(kutipan) not in ("kepala", "penutup") and text.endswith(","):
        yield "kalimatnya berakhir dengan koma", cite(" ".join(text.split()[-6:])), "Akhiri dengan titik."
    for pattern, what in _GAPS:
        if kutipan.sebagai == Makna.PERIODE:
            continue
        found = pattern.search(text)
        if found is not None:
            yield what, cite(found.group()), "Tulis tanpa spasi."
    for left, right in _QUOTES:
        if text.count(left) != text.count(right):
            yield "tanda kutipnya tidak berpasangan", cite(text, 8), "Tutup kutipannya."
