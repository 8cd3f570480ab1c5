"""PDF read back: structure, fonts, language, bookmarks, literal text, the same bytes."""

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from paper.render.printed import signs, sizes, words
from paper.render.samples import EMPTY_BLOCKS, EVIL, LONG, everything, long_table, register
from probis.paper import Align, Cell, Column, Heading, Page, Paper, Paragraph, Row, Section, Signature, Table, text
from probis.paper.render import pdf

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf.render(everything())


def squeezed(value: str) -> str:
    return re.sub(r"\s", "", value)


def one(*blocks: object, **fields: object) -> bytes:
    return pdf.render(Paper("Uji", date(2020, 1, 1), (Section(blocks),), **fields))  # type: ignore[arg-type]


def test_only_our_two_fonts_are_embedded(made: bytes) -> None:
    names = set()
    for page in PdfReader(io.BytesIO(made)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            base = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = base["/FontDescriptor"]
            assert any(key in descriptor for key in ("/FontFile2", "/FontFile3"))
            names.add(re.sub(r"^/[A-Z]+\+", "", base["/BaseFont"]).split("-")[0])
    assert names == {"TeXGyreBonum", "Inter"}


def test_language_title_date_and_standards(made: bytes) -> None:
    reader = PdfReader(io.BytesIO(made))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "id"
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value
    assert reader.metadata is not None
    assert reader.metadata.title == "Judul & <uji>"
    assert "20200814" in str(reader.metadata.creation_date_raw)
    xmp = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp


def test_bookmarks_keep_depth_and_number(made: bytes) -> None:
    found: list[tuple[int, str]] = []

    def collect(items: list[object], depth: int) -> None:
        for item in items:
            if isinstance(item, list):
                collect(item, depth + 1)
            else:
                found.append((depth, item.title))  # type: ignore[attr-defined]

    collect(PdfReader(io.BytesIO(made)).outline, 0)
    assert found == [(0, "KEPUTUSAN GUBERNUR NOMOR 1"), (1, "I. Visi"), (2, "A. Lompat jauh"), (1, "PETA BO-01")]


def structure(data: bytes) -> list[dict[str, object]]:
    """All structure elements of the tag tree."""
    found: list[dict[str, object]] = []
    stack = [PdfReader(io.BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]]
    while stack:
        node = stack.pop().get_object()
        if isinstance(node, list):
            stack.extend(reversed(node))
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                stack.append(node["/K"])
    return found


def test_pictures_have_words_and_lists_and_tables_are_tagged(made: bytes) -> None:
    tags = structure(made)
    assert [str(tag["/Alt"]) for tag in tags if "/Alt" in tag] == [
        "Lambang negara",
        "Peta proses dengan tujuh proses",
        "Peta proses dengan tujuh proses",
    ]
    kinds = {str(tag["/S"]) for tag in tags}
    assert {"/H1", "/H2", "/H3", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TH", "/TD", "/Figure"} <= kinds


def test_user_text_is_never_markup(made: bytes) -> None:
    assert squeezed(EVIL) in squeezed(words(made))
    assert squeezed(LONG) in squeezed(words(made))


def test_a_word_that_fits_is_not_divided() -> None:
    assert (
        "\u00ad" not in PdfReader(io.BytesIO(one(Paragraph(text("pertanggungjawaban " * 40))))).pages[0].extract_text()
    )


def test_nothing_crosses_the_margins() -> None:
    rows = tuple(Row((Cell(text(LONG * 3)), Cell(text("x" * 250)), Cell(text(EVIL)))) for _ in range(3))
    data = one(Table((Column(), Column(width_mm=20), Column()), rows), Paragraph(text(LONG * 5)))
    page = Page()
    left, right = page.left_mm * 72 / 25.4, (page.width_mm - page.right_mm) * 72 / 25.4
    places = [place for _, place in signs(data)]
    assert len(places) > 1000
    assert all(a >= left - 0.5 and b <= right + 0.5 for a, _, b, _ in places)


def test_the_head_of_a_table_comes_again_on_each_page() -> None:
    pages = PdfReader(io.BytesIO(one(long_table(40)))).pages
    assert len(pages) > 2
    for page in pages[:-1]:
        assert "Visi : maju" in page.extract_text()
        assert "SASARAN" in page.extract_text()


def test_the_number_stands_on_every_page_but_the_first(made: bytes) -> None:
    pages = PdfReader(io.BytesIO(made)).pages
    assert "- 1 -" not in pages[0].extract_text()
    for n, page in enumerate(pages[1:], 2):
        assert f"- {n} -" in page.extract_text()


def test_landscape_section_lies(made: bytes) -> None:
    box = PdfReader(io.BytesIO(made)).pages[-1].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (935, 609)


def test_a_signature_never_stands_alone() -> None:
    from probis.paper import Clause, Clauses

    clauses = Clauses(tuple(Clause(text(f"K{n}"), (Paragraph(text("kata " * 60)),)) for n in range(7)))
    for lines in range(1, 40, 3):
        filler = Paragraph(text("\n".join("baris" for _ in range(lines))))
        pages = PdfReader(io.BytesIO(one(filler, clauses, Signature((text("Ditetapkan"),), text("NAMA"))))).pages
        assert "kata" in pages[-1].extract_text()


@pytest.mark.parametrize("block", EMPTY_BLOCKS, ids=lambda b: type(b).__name__)
def test_empty_parts_are_no_crash(block: object) -> None:
    assert one(block).startswith(b"%PDF")


def test_a_paper_of_nothing() -> None:
    assert pdf.render(Paper("", date(2020, 1, 1), ())).startswith(b"%PDF")


def test_a_sign_that_no_font_holds_is_a_box() -> None:
    assert "Kantor □□ baik" in words(one(Heading(text("Kantor 日本 baik"))))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=200))
