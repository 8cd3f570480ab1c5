"""Turns the packaged list of national regulations into `Peraturan` values, and one of them into its citation."""

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

POLA_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
IdPeraturan = Annotated[str, Field(pattern=POLA_ID, max_length=80)]
_Pendek = Annotated[str, StringConstraints(max_length=300, strip_whitespace=True)]
_Panjang = Annotated[str, StringConstraints(max_length=5000, strip_whitespace=True)]
Tahun = Annotated[int, Field(ge=1800, le=2200)]


class _Sifat(NamedTuple):
    nama: str
    kepala: str  # the words before the maker's name in a citation
    singkatan: str
    pangkat: int


class JenisPeraturan(StrEnum):
    """Kind of regulation; members stand in the order in which Mengingat lists them.

    The order is the hierarchy of UU 12/2011 article 7, with regulations of ministers and agencies (article 8) between
    the President's and the regions', and decrees and circulars last.
    """

    UUD = "uud"
    TAP_MPR = "tap-mpr"
    UU = "uu"
    PERPPU = "perppu"
    PP = "pp"
    PERPRES = "perpres"
    KEPPRES = "keppres"
    INPRES = "inpres"
    PERMEN = "permen"
    PERLEMBAGA = "perlembaga"
    PERDA_PROVINSI = "perda-provinsi"
    PERGUB = "pergub"
    PERDA_KABKOTA = "perda-kabkota"
    PERKADA = "perkada"
    PERDES = "perdes"
    KEPUTUSAN = "keputusan"
    SURAT_EDARAN = "surat-edaran"

    @property
    def nama(self) -> str:
        """The full Indonesian name, for forms and lists."""
        return _SIFAT[self].nama

    @property
    def pangkat(self) -> int:
        """The rank: 0 is the highest; equal numbers stand beside each other."""
        return _SIFAT[self].pangkat


_J = JenisPeraturan
_SIFAT: Mapping[JenisPeraturan, _Sifat] = MappingProxyType(
    {
        _J.UUD: _Sifat("Undang-Undang Dasar", "Undang-Undang Dasar", "UUD", 0),
        _J.TAP_MPR: _Sifat("Ketetapan Majelis Permusyawaratan Rakyat", "Ketetapan", "TAP MPR", 1),
        _J.UU: _Sifat("Undang-Undang", "Undang-Undang", "UU", 2),
        _J.PERPPU: _Sifat(
            "Peraturan Pemerintah Pengganti Undang-Undang",
            "Peraturan Pemerintah Pengganti Undang-Undang",
            "Perppu",
            2,
        ),
        _J.PP: _Sifat("Peraturan Pemerintah", "Peraturan Pemerintah", "PP", 3),
        _J.PERPRES: _Sifat("Peraturan Presiden", "Peraturan Presiden", "Perpres", 4),
        _J.KEPPRES: _Sifat("Keputusan Presiden", "Keputusan Presiden", "Keppres", 5),
        _J.INPRES: _Sifat("Instruksi Presiden", "Instruksi Presiden", "Inpres", 6),
        _J.PERMEN: _Sifat("Peraturan Menteri", "Peraturan", "Permen", 7),
        _J.PERLEMBAGA: _Sifat("Peraturan Lembaga atau Badan", "Peraturan", "Peraturan", 7),
        _J.PERDA_PROVINSI: _Sifat("Peraturan Daerah Provinsi", "Peraturan Daerah", "Perda", 8),
        _J.PERGUB: _Sifat("Peraturan Gubernur", "Peraturan Gubernur", "Pergub", 9),
        _J.PERDA_KABKOTA: _Sifat("Peraturan Daerah Kabupaten/Kota", "Peraturan Daerah", "Perda", 10),
        _J.PERKADA: _Sifat("Peraturan Bupati/Wali Kota", "Peraturan", "Perkada", 11),
        _J.PERDES: _Sifat("Peraturan Desa", "Peraturan Desa", "Perdes", 12),
        _J.KEPUTUSAN: _Sifat("Keputusan", "Keputusan", "Keputusan", 13),
        _J.SURAT_EDARAN: _Sifat("Surat Edaran", "Surat Edaran", "SE", 14),
    }
)

# What the Mengingat of a body in the region calls the gazettes of the region.
_DAERAH = frozenset({_J.PERDA_PROVINSI, _J.PERGUB, _J.PERDA_KABKOTA, _J.PERKADA})
_DARI_PEJABAT = (("Gubernur ", "Provinsi "), ("Bupati ", "Kabupaten "), ("Wali Kota ", "Kota "))


class Kepastian(StrEnum):
    """Certainty: read in a public copy (`sumber`), or known in general and still to be checked (`pengetahuan_umum`)."""

    SUMBER = "sumber"
    PENGETAHUAN_UMUM = "pengetahuan_umum"


