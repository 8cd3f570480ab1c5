"""The explanations of a map: each sentence whole, and the flows, relations and parties it tells.

"penjelasan" is the sentence (`nomor` its number). Under it (`induk` is the sentence) stand
- "aliran", a flow: `teks` its clause, `catatan` its verb as printed, `nomor` empty;
- "hubungan", a relation: the same, `nomor` its kind in the words of the model ("dasar", "pengaruh", "bagian_dari",
  "pengendalian", "koordinasi");
- "pihak", a body or office named in it.
Under each flow and relation (`induk` is the flow or relation) stand "dari" and "ke", one for each process or party of
an enumeration, and "produk", what flows, each as printed. A flow may lack any of the three: the sentence does not say.
Of a relation "dari" acts and "ke" is acted on: "X dalam pengawasan Y" is "dari" Y "ke" X, "X merupakan bagian dari Y"
is "dari" X "ke" Y.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from probis.model import Kutipan
from probis.reading.annex import MAPS, is_heading, titled
from probis.reading.blocks import Block, Label
from probis.reading.codes import CALLED, Codes, codes
from probis.reading.document import Kind
from probis.reading.makna import Makna
from probis.reading.names import folded
from probis.reading.parts._flows import flows
from probis.reading.parts._parties import is_unit, parties
from probis.reading.parts._process_table import all_of, group_of
from probis.reading.parts._processes import processes
from probis.reading.parts._quote import quote
from probis.reading.parts._relations import Relation, flow_columns, relations
from probis.reading.parts._sentences import sentences
from probis.reading.sections import Bagian, Section

_DEFINES = re.compile(r"\b(?:adalah|merupakan\s+(?!(?:salah\s+satu\s+)?bagian|dasar|bahan))", re.IGNORECASE)
_COLUMN = re.compile(r"penjelasan|keterangan|uraian|hubungan|deskripsi", re.IGNORECASE)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield the sentences of explanations with what they tell."""
    names: _Names | None = None
    grammar = codes(block for section in sections for block in section.blocks)
    for section in sections:
        if section.bagian is not Bagian.PENJELASAN and section.bagian not in (*MAPS, Bagian.BATANG_TUBUH):
            continue
        if names is None:
            names = _Names.of(processes(sections), grammar)
        if section.bagian is Bagian.BATANG_TUBUH:
            for block in _explaining(section.blocks):
                yield from _sentence(section, block, block.text.strip(), names) if _tells(block, names) else ()
            continue
        column: int | None = None
        ends: dict[Makna, int] = {}
        for place, block in enumerate(section.blocks):
            if block.kind is Kind.ROW and (given := flow_columns(block)):
                ends = given
            elif block.kind is Kind.ROW and ends:
                yield from _given(section, block, ends, names)
            elif block.kind is Kind.ROW and section.bagian is Bagian.PENJELASAN:
                heads = [cell.column for cell in block.cells if _COLUMN.match(cell.text.strip())]
                if heads and all(len(cell.text.split()) < 6 for cell in block.cells):
                    column = heads[-1]
                elif column is not None:
                    text = next((cell.text for cell in block.cells if cell.column == column), "").strip()
                    yield from _sentence(section, block, text, names) if text else ()
            elif block.kind is Kind.TEXT and _explains(section, block, place, names):
                yield from _sentence(section, block, block.text.strip(), names)
            elif section.bagian is Bagian.PENJELASAN and (place == 0 or titled(block) is not None):
                yield quote(section, block, Makna.JUDUL)


