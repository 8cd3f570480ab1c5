"""Dates in words and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probis.law.tanggal import baca_tanggal, tanggal_panjang


@given(st.dates())
def test_there_and_back(hari: date) -> None:
    assert baca_tanggal(tanggal_panjang(hari)) == hari == baca_tanggal(hari.isoformat())


@pytest.mark.parametrize(
    "teks", ["", "31 Februari 2020", "14 August 2020", "14-08-2020", "2020-13-01", "14 Agustus", "20200814"]
)
def test_what_is_no_date(teks: str) -> None:
    assert baca_tanggal(teks) is None


def test_as_the_decree_writes_it() -> None:
    assert tanggal_panjang(date(2020, 8, 14)) == "14 Agustus 2020"
    assert baca_tanggal(" 14  agustus 2020 ") == date(2020, 8, 14)
