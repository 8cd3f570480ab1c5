"""Two codes with one name are one process counted twice."""

from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, coded, folded, name, said
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.rules._aturan import lipat

PEMERIKSAAN = Pemeriksaan(
    "K06",
    Tingkat.PERINGATAN,
    "Dua kode tidak bernama sama",
    "Nama yang sama di bawah dua kode berarti satu proses terhitung dua kali, atau salah satu namanya salah salin.",
)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each code whose name another code already has."""
    first: dict[str, Kutipan] = {}
    told: set[str] = set()
    for kutipan in coded(naskah):
        key = lipat(name(kutipan))
        if not key:
            continue
        before = first.setdefault(key, kutipan)
        code = folded(kutipan.nomor)
        if folded(before.nomor) != code and code not in told:
            told.add(code)
            pesan = f"{said(kutipan)} bernama sama dengan {before.nomor} pada {at(before)}."
            yield Pertentangan(kutipan, pesan, "Bedakan namanya, atau hapus salah satunya.", (before,))
    yield from _repeated(naskah, told)


def _repeated(naskah: Naskah, told: set[str]) -> Iterator[Pertentangan]:
    """Sub processes that say the whole name of their process again, from its first word on, and add to it."""
    above = {folded(k.nomor): k for k in reversed(coded(naskah)) if name(k)}
    for kutipan in coded(naskah):
        code = folded(kutipan.nomor)
        parent = above.get(code.rpartition("-")[0])
        if parent is None or code in told:
            continue
        mine, theirs = _words(kutipan), _words(parent)
        if len(theirs) > 1 and mine[:1] == theirs[:1] and set(theirs) <= set(mine):
            told.add(code)
            pesan = f"{said(kutipan)} mengulang nama prosesnya, {said(parent)} pada {at(parent)}."
            saran = "Beri sub proses nama yang menyebut bagiannya saja."
            yield Pertentangan(kutipan, pesan, saran, (parent,), Tingkat.CATATAN)


def _words(kutipan: Kutipan) -> list[str]:
    return [word for word in lipat(name(kutipan)).split() if word not in ("dan", "serta", "atau")]
