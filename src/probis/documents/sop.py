"""One lintas fungsi to its SOP-AP: the identity block and the flow table of PermenPANRB 35/2012."""

from __future__ import annotations

from datetime import date

from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.documents._sentences import Sentences
from probis.documents._sop_identity import is_draft, sop_of, title_of
from probis.documents._sop_sections import sop_sections
from probis.documents._state import NotWritable
from probis.model import PetaProsesBisnis
from probis.paper import Paper, Watermark

DOCUMENT = Document(
    slug="sop",
    title="SOP-AP",
    summary="Standar operasional prosedur satu lintas fungsi: identitas dan bagan alir, siap disahkan.",
    subject="lintas-fungsi",
    formats=("pdf", "docx", "xlsx", "html"),
    order=30,
)


def write(
    model: PetaProsesBisnis,
    subject_id: str | None = None,
    *,
    pada: date | None = None,
    drawings: Drawings = NO_DRAWINGS,
) -> Paper:
    """The SOP of the lintas fungsi with this id, or of the only one there is.

    Identity comes from the register of SOPs, else from the map; what neither knows is left open in dots. Without a
    number and an effective day, as long as its status says so, or once its map has changed since it was set, it is a
    draft, which stands on every page.
    ``pada`` is the day on which legal values are looked up. Raises NotWritable where no lintas fungsi is named.
    """
    del drawings
    peta = model.cari_lintas_fungsi(subject_id)
    if peta is None and subject_id is None and len(model.lintas_fungsi) == 1:
        peta = model.lintas_fungsi[0]
    if peta is None:
        raise NotWritable("Sebutkan lintas fungsi yang SOP-nya ditulis dengan --id; pilihannya ada pada --daftar.")
    sop, say = sop_of(model, peta), Sentences(model)
    day = sop.tanggal_efektif or sop.tanggal_pembuatan if sop is not None else None
    title = title_of(model, peta, sop)
    return Paper(
        title=f"SOP {title}",
        subject=f"Standar operasional prosedur {title}",
        author=model.instansi.nama,
        date=day or model.instansi.periode.hari_pertama,
        watermark=Watermark(say.say("rancangan")) if is_draft(model, peta, sop) else None,
        sections=sop_sections(model, peta, pada or day, say),
    )
