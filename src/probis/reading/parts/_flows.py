"""A sentence to who gives what to whom: by a verb of giving or receiving, or by the processes on both sides of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from probis.reading.codes import CALLED, Codes
from probis.reading.parts._cascade import LONGEST, stripped
from probis.reading.parts._parties import apart, is_unit
from probis.reading.parts._relations import OPENS, Relation, both

_GIVE = (
    r"(?:nya(?:m|rn)paikan|ngirim(?:kan)?|nyerahkan|(?:m|rn)beri(?:kan)?|neruskan|laporkan|nyediakan|ngajukan|nyalurkan|(?:m|rn)asok"
    r"|nyetor(?:kan)?|ndistribusikan|(?:m|rn)bagikan|ngusulkan|nginformasikan|ngembalikan|rekomendasikan|nembuskan|ngedarkan)"
)
_GIVEN = (
    r"di(?:sampaikan|kirim(?:kan)?|serahkan|berikan|teruskan|laporkan|sediakan|ajukan|salurkan|pasok|setor(?:kan)?"
    r"|distribusikan|bagikan|usulkan|tembuskan)"
)
_ANCHOR = re.compile(
    rf"\b(?:(?P<give>(?:m|rn)e{_GIVE}(?:nya)?)|(?P<take>menerima|memperoleh|mendapat(?:kan)?|mengambil)|(?P<given>{_GIVEN})"
    r"|(?P<upon>(?:(?:yang\s+)?(?:selanjutnya\s+)?(?:menjadi|merupakan|sebagai|adalah)|di(?:jadikan|pakai|gunakan|manfaatkan|pergunakan"
    r"|tindaklanjuti|lanjutkan|teruskan)(?:\s+kembali)?(?:\s+sebagai)?)\s+(?:salah\s+satu\s+)?(?:dasar|landasan|acuan|pedoman|rujukan"
    r"|bahan|masukan|input|data|prasyarat|sumber)|di(?:pakai|gunakan|manfaatkan|pergunakan|tindaklanjuti|lanjutkan)(?:\s+kembali)?"
    r"|mendasari|mem?pengaruhi|berpengaruh|menentukan|mendukung|menunjang|mengawali)"
    r"|(?P<needs>membutuhkan|memerlukan|menggunakan|memakai|memanfaatkan|mengacu|berdasarkan|berpedoman|didasarkan|dipengaruhi"
    r"|bergantung|bersumber|menindaklanjuti))\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\s(?:kepada|ke|bagi|untuk)\s+(?=\S)", re.IGNORECASE)
_ENDS = re.compile(
    r"\s*(?:[.;](?!\w)|,?\s+(?:untuk|setiap|tiap|sebagai|guna|agar|supaya|melalui|paling|sebelum|setelah|selambat|secara|berupa"
    r"|pada\s+(?:setiap|tanggal|akhir|awal|bulan|tahun)|dalam\s+(?:rangka|hal|waktu|bentuk)|dalam|terkait|mengenai|yang|sesuai|atas|oleh|dengan|dan\s+(?:m|rn)e\w+"
    r"|sehingga|per|apabila|jika|bila|kemudian|serta\s+di\w+)\b|,(?!\d))",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\s+untuk\s+(?:selanjutnya\s+)?(?:di(?:salurkan|teruskan|sampaikan|serahkan|kirim(?:kan)?|laporkan|bagikan))\s+(?:kepada|ke)\s+(?P<to>.+)",
    re.IGNORECASE,
)
_FROM_BEFORE = re.compile(r"^(?P<thing>.*?)\s*\b(?:dari)\s+(?P<who>[^,;]+?)\s*$", re.IGNORECASE | re.DOTALL)
_LEFT = re.compile(
    r"(?:\s*\b(?:yang|telah|sudah|juga|akan|dapat|wajib|harus|selanjutnya|kemudian|lalu|selalu|secara\s+berkala|masing-masing)\s*)+$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?:[\s,]*\b(?:yang|telah|sudah|di(?:hasilkan|susun|tetapkan|peroleh|buat|terbitkan|keluarkan|lakukan|putuskan|kumpulkan|olah|catat)"
    r"|hasil|dari|pada|oleh|dalam|melalui|proses|subproses|kegiatan|pelaksanaan|output|keluaran|berupa|berasal|bersumber|ketika|saat"
    r"|sebagai|adalah)\b[\s,]*)+$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"^(?:setiap|pada|dalam|untuk|setelah|apabila|sesudah|sebelum|paling)\b[^,]{1,60},\s+", re.IGNORECASE
)
_BY = re.compile(
    r"^(?P<thing>.{3,120}?)\s+yang\s+(?:telah\s+)?di\w+\s+(?:oleh\s+)?(?P<who>(?:(?:sub\s?)?proses\s+)?[A-Z].*)$",
    re.DOTALL,
)
_EMPTY = re.compile(
    r"\W*(?:(?:pada|dengan|oleh|atas|dari|terhadap|keluaran|output|hasil|proses|subproses|kegiatan)\W+)*", re.IGNORECASE
)
_CUT = re.compile(r",?\s+(?:dan|serta|sedangkan|kemudian|lalu|selanjutnya|sementara|sekaligus)\s+|;\s*", re.IGNORECASE)
_TOLD = re.compile(
    r"[\s,]*(?:berupa|yaitu|yakni|(?:(?:yang|akan|telah|juga)\s+)*me(?:nghasilkan|nyusun|nerbitkan|netapkan|ngeluarkan|mproduksi|mbuat"
    r"|nyediakan|nyiapkan|ngumpulkan))\s+(?P<thing>[^,;]+?)[\s,]*(?:\byang(?:\s+\w+)?)?\s*$",
    re.IGNORECASE,
)
"""After a process: what it gives."""
_AGAIN = re.compile(r"(?P<head>\w+)\s+(?:itu|tersebut|dimaksud|yang\s+sama|ini)$", re.IGNORECASE)
_RESULT = re.compile(r"\W*(hasil|output|keluaran)\s+(?:dari\s+)?(?:proses\s+|kegiatan\s+)?$", re.IGNORECASE)
_MATERIAL = re.compile(r"\b(?:bahan|masukan|input)$", re.IGNORECASE)
"""What the result of a process is to another: something that flows, not only a ground."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A process named in a sentence: where, and its name or code as printed (the code too where both stand there)."""

    start: int
    end: int
    name: str
    code: str = ""


