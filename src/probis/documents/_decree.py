"""The decree itself, from its letterhead to its copies: model to blocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from probis.documents import _names as names
from probis.documents import _regulating as regulating
from probis.documents._marks import marked
from probis.documents._sentences import Sentences
from probis.documents._state import Keadaan, above, below
from probis.law.peraturan import cari_peraturan, kutipan, nama_lengkap, urutan
from probis.law.tanggal import tanggal_panjang
from probis.model import Diktum, Pasal, Peraturan, PetaProsesBisnis, Rincian
from probis.paper import (
    Align,
    Block,
    Clause,
    Clauses,
    Heading,
    Image,
    Item,
    Letterhead,
    NumberedList,
    Numbering,
    Paragraph,
    Run,
    Signature,
    Text,
    bold,
    text,
)

_BASIS = "permenpanrb-19-2018"
_KINDS = ("peta proses", "peta sub proses", "peta relasi", "peta lintas fungsi")


@dataclass(frozen=True, slots=True)
class Content:
    """What a decree says: its subject, considerations, clauses, and which of them are only proposed.

    `setting` follows "Menetapkan :"; `recalled` are decrees that Mengingat names behind the regulations. A regulation
    says in `articles` what a decree says in `clauses`.
    """

    subject: str
    considering: tuple[str, ...]
    clauses: tuple[Diktum, ...]
    proposed: frozenset[str] = frozenset()
    setting: str = ""
    recalled: tuple[str, ...] = ()
    articles: tuple[Pasal, ...] = ()


def content(model: PetaProsesBisnis, say: Sentences) -> Content:
    """The decree that sets the map: the body's own words where it has them, else those that follow from the model."""
    decree = names.decree_of(model)
    own = decree.menimbang or tuple(say.say(f"menimbang-{letter}") for letter in "abc")
    proposed = frozenset(field for field in ("menimbang", "diktum", "pasal") if decree.usulan(field))
    dictums = _dictums(model, say)
    articles = (decree.pasal or as_articles(dictums)) if decree.bentuk.peraturan else ()
    return Content(names.subject(model), own, dictums, proposed, say.say("menetapkan"), articles=articles)


def blocks(
    model: PetaProsesBisnis,
    say: Sentences,
    pada: date | None,
    state: Keadaan,
    said: Content,
    emblem: Image | None = None,
) -> tuple[Block, ...]:
    """Everything on the decree's own pages."""
    office = names.signer(model).jabatan.upper()
    opened = Clause(text(say.say("label-menetapkan")), (Paragraph(text(said.setting)),))
    return (
        *above(say, state),
        Letterhead((bold(office),), emblem),
        *title(model, say, office, said.subject),
        *_grace(say),
        Paragraph(text(f"{office},"), Align.CENTER, space_before_mm=5),
        Clauses((considering(say, said), recalling(model, say, pada, said.recalled))),
        Paragraph(bold(say.say("memutuskan")), Align.CENTER, keep_with_next=True, space_before_mm=5),
        Clauses((opened, *(() if said.articles else clauses(say, said)))),
        *regulating.blocks(model, say, said.articles, proposed="pasal" in said.proposed),
        signature(model, say, state, with_place=True),
        *(regulating.promulgated(model, say, state) if said.articles else ()),
        *copies(model, say),
        *below(model, say, state),
    )


def _grace(say: Sentences) -> tuple[Block, ...]:
    """The words above the office, where the body or the form has them."""
    words = say.say("rahmat")
    return (Paragraph(text(words), Align.CENTER, space_before_mm=5),) if words else ()


def as_articles(dictums: tuple[Diktum, ...]) -> tuple[Pasal, ...]:
    """Clauses as the articles that say the same."""
    return tuple(Pasal(bunyi=one.bunyi, butir=tuple(Rincian(bunyi=each) for each in one.butir)) for one in dictums)


def title(model: PetaProsesBisnis, say: Sentences, office: str, subject: str) -> tuple[Block, ...]:
    """KEPUTUSAN … / NOMOR / TENTANG / the subject, in capitals."""
    number = names.decree_of(model).nomor or names.OPEN
    return (
        Heading(
            text(f"{say.say('judul-keputusan', jabatan=office)}\n{say.say('judul-nomor')} {number}"),
            1,
            align=Align.CENTER,
            bookmark=names.instrument(model),
        ),
        Paragraph(text(say.say("judul-tentang")), Align.CENTER, keep_with_next=True, space_before_mm=3.5),
        Paragraph(bold(subject.upper()), Align.CENTER, space_before_mm=3.5),
    )


def considering(say: Sentences, said: Content) -> Clause:
    """Menimbang: the considerations, lettered."""
    proposed = "menimbang" in said.proposed
    items = tuple(Item(marked(names.ended(sentence, ";"), proposed)) for sentence in said.considering)
    numbering = say.numbering("penomoran-menimbang")
    return Clause(bold(say.say("label-menimbang")), (NumberedList(items, numbering, loose=True),))


