"""The kinds of map that a decree announces are those that its annex has."""

import re
from collections.abc import Iterator

from probis.model import Naskah, Tingkat
from probis.reading.bagian import Bagian
from probis.reading.contradictions._bacaan import cite, original, part, series
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
    (Bagian.PETA_LINTAS_FUNGSI, "peta lintas fungsi", re.compile(r"[l1I]intas\s*fungsi|cross[- ]functional", re.I)),
    (Bagian.PETA_RELASI, "peta relasi", re.compile(r"relasi|relationship|peta\s+hubungan|hubungan\s+antar", re.I)),
    (Bagian.PETA_SUB_PROSES, "peta sub proses", re.compile(r"sub\s*-?\s*proses", re.I)),
    (Bagian.PETA_PROSES, "peta proses", re.compile(r"peta\s+proses", re.I)),
)

_SHOWN = (
    (Bagian.PETA_PROSES, (Makna.PROSES,)),
    (Bagian.PETA_SUB_PROSES, (Makna.SUB_PROSES,)),
    (Bagian.PETA_LINTAS_FUNGSI, (Makna.LINTAS_FUNGSI, Makna.LANGKAH)),
)
"""What a map holds, wherever it stands: one table may show processes with their sub processes."""


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each announced kind that the annex does not show, and the kinds it shows that are not announced."""
    announced = original(naskah, Makna.JENIS_PETA)
    there = {part(k) for k in original(naskah) if k.sebagai not in (Makna.JENIS_PETA, Makna.DERAU)}
    parts = frozenset(there)
    heads = [k.teks for k in original(naskah, Makna.JUDUL) if part(k) not in (Bagian.DIKTUM, Bagian.BATANG_TUBUH)]
    there |= {str(bagian) for bagian, _, pattern in _KINDS if any(pattern.search(head) for head in heads)}
    kinds = {k.sebagai for k in original(naskah)}
    there |= {str(bagian) for bagian, shown in _SHOWN if kinds & set(shown)}
    named: dict[Bagian, str] = {}
    for kutipan in announced:
        for bagian, called, pattern in _KINDS:
            if pattern.search(kutipan.teks):
                if bagian not in named and str(bagian) not in there and there & {str(each) for each, _, _ in _KINDS}:
                    pesan = f"{cite(kutipan.teks)} ditetapkan di sini, tetapi lampiran tidak memuatnya."
                    yield Pertentangan(kutipan, pesan, "Muat petanya, atau hapus jenis ini dari diktum.")
                named.setdefault(bagian, called)
                break
    left = [
        called
        for bagian, called, _ in reversed(_KINDS)
        if bagian not in (*named, Bagian.PETA_PROSES) and bagian in parts
    ]
    if announced and left and len(named) > 1:
        pesan = f"Yang ditetapkan tidak menyebut {series(left)}, padahal lampiran memuatnya."
        saran = "Sebut semua jenis peta yang ada dalam lampiran."
        yield Pertentangan(announced[0], pesan, saran, tingkat=Tingkat.PERINGATAN)
