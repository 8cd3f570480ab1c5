"""Measured times to marks on the steps they were measured of, beside the times that the map plans."""

from __future__ import annotations

from pydantic import ValidationError

from probis.analysis import judged_on, working_days
from probis.drawing.overlay import Entry, Overlay
from probis.maps._family import SubjectKind
from probis.maps._overlays._family import Given, Lapis
from probis.maps._overlays._names import name
from probis.maps._overlays._places import whole
from probis.model import Rentang

LAPIS = Lapis("Waktu terukur", 40, frozenset({"proses", "lintas-fungsi"}))


def overlay(given: Given, kind: SubjectKind, subject_id: str | None, drawn: frozenset[str]) -> Overlay:
    """The measured times of this map; longer than planned is a mark of its own."""
    model = given.model
    of_whole = whole(model, kind, subject_id)
    entries = []
    place = {alamat: i for i, (alamat, _) in enumerate(model.unsur())}
    for one in sorted(given.waktu, key=lambda each: place.get(each.alamat, len(place))):
        if one.alamat not in drawn | of_whole:
            continue
        element = model.cari(one.alamat)
        plan = getattr(element, "waktu", None) or getattr(getattr(element, "batas", None), "waktu", None)
        measured = read_time(one.waktu)
        late = longer(measured, plan, given)
        told = f"rencana {plan.ringkas}" if isinstance(plan, Rentang) else "tanpa waktu rencana"
        value = measured.ringkas if measured is not None else one.waktu
        at = (one.alamat,) if one.alamat in drawn else ()
        text = f"{name(model, one.alamat)}: {told}." if at else f"{name(model, one.alamat)}: {value}, {told}."
        entries.append(Entry("late" if late else "time", text, one.keterangan, at, value))
    return Overlay(
        LAPIS.title,
        tuple(entries),
        {"late": "lebih lama", "time": "terukur"},
        "Kotak penuh: lebih lama daripada rencana. Kapsul: tidak lebih lama, atau tidak ada rencananya."
        if entries
        else "",
        "Tidak ada waktu terukur untuk peta ini.",
    )


def read_time(text: str) -> Rentang | None:
    """The time that a text says, or None."""
    try:
        return Rentang.model_validate(text)
    except ValidationError:
        return None


def longer(measured: Rentang | None, plan: object, given: Given) -> bool:
    """Whether the measured time is longer than the longest that the plan allows, both in working days."""
    if measured is None or not isinstance(plan, Rentang):
        return False
    if measured.satuan is plan.satuan:
        return measured.terlama > plan.terlama
    took, planned = (working_days(time, judged_on(given.model, given.pada)) for time in (measured, plan))
    return took is not None and planned is not None and took > planned
