"""Peta sub proses: what crosses the frame is what the parent takes and gives; rows read from supplier to customer."""

from __future__ import annotations

from maps.small_body import BODY, small_body
from probis.drawing.medium import F4, SCREEN
from probis.drawing.scene import Path, Shape, groups, texts
from probis.maps.peta_sub_proses import describe, draw, subjects


def test_subjects_are_the_processes_with_sub_processes() -> None:
    assert [s.title for s in subjects(small_body())] == ["01 Pelayanan"]


def test_what_crosses_the_frame_is_what_the_parent_takes_and_gives() -> None:
    model = small_body()
    (scene,) = draw(model, "layanan", SCREEN)
    own = {"proses/layanan-a", "proses/layanan-b", "proses/layanan"}
    names = {g.ref for g in groups(scene) if g.role == "party"}
    assert {"pihak/warga", "pihak/desa", "proses/pembinaan"} >= names - {""}
    told = {row.address for row in describe(model, "layanan").rows}
    crossing = {f"aliran/{a.id}" for a in (*model.masukan("layanan"), *model.keluaran("layanan"))}
    inner = {"aliran/a2"}
    assert told == crossing | inner
    assert {g.ref for g in groups(scene) if g.role == "process"} == own


def test_flows_to_the_process_itself_are_not_shared_out_yet() -> None:
    (scene,) = draw(small_body(), "layanan", SCREEN)
    (rest,) = [g for g in groups(scene) if g.ref == "proses/layanan" and g.role == "process"]
    assert isinstance(rest.items[0], Shape) and rest.items[0].dash == "unknown"


def test_what_the_next_one_takes_falls_straight_with_its_name() -> None:
    (scene,) = draw(small_body(), "layanan", SCREEN)
    (line,) = [g for g in groups(scene) if g.ref == "aliran/a2"]
    path = line.items[0]
    assert isinstance(path, Path) and len(path.points) == 2 and path.points[0][0] == path.points[1][0]
    assert "Berkas permohonan" in [getattr(i, "text", "") for i in line.items]


def test_other_processes_are_square_with_their_code() -> None:
    (scene,) = draw(small_body(), "layanan", SCREEN)
    found = [g for g in groups(scene) if g.ref == "proses/pembinaan"]
    assert found and all(isinstance(g.items[0], Shape) and g.items[0].radius < 2 for g in found)
    assert all("02" in [getattr(i, "text", "") for i in g.items] for g in found)


def test_sub_processes_lead_to_their_lintas_fungsi() -> None:
    (scene,) = draw(small_body(), "layanan", SCREEN)
    assert {g.link for g in groups(scene) if g.link} == {"peta-lintas-fungsi/penerbitan"}


def test_many_sub_processes_go_on_further_pages() -> None:
    children = [{"id": f"s{i}", "kode": f"01.{i}", "nama": f"Kerja ke-{i}", "induk": "layanan"} for i in range(24)]
    flows = [{"id": f"x{i}", "produk": f"bahan {i}", "dari": "warga", "ke": f"s{i}"} for i in range(24)]
    scenes = draw(small_body(proses=[*BODY["proses"], *children], aliran=flows), "layanan", F4)
    assert len(scenes) > 1
    found = [g.ref for s in scenes for g in groups(s) if g.role == "process"]
    assert {f"proses/s{i}" for i in range(24)} <= set(found) and len(found) == len(set(found))
    assert f"Halaman 2/{len(scenes)}" in {t.text for t in texts(scenes[1])}
