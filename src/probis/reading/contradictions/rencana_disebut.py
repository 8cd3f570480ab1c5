"""A plan that is called otherwise from one place to the next may be another plan, or another edition of it."""

import re
from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cite, initials, original
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna
from probis.rules._aturan import lipat

PEMERIKSAAN = Pemeriksaan(
    "K52",
    Tingkat.CATATAN,
    "Satu rencana disebut dengan satu nama",
    "Rencana yang di satu tempat disebut dengan tahunnya dan di tempat lain tanpa tahun, atau nama daerahnya sekali "
    "disingkat sekali ditulis penuh, dapat terbaca sebagai dua rencana atau dua edisi.",
)

_YEARS = re.compile(r"(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?")
_LEAD = re.compile(r"(?:periode|tahun|tahap\s+[ivx]+)\b", re.IGNORECASE)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield, once each, plans of one kind whose name differs from its first by years or by an abbreviation."""
    first: dict[str, Kutipan] = {}
    told: set[str] = set()
    for kutipan in original(naskah, Makna.DOKUMEN):
        words = _LEAD.sub(" ", _YEARS.sub(" ", kutipan.teks))
        kind, names = _split(words)
        if not names:
            continue
        before = first.setdefault(kind, kutipan)
        if before is kutipan or _printed(before) == _printed(kutipan) or _printed(kutipan) in told:
            continue
        other = _split(_LEAD.sub(" ", _YEARS.sub(" ", before.teks)))[1]
        if not _one(names, other):
            continue
        ways = []
        if names != other:
            ways.append("nama daerahnya sekali disingkat sekali ditulis penuh")
        mine, theirs = _YEARS.search(kutipan.teks), _YEARS.search(before.teks)
        if (mine is None) != (theirs is None):
            ways.append("tahunnya hanya di salah satu tempat")
        if ways:
            told.add(_printed(kutipan))
            pesan = f"{cite(kutipan.teks)} di sini, {cite(before.teks)} pada {at(before)}: {' dan '.join(ways)}."
            yield Pertentangan(kutipan, pesan, "Sebut rencana itu dengan satu nama.", (before,))


def _split(words: str) -> tuple[str, tuple[str, ...]]:
    """Return the kind of plan, its first word or words before the name of the region, and the words of the name."""
    parts = words.split()
    at_ = next((n for n, word in enumerate(parts) if word.casefold() in ("provinsi", "kabupaten", "kota")), 0)
    return (lipat(" ".join(parts[:at_])), tuple(word.casefold() for word in parts[at_ + 1 :])) if at_ else ("", ())


def _one(names: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((names, other), key=len)
    return names == other or (len(short) == 1 and short[0] == initials(long))


def _printed(kutipan: Kutipan) -> str:
    return lipat(kutipan.teks)
