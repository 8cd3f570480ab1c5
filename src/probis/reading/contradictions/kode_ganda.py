"""One code for two processes, or printed again where it already was, points nowhere."""

from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import BERKODE, at, coded, copies, folded, name, part, said
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.names import similarity

PEMERIKSAAN = Pemeriksaan(
    "K02",
    Tingkat.GALAT,
    "Satu kode hanya untuk satu proses",
    "Kode yang dipakai dua kali tidak lagi menunjuk satu proses. Kode yang tercetak lagi pada halaman ulangan "
    "dilaporkan juga, sebab pembaca tidak tahu peta mana yang berlaku.",
)

_OTHER = 45.0  # of 100; below it two names are two processes


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield codes of one part that name two processes, and codes that a repeated page prints again."""
    first: dict[tuple[str, str], Kutipan] = {}
    for kutipan in coded(naskah):
        key = (part(kutipan), folded(kutipan.nomor))
        before = first.setdefault(key, kutipan)
        if before is not kutipan and similarity(name(before), name(kutipan)) < _OTHER:
            pesan = f"Kode {said(kutipan)} sudah dipakai untuk {said(before)} pada {at(before)}."
            yield Pertentangan(kutipan, pesan, "Beri salah satunya kode sendiri.", (before,))
    known = {folded(kutipan.nomor): kutipan for kutipan in coded(naskah)}
    for kutipan in copies(naskah):
        before_ = known.get(folded(kutipan.nomor)) if kutipan.sebagai in BERKODE else None
        if before_ is not None and kutipan.nomor:
            pesan = f"{said(kutipan)} tercetak lagi; sudah ada pada {at(before_)}."
            yield Pertentangan(kutipan, pesan, "Hapus halaman ulangannya.", (before_,))
