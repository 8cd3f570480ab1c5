"""A flow table read back from PDF, DOCX, XLSX: each symbol in its row and column, each line from symbol to symbol."""

import io
import shutil
import subprocess
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from lxml import etree
from openpyxl import load_workbook

from paper.render.flow_ink import Ink, Rect, Sheet, on_docx, on_pdf, on_xlsx
from paper.render.printed import words
from paper.render.samples import EVIL, LONG
from probis.paper import FlowArrow, FlowStep, FlowSymbol, FlowTable, Page, Paper, Section, text
from probis.paper.flow_sheets import FlowSheet, sheets
from probis.paper.render import docx, html, pdf, xlsx

PAGE = Page(215, 330).turned(top_mm=16, right_mm=14, bottom_mm=12, left_mm=20)
KINDS = {"entry": "connector", "exit": "connector"}


def flow(n: int = 24, performers: int = 5, said: str = "Menelaah berkas") -> FlowTable:
    """A chain from start to end with a question that leads back every ninth step."""
    steps, arrows = [], []
    for i in range(n):
        kind: FlowSymbol = "terminator" if i in (0, n - 1) else "decision" if i % 9 == 8 else "process"
        where = 0 if i % 9 == 8 else 1 + i % (performers - 1)
        steps.append(
            FlowStep(
                f"{i + 1}", text(said), where, kind, f"simbol {i + 1}", f"langkah {i + 1}", text("berkas"), text("1 HK")
            )
        )
        if i < n - 1:
            arrows.append(FlowArrow(i, i + 1, "Ya" if kind == "decision" else ""))
        if kind == "decision":
            arrows.append(FlowArrow(i, i - 2, "Tidak"))
    names = tuple(f"Kepala Bagian {k}" for k in range(1, performers + 1))
    return FlowTable(names, tuple(steps), tuple(arrows), *PAGE.inner_mm, title="SOP Uji")


def paper(table: FlowTable) -> Paper:
    return Paper("SOP Uji", date(2026, 1, 2), (Section((table,), PAGE),))


def judged(found: Sheet, laid: FlowSheet, near: float) -> None:
    """Compare what a file shows with what the layout wanted; `near` is what strokes and rounding add, in points."""
    wanted = [(n, s) for n, s in enumerate(laid.page.symbols) if s.kind != "none"]
    symbols = sorted((i for i in found.ink if i.kind not in ("line", "none")), key=lambda i: i.rect[1])
    assert len(symbols) == len(wanted)
    at: dict[int, Rect] = {}
    for ink, (row, symbol) in zip(symbols, wanted, strict=True):
        assert found.cell(shrunk(ink.rect, near)) == (row, symbol.column + 2)
        assert ink.kind in ("symbol", KINDS.get(symbol.kind, symbol.kind))
        said = laid.rows[row].whole
        assert found.numbers[row] == ("".join(run.text for run in said[0]) if said else "")
        at[row] = ink.rect
    lines = [i.rect for i in found.ink if i.kind == "line"]
    for line in laid.page.lines:
        assert not line.gaps
        assert joined(at[line.source], at[line.target], lines, near), f"no line from row {line.source} to {line.target}"
    for rect in lines:
        assert not any(inside(rect, box, near) for box in at.values()), f"the line {rect} passes through a symbol"


def shrunk(rect: Rect, by: float) -> Rect:
    return rect[0] + by, rect[1] + by, rect[2] - by, rect[3] - by


def touch(a: Rect, b: Rect, near: float) -> bool:
    return a[0] <= b[2] + near and b[0] <= a[2] + near and a[1] <= b[3] + near and b[1] <= a[3] + near


def inside(line: Rect, box: Rect, near: float) -> bool:
    """Whether a piece reaches into the middle part of a symbol, where no line has any business."""
    wide, high = (box[2] - box[0]) * 0.25 + near, (box[3] - box[1]) * 0.25 + near
    core = (box[0] + wide, box[1] + high, box[2] - wide, box[3] - high)
    return line[0] < core[2] and line[2] > core[0] and line[1] < core[3] and line[3] > core[1]


