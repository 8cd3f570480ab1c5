"""A decree's own text and the paper written of it to the pieces of each, and both beside each other in their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from probis.paper import (
    Block,
    Clauses,
    DefinitionList,
    Facts,
    Figure,
    Heading,
    Letterhead,
    NumberedList,
    PageBreak,
    Paper,
    Paragraph,
    Signature,
    Table,
    Text,
)

ALIKE = 62.0
"""From this likeness on (0 to 100) two pieces are the same piece in other words."""


@dataclass(frozen=True)
class Piece:
    """One heading, clause, item or row: the line where it begins (0 where there are no lines), and its words."""

    line: int
    words: str

    @property
    def folded(self) -> str:
        """The words as they are compared: case, emphasis, kinds of quotation mark, spaces and closing mark aside."""
        words = re.sub(r"</?i>|\*", "", self.words).replace("–", "-").replace("\u00a0", " ")
        words = re.sub(r"[“”\"]", '"', words).casefold()
        words = re.sub(r"\s*([-/:;,.()])\s*", r"\1", " ".join(words.split()))
        return words.rstrip(" .;:,")


def theirs(source: str, last: int, joined: dict[int, int]) -> list[Piece]:
    """The pieces of a text, a line each, up to line `last`; `joined` gives for a line the one that it goes on.

    A small letter that stands alone, before a word in capitals or behind a closing mark, is an initial on the scan.
    """
    found: dict[int, str] = {}
    for number, line in enumerate(source.splitlines()[:last], 1):
        words = " ".join(re.sub(r"^(\s*-\s+)?", "", line.replace("\t", " ")).split())
        words = re.sub(r"^[a-z](\s+(?=[A-Z]{2})|$)|(?<=;)\s+[a-z]$", "", words)
        if not words.strip("* "):
            continue
        begun = joined.get(number, number)
        found[begun] = f"{found[begun]} {words}" if begun in found else words
    return [Piece(number, words) for number, words in found.items()]


def ours(paper: Paper) -> list[Piece]:
    """The pieces of a paper; what is drawn, the line below it and the tags of proposals are left aside."""
    return [Piece(0, words) for section in paper.sections for words in _blocks(section.blocks) if words.strip()]


def aligned(left: list[Piece], right: list[Piece]) -> list[tuple[Piece | None, Piece | None]]:
    """Both in their order, each piece beside the one most like it: the way that keeps most alike."""
    likeness = process.cdist([p.folded for p in left], [p.folded for p in right], scorer=fuzz.ratio)
    rows, columns = len(left), len(right)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            pair = float(likeness[i][j]) - ALIKE
            beside = best[i + 1][j + 1] + pair + 1 if pair >= 0 else -1.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], beside)
    out: list[tuple[Piece | None, Piece | None]] = []
    i = j = 0
    while i < rows or j < columns:
        pair = float(likeness[i][j]) - ALIKE if i < rows and j < columns else -1.0
        if pair >= 0 and best[i][j] == best[i + 1][j + 1] + pair + 1:
            out.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif j >= columns or (i < rows and best[i][j] == best[i + 1][j]):
            out.append((left[i], None))
            i += 1
        else:
            out.append((None, right[j]))
            j += 1
    return out


def _said(value: Text) -> str:
    return " ".join("".join(run.text for run in value if not run.tag).split())


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield from _heading(block)
            case Paragraph():
                yield _said(block.text)
            case NumberedList():
                for label, item in block.labelled():
                    yield f"{label} {_said(item.text)}"
                    yield from _blocks(item.blocks)
            case DefinitionList():
                yield from (f"{_said(d.term)} : {_said(d.meaning)}" for d in block.items)
            case Clauses():
                yield from _clauses(block)
            case Table():
                for row in (*block.head, *block.body):
                    yield " ".join(_said(cell.text) for cell in row.cells)
            case Letterhead():
                yield from map(_said, block.lines)
            case Facts():
                yield from (f"{_said(name)} : {_said(value)}" for name, value in block.rows)
            case Signature():
                yield from map(_said, (*block.above, block.name, *block.below))
            case Figure() | PageBreak():
                pass
            case _:
                raise AssertionError(f"{type(block).__name__} has no pieces yet")


def _heading(block: Heading) -> Iterator[str]:
    """A heading of several lines is a piece a line where they are headings of their own."""
    said = "".join(run.text for run in block.text if not run.tag)
    first, _, rest = said.partition("\n")
    if first.isupper() and rest and not block.number:
        yield first
        yield " ".join(rest.split())
    else:
        yield f"{block.number} {' '.join(said.split())}".strip()


def _clauses(block: Clauses) -> Iterator[str]:
    for clause in block.clauses:
        if clause.blocks and isinstance(clause.blocks[0], Paragraph):
            yield f"{_said(clause.label)} : {_said(clause.blocks[0].text)}"
            yield from _blocks(clause.blocks[1:])
        else:
            yield f"{_said(clause.label)} :"
            yield from _blocks(clause.blocks)
