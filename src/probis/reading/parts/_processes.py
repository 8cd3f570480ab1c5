"""Sections to the processes printed in them: one walk that gathers them, each as it is printed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from probis.model import Kutipan
from probis.reading.annex import MAPS, is_heading, titled
from probis.reading.blocks import ORDINAL, Block, Label
from probis.reading.codes import Coded, Codes, codes, lone, looks_coded, segments, unbracketed
from probis.reading.document import Kind
from probis.reading.evidence import is_unit
from probis.reading.makna import Makna
from probis.reading.names import folded
from probis.reading.parts._cascade import LONGEST, stripped
from probis.reading.parts._parties import is_unit as names_unit
from probis.reading.parts._parties import owners
from probis.reading.parts._process_card import FIELD, LISTED, told_by, values
from probis.reading.parts._process_prose import FLAT, bracketed, listed, owned, pieces, two
from probis.reading.parts._process_settling import BODY, NEVER, Beside, Found, settled, tidy
from probis.reading.parts._process_table import (
    GROUP_WORDS,
    Entry,
    ProcessTable,
    counts_columns,
    head,
    is_column,
    is_flow_table,
    is_group,
    legend,
    taking,
)
from probis.reading.parts._quote import quote
from probis.reading.parts._relations import before_verb
from probis.reading.parts._sentences import sentences
from probis.reading.sections import Bagian, Section

_GROUP = re.compile(
    rf"(?:kelompok\s+)?(?:peta\s+)?(?:proses|kegiatan|rumpun|kelompok)(?:\s+(?:proses|bisnis))?\s+(?P<word>{GROUP_WORDS}(?:\s*(?:/|dan)\s*{GROUP_WORDS})?)"
    r"\s*(?:\((?P<aside>[^()]{0,60})\))?\s*[:.;,]?\s*(?:dan)?\s*$",
    re.IGNORECASE,
)
_BETWEEN = (Bagian.ARAH, Bagian.KETERKAITAN, Bagian.TUGAS_FUNGSI, Bagian.STRUKTUR)
_SUBS = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        r"(?:proses\s+)?(?P<name>\S.{3,100}?)(?:,?\s+(?:yang|sebagaimana)\s+dimaksud[^:]{0,120}?)?\s+(?:terdiri\s+(?:atas|dari)|meliputi"
        r"|mencakup|dijabarkan\s+(?:dalam|menjadi|ke\s+dalam)|memiliki|mempunyai|terbagi\s+(?:atas|menjadi))\s+(?:\S+\s+){0,3}?"
        r"sub\s?-?proses(?:\s+sebagai\s+berikut)?(?:,?\s+yaitu)?\s*:?\s*(?P<rest>.*)$",
        r"sub\s?-?proses\s+(?:(?:dari|pada|untuk)\s+)?(?:proses\s+)?(?P<name>\S.{3,100}?)(?:,?\s+(?:yang|sebagaimana)\s+dimaksud[^:]{0,120}?)?"
        r"\s*(?:\b(?:terdiri\s+(?:atas|dari)|meliputi|mencakup|adalah|yaitu|sebagai\s+berikut)\s*:?|:)\s*(?P<rest>.*)$",
    )
)
_LEVELS = {
    Bagian.PETA_PROSES: Makna.PROSES,
    Bagian.PETA_SUB_PROSES: Makna.SUB_PROSES,
    Bagian.PETA_LINTAS_FUNGSI: Makna.LINTAS_FUNGSI,
}
_LABELS = re.compile(
    r"^(?:(?i:tabel|gambar|bagan)\s+[\d.]+\s*(?=[A-Z])|(?:[A-Z\dl]{1,5}[.)]\s*){1,3}(?:[A-Z\d]{1,2}\s+)?(?=[A-Z]))"
)
_GROUP_NAMED = re.compile(rf"\bproses(?:\s+bisnis)?\s+{GROUP_WORDS}\b", re.IGNORECASE)
_LISTS = re.compile(
    r"(?P<what>\b(?:sub\s*-?\s*)?proses\b[^.;:]{0,300}?)\b(?:meliputi|mencakup|terdiri\s+(?:atas|dari)|adalah"
    r"|sebagai\s+berikut|yaitu|yakni|antara\s+lain)\s*(?:sebagai\s+berikut)?\s*:?\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = re.compile(
    r"(?:(?:gambar|bagan|tabel|lampiran|peta|sub|proses|subproses|bisnis|lintas|fungsi|relasi|level|kode|cfm|no|nomor"
    r"|diagram|kelompok|dari|untuk|atas|rincian|uraian|daftar|turunan|\d{1,2}|[IVX]+)\b[\s.:–-]*){1,8}",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\b(?:meliputi|mencakup|terdiri\s+(?:atas|dari)|yaitu|yakni|adalah|antara\s+lain)\b\s*:?", re.IGNORECASE
)
_SAYS = re.compile(r"(?:di|me|ber)[a-z]{4,}\s|(?:bekerja|menjadi|adalah|merupakan|dan|sampai|serta|yang)\s")
_NO_PROCESS = re.compile(r"peta\s|(?:sub\s?)?proses\s+yang\b|(?:gambar|tabel|bagan|diagram)\s+[\dIVX]", re.IGNORECASE)
_CODE_BEHIND = re.compile(
    r"\s*(?:\(\s*(?:kode\s*:?\s*)?([^()]{2,24})\)|,?\s(?:dengan\s|diberi\s|ber)kode\s+(?:proses\s+)?(\S{2,24}?))\s*"
    r"[;.,]?(?:\s+dan|\s+serta)?$"
)
_COUNTED = re.compile(
    rf"(?P<what>(?i:sub\s?-?)?(?i:proses))(?P<group>(?i:(?:\s+bisnis)?\s+{GROUP_WORDS}))?\s+(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})\.?"
    r"(?:\s?[:)–—-])?\s+(?P<name>[A-Z].{2,})",
    re.DOTALL,
)
"""A process that is called by what it is and which: "Proses Utama 1 : Perizinan", "Subproses 1.1 Verifikasi"."""
_DIVISION = re.compile(rf"(?:Sub\s?-?)?Bagian\s+{ORDINAL}", re.IGNORECASE)
_BARE = re.compile(r"(\d{1,3}|[A-Z]|[IVX]{1,5})\.?")
"""A code that only its field tells to be one."""
_HEADING = re.compile(r"(?:[A-Z]|[IVX]{1,5}|\d{1,2})(?:\.\d{1,2})+\.?\s+(?P<name>[A-Z][^.:;]{2,120})$")
"""A heading that counts itself."""
_NAMES_IT = re.compile(r"nama\b", re.IGNORECASE)
_PROSE = re.compile(r"\b(?:adalah|merupakan|menjadi|dilaksanakan|sebagaimana|dimaksud|berdampak|mempunyai)\b")


def processes(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield processes, sub processes, lintas fungsi, their groups, and what tables say of them."""
    grammar = codes(block for section in sections for block in section.blocks if section.bagian not in NEVER)
    texts = [block.text for section in sections for block in section.blocks if block.kind is Kind.TEXT]
    walk = _Walk(grammar, legend(texts))
    for section in sections:
        if section.bagian not in NEVER:
            walk.section(section)
        else:
            walk.pass_by(section)
    yield from walk.groups
    yield from settled(walk.found, walk.groups, sections, grammar)


