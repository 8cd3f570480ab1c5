"""The register of SOPs: which lintas fungsi has which SOP, with its identity block and details by step."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from probis.model.instansi import Pejabat
from probis.model.unsur import Beku, Nama, RujukanLintasFungsi, RujukanPeraturan, RujukanSimpul, Teks, Unsur


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


class Sop(Unsur):
    """Sop (standard operating procedure, SOP-AP): the identity block of PermenPANRB 35/2012 and details by step."""

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
