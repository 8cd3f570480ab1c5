"""Penjabaran visi: every element at its place, processes under the lowest they serve, gaps marked and told."""

from __future__ import annotations

from maps.small_body import BODY, USULAN, small_body
from probis.drawing.medium import F4, SCREEN
from probis.drawing.scene import Shape, groups, texts
from probis.maps.penjabaran_visi import describe, draw, subjects

ARAH = {
    "visi": {"id": "v", "bunyi": "Kecamatan yang melayani"},
    "misi": [{"id": "m1", "bunyi": "Misi satu"}, {"id": "m2", "bunyi": "Misi dua"}],
    "tujuan": [{"id": "t1", "bunyi": "Tujuan satu", "misi": "m1"}, {"id": "t2", "bunyi": "Tujuan lepas"}],
    "sasaran": [
        {"id": "s1", "bunyi": "Sasaran satu", "tujuan": "t1"},
        {"id": "s2", "bunyi": "Sasaran dua", "tujuan": "t1", "sumber": USULAN},
        {"id": "s3", "bunyi": "Sasaran lepas", "tujuan": "entah"},
    ],
    "area": [{"id": "ar", "nama": "Tata laksana"}],
}
SERVES = {"layanan": ["s1", "t1", "m1"], "layanan-a": ["s1"], "layanan-b": ["s3"], "pembinaan": ["m1"], "arsip": ["ar"]}


def body(**arah: object) -> object:
    processes = [{**p, "melayani": SERVES.get(p["id"], [])} for p in BODY["proses"]]
    return small_body(arah={**ARAH, **arah}, proses=processes)


def test_a_body_without_direction_has_nothing_to_draw() -> None:
    assert subjects(small_body()) == () and len(subjects(body())) == 1


def test_a_process_stands_under_the_lowest_it_serves() -> None:
    (scene,) = draw(body(), None, SCREEN)
    found = [g.ref for g in groups(scene) if g.role == "process"]
    # once under s1, not again under t1 and m1; its part that serves s1, too, stands within it; the other serves s3
    assert found.count("proses/layanan") == 1
    assert "proses/layanan-a" not in found and found.count("proses/layanan-b") == 1
    assert found.count("proses/pembinaan") == 1


def test_gaps_are_dotted_and_named() -> None:
    (scene,) = draw(body(), None, SCREEN)
    dotted = {g.label for g in groups(scene) if isinstance(g.items[0], Shape) and g.items[0].dash == "unknown"}
    assert dotted == {
        "Belum ada proses: Sasaran dua.",
        "Belum ada tujuan: Misi dua.",
        "Belum ada sasaran: Tujuan lepas.",
        "Tujuan yang belum terkait dengan misi.",
        "Sasaran yang belum terkait dengan tujuan.",
        "Proses yang belum terkait dengan sasaran.",
    }
    labels = {g.label for g in groups(scene) if g.role == "process"}
    assert "Arsip. melayani area Tata laksana." in labels and "Mutu. belum melayani apa pun." in labels


def test_what_others_answer_for_is_no_gap() -> None:
    (scene,) = draw(body(dilayani=["s1"]), None, SCREEN)
    words = {t.text for t in texts(scene)}
    assert "Belum ada proses" not in words and "Belum ada tujuan" not in words
    weights = {t.text: t.weight for t in texts(scene)}
    assert weights["Sasaran satu"] == 600 and weights["Sasaran dua"] == 400


def test_the_text_holds_the_same() -> None:
    rows = {row.cells[1]: row for row in describe(body(), None).rows}
    assert [rows[n].level for n in ("Kecamatan yang melayani", "Misi satu", "Tujuan satu", "Sasaran satu")] == [
        0,
        1,
        2,
        3,
    ]
    assert rows["Sasaran satu"].cells == ("Sasaran", "Sasaran satu", "01", "")
    assert rows["Sasaran dua"].cells == ("Sasaran", "Sasaran dua", "–", "usulan, belum ada proses")
    assert rows["Misi satu"].cells[2] == "02"
    assert rows["Proses yang belum terkait dengan sasaran"].cells[2] == "Mutu, Arsip"


def test_long_lists_go_on_over_pages() -> None:
    many = [{"id": f"x{i}", "bunyi": f"Sasaran nomor {i}", "tujuan": "t1"} for i in range(60)]
    scenes = draw(body(sasaran=many), None, F4)
    assert len(scenes) > 1
    found = [g.ref for s in scenes for g in groups(s) if g.ref.startswith("sasaran/")]
    assert found == [f"sasaran/x{i}" for i in range(60)]
    assert "Tujuan satu (lanjutan)" in {t.text for t in texts(scenes[1])}
