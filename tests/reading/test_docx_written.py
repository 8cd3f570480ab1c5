"""The decree that Probis itself writes as DOCX comes back: its body as paragraphs, its tables as rows, its maps."""

from pathlib import Path

import pytest

import bodies
from probis.paper.render import docx
from probis.reading.blocks import Block, Label, blocks
from probis.reading.document import Document, Kind
from probis.reading.formats import read
from probis.reading.sections import Bagian, sections

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def decree() -> Document:
    return read("k.docx", docx.render(bodies.decree("biro-organisasi-ntt")))


def of(document: Document, bagian: Bagian) -> list[Block]:
    return [
        block for section in sections(blocks(document.lines)) if section.bagian is bagian for block in section.blocks
    ]


def test_the_considerations_and_bases_are_paragraphs_with_their_labels(decree: Document) -> None:
    assert [(b.label, b.text[:6]) for b in of(decree, Bagian.MENIMBANG)] == [
        ("", "Menimb"),
        ("a.", "bahwa "),
        ("b.", "bahwa "),
        ("c.", "bahwa "),
    ]
    assert [b.label for b in of(decree, Bagian.MENGINGAT)][:5] == ["", "1.", "2.", "3.", "4."]


def test_the_dicta_come_back_with_their_items(decree: Document) -> None:
    found = [(b.counts, b.label) for b in of(decree, Bagian.DIKTUM) if b.label]
    assert found == [
        (Label.DIKTUM, "KESATU"),
        (Label.DIKTUM, "KEDUA"),
        (Label.DIKTUM, "KETIGA"),
        (Label.LETTER, "a."),
        (Label.LETTER, "b."),
        (Label.LETTER, "c."),
        (Label.LETTER, "d."),
        (Label.DIKTUM, "KEEMPAT"),
    ]


def test_the_table_of_the_cascade_keeps_its_columns_and_what_is_merged(decree: Document) -> None:
    rows = [line for line in decree.lines if line.kind is Kind.ROW]
    head = next(row for row in rows if [cell.text for cell in row.cells] == ["NO", "MISI", "TUJUAN", "SASARAN"])
    assert all(cell.header for cell in head.cells)
    first = next(row for row in rows if row.number == head.number + 1)
    assert [cell.column for cell in first.cells] == [0, 1, 2, 3]
    assert first.cells[0].rows > 1
    following = next(row for row in rows if row.number == head.number + 2)
    assert [cell.column for cell in following.cells] == [3]


def test_the_pictures_of_the_maps_stand_at_their_lines(decree: Document) -> None:
    kinds = {line.number: line.kind for line in decree.lines}
    assert len(decree.pictures) > 20
    assert all(kinds[picture.line] is Kind.PICTURE for picture in decree.pictures)
    assert {picture.media for picture in decree.pictures} == {"image/png"}


def test_the_running_head_is_noise_once(decree: Document) -> None:
    assert [noise.what for noise in decree.noise].count("kepala halaman") <= 1
