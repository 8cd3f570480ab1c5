"""A sentence to who gives what to whom: by a verb of giving or receiving, or by the processes on both sides of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from probis.reading.codes import CALLED, Codes
from probis.reading.parts._cascade import LONGEST, stripped
from probis.reading.parts._parties import apart, is_unit
from probis.reading.parts._relations import OPENS, Relation, both, coded_apart

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
    r"|di(?:himpun|kumpulkan|rekap|kompilasi|gabungkan|konsolidasikan|olah)(?=\s+(?:dalam|oleh|pada|melalui|di|ke)\s)"
    r"|mendasari|mem?pengaruhi|berpengaruh|menentukan|mendukung|menunjang|mengawali)"
    r"|(?P<needs>membutuhkan|memerlukan|menggunakan|memakai|memanfaatkan|mengacu|berdasarkan|berpedoman|didasarkan|dipengaruhi"
    r"|bergantung|bersumber|menindaklanjuti))\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\s(?:kepada|ke|bagi|untuk)\s+(?=\S)", re.IGNORECASE)
_ENDS = re.compile(
    r"\s*(?:[.;](?!\w)|,?\s+(?:untuk|setiap|tiap|sebagai|guna|agar|supaya|melalui|paling|sebelum|setelah|selambat|secara|berupa"
    r"|pada\s+(?:setiap|tanggal|akhir|awal|bulan|tahun)|dalam\s+(?:rangka|hal|waktu|bentuk)|(?-i:dalam)|terkait|mengenai|yang|sesuai|atas|oleh|dengan|dan\s+(?:m|rn)e\w+"
    r"|sehingga|per|apabila|jika|bila|kemudian|serta\s+di\w+)\b|,(?!\d))",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\s+untuk\s+(?:selanjutnya\s+)?(?:di(?:salurkan|teruskan|sampaikan|serahkan|kirim(?:kan)?|laporkan|bagikan))\s+(?:kepada|ke)\s+(?P<to>.+)",
    re.IGNORECASE,
)
_FROM_BEFORE = re.compile(r"^(?P<thing>.*?)\s*\b(?:dari)\s+(?P<who>[^,;]+?)\s*$", re.IGNORECASE | re.DOTALL)
_LEFT = re.compile(
    r"(?:\s*\b(?:yang|telah|sudah|juga|akan|dapat|wajib|harus|selanjutnya|kemudian|lalu|selalu|secara\s+berkala|masing-masing)\b)+\s*$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?:[\s,]*\b(?:yang|telah|sudah|di(?:hasilkan|susun|tetapkan|peroleh|buat|terbitkan|keluarkan|lakukan|putuskan|kumpulkan|olah|catat)"
    r"|hasil|dari|pada|oleh|dalam|melalui|(?<!daftar\s)(?<!peta\s)(?<!rincian\s)proses|subproses|kegiatan|pelaksanaan|output|keluaran|berupa|berasal|bersumber|ketika|saat"
    r"|sebagai|adalah)\b)+[\s,]*$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"^(?:setiap|pada|dalam|untuk|atas|berdasarkan|setelah|apabila|sesudah|sebelum|paling)\b[^,]{1,60},\s+",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^(?P<thing>.{3,120}?)\s+yang\s+(?:telah\s+)?di\w+\s+(?:oleh\s+)?(?P<who>(?:(?:sub\s?)?proses\s+)?[A-Z].*)$",
    re.DOTALL,
)
_EMPTY = re.compile(
    r"\W*(?:(?:pada|dengan|oleh|atas|dari|terhadap|keluaran|output|hasil|proses|subproses|kegiatan)\W+)*", re.IGNORECASE
)
_CUT = re.compile(
    r",?\s+(?:dan|serta|sedangkan|kemudian|lalu|selanjutnya|sementara|sekaligus)\s+|,\s+yang\s+(?:selanjutnya\s+|kemudian\s+|lalu\s+)?|;\s*",
    re.IGNORECASE,
)
_ABOUT = re.compile(r",\s+yang(?:\s+\w+)?\s+$", re.IGNORECASE)
"""Before a clause that tells of what was named last."""
_TOLD = re.compile(
    r"[\s,]*(?:berupa|yaitu|yakni|(?:(?:yang|akan|telah|juga)\s+)*me(?:nghasilkan|nyusun|nerbitkan|netapkan|ngeluarkan|mproduksi|mbuat"
    r"|nyediakan|nyiapkan|ngumpulkan))\s+(?P<thing>[^,;]+?)[\s,]*(?:\byang(?:\s+\w+)?)?\s*$",
    re.IGNORECASE,
)
"""After a process: what it gives."""
_AGAIN = re.compile(r"(?P<head>\w+)\s+(?:itu|tersebut|dimaksud|yang\s+sama|ini)$", re.IGNORECASE)
_AHEAD = re.compile(r"(?:kepada|bagi)\s+(?P<who>\S.*)$", re.IGNORECASE | re.DOTALL)
"""Those who are given something, before who gives it."""
_AND_TO = re.compile(r",?\s+(?:dan|serta)\s+(?:juga\s+)?(?:kepada|ke)\s+", re.IGNORECASE)
_WHOLE = re.compile(
    r"[^,;]{1,80}\syang\s+(?:telah\s+|sudah\s+)?(?:di|ter)\w+"
    r"(?=\s*(?:[,;]|$)|\s+(?:setiap|tiap|untuk|guna|paling|sebelum|setelah|melalui)\b)",
    re.IGNORECASE,
)
"""A thing with what became of it: "label yang telah disahkan"."""
_WITHIN = re.compile(r"^(?P<thing>.{3,120}?)\s+(?:dalam|pada|melalui)\s+(?P<who>\S.*)$", re.DOTALL)
"""A thing with where it comes about."""
_OWN = re.compile(r"[\s,]*(?:dan\s+|serta\s+)?(?P<thing>\w.{2,80}?)\s+dari\s+(?:(?:sub\s?)?proses\s+)?$", re.IGNORECASE)
_SAME = re.compile(r"(?:(?:sub\s?)?proses|unit|pihak)\s+(?:yang\s+sama|tersebut|itu|ini)\b", re.IGNORECASE)
_BACK = re.compile(r"^(?:kembali\s+)?(?:oleh\s+)?", re.IGNORECASE)
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
    text = sentence[:LONGEST].strip().rstrip(" ;.")
    for clause, about in _clauses(text, mentions(text, names, grammar)):
        before = made[-1].targets if about and made and not made[-1].kind else before
        for relation in _clause(clause, before, made, names, grammar):
            made.append(relation)
            taken = not relation.kind and re.match(r"me(?:nerima|mper|ndapat|ngambil)", relation.verb, re.IGNORECASE)
            before = relation.targets if taken else relation.sources if not relation.kind else before
    return made or None


def _clauses(text: str, named: Sequence[Mention]) -> Iterator[tuple[str, bool]]:
    """Yield the clauses with a verb of giving each, and whether one tells of the end before: ", yang …"."""
    anchors = list(_ANCHOR.finditer(text))
    begins, about = 0, False
    for one, after in pairwise(anchors):
        cuts = [
            cut
            for cut in _CUT.finditer(text, one.end(), after.start())
            if not any(each.start < cut.start() and cut.end() < each.end for each in named)
        ]
        if cuts and one.lastgroup in ("give", "take", "given") and after.lastgroup in ("give", "take", "given"):
            yield text[begins : cuts[-1].start()], about
            begins, about = cuts[-1].end(), _ABOUT.search(text, one.end(), cuts[-1].end()) is not None
    yield text[begins:], about


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
    if to is None and (ahead := _AHEAD.match(left)) is not None:
        who = ahead.group("who")
        name = next((each for each in names if who.casefold().endswith(f" {each}")), "")
        if name and right:
            source, target = who[-len(name) :], who[: -len(name)]
            yield Relation("", verb, clause, (source,), _ends(target), stripped(_cut(right, names)))
        return
    if to is None or not sources:
        return
    thing = f" {right}"[: to.start()].strip(" ,") or (held if verb.endswith("nya") else "")
    rest = f" {right}"[to.end() :]
    on = _ON.search(rest)
    targets = tuple(end for each in _AND_TO.split(rest) for end in _ends(_cut(each, names)))
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
    first = re.match(r"dari\s+(?P<from>[^,]+),\s+(?P<who>.+)$", OPENS.sub("", left), re.IGNORECASE)
    if first is not None:
        whole = _WHOLE.match(right)
        thing = stripped(whole.group() if whole is not None else _cut(right, names))
        yield Relation("", verb, clause, _ends(first.group("from")), _ends(first.group("who")), thing)
        return
    found = re.match(r"(?P<thing>.+?)\s+dari\s+(?P<from>.+)$", right, re.IGNORECASE | re.DOTALL)
    targets = _ends(left) or before
    if found is None or not targets:
        return
    thing = stripped(found.group("thing"))
    on = _ON.search(found.group("from"))
    same = made and not made[-1].kind and _SAME.match(found.group("from"))
    sources = made[-1].sources if same else _ends(_cut(found.group("from"), names))
    yield Relation("", verb, clause, sources, targets, thing)
    if on is not None:
        yield Relation("", verb, clause, targets, _ends(_cut(on.group("to"), names)), thing)


def _given(clause: str, verb: str, left: str, right: str, names: Sequence[str], grammar: Codes) -> Iterator[Relation]:
    to = _TO.search(f" {right}")
    if to is None:
        return
    ahead, rest = f" {right}"[: to.start()].strip(), f" {right}"[to.end() :]
    by = _BACK.sub("", ahead)
    thing = left
    if not by and (late := re.search(r"\soleh\s+(?P<by>.+)$", rest, re.IGNORECASE)) is not None:
        by = _cut(late.group("by"), names)
    left = _WHEN.sub("", OPENS.sub("", left))
    produced = _TOLD.search(left) if not by else None
    if produced is not None and _acts(left[: produced.start()], grammar, names):
        thing, by = produced.group("thing"), left[: produced.start()]
    elif not by and (within := _WITHIN.match(left)) is not None and _acts(within.group("who"), grammar, names):
        thing, by = within.group("thing"), within.group("who")
    elif (not by and (found := _BY.match(left)) is not None and _acts(found.group("who"), grammar)) or (
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
    if not needs and (each_of := _things(clause, sources)):
        shown_to, coded_to = tuple(each.name for each in targets), tuple(each.code for each in targets)
        for each, own in each_of:
            yield Relation(
                "", " ".join(verb.group().split()), clause, (each.name,), shown_to, own, codes=((each.code,), coded_to)
            )
        return
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


def _things(clause: str, sources: Sequence[Mention]) -> list[tuple[Mention, str]]:
    """Return the thing of each of several processes, where each has its own: "data dari X serta laporan dari Y"."""
    made, begins = [], 0
    for each in sources:
        found = _OWN.match(clause[begins : each.start])
        if found is None:
            return []
        made.append((each, stripped(found.group("thing"))))
        begins = each.end
    return made if len(made) > 1 else []


def _acts(who: str, grammar: Codes, names: Sequence[str] = ()) -> bool:
    """Whether words name who makes a thing: a unit, or a process by its code."""
    return who.casefold() in names or is_unit(who) or grammar.beside(who) is not None or grammar.at(who) is not None


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
    return tuple(
        stripped(each) for one in both(text) for two in coded_apart(one) for each in apart(two) if stripped(each)
    )
