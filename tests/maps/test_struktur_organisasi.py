"""Structure chart: heads by name, staff beside, owners noted, circles cut."""

from __future__ import annotations

import pytest

from drawing.layout.page_checks import check_page
from maps.small_body import BODY, small_body
from probis.drawing.medium import F4, SCREEN
from probis.drawing.scene import Shape, groups, texts
from probis.law.peraturan import JenisPeraturan
from probis.maps.struktur_organisasi import describe, draw
from probis.model import PetaProsesBisnis


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
        ("Sekretariat (staf)", 1),
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


def posts(**held: int) -> PetaProsesBisnis:
    """The body with posts, as many of them held as given."""
    jabatan: list[dict[str, object]] = [
        {"id": "camat", "nama": "Camat", "unit": "kec", "jenis": "pimpinan", "kepala": True, "bezetting": 1},
        {"id": "arsiparis", "nama": "Arsiparis", "unit": "kec", "jenis": "fungsional", "bezetting": 2, "kebutuhan": 3},
        {"id": "kasi", "nama": "Kepala Seksi", "unit": "seksi-satu", "jenis": "administrasi", "kepala": True},
        {"id": "analis", "nama": "Analis", "unit": "seksi-satu", "jenis": "fungsional", "bezetting": 1},
        {"id": "petugas", "nama": "Petugas", "unit": "regu", "bezetting": 0, "kebutuhan": 2},
    ]
    jabatan = [{**j, "bezetting": held[str(j["id"])]} if j["id"] in held else j for j in jabatan]
    return small_body(organisasi={**BODY["organisasi"], "jabatan": jabatan})


def test_functional_posts_of_the_body_stand_beside_those_of_units_within() -> None:
    (scene,) = draw(posts(), None, F4)
    found = {g.label: g for g in groups(scene) if g.role == "unit"}
    group = next(g for label, g in found.items() if label.startswith("Kelompok Jabatan Fungsional"))
    assert "Arsiparis, 2 dari 3 terisi" in [getattr(i, "text", "") for i in group.items]
    seksi = next(g for label, g in found.items() if label.startswith("Seksi Pelayanan"))
    assert "Analis, 1 orang" in [getattr(i, "text", "") for i in seksi.items]
    assert [i.form for i in seksi.items if isinstance(i, Shape)].count("diamond") == 1


def test_vacant_posts_are_marked_and_told() -> None:
    (scene,) = draw(posts(kasi=0), None, F4)
    words = [t.text for t in texts(scene)]
    assert {"Kepala Seksi: lowong", "Petugas: lowong", "Jabatan lowong"} <= set(words)
    rows = {row.cells[0]: row.cells for row in describe(posts(kasi=0), None).rows}
    assert rows["Seksi Pelayanan"][1] == "Kepala Seksi, lowong"
    assert rows["Regu Loket"][2] == "Petugas, lowong, perlu 2"


def test_many_vacant_posts_are_counted() -> None:
    many = [{"id": f"p{k}", "nama": f"Petugas {k}", "unit": "regu", "bezetting": 0} for k in range(9)]
    model = small_body(organisasi={**BODY["organisasi"], "jabatan": many})
    assert "9 jabatan lain lowong" in {t.text for s in draw(model, None, F4) for t in texts(s)}


def test_staff_with_units_below_it_stands_beside_the_trunk() -> None:
    units = [*BODY["organisasi"]["unit"], {"id": "umum", "nama": "Subbagian Umum", "induk": "sekretariat"}]
    (scene,) = draw(small_body(organisasi={**BODY["organisasi"], "unit": units}), None, F4)
    box = {g.ref: g.items[0] for g in groups(scene) if g.role == "unit" and isinstance(g.items[0], Shape)}
    assert box["unit/kec"].y < box["unit/sekretariat"].y < box["unit/umum"].y < box["unit/seksi-satu"].y


@pytest.mark.parametrize(("parts", "each"), [(4, 14), (7, 8), (12, 4), (20, 2), (30, 1)])
def test_sixty_units_stand_on_one_page(parts: int, each: int) -> None:
    units = [{"id": "kec", "nama": "Badan Contoh"}]
    for k in range(parts):
        units.append({"id": f"b{k}", "nama": f"Bidang Pembinaan Urusan {k}", "induk": "kec"})
        units.extend({"id": f"b{k}s{i}", "nama": f"Subbidang Pengendalian {i}", "induk": f"b{k}"} for i in range(each))
    scenes = draw(small_body(organisasi={**BODY["organisasi"], "unit": units, "jabatan": []}), None, F4)
    assert len(scenes) == 1
    check_page(scenes[0])
    assert len({g.ref for g in groups(scenes[0]) if g.role == "unit"}) == len(units)
