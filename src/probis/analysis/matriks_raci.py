"""Turns lanes, acts, owners and hand-overs into RACI: who does, answers for, is asked and is told of each step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from probis.analysis._table import Analisis, Column, Row, Table
from probis.model import Kegiatan, Kerja, LintasFungsi, PetaProsesBisnis, Tindakan

ANALISIS = Analisis(
    title="Matriks RACI",
    summary="Pelaksana, penanggung jawab, yang dimintai pendapat, dan yang diberi tahu pada setiap langkah.",
)

_APPROVING = {Tindakan.MENYETUJUI, Tindakan.MENANDATANGANI, Tindakan.MENETAPKAN}
_COLUMNS = (
    Column("kode", "Kode"),
    Column("langkah", "Langkah"),
    Column("r", "R (pelaksana)"),
    Column("a", "A (penanggung jawab)"),
    Column("c", "C (dimintai pendapat)"),
    Column("i", "I (diberi tahu)"),
)


def analyse(model: PetaProsesBisnis, pada: date | None = None) -> Table:
    """Return a row for each step of work, maps in the order of their processes; `pada` changes nothing here.

    R is the lane's doer, with `bersama` unless the act is *membahas*: then these are C. A is the doer where the act
    approves (menyetujui, menandatangani, menetapkan), else the owner of the process. I are the doers of other lanes
    to whom a flow of the step leads directly.
    """
    place = {proses.id: number for number, proses in enumerate(model.pohon())}
    maps = sorted(model.lintas_fungsi, key=lambda peta: (place.get(peta.proses, len(place)), peta.id))
    rows = tuple(_row(model, peta, simpul) for peta in maps for simpul in peta.simpul if isinstance(simpul, Kerja))
    return Table(ANALISIS.title, _COLUMNS, rows)


def _row(model: PetaProsesBisnis, peta: LintasFungsi, simpul: Kerja) -> Row:
    lane = peta.cari_jalur(simpul.jalur)
    doer = [lane.pelaku] if lane is not None else []
    act = simpul.tindakan if isinstance(simpul, Kegiatan) else None
    asked = simpul.bersama if act is Tindakan.MEMBAHAS else ()
    proses = model.cari_proses(peta.proses)
    owner = model.pemilik(proses) if proses is not None else None
    answers = doer if act in _APPROVING else [owner] if owner else []
    told = []
    for alur in peta.keluar(simpul.id):
        after = peta.cari_simpul(alur.ke)
        there = peta.cari_jalur(after.jalur) if after is not None else None
        if there is not None and there.pelaku not in (*doer, *simpul.bersama):
            told.append(there.pelaku)
    done = [*doer, *(() if asked else simpul.bersama)]
    cells = (_named(model, each) for each in (done, answers, asked, told))
    return Row(f"lintas-fungsi/{peta.id}/{simpul.id}", (model.kode(peta.proses), simpul.nama or simpul.id, *cells))


def _named(model: PetaProsesBisnis, ids: Iterable[str]) -> str | None:
    return "; ".join(model.sebutan(each) for each in dict.fromkeys(ids)) or None
