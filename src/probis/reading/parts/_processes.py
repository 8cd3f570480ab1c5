"""Sections to the processes printed in them: one walk that gathers, then one that settles levels and parents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from probis.model import Kutipan
from probis.reading.annex import MAPS, is_heading, titled
from probis.reading.blocks import Block, Label
from probis.reading.codes import Codes, codes, depths, segments
from probis.reading.document import Kind
from probis.reading.evidence import is_unit
from probis.reading.makna import Makna
from probis.reading.names import folded
from probis.reading.parts._cascade import LONGEST, stripped
from probis.reading.parts._parties import owners
from probis.reading.parts._process_prose import FLAT, bracketed, listed, owned, tails, unwoven
from probis.reading.parts._process_table import GROUP_WORDS, Entry, ProcessTable, head, is_group, legend
from probis.reading.parts._quote import quote
from probis.reading.parts._relations import before_verb
from probis.reading.parts._sentences import sentences
from probis.reading.sections import Bagian, Section

_NEVER = (
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
_GROUP = re.compile(
    rf"(?:kelompok\s+)?(?:peta\s+)?(?:proses|kegiatan|rumpun|kelompok)(?:\s+(?:proses|bisnis))?\s+(?P<word>{GROUP_WORDS}(?:\s*(?:/|dan)\s*{GROUP_WORDS})?)"
    r"\s*(?:\((?P<aside>[^()]{0,60})\))?\s*[:.;,]?\s*(?:dan)?\s*$",
    re.IGNORECASE,
)
_BETWEEN = (Bagian.ARAH, Bagian.KETERKAITAN, Bagian.TUGAS_FUNGSI, Bagian.STRUKTUR)
_BODY = (Bagian.BATANG_TUBUH, Bagian.DIKTUM)
_LEVELS = {
    Bagian.PETA_PROSES: Makna.PROSES,
    Bagian.PETA_SUB_PROSES: Makna.SUB_PROSES,
    Bagian.PETA_LINTAS_FUNGSI: Makna.LINTAS_FUNGSI,
}
_LABELS = re.compile(r"^(?:[A-Z\dl]{1,3}[.)]\s*){1,3}(?=[A-Z])")
_GROUP_NAMED = re.compile(rf"\bproses(?:\s+bisnis)?\s+{GROUP_WORDS}\b", re.IGNORECASE)
_LISTS = re.compile(
    r"(?P<what>\b(?:sub\s*-?\s*)?proses\b[^.;:]{0,300}?)\b(?:meliputi|mencakup|terdiri\s+(?:atas|dari)|adalah"
    r"|sebagai\s+berikut|yaitu|yakni|antara\s+lain)\s*(?:sebagai\s+berikut)?\s*:?\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_FIELD = re.compile(
    r"(?P<field>kode(?:\s+proses)?|no(?:mor)?(?:\s+proses)?|nama(?:\s+(?:proses|peta))?(?:\s+bisnis)?|"
    r"(?:unit\s+)?penanggung\s*jawab|pemilik(?:\s+proses)?"
    r"|(?:kelompok|jenis|kategori)(?:\s+proses)?|(?:unit(?:\s+(?:kerja|organisasi))?|pihak|instansi|perangkat\s+daerah)\s+(?:yang\s+)?ter(?:libat|kait))"
    r"\s*:\s*(?P<value>.+)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:(?:gambar|bagan|tabel|lampiran|peta|sub|proses|subproses|bisnis|lintas|fungsi|relasi|level|kode|cfm|no|nomor"
    r"|diagram|kelompok|dari|untuk|atas|rincian|uraian|daftar|turunan|\d{1,2}|[IVX]+)\b[\s.:–-]*){1,8}",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\b(?:meliputi|mencakup|terdiri\s+(?:atas|dari)|yaitu|yakni|adalah|antara\s+lain)\b\s*:?", re.IGNORECASE
)
_INLINE = re.compile(r"(?:^|(?<=[\s;:]))(\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
_SAYS = re.compile(r"(?:di|me|ber)[a-z]{4,}\s|(?:menjadi|adalah|merupakan|dan|sampai|serta|yang)\s")
_NO_PROCESS = re.compile(r"peta\s|(?:sub\s?)?proses\s+yang\b|(?:gambar|tabel|bagan|diagram)\s+[\dIVX]", re.IGNORECASE)
_PROSE = re.compile(r"\b(?:adalah|merupakan|menjadi|dilaksanakan|sebagaimana|dimaksud|berdampak|mempunyai)\b")


@dataclass(slots=True)
class _Found:
    """A process at a place, before its level is settled."""

    section: Section
    block: Block
    code: str
    name: str
    kind: Makna | None
    under: "_Found | None" = None
    group: Kutipan | None = None
    made: Kutipan | None = None
    beside: list["_Beside"] = field(default_factory=list)
    own: tuple[str, ...] = ()  # the pieces of its code
    woven: bool = False  # its name and its owner run together, as cells of a table that is no more
    told: str = ""  # the words before its code, where a sentence names it


@dataclass(frozen=True, slots=True)
class _Beside:
    """What a place says of a process: an owner, a group, an input."""

    section: Section
    block: Block
    what: Makna
    text: str
    apart: bool = False  # told in a line of its own, below the process


def processes(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield processes, sub processes, lintas fungsi, their groups, and what tables say of them."""
    grammar = codes(block for section in sections for block in section.blocks if section.bagian not in _NEVER)
    walk = _Walk(
        grammar, legend([block.text for section in sections for block in section.blocks if block.kind is Kind.TEXT])
    )
    for section in sections:
        if section.bagian not in _NEVER:
            walk.section(section)
        else:
            walk.pass_by(section)
    for each in walk.found:
        each.own = segments(grammar.read(each.code))
    found = _tidied(walk.found)
    _owned(found, sections, grammar)
    _lifted(found)
    _prefixed(found, sections)
    yield from walk.groups
    yield from _settled(found)


