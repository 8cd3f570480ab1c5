"""The example's decree as DOCX, printed by LibreOffice: the words of our PDF, in the same order, and its bytes."""

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

import bodies
from paper.render.printed import words
from probis.drawing.scene import Scene
from probis.paper import Block, Figure, Paper, Paragraph, Picture, Table, plain, walk
from probis.paper.render import docx, pdf
from probis.paper.table import placed

ROOT = Path(__file__).parents[2]
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def without_drawings(paper: Paper) -> Paper:
    """The same paper with empty pictures of the same size.

    Heads of tables stand once, as plain rows; a table with merged rows is left out, for the two printers set its cells
    in another order (the test below compares them cell by cell).
    """

    def plainer(block: Block) -> Block:
        if isinstance(block, Figure) and isinstance(block.picture, Picture):
            scene = block.picture.scene
            return replace(block, picture=Picture(Scene(scene.width, scene.height, "Gambar")))
        if isinstance(block, Table) and merged(block):
            return Paragraph(())
        if isinstance(block, Table):
            return replace(block, head=(), body=(*block.head, *block.body))
        return block

    sections = tuple(replace(s, blocks=tuple(map(plainer, s.blocks)), number=None) for s in paper.sections)
    return replace(paper, sections=sections)


def merged(table: Table) -> bool:
    return any(cell.rows > 1 for row in table.body for cell in row.cells)


@pytest.fixture(scope="module")
def decree() -> Paper:
    return bodies.decree("biro-organisasi-ntt")


def test_every_cell_stands_in_its_row_and_column(decree: Paper) -> None:
    tables = [block for block in walk(decree) if isinstance(block, Table)]
    sections = tuple(replace(s, blocks=tuple(b for b in s.blocks if isinstance(b, Table))) for s in decree.sections)
    read = Document(io.BytesIO(docx.render(replace(decree, sections=sections)))).tables
    assert len(read) == len(tables) > 1
    assert any(merged(table) for table in tables)
    for ours, theirs in zip(tables, read, strict=True):
        rows = (*ours.head, *ours.body)
        grid = [row.cells for row in theirs.rows]
        assert len(grid) == len(rows)
        for part, below in ((ours.head, 0), (ours.body, len(ours.head))):
            for y, x, cell in placed(part, len(ours.columns)):
                own = plain(cell.text)
                for down in range(cell.rows):
                    seen = grid[y + below + down][x]
                    assert own in " ".join(seen.text.replace("\u00ad", "").split())
                    assert seen._tc is grid[y + below][x]._tc


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_the_words_of_our_pdf_in_their_order(decree: Paper, tmp_path: Path) -> None:
    paper = without_drawings(decree)
    (tmp_path / "k.docx").write_bytes(docx.render(paper))
    command = [str(OFFICE), f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "k.docx")], check=True, capture_output=True, timeout=180
    )
    office, ours = (
        re.sub(r"[\s\u00ad\u200b\x02-]", "", words(data))
        for data in ((tmp_path / "k.pdf").read_bytes(), pdf.render(paper))
    )
    assert len(ours) > 20000
    assert office == ours
