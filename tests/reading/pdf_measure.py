"""A paper as Probis writes it, and the PDF of it read back: which of its clauses, items and cells came back whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from probis.paper.blocks import Block
from probis.paper.clause import Clauses
from probis.paper.lists import DefinitionList, NumberedList
from probis.paper.paper import Paper, walk
from probis.paper.prose import Heading, Paragraph
from probis.paper.table import Table
from probis.paper.text import Text, plain, text
from probis.reading.blocks import blocks
from probis.reading.document import Document, Kind


def key(text: str) -> str:
    """Words without white space and without the hyphens that lines end with."""
    return "".join(text.split()).replace("-", "").replace("\u00ad", "").rstrip(":")


def wanted(paper: Paper) -> dict[str, Counter[str]]:
    """What must come back, by kind: list items and paragraphs as whole paragraphs, table cells with their column."""
    found: dict[str, Counter[str]] = {kind: Counter() for kind in ("klausul", "butir", "paragraf", "judul", "sel")}
    inside = {id(block) for block in walk(paper) if isinstance(block, Table) for block in _held(block)}
    for block in walk(paper):
        if id(block) in inside:
            continue
        if isinstance(block, NumberedList):
            found["butir"].update(key(f"{label}{plain(item.text)}") for label, item in block.labelled())
        elif isinstance(block, Clauses):
            found["klausul"].update(
                key(plain(clause.label).rstrip(" :") + plain(first.text))
                for clause in block.clauses
                for first in clause.blocks[:1]
                if isinstance(first, Paragraph)
            )
            inside |= {id(first) for clause in block.clauses for first in clause.blocks[:1]}
        elif isinstance(block, Paragraph) and plain(block.text):
            found["paragraf"].update(_lines(block.text))
        elif isinstance(block, Heading):
            found["judul"].update(_lines(text(block.number, block.text)))
        elif isinstance(block, Table):
            found["sel"].update(_cells(block))
    return found


def _lines(words: Text) -> Iterator[str]:
    yield from (key(each) for each in "".join(run.text for run in words).split("\n") if key(each))


def _held(table: Table) -> Iterator[Block]:
    for row in (*table.head, *table.body, *table.foot):
        for cell in row.cells:
            yield from _deep(cell.blocks)


def _deep(held: tuple[Block, ...]) -> Iterator[Block]:
    for block in held:
        yield block
        if isinstance(block, NumberedList):
            for item in block.items:
                yield from _deep(item.blocks)


def _cells(table: Table) -> Iterator[str]:
    for rows in (table.head, table.body, table.foot):
        for cell in (cell for row in rows for cell in row.cells):
            whole = plain(cell.text) + "".join(_words(block) for block in cell.blocks)
            if whole:
                yield key(whole)


def _words(block: Block) -> str:
    if isinstance(block, NumberedList):
        return "".join(f"{label}{plain(i.text)}" + "".join(map(_words, i.blocks)) for label, i in block.labelled())
    if isinstance(block, DefinitionList):
        return "".join(plain(each.term) + plain(each.meaning) for each in block.items)
    if isinstance(block, Clauses):
        return "".join(plain(each.label) + "".join(map(_words, each.blocks)) for each in block.clauses)
    return plain(block.text) if isinstance(block, Paragraph) else ""


def read_back(document: Document) -> dict[str, Counter[str]]:
    """What came back: whole paragraphs, and cells."""
    whole = Counter(key(block.printed) for block in blocks(document.lines) if block.kind is Kind.TEXT)
    cells = Counter(key(cell.text) for line in document.lines for cell in line.cells if cell.text)
    whole += Counter(key(each.text) for each in document.noise if "berulang" in each.what)
    return {"klausul": whole, "butir": whole, "paragraf": whole, "judul": whole, "sel": cells}


def shares(paper: Paper, document: Document) -> dict[str, tuple[int, int, list[str]]]:
    """For each kind how many came back of how many, and those that did not."""
    back = read_back(document)
    made = {}
    for kind, parts in wanted(paper).items():
        lost = parts - back[kind]
        made[kind] = (parts.total() - lost.total(), parts.total(), sorted(lost.elements()))
    return made
