"""The examples' SIPOC closes: nothing comes from nowhere or goes nowhere, and processes, maps and sentences agree."""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from probis.interchange.yaml import read
from probis.model import Bacaan, JenisSumber, PetaProsesBisnis
from probis.model.lintas_fungsi import Kerja, LintasFungsi, Tunggu
from probis.model.unsur import Unsur

_ROOT = Path(__file__).parents[2]
_EXAMPLES = _ROOT / "examples"
_FOLDERS = sorted(
    path.name for path in _EXAMPLES.iterdir() if path.is_dir() and not (path / ".probis-baca.json").exists()
)
"""The examples that are whole; what was read from a decree has the gaps of its decree."""
_BIRO = "biro-organisasi-ntt"
_SHARED = Path(os.environ.get("PROBIS_SHARED", _ROOT.parent / "shared"))
_DECREE = _SHARED / "reference" / "keputusan-253-2020.txt"
_SENTENCES = range(177, 191)
"""The decree's lines of the *penjelasan proses*, one numbered sentence a line."""


@cache
def bacaan(folder: str) -> Bacaan:
    root = _EXAMPLES / folder
    return read({str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()})


@pytest.fixture(params=_FOLDERS)
def peta(request: pytest.FixtureRequest) -> PetaProsesBisnis:
    return model(request.param)


def model(folder: str) -> PetaProsesBisnis:
    nilai = bacaan(folder).nilai
    assert nilai is not None, bacaan(folder).temuan
    return nilai


def _lintas_fungsi() -> list[str]:
    return sorted(path.stem for path in (_EXAMPLES / _BIRO / "lintas-fungsi").glob("*.yaml"))


def _work(lintas_fungsi: LintasFungsi, peta: PetaProsesBisnis, inside: bool) -> list[Kerja]:
    """The work of a map in the lanes of the body, or in those of outside parties."""
    return [
        simpul
        for simpul in lintas_fungsi.simpul
        if isinstance(simpul, Kerja)
        and (jalur := lintas_fungsi.cari_jalur(simpul.jalur)) is not None
        and peta.di_dalam(jalur.pelaku) is inside
    ]


def _used(work: list[Kerja]) -> set[str]:
    return {produk for simpul in work for produk in simpul.pakai}


def _made(work: list[Kerja]) -> set[str]:
    return {produk for simpul in work for produk in simpul.hasil}


def _awaited(lintas_fungsi: LintasFungsi) -> set[str]:
    return {simpul.produk for simpul in lintas_fungsi.simpul if isinstance(simpul, Tunggu) and simpul.produk}


# Flows


def test_every_output_has_a_customer_and_every_input_a_supplier(peta: PetaProsesBisnis) -> None:
    known = {*(one.id for one in peta.organisasi.unit), *(one.id for one in peta.organisasi.pihak)}
    for aliran in peta.aliran:
        ends = (aliran.dari, aliran.ke)
        assert all(end in known or peta.cari_proses(end) for end in ends), aliran.id
        assert any(peta.cari_proses(end) for end in ends), f"{aliran.id} passes every process by"
        assert aliran.dari != aliran.ke, aliran.id


def test_every_process_has_all_four_at_its_own_level(peta: PetaProsesBisnis) -> None:
    for proses in peta.proses:
        assert peta.masukan(proses.id), proses.id
        assert peta.keluaran(proses.id), proses.id


def test_flows_begin_and_end_at_the_lowest_level(peta: PetaProsesBisnis) -> None:
    leaves = {proses.id for proses in peta.daun()}
    for aliran in peta.aliran:
        for end in (aliran.dari, aliran.ke):
            assert peta.cari_proses(end) is None or end in leaves, aliran.id


def test_no_flow_stands_twice(peta: PetaProsesBisnis) -> None:
    flows = [(aliran.produk, aliran.dari, aliran.ke) for aliran in peta.aliran]
    assert sorted(flow for flow in set(flows) if flows.count(flow) > 1) == []


