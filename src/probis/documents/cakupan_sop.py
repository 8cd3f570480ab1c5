"""The evaluators' questions about maps and SOPs, with ratios and evidence: analysis to paper."""

from __future__ import annotations

from datetime import date

from probis.documents import _registers
from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.model import PetaProsesBisnis
from probis.paper import Paper

DOCUMENT = Document(
    slug="cakupan-sop",
    title="Cakupan peta proses bisnis dan SOP",
    summary="Butir A–D lembar kerja evaluasi tentang peta proses bisnis dan SOP, dengan perbandingan dan buktinya.",
    subject="instansi",
    formats=_registers.FORMATS,
    order=60,
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
