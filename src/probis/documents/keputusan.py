"""The decree that sets the map, with its annex: model to paper, from the model alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from probis.documents import _decree, _direction, _map_pages, _marks, _organisation
from probis.documents import _names as names
from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings, Sheet
from probis.documents._sentences import Sentences
from probis.law.tanggal import tanggal_panjang
from probis.model import PetaProsesBisnis
from probis.paper import (
    PAGES_MM,
    Align,
    Block,
    Facts,
    Heading,
    Page,
    Paper,
    Paragraph,
    Section,
    Watermark,
    text,
)

DOCUMENT = Document(
    slug="keputusan",
    title="Keputusan",
    summary="Keputusan penetapan peta proses bisnis beserta Lampirannya, siap diparaf dan ditandatangani.",
    subject="instansi",
)


def write(
    model: PetaProsesBisnis,
    subject_id: str | None = None,
    *,
    pada: date | None = None,
    drawings: Drawings = NO_DRAWINGS,
) -> Paper:
    """The decree and its annex.

    ``subject_id`` means nothing here, for there is one decree of a body. ``pada`` is the day as of which laws are
    cited where the decree has no date. ``drawings`` holds maps that are drawn already; the others are drawn here.
    Without number or date it is a draft (rancangan) and says so on every page.
    """
    say = Sentences(model)
    decree = names.decree_of(model)
    page = page_of(model)
    draft = not (decree.nomor and decree.tanggal)
    return Paper(
        title=f"{names.instrument(model)} tentang {names.subject(model)}",
        subject=names.subject(model),
        author=names.signer(model).jabatan,
        date=decree.tanggal or model.instansi.periode.hari_pertama,
        watermark=Watermark("RANCANGAN") if draft else None,
        sections=(
            Section(_decree.blocks(model, say, pada), page),
            *joined(
                (
                    Section(_annex(model, say, page, drawings), page),
                    *_map_pages.sections(model, say, page, _decree.signature(model), drawings),
                )
            ),
        ),
    )


def joined(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections with neighbours on the same upright sheet as one, so that no page stays half empty."""
    out: list[Section] = []
    for section in sections:
        if out and section.page == out[-1].page and not section.page.landscape:
            out[-1] = replace(out[-1], blocks=(*out[-1].blocks, *section.blocks))
        else:
            out.append(section)
    return tuple(out)


def page_of(model: PetaProsesBisnis) -> Page:
    """The sheet and margins that the body's profile names."""
    paper = model.instansi.profil.kertas
    width, height = PAGES_MM[paper.ukuran.value]
    return Page(width, height, paper.margin_atas, paper.margin_kanan, paper.margin_bawah, paper.margin_kiri)


def _annex(model: PetaProsesBisnis, say: Sentences, page: Page, drawings: Drawings) -> tuple[Block, ...]:
    decree = names.decree_of(model)
    day = tanggal_panjang(decree.tanggal) if decree.tanggal else names.OPEN
    rows = (
        (text("LAMPIRAN"), text(names.instrument(model).upper())),
        (text("NOMOR"), text(decree.nomor or names.OPEN)),
        (text("TANGGAL"), text(day)),
    )
    width, height = page.inner_mm
    return (
        Facts(rows, at_mm=width * 0.42, name_mm=25, size_pt=11),
        Heading(text(names.subject(model).upper()), 1, align=Align.CENTER, bookmark="Lampiran"),
        *_legend(model),
        *_direction.blocks(model, say),
        *_organisation.blocks(model, say, Sheet(width, height * 0.5), drawings),
        *_map_pages.opening(model, say),
    )


def _legend(model: PetaProsesBisnis) -> tuple[Block, ...]:
    if not _marks.any_proposal(model):
        return ()
    said = text("Tanda ", _marks.TAG, " menunjukkan isian yang belum dikonfirmasi oleh unit yang bersangkutan.")
    return (Paragraph(said, Align.CENTER, small=True),)
