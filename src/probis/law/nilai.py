"""Turns the packaged table of legal values (hours, deadlines, weights) into the one that holds on a given day."""

import difflib
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from probis.law.peraturan import POLA_ID, IdPeraturan, Kepastian, cari_peraturan, masa_berlaku
from probis.law.tanggal import tanggal_panjang

IdNilai = Annotated[str, Field(pattern=POLA_ID, max_length=80)]


class SatuanNilai(StrEnum):
    """Unit of a legal value; the first six measure time, HK is a working day (hari kerja)."""

    MENIT = "menit"
    JAM = "jam"
    HK = "HK"
    HARI = "hari"
    BULAN = "bulan"
    TAHUN = "tahun"
    PERSEN = "persen"
    POIN = "poin"
    BOBOT = "bobot"
    FAKTOR = "faktor"
    LEVEL = "level"
    KELAS = "kelas"
    RANGKAP = "rangkap"
    UNSUR = "unsur"
    SIMBOL = "simbol"
    PT = "pt"
    MM = "mm"


class Nilai(BaseModel):
    """Legal value: an amount with unit, basis, certainty and the days on which it holds.

    `min` and `maks` bound the amount and are equal where the law names one number; only `maks` is a limit ("at most"),
    only `min` a threshold ("at least"). `min_termasuk`, `maks_termasuk` say whether the bound itself belongs to it.
    `sejak` names the event from which a period runs. Without dates of its own the value holds as long as `sumber` does.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: IdNilai
    nama: str
    min: Decimal | None = None
    maks: Decimal | None = None
    min_termasuk: bool = True
    maks_termasuk: bool = True
    satuan: SatuanNilai
    sejak: str = ""
    sumber: IdPeraturan | None = None
    kepastian: Kepastian
    asal: str
    berlaku_sejak: date | None = None
    berlaku_sampai: date | None = None
    catatan: str = ""

    @model_validator(mode="before")
    @classmethod
    def _tepat(cls, data: object) -> object:
        # The file form may say `tepat = 1250` for "this number and no other".
        if isinstance(data, Mapping) and "tepat" in data:
            sisa = {k: v for k, v in data.items() if k != "tepat"}
            return {**sisa, "min": data["tepat"], "maks": data["tepat"]}
        return data

    @model_validator(mode="after")
    def _terurut(self) -> Self:
        if self.min is None and self.maks is None:
            raise ValueError(f"nilai {self.id}: isi min, maks, atau tepat")
        if self.min is not None and self.maks is not None and self.min > self.maks:
            raise ValueError(f"nilai {self.id}: min lebih besar daripada maks")
        return self

    @property
    def tepat(self) -> Decimal | None:
        """The one number that the law names, or None where it names a bound or a span."""
        return self.min if self.min == self.maks else None

    def memuat(self, besar: Decimal) -> bool:
        """Whether an amount in this value's unit lies within it."""
        if self.min is not None and (besar < self.min or (besar == self.min and not self.min_termasuk)):
            return False
        return not (self.maks is not None and (besar > self.maks or (besar == self.maks and not self.maks_termasuk)))


class SebabTiada(StrEnum):
    """Reason why there is no value."""

    TAK_DIKENAL = "tak-dikenal"
    BELUM_BERLAKU = "belum-berlaku"
    TIDAK_BERLAKU_LAGI = "tidak-berlaku-lagi"


