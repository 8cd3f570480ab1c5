"""The decree that sets the map, with its annex: model to paper, from the model alone."""

from __future__ import annotations

from datetime import date

from probis.documents import _decree, _direction, _map_pages, _organisation
from probis.documents import _names as names
from probis.documents._annex import annex_head, joined, legend, numbered, page_of
from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.documents._sentences import Sentences
from probis.documents._state import Keadaan, as_in, certified, state_of, watermark
from probis.model import PetaProsesBisnis
from probis.paper import (
    Block,
    Image,
    Page,
    Paper,
    Section,
)

DOCUMENT = Document(
    slug="keputusan",
    title="Keputusan",
    summary="Keputusan penetapan peta proses bisnis beserta Lampirannya, siap diparaf dan ditandatangani.",
    subject="instansi",
    states=tuple(Keadaan),
    emblem=True,
    maps=_map_pages.SHOWN,
    order=10,
)


def write(
    model: PetaProsesBisnis,
    subject_id: str | None = None,
    *,
    pada: date | None = None,
    drawings: Drawings = NO_DRAWINGS,
    keadaan: Keadaan | None = None,
    lambang: Image | None = None,
) -> Paper:
    """The decree and its annex.

    ``subject_id`` means nothing here, for there is one decree of a body. ``pada`` is the day as of which laws are
    cited where the decree has no date. ``drawings`` holds maps that are drawn already; the others are drawn here.
    ``keadaan`` is the state in which it is written; without number or date it is a draft (rancangan), which says so
    on every page. ``lambang`` is the emblem of the letterhead; without it its place is empty. Raises
    NotWritable where a decree without number or date is wanted in another state.
    """
    state, decree = state_of(model, keadaan), names.decree_of(model)
    model, say, page = as_in(model, state), Sentences(model), page_of(model)
    ending = (_decree.signature(model, say, state), *(certified(model, say) if state is Keadaan.SALINAN else ()))
    opening = _decree.blocks(model, say, decree.tanggal or pada, state, _decree.content(model, say), lambang)
    number = say.page_number()
    return Paper(
        title=f"{names.instrument(model)} tentang {names.subject(model)}",
        subject=names.subject(model),
        author=names.signer(model).jabatan,
        date=decree.tanggal or model.instansi.periode.hari_pertama,
        watermark=watermark(say, state),
        sections=(
            Section(opening, page, number),
            *numbered(
                number,
                joined(
                    (
                        Section(_annex(model, say, page, drawings), page),
                        *_map_pages.sections(model, say, page, ending, drawings),
                    )
                ),
            ),
        ),
    )


def _annex(model: PetaProsesBisnis, say: Sentences, page: Page, drawings: Drawings) -> tuple[Block, ...]:
    return (
        *annex_head(model, say, page, names.subject(model)),
        *legend(model, say),
        *_direction.blocks(model, say),
        *_organisation.blocks(model, say, page, drawings),
        *_map_pages.opening(model, say),
    )
