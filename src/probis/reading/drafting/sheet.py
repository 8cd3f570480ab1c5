"""The quotations of a text, as the parts of a draft share them: what stands where, ids, sources, questions, gaps."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from probis.interchange.yaml.slug import Taken, slug
from probis.law.tanggal import baca_tanggal
from probis.model import ISI_SENDIRI, JenisSumber, Kutipan, Naskah, PilihanUsul, Sumber, Usul
from probis.reading.makna import Makna

MOST = 2000
"""How many elements of one kind a draft takes: what a document of a public body can need, many times over."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_LONGEST_NAME, _LONGEST_TEXT = 300, 5000
_MARKS, _LABELLED = re.compile(r"\W{0,3}"), re.compile(r"[.):]{0,2}\s*:?\s+")
"""What may stand before the label of a sentence, and what after it."""

_SMALL = frozenset(
    ["dan", "atau", "di", "ke", "dari", "pada", "untuk", "yang", "dalam", "dengan", "serta", "bagi", "oleh"]
)


@dataclass(frozen=True, slots=True)
class Kurang:
    """Kurang (gap): what a decree of this kind says and this text does not, with the line where it was to stand."""

    hal: str
    pesan: str
    baris: int = 0


_PROPOSED = (600_000, 35_000)


@dataclass
class Size:
    """How much of the text's file is taken: bytes, and entries as the reader of the folder counts them."""

    bytes: int = 0
    entries: int = 0

    def takes(self, words: Iterable[str], entries: int, most_bytes: int, most_entries: int) -> bool:
        """Whether so much more stays within the limits; then it is taken."""
        size = sum(len(each.encode()) for each in words) + 20 * entries
        if self.bytes + size > most_bytes or self.entries + entries > most_entries:
            return False
        self.bytes, self.entries = self.bytes + size, self.entries + entries
        return True


class Written(str):
    """What a person wrote where none of the choices was right."""

    __slots__ = ()


class Questions:
    """The proposals of one draft, and the decisions on them that were made before."""

    def __init__(self, answers: Mapping[str, Usul]) -> None:
        self._answers = answers
        self._taken = Taken(())
        self.usul: list[Usul] = []
        self.size = Size()
        self.beyond = 0

    def choose(
        self,
        jenis: str,
        about: Sequence[str],
        pertanyaan: str,
        kutipan: Iterable[Kutipan],
        pilihan: Iterable[tuple[str, str, float]],
        bawaan: str,
        isian: str = "",
    ) -> str:
        """Put a question and return the key of the choice that holds: the one decided on, else `bawaan`.

        Where `isian` names what may be filled in ("kode"), a person may write it, and gets it back as `Written`.
        `about` is what the question is about in the words of the text: the id follows from it.
        """
        said = "\n".join((jenis, *(" ".join(each.casefold().split()) for each in about)))
        mark = sha256(said.encode()).hexdigest()[:6]
        id_ = self._taken.new(f"{slug(jenis, 30)}--{slug(about[0] if about else jenis, 40)}--{mark}")
        choices = {key: PilihanUsul(kunci=key, bunyi=text(words), skor=round(score)) for key, words, score in pilihan}
        if isian:
            choices[ISI_SENDIRI] = PilihanUsul(kunci=ISI_SENDIRI, bunyi=f"{isian[:1].upper()}{isian[1:]} lain.")
        before = self._answers.get(id_)
        putusan = before.putusan if before is not None and before.putusan in choices else ""
        usul = Usul(
            id=id_,
            jenis=jenis,
            pertanyaan=text(pertanyaan),
            kutipan=tuple(dict.fromkeys(each.id for each in kutipan if each.id)),
            pilihan=tuple(choices.values()),
            bawaan=bawaan,
            putusan=putusan,
            isian=name(before.isian) if before is not None and putusan == ISI_SENDIRI else "",
        )
        words = [usul.pertanyaan, *(choice.bunyi for choice in usul.pilihan)]
        if self.size.takes(words, 20 + 7 * len(words), *_PROPOSED):
            self.usul.append(usul)
        else:
            self.beyond += 1
        if not usul.diputuskan:
            return bawaan
        return Written(usul.isian) if usul.putusan == ISI_SENDIRI else usul.putusan


