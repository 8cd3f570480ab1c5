"""The sentences of a decree as data: name, place and default, which may differ by the form of decree."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType

NAMA_UMUM: Mapping[str, str] = MappingProxyType(
    {
        "instansi": "nama instansi",
        "sebutan": "nama singkat instansi",
        "dokumen": "dokumen rencana yang memuat visi dan misi",
        "tentang": "pokok keputusan",
        "keputusan_singkat": "misalnya Keputusan Gubernur",
        "naskah": "Keputusan atau Peraturan",
        "KEPUTUSAN_TENTANG": "nama lengkap keputusan dan pokoknya, dengan huruf kapital",
        "pemilik_visi": "Kepala Daerah atau Organisasi",
        "label_utama": "sebutan kelompok proses utama",
        "label_pendukung": "sebutan kelompok proses pendukung",
        "label_lainnya": "sebutan kelompok proses lainnya",
    }
)
"""The {names} that every sentence may use, and what they stand for."""
_PERUBAHAN = frozenset({"keputusan_lama", "keputusan_lama_singkat"})
_NAMA = re.compile(r"\{(\w+)\}")


def nama_dalam(bunyi: str) -> tuple[str, ...]:
    """The {names} in a sentence, in their order."""
    return tuple(_NAMA.findall(bunyi))


def terisi(bunyi: str, nilai: Mapping[str, str]) -> str:
    """The sentence with each known {name} replaced, once; nothing else in it, or in a value, means anything."""
    return _NAMA.sub(lambda found: nilai.get(found[1], found[0]), bunyi)


@dataclass(frozen=True, slots=True)
class Kalimat:
    """One sentence or label that an office may word for itself.

    `tempat` says where it stands, `bunyi` is the default, with {names} of what the model fills in, and `bentuk` holds
    the defaults of single forms of decree ("keputusan_gubernur"), and of all that regulate ("peraturan"). Where
    `pilihan` is given, it is one of these.
    """

    nama: str
    tempat: str
    bunyi: str
    bentuk: Mapping[str, str] = field(default_factory=dict)
    pilihan: tuple[str, ...] = ()

    def untuk(self, bentuk: str) -> str:
        """The default for this form of decree; the forms of a Peraturan share one where they have none of their own."""
        shared = self.bentuk.get("peraturan", self.bunyi) if bentuk.startswith("peraturan_") else self.bunyi
        return self.bentuk.get(bentuk, shared)

    @property
    def dikenal(self) -> frozenset[str]:
        """The {names} that are filled in this sentence: those of all sentences, and those of its default."""
        own = {name for bunyi in (self.bunyi, *self.bentuk.values()) for name in nama_dalam(bunyi)}
        return frozenset({*NAMA_UMUM, *own, *(_PERUBAHAN if self.nama.startswith("ubah-") else ())})


@cache
def semua_kalimat() -> tuple[Kalimat, ...]:
    """Every sentence, in the order in which it stands in the decree."""
    return tuple(_daftar().values())


def cari_kalimat(nama: str) -> Kalimat | None:
    """The sentence of this name, or None."""
    return _daftar().get(nama)


@cache
def _daftar() -> Mapping[str, Kalimat]:
    data = tomllib.loads(files("probis.law").joinpath("kalimat.toml").read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            nama: Kalimat(nama, isi["tempat"], isi["bunyi"], isi.get("bentuk", {}), tuple(isi.get("pilihan", ())))
            for nama, isi in data.items()
        }
    )
