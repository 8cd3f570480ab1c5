"""Turns the steps of all lintas fungsi into the load of each doer: work, hand-overs, returns, hours in a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from probis.analysis._counts import hand_overs, returns, steps
from probis.analysis._raci import maps_in_order
from probis.analysis._table import Analisis, Cell, Column, ColumnKind, Row, Table
from probis.analysis._working_days import convention, judged_on, working_days
from probis.law.nilai import Nilai, angka, cari_nilai
from probis.law.peraturan import cari_peraturan, singkatan
from probis.model import (
    AcuanLuar,
    Kegiatan,
    Kerja,
    LintasFungsi,
    Masa,
    Panggil,
    PetaProsesBisnis,
    Rentang,
    Satuan,
    Varian,
    Volume,
)

ANALISIS = Analisis(
    title="Beban kerja menurut peta",
    summary="Langkah, serah terima, pengembalian, dan beban kerja setahun setiap pelaku, menurut beban dan volume.",
)

EFFECTIVE = "abk-waktu-kerja-efektif-jam"
"""The effective hours of one employee in a year, by which a load becomes a number of people."""

_COLUMNS = (
    Column("pelaku", "Pelaku"),
    Column("jenis", "Jenis"),
    Column("peta", "Lintas fungsi", ColumnKind.NUMBER),
    Column("langkah", "Langkah", ColumnKind.NUMBER),
    Column("diterima", "Serah terima masuk", ColumnKind.NUMBER),
    Column("diserahkan", "Serah terima keluar", ColumnKind.NUMBER),
    Column("kembali", "Dikembalikan kepadanya", ColumnKind.NUMBER),
    Column("terhitung", "Langkah yang bebannya terhitung", ColumnKind.SHARE),
    Column("beban", "Beban setahun (HK)", ColumnKind.HK),
    Column("jam", "Beban setahun (jam)", ColumnKind.HK),
    Column("orang", "Setara orang", ColumnKind.HK),
)
_A_YEAR = {Masa.MINGGU: 52, Masa.BULAN: 12, Masa.TRIWULAN: 4, Masa.SEMESTER: 2, Masa.TAHUN: 1}
_KINDS = {"unit": "unit", "jabatan": "jabatan", "pihak": "pihak luar"}


@dataclass(slots=True)
class _Load:
    maps: set[str] = field(default_factory=set)
    steps: int = 0
    received: int = 0
    given: int = 0
    returned: int = 0
    work: int = 0
    counted: int = 0
    days: Fraction = Fraction(0)


def analyse(model: PetaProsesBisnis, pada: date | None = None) -> Table:
    """Return a row for each doer of a lane, in the order of the organisation, and one over all.

    The load of a year is, over the activities and decisions of its lanes, effort (`beban`, the middle of its range)
    times how often the map runs in a year (`volume`): time of work times volume, as PermenPANRB 1/2020 reckons a
    workload. Every step counts once a run, whatever exit is taken, and no return is counted; what a map calls counts
    with the volume of the called map. "Setara orang" is hours over the effective hours of one employee in a year.
    """
    day = judged_on(model, pada)
    loads: dict[str, _Load] = {}
    for peta in maps_in_order(model):
        if peta.varian is Varian.KINI:
            _add(peta, loads, day)
    known = [one.id for kind in _KINDS for one in model.jenis[kind] if hasattr(one, "id")]
    order = [*(id_ for id_ in known if id_ in loads), *sorted(set(loads) - set(known))]
    rows = tuple(
        Row(_address(model, id_), _cells(model.sebutan(id_), _kind(model, id_), loads[id_], day)) for id_ in order
    )
    whole = _whole(loads.values())
    return Table(
        ANALISIS.title,
        _COLUMNS,
        rows,
        total=Row("instansi", _cells("Seluruhnya", None, whole, day)) if rows else None,
        notes=_notes(day),
    )


def _add(peta: LintasFungsi, loads: dict[str, _Load], day: date) -> None:
    doers = {jalur.id: jalur.pelaku for jalur in peta.jalur}
    at = {simpul.id: doers.get(simpul.jalur or "", "") for simpul in peta.simpul}
    runs = a_year(peta.volume, day)
    for doer in doers.values():
        loads.setdefault(doer, _Load()).maps.add(peta.id)
    for simpul in steps(peta):
        load = loads.get(at[simpul.id])
        if load is None:
            continue
        load.steps += 1
        if not isinstance(simpul, Kerja) or (
            isinstance(simpul, Panggil) and not isinstance(simpul.lintas_fungsi, AcuanLuar)
        ):
            continue
        load.work += isinstance(simpul, Kegiatan) or simpul.beban is not None
        effort = middle(simpul.beban, day)
        if effort is not None and runs is not None:
            load.counted += 1
            load.days += effort * runs
    for giver, taker in hand_overs(peta):
        loads[at[giver]].given += 1
        loads[at[taker]].received += 1
    for alur in returns(peta):
        if at.get(alur.ke) in loads:
            loads[at[alur.ke]].returned += 1


def a_year(volume: Volume | None, pada: date) -> Fraction | None:
    """Return how often a year a volume means; per day counts the working days of a year. None where not known."""
    if volume is None:
        return None
    if volume.per is Masa.HARI:
        days = working_days(Rentang.model_validate(f"12 {Satuan.BULAN}"), pada)
        return None if days is None else volume.jumlah * days
    return Fraction(volume.jumlah * _A_YEAR[volume.per])


def middle(rentang: Rentang | None, pada: date) -> Fraction | None:
    """Return the middle of a range in HK; None where it is not known."""
    longest = working_days(rentang, pada) if rentang is not None else None
    if rentang is None or longest is None or not rentang.terlama:
        return longest
    return longest * (Fraction(rentang.min) + Fraction(rentang.terlama)) / (2 * Fraction(rentang.terlama))


def _whole(loads: Iterable[_Load]) -> _Load:
    whole = _Load()
    for load in loads:
        whole.maps |= load.maps
        whole.steps += load.steps
        whole.received += load.received
        whole.given += load.given
        whole.returned += load.returned
        whole.work += load.work
        whole.counted += load.counted
        whole.days += load.days
    return whole


def _hours(day: date) -> tuple[Fraction | None, Fraction | None]:
    """The hours of a working day, and the effective hours of one employee in a year."""
    one = working_days(Rentang.model_validate("1 jam"), day)
    effective = cari_nilai(EFFECTIVE, day)
    people = Fraction(effective.tepat) if isinstance(effective, Nilai) and effective.tepat is not None else None
    return (1 / one if one else None), people


def _cells(name: str, kind: str | None, load: _Load, day: date) -> tuple[Cell, ...]:
    a_day, effective = _hours(day)
    days = load.days if load.counted else None
    hours = days * a_day if days is not None and a_day is not None else None
    people = hours / effective if hours is not None and effective else None
    share = Fraction(load.counted, load.work) if load.work else None
    return (
        name,
        kind,
        len(load.maps),
        load.steps,
        load.received,
        load.given,
        load.returned,
        share,
        days,
        hours,
        people,
    )


def _address(model: PetaProsesBisnis, id: str) -> str:
    kind = next((kind for kind in _KINDS if model.cari(f"{kind}/{id}") is not None), "")
    return f"{kind}/{id}" if kind else "instansi"


def _kind(model: PetaProsesBisnis, id: str) -> str | None:
    return next((word for kind, word in _KINDS.items() if model.cari(f"{kind}/{id}") is not None), None)


def _notes(day: date) -> tuple[str, ...]:
    effective = cari_nilai(EFFECTIVE, day)
    law = cari_peraturan(effective.sumber) if isinstance(effective, Nilai) and effective.sumber else None
    people = (
        f"Setara orang: jam dibagi {angka(effective.tepat)} jam kerja efektif setahun"
        + (f" ({singkatan(law)})." if law is not None else ".")
        if isinstance(effective, Nilai) and effective.tepat is not None
        else "Setara orang tidak dihitung: jam kerja efektif pada tanggal ini tidak diketahui."
    )
    return (
        "Beban setahun: beban langkah, tengah rentangnya, kali volume peta setahun. Setiap langkah dihitung sekali "
        "setiap kali peta berjalan, tanpa pengembalian; yang dipanggil dihitung menurut volumenya sendiri. Hanya "
        "peta kini.",
        "Serah terima: pekerjaan berpindah dari satu pelaku ke pelaku lain menurut alur maju, pesan, atau tenggat. "
        f"{people} Angka ini menurut peta, bukan hasil analisis beban kerja.",
        convention(day),
    )