def test_any_text_can_be_printed(name: str, words: str) -> None:
    row = Row((Cell(text(words)), Cell(text(name))))
    blocks = (
        Heading(text(name), 1, "I."),
        Heading(text(words), 2, align=Align.CENTER),
        Paragraph(text(words)),
        Table((Column(), Column(width_mm=20)), (row,), (row,)),
    )
    assert one(*blocks).startswith(b"%PDF")


SCRIPT = """
import hashlib, sys
from paper.render.printed import signs, sizes, words
from paper.render.samples import everything
from probis.paper.render import html, pdf
paper = everything()
print(hashlib.sha256(pdf.render(paper) + html.page(paper).encode()).hexdigest())
"""


def test_same_bytes_whatever_the_machine(tmp_path: Path) -> None:
    sums = set()
    for zone, locale, seed, folder in (
        ("UTC", "C", "0", ROOT),
        ("Asia/Makassar", "id_ID.UTF-8", "1", tmp_path),
        ("America/Lima", "tr_TR.UTF-8", "4242", Path("/")),
    ):
        env = os.environ | {
            "TZ": zone,
            "LC_ALL": locale,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests"))),
        }
        done = subprocess.run([sys.executable, "-c", SCRIPT], env=env, cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        sums.add(done.stdout)
    assert len(sums) == 1


def test_the_date_is_in_the_bytes(made: bytes) -> None:
    assert pdf.render(replace(everything(), date=date(2021, 1, 1))) != made


def test_preview_gives_a_png_a_page(made: bytes) -> None:
    pages = pdf.render_png(everything(), ppi=30)
    assert len(pages) == len(PdfReader(io.BytesIO(made)).pages)
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_a_table_too_wide_comes_in_parts_and_its_turned_heads_stand_whole_on_the_page() -> None:
    data = one(register(30))
    printed = squeezed(words(data))
    for n in range(1, 29):
        assert f"{n}{squeezed(EVIL) if n % 2 else LONG}" in printed
    assert printed.count("1,5") == 3 and "Bagian3dari3" in printed
    assert min(sizes(data)) >= 7
    width, height = (side * 72 / 25.4 for side in Page().size_mm)
    assert all(0 < a < c < width and 0 < b < d < height for _, (a, b, c, d) in signs(data))
