"""Paper to plain data (dicts, lists, strings) that the typst template sets; every user text stays data."""

from __future__ import annotations

from typing import Any

from probis.drawing.render.svg import svg
from probis.paper.blocks import Block
from probis.paper.clause import Clauses
from probis.paper.contents import Contents, name_of
from probis.paper.figure import Figure, Image, Picture
from probis.paper.flow import FlowTable
from probis.paper.instrument import Facts, Letterhead, Signature
from probis.paper.lists import DefinitionList, NumberedList
from probis.paper.paper import Paper
from probis.paper.prose import Align, Heading, PageBreak, Paragraph
from probis.paper.render._fit import SOFT_HYPHEN, balanced, breakable, printable
from probis.paper.render._flow import flow_tree
from probis.paper.section import Section
from probis.paper.table import Cell, Column, Table, parts, placed
from probis.paper.text import Text

Tree = dict[str, Any]
_PT = 72 / 25.4
_LIST_INDENT_PT = 26.0
_CELL_INSET_PT = 9.0
SMALL_PT = 9.5
_SHORT_CELL = 600  # signs; such a cell stays whole on one page


def tree(paper: Paper, *, drawn: bool = True) -> Tree:
    """The paper as data for ``paper.typ``; images are strings of SVG, or lists of the bytes of PNG and JPEG.

    Where only places are asked for, not ``drawn``, an empty picture of the same size stands for each.
    """
    maker = _Maker(drawn=drawn)
    return {
        "title": printable(paper.title) or "Dokumen",
        "subject": printable(paper.subject),
        "author": printable(paper.author),
        "lang": paper.lang,
        "size": paper.size_pt,
        "date": [paper.date.year, paper.date.month, paper.date.day],
        "watermark": printable(paper.watermark.text) if paper.watermark else "",
        "sections": [maker.section(section, paper.size_pt) for section in paper.sections],
    }


class _Maker:
    """Blocks to data in reading order; keeps the depth of the last heading, because PDF/UA forbids a leap."""

    def __init__(self, *, drawn: bool = True) -> None:
        self._level = 0
        self._image = image if drawn else _empty
        self._drawn = drawn

    def section(self, section: Section, size: float) -> Tree:
        page = section.page
        number = section.number
        return {
            "width": page.size_mm[0],
            "height": page.size_mm[1],
            "margin": [page.top_mm, page.right_mm, page.bottom_mm, page.left_mm],
            "restart": section.restart,
            "number": number
            and {
                "before": number.before,
                "after": number.after,
                "from": number.first_shown,
                "place": number.place,
                "of": number.of,
            },
            "blocks": self.blocks(section.blocks, page.inner_mm[0] * _PT, size),
        }

    def blocks(self, blocks: tuple[Block, ...], room: float, size: float) -> list[Tree]:
        out: list[Tree] = []
        for block in blocks:
            if isinstance(block, Table):
                out += [self._table(part, room) for part in parts(block, room / _PT)]
                continue
            made = self.block(block, room, size)
            if isinstance(block, Signature) and out and out[-1]["kind"] == "clauses":
                made = _with_last_clause(out, made)
            out.append(made)
        return out

    def block(self, block: Block, room: float, size: float) -> Tree:
        match block:
            case Heading():
                return self._heading(block, room, size)
            case Paragraph():
                own = block.size_pt or (SMALL_PT if block.small else size)
                return {
                    "kind": "paragraph",
                    "runs": _lines(block.text, block.align, room - block.indent_mm * _PT, own),
                    "align": block.align.value,
                    "indent": block.indent_mm,
                    "first": block.first_line_mm,
                    "keep": block.keep_with_next,
                    "before": block.space_before_mm,
                    "size": own,
                }
            case NumberedList():
                inner = room - block.indent_mm * _PT - _LIST_INDENT_PT
                return {
                    "kind": "list",
                    "indent": block.indent_mm,
                    "labels": [label for label, _ in block.labelled()],
                    "loose": block.loose,
                    "items": [
                        {
                            "runs": runs(item.text, inner, size),
                            "blocks": self.blocks(item.blocks, inner, size),
                        }
                        for item in block.items
                    ],
                }
            case DefinitionList():
                term = block.term_mm * _PT
                return {
                    "kind": "definitions",
                    "term": block.term_mm,
                    "items": [
                        [runs(d.term, term, size, heavy=True), runs(d.meaning, room - term, size)] for d in block.items
                    ],
                }
            case Clauses():
                label = block.label_mm * _PT
                inner = room - label - 5 * _PT
                return {
                    "kind": "clauses",
                    "label": block.label_mm,
                    "clauses": [
                        {"label": runs(c.label, label, size, heavy=True), "blocks": self.blocks(c.blocks, inner, size)}
                        for c in block.clauses
                    ],
                }
            case Table():
                raise TypeError("a table may become several blocks")
            case Figure():
                return {
                    "kind": "figure",
                    "image": self._image(block.picture),
                    "caption": runs(block.caption, room, SMALL_PT),
                    "fill": block.fill,
                }
            case FlowTable():
                return flow_tree(block, drawn=self._drawn)
            case Letterhead():
                return {
                    "kind": "letterhead",
                    "lines": [runs(line, room, 14, heavy=True) for line in block.lines],
                    "emblem": self._image(block.emblem) if block.emblem else None,
                    "room": block.emblem_mm,
                }
            case Contents():
                return {"kind": "contents", "depth": max(block.depth, 1)}
            case Facts():
                return self._facts(block, room, size)
            case Signature():
                width = block.width_mm * _PT
                return {
                    "kind": "signature",
                    "width": block.width_mm,
                    "room": block.room_mm,
                    "above": [runs(line, width, size) for line in block.above],
                    "name": runs(block.name, width, size),
                    "below": [runs(line, width, size) for line in block.below],
                }
            case PageBreak():
                return {"kind": "break"}

    def _heading(self, block: Heading, room: float, size: float) -> Tree:
        self._level = min(max(block.level, 1), self._level + 1)
        own = block.size_pt or size
        inner = room - (block.number_mm * _PT if block.number else 0)
        return {
            "kind": "heading",
            "level": self._level,
            "runs": _lines(block.text, block.align, inner, own, heavy=True),
            "number": printable(block.number),
            "indent": block.number_mm,
            "bookmark": printable(name_of(block)),
            "align": "left" if block.align is Align.JUSTIFY else block.align.value,
            "size": own,
        }

    def _facts(self, block: Facts, room: float, size: float) -> Tree:
        own = block.size_pt or size
        left = room - block.at_mm * _PT
        return {
            "kind": "facts",
            "at": block.at_mm,
            "name": block.name_mm,
            "size": own,
            "head": runs(block.head, left, own),
            "rows": [
                [runs(name, block.name_mm * _PT, own), runs(value, left - (block.name_mm + 4) * _PT, own)]
                for name, value in block.rows
            ],
        }

    def _table(self, block: Table, room: float) -> Tree:
        widths = column_widths(block.columns, room)
        return {
            "kind": "table",
            "size": block.size_pt,
            "columns": widths,
            "head": self._rows(block, "head", widths),
            "body": [*self._rows(block, "body", widths), *self._rows(block, "foot", widths)],
            "caption": runs(block.caption, room, SMALL_PT),
        }

    def _rows(self, block: Table, part: str, widths: list[float]) -> list[Tree]:
        rows = {"head": block.head, "body": block.body, "foot": block.foot}[part]
        out = []
        for _, x, cell in placed(rows, len(widths)):
            align = cell.align or (Align.CENTER if part == "head" else block.columns[x].align)
            out.append(self._cell(cell, align, sum(widths[x : x + cell.columns]), block.size_pt, part == "head"))
        return out

    def _cell(self, cell: Cell, align: Align, width: float, size: float, head: bool) -> Tree:
        room = width - _CELL_INSET_PT
        if cell.turned_mm:
            room = cell.turned_mm * _PT
        return {
            "turned": cell.turned_mm,
            "columns": cell.columns,
            "rows": cell.rows,
            "align": align.value,
            "runs": runs(cell.text, room, size, heavy=head),
            "blocks": self.blocks(cell.blocks, room, size),
            "long": bool(cell.blocks) or sum(len(run.text) for run in cell.text) > _SHORT_CELL,
        }


