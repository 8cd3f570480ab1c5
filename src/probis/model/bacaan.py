"""What reading a body's files gives: the value, the findings, and the place of each address in its file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from probis.model.naskah import Naskah
from probis.model.peta import PetaProsesBisnis
from probis.model.temuan import Tempat, Temuan


@dataclass(frozen=True, slots=True)
class Bacaan:
    """Bacaan (reading): `nilai` is None where the files cannot be taken as a model; then `temuan` says why.

    `tempat` maps an address ("proses/x"), or address and field ("proses/x#kode"), to its place.
    """

    nilai: PetaProsesBisnis | None
    temuan: tuple[Temuan, ...] = ()
    tempat: Mapping[str, Tempat] = field(default_factory=dict)
    naskah: tuple[Naskah, ...] = ()

    def cari_tempat(self, alamat: str, bidang: str = "") -> Tempat | None:
        """Return the place of the field, else of the element, else of what holds it, else None."""
        if bidang and f"{alamat}#{bidang}" in self.tempat:
            return self.tempat[f"{alamat}#{bidang}"]
        while alamat:
            if alamat in self.tempat:
                return self.tempat[alamat]
            alamat = alamat.rpartition("/")[0]
        return None
