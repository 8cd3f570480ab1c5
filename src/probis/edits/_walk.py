"""A value of the model to its parts with their addresses, and to the same value with its texts and ids changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

from probis.law import Peraturan
from probis.model import (
    AcuanLuar,
    Asing,
    Berkas,
    Kutipan,
    Pengecualian,
    PetaProsesBisnis,
    Profil,
    Rentang,
    Rujukan,
    Sumber,
    TemuanEvaluasi,
    Unsur,
)

M = TypeVar("M", bound=BaseModel)

_PATHS = {(Sumber, "untuk"), (Pengecualian, "unsur"), (TemuanEvaluasi, "unsur"), (AcuanLuar, "alamat")}
"""Fields that hold an address or a path of names and ids, with "/" between them."""

_IDS = {(AcuanLuar, "instansi"), (Kutipan, "tentang")}
"""Fields that hold ids without saying so in their type."""

_FIXED = {(Pengecualian, "aturan"), (AcuanLuar, "revisi"), (Berkas, "jenis"), (Berkas, "sha256")}
_FIXED_KINDS = (Rentang, Profil, Asing, Peraturan)
"""What is neither a text of the body nor an id of it: values of law, regulations, settings, foreign content."""


@dataclass(frozen=True, slots=True)
class Part:
    """One value within the model: the address of the element that holds it, the field it stands in, and itself."""

    alamat: str
    bidang: str
    value: BaseModel


def parts(model: PetaProsesBisnis) -> Iterator[Part]:
    """Yield every element and every value within it, in the order of the model."""
    for at, holder in (("arah", model.arah), ("organisasi", model.organisasi)):
        yield from _within(at, "", holder)
    for at, element in model.unsur():
        yield Part(at, "", element)
        yield from _within(at, "", element)


def _within(at: str, top: str, value: BaseModel) -> Iterator[Part]:
    for name in type(value).model_fields:
        held = getattr(value, name)
        for item in held if isinstance(held, tuple) else (held,):
            if isinstance(item, BaseModel) and not isinstance(item, Unsur):
                yield Part(at, top or name, item)
                yield from _within(at, top or name, item)


def texts(value: BaseModel) -> Iterator[str]:
    """Yield the free texts of a value and of what it holds, but neither ids nor references."""
    found: list[str] = []

    def keep(text: str) -> str:
        found.append(text)
        return text

    changed(value, Changes(keep, lambda id_: id_, frozenset()))
    yield from found


@dataclass(frozen=True, slots=True)
class Changes:
    """What happens to texts and to ids; `ids` are those that exist, so that a plain text in their place is a text.

    `element` gets every element after its own parts were changed, with whether a lintas fungsi holds it. Fields in
    `keep`, as (class, name), are left to it.
    """

    text: Callable[[str], str]
    id: Callable[[str], str]
    ids: frozenset[str]
    element: Callable[[Any, bool], Any] = lambda element, within: element
    keep: frozenset[tuple[type, str]] = frozenset()


def changed(value: M, changes: Changes, within: bool = False) -> M:
    """Return the value with all its texts and ids changed; what stays the same stays the same object."""
    kind = type(value)
    if isinstance(value, _FIXED_KINDS):
        return value
    deeper = within or (kind.__name__ == "LintasFungsi")
    update: dict[str, Any] = {}
    for name in kind.model_fields:
        held = getattr(value, name)
        new = _held(held, _change_of(kind, name, changes), changes, deeper)
        if new is not held and new != held:
            update[name] = new
    made = value.model_copy(update=update) if update else value
    return changes.element(made, within) if isinstance(made, Unsur) else made


def _held(held: Any, change: Callable[[str], str], changes: Changes, within: bool) -> Any:
    if isinstance(held, BaseModel):
        return changed(held, changes, within)
    if isinstance(held, tuple):
        return tuple(_held(item, change, changes, within) for item in held)
    if isinstance(held, Mapping):
        return {key: change(text) for key, text in held.items()}
    return change(held) if isinstance(held, str) and not isinstance(held, Enum) else held


def _change_of(kind: type[BaseModel], name: str, changes: Changes) -> Callable[[str], str]:
    owner = {(base, name) for base in kind.__mro__}
    if owner & (_FIXED | changes.keep):
        return lambda text: text
    if owner & _PATHS:
        return lambda path: "/".join(_known(step, changes, lambda text: text) for step in path.split("/"))
    mark = reference(kind, name)
    if name == "id" or owner & _IDS or mark is not None:
        plain = changes.text if mark is not None and mark.bebas else lambda text: text
        return lambda text: _known(text, changes, plain)
    return changes.text


def _known(text: str, changes: Changes, plain: Callable[[str], str]) -> str:
    return changes.id(text) if text in changes.ids else plain(text)


@cache
def reference(kind: type[BaseModel], name: str) -> Rujukan | None:
    """Return what the field refers to, or None where it refers to nothing."""
    field = kind.model_fields[name]
    return next((part for part in field.metadata if isinstance(part, Rujukan)), None) or _mark(field.annotation)


def _mark(annotation: Any) -> Rujukan | None:
    for part in (*getattr(annotation, "__metadata__", ()), *get_args(annotation)):
        found = part if isinstance(part, Rujukan) else _mark(part) if part is not Ellipsis else None
        if found is not None:
            return found
    return None


def all_ids(model: PetaProsesBisnis) -> frozenset[str]:
    """Return every id in the model, whatever has it."""
    return frozenset(element.id for _, element in model.unsur())


def spaces(model: PetaProsesBisnis) -> Iterator[frozenset[str]]:
    """Yield each set of ids that must stay apart from each other: of one kind, of kinds that one reference may name."""
    kinds = {kind: frozenset(element.id for element in elements) for kind, elements in model.jenis.items()}
    yield kinds["unit"] | kinds["jabatan"] | kinds["pihak"] | kinds["proses"]
    yield kinds["misi"] | kinds["tujuan"] | kinds["sasaran"] | kinds["indikator"] | kinds["area"] | kinds["fungsi"]
    yield from kinds.values()
    for peta in model.lintas_fungsi:
        yield from (frozenset(part.id for part in listed) for listed in (peta.jalur, peta.simpul, peta.alur))
