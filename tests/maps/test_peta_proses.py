"""Peta proses: groups, wholes, numbers, unknown ends, bundles, and the words beside it."""

from __future__ import annotations

from maps.small_body import BODY, small_body
from maps.wide_body import wide_body
from probis.drawing.medium import F4, SCREEN
from probis.drawing.scene import Group, Path, Shape, groups, texts, walk
from probis.maps import peta_proses
from probis.maps._sipoc import Entry, told
from probis.maps.peta_proses import describe, draw


def words(**changes: object) -> list[str]:
    return [t.text for s in draw(small_body(**changes), None, F4) for t in texts(s)]


def test_frames_carry_the_bodys_own_labels() -> None:
    found = words()
    assert {"PROSES INTI", "PROSES PENDUKUNG", "PROSES MANAJERIAL", "belum ada proses"} <= set(found)


def test_a_whole_is_a_frame_and_not_a_line() -> None:
    (scene,) = draw(small_body(), None, SCREEN)
    lines = [g for g in groups(scene) if g.role == "flow"]
    assert not any("bagian dari" in g.label for g in lines)
    (whole,) = [g for g in groups(scene) if g.ref == "proses/mutu"]
    assert "Memuat 01, 02" in whole.label
    assert any(getattr(i, "text", "") == "2" for _, i in walk(whole.items))


def test_a_part_of_another_group_is_a_line() -> None:
    related = [{"id": "h1", "jenis": "bagian_dari", "dari": "arsip", "ke": "mutu"}]
    (scene,) = draw(small_body(hubungan=related), None, SCREEN)
    assert any("bagian dari" in g.label for g in groups(scene) if g.role == "flow")


def test_numbers_lead_to_the_explanations() -> None:
    found = words()
    assert "Pelayanan menghasilkan catatan bagi pembinaan." in " ".join(found)
    assert found.count("1") == 2  # on its line and in the list


def test_a_line_without_a_number_gets_a_letter_and_a_note() -> None:
    (scene,) = draw(small_body(), None, SCREEN)
    notes = [g.label for g in groups(scene) if g.role == "note"]
    assert any(label.startswith("a. 02 ke 01: Catatan") for label in notes)


def test_ends_nobody_knows_are_dotted_with_a_mark() -> None:
    (scene,) = draw(small_body(), None, SCREEN)
    unknown = [g for g in groups(scene) if g.role == "party" and "?" in [getattr(i, "text", "") for i in g.items]]
    assert {g.label for g in unknown} == {"Belum diketahui. belum diketahui.", "antah. belum dikenal."}
    assert all(isinstance(g.items[0], Shape) and g.items[0].dash == "unknown" for g in unknown)


def test_parties_are_round_and_units_square() -> None:
    flows = [*BODY["aliran"], {"id": "a9", "produk": "catatan", "dari": "sekretariat", "ke": "arsip"}]
    (scene,) = draw(small_body(aliran=flows), None, SCREEN)
    shape = {g.ref: g.items[0] for g in groups(scene) if g.role == "party" and isinstance(g.items[0], Shape)}
    assert shape["pihak/warga"].radius == 8 and shape["unit/sekretariat"].radius < 2


def test_coordination_has_no_arrow_head() -> None:
    (scene,) = draw(small_body(), None, SCREEN)
    (line,) = [g for g in groups(scene) if g.ref == "hubungan/h3"]
    assert isinstance(line.items[0], Path) and line.items[0].head == "none"


def test_processes_without_group_stand_in_a_dotted_frame() -> None:
    found = words(proses=[*BODY["proses"], {"id": "lepas", "nama": "Lepas"}])
    assert "BELUM DIKELOMPOKKAN" in found


def test_many_flows_are_bundled_and_all_are_in_the_list_and_the_text() -> None:
    parties = [{"id": f"pihak-{i}", "nama": f"Pihak {i}"} for i in range(30)]
    flows = [{"id": f"x{i}", "produk": f"bahan {i}", "dari": f"pihak-{i}", "ke": "layanan"} for i in range(30)]
    organisasi = {**BODY["organisasi"], "pihak": [*BODY["organisasi"]["pihak"], *parties]}
    model = small_body(organisasi=organisasi, aliran=flows)
    scenes = draw(model, None, F4)
    notes = " ".join(g.label for s in scenes for g in groups(s) if g.role == "note")
    assert all(f"Pihak {i} (bahan {i})" in notes for i in range(30))
    assert "30 produk" in [t.text for s in scenes for t in texts(s)]
    told = describe(model, None)
    assert {row.address for row in told.rows} >= {f"aliran/x{i}" for i in range(30)}