class _Walk:
    """Goes through the sections and gathers what it finds, remembering the list and the group it stands in."""

    def __init__(self, grammar: Codes, legend: dict[str, bool]) -> None:
        self._grammar = grammar
        self._legend = legend
        self.found: list[_Found] = []
        self.groups: list[Kutipan] = []
        self._group: Kutipan | None = None
        self._kind: Makna | None = None  # what the list under way holds, None outside one
        self._labels: list[Label | None] = []
        self._table: ProcessTable | None = None
        self._head_row: Block | None = None  # the row just before, where it was one of a head
        self._table_number: int | None = None
        self._under: _Found | None = None
        self._bagian: Bagian | None = None
        self._run = False  # the head of a table stood on one line, so its cells run together

    def pass_by(self, section: Section) -> None:
        """Take in the head of a group that stands in another part, before the table that goes on."""
        for block in section.blocks[1:] if section.bagian in _BETWEEN else ():
            if block.kind is Kind.TEXT and is_heading(replace(block, bold=True)) and is_group(block.text):
                self._open_group(section, block, stripped(block.text.rstrip(" :")))

    def section(self, section: Section) -> None:
        """Take in a section."""
        self._kind, self._labels = None, []
        if section.bagian not in (*MAPS, Bagian.BATANG_TUBUH) or section.bagian is not self._bagian:
            self._group = None
        self._bagian = section.bagian
        blocks = section.blocks
        skip = 0
        for at, block in enumerate(blocks):
            if skip:
                skip -= 1
                continue
            if block.kind is Kind.ROW:
                self._row(section, block, [each for each in blocks[at + 1 : at + 40] if each.table == block.table])
            elif block.kind is Kind.TEXT:
                skip = self._text(section, block, blocks[at + 1 : at + 3])

    def _text(self, section: Section, block: Block, ahead: Sequence[Block]) -> int:
        """Take in a paragraph; return how many of the blocks after it belong to it."""
        weak = section.bagian in (*MAPS, Bagian.BATANG_TUBUH, Bagian.LAIN)
        text = block.text[:LONGEST].strip()
        head = is_heading(block) and titled(block) is not None and _LISTS.search(text) is None
        if block.counts is Label.DECIMAL and weak and not head and not is_unit(block):
            text = f"{block.label} {text}"
        if FLAT.fullmatch(text):
            self._run = True
            return 0
        self._run = self._run and not (head and not is_group(text))
        field = _FIELD.match(text)
        if field is not None and self._field(section, block, field):
            return 0
        if not head and section.bagian in (*MAPS, Bagian.LAIN, *_BODY):
            begun = self._grammar.at(text, weak=weak)
            if owned(text) is not None and (begun is None or begun.rest[:1].islower()):
                return 0  # `_owned` takes it in when all names are known
            if section.bagian in MAPS and self._several(section, block, text):
                return 0
        if not head and self._inline(section, block, text):
            return 0
        coded = self._coded(text, weak=weak and not head) or self._lettered(section, block, head=head)
        if coded is not None:
            return self._add(section, block, coded[0], coded[1], ahead)
        if (group := _GROUP.match(_LABELS.sub("", text).replace("rn", "m"))) is not None:
            self._open_group(section, block, stripped(group.group().rstrip(" :")))
            return 0
        if head:
            listed = re.match(r"(?:daftar|inventarisasi|identifikasi|rincian)\b", text, re.IGNORECASE)
            whole = section.bagian in MAPS and (listed or not (self._grammar.strong or self._grammar.weak))
            self._kind, self._labels = (_LEVELS.get(section.bagian) if whole else None), []
            if section.bagian is Bagian.PETA_PROSES and block.counts in (Label.ROMAN, Label.CHAPTER):
                self._group = None
            return 0
        if section.bagian in (*MAPS, *_BODY):
            self._listed(section, block, text)
        return 0

    def _coded(self, text: str, *, weak: bool) -> tuple[str, str] | None:
        found = self._grammar.at(text, weak=weak)
        if found is not None:
            return found.code, found.rest
        if len(text.split()) > 40:
            return None
        inner = re.search(r"\s*\(\s*(?:kode\s*:?\s*)?([^()]{2,24})\)\s*[;.]?$", text)
        if inner is not None and not _PROSE.search(text):
            again = self._grammar.at(inner.group(1).strip(), weak=weak)
            if again is not None and not again.rest:
                return again.code, text[: inner.start()]
        before = _BEFORE.match(text)
        if before is not None:
            again = self._grammar.at(text[before.end() :])
            if again is not None:
                return again.code, again.rest
        return None

    def _lettered(self, section: Section, block: Block, *, head: bool) -> tuple[str, str] | None:
        """The label as a code, where codes begin with it: "A. Pendidikan" above "A.1 Perkuliahan"."""
        if block.counts not in (Label.CAPITAL, Label.ROMAN, Label.NUMBER) or section.bagian not in MAPS or head:
            return None
        letter = block.label.strip("().")
        if block.counts is Label.NUMBER and (self._grammar.strong or _PROSE.search(block.text)):
            return None
        known = (
            letter.casefold() in self._grammar.weak | self._grammar.strong or segments(letter) in self._grammar.lettered
        )
        return (letter, block.text) if known and _GROUP.match(block.text) is None else None

    def _inline(self, section: Section, block: Block, text: str) -> bool:
        """Take in the processes that a sentence names, each with its code behind it."""
        named = bracketed(text, self._grammar)
        if not named or (len(named) == 1 and self._grammar.at(text, weak=True) is not None):
            return False
        lead = _MEMBERS.search(named[0].before)
        if len(named) == 1 and lead is None and section.bagian is not Bagian.PENJELASAN and not named[0].sure:
            return False
        sure = len(named) > 1 or lead is not None
        groups = 0
        for each in named:
            group = _GROUP_NAMED.search(each.before)
            if group is not None and _MEMBERS.search(each.before):
                groups += 1
                self._group = quote(section, block, Makna.KELOMPOK, group.group(), nomor="", urut=groups - 1 and groups)
                self.groups.append(self._group)
            if 0 < len(each.name.split()) <= 20 and (each.sure or sure):
                found = _Found(section, block, each.code, _name(each.name), None, None, self._group)
                found.told = each.before
                self.found.append(found)
        self._kind = None
        return True

    def _several(self, section: Section, block: Block, text: str) -> bool:
        """Take in a line that holds several codes, each with its name behind it."""
        held = listed(text, self._grammar)
        if held is None:
            return False
        for code, name in held[1]:
            if name:
                self.found.append(_Found(section, block, code, _name(name), None, None, self._group))
        self._kind = None
        return True

    def _add(self, section: Section, block: Block, code: str, rest: str, ahead: Sequence[Block]) -> int:
        if _SAYS.match(rest):
            return 0
        if section.bagian is Bagian.PENJELASAN:
            rest = before_verb(rest)
        name, used = _name(rest), 0
        if (not name or name.upper().endswith((" DAN", "/", ",", " -"))) and ahead:
            after = ahead[0]
            plain = after.kind is Kind.TEXT and not after.label and not self._coded(after.text, weak=True)
            if plain and len(after.text.split()) <= 25 and titled(after) is None and not _FIELD.match(after.text):
                name, used = f"{name} {_name(after.text)}".strip(), 1
                block = replace(block, last=after.last)
        self.found.append(_Found(section, block, code, name, None, group=self._group))
        self.found[-1].woven = self._run
        self._under = self.found[-1]
        self._kind = None
        return used

    def _field(self, section: Section, block: Block, found: re.Match[str]) -> bool:
        field, value = found.group("field").casefold(), found.group("value").strip()
        if field.startswith(("kode", "no")) and section.bagian in MAPS:
            coded = self._grammar.at(value, weak=True)
            if coded is None:
                return False
            self.found.append(_Found(section, block, coded.code, coded.rest, None, group=self._group))
            return True
        here = bool(self.found) and (self.found[-1].section is section or block is section.blocks[0])
        last = self.found[-1] if here else None
        if field.startswith("nama") and section.bagian in MAPS:
            if last is not None and not last.name:
                last.name, last.block = _name(value), replace(last.block, last=block.last)
            else:
                self.found.append(_Found(section, block, "", _name(value), None, group=self._group))
            return True
        if last is not None and ("penanggung" in field or "pemilik" in field):
            last.beside += [_Beside(section, block, Makna.PEMILIK, each, True) for each in owners([stripped(value)])]
            return True
        if last is not None and field.startswith(("kelompok", "jenis", "kategori")) and is_group(value):
            last.beside.append(_Beside(section, block, Makna.KELOMPOK, stripped(value)))
            return True
        if last is not None and field.endswith(("libat", "kait")):
            listed = re.split(r"\s*;\s*(?:dan\s+)?" if ";" in value else r",\s*(?:dan\s+)?", value)
            told = (stripped(each).rstrip(".") for each in listed)
            last.beside += [_Beside(section, block, Makna.PIHAK, each, True) for each in told if each]
            return True
        return False

    def _open_group(self, section: Section, block: Block, words: str) -> None:
        self._group = quote(section, block, Makna.KELOMPOK, words)
        self.groups.append(self._group)
        self._kind, self._labels = Makna.PROSES, []

    def _listed(self, section: Section, block: Block, text: str) -> None:
        """A list of names without codes, or a sentence that tells processes one after the other."""
        telling = False
        for sentence in sentences(text):
            tells = _LISTS.search(sentence)
            if tells is not None and not sentence.startswith("Peta lintas"):
                self._told(section, block, tells)
                telling = True
        if telling:
            return
        if block.counts in (Label.ROMAN, Label.CHAPTER, Label.ARTICLE, Label.DIKTUM):
            self._kind = None
        if self._kind is None or not (block.label or not text.endswith(".")):
            self._kind = None if not block.label else self._kind
            return
        if _PROSE.search(text) or _NO_PROCESS.match(text) or len(text.split()) > 25:
            self._kind = None if not block.label else self._kind
            return
        if not block.label and (self._labels or len(text.split()) < 2 or (is_heading(block) and titled(block))):
            return
        if (
            not block.label
            and self._grammar.strong
            and any(each.section is section and each.code for each in self.found)
        ):
            return
        level = self._level(block.counts)
        kind = self._kind if level == 0 else Makna.SUB_PROSES
        above = next((each for each in reversed(self.found) if each.kind is Makna.PROSES), None) if level else None
        code = block.label.rstrip(".") if block.counts is Label.DECIMAL else ""
        self.found.append(_Found(section, block, code, _name(block.text), kind, above, self._group))

    def _level(self, counts: Label | None) -> int:
        if counts not in self._labels:
            self._labels.append(counts)
        del self._labels[self._labels.index(counts) + 1 :]
        return self._labels.index(counts)

    def _told(self, section: Section, block: Block, found: re.Match[str]) -> None:
        what = found.group("what")
        rest = found.group("rest").strip()
        adalah = re.search(r"\badalah\b(?!\s+sebagai)", found.group(), re.IGNORECASE)
        groups = [] if adalah else [each.group() for each in _GROUP_NAMED.finditer(rest)]
        if groups:
            for urut, words in enumerate(dict.fromkeys(groups), 1):
                self.groups.append(quote(section, block, Makna.KELOMPOK, words, nomor="", urut=urut))
            self._kind = None
            return
        group = _GROUP_NAMED.search(what)
        kind = Makna.SUB_PROSES if re.match(r"sub", what.strip(), re.IGNORECASE) else Makna.PROSES
        if group is not None and (not adalah or not rest):
            self._group = quote(section, block, Makna.KELOMPOK, group.group(), nomor="")
            self.groups.append(self._group)
        if not rest:
            known = group is not None or section.bagian not in _BODY
            self._kind = kind if known and not re.search(r"\bpeta\b.*\bterdiri", what, re.IGNORECASE) else None
            self._labels = []
            return
        if adalah or re.search(r"\bpeta\b", rest, re.IGNORECASE):
            return
        for code, name in _pieces(rest):
            coded = self._coded(name, weak=True)
            code, name = coded if coded is not None else (code, name)
            no = _PROSE.search(name) or _NO_PROCESS.match(name)
            if 1 < len(name.split()) <= 20 and not no and (group is not None or coded is not None):
                self.found.append(_Found(section, block, code, _name(name), kind, None, self._group))

    def _row(self, section: Section, block: Block, after: Sequence[Block]) -> None:
        words = [cell.text.strip() for cell in block.cells if cell.text.strip()]
        if words and len(words) <= 2 and is_group(" ".join(words)):
            self._open_group(section, block, stripped(" ".join(" ".join(words).split()).rstrip(" :")))
            return
        over = self._table.head if self._table is not None and self._head_row is not None else None
        made = head(block, after, self._grammar, over if block.table == self._table_number else None)
        if made is not None:
            self._table, self._table_number = ProcessTable(made, self._grammar, self._legend), block.table
            self._table.look(after)
            self._head_row = block
            return
        self._head_row = None
        if self._table is None or block.table != self._table_number:
            self._table = None
            self._loose(section, block)
            return
        entries = list(self._table.entries(block))
        before: _Found | None = None
        others = [_Beside(section, block, what, text) for what, text in self._table.others(block)]
        for entry in entries:
            before = self._entry(section, block, entry, before)
        if before is not None:
            first = self.found[-len(entries)]
            first.beside += [
                one for one in others if one.what is Makna.KELOMPOK and self._table.grouped(entries[0].kind)
            ]
            before.beside += [one for one in others if one.what is not Makna.KELOMPOK]
        elif others and (code := self._table.reference(block)):
            self._of(section, block, code).beside += others
        elif others and self.found and self.found[-1].block.table == block.table:
            self.found[-1].beside += others

    def _of(self, section: Section, block: Block, code: str) -> _Found:
        """Return the process with a code that was printed last, this place where it was not yet."""
        own = segments(self._grammar.read(code))
        for each in reversed(self.found):
            if each.code and segments(self._grammar.read(each.code)) == own:
                return each
        self.found.append(_Found(section, block, code, "", None))
        return self.found[-1]

    def _entry(self, section: Section, block: Block, entry: Entry, before: _Found | None) -> _Found:
        kind = entry.kind if entry.sure or not entry.code else None
        above = before
        if above is None and entry.kind is not Makna.PROSES:
            ranks = (Makna.PROSES, Makna.SUB_PROSES, Makna.LINTAS_FUNGSI)
            above = next(
                (
                    each
                    for each in reversed(self.found)
                    if each.block.table == block.table and each.kind in (None, *ranks[: ranks.index(entry.kind)])
                ),
                None,
            )
        found = _Found(section, block, entry.code, _name(entry.name), kind, above, self._group)
        self.found.append(found)
        return found

    def _loose(self, section: Section, block: Block) -> None:
        """A row outside a table of processes: a code in a cell, its name after it or in the next cell."""
        texts = [cell.text.strip() for cell in block.cells if cell.text.strip()]
        for at, text in enumerate(texts):
            coded = self._grammar.at(text)
            if coded is None:
                continue
            name = coded.rest or (texts[at + 1] if at + 1 < len(texts) else "")
            if len(name.split()) <= 30:
                self.found.append(_Found(section, block, coded.code, _name(name), None, None, self._group))


