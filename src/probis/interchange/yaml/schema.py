"""The form of the files to JSON Schemas that an editor completes and checks by while one types."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, cast

from pydantic import BaseModel

from probis.interchange.yaml.parts import LINTAS_FUNGSI, LISTS, WHOLE, form
from probis.interchange.yaml.schema_rows import any_of, map_schema, row_definitions
from probis.interchange.yaml.shape import Field, Kind, Shape, fields, label
from probis.interchange.yaml.short import opens_text, without_id
from probis.law.istilah import cari_istilah
from probis.model import Batas, Instansi, LintasFungsi, Rentang

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXT = ["string", "number", "boolean"]
_EXAMPLES: Mapping[type[Any], list[str]] = {
    Rentang: ["2 HK", "1–2 HK", "1,5 jam"],
    Batas: ["15 HK sejak disposisi"],
}
_DATE = (
    r"^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2} "
    r"([Jj]anuari|[Ff]ebruari|[Mm]aret|[Aa]pril|[Mm]ei|[Jj]uni|[Jj]uli|[Aa]gustus|[Ss]eptember|[Oo]ktober|[Nn]ovember"
    r"|[Dd]esember) [0-9]{4})$"
)


def schemas() -> dict[str, Schema]:
    """Return the JSON Schema (draft 7) of each part by its name: "instansi", "proses", … "lintas-fungsi".

    They describe what people write: short forms are allowed, a value that may be left out may be left empty. An editor
    reads numbers where we read text, so texts may look like numbers.
    """
    made = {file.removesuffix(".yaml"): _whole(file) for file in (*WHOLE, *LISTS)}
    made[LINTAS_FUNGSI] = _Definitions().map()
    return made


def _whole(file: str) -> Schema:
    cls = form(file)
    schema = _Definitions().file(cls)
    if cls is Instansi:
        skema = {"type": "integer", "minimum": 1, **_described("skema")}
        schema["properties"] = {"skema": skema, **schema["properties"]}
    return schema


def _described(name: str) -> Schema:
    """Return the label and meaning that the glossary has for a class or field."""
    istilah = cari_istilah(name)
    return {"title": istilah.label, "description": istilah.arti} if istilah else {}


class _Definitions:
    """Makes the schema of one file, collecting a definition for each class it meets."""

    def __init__(self) -> None:
        self.made: dict[str, Schema] = {}

    def file(self, cls: type[BaseModel]) -> Schema:
        return self._finished(cls, self._object(cls))

    def map(self) -> Schema:
        top = {name: self.field(field) for name, field in fields(LintasFungsi).items() if name != "id"}
        self.made |= row_definitions(self.fields_of, self.choice)
        return self._finished(LintasFungsi, map_schema(top, self.text()))

    def _finished(self, cls: type[BaseModel], schema: Schema) -> Schema:
        head = {"$schema": _DRAFT, **(_described(cls.__name__) or {"title": label(cls)})}
        return {**head, **schema, "definitions": dict(sorted(self.made.items()))}

    def fields_of(self, cls: type[BaseModel], skip: Iterable[str] = ()) -> dict[str, Schema]:
        """Return the schemas of a class's fields by name."""
        return {name: self.field(field) for name, field in fields(cls).items() if name not in skip}

    def _object(self, cls: type[BaseModel]) -> Schema:
        needed = [name for name, field in fields(cls).items() if field.required]
        if without_id(cls):
            needed.remove("id")
        return {
            "type": "object",
            "properties": self.fields_of(cls),
            "additionalProperties": False,
            **({"required": needed} if needed else {}),
        }

    def _reference(self, cls: type[BaseModel]) -> Schema:
        name = cls.__name__
        if name not in self.made:
            self.made[name] = {}
            self.made[name] = {**_described(name), **self._object(cls)}
        return {"$ref": f"#/definitions/{name}"}

    def field(self, field: Field) -> Schema:
        """Return the schema of one field; one that may be left out may be left empty."""
        schema = self._shape(field.shape)
        if not field.required:
            schema = any_of(schema, {"type": "null"})
        return {**_described(field.name), **schema}

    def _shape(self, shape: Shape) -> Schema:
        match shape.kind:
            case Kind.LIST:
                item = self._shape(cast(Shape, shape.item))
                return any_of({"type": "array", "items": item}, item)
            case Kind.MODEL:
                cls = cast(type[BaseModel], shape.cls)
                reference = self._reference(cls)
                return any_of(reference, {"type": "string"}) if opens_text(cls) else reference
            case Kind.TEXT_OR_MODEL:
                return any_of({"type": _TEXT}, self._reference(cast(type[BaseModel], shape.cls)))
            case Kind.TEXTS:
                return {"type": "object", "additionalProperties": {"type": [*_TEXT, "null"]}}
            case Kind.VARIANT:
                return {}
        return self._scalar(shape)

    def _scalar(self, shape: Shape) -> Schema:
        match shape.kind:
            case Kind.INT:
                return {
                    "anyOf": [{"type": "integer", **_bounds(shape)}, {"type": "string", "pattern": "^[0-9]+ kali$"}]
                }
            case Kind.BOOL:
                return {"enum": ["ya", "tidak"]}
            case Kind.DATE:
                return {"type": "string", "pattern": _DATE, "examples": ["2020-08-14", "14 Agustus 2020"]}
            case Kind.CHOICE:
                return self.choice(cast(type[StrEnum], shape.cls))
            case Kind.SPELT:
                return {"type": "string", "examples": _EXAMPLES.get(cast(type, shape.cls), ["8 per tahun"])}
            case Kind.PERCENT:
                return {"type": ["string", "number"], "examples": ["70 %"]}
        return {**self.text(), **_bounds(shape)}

    def choice(self, options: type[StrEnum]) -> Schema:
        """Return the schema of a fixed list of words."""
        return {"enum": [option.value for option in options]}

    def text(self) -> Schema:
        """Return the schema of a text, which an editor may take for a number."""
        return {"type": list(_TEXT)}


def _bounds(shape: Shape) -> Schema:
    """Return the limits that a field's type sets, in the words of JSON Schema."""
    words = {
        "ge": "minimum",
        "le": "maximum",
        "max_length": "maxLength",
        "min_length": "minLength",
        "pattern": "pattern",
    }
    found: Schema = {}
    for one in shape.meta:
        for source in (one, *getattr(one, "metadata", ())):
            for mine, theirs in words.items():
                value = getattr(source, mine, None)
                if value is not None:
                    found[theirs] = getattr(value, "pattern", value)
    return found
