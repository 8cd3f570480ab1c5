"""The annotations of a model class to the shape that each of its fields has in a file."""

import re
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum, auto
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from probis.model import AcuanLuar, Batas, Rentang, Rujukan, Volume

SPELT: tuple[type[BaseModel], ...] = (Rentang, Batas, Volume)
"""Values that a file holds as one text, such as "1–2 HK"."""

LAST = ("sumber", "catatan", "tambahan", "asing")
"""Fields that every element has; a file writes them after its own."""


class Kind(Enum):
    """What may stand in a file for a field."""

    TEXT = auto()
    INT = auto()
    BOOL = auto()
    DATE = auto()
    CHOICE = auto()
    SPELT = auto()
    PERCENT = auto()
    LIST = auto()
    MODEL = auto()
    TEXTS = auto()
    TEXT_OR_MODEL = auto()
    VARIANT = auto()


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of one field: its kind, the class it builds, and for a list the shape of its items."""

    kind: Kind
    cls: type[Any] | None = None
    item: "Shape | None" = None
    variants: tuple[type[BaseModel], ...] = ()
    meta: tuple[object, ...] = ()

    @property
    def rujukan(self) -> Rujukan | None:
        """What the text refers to, where it refers to something."""
        return next((m for m in self.meta if isinstance(m, Rujukan)), None)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a model class."""

    name: str
    shape: Shape
    required: bool
    info: FieldInfo

    @property
    def default(self) -> object:
        """The value that stands where the file says nothing; None for a required field."""
        return None if self.required else self.info.get_default(call_default_factory=True)


@cache
def fields(cls: type[BaseModel]) -> dict[str, Field]:
    """Return the fields of a model class by name: id first, its own, then what every element has."""
    found = {
        name: Field(name, _shape(info.annotation, tuple(info.metadata)), info.is_required(), info)
        for name, info in cls.model_fields.items()
    }
    order = sorted(found, key=lambda name: (name in LAST, name != "id"))
    return {name: found[name] for name in order}


def _shape(annotation: Any, meta: tuple[object, ...] = ()) -> Shape:
    origin = get_origin(annotation)
    if origin is Annotated:
        base, *more = get_args(annotation)
        return _shape(base, (*meta, *more))
    if origin in (Union, UnionType):
        return _union([arg for arg in get_args(annotation) if arg is not type(None)], meta)
    if origin is tuple:
        return Shape(Kind.LIST, item=_shape(get_args(annotation)[0]), meta=meta)
    if origin is AbstractMapping:
        return Shape(Kind.TEXTS, meta=meta)
    if origin is Literal:
        return Shape(Kind.TEXT, str, meta=meta)
    return _plain(annotation, meta)


def _union(options: list[Any], meta: tuple[object, ...]) -> Shape:
    if len(options) == 1:
        return _shape(options[0], meta)
    if AcuanLuar in options:
        text = next(option for option in options if option is not AcuanLuar)
        return Shape(Kind.TEXT_OR_MODEL, AcuanLuar, item=_shape(text), meta=meta)
    return Shape(Kind.VARIANT, variants=tuple(options), meta=meta)


def _plain(annotation: Any, meta: tuple[object, ...]) -> Shape:
    kinds: tuple[tuple[type, Kind], ...] = (
        (StrEnum, Kind.CHOICE),
        (bool, Kind.BOOL),
        (int, Kind.INT),
        (date, Kind.DATE),
        (Decimal, Kind.PERCENT),
        (str, Kind.TEXT),
    )
    if not isinstance(annotation, type):
        raise TypeError(f"no file form for {annotation!r}")
    if issubclass(annotation, SPELT):
        return Shape(Kind.SPELT, annotation, meta=meta)
    if issubclass(annotation, BaseModel):
        return Shape(Kind.MODEL, annotation, meta=meta)
    for base, kind in kinds:
        if issubclass(annotation, base):
            return Shape(kind, annotation, meta=meta)
    raise TypeError(f"no file form for {annotation!r}")


def label(cls: type[BaseModel]) -> str:
    """Return what a message calls a thing of this class: "unit kerja", "lintas fungsi"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__.removeprefix("Bagian")).lower()
