"""A Naskah to the processes its explanations name, and which coded process each of them is."""

import re
from dataclasses import dataclass

from probis.model import Kutipan, Naskah
from probis.reading.contradictions._bacaan import coded, depth, name, original, shares_topic, topics
from probis.reading.makna import Makna
from probis.reading.names import similarity
from probis.rules._aturan import lipat

_ALIKE = 62.0  # of 100; above it a name of an explanation is taken for the coded one
_SURE = 80.0  # below it the names must also share a word of what they are about
_ACTION = re.compile(r"(?:pe[mn]?\w+an|pe\w+an|evaluasi|fasilitasi|monitoring|reformasi|koordinasi|analisis)\b", re.I)


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
        if key and not key.startswith(parties):
            found.setdefault(key, []).append(kutipan)
    return tuple(Named(" ".join(each[0].teks.split()), tuple(each)) for each in found.values())


def match(naskah: Naskah, named: Named) -> Kutipan | None:
    """Return the coded process that a name of an explanation means: same name on the first level, else most alike."""
    best: tuple[float, Kutipan] | None = None
    candidates = coded(naskah)
    if not candidates:
        return None
    least = min(depth(each.nomor) for each in candidates)
    for each in candidates:
        if depth(each.nomor) != least:
            continue
        score = similarity(named.teks, name(each))
        if score < _SURE and not shares_topic(topics(named.teks), topics(name(each))):
            continue
        if _truncated(named.teks, name(each)):
            score = max(score, 70.0)
        if score >= _ALIKE and (best is None or score > best[0]):
            best = (score, each)
    if best is None:
        exact = [each for each in candidates if lipat(name(each)) == lipat(named.teks)]
        return exact[0] if exact else None
    return best[1]


def _truncated(one: str, other: str) -> bool:
    first, second = topics(one), topics(other)
    if not first or not second or len(lipat(one).split()) < 2:
        return False
    # One word in common says little where the other name has several more.
    return (first <= second or second <= first) and (min(len(first), len(second)) > 1 or len(first ^ second) < 2)


def is_work(text: str) -> bool:
    """Whether a name reads as work that is done, not as a thing or a body."""
    return bool(_ACTION.match(text.strip()))
