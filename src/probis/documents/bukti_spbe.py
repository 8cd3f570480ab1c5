"""The sheet of evidence for the indicators of SPBE and Pemdi on business processes: analysis to paper."""

from __future__ import annotations

from datetime import date

from probis.documents import _registers
from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.model import PetaProsesBisnis
from probis.paper import Paper

DOCUMENT = Document(
    slug="bukti-spbe",
    title="Bukti dukung SPBE dan Pemdi",
    summary="Bukti yang ada dalam peta bagi indikator proses bisnis SPBE dan Pemdi, tingkat demi tingkat.",
    subject="instansi",
    formats=_registers.FORMATS,
    order=61,
)


def write(
    model: PetaProsesBisnis,
    subject_id: str | None = None,
    *,
    pada: date | None = None,
    drawings: Drawings = NO_DRAWINGS,
) -> Paper:
    """The sheet as of ``pada``; there is one of a body: ``subject_id`` and ``drawings`` mean nothing here."""
    return _registers.paper(model, DOCUMENT.slug, pada)
