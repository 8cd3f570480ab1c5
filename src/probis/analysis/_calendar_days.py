"""Turns a time in calendar days, weeks or months into the fewest and the most working days that it can hold."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from probis.law.libur import hari_kerja
from probis.model import Rentang, Satuan

_CALENDAR = {Satuan.HARI: 1, Satuan.MINGGU: 7}
_LONGEST = 3660  # days; beyond ten years nobody counts working days


def working_days_within(rentang: Rentang, pada: date) -> tuple[int, int] | None:
    """Return the fewest and the most HK in a time that runs on the calendar, by the day on which it begins.

    It may begin on any day of the year of `pada`; the day it begins on is not counted. Saturdays, Sundays and, in the
    years whose calendar is known, national holidays and cuti bersama are taken off. None for a time that is counted in
    working hours or days itself, is no whole number, or is longer than ten years.
    """
    many = rentang.terlama
    if many != many.to_integral_value() or not 1 <= many <= _LONGEST:
        return None
    if rentang.satuan is Satuan.BULAN and many <= _LONGEST // 31:
        return _within(0, int(many), pada.year)
    days = int(many) * _CALENDAR.get(rentang.satuan, 0)
    return _within(days, 0, pada.year) if 0 < days <= _LONGEST else None


@cache
def _within(days: int, months: int, year: int) -> tuple[int, int]:
    first = date(year, 1, 1)
    span = 366 + _LONGEST + 62
    worked = list(accumulate((hari_kerja(first + timedelta(days=n)) for n in range(span)), initial=0))
    found = []
    for start in range(366 if monthrange(year, 2)[1] == 29 else 365):
        end = start + days if days else (_later(first + timedelta(days=start), months) - first).days
        found.append(worked[end + 1] - worked[start + 1])
    return min(found), max(found)


def _later(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