def test_a_flow_between_two_processes_is_seen_from_both(peta: PetaProsesBisnis) -> None:
    between = [aliran for aliran in peta.aliran if peta.cari_proses(aliran.dari) and peta.cari_proses(aliran.ke)]
    assert between
    for aliran in between:
        assert aliran in peta.keluaran(aliran.dari or ""), aliran.id
        assert aliran in peta.masukan(aliran.ke or ""), aliran.id
        supplier, customer = (peta.peta_dari(end or "") for end in (aliran.dari, aliran.ke))
        work = [simpul for one in supplier for simpul in one.simpul if isinstance(simpul, Kerja)]
        assert not supplier or aliran.produk in _made(work), f"{aliran.id}: not made in {aliran.dari}"
        work = [simpul for one in customer for simpul in one.simpul if isinstance(simpul, Kerja)]
        taken = _used(work).union(*(_awaited(one) for one in customer))
        assert not customer or aliran.produk in taken, f"{aliran.id}: not used in {aliran.ke}"


def test_what_crosses_a_frame_is_what_its_sub_processes_take_and_give_outside(peta: PetaProsesBisnis) -> None:
    for proses in peta.proses:
        children = peta.anak(proses.id)
        if not children:
            continue
        within = peta.cakupan(proses.id)
        taken = {a.id for child in children for a in peta.masukan(child.id) if a.dari not in within}
        given = {a.id for child in children for a in peta.keluaran(child.id) if a.ke not in within}
        assert {a.id for a in peta.masukan(proses.id)} == taken, proses.id
        assert {a.id for a in peta.keluaran(proses.id)} == given, proses.id


def test_no_process_stands_alone_in_the_body(peta: PetaProsesBisnis) -> None:
    """Every process of the first level takes from or gives to somebody outside its own units."""
    for proses in peta.anak(None):
        ends = {a.dari for a in peta.masukan(proses.id)} | {a.ke for a in peta.keluaran(proses.id)}
        assert any(peta.cari_proses(end) or not peta.di_dalam(end or "") for end in ends), proses.id


# The dictionary of products


def test_every_product_is_used_by_a_flow_or_a_map(peta: PetaProsesBisnis) -> None:
    used = {aliran.produk for aliran in peta.aliran}
    for one in peta.lintas_fungsi:
        work = [simpul for simpul in one.simpul if isinstance(simpul, Kerja)]
        used |= _used(work) | _made(work) | _awaited(one)
    known = {produk.id for produk in peta.produk}
    assert known - used == set()
    assert used - known == set()


