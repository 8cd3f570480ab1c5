"""Matrices and registers on paper: all their cells in every format, wide ones in parts, nasty texts as texts."""

import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document as Word
from lxml import html as parser
from openpyxl import load_workbook

from bodies import example
from documents.bodies import bare, whole
from paper.render.printed import inks, sizes, words
from probis.analysis import find_analysis
from probis.documents import all_documents, document, writer
from probis.model import PetaProsesBisnis
from probis.paper import Paper, Table, plain, walk
from probis.paper.render import docx, html, pdf, xlsx

ROOT = Path(__file__).resolve().parents[2]
PADA = date(2026, 11, 24)
SLUGS = (
    "beban-kerja",
    "bukti-spbe",
    "cakupan-sop",
    "daftar-produk",
    "matriks-fungsi",
    "matriks-raci",
    "matriks-sasaran",
    "matriks-unit",
    "perbandingan-varian",
    "register-sop",
)
OF_ANALYSIS = tuple(slug for slug in SLUGS if slug != "matriks-raci")
NASTY = (
    "=SUM(A1:A9)",
    "+1 & <b>\"kutip\" 'tunggal'",
    "x" * 60,
    "@acu #panic() $x$",
    ("kata yang panjang " * 20)[:300].strip(),
    "-5",
)


def small() -> PetaProsesBisnis:
    return example("kecamatan-telaga-arum")


def large() -> PetaProsesBisnis:
    return example("biro-organisasi-ntt")


def nasty() -> PetaProsesBisnis:
    """Every name that a register shows is one that tries to be something else."""
    data: dict[str, Any] = small().model_dump()
    turn = iter(range(10**6))

    def named(element: dict[str, Any]) -> dict[str, Any]:
        for field in ("nama", "bunyi", "nama_singkat"):
            if element.get(field):
                element[field] = NASTY[next(turn) % len(NASTY)]
        return element

    for group in (data["proses"], data["produk"], *(data["organisasi"][k] for k in ("unit", "jabatan", "pihak"))):
        for element in group:
            named(element)
    for kind in ("misi", "tujuan", "sasaran", "area"):
        for element in data["arah"][kind]:
            named(element)
    for unit in data["organisasi"]["unit"]:
        for fungsi in unit["fungsi"]:
            named(fungsi)
    for peta in data["lintas_fungsi"]:
        for simpul in peta["simpul"]:
            named(simpul)
    data["sop"] = [
        {"id": f"s{n}", "lintas_fungsi": peta["id"], "nomor": NASTY[n % len(NASTY)], "status": "berlaku"}
        | {"evaluasi": [{"tanggal": date(2026, 1, 1 + n), "hasil": NASTY[-n % len(NASTY)]}]}
        for n, peta in enumerate(data["lintas_fungsi"])
    ]
    return PetaProsesBisnis.model_validate(data)


def written(slug: str, model: PetaProsesBisnis) -> Paper:
    return writer(slug)(model, None, pada=PADA)


def squeezed(value: str) -> str:
    return re.sub("[\\s\u00ad]", "", value)


def cells(paper: Paper) -> list[str]:
    return [
        plain(cell.text)
        for block in walk(paper)
        if isinstance(block, Table)
        for row in (*block.head, *block.body, *block.foot)
        for cell in row.cells
        if plain(cell.text)
    ]


BODIES: list[Callable[[], PetaProsesBisnis]] = [small, large, nasty, whole, bare]


def test_all_are_there_in_four_formats() -> None:
    known = {found.slug: found for found in all_documents()}
    assert set(SLUGS) <= set(known)
    assert all(known[slug].formats == ("xlsx", "pdf", "docx", "html") for slug in SLUGS)


@pytest.mark.parametrize("of", BODIES, ids=lambda of: of.__name__)
@pytest.mark.parametrize("slug", OF_ANALYSIS)
def test_a_paper_holds_each_cell_of_its_analysis(slug: str, of: Callable[[], PetaProsesBisnis]) -> None:
    model = of()
    table = find_analysis(slug).analyse(model, PADA)
    shown = cells(written(slug, model))
    told = [" ".join(said.split()) for row in table.rows for said in table.texts(row) if said]
    if not table.rows:
        assert shown == []
        return
    assert shown[: len(table.columns)] == [" ".join(column.title.split()) for column in table.columns]
    assert shown[len(table.columns) : len(table.columns) + len(told)] == told


