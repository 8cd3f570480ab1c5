"""A table of contents names every heading with its page, in each format, and leads to it."""

import io
import re
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from shutil import which

import pypdf
import pytest
from openpyxl import load_workbook

from probis.paper import (
    Cell,
    Column,
    Contents,
    Heading,
    PageBreak,
    PageNumber,
    Paper,
    Paragraph,
    Row,
    Section,
    Table,
    text,
)
from probis.paper.contents import entries
from probis.paper.paper import walk
from probis.paper.render import docx, html, pdf, rendered

NASTY = 'Tata "Kelola" & <b>Mutu</b> =SUM(A1) ' + "penanggungjawabanpelaksanaan" * 3 + " #1 $x$ *tebal*"
NUMBER = PageNumber("- ", " -", first_shown=1, of=" dari ")


def paper(depth: int = 2) -> Paper:
    table = Table((Column(),), (Row((Cell(text("=1+1")),)),), (Row((Cell(text("Isi")),)),))
    first = Section((Paragraph(text("DAFTAR ISI")), Contents(depth)), number=NUMBER)
    second = Section(
        (
            Heading(text("Bagian satu"), 1, "I."),
            Paragraph(text("isi")),
            PageBreak(),
            Heading(text(NASTY), 2),
            table,
            Heading(text("Terlalu dalam"), 3),
            PageBreak(),
            Heading(text("Bagian satu"), 1, "II.", bookmark="Nama lain"),
        ),
        number=NUMBER,
    )
    return Paper("Uji", date(2020, 1, 1), (first, second))


def test_no_level_is_leapt_over_and_the_depth_is_kept() -> None:
    listed = entries(walk(paper()), 2)
    assert [(entry.n, entry.level) for entry in listed] == [(0, 1), (1, 2), (3, 1)]
    assert listed[2].name == "Nama lain"
    assert len(entries(walk(paper()), 3)) == 4


def test_pdf_names_the_page_of_each_heading_and_leads_there() -> None:
    read = pypdf.PdfReader(io.BytesIO(pdf.render(paper())))
    said = " ".join(read.pages[0].extract_text().split())
    for name, page in (("I. Bagian satu", 2), ("Nama lain", 4)):
        assert re.search(rf"{re.escape(name)}[ .]*{page}\b", said), said
    assert "Terlalu dalam" not in said
    links = [a.get_object() for a in read.pages[0]["/Annots"]]
    assert len({str(link["/A"]) if "/A" in link else str(link["/Dest"]) for link in links}) >= 3
    assert "- 2 dari 4 -" in " ".join(read.pages[1].extract_text().split())


def test_docx_has_a_field_with_its_entries_written_out() -> None:
    with zipfile.ZipFile(io.BytesIO(docx.render(paper()))) as archive:
        xml = archive.read("word/document.xml").decode()
        heads = "".join(archive.read(n).decode() for n in archive.namelist() if "header" in n)
    assert 'TOC \\o "1-2" \\h \\z \\u' in xml
    assert "NUMPAGES" in heads
    for anchor, page in re.findall(r'<w:hyperlink w:anchor="(\w+)".*?PAGEREF \w+ .*?<w:t>(\d+)</w:t>', xml):
        assert f'w:name="{anchor}"' in xml
        assert page in "24" or anchor == "_Toc00002"
    assert len(re.findall("<w:hyperlink ", xml)) == 3
    assert xml.count('w:fldCharType="begin"') == xml.count('w:fldCharType="end"') == 4


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_contents_with_the_same_pages(tmp_path: Path) -> None:
    (tmp_path / "uji.docx").write_bytes(docx.render(paper()))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "uji.docx",
        ],
        cwd=tmp_path,
        capture_output=True,
        timeout=300,
        check=True,
    )
    read = pypdf.PdfReader(tmp_path / "uji.pdf")
    said = " ".join(read.pages[0].extract_text().split())
    assert re.search(r"Bagian satu[ .]*2\b", said), said
    assert re.search(r"Nama lain[ .]*4\b", said), said
    assert len(read.pages) == 4
    assert "- 2 dari 4 -" in " ".join(read.pages[1].extract_text().split())


def test_html_lists_links_to_the_headings() -> None:
    made = html.fragment(paper())
    anchors = re.findall(r'href="#([\w-]+)"', made)
    assert anchors == ["bagian-0", "bagian-1", "bagian-3"]
    assert all(f' id="{anchor}"' in made for anchor in anchors)
    assert "<b>Mutu" not in made
    assert "&lt;b&gt;Mutu" in made


def test_a_workbook_lists_its_sheets() -> None:
    book = load_workbook(io.BytesIO(rendered(paper(), "xlsx")))
    first = book.worksheets[0]
    links = [cell.hyperlink.location for (cell,) in first.iter_rows(min_col=1, max_col=1) if cell.hyperlink]
    assert links == [f"'{sheet.title}'!A1" for sheet in book.worksheets[1:]]
    assert all(cell.data_type in ("s", "n") for row in first.iter_rows() for cell in row)


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "xlsx"])
def test_contents_of_a_paper_without_headings(form: str) -> None:
    bare = Paper("Uji", date(2020, 1, 1), (Section((Contents(),)),))
    assert rendered(bare, form) == rendered(bare, form)
