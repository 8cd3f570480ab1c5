"""A map and names that nothing has any more to the texts that still say them: for a person to reword."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from probis.edits._family import Konfirmasi, Perihal
from probis.edits._walk import reference, texts
from probis.model import PetaProsesBisnis, Sumber, Unsur


def mentions(model: PetaProsesBisnis, names: Mapping[str, str]) -> Iterator[Konfirmasi]:
    """Yield each text with one of these names, in other case or spacing too; sources keep the words they had."""
    if not names:
        return
    spelt, now = _pattern(names), _pattern(_longer(model, names))
    for at, element in model.unsur():
        for name in type(element).model_fields:
            if name in ("id", "sumber", "asing") or reference(type(element), name) is not None:
                continue
            for text in _texts(getattr(element, name)):
                found = spelt.search(now.sub(" ", text))
                if found:
                    yield Konfirmasi(Perihal.UNIT, at, f"Masih menyebut “{' '.join(found.group().split())}”.", name)
                    break


def _longer(model: PetaProsesBisnis, names: Mapping[str, str]) -> list[str]:
    """The names of today within which an old one stands: “Bagian Umum dan Aset” is no mention of “Bagian Umum”."""
    organisasi = model.organisasi
    today = {one.nama for one in organisasi.unit} | {one.nama_singkat for one in organisasi.unit}
    spelt = _pattern(names)
    return [name for name in today if spelt.search(name) and name not in names]


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    wanted = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(rf"(?<!\w){_loose(name)}(?!\w)" for name in wanted) or r"(?!)", re.IGNORECASE)


def _loose(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _texts(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        yield from (str(one) for one in held.values())
    elif isinstance(held, tuple):
        for one in held:
            yield from () if isinstance(one, Unsur | Sumber) else _texts(one)
    elif isinstance(held, BaseModel):
        yield from texts(held)
