"""The matrix of processes and those who carry them out: analysis to paper."""

from __future__ import annotations

from datetime import date

from probis.documents import _registers
from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.model import PetaProsesBisnis
from probis.paper import Paper

DOCUMENT = Document(
    slug="matriks-unit",
    title="Matriks proses dan unit kerja",
    summary="Siapa pemilik, pelaksana, dan yang terlibat dalam setiap proses dan sub proses.",
    subject="instansi",
    formats=_registers.FORMATS,
    order=51,
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