class NilaiTiada(BaseModel):
    """Absence of a value on a day: the reason, and a sentence that may be shown as it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    pada: date
    sebab: SebabTiada
    pesan: str


@cache
def semua_nilai() -> tuple[Nilai, ...]:
    """All legal values in the order of the file; one id may occur several times, for different days."""
    teks = files("probis.law").joinpath("nilai.toml").read_text(encoding="utf-8")
    data = tomllib.loads(teks, parse_float=Decimal)
    return tuple(
        Nilai.model_validate({"id": id_, **isi})
        for pokok in data.values()
        for id_, butir in pokok.items()
        for isi in (butir if isinstance(butir, list) else [butir])
    )


@cache
def _menurut_id() -> Mapping[str, tuple[Nilai, ...]]:
    kelompok: dict[str, list[Nilai]] = {}
    for butir in semua_nilai():
        kelompok.setdefault(butir.id, []).append(butir)
    return MappingProxyType({k: tuple(v) for k, v in kelompok.items()})


def masa_nilai(butir: Nilai) -> tuple[date | None, date | None]:
    """First and last day on which a value holds: its own dates, else those of its regulation; None is open."""
    sumber = cari_peraturan(butir.sumber) if butir.sumber else None
    awal, akhir = masa_berlaku(sumber) if sumber else (None, None)
    return butir.berlaku_sejak or awal, butir.berlaku_sampai or akhir


def cari_nilai(id: str, pada: date) -> Nilai | NilaiTiada:
    """The value `id` as it holds on the day `pada`, or a `NilaiTiada` that says why there is none. Never raises."""
    butir = _menurut_id().get(id)
    if butir is None:
        return NilaiTiada(id=id, pada=pada, sebab=SebabTiada.TAK_DIKENAL, pesan=_pesan_tak_dikenal(id))
    masa = [masa_nilai(b) for b in butir]
    for satu, (awal, akhir) in zip(butir, masa, strict=True):
        if (awal is None or awal <= pada) and (akhir is None or pada <= akhir):
            return satu
    nanti = [awal for awal, _ in masa if awal is not None and awal > pada]
    if nanti:
        pesan = f'Nilai "{id}" belum berlaku pada {tanggal_panjang(pada)}; berlaku sejak {tanggal_panjang(min(nanti))}.'
        return NilaiTiada(id=id, pada=pada, sebab=SebabTiada.BELUM_BERLAKU, pesan=pesan)
    usai = max(akhir for _, akhir in masa if akhir is not None)
    pesan = f'Nilai "{id}" tidak berlaku lagi pada {tanggal_panjang(pada)}; berlaku sampai {tanggal_panjang(usai)}.'
    return NilaiTiada(id=id, pada=pada, sebab=SebabTiada.TIDAK_BERLAKU_LAGI, pesan=pesan)


def _pesan_tak_dikenal(id_: str) -> str:
    pendek = id_ if len(id_) <= 80 else id_[:79] + "…"
    dekat = difflib.get_close_matches(pendek, _menurut_id(), n=3, cutoff=0.6)
    saran = f" Mungkin maksudnya: {', '.join(dekat)}." if dekat else " Lihat daftar nilai hukum."
    return f'Nilai hukum "{pendek}" tidak dikenal.{saran}'


def angka(besar: Decimal) -> str:
    """A number as Indonesian writes it: comma before decimals (as many as given), point between thousands."""
    utuh, _, pecahan = f"{besar:,f}".partition(".")
    return utuh.replace(",", ".") + (f",{pecahan}" if pecahan else "")


def ungkapan(butir: Nilai) -> str:
    """The value in words, unit included: "paling lama 5 HK", "1.250 jam", "lebih dari 90 poin"."""
    satuan = "%" if butir.satuan is SatuanNilai.PERSEN else f" {butir.satuan}"
    if butir.tepat is not None:
        return f"{angka(butir.tepat)}{satuan}"
    if butir.min is None and butir.maks is not None:
        waktu = butir.satuan in _WAKTU
        kata = "paling lama" if waktu else "paling banyak"
        return f"{kata if butir.maks_termasuk else 'kurang dari'} {angka(butir.maks)}{satuan}"
    if butir.maks is None and butir.min is not None:
        return f"{'paling sedikit' if butir.min_termasuk else 'lebih dari'} {angka(butir.min)}{satuan}"
    assert butir.min is not None and butir.maks is not None
    bawah = "" if butir.min_termasuk else "lebih dari "
    atas = "–" if butir.maks_termasuk and butir.min_termasuk else " sampai "
    ekor = "" if butir.maks_termasuk else "kurang dari "
    return f"{bawah}{angka(butir.min)}{atas}{ekor}{angka(butir.maks)}{satuan}"


_WAKTU = frozenset(
    {
        SatuanNilai.MENIT,
        SatuanNilai.JAM,
        SatuanNilai.HK,
        SatuanNilai.HARI,
        SatuanNilai.BULAN,
        SatuanNilai.TAHUN,
    }
)