def _name(text: str) -> str:
    text = re.split(r"\s+(?:adalah|merupakan)\s|\s*:\s+(?=[A-Z][a-z]+ )", " ".join(text.split()), maxsplit=1)[0]
    text = stripped(text)
    whole = re.fullmatch(r"\(([^()]+)\)", text)
    return whole.group(1).strip() if whole else text


def _pieces(rest: str) -> list[tuple[str, str]]:
    marks = list(_INLINE.finditer(rest))
    if marks:
        cuts = [found.start() for found in marks] + [len(rest)]
        return [("", stripped(rest[found.end() : end])) for found, end in zip(marks, cuts[1:], strict=True)]
    parts = re.split(r";\s*(?:dan\s+)?" if ";" in rest else r",\s*(?:dan\s+|serta\s+)?", rest)
    return [("", stripped(part)) for part in parts if part.strip()]


def _tidied(found: Sequence[_Found]) -> list[_Found]:
    """Give names in sentences their bounds by how lists print them; take group and owner from behind a name."""
    printed: dict[tuple[str, ...], list[str]] = {}
    for each in found:
        for name, what, words in tails(each.name):
            each.name = name
            makna = Makna.KELOMPOK if what == "kelompok" else Makna.PEMILIK
            each.beside.append(_Beside(each.section, each.block, makna, words))
        if each.own and each.name and not each.told and not each.woven:
            printed.setdefault(each.own, []).append(each.name)
    kept = []
    for each in found:
        if each.woven:
            each.name, owner = unwoven(each.name, printed.get(each.own, ()))
            each.beside += [
                _Beside(each.section, each.block, Makna.PEMILIK, one) for one in owners([owner] if owner else [])
            ]
        names = printed.get(each.own, []) if each.told else []
        before = each.told.split()
        for name in sorted(names, key=len, reverse=True):
            size = len(name.split())
            if folded(" ".join(before[-size:])) == folded(name):
                each.name = _name(" ".join(before[-size:]))
                break
        else:
            if names and folded(each.name) not in map(folded, names):
                continue
        kept.append(each)
    return kept


