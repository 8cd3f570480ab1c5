"""A sentence to the bodies, units and posts that it names: those the model knows, and those it does not."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from rapidfuzz.distance import OSA

from probis.model import Jabatan, PetaProsesBisnis, Pihak, UnitKerja
from probis.rules._aturan import lipat

_SURE = 12
"""Letters of a name from which one wrong letter does not make it another name."""


@dataclass(frozen=True, slots=True)
class Disebut:
    """Disebut (named): the words of the sentence, and whose they are; None where the model knows nobody of the name."""

    kata: str
    pelaku: str | None


@dataclass(frozen=True, slots=True)
class Kenalan:
    """Kenalan (acquaintances): folded names to ids, and the folded names of what is nobody (processes, products)."""

    pelaku: Mapping[str, str]
    lain: frozenset[str]


def kenalan(model: PetaProsesBisnis) -> Kenalan:
    """Return the names by which a sentence may name somebody of the model, and those by which it names something."""
    named: dict[str, str] = {}
    organisasi = model.organisasi
    everybody: list[UnitKerja | Jabatan | Pihak] = [*organisasi.unit, *organisasi.jabatan, *organisasi.pihak]
    for one in everybody:
        for name in (one.nama, one.nama_singkat):
            if lipat(name):
                named.setdefault(lipat(name), one.id)
    for short, full in _words()["singkatan"].items():
        known = {lipat(short), *map(lipat, full)}
        ids = {id_ for name, id_ in named.items() if name in known or any(_begins(name, other) for other in known)}
        if len(ids) == 1:
            named |= {name: next(iter(ids)) for name in known if name not in named}
    things = {lipat(one.nama) for one in model.proses} | {lipat(one.nama) for one in model.produk}
    return Kenalan(named, frozenset(things - set(named)))


def disebut(bunyi: str, dikenal: Kenalan) -> Iterator[Disebut]:
    """Yield whom a sentence names, from its first word on, the longest name first at each place."""
    words = re.findall(r"[\w/-]+|[^\w\s]", bunyi)
    longest = max((len(name.split()) for name in (*dikenal.pelaku, *dikenal.lain)), default=0)
    at = 0
    while at < len(words):
        taken, found = _known_at(words, at, longest, dikenal)
        if not taken:
            taken, found = _unknown_at(words, at, dikenal)
        if found is not None:
            yield found
        at += taken or 1


def _known_at(words: list[str], at: int, longest: int, dikenal: Kenalan) -> tuple[int, Disebut | None]:
    """How many words from here on are a known name, and whose; nobody's where it is the name of a thing."""
    data = _words()
    # Within words written large a name may be part of a title: "Penataan Kelembagaan Perangkat Daerah".
    sure = words[at] in data["kepala"] or words[at] in data["singkatan"] or not (at and words[at - 1][:1].isupper())
    for many in range(min(longest, len(words) - at), 0, -1):
        if not all(word[:1].isalnum() for word in words[at : at + many]):
            continue
        said = " ".join(words[at : at + many])
        folded = lipat(said)
        if folded in dikenal.lain and many > 1:
            return many, None
        who = dikenal.pelaku.get(folded) or (_misspelt(folded, dikenal) if sure and words[at][:1].isupper() else None)
        # One word in small letters is a word of the language: "masyarakat", "pelapor".
        if who and sure and (many > 1 or words[at][:1].isupper()):
            return many, Disebut(said, who)
    return 0, None


def _misspelt(folded: str, dikenal: Kenalan) -> str | None:
    if len(folded) < _SURE:
        return None
    alike = ((name, id_) for name, id_ in dikenal.pelaku.items() if abs(len(name) - len(folded)) <= 1)
    near = {id_ for name, id_ in alike if OSA.distance(folded, name, score_cutoff=1) == 1}
    return next(iter(near)) if len(near) == 1 else None


def _unknown_at(words: list[str], at: int, dikenal: Kenalan) -> tuple[int, Disebut | None]:
    """How many words from here on are certainly the name of a body, and whose if just one could be meant."""
    data = _words()
    if words[at] in data["singkatan"]:
        return 1, Disebut(words[at], None)
    if words[at] not in data["kepala"] or (at and words[at - 1][:1].isupper()):
        return 0, None
    end = at + 1
    while end < len(words) and _goes_on(words, end):
        end += 1
    if end == at + 1 or words[at + 1] in data["bukan_sesudah"]:
        return 0, None
    place = next((n for n in range(at + 1, end) if words[n] in data["wilayah"]), end)
    core = lipat(" ".join(words[at:place]))
    meant = {id_ for name, id_ in dikenal.pelaku.items() if f"{name} ".startswith(f"{core} ")}
    said = " ".join(words[at:end])
    if meant:
        return end - at, Disebut(said, next(iter(meant))) if len(meant) == 1 else None
    return end - at, Disebut(said, None) if place > at + 1 else None


def _goes_on(words: list[str], at: int) -> bool:
    word = words[at]
    if word in _words()["penutup"]:
        return False
    return word[:1].isupper() or (word == "dan" and at + 1 < len(words) and _own(words[at + 1]))


def _own(word: str) -> bool:
    """Whether a word after “dan” still belongs to the same name: one that begins no name itself."""
    data = _words()
    return word[:1].isupper() and word not in data["kepala"] and word not in data["singkatan"]


def _begins(name: str, other: str) -> bool:
    """Whether a name is another one with the place it stands in: "Dinas Kesehatan Kabupaten X"."""
    return len(other.split()) > 1 and name.startswith(f"{other} ")


@cache
def _words() -> Mapping[str, Any]:
    return MappingProxyType(tomllib.loads(files("probis.rules").joinpath("badan.toml").read_text(encoding="utf-8")))
