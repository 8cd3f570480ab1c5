"""A wall sheet shows its map whole, as large as the sheet allows, and its types grow with it."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from bodies import body, example
from probis.drawing.medium import F4, mm
from probis.drawing.render.pdf import pdf
from probis.drawing.render.svg import svg
from probis.drawing.scene import texts
from probis.interchange import yaml
from probis.maps import WALLS_MM, find_map, on_wall
from probis.model import PetaProsesBisnis
from probis.paper import Picture

EXAMPLES = Path(__file__).parents[2] / "examples"


def model(size: int) -> PetaProsesBisnis:
    found = yaml.read(body(size)).nilai
    assert found is not None
    return found


@pytest.mark.parametrize("size", WALLS_MM)
@pytest.mark.parametrize("slug", ["peta-proses", "peta-relasi", "peta-lintas-fungsi"])
def test_the_sheet_has_its_size_and_one_page(slug: str, size: str) -> None:
    kind = find_map(slug)
    assert kind is not None
    one = model(2)
    subject = kind.subjects(one)[0].id
    scenes = on_wall(kind, one, subject, size)
    assert len(scenes) == 1
    box = pypdf.PdfReader(io.BytesIO(pdf(scenes))).pages[0].mediabox
    assert float(box.width) == pytest.approx(mm(WALLS_MM[size][0]), abs=1)
    assert float(box.height) == pytest.approx(mm(WALLS_MM[size][1]), abs=1)
    assert Picture(scenes[0]).size_mm == pytest.approx(WALLS_MM[size], abs=0.5)


def test_types_are_larger_than_on_the_bodys_own_sheet() -> None:
    kind = find_map("peta-lintas-fungsi")
    assert kind is not None
    one = model(2)
    subject = kind.subjects(one)[0].id
    wall, usual = on_wall(kind, one, subject, "A1")[0], kind.draw(one, subject, F4)[0]
    assert min(t.size for t in texts(wall)) * wall.scale > 1.5 * min(t.size for t in texts(usual))
    assert wall == on_wall(kind, one, subject, "A1")[0]


def test_enlarging_changes_the_size_and_nothing_inside() -> None:
    kind = find_map("peta-proses")
    assert kind is not None
    scene = kind.draw(model(1), None, F4)[0]
    once, twice = svg(scene), svg(replace(scene, scale=2.0))
    assert once.split("\n", 1)[1] == twice.split("\n", 1)[1]
    wide = [float(re.search(r'width="([\d.]+)pt"', drawn)[1]) for drawn in (once, twice)]  # type: ignore[index]
    assert wide[1] == pytest.approx(2 * wide[0], abs=0.1)


@pytest.mark.parametrize("folder", ["biro-organisasi-ntt", "kecamatan-telaga-arum"])
def test_on_the_largest_sheet_a_lintas_fungsi_hangs_in_one_piece(folder: str) -> None:
    kind = find_map("peta-lintas-fungsi")
    one = example(folder)
    assert kind is not None
    largest = sorted(one.lintas_fungsi, key=lambda peta: -len(peta.simpul))[:3]
    for peta in largest:
        (scene,) = on_wall(kind, one, peta.id, "A1")
        assert "connector" not in scene.symbols
