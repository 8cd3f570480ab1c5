"""A report and the decisions on it to what its page shows: lines beside what was understood, findings, proposals."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Generic, TypeVar

from probis.model import ISI_SENDIRI, Tingkat, Usul
from probis.reading.makna import Makna
from probis.reading.shape import BarisRow, KutipanRow, LaporanRows, PetikanRow, TemuanRow, UsulRow
from probis.reading.understanding import Taraf

LINES, FINDINGS, PROPOSALS = 200, 60, 25
"""How many stand on one page."""
_LONGEST, _LONGEST_VALUE = 240, 150
_WITHOUT_VALUE = (Makna.TEKS, Makna.DERAU)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One page of a long list: what stands on it, its number, of how many, and how many things there are in all."""

    items: Sequence[T]
    number: int
    of: int
    total: int

    @property
    def before(self) -> int:
        """The page before, 0 for none."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The page after, 0 for none."""
        return self.number + 1 if self.number < self.of else 0


@dataclass(frozen=True, slots=True)
class Said:
    """What a passage was taken for: kind, number or code as printed, value, what became of it, a remark."""

    kind: str
    nomor: str
    value: str
    became: str
    remark: str
    lines: str


@dataclass(frozen=True, slots=True)
class Found:
    """A contradiction with its number in the report."""

    number: int
    level: Tingkat
    row: TemuanRow


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of a proposal: `verb` is what the button says, `holds` that it is in force.

    One that is `free` is filled in by a person; `written` is what stands there.
    """

    kunci: str
    bunyi: str
    skor: int
    verb: str
    best: bool
    holds: bool
    decided: bool
    free: bool
    written: str

    @property
    def label(self) -> str:
        """The words before what is filled in."""
        return self.bunyi.rstrip(".")


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage that a proposal is about."""

    line: int
    kind: str
    nomor: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal with its passages and choices."""

    id: str
    jenis: str
    question: str
    quotes: tuple[Quote, ...]
    choices: tuple[Choice, ...]
    decided: bool
    best: Choice | None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the text beside what was understood; `head` is what begins here (a page of the file, a part)."""

    nomor: int
    first: bool
    head: tuple[str, ...]
    petikan: Sequence[PetikanRow]
    said: tuple[Said, ...]
    found: tuple[Found, ...]
    others: tuple[Found, ...]
    asked: tuple[Asked, ...]


def part(items: Sequence[T], number: int, size: int) -> Part[T]:
    """Return one page of the items; a number beyond the ends is that of the nearest page."""
    of = max(1, ceil(len(items) / size))
    number = min(max(1, number), of)
    return Part(items[(number - 1) * size : number * size], number, of, len(items))


def part_with(items: Sequence[T], wanted: Callable[[T], bool], size: int) -> int:
    """Return the number of the page on which the first wanted item stands, 1 where none is."""
    place = next((at for at, item in enumerate(items) if wanted(item)), 0)
    return place // size + 1


def findings(report: LaporanRows) -> tuple[Found, ...]:
    """Return the contradictions in the order of the report."""
    return tuple(Found(n, Tingkat(each["tingkat"]), each) for n, each in enumerate(report["temuan"], 1))


def proposals(report: LaporanRows, decided: Mapping[str, Usul]) -> tuple[Asked, ...]:
    """Return the proposals of the text, each with the decision that holds now."""
    known = {each["id"]: each for each in report["kutipan"]}
    return tuple(_asked(each, known, decided) for each in report["usul"] if not each["usang"])


def _asked(row: UsulRow, known: Mapping[str, KutipanRow], decided: Mapping[str, Usul]) -> Asked:
    keys = [each["kunci"] for each in row["pilihan"]]
    held = decided.get(row["id"])
    key = held.putusan if held is not None and held.putusan in keys else ""
    written = held.isian if held is not None and key == ISI_SENDIRI else ""
    top = max(row["pilihan"], key=lambda each: each["skor"], default=None)
    best_key = top["kunci"] if top is not None and top["skor"] > 0 else ""
    choices = tuple(
        Choice(
            each["kunci"],
            each["bunyi"],
            each["skor"],
            "Terima" if each["kunci"] == best_key else "Tolak" if each["kunci"] == row["bawaan"] else "Pakai ini",
            each["kunci"] == best_key,
            each["kunci"] == (key or row["bawaan"]),
            each["kunci"] == key,
            each["kunci"] == ISI_SENDIRI,
            written,
        )
        for each in sorted(row["pilihan"], key=lambda each: _rank(each["kunci"], best_key, row["bawaan"]))
    )
    quotes = [known[id_] for id_ in row["kutipan"] if id_ in known]
    shown = tuple(
        Quote(_first(each["baris"]), each["sebagai"], each["nomor"], cut(each["teks"])) for each in quotes[:6]
    )
    best = next((each for each in choices if each.best), None)
    jenis = row["jenis"].replace("-", " ")
    return Asked(row["id"], jenis, row["pertanyaan"], shown, choices, bool(key), best)