def mentions(text: str, names: Sequence[str], grammar: Codes) -> list[Mention]:
    """Return the processes that a text names, from left to right: by known names, by codes, or by both together."""
    found: list[Mention] = []
    lower = text.casefold()
    for name in names:  # longest first
        at = lower.find(name)
        while at >= 0:
            end = at + len(name)
            alone = " " in name or text[at].isupper()
            alone = alone and not lower[at - 1 : at].isalnum() and not lower[end : end + 1].isalnum()
            if alone and not any(each.start < end and at < each.end for each in found):
                found.append(Mention(at, end, text[at:end]))
            at = lower.find(name, end)
    for start in re.finditer(r"(?<![\w.])[A-Z0-9(]", text):
        at = start.start() + (text[start.start()] == "(")
        coded = grammar.at(text[at:], weak=True)
        bracketed = coded is not None and text[at - 1 : at] == "(" and text[at + len(coded.code) :][:1] == ")"
        if coded is not None and not bracketed and not (coded.code[0].isalpha() and len(coded.code) > 1):
            continue
        if coded is None or any(each.start <= at < each.end for each in found):
            continue
        end = at + len(coded.code)
        end += text[end : end + 1] == ")"
        before = next((each for each in found if 0 <= start.start() - each.end < 3 and not each.code), None)
        if before is not None:
            found[found.index(before)] = replace(before, end=end, code=coded.code)
            continue
        named = next((each for each in found if 0 < each.start - end < 3 and not each.code), None)
        if named is not None:
            found[found.index(named)] = replace(named, start=start.start(), code=coded.code)
        else:
            found.append(Mention(start.start(), end, coded.code, coded.code))
    return sorted(found, key=lambda each: each.start)


