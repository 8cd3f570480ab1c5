"""Marks and spaces that say something else than they should: a sentence that ends in a comma, a gap in a number."""

import re
from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import cite, original, part
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
_QUOTES = (("“", "”"),)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield, once a line and kind, each such place of the document itself."""
    told: set[tuple[int, str]] = set()
    for kutipan in original(naskah):
        if kutipan.sebagai in (Makna.DERAU, Makna.DARI, Makna.KE, Makna.PRODUK, Makna.JUDUL):
            continue
        for what, shown, saran in _faults(kutipan):
            if (kutipan.baris_pertama, what) not in told:
                told.add((kutipan.baris_pertama, what))
                yield Pertentangan(kutipan, f"{shown}: {what}.", saran)


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
