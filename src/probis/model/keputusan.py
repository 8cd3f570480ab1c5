"""The decree that fixes the map: its particulars and its sentences."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from probis.model.instansi import Pejabat
from probis.model.unsur import Beku, Nama, PetaTeks, Rujukan, RujukanPeraturan, Teks, Unsur, tanpa_teks


class BentukKeputusan(StrEnum):
    """BentukKeputusan (form of decree): who fixes it, and whether by a Keputusan or a Peraturan."""

    KEPUTUSAN_GUBERNUR = "keputusan_gubernur"
    KEPUTUSAN_BUPATI = "keputusan_bupati"
    KEPUTUSAN_WALI_KOTA = "keputusan_wali_kota"
    KEPUTUSAN_MENTERI = "keputusan_menteri"
    KEPUTUSAN_KEPALA = "keputusan_kepala"
    PERATURAN_GUBERNUR = "peraturan_gubernur"
    PERATURAN_BUPATI = "peraturan_bupati"
    PERATURAN_WALI_KOTA = "peraturan_wali_kota"
    PERATURAN_MENTERI = "peraturan_menteri"
    PERATURAN_KEPALA = "peraturan_kepala"

    @property
    def peraturan(self) -> bool:
        """Whether it regulates, in articles, and is gazetted; a Keputusan decides, in clauses."""
        return self.value.startswith("peraturan_")

    @property
    def naskah(self) -> str:
        """The kind of instrument: Keputusan or Peraturan."""
        return "Peraturan" if self.peraturan else "Keputusan"

    @property
    def jabatan(self) -> str:
        """The office that makes it: Gubernur, Wali Kota, Kepala …"""
        return self.value.partition("_")[2].replace("_", " ").title()


class Diktum(Beku):
    """Diktum (clause): KESATU, KEDUA …, with lettered items where it has them."""

    bunyi: Teks
    butir: tuple[Teks, ...] = ()


class Rincian(Beku):
    """Rincian (item of an article), with items of its own where it has them."""

    bunyi: Teks
    butir: tuple[Teks, ...] = ()


class Ayat(Beku):
    """Ayat (paragraph of an article), with its items."""

    bunyi: Teks
    butir: tuple[Rincian, ...] = ()


class Pasal(Beku):
    """Pasal (article): its sentence and items, or its paragraphs; numbers follow from the order.

    `bab` and `bagian` are the titles of the chapter and the part that begin with this article.
    """

    bab: Nama = ""
    bagian: Nama = ""
    bunyi: Teks = ""
    butir: tuple[Rincian, ...] = ()
    ayat: tuple[Ayat, ...] = ()


class Pengundangan(Beku):
    """Pengundangan (promulgation): where and when a regulation was gazetted, by whom, and in which gazette."""

    tempat: Nama = ""
    tanggal: date | None = None
    pejabat: Pejabat | None = None
    berita: Nama = ""


class Keputusan(Unsur):
    """Keputusan (decree). What is empty is left open on a draft; `bunyi` replaces the default sentence of a slot.

    Where the form is a Peraturan, its body is `pasal` and it has `pengundangan`; else its body is `diktum`.
    """

    id: Nama = "keputusan"
    bentuk: BentukKeputusan
    nomor: Nama = ""
    tanggal: date | None = None
    tempat: Nama = ""
    tentang: Teks = ""
    menimbang: tuple[Teks, ...] = ()
    mengingat: tuple[RujukanPeraturan, ...] = ()
    diktum: tuple[Diktum, ...] = ()
    pasal: tuple[Pasal, ...] = ()
    mencabut: tuple[Annotated[Nama, Rujukan(("peraturan",), bebas=True)], ...] = ()
    tembusan: tuple[Teks, ...] = ()
    penanda_tangan: Pejabat | None = None
    pengesah: Pejabat | None = None
    pengundangan: Pengundangan | None = None
    bunyi: PetaTeks = Field(default_factory=tanpa_teks)