def flows(sentence: str, names: Sequence[str], grammar: Codes) -> list[Relation] | None:
    """Return the flows and relations of a sentence; None where it has no verb of giving and no two processes."""
    made: list[Relation] = []
    before: tuple[str, ...] = ()
    for clause in _clauses(sentence[:LONGEST].strip().rstrip(" ;.")):
        for relation in _clause(clause, before, made, names, grammar):
            made.append(relation)
            taken = not relation.kind and re.match(r"me(?:nerima|mper|ndapat|ngambil)", relation.verb, re.IGNORECASE)
            before = relation.targets if taken else relation.sources if not relation.kind else before
    return made or None


def _clauses(text: str) -> Iterator[str]:
    anchors = list(_ANCHOR.finditer(text))
    begins = 0
    for one, after in pairwise(anchors):
        cuts = list(_CUT.finditer(text, one.end(), after.start()))
        if cuts and one.lastgroup in ("give", "take", "given") and after.lastgroup in ("give", "take", "given"):
            yield text[begins : cuts[-1].start()]
            begins = cuts[-1].end()
    yield text[begins:]


def _clause(
    clause: str, before: tuple[str, ...], made: Sequence[Relation], names: Sequence[str], grammar: Codes
) -> Iterator[Relation]:
    clause = OPENS.sub("", clause)
    for verb in _ANCHOR.finditer(clause):
        left, right = _LEFT.sub("", clause[: verb.start()]).strip(" ,"), clause[verb.end() :].strip(" ,")
        kind = verb.lastgroup
        if kind == "give":
            told = list(_gives(clause, verb.group(), left, right, before, made[-1].product if made else "", names))
        elif kind == "take":
            told = list(_takes(clause, verb.group(), left, right, before, made, names))
        elif kind == "given":
            told = list(_given(clause, verb.group(), left, right, names, grammar))
        else:
            told = list(_between(clause, verb, names, grammar))
        if told:
            yield from told
            return


def _gives(
    clause: str, verb: str, left: str, right: str, before: tuple[str, ...], held: str, names: Sequence[str]
) -> Iterator[Relation]:
    to = next((found for found in _TO.finditer(f" {right}") if found.start() > 0 or right), None)
    sources = _ends(left) or before
    if to is None or not sources:
        return
    thing = f" {right}"[: to.start()].strip(" ,") or (held if verb.endswith("nya") else "")
    rest = f" {right}"[to.end() :]
    on = _ON.search(rest)
    targets = _ends(_cut(rest, names))
    if thing and targets:
        yield Relation("", verb, clause, sources, targets, stripped(thing))
        if on is not None:
            yield Relation("", verb, clause, targets, _ends(_cut(on.group("to"), names)), stripped(thing))


def _takes(
    clause: str,
    verb: str,
    left: str,
    right: str,
    before: tuple[str, ...],
    made: Sequence[Relation],
    names: Sequence[str],
) -> Iterator[Relation]:
    ahead = re.match(r"(?:(?P<who>.*?),?\s+)?(?:dan\s+)?dari\s+(?P<from>[^,]+)$", left, re.IGNORECASE)
    if ahead is not None:
        targets, thing, source = _ends(ahead.group("who") or "") or before, _cut(right, names), ahead.group("from")
        if again := _AGAIN.search(source):
            ends = [end for one in made for end in (*one.targets, *one.sources)]
            source = next((end for end in ends if end.casefold().startswith(again.group("head").casefold())), source)
        if thing and targets:
            yield Relation("", verb, clause, _ends(source), targets, stripped(thing))
        return
    found = re.match(r"(?P<thing>.+?)\s+dari\s+(?P<from>.+)$", right, re.IGNORECASE | re.DOTALL)
    targets = _ends(left) or before
    if found is None or not targets:
        return
    thing = stripped(found.group("thing"))
    on = _ON.search(found.group("from"))
    yield Relation("", verb, clause, _ends(_cut(found.group("from"), names)), targets, thing)
    if on is not None:
        yield Relation("", verb, clause, targets, _ends(_cut(on.group("to"), names)), thing)


