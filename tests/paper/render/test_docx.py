"""DOCX read back: real text, tables, numbers and pictures, safe names, the same bytes; opened by LibreOffice."""

import io
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from paper.render.printed import words
from paper.render.samples import EMPTY_BLOCKS, EVIL, LONG, everything, listed, long_table, register
from probis.paper import (
    Cell,
    Clause,
    Clauses,
    Column,
    Heading,
    Item,
    NumberedList,
    Numbering,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
    text,
)
from probis.paper.render import docx, pdf

ROOT = Path(__file__).parents[3]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def one(*blocks: object, **fields: object) -> bytes:
    return docx.render(Paper("Uji", date(2020, 1, 1), (Section(blocks),), **fields))  # type: ignore[arg-type]


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(ZipFile(io.BytesIO(data)).read(name))


def said(root: etree._Element) -> str:
    return "".join(node.text or "" for node in root.iter(f"{W}t"))


@pytest.fixture(scope="module")
def made() -> bytes:
    return docx.render(everything())


def test_text_is_text_and_the_pictures_are_the_drawings_only(made: bytes) -> None:
    root = part(made)
    assert EVIL in said(root)
    assert LONG in said(root)
    pictures = root.findall(".//{*}docPr")
    assert [p.get("descr") for p in pictures] == [
        "Lambang negara",
        "Peta proses dengan tujuh proses",
        "Peta proses dengan tujuh proses",
    ]
    names = ZipFile(io.BytesIO(made)).namelist()
    assert sum(name.endswith(".svg") for name in names) == 2
    assert sum(name.endswith(".png") for name in names) == 3
    vectors = [ZipFile(io.BytesIO(made)).read(name) for name in names if name.endswith(".svg")]
    assert all(b"<text" not in v and b"<script" not in v and b"<use" in v for v in vectors)


def test_head_rows_come_again_and_cells_are_merged(made: bytes) -> None:
    table = next(t for t in part(made).iter(f"{W}tbl") if t.find(f".//{W}tblHeader") is not None)
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows[:3]] == [True, True, False]
    assert rows[0].find(f".//{W}gridSpan").get(f"{W}val") == "4"
    assert len(table.findall(f".//{W}vMerge[@{W}val='restart']")) == 60
    assert len(table.findall(f".//{W}vMerge[@{W}val='continue']")) == 60
    grid = [int(c.get(f"{W}w")) for c in table.iter(f"{W}gridCol")]
    for row in rows:
        widths = [int(c.get(f"{W}w")) for c in row.iter(f"{W}tcW")]
        assert abs(sum(widths) - sum(grid)) < 5


def labels(data: bytes) -> list[str]:
    """The labels that Word counts for the numbered paragraphs, by the rules of its numbering."""
    numbering = part(data, "word/numbering.xml")
    levels: dict[tuple[str, str], etree._Element] = {}
    starts: dict[str, int] = {}
    for number in numbering.findall(f"{W}num"):
        id_ = number.get(f"{W}numId")
        of = number.find(f"{W}abstractNumId").get(f"{W}val")
        level = numbering.find(f"{W}abstractNum[@{W}abstractNumId='{of}']/{W}lvl")
        own = number.find(f"{W}lvlOverride/{W}lvl")
        levels[id_, level.get(f"{W}ilvl")] = own if own is not None else level
        start = number.find(f"{W}lvlOverride/{W}startOverride")
        starts[id_] = int(start.get(f"{W}val")) if start is not None else 1
    out, counts = [], dict[str, int]()
    for properties in part(data).iter(f"{W}numPr"):
        id_, depth = properties.find(f"{W}numId").get(f"{W}val"), properties.find(f"{W}ilvl").get(f"{W}val")
        level = levels[id_, depth]
        counts[id_] = n = counts.get(id_, starts[id_] - 1) + 1
        kind, shape = level.find(f"{W}numFmt").get(f"{W}val"), level.find(f"{W}lvlText").get(f"{W}val")
        roman = Numbering.ROMAN.label(n).rstrip(".")
        letter = chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)
        shown = {"decimal": str(n), "upperRoman": roman, "lowerLetter": letter, "upperLetter": letter.upper()}
        out.append(re.sub(r"%\d", shown.get(kind, ""), shape))
    return out


