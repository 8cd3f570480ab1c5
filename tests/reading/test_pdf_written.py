"""The decree and the SOP that Probis writes as PDF come back: clauses, items, headings, and tables by the cell."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from pdf_measure import shares

import bodies
from bodies import example
from probis.documents import writer
from probis.paper.paper import Paper
from probis.paper.render import pdf
from probis.reading.blocks import blocks
from probis.reading.document import Document, Kind
from probis.reading.formats import read
from probis.reading.quotations import quoted
from probis.reading.sections import Bagian

ROOT = Path(__file__).parents[2]
EXAMPLES = ("biro-organisasi-ntt", "kecamatan-telaga-arum")


@pytest.fixture(scope="module", params=EXAMPLES)
def decree(request: pytest.FixtureRequest) -> tuple[Paper, Document]:
    paper = bodies.decree(request.param)
    return paper, read("k.pdf", pdf.render(paper))


def test_clauses_items_headings_and_cells_come_back_whole(decree: tuple[Paper, Document]) -> None:
    found = shares(*decree)
    for kind, (right, all_, lost) in found.items():
        print(f"{kind}: {right}/{all_}", lost[:5])
    assert found["sel"][1] > 50 and found["butir"][1] > 20
    for kind in ("klausul", "butir", "sel"):
        assert found[kind][0] >= 0.99 * found[kind][1], found[kind][2]
    right = sum(each[0] for each in found.values())
    assert right >= 0.985 * sum(each[1] for each in found.values()), found


def test_each_map_is_a_picture_and_its_words_are_noise(decree: tuple[Paper, Document]) -> None:
    document = decree[1]
    prose = "\n".join(line.text for line in document.lines if line.kind is Kind.TEXT)
    assert sum(line.kind is Kind.PICTURE for line in document.lines) >= 8
    labels = [each.text for each in document.noise if each.what == "tulisan pada bagan"]
    assert sum(map(len, labels)) > 2000
    for word in ("PEMASOK", "PELANGGAN"):
        assert word not in prose and any(word in text for text in labels)


def test_page_numbers_are_noise_and_nowhere_in_the_text(decree: tuple[Paper, Document]) -> None:
    document = decree[1]
    assert sum(each.what == "nomor halaman" for each in document.noise) >= 10
    assert not [line.text for line in document.lines if line.text.startswith("- ") and line.text.endswith(" -")]


def test_the_parts_of_the_decree_are_told(decree: tuple[Paper, Document]) -> None:
    told = {section.bagian for section in quoted(decree[1]).sections}
    assert {Bagian.MENIMBANG, Bagian.MENGINGAT, Bagian.DIKTUM, Bagian.PENUTUP, Bagian.KEPALA_LAMPIRAN} <= told


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_sop_comes_back_with_its_steps_performers_and_repeated_heads_once(name: str) -> None:
    whole = example(name)
    lintas = whole.lintas_fungsi[0]
    document = read("sop.pdf", pdf.render(writer("sop")(whole, lintas.id)))
    heads = [line for line in document.lines if any(c.text == "Kegiatan" and c.header for c in line.cells)]
    assert len(heads) == 1
    table = [line for line in document.lines if line.table == heads[0].table]
    numbered = [line for line in table if line.cells[0].text.rstrip(".").isdigit()]
    assert [int(line.cells[0].text.rstrip(".")) for line in numbered] == list(range(1, len(numbered) + 1))
    for line in numbered:
        assert sum(cell.text[:1] in ("□", "◇", "○") for cell in line.cells[2:]) == 1, line.text
    assert all("Kegiatan" not in block.text for block in blocks(document.lines) if block.kind is Kind.TEXT)
