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
from probis.documents._state import Keadaan, as_in, certified, state_of, watermark
from probis.law.tanggal import tanggal_panjang
from probis.model import PetaProsesBisnis
from probis.paper import (
    PAGES_MM,
    Align,
    Block,
    Facts,
    Heading,
    Page,
    PageNumber,
    Paper,
    Paragraph,
    Section,
    text,
)

DOCUMENT = Document(
    slug="keputusan",
    title="Keputusan",
    summary="Keputusan penetapan peta proses bisnis beserta Lampirannya, siap diparaf dan ditandatangani.",
    subject="instansi",
    states=tuple(Keadaan),
)


def write(
    model: PetaProsesBisnis,
    subject_id: str | None = None,
    *,
    pada: date | None = None,
    drawings: Drawings = NO_DRAWINGS,
    keadaan: Keadaan | None = None,
) -> Paper:
    """The decree and its annex.

    ``subject_id`` means nothing here, for there is one decree of a body. ``pada`` is the day as of which laws are
    cited where the decree has no date. ``drawings`` holds maps that are drawn already; the others are drawn here.
    ``keadaan`` is the state in which it is written; without number or date it is a draft (rancangan), which says so
    on every page. Raises NotWritable where a decree without number or date is wanted in another state.
    """
    state, decree = state_of(model, keadaan), names.decree_of(model)
    model, say, page = as_in(model, state), Sentences(model), page_of(model)
    ending = (_decree.signature(model, say, state), *(certified(model, say) if state is Keadaan.SALINAN else ()))
    opening = _decree.blocks(model, say, decree.tanggal or pada, state, _decree.content(model, say))
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


def joined(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections with neighbours on the same upright sheet as one, so that no page stays half empty."""
    out: list[Section] = []
    for section in sections:
        if out and section.page == out[-1].page and not section.page.landscape:
            out[-1] = replace(out[-1], blocks=(*out[-1].blocks, *section.blocks))
        else:
            out.append(section)
    return tuple(out)


def numbered(number: PageNumber, sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections with their pages numbered like this."""
    return tuple(replace(section, number=number) for section in sections)


def page_of(model: PetaProsesBisnis) -> Page:
    """The sheet and margins that the body's profile names."""
    paper = model.instansi.profil.kertas
    width, height = PAGES_MM[paper.ukuran.value]
    return Page(width, height, paper.margin_atas, paper.margin_kanan, paper.margin_bawah, paper.margin_kiri)


def _annex(model: PetaProsesBisnis, say: Sentences, page: Page, drawings: Drawings) -> tuple[Block, ...]:
    width, height = page.inner_mm
    return (
        *annex_head(model, say, page, names.subject(model)),
        *_legend(model, say),
        *_direction.blocks(model, say),
        *_organisation.blocks(model, say, Sheet(width, height * 0.5), drawings),
        *_map_pages.opening(model, say),
    )


def annex_head(model: PetaProsesBisnis, say: Sentences, page: Page, subject: str) -> tuple[Block, ...]:
    """To which decree the annex belongs, and its title."""
    decree = names.decree_of(model)
    day = tanggal_panjang(decree.tanggal) if decree.tanggal else names.OPEN
    about = say.choice("isi-kepala-lampiran") == "tentang"
    rows = (
        (text(say.say("label-lampiran")), text(names.instrument(model).upper())),
        (text(say.say("label-nomor")), text(decree.nomor or names.OPEN)),
        (text(say.say("label-tentang")), text(subject)) if about else (text(say.say("label-tanggal")), text(day)),
    )
    return (
        Facts(rows, at_mm=page.inner_mm[0] * 0.42, name_mm=25, size_pt=11),
        Heading(text(subject.upper()), 1, align=Align.CENTER, bookmark="Lampiran"),
    )


def _legend(model: PetaProsesBisnis, say: Sentences) -> tuple[Block, ...]:
    if not _marks.any_proposal(model):
        return ()
    said = text("Tanda ", _marks.TAG, f" {say.say('arti-usulan')}")
    return (Paragraph(said, Align.CENTER, small=True),)
