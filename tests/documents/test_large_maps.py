"""The annex lays a large map on the larger sheet that the profile allows, between pages of the usual size."""

from __future__ import annotations

from datetime import date

from maps.wide_body import wide_body
from probis.documents import writer
from probis.drawing.medium import mm
from probis.paper import Figure


def test_a_large_map_has_a_larger_page_and_the_others_their_own() -> None:
    made = writer("keputusan")(wide_body(seed=2, larger="A3"), None, pada=date(2026, 11, 24))
    figures = [(s.page, b) for s in made.sections for b in s.blocks if isinstance(b, Figure)]
    sizes = {page.size_mm for page, _ in figures if page.landscape}
    assert (420.0, 297.0) in sizes
    assert {s.page.size_mm for s in made.sections if not s.page.landscape} == {(215.0, 330.0)}
    for page, figure in figures:
        width, height = page.inner_mm
        assert figure.picture.scene.width <= mm(width) + 0.5 and figure.picture.scene.height <= mm(height) + 0.5


def test_without_a_larger_sheet_all_maps_lie_on_the_usual_one() -> None:
    made = writer("keputusan")(wide_body(20, 20, 20, 40, seed=2), None, pada=date(2026, 11, 24))
    assert {tuple(sorted(s.page.size_mm)) for s in made.sections} == {(215.0, 330.0)}
