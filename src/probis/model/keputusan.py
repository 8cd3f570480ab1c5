"""The decree that fixes the map: its particulars and its sentences."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from probis.model.instansi import Pejabat
from probis.model.unsur import Beku, Nama, PetaTeks, Rujukan, RujukanPeraturan, Teks, Unsur, tanpa_teks


class BentukKeputusan(StrEnum):
    """BentukKeputusan (form of decree): who fixes it."""

    KEPUTUSAN_GUBERNUR = "keputusan_gubernur"
    KEPUTUSAN_BUPATI = "keputusan_bupati"
    KEPUTUSAN_WALI_KOTA = "keputusan_wali_kota"
    KEPUTUSAN_MENTERI = "keputusan_menteri"
    KEPUTUSAN_KEPALA = "keputusan_kepala"


class Diktum(Beku):
    """Diktum (clause): KESATU, KEDUA …, with lettered items where it has them."""

    bunyi: Teks
    butir: tuple[Teks, ...] = ()


class Keputusan(Unsur):
    """Keputusan (decree). What is empty is left open on a draft; `bunyi` replaces the default sentence of a slot."""

    id: Nama = "keputusan"
    bentuk: BentukKeputusan
    nomor: Nama = ""
    tanggal: date | None = None
    tempat: Nama = ""
    tentang: Teks = ""
    menimbang: tuple[Teks, ...] = ()
    mengingat: tuple[RujukanPeraturan, ...] = ()
    diktum: tuple[Diktum, ...] = ()
    mencabut: tuple[Annotated[Nama, Rujukan(("peraturan",), bebas=True)], ...] = ()
    tembusan: tuple[Teks, ...] = ()
    penanda_tangan: Pejabat | None = None
    pengesah: Pejabat | None = None
    bunyi: PetaTeks = Field(default_factory=tanpa_teks)
