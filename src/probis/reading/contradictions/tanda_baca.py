"""Marks and spaces that say something else than they should: a sentence that ends in a comma, a gap in a number."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cite, original, part, places
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna
from probis.reading.parts.tanda import BUTIR, JABATAN

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
_APART = re.compile(r"\d+\s?/\s+[A-Z]|.*\b(?:cap|ttd|tanda)\b", re.IGNORECASE)
"""A number of a page beside a running head; "(cap / tanda tangan)"."""
_MOST = 200  # places for which the same words are sought elsewhere
_SPACED = tuple(what for _, what in _GAPS)
_SKIPPED = (Makna.TANDA, Makna.DERAU, Makna.DARI, Makna.KE, Makna.PRODUK, Makna.JUDUL)
_QUOTES = (("“", "”"),)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield, once a line and kind, each such place of the document itself."""
    told: set[tuple[int | str, str]] = set()
    texts = [k for k in original(naskah) if k.sebagai not in _SKIPPED]
    plain = [(k, _plain(k.teks)) for k in texts]
    for kutipan in texts:
        for what, shown, saran in _faults(kutipan):
            key = _plain(shown)
            if (kutipan.baris_pertama, what) not in told and (key, what) not in told:
                told |= {(kutipan.baris_pertama, what), (key, what)}
                again = tuple(
                    k for k, text in plain if what in _SPACED and key.strip("“”") in text and k is not kutipan
                )
                other = _otherwise(kutipan, shown, plain) if what in _SPACED and len(told) <= _MOST else None
                more = f"; pada {at(other[0])} tertulis {cite(other[1])}" if other is not None else ""
                there = (other[0],) if other is not None else ()
                same = [k for k in again if k.baris != kutipan.baris and k not in there][:_MOST]
                more += f"; juga pada {places(same)}" if same else ""
                kata = shown.strip("“”…")
                yield Pertentangan(kutipan, f"{shown}: {what}{more}.", saran, (*there, *same), kata=kata)
    yield from _offices([k for k in original(naskah, Makna.TANDA) if k.catatan == JABATAN])
    yield from _lists([k for k in original(naskah, Makna.TANDA) if k.catatan == BUTIR])


def _plain(text: str) -> str:
    return "".join(text.casefold().split())


def _offices(offices: Sequence[Kutipan]) -> Iterator[Pertentangan]:
    """The office that signs without the comma after it; told once, at the first."""
    bare = [k for k in offices if not k.nomor]
    if bare:
        right = [k for k in offices if k.nomor == ","][:1]
        more = f"; pada {at(right[0])} dengan koma" if right else ""
        rest = f" Juga pada {places(bare[1:])}." if len(bare) > 1 else ""
        pesan = f"{cite(bare[0].teks)}: nama jabatan tanpa koma di belakangnya{more}.{rest}"
        yield Pertentangan(bare[0], pesan, "Akhiri nama jabatan dengan koma.", (*right, *bare[1:]))


def _lists(ends: Sequence[Kutipan]) -> Iterator[Pertentangan]:
    for kutipan in ends:
        right = sorted((k for k in ends if k.nomor == "."), key=lambda k: k.bagian != kutipan.bagian)[:1]
        if kutipan.nomor == ";" and right:
            pesan = f"{cite(' '.join(kutipan.teks.split()[-5:]))}: butir terakhir berakhir dengan titik koma"
            pesan += f"; pada {at(right[0])} dengan titik."
            yield Pertentangan(kutipan, pesan, "Akhiri butir terakhir dengan titik.", tuple(right))


def _otherwise(kutipan: Kutipan, shown: str, texts: Sequence[tuple[Kutipan, str]]) -> tuple[Kutipan, str] | None:
    """Return the first place where the same words stand with other spaces, and how."""
    words = shown.strip("“”")
    pattern = re.compile(r"\s*".join(re.escape(each) for each in re.findall(r"\w+|[^\w\s]", words)), re.IGNORECASE)
    wanted = _plain(words)
    for other, plain in () if "…" in shown else texts:
        found = pattern.search(other.teks) if other.baris != kutipan.baris and wanted in plain else None
        if found is not None and found.group().casefold() != words.casefold():
            return other, found.group()
    return None


def _faults(kutipan: Kutipan) -> Iterator[tuple[str, str, str]]:
    text = " ".join(kutipan.teks.split())
    if (
        kutipan.sebagai in _SENTENCES
        and part(kutipan) not in ("kepala", "penutup")
        and text.endswith(",")
        and not text.isupper()
    ):
        yield "kalimatnya berakhir dengan koma", cite(" ".join(text.split()[-6:])), "Akhiri dengan titik."
    for pattern, what in _GAPS:
        if kutipan.sebagai == Makna.PERIODE:
            continue
        found = pattern.search(text)
        if found is not None and not _APART.match(found.group()):
            yield what, cite(found.group()), "Tulis tanpa spasi."
    for left, right in _QUOTES:
        if text.count(left) != text.count(right):
            yield "tanda kutipnya tidak berpasangan", cite(text, 8), "Tutup kutipannya."