def _with_last_clause(before: list[Tree], signature: Tree) -> Tree:
    """The signature with the last clause above it: no signature may stand on a page without any of the text."""
    clauses = before[-1]["clauses"]
    if not clauses:
        return signature
    last = {**before[-1], "clauses": clauses[-1:]}
    before[-1] = {**before[-1], "clauses": clauses[:-1]}
    return {"kind": "together", "blocks": [last, signature]}


def column_widths(columns: tuple[Column, ...], room: float) -> list[float]:
    """The width of each column in points; measured columns first, the others share the rest."""
    fixed = sum(c.width_mm * _PT for c in columns if c.width_mm is not None)
    shares = sum(c.share for c in columns if c.width_mm is None) or 1
    rest = max(room - fixed, 0)
    return [c.width_mm * _PT if c.width_mm is not None else rest * c.share / shares for c in columns]


def _lines(value: Text, align: Align, room: float, size: float, *, heavy: bool = False) -> list[Tree]:
    """Runs as data; a centred text in one face is broken into even lines."""
    made = runs(value, room, size, heavy=heavy)
    if align is Align.CENTER and len(made) == 1 and SOFT_HYPHEN not in made[0]["t"]:
        made[0]["t"] = balanced(made[0]["t"], room, size, heavy or made[0]["b"])
    return made


def runs(value: Text, room: float, size: float, *, heavy: bool = False) -> list[Tree]:
    """Runs as data, with break points in words that are wider than ``room`` points."""
    return [
        {
            "t": breakable(printable(run.text), room, size, heavy or run.bold),
            "b": run.bold,
            "i": run.italic,
            "u": run.underline,
            "g": run.tag,
        }
        for run in value
    ]


def _empty(picture: Picture | Image) -> Tree:
    width, height = picture.size_mm
    source = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.3f} {height:.3f}"/>'
    return {"src": source, "format": "svg", "size": picture.size_mm, "alt": "Gambar"}


def image(picture: Picture | Image) -> Tree:
    """An image as data: its source, kind, size in mm and alternative text."""
    if isinstance(picture, Picture):
        return {
            "src": printable(picture.ink.svg or svg(picture.scene)),
            "format": "svg",
            "size": picture.size_mm,
            "alt": printable(picture.words),
        }
    source = picture.data.decode("utf-8") if picture.kind == "svg" else list(picture.data)
    return {"src": source, "format": picture.kind, "size": picture.size_mm, "alt": printable(picture.words)}