@dataclass(frozen=True, slots=True)
class _Names:
    """What a decree names, to find it in sentences: names folded by their words, names as printed, and codes."""

    folded: frozenset[str]
    printed: tuple[str, ...]
    grammar: Codes
    groups: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)  # (name, code) of each first level

    @staticmethod
    def of(found: Iterable[Kutipan], grammar: Codes) -> "_Names":
        """Return the names of processes that were found."""
        found = list(found)
        texts = {each.teks for each in found if each.sebagai in _NAMED}
        printed = sorted({each.casefold() for each in texts if len(each.split()) > 1 or len(each) > 7}, key=_longest)
        return _Names(frozenset(map(folded, texts)), tuple(printed[:_MOST]), grammar, _groups(found))

    def all_of(self, words: str) -> tuple[tuple[str, str], ...]:
        """Return (name, code) of every process that "seluruh proses utama" means, none for other words."""
        return self.groups.get(all_of(words), ())

    def end(self, words: str) -> tuple[str, str]:
        """Return (name, code) of an end as printed; a code alone is its own name."""
        coded = self.grammar.beside(words)
        if coded is not None:
            return coded.rest or coded.code, coded.code
        called = CALLED.sub("", words)
        if (own := self.grammar.at(called)) is not None and not own.rest:
            return own.code, own.code
        return (called if folded(called) in self.folded else words), ""

    def _named(self, words: str) -> bool:
        """Whether an end is a process of the decree, a body or an office."""
        called, code = self.end(words)
        return bool(code) or bool(self.all_of(words)) or folded(called) in self.folded or is_unit(called)

    def told(self, sentence: str) -> Iterator[Relation]:
        """Yield what a sentence tells."""
        made = flows(sentence, self.printed, self.grammar)
        for each in made if made is not None else relations(sentence, self.folded):
            if _LOOSE.match(each.verb) and not all(map(self._named, (*each.sources, *each.targets))):
                continue
            if each.kind == "koordinasi":
                yield replace(each, targets=tuple(_ABOUT.sub("", end) for end in each.targets))
            else:
                yield each


_LOOSE = re.compile(
    r"terkait|ber(?:kaitan|hubungan)|memiliki|mempunyai|me(?:ng(?:endalikan|awasi|evaluasi|audit|arahkan|oordinasikan)"
    r"|nyupervisi|mantau|mbina|mbawahi|nilai|meriksa|reviu)|di\w+\s+bersama|sejalan|seiring|bersamaan|beriringan|serentak"
    r"|selaras|terpadu|terintegrasi",
    re.IGNORECASE,
)
"""Verbs that tell a relation between processes or bodies only: papers are checked, too."""
_MOST = 400  # names that are looked for in a sentence
_ABOUT = re.compile(
    r"\s+(?:dalam|untuk|terkait|mengenai|guna|setiap|tentang|melalui|sebelum|sesudah|setelah|agar|pada\s+(?:saat|tahap|proses))\s.*$",
    re.DOTALL,
)


def _longest(name: str) -> tuple[int, str]:
    return -len(name), name


def _ends(relation: Relation, names: _Names) -> Iterator[tuple[Makna, str, str]]:
    both = ((Makna.DARI, relation.sources), (Makna.KE, relation.targets))
    for (what, held), coded in zip(both, relation.codes, strict=True):
        for at, name in enumerate(held):
            if whole := names.all_of(name):
                yield from ((what, called, code) for called, code in whole)
                continue
            code = coded[at] if at < len(coded) else ""
            yield (what, name, code) if code else (what, *names.end(name))
    if relation.product:
        yield Makna.PRODUK, relation.product, ""