class StatusPeraturan(StrEnum):
    """Status of a regulation on a day."""

    BELUM_BERLAKU = "belum-berlaku"
    BERLAKU = "berlaku"
    DIUBAH = "diubah"
    DICABUT = "dicabut"


class Lembaran(BaseModel):
    """Gazette entry: year and number within Lembaran Negara, Berita Negara, or the region's own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tahun: Tahun
    nomor: _Pendek


class Peraturan(BaseModel):
    """Regulation, national or a body's own; what is not known stays empty, nothing is demanded but id and kind.

    `tanggal` is the day of enactment, `berlaku_sejak` the first and `berlaku_sampai` the last day in force where they
    are known to differ from what enactment and revocation say. `pembentuk` names who made it ("Menteri Dalam Negeri",
    "Provinsi Nusa Tenggara Timur") and is empty where the kind says it (an Undang-Undang).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: IdPeraturan
    jenis: JenisPeraturan
    pembentuk: _Pendek = ""
    nomor: _Pendek = ""
    tahun: Tahun | None = None
    tentang: _Panjang = ""
    tanggal: date | None = None
    ln: Lembaran | None = None
    tln: _Pendek = ""
    bn: Lembaran | None = None
    diubah_oleh: tuple[IdPeraturan, ...] = ()
    dicabut_oleh: IdPeraturan | None = None
    berlaku_sejak: date | None = None
    berlaku_sampai: date | None = None
    kepastian: Kepastian = Kepastian.SUMBER
    asal: _Pendek = ""
    catatan: _Panjang = ""


Pencari = Callable[[str], Peraturan | None]
"""Finds a regulation by id: the national list, a body's own, or one after the other."""


@cache
def _daftar() -> Mapping[str, Peraturan]:
    data = tomllib.loads(files("probis.law").joinpath("peraturan.toml").read_text(encoding="utf-8"))
    butir = [Peraturan.model_validate({"id": id_, **isi}) for id_, isi in data["peraturan"].items()]
    return MappingProxyType({p.id: p for p in butir})


@cache
def _singkatan_pembentuk() -> Mapping[str, str]:
    data = tomllib.loads(files("probis.law").joinpath("peraturan.toml").read_text(encoding="utf-8"))
    return MappingProxyType(data["singkatan"])


@cache
def semua_peraturan() -> tuple[Peraturan, ...]:
    """All national regulations that Probis knows, in the order in which Mengingat would list them."""
    return tuple(sorted(_daftar().values(), key=urutan))


def cari_peraturan(id: str) -> Peraturan | None:
    """The national regulation with this id, or None."""
    return _daftar().get(id)


def urutan(butir: Peraturan) -> tuple[int, int, date, int, str]:
    """Sort key of Mengingat: rank, then time, then number. What has no year comes last in its rank."""
    tahun = butir.tahun or (butir.tanggal.year if butir.tanggal else date.max.year)
    angka = re.match(r"\d+", butir.nomor)
    nomor = int(angka.group()[:9]) if angka else 0
    return butir.jenis.pangkat, tahun, butir.tanggal or date(tahun, 1, 1), nomor, butir.id


def _awal(butir: Peraturan, *, paling_lambat: bool) -> date | None:
    """First day in force. Where only the year is known: its last day if `paling_lambat`, else its first."""
    if butir.berlaku_sejak or butir.tanggal:
        return butir.berlaku_sejak or butir.tanggal
    if butir.tahun is None:
        return None
    return date(butir.tahun, 12, 31) if paling_lambat else date(butir.tahun, 1, 1)


def masa_berlaku(butir: Peraturan, pencari: Pencari = cari_peraturan) -> tuple[date | None, date | None]:
    """First and last day in force, each None where unknown or open.

    Where only years are known the span is the longest possible, so that a finding "not in force" is always certain.
    """
    akhir = butir.berlaku_sampai
    pencabut = pencari(butir.dicabut_oleh) if butir.dicabut_oleh else None
    if akhir is None and pencabut is not None:
        mulai = _awal(pencabut, paling_lambat=True)
        akhir = mulai - timedelta(days=1) if mulai and mulai > date.min else None
    return _awal(butir, paling_lambat=False), akhir


def perubahan(butir: Peraturan, pada: date | None = None, pencari: Pencari = cari_peraturan) -> tuple[Peraturan, ...]:
    """The amendments that are known and in force by `pada` (all, without a date), in order of time.

    An amendment of which only the year is known counts from the last day of that year.
    """
    ada = [p for p in map(pencari, butir.diubah_oleh) if p is not None]
    if pada is not None:
        ada = [p for p in ada if (_awal(p, paling_lambat=True) or date.min) <= pada]
    return tuple(sorted(ada, key=lambda p: (_awal(p, paling_lambat=True) or date.min, urutan(p))))