@pytest.mark.parametrize("numbering", list(Numbering), ids=lambda n: n.name)
def test_word_counts_the_labels_that_we_count(numbering: Numbering) -> None:
    inner = (listed("x", "y", numbering=Numbering.LOWER_PAREN),)
    items = tuple(Item(text(f"butir {n}"), inner if n % 20 == 3 else (), {5: 9, 8: 40}.get(n)) for n in range(1, 60))
    block = NumberedList(items, numbering, start=2)
    want = [label for label, item in block.labelled() for label in (label, *(["a)", "b)"] if item.blocks else []))]
    assert labels(one(block, block)) == want * 2


def test_page_breaks_are_no_blank_pages() -> None:
    root = part(one(PageBreak(), Paragraph(text("a")), PageBreak(), PageBreak(), long_table(1), PageBreak()))
    assert len(root.findall(f".//{W}pageBreakBefore")) == 1


def test_tables_that_meet_stay_two() -> None:
    table = Table((Column(),), (Row((Cell(text("x")),)),))
    body = part(one(table, table)).find(f"{W}body")
    kinds = [child.tag.removeprefix(W) for child in body]
    assert kinds == ["tbl", "p", "tbl", "p", "sectPr"]


def test_every_cell_ends_with_a_paragraph(made: bytes) -> None:
    assert all(cell[-1].tag == f"{W}p" for cell in part(made).iter(f"{W}tc"))


def test_the_last_clause_is_held_to_the_signature() -> None:
    clauses = Clauses(tuple(Clause(text(f"K{n}"), (Paragraph(text("kata")),)) for n in range(3)))
    root = part(one(clauses, Signature((text("Ditetapkan"),), text("NAMA"))))
    assert len(root.findall(f".//{W}tbl")) == 1
    kept = [row.find(f".//{W}keepNext") is not None for row in root.iter(f"{W}tr")]
    assert kept == [False, False, True]


def test_sections_sheets_and_page_numbers(made: bytes) -> None:
    sizes = [s.find(f"{W}pgSz") for s in part(made).iter(f"{W}sectPr")]
    assert [(s.get(f"{W}w"), s.get(f"{W}orient")) for s in sizes] == [
        ("12189", None),
        ("12189", None),
        ("18709", "landscape"),
    ]
    heads = [n for n in ZipFile(io.BytesIO(made)).namelist() if re.match(r"word/header\d+\.xml", n)]
    shown = ["".join(part(made, n).itertext()) for n in heads]
    assert sorted("PAGE" in s for s in shown) == [False, True]
    assert all(b"RANCANGAN" in ZipFile(io.BytesIO(made)).read(n) for n in heads)


def test_language_names_and_no_clock(made: bytes) -> None:
    assert b'w:val="id-ID"' in ZipFile(io.BytesIO(made)).read("word/styles.xml")
    about = Document(io.BytesIO(made)).core_properties
    assert (about.title, about.created.date(), about.modified.date()) == (
        "Judul & <uji>",
        date(2020, 8, 14),
        date(2020, 8, 14),
    )
    assert {entry.date_time for entry in ZipFile(io.BytesIO(made)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    names = [style.name for style in Document(io.BytesIO(made)).styles]
    assert {"Naskah", "Butir", "Kop Naskah", "Isi Tabel", "Kepala Tabel", "Tanda Tangan"} <= set(names)


@pytest.mark.parametrize("block", EMPTY_BLOCKS, ids=lambda b: type(b).__name__)
def test_empty_parts_are_no_crash(block: object) -> None:
    assert part(one(block)).find(f"{W}body") is not None


def test_a_paper_of_nothing() -> None:
    assert part(docx.render(Paper("", date(2020, 1, 1), ()))) is not None


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=300))
def test_any_text_can_be_written(name: str, longer: str) -> None:
    row = Row((Cell(text(longer)), Cell(text(name))))
    table = Table((Column(), Column(width_mm=20)), (row,), (row,))
    data = one(Heading(text(name), 1, "I."), Paragraph(text(longer)), table, listed(name, longer))
    assert part(data) is not None


