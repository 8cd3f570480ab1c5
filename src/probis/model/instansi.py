"""The body whose map this is: its name, place, period, head, and the profile its papers and codes follow."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from probis.model.kode import PolaKode
from probis.model.unsur import AcuanLuar, Beku, Nama, PetaTeks, Unsur, tanpa_teks


class JenisInstansi(StrEnum):
    """JenisInstansi (kind of body)."""

    KEMENTERIAN = "kementerian"
    LEMBAGA = "lembaga"
    UNIT_KEMENTERIAN = "unit_kementerian"
    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"
    SEKRETARIAT = "sekretariat"
    BIRO = "biro"
    DINAS = "dinas"
    BADAN = "badan"
    KECAMATAN = "kecamatan"
    LAINNYA = "lainnya"


class Periode(Beku):
    """Periode (period): the years the map is for, both included."""

    awal: Annotated[int, Field(ge=1945, le=2200)]
    akhir: Annotated[int, Field(ge=1945, le=2200)]

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.akhir < self.awal:
            raise PydanticCustomError(
                "probis",
                f"Periode {self.awal}–{self.akhir} terbalik. Tahun awal tidak boleh sesudah tahun akhir.",
            )
        return self

    def __str__(self) -> str:
        return f"{self.awal}–{self.akhir}"

    @property
    def hari_pertama(self) -> date:
        """The first day of the period: the date of a paper whose decree has none."""
        return date(self.awal, 1, 1)


class Pejabat(Beku):
    """Pejabat (official): an office and, where known, who holds it."""

    jabatan: Nama
    nama: Nama = ""
    nip: Nama = ""
    pangkat: Nama = ""


class UkuranKertas(StrEnum):
    """UkuranKertas (paper size). F4 is 215 × 330 mm."""

    F4 = "F4"
    A4 = "A4"
    A3 = "A3"


class Simbol(StrEnum):
    """Simbol (notation) of the lintas fungsi: the regulation's flowchart symbols, or BPMN 2.0."""

    BAGAN_ALIR = "bagan_alir"
    BPMN = "bpmn"


class Kertas(Beku):
    """Kertas (paper): size of the decree's pages, size allowed for large maps, margins in millimetres."""

    ukuran: UkuranKertas = UkuranKertas.F4
    ukuran_peta_besar: UkuranKertas | None = None
    margin_atas: Annotated[int, Field(ge=5, le=60)] = 25
    margin_bawah: Annotated[int, Field(ge=5, le=60)] = 25
    margin_kiri: Annotated[int, Field(ge=5, le=60)] = 30
    margin_kanan: Annotated[int, Field(ge=5, le=60)] = 25


class LabelKelompok(Beku):
    """LabelKelompok (labels of the groups): what this body calls its three groups of processes."""

    utama: Nama = "Proses Utama"
    pendukung: Nama = "Proses Pendukung"
    lainnya: Nama = "Proses Lainnya"


class Profil(Beku):
    """Profil (profile): how this body writes codes, labels and papers; it holds settings, no authority.

    `tingkat_aturan` gives rules, by their names, the level "galat", "peringatan" or "catatan" here, or "mati" to rules
    that are not to be asked; rules that are off unless asked for are named here, too.
    """

    pola_proses: PolaKode = "P-{nn}"
    pola_sub_proses: PolaKode = "{induk}.{n}"
    label_kelompok: LabelKelompok = LabelKelompok()
    kedalaman_maks: Annotated[int, Field(ge=1, le=9)] = 3
    kertas: Kertas = Kertas()
    simbol: Simbol = Simbol.BAGAN_ALIR
    tingkat_aturan: PetaTeks = Field(default_factory=tanpa_teks)


class Instansi(Unsur):
    """Instansi (public body): whose map this is, for which period, headed by whom."""

    nama: Nama
    nama_singkat: Nama = ""
    jenis: JenisInstansi
    induk: AcuanLuar | None = None
    tempat: Nama = ""
    periode: Periode
    pejabat: Pejabat | None = None
    profil: Profil = Field(default_factory=Profil)

    @property
    def sebutan(self) -> str:
        """The short name where there is one, else the full name."""
        return self.nama_singkat or self.nama
