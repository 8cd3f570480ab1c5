"""Times to working days: hand-reckoned, by the law of the day, larger times never become smaller."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.nets import body
from probis.analysis import convention, working_days
from probis.analysis._working_days import judged_on
from probis.model import Keputusan, Rentang, Satuan
from strategies import rentang

DAY = date(2020, 8, 14)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1 HK", Fraction(1)),
        ("1–2 HK", Fraction(2)),
        ("450 menit", Fraction(1)),
        ("7,5 jam", Fraction(1)),
        ("1 jam", Fraction(2, 15)),
        ("2 minggu", Fraction(10)),
        ("7 hari", Fraction(5)),
        ("12 bulan", Fraction(365 * 5, 7)),
        ("15 HK menurut pp-18-2016-persetujuan", Fraction(15)),
    ],
)
def test_units(text: str, days: Fraction) -> None:
    assert working_days(Rentang.model_validate(text), DAY) == days
    assert working_days(Rentang.model_validate(text), date(2026, 11, 24)) == days


def test_before_the_law_sets_hours_only_working_days_are_known() -> None:
    before = date(1950, 1, 1)
    assert working_days(Rentang.model_validate("3 HK"), before) == 3
    assert working_days(Rentang.model_validate("3 jam"), before) is None
    assert convention(before).startswith("Hanya waktu dalam HK")


def test_the_convention_is_said_with_its_figures() -> None:
    assert convention(DAY) == (
        "1 HK = 7,5 jam kerja; 7 hari = 1 minggu; 1 bulan = 21,73 HK, hari libur nasional tidak dikurangkan."
    )


@given(rentang(), st.integers(0, 1000))
def test_longer_is_never_less(one: Rentang, more: int) -> None:
    longer = Rentang(min=one.terlama + more, satuan=one.satuan) if one.terlama + more < 10**9 else one
    days, later = working_days(one, DAY), working_days(longer, DAY)
    assert days is not None
    assert later is not None
    assert 0 <= days <= later


def test_units_keep_their_order() -> None:
    ordered = (Satuan.MENIT, Satuan.JAM, Satuan.HARI, Satuan.HK, Satuan.MINGGU, Satuan.BULAN)
    days = [working_days(Rentang(min=1, satuan=one), DAY) for one in ordered]  # type: ignore[arg-type]
    assert None not in days
    assert days == sorted(days, key=lambda one: one or 0)


def test_the_day_is_the_one_given_or_that_of_the_decree_or_of_the_period() -> None:
    decree = Keputusan.model_validate({"bentuk": "keputusan_kepala", "tanggal": "2020-08-14"})
    assert judged_on(body(), None) == date(2020, 1, 1)
    assert judged_on(body(keputusan=decree), None) == DAY
    assert judged_on(body(keputusan=decree), date(2026, 1, 2)) == date(2026, 1, 2)
