"""The particulars of a template and of a new body to a change of texts and ids: the one's words become the other's."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from probis.edits._government import Pemerintah, Taraf, pemerintah_instansi
from probis.model import Instansi, PetaProsesBisnis

_REGIONAL = ("provinsi", "kabupaten", "kota")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase and what takes its place; a `proper` name keeps its own capitals, an `exact` one needs them too.

    `bare` means: only where no capitalised word follows, for then it would be part of another name.
    """

    old: str
    new: str
    proper: bool = False
    exact: bool = False
    bare: bool = False


class Words:
    """All phrases of one change; longer ones go first, and what one has put in is not changed again."""

    def __init__(self, phrases: Iterator[Phrase]) -> None:
        known: dict[tuple[str, bool], Phrase] = {}
        for phrase in phrases:
            key = (phrase.old if phrase.exact else phrase.old.casefold(), phrase.bare)
            if phrase.old.strip() and key not in known:
                known[key] = phrase
        self.phrases = sorted(known.values(), key=lambda phrase: (-len(phrase.old), phrase.old, not phrase.bare))
        self._said: dict[str, str] = {}
        self._pattern = re.compile("|".join(f"({_shape(phrase)})" for phrase in self.phrases) or r"(?!)")
        slugs = {slugged(phrase.old): slugged(phrase.new) for phrase in reversed(self.phrases) if not phrase.bare}
        self._slugs = {old: new for old, new in slugs.items() if old and new and old != new}
        ordered = sorted(self._slugs, key=lambda old: (-len(old), old))
        shapes = "|".join(map(re.escape, ordered))
        self._ids = re.compile(rf"(?<![a-z0-9])(?:{shapes})(?![a-z0-9])" if ordered else r"(?!)")

    def text(self, text: str) -> str:
        """Return the text in the new body's words; spaces that a dropped word leaves are closed."""
        if text not in self._said:
            made = self._pattern.sub(self._put, text)
            self._said[text] = text if made == text else re.sub(r" {2,}", " ", made).replace(" ,", ",").strip()
        return self._said[text]

    def _put(self, found: re.Match[str]) -> str:
        phrase = self.phrases[(found.lastindex or 1) - 1]
        said = found[0]
        if said.isupper() and not phrase.old.isupper():
            return phrase.new.upper()
        return phrase.new.lower() if said.islower() and not phrase.proper and not phrase.old.islower() else phrase.new

    def id(self, id_: str) -> str:
        """Return the id with the same words changed."""
        return self._ids.sub(lambda found: self._slugs[found[0]], id_)


def _shape(phrase: Phrase) -> str:
    body = r"\s+".join(map(re.escape, phrase.old.split()))
    ahead = r"(?!\s+(?-i:[A-Z]))" if phrase.bare else ""
    shape = rf"(?<!\w){body}(?!\w){ahead}"
    return shape if phrase.exact else f"(?i:{shape})"


def slugged(text: str) -> str:
    """Return a text as an id: lower case, hyphens; "" where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def initials(name: str) -> str:
    """Return the initials of a name's capitalised words: Nusa Tenggara Timur → NTT."""
    return "".join(word[0] for word in name.split() if word[:1].isupper())


def words_between(template: PetaProsesBisnis, new: Instansi, government: Pemerintah | None) -> Words:
    """Return the change of a template's words to those of a new body; `government` is the new body's own."""
    return Words(_phrases(template, new, government))


def _phrases(template: PetaProsesBisnis, new: Instansi, government: Pemerintah | None) -> Iterator[Phrase]:
    old = template.instansi
    ours = pemerintah_instansi(old)
    yield Phrase(old.nama, new.nama, proper=True)
    if old.induk and old.induk.nama:
        yield Phrase(old.induk.nama, new.induk.nama if new.induk else new.sebutan, proper=True)
    yield Phrase(old.sebutan, new.sebutan, proper=True)
    yield from _people(template, new)
    if ours is not None and government is not None:
        yield from _offices(ours, government)
        yield from _names(ours, government)
    yield from _unit(old, new)
    if old.tempat:
        yield Phrase(old.tempat, new.tempat or new.sebutan, proper=True)
    for dash in ("-", "–", " – ", " - ", " s.d. "):
        then = f"{new.periode.awal}{dash}{new.periode.akhir}"
        yield Phrase(f"{old.periode.awal}{dash}{old.periode.akhir}", then, proper=True)


