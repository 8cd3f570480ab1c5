"""XLSX read back: a sheet a table, texts as texts, merged cells, what is needed to print."""

import io
from datetime import date
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from paper.render.samples import EMPTY_BLOCKS, LONG, everything, long_table, register
from probis.paper import Cell, Column, Heading, Page, Paper, Row, Section, Table, text
from probis.paper.render import xlsx

FORMULAS = ("=SUM(A1:A9)", "+1", "-1", "@x", "=cmd|' /C calc'!A0", '"kutip"', "R&D <b>", LONG, "x" * 300, "\t=1")


def of(*tables: Table, page: Page | None = None) -> bytes:
    blocks = tuple(b for n, t in enumerate(tables) for b in (Heading(text(f"Tabel: [{n}]/*?"), 1), t))
    return xlsx.render(Paper("=Uji", date(2020, 1, 1), (Section(blocks, page or Page()),)))


def test_no_text_is_a_formula() -> None:
    rows = tuple(Row((Cell(text(value)),)) for value in FORMULAS)
    sheet = load_workbook(io.BytesIO(of(Table((Column(),), rows)))).worksheets[0]
    assert [cell.value for cell in sheet["A"]][1:] == list(FORMULAS)
    assert all(cell.data_type == "s" for cell in sheet["A"])
    raw = ZipFile(io.BytesIO(of(Table((Column(),), rows)))).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in raw


def test_a_sheet_a_table_with_names_that_excel_takes() -> None:
    book = load_workbook(io.BytesIO(of(long_table(2), long_table(1), long_table(1))))
    assert len(book.sheetnames) == len({name.casefold() for name in book.sheetnames}) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in book.sheetnames)


def test_heads_stay_and_come_again_and_cells_are_merged() -> None:
    sheet = load_workbook(io.BytesIO(of(long_table(3), page=Page().turned()))).worksheets[0]
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$2:$3"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", "14") or (
        sheet.page_setup.orientation,
        int(sheet.page_setup.paperSize),
    ) == ("landscape", 14)
    merged = {str(r) for r in sheet.merged_cells.ranges}
    assert {"A2:D2", "A4:A5", "B4:B5"} <= merged
    assert sheet["A2"].value == "Visi : maju"
    assert [cell.value for cell in sheet[3]] == ["NO", "MISI", "TUJUAN", "SASARAN"]
    assert [cell.value for cell in sheet[5]][2:] == ["tujuan", "sasaran"]
    assert sheet["D4"].value == "1. satu\n2. dua"


def test_names_and_no_clock() -> None:
    data = xlsx.render(everything())
    about = load_workbook(io.BytesIO(data)).properties
    assert about.created.date() == about.modified.date() == date(2020, 8, 14)
    assert {entry.date_time for entry in ZipFile(io.BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("block", EMPTY_BLOCKS, ids=lambda b: type(b).__name__)
def test_empty_parts_are_no_crash(block: object) -> None:
    paper = Paper("x", date(2020, 1, 1), (Section((block,)),))  # type: ignore[arg-type]
    assert load_workbook(io.BytesIO(xlsx.render(paper))).worksheets


def test_a_paper_of_nothing_is_a_workbook() -> None:
    assert load_workbook(io.BytesIO(xlsx.render(Paper("", date(2020, 1, 1), ())))).worksheets


def test_a_register_is_a_table_of_excel_with_numbers_as_numbers() -> None:
    data = of(register(5), register(4))
    book = load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    assert sheet["A3"].value == 1.5 and sheet["A3"].data_type == "n"
    assert sheet["E3"].value == 0.4 and sheet["E3"].number_format == "0%"
    assert sheet["C3"].value == "=SUM(A1)" and sheet["C3"].data_type == "s"
    assert sheet.freeze_panes == "B3"
    made = sheet.tables["Tabel1"]
    assert made.ref == "A2:E4"
    assert [column.name for column in made.tableColumns] == [cell.value for cell in sheet[2]]
    assert sheet["A5"].value == "Jumlah" and "A5:D5" in {str(r) for r in sheet.merged_cells.ranges}
    assert list(book.worksheets[1].tables) == ["Tabel2"]
    assert b"<f>" not in ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_turned_heads_stand_upright_in_a_row_high_enough() -> None:
    sheet = load_workbook(io.BytesIO(of(register(6)))).worksheets[0]
    assert [cell.alignment.textRotation for cell in sheet[2]] == [0, 90, 90, 90, 90, 0]
    assert sheet.row_dimensions[2].height > 40 * 72 / 25.4


def test_a_table_much_wider_than_the_page_is_printed_on_several_and_not_made_smaller() -> None:
    narrow, broad = (load_workbook(io.BytesIO(of(register(n)))).worksheets[0] for n in (6, 40))
    assert narrow.page_setup.fitToWidth == 1 and narrow.sheet_properties.pageSetUpPr.fitToPage
    assert not broad.sheet_properties.pageSetUpPr.fitToPage
    assert broad.print_title_cols == "$A:$A"
