"""Findings to marks on what they speak of: what the rules say is wrong, and the repair."""

from __future__ import annotations

import re
from typing import Final

from probis.drawing.overlay import Entry, MarkKind, Overlay
from probis.maps._family import SubjectKind
from probis.maps._overlays._family import Given, Lapis
from probis.maps._overlays._places import places, whole
from probis.model import Tingkat

LAPIS = Lapis("Temuan", 10)

_KINDS: Final[dict[Tingkat, MarkKind]] = {
    Tingkat.GALAT: "error",
    Tingkat.PERINGATAN: "warning",
    Tingkat.CATATAN: "info",
}


def overlay(given: Given, kind: SubjectKind, subject_id: str | None, drawn: frozenset[str]) -> Overlay:
    """The findings of this map, the heaviest first; those that an exception excuses are left out."""
    of_whole = whole(given.model, kind, subject_id)
    entries = []
    for temuan in given.temuan:
        at = places(given.model, temuan.alamat, drawn)
        if temuan.dikecualikan or not (at or temuan.alamat in of_whole):
            continue
        repair = f"Perbaikan: {temuan.saran}" if temuan.saran else ""
        entries.append(Entry(_KINDS[temuan.tingkat], _plain(temuan.pesan), _plain(repair), at))
    order = list(_KINDS.values())
    return Overlay(
        LAPIS.title,
        tuple(sorted(entries, key=lambda e: order.index(e.kind))),
        {"error": "Galat", "warning": "Peringatan", "info": "Catatan"},
        empty="Tidak ada temuan pada peta ini.",
    )


def _plain(text: str) -> str:
    """The text with names of fields in quotes instead of the marks that set them as code."""
    return re.sub(r"`([^`]*)`", r"“\1”", text)
