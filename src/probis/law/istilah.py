"""Turns the packaged glossary into `Istilah` values: what a word of the trade means and its one name in the code."""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict

from probis.law.peraturan import Kepastian


class RanahIstilah(StrEnum):
    """Field of a term; forms and the glossary page group by it."""

    INSTANSI = "instansi"
    UNSUR = "unsur"
    ARAH = "arah"
    ORGANISASI = "organisasi"
    PROSES = "proses"
    LINTAS_FUNGSI = "lintas-fungsi"
    SOP = "sop"
    KEPUTUSAN = "keputusan"
    PETA = "peta"
    ASAL = "asal"
    WAKTU = "waktu"
    MUTU = "mutu"


class Istilah(BaseModel):
    """Glossary entry: one noun, with the one name it has in YAML, API, forms and code.

    `pengenal` is that name: a class ("UnitKerja") or a field ("beban"). `label` is what a form shows, `padanan` the
    English gloss, `arti` the definition in plain Indonesian. `sumber` is a regulation's id, or one of `SUMBER_LAIN`.
    `jangan` lists synonyms, one word each, that may be no identifier.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    pengenal: str
    label: str
    padanan: str
    arti: str
    ranah: RanahIstilah
    sumber: str = "probis"
    kepastian: Kepastian = Kepastian.SUMBER
    jangan: tuple[str, ...] = ()


SUMBER_LAIN: Mapping[str, str] = MappingProxyType(
    {
        "probis": "istilah kerja Probis",
        "umum": "bahasa umum",
        "bpmn": "BPMN 2.0 (ISO/IEC 19510)",
        "praktik": "praktik penyusunan di instansi",
    }
)
"""Sources of terms that are no regulation."""


@cache
def _daftar() -> Mapping[str, Istilah]:
    data = tomllib.loads(files("probis.law").joinpath("istilah.toml").read_text(encoding="utf-8"))
    butir = [
        Istilah.model_validate({"pengenal": pengenal, "ranah": ranah, **isi})
        for ranah, kelompok in data.items()
        for pengenal, isi in kelompok.items()
    ]
    return MappingProxyType({i.pengenal: i for i in butir})


@cache
def semua_istilah() -> tuple[Istilah, ...]:
    """The whole glossary, in alphabetical order of the labels."""
    return tuple(sorted(_daftar().values(), key=lambda i: (i.label.casefold(), i.pengenal)))


def bentuk_bidang(pengenal: str) -> str:
    """The field form of a class name: "LintasFungsi" becomes "lintas_fungsi"; a field name stays."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", pengenal).lower()


@cache
def _menurut_bidang() -> Mapping[str, Istilah]:
    return MappingProxyType({bentuk_bidang(i.pengenal): i for i in _daftar().values()})


def cari_istilah(pengenal: str) -> Istilah | None:
    """The entry with this class or field name, or None.

    A field that holds values of a class ("lintas_fungsi", "unit_kerja") gets the entry of the class.
    """
    return _daftar().get(pengenal) or _menurut_bidang().get(pengenal)
