"""The real maps in the annex: at their own size, without a head of their own, safe with any name."""

from dataclasses import replace

import pytest

from documents.bodies import bare, whole
from probis.documents import _pictures, writer
from probis.documents._pictures import Sheet, drawn
from probis.drawing.medium import F4, mm
from probis.drawing.scene import Group, Scene, Shape, groups, texts
from probis.drawing.scene import Text as Line
from probis.maps import find_map
from probis.paper import Figure, Paper, Picture
from probis.paper.render import pdf


@pytest.fixture(scope="module")
def paper() -> Paper:
    return writer("keputusan")(whole())


def test_maps_stand_at_their_own_size_without_a_head_of_their_own(paper: Paper) -> None:
    figures = [(s.page, b) for s in paper.sections for b in s.blocks if isinstance(b, Figure)]
    assert figures
    for page, figure in figures:
        assert isinstance(figure.picture, Picture)
        width, height = figure.picture.size_mm
        assert width <= page.inner_mm[0] + 0.1
        assert height <= page.inner_mm[1] - 9
        assert not {group.role for group in groups(figure.picture.scene)} & {"head", "foot"}
        assert min((line.size for line in texts(figure.picture.scene)), default=7) >= 7
        assert figure.picture.words


def test_every_kind_of_map_is_there(paper: Paper) -> None:
    figures = [b for s in paper.sections for b in s.blocks if isinstance(b, Figure)]
    assert len(figures) >= 5
    assert pdf.render(paper).startswith(b"%PDF")


def test_nothing_to_draw_is_no_picture() -> None:
    assert drawn(bare(), "peta-proses", None, Sheet(280, 160), {}) == ()
    assert drawn(whole(), "peta-sub-proses", "tidak-ada", Sheet(280, 160), {}) == ()
    assert drawn(whole(), "peta-yang-tidak-ada", None, Sheet(280, 160), {}) == ()


def test_head_and_foot_go_and_the_legend_follows_the_drawing() -> None:
    scene = Scene(
        400,
        300,
        "Peta",
        items=(
            Group((Line(0, 20, "kepala", 10),), "head"),
            Shape("rect", 0, 48, 100, 50),
            Line(0, 200, "Keterangan", 7),
            Group((Line(0, 210, "catatan", 7),), "note"),
            Group((Line(0, 280, "Simbol", 7),), "legend"),
            Group((Line(0, 295, "kaki", 7),), "foot"),
        ),
    )
    bare_scene = _pictures._bare(scene, replace(F4, width=400.0, margin_side=0.0))
    assert [line.text for line in texts(bare_scene)] == ["Keterangan", "catatan", "Simbol"]
    box = bare_scene.items[0]
    assert isinstance(box, Shape)
    assert (box.x, box.y, box.height) == (1, 1, 50)  # room for half a stroke
    note, _, legend = texts(bare_scene)
    assert note.y - note.size == pytest.approx(63)
    assert legend.y - note.y == pytest.approx(80)
    assert bare_scene.height == pytest.approx(legend.y + 7 * 0.3 + 2)


def test_the_annex_shows_the_drawing_of_the_sheet_where_it_fits() -> None:
    model, place = whole(), Sheet(310, 175)
    sheets = {("peta-relasi", None): find_map("peta-relasi").draw(model, None, F4)}  # type: ignore[union-attr]
    given = drawn(model, "peta-relasi", None, place, sheets)
    assert given == drawn(model, "peta-relasi", None, place, {})
    assert next(line.text for line in texts(given[0].scene)) in [
        line.text for line in texts(sheets["peta-relasi", None][0])
    ]
    small = drawn(model, "peta-relasi", None, Sheet(150, 175), sheets)
    assert all(picture.scene.width <= mm(150) + 0.5 for picture in small)
