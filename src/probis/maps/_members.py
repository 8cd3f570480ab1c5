"""A process to who takes part in it: its owner, units inside and parties outside, each with its standing."""

from __future__ import annotations

from typing import NamedTuple

from probis.maps._sheet import USULAN, sentence
from probis.model import PetaProsesBisnis, Proses


class Taking(NamedTuple):
    """One who takes part in a process; `id` is "" where the owner is not named."""

    id: str
    text: str
    owner: bool = False
    outside: bool = False
    provisional: bool = False
    unknown: bool = False
    ref: str = ""

    @property
    def label(self) -> str:
        """What a screen reader says: name, role, standing."""
        role = "pemilik proses" if self.owner else "pihak luar" if self.outside else "terlibat"
        strange = self.unknown and bool(self.id)
        return sentence(self.text, role, USULAN if self.provisional else "", "belum dikenal" if strange else "")


def taking_part(model: PetaProsesBisnis, proses: Proses) -> tuple[Taking, ...]:
    """Owner first (unknown where none is named), then the others in the order of the model's organisation."""
    place = {who: i for i, who in enumerate(order(model))}
    others = [who for who in model.peserta(proses.id) if who != proses.pemilik]
    others.sort(key=lambda who: (place.get(who, len(place)), who))
    owner = _taking(model, proses, proses.pemilik, owner=True) if proses.pemilik else nobody(proses)
    return (owner, *(_taking(model, proses, who) for who in others))


def order(model: PetaProsesBisnis) -> list[str]:
    """The ids of all who can take part, in the order of the model's organisation."""
    organisasi = model.organisasi
    return [e.id for group in (organisasi.unit, organisasi.jabatan, organisasi.pihak) for e in group]


def nobody(proses: Proses) -> Taking:
    """The place of an owner that is not named yet."""
    return Taking("", "Pemilik belum ditetapkan", owner=True, unknown=True, ref=f"proses/{proses.id}")


def _taking(model: PetaProsesBisnis, proses: Proses, who: str, *, owner: bool = False) -> Taking:
    known = model.cari_pelaku(who) is not None
    kind = next((k for k in ("unit", "jabatan", "pihak") if model.cari(f"{k}/{who}")), "unit")
    return Taking(
        who,
        model.sebutan(who),
        owner,
        known and not model.di_dalam(who),
        proses.usulan("pemilik") if owner else _unsure(model, proses, who),
        not known,
        f"{kind}/{who}" if known else "",
    )


def _unsure(model: PetaProsesBisnis, proses: Proses, who: str) -> bool:
    """True where this one only stands in lists that are proposals."""
    below = [p for p in model.proses if p.id in model.cakupan(proses.id)]
    grounds = [p.usulan("terlibat") for p in below if who in p.terlibat]
    grounds += [p.usulan("pemilik") for p in below if who == p.pemilik]
    return bool(grounds) and all(grounds)
