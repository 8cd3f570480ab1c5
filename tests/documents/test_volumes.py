"""A large book in volumes: together they hold what the whole holds, each once, in order, and the first lists them."""

import io
from datetime import date
from itertools import pairwise

import pypdf
import pytest

from bodies import body
from probis.documents import Listed, Volume, buku, volumes, writer
from probis.documents._map_pages import crossing
from probis.documents._volumes import A_VOLUME, MOST, ROWS, packed, root_of
from probis.interchange import yaml
from probis.model import PetaProsesBisnis
from probis.paper import Figure, Heading, Table, plain, walk
from probis.paper.render.pdf import pages_of_headings, render

DAY = date(2026, 11, 24)


def model_of(size: int) -> PetaProsesBisnis:
    found = yaml.read(body(size)).nilai
    assert found is not None
    return found


@pytest.fixture(scope="module")
def large() -> PetaProsesBisnis:
    return model_of(MOST // 3 + 1)


def test_a_body_below_the_limit_is_one_book() -> None:
    small = model_of(3)
    assert volumes("buku", small, DAY) == ()
    assert volumes("keputusan", small, DAY) == ()


def test_every_lintas_fungsi_stands_in_one_volume_in_the_order_of_the_book(large: PetaProsesBisnis) -> None:
    found = volumes("buku", large, DAY)
    assert [volume.number for volume in found] == list(range(1, len(found) + 1))
    assert {volume.of for volume in found} == {len(found)}
    assert [id_ for volume in found for id_ in volume.maps] == [peta.id for peta in crossing(large)]
    assert max(len(volume.maps) for volume in found) <= A_VOLUME


def test_the_maps_of_a_process_stay_together_and_parts_are_about_even() -> None:
    model = model_of(20)
    parts = packed(model, crossing(model), 25)
    assert [len(part) for part in parts] == [21, 21, 18]
    for one, other in pairwise(parts):
        assert root_of(model, one[-1]) != root_of(model, other[0])
    assert [len(part) for part in packed(model, crossing(model)[:5], 2)] == [2, 1, 2]


def test_registers_and_findings_are_cut_by_rows_and_none_is_lost() -> None:
    counts = [("a", 700), ("b", 400), ("c", 300), ("d", 2000)]
    parts = list(buku._closing_volumes(counts, 2500))
    assert [part.registers for part in parts] == [("a", "b"), ("c",), ("d",), (), (), ()]
    assert max(part.findings[1] - part.findings[0] for part in parts) == ROWS
    covered = [n for part in parts for n in range(*part.findings)]
    assert covered == list(range(2500))
    assert [part.ends for part in parts] == [False] * (len(parts) - 1) + [True]


def test_together_the_volumes_hold_what_the_whole_holds(large: PetaProsesBisnis) -> None:
    whole = writer("buku")(large, pada=DAY)
    papers = [writer("buku")(large, pada=DAY, jilid=volume) for volume in volumes("buku", large, DAY)]
    figures = [block.picture for paper in papers for block in walk(paper) if isinstance(block, Figure)]
    assert figures == [block.picture for block in walk(whole) if isinstance(block, Figure)]

    def rows(paper: object) -> list[str]:
        tables = [block for block in walk(paper) if isinstance(block, Table)]  # type: ignore[arg-type]
        return [" | ".join(plain(cell.text) for cell in row.cells) for table in tables for row in table.body]

    assert sorted(row for paper in papers for row in rows(paper)) == sorted(rows(whole))
    names = {plain(block.text) for paper in papers for block in walk(paper) if isinstance(block, Heading)}
    assert names >= {plain(block.text) for block in walk(whole) if isinstance(block, Heading)}


def test_the_first_volume_lists_where_the_others_hold_what(large: PetaProsesBisnis) -> None:
    first, second, *_ = volumes("buku", large, DAY)
    paper = writer("buku")(large, pada=DAY, jilid=second)
    pages = pages_of_headings(paper, drawn=True)
    heads = [plain(block.text) for block in walk(paper) if isinstance(block, Heading)]
    data = render(paper)
    read = pypdf.PdfReader(io.BytesIO(data))
    for name, page in zip(heads[1:4], pages[1:4], strict=True):
        assert name in " ".join(read.pages[page - 1].extract_text().split())
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    listed = {second: (Listed(2, "BU-01.1 Penanganan", pages[1]),)}
    front = writer("buku")(large, pada=DAY, jilid=first, isi=listed)
    table = next(block for block in walk(front) if isinstance(block, Table))
    assert [plain(cell.text) for row in table.body for cell in row.cells] == [
        f"Jilid 2. {second.holds}",
        "BU-01.1 Penanganan",
        str(pages[1]),
    ]


def test_a_volume_says_which_it_is() -> None:
    assert Volume(2, 5, "Peta").name == "Jilid 2"
