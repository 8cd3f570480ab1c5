"""The register of products and the matrix of processes and units hold what the model says, counted anew here."""

from pathlib import Path

import pytest

from bodies import example
from probis.analysis import find_analysis
from probis.model import PetaProsesBisnis

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").iterdir())


def _model(folder: Path) -> PetaProsesBisnis:
    return example(folder.name)


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_every_flow_stands_in_the_register_of_products(folder: Path) -> None:
    model = _model(folder)
    table = find_analysis("daftar-produk").analyse(model, None)
    rows = {table.cell(row, "nama"): row for row in table.rows}
    assert len(model.produk) <= len(table.rows)
    for flow in model.aliran:
        row = rows[model.nama_produk(flow.produk)]
        for key, end in (("dari", flow.dari), ("ke", flow.ke)):
            assert not end or model.sebutan(end) in str(table.cell(row, key))
    for peta in model.lintas_fungsi:
        for step in peta.simpul:
            lane = peta.cari_jalur(step.jalur)
            for key, field in (("pembuat", "hasil"), ("pemakai", "pakai")):
                for product in getattr(step, field, ()):
                    assert lane and model.sebutan(lane.pelaku) in str(table.cell(rows[model.nama_produk(product)], key))


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_the_matrix_marks_exactly_owners_lanes_and_those_involved(folder: Path) -> None:
    model = _model(folder)
    table = find_analysis("matriks-unit").analyse(model, None)
    assert [row.alamat for row in table.rows] == [f"proses/{proses.id}" for proses in model.pohon()]
    for row in table.rows:
        id_ = row.alamat.removeprefix("proses/")
        proses = model.cari_proses(id_)
        assert proses is not None
        marked = {c.key.removeprefix("pelaku/"): cell for c, cell in zip(table.columns, row.cells, strict=True)}
        marked = {key: cell for key, cell in marked.items() if cell and key not in ("kode", "nama")}
        below = [p.id for p in model.proses if proses in model.garis_induk(p)]
        lanes = {lane.pelaku for peta in model.lintas_fungsi if peta.proses in below for lane in peta.jalur}
        involved = {who for p in model.proses if p.id in below for who in p.terlibat}
        owner = {model.pemilik(proses)} - {None}
        assert set(marked) == lanes | involved | owner
        assert {who for who, mark in marked.items() if "L" in str(mark)} == lanes
        assert {who for who, mark in marked.items() if "P" in str(mark)} == owner


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_every_step_of_work_has_one_who_answers_for_it(folder: Path) -> None:
    model = _model(folder)
    table = find_analysis("matriks-raci").analyse(model, None)
    rows = {row.alamat: row for row in table.rows}
    for peta in model.lintas_fungsi:
        proses = model.cari_proses(peta.proses)
        for step in peta.simpul:
            row = rows.pop(f"lintas-fungsi/{peta.id}/{step.id}", None)
            assert (row is not None) == hasattr(step, "bersama")
            if row is None or proses is None:
                continue
            lane = peta.cari_jalur(step.jalur)
            doer = model.sebutan(lane.pelaku) if lane else None
            approves = str(getattr(step, "tindakan", None)) in ("menyetujui", "menandatangani", "menetapkan")
            assert table.cell(row, "a") == (doer if approves else model.sebutan(model.pemilik(proses)) or None)
            if doer:
                assert str(table.cell(row, "r")).split("; ")[0] == doer
            together = {model.sebutan(who) for who in getattr(step, "bersama", ())} - {doer}
            asked = str(getattr(step, "tindakan", None)) == "membahas"
            assert together <= set(str(table.cell(row, "c" if asked else "r")).split("; "))
    assert not rows
