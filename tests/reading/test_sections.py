"""A document falls into its sections, whatever the body and however its pages are mixed."""

import pytest

from probis.reading.sections import Bagian
from reading.decrees import NTT, PERBUP, text


def shape(content: str) -> list[tuple[str, int, str]]:
    return [(str(each.bagian), each.copy, each.blocks[0].printed[:24]) for each in text(content).sections]


def test_a_regulation_with_articles_and_two_annexes() -> None:
    assert [(bagian, begins) for bagian, _, begins in shape(PERBUP)] == [
        ("kepala", "BUPATI SUMBER JAYA PROVI"),
        ("menimbang", "Menimbang"),
        ("mengingat", "Mengingat"),
        ("diktum", "MEMUTUSKAN:"),
        ("batang-tubuh", "BAB I"),
        ("penutup", "Agar setiap orang menget"),
        ("kepala-lampiran", "LAMPIRAN I PERATURAN BUP"),
        ("arah", "VISI DAN MISI"),
        ("kepala-lampiran", "LAMPIRAN II PERATURAN BU"),
        ("peta-proses", "PETA PROSES"),
        ("penutup", "BUPATI SUMBER JAYA,"),
    ]
    assert all(copy == 0 for _, copy, _ in shape(PERBUP))


def test_every_block_is_in_exactly_one_section() -> None:
    read = text(PERBUP)
    assert tuple(block for section in read.sections for block in section.blocks) == read.blocks


@pytest.mark.skipif(not NTT.is_file(), reason="the shared decree is not here")
def test_the_page_left_in_the_decree_is_told_with_its_first_lines() -> None:
    sections = text(NTT.read_text()).sections
    assert [(each.bagian, each.copy, each.blocks[0].first) for each in sections if each.copy][:4] == [
        (Bagian.MENGINGAT, 1, 362),
        (Bagian.DIKTUM, 1, 364),
        (Bagian.PENUTUP, 1, 377),
        (Bagian.TEMBUSAN, 1, 388),
    ]
    assert [(each.blocks[0].first, each.copy) for each in sections][-3:] == [(388, 1), (393, 1), (397, 1)]
    last = next(each for each in sections if each.blocks[0].first == 356)
    assert (last.bagian, last.copy) == (Bagian.PENUTUP, 0)
    assert [each.bagian for each in sections][:7] == [
        Bagian.KEPALA,
        Bagian.MENIMBANG,
        Bagian.MENGINGAT,
        Bagian.DIKTUM,
        Bagian.PENUTUP,
        Bagian.TEMBUSAN,
        Bagian.KEPALA_LAMPIRAN,
    ]
