"""Two versions of a model to marks on what was added, changed and removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from probis.analysis import JenisPerbedaan, Perbedaan, differences
from probis.drawing.overlay import Entry, MarkKind, Overlay
from probis.maps._family import SubjectKind
from probis.maps._overlays._family import Given, Lapis
from probis.maps._overlays._names import changed, named
from probis.maps._overlays._places import places, whole
from probis.model import Alur, PetaProsesBisnis

LAPIS = Lapis("Perbedaan", 20, both=True)

_WORDS: Final[Mapping[MarkKind, str]] = {"added": "Ditambah", "changed": "Diubah", "removed": "Dihapus"}
_NOTE = (
    "Tanda sama artinya dalam cetakan hitam putih: + ditambah, garis tebal; ≠ diubah, nilai lama dicoret; − dihapus, "
    "garis titik-titik dan teks dicoret."
)


def overlay(given: Given, kind: SubjectKind, subject_id: str | None, drawn: frozenset[str]) -> Overlay:
    """What differs on this map from the older version; a flow of a new or removed step stands with the step."""
    old = given.lama
    if old is None:
        return Overlay(LAPIS.title, (), empty="Tidak ada versi lama untuk dibandingkan.")
    model = given.model
    of_whole = whole(model, kind, subject_id)
    found = [d for d in differences(old, model) if _shown(model, old, d, drawn) or d.alamat in of_whole]
    fresh = {d.alamat for d in found if d.jenis is JenisPerbedaan.DITAMBAH} & of_whole
    if any(alamat.startswith("lintas-fungsi/") for alamat in fresh):
        return Overlay(LAPIS.title, (Entry("added", "Peta ini belum ada dalam versi lama."),), _WORDS)
    entries = [
        *_come_or_gone(model, found, JenisPerbedaan.DITAMBAH, model, drawn),
        *(_changed(model, old, d, drawn) for d in found if d.jenis is JenisPerbedaan.DIUBAH),
        *_come_or_gone(model, found, JenisPerbedaan.DIHAPUS, old, drawn),
    ]
    return Overlay(
        LAPIS.title,
        tuple(entries),
        {e.kind: _WORDS[e.kind] for e in entries},
        _NOTE,
        "Tidak ada perbedaan pada peta ini.",
    )


def _shown(model: PetaProsesBisnis, old: PetaProsesBisnis, one: Perbedaan, drawn: frozenset[str]) -> tuple[str, ...]:
    return places(old if one.jenis is JenisPerbedaan.DIHAPUS else model, one.alamat, drawn)


def _come_or_gone(
    model: PetaProsesBisnis,
    found: Sequence[Perbedaan],
    jenis: JenisPerbedaan,
    holder: PetaProsesBisnis,
    drawn: frozenset[str],
) -> list[Entry]:
    """Entries for what was added, or for what is gone (then `holder` is the old model)."""
    mine = [d.alamat for d in found if d.jenis is jenis]
    flows = {alamat: flow for alamat in mine if isinstance(flow := holder.cari(alamat), Alur)}
    with_step: dict[str, list[str]] = {}
    for alamat, flow in flows.items():
        base = alamat.partition("/alur/")[0]
        step = next((f"{base}/{end}" for end in (flow.ke, flow.dari) if f"{base}/{end}" in mine), "")
        if step:
            with_step.setdefault(step, []).append(alamat)
    told = {alamat for group in with_step.values() for alamat in group}
    out = []
    for alamat in mine:
        if alamat in told:
            continue
        own = with_step.get(alamat, [])
        text = named(holder, alamat) + (f", dengan {len(own)} alurnya" if own else "")
        at = tuple(dict.fromkeys(ref for each in (alamat, *own) for ref in _exactly(holder, each, drawn)))
        out.append(Entry("added" if jenis is JenisPerbedaan.DITAMBAH else "removed", _sentence(text), "", at))
    return out


def _exactly(model: PetaProsesBisnis, alamat: str, drawn: frozenset[str]) -> tuple[str, ...]:
    """Where an element itself is drawn: a process whose bundled flow is gone is not gone itself."""
    return (alamat,) if alamat in drawn else ()


def _changed(model: PetaProsesBisnis, old: PetaProsesBisnis, one: Perbedaan, drawn: frozenset[str]) -> Entry:
    said = "; ".join(changed(model, old, one.alamat, key, was, now) for key, was, now in one.bidang)
    time = next(((was, now) for key, was, now in one.bidang if key == "waktu"), None)
    value, before = ("", "")
    if time is not None and time[1] is not None:
        value, before = time[1].ringkas, time[0].ringkas if time[0] is not None else ""
    return Entry(
        "changed", _sentence(f"{named(model, one.alamat)}: {said}"), "", places(model, one.alamat, drawn), value, before
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."
