"""Findings to marks on what they speak of: what the rules say is wrong, and the repair."""

from __future__ import annotations

import re
from typing import Final

from probis.analysis import along
from probis.drawing.overlay import Entry, MarkKind, Overlay
from probis.maps._family import SubjectKind
from probis.maps._overlays._family import Given, Lapis
from probis.maps._overlays._places import places, whole
from probis.model import PetaProsesBisnis, Temuan, Tingkat

LAPIS = Lapis("Temuan", 10)

_KINDS: Final[dict[Tingkat, MarkKind]] = {
    Tingkat.GALAT: "error",
    Tingkat.PERINGATAN: "warning",
    Tingkat.CATATAN: "info",
}


def overlay(given: Given, kind: SubjectKind, subject_id: str | None, drawn: frozenset[str]) -> Overlay:
    """The findings of this map, the heaviest first; those that an exception excuses are left out.

    Where a finding tells by which run of the work it comes about, the flows of that run are drawn bold.
    """
    of_whole = whole(given.model, kind, subject_id)
    entries: list[Entry] = []
    runs: dict[Entry, tuple[str, ...]] = {}
    for temuan in given.temuan:
        at = places(given.model, temuan.alamat, drawn)
        if temuan.dikecualikan or not (at or temuan.alamat in of_whole):
            continue
        repair = f"Perbaikan: {temuan.saran}" if temuan.saran else ""
        entry = Entry(_KINDS[temuan.tingkat], _plain(temuan.pesan), _plain(repair), at)
        entries.append(entry)
        if run := _run(given.model, temuan, drawn):
            runs[entry] = run
    order = list(_KINDS.values())
    entries.sort(key=lambda e: order.index(e.kind))
    return Overlay(
        LAPIS.title,
        (*entries, *_runs(entries, runs)),
        {"error": "Galat", "warning": "Peringatan", "info": "Catatan"},
        empty="Tidak ada temuan pada peta ini.",
    )


def _run(model: PetaProsesBisnis, temuan: Temuan, drawn: frozenset[str]) -> tuple[str, ...]:
    """The drawn flows by which the work comes to what is wrong."""
    peta = model.cari_lintas_fungsi(temuan.alamat.split("/")[1]) if temuan.jalan else None
    if peta is None:
        return ()
    flows = (f"lintas-fungsi/{peta.id}/alur/{alur.id}" for alur in along(peta, temuan.jalan))
    return tuple(ref for ref in flows if ref in drawn)


def _runs(entries: list[Entry], runs: dict[Entry, tuple[str, ...]]) -> list[Entry]:
    """One entry for the runs to these findings; it names them by their numbers."""
    if not runs:
        return []
    which = [str(number) for number, entry in enumerate(entries, start=1) if entry in runs]
    to = " dan ".join(filter(None, (", ".join(which[:-1]), which[-1])))
    refs = dict.fromkeys(ref for run in runs.values() for ref in run)
    return [Entry("path", f"Garis tebal: jalan tersingkat pekerjaan dari mulai ke temuan {to}.", "", tuple(refs))]


def _plain(text: str) -> str:
    """The text with names of fields in quotes instead of the marks that set them as code."""
    return re.sub(r"`([^`]*)`", r"“\1”", text)
