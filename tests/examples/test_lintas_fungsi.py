"""The example's lintas fungsi: as rich, as sound and as well sourced as real work, and no two alike."""

import itertools
import os
import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import networkx as nx
import pytest

from probis.analysis import soundness
from probis.interchange import yaml
from probis.law.nilai import Nilai, cari_nilai
from probis.model.lintas_fungsi import (
    Alur,
    Gerbang,
    JenisAlur,
    Kegiatan,
    Kerja,
    LintasFungsi,
    Mulai,
    Panggil,
    Putusan,
    Selesai,
    Simpul,
    Tunggu,
)
from probis.model.peta import PetaProsesBisnis
from probis.model.rentang import Rentang
from probis.model.unsur import JenisSumber

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples" / "biro-organisasi-ntt"
SHARED = Path(os.environ.get("PROBIS_SHARED", ROOT.parent / "shared"))
DECREED_ON = date(2020, 8, 14)

IDS = sorted(path.stem for path in (FOLDER / "lintas-fungsi").glob("*.yaml"))
FIRST_SIX = (
    "anjab-abk-peta-jabatan",
    "fasilitasi-kab-kota",
    "paraf-berjenjang",
    "pengelolaan-sp4n-lapor",
    "pengukuran-kinerja",
    "penyusunan-peta-proses-bisnis",
)
STEPS = (Kegiatan, Putusan, Tunggu, Panggil)
SEQUENCE = (JenisAlur.URUT, JenisAlur.KEMBALI, JenisAlur.TENGGAT)


@pytest.fixture(scope="module")
def body() -> PetaProsesBisnis:
    files = {
        str(path.relative_to(FOLDER)): path.read_bytes()
        for path in sorted(FOLDER.rglob("*.yaml"))
        if not any(part.startswith((".", "_")) for part in path.relative_to(FOLDER).parts)
    }
    bacaan = yaml.read(files)
    assert [f"{t.tempat} {t.pesan} {t.saran}" for t in bacaan.temuan] == []
    assert bacaan.nilai is not None
    return bacaan.nilai


@pytest.fixture(params=IDS)
def peta(request: pytest.FixtureRequest, body: PetaProsesBisnis) -> LintasFungsi:
    found = body.cari_lintas_fungsi(request.param)
    assert found is not None
    return found


def _steps(peta: LintasFungsi) -> list[Simpul]:
    return [simpul for simpul in peta.simpul if isinstance(simpul, STEPS)]


def _exits(peta: LintasFungsi, id: str, *kinds: JenisAlur) -> list[Alur]:
    return [alur for alur in peta.keluar(id) if alur.jenis in (kinds or SEQUENCE)]


def _entries(peta: LintasFungsi, id: str, *kinds: JenisAlur) -> list[Alur]:
    return [alur for alur in peta.masuk(id) if alur.jenis in (kinds or SEQUENCE)]


# Size and speech


def test_the_six_are_there() -> None:
    assert set(FIRST_SIX) <= set(IDS)


def test_it_has_neither_too_few_nor_too_many_steps_and_lanes(peta: LintasFungsi) -> None:
    least = 10 if peta.id in FIRST_SIX else 8
    assert least <= len(_steps(peta)) <= 20
    assert 4 <= len(peta.jalur) <= 9


def test_every_lane_holds_work(peta: LintasFungsi) -> None:
    assert {simpul.jalur for simpul in _steps(peta)} == {jalur.id for jalur in peta.jalur}


def test_names_fit_a_box_and_say_what_is_done(peta: LintasFungsi) -> None:
    for simpul in peta.simpul:
        assert len(simpul.nama) <= (55 if isinstance(simpul, Mulai | Selesai) else 45), simpul.nama
        if isinstance(simpul, Kegiatan):
            assert re.match(r"Me[a-z]+ ", simpul.nama), simpul.nama
        if isinstance(simpul, Putusan):
            assert simpul.nama.endswith("?"), simpul.nama
        if isinstance(simpul, Tunggu):
            assert simpul.nama.startswith("Menunggu "), simpul.nama


def test_only_abbreviations_that_the_field_knows(peta: LintasFungsi) -> None:
    known = {"SOP", "RPJMD", "RKPD", "KUA", "RKA", "DPA", "SP4N", "LAPOR", "HK"}
    for simpul in peta.simpul:
        assert set(re.findall(r"\b[A-Z][A-Z0-9]+\b", simpul.nama)) <= known, simpul.nama


def test_no_step_says_the_same_as_another(peta: LintasFungsi) -> None:
    names = [simpul.nama for simpul in _steps(peta)]
    assert len(names) == len(set(names))


# The graph


