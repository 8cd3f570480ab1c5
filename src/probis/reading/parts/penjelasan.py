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
from collections.abc import Collection, Iterator, Sequence

from probis.model import Kutipan
from probis.reading.annex import MAPS, is_heading, titled
from probis.reading.blocks import Block, Label
from probis.reading.codes import Codes, codes
from probis.reading.document import Kind
from probis.reading.makna import Makna
from probis.reading.names import folded
from probis.reading.parts._parties import parties
from probis.reading.parts._processes import processes
from probis.reading.parts._quote import quote
from probis.reading.parts._relations import relations
from probis.reading.sections import Bagian, Section

_DEFINES = re.compile(r"\b(?:adalah|merupakan\s+(?!(?:salah\s+satu\s+)?bagian|dasar|bahan))", re.IGNORECASE)
_COLUMN = re.compile(r"penjelasan|keterangan|uraian|hubungan|deskripsi", re.IGNORECASE)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield the sentences of explanations with what they tell."""
    names: frozenset[str] | None = None
    grammar = codes(block for section in sections for block in section.blocks)
    for section in sections:
        if section.bagian is not Bagian.PENJELASAN and section.bagian not in MAPS:
            continue
        if names is None:
            found = processes(sections)
            names = frozenset(folded(each.teks) for each in found if each.sebagai in _NAMED)
        column: int | None = None
        for place, block in enumerate(section.blocks):
            if block.kind is Kind.ROW and section.bagian is Bagian.PENJELASAN:
                heads = [cell.column for cell in block.cells if _COLUMN.match(cell.text.strip())]
                if heads and all(len(cell.text.split()) < 6 for cell in block.cells):
                    column = heads[-1]
                elif column is not None:
                    text = next((cell.text for cell in block.cells if cell.column == column), "").strip()
                    yield from _sentence(section, block, text, names) if text else ()
            elif block.kind is Kind.TEXT and _explains(section, block, place, grammar):
                yield from _sentence(section, block, block.text.strip(), names)
            elif section.bagian is Bagian.PENJELASAN and (place == 0 or titled(block) is not None):
                yield quote(section, block, Makna.JUDUL)


_NAMED = tuple(str(each) for each in (Makna.PROSES, Makna.SUB_PROSES, Makna.LINTAS_FUNGSI))


def _explains(section: Section, block: Block, place: int, grammar: Codes) -> bool:
    text = block.text.strip()
    if len(text.split()) < 4 or text.endswith(":"):
        return False
    if section.bagian is Bagian.PENJELASAN:
        short = place == 0 and is_heading(block)
        return not short and not (is_heading(block) and titled(block) is not None) and not _only_a_name(text, grammar)
    told = next(relations(text), None)
    labelled = block.counts in (Label.NUMBER, Label.LETTER, Label.CLAUSE, Label.MARK)
    return told is not None and labelled and not _DEFINES.search(text) and len(text.split()) < 80


def _only_a_name(text: str, grammar: Codes) -> bool:
    coded = grammar.at(text)
    if coded is None or re.search(r":|\b(?:adalah|merupakan)\b", coded.rest):
        return False
    return next(relations(coded.rest), None) is None


def _sentence(section: Section, block: Block, text: str, names: Collection[str]) -> Iterator[Kutipan]:
    number = "" if block.counts in (None, Label.MARK) else block.label.strip("().:")
    whole = quote(section, block, Makna.PENJELASAN, text, nomor=number)
    yield whole
    coded = re.match(r"[^:]{3,120}:\s+(?=\S+\s)", text)
    ends = 0
    words = text[coded.end() :] if coded is not None else text
    for told, relation in enumerate(relations(words, names), 1):
        kind = Makna.HUBUNGAN if relation.kind else Makna.ALIRAN
        made = quote(
            section, block, kind, relation.text, nomor=relation.kind, induk=whole, catatan=relation.verb, urut=told
        )
        yield made
        shown = [(Makna.DARI, each) for each in relation.sources] + [(Makna.KE, each) for each in relation.targets]
        if relation.product:
            shown.append((Makna.PRODUK, relation.product))
        for what, name in shown:
            ends += 1
            yield quote(section, block, what, name, nomor="", induk=made, urut=ends)
    for urut, name in enumerate(parties(text), 1):
        yield quote(section, block, Makna.PIHAK, name, nomor="", induk=whole, urut=urut)
