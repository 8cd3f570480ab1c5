"""Which edition of the model a paper shows: its standing, and a mark that tells one content from another."""

from __future__ import annotations

from hashlib import sha256

from probis.documents import _names as names
from probis.law.tanggal import tanggal_panjang
from probis.model import PetaProsesBisnis


def standing(model: PetaProsesBisnis) -> str:
    """The decree by which the model is set, or that it is a draft."""
    decree = names.decree_of(model)
    if not decree.nomor:
        return "Konsep, belum ditetapkan"
    day = f" tanggal {tanggal_panjang(decree.tanggal)}" if decree.tanggal else ""
    return f"{names.instrument(model)} Nomor {decree.nomor}{day}"


def mark(model: PetaProsesBisnis) -> str:
    """Twelve signs that are the same for the same content, and only for it."""
    return sha256(model.model_dump_json(exclude_defaults=True).encode()).hexdigest()[:12]
