"""What the annexes of all decrees share: the sheet, the head, and the pages in one count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from probis.documents import _marks
from probis.documents import _names as names
from probis.documents._sentences import Sentences
from probis.law.tanggal import tanggal_panjang
from probis.model import PetaProsesBisnis
from probis.paper import PAGES_MM, Align, Block, Facts, Heading, Page, PageNumber, Paragraph, Section, text


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


def legend(model: PetaProsesBisnis, say: Sentences) -> tuple[Block, ...]:
    """What the tag *usulan* means, where anything carries it."""
    if not _marks.any_proposal(model):
        return ()
    said = text(f"{say.say('tanda-usulan')} ", _marks.TAG, f" {say.say('arti-usulan')}")
    return (Paragraph(said, Align.CENTER, small=True),)
