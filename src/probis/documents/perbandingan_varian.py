"""What a proposed map saves against the map of the work as it is: analysis to paper."""

from __future__ import annotations

from datetime import date

from probis.documents import _registers
from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.model import PetaProsesBisnis
from probis.paper import Paper

DOCUMENT = Document(
    slug="perbandingan-varian",
    title="Perbandingan varian kini dan usulan",
    summary="Apa yang dihemat peta usulan: langkah, serah terima, pengembalian, dokumen, dan hari kerja.",
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
    """The comparison on lying pages; there is one of a body: ``subject_id`` and ``drawings`` mean nothing here."""
    return _registers.paper(model, DOCUMENT.slug, pada)
