"""A number that is written twice and differs, or counts what is not there, is wrong in one of the places."""

import re
from collections.abc import Iterator

from probis.model import Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cite, original
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K50",
    Tingkat.GALAT,
    "Bilangan sama dengan hurufnya dan dengan isinya",
    "“5 (enam)” tidak memberi tahu mana yang benar; “5 (lima) area” yang diikuti empat area berarti satu hilang.",
)

_ONES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_BOTH = re.compile(r"(\d{1,3})\s*\(\s*([A-Za-z ]{3,30})\s*\)\s*(\w+)?")


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield numbers whose word says another number, and announced numbers of areas that the line does not list."""
    told: set[tuple[int, str]] = set()
    for kutipan in original(naskah):
        for found in _BOTH.finditer(kutipan.teks):
            value = spelt(found.group(2))
            key = (kutipan.baris_pertama, found.group().casefold())
            if value is None or key in told:
                continue
            told.add(key)
            if value != int(found.group(1)):
                pesan = f"“{found.group(1)} ({found.group(2).strip()})”: angka dan hurufnya tidak sama."
                yield Pertentangan(kutipan, pesan, "Samakan angka dan hurufnya.", kata=found.group())
    areas = original(naskah, Makna.AREA)
    for kutipan in original(naskah, Makna.BILANGAN):
        here = [each for each in areas if each.baris_pertama == kutipan.baris_pertama]
        text = next((each.teks for each in original(naskah, Makna.TELAAHAN) if each.baris == kutipan.baris), "")
        whole = f"dari {kutipan.teks}" in text
        if "area" in kutipan.teks.casefold() and here and not whole and kutipan.nomor.isdigit():
            if int(kutipan.nomor) == len(here):
                continue
            pesan = f"{cite(kutipan.teks)} diumumkan, tetapi {len(here)} disebut pada {at(kutipan)}."
            yield Pertentangan(kutipan, pesan, "Sebut semuanya, atau perbaiki bilangannya.", (here[-1],))
            break


def spelt(words: str) -> int | None:
    """Return the number that Indonesian words up to ninety-nine say, None for other words."""
    parts = words.casefold().split()
    if parts == ["sepuluh"]:
        return 10
    if parts == ["sebelas"]:
        return 11
    if len(parts) == 1 and parts[0] in _ONES:
        return _ONES.index(parts[0])
    if len(parts) == 2 and parts[0] in _ONES and parts[1] == "belas":
        return 10 + _ONES.index(parts[0])
    if len(parts) in (2, 3) and parts[0] in _ONES and parts[1] == "puluh":
        rest = spelt(parts[2]) if len(parts) == 3 else 0
        return None if rest is None else 10 * _ONES.index(parts[0]) + rest
    return None
