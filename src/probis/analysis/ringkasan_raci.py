"""Turns the RACI of all steps into one matrix: lintas fungsi by those who have a part in them."""

from __future__ import annotations

from datetime import date

from probis.analysis._raci import LETTERS, map_name, maps_in_order, raci, raci_matrix, works
from probis.analysis._table import Analisis, Column, Table
from probis.model import LintasFungsi, PetaProsesBisnis

ANALISIS = Analisis(
    title="Ringkasan RACI",
    summary="Peran setiap pelaku dalam setiap lintas fungsi, dihimpun dari peran pada langkah-langkahnya.",
)


def analyse(model: PetaProsesBisnis, pada: date | None = None) -> Table:
    """Return a row for each lintas fungsi and a column for each doer, with every letter he has in one of its steps.

    `pada` changes nothing here.
    """
    maps = maps_in_order(model)
    held = [_row(model, peta) for peta in maps]
    rows = tuple(
        (f"lintas-fungsi/{peta.id}", (model.kode(peta.proses), map_name(model, peta)), letters)
        for peta, letters in zip(maps, held, strict=True)
    )
    return raci_matrix(model, ANALISIS.title, (Column("kode", "Kode"), Column("nama", "Lintas fungsi")), rows)


def _row(model: PetaProsesBisnis, peta: LintasFungsi) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for simpul in works(peta):
        for letter, ids in raci(model, peta, simpul).items():
            for id_ in ids:
                found.setdefault(id_, set()).add(letter)
    return {id_: "".join(letter for letter in LETTERS if letter in letters) for id_, letters in found.items()}