def _owned(found: list[_Found], sections: Sequence[Section], grammar: Codes) -> None:
    """Add the owners that sentences tell, now that the names of the processes are known."""
    by_code: dict[tuple[str, ...], _Found] = {}
    by_name: dict[str, _Found] = {}
    for each in found:
        if each.own:
            by_code.setdefault(each.own, each)
        if len(each.name.split()) > 1:
            by_name.setdefault(folded(each.name), each)
    for section in sections:
        if section.bagian not in (*MAPS, Bagian.LAIN, *_BODY, Bagian.PENJELASAN):
            continue
        for block in section.blocks:
            for sentence in sentences(block.text[:LONGEST]) if block.kind is Kind.TEXT else ():
                for part in _PARTS.split(sentence):
                    told = owned(part)
                    if told is None:
                        continue
                    for each in _meant(told[0], by_code, by_name, grammar):
                        each.beside += [_Beside(section, block, Makna.PEMILIK, words) for words in told[1]]


def _meant(
    words: str, by_code: dict[tuple[str, ...], _Found], by_name: dict[str, _Found], grammar: Codes
) -> list[_Found]:
    """Return the processes that words name, by their codes, else by their names."""
    made: list[_Found] = []
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


def _lifted(found: Sequence[_Found]) -> None:
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


