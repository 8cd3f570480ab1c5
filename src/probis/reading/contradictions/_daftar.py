"""Two lists of one kind to which item of the one is which of the other: the same, nearly, split, or nowhere there."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from probis.model import Kutipan, Naskah
from probis.reading.bagian import Bagian
from probis.reading.contradictions._bacaan import CASCADE, original, part
from probis.reading.makna import Makna
from probis.rules._aturan import lipat

_WORDS = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}")
"""What no item of a plan is without; a number alone was read in the place of one."""
_ALIKE, _PART = 66.0, 74.0  # of 100: two wordings of one item; an item that is a piece of another


@dataclass(frozen=True, slots=True)
class Lists:
    """What two lists of one kind have in common.

    `same` pairs items of equal words, `near` those worded otherwise, `split` an item of the first list with its pieces
    in the second; `only_first` and `only_second` stand in one list only.
    """

    kind: Makna
    first: tuple[Kutipan, ...]
    second: tuple[Kutipan, ...]
    same: tuple[tuple[Kutipan, Kutipan], ...]
    near: tuple[tuple[Kutipan, Kutipan], ...]
    split: tuple[tuple[Kutipan, tuple[Kutipan, ...]], ...]
    only_first: tuple[Kutipan, ...]
    only_second: tuple[Kutipan, ...]


def compared(naskah: Naskah) -> tuple[Lists, ...]:
    """Return each kind of the cascade that stands both in the list and in the table, compared."""
    return tuple(
        _aligned(kind, first, second)
        for kind in CASCADE
        if (first := listed(naskah, kind, Bagian.ARAH)) and (second := listed(naskah, kind, Bagian.KETERKAITAN))
    )


def listed(naskah: Naskah, kind: Makna, bagian: Bagian) -> tuple[Kutipan, ...]:
    """Return the items of a kind in a part, each text once; what stands in a wrong column counts for what it is."""
    wrong = misplaced(naskah)
    found: dict[str, Kutipan] = {}
    for each in original(naskah, *CASCADE):
        meant = wrong.get(each.id, Makna(each.sebagai))
        if part(each) == bagian and meant is kind and _WORDS.search(each.teks):
            found.setdefault(lipat(each.teks), each)
    return tuple(found.values())


def misplaced(naskah: Naskah) -> dict[str, Makna]:
    """Return items of the table that stand in the column of another kind, by id, with the kind that they are.

    Certain is an item whose words the list gives to another kind; and one that begins as nearly all items of the next
    kind do ("Meningkatnya …") and nearly none of its own.
    """
    table = [each for each in original(naskah, *CASCADE) if part(each) == Bagian.KETERKAITAN]
    in_list = {lipat(k.teks): Makna(k.sebagai) for k in original(naskah, *CASCADE) if part(k) == Bagian.ARAH}
    found: dict[str, Makna] = {}
    shares = {kind: _share(table, kind) for kind in CASCADE}
    for each in table:
        kind = Makna(each.sebagai)
        told = in_list.get(lipat(each.teks))
        if told is not None and told is not kind:
            found[each.id] = told
        elif kind is Makna.TUJUAN and _result(each) and shares[kind] < 0.4 and shares[Makna.SASARAN] > 0.6:
            found[each.id] = Makna.SASARAN
        elif kind is Makna.SASARAN and _verb(each) and shares[kind] > 0.8 and shares[Makna.TUJUAN] < 0.2:
            found[each.id] = Makna.TUJUAN
    return found


def _share(table: list[Kutipan], kind: Makna) -> float:
    items = [each for each in table if each.sebagai == kind]
    return sum(_result(each) for each in items) / len(items) if items else 0.0


def _first_word(kutipan: Kutipan) -> str:
    return (kutipan.teks.casefold().split() or [""])[0]


def _result(kutipan: Kutipan) -> bool:
    word = _first_word(kutipan)
    return word.endswith("nya") and word.startswith(("me", "ter", "ber"))


def _verb(kutipan: Kutipan) -> bool:
    word = _first_word(kutipan)
    return word.startswith("me") and word.endswith(("kan", "i")) and not word.endswith("nya")


def _aligned(kind: Makna, first: tuple[Kutipan, ...], second: tuple[Kutipan, ...]) -> Lists:
    there = {lipat(each.teks): each for each in second}
    same = tuple((each, there[lipat(each.teks)]) for each in first if lipat(each.teks) in there)
    rest = [each for each in first if lipat(each.teks) not in there]
    equal = {pair[1].id for pair in same}
    others = [each for each in second if each.id not in equal]
    chosen: dict[str, list[Kutipan]] = {}
    for other in others:
        best = max(rest, key=lambda each: _likeness(each, other), default=None)
        if best is not None and _likeness(best, other) >= _ALIKE:
            chosen.setdefault(best.id, []).append(other)
    near, split = [], []
    for each in rest:
        matches = chosen.get(each.id, [])
        if len(matches) == 1:
            near.append((each, matches[0]))
        elif matches:
            split.append((each, tuple(matches)))
    taken = {one.id for matches in chosen.values() for one in matches}
    alone = tuple(each for each in rest if each.id not in chosen)
    extra = tuple(each for each in others if each.id not in taken)
    return Lists(kind, first, second, same, tuple(near), tuple(split), alone, extra)


def _likeness(one: Kutipan, other: Kutipan) -> float:
    a, b = lipat(one.teks), lipat(other.teks)
    whole = fuzz.ratio(a, b)
    words = fuzz.token_sort_ratio(a, b)
    pieces = fuzz.token_set_ratio(a, b)
    return max(whole, words, pieces - 12 if pieces >= _PART else 0.0)