def joined(start: Rect, end: Rect, lines: list[Rect], near: float) -> bool:
    """Whether touching pieces lead from one symbol to another."""
    reached, waiting = [r for r in lines if touch(r, start, near)], [r for r in lines if not touch(r, start, near)]
    n = 0
    while n < len(reached):
        more = [r for r in waiting if touch(r, reached[n], near)]
        waiting = [r for r in waiting if r not in more]
        reached += more
        n += 1
    return any(touch(r, end, near) for r in reached)


@pytest.mark.parametrize("performers", [3, 5, 12])
def test_the_pdf_shows_each_symbol_in_its_cell_and_lines_that_meet(performers: int) -> None:
    table = flow(performers=performers)
    laid = sheets(table)
    found = on_pdf(pdf.render(paper(table)))
    assert len(found) == len(laid.sheets) > 1
    for sheet, wanted in zip(found, laid.sheets, strict=True):
        assert len(sheet.xs) == performers + 7
        judged(sheet, wanted, 1.2)


@pytest.mark.parametrize("performers", [3, 5, 12])
def test_the_docx_anchors_each_symbol_in_its_row(performers: int) -> None:
    table = flow(performers=performers)
    found = on_docx(docx.render(paper(table)))
    laid = sheets(
        FlowTable(table.performers, table.steps, table.arrows, *PAGE.inner_mm[:1], PAGE.inner_mm[1] - 3), slack=1.15
    )
    assert len(found) == len(laid.sheets) > 1
    for sheet, wanted in zip(found, laid.sheets, strict=True):
        judged(sheet, wanted, 0.1)
        assert sheet.ys[-1] + sum(laid.heads) + 16 < PAGE.inner_mm[1] * 72 / 25.4


def test_the_xlsx_has_one_picture_a_cell() -> None:
    table = flow(performers=6)
    data = xlsx.render(paper(table))
    name = load_workbook(io.BytesIO(data)).sheetnames[0]
    assert name == "Alur SOP Uji"
    judged(on_xlsx(data, name), sheets(table, slack=1.15, endless=True).sheets[0], 0.1)


def test_a_symbol_moved_to_another_row_is_found_out() -> None:
    """The judge is no rubber stamp."""
    table = flow()
    laid = sheets(table, slack=1.15, endless=True).sheets[0]
    data = xlsx.render(paper(table))
    found = on_xlsx(data, "Alur SOP Uji")
    high = found.ys[1] - found.ys[0]
    moved = tuple(
        Ink(i.kind, (i.rect[0], i.rect[1] + high, i.rect[2], i.rect[3] + high)) if i.kind == "decision" else i
        for i in found.ink
    )
    with pytest.raises(AssertionError):
        judged(Sheet(found.xs, found.ys, found.numbers, moved), laid, 0.1)
    without = tuple(i for i in found.ink if i.kind != "line" or i.rect[1] > found.ys[1])
    with pytest.raises(AssertionError):
        judged(Sheet(found.xs, found.ys, found.numbers, without), laid, 0.1)


def test_the_same_table_gives_the_same_bytes() -> None:
    made = paper(flow())
    for render in (pdf.render, docx.render, xlsx.render, html.page):
        assert render(made) == render(made)


def nasty() -> FlowTable:
    long = "kata panjang sekali yang tidak kunjung habis " * 7
    steps = (
        FlowStep("1", text("=SUM(A1:A9)"), 0, "terminator", EVIL, EVIL, text(EVIL), text("@x"), text(LONG), text(long)),
        FlowStep("", (), 1, "decision", "", "", (), (), (), ()),
        FlowStep("2", text(long), 0, "process", long, LONG, text(LONG), text(LONG), (), text("-1")),
    )
    arrows = (FlowArrow(0, 1), FlowArrow(1, 2, "<b>&"), FlowArrow(1, 0, LONG, "(1)"), FlowArrow(1, 1))
    return FlowTable((EVIL, LONG), steps, arrows, *PAGE.inner_mm, title=f"SOP {EVIL}")


