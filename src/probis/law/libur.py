"""Turns the packaged table of national holidays and cuti bersama into the working days of the years it knows."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from probis.law.peraturan import Kepastian

_SATURDAY = 5


class TahunLibur(BaseModel):
    """TahunLibur (year of holidays): what the joint decree of three ministers sets for one year, and how sure it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    skb: Annotated[str, Field(min_length=1)]
    kepastian: Kepastian
    catatan: str = ""
    libur: tuple[date, ...]
    cuti_bersama: tuple[date, ...]


@cache
def tahun_libur() -> Mapping[int, TahunLibur]:
    """Return every year with a calendar; a year that is not there has none, which is not a year without holidays."""
    data = tomllib.loads(files("probis.law").joinpath("libur.toml").read_text(encoding="utf-8"))
    return MappingProxyType({int(year): TahunLibur.model_validate(one) for year, one in data.items()})


def libur(hari: date) -> bool | None:
    """Return whether a day is a national holiday or cuti bersama; None in a year without a calendar."""
    year = tahun_libur().get(hari.year)
    return None if year is None else hari in year.libur or hari in year.cuti_bersama


def hari_kerja(hari: date) -> bool:
    """Return whether offices work on a day: Monday to Friday and, in years with a calendar, no holiday."""
    return hari.weekday() < _SATURDAY and not libur(hari)


def jatuh_tempo(sejak: date, hk: int) -> date | None:
    """Return the day on which so many working days have passed since one, that day not counted.

    None where the time runs into a year without a calendar; `hk` 0 is the day itself. At most ten years are looked at.
    """
    here = sejak
    for _ in range(3660):
        if hk <= 0:
            return here
        here += timedelta(days=1)
        if here.year not in tahun_libur():
            return None
        hk -= hari_kerja(here)
    return None
