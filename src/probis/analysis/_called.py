"""A node of a lintas fungsi to the words by which a reader finds it on the map, also where it carries no name."""

from __future__ import annotations

from collections.abc import Iterable

from probis.model import Alur, Gerbang, JenisAlur, LintasFungsi, Mulai, Putusan, Selesai, SimpulApaPun, Tunggu

_MANY = 3
"""How many nodes tell where a meeting of branches is; more would not be read."""


def sebut_simpul(peta: LintasFungsi, simpul: SimpulApaPun | str) -> str:
    """Return the name of a node in quotation marks, or for one without a name what it is and where it stands.

    A gateway becomes “cabang sesudah …” where the work parts and “pertemuan cabang sebelum …” where it comes
    together, told by the nearest node with a name. A node that is not on the map, and a step without a name, are
    told by their id.
    """
    found = peta.cari_simpul(simpul) if isinstance(simpul, str) else simpul
    if found is None or found.nama or not isinstance(found, Gerbang | Tunggu | Mulai | Selesai):
        name = simpul if isinstance(simpul, str) else simpul.id
        return f"“{(found.nama if found is not None else '') or name}”"
    match found:
        case Mulai():
            return "mulai"
        case Gerbang() if len(_onward(peta.masuk(found.id))) > 1 and (near := _near(peta, found, after=True)):
            return f"pertemuan cabang sebelum {near}"
        case _:
            kind = {"gerbang": "cabang", "tunggu": "penantian"}.get(found.jenis, "selesai")
            if isinstance(found, Gerbang) and len(_onward(peta.masuk(found.id))) > 1:
                kind = "pertemuan cabang"
            near = _near(peta, found, after=False)
            return f"{kind} sesudah {near}" if near else kind


def kapital(kalimat: str) -> str:
    """Return a sentence with its first letter as a capital one."""
    return kalimat[:1].upper() + kalimat[1:]


def _near(peta: LintasFungsi, simpul: SimpulApaPun, *, after: bool) -> str:
    """The nearest nodes with a name before or after one, with the answer by which a decision leads here."""
    seen, row = {simpul.id}, [simpul.id]
    while row:
        further: list[str] = []
        told: dict[str, None] = {}
        for id_ in row:
            for alur in _onward(peta.keluar(id_) if after else peta.masuk(id_)):
                there = peta.cari_simpul(alur.ke if after else alur.dari)
                if there is None or there.id in seen or (isinstance(there, Selesai) and not there.nama):
                    continue
                if there.nama or not isinstance(there, Gerbang | Tunggu):
                    answered = isinstance(there, Putusan) and not after and alur.nama
                    told[sebut_simpul(peta, there) + (f" dijawab “{alur.nama}”" if answered else "")] = None
                    continue
                seen.add(there.id)
                further.append(there.id)
        if told:
            return " dan ".join(list(told)[:_MANY])
        row = further
    return ""


def _onward(flows: Iterable[Alur]) -> list[Alur]:
    """The flows without the returns, where there are others."""
    found = list(flows)
    return [alur for alur in found if alur.jenis is not JenisAlur.KEMBALI] or found
