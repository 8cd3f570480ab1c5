"""Holidays by year: counts as decreed, days that are worked and not, due dates by hand."""

from datetime import date, timedelta

import pytest

from probis.law.libur import hari_kerja, jatuh_tempo, libur, tahun_libur


def test_each_year_holds_its_own_days_once() -> None:
    assert list(tahun_libur()) == [2020, 2021, 2022, 2023, 2024, 2025, 2026]
    for year, one in tahun_libur().items():
        days = (*one.libur, *one.cuti_bersama)
        assert all(day.year == year for day in days)
        assert len(set(days)) == len(days)
        assert {date(year, 1, 1), date(year, 5, 1), date(year, 6, 1), date(year, 8, 17), date(year, 12, 25)} <= set(
            days
        )
        assert all(day.weekday() < 5 for day in one.cuti_bersama)  # nobody needs a day off at a week-end


@pytest.mark.parametrize(("year", "libur_", "cuti"), [(2024, 17 + 2, 10), (2025, 17, 10 + 1), (2026, 17, 8)])
def test_the_counts_are_those_announced(year: int, libur_: int, cuti: int) -> None:
    """2024 with two days of voting, 2025 with 18 August added in that month."""
    one = tahun_libur()[year]
    assert (len(one.libur), len(one.cuti_bersama)) == (libur_, cuti)


def test_a_year_without_a_calendar_is_not_one_without_holidays() -> None:
    assert libur(date(2019, 12, 25)) is None
    assert libur(date(2020, 12, 25)) is True
    assert libur(date(2020, 12, 22)) is False
    assert hari_kerja(date(2019, 12, 25))  # a Wednesday; nothing is known of it
    assert not hari_kerja(date(2020, 12, 25))
    assert not hari_kerja(date(2020, 12, 26))


@pytest.mark.parametrize(
    ("since", "hk", "due"),
    [
        (date(2025, 3, 27), 1, date(2025, 4, 8)),  # over Nyepi and Idulfitri
        (date(2025, 8, 15), 1, date(2025, 8, 19)),  # Friday, then 17 August and the day after
        (date(2026, 11, 24), 5, date(2026, 12, 1)),
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
        (date(2026, 12, 30), 5, None),  # into a year that nobody has decreed
        (date(2019, 3, 1), 5, None),
    ],
)
def test_due_dates(since: date, hk: int, due: date | None) -> None:
    assert jatuh_tempo(since, hk) == due
    if due is not None and hk:
        assert sum(hari_kerja(since + timedelta(days=n)) for n in range(1, (due - since).days + 1)) == hk
