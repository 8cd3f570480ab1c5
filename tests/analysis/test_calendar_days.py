"""Calendar time against working days: bounds by hand, and none of the days to begin on outside them."""

from datetime import date, timedelta

import pytest

from probis.analysis import working_days, working_days_within
from probis.law.libur import hari_kerja
from probis.model import Rentang

WITHOUT = date(2015, 8, 1)  # no calendar: week-ends only
WITH = date(2025, 8, 1)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("1 hari", (0, 1)),
        ("5 hari", (3, 5)),
        ("7 hari", (5, 5)),
        ("15 hari", (10, 11)),
        ("2 minggu", (10, 10)),
        ("1 bulan", (20, 23)),
        ("3 HK", None),
        ("3 jam", None),
        ("1,5 hari", None),
        ("4000 hari", None),
        ("999999999 bulan", None),
        ("0 hari", None),
    ],
)
def test_bounds_by_hand(text: str, bounds: tuple[int, int] | None) -> None:
    assert working_days_within(Rentang.model_validate(text), WITHOUT) == bounds


@pytest.mark.parametrize("days", [1, 5, 14, 30, 60])
@pytest.mark.parametrize("pada", [WITHOUT, WITH])
def test_every_day_to_begin_on_lies_within(days: int, pada: date) -> None:
    bounds = working_days_within(Rentang.model_validate(f"{days} hari"), pada)
    assert bounds is not None
    counted = {
        sum(hari_kerja(date(pada.year, 1, 1) + timedelta(days=start + n)) for n in range(1, days + 1))
        for start in range(365)
    }
    assert (min(counted), max(counted)) == bounds


def test_holidays_take_away_and_the_average_lies_between() -> None:
    month = Rentang.model_validate("1 bulan")
    without, known = working_days_within(month, WITHOUT), working_days_within(month, WITH)
    assert without is not None
    assert known is not None
    assert known[0] < without[0]
    average = working_days(month, WITH)
    assert average is not None
    assert known[0] <= average <= known[1]
