"""A list of names to how likely each is the one that another text means: words that many of them share say little."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log

from rapidfuzz import fuzz

from probis.reading.names import folded, similarity

_EMPTY = re.compile(
    r"(?:dan|serta|atau|di|ke|dari|pada|untuk|yang|dalam|dengan|bagi|oleh|terhadap|kepada|atas|per|secara|sebagai|para"
    r"|antara?|melalui)$"
)
_ACTS = re.compile(
    r"(?:me(?:ng|ny|m|n)?|pe(?:ng|ny|m|n|r|l)?|ter|ber)[a-z]{3,}(?:an|nya|kan|i)?$|evaluasi$|monitoring$|fasilitasi$|koordinasi$"
    r"|verifikasi$|sosialisasi$|implementasi$|hasil$"
)
"""Words for what is done: two names that share nothing else are not the same."""
_SAME_WORD, _UNLIKE = 86.0, 35.0


class Likeness:
    """How like names are to those of one list, 0 to 100; 100 is the same but for case, marks and abbreviations."""

    def __init__(self, names: Iterable[str]) -> None:
        held = [set(_words(name)) for name in names]
        self._count = max(1, len(held))
        self._seen: Mapping[str, int] = Counter(word for words in held for word in words)

    def score(self, one: str, other: str) -> float:
        """Return how likely both mean the same: alike letter by letter, and in the words that tell them apart."""
        alike = similarity(one, other)
        if alike >= 99.5 or alike < _UNLIKE:
            return alike
        left, right = _words(one), _words(other)
        pairs = _pairs(tuple(left), tuple(right))
        shared = sum(max(self._weight(a), self._weight(b)) for a, b in pairs)
        whole = [sum(self._weight(word) for word in words) for words in (left, right)]
        if not min(whole):
            return alike
        both, least = 2 * shared / sum(whole), shared / min(whole)
        telling = 100 * min(1.0, 0.55 * both + 0.45 * least)
        if not any(not _ACTS.match(a) for a, _ in pairs):
            telling *= 0.6
        acts = [{word for word in words if _ACTS.match(word)} for words in (left, right)]
        if all(acts) and not any(_ACTS.match(a) for a, _ in pairs):
            telling *= 0.75  # the same matter, but something else is done about it
        return min(99.0, 0.45 * alike + 0.55 * telling)

    def _weight(self, word: str) -> float:
        rare = log(1 + self._count / (1 + self._seen.get(word, 0)))
        return (0.35 if _ACTS.match(word) else 1.0) * (0.15 + rare)


@lru_cache(maxsize=4096)
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in folded(name).split() if not _EMPTY.match(word)))


def _words(name: str) -> tuple[str, ...]:
    return _words_of(name[:600])


def _pairs(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[str, str]]:
    """The words that both have, each once; forms of one word and slips of the pen count as the same."""
    rest = list(right[:60])
    made = []
    for word in left[:60]:
        best = max(rest, key=lambda other: fuzz.ratio(word, other), default=None)
        if best is not None and fuzz.ratio(word, best) >= _SAME_WORD:
            made.append((word, best))
            rest.remove(best)
    return made
