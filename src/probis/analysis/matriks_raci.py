"""Turns lanes, acts, owners and hand-overs into RACI: who does, answers for, is asked and is told of each step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from probis.analysis._raci import MEANING, maps_in_order, raci, works
from probis.analysis._table import Analisis, Column, Row, Table
from probis.model import PetaProsesBisnis

ANALISIS = Analisis(
    title="Matriks RACI",
    summary="Pelaksana, penanggung jawab, yang dimintai pendapat, dan yang diberi tahu pada setiap langkah.",
)

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

    Who stands under which letter is what `raci` says.
    """
    rows = tuple(
        Row(
            f"lintas-fungsi/{peta.id}/{simpul.id}",
            (
                model.kode(peta.proses),
                simpul.nama or simpul.id,
                *(_named(model, ids) for ids in raci(model, peta, simpul).values()),
            ),
        )
        for peta in maps_in_order(model)
        for simpul in works(peta)
    )
    return Table(ANALISIS.title, _COLUMNS, rows, notes=(MEANING,))


def _named(model: PetaProsesBisnis, ids: Iterable[str]) -> str | None:
    return "; ".join(model.sebutan(each) for each in ids) or None
