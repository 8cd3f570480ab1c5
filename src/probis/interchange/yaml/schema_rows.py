"""The row form of a lintas fungsi file to the part of its JSON Schema that no model class describes."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from probis.interchange.yaml.exits import EXIT_KEYS, JENIS
from probis.interchange.yaml.rows import HELD, KINDS
from probis.law.istilah import cari_istilah
from probis.model import Alur, SifatGerbang

Schema = dict[str, Any]

_MEANING = {
    "ke": "Langkah berikutnya. Beberapa sasaran dikerjakan serentak.",
    "kembali": "Langkah yang diulang.",
    "pesan": "Langkah pihak lain yang menerima kiriman.",
    "bila_lewat": "Langkah yang dituju bila batas tunggu lewat.",
    "pilihan": "Jawaban dan langkah yang ditujunya.",
    "setelah": "Langkah yang ditunggu, semuanya.",
    "lalu": "Langkah yang dituju bila pengulangan sudah habis.",
    "jawab": "Jawaban yang membawa ke langkah ini.",
}


def any_of(*options: Schema) -> Schema:
    """Return the schema that takes what any of these takes; choices within choices become one list."""
    flat = [one for option in options for one in (option["anyOf"] if list(option) == ["anyOf"] else [option])]
    return {"anyOf": flat}


def map_schema(top: dict[str, Schema], text: Schema) -> Schema:
    """Return the schema of the whole file from the schemas of the model's own fields."""
    named = {"type": "object", "additionalProperties": text}
    properties = {
        **{name: top[name] for name in ("proses", "varian", "volume", "batas")},
        "mulai": {**any_of(text, named, {"type": "null"}), "description": "Peristiwa yang memulai pekerjaan."},
        "selesai": {**any_of(text, named, {"type": "null"}), "description": "Keadaan akhir: id dan teksnya."},
        "jalur": top["jalur"],
        "langkah": {
            "anyOf": [{"type": "array", "items": {"$ref": "#/definitions/langkah"}}, {"type": "null"}],
            "description": "Baris berikut adalah langkah berikut, kecuali tertulis lain.",
        },
        "alur": top["alur"],
        "letak": top["letak"],
        **{name: top[name] for name in ("sumber", "catatan", "tambahan", "asing")},
    }
    return {"type": "object", "properties": properties, "required": ["proses"], "additionalProperties": False}


def row_definitions(
    fields_of: Callable[[type[BaseModel], Iterable[str]], dict[str, Schema]],
    choice: Callable[[type[StrEnum]], Schema],
) -> dict[str, Schema]:
    """Return the definitions of a row of each kind, of an exit and of an answer."""
    text: Schema = {"type": ["string", "number", "boolean"]}
    made: dict[str, Schema] = {
        "langkah": {"anyOf": [{"$ref": f"#/definitions/langkah-{kind}"} for kind in KINDS]},
        "jalan": _exit(fields_of, text, answer=False),
        "jawaban": _exit(fields_of, text, answer=True),
    }
    for kind, cls in KINDS.items():
        held = HELD.get(kind, "nama")
        own = fields_of(cls, ("jenis", held))
        value: Schema = {"type": [*text["type"], "null"]}
        if kind == "gerbang":
            value = any_of(choice(SifatGerbang), {"type": "null"})
        if kind == "panggil":
            value = fields_of(cls, ())[held]
        istilah = cari_istilah(cls.__name__)
        meaning = {"description": istilah.arti} if istilah else {}
        exits = {key: _exits(key, text) for key in EXIT_KEYS if key != "pilihan" or kind in ("putusan", "gerbang")}
        made[f"langkah-{kind}"] = {
            "type": "object",
            "properties": {"id": own.pop("id"), "jalur": own.pop("jalur"), kind: {**value, **meaning}, **own, **exits},
            "required": [kind],
            "additionalProperties": False,
        }
    return made


def _exits(key: str, text: Schema) -> Schema:
    if key == "setelah":
        return {"anyOf": [text, {"type": "array", "items": text}], "description": _MEANING[key]}
    if key == "pilihan":
        answer = {"$ref": "#/definitions/jawaban"}
        named = {"anyOf": [text, {"type": "array", "items": text}, answer]}
        return {
            "anyOf": [{"type": "object", "additionalProperties": named}, {"type": "array", "items": answer}],
            "description": _MEANING[key],
        }
    one: Schema = {"anyOf": [text, {"$ref": "#/definitions/jalan"}]}
    return {"anyOf": [*one["anyOf"], {"type": "array", "items": one}], "description": _MEANING[key]}


def _exit(
    fields_of: Callable[[type[BaseModel], Iterable[str]], dict[str, Schema]], text: Schema, *, answer: bool
) -> Schema:
    target = {"anyOf": [text, {"type": "array", "items": text}]}
    return {
        "type": "object",
        "properties": {
            **({"jawab": {**text, "description": _MEANING["jawab"]}} if answer else {}),
            **{key: {**target, "description": _MEANING[key]} for key in JENIS},
            "lalu": {**text, "description": _MEANING["lalu"]},
            **fields_of(Alur, ("dari", "ke", "jenis")),
        },
        "additionalProperties": False,
    }