def _graph(peta: LintasFungsi) -> "nx.MultiDiGraph[str]":
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for simpul in peta.simpul:
        graph.add_node(simpul.id, jenis=simpul.jenis)
    for alur in peta.alur:
        graph.add_edge(alur.dari, alur.ke, jenis=alur.jenis)
    return graph


def test_no_two_are_isomorphic(body: PetaProsesBisnis) -> None:
    graphs = {peta.id: _graph(peta) for peta in body.lintas_fungsi}
    same_kind = nx.algorithms.isomorphism.categorical_node_match("jenis", "")
    for one, other in itertools.combinations(sorted(graphs), 2):
        assert not nx.is_isomorphic(graphs[one], graphs[other], node_match=same_kind), (one, other)


def test_one_start_some_end_and_everything_between(peta: LintasFungsi) -> None:
    graph = _graph(peta)
    starts = [simpul.id for simpul in peta.simpul if isinstance(simpul, Mulai)]
    ends = [simpul.id for simpul in peta.simpul if isinstance(simpul, Selesai)]
    assert len(starts) == 1
    assert ends
    assert nx.descendants(graph, starts[0]) | set(starts) == set(graph)
    leading = set().union(*(nx.ancestors(graph, end) for end in ends)) | set(ends)
    assert leading == set(graph)


def test_decisions_have_named_answers_and_work_has_one_way_on(peta: LintasFungsi) -> None:
    for simpul in peta.simpul:
        exits = _exits(peta, simpul.id)
        if isinstance(simpul, Putusan):
            answers = [alur.nama for alur in exits]
            assert len(answers) >= 2
            assert all(answers)
            assert len(answers) == len(set(answers))
        elif isinstance(simpul, Kegiatan | Panggil):
            # Work of an outsider that answers by message hands the sequence back that way.
            assert len(exits) == 1 or (not exits and _exits(peta, simpul.id, JenisAlur.PESAN)), simpul.id
        elif isinstance(simpul, Tunggu):
            assert len(_exits(peta, simpul.id, JenisAlur.URUT, JenisAlur.KEMBALI)) == 1
            assert len(_exits(peta, simpul.id, JenisAlur.TENGGAT)) == (simpul.paling_lama is not None)


def test_what_may_be_returned_has_a_limit_and_a_way_out(peta: LintasFungsi) -> None:
    for alur in peta.alur:
        if alur.jenis is JenisAlur.KEMBALI:
            assert alur.paling_banyak is not None, alur.id
            spent = [other for other in peta.keluar(alur.dari) if other.id != alur.id and alur.nama in other.nama]
            assert len(spent) == 1, alur.id


def test_chances_of_one_decision_make_a_whole(peta: LintasFungsi) -> None:
    for simpul in peta.simpul:
        chances = [alur.peluang for alur in peta.keluar(simpul.id) if alur.peluang is not None]
        assert not chances or sum(chances) == 100, simpul.id


def test_messages_go_between_the_body_and_outsiders(peta: LintasFungsi, body: PetaProsesBisnis) -> None:
    pihak = {one.id for one in body.organisasi.pihak}

    def outside(id: str) -> bool:
        simpul = peta.cari_simpul(id)
        jalur = peta.cari_jalur(simpul.jalur) if simpul else None
        return jalur is not None and jalur.pelaku in pihak

    for alur in peta.alur:
        if alur.jenis is JenisAlur.PESAN:
            assert outside(alur.dari) != outside(alur.ke), alur.id


# Soundness


def test_it_always_ends_and_ends_clean(peta: LintasFungsi) -> None:
    found = soundness(peta)
    assert found.complete
    assert [f"{problem.alamat}: {problem.pesan}" for problem in found.problems] == []


def test_gateways_split_or_join_but_not_both(peta: LintasFungsi) -> None:
    for simpul in peta.simpul:
        if isinstance(simpul, Gerbang):
            ways = len(_entries(peta, simpul.id)), len(_exits(peta, simpul.id))
            assert min(ways) == 1 < max(ways), simpul.id


# What the work takes and gives


def test_work_has_time_and_effort_or_says_why_not(peta: LintasFungsi) -> None:
    for simpul in peta.simpul:
        if isinstance(simpul, Kegiatan):
            assert simpul.waktu is not None, simpul.id
            assert simpul.tindakan is not None, simpul.id
            assert simpul.beban is not None or "Beban tidak dihitung" in simpul.catatan, simpul.id


_HOURS = {"menit": Decimal(1) / 60, "jam": Decimal(1), "HK": Decimal("7.5")}