def recalling(model: PetaProsesBisnis, say: Sentences, pada: date | None, decrees: tuple[str, ...] = ()) -> Clause:
    """Mengingat: the regulations by rank and time, each with its gazette and amendments as of the decree's date.

    Decrees stand below all regulations, so they come last.
    """
    decree = names.decree_of(model)
    ids = decree.mengingat or (*model.organisasi.dasar, _BASIS)
    known = [found for found in (regulation(model, id_) for id_ in dict.fromkeys(ids)) if found is not None]
    unknown = [id_ for id_ in dict.fromkeys(ids) if regulation(model, id_) is None]
    day = decree.tanggal or pada
    proposed = decree.usulan("mengingat")
    items = [
        Item(marked(f"{kutipan(found, lambda id_: regulation(model, id_), day)};", proposed))
        for found in sorted(known, key=urutan)
    ]
    items += [Item(text(f"{id_}\u00a0", Run("belum dikenal", tag=True))) for id_ in unknown]
    items += [Item(text(names.ended(decree, ";"))) for decree in decrees]
    numbering = say.numbering("penomoran-mengingat")
    return Clause(bold(say.say("label-mengingat")), (NumberedList(tuple(items), numbering, loose=True),))


def regulation(model: PetaProsesBisnis, id_: str) -> Peraturan | None:
    """The body's own regulation with this id, else the national one."""
    own = next((found for found in model.peraturan if found.id == id_), None)
    return own or cari_peraturan(id_)


def clauses(say: Sentences, said: Content) -> tuple[Clause, ...]:
    """KESATU, KEDUA …"""
    proposed = "diktum" in said.proposed
    numbering, within = say.numbering("penomoran-diktum"), say.numbering("penomoran-butir")
    return tuple(
        Clause(bold(numbering.label(n)), _clause(diktum, proposed, within)) for n, diktum in enumerate(said.clauses, 1)
    )


def _clause(diktum: Diktum, proposed: bool, numbering: Numbering) -> tuple[Block, ...]:
    if not diktum.butir:
        return (Paragraph(marked(names.ended(diktum.bunyi, "."), proposed)),)
    last = len(diktum.butir) - 1
    items = tuple(
        Item(text(names.ended(item, "." if n == last else "; dan" if n == last - 1 else ";")))
        for n, item in enumerate(diktum.butir)
    )
    return (
        Paragraph(marked(names.ended(diktum.bunyi, ":"), proposed), keep_with_next=True),
        NumberedList(items, numbering),
    )


def _dictums(model: PetaProsesBisnis, say: Sentences) -> tuple[Diktum, ...]:
    decree = names.decree_of(model)
    dictums = decree.diktum or (
        Diktum(bunyi=say.say("diktum-kesatu")),
        Diktum(bunyi=say.say("diktum-kedua")),
        Diktum(bunyi=say.say("diktum-ketiga"), butir=_KINDS),
        Diktum(bunyi=say.say("diktum-terakhir")),
    )
    if not decree.mencabut or any("dicabut" in diktum.bunyi for diktum in dictums):
        return dictums
    revoked = [_revoked(model, id_) for id_ in decree.mencabut]
    sentence = say.say("diktum-pencabutan", dicabut=names.listed(revoked))
    return (*dictums[:-1], Diktum(bunyi=sentence), dictums[-1])


def _revoked(model: PetaProsesBisnis, id_: str) -> str:
    found = regulation(model, id_)
    return nama_lengkap(found) if found is not None else id_


def signature(model: PetaProsesBisnis, say: Sentences, state: Keadaan, *, with_place: bool = False) -> Signature:
    """The place of the signature; what is not known yet is left open, and a copy says that the original is signed."""
    decree, who = names.decree_of(model), names.signer(model)
    place = decree.tempat or model.instansi.tempat or names.OPEN
    day = tanggal_panjang(decree.tanggal) if decree.tanggal else names.OPEN
    proposed = decree.usulan("penanda_tangan")
    lines: list[Text] = []
    if with_place:
        lines = [text(f"{say.say('ditetapkan-di')} {place}"), text(f"{say.say('pada-tanggal')} {day}"), ()]
    lines.append(bold(f"{who.jabatan.upper()},"))
    name = marked(bold(who.nama.upper() or names.OPEN), proposed)
    if state is not Keadaan.SALINAN:
        return Signature(tuple(lines), name)
    return Signature((*lines, (), text(say.say("tanda-tangan-salinan"))), name, room_mm=5)


def copies(model: PetaProsesBisnis, say: Sentences) -> tuple[Block, ...]:
    """Tembusan, where there are any."""
    decree = names.decree_of(model)
    if not decree.tembusan:
        return ()
    last = len(decree.tembusan) - 1
    items = tuple(Item(text(names.ended(who, "." if n == last else ";"))) for n, who in enumerate(decree.tembusan))
    return (
        Paragraph(
            marked(say.say("label-tembusan"), decree.usulan("tembusan")),
            Align.LEFT,
            keep_with_next=True,
            space_before_mm=6,
        ),
        NumberedList(items),
    )