@dataclass
class Sheet:
    """One text on its way to a draft. `acuan` names the decree in the sources; `about` gets the addresses."""

    naskah: Naskah
    acuan: str
    questions: Questions
    about: dict[str, str] = field(default_factory=dict)
    kurang: list[Kurang] = field(default_factory=list)
    ends: Taken = field(default_factory=lambda: Taken(()))
    goals: Taken = field(default_factory=lambda: Taken(()))
    products: Taken = field(default_factory=lambda: Taken(()))

    def __post_init__(self) -> None:
        self._kinds: dict[str, list[Kutipan]] = {}
        self._under: dict[str, list[Kutipan]] = {}
        self.by_id: dict[str, Kutipan] = {}
        for kutipan in self.naskah.kutipan:
            self.by_id.setdefault(kutipan.id, kutipan)
            if "#" not in kutipan.bagian:
                self._kinds.setdefault(kutipan.sebagai, []).append(kutipan)
            if kutipan.induk:
                self._under.setdefault(kutipan.induk, []).append(kutipan)

    def of(self, *kinds: Makna, bagian: Iterable[str] = ()) -> list[Kutipan]:
        """Return the quotations of these kinds in the document itself (not in left-over pages), in reading order."""
        held = [kutipan for kind in kinds for kutipan in self._kinds.get(str(kind), ())]
        wanted = {str(each) for each in bagian}
        if len(kinds) > 1:
            held.sort(key=lambda kutipan: kutipan.baris_pertama)
        return [kutipan for kutipan in held if not wanted or kutipan.bagian in wanted]

    def first(self, *kinds: Makna, bagian: Iterable[str] = ()) -> Kutipan | None:
        """Return the first of them, or None."""
        return next(iter(self.of(*kinds, bagian=bagian)), None)

    def under(self, kutipan: Kutipan, *kinds: Makna) -> list[Kutipan]:
        """Return the quotations that hang under this one, of these kinds where any are named."""
        wanted = {str(kind) for kind in kinds}
        return [each for each in self._under.get(kutipan.id, ()) if not wanted or each.sebagai in wanted]

    def source(self, *kutipan: Kutipan, untuk: tuple[str, ...] = ()) -> Sumber:
        """Return the source that says: this stands in the decree, in these lines."""
        lines = ", ".join(dict.fromkeys(each.baris for each in kutipan))
        return Sumber(jenis=JenisSumber.KEPUTUSAN, acuan=self.acuan, baris=name(lines), untuk=untuk)

    def proposed(self, why: str, untuk: tuple[str, ...] = ()) -> Sumber:
        """Return the source that says: a proposal, on this ground."""
        return Sumber(jenis=JenisSumber.USULAN, acuan=text(why), untuk=untuk)

    def became(self, address: str, *kutipan: Kutipan) -> None:
        """Keep that these quotations speak of the element at this address; the first address of one holds."""
        for each in kutipan:
            self.about.setdefault(each.id, address)

    def missing(self, hal: str, pesan: str, near: Kutipan | None = None) -> None:
        """Keep that the text does not say something."""
        self.kurang.append(Kurang(hal, pesan, near.baris_pertama if near is not None else 0))


# Words ---------------------------------------------------------------------------------------------------------------


def printable(words: str) -> str:
    """Return words without what no file of the folder can hold: control characters and halves of signs."""
    return _CONTROL.sub(" ", words).strip()


def text(words: str) -> str:
    """Return a text as the model takes it: no control characters, white space as single spaces, not too long."""
    return " ".join(_CONTROL.sub(" ", words).split())[:_LONGEST_TEXT].strip()


def name(words: str) -> str:
    """Return a name as the model takes it."""
    return text(words)[:_LONGEST_NAME].strip()


def sentence(kutipan: Kutipan) -> str:
    """Return what a quotation says, without its label and without the mark (and "dan") that joins it to the next."""
    said = text(kutipan.teks)
    begins = _MARKS.match(said)
    for at in range(begins.end() + 1 if begins is not None and kutipan.nomor else 0):
        if said.startswith(kutipan.nomor, at) and (label := _LABELLED.match(said, at + len(kutipan.nomor))) is not None:
            said = said[label.end() :]
            break
    said = re.sub(r"\s*[;,]\s*(?:dan|atau|dan/atau)\s*$", "", said).rstrip(" ;")
    return said.strip()


def item(kutipan: Kutipan) -> str:
    """Return an item of a list: like a sentence, also without a full stop at its end."""
    return sentence(kutipan).rstrip(" .;,")


def signed(kutipan: Kutipan) -> str:
    """Return the name of who signs as printed: its first letter is no label, its last full stop belongs to a title."""
    return name(kutipan.teks).rstrip(" ,;")


def day_of(words: str) -> date | None:
    """Return the day that a closing prints; letters that a scan took for digits are read as such."""
    found = re.search(r"(?<!\w)([0-9OolI]{1,2})\s+([A-Za-z]{3,9})\s+([0-9OolI]{4})(?!\w)", words)
    if found is None:
        return baca_tanggal(words)
    sharp = str.maketrans("OolI", "0011")
    return baca_tanggal(f"{found[1].translate(sharp)} {found[2]} {found[3].translate(sharp)}")


def titled(words: str) -> str:
    """Return words in capitals with capital first letters; others as they are."""
    if not words.isupper():
        return words
    made = (word.casefold() if word.casefold() in _SMALL else word.capitalize() for word in words.split(" "))
    return " ".join(made)


def capped(kutipan: Iterable[Kutipan]) -> Iterator[Kutipan]:
    """Yield as many as a draft takes."""
    for number, each in enumerate(kutipan):
        if number >= MOST:
            return
        yield each
