"""Turns SOPs and lintas fungsi into the register of SOPs: number, days, state, and whether the map has changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from probis.analysis._raci import map_name, maps_in_order
from probis.analysis._table import Analisis, Cell, Column, ColumnKind, Row, Table
from probis.model import LintasFungsi, PetaProsesBisnis, Sop, StatusSop, Varian, berubah, sidik

ANALISIS = Analisis(
    title="Register SOP",
    summary="SOP setiap lintas fungsi: nomor, tanggal, status, kesesuaian dengan petanya, dan evaluasi terakhir.",
)

_COLUMNS = (
    Column("kode", "Kode"),
    Column("lintas_fungsi", "Lintas fungsi"),
    Column("nomor", "Nomor SOP"),
    Column("pembuatan", "Tanggal pembuatan"),
    Column("revisi", "Revisi ke", ColumnKind.NUMBER),
    Column("tanggal_revisi", "Tanggal revisi"),
    Column("efektif", "Tanggal efektif"),
    Column("status", "Status"),
    Column("peta", "Terhadap peta"),
    Column("evaluasi", "Evaluasi terakhir"),
    Column("penerapan", "Penerapan"),
    Column("hasil", "Hasil evaluasi"),
)

SESUAI, TAK_TERCATAT = "sesuai", "belum tercatat"


def analyse(model: PetaProsesBisnis, pada: date | None = None) -> Table:
    """Return a row for each SOP in the order of the processes, and one for each lintas fungsi without.

    A SOP in force is *sesuai* (its map is as on the day it was set), *basi* with what has changed, or *belum tercatat*
    (nobody recorded the map of that day). `pada` changes nothing here.
    """
    by_map: dict[str, list[Sop]] = {}
    for sop in model.sop:
        by_map.setdefault(sop.lintas_fungsi, []).append(sop)
    rows: list[Row] = []
    for peta in maps_in_order(model):
        found = by_map.pop(peta.id, [])
        rows += [_row(model, sop, peta) for sop in found]
        if not found:
            cells = (model.kode(peta.proses), map_name(model, peta), *(None,) * 5, "belum ada", *(None,) * 4)
            rows.append(Row(f"lintas-fungsi/{peta.id}", cells))
    rows += [_row(model, sop, None) for rest in by_map.values() for sop in rest]
    return Table(ANALISIS.title, _COLUMNS, tuple(rows), notes=tuple(_notes(model)))


def _row(model: PetaProsesBisnis, sop: Sop, peta: LintasFungsi | None) -> Row:
    last = sop.evaluasi_terakhir
    cells: tuple[Cell, ...] = (
        model.kode(peta.proses) if peta else None,
        map_name(model, peta) if peta else sop.judul or sop.lintas_fungsi,
        sop.nomor or None,
        _day(sop.tanggal_pembuatan),
        sop.revisi,
        _day(sop.tanggal_revisi),
        _day(sop.tanggal_efektif),
        str(sop.status),
        against_map(model, sop),
        _day(last.tanggal) if last else None,
        str(last.penerapan) if last and last.penerapan else None,
        (last.hasil or None) if last else None,
    )
    return Row(f"sop/{sop.id}", cells)


def against_map(model: PetaProsesBisnis, sop: Sop) -> str | None:
    """Return how a SOP in force stands to its map; None for one that is not in force or has no map."""
    peta = model.cari_lintas_fungsi(sop.lintas_fungsi)
    if peta is None or sop.status is not StatusSop.BERLAKU:
        return None
    if not sop.sidik_peta:
        return TAK_TERCATAT
    changed = berubah(sop.sidik_peta, sidik(model, peta))
    return f"basi: {', '.join(changed)}" if changed else SESUAI


def _notes(model: PetaProsesBisnis) -> Iterator[str]:
    now = {peta.id for peta in model.lintas_fungsi if peta.varian is Varian.KINI}
    valid = [sop for sop in model.sop if sop.status is StatusSop.BERLAKU and sop.lintas_fungsi in now]
    stale = sum((against_map(model, sop) or "").startswith("basi") for sop in valid)
    without = len(now - {sop.lintas_fungsi for sop in model.sop if sop.status is not StatusSop.DICABUT})
    yield (
        f"Dari {len(now)} lintas fungsi yang berjalan, {len({sop.lintas_fungsi for sop in valid})} punya SOP yang "
        f"berlaku dan {without} belum punya SOP."
    )
    if stale:
        yield f"{stale} SOP basi: petanya berubah sesudah SOP ditetapkan."


def _day(day: date | None) -> str | None:
    return f"{day.day:02}-{day.month:02}-{day.year:04}" if day else None
