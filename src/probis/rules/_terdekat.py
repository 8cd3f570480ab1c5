"""A word that names nothing and the names there are to the one that was surely meant, or none."""

import re
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

from probis.rules._aturan import lipat

_SHORTEST = 5
"""Letters of a part of an id from which one wrong letter leaves no doubt; shorter ones often differ by one."""


def surely(target: str, ids: Iterable[str], names: Mapping[str, str] | None = None) -> str | None:
    """Return the one id that `target` was meant to be, or None where anybody could doubt it.

    Sure is: the same words with other case, spaces or marks; the name of just one thing instead of its id; or one
    letter too many, too few, wrong or two changed round in a long word, with nothing else nearly as close. Digits and
    short parts tell things apart, so these are never guessed. `names` maps ids to what a reader calls them.
    """
    known = list(dict.fromkeys(ids))
    same = [one for one in known if lipat(one) == lipat(target)]
    called = [id_ for id_, name in (names or {}).items() if name and lipat(name) == lipat(target)]
    for found in (same, called):
        if found:
            return found[0] if len(set(found)) == 1 else None
    close = [one for one in known if OSA.distance(target, one, score_cutoff=2) <= 2]
    if len(close) == 1 and OSA.distance(target, close[0]) == 1 and _plainly(target, close[0]):
        return close[0]
    return None


def _plainly(target: str, id_: str) -> bool:
    """Whether two ids differ in one long word only, or only in how their words are joined."""
    if re.sub(r"[\W_]", "", target) == re.sub(r"[\W_]", "", id_):
        return True
    if re.sub(r"\D", "", target) != re.sub(r"\D", "", id_):
        return False
    left, right = re.split(r"[\W_]+", target), re.split(r"[\W_]+", id_)
    if len(left) != len(right):
        return False
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(differing) == 1 and min(map(len, differing[0])) >= _SHORTEST
