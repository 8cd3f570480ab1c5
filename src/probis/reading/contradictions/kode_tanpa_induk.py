"""A sub process whose code names no process hangs in the air."""

import re
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

_STEM = re.compile(r"(?<=\d[-./–_])[A-Za-z]+[-./–_]?$")
"""The letter before the last number of a code, with what parts the two."""


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each code whose beginning is the code of nothing, once for each beginning."""
    known = {pieces(kutipan.nomor): kutipan for kutipan in coded(naskah)}
    if not known or amends(naskah):
        return
    least = min(len(parts) for parts in known)
    wanted = {above for kutipan in coded(naskah) if len(above := _above(kutipan.nomor)) >= least}
    if len(wanted - known.keys()) * 2 > len(wanted):
        return  # where most have no parent, codes of this kind name none
    told: set[tuple[str, ...]] = set()
    for kutipan in coded(naskah):
        above = _above(kutipan.nomor)
        if len(above) >= least and above not in known and above not in told:
            told.add(above)
            stem = _STEM.sub("", last_piece(kutipan.nomor)[0]).rstrip(" .-/–_")
            pesan = f"{said(kutipan)} menjabarkan {stem}, tetapi proses berkode {stem} tidak ada dalam naskah."
            yield Pertentangan(kutipan, pesan, "Muat prosesnya, atau perbaiki kodenya.")


def _above(code: str) -> tuple[str, ...]:
    """Return the code that one stands under, by its pieces.

    A letter before the last number belongs to it ("S1" in "TRP-01-S1"), and so does one after it ("03A", put in
    beside "03").
    """
    above = pieces(code)[:-1]
    if code[-1:].isalpha() and code[-2:-1].isdigit():
        above = above[:-1]
    return above[:-1] if len(above) > 1 and above[-1].isalpha() else above