class _Walk:
    """Goes through the sections and gathers what it finds, remembering the list and the group it stands in."""

    def __init__(self, grammar: Codes, legend: dict[str, bool]) -> None:
        self._grammar = grammar
        self._legend = legend
        self.found: list[Found] = []
        self.groups: list[Kutipan] = []
        self._group: Kutipan | None = None
        self._kind: Makna | None = None  # what the list under way holds, None outside one
        self._labels: list[Label | None] = []
        self._table: ProcessTable | None = None
        self._head_row: Block | None = None  # the row just before, where it was one of a head
        self._table_number: int | None = None
        self._under: Found | None = None
        self._bagian: Bagian | None = None
        self._fills: tuple[Found, Makna] | None = None  # what the list under way tells of a process
        self._over: Found | None = None  # whose sub processes the list under way holds
        self._opened: Found | None = None  # the process whose name alone stands over the list under way
        self._across: dict[int, str] = {}  # codes that are the heads of a matrix
        self._across_table: int | None = None
        self._last: dict[tuple[str, ...], Found] = {}  # the process with a code that was printed last
        self._known = 0  # how many of those found are in it
        self._flows_table: int | None = None  # the table that tells who gives what to whom
        self._latest: dict[tuple[int, int], Found] = {}  # the processes that rows of the table can go on under
        self._columns: dict[int, Kutipan] = {}  # groups that are columns of the table
        self._over_counted: dict[int, Found] = {}  # the processes called by their numbers, by how deep they stand
        self._before: Block | None = None  # the paragraph before this one
        self._run = False  # the head of a table stood on one line, so its cells run together

    def pass_by(self, section: Section) -> None:
        """Take in the head of a group that stands in another part, before the table that goes on."""
        for block in section.blocks[1:] if section.bagian in _BETWEEN else ():
            if block.kind is Kind.TEXT and is_heading(replace(block, bold=True)) and is_group(block.text):
                self._open_group(section, block, stripped(block.text.rstrip(" :")))

    def section(self, section: Section) -> None:
        """Take in a section."""
        self._kind, self._labels, self._before = None, [], None
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
                self._before = block if not skip else None

    def _text(self, section: Section, block: Block, ahead: Sequence[Block]) -> int:
        """Take in a paragraph; return how many of the blocks after it belong to it."""
        if section.bagian in MAPS and self._heads_group(section, block, ahead):
            return 0
        weak = section.bagian in (*MAPS, Bagian.BATANG_TUBUH, Bagian.LAIN)
        text = unbracketed(block.text[:LONGEST].strip())
        head = is_heading(block) and titled(block) is not None and _LISTS.search(text) is None
        if block.counts is Label.DECIMAL and weak and not head and not is_unit(block):
            text = f"{block.label} {text}"
        if FLAT.fullmatch(text):
            self._run = True
            return 0
        self._run = self._run and not (head and not is_group(text))
        if self._formed(section, block, text, ahead) or (not head and self._said(section, block, text, weak=weak)):
            return 0
        coded = self._coded(text, weak=weak and not head) or self._lettered(section, block, head=head)
        if coded is not None:
            return self._add(section, block, coded[0], coded[1], ahead)
        if (group := _GROUP.match(_LABELS.sub("", block.text[:LONGEST].strip()).replace("rn", "m"))) is not None:
            self._open_group(section, block, stripped(group.group().rstrip(" :")))
        elif head:
            self._heading(section, block, text)
        elif section.bagian in (*MAPS, *BODY):
            self._listed(section, block, text)
        return 0

    def _formed(self, section: Section, block: Block, text: str, ahead: Sequence[Block]) -> bool:
        """Take in a line of a form: a field, an item under one, a process that is called by its number."""
        field = FIELD.match(text)
        if field is not None and self._field(section, block, field, ahead):
            return True
        if section.bagian in (*MAPS, *BODY) and self._counted(section, block, text):
            return True
        if self._fills is None or not block.label or self._grammar.at(text, weak=True) is not None:
            self._fills = None
            return False
        each, what = self._fills
        if what is Makna.PEMILIK and (not names_unit(text) or owned(text, led=True) is not None):
            self._fills = None  # a list of who answers for which process, or another heading
            return False
        each.beside.append(Beside(section, block, what, stripped(block.text), True))
        return True

    def _said(self, section: Section, block: Block, text: str, *, weak: bool) -> bool:
        """Take in a paragraph that tells of several processes; pass by one that tells who answers for which.

        Who answers is taken in when all names are known.
        """
        if section.bagian in (*MAPS, Bagian.LAIN, *BODY):
            begun = self._coded(text, weak=weak) or self._lettered(section, block, head=False)
            named = begun is not None and not begun[1][:1].islower()
            if owned(text) is not None and not named and not bracketed(text, self._grammar):
                return True
        if section.bagian in MAPS and self._several(section, block, text):
            return True
        return self._inline(section, block, block.text[:LONGEST].strip())

    def _heading(self, section: Section, block: Block, text: str) -> None:
        """Begin a list under a heading that says what the list holds."""
        listed = re.match(r"(?:daftar|inventarisasi|identifikasi|rincian)\b", text, re.IGNORECASE)
        whole = section.bagian in MAPS and (listed or not (self._grammar.strong or self._grammar.weak))
        self._kind, self._labels = (_LEVELS.get(section.bagian) if whole else None), []
        if section.bagian is Bagian.PETA_PROSES and block.counts in (Label.ROMAN, Label.CHAPTER):
            self._group = None

    def _counted(self, section: Section, block: Block, text: str) -> bool:
        """Take in a process that is called by what it is and which; its number is its code unless each group counts."""
        found = _COUNTED.fullmatch(text)
        if found is None or self._grammar.at(found["name"], weak=True) is not None or _PROSE.search(found["name"]):
            return False
        below = found["what"][:3].casefold() == "sub"
        if found["group"] and not below:
            words = f"{found['what']}{found['group']}"
            if self._group is None or folded(self._group.teks) != folded(words):
                self._open_group(section, block, words)
        depth = max(found["number"].count("."), below)
        self._over_counted = {each: over for each, over in self._over_counted.items() if each < depth}
        over = self._over_counted.get(depth - 1)
        alone = "." not in found["number"] or (over is not None and over.group is not None)
        kind = Makna.SUB_PROSES if depth else Makna.PROSES
        code = "" if alone else found["number"]
        self.found.append(Found(section, block, code, tidy(found["name"]), kind, over, self._group))
        self._over_counted[depth] = self._under = self.found[-1]
        self._kind = None
        return True

    def _heads_group(self, section: Section, block: Block, ahead: Sequence[Block]) -> bool:
        """Take in the heading of a group that has a name of its own: "4.1 Ranah Niaga (Proses Utama)", codes below."""
        aside = re.search(r"\(([^()]{5,50})\)\s*:?$", block.text)
        if aside is None or not is_group(aside[1]) or not is_heading(block) or not block.text[:1].isupper():
            return False
        below = self._grammar.at(ahead[0].text, weak=True) if ahead else None
        label = segments(block.label)
        own = self._grammar.at(block.text) is not None
        if below is None or own or segments(below.code)[: len(label) or 1] == label:
            return False
        self._open_group(section, block, stripped(aside[1]))
        return True

    def _coded(self, text: str, *, weak: bool) -> tuple[str, str] | None:
        """Return (code, name) of a process that a text begins with, the code before the name or behind it."""
        found = self._grammar.at(text, weak=weak)
        if found is not None:
            return self._past_heading(found) or (found.code, found.rest)
        if len(text.split()) > 40:
            return None
        behind = self._behind(text, weak=weak)
        if behind is not None:
            return behind[0], re.sub(r"^\d{1,2}(?:\.\d{1,2})+\.?\s+", "", behind[1])
        before = _BEFORE.match(text)
        if before is not None:
            again = self._grammar.at(text[before.end() :], weak=weak)
            if again is not None and not again.rest[:1].islower() and again.rest[:1] not in (",", ";"):
                return again.code, again.rest
        return None

    def _past_heading(self, found: Coded) -> tuple[str, str] | None:
        """Return (code, name) behind what only counts a heading: "3.1 PU.I Fasilitasi", "V.A Izin Keramaian (I.3)"."""
        if self._strong(found.code):
            return None
        again = self._grammar.at(found.rest, weak=True)
        if again is not None and again.rest and segments(again.code)[:1] != segments(found.code)[:1]:
            return again.code, again.rest
        return self._behind(found.rest, weak=True)

    def _behind(self, text: str, *, weak: bool) -> tuple[str, str] | None:
        """Return (code, name) of a name that its code stands behind: "Pelayanan Tera (MET-01)"."""
        found = _CODE_BEHIND.search(text)
        if found is None or _PROSE.search(text):
            return None
        coded = self._grammar.at((found[1] or found[2]).strip(), weak=weak)
        return (coded.code, text[: found.start()]) if coded is not None and not coded.rest else None

    def _strong(self, code: str) -> bool:
        """Whether a code is one wherever it stands."""
        return segments(code)[0] in self._grammar.strong

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
        for each in named:
            group = _GROUP_NAMED.search(each.before)
            if group is not None and _MEMBERS.search(each.before):
                self._group = self._grouped(section, block, group.group())
            if 0 < len(each.name.split()) <= 20 and (each.sure or sure):
                known = any(one.code == each.code for one in self.found)
                found = Found(section, block, each.code, tidy(each.name), None, None, None if known else self._group)
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
                self.found.append(Found(section, block, code, tidy(name), None, None, self._group))
        self._kind = None
        return True

    def _add(self, section: Section, block: Block, code: str, rest: str, ahead: Sequence[Block]) -> int:
        if _SAYS.match(rest):
            return 0
        if section.bagian is Bagian.PENJELASAN:
            rest = before_verb(rest)
        name, used = tidy(rest), 0
        if (not name or rest.rstrip().upper().endswith((" DAN", " SERTA", "/", ",", " -"))) and ahead:
            after = ahead[0]
            plain = after.kind is Kind.TEXT and not after.label and not self._coded(after.text, weak=True)
            if plain and len(after.text.split()) <= 25 and titled(after) is None and not FIELD.match(after.text):
                name, used = tidy(f"{rest} {after.text}"), 1
                block = replace(block, last=after.last)
        self.found.append(Found(section, block, code, name, None, group=self._group))
        self.found[-1].woven = self._run
        self._under = self.found[-1]
        self._kind = None
        return used

    def _field(self, section: Section, block: Block, found: re.Match[str], ahead: Sequence[Block] = ()) -> bool:
        """Take in a field of a form: the code or the name of a process, or what is told of the last one."""
        field, value = found.group("field").casefold(), found.group("value").strip()
        formed = section.bagian in MAPS or (section.bagian is Bagian.LAIN and "proses" in field)
        if formed and field.startswith(("kode", "no")):
            return self._field_of_code(section, block, value, ahead)
        here = bool(self.found) and (self.found[-1].section is section or block is section.blocks[0])
        last = self.found[-1] if here else None
        if field.startswith("nama"):
            return is_column(value) or (
                (formed or (last is not None and not last.name)) and self._field_of_name(section, block, value, last)
            )
        self._fills = None
        if "induk" in field or "atasan" in field:
            coded = self._grammar.at(value, weak=True) or (Coded(value, "") if _BARE.fullmatch(value) else None)
            if last is None or coded is None:
                return False
            own = segments(self._grammar.read(coded.code))
            last.under = next(
                (e for e in self.found if e is not last and segments(self._grammar.read(e.code)) == own), None
            )
            return True
        what = told_by(field, value)
        if last is None or what is None:
            return False
        if not value and what in (*LISTED, Makna.PEMILIK):
            self._fills = (last, what)
        last.beside += [Beside(section, block, what, each, what is not Makna.KELOMPOK) for each in values(what, value)]
        return True

    def _field_of_code(self, section: Section, block: Block, value: str, ahead: Sequence[Block]) -> bool:
        coded = self._grammar.at(value, weak=True) or (looks_coded(value) if lone(value) else None)
        if coded is None and (bare := _BARE.fullmatch(value)) is not None:
            coded = Coded(bare[1], "")
        if coded is None:
            return False
        name, over = coded.rest, self._before
        heading = _HEADING.match(over.printed) if over is not None and not name else None
        if over is not None and heading is not None:
            if self.found and self.found[-1].block is over:
                self.found.pop()  # the number of the heading was taken for its code
            if not any(_NAMES_IT.match(each.text) for each in ahead):
                name, block = tidy(heading["name"]), replace(over, last=block.last)
        self.found.append(Found(section, block, coded.code, name, None, group=self._group))
        return True

    def _field_of_name(self, section: Section, block: Block, value: str, last: Found | None) -> bool:
        if last is not None and not last.name:
            last.name, last.block = tidy(value), replace(last.block, last=block.last)
        else:
            self.found.append(Found(section, block, "", tidy(value), None, group=self._group))
        return True

    def _grouped(self, section: Section, block: Block, words: str) -> Kutipan:
        """Quote a group that a sentence or the head of a table names."""
        before = sum(each.id.split("@")[-1].split(".")[0] == str(block.first) for each in self.groups)
        self.groups.append(quote(section, block, Makna.KELOMPOK, words, nomor="", urut=before and before + 1))
        return self.groups[-1]

    def _open_group(self, section: Section, block: Block, words: str) -> None:
        self._group = quote(section, block, Makna.KELOMPOK, words)
        self.groups.append(self._group)
        self._kind, self._labels = Makna.PROSES, []

    def _listed(self, section: Section, block: Block, text: str) -> None:
        """A list of names without codes, or a sentence that tells processes one after the other."""
        if self._opened_by_name(section, block, text):
            return
        if self._tells(section, block, text):
            return
        if block.counts in (Label.ROMAN, Label.CHAPTER, Label.ARTICLE, Label.DIKTUM):
            self._kind = None
        if self._kind is None:
            return
        if not _can_name(block, text):
            self._kind = self._kind if block.label else None
        elif block.label or self._names_alone(section, block, text):
            level = self._level(block.counts)
            above = next((each for each in reversed(self.found) if each.kind is Makna.PROSES), None)
            kind, above = (Makna.SUB_PROSES, above) if level else (self._kind, self._over)
            code = block.label.rstrip(".") if block.counts is Label.DECIMAL else ""
            self.found.append(Found(section, block, code, tidy(block.text), kind, above, self._group))

    def _tells(self, section: Section, block: Block, text: str) -> bool:
        """Take in the sentences that tell processes, or lead in to a list of them; return whether there are any."""
        telling = False
        for sentence in sentences(text):
            if self._subs(section, block, sentence):
                telling = True
            elif (tells := _LISTS.search(sentence)) is not None and not sentence.startswith("Peta lintas"):
                self._told(section, block, tells)
                telling = True
        return telling

    def _opened_by_name(self, section: Section, block: Block, text: str) -> bool:
        """Take in the list under the name of a process without code that was told before: its sub processes."""
        if not block.label and not self._grammar.strong:
            own = folded(text)
            named = (each for each in self.found if each.section is section and not each.code and each.under is None)
            if (over := next((each for each in named if folded(each.name) == own), None)) is not None:
                self._opened, self._kind = over, None
                return True
        over = self._opened if self._opened is not None and self._opened.section is section else None
        prose = text[-1:] in (":", ".") and not _GROUP_NAMED.search(text)
        if over is None or not (block.label or prose):
            self._opened = None
            return False
        if block.label:
            self.found.append(Found(section, block, "", tidy(block.text), Makna.SUB_PROSES, over, over.group))
        return True

    def _names_alone(self, section: Section, block: Block, text: str) -> bool:
        """Whether a paragraph without a label is an item of a list that has none, where no codes tell the processes."""
        if self._labels or len(text.split()) < 2 or (is_heading(block) and titled(block)):
            return False
        return not (self._grammar.strong and any(each.section is section and each.code for each in self.found))

    def _level(self, counts: Label | None) -> int:
        if counts not in self._labels:
            self._labels.append(counts)
        del self._labels[self._labels.index(counts) + 1 :]
        return self._labels.index(counts)

    def _subs(self, section: Section, block: Block, sentence: str) -> bool:
        """Take in a sentence that tells, or leads in to, the sub processes of a process that it names."""
        found = next((each for pattern in _SUBS if (each := pattern.match(sentence)) is not None), None)
        if found is None:
            return False
        name = folded(found.group("name"))
        over = next((each for each in reversed(self.found) if name and folded(each.name) == name), None)
        if over is None:
            return False
        rest = found.group("rest").strip()
        self._kind, self._labels, self._over = (Makna.SUB_PROSES if not rest else None), [], over
        for code, words in pieces(rest) if rest else ():
            self.found.append(Found(section, block, code, tidy(words), Makna.SUB_PROSES, over, over.group))
        return True

    def _told(self, section: Section, block: Block, found: re.Match[str]) -> None:
        self._over = None
        what = found.group("what")
        rest = found.group("rest").strip()
        adalah = re.search(r"\badalah\b(?!\s+sebagai)", found.group(), re.IGNORECASE)
        groups = [] if adalah else [each.group() for each in _GROUP_NAMED.finditer(rest)]
        if groups:
            for words in dict.fromkeys(groups):
                self._grouped(section, block, words)
            self._kind = None
            return
        group = _GROUP_NAMED.search(what)
        kind = Makna.SUB_PROSES if re.match(r"sub", what.strip(), re.IGNORECASE) else Makna.PROSES
        if group is not None and (not adalah or not rest):
            self._group = self._grouped(section, block, group.group())
        if not rest:
            known = group is not None or section.bagian not in BODY
            self._kind = kind if known and not re.search(r"\bpeta\b.*\bterdiri", what, re.IGNORECASE) else None
            self._labels = []
            return
        if adalah or re.search(r"\bpeta\b", rest, re.IGNORECASE):
            return
        for code, name in [one for each in pieces(rest) for one in two(each)]:
            coded = self._coded(name, weak=True)
            code, name = coded if coded is not None else (code, name)
            no = _PROSE.search(name) or _NO_PROCESS.match(name)
            if (coded is None) < len(name.split()) <= 20 and not no and (group is not None or coded is not None):
                self.found.append(Found(section, block, code, tidy(name), kind, None, self._group))

    def _row(self, section: Section, block: Block, after: Sequence[Block]) -> None:
        if self._apart(section, block, after) or self._begins_table(section, block, after):
            return
        self._head_row = None
        table = self._table
        if table is not None and block.table != self._table_number and table.goes_on(block):
            self._table_number = block.table
        if table is None or block.table != self._table_number:
            self._table = None
            self._loose(section, block)
        else:
            self._record(section, block, table)

    def _apart(self, section: Section, block: Block, after: Sequence[Block]) -> bool:
        """Take in a row that is no record of a table of processes: a group, a field, a row of a matrix."""
        words = [cell.text.strip() for cell in block.cells if cell.text.strip()]
        if words and len(words) <= 2 and is_group(" ".join(words)):
            self._open_group(section, block, stripped(" ".join(" ".join(words).split()).rstrip(" :")))
            return True
        if block.table == self._flows_table or (is_flow_table(block) and len(after) > 0):
            self._flows_table = block.table
            return True
        return counts_columns(block) or self._card(section, block) or self._crossed(section, block)

    def _begins_table(self, section: Section, block: Block, after: Sequence[Block]) -> bool:
        """Take in the head of a table, or a row of a head of several."""
        table = self._table if block.table == self._table_number else None
        if table is not None and table.lettered(block):
            return False
        over = table.head if table is not None and self._head_row is not None else None
        made = head(block, after, self._grammar, over)
        if made is None:
            return False
        if self._table is None or made.kinds != self._table.head.kinds:
            self._latest = {}
        self._table, self._table_number = ProcessTable(made, self._grammar, self._legend), block.table
        self._table.look(after)
        self._columns = {column: self._grouped(section, block, text) for column, text in made.groups.items()}
        self._head_row = block
        return True

    def _record(self, section: Section, block: Block, table: ProcessTable) -> None:
        """Take in the processes of a row, and what it says of them, or of the process of a row above it."""
        entries = table.entries(block)
        others: list[Beside] = []
        made = [self._entry(section, block, entry) for entry in entries]
        for column, what, text in table.others(block):
            one = Beside(section, block, what, text)
            left = [found for found, entry in zip(made, entries, strict=True) if entry.column < column]
            if not made or what is not Makna.PEMILIK or not table.between(column):
                others.append(one)
            elif left:
                left[-1].beside.append(one)
            elif any(cell.column == column for cell in block.cells):
                others.append(one)
        if made:
            if table.grouped(entries[0].kind):
                made[0].beside += [one for one in others if one.what is Makna.KELOMPOK]
            several = sum(entry.column == entries[-1].column for entry in entries) > 1
            whole = made[0] if several and entries[0].column != entries[-1].column else made[-1]
            whole.beside += [one for one in others if one.what is not Makna.KELOMPOK]
        elif others and (code := table.reference(block)):
            self._of(section, block, code).beside += others
        elif others and self.found and self.found[-1].block.table == block.table:
            self.found[-1].beside += others

    def _card(self, section: Section, block: Block) -> bool:
        """Take in a row that is a field of a form: "Kode Proses | : | TN.1"."""
        texts = [" ".join(cell.text.split()) for cell in block.cells if cell.text.strip()]
        if not (len(texts) == 2 or (len(texts) == 3 and texts[1] == ":")) or is_column(texts[-1]):
            return False
        field = FIELD.fullmatch(f"{texts[0].rstrip(' :')} : {texts[-1]}")
        return field is not None and self._field(section, block, field)

    def _crossed(self, section: Section, block: Block) -> bool:
        """Take in a row of a matrix that has the codes of processes as heads and units at its left."""
        held = [(cell.column, cell.text.strip()) for cell in block.cells if cell.text.strip()]
        coded = {column: found.code for column, text in held if (found := self._whole(text)) is not None}
        if (
            len(held) > 2
            and len(coded) > 1
            and len(coded) >= len(held) - 2
            and held[0][0] not in coded
            and not self._loose_name(held)
        ):
            self._across, self._across_table = coded, block.table
            return True
        if not self._across or block.table != self._across_table or not held:
            self._across = {}
            return False
        unit = next(
            (text for column, text in held if column not in self._across and not text.rstrip(".").isdigit()), ""
        )
        for column, text in held:
            if unit and column in self._across and (makna := taking(text, self._legend)) is not None:
                self._of(section, block, self._across[column]).beside.append(Beside(section, block, makna, unit))
        return True

    def _whole(self, text: str) -> Coded | None:
        found = self._grammar.at(text, weak=True)
        return found if found is not None and not found.rest and re.search(r"\d", found.code) else None

    def _loose_name(self, held: Sequence[tuple[int, str]]) -> bool:
        return self._grammar.at(held[0][1], weak=True) is not None or held[0][1].rstrip(".").isdigit()

    def _of(self, section: Section, block: Block, code: str) -> Found:
        """Return the process with a code that was printed last, this place where it was not yet."""
        for each in self.found[self._known :]:
            self._last[segments(self._grammar.read(each.code))] = each
        self._known = len(self.found)
        own = segments(self._grammar.read(code))
        if own not in self._last:
            self.found.append(Found(section, block, code, "", None))
            self._known += 1
            self._last[own] = self.found[-1]
        return self._last[own]

    def _entry(self, section: Section, block: Block, entry: Entry) -> Found:
        kind = entry.kind if entry.sure or not entry.code else None
        own = self._columns.get(entry.column)
        above = max((each for each in self._latest if each < entry.rank()), default=None)
        found = Found(section, block, entry.code, tidy(entry.name), kind, None, own or self._group)
        found.under = self._latest[above] if above is not None and own is None else None
        self._latest = {each: held for each, held in self._latest.items() if each < entry.rank()}
        self._latest[entry.rank()] = found
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
                self.found.append(Found(section, block, coded.code, tidy(name), None, None, self._group))
                if self._run and at == 0 and not coded.rest and len(texts) == 3 and names_unit(texts[2]):
                    self.found[-1].beside += [
                        Beside(section, block, Makna.PEMILIK, one) for one in owners([" ".join(texts[2].split())])
                    ]


def _can_name(block: Block, text: str) -> bool:
    """Whether words can be the name of a process in a list, and are no sentence."""
    if _PROSE.search(text) or _NO_PROCESS.match(text) or _DIVISION.fullmatch(text) or len(text.split()) > 25:
        return False
    return bool(block.label) or not text.endswith(".")
