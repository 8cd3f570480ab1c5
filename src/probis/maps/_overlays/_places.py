"""An address in the model to where a map shows it: at itself, at the ends of a flow, at the unit of a position."""

from __future__ import annotations

from probis.maps._family import SubjectKind
from probis.model import Aliran, Hubungan, Jabatan, PetaProsesBisnis


def whole(model: PetaProsesBisnis, kind: SubjectKind, subject_id: str | None) -> frozenset[str]:
    """The addresses that a map as a whole speaks of: the body, the process, or the lintas fungsi and its process."""
    if kind == "instansi":
        return frozenset({"instansi"})
    if kind == "proses":
        return frozenset({f"proses/{subject_id}"})
    peta = model.cari_lintas_fungsi(subject_id)
    return frozenset({f"lintas-fungsi/{subject_id}"} | ({f"proses/{peta.proses}"} if peta is not None else set()))


def places(model: PetaProsesBisnis, alamat: str, drawn: frozenset[str]) -> tuple[str, ...]:
    """The drawn addresses that show the element; none where the map does not show it."""
    if alamat in drawn:
        return (alamat,)
    found = model.cari(alamat)
    match found:
        case Aliran() | Hubungan():
            ends = [_lifted(model, end, drawn) for end in (found.dari, found.ke) if end is not None]
            return tuple(dict.fromkeys(end for end in ends if end))
        case Jabatan() if f"unit/{found.unit}" in drawn:
            return (f"unit/{found.unit}",)
        case _:
            return ()


def crosses(model: PetaProsesBisnis, alamat: str, drawn: frozenset[str]) -> bool:
    """Whether a flow or relation enters or leaves a drawn process, and is not within a single one."""
    found = model.cari(alamat)
    if not isinstance(found, Aliran | Hubungan):
        return False
    ends = [_lifted(model, end, drawn) if end is not None else "" for end in (found.dari, found.ke)]
    return ends[0] != ends[1]


def _lifted(model: PetaProsesBisnis, end: str, drawn: frozenset[str]) -> str:
    """The process at an end of a flow, or the nearest one above it that is drawn."""
    proses = model.cari_proses(end)
    line = model.garis_induk(proses) if proses is not None else ()
    return next((f"proses/{p.id}" for p in line if f"proses/{p.id}" in drawn), "")
