"""The sentences of the decree: each has a name (slot), a default in plain Indonesian, and gives way to `bunyi`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from probis.documents import _names as names
from probis.model import PetaProsesBisnis


@dataclass(frozen=True, slots=True)
class Slot:
    """One sentence that an office may word for itself; ``about`` says where it stands."""

    name: str
    about: str
    default: str


@cache
def slots() -> tuple[Slot, ...]:
    """Every slot in the order in which it stands in the decree."""
    data = tomllib.loads(files("probis.documents").joinpath("sentences.toml").read_text(encoding="utf-8"))
    return tuple(Slot(name, slot["tempat"], slot["bunyi"]) for name, slot in data.items())


class Sentences:
    """The sentences for one model: the body's own where `keputusan.bunyi` has them, else the defaults."""

    def __init__(self, model: PetaProsesBisnis) -> None:
        instansi, label = model.instansi, model.instansi.profil.label_kelompok
        self._own = names.decree_of(model).bunyi
        self._values = {
            "instansi": instansi.nama,
            "sebutan": instansi.sebutan,
            "dokumen": model.arah.dokumen or f"Tahun {instansi.periode}",
            "tentang": names.subject(model),
            "keputusan_singkat": names.short_instrument(model),
            "pemilik_visi": "Kepala Daerah" if names.regional(model) else "Organisasi",
            "label_utama": label.utama,
            "label_pendukung": label.pendukung,
            "label_lainnya": label.lainnya,
        }

    def say(self, slot: str, **values: str) -> str:
        """The sentence of a slot with further ``values``; what a user wrote stands as it is, never evaluated."""
        own = self._own.get(slot, "").strip()
        return own or next(s.default for s in slots() if s.name == slot).format_map({**self._values, **values})

    def has(self, slot: str) -> bool:
        """True where the body words this slot itself."""
        return bool(self._own.get(slot, "").strip())

    def paragraphs(self, slot: str, **values: str) -> tuple[str, ...]:
        """The sentence of a slot as paragraphs, divided where it has an empty line."""
        return tuple(part.strip() for part in self.say(slot, **values).split("\n\n") if part.strip())
