"""Anybody's BPMN 2.0 to the same BPMN laid out anew, to pictures, and to places as JSON; never through our model."""

from __future__ import annotations

from dataclasses import dataclass

from probis.drawing.scene import Scene
from probis.interchange import Format
from probis.interchange.bpmn.diagrams import with_diagrams
from probis.interchange.bpmn.form import form
from probis.interchange.bpmn.places import Places, places_of
from probis.interchange.bpmn.scenes import scene
from probis.interchange.bpmn.sheets import Note, Sheet, sheets_of
from probis.interchange.bpmn.source import Broken, Source, read_source

__all__ = ["FORMAT", "Broken", "Drawing", "Note", "draw", "lay_out"]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A BPMN file laid out: a sheet for each diagram with its places, and what could not be drawn."""

    source: Source
    sheets: tuple[tuple[Sheet, Places], ...]
    notes: tuple[Note, ...]

    def bpmn(self) -> bytes:
        """The file with its new diagrams."""
        return with_diagrams(self.source, self.sheets)

    def form(self) -> dict[str, object]:
        """The first diagram as plain data: nodes, edges, lanes and labels in pixels."""
        return form(*self.sheets[0])

    def scenes(self) -> tuple[Scene, ...]:
        """A picture for each diagram, with the texts of its tasks."""
        return tuple(scene(sheet) for sheet, _ in self.sheets)


def draw(data: bytes) -> Drawing:
    """Lay out a BPMN file; raises Broken where it cannot be read."""
    source = read_source(data)
    found = sheets_of(source)
    return Drawing(source, tuple((sheet, places_of(sheet)) for sheet in found.sheets), found.notes)


def lay_out(data: bytes) -> bytes:
    """The file with its diagrams drawn anew; raises Broken where it cannot be read."""
    return draw(data).bpmn()


FORMAT = Format("bpmn", "BPMN 2.0 dari alat lain", lay_out=lay_out)
