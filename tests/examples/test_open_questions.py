"""What the decree cannot answer stays visible, with a way out: as an excused finding, or as a note."""

from functools import cache
from pathlib import Path

import pytest

from probis import rules
from probis.interchange.yaml import read
from probis.model import Bacaan, JenisHubungan, Pengecualian, PetaProsesBisnis, Proses, Temuan, Tingkat
from probis.model.unsur import Unsur

_EXAMPLE = Path(__file__).parents[2] / "examples" / "biro-organisasi-ntt"
_WAY_OUT = "Usul perbaikan: "


@cache
def bacaan() -> Bacaan:
    return read({str(path.relative_to(_EXAMPLE)): path.read_bytes() for path in _EXAMPLE.rglob("*") if path.is_file()})


@pytest.fixture
def peta() -> PetaProsesBisnis:
    nilai = bacaan().nilai
    assert nilai is not None, bacaan().temuan
    return nilai


def _found(peta: PetaProsesBisnis, rule: str) -> list[Temuan]:
    return [temuan for temuan in rules.check(peta, bacaan().naskah) if temuan.aturan == rule]


def _excused(peta: PetaProsesBisnis, rule: str, at: str) -> Pengecualian:
    return next(one for one in peta.pengecualian if one.aturan == rule and at in one.unsur)


def _proses(peta: PetaProsesBisnis, id_: str) -> Proses:
    proses = peta.cari_proses(id_)
    assert proses is not None
    return proses


def test_nothing_is_left_to_judge_and_every_exception_ends() -> None:
    nilai = bacaan().nilai
    assert nilai is not None
    assert [t for t in rules.check(nilai, bacaan().naskah) if not t.dikecualikan] == []
    assert all(one.sampai is not None and one.sumber for one in nilai.pengecualian)


def test_core_processes_without_a_mandate_are_those_two(peta: PetaProsesBisnis) -> None:
    found = _found(peta, "fungsi-dilayani")
    assert [t.alamat for t in found] == ["proses/budaya-kerja", "proses/pelaksanaan-rb"]
    assert all(t.tingkat is Tingkat.GALAT for t in found)
    for temuan in found:
        assert _WAY_OUT in _excused(peta, "fungsi-dilayani", temuan.alamat).alasan
        element = peta.cari(temuan.alamat)
        assert isinstance(element, Unsur) and _WAY_OUT in element.catatan


def test_work_culture_has_no_unit_that_the_decree_names(peta: PetaProsesBisnis) -> None:
    """BO-04: the owner is a proposal, of the process and of each part, and the note says that nobody is named."""
    budaya = _proses(peta, "budaya-kerja")
    assert budaya.kode == "BO-04"
    for proses in (budaya, *peta.anak(budaya.id)):
        sumber = proses.sumber_bidang("pemilik")
        assert proses.usulan("pemilik") and sumber is not None
        assert "tidak menyebut unit" in sumber.acuan, proses.id
    assert budaya.catatan.startswith("Pemilik belum ditetapkan keputusan")


def test_reform_is_beside_what_it_holds(peta: PetaProsesBisnis) -> None:
    """BO-07: sentence 180 makes BO-01 to BO-06 part of it; the relation is kept, the codes stay on one level."""
    parts = [h.dari for h in peta.hubungan if h.jenis is JenisHubungan.BAGIAN_DARI and h.ke == "pelaksanaan-rb"]
    assert [peta.kode(id_) for id_ in parts] == [f"BO-{number:02}" for number in range(1, 7)]
    assert all(_proses(peta, id_).induk is None for id_ in (*parts, "pelaksanaan-rb"))
    (temuan,) = _found(peta, "sejajar-bukan-wadah")
    assert temuan.alamat == "proses/pelaksanaan-rb"
    assert _WAY_OUT in _excused(peta, "sejajar-bukan-wadah", temuan.alamat).alasan


def test_functions_for_which_the_decree_has_no_process_say_so(peta: PetaProsesBisnis) -> None:
    """A function that only proposed processes carry out has none in the decree: the fourth and the fifth."""
    lines = range(197, 353)
    decreed = {
        proses.id
        for proses in peta.proses
        for s in proses.sumber
        if s.jenis == "keputusan" and not s.untuk and int(s.baris) in lines
    }
    served = {id_ for proses in peta.proses if proses.id in decreed for id_ in proses.melayani}
    alone = [fungsi for fungsi in peta.semua_fungsi() if fungsi.id not in served]
    assert [fungsi.id for fungsi in alone] == ["biro-fungsi-4", "biro-fungsi-5"]
    for fungsi in alone:
        assert "Keputusan tidak memuat proses" in fungsi.catatan and _WAY_OUT in fungsi.catatan
        carriers = [proses for proses in peta.anak(None) if fungsi.id in proses.melayani]
        assert carriers and all(proses.usulan() for proses in carriers)


def test_stages_of_accountability_without_sub_process_are_noted(peta: PetaProsesBisnis) -> None:
    catatan = _proses(peta, "sakip").catatan
    assert "pengelolaan data kinerja" in catatan and _WAY_OUT in catatan


def test_the_missing_number_is_told_not_filled_in_silence(peta: PetaProsesBisnis) -> None:
    """BO-06.1 is not in the decree: what stands there is wholly a proposal and says so."""
    (missing,) = (proses for proses in peta.proses if proses.kode == "BO-06.1")
    assert missing.usulan() and missing.usulan("nama") and missing.usulan("kode")
    assert "BO-06.1" in missing.catatan


def test_supporting_processes_are_proposals_in_all_but_their_names(peta: PetaProsesBisnis) -> None:
    core = {proses.id for proses in peta.proses if (peta.kelompok(proses) or "") == "utama"}
    others = [proses for proses in peta.proses if proses.id not in core]
    assert len(others) > 20
    for proses in others:
        assert all(proses.usulan(field) for field in ("kode", "pemilik", "terlibat", "melayani")), proses.id
        assert proses.induk is None or proses.usulan("nama"), proses.id
    for top in (proses for proses in others if proses.induk is None):
        assert len(peta.anak(top.id)) >= 2, top.id


def test_the_most_used_supporting_processes_are_drawn(peta: PetaProsesBisnis) -> None:
    """Letters, plan, budget, staff, risk; and the chain of approval that the others call."""
    drawn = {peta.kode(one.proses) for one in peta.lintas_fungsi}
    assert {"BO-08.2", "BO-09.1", "BO-10.2", "BO-11.1", "BO-14.1", "BO-14.2"} <= drawn


def test_every_undrawn_leaf_has_its_own_reason(peta: PetaProsesBisnis) -> None:
    """Which leaves wait, and by which exception: a new one does not slip in unseen."""
    waiting = {t.alamat.removeprefix("proses/") for t in _found(peta, "daun-punya-lintas-fungsi")}
    assert waiting == {proses.id for proses in peta.daun() if proses.induk and not peta.peta_dari(proses.id)}
    assert not any(_proses(peta, id_).kode < "BO-08" for id_ in waiting), "a core leaf without its map"
    reasons = {one.alasan for one in peta.pengecualian if one.aturan == "daun-punya-lintas-fungsi"}
    assert len(reasons) >= 3
