"""Texts such as "1–2 HK", "15 HK sejak disposisi", "8 per tahun" and "70 %" to numbers with units, and back."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_serializer, model_validator
from pydantic_core import PydanticCustomError

from probis.model.unsur import Beku, Id, Nama

_NUMBER = r"\d{1,9}(?:,\d{1,4})?"
_RENTANG = re.compile(
    rf"(?P<min>{_NUMBER})(?:\s?(?:–|-|s\.d\.)\s?(?P<maks>{_NUMBER}))?\s?(?P<satuan>[A-Za-z]+)"
    r"(?:\s+menurut\s+(?P<nilai>[a-z0-9]+(?:-{1,2}[a-z0-9]+)*))?"
)
_VOLUME = re.compile(r"(?P<jumlah>\d{1,9})\s?(?:kali\s)?per\s(?P<per>[a-z]+)")


class Satuan(StrEnum):
    """Satuan (unit of time). HK is *hari kerja*, a working day; `hari` is a calendar day."""

    MENIT = "menit"
    JAM = "jam"
    HK = "HK"
    HARI = "hari"
    MINGGU = "minggu"
    BULAN = "bulan"


class Masa(StrEnum):
    """Masa (period) over which a volume is counted."""

    HARI = "hari"
    MINGGU = "minggu"
    BULAN = "bulan"
    TRIWULAN = "triwulan"
    SEMESTER = "semester"
    TAHUN = "tahun"


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _plain(number: Decimal) -> str:
    whole = number.to_integral_value()
    return str(whole) if number == whole else format(number.normalize(), "f").replace(".", ",")


def _writable(number: Decimal) -> bool:
    """Whether the text form holds this number: 0 to below 10⁹, at most four decimals."""
    places = number.normalize().as_tuple().exponent
    return number.is_finite() and 0 <= number < 10**9 and isinstance(places, int) and places >= -4


def _salah(kind: str, text: object, contoh: str) -> PydanticCustomError:
    shown = str(text)[:60].replace("{", "(").replace("}", ")")
    return PydanticCustomError("probis", f"{kind} “{shown}” tidak terbaca. {contoh}")


class Rentang(Beku):
    """Rentang (range of time): from `min` to `maks` in one unit, as law sets it where `nilai_hukum` says so.

    Written "2 HK", "1–2 HK", "1,5 jam" or "15 HK menurut pp-18-2016-persetujuan".
    """

    min: Decimal
    maks: Decimal | None = None
    satuan: Satuan
    nilai_hukum: Id | None = None

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = _RENTANG.fullmatch(value.strip())
        units = {unit.value.lower(): unit for unit in Satuan}
        unit = units.get(found["satuan"].lower()) if found else None
        if found is None or unit is None:
            raise _salah("Waktu", value, "Tulis angka dan satuan (menit, jam, HK, hari, minggu, bulan), misalnya 2 HK.")
        return {
            "min": _decimal(found["min"]),
            "maks": _decimal(found["maks"]) if found["maks"] else None,
            "satuan": unit,
            "nilai_hukum": found["nilai"],
        }

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.maks is not None and self.maks <= self.min:
            raise _salah("Waktu", self, "Batas atas harus lebih besar dari batas bawah, misalnya 1–2 HK.")
        if not all(_writable(number) for number in (self.min, self.maks) if number is not None):
            raise _salah("Waktu", self, "Tulis angka dan satuan, misalnya 2 HK.")
        return self

    @model_serializer
    def _write(self) -> str:
        return str(self)

    def __str__(self) -> str:
        span = _plain(self.min) + (f"–{_plain(self.maks)}" if self.maks is not None else "")
        return f"{span} {self.satuan}" + (f" menurut {self.nilai_hukum}" if self.nilai_hukum else "")

    @property
    def ringkas(self) -> str:
        """The range without the law it rests on: "1–2 HK"."""
        return str(self).split(" menurut ")[0]

    @property
    def terlama(self) -> Decimal:
        """The longest time the range allows, in its own unit."""
        return self.min if self.maks is None else self.maks


class Batas(Beku):
    """Batas (limit): within `waktu`, counted from the event named in `sejak`.

    Written "15 HK sejak disposisi"; without "sejak" it counts from the start.
    """

    waktu: Rentang
    sejak: Nama = ""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        waktu, _, sejak = value.strip().partition(" sejak ")
        return {"waktu": waktu, "sejak": sejak}

    @model_serializer
    def _write(self) -> str:
        return str(self)

    def __str__(self) -> str:
        return f"{self.waktu} sejak {self.sejak}" if self.sejak else str(self.waktu)

    @property
    def ringkas(self) -> str:
        """The limit without the law it rests on."""
        return f"{self.waktu.ringkas} sejak {self.sejak}" if self.sejak else self.waktu.ringkas


class Volume(Beku):
    """Volume (volume): how often a process runs. Written "8 per tahun"."""

    jumlah: Annotated[int, Field(ge=0, lt=10**9)]
    per: Masa

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = _VOLUME.fullmatch(value.strip())
        if found is None or found["per"] not in list(Masa):
            raise _salah("Volume", value, "Tulis jumlah dan masanya, misalnya 8 per tahun.")
        return {"jumlah": int(found["jumlah"]), "per": found["per"]}

    @model_serializer
    def _write(self) -> str:
        return str(self)

    def __str__(self) -> str:
        return f"{self.jumlah} per {self.per}"


def _read_persen(value: Any) -> Any:
    if isinstance(value, str):
        found = re.fullmatch(rf"({_NUMBER})\s?%?", value.strip())
        if found is None:
            raise _salah("Peluang", value, "Tulis persen antara 0 dan 100, misalnya 70 %.")
        value = _decimal(found[1])
    if isinstance(value, Decimal | int) and not (_writable(Decimal(value)) and value <= 100):
        raise _salah("Peluang", _plain(Decimal(value)), "Tulis persen antara 0 dan 100, misalnya 70 %.")
    return value


Persen = Annotated[
    Decimal,
    BeforeValidator(_read_persen),
    PlainSerializer(lambda number: f"{_plain(number)} %", return_type=str),
    WithJsonSchema({"type": "string", "examples": ["70 %"]}),
]
"""Persen (percentage): 0 to 100, written "70 %"."""
