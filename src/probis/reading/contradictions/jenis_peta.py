"""The kinds of map that a decree announces are those that its annex has."""

import re
from collections.abc import Iterator

from probis.model import Naskah, Tingkat
from probis.reading.bagian import Bagian
from probis.reading.contradictions._bacaan import cite, original, part
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K55",
    Tingkat.GALAT,
    "Jenis peta yang ditetapkan ada dalam lampiran",
    "Diktum menyebut jenis peta yang ditetapkan; lampiran yang tidak memuatnya tidak menetapkan apa-apa untuk jenis "
    "itu. PermenPANRB 19/2018 mengenal empat: peta proses, peta sub proses, peta relasi, dan peta lintas fungsi.",
)
_KINDS = (
    (Bagian.PETA_LINTAS_FUNGSI, "peta lintas fungsi", re.compile(r"lintas\s*fungsi|cross[- ]functional", re.I)),
    (Bagian.PETA_RELASI, "peta relasi", re.compile(r"relasi|relationship", re.I)),
    (Bagian.PETA_SUB_PROSES, "peta sub proses", re.compile(r"sub\s*-?\s*proses", re.I)),
    (Bagian.PETA_PROSES, "peta proses", re.compile(r"peta\s+proses", re.I)),
)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each announced kind without a part of its own, and the kinds of the four that are not announced."""
    announced = original(naskah, Makna.JENIS_PETA)
    there = {part(k) for k in original(naskah) if k.sebagai not in (Makna.JENIS_PETA, Makna.DERAU)}
    if any(k.sebagai == Makna.PROSES and part(k) == Bagian.BATANG_TUBUH for k in original(naskah)):
        there.add(str(Bagian.PETA_PROSES))  # a regulation may list them in its articles
    named: dict[Bagian, str] = {}
    for kutipan in announced:
        for bagian, called, pattern in _KINDS:
            if pattern.search(kutipan.teks):
                if bagian not in named and str(bagian) not in there and there & {str(each) for each, _, _ in _KINDS}:
                    pesan = f"{cite(kutipan.teks)} ditetapkan di sini, tetapi lampiran tidak memuatnya."
                    yield Pertentangan(kutipan, pesan, "Muat petanya, atau hapus jenis ini dari diktum.")
                named.setdefault(bagian, called)
                break
    left = [called for bagian, called, _ in reversed(_KINDS) if bagian not in named]
    if announced and left and len(named) > 1:
        pesan = f"Yang ditetapkan tidak menyebut {' dan '.join(left)}."
        yield Pertentangan(announced[0], pesan, "Sebut keempat jenis peta.", tingkat=Tingkat.PERINGATAN)
