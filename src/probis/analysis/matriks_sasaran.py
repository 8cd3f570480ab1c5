"""Turns what processes serve into the matrix of objectives (and what stands above them) and processes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from probis.analysis._served import Served, served_by
from probis.analysis._table import Analisis, Column, Table
from probis.model import Area, PetaProsesBisnis

ANALISIS = Analisis(
    title="Matriks sasaran dan proses",
    summary="Proses mana yang melayani setiap sasaran, serta misi, tujuan, dan area perubahan yang disebut langsung.",
)


def analyse(model: PetaProsesBisnis, pada: date | None = None) -> Table:
    """Return a row for each objective, and for each mission, goal and area that a process or the body names itself.

    Where the body says what it answers for (`dilayani`), of the objectives too only those that are named: the others
    are its parent's. `pada` changes nothing here.
    """
    heads = (Column("jenis", "Jenis"), Column("bunyi", "Yang dilayani"))
    return served_by(model, ANALISIS.title, heads, _rows(model))


def _rows(model: PetaProsesBisnis) -> Iterator[Served]:
    arah = model.arah
    named = {*arah.dilayani, *(id_ for proses in model.proses for id_ in proses.melayani)}
    groups = (("misi", arah.misi), ("tujuan", arah.tujuan), ("sasaran", arah.sasaran), ("area", arah.area))
    for kind, elements in groups:
        for one in elements:
            if one.id in named or (kind == "sasaran" and not arah.dilayani):
                yield kind, one.id, (kind, one.nama if isinstance(one, Area) else one.bunyi)
