"""The register of SOPs: which lintas fungsi has which SOP, with its identity block and details by step."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from probis.model.evaluasi import TindakLanjut
from probis.model.instansi import Pejabat
from probis.model.unsur import (
    Beku,
    Nama,
    PetaTeks,
    RujukanLintasFungsi,
    RujukanPeraturan,
    RujukanSimpul,
    Teks,
    Unsur,
    tanpa_teks,
)


class StatusSop(StrEnum):
    """StatusSop (status of a SOP)."""

    RANCANGAN = "rancangan"
    BERLAKU = "berlaku"
    DICABUT = "dicabut"


class RincianLangkah(Beku):
    """RincianLangkah (detail of a step): what a SOP says of a step beyond its map."""

    simpul: RujukanSimpul
    uraian: Teks = ""
    kelengkapan: Teks = ""
    keterangan: Teks = ""


class PenerapanSop(StrEnum):
    """PenerapanSop (application of a SOP): whether the work is done as the SOP says, by an evaluation."""

    SELURUHNYA = "seluruhnya"
    SEBAGIAN = "sebagian"
    BELUM = "belum"


class EvaluasiSop(Beku):
    """EvaluasiSop (evaluation of a SOP) on one day: how far it is applied, what came out, what was done about it.

    `efisiensi` says that it also judged whether the work is efficient and effective.
    """

    tanggal: date
    oleh: Nama = ""
    penerapan: PenerapanSop | None = None
    efisiensi: bool = False
    hasil: Teks = ""
    tindak_lanjut: tuple[TindakLanjut, ...] = ()


class Sop(Unsur):
    """Sop (standard operating procedure, SOP-AP): the identity block of PermenPANRB 35/2012 and details by step.

    `sidik_peta` is the fingerprint of its map on the day it was set (see `sidik`): where that of today differs, the
    map has changed and the SOP is stale.
    """

    lintas_fungsi: RujukanLintasFungsi
    judul: Nama = ""
    nomor: Nama = ""
    tanggal_pembuatan: date | None = None
    tanggal_revisi: date | None = None
    tanggal_efektif: date | None = None
    revisi: Annotated[int, Field(ge=0)] = 0
    status: StatusSop = StatusSop.RANCANGAN
    disahkan: Pejabat | None = None
    dasar_hukum: tuple[RujukanPeraturan, ...] = ()
    keterkaitan: tuple[Teks, ...] = ()
    peringatan: Teks = ""
    kualifikasi: tuple[Teks, ...] = ()
    peralatan: tuple[Teks, ...] = ()
    pencatatan: tuple[Teks, ...] = ()
    rincian: tuple[RincianLangkah, ...] = ()
    evaluasi: tuple[EvaluasiSop, ...] = ()
    sidik_peta: PetaTeks = Field(default_factory=tanpa_teks)

    @property
    def evaluasi_terakhir(self) -> EvaluasiSop | None:
        """The latest evaluation, or None."""
        return max(self.evaluasi, key=lambda one: one.tanggal, default=None)