def _given(clause: str, verb: str, left: str, right: str, names: Sequence[str], grammar: Codes) -> Iterator[Relation]:
    to = _TO.search(f" {right}")
    if to is None:
        return
    ahead, rest = f" {right}"[: to.start()].strip(), f" {right}"[to.end() :]
    by = re.sub(r"^oleh\s+", "", ahead, flags=re.IGNORECASE)
    thing = left
    if not by and (late := re.search(r"\soleh\s+(?P<by>.+)$", rest, re.IGNORECASE)) is not None:
        by = _cut(late.group("by"), names)
    if (not by and (found := _BY.match(left)) is not None and _acts(found.group("who"), grammar)) or (
        not by and (found := _FROM_BEFORE.match(left)) is not None
    ):
        thing, by = found.group("thing"), found.group("who")
    targets = _ends(_cut(rest, names))
    if thing and targets:
        yield Relation("", verb, clause, _ends(by) if by else (), targets, stripped(thing))


def _between(clause: str, verb: re.Match[str], names: Sequence[str], grammar: Codes) -> Iterator[Relation]:
    named = mentions(clause, names, grammar)
    ahead = [each for each in named if each.end <= verb.start()]
    after = [each for each in named if each.start >= verb.end()]
    if not ahead or not after:
        return
    needs = verb.lastgroup == "needs"
    sources, targets = (after, ahead) if needs else (ahead, after)
    begins = verb.end() if needs else 0
    words = _MADE.sub("", clause[begins : sources[0].start]).strip(" ,(")
    words = words[found.end() :] if needs and (found := _EMPTY.match(words)) is not None else words
    thing = "" if _EMPTY.fullmatch(f"{words} ") else stripped(words)
    told = _TOLD.match(clause[sources[-1].end : verb.start()])
    if not thing and not needs and told is not None:
        thing = stripped(told.group("thing"))
    saying = " ".join(verb.group().split())
    kind = "pengaruh" if re.search(r"pengaruh|menentukan|mendukung|menunjang", saying, re.IGNORECASE) else "dasar"
    ends = tuple(each.code for each in sources), tuple(each.code for each in targets)
    shown = tuple(each.name for each in sources), tuple(each.name for each in targets)
    result = _RESULT.match(clause[begins : sources[0].start])
    if not thing and result is not None and len(sources) == 1 and _MATERIAL.search(saying):
        yield Relation("", saying, clause, *shown, f"{result.group(1)} {sources[0].name}", codes=ends)
        return
    if thing and not (needs and thing[:1].islower() and len(thing.split()) > 12):
        yield Relation("", saying, clause, *shown, thing, codes=ends)
    yield Relation(kind, saying, clause, *shown, codes=ends)


def _acts(who: str, grammar: Codes) -> bool:
    """Whether words name who makes a thing: a unit, or a process by its code."""
    return is_unit(who) or grammar.beside(who) is not None or grammar.at(who) is not None


def _cut(text: str, names: Sequence[str]) -> str:
    """Return the words before what ends a name; the words of a known name end none."""
    called = CALLED.sub("", text).casefold()
    known = next((name for name in names if " " in name and called.startswith(name)), "")
    ends = _ENDS.search(f" {text}", 1 + len(text) - len(called) + len(known) if known else 0)
    while ends is not None and ends.start() < 2:
        ends = _ENDS.search(f" {text}", ends.end())
    return text[: ends.start() - 1] if ends is not None else text


def _ends(text: str) -> tuple[str, ...]:
    """Return the parties or processes that words name, as printed."""
    text = stripped(_WHEN.sub("", OPENS.sub("", text)).strip(" ,"))
    if not text or len(text.split()) > 25:
        return ()
    return tuple(stripped(each) for one in both(text) for each in apart(one) if stripped(each))
