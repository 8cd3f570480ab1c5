"""Matrix of the peta relasi: who owns and takes part, by frequency, told the same in words."""

from __future__ import annotations

from maps.small_body import BODY, small_body
from probis.drawing.medium import A3, F4, SCREEN
from probis.drawing.scene import Shape, groups, texts
from probis.maps.peta_relasi_matriks import describe, draw
from probis.model import PetaProsesBisnis


def test_the_most_frequent_stand_first_inside_before_outside() -> None:
    rows = [row.cells for row in describe(small_body(), None).rows]
    places = list(dict.fromkeys(cells[1] for cells in rows))
    assert places == ["Di dalam Kecamatan Contoh", "Di luar Kecamatan Contoh"]
    for place in places:
        counts = [int(cells[4]) for cells in rows if cells[1] == place and cells[4] != "–" and "(" not in cells[0]]
        assert counts == sorted(counts, reverse=True)
    assert rows[0][0] == "Seksi Pemerintahan" and rows[0][4] == "2"


def test_marks_tell_owner_inside_outside_and_what_is_not_sure() -> None:
    (scene,) = draw(small_body(), None, SCREEN)
    form = {g.label: g.items[0] for g in groups(scene) if g.role == "mark" and isinstance(g.items[0], Shape)}
    assert form["Seksi Pelayanan: pemilik 01."].fill == "navy"
    assert form["Seksi Pemerintahan: pemilik 02. usulan."].dash == "provisional"
    assert form["Seksi Pemerintahan: terlibat 01."].fill == "ink"
    assert form["Warga: terlibat 01."].form == "disc" and form["Warga: terlibat 01."].fill is None
    assert form["Mutu. Pemilik belum ditetapkan."].dash == "unknown"


def test_picture_and_text_hold_the_same() -> None:
    model = small_body()
    (scene,) = draw(model, None, SCREEN)
    shown = {g.label for g in groups(scene) if g.role == "mark"}
    told = set()
    for name, _, owned, joined, _ in (row.cells for row in describe(model, None).rows):
        for word, cells in (("pemilik", owned), ("terlibat", joined)):
            for cell in cells.split(", ") if cells != "–" else ():
                sure = cell.replace(" (usulan)", "")
                who = name.replace(" (belum dikenal)", "")
                if who == "Pemilik belum ditetapkan":
                    told.add(f"{sure}. {who}.")
                else:
                    told.add(f"{who}: {word} {sure}." + (" usulan." if cell != sure else ""))
    assert shown == told


def test_an_owner_that_is_not_named_is_not_counted() -> None:
    rows = {row.cells[0]: row.cells for row in describe(small_body(), None).rows}
    assert rows["Pemilik belum ditetapkan"][4] == "–"
    assert "Mutu: 0" in describe(small_body(), None).note


def many(count: int, **kertas: str) -> PetaProsesBisnis:
    processes = [{"id": f"p{i}", "kode": f"P-{i:02}", "nama": f"Proses {i}", "pemilik": "regu"} for i in range(count)]
    instansi = {**BODY["instansi"], "profil": {"kertas": kertas}}
    return small_body(instansi=instansi, proses=processes, aliran=[], hubungan=[], lintas_fungsi=[])


def test_columns_go_on_over_pages_or_on_a_larger_sheet() -> None:
    assert len(draw(many(24), None, F4)) == 2
    (scene,) = draw(many(22, ukuran_peta_besar="A3"), None, F4)
    assert (scene.width, scene.height) == (A3.width, A3.height)
    assert {f"P-{i:02}" for i in range(22)} <= {t.text for t in texts(scene)}
