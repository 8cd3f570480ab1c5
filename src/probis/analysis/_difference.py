"""Turns two models into what differs between them, element by element, found by address; order is no difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from probis.model import PetaProsesBisnis


class JenisPerbedaan(StrEnum):
    """What happened to an element from the old model to the new one."""

    DITAMBAH = "ditambah"
    DIUBAH = "diubah"
    DIHAPUS = "dihapus"


@dataclass(frozen=True, slots=True)
class Perbedaan:
    """One element that differs; `bidang` holds (field, old value, new value) of each field that changed."""

    alamat: str
    jenis: JenisPerbedaan
    bidang: tuple[tuple[str, Any, Any], ...] = ()


_PARTS: Mapping[str, frozenset[str]] = {
    "LintasFungsi": frozenset({"simpul", "jalur", "alur"}),
    "UnitKerja": frozenset({"fungsi"}),
}
"""Fields whose values have addresses of their own, so that they are compared one by one."""


def differences(old: PetaProsesBisnis, new: PetaProsesBisnis) -> tuple[Perbedaan, ...]:
    """Return what was added, changed and removed, in the order of the new model, what is gone at the end.

    Ids tell what is the same element. Elements within something that is added or removed as a whole are named, too.
    """
    before, after = dict(old.unsur()), dict(new.unsur())
    found: list[Perbedaan] = []
    for alamat, element in after.items():
        if alamat not in before:
            found.append(Perbedaan(alamat, JenisPerbedaan.DITAMBAH))
        elif fields := tuple(_fields(before[alamat], element)):
            found.append(Perbedaan(alamat, JenisPerbedaan.DIUBAH, fields))
    found += [Perbedaan(alamat, JenisPerbedaan.DIHAPUS) for alamat in before if alamat not in after]
    return tuple(found)


def _fields(old: BaseModel, new: BaseModel) -> Iterator[tuple[str, Any, Any]]:
    if old == new:
        return
    names = {**type(new).model_fields, **type(old).model_fields}
    for name in names:
        if name in _PARTS.get(type(new).__name__, ()):
            continue
        was, now = getattr(old, name, None), getattr(new, name, None)
        if was != now:
            yield name, was, now
