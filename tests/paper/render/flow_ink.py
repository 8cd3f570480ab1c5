"""A printed flow table (PDF, DOCX, XLSX) to the symbols and lines that a reader of the file finds, and where."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any
from zipfile import ZipFile

import pypdfium2
from lxml import etree
from openpyxl import load_workbook
from pypdfium2 import raw

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
EMU = 12700
PRESETS = {
    "flowChartTerminator": "terminator",
    "flowChartProcess": "process",
    "flowChartDecision": "decision",
    "flowChartOffpageConnector": "connector",
}
Rect = tuple[float, float, float, float]  # left, top, right, bottom, in points, downwards


@dataclass(frozen=True)
class Ink:
    """A symbol (with its kind where the file tells it) or a line, and the cell that the file puts it in."""

    kind: str
    rect: Rect


@dataclass(frozen=True)
class Sheet:
    """One table: the edges of its columns and of the rows below its head, the numbers in its first column, its ink."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    numbers: tuple[str, ...]
    ink: tuple[Ink, ...]

    def cell(self, rect: Rect) -> tuple[int, int]:
        """Row and column of the cell that holds the whole of a rectangle; fails where none does."""
        x, y = (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2
        row = next(n for n, (a, b) in enumerate(pairwise(self.ys)) if a < y < b)
        column = next(n for n, (a, b) in enumerate(pairwise(self.xs)) if a < x < b)
        assert self.xs[column] <= rect[0] and rect[2] <= self.xs[column + 1], f"{rect} leaves its column"
        assert self.ys[row] <= rect[1] and rect[3] <= self.ys[row + 1], f"{rect} leaves its row"
        return row, column


def on_pdf(data: bytes) -> list[Sheet]:
    """The sheets of a PDF that holds nothing else: rules are told from symbols and lines by their width."""
    return [_page(page) for page in pypdfium2.PdfDocument(data)]


def _page(page: Any) -> Sheet:
    high = page.get_size()[1]
    rules: list[Rect] = []
    ink: list[Ink] = []
    for item in page.get_objects(max_depth=9):
        left, bottom, right, top = item.get_bounds()
        rect = (left, high - top, right, high - bottom)
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            width = _width(item)
            if width is None or abs(width - 0.8) < 0.01:
                ink.append(Ink("line", rect))
            elif abs(width - 1.0) < 0.01:
                ink.append(Ink("symbol", rect))
            elif abs(width - 0.55) < 0.01:
                rules.append(rect)
    xs = _apart((a + c) / 2 for a, b, c, d in rules if c - a < 3)
    ys = _apart((b + d) / 2 for a, b, c, d in rules if d - b < 3)[2:]
    text = page.get_textpage()
    numbers = [
        "".join(text.get_text_bounded(xs[0], high - below, xs[1], high - above).split())
        for above, below in pairwise(ys)
    ]
    inside = [i for i in ink if i.rect[1] >= ys[0] - 1]  # the grounds of the head are no lines
    return Sheet(tuple(xs), tuple(ys), tuple(numbers), tuple(inside))


def _width(item: Any) -> float | None:
    """The width of the stroke, None where the path is only filled."""
    from ctypes import byref, c_float, c_int

    mode, stroke, width = c_int(), c_int(), c_float()
    assert raw.FPDFPath_GetDrawMode(item.raw, byref(mode), byref(stroke))
    assert raw.FPDFPageObj_GetStrokeWidth(item.raw, byref(width))
    return float(width.value) if stroke.value else None


def _apart(values: Iterator[float]) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > 2:
            out.append(value)
    return out


def on_docx(data: bytes) -> list[Sheet]:
    """The tables of a DOCX: rows of exact height, shapes placed from the corner of the cell that holds their anchor."""
    body = etree.fromstring(ZipFile(io.BytesIO(data)).read("word/document.xml"))
    found = []
    for table in body.iter(f"{W}tbl"):
        widths = [int(c.get(f"{W}w")) / 20 for c in table.iter(f"{W}gridCol")]
        rows = [r for r in table.iter(f"{W}tr") if r.find(f"{W}trPr/{W}tblHeader") is None]
        sizes = [r.find(f"{W}trPr/{W}trHeight") for r in rows]
        assert all(size.get(f"{W}hRule") == "exact" for size in sizes)
        xs, ys = [0.0, *accumulate(widths)], [0.0, *accumulate(int(s.get(f"{W}val")) / 20 for s in sizes)]
        ink: list[Ink] = []
        for y, row in enumerate(rows):
            for x, cell in enumerate(row.findall(f"{W}tc")):
                for anchor in cell.iter(f"{WP}anchor"):
                    assert anchor.get("layoutInCell") == "1"
                    ink += _group(anchor, xs[x], ys[y])
        numbers = ["".join(r.find(f"{W}tc").itertext()) for r in rows]
        found.append(Sheet(tuple(xs), tuple(ys), tuple(numbers), tuple(ink)))
    return found


def _group(anchor: Any, left: float, top: float) -> Iterator[Ink]:
    """The shapes of an anchored group, by its offset and the co-ordinates that it gives to what it holds."""
    dx, dy = (int(anchor.find(f"{WP}{tag}/{WP}posOffset").text) for tag in ("positionH", "positionV"))
    start = anchor.find(f".//{A}chOff")
    shift = dx - int(start.get("x")), dy - int(start.get("y"))
    for shape in anchor.iter(f"{WPS}wsp"):
        if shape.find(f"{WPS}txbx") is None:
            yield _ink(shape.find(f"{WPS}spPr"), left + shift[0] / EMU, top + shift[1] / EMU)


def _ink(properties: Any, left: float, top: float) -> Ink:
    off, ext = properties.find(f".//{A}off"), properties.find(f".//{A}ext")
    x, y = left + int(off.get("x")) / EMU, top + int(off.get("y")) / EMU
    preset = properties.find(f"{A}prstGeom").get("prst")
    return Ink(PRESETS.get(preset, preset), (x, y, x + int(ext.get("cx")) / EMU, y + int(ext.get("cy")) / EMU))


def on_xlsx(data: bytes, sheet: str) -> Sheet:
    """One worksheet of an XLSX: pictures anchored to cells, each the whole of its cell."""
    book = load_workbook(io.BytesIO(data))
    found, n = book[sheet], book.sheetnames.index(sheet) + 1
    widths = [d.width * 5.25 for d in (found.column_dimensions[c[0].column_letter] for c in found.columns)]
    heights = [found.row_dimensions[y].height for y in range(1, found.max_row + 1)]
    xs, ys = [0.0, *accumulate(widths)], [0.0, *accumulate(heights)]
    drawing = etree.fromstring(ZipFile(io.BytesIO(data)).read(f"xl/drawings/drawing{n}.xml"))
    ink: list[Ink] = []
    for anchor in drawing:
        places = [[int(anchor.find(f"{XDR}{end}/{XDR}{w}").text) for w in ("col", "row")] for end in ("from", "to")]
        (x, y), (x2, y2) = places
        assert (x2, y2) == (x + 1, y + 1) and not any(int(o.text) for o in anchor.iter(f"{XDR}colOff", f"{XDR}rowOff"))
        whole = anchor.find(f".//{A}chExt")
        scale = (xs[x + 1] - xs[x]) * EMU / int(whole.get("cx")), (ys[y + 1] - ys[y]) * EMU / int(whole.get("cy"))
        for properties in list(anchor.iter(f"{XDR}spPr"))[1:]:
            if properties.getparent().find(f"{XDR}txBody") is None:
                made = _ink(properties, 0.0, 0.0)
                a, b, c, d = made.rect
                rect = (xs[x] + a * scale[0], ys[y] + b * scale[1], xs[x] + c * scale[0], ys[y] + d * scale[1])
                ink.append(Ink(made.kind, rect))
    numbers = [str(found.cell(y, 1).value or "") for y in range(4, found.max_row + 1)]
    return Sheet(tuple(xs), tuple(ys[3:]), tuple(numbers), tuple(ink))
