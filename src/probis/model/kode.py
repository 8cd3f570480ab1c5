"""A code grammar ("BO-{nn}", "{induk}.{n}") with a number to a code, and a code back to its number."""

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

_TOKEN = re.compile(r"\{(n{1,4}|induk)\}")


def _check(pola: str) -> str:
    tokens = _TOKEN.findall(pola)
    numbers = [token for token in tokens if token != "induk"]
    rest = _TOKEN.sub("", pola)
    if len(numbers) != 1 or tokens.count("induk") > 1 or "{" in rest or "}" in rest:
        raise PydanticCustomError(
            "probis",
            "Pola kode harus memuat tepat satu tempat nomor, misalnya {satu} atau {dua}.",
            {"satu": "BO-{nn}", "dua": "{induk}.{n}"},
        )
    return pola


PolaKode = Annotated[str, StringConstraints(min_length=3, max_length=60), AfterValidator(_check)]
"""PolaKode (code grammar): plain text around one number place ({n}, {nn}, …) and, for sub processes, {induk}."""


def tulis_kode(pola: str, nomor: int, kode_induk: str = "") -> str:
    """Return the code of the process with this number, e.g. ("BO-{nn}", 2) → "BO-02"."""

    def fill(token: re.Match[str]) -> str:
        return kode_induk if token[1] == "induk" else str(nomor).zfill(len(token[1]))

    return _TOKEN.sub(fill, pola)


def baca_kode(pola: str, kode: str, kode_induk: str = "") -> int | None:
    """Return the number that `kode` holds under the grammar, or None where it does not follow it."""
    before, _, after = _TOKEN.sub(lambda t: kode_induk if t[1] == "induk" else "\0", pola).partition("\0")
    digits = kode[len(before) : len(kode) - len(after)] if after else kode[len(before) :]
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 6:
        return None
    return int(digits) if tulis_kode(pola, int(digits), kode_induk) == kode else None


def pisah_kode(pola: str, kode: str) -> tuple[str, int] | None:
    """Split a code by its grammar into (code of the parent, number), or None where it has another shape.

    The parent's code is not judged here; it is "" where the grammar has no {induk}.
    """
    parts = _TOKEN.split(pola)
    shape = "".join(
        re.escape(part) if place % 2 == 0 else "(?P<induk>.{1,200})" if part == "induk" else "(?P<nomor>[0-9]{1,6})"
        for place, part in enumerate(parts)
    )
    found = re.fullmatch(shape, kode)
    if found is None:
        return None
    induk = found.groupdict().get("induk", "")
    return (induk, int(found["nomor"])) if tulis_kode(pola, int(found["nomor"]), induk) == kode else None
