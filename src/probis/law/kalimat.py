"""The sentences of a decree as data: name, place and default, which may differ by the form of decree."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Kalimat:
    """One sentence or label that an office may word for itself.

    `tempat` says where it stands, `bunyi` is the default, with {names} of what the model fills in, and `bentuk` holds
    the defaults of single forms of decree ("keputusan_gubernur"). Where `pilihan` is given, it is one of these.
    """

    nama: str
    tempat: str
    bunyi: str
    bentuk: Mapping[str, str] = field(default_factory=dict)
    pilihan: tuple[str, ...] = ()

    def untuk(self, bentuk: str) -> str:
        """The default for this form of decree."""
        return self.bentuk.get(bentuk, self.bunyi)


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
