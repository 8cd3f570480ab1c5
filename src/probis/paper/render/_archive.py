"""A zip that a library wrote, with its clock in it, to the same parts in the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_FIRST = "[Content_Types].xml"
_PRESSED = (".png", ".jpg", ".jpeg")  # pressed already
_EPOCH = (1980, 1, 1, 0, 0, 0)


def repacked(data: bytes, replaced: Mapping[str, bytes] | None = None) -> bytes:
    """The parts in order of name, the list of content types first; ``replaced`` parts have other bytes or are new."""
    out = io.BytesIO()
    new = replaced or {}
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED, compresslevel=6) as made:
        for name in sorted({*old.namelist(), *new}, key=lambda n: (n != _FIRST, n)):
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_STORED if name.endswith(_PRESSED) else ZIP_DEFLATED
            entry.create_system = 0
            made.writestr(entry, new[name] if name in new else old.read(name))
    return out.getvalue()
