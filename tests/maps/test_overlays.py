"""Overlays of maps: each says what the model says, marks only what is drawn, and shows both versions where it must."""

from __future__ import annotations

import copy
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bodies import example
from maps.small_body import BODY
from probis.drawing.medium import F4, SCREEN
from probis.drawing.overlay import Entry, refs
from probis.drawing.scene import Path as Line
from probis.drawing.scene import Scene, Shape, Text, groups, texts, walk
from probis.maps import Given, NoWay, Terukur, all_maps, all_overlays, find_map, find_overlay, overlaid
from probis.model import PetaProsesBisnis, Temuan, Tingkat
from probis.rules import check

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
STEP = "lintas-fungsi/penerbitan"
DAY = date(2026, 1, 2)


def small(change: Any = None) -> PetaProsesBisnis:
    body = copy.deepcopy(BODY)
    if change is not None:
        change(body)
    return PetaProsesBisnis.model_validate(body)


def laid(slug: str, given: Given, kind: str = "peta-lintas-fungsi", subject: str | None = "penerbitan", medium=SCREEN):  # type: ignore[no-untyped-def]
    lapis, found = find_overlay(slug), find_map(kind)
    assert lapis is not None
    assert found is not None
    return overlaid(lapis, given, found, subject, medium)


def entry(entries: tuple[Entry, ...], *words: str) -> Entry:
    (found,) = (e for e in entries if all(w in e.text for w in words))
    return found


def group_of(scenes: tuple[Scene, ...], ref: str):  # type: ignore[no-untyped-def]
    return next(g for s in scenes for g in groups(s) if g.ref == ref)


def test_findings_of_a_map_are_marked_the_heaviest_first_and_excused_ones_left_out() -> None:
    model = small()
    temuan = (
        Temuan("a", Tingkat.CATATAN, f"{STEP}/terima", "Catatan saja."),
        Temuan("b", Tingkat.GALAT, f"{STEP}/cek", "Isian `jalur` salah.", "Isi `jalur`."),
        Temuan("c", Tingkat.PERINGATAN, "proses/layanan-b", "Tentang seluruh peta."),
        Temuan("d", Tingkat.GALAT, f"{STEP}/terima", "Dikecualikan.", alasan="disepakati"),
        Temuan("e", Tingkat.GALAT, "proses/arsip", "Bukan peta ini."),
    )
    scenes, overlay = laid("temuan", Given(model, temuan))
    assert [e.kind for e in overlay.entries] == ["error", "warning", "info"]
    assert overlay.entries[0].text == "Isian “jalur” salah."
    assert overlay.entries[0].detail == "Perbaikan: Isi “jalur”."
    assert overlay.entries[0].refs == (f"{STEP}/cek",)
    assert overlay.entries[1].refs == ()
    assert "Galat 1: Isian “jalur” salah." in group_of(scenes, f"{STEP}/cek").label


def test_the_run_to_a_finding_is_drawn_bold_and_named_by_its_number() -> None:
    model = small()
    peta = model.cari_lintas_fungsi("penerbitan")
    assert peta is not None
    first = next(alur for alur in peta.alur if alur.dari == "mulai")
    temuan = (
        Temuan("a", Tingkat.GALAT, f"{STEP}/cek", "Tanpa jalan."),
        Temuan("b", Tingkat.GALAT, f"{STEP}/{first.ke}", "Dengan jalan.", jalan=("mulai", first.ke)),
        Temuan("c", Tingkat.GALAT, f"{STEP}/{first.ke}", "Dikecualikan.", alasan="ya", jalan=("mulai", first.ke)),
    )
    scenes, overlay = laid("temuan", Given(model, temuan))
    path = overlay.entries[-1]
    assert (path.kind, path.refs) == ("path", (f"{STEP}/alur/{first.id}",))
    assert path.text == "Garis tebal: jalan tersingkat pekerjaan dari mulai ke temuan 2."
    drawn = [item for item in group_of(scenes, f"{STEP}/alur/{first.id}").items if isinstance(item, Line)]
    assert max(item.weight for item in drawn) > 2


def test_a_finding_of_a_flow_lies_on_the_processes_it_joins_where_the_flow_is_not_drawn() -> None:
    model = small()
    temuan = (Temuan("a", Tingkat.GALAT, "aliran/a2", "Aliran ini keliru."),)
    _, overlay = laid("temuan", Given(model, temuan), "peta-proses", None)
    assert overlay.entries[0].refs == ("proses/layanan",)


def test_proposals_are_grouped_by_their_ground() -> None:
    _, overlay = laid("usulan", Given(small()), "peta-proses", None)
    assert all(e.kind == "provisional" and e.detail == "Dasar: lazimnya." for e in overlay.entries)
    assert "Pemilik proses 02 Pembinaan" in overlay.entries[0].text
    assert "proses/pembinaan" in overlay.entries[0].refs


