"""Turns what processes serve into the matrix of the units' functions and processes."""

from __future__ import annotations

from datetime import date

from probis.analysis._served import served_by
from probis.analysis._table import Analisis, Column, Table
from probis.model import PetaProsesBisnis

ANALISIS = Analisis(
    title="Matriks fungsi dan proses",
    summary="Proses mana yang menjalankan setiap fungsi unit kerja.",
)


def analyse(model: PetaProsesBisnis, pada: date | None = None) -> Table:
    """Return a row for each function, unit by unit; `pada` changes nothing here."""
    heads = (Column("unit", "Unit kerja"), Column("bunyi", "Fungsi"))
    rows = (
        ("fungsi", fungsi.id, (unit.sebutan, fungsi.bunyi)) for unit in model.organisasi.unit for fungsi in unit.fungsi
    )
    return served_by(model, ANALISIS.title, heads, rows)