def _groups(found: Sequence[Kutipan]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the processes of the first level that stand under each group."""
    by_id = {each.id: each for each in found}
    beside = {each.induk: each for each in found if each.sebagai == Makna.KELOMPOK and each.induk}
    made: dict[str, dict[tuple[str, str], None]] = {}
    for each in found:
        if each.sebagai != Makna.PROSES:
            continue
        above = by_id.get(each.induk)
        group = above if above is not None and above.sebagai == Makna.KELOMPOK else beside.get(each.id)
        if group is not None and (word := group_of(group.teks)):
            made.setdefault(word, {})[each.teks, each.nomor] = None
    return {group: tuple(held) for group, held in made.items()}


def _given(section: Section, block: Block, columns: dict[Makna, int], names: _Names) -> Iterator[Kutipan]:
    """A row of a table that tells who gives what to whom."""
    held = {cell.column: " ".join(cell.text.split()) for cell in block.cells}
    source, target, thing = (held.get(columns.get(what, -1), "") for what in (Makna.DARI, Makna.KE, Makna.PRODUK))
    if not source or not target or source.isdigit():
        return
    words = " | ".join(each for each in held.values() if each)
    whole = quote(section, block, Makna.PENJELASAN, words, nomor="")
    made = quote(section, block, Makna.ALIRAN, words, nomor="", induk=whole, urut=1)
    yield whole
    yield made
    for urut, (what, text) in enumerate(((Makna.DARI, source), (Makna.KE, target), (Makna.PRODUK, thing)), 1):
        if text:
            called, code = names.end(text) if what is not Makna.PRODUK else (text, "")
            yield quote(section, block, what, called, nomor=code, induk=made, urut=urut)


_NAMED = tuple(str(each) for each in (Makna.PROSES, Makna.SUB_PROSES, Makna.LINTAS_FUNGSI))


def _explains(section: Section, block: Block, place: int, names: "_Names") -> bool:
    text = block.text.strip()
    if len(text.split()) < 3 or text.endswith(":"):
        return False
    if len(text.split()) < 4 and next(names.told(text), None) is None:
        return False
    if section.bagian is Bagian.PENJELASAN:
        short = place == 0 and is_heading(block)
        return not short and not (is_heading(block) and titled(block) is not None) and not _only_a_name(text, names)
    if section.bagian is Bagian.PETA_LINTAS_FUNGSI:
        return False  # the steps of a map are no flows between processes
    return _tells(block, names, apart=section.bagian is Bagian.PETA_RELASI)


def _tells(block: Block, names: "_Names", *, apart: bool = False) -> bool:
    """Whether an item of a list, or any paragraph where it may stand `apart`, tells a flow or a relation."""
    text = block.text.strip()
    told = next((one for each in sentences(text) for one in names.told(each)), None)
    labelled = apart or block.counts in (Label.NUMBER, Label.LETTER, Label.CLAUSE, Label.MARK)
    return told is not None and labelled and not _DEFINES.search(text) and len(text.split()) < 80


def _explaining(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the clauses of articles whose chapter tells what processes have to do with one another."""
    explaining = False
    for at, block in enumerate(blocks):
        if block.counts is Label.CHAPTER:
            heading = block if block.text.strip() else blocks[at + 1] if at + 1 < len(blocks) else block
            explaining = titled(heading) in (Bagian.PENJELASAN, Bagian.PETA_RELASI)
        elif explaining and block.kind is Kind.TEXT and block.counts is not Label.ARTICLE:
            yield block


def _only_a_name(text: str, names: _Names) -> bool:
    coded = names.grammar.at(text)
    if coded is None or re.search(r":|\b(?:adalah|merupakan)\b", coded.rest):
        return False
    return next(names.told(text), None) is None


def _sentence(section: Section, block: Block, text: str, names: "_Names") -> Iterator[Kutipan]:
    number = "" if block.counts in (None, Label.MARK) else block.label.strip("().:")
    whole = quote(section, block, Makna.PENJELASAN, text, nomor=number)
    yield whole
    coded = re.match(r"[^:]{3,120}:\s+(?=\S+\s)", text)
    ends = 0
    words = text[coded.end() :] if coded is not None else text
    for told, relation in enumerate((one for each in sentences(words) for one in names.told(each)), 1):
        kind = Makna.HUBUNGAN if relation.kind else Makna.ALIRAN
        made = quote(
            section, block, kind, relation.text, nomor=relation.kind, induk=whole, catatan=relation.verb, urut=told
        )
        yield made
        for what, name, code in _ends(relation, names):
            ends += 1
            yield quote(section, block, what, name, nomor=code, induk=made, urut=ends)
    for urut, name in enumerate(parties(text), 1):
        yield quote(section, block, Makna.PIHAK, name, nomor="", induk=whole, urut=urut)
