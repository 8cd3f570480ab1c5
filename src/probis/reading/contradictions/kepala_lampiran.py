"""An annex whose head says something else than the decree belongs to another decree."""

import re
from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.bagian import Bagian
from probis.reading.contradictions._bacaan import at, cite, original, part, scanned
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna
from probis.rules._aturan import lipat

PEMERIKSAAN = Pemeriksaan(
    "K54",
    Tingkat.GALAT,
    "Kepala lampiran sama dengan keputusannya",
    "Nomor, tanggal, judul, dan pejabat pada lampiran mengikatnya pada keputusan; bila berbeda atau tidak ada, "
    "lampirannya tidak dapat dibuktikan milik keputusan itu.",
)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield number, date, title and signatory of the annex that differ from the decree's, and what its head lacks."""
    heads = [k for k in original(naskah) if part(k) == Bagian.KEPALA_LAMPIRAN]
    title = _annex_title(heads)
    if title is None:
        return
    pairs = (
        ("Nomor", _first(naskah, Makna.NOMOR, Bagian.KEPALA), [k for k in heads if k.sebagai == Makna.NOMOR]),
        ("Tanggal", _first(naskah, Makna.TANGGAL, Bagian.PENUTUP), [k for k in heads if k.sebagai == Makna.TANGGAL]),
    )
    for what, mine, theirs in pairs:
        for other in theirs[:1]:
            if mine is not None and _value(mine) != _value(other) and not (_open(mine) and _open(other)):
                pesan = f"{what} {cite(other.nomor or other.teks)} pada kepala lampiran, tetapi "
                pesan += f"{cite(mine.nomor or mine.teks)} pada {at(mine)}."
                yield Pertentangan(other, pesan, "Samakan dengan keputusannya.", (mine,))
        numbered = any(re.search(r"\bnomor\b.*\d", k.teks, re.IGNORECASE | re.DOTALL) for k in heads)
        if not theirs and what == "Nomor" and not numbered:
            yield Pertentangan(title, "Kepala lampiran tidak memuat nomor keputusannya.", "Tulis nomornya.")
    yield from _titles(naskah, heads, title)
    yield from _signed(naskah, title)


def _titles(naskah: Naskah, heads: list[Kutipan], title: Kutipan) -> Iterator[Pertentangan]:
    mine = _first(naskah, Makna.TENTANG, Bagian.KEPALA)
    theirs = next((k for k in heads if k.sebagai == Makna.TENTANG), None)
    own = theirs or next((k for k in heads if k.catatan == "judul lampiran"), None)
    regulates = any(original(naskah, Makna.PASAL))
    dated = (
        any(k.sebagai == Makna.TANGGAL for k in heads) and not regulates
    )  # a decree's annex may tell its day instead
    if theirs is None and not dated and "tentang" not in " ".join(k.teks for k in heads).casefold():
        what = "peraturannya" if regulates else "keputusannya, dan tidak pula tanggalnya"
        pesan = f"Kepala lampiran ({cite(title.teks, 10)}) tidak memuat “TENTANG” dan judul {what}."
        saran = "Tulis “TENTANG” dan judulnya sesudah nomor."
        yield Pertentangan(title, pesan, saran, (mine,) if mine else (), Tingkat.CATATAN)
    if mine is not None and theirs is not None and own is not None and _another(mine.teks, own.teks):
        pesan = f"Judul pada kepala lampiran {cite(own.teks, 30)}, tetapi {cite(mine.teks, 30)} pada {at(mine)}."
        yield Pertentangan(own, pesan, "Samakan judulnya.", (mine,))


def _another(one: str, other: str) -> bool:
    """Whether two titles differ in more than that a line of the one was lost, or letters that scanning confuses."""
    first, second = (re.sub(r"\W", "", scanned(each)) for each in (one, other))
    return not first.startswith(second) and not second.startswith(first)


def _signed(naskah: Naskah, title: Kutipan) -> Iterator[Pertentangan]:
    line = title.baris_pertama
    # Who promulgates it, or certifies the copy, signs the decree only.
    names = [k for k in original(naskah, Makna.PENANDA_TANGAN) if not k.catatan]
    body = [k for k in names if k.baris_pertama < line]
    annex = [k for k in names if k.baris_pertama > line]
    if body and not annex:
        pesan = f"Lampiran tidak ditandatangani; keputusannya ditandatangani {cite(body[-1].teks)} ({at(body[-1])})."
        yield Pertentangan(title, pesan, "Bubuhkan tanda tangan di akhir lampiran.", (body[-1],), Tingkat.PERINGATAN)
    known = {scanned(k.teks) for k in body}
    for each in annex if body else ():
        if scanned(each.teks) not in known and lipat(each.teks) != lipat(body[-1].teks):
            pesan = f"Lampiran ditandatangani {cite(each.teks)}, keputusannya {cite(body[-1].teks)} ({at(body[-1])})."
            yield Pertentangan(each, pesan, "Samakan penanda tangannya.", (body[-1],))


def _annex_title(heads: list[Kutipan]) -> Kutipan | None:
    return next((k for k in heads if k.sebagai == Makna.JUDUL), heads[0] if heads else None)


def _first(naskah: Naskah, kind: Makna, bagian: Bagian) -> Kutipan | None:
    return next((k for k in original(naskah, kind) if part(k) == bagian), None)


def _open(kutipan: Kutipan) -> bool:
    """Whether a number or day is left to be filled in: dots and lines, no digit."""
    return not re.search(r"\d", kutipan.nomor or kutipan.teks)


def _value(kutipan: Kutipan) -> str:
    """Return what tells two numbers or days apart, with the letters that scanning confuses made one."""
    return re.sub(r"\W+", "", scanned(kutipan.nomor or kutipan.teks))
