"""A value of the model to what its file holds: mappings, lists and texts; what is at its default is left out."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, TypeAdapter

from probis.interchange.yaml.shape import SPELT, fields
from probis.interchange.yaml.short import id_derived, periode_to, sumber_to
from probis.interchange.yaml.text import Sure
from probis.model import Periode, Persen, Sumber

_PERSEN: TypeAdapter[Decimal] = TypeAdapter(Persen)


def plain(value: BaseModel, skip: tuple[str, ...] = ()) -> dict[str, object]:
    """Return the fields of a value as a file holds them, in the order of writing, without those in `skip`."""
    made: dict[str, object] = {}
    for name, field in fields(type(value)).items():
        held = getattr(value, name)
        if name in skip or (not field.required and held == field.default):
            continue
        if name == "id" and held == id_derived(value):
            continue
        made[name] = _plain(held)
    return made


def _plain(held: object) -> object:
    match held:
        case bool():
            return Sure("ya" if held else "tidak")
        case int():
            return Sure(str(held))
        case date():
            return Sure(held.isoformat())
        case StrEnum():
            return Sure(held.value)
        case Decimal():
            return Sure(_PERSEN.dump_python(held, mode="json"))
        case str():
            return held
        case Sumber():
            return sumber_to(held) or plain(held)
        case Periode():
            return periode_to(held)
        case BaseModel():
            return str(held) if isinstance(held, SPELT) else plain(held)
        case tuple():
            return _list(held)
        case Mapping():
            return dict(held)
    return held


def _list(held: tuple[object, ...]) -> object:
    """Return a list; one source that is written as one text stands without a list."""
    written = [_plain(one) for one in held]
    if len(held) == 1 and isinstance(held[0], Sumber) and isinstance(written[0], str):
        return written[0]
    return written