@pytest.mark.parametrize("slug", SLUGS)
def test_nasty_names_are_plain_text_in_each_format(slug: str) -> None:
    paper = written(slug, nasty())
    wanted = set(cells(paper))
    data = xlsx.render(paper)
    book = load_workbook(io.BytesIO(data))
    texts = {" ".join(str(c.value).split()) for sheet in book for row in sheet.iter_rows() for c in row if c.value}
    numbers = {said for said in wanted if re.fullmatch(r"[\d.,]+( %)?", said)}
    assert wanted - numbers <= texts
    assert all(c.data_type in ("s", "n") for sheet in book for row in sheet.iter_rows() for c in row)
    zipped = ZipFile(io.BytesIO(data))
    assert not [name for name in zipped.namelist() if "worksheets/sheet" in name and b"<f>" in zipped.read(name)]
    printed = squeezed(words(pdf.render(paper))).replace("-", "")
    assert [said for said in wanted if squeezed(said).replace("-", "") not in printed] == []
    word = Word(io.BytesIO(docx.render(paper)))
    tables = {squeezed(cell.text) for table in word.tables for cell in table._cells}
    assert {squeezed(said) for said in wanted} <= tables
    root = parser.fragment_fromstring(html.fragment(paper))
    shown = {" ".join(cell.text_content().split()) for cell in root.xpath(".//th|.//td")}
    assert wanted <= shown


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("of", BODIES, ids=lambda of: of.__name__)
def test_on_paper_everything_stands_on_its_page_in_seven_points_or_more(
    slug: str, of: Callable[[], PetaProsesBisnis]
) -> None:
    data = pdf.render(written(slug, of()))
    assert min(sizes(data)) >= 7
    for page, ink in inks(data):
        assert page[0] - 0.5 <= ink[0] and page[1] - 0.5 <= ink[1]
        assert ink[2] <= page[2] + 0.5 and ink[3] <= page[3] + 0.5


@pytest.mark.parametrize("slug", SLUGS)
def test_the_same_model_gives_the_same_bytes(slug: str) -> None:
    for render in (xlsx.render, docx.render, pdf.render, html.page):
        assert render(written(slug, small())) == render(written(slug, small()))


def test_raci_of_one_map_is_one_matrix_and_of_all_one_for_each_after_the_summary() -> None:
    model = small()
    one = writer("matriks-raci")(model, "pengelolaan-surat")
    assert len(one.sections) == 1
    all_ = writer("matriks-raci")(model, None)
    assert len(all_.sections) == 1 + len(model.lintas_fungsi)
    assert one.sections[0] in all_.sections
    book = load_workbook(io.BytesIO(xlsx.render(all_)))
    assert book.sheetnames[0] == "Ringkasan RACI"
    assert all(sheet.freeze_panes and sheet.freeze_panes[0] == "C" for sheet in book)
    found = document("matriks-raci")
    assert found is not None and found.whole


def test_a_register_can_be_sorted_in_excel_and_its_numbers_are_numbers() -> None:
    sheet = load_workbook(io.BytesIO(xlsx.render(written("cakupan-sop", small())))).worksheets[0]
    assert len(sheet.tables) == 1
    head = next(row for row in sheet.iter_rows() if row[0].value == "Butir")
    below = sheet[head[0].row + 2]
    values = {h.value: c for h, c in zip(head, below, strict=True)}
    assert values["Dari"].value == len(small().lintas_fungsi) and values["Dari"].data_type == "n"
    assert values["Bagian"].number_format == "0%" and values["Bagian"].value == 0


def test_a_wide_matrix_comes_in_parts_in_pdf_and_word_and_whole_in_excel_and_html() -> None:
    paper = written("matriks-unit", large())
    assert "Bagian2dari2" in squeezed(words(pdf.render(paper)))
    assert len(Word(io.BytesIO(docx.render(paper))).tables) == 2
    assert len(load_workbook(io.BytesIO(xlsx.render(paper))).sheetnames) == 1
    assert len(parser.fragment_fromstring(html.fragment(paper)).xpath(".//table")) == 1