def test_alone_nobody_works_longer_than_it_takes(peta: LintasFungsi) -> None:
    for simpul in peta.simpul:
        if not isinstance(simpul, Kegiatan) or simpul.bersama or len(simpul.pelaksana) != 1 or simpul.beban is None:
            continue
        assert simpul.waktu is not None
        effort = simpul.beban.terlama * _HOURS[simpul.beban.satuan]
        assert effort <= simpul.waktu.terlama * _HOURS[simpul.waktu.satuan], simpul.id


def _in_hand(peta: LintasFungsi, id: str, seen: frozenset[str] = frozenset()) -> set[str]:
    """What the nearest work at or before the node holds: what it used and what it made."""
    simpul = peta.cari_simpul(id)
    if isinstance(simpul, Kerja):
        return {*simpul.pakai, *simpul.hasil}
    own = {simpul.produk} if isinstance(simpul, Tunggu) and simpul.produk else set()
    before = [alur.dari for alur in peta.masuk(id) if alur.dari not in seen]
    return own.union(*(_in_hand(peta, one, seen | {id}) for one in before))


def _needed(peta: LintasFungsi, id: str, by: JenisAlur = JenisAlur.URUT) -> list[set[str]]:
    """What each of the nearest works at or after the node uses; a message brings a wait what it waits for."""
    simpul = peta.cari_simpul(id)
    if isinstance(simpul, Kerja):
        return [set(simpul.pakai)]
    if isinstance(simpul, Tunggu) and by is JenisAlur.PESAN:
        return [{simpul.produk} if simpul.produk else set()]
    return [needed for alur in _exits(peta, id) for needed in _needed(peta, alur.ke)]


def test_what_is_handed_over_between_lanes_is_named(peta: LintasFungsi) -> None:
    for alur in peta.alur:
        dari, ke = peta.cari_simpul(alur.dari), peta.cari_simpul(alur.ke)
        assert dari is not None
        assert ke is not None
        if dari.jalur == ke.jalur or isinstance(dari, Mulai) or isinstance(ke, Selesai):
            continue
        in_hand = _in_hand(peta, dari.id)
        needed = _needed(peta, ke.id, alur.jenis)
        if isinstance(ke, Gerbang) and len(_entries(peta, ke.id)) > 1:
            assert not needed or any(in_hand & one for one in needed), alur.id
        else:
            assert all(in_hand & one for one in needed), alur.id


def test_what_is_used_was_made_before_or_comes_from_outside(peta: LintasFungsi, body: PetaProsesBisnis) -> None:
    graph = _graph(peta)
    given = {aliran.produk for aliran in body.aliran if aliran.ke == peta.proses}
    own = {aliran.produk for aliran in body.aliran if aliran.dari == peta.proses}
    for simpul in peta.simpul:
        if not isinstance(simpul, Kerja):
            continue
        before = nx.ancestors(graph, simpul.id)
        made = {p for one in peta.simpul if one.id in before and isinstance(one, Kerja) for p in one.hasil}
        assert set(simpul.pakai) <= made | given | own, (simpul.id, set(simpul.pakai) - made - given - own)


def test_inputs_and_outputs_of_the_process_occur_in_its_map(peta: LintasFungsi, body: PetaProsesBisnis) -> None:
    work = [simpul for simpul in peta.simpul if isinstance(simpul, Kerja)]
    used = {produk for simpul in work for produk in (*simpul.pakai, *simpul.hasil)}
    made = {produk for simpul in work for produk in simpul.hasil}
    assert {aliran.produk for aliran in body.aliran if aliran.ke == peta.proses} <= used
    assert {aliran.produk for aliran in body.aliran if aliran.dari == peta.proses} <= made


# References and sources


def test_all_references_resolve(peta: LintasFungsi, body: PetaProsesBisnis) -> None:
    produk = {one.id for one in body.produk}
    proses = body.cari_proses(peta.proses)
    assert proses is not None
    assert not any(other.induk == proses.id for other in body.proses)
    for jalur in peta.jalur:
        assert body.cari_pelaku(jalur.pelaku) is not None, jalur.id
    ids = {simpul.id for simpul in peta.simpul}
    assert {end for alur in peta.alur for end in (alur.dari, alur.ke)} <= ids
    for simpul in peta.simpul:
        assert peta.cari_jalur(simpul.jalur) is not None, simpul.id
        if isinstance(simpul, Kerja):
            for pelaku in (*simpul.pelaksana, *simpul.bersama):
                assert body.cari_pelaku(pelaku) is not None, (simpul.id, pelaku)
            assert {*simpul.pakai, *simpul.hasil} <= produk, simpul.id
        if isinstance(simpul, Tunggu):
            assert simpul.produk is None or simpul.produk in produk
            assert simpul.pihak is None or body.cari_pelaku(simpul.pihak) is not None
        if isinstance(simpul, Panggil):
            assert isinstance(simpul.lintas_fungsi, str)
            assert body.cari_lintas_fungsi(simpul.lintas_fungsi) is not None


