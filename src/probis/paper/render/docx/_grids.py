"""Tables, and whatever stands in columns without lines (clauses, facts, definitions), to real tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from probis.paper.blocks import Block
from probis.paper.clause import Clauses
from probis.paper.instrument import Facts
from probis.paper.lists import DefinitionList
from probis.paper.prose import Align
from probis.paper.render._tree import SMALL_PT, column_widths
from probis.paper.render.docx._place import Place
from probis.paper.render.docx._xml import TINY, literal, paragraph, points, runs, twips
from probis.paper.table import Cell, Row, Table, parts, placed
from probis.paper.text import Text

Blocks = Callable[[tuple[Block, ...], Place], str]
_PT = 72 / 25.4
_INSET_MM = 4.5 / _PT
_SHORT_CELL = 600  # signs; a row of such cells stays whole on one page
_COLON_MM = 5.0
_OTHER_FACE = 1.15  # turned texts have room for a wider face, where ours is not installed
_CLAUSE_GAP_PT = 6.0


def table(block: Table, at: Place, blocks: Blocks) -> str:
    """A table with lines, or its parts where it is too wide; its head rows come again on each page."""
    return TINY.join(_whole(part, at, blocks) for part in parts(block, at.room_mm))


def _whole(block: Table, at: Place, blocks: Blocks) -> str:
    widths = [width / _PT for width in column_widths(block.columns, at.room_pt)]
    rows = _rows(block, block.head, widths, at, blocks, head=True)
    rows += _rows(block, block.body, widths, at, blocks, head=False)
    rows += _rows(block, block.foot, widths, at, blocks, head=False)
    caption = paragraph(
        "Keterangan", runs(block.caption, at.room_pt, SMALL_PT), align=Align.LEFT, left_mm=at.left_mm, keep=at.keep
    )
    drawn = _table("TabelBergaris", widths, rows, at.left_mm) if rows else ""
    return drawn + (caption if block.caption else "")


def _rows(
    block: Table, rows: tuple[Row, ...], widths: list[float], at: Place, blocks: Blocks, *, head: bool
) -> list[str]:
    found = {(y, x): cell for y, x, cell in placed(rows, len(widths))}
    covered: dict[tuple[int, int], Cell] = {
        (y + down, x): cell for (y, x), cell in found.items() for down in range(1, cell.rows)
    }
    out = []
    for y in range(len(rows)):
        cells, x, whole = [], 0, True
        while x < len(widths):
            cell = found.get((y, x)) or covered[y, x]
            span = sum(widths[x : x + cell.columns])
            merge = "" if cell.rows == 1 else f'<w:vMerge w:val="{"restart" if (y, x) in found else "continue"}"/>'
            begins = (y, x) in found
            align = cell.align or (Align.CENTER if head else block.columns[x].align)
            inner = _cell(cell, align, span, block.size_pt, at, blocks, head=head) if begins else TINY
            spans = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
            turn = '<w:textDirection w:val="btLr"/>' if cell.turned_mm else ""
            shade = (
                f'<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>{turn}<w:vAlign w:val="center"/>' if head else ""
            )
            cells.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{twips(span)}" w:type="dxa"/>{spans}{merge}{shade}</w:tcPr>{inner}</w:tc>'
            )
            whole = whole and not cell.blocks and sum(len(run.text) for run in cell.text) <= _SHORT_CELL
            x += cell.columns
        properties = ("<w:cantSplit/>" if whole or head else "") + _height(rows[y])
        properties += "<w:tblHeader/>" if head else ""
        out.append(_row("".join(cells), properties))
    return out


def _height(row: Row) -> str:
    """The height of a row of turned texts: Word cannot find it by itself."""
    high = max((cell.turned_mm for cell in row.cells), default=0)
    return f'<w:trHeight w:val="{twips(high * _OTHER_FACE + 2 * _INSET_MM)}" w:hRule="exact"/>' if high else ""


def _cell(cell: Cell, align: Align, width: float, size: float, at: Place, blocks: Blocks, *, head: bool) -> str:
    inner = at.cell(cell.turned_mm or width - 2 * _INSET_MM, size_pt=size, style="IsiTabel")
    said = ""
    if cell.text or not cell.blocks:
        style = "KepalaTabel" if head else "IsiTabel"
        own = None if size == 10 else size
        words = runs(cell.text, inner.room_pt, size, heavy=head, own_size=own)
        said = paragraph(style, words, align=Align.LEFT if cell.turned_mm else align, keep=at.keep)
    return said + filled(blocks(cell.blocks, replace(inner, depth=0)) if cell.blocks else "", bare=not said)


def filled(xml: str, *, bare: bool = True) -> str:
    """The content of a cell, which must end with a paragraph."""
    return xml if xml.endswith("</w:p>") or (not xml and not bare) else xml + TINY


def clauses(block: Clauses, at: Place, blocks: Blocks) -> str:
    """Label, colon, content: a row each, without lines."""
    widths = [block.label_mm, _COLON_MM, max(at.room_mm - block.label_mm - _COLON_MM, 20)]
    rows = []
    for n, clause in enumerate(block.clauses):
        label = paragraph("LabelDiktum", runs(clause.label, widths[0] * _PT - 4, at.size_pt, heavy=True), keep=at.keep)
        colon = paragraph("LabelDiktum", literal(":"), keep=at.keep)
        parts = (label, colon, filled(blocks(clause.blocks, at.cell(widths[2]))))
        gap = _CLAUSE_GAP_PT if n else 0
        rows.append(_row("".join(_plain(width, part, gap) for width, part in zip(widths, parts, strict=True))))
    return _table("TabelTanpaGaris", widths, rows, at.left_mm) if rows else ""


def facts(block: Facts, at: Place) -> str:
    """Name, colon, value: a row each, without lines, beginning where the block says."""
    size = block.size_pt or at.size_pt
    own = None if size == at.size_pt else size
    left = at.left_mm + min(block.at_mm, at.room_mm - 40)
    room = at.room_mm - (left - at.left_mm)
    widths = [block.name_mm, _COLON_MM - 1, max(room - block.name_mm - _COLON_MM + 1, 15)]
    head = paragraph("Fakta", runs(block.head, room * _PT, size, own_size=own), left_mm=left, keep=True)
    rows = [_three(widths, (name, (), value), size, own, "Fakta", at.keep) for name, value in block.rows]
    return (head if block.head else "") + (_table("TabelTanpaGaris", widths, rows, left) if rows else "")


def _three(widths: list[float], texts: tuple[Text, ...], size: float, own: float | None, style: str, keep: bool) -> str:
    cells = []
    for n, (width, value) in enumerate(zip(widths, texts, strict=True)):
        sign = "" if own is None else f'<w:rPr><w:sz w:val="{round(own * 2)}"/></w:rPr>'
        said = f"<w:r>{sign}<w:t>:</w:t></w:r>" if n == 1 else runs(value, width * _PT - 2, size, own_size=own)
        cells.append(_plain(width, paragraph(style, said, keep=keep)))
    return _row("".join(cells), "<w:cantSplit/>")


def definitions(block: DefinitionList, at: Place) -> str:
    """Terms and meanings in two columns without lines."""
    widths = [block.term_mm, max(at.room_mm - block.term_mm, 20)]
    rows = []
    for item in block.items:
        term = paragraph("Istilah", runs(item.term, widths[0] * _PT - 6, at.size_pt, heavy=True), keep=at.keep)
        meaning = paragraph(at.style, runs(item.meaning, widths[1] * _PT, at.size_pt), keep=at.keep)
        rows.append(_row(_plain(widths[0], term) + _plain(widths[1], meaning)))
    return _table("TabelTanpaGaris", widths, rows, at.left_mm) if rows else ""


def _plain(width: float, inner: str, gap_pt: float = 0) -> str:
    """A cell without lines, its content ``gap_pt`` below its upper edge."""
    gap = f'<w:tcMar><w:top w:w="{points(gap_pt)}" w:type="dxa"/></w:tcMar>' if gap_pt else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{gap}</w:tcPr>{inner}</w:tc>'


def _row(cells: str, properties: str = "") -> str:
    kind = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{kind}{cells}</w:tr>"


def _table(style: str, widths: list[float], rows: list[str], left_mm: float) -> str:
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/>'
        f'<w:tblInd w:w="{twips(left_mm)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )
