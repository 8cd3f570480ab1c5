"""The matrix of objectives and the processes that serve them: analysis to paper."""

from __future__ import annotations

from datetime import date

from probis.documents import _registers
from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.model import PetaProsesBisnis
from probis.paper import Paper

DOCUMENT = Document(
    slug="matriks-sasaran",
    title="Matriks sasaran dan proses",
    summary="Proses mana yang melayani setiap sasaran yang menjadi tanggung jawab instansi.",
    subject="instansi",
    formats=_registers.FORMATS,
    order=53,
)


def write(
    model: PetaProsesBisnis,
    subject_id: str | None = None,
    *,
    pada: date | None = None,
    drawings: Drawings = NO_DRAWINGS,
) -> Paper:
    """The matrix on lying pages; there is one of a body: ``subject_id`` and ``drawings`` mean nothing here."""
    return _registers.paper(model, DOCUMENT.slug, pada)