def test_thirty_long_names_are_all_drawn_in_full() -> None:
    name = "Penyelenggaraan Pembinaan dan Pengawasan Ketenteraman dan Ketertiban Umum serta Pelindungan Masyarakat"
    many = [{"id": f"p{i}", "nama": f"{name} {i}", "kelompok": "utama"} for i in range(30)]
    scenes = draw(small_body(proses=many, aliran=[], hubungan=[]), None, F4)
    boxes = [g for s in scenes for g in groups(s) if g.role == "process"]
    assert len(boxes) == 30
    assert not any("…" in getattr(i, "text", "") for b in boxes for _, i in walk(b.items))


def test_the_text_tells_who_gives_what_to_whom() -> None:
    rows = {row.address: row.cells for row in describe(small_body(), None).rows}
    assert rows["aliran/a1"] == ("01 Pelayanan", "Warga", "Berkas permohonan", "", "", "", "")
    assert rows["aliran/a3"][-3:] == ("Warga", "", "usulan")
    assert rows["aliran/a5"][5] == "1"
    assert rows["hubungan/h1"][3] == "bagian dari" or rows["hubungan/h1"][2] == "bagian dari"


def test_every_group_is_labelled() -> None:
    (scene,) = draw(small_body(), None, SCREEN)
    assert all(isinstance(g, Group) and g.label for g in groups(scene) if g.role in ("flow", "process", "party"))


def entry(source: str, target: str, *numbers: int, unsure: bool = False, headless: bool = False) -> Entry:
    return Entry(source, target, "dasar", "hubungan/x", numbers, unsure, headless, False)


def test_relations_without_a_line_are_told_with_their_numbers_and_standing() -> None:
    model = small_body()
    found = (
        entry("layanan", "pembinaan", 2, 1),
        entry("layanan", "arsip", unsure=True),
        entry("mutu", "layanan", unsure=True),
        entry("layanan", "mutu", headless=True),
        entry("layanan", "warga"),
    )
    boxes = frozenset(p.id for p in model.anak(None))
    assert told(model, "layanan", found, boxes) == (
        "dari Mutu · usulan",
        "ke 02 (1, 2), Arsip (usulan)",
        "dengan Mutu",
    )
    assert told(model, "arsip", found, boxes) == ("dari 01 · usulan",)


def test_parties_of_a_crowded_map_stand_in_rosters_with_codes_and_numbers() -> None:
    flows = [*BODY["aliran"], {"id": "a9", "produk": "berkas", "dari": "warga", "ke": "arsip"}]
    related = [{"id": "hx", "jenis": "pengendalian", "dari": "desa", "ke": "pembinaan"}]
    said = [{"id": "jx", "nomor": 77, "bunyi": "Dikendalikan dari luar;", "tentang": ["hx"]}]
    model = small_body(aliran=flows, hubungan=related, penjelasan=said)
    form = next(f for f in peta_proses._FORMS if f.listed)
    draft = peta_proses._draft(model, model.anak(None), form)
    assert not draft.chart.suppliers and not draft.chart.customers
    suppliers, customers = ({r.text: r for r in roster.rows} for roster in draft.rosters)
    assert suppliers["Warga"].codes == "01, Arsip" and suppliers["Warga"].ref == "pihak/warga"
    assert suppliers["Pemerintah Desa"].codes == "02 (77)"
    assert suppliers["antah"].unknown and customers["Belum diketahui"].unknown
    heads = [n.head for n in draft.notes if n.head]
    assert "01 menerima dari" in heads and "01 memberi kepada" in heads


def test_a_crowded_map_holds_every_party_on_a_page() -> None:
    model = wide_body(20, 20, 40, 120, seed=3)
    words = " ".join(g.label for s in draw(model, None, F4) for g in groups(s))
    assert all(p.nama in words for p in model.organisasi.pihak if any(p.id in (a.dari, a.ke) for a in model.aliran))