def status(butir: Peraturan, pada: date, pencari: Pencari = cari_peraturan) -> StatusPeraturan:
    """Status on the day `pada`: not yet in force, in force, in force as amended, or revoked."""
    awal, akhir = masa_berlaku(butir, pencari)
    if awal is not None and pada < awal:
        return StatusPeraturan.BELUM_BERLAKU
    if akhir is not None and pada > akhir:
        return StatusPeraturan.DICABUT
    return StatusPeraturan.DIUBAH if perubahan(butir, pada, pencari) else StatusPeraturan.BERLAKU


def _sambung(kepala: str, pembentuk: str) -> str:
    """Joins head and maker without saying a shared word twice: "Peraturan Gubernur" + "Gubernur Bali"."""
    kiri, kanan = kepala.split(), pembentuk.split()
    sama = next((n for n in range(min(len(kiri), len(kanan)), 0, -1) if kiri[-n:] == kanan[:n]), 0)
    return " ".join(kiri + kanan[sama:])


def sebutan(butir: Peraturan) -> str:
    """Kind and maker as a citation opens: "Peraturan Daerah Provinsi Nusa Tenggara Timur"."""
    pembentuk = butir.pembentuk
    if butir.jenis is JenisPeraturan.PERGUB:
        pembentuk = pembentuk.removeprefix("Provinsi ")
    return _sambung(_SIFAT[butir.jenis].kepala, pembentuk)


def nama_lengkap(butir: Peraturan) -> str:
    """Kind, maker, number, year and subject, without gazette: "Undang-Undang Nomor 25 Tahun 2009 tentang …"."""
    bagian = [sebutan(butir)]
    if butir.nomor:
        bagian.append(f"Nomor {butir.nomor}")
    # Old numbers carry their year: "25/KEP/M.PAN/4/2002".
    if butir.tahun is not None and not butir.nomor.endswith(f"/{butir.tahun}"):
        bagian.append(f"Tahun {butir.tahun}")
    if butir.tentang:
        bagian.append(f"tentang {butir.tentang}")
    return " ".join(bagian)


def _pemilik_lembaran(butir: Peraturan) -> str:
    if butir.jenis not in _DAERAH:
        return ""
    for pejabat, daerah in _DARI_PEJABAT:
        if butir.pembentuk.startswith(pejabat):
            return daerah + butir.pembentuk.removeprefix(pejabat)
    return butir.pembentuk


def pengundangan(butir: Peraturan) -> str:
    """Where it was gazetted: "Lembaran Negara Republik Indonesia Tahun … Nomor …, Tambahan …", or "" if unknown."""
    daerah = butir.jenis in _DAERAH
    milik = f"Daerah {_pemilik_lembaran(butir)}".rstrip() if daerah else "Negara Republik Indonesia"
    bagian = []
    if butir.ln:
        bagian.append(f"Lembaran {milik} Tahun {butir.ln.tahun} Nomor {butir.ln.nomor}")
    if butir.tln:
        bagian.append(f"Tambahan Lembaran {milik} Nomor {butir.tln}")
    if butir.bn:
        bagian.append(f"Berita {milik} Tahun {butir.bn.tahun} Nomor {butir.bn.nomor}")
    return ", ".join(bagian)


def _dengan_pengundangan(butir: Peraturan) -> str:
    tempat = pengundangan(butir)
    return f"{nama_lengkap(butir)} ({tempat})" if tempat else nama_lengkap(butir)


def kutipan(butir: Peraturan, pencari: Pencari = cari_peraturan, pada: date | None = None) -> str:
    """The full citation as Mengingat writes it, amendments included, without number and closing mark.

    With `pada`, only amendments in force by that day are named: a decree of 2020 does not cite a law of 2023.
    """
    ubah = perubahan(butir, pada, pencari)
    if not ubah:
        return _dengan_pengundangan(butir)
    kali = "dengan" if len(ubah) == 1 else "beberapa kali terakhir dengan"
    return f"{_dengan_pengundangan(butir)} sebagaimana telah diubah {kali} {_dengan_pengundangan(ubah[-1])}"


def singkatan(butir: Peraturan) -> str:
    """The short name used in lists and findings: "PermenPANRB 19/2018", "UU 25/2009"."""
    depan = _singkatan_pembentuk().get(sebutan(butir))
    if depan is None:
        pendek = butir.jenis not in {_J.PERMEN, _J.PERLEMBAGA, _J.PERKADA, _J.KEPUTUSAN, _J.SURAT_EDARAN}
        depan = _SIFAT[butir.jenis].singkatan if pendek else sebutan(butir)
    if not butir.nomor:
        return f"{depan} {butir.tahun}" if butir.tahun is not None else depan
    if butir.tahun is None or butir.nomor.endswith(f"/{butir.tahun}"):
        return f"{depan} {butir.nomor}"
    return f"{depan} {butir.nomor}/{butir.tahun}"