SCRIPT = """
import hashlib
from paper.render.samples import everything
from probis.paper.render import docx, xlsx
print(hashlib.sha256(docx.render(everything()) + xlsx.render(everything())).hexdigest())
"""


def test_same_bytes_whatever_the_machine(tmp_path: Path) -> None:
    sums = set()
    for zone, seed, folder in (
        ("UTC", "0", ROOT),
        ("Asia/Makassar", "1", tmp_path),
        ("America/Lima", "4242", Path("/")),
    ):
        env = os.environ | {
            "TZ": zone,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests"))),
        }
        done = subprocess.run([sys.executable, "-c", SCRIPT], env=env, cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        sums.add(done.stdout)
    assert len(sums) == 1


def converted(data: bytes, folder: Path, ending: str = "docx") -> bytes:
    """The file as LibreOffice prints it."""
    source = folder / f"uji.{ending}"
    source.write_bytes(data)
    command = [str(OFFICE), f"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=120)
    return (folder / "uji.pdf").read_bytes()


def squeezed(value: str) -> str:
    """Without white space, hyphens of divided words, page numbers: what both printers must agree on."""
    return re.sub(r"[\s\u00ad\u200b\x02-]", "", re.sub(r"- \d+ -", "", value))


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_the_same_words_in_the_same_order(tmp_path: Path) -> None:
    clauses = Clauses(
        (
            Clause(text("Menimbang"), (listed("bahwa satu;", "bahwa dua;", numbering=Numbering.LOWER),)),
            Clause(text("KESATU"), (Paragraph(text("Peta ditetapkan.")),)),
        )
    )
    table = Table(
        (Column(), Column()),
        (Row((Cell(text("kiri"), rows=2), Cell(text("atas")))), Row((Cell(text("bawah")),))),
        (Row((Cell(text("SATU")), Cell(text("DUA")))),),
    )
    blocks = (Heading(text("Judul"), 1, "I."), clauses, Signature((text("Kota,"),), text("NAMA")), PageBreak(), table)
    paper = Paper("Uji", date(2020, 1, 1), (Section(blocks),))
    office, ours = (squeezed(words(d)) for d in (converted(docx.render(paper), tmp_path), pdf.render(paper)))
    assert office == ours


def test_turned_heads_have_their_direction_and_a_height() -> None:
    root = part(one(register(6)))
    rows = root.findall(f".//{W}tr")
    turned = [cell.find(f"{W}tcPr/{W}textDirection") is not None for cell in rows[0].findall(f"{W}tc")]
    assert turned == [False, True, True, True, True, False]
    height = rows[0].find(f"{W}trPr/{W}trHeight")
    assert int(height.get(f"{W}val")) >= 40 * 1440 / 25.4
    assert all(row.find(f"{W}trPr/{W}trHeight") is None for row in rows[1:])


def test_a_table_too_wide_is_several_tables_with_the_first_column_in_each() -> None:
    tables = part(one(register(30))).findall(f".//{W}tbl")
    assert len(tables) == 3
    room = (215 - 50) * 1440 / 25.4
    for table in tables:
        assert sum(int(c.get(f"{W}w")) for c in table.iter(f"{W}gridCol")) <= room
        assert said(table.findall(f"{W}tr")[1].find(f"{W}tc")) == "1,5"
