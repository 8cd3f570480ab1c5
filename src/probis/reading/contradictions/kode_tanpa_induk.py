"""A sub process whose code names no process hangs in the air."""

from collections.abc import Iterator

from probis.model import Naskah, Tingkat
from probis.reading.contradictions._bacaan import amends, coded, last_piece, pieces, said
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan

PEMERIKSAAN = Pemeriksaan(
    "K04",
    Tingkat.GALAT,
    "Kode sub proses berawal kode proses yang ada",
    "Sub proses yang kodenya berawal kode yang tidak tercetak di mana pun tidak diketahui menjabarkan proses apa.",
)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each code whose beginning is the code of nothing, once for each beginning."""
    known = {pieces(kutipan.nomor): kutipan for kutipan in coded(naskah)}
    if not known or amends(naskah):
        return
    least = min(len(parts) for parts in known)
    told: set[tuple[str, ...]] = set()
    for kutipan in coded(naskah):
        above = pieces(kutipan.nomor)[:-1]
        if above[-1:] and above[-1].isdigit() and kutipan.nomor[-1:].isalpha() and kutipan.nomor[-2:-1].isdigit():
            above = above[:-1]  # "03A" was put in beside "03", it is no part of it
        if len(above) >= least and above not in known and above not in told:
            told.add(above)
            stem = last_piece(kutipan.nomor)[0].rstrip(" .-/–_")
            pesan = f"{said(kutipan)} menjabarkan {stem}, tetapi proses berkode {stem} tidak ada dalam naskah."
            yield Pertentangan(kutipan, pesan, "Muat prosesnya, atau perbaiki kodenya.")