def _prefixed(found: Sequence[_Found], sections: Sequence[Section]) -> None:
    """Give processes without a group the one that a sentence ties to letters of codes: "PU untuk proses utama"."""
    tied: dict[str, tuple[Section, Block, str]] = {}
    for section in sections:
        for block in section.blocks if section.bagian not in _NEVER else ():
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
            each.beside.append(_Beside(place[0], place[1], Makna.KELOMPOK, place[2]))


_GROUP_SAID = rf"(?:kelompok\s+)?(?i:proses)\s+(?:(?i:bisnis)\s+)?(?i:{GROUP_WORDS})"
_TIED = re.compile(
    rf"(?<!\w)(?P<a>[A-Z]{{1,5}})[”\"]?\s*(?:untuk|=|:|adalah|ialah|berarti|menunjukkan|menandai|bagi)\s*(?P<b>{_GROUP_SAID})\b"
    rf"|(?P<c>{_GROUP_SAID})\s*(?:\(\s*|(?:diberi\s+)?(?:dengan\s+)?kode\s+|ditandai\s+|berkode\s+)(?P<d>[A-Z]{{1,5}})\b"
)
_PARTS = re.compile(
    r";\s+(?:dan\s+)?|,\s+(?:sedangkan|sementara(?:\s+itu)?|adapun|serta|dan)\s+(?=\S+(?:\s+\S+){0,8}?\s+(?:di\w+|menjadi|ber\w+)\b)"
)
_WHOLE = re.compile(r"(?:pemilik|penanggung\s*jawab)\s+proses", re.IGNORECASE)