def test_proposals_within_a_bundled_line_are_counted_though_another_flow_bears_the_mark() -> None:
    model = example("biro-organisasi-ntt")
    _, overlay = laid("usulan", Given(model), "peta-proses", None)

    def top(end: str | None) -> str | None:
        proses = model.cari_proses(end)
        return model.garis_induk(proses)[-1].id if proses is not None else None

    crossing = {a.id for a in model.aliran if a.usulan() and top(a.dari) != top(a.ke)}
    counted = sum(int(n) for e in overlay.entries for n in re.findall(r"(?:^|, )(\d+) aliran", e.text))
    named = sum(e.text.casefold().count("aliran ") - e.text.casefold().count("al aliran ") for e in overlay.entries)
    assert counted > len({ref for e in overlay.entries for ref in e.refs if ref.startswith("aliran/")})
    assert counted <= len(crossing) <= counted + named
    _, relasi = laid("usulan", Given(model), "peta-relasi", None)
    assert not any("aliran" in e.text for e in relasi.entries)


def test_the_large_example_says_every_ground_once_and_marks_every_step() -> None:
    model = example("biro-organisasi-ntt")
    scenes, overlay = laid("usulan", Given(model), subject="fasilitasi-kab-kota")
    assert len({e.detail for e in overlay.entries}) == len(overlay.entries)
    peta = model.cari_lintas_fungsi("fasilitasi-kab-kota")
    assert peta is not None
    drawn = {f"lintas-fungsi/{peta.id}/{s.id}" for s in peta.simpul if peta.simpul_usulan(s)}
    assert drawn
    assert drawn <= {ref for e in overlay.entries for ref in e.refs}
    assert all("Usulan" in group_of(scenes, ref).label for ref in drawn)


def older(body: dict[str, Any]) -> None:
    """A version before: one step more, another name, another time, no lane for the parties."""
    (peta,) = body["lintas_fungsi"]
    task = next(s for s in peta["simpul"] if s["jenis"] == "kegiatan")
    task["nama"], task["waktu"] = "Nama lama", "9 HK"
    peta["simpul"].append({"id": "dulu", "jenis": "kegiatan", "jalur": task["jalur"], "nama": "Langkah yang dulu ada"})
    peta["alur"].append({"id": "ke-dulu", "dari": task["id"], "ke": "dulu"})
    body["proses"].append({"id": "hilang", "kode": "09", "nama": "Proses yang dulu ada", "kelompok": "pendukung"})
    body["aliran"] = body["aliran"][:-1]


def test_differences_name_old_and_new_and_draw_what_is_gone() -> None:
    new, old = small(), small(older)
    scenes, overlay = laid("perbedaan", Given(new, lama=old))
    gone = entry(overlay.entries, "Langkah yang dulu ada")
    assert gone.kind == "removed"
    assert gone.text.endswith("dengan 1 alurnya.")
    group = group_of(scenes, f"{STEP}/dulu")
    assert all(i.struck for i in group.items if isinstance(i, Text) and i.text != "−")
    assert any(isinstance(i, Shape) and i.dash == "removed" for i in group.items)
    change = entry(overlay.entries, "Nama lama")
    assert change.kind == "changed"
    assert "waktu 9 HK menjadi" in change.text
    assert change.old == "9 HK"
    assert [t.text for t in texts(scenes[0]) if t.struck and t.text == "9 HK"]
    assert not {"added"} & {e.kind for e in overlay.entries}


def test_steps_keep_the_numbers_of_the_new_version() -> None:
    new, old = small(), small(older)
    kind = find_map("peta-lintas-fungsi")
    assert kind is not None
    bare = {g.ref: g.label for s in kind.draw(new, "penerbitan", SCREEN) for g in groups(s) if g.role == "node"}
    scenes, _ = laid("perbedaan", Given(new, lama=old))
    for ref, label in bare.items():
        assert group_of(scenes, ref).label.startswith(label)


def test_a_process_that_is_gone_is_drawn_on_the_peta_proses() -> None:
    new, old = small(), small(older)
    scenes, overlay = laid("perbedaan", Given(new, lama=old), "peta-proses", None)
    assert entry(overlay.entries, "Proses yang dulu ada").refs == ("proses/hilang",)
    assert any(t.struck for t in group_of(scenes, "proses/hilang").items if isinstance(t, Text))
    assert entry(overlay.entries, "Aliran Catatan dari Pembinaan ke Pelayanan").kind == "added"


