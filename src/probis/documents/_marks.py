"""How a proposal that nobody has confirmed shows on paper: a tag beside it, a count below a map."""

from __future__ import annotations

from collections.abc import Iterable

from probis.model import LintasFungsi, PetaProsesBisnis, Unsur
from probis.paper import Run, Text, text

TAG = Run("usulan", tag=True)
_NBSP = "\u00a0"


def marked(value: str | Text, proposed: bool) -> Text:
    """The text, with the tag *usulan* behind it where it is only proposed."""
    return text(value, _NBSP, TAG) if proposed else text(value)


def any_proposal(model: PetaProsesBisnis) -> bool:
    """True where anything in the model, or any field of it, is only proposed."""
    return any(
        sumber.jenis == "usulan"
        for _, unsur in model.unsur()
        if isinstance(unsur, Unsur)
        for sumber in unsur.sumber_dipakai()
    )


def count(parts: Iterable[tuple[int, int, str]]) -> Text:
    """(proposed, all, what) to a line below a map, "Usulan …: 3 dari 7 proses."; empty where nothing is proposed."""
    named = [f"{some} dari {whole} {what}" for some, whole, what in parts if some]
    return text(TAG, f"{_NBSP}Belum dikonfirmasi: {', '.join(named)}.") if named else ()


def flows(model: PetaProsesBisnis, ids: frozenset[str]) -> tuple[int, int, str]:
    """Proposed and all flows that begin or end within these processes."""
    found = [a for a in model.aliran if a.dari in ids or a.ke in ids]
    return sum(a.usulan() for a in found), len(found), "aliran"


def on_processes(model: PetaProsesBisnis) -> Text:
    """The count for the peta proses."""
    top = model.anak(None)
    return count(
        (
            (sum(p.usulan() or p.usulan("nama") for p in top), len(top), "proses"),
            flows(model, frozenset(p.id for p in top)),
            (sum(h.usulan() for h in model.hubungan), len(model.hubungan), "hubungan"),
        )
    )


def on_sub_processes(model: PetaProsesBisnis, id: str) -> Text:
    """The count for the peta sub proses of this process."""
    below = model.anak(id)
    return count(
        (
            (sum(p.usulan() or p.usulan("nama") for p in below), len(below), "sub proses"),
            flows(model, model.cakupan(id)),
        )
    )


def on_relations(model: PetaProsesBisnis) -> Text:
    """The count for the peta relasi."""
    top = model.anak(None)
    return count(
        (
            (sum(p.usulan("pemilik") for p in top if p.pemilik), len(top), "pemilik proses"),
            (sum(p.usulan("terlibat") for p in top if p.terlibat), len(top), "daftar pihak yang terlibat"),
        )
    )


def on_steps(peta: LintasFungsi) -> Text:
    """The count for one lintas fungsi."""
    timed = [s for s in peta.simpul if getattr(s, "waktu", None) is not None]
    return count(
        (
            (sum(peta.simpul_usulan(s) for s in peta.simpul), len(peta.simpul), "langkah"),
            (sum(peta.simpul_usulan(s, "waktu") for s in timed), len(timed), "waktu"),
        )
    )