def _fold(name: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", name).casefold().split())


def test_each_product_has_a_name_of_its_own(peta: PetaProsesBisnis) -> None:
    names: dict[str, list[str]] = {}
    for produk in peta.produk:
        names.setdefault(_fold(produk.nama), []).append(produk.id)
    assert [ids for ids in names.values() if len(ids) > 1] == []


def test_products_are_named_as_things_not_as_acts(peta: PetaProsesBisnis) -> None:
    for produk in peta.produk:
        assert not re.match(r"(?:Me[mnl]|Men[gy])[a-z]+ ", produk.nama), produk.nama


# Leaves and their maps


@pytest.mark.parametrize("id_", _lintas_fungsi())
def test_what_outsiders_make_and_the_body_uses_comes_in(id_: str) -> None:
    peta = model(_BIRO)
    one = peta.cari_lintas_fungsi(id_)
    assert one is not None
    inside, outside = _work(one, peta, True), _work(one, peta, False)
    comes_in = {aliran.produk for aliran in peta.aliran if aliran.ke == one.proses}
    from_outside = (_made(outside) - _made(inside)) & (_used(inside) | _awaited(one))
    own = {aliran.produk for aliran in peta.aliran if aliran.dari == one.proses}
    assert from_outside - comes_in - own == set()


@pytest.mark.parametrize("id_", _lintas_fungsi())
def test_what_the_body_makes_and_nobody_on_the_map_uses_goes_out(id_: str) -> None:
    peta = model(_BIRO)
    one = peta.cari_lintas_fungsi(id_)
    assert one is not None
    inside, outside = _work(one, peta, True), _work(one, peta, False)
    goes_out = {aliran.produk for aliran in peta.aliran if aliran.dari == one.proses}
    assert _made(inside) - _used(inside) - _used(outside) - goes_out == set()


@pytest.mark.parametrize("id_", _lintas_fungsi())
def test_what_comes_in_is_used_and_what_goes_out_is_made(id_: str) -> None:
    peta = model(_BIRO)
    one = peta.cari_lintas_fungsi(id_)
    assert one is not None
    inside, outside = _work(one, peta, True), _work(one, peta, False)
    for aliran in peta.masukan(one.proses):
        assert aliran.produk in _used(inside) | _used(outside) | _awaited(one), aliran.id
    for aliran in peta.keluaran(one.proses):
        assert aliran.produk in _made(inside) | _made(outside), aliran.id


# The fourteen sentences


def _lines(element: Unsur) -> Iterator[int]:
    for sumber in element.sumber:
        if sumber.jenis is JenisSumber.KEPUTUSAN and not sumber.untuk and sumber.baris.isdigit():
            yield int(sumber.baris)


def test_each_sentence_stands_on_its_line_and_is_about_what_rests_on_that_line() -> None:
    peta = model(_BIRO)
    assert [next(_lines(one)) for one in peta.penjelasan] == list(_SENTENCES)
    for penjelasan in peta.penjelasan:
        assert penjelasan.tentang
        for ref in penjelasan.tentang:
            element = peta.cari(f"aliran/{ref}") or peta.cari(f"hubungan/{ref}")
            assert isinstance(element, Unsur), ref
            assert list(_lines(element)) == list(_lines(penjelasan)), ref


def test_what_rests_on_a_sentence_is_named_by_its_explanation_once() -> None:
    peta = model(_BIRO)
    named = [ref for penjelasan in peta.penjelasan for ref in penjelasan.tentang]
    assert len(named) == len(set(named))
    resting = [one.id for one in (*peta.aliran, *peta.hubungan) if set(_lines(one)) & set(_SENTENCES)]
    assert sorted(resting) == sorted(named)
    assert all(list(_lines(hubungan)) for hubungan in peta.hubungan), "a relation that no sentence says"


def test_whoever_a_sentence_names_is_an_end_of_what_it_is_about() -> None:
    peta = model(_BIRO)
    for penjelasan in peta.penjelasan:
        (line,) = _lines(penjelasan)
        elements = [peta.cari(f"aliran/{ref}") or peta.cari(f"hubungan/{ref}") for ref in penjelasan.tentang]
        ends = {end for one in elements for end in (getattr(one, "dari", None), getattr(one, "ke", None)) if end}
        above = {up.id for end in ends if (proses := peta.cari_proses(end)) for up in peta.garis_induk(proses)}
        for kutipan in bacaan(_BIRO).naskah[0].kutipan:
            if kutipan.baris == str(line) and kutipan.sebagai in ("nama", "sebutan", "pihak"):
                assert kutipan.tentang.partition("/")[2] in ends | above, (line, kutipan.teks)


@pytest.mark.skipif(not _DECREE.exists(), reason="the decree is not here")
def test_each_product_of_a_sentence_stands_in_it() -> None:
    lines = _DECREE.read_text(encoding="utf-8").splitlines()
    peta = model(_BIRO)
    for aliran in peta.aliran:
        for line in set(_lines(aliran)) & set(_SENTENCES):
            assert _fold(peta.nama_produk(aliran.produk)) in _fold(lines[line - 1]), aliran.id