def test_nasty_texts_are_right_and_safe_in_each_format() -> None:
    made = paper(nasty())
    said = words(pdf.render(made))
    assert "=SUM(A1:A9)" in said and LONG in said.replace(" ", "") and "R&D <b>" in said
    text_of = "".join(etree.fromstring(ZipFile(io.BytesIO(docx.render(made))).read("word/document.xml")).itertext())
    assert "=SUM(A1:A9)" in text_of and LONG in text_of and EVIL in text_of
    book = load_workbook(io.BytesIO(xlsx.render(made)))
    cells = {c.value: c for row in book.worksheets[0].rows for c in row if c.value}
    assert cells["=SUM(A1:A9)"].data_type == "s" and cells["=SUM(A1:A9)"].quotePrefix
    assert cells["-1"].quotePrefix and LONG in cells and EVIL in cells
    shown = html.page(made)
    assert "<b>" not in shown and "=SUM(A1:A9)" in shown and "&lt;b&gt;" in shown and "<script" not in shown


def test_a_table_without_steps_is_a_head() -> None:
    made = paper(FlowTable(("Kepala",), (), (), *PAGE.inner_mm))
    assert "Kepala" in words(pdf.render(made))
    assert docx.render(made) and xlsx.render(made) and "Kepala" in html.page(made)


def test_the_pdf_is_tagged_as_a_table_with_heads_and_words_for_symbols() -> None:
    data = pdf.render(paper(flow(6)))
    assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().count("Kegiatan") == 1
    raw_tags = _tags(data)
    assert {"Table", "THead", "TH", "TD"} <= set(raw_tags)
    assert [alt for alt in raw_tags if alt.startswith("simbol")] == [f"simbol {n}" for n in range(1, 7)]


def _tags(data: bytes) -> list[str]:
    """The kinds of all tags, and the words of those that have any, in reading order."""
    from ctypes import create_string_buffer

    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(data)
    out: list[str] = []

    def text_of(get: object, element: object) -> str:
        size = get(element, None, 0)  # type: ignore[operator]
        buffer = create_string_buffer(size)
        get(element, buffer, size)  # type: ignore[operator]
        return buffer.raw[: max(size - 2, 0)].decode("utf-16-le")

    def walk(element: object) -> None:
        out.append(text_of(raw.FPDF_StructElement_GetType, element))
        if alt := text_of(raw.FPDF_StructElement_GetAltText, element):
            out.append(alt)
        for n in range(raw.FPDF_StructElement_CountChildren(element)):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, n)
            if child:
                walk(child)

    for page in document:
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        for n in range(raw.FPDF_StructTree_CountChildren(tree)):
            walk(raw.FPDF_StructTree_GetChildAtIndex(tree, n))
    return out


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_same_sheets_and_symbols(tmp_path: Path) -> None:
    """Each sheet stays one page, and the shapes that LibreOffice draws stand where the file says."""
    table = flow()
    (tmp_path / "a.docx").write_bytes(docx.render(paper(table)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    laid = sheets(
        FlowTable(table.performers, table.steps, table.arrows, PAGE.inner_mm[0], PAGE.inner_mm[1] - 3), slack=1.15
    )
    document = pypdfium2.PdfDocument((tmp_path / "a.pdf").read_bytes())
    assert len(document) == len(laid.sheets)
    first, page = document[0], laid.sheets[0].page
    high, left = first.get_size()[1], PAGE.left_mm * 72 / 25.4 + sum(laid.texts[:2])
    top = PAGE.top_mm * 72 / 25.4 + 16 + sum(laid.heads)
    drawn = [o.get_bounds() for o in first.get_objects(max_depth=9) if o.type == 2]
    for box in page.boxes:
        want = (left + box.x, high - top - box.y - box.height, left + box.x + box.width, high - top - box.y)
        assert any(all(abs(a - b) < 2.5 for a, b in zip(want, got, strict=True)) for got in drawn), f"nothing at {want}"
