"""Model and particulars to the changed model, one named change a file: the files are the family."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from probis.edits._asked import Pertanyaan, pertanyaan
from probis.edits._blank import blank
from probis.edits._family import Edit, EditModule, Hasil, Konfirmasi, Perihal
from probis.edits._particulars import IsianInstansi
from probis.edits._repair import Ganti, Hapus, Perbaikan, repaired

__all__ = [
    "Edit",
    "EditModule",
    "Ganti",
    "Hapus",
    "Hasil",
    "IsianInstansi",
    "Konfirmasi",
    "Perbaikan",
    "Perihal",
    "Pertanyaan",
    "all_edits",
    "blank",
    "find_edit",
    "pertanyaan",
    "repaired",
]


@cache
def all_edits() -> Mapping[str, EditModule]:
    """Every edit of this package by its slug: a module with `EDIT`, `Isian` and `apply(model, isian, pada)`."""
    found = {}
    for info in sorted(iter_modules(__path__), key=lambda info: info.name):
        if not info.name.startswith("_"):
            module = import_module(f"{__name__}.{info.name}")
            slug = info.name.replace("_", "-")
            found[slug] = EditModule(slug, module.EDIT, module.Isian, module.apply)
    return MappingProxyType(found)


def find_edit(slug: str) -> EditModule:
    """The edit with this slug ("periode-baru"); raises KeyError for one that is none."""
    return all_edits()[slug]