def _ranges(peta: LintasFungsi) -> Iterable[tuple[str, Rentang]]:
    if peta.batas is not None:
        yield peta.id, peta.batas.waktu
    for simpul in peta.simpul:
        if isinstance(simpul, Tunggu) and simpul.paling_lama is not None:
            yield simpul.id, simpul.paling_lama
        if isinstance(simpul, Kerja) and simpul.tenggat is not None:
            yield simpul.id, simpul.tenggat.waktu


def test_limits_that_cite_the_law_say_what_the_law_says(body: PetaProsesBisnis) -> None:
    cited = [(one, r) for peta in body.lintas_fungsi for one, r in _ranges(peta) if r.nilai_hukum is not None]
    assert len(cited) >= 6
    for where, rentang in cited:
        nilai = cari_nilai(rentang.nilai_hukum or "", DECREED_ON)
        assert isinstance(nilai, Nilai), where
        assert (rentang.terlama, rentang.satuan.value) == (nilai.maks, nilai.satuan.value), where


def test_every_step_says_what_it_rests_on(peta: LintasFungsi) -> None:
    for simpul in _steps(peta):
        sumber = peta.sumber_simpul(simpul)
        assert sumber is not None, simpul.id
        assert sumber.acuan or sumber.baris, simpul.id
        assert ".md" not in sumber.acuan
    for sumber in peta.sumber:
        for path in sumber.untuk:
            if path.startswith("simpul/"):
                assert peta.cari_simpul(path.split("/")[1]) is not None, path


def test_nobody_has_confirmed_times_and_efforts_yet(peta: LintasFungsi) -> None:
    for simpul in peta.simpul:
        for field in ("waktu", "beban"):
            if getattr(simpul, field, None) is not None:
                assert peta.simpul_usulan(simpul, field), f"{simpul.id}/{field}"


def test_the_decree_names_the_map_in_the_line_given(peta: LintasFungsi, body: PetaProsesBisnis) -> None:
    decree = SHARED / "reference" / "keputusan-253-2020.txt"
    lines = [s.baris for s in peta.sumber if s.jenis is JenisSumber.KEPUTUSAN and "proses" in s.untuk]
    if not decree.exists() or not lines:
        pytest.skip("the decree's text is not here, or it does not name this map")
    proses = body.cari_proses(peta.proses)
    assert proses is not None
    assert decree.read_text(encoding="utf-8").splitlines()[int(lines[0]) - 1].startswith(f"{proses.kode} ")


# Each construct is used as real work uses it: in several maps

CONSTRUCTS: dict[str, Callable[[LintasFungsi], bool]] = {
    "parallel work": lambda peta: any(len(_exits(peta, s.id)) > 1 for s in peta.simpul if isinstance(s, Gerbang)),
    "join": lambda peta: any(len(_entries(peta, s.id)) > 1 for s in peta.simpul if isinstance(s, Gerbang)),
    "wait with a time-out": lambda peta: any(a.jenis is JenisAlur.TENGGAT for a in peta.alur),
    "call": lambda peta: any(isinstance(s, Panggil) for s in peta.simpul),
    "two ends": lambda peta: sum(isinstance(s, Selesai) for s in peta.simpul) >= 2,
    "limited return": lambda peta: any(a.jenis is JenisAlur.KEMBALI and a.paling_banyak for a in peta.alur),
    "decision of three ways": lambda peta: any(
        isinstance(s, Putusan) and sum(", sudah " not in a.nama for a in peta.keluar(s.id)) >= 3 for s in peta.simpul
    ),
    "messages": lambda peta: any(a.jenis is JenisAlur.PESAN for a in peta.alur),
    "meeting": lambda peta: any(isinstance(s, Kegiatan) and s.bersama for s in peta.simpul),
    "documents": lambda peta: any(isinstance(s, Kegiatan) and s.pakai and s.hasil for s in peta.simpul),
    "deadline": lambda peta: peta.batas is not None,
    "volume": lambda peta: peta.volume is not None,
    "effort": lambda peta: any(isinstance(s, Kegiatan) and s.beban for s in peta.simpul),
    "performer": lambda peta: any(isinstance(s, Kegiatan) and s.pelaksana for s in peta.simpul),
    "chances": lambda peta: any(a.peluang is not None for a in peta.alur),
    "time set by law": lambda peta: any(r.nilai_hukum for _, r in _ranges(peta)),
}


@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_the_construct_occurs_in_several_maps(construct: str, body: PetaProsesBisnis) -> None:
    maps = [peta.id for peta in body.lintas_fungsi if peta.id in FIRST_SIX and CONSTRUCTS[construct](peta)]
    assert len(maps) >= 2, maps
