"""A certain repair as a value, and a map with it to the repaired map: one text for another, or one thing taken out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from probis.model import Pengecualian, Penjelasan, PetaProsesBisnis, Unsur


@dataclass(frozen=True, slots=True)
class Ganti:
    """Ganti (replace): within one field of the element at `alamat`, the text or id `lama` becomes `baru`.

    The field may be a text, a list, a map (then its keys are meant), or hold such things within it. An empty `baru`
    takes `lama` out of a list; a list in which `baru` stands already does not get it twice.
    """

    alamat: str
    bidang: str
    lama: str
    baru: str


@dataclass(frozen=True, slots=True)
class Hapus:
    """Hapus (delete): the element at `alamat`; with `bidang`, only the entry `nomor` (from 0) of that list of it."""

    alamat: str
    bidang: str = ""
    nomor: int = -1


Perbaikan = Ganti | Hapus
"""Perbaikan (repair): a change on which every reader of its finding would agree."""


def repaired(model: PetaProsesBisnis, repair: Perbaikan) -> PetaProsesBisnis | None:
    """Return the map with the repair, or None where it does not fit: the place is gone, the value cannot be."""
    try:
        made = _changed(model, repair)
    except (ValidationError, _Misfit):
        return None
    return None if made == model else made


class _Misfit(Exception):
    """The repair names what is not there."""


def _changed(model: PetaProsesBisnis, repair: Perbaikan) -> PetaProsesBisnis:
    if repair.alamat in ("arah", "organisasi"):
        held: BaseModel = getattr(model, repair.alamat)
        return model.model_copy(update={repair.alamat: _one(held, repair)})
    done = False

    def change(at: str, element: Any) -> Any:
        nonlocal done
        if at != repair.alamat:
            return element
        done = True
        return None if isinstance(repair, Hapus) and not repair.bidang else _one(element, repair)

    made = with_elements(model, change)
    if not done:
        raise _Misfit
    return _followed(made, repair) if isinstance(repair, Ganti) and repair.bidang in ("dari", "ke") else made


def _followed(model: PetaProsesBisnis, repair: Ganti) -> PetaProsesBisnis:
    """Give a flow whose id is made of its ends the id of its new ends, also where it is named."""
    place, _, id_ = repair.alamat.rpartition("/")
    new = "--".join(repair.baru if part == repair.lama else part for part in id_.split("--"))
    if new == id_ or "--" not in id_ or model.cari(f"{place}/{new}") is not None:
        return model
    here = place.removesuffix("/alur")

    def follow(at: str, element: Any) -> Any:
        if at == repair.alamat:
            return type(element).model_validate(element.model_dump() | {"id": new})
        if at == here and place != here:
            letak = tuple(one.model_copy(update={"alur": new}) if one.alur == id_ else one for one in element.letak)
            return element.model_copy(update={"letak": letak})
        if isinstance(element, Penjelasan) and place in ("aliran", "hubungan"):
            return element.model_copy(update={"tentang": tuple(new if one == id_ else one for one in element.tentang)})
        if isinstance(element, Pengecualian):
            named = tuple(f"{place}/{new}" if one == repair.alamat else one for one in element.unsur)
            return element.model_copy(update={"unsur": named})
        return element

    return with_elements(model, follow)


def _one(element: BaseModel, repair: Perbaikan) -> BaseModel:
    held = getattr(element, repair.bidang, None)
    if isinstance(repair, Hapus):
        if not isinstance(held, tuple) or not 0 <= repair.nomor < len(held):
            raise _Misfit
        new: Any = held[: repair.nomor] + held[repair.nomor + 1 :]
    else:
        new = _replaced(held, repair.lama, repair.baru)
    update: dict[str, Any] = element.model_dump() | {repair.bidang: _dumped(new)}
    return type(element).model_validate(update)


def _dumped(held: Any) -> Any:
    if isinstance(held, BaseModel):
        return held.model_dump()
    if isinstance(held, tuple):
        return tuple(_dumped(one) for one in held)
    return dict(held) if isinstance(held, Mapping) else held


def _replaced(held: Any, old: str, new: str) -> Any:
    if isinstance(held, str):
        return new if str(held) == old else held
    if isinstance(held, tuple):
        changed = [(one == old, _replaced(one, old, new)) for one in held]
        kept = [one for was, one in changed if not was]
        made: list[Any] = []
        for was, one in changed:
            if not was or (new and one not in kept and one not in made):
                made.append(one)
        return tuple(made)
    if isinstance(held, Mapping):
        return {new if key == old else key: text for key, text in held.items() if key == old or key != new}
    if isinstance(held, BaseModel):
        return held.model_copy(
            update={name: _replaced(getattr(held, name), old, new) for name in type(held).model_fields if name != "id"}
        )
    return held


def with_elements(model: PetaProsesBisnis, change: Callable[[str, Any], Any]) -> PetaProsesBisnis:
    """Return the map with each element as `change(address, element)` gives it back; None takes it out.

    An element is asked before the ones within it (functions of a unit, parts of a lintas fungsi); those keep the
    address that they had before.
    """
    organisasi, arah = model.organisasi, model.arah

    def listed(kind: str, elements: tuple[Any, ...]) -> tuple[Any, ...]:
        found = ((one, change(f"{kind}/{one.id}", one)) for one in elements)
        return tuple(_inner(kind, old, new, change) for old, new in found if new is not None)

    update: dict[str, Any] = {
        name: listed(kind, getattr(model, name)) for kind, name in _LISTS.items() if getattr(model, name)
    }
    update["organisasi"] = organisasi.model_copy(
        update={kind: listed(kind, getattr(organisasi, kind)) for kind in ("unit", "jabatan", "pihak")}
    )
    purposes = ("misi", "tujuan", "sasaran", "indikator", "area")
    update["arah"] = arah.model_copy(
        update={kind: listed(kind, getattr(arah, kind)) for kind in purposes}
        | {"visi": change(f"visi/{arah.visi.id}", arah.visi) if arah.visi else None}
    )
    update["instansi"] = change("instansi", model.instansi)
    update["keputusan"] = change("keputusan", model.keputusan) if model.keputusan else None
    made = model.model_copy(update=update)
    return model if made == model else made


_LISTS: Mapping[str, str] = {
    "produk": "produk",
    "proses": "proses",
    "aliran": "aliran",
    "hubungan": "hubungan",
    "penjelasan": "penjelasan",
    "lintas-fungsi": "lintas_fungsi",
    "sop": "sop",
    "peraturan": "peraturan",
    "pengecualian": "pengecualian",
    "evaluasi": "evaluasi",
    "berkas": "berkas",
}


def _inner(kind: str, old: Any, new: Any, change: Callable[[str, Any], Any]) -> Any:
    held = {"unit": (("fungsi", "fungsi/"),), "lintas-fungsi": _PARTS}.get(kind, ())
    update: dict[str, tuple[Unsur, ...]] = {}
    for name, prefix in held:
        at = prefix if kind == "unit" else f"{kind}/{old.id}/{prefix}"
        elements = getattr(new, name)
        made = [change(f"{at}{one.id}", one) for one in elements]
        kept = tuple(one for one in made if one is not None)
        if kept != elements:
            update[name] = kept
    return type(new).model_validate(new.model_dump() | {k: _dumped(v) for k, v in update.items()}) if update else new


_PARTS = (("jalur", "jalur/"), ("simpul", ""), ("alur", "alur/"))
