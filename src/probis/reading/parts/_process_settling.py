"""Processes as they were found to what they are: names with their bounds, levels, parents, groups and owners."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from probis.model import Kutipan
from probis.reading.annex import MAPS
from probis.reading.blocks import Block
from probis.reading.codes import Codes, depths, relettered, segments, unrounded
from probis.reading.document import Kind
from probis.reading.makna import Makna
from probis.reading.names import folded
from probis.reading.parts._cascade import LONGEST, stripped
from probis.reading.parts._parties import is_unit, owners
from probis.reading.parts._process_prose import owned, tails, unwoven
from probis.reading.parts._process_table import GROUP_WORDS, all_of, group_of
from probis.reading.parts._quote import quote
from probis.reading.parts._sentences import sentences
from probis.reading.sections import Bagian, Section

NEVER = (
    Bagian.KEPALA,
    Bagian.MENIMBANG,
    Bagian.MENGINGAT,
    Bagian.MEMPERHATIKAN,
    Bagian.SOP,
    Bagian.ARAH,
    Bagian.KETERKAITAN,
    Bagian.TELAAHAN,
    Bagian.TUGAS_FUNGSI,
    Bagian.STRUKTUR,
)
BODY = (Bagian.BATANG_TUBUH, Bagian.DIKTUM)


@dataclass(slots=True)
class Found:
    """A process at a place, before its level is settled."""

    section: Section
    block: Block
    code: str
    name: str
    kind: Makna | None
    under: "Found | None" = None
    group: Kutipan | None = None
    made: Kutipan | None = None
    beside: list["Beside"] = field(default_factory=list)
    own: tuple[str, ...] = ()  # the pieces of its code
    woven: bool = False  # its name and its owner run together, as cells of a table that is no more
    told: str = ""  # the words before its code, where a sentence names it


@dataclass(frozen=True, slots=True)
class Beside:
    """What a place says of a process: an owner, a group, an input."""

    section: Section
    block: Block
    what: Makna
    text: str
    apart: bool = False  # told in a line of its own, below the process


_COLON = r"(?<!\s)(?<!(?i:jawab))(?<!(?i:pemilik))(?<!(?i:pemilik proses))(?<!(?i:pengampu))\s*:\s+(?=[A-Z][a-z]+ )"
"""What stands behind a name, but who answers for the process: that is taken in later."""


_LEADS_IN = re.compile(
    r",?\s+(?:dengan|yang\s+\w+|meliputi|mencakup|terdiri\s+(?:atas|dari)|dijabarkan\s+\w+)(?:\s+(?:atas|dari|dalam))?"
    r"\s+(?:\d+\s+(?:\(\w+\)\s+)?)?sub\s?-?proses(?:\s+(?:berikut|sebagai\s+berikut))?\s*:?$",
    re.IGNORECASE,
)
"""What leads in to the sub processes behind the name of a process."""


def tidy(text: str) -> str:
    """Return a name without what is said of it, and without the brackets around it."""
    text = re.split(rf"\s+\(?(?:adalah|merupakan)\s|{_COLON}", " ".join(text.split()), maxsplit=1)[0]
    text = _LEADS_IN.sub("", text)
    text = stripped(text)
    whole = re.fullmatch(r"\(([^()]+)\)", text)
    return whole.group(1).strip() if whole else text


def settled(
    found: Sequence[Found], groups: Sequence[Kutipan], sections: Sequence[Section], grammar: Codes
) -> Iterator[Kutipan]:
    """Yield the processes that were found with their levels, what they stand under, and what is told beside them."""
    for each in found:
        each.own = segments(grammar.read(each.code))
    under = unrounded(each.own for each in found if each.own)
    for each in found:
        each.own = under.get(each.own, each.own)
    kept = _tidied(_answering(found))
    _owned(kept, sections, grammar)
    _lifted(kept)
    _prefixed(kept, sections)
    yield from _settled(kept, groups, grammar)


def _answering(found: Sequence[Found]) -> list[Found]:
    """Take a unit behind a code for the owner of the process that is named elsewhere: "K1 : Seksi Pelayanan"."""
    named: dict[tuple[str, ...], Found] = {}
    for each in found:
        if each.own and each.name and not is_unit(each.name):
            named.setdefault(each.own, each)
    kept = []
    for each in found:
        process = named.get(each.own) if each.own and each.name and is_unit(each.name) else None
        if process is None:
            kept.append(each)
        else:
            told = (Beside(each.section, each.block, Makna.PEMILIK, one) for one in owners([each.name]))
            process.beside += [*told, *each.beside]
    return kept


def _tidied(found: Sequence[Found]) -> list[Found]:
    """Give names in sentences their bounds by how lists print them; take group and owner from behind a name."""
    printed: dict[tuple[str, ...], list[str]] = {}
    for each in found:
        for name, what, words in tails(each.name):
            each.name = name
            makna = Makna.KELOMPOK if what == "kelompok" else Makna.PEMILIK
            each.beside.append(Beside(each.section, each.block, makna, words))
        if each.own and each.name and not each.told and not each.woven:
            printed.setdefault(each.own, []).append(each.name)
    kept = []
    for each in found:
        if each.woven:
            each.name, owner = unwoven(each.name, printed.get(each.own, ()))
            each.beside += [
                Beside(each.section, each.block, Makna.PEMILIK, one) for one in owners([owner] if owner else [])
            ]
        names = printed.get(each.own, []) if each.told else []
        before = each.told.split()
        for name in sorted(names, key=len, reverse=True):
            size = len(name.split())
            if folded(" ".join(before[-size:])) == folded(name):
                each.name = tidy(" ".join(before[-size:]))
                break
        else:
            if names and folded(each.name) not in map(folded, names):
                continue
        kept.append(each)
    return _joined(kept)


def _joined(found: Sequence[Found]) -> list[Found]:
    """Give what is told beside a code without a name to the process whose name is printed elsewhere."""
    named: dict[tuple[str, ...], Found] = {}
    for each in found:
        if each.own and each.name:
            named.setdefault(each.own, each)
    kept = []
    for each in found:
        if not each.name and each.own in named:
            named[each.own].beside += each.beside
        else:
            kept.append(each)
    return kept


def _owned(found: list[Found], sections: Sequence[Section], grammar: Codes) -> None:
    """Add the owners that sentences tell, now that the names of the processes are known."""
    by_code: dict[tuple[str, ...], Found] = {}
    by_name: dict[str, Found] = {}
    for each in found:
        if each.own:
            by_code.setdefault(segments(grammar.read(each.code)), each)
        if len(each.name.split()) > 1:
            by_name.setdefault(folded(each.name), each)
    for section in sections:
        if section.bagian not in (*MAPS, Bagian.LAIN, *BODY, Bagian.PENJELASAN):
            continue
        led = False
        for block in section.blocks:
            led = _LEADS.search(block.text[:LONGEST]) is not None or (led and bool(block.label))
            for sentence in sentences(block.text[:LONGEST]) if block.kind is Kind.TEXT else ():
                for part in _PARTS.split(sentence):
                    told = owned(part, led=led) or _after_name(part, by_name)
                    if told is None:
                        continue
                    meant = _of_group(all_of(told[0]), found) or _meant(told[0], by_code, by_name, grammar)
                    apart = _EACH.search(told[0]) is not None and len(meant) == len(told[1])
                    for at, each in enumerate(meant):
                        names = told[1][at : at + 1] if apart else told[1]
                        each.beside += [Beside(section, block, Makna.PEMILIK, words) for words in names]


def _after_name(text: str, by_name: Mapping[str, Found]) -> tuple[str, list[str]] | None:
    """Return (name, owners) of a line that holds the name of a process and who answers for it: "Tera : Bidang Ukur"."""
    found = re.fullmatch(r"(?P<name>[^:–—]{3,120}?)\s*[:–—]\s+(?P<owner>[^:–—]{3,160}?)[\s.;]*", text)
    if found is None or folded(found["name"]) not in by_name:
        return None
    told = owners([found["owner"]])
    return (found["name"], told) if told and all(is_unit(each) for each in told) else None


def _of_group(group: str, found: Sequence[Found]) -> list[Found]:
    """Return the processes that stand right under a group."""
    named = [each for each in found if each.own or len(each.name.split()) > 1] if group else []
    return [each for each in named if each.group is not None and group_of(each.group.teks) == group and _tops(each)]


def _tops(each: Found) -> bool:
    return (
        each.kind is not Makna.SUB_PROSES and each.under is None and sum(piece[:1].isdigit() for piece in each.own) < 2
    )


def _meant(words: str, by_code: dict[tuple[str, ...], Found], by_name: dict[str, Found], grammar: Codes) -> list[Found]:
    """Return the processes that words name, by their codes, else by their names."""
    made: list[Found] = []
    for at in re.finditer(r"(?<![\w.])[\w(]", words):
        coded = grammar.at(words[at.start() :].lstrip("("), weak=True)
        each = by_code.get(segments(grammar.read(coded.code))) if coded is not None else None
        if each is not None and each not in made:
            made.append(each)
    if made:
        return made
    text = f" {folded(words)} "
    for name in sorted(by_name, key=len, reverse=True):
        if f" {name} " in text:
            text = text.replace(f" {name} ", " | ")
            made.append(by_name[name])
    return made


def _lifted(found: Sequence[Found]) -> None:
    """Give a process the owner that stands below its last sub process and below none of the others."""
    for at, each in enumerate(found):
        if not each.own:
            continue
        under = []
        for other in found[at + 1 :]:
            if (
                other.section is not each.section
                or len(other.own) <= len(each.own)
                or other.own[: len(each.own)] != each.own
            ):
                break
            under.append(other)
        if not under or any(one.what is Makna.PEMILIK for one in each.beside):
            continue
        last, *others = reversed(under)
        told = [one for one in last.beside if one.apart]
        if (
            told
            and (others or _WHOLE.match(told[0].block.text))
            and not any(o.beside and o.beside[-1].apart for o in others)
        ):
            last.beside = [one for one in last.beside if not one.apart]
            each.beside += told


def _prefixed(found: Sequence[Found], sections: Sequence[Section]) -> None:
    """Give processes without a group the one that a sentence ties to letters of codes: "PU untuk proses utama"."""
    tied: dict[str, tuple[Section, Block, str]] = {}
    for section in sections:
        for block in section.blocks if section.bagian not in NEVER else ():
            for said in _TIED.finditer(block.text[:LONGEST]) if block.kind is Kind.TEXT else ():
                letters, words = (said["a"], said["b"]) if said["a"] else (said["d"], said["c"])
                tied.setdefault(letters.casefold(), (section, block, words))
    grouped = {
        each.own for each in found if each.group is not None or any(o.what is Makna.KELOMPOK for o in each.beside)
    }
    for each in found:
        place = next((tied[piece] for piece in each.own[:2] if piece in tied), None)
        if place is not None and each.own not in grouped and sum(piece[:1].isdigit() for piece in each.own) == 1:
            grouped.add(each.own)
            each.beside.append(Beside(place[0], place[1], Makna.KELOMPOK, place[2]))


_GROUP_SAID = rf"(?:kelompok\s+)?(?i:proses)\s+(?:(?i:bisnis)\s+)?(?i:{GROUP_WORDS})"
_TIED = re.compile(
    rf"(?<!\w)(?P<a>[A-Z]{{1,5}})[”\"]?\s*(?:untuk|=|:|adalah|ialah|berarti|menunjukkan|menandai|bagi)\s*(?P<b>{_GROUP_SAID})\b"
    rf"|(?P<c>{_GROUP_SAID})\s*(?:\(\s*|(?:diberi\s+)?(?:dengan\s+)?kode\s+|ditandai\s+|berkode\s+)(?P<d>[A-Z]{{1,5}})\b"
)
_PARTS = re.compile(
    r";\s+(?:dan\s+)?|,\s+(?:sedangkan|sementara(?:\s+itu)?|adapun|serta|dan)\s+(?=\S+(?:\s+\S+){0,8}?\s+(?:di\s?\w+|menjadi|ber\w+)\b)"
    r"|,\s+(?:sedangkan\s+|sementara\s+|adapun\s+|serta\s+|dan\s+)?(?=(?:penanggung\s*jawab|pemilik|pengampu)\s+(?:(?:atas|untuk|dari|bagi)\s+)?(?:sub\s?)?proses\b"
    r"|(?:sub\s?)?proses\s+\S+(?:\s+\S+){0,8}?\s+(?:menjadi|di[a-z]+)\b)",
    re.IGNORECASE,
)
_EACH = re.compile(r"\bmasing\s?-?\s?masing\b|\bberturut\s?-?\s?turut\b", re.IGNORECASE)
"""What sets processes and owners side by side: "K1 dan K2 masing-masing diampu oleh A dan B"."""
_LEADS = re.compile(r"\b(?:pemilik|penanggung\s*jawab|pengampu)\b[^.;]{0,200}:\s*$", re.IGNORECASE)
"""What leads in to a list of those who answer for processes."""
_WHOLE = re.compile(r"(?:pemilik|penanggung\s*jawab)\s+proses", re.IGNORECASE)


def _settled(found: Sequence[Found], groups: Sequence[Kutipan], grammar: Codes) -> Iterator[Kutipan]:
    """Give each its level and what it stands under, and quote it."""
    deep = depths(each.own for each in found if each.own)
    deeper = set(deep.values())
    known: dict[tuple[str, ...], Makna] = {}
    for each in found:
        if each.kind is None:
            each.kind = _kind(each, deep, deeper)
            if each.section.bagian in MAPS and each.code:
                known.setdefault(each.own, each.kind)
    for each in found:
        if each.section.bagian not in (*MAPS, Bagian.PENJELASAN) and each.own in known:
            each.kind = known[each.own]
    over = relettered(deep)
    latest: dict[tuple[str, ...], Kutipan] = {}
    counts: dict[tuple[int, Makna], int] = {}
    for group in groups:
        place = int(group.id.split("@")[-1].split(".")[0]), Makna.KELOMPOK
        counts[place] = counts.get(place, 0) + 1
    for each in found:
        kind = each.kind or Makna.PROSES
        counts[each.block.first, kind] = counts.get((each.block.first, kind), 0) + 1
        urut = counts[each.block.first, kind]
        above = _above(each, latest, over)
        made = quote(
            each.section,
            each.block,
            kind,
            each.name or each.code,
            nomor=each.code,
            induk=above,
            urut=0 if urut == 1 else urut,
        )
        each.made = made
        if each.code:
            latest[each.own] = made
        yield made
        for one in {(one.block.first, one.what, one.text): one for one in each.beside}.values():
            counts[one.block.first, one.what] = at = counts.get((one.block.first, one.what), 0) + 1
            other = grammar.beside(one.text) if one.what in (Makna.PEMASOK, Makna.PELANGGAN) else None
            number, text = (other.code, other.rest or other.code) if other is not None else ("", one.text)
            yield quote(one.section, one.block, one.what, text, nomor=number, induk=made, urut=at)


def _kind(each: Found, deep: dict[tuple[str, ...], int], deeper: set[int]) -> Makna:
    depth = deep.get(each.own, 1)
    if each.section.bagian is Bagian.PETA_LINTAS_FUNGSI and (depth > 1 or deeper == {1}):
        return Makna.LINTAS_FUNGSI
    return Makna.PROSES if depth == 1 else Makna.SUB_PROSES


def _above(
    each: Found, latest: dict[tuple[str, ...], Kutipan], over: dict[tuple[str, ...], tuple[str, ...]]
) -> Kutipan | None:
    own = each.own
    for size in range(len(own) - 1, 0, -1):
        if own[:size] in latest:
            return latest[own[:size]]
    if own in over and over[own] in latest:
        return latest[over[own]]
    if each.under is not None and each.under.made is not None:
        return each.under.made
    return each.group