def _people(template: PetaProsesBisnis, new: Instansi) -> Iterator[Phrase]:
    decree = template.keputusan
    heads = (template.instansi.pejabat, decree.penanda_tangan if decree else None)
    for head in heads:
        if head is not None:
            yield Phrase(head.jabatan, new.pejabat.jabatan if new.pejabat else "", proper=True)
            if len(head.nama) > 3:
                yield Phrase(head.nama, new.pejabat.nama if new.pejabat else "", proper=True)


def _offices(ours: Pemerintah, theirs: Pemerintah) -> Iterator[Phrase]:
    """Yield what the two levels call the same thing, with the government's name after it and without."""
    names = _called(ours)
    for term in _table()["istilah"]:
        if ours.taraf not in term.get("dari", (ours.taraf,)):
            continue
        old, new = term[ours.taraf], term[theirs.taraf]
        gone = theirs.taraf in term.get("lesap", ())
        for name in names if term.get("nama") else ():
            after = "" if gone else f" {theirs.nama if name == ours.nama else theirs.sebutan}"
            head = theirs.kepala if old in _HEADS else theirs.nama if new == "Lembaga" else f"{new}{after}"
            yield Phrase(f"{old} {name}", head, proper=True)
        yield Phrase(old, new, bare=ours.taraf not in _REGIONAL)


_HEADS = frozenset({"Gubernur", "Bupati", "Wali Kota", "Menteri"})


def _called(government: Pemerintah) -> tuple[str, ...]:
    short = initials(government.nama)
    names = [government.sebutan, government.nama]
    if len(short) > 2:
        names += [short] if government.taraf == "lembaga" else [f"{government.taraf.capitalize()} {short}", short]
    return tuple(dict.fromkeys(names))


def _names(ours: Pemerintah, theirs: Pemerintah) -> Iterator[Phrase]:
    for name in _called(ours):
        short = name == initials(ours.nama)
        yield Phrase(name, theirs.nama if name in (ours.nama, initials(ours.nama)) else theirs.sebutan, True, short)


def _unit(old: Instansi, new: Instansi) -> Iterator[Phrase]:
    """Yield the kind of unit ("Biro") with its head, and the own name of a body that is called after its place."""
    was, now = old.sebutan.split(), new.sebutan.split()
    if len(was) < 2 or was[0][0].islower():
        return
    yield Phrase(f"Kepala {was[0]}", f"Kepala {now[0]}", bare=True)
    yield Phrase(was[0], now[0], bare=True)
    short = _table()["kepala"]
    if was[0] in short and was[0] != now[0]:
        yield Phrase(short[was[0]], short.get(now[0], f"Kepala {now[0]}"))
    if old.jenis.value in ("kecamatan", "provinsi", "kabupaten", "kota"):
        place = " ".join(was[1:])
        there = " ".join(now[1:]) if old.jenis is new.jenis else ""
        if old.jenis is not new.jenis:
            yield Phrase(f"Camat {place}", f"Kepala {new.sebutan}", proper=True)
            yield Phrase("Camat", f"Kepala {now[0]}")
        yield Phrase(place, there, proper=True)


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("probis.edits").joinpath("padanan.toml").read_text(encoding="utf-8"))


def strangers(taraf: Taraf | None) -> tuple[str, ...]:
    """Return the words that a body of this level does not use of itself: what still holds one was copied blindly."""
    khas = _table()["khas"]
    match taraf:
        case "provinsi":
            return tuple(khas["pusat"])
        case "kabupaten" | "kota":
            return (*khas["provinsi"], *khas["pusat"])
        case "kementerian" | "lembaga":
            return (*khas["provinsi"], *khas["daerah"])
    return ()


def own_words(template: PetaProsesBisnis) -> tuple[str, ...]:
    """Return the words by which only the template's own body, place and people are known."""
    old = template.instansi
    ours = pemerintah_instansi(old)
    found = [old.tempat, old.nama]
    if ours is not None:
        found += [ours.nama, initials(ours.nama) if len(initials(ours.nama)) > 2 else ""]
    if old.jenis.value in ("kecamatan", "provinsi", "kabupaten", "kota"):
        found.append(" ".join(old.sebutan.split()[1:]))
    decree = template.keputusan
    for head in (old.pejabat, decree.penanda_tangan if decree else None):
        found.append(head.nama if head else "")
    return tuple(dict.fromkeys(word for word in found if len(word) > 2))


def holds(text: str, words: tuple[str, ...]) -> str | None:
    """Return the first of the words that a text holds as a word of its own, or None."""
    return next((word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)), None)
