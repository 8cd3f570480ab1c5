"""Structure chart: heads by name, staff beside, owners noted, circles cut."""

from __future__ import annotations

from maps.small_body import BODY, small_body
from probis.drawing.medium import F4, SCREEN
from probis.drawing.scene import groups, texts
from probis.law.peraturan import JenisPeraturan
from probis.maps.struktur_organisasi import describe, draw


def test_the_head_gives_the_top_box_its_name() -> None:
    (scene,) = draw(small_body(), None, SCREEN)
    assert "Camat Contoh" in {t.text for t in texts(scene)}


def test_owners_are_noted_and_proposals_told() -> None:
    (scene,) = draw(small_body(), None, F4)
    found = {t.text for t in texts(scene)}
    assert "pemilik 01" in found and "pemilik usulan 02" in found
    assert "Berisi unsur usulan" in found


def test_the_text_is_an_indented_list() -> None:
    rows = describe(small_body(), None).rows
    assert [(r.cells[0], r.level) for r in rows] == [
        ("Kecamatan Contoh", 0),
        ("Sekretariat", 1),
        ("Seksi Pelayanan", 1),
        ("Regu Loket", 2),
        ("Seksi Pemerintahan", 1),
    ]


def test_units_in_a_circle_are_all_drawn() -> None:
    circle = [{"id": "a", "nama": "Unit A", "induk": "b"}, {"id": "b", "nama": "Unit B", "induk": "a"}]
    model = small_body(organisasi={**BODY["organisasi"], "unit": circle})
    scenes = draw(model, None, F4)
    assert {g.ref for s in scenes for g in groups(s) if g.role == "unit"} == {"unit/a", "unit/b"}
    assert len(describe(model, None).rows) == 2


def test_basis_is_a_fact_of_the_head() -> None:
    rule = {"id": "perda", "jenis": JenisPeraturan.PERKADA, "nomor": "1", "tahun": 2019, "tentang": "Susunan"}
    model = small_body(peraturan=[rule], organisasi={**BODY["organisasi"], "dasar": ["perda"]})
    assert "Dasar" in {t.text for s in draw(model, None, F4) for t in texts(s)}
