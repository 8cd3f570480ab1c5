"""The register of SOPs, with those that are stale and those that are missing: analysis to paper."""

from __future__ import annotations

from datetime import date

from probis.documents import _registers
from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.model import PetaProsesBisnis
from probis.paper import Paper

DOCUMENT = Document(
    slug="register-sop",
    title="Register SOP",
    summary="SOP setiap lintas fungsi: nomor, tanggal, status, kesesuaian dengan petanya, dan evaluasi terakhir.",
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
    """The register on lying pages; there is one of a body: ``subject_id`` and ``drawings`` mean nothing here."""
    return _registers.paper(model, DOCUMENT.slug, pada)
