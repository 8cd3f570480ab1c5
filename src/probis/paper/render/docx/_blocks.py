"""Every kind of block to WordprocessingML: one function a kind, found by the kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from probis.drawing.measure import break_lines
from probis.paper.blocks import Block
from probis.paper.clause import Clauses
from probis.paper.contents import Contents
from probis.paper.figure import Figure
from probis.paper.flow import FlowTable
from probis.paper.instrument import Facts, Letterhead, Signature
from probis.paper.lists import DefinitionList, NumberedList
from probis.paper.prose import Align, Heading, PageBreak, Paragraph
from probis.paper.render._fit import balanced
from probis.paper.render._tree import SMALL_PT
from probis.paper.render.docx import _grids
from probis.paper.render.docx._flows import flow
from probis.paper.render.docx._lists import label_mm, numbered
from probis.paper.render.docx._pictures import fitted, inline
from probis.paper.render.docx._place import Place
from probis.paper.render.docx._xml import TINY, bookmarked, field, joined, linked, literal, on_new_page, paragraph, runs
from probis.paper.table import Table

_PT = 72 / 25.4
_BETWEEN_PT = 2.0  # items of a list that stands close


def blocks(given: tuple[Block, ...], at: Place) -> str:
    """Blocks under each other; no signature stands on a page without the clause before it."""
    parts: list[str] = []
    fresh, used = False, 0.0
    for n, block in enumerate(given):
        if isinstance(block, PageBreak):
            fresh, used = any(parts), 0.0
            continue
        after = given[n + 1] if n + 1 < len(given) else None
        if isinstance(block, Figure) and block.fill:
            made = figure(block, replace(at, high_mm=max(at.high_mm - used, at.high_mm / 3)))
        elif isinstance(block, Clauses) and isinstance(after, Signature) and block.clauses:
            made = _last_kept(block, at)
        else:
            made = _KINDS[type(block)](block, at)
        used += _height_mm(block, at)
        parts.append(on_new_page(made) if fresh and made else made)
        fresh = fresh and not made
    return joined(parts)


def _height_mm(block: Block, at: Place) -> float:
    """About how high a heading or paragraph is, which may stand above a picture that fills its page."""
    if not isinstance(block, Heading | Paragraph):
        return 0.0
    size = block.size_pt or at.size_pt
    weight = 700 if isinstance(block, Heading) else 400
    said = "".join(run.text for run in block.text)
    rows = sum(
        len(break_lines(line, at.room_pt * 0.94, size, weight, family="serif")) or 1 for line in said.split("\n")
    )
    return (rows * size * 1.32 + (15 if isinstance(block, Heading) else 5)) / _PT


def _last_kept(block: Clauses, at: Place) -> str:
    """The clauses with the last one held to what follows, as one table."""
    first = _grids.clauses(replace(block, clauses=block.clauses[:-1]), at, blocks)
    last = _grids.clauses(replace(block, clauses=block.clauses[-1:]), replace(at, keep=True), blocks)
    return first.removesuffix("</w:tbl>") + last[last.index("<w:tr>") :] if first else last


def heading(block: Heading, at: Place) -> str:
    """A heading of its level, its number before it, hanging."""
    book = at.book
    book.level = min(max(block.level, 1), book.level + 1, 9)
    size = block.size_pt or at.size_pt
    number = block.number_mm if block.number else 0
    own = None if size == 12 else size
    value = block.text
    room = (at.room_mm - number) * _PT
    if block.align is Align.CENTER and len(value) == 1:
        value = (replace(value[0], text=balanced(value[0].text, room, size, heavy=True)),)
    said = runs(value, room, size, heavy=True, own_size=own)
    if block.number:
        said = literal(f"{block.number}\t") + said
    if book.listed:
        said = bookmarked(f"_Toc{book.headings + 1:05}", book.headings + 1, said)
    book.headings += 1
    return paragraph(
        f"Heading{book.level}",
        said,
        keep=True,
        whole=True,
        left_mm=at.left_mm + number,
        first_mm=-number,
        tabs=(at.left_mm + number,) if number else (),
        align=Align.LEFT if block.align is Align.JUSTIFY else block.align,
    )


def prose(block: Paragraph, at: Place) -> str:
    """A paragraph with its indents."""
    size = block.size_pt or (SMALL_PT if block.small else at.size_pt)
    style = "Keterangan" if block.small else at.style
    usual = SMALL_PT if block.small else {"Naskah": 12.0, "IsiTabel": 10.0}.get(at.style, 12.0)
    return paragraph(
        style,
        runs(block.text, (at.room_mm - block.indent_mm) * _PT, size, own_size=None if size == usual else size),
        keep=block.keep_with_next or at.keep,
        before_pt=block.space_before_mm * _PT if block.space_before_mm else None,
        left_mm=at.left_mm + block.indent_mm,
        first_mm=block.first_line_mm,
        align=block.align,
    )


def numbered_list(block: NumberedList, at: Place) -> str:
    """Items with numbers that Word counts; what an item holds stands under its text."""
    hanging = label_mm(block, at.size_pt)
    inner = replace(at.inside(block.indent_mm + hanging), depth=at.depth + 1)
    own = None if at.size_pt in (12, 10) else at.size_pt
    parts = []
    style = "Butir" if at.style == "Naskah" else "ButirTabel"
    for number, item in zip(numbered(block, at, hanging), block.items, strict=True):
        parts.append(
            paragraph(
                style,
                runs(item.text, inner.room_pt, at.size_pt, own_size=own),
                keep=at.keep or bool(item.blocks),
                numbered=(number, min(at.depth, 8)),
                after_pt=None if block.loose else _BETWEEN_PT,
            )
        )
        parts.append(blocks(item.blocks, inner))
    return joined(parts)


def figure(block: Figure, at: Place) -> str:
    """The picture in the middle of its line, its caption under it on the same page."""
    size = block.picture.size_mm
    caption = runs(block.caption, at.room_pt, SMALL_PT)
    lines = 1 + len("".join(run.text for run in block.caption)) // max(int(at.room_mm / 1.9), 1)
    room = at.high_mm - (lines * 4.6 + 3 if block.caption else 0)
    drawn = inline(block.picture, fitted(size, at.room_mm, max(room, 20)), at.book)
    out = paragraph("Gambar", drawn, keep=bool(block.caption) or at.keep, left_mm=at.left_mm)
    return out + (paragraph("Keterangan", caption, align=Align.CENTER, left_mm=at.left_mm) if block.caption else "")


def contents(block: Contents, at: Place) -> str:
    """A field that Word can count anew, with its entries written out: links, and the pages of the PDF."""
    depth = max(block.depth, 1)
    rows = [(entry, page) for entry, page in at.book.listed if entry.level <= depth]
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    begin += f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{depth}" \\h \\z \\u </w:instrText></w:r>'
    begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    out = []
    for n, (entry, page) in enumerate(rows):
        mark = f"_Toc{entry.n + 1:05}"
        said = linked(mark, literal(f"{entry.name}\t") + field(f"PAGEREF {mark} \\h", str(page)))
        out.append(
            paragraph(
                f"TOC{min(entry.level, 4)}", (begin if n == 0 else "") + said + (end if n == len(rows) - 1 else "")
            )
        )
    # No head of a page may begin inside the field: LibreOffice would drop its numbers.
    return ("".join(out) or paragraph("TOC1", begin + end)) + TINY


def letterhead(block: Letterhead, at: Place) -> str:
    """The emblem, or its empty place, and the lines under it."""
    parts = []
    before = block.emblem_mm * _PT
    if block.emblem:
        before = 0.0
        size = fitted(block.emblem.size_mm, 80, block.emblem_mm)
        parts.append(paragraph("Gambar", inline(block.emblem, size, at.book), keep=True))
    last = len(block.lines) - 1
    for n, line in enumerate(block.lines):
        said = runs(line, at.room_pt, 14, heavy=True)
        parts.append(
            paragraph("Kop", said, keep=True, before_pt=before if n == 0 else None, after_pt=20 if n == last else None)
        )
    return "".join(parts) or paragraph("Kop", "", before_pt=before)


def signature(block: Signature, at: Place) -> str:
    """Who signs: never torn by a page break."""
    width = min(block.width_mm, at.room_mm)
    left = at.left_mm + at.room_mm - width
    lines = [*block.above, block.name, *block.below]
    parts = []
    in_table = at.style == "IsiTabel"
    for n, line in enumerate(lines):
        before = 22.0 if n == 0 and not in_table else 0.0
        before += block.room_mm * _PT if n == len(block.above) else 0.0
        parts.append(
            paragraph(
                "TandaTangan",
                runs(line, width * _PT, at.size_pt, own_size=at.size_pt if in_table else None),
                keep=n < len(lines) - 1,
                whole=True,
                before_pt=before or None,
                left_mm=left,
            )
        )
    return "".join(parts)


Draw = Callable[[Any, Place], str]
_KINDS: dict[type, Draw] = {
    Heading: heading,
    Paragraph: prose,
    NumberedList: numbered_list,
    DefinitionList: _grids.definitions,
    Clauses: lambda block, at: _grids.clauses(block, at, blocks),
    Table: lambda block, at: _grids.table(block, at, blocks),
    Figure: figure,
    Contents: contents,
    FlowTable: flow,
    Letterhead: letterhead,
    Facts: _grids.facts,
    Signature: signature,
}
