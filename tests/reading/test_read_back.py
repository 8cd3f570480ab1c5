"""A decree that Probis wrote, read back: what it prints as text comes back as the model that it was written from."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from probis.cli._folder import read_model
from probis.documents import writer
from probis.model import Kerja, PetaProsesBisnis
from probis.paper.render import rendered
from probis.reading.blocks import blocks
from probis.reading.declared import undeclared
from probis.reading.draft import draft
from probis.reading.formats import read
from probis.reading.quotations import quoted
from reading.draft_scoring import items
from reading.scoring import fold

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
BODY = "kecamatan-telaga-arum"
FLOORS = {
    "keputusan": (1.0, 1.0),
    "isi": (1.0, 1.0),
    "mengingat": (1.0, 1.0),
    "arah": (1.0, 8 / 11),  # the indicators are not printed
    "unit": (1.0, 1.0),
    "tugas": (1.0, 1.0),
    "fungsi": (1.0, 1.0),
    "proses": (1.0, 1.0),
    "pemilik": (1.0, 1.0),
    "penjelasan": (1.0, 1.0),
}
"""Precision and recall that must be reached, by kind."""


@cache
def _written() -> PetaProsesBisnis:
    return read_model(EXAMPLES / BODY)[1]


@cache
def _read(form: str) -> PetaProsesBisnis:
    data = rendered(writer("keputusan")(_written(), None, pada=date(2026, 11, 24)), form)
    whole = quoted(read(f"keputusan.{form}", data))
    return draft(whole.naskah, None, 2026, whole.document).model


@pytest.mark.parametrize("kind", FLOORS)
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_written_decree_gives_its_model_back(form: str, kind: str) -> None:
    expected, found = items(_written(), kind), items(_read(form), kind)
    precision, recall = FLOORS[kind]
    assert len(found & expected) >= precision * len(found), f"too much: {sorted(found - expected)}"
    assert len(found & expected) >= recall * len(expected), f"missed: {sorted(expected - found)}"


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_written_sops_give_their_steps_back(form: str) -> None:
    data = rendered(writer("sop-buku")(_written(), None, pada=date(2026, 11, 24)), form)
    whole = quoted(read(f"sop.{form}", data))
    made = draft(whole.naskah, None, 2026, whole.document).model
    expected, found = set(_steps(_written())), set(_steps(made))
    assert expected <= found, f"missed: {sorted(expected - found)}"
    # a wait and its time limit are printed as a step and a question, and so they are read
    assert len(found - expected) <= 2, f"too much: {sorted(found - expected)}"
    assert len(made.lintas_fungsi) == len(made.sop) == len(_written().lintas_fungsi)
    assert {sop.disahkan.jabatan for sop in made.sop if sop.disahkan} == {"Camat Telaga Arum"}
    assert not [sop.nomor or sop.kualifikasi for sop in made.sop if sop.nomor or sop.kualifikasi]  # dots, not words


def _steps(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    """Code and name of the process, name of the step, and those who do it by the names that a sheet has room for."""
    for peta in model.lintas_fungsi:
        proses = model.cari_proses(peta.proses)
        lanes = {jalur.id: jalur.pelaku for jalur in peta.jalur}
        for one in peta.simpul:
            if isinstance(one, Kerja):
                who = sorted(_short(model, each) for each in (lanes.get(one.jalur or "", ""), *one.bersama))
                yield proses.kode if proses else "", proses.nama if proses else "", fold(one.nama), ", ".join(who)


def _short(model: PetaProsesBisnis, id_: str) -> str:
    found = model.cari_pelaku(id_)
    return (found.nama_singkat or found.nama) if found is not None else ""


def test_a_mark_goes_only_where_the_document_explains_it() -> None:
    said = "1. Penyusunan Standar Pelayanan usulan\n2. Penyelenggaraan Forum Dengar Usulan\n"
    legend = "Tanda usulan menunjukkan isian yang belum dikonfirmasi oleh unit yang bersangkutan.\n"
    for before, first in (("", "Penyusunan Standar Pelayanan usulan"), (legend, "Penyusunan Standar Pelayanan")):
        made = undeclared(blocks(read("a.txt", (before + "\n" + said).encode()).lines))
        assert [each.text for each in made if each.label] == [first, "Penyelenggaraan Forum Dengar Usulan"]
