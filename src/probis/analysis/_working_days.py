"""Turns times in minutes, hours, weeks, calendar days and months into working days (HK), as of a day.

A working day is as long as the legal value `jam-kerja-sehari` says, a week has as many as fill `jam-kerja-seminggu`.
A month is a twelfth of 365 calendar days. Public holidays are not taken off: they differ from year to year, and a time
and its limit are measured by the same rule; how far a limit on the calendar may differ is in `_calendar_days`.
Certainty: the hours as in `law/`; the month is arithmetic of the calendar (pengetahuan umum), no regulation sets it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache

from probis.law.nilai import Nilai, SatuanNilai, angka, cari_nilai
from probis.model import PetaProsesBisnis, Rentang, Satuan

_WEEK = 7
_MONTH = Fraction(365, 12)


@cache
def _minutes(id: str, pada: date) -> Fraction | None:
    nilai = cari_nilai(id, pada)
    if not isinstance(nilai, Nilai) or nilai.tepat is None:
        return None
    per_unit = {SatuanNilai.MENIT: 1, SatuanNilai.JAM: 60}.get(nilai.satuan)
    return Fraction(nilai.tepat) * per_unit if per_unit else None


@cache
def _one(satuan: Satuan, pada: date) -> Fraction | None:
    """How many working days one unit is, or None where no value of law holds on that day."""
    if satuan is Satuan.HK:
        return Fraction(1)
    day, week = _minutes("jam-kerja-sehari", pada), _minutes("jam-kerja-seminggu", pada)
    if not day or not week:
        return None
    days_a_week = week / day
    return {
        Satuan.MENIT: 1 / day,
        Satuan.JAM: 60 / day,
        Satuan.MINGGU: days_a_week,
        Satuan.HARI: days_a_week / _WEEK,
        Satuan.BULAN: _MONTH * days_a_week / _WEEK,
    }[satuan]


def working_days(rentang: Rentang, pada: date) -> Fraction | None:
    """Return the longest time a range allows in HK, exact; None where law sets no hours of work on that day."""
    one = _one(rentang.satuan, pada)
    return None if one is None else Fraction(rentang.terlama) * one


def convention(pada: date) -> str:
    """Say in a sentence how times become HK on that day."""
    day, month = _minutes("jam-kerja-sehari", pada), _one(Satuan.BULAN, pada)
    if day is None or month is None:
        return "Hanya waktu dalam HK yang dihitung: jam kerja pada tanggal ini tidak diketahui."
    hours = angka((Decimal(day.numerator) / day.denominator / 60).normalize())
    days = angka(round(Decimal(month.numerator) / month.denominator, 2))
    return f"1 HK = {hours} jam kerja; 7 hari = 1 minggu; 1 bulan = {days} HK, hari libur nasional tidak dikurangkan."


def judged_on(model: PetaProsesBisnis, pada: date | None) -> date:
    """Return the day whose law holds: the one given, else that of the decree, else the first of the period."""
    if pada is not None:
        return pada
    decided = model.keputusan.tanggal if model.keputusan is not None else None
    return decided or date(model.instansi.periode.awal, 1, 1)
