"""RACI, of one lintas fungsi or of all with a summary before them: analysis to paper."""

from __future__ import annotations

from datetime import date

from probis.analysis import find_analysis, maps_in_order, raci_of_map
from probis.documents import _registers
from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.model import PetaProsesBisnis
from probis.paper import Paper

DOCUMENT = Document(
    slug="matriks-raci",
    title="Matriks RACI",
    summary="Pelaksana, penanggung jawab, yang dimintai pendapat, dan yang diberi tahu; tanpa id semua lintas fungsi.",
    subject="lintas-fungsi",
    formats=_registers.FORMATS,
    whole=True,
    order=50,
)


def write(
    model: PetaProsesBisnis,
    subject_id: str | None = None,
    *,
    pada: date | None = None,
    drawings: Drawings = NO_DRAWINGS,
) -> Paper:
    """The matrix of one lintas fungsi, steps by doers; without one, the summary of all and then each of them."""
    maps = [peta for peta in maps_in_order(model) if subject_id in (None, peta.id)]
    tables = [raci_of_map(model, peta) for peta in maps]
    if subject_id is None:
        tables.insert(0, find_analysis("ringkasan-raci").analyse(model, pada))
    return _registers.of_tables(model, DOCUMENT.title, tables)
