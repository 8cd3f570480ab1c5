"""Paper to XLSX: each table on a sheet of its own, every text a text, ready to print; the same bytes every time."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table as Register
from openpyxl.worksheet.table import TableStyleInfo

from probis.drawing.measure import break_lines
from probis.paper.blocks import Block
from probis.paper.clause import Clauses
from probis.paper.contents import Contents
from probis.paper.figure import Figure
from probis.paper.flow import FlowTable
from probis.paper.instrument import Facts, Letterhead, Signature
from probis.paper.lists import DefinitionList, NumberedList
from probis.paper.paper import Paper, walk
from probis.paper.prose import Align, Heading, Paragraph
from probis.paper.render._archive import repacked
from probis.paper.render._as_text import put
from probis.paper.render._flow_xlsx import with_drawings, write_flow
from probis.paper.render._tree import column_widths
from probis.paper.section import Page, Section
from probis.paper.table import Cell, Row, Table, placed
from probis.paper.text import Text, plain

_FONT = "Bookman Old Style"
_PT = 72 / 25.4
_POINTS_A_SIGN = 5.6  # width of a column in signs of the standard font
_HIGHEST = 409.0  # points that a row of Excel can be high
_SQUEEZED = 1.25  # a table wider than this many pages is printed on several, not made smaller
_THIN = Side(style="thin", color="FF282828")
_LINES = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY = PatternFill("solid", fgColor="FFEEEEEE")
_SHEETS = {(215.0, 330.0): 14, (210.0, 297.0): 9, (297.0, 420.0): 8}  # Excel's numbers of F4 (folio), A4, A3
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def render(paper: Paper) -> bytes:
    """The paper as XLSX: a sheet a table, above it what leads to it. A paper without tables is one sheet of lines."""
    book = Workbook()
    book.remove(book.active)
    names: set[str] = set()
    drawings: dict[int, str] = {}
    for section in paper.sections:
        for lead, table, rest in _parts(section):
            _sheet(book, names, paper, section.page, lead, table, rest)
        for flow in (block for block in section.blocks if isinstance(block, FlowTable)):
            sheet = book.create_sheet(_named(f"Alur {flow.title}", paper.title, names))
            drawings[len(book.worksheets)] = write_flow(sheet, flow)
            _as_printed(sheet, section.page)
    if not book.worksheets:
        book.create_sheet(_named("", paper.title, names))
    if any(isinstance(block, Contents) for block in walk(paper)):
        _contents(book, _named("Daftar Isi", "", names), paper.title)
    about = book.properties
    about.title, about.subject, about.creator = paper.title[:255], paper.subject[:255], paper.author[:255]
    about.created = datetime(paper.date.year, paper.date.month, paper.date.day)
    about.language = paper.lang
    out = io.BytesIO()
    book.save(out)
    about.modified = about.created  # saving has put the clock's time there
    made = out.getvalue()
    return repacked(made, {"docProps/core.xml": _about(book), **with_drawings(made, drawings)})


def _contents(book: Workbook, name: str, title: str) -> None:
    """A first sheet that lists the others, each a link."""
    listed = [sheet.title for sheet in book.worksheets]
    sheet = book.create_sheet(name, 0)
    sheet.column_dimensions["A"].width = 60
    _write(sheet, 1, title, [330.0], bold=True)
    for at, other in enumerate(listed, 3):
        _write(sheet, at, other, [330.0])
        quoted = other.replace("'", "''")
        sheet.cell(at, 1).hyperlink = Hyperlink(ref=f"A{at}", location=f"'{quoted}'!A1", display=other)
        sheet.cell(at, 1).font = Font(name=_FONT, size=11, color="FF1F3864", underline="single")


def _about(book: Workbook) -> bytes:
    from openpyxl.xml.functions import tostring

    return bytes(tostring(book.properties.to_tree()))


def _parts(section: Section) -> Iterator[tuple[list[str], Table | None, list[str]]]:
    """The tables of a section, each with the lines before it; the last also with those behind it."""
    lead: list[str] = []
    found: list[tuple[list[str], Table | None, list[str]]] = []
    for block in section.blocks:
        if isinstance(block, Table):
            found.append((lead, block, []))
            lead = []
        elif not isinstance(block, FlowTable):
            lead = [*lead, *_lines(block)]
    if lead and found:
        found[-1] = (*found[-1][:2], lead)
    elif lead:
        found.append((lead, None, []))
    yield from found


def _sheet(
    book: Workbook, names: set[str], paper: Paper, page: Page, lead: list[str], table: Table | None, rest: list[str]
) -> None:
    sheet = book.create_sheet(_named(lead[-1] if lead and table else "", paper.title, names))
    room = page.inner_mm[0] * _PT
    widths = column_widths(table.columns, room) if table else [room]
    for n, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(n)].width = round(width / _POINTS_A_SIGN, 2)
    at = 1
    for line in lead:
        _write(sheet, at, line, widths, bold=at == 1 or line == lead[-1])
        at += 1
    if table is not None:
        head = at
        at = _rows(sheet, at, table, table.head, widths, head=True)
        if table.head:
            sheet.freeze_panes = f"{get_column_letter(table.keys + 1)}{at}"
            sheet.print_title_rows = f"{head}:{at - 1}"
        if table.keys:
            sheet.print_title_cols = f"A:{get_column_letter(table.keys)}"
        _offer(sheet, at, table)
        at = _rows(sheet, at, table, table.body, widths, head=False)
        if _is_register(table):
            _as_register(book, sheet, table, head)
        at = _rows(sheet, at, table, table.foot, widths, head=False)
        rest = [*([_said(table.caption)] if table.caption else []), *rest]
    for line in rest:
        _write(sheet, at, line, widths)
        at += 1
    _as_printed(sheet, page, whole=sum(widths) <= room * _SQUEEZED)


def _as_printed(sheet: Any, page: Page, *, whole: bool = True) -> None:
    """Sheet, margins and number of the pages; ``whole`` makes all columns fit on one."""
    sheet.page_setup.orientation = "landscape" if page.landscape else "portrait"
    sheet.page_setup.paperSize = _SHEETS.get((page.width_mm, page.height_mm), 9)
    if whole:
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left, margins.right = page.left_mm / 25.4, page.right_mm / 25.4
    margins.top, margins.bottom = page.top_mm / 25.4, page.bottom_mm / 25.4
    sheet.oddHeader.center.text = "- &P -"


def _rows(sheet: Any, at: int, table: Table, rows: tuple[Row, ...], widths: list[float], *, head: bool) -> int:
    """Write the rows from row ``at`` on; the row below the last."""
    high = [table.size_pt * 1.5] * len(rows)
    for y, x, cell in placed(rows, len(widths)):
        said = "\n".join(_in_cell(cell))
        align = cell.align or (Align.CENTER if head else table.columns[x].align)
        font = Font(
            name=_FONT,
            size=table.size_pt,
            bold=head or (bool(cell.text) and not cell.blocks and all(r.bold for r in cell.text)),
        )
        for dy in range(cell.rows):
            for dx in range(cell.columns):
                drawn = sheet.cell(at + y + dy, x + dx + 1)
                drawn.border = _LINES
                if head:
                    drawn.fill = _GREY
        drawn = sheet.cell(at + y, x + 1)
        if cell.number is None:
            put(drawn, said)
        else:
            drawn.value = cell.number
            drawn.number_format = "0%" if cell.percent else "General"
        drawn.font = font
        drawn.alignment = (
            Alignment("center", "bottom", wrap_text=True, textRotation=90)
            if cell.turned_mm
            else Alignment(align.value, "center" if head else "top", wrap_text=True)
        )
        if cell.rows > 1 or cell.columns > 1:
            sheet.merge_cells(
                start_row=at + y, end_row=at + y + cell.rows - 1, start_column=x + 1, end_column=x + cell.columns
            )
        need = (
            cell.turned_mm * _PT + 6
            if cell.turned_mm
            else _height(said, sum(widths[x : x + cell.columns]) - 6, table.size_pt)
        )
        spare = max(need - sum(high[y : y + cell.rows]), 0) / cell.rows
        for down in range(cell.rows):
            high[y + down] += spare
    for n, height in enumerate(high):
        sheet.row_dimensions[at + n].height = min(round(height, 1), _HIGHEST)
    return at + len(rows)


def _is_register(table: Table) -> bool:
    """True where Excel takes the table as one to sort and filter: one head row of different names, no merged cell."""
    if not table.keys or len(table.head) != 1 or not table.body:
        return False
    names = [plain(cell.text) for cell in table.head[0].cells]
    whole = len(names) == len(table.columns) and all(
        cell.rows == cell.columns == 1 for row in (*table.head, *table.body) for cell in row.cells
    )
    return whole and len({name.casefold() for name in names}) == len(names) and all(0 < len(n) <= 255 for n in names)


def _as_register(book: Workbook, sheet: Any, table: Table, head: int) -> None:
    """Make the rows from the head on a table of Excel, without its colours."""
    last = f"{get_column_letter(len(table.columns))}{head + len(table.body)}"
    number = sum(len(other.tables) for other in book.worksheets) + 1
    made = Register(displayName=f"Tabel{number}", ref=f"A{head}:{last}")
    made.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    for cell, drawn in zip(table.head[0].cells, sheet[head], strict=False):
        put(drawn, plain(cell.text))  # Excel wants the very names of the columns
    sheet.add_table(made)


def _offer(sheet: Any, at: int, table: Table) -> None:
    """Let the cells of a column with choices offer them; something else can still be written there."""
    for n, column in enumerate(table.columns, 1):
        if column.choices and table.body:
            letter = get_column_letter(n)
            listed = DataValidation("list", formula1=f'"{",".join(column.choices)}"', errorStyle="warning")
            listed.allow_blank = True
            listed.add(f"{letter}{at}:{letter}{at + len(table.body) - 1}")
            sheet.add_data_validation(listed)


def _write(sheet: Any, at: int, line: str, widths: list[float], *, bold: bool = False) -> None:
    """One line of text across all columns."""
    cell = sheet.cell(at, 1)
    put(cell, line)
    cell.font = Font(name=_FONT, size=11, bold=bold)
    cell.alignment = Alignment("left", "top", wrap_text=True)
    if len(widths) > 1:
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=len(widths))
    height = min(round(_height(line, sum(widths) - 6, 11), 1), _HIGHEST)
    sheet.row_dimensions[at].height = height


def _height(said: str, room: float, size: float) -> float:
    lines = sum(len(break_lines(line, max(room, 12) * 0.9, size, family="serif")) or 1 for line in said.split("\n"))
    return ceil(lines * size * 1.3 + 5)


def _named(lead: str, title: str, names: set[str]) -> str:
    """A name for a sheet that Excel takes and that is not taken yet."""
    base = " ".join(_FORBIDDEN.sub(" ", lead or title).split()).strip("' ")[:31].strip("' ") or "Lembar"
    name, n = base, 1
    while name.casefold() in names:
        n += 1
        name = f"{base[: 31 - len(str(n)) - 3].rstrip()} ({n})"
    names.add(name.casefold())
    return name


def _in_cell(cell: Cell) -> list[str]:
    own = [_said(cell.text)] if cell.text else []
    return [*own, *(line for block in cell.blocks for line in _lines(block))]


def _lines(block: Block) -> list[str]:
    """What a block says, a line a paragraph."""
    match block:
        case Heading():
            return [f"{block.number} {_said(block.text)}".strip()]
        case Paragraph():
            return [_said(block.text)]
        case NumberedList():
            return [
                line
                for label, item in block.labelled()
                for line in (f"{label} {_said(item.text)}".strip(), *(s for b in item.blocks for s in _lines(b)))
            ]
        case DefinitionList():
            return [f"{_said(d.term)}: {_said(d.meaning)}" for d in block.items]
        case Clauses():
            return [
                line
                for c in block.clauses
                for line in (f"{_said(c.label)}:", *(s for b in c.blocks for s in _lines(b)))
            ]
        case Table():
            return [
                " | ".join(" ".join(_in_cell(c)) for c in row.cells) for row in (*block.head, *block.body, *block.foot)
            ]
        case Figure():
            return [_said(block.caption)] if block.caption else []
        case Letterhead():
            return [_said(line) for line in block.lines]
        case Facts():
            own = [_said(block.head)] if block.head else []
            return [*own, *(f"{_said(name)}: {_said(value)}" for name, value in block.rows)]
        case Signature():
            return [_said(line) for line in (*block.above, block.name, *block.below)]
        case _:
            return []


def _said(value: Text) -> str:
    return "".join(run.text for run in value)
