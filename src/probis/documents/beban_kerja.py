"""The load of each doer by the maps, with hand-overs and returns: analysis to paper."""

from __future__ import annotations

from datetime import date

from probis.documents import _registers
from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.model import PetaProsesBisnis
from probis.paper import Paper

DOCUMENT = Document(
    slug="beban-kerja",
    title="Beban kerja menurut peta",
    summary="Langkah, serah terima, pengembalian, dan beban kerja setahun setiap pelaku menurut peta.",
    subject="instansi",
    formats=_registers.FORMATS,
    order=32,
)


def write(
    model: PetaProsesBisnis,
    subject_id: str | None = None,
    *,
    pada: date | None = None,
    drawings: Drawings = NO_DRAWINGS,
) -> Paper:
    """The table on lying pages; there is one of a body: ``subject_id`` and ``drawings`` mean nothing here."""
    return _registers.paper(model, DOCUMENT.slug, pada)
