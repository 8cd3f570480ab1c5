"""The JSON Schemas take what people write and what we write, and nothing else."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from interchange.broken.table import cases
from probis.interchange.yaml import schemas, write
from probis.interchange.yaml.marked import Report
from probis.interchange.yaml.nodes import read_tree
from probis.interchange.yaml.parts import ORDER
from probis.model import PetaProsesBisnis
from strategies import every_choice, peta

EXAMPLES = Path(__file__).parents[2] / "examples"
SCHEMAS = schemas()


def typed(node: Any) -> Any:
    """Return a tree as an editor's YAML 1.2 reader sees it: some plain texts are numbers, yes or no, or nothing."""
    if isinstance(node, dict):
        return {key: typed(value) for key, value in node.items()}
    if isinstance(node, list):
        return [typed(value) for value in node]
    if not node.plain:
        return str(node)
    if node in ("", "~", "null", "Null", "NULL"):
        return None
    if node.lower() in ("true", "false"):
        return node.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", node):
        return int(node)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", node):
        return float(node)
    return str(node)


def errors(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> list[str]:
    """Return where a value does not follow a schema; only the words of JSON Schema that ours use."""
    known = {"$schema", "$ref", "title", "description", "examples", "definitions", "type", "enum", "pattern", "anyOf"}
    known |= {"properties", "additionalProperties", "required", "items", "minimum", "maximum", "maxLength", "minLength"}
    assert set(schema) <= known, set(schema) - known
    if "$ref" in schema:
        return errors(value, root["definitions"][schema["$ref"].rpartition("/")[2]], root, at)
    if "anyOf" in schema:
        return min((errors(value, one, root, at) for one in schema["anyOf"]), key=len)
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{at}: {value!r} none of {schema['enum']}"]
    return _own(value, schema, root, at)


def _own(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str) -> list[str]:
    kinds = {"object": dict, "array": list, "string": str, "number": (int, float), "integer": int, "boolean": bool}
    allowed = schema.get("type", [])
    allowed = [allowed] if isinstance(allowed, str) else allowed
    if allowed and not any(value is None if kind == "null" else isinstance(value, kinds[kind]) for kind in allowed):
        return [f"{at}: {value!r} is no {allowed}"]
    found = []
    if isinstance(value, dict):
        own = schema.get("properties", {})
        rest = schema.get("additionalProperties", True)
        for key, one in value.items():
            if key in own or isinstance(rest, dict):
                found += errors(one, own.get(key, rest), root, f"{at}/{key}")
            elif rest is False:
                found.append(f"{at}/{key} unknown")
        found += [f"{at}/{key} missing" for key in schema.get("required", []) if key not in value]
    if isinstance(value, list):
        found += [e for number, one in enumerate(value) for e in errors(one, schema["items"], root, f"{at}/{number}")]
    if isinstance(value, str):
        if len(value.strip()) > schema.get("maxLength", len(value)):
            found.append(f"{at} too long")
        if len(value) < schema.get("minLength", 0):
            found.append(f"{at} too short")
        if "pattern" in schema and not re.search(schema["pattern"], value):
            found.append(f"{at} pattern")
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        found.append(f"{at} out of range")
    return found


def wrong(path: str, data: bytes) -> list[str]:
    schema = SCHEMAS["lintas-fungsi" if path.startswith("lintas-fungsi/") else path.removesuffix(".yaml")]
    tree = read_tree(data, Report(path))
    return [] if tree is None else errors(typed(tree), schema, schema)


def test_there_is_a_schema_for_each_part() -> None:
    assert set(SCHEMAS) == {name.removesuffix(".yaml") for name in ORDER}
    for schema in SCHEMAS.values():
        text = json.dumps(schema)
        assert schema["$schema"].endswith("draft-07/schema#")
        names = set(re.findall(r"#/definitions/([\w-]+)", text))
        assert names <= set(schema["definitions"])


def test_each_field_that_the_glossary_knows_says_its_meaning() -> None:
    described = SCHEMAS["proses"]["definitions"]["Proses"]["properties"]
    assert all("description" in field for field in described.values())


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="no examples here")
def test_the_examples_follow_the_schemas() -> None:
    for body in sorted(EXAMPLES.iterdir()):
        for path in sorted(body.rglob("*.yaml")):
            assert wrong(path.relative_to(body).as_posix(), path.read_bytes()) == [], path


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(peta())
def test_what_is_written_follows_the_schemas(value: PetaProsesBisnis) -> None:
    for path, data in write(value).items():
        assert wrong(path, data) == []


def test_every_choice_follows_the_schemas() -> None:
    for path, data in write(every_choice()).items():
        assert wrong(path, data) == []


def test_what_an_editor_can_see_is_seen() -> None:
    """Most mistakes within an isian are mistakes for the schema too; those of ids that meet, or of meaning, are not."""
    seen = {
        case.name
        for case in cases()
        if case.source in ("isian", "langkah")
        for path, data in case.files.items()
        if wrong(path, data)
    }
    assert {
        "isian tidak dikenal",
        "isian tidak dikenal di instansi",
        "bukan pilihan",
        "bukan bilangan",
        "bilangan di luar batas",
        "tanggal tidak terbaca",
        "bukan ya atau tidak",
        "id dengan huruf besar dan spasi",
        "id belum ada",
        "nama terlalu panjang",
        "daftar di tempat teks",
        "isian bernama di tempat daftar",
        "langkah tanpa jenis",
        "jenis langkah salah ketik",
        "pilihan pada kegiatan",
        "isian jalan tidak dikenal",
        "isian lintas fungsi tidak dikenal",
        "proses tidak disebut",
        "letak tidak terbaca",
    } <= seen