def test_a_map_that_is_new_as_a_whole_is_said_in_one_line() -> None:
    def without(body: dict[str, Any]) -> None:
        body["lintas_fungsi"] = []

    _, overlay = laid("perbedaan", Given(small(), lama=small(without)))
    assert [e.text for e in overlay.entries] == ["Peta ini belum ada dalam versi lama."]


@pytest.mark.parametrize("name", sorted(p.name for p in EXAMPLES.iterdir() if p.is_dir()))
def test_the_same_version_twice_has_no_difference_and_an_older_one_is_drawn_whole(name: str) -> None:
    model = example(name)
    for kind in all_maps():
        for subject in kind.subjects(model)[:3]:
            scenes, overlay = laid("perbedaan", Given(model, lama=model), kind.slug, subject.id)
            assert overlay.entries == ()
            assert "Tidak ada perbedaan pada peta ini." in [t.text for s in scenes for t in texts(s)]


def test_measured_times_stand_on_their_steps_and_longer_ones_are_told_apart() -> None:
    model = example("biro-organisasi-ntt")
    at = "lintas-fungsi/fasilitasi-kab-kota"
    times = (
        Terukur(f"{at}/periksa", "3 HK", "12 perkara"),
        Terukur(f"{at}/telaah", "2–3 HK"),
        Terukur(f"{at}/agenda", "1 HK"),
        Terukur(f"{at}/lengkap", "1 jam"),
        Terukur(at, "25 HK"),
        Terukur("lintas-fungsi/penyusunan-sop/kebutuhan", "9 HK"),
    )
    scenes, overlay = laid("waktu", Given(model, waktu=times, pada=DAY), subject="fasilitasi-kab-kota")
    kinds = {e.refs[0].rpartition("/")[2] if e.refs else "": e.kind for e in overlay.entries}
    assert kinds == {"periksa": "late", "telaah": "time", "agenda": "late", "lengkap": "time", "": "late"}
    assert "3 HK" in [i.text for i in group_of(scenes, f"{at}/periksa").items if isinstance(i, Text)]


def test_the_longest_way_and_the_shortest_through_given_steps() -> None:
    model = example("biro-organisasi-ntt")
    given = Given(model, pada=DAY)
    _, longest = laid("jalan", given, subject="fasilitasi-kab-kota")
    at = "lintas-fungsi/fasilitasi-kab-kota/"
    nodes = [e.refs[0].removeprefix(at) for e in longest.entries]
    assert nodes[0] == "mulai"
    assert nodes[-1] == "sah"
    assert "telaah" in nodes
    assert "telaah-beban" not in nodes
    peta = model.cari_lintas_fungsi("fasilitasi-kab-kota")
    assert peta is not None
    for here, there, one in zip(nodes, nodes[1:], longest.entries[1:], strict=False):
        flow = next(a for a in peta.alur if f"{at}alur/{a.id}" == one.refs[1])
        assert (flow.dari, flow.ke) == (here, there)
    _, short = laid("jalan", replace(given, langkah=("periksa", "gugur")), subject="fasilitasi-kab-kota")
    assert [e.refs[0].removeprefix(at) for e in short.entries] == ["periksa", "lengkap", "kembalikan", "gugur"]
    with pytest.raises(NoWay, match="Tidak ada jalan dari “sah” ke “periksa”"):
        laid("jalan", replace(given, langkah=("sah", "periksa")), subject="fasilitasi-kab-kota")
    with pytest.raises(NoWay, match="Simpul “entah” tidak ada"):
        laid("jalan", replace(given, langkah=("entah",)), subject="fasilitasi-kab-kota")


@pytest.mark.parametrize("medium", [SCREEN, F4], ids=["screen", "F4"])
@pytest.mark.parametrize("slug", [o.slug for o in all_overlays()])
def test_every_overlay_lies_on_every_map_it_is_for(slug: str, medium) -> None:  # type: ignore[no-untyped-def]
    lapis = find_overlay(slug)
    assert lapis is not None
    new, old = small(), small(older)
    given = Given(new, check(new), old, (Terukur(f"{STEP}/cek", "8 HK"),), pada=DAY)
    for kind in all_maps():
        if kind.kind.subject not in lapis.lapis.subjects:
            continue
        for subject in kind.subjects(new):
            scenes, overlay = overlaid(lapis, given, kind, subject.id, medium)
            again, _ = overlaid(lapis, given, kind, subject.id, medium)
            assert scenes == again
            assert {ref for e in overlay.entries for ref in e.refs} <= refs(scenes)
            for scene in scenes:
                assert "legend" in {g.role for g in groups(scene)} or medium is F4
                for _, item in walk(scene.items):
                    if isinstance(item, Text):
                        assert item.size >= 7
            said = " ".join(t.text for s in scenes for t in texts(s))
            assert overlay.entries or overlay.empty in said
