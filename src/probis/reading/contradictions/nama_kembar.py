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
