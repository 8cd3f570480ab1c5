"""A value to the files of a folder, in canonical form."""

from collections.abc import Iterable, Mapping
from typing import Any

from probis.interchange.yaml.parts import LINTAS_FUNGSI, ORDER, WHOLE, form
from probis.interchange.yaml.plain import plain
from probis.interchange.yaml.rows_out import collapse
from probis.interchange.yaml.text import Sure, document
from probis.model import Beku, LintasFungsi, Naskah, PetaProsesBisnis

_SCHEMA = "# yaml-language-server:"


def write(
    value: PetaProsesBisnis, naskah: Iterable[Naskah] = (), before: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """Return the files that hold a value, path to bytes; parts that say nothing have no file.

    `before` are the files as they were: the comment lines at the head of each are kept.
    """
    old = before or {}
    made: dict[str, bytes] = {}
    for file in ORDER:
        if file == LINTAS_FUNGSI:
            for peta in value.lintas_fungsi:
                path = f"{LINTAS_FUNGSI}/{peta.id}.yaml"
                made[path] = _map(peta, old.get(path, b""))
        else:
            content = _content(file, value, tuple(naskah))
            if content:
                made[file] = document(content, _head(file, old.get(file, b"")))
    return made


def content(value: PetaProsesBisnis, naskah: tuple[Naskah, ...]) -> dict[str, dict[str, object]]:
    """Return what the files but the lintas fungsi hold, path to canonical data; those that say nothing are left out."""
    held = {file: _content(file, value, naskah) for file in ORDER if file != LINTAS_FUNGSI}
    return {file: said for file, said in held.items() if said}


def _content(file: str, value: PetaProsesBisnis, naskah: tuple[Naskah, ...]) -> dict[str, object]:
    if file == "instansi.yaml":
        return {"skema": Sure(str(value.skema)), **plain(value.instansi)}
    if file in WHOLE:
        held: Beku | None = getattr(value, WHOLE[file][0])
        return plain(held) if held is not None else {}
    part = form(file)
    listed: Any = {name: _listed(name, value, naskah) for name in part.model_fields}
    return plain(part.model_construct(**listed))


def _listed(name: str, value: PetaProsesBisnis, naskah: tuple[Naskah, ...]) -> object:
    return naskah if name == "naskah" else getattr(value, name)


def _map(peta: LintasFungsi, old: bytes) -> bytes:
    return document(collapse(peta), _head(f"{LINTAS_FUNGSI}/x", old))


def _head(path: str, old: bytes) -> str:
    """Return the line that names the JSON Schema, and the comment lines that stood at the head of the old file."""
    inside = path.startswith(f"{LINTAS_FUNGSI}/")
    part = LINTAS_FUNGSI if inside else path.removesuffix(".yaml")
    lines = [f"{_SCHEMA} $schema={'../' if inside else ''}.skema/{part}.json"]
    for line in old.decode("utf-8-sig", "replace").splitlines():
        if not line.startswith("#"):
            break
        if not line.startswith(_SCHEMA):
            lines.append(line.rstrip())
    return "\n".join(lines)
