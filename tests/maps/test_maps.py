"""The family of maps: found by file name, drawn on every medium for every subject of any model, told as text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

import strategies
from bodies import body
from drawing.layout.page_checks import check_page
from maps.small_body import BODY, small_body
from probis.drawing.medium import A3, A4, F4, SCREEN, Medium
from probis.drawing.render.svg import svg
from probis.drawing.scene import Scene, dump, groups, texts
from probis.interchange.yaml import read
from probis.maps import Map, MapText, UnknownSubject, all_maps, find_map
from probis.model import PetaProsesBisnis

OWN = ("peta-proses", "peta-sub-proses", "peta-relasi", "peta-relasi-matriks", "struktur-organisasi", "penjabaran-visi")


def grown(size: int) -> PetaProsesBisnis:
    value = read(body(size)).nilai
    assert value is not None
    return value


def drawn(model: PetaProsesBisnis, medium: Medium) -> list[tuple[Map, str | None, tuple[Scene, ...]]]:
    return [(m, s.id, m.draw(model, s.id, medium)) for m in all_maps() for s in m.subjects(model)]


def test_the_files_are_the_family() -> None:
    assert [m.slug for m in all_maps()] == [
        "peta-proses",
        "peta-sub-proses",
        "peta-relasi",
        "peta-relasi-matriks",
        "peta-lintas-fungsi",
        "struktur-organisasi",
        "penjabaran-visi",
    ]
    assert find_map("peta-relasi") is all_maps()[2] and find_map("peta-buta") is None
    assert all(m.title for m in all_maps())


@pytest.mark.parametrize("found", all_maps(), ids=lambda m: m.slug)
def test_an_unknown_subject_is_told_in_the_users_words(found: Map) -> None:
    with pytest.raises(UnknownSubject, match="tidak dapat digambar"):
        found.draw(small_body(), "tidak-ada", F4)
    with pytest.raises(UnknownSubject, match="“tidak-ada”"):
        found.describe(small_body(), "tidak-ada")


def test_an_empty_body_has_nothing_to_draw() -> None:
    empty = PetaProsesBisnis.model_validate({"instansi": BODY["instansi"]})
    assert all(m.subjects(empty) == () for m in all_maps())


@pytest.mark.parametrize("medium", [F4, A4, A3, A4.turned, SCREEN], ids=lambda m: f"{m.name}-{m.width:.0f}")
def test_every_page_holds(medium: Medium) -> None:
    for found, subject, scenes in drawn(small_body(), medium):
        assert scenes, found.slug
        for scene in scenes:
            if not medium.continuous:
                assert (scene.width, scene.height) == (medium.width, medium.height)
            wide = medium.continuous or medium.width > 700  # a legend of seven columns is too tight on less
            check_page(scene, overlaps=found.slug in OWN and wide)
            assert svg(scene).startswith("<svg"), subject


def test_every_address_and_link_leads_somewhere() -> None:
    model = small_body()
    subjects = {f"{m.slug}/{s.id}" for m in all_maps() for s in m.subjects(model)}
    known = {address for address, _ in model.unsur()}
    linked = set()
    for found, _, scenes in drawn(model, SCREEN):
        for group in (g for scene in scenes for g in groups(scene)):
            if group.ref and not group.ref.endswith(("hilang", "hantu", "entah", "antah")):
                assert group.ref in known, (found.slug, group.ref)
            if group.link:
                assert group.link in subjects, group.link
                linked.add(group.link)
    assert {"peta-sub-proses/layanan", "peta-lintas-fungsi/penerbitan"} <= linked


def test_nodes_say_what_they_are() -> None:
    for found, _, scenes in drawn(small_body(), SCREEN):
        for group in (g for scene in scenes for g in groups(scene)):
            if group.role in ("process", "party", "unit", "node"):
                assert group.label.strip(), found.slug


def test_the_same_model_gives_the_same_scenes() -> None:
    for (_, _, one), (_, _, two) in zip(drawn(small_body(), F4), drawn(small_body(), F4), strict=True):
        assert [dump(s) for s in one] == [dump(s) for s in two]


def test_the_order_of_flows_means_nothing() -> None:
    turned = small_body(
        aliran=BODY["aliran"][::-1], hubungan=BODY["hubungan"][::-1], penjelasan=BODY["penjelasan"][::-1]
    )
    for (_, _, one), (_, _, two) in zip(drawn(small_body(), F4), drawn(turned, F4), strict=True):
        assert [dump(s) for s in one] == [dump(s) for s in two]


def test_the_text_has_a_cell_for_every_head() -> None:
    model = small_body()
    for found in all_maps():
        for subject in found.subjects(model):
            told = found.describe(model, subject.id)
            assert isinstance(told, MapText) and told.title and told.rows
            assert all(len(row.cells) == len(told.head) for row in told.rows)


def test_the_foot_tells_the_standing() -> None:
    scenes = all_maps()[0].draw(small_body(), None, F4)
    assert "Berisi unsur usulan" in {t.text for t in texts(scenes[0])}
    sure = [a for a in BODY["aliran"] if "sumber" not in a]
    scenes = all_maps()[0].draw(small_body(aliran=sure), None, F4)
    assert "Konsep" in {t.text for t in texts(scenes[0])}


@pytest.mark.parametrize("size", [1, 12, 30])
def test_bodies_of_any_size_stay_on_their_pages(size: int) -> None:
    model = grown(size)
    for slug in ("peta-proses", "peta-relasi", "struktur-organisasi"):
        found = find_map(slug)
        assert found is not None
        scenes = found.draw(model, None, F4)
        for scene in scenes:
            check_page(scene)
        shown = {g.ref for s in scenes for g in groups(s) if g.role == "process"}
        if slug != "struktur-organisasi":
            assert {f"proses/{p.id}" for p in model.anak(None)} <= shown


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategies.peta())
def test_any_model_can_be_drawn_and_told(model: PetaProsesBisnis) -> None:
    for found in all_maps():
        for subject in found.subjects(model):
            assert found.describe(model, subject.id).title
            if found.slug in OWN:
                for medium in (F4, SCREEN):
                    for scene in found.draw(model, subject.id, medium):
                        svg(scene)
