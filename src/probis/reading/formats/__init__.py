"""Files to documents, one format a file; the file name is the suffix."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from probis.reading.document import MOST_BYTES, Document, Read, Unreadable


@cache
def formats() -> Mapping[str, str]:
    """Return the module of each suffix ("docx"), without loading it."""
    return {info.name: f"{__name__}.{info.name}" for info in iter_modules(__path__) if not info.name.startswith("_")}


def read(name: str, data: bytes) -> Document:
    """Return the document in a file, by the suffix of its name; raise `Unreadable` for what cannot be read."""
    suffix = name.rpartition(".")[2].casefold()
    known = ", ".join(f".{each}" for each in sorted(formats()))
    if suffix not in formats():
        raise Unreadable(f"Berkas “{name}” bukan {known}.", "Simpan naskahnya dalam salah satu bentuk itu.")
    if not data:
        raise Unreadable(f"Berkas “{name}” kosong.")
    if len(data) > MOST_BYTES:
        raise Unreadable(f"Berkas “{name}” lebih besar dari {MOST_BYTES // 1_000_000} MB.", "Bagi naskahnya.")
    reader: Read = import_module(formats()[suffix]).read
    return reader(name, data)
