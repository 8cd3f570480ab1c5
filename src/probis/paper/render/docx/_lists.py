"""Numbered lists to real numbering: each list counts for itself, from its own start."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from probis.drawing.measure import width
from probis.paper.lists import NumberedList
from probis.paper.numbering import Numbering
from probis.paper.render.docx._place import Book, Place
from probis.paper.render.docx._xml import twips

_PT = 72 / 25.4
_KINDS: dict[
    Numbering, tuple[str, str, int]
] = {  # Word's format, what surrounds it, the last number it counts as we do
    Numbering.DECIMAL: ("decimal", "%{}.", 10**6),
    Numbering.LOWER: ("lowerLetter", "%{}.", 27),
    Numbering.DECIMAL_PAREN: ("decimal", "%{})", 10**6),
    Numbering.LOWER_PAREN: ("lowerLetter", "%{})", 27),
    Numbering.DECIMAL_PARENS: ("decimal", "(%{})", 10**6),
    Numbering.UPPER: ("upperLetter", "%{}.", 27),
    Numbering.ROMAN: ("upperRoman", "%{}.", 3999),
    Numbering.DASH: ("bullet", "–", 10**6),
}


def label_mm(block: NumberedList, size_pt: float) -> float:
    """The room for the widest label and the gap behind it."""
    widest = max((width(label, size_pt, 400, "serif") for label, _ in block.labelled()), default=0)
    return max((widest + 0.62 * size_pt) / _PT, 6.5)


def numbered(block: NumberedList, at: Place, hanging_mm: float) -> list[int]:
    """The number (in Word's sense) of each item, so that Word shows the label that we count.

    Word counts on by itself; a new number is opened where the count leaps, and where Word's letters after "aa" differ
    from ours (bb, not ab) or it has no words for the label (KESATU), in which case the label itself is the format.
    """
    kind, shape, last = _KINDS.get(block.numbering, ("", "", 0))
    level = min(at.depth, 8)
    left = at.left_mm + block.indent_mm + hanging_mm
    counted = _level(level, kind or "bullet", shape.format(level + 1) or "–", left, hanging_mm, block.start)
    abstract = _abstract(at.book, counted)
    out: list[int] = []
    current, expected, n = 0, None, block.start - 1
    for label, item in block.labelled():
        n = n + 1 if item.number is None else item.number
        if not 1 <= n <= last:
            override = _level(level, "bullet", label, left, hanging_mm, 1)
            out.append(_number(at.book, abstract, f'<w:lvlOverride w:ilvl="{level}">{override}</w:lvlOverride>'))
            current, expected = 0, None
            continue
        if not current or n != expected:
            begun = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{n}"/></w:lvlOverride>'
            current = _number(at.book, abstract, begun)
        out.append(current)
        expected = n + 1
    return out


def _level(level: int, kind: str, shape: str, left: float, hanging: float, start: int) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{max(start, 1)}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val={quoteattr(shape)}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{twips(left)}"/></w:tabs>'
        f'<w:ind w:left="{twips(left)}" w:hanging="{twips(hanging)}"/></w:pPr></w:lvl>'
    )


def _abstract(book: Book, level: str) -> int:
    n = len(book.lists)
    book.lists.append(
        f'<w:abstractNum w:abstractNumId="{n}"><w:nsid w:val="{n + 1:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{n + 1:08X}"/>{level}</w:abstractNum>'
    )
    return n


def _number(book: Book, abstract: int, override: str) -> int:
    n = len(book.numbers) + 1
    book.numbers.append(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>')
    return n
