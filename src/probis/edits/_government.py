"""The name of a body or of an office to the government it belongs to: its level, and what it is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from probis.model import BentukKeputusan, Instansi, JenisInstansi

Taraf = Literal["provinsi", "kabupaten", "kota", "kementerian", "lembaga"]
TARAF: tuple[Taraf, ...] = ("provinsi", "kabupaten", "kota", "kementerian", "lembaga")

_NAMED: tuple[tuple[str, Taraf], ...] = (
    ("Kementerian", "kementerian"),
    ("Provinsi", "provinsi"),
    ("Kabupaten", "kabupaten"),
    ("Kota", "kota"),
)
_OFFICES: tuple[tuple[str, Taraf], ...] = (
    ("Gubernur", "provinsi"),
    ("Bupati", "kabupaten"),
    ("Wali Kota", "kota"),
    ("Walikota", "kota"),
    ("Menteri", "kementerian"),
    ("Kepala", "lembaga"),
)
_HEAD = {"provinsi": "Gubernur", "kabupaten": "Bupati", "kota": "Wali Kota", "kementerian": "Menteri"}
_FORMS = {
    "provinsi": BentukKeputusan.KEPUTUSAN_GUBERNUR,
    "kabupaten": BentukKeputusan.KEPUTUSAN_BUPATI,
    "kota": BentukKeputusan.KEPUTUSAN_WALI_KOTA,
    "kementerian": BentukKeputusan.KEPUTUSAN_MENTERI,
    "lembaga": BentukKeputusan.KEPUTUSAN_KEPALA,
}
_KINDS = (
    ("Sekretariat", JenisInstansi.SEKRETARIAT),
    ("Bagian", JenisInstansi.SEKRETARIAT),
    ("Biro", JenisInstansi.BIRO),
    ("Dinas", JenisInstansi.DINAS),
    ("Badan", JenisInstansi.BADAN),
    ("Kecamatan", JenisInstansi.KECAMATAN),
    ("Kementerian", JenisInstansi.KEMENTERIAN),
    ("Lembaga", JenisInstansi.LEMBAGA),
    ("Provinsi", JenisInstansi.PROVINSI),
    ("Kabupaten", JenisInstansi.KABUPATEN),
    ("Kota", JenisInstansi.KOTA),
    ("Pemerintah Provinsi", JenisInstansi.PROVINSI),
    ("Pemerintah Kabupaten", JenisInstansi.KABUPATEN),
    ("Pemerintah Kota", JenisInstansi.KOTA),
)


@dataclass(frozen=True, slots=True)
class Pemerintah:
    """Pemerintah (government): `taraf` is its level, `nama` its proper name ("Nusa Tenggara Timur")."""

    taraf: Taraf
    nama: str

    @property
    def sebutan(self) -> str:
        """Provinsi Nusa Tenggara Timur; of an agency, its name alone."""
        return self.nama if self.taraf == "lembaga" else f"{self.taraf.capitalize()} {self.nama}"

    @property
    def kepala(self) -> str:
        """The office that heads it: Gubernur Nusa Tenggara Timur, Kepala Badan Pusat Statistik."""
        return f"{_HEAD.get(self.taraf, 'Kepala')} {self.nama}"

    @property
    def bentuk(self) -> BentukKeputusan:
        """The form of decree that its head signs."""
        return _FORMS[self.taraf]


def pemerintah_dari(nama: str, jabatan: str = "", induk: str = "") -> Pemerintah | None:
    """Return the government that a body's name, its parent's name or its head's office speaks of, else None."""
    for text in (nama, induk):
        for word, taraf in _NAMED:
            found = re.search(rf"\b{word}\s+(\S.*)$", text)
            if found:
                return Pemerintah(taraf, found[1].strip())
    for word, taraf in _OFFICES:
        if jabatan.lower().startswith(word.lower() + " "):
            return Pemerintah(taraf, jabatan[len(word) :].strip())
    return None


def pemerintah_instansi(instansi: Instansi) -> Pemerintah | None:
    """Return the government that a body belongs to, as far as its own particulars tell."""
    jabatan = instansi.pejabat.jabatan if instansi.pejabat else ""
    return pemerintah_dari(instansi.nama, jabatan, instansi.induk.nama if instansi.induk else "")


def jenis_dari(nama: str) -> JenisInstansi:
    """Return the kind of body that a name begins with; a part of a ministry is a unit of it."""
    found = next((jenis for word, jenis in _KINDS if nama.lower().startswith(word.lower() + " ")), None)
    if found is not JenisInstansi.KEMENTERIAN and re.search(r"\bKementerian\s", nama):
        return JenisInstansi.UNIT_KEMENTERIAN
    return found or JenisInstansi.LAINNYA


def singkat_dari(nama: str) -> str:
    """Return the short name within a long one: what stands before its secretariat or government."""
    found = re.search(r"\s(?:Sekretariat|Provinsi|Kabupaten|Kota|Kementerian|Daerah Istimewa)\s", nama)
    return nama[: found.start()] if found else nama