def _rank(key: str, best: str, standing: str) -> int:
    """The likeliest choice comes first, then the others, that which is to be filled in, and that which holds now."""
    return 0 if key == best else 3 if key == standing else 2 if key == ISI_SENDIRI else 1


def above(asked: Sequence[Asked], score: int) -> dict[str, str]:
    """Return the likeliest choice of every open proposal whose score is at least so high."""
    least = max(1, score)
    return {a.id: a.best.kunci for a in asked if not a.decided and a.best is not None and a.best.skor >= least}


# Lines ---------------------------------------------------------------------------------------------------------------


def lines(report: LaporanRows, *, only_open: bool = False) -> list[BarisRow]:
    """Return the lines with words, or only those in which something was not understood."""
    return [each for each in report["baris"] if any(_counts(petikan, only_open) for petikan in each["petikan"])]


def _counts(petikan: PetikanRow, only_open: bool) -> bool:
    return bool(petikan["teks"].strip()) and (not only_open or petikan["taraf"] == Taraf.BELUM)


def rows(report: LaporanRows, chosen: Sequence[BarisRow], asked: Sequence[Asked]) -> Iterator[Row]:
    """Yield the chosen lines with what was understood of each, what contradicts itself there, and what is asked."""
    numbers = {each["nomor"] for each in chosen}
    quotes: dict[int, list[KutipanRow]] = {}
    for each in report["kutipan"]:
        if (line := _first(each["baris"])) in numbers:
            quotes.setdefault(line, []).append(each)
    at: dict[int, list[Found]] = {}
    beside: dict[int, list[Found]] = {}
    for found in findings(report):
        line = found.row["baris"] or 0
        at.setdefault(line, []).append(found)
        for other in dict.fromkeys(place["baris"] for place in found.row["lain"]):
            if other != line:
                beside.setdefault(other, []).append(found)
    questions: dict[int, list[Asked]] = {}
    for each_asked in asked:
        for line in dict.fromkeys(quote.line for quote in each_asked.quotes):
            questions.setdefault(line, []).append(each_asked)
    seen: set[int] = set()
    page, bagian = 0, ""
    for line_row in chosen:
        nomor = line_row["nomor"]
        first = nomor not in seen
        seen.add(nomor)
        own = quotes.get(nomor, []) if first else []
        head = []
        if line_row["halaman"] and line_row["halaman"] != page and report["dokumen"]["halaman"] > 1:
            page = line_row["halaman"]
            head.append(f"Halaman {page}")
        begun = next((each["bagian"] for each in own if each["bagian"]), bagian)
        if begun != bagian:
            bagian = begun
            head.append(_part_name(bagian))
        yield Row(
            nomor,
            first,
            tuple(head),
            _unindented(line_row["petikan"]),
            tuple(_said(each) for each in own if each["sebagai"] != Makna.TANDA),
            tuple(at.get(nomor, ())) if first else (),
            tuple(beside.get(nomor, ())) if first else (),
            tuple(questions.get(nomor, ())) if first else (),
        )


def _unindented(petikan: Sequence[PetikanRow]) -> list[PetikanRow]:
    """The passages of a line without the white space before the first word."""
    first = next((at for at, each in enumerate(petikan) if each["teks"].strip()), 0)
    return [{"teks": petikan[first]["teks"].lstrip(), "taraf": petikan[first]["taraf"]}, *petikan[first + 1 :]]


def _said(row: KutipanRow) -> Said:
    bare = row["sebagai"] in _WITHOUT_VALUE or row["teks"].strip() == row["nomor"].strip()
    value = "" if bare else cut(_without_label(row), _LONGEST_VALUE)
    kind, _, id_ = (row["tentang"] or "").partition("/")
    became = f"{kind.replace('-', ' ')} {id_}".strip()
    last = row["baris"].replace("-", "–").partition("–")[2]
    return Said(
        row["sebagai"],
        row["nomor"].replace("_", " "),
        value,
        became,
        row["catatan"] or "",
        f"sampai baris {last}" if last else "",
    )


def _without_label(row: KutipanRow) -> str:
    """The words of a passage without the label that is shown before them: "b. bahwa" after "b"."""
    text, label = row["teks"].strip(), row["nomor"].strip()
    bare = text.removeprefix("(")
    rest = bare.removeprefix(label)
    return rest.lstrip(" .):") if label and rest != bare and not rest[:1].isalnum() else text


def _part_name(bagian: str) -> str:
    name, _, copy = bagian.partition("#")
    return f"Bagian {name.replace('-', ' ')}" + (f" (salinan {copy})" if copy else "")


def cut(text: str, most: int = _LONGEST) -> str:
    """Return a text on one line, its end left out where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _first(baris: str) -> int:
    head = baris.replace("-", "–").partition("–")[0].strip()
    return int(head) if head.isascii() and head.isdigit() else 0
