"""A flow table to a worksheet: real cells, and in each cell of a performer a picture that stretches with it."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from itertools import accumulate
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from probis.drawing.scene import Scene
from probis.paper.flow import FlowTable
from probis.paper.flow_sheets import TITLE, sheets
from probis.paper.render._as_text import put
from probis.paper.render._flow_shapes import EMU_A_POINT, Office, office_shapes
from probis.paper.text import Text

_FONT: Final = "Bookman Old Style"
_SLACK: Final = 1.15
_POINTS_A_SIGN: Final = 5.25  # width of a column in signs of the standard font
_HIGHEST: Final = 409.0
_THIN: Final = Side(style="thin", color="FF282828")
_LINES: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY: Final = PatternFill("solid", fgColor="FFEEEEEE")
_KEYS: Final = 3  # rows of the title and the head
_MOST: Final = 1000  # shapes of one cell, so that every one in a drawing has a number of its own
_MAIN: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_KIND: Final = "application/vnd.openxmlformats-officedocument.drawing+xml"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write_flow(sheet: Any, table: FlowTable) -> str:
    """Fill a worksheet with all steps; returns the drawing that belongs to it, as XML."""
    laid = sheets(table, slack=_SLACK, endless=True)
    only, head, n = laid.sheets[0], table.head, len(laid.performers)
    widths = [*laid.texts[:2], *([laid.column] * n), *laid.texts[2:]]
    for at, wide in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = round(wide / _POINTS_A_SIGN, 2)
    heights = [TITLE, *laid.heads, *(min(row.height, _HIGHEST) for row in only.rows)]
    for at, high in enumerate(heights, 1):
        sheet.row_dimensions[at].height = round(high, 2)
    put(sheet.cell(1, 1), only.title)
    sheet.cell(1, 1).font = Font(name=_FONT, size=10, bold=True)
    tops = [head.number, head.text, head.performers, *[""] * (n - 1), head.standard, "", "", head.note]
    names = ["", "", *("\n".join(lines) for lines in laid.performers), head.needs, head.time, head.output, ""]
    for y, words in ((2, tops), (3, names)):
        for x, said in enumerate(words, 1):
            cell = sheet.cell(y, x)
            put(cell, said)
            cell.font, cell.fill, cell.border = Font(name=_FONT, size=table.size_pt, bold=True), _GREY, _LINES
            upwards = 90 if laid.turned and y == _KEYS and 3 <= x < 3 + n else 0
            cell.alignment = Alignment("center", "center", wrap_text=True, text_rotation=upwards)
    last = n + 6
    for first, y1, end, y2 in ((1, 2, 1, 3), (2, 2, 2, 3), (3, 2, n + 2, 2), (n + 3, 2, n + 5, 2), (last, 2, last, 3)):
        if (first, y1) != (end, y2):
            sheet.merge_cells(start_row=y1, start_column=first, end_row=y2, end_column=end)
    for y, row in enumerate(only.rows, _KEYS + 1):
        for x in range(1, last + 1):
            sheet.cell(y, x).border = _LINES
        for x, kind in ((1, 0), (2, 1), (n + 3, 2), (n + 4, 3), (n + 5, 4), (last, 5)):
            cell = sheet.cell(y, x)
            put(cell, _said(row.text(kind)))
            cell.font = Font(name=_FONT, size=table.size_pt, italic=row.connector)
            cell.alignment = Alignment("center" if kind in (0, 3) else "left", "center", wrap_text=True)
    sheet.freeze_panes = f"C{_KEYS + 1}"
    sheet.print_title_rows = f"1:{_KEYS}"
    xs = [0.0, *accumulate(widths)]
    ys = [0.0, *accumulate(heights)]
    anchors = [
        _anchor(scene, x + 2, y + _KEYS, (xs[x + 2], ys[y + _KEYS]), key)
        for key, ((y, x), scene) in enumerate(only.pictures.items(), 2)
    ]
    spaces = f'xmlns:xdr="{_MAIN}/spreadsheetDrawing" xmlns:a="{_MAIN}/main"'
    return f"{_XML}<xdr:wsDr {spaces}>{''.join(anchors)}</xdr:wsDr>"


def with_drawings(data: bytes, drawings: Mapping[int, str]) -> dict[str, bytes]:
    """The parts of a workbook that change or are new where the worksheets of these numbers (from 1) get drawings."""
    parts: dict[str, bytes] = {}
    if not drawings:
        return parts
    with ZipFile(io.BytesIO(data)) as book:
        kinds = book.read("[Content_Types].xml").decode()
        for number, drawing in drawings.items():
            name = f"xl/worksheets/sheet{number}.xml"
            sheet = book.read(name).decode()
            tag = f'<drawing xmlns:r="{_OFFICE}" r:id="rId1"/>'
            parts[name] = re.sub(r"(<tableParts|</worksheet>)", rf"{tag}\1", sheet, count=1).encode()
            link = f'Id="rId1" Type="{_OFFICE}/drawing" Target="/xl/drawings/drawing{number}.xml"'
            links = f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship {link}/></Relationships>'
            parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = f"{_XML}{links}".encode()
            parts[f"xl/drawings/drawing{number}.xml"] = drawing.encode()
            kinds = kinds.replace(
                "</Types>",
                f'<Override PartName="/xl/drawings/drawing{number}.xml" ContentType="{_KIND}"/></Types>',
            )
    parts["[Content_Types].xml"] = kinds.encode()
    return parts


def _said(value: Text) -> str:
    return "".join(run.text for run in value)


def _anchor(scene: Scene, column: int, row: int, corner: tuple[float, float], key: int) -> str:
    """The shapes of one cell as a group that begins and ends with it."""
    wide, high = round(scene.width * EMU_A_POINT), round(scene.height * EMU_A_POINT)
    left, top = round(corner[0] * EMU_A_POINT), round(corner[1] * EMU_A_POINT)
    ground = Office("rect", 0.0, 0.0, scene.width, scene.height, words=" ")
    inner = "".join(_shape(shape, key * _MOST + n) for n, shape in enumerate([ground, *office_shapes(scene)], 1))

    def corner_of(tag: str, x: int, y: int) -> str:
        return (
            f"<xdr:{tag}><xdr:col>{x}</xdr:col><xdr:colOff>0</xdr:colOff>"
            f"<xdr:row>{y}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{tag}>"
        )

    words = quoteattr(scene.title, {"\n": " "})
    name = "Simbol" if scene.title else "Garis"
    return (
        f'<xdr:twoCellAnchor editAs="twoCell">{corner_of("from", column, row)}{corner_of("to", column + 1, row + 1)}'
        f'<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="{key}" name="{name} {key}" descr={words}/><xdr:cNvGrpSpPr/>'
        f'</xdr:nvGrpSpPr><xdr:grpSpPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/>'
        f'<a:chOff x="0" y="0"/><a:chExt cx="{wide}" cy="{high}"/></a:xfrm></xdr:grpSpPr>{inner}</xdr:grpSp>'
        "<xdr:clientData/></xdr:twoCellAnchor>"
    )


def _shape(shape: Office, key: int) -> str:
    about = f'<xdr:cNvPr id="{key}" name="{key}"/>'
    if shape.preset == "line":
        return (
            f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr>{about}<xdr:cNvCxnSpPr/></xdr:nvCxnSpPr>'
            f"<xdr:spPr>{shape.geometry()}</xdr:spPr></xdr:cxnSp>"
        )
    said = ""
    if shape.words.strip():
        weight = ' b="1"' if shape.bold else ""
        align = "ctr" if shape.bold else "l"
        said = (
            '<xdr:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/><a:lstStyle/>'
            f'<a:p><a:pPr algn="{align}"/><a:r><a:rPr lang="id" sz="{round(shape.size * 100)}"{weight}>'
            f'<a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="{_FONT}"/></a:rPr>'
            f"<a:t>{escape(shape.words)}</a:t></a:r></a:p></xdr:txBody>"
        )
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr>{about}<xdr:cNvSpPr/></xdr:nvSpPr>'
        f"<xdr:spPr>{shape.geometry()}</xdr:spPr>{said}</xdr:sp>"
    )
