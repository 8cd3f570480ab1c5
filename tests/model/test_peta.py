"""The whole value: one space of ids, SIPOC computed from the flows, the tree of processes, who takes part."""

import pytest
from pydantic import ValidationError

from probis.model import (
    Aliran,
    Alur,
    Instansi,
    Jalur,
    JenisInstansi,
    Kegiatan,
    Kelompok,
    LintasFungsi,
    Misi,
    Organisasi,
    Periode,
    PetaProsesBisnis,
    Pihak,
    Proses,
    Sumber,
    UnitKerja,
)

INSTANSI = Instansi(id="dinas", nama="Dinas", jenis=JenisInstansi.DINAS, periode=Periode(awal=2025, akhir=2029))


def peta(**parts: object) -> PetaProsesBisnis:
    return PetaProsesBisnis.model_validate({"instansi": INSTANSI, **parts})


TREE = (
    Proses(id="a", nama="A", kelompok=Kelompok.UTAMA, pemilik="u"),
    Proses(id="a2", nama="A2", induk="a", urutan=2),
    Proses(id="a1", nama="A1", induk="a", urutan=1),
    Proses(id="b", nama="B"),
)


def test_ids_of_units_parties_and_processes_share_one_space() -> None:
    with pytest.raises(ValidationError, match="“x”"):
        peta(organisasi=Organisasi(unit=(UnitKerja(id="x", nama="X"),)), proses=(Proses(id="x", nama="X"),))
    assert peta(organisasi=Organisasi(unit=(UnitKerja(id="x", nama="X"),))).cari("unit/x") is not None


def test_the_tree_orders_by_urutan_and_inherits_group_and_owner() -> None:
    model = peta(proses=TREE)
    assert [p.id for p in model.pohon()] == ["a", "a1", "a2", "b"]
    assert [p.id for p in model.daun()] == ["a1", "a2", "b"]
    a1 = model.cari_proses("a1")
    assert a1 is not None
    assert (model.kelompok(a1), model.pemilik(a1)) == (Kelompok.UTAMA, "u")


def test_a_circle_of_parents_ends_where_it_closes() -> None:
    model = peta(proses=(Proses(id="a", nama="A", induk="b"), Proses(id="b", nama="B", induk="a")))
    a = model.cari_proses("a")
    assert a is not None
    assert [p.id for p in model.garis_induk(a)] == ["a", "b"]
    assert list(model.pohon()) == []
    assert model.masukan("a") == ()


def test_sipoc_of_a_process_is_what_crosses_its_frame() -> None:
    flows = (
        Aliran(id="in", produk="bahan", dari="p", ke="a1"),
        Aliran(id="mid", produk="antara", dari="a1", ke="a2"),
        Aliran(id="out", produk="hasil", dari="a2", ke="b"),
        Aliran(id="open", produk="sisa", dari="a2"),
    )
    model = peta(proses=TREE, aliran=flows, organisasi=Organisasi(pihak=(Pihak(id="p", nama="P"),)))
    assert [a.id for a in model.masukan("a")] == ["in"]
    assert [a.id for a in model.keluaran("a")] == ["out", "open"]
    assert [a.id for a in model.masukan("a2")] == ["mid"]
    assert [a.id for a in model.keluaran("a1")] == ["mid"]
    assert [a.id for a in model.masukan("b")] == ["out"]


def test_who_takes_part_comes_from_owner_terlibat_and_lanes() -> None:
    lanes = LintasFungsi(id="m", proses="a1", jalur=(Jalur(id="p", pelaku="p"), Jalur(id="u", pelaku="u")))
    model = peta(proses=TREE, lintas_fungsi=(lanes,))
    assert model.peserta("a") == ("u", "p")


def test_look_ups_of_a_changed_copy_are_its_own() -> None:
    model = peta(proses=TREE)
    assert model.cari("proses/a") is not None
    changed = model.model_copy(update={"proses": ()})
    assert changed.cari("proses/a") is None
    assert model.cari("proses/a") is not None


def test_usulan_is_marked_field_by_field_and_the_last_word_wins() -> None:
    def say(jenis: str, *untuk: str) -> Sumber:
        return Sumber.model_validate({"jenis": jenis, "untuk": untuk})

    misi = Misi(id="m", bunyi="M", sumber=(say("keputusan"), say("usulan", "catatan"), say("wawancara", "catatan")))
    assert not misi.usulan()
    assert not misi.usulan("catatan")
    assert Misi(id="m", bunyi="M", sumber=(say("keputusan"), say("usulan", "bunyi"))).usulan("bunyi")


def test_what_a_lintas_fungsi_says_of_a_step_is_overridden_by_what_is_more_exact() -> None:
    step = Kegiatan(id="k", nama="K")
    own = Kegiatan.model_validate({"id": "w", "nama": "W", "sumber": [{"jenis": "wawancara"}]})
    lanes = LintasFungsi.model_validate(
        {
            "id": "m",
            "proses": "a",
            "simpul": [step, own],
            "sumber": [
                {"jenis": "usulan", "untuk": ["simpul"]},
                {"jenis": "peraturan", "untuk": ["simpul/k/waktu"]},
                {"jenis": "usulan", "untuk": ["simpul/w/beban"]},
            ],
        }
    )
    assert lanes.simpul_usulan(step)
    assert not lanes.simpul_usulan(step, "waktu")
    assert not lanes.simpul_usulan(own)
    assert lanes.simpul_usulan(own, "beban")


def test_the_order_of_flows_is_that_of_their_sources() -> None:
    steps = (Kegiatan(id="x"), Kegiatan(id="y"))
    flows = (Alur(id="2", dari="y", ke="x"), Alur(id="1", dari="x", ke="y"), Alur(id="0", dari="nol", ke="x"))
    lanes = LintasFungsi(id="m", proses="a", simpul=steps, alur=flows)
    assert [alur.id for alur in lanes.alur] == ["1", "2", "0"]


def test_unknown_fields_and_nonsense_are_refused() -> None:
    with pytest.raises(ValidationError):
        Proses.model_validate({"id": "a", "nama": "A", "warna": "merah"})
    with pytest.raises(ValidationError):
        Misi.model_validate({"id": "m", "bunyi": 5})
    with pytest.raises(ValidationError):
        Misi.model_validate({"id": "Bukan Id", "bunyi": "x"})
