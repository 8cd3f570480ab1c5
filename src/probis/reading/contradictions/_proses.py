"""A Naskah to the processes its explanations name, and which coded process each of them is."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from probis.model import Kutipan, Naskah
from probis.reading.contradictions._bacaan import coded, depth, name, original, scanned, shares_topic, topics
from probis.reading.contradictions._bacaan import folded as folded_code
from probis.reading.makna import Makna
from probis.reading.names import folded, similarity
from probis.rules._aturan import lipat

_ALIKE = 62.0  # of 100; above it a name of an explanation is taken for the coded one
_SURE = 80.0  # below it the names must also share a word of what they are about
_ACTION = re.compile(r"(?:pe[mn]?\w+an|pe\w+an|evaluasi|fasilitasi|monitoring|reformasi|koordinasi|analisis)\b", re.I)

_BESIDE = re.compile(r"pendukung|lain|manaj", re.IGNORECASE)
_BODY = re.compile(
    r"(?:pusat|biro|bidang|dinas|badan|seksi|sub\s?bagian|bagian|direktorat|balai|inspektorat|sekretariat|kantor|unit|UPTD?"
    r"|kementerian|lembaga|deputi|satuan)\s+(?!dari\b)[A-Z]",
    re.IGNORECASE,
)
"""What a unit or body is called by, where nothing else tells that it is one."""


@dataclass(frozen=True, slots=True)
class Named:
    """A process as explanations name it, with every quotation that does, in order."""

    teks: str
    kutipan: tuple[Kutipan, ...]


def explained(naskah: Naskah) -> tuple[Named, ...]:
    """Return the names that flows and relations of the explanations go from and to, each once, parties left out."""
    parties = tuple(lipat(each.teks) for each in original(naskah, Makna.PIHAK, Makna.UNIT))
    found: dict[str, list[Kutipan]] = {}
    for kutipan in original(naskah, Makna.DARI, Makna.KE):
        key = lipat(kutipan.teks)
        if key and not key.startswith(parties) and not _BODY.match(kutipan.teks):
            found.setdefault(key, []).append(kutipan)
    return tuple(Named(" ".join(each[0].teks.split()), tuple(each)) for each in found.values())


Matcher = Callable[[str], Kutipan | None]


def matcher(naskah: Naskah) -> Matcher:
    """Return what finds the coded process that a name means: same name on the first level, else most alike.

    Each name is looked for once, however often it is asked.
    """
    candidates = [(each, name(each), topics(name(each))) for each in coded(naskah)]
    least = min((depth(each.nomor) for each, _, _ in candidates), default=0)
    top = [(each, text, words) for each, text, words in candidates if depth(each.nomor) == least]
    exact: dict[str, Kutipan] = {}
    for each, text, _ in candidates:
        exact.setdefault(scanned(text), each)

    same: dict[str, Kutipan] = {}  # nothing is more alike than the same words
    for each, text, _ in top:
        same.setdefault(folded(text).replace(" ", ""), each)

    @cache
    def found(teks: str) -> Kutipan | None:
        if (key := folded(teks).replace(" ", "")) in same and key:
            return same[key]
        best: tuple[float, Kutipan] | None = None
        own = topics(teks)
        for each, text, words in top:
            score = similarity(teks, text)
            if score < _SURE and not shares_topic(own, words):
                continue
            if _truncated(teks, text):
                score = max(score, 70.0)
            if score >= _ALIKE and (best is None or score > best[0]):
                best = (score, each)
        return best[1] if best is not None else exact.get(scanned(teks))

    return found


def _truncated(one: str, other: str) -> bool:
    first, second = topics(one), topics(other)
    if not first or not second or len(lipat(one).split()) < 2:
        return False
    # One word in common says little where the other name has several more.
    return (first <= second or second <= first) and (min(len(first), len(second)) > 1 or len(first ^ second) < 2)


def supporting(naskah: Naskah) -> frozenset[str]:
    """Return the codes, folded, of processes in a group that serves the others, told above them or beside them."""
    groups = [k for k in original(naskah, Makna.KELOMPOK) if _BESIDE.search(k.teks)]
    above, beside = {k.id for k in groups}, {k.induk for k in groups if k.induk}
    return frozenset(folded_code(k.nomor) for k in coded(naskah) if k.induk in above or k.id in beside)


def is_work(text: str) -> bool:
    """Whether a name reads as work that is done, not as a thing or a body."""
    return bool(_ACTION.match(text.strip()))