def _settled(found: Sequence[_Found]) -> Iterator[Kutipan]:
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
    latest: dict[tuple[str, ...], Kutipan] = {}
    counts: dict[tuple[int, Makna], int] = {}
    for each in found:
        kind = each.kind or Makna.PROSES
        counts[each.block.first, kind] = counts.get((each.block.first, kind), 0) + 1
        urut = counts[each.block.first, kind]
        above = _above(each, latest)
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
        for one in dict.fromkeys(each.beside):
            counts[one.block.first, one.what] = place = counts.get((one.block.first, one.what), 0) + 1
            yield quote(one.section, one.block, one.what, one.text, nomor="", induk=made, urut=place)


def _kind(each: _Found, deep: dict[tuple[str, ...], int], deeper: set[int]) -> Makna:
    depth = deep.get(each.own, 1)
    if each.section.bagian is Bagian.PETA_LINTAS_FUNGSI and (depth > 1 or deeper == {1}):
        return Makna.LINTAS_FUNGSI
    return Makna.PROSES if depth == 1 else Makna.SUB_PROSES


def _above(each: _Found, latest: dict[tuple[str, ...], Kutipan]) -> Kutipan | None:
    own = each.own
    for size in range(len(own) - 1, 0, -1):
        if own[:size] in latest:
            return latest[own[:size]]
    if each.under is not None and each.under.made is not None:
        return each.under.made
    return each.group
