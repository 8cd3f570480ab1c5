"""Who does the work: units, positions, and the parties outside the body."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from probis.model.unsur import AcuanLuar, Beku, Nama, Rujukan, RujukanPeraturan, Teks, Unsur


class Fungsi(Unsur):
    """Fungsi (function): one of the functions that a unit carries out under its regulation."""

    bunyi: Teks


class UnitKerja(Unsur):
    """UnitKerja (unit): a part of the body; the one without `induk` is the body itself.

    `staf` marks a staff unit, drawn beside the line; `menggantikan` names units of an older structure.
    """

    nama: Nama
    nama_singkat: Nama = ""
    induk: Annotated[Nama, Rujukan(("unit",))] | None = None
    tugas: Teks = ""
    fungsi: tuple[Fungsi, ...] = ()
    staf: bool = False
    menggantikan: tuple[Nama, ...] = ()

    @property
    def sebutan(self) -> str:
        """The short name where there is one, else the full name."""
        return self.nama_singkat or self.nama


class JenisJabatan(StrEnum):
    """JenisJabatan (kind of position)."""

    PIMPINAN = "pimpinan"
    ADMINISTRASI = "administrasi"
    FUNGSIONAL = "fungsional"
    PELAKSANA = "pelaksana"


class Jabatan(Unsur):
    """Jabatan (position) in a unit. `bezetting` is how many people hold it now, `kebutuhan` how many are needed."""

    nama: Nama
    nama_singkat: Nama = ""
    unit: Annotated[Nama, Rujukan(("unit",))] | None = None
    jenis: JenisJabatan = JenisJabatan.PELAKSANA
    kepala: bool = False
    kelas: Annotated[int, Field(ge=1, le=17)] | None = None
    bezetting: Annotated[int, Field(ge=0)] | None = None
    kebutuhan: Annotated[int, Field(ge=0)] | None = None

    @property
    def sebutan(self) -> str:
        """The short name where there is one, else the full name."""
        return self.nama_singkat or self.nama


class JenisPihak(StrEnum):
    """JenisPihak (kind of party outside the body)."""

    PERANGKAT_DAERAH = "perangkat_daerah"
    PEJABAT = "pejabat"
    PEMERINTAH_DAERAH = "pemerintah_daerah"
    INSTANSI_PUSAT = "instansi_pusat"
    LEGISLATIF = "legislatif"
    PENGAWAS = "pengawas"
    MASYARAKAT = "masyarakat"
    LAINNYA = "lainnya"


class Pihak(Unsur):
    """Pihak (party): who stands outside the body and gives to it, gets from it or works with it."""

    nama: Nama
    nama_singkat: Nama = ""
    jenis: JenisPihak = JenisPihak.LAINNYA
    instansi: AcuanLuar | None = None

    @property
    def sebutan(self) -> str:
        """The short name where there is one, else the full name."""
        return self.nama_singkat or self.nama


class Organisasi(Beku):
    """Organisasi (organisation): units, positions and outside parties, and the regulations that set the structure."""

    dasar: tuple[RujukanPeraturan, ...] = ()
    unit: tuple[UnitKerja, ...] = ()
    jabatan: tuple[Jabatan, ...] = ()
    pihak: tuple[Pihak, ...] = ()
