"""A map to the placements by hand that its drawings do not keep: of one map, or of all maps of an edition."""

import logging
from dataclasses import dataclass
from time import monotonic

from probis.drawing.medium import SCREEN
from probis.maps import Map, all_maps, in_notation, paper_of
from probis.model import Simbol, Temuan
from probis.studio.body.frame import Finding, shown
from probis.studio.body.kept import Kept
from probis.studio.body.opened import Opened

ENOUGH = 4.0
"""Seconds after which the page of all findings draws no further map to see what it keeps."""
_UNKEPT: Kept[tuple[tuple[Temuan, str], ...]] = Kept(1024)


@dataclass(frozen=True, slots=True)
class Unkept:
    """A placement that a drawing does not keep, as pages show it; `where` names the only medium, "" for all."""

    finding: Finding
    where: str


def unkept(opened: Opened, kind: Map, subject: str | None, simbol: Simbol | None = None) -> tuple[Unkept, ...]:
    """Return what the drawings of a map do not keep, on screen or paper, in this notation (None: the profile's).

    What the rules say of the model alone stands among the findings and not here. Found once for each revision.
    """
    key = (opened.instansi, opened.edisi, opened.revisi.id, kind.slug, subject, simbol)
    found = _UNKEPT.get(key, lambda: _found(opened, kind, subject, simbol))
    return tuple(Unkept(shown(opened, temuan), where) for temuan, where in found)


def unkept_anywhere(opened: Opened) -> tuple[tuple[Unkept, ...], int]:
    """Return what no map of the edition keeps, and how many maps were left out because the time was over."""
    begun = monotonic()
    found: list[Unkept] = []
    left = 0
    for kind in all_maps():
        for subject in kind.subjects(opened.model):
            if monotonic() - begun > ENOUGH:
                left += 1
                continue
            try:
                found += unkept(opened, kind, subject.id)
            except Exception:
                logging.getLogger("probis.studio").exception("%s of %s could not be drawn", kind.slug, subject.id)
    return tuple(found), left


def _found(opened: Opened, kind: Map, subject: str | None, simbol: Simbol | None) -> tuple[tuple[Temuan, str], ...]:
    model = in_notation(opened.model, simbol)
    told = {(t.aturan, t.alamat, t.bidang) for t in opened.temuan}
    where: dict[str, list[str]] = {}
    first: dict[str, Temuan] = {}
    media = {"layar": SCREEN, "kertas": paper_of(model)}
    for name, medium in media.items():
        for temuan in kind.unkept(model, subject, medium):
            if (temuan.aturan, temuan.alamat, temuan.bidang) not in told:
                where.setdefault(temuan.bidang, []).append(name)
                first.setdefault(temuan.bidang, temuan)
    return tuple(
        (opened.placed(temuan), where[field][0] if len(where[field]) < len(media) else "")
        for field, temuan in first.items()
    )
