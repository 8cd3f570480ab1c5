"""A map to the placements by hand that its drawings do not keep: of one map, or of all maps of an edition."""

import logging
from time import monotonic

from probis.drawing.medium import SCREEN
from probis.maps import Map, all_maps, in_notation, paper_of
from probis.model import Simbol, Temuan
from probis.rules import excused
from probis.studio.body.frame import Finding, shown
from probis.studio.body.kept import Kept
from probis.studio.body.opened import Opened

ENOUGH = 4.0
"""Seconds after which the page of all findings draws no further map to see what it keeps."""
_UNKEPT: Kept[tuple[Temuan, ...]] = Kept(1024)


def unkept(opened: Opened, kind: Map, subject: str | None, simbol: Simbol | None = None) -> tuple[Finding, ...]:
    """Return what the drawings of a map do not keep, on screen or paper, in this notation (None: the profile's).

    What the rules say of the model alone stands among the findings and not here, what is excused nowhere. Found once
    for each revision.
    """
    key = (opened.instansi, opened.edisi, opened.revisi.id, opened.pada, kind.slug, subject, simbol)
    found = _UNKEPT.get(key, lambda: _found(opened, kind, subject, simbol))
    return tuple(shown(opened, temuan) for temuan in found)


def unkept_anywhere(opened: Opened) -> tuple[tuple[Finding, ...], int]:
    """Return what no map of the edition keeps, and how many maps were left out because the time was over."""
    begun = monotonic()
    found: list[Finding] = []
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


def _found(opened: Opened, kind: Map, subject: str | None, simbol: Simbol | None) -> tuple[Temuan, ...]:
    model = in_notation(opened.model, simbol)
    told = {(t.aturan, t.alamat, t.bidang) for t in opened.temuan}
    found = kind.unkept(model, subject, SCREEN, paper_of(model))
    new = tuple(opened.placed(t) for t in found if (t.aturan, t.alamat, t.bidang) not in told)
    return tuple(temuan for temuan in excused(new, opened.model, opened.pada) if not temuan.dikecualikan)
