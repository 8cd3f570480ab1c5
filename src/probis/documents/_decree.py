"""The decree itself, from its letterhead to its copies: model to blocks."""

from __future__ import annotations

from datetime import date

from probis.documents import _names as names
from probis.documents._marks import marked
from probis.documents._sentences import Sentences
from probis.law.peraturan import cari_peraturan, kutipan, nama_lengkap, urutan
from probis.law.tanggal import tanggal_panjang
from probis.model import Diktum, Peraturan, PetaProsesBisnis
from probis.paper import (
    Align,
    Block,
    Clause,
    Clauses,
    Heading,
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


def blocks(model: PetaProsesBisnis, say: Sentences, pada: date | None) -> tuple[Block, ...]:
    """Everything on the decree's own pages."""
    office = names.signer(model).jabatan.upper()
    return (
        Letterhead((bold(office),)),
        *title(model, office),
        Paragraph(text(f"{office},"), Align.CENTER, space_before_mm=5),
        Clauses((considering(model, say), recalling(model, pada))),
        Paragraph(bold("MEMUTUSKAN:"), Align.CENTER, keep_with_next=True, space_before_mm=5),
        Clauses((Clause(text("Menetapkan"), (Paragraph(text(say.say("menetapkan"))),)), *clauses(model, say))),
        signature(model, with_place=True),
        *copies(model),
    )


def title(model: PetaProsesBisnis, office: str) -> tuple[Block, ...]:
    """KEPUTUSAN … / NOMOR / TENTANG / the subject, in capitals."""
    number = names.decree_of(model).nomor or names.OPEN
    return (
        Heading(
            text(f"KEPUTUSAN {office}\nNOMOR : {number}"),
            1,
            align=Align.CENTER,
            bookmark=names.instrument(model),
        ),
        Paragraph(text("TENTANG"), Align.CENTER, keep_with_next=True, space_before_mm=3.5),
        Paragraph(bold(names.subject(model).upper()), Align.CENTER, space_before_mm=3.5),
    )


def considering(model: PetaProsesBisnis, say: Sentences) -> Clause:
    """Menimbang: the body's considerations, or three that follow from the model."""
    decree = names.decree_of(model)
    own = decree.menimbang or tuple(say.say(f"menimbang-{letter}") for letter in "abc")
    proposed = decree.usulan("menimbang")
    items = tuple(Item(marked(names.ended(sentence, ";"), proposed)) for sentence in own)
    return Clause(bold("Menimbang"), (NumberedList(items, Numbering.LOWER, loose=True),))


def recalling(model: PetaProsesBisnis, pada: date | None) -> Clause:
    """Mengingat: the regulations by rank and time, each with its gazette and amendments as of the decree's date."""
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
    return Clause(bold("Mengingat"), (NumberedList(tuple(items), loose=True),))


def regulation(model: PetaProsesBisnis, id_: str) -> Peraturan | None:
    """The body's own regulation with this id, else the national one."""
    own = next((found for found in model.peraturan if found.id == id_), None)
    return own or cari_peraturan(id_)


def clauses(model: PetaProsesBisnis, say: Sentences) -> tuple[Clause, ...]:
    """KESATU, KEDUA …"""
    proposed = names.decree_of(model).usulan("diktum")
    return tuple(
        Clause(bold(Numbering.ORDINAL.label(n)), _clause(diktum, proposed))
        for n, diktum in enumerate(_dictums(model, say), 1)
    )


def _clause(diktum: Diktum, proposed: bool) -> tuple[Block, ...]:
    if not diktum.butir:
        return (Paragraph(marked(names.ended(diktum.bunyi, "."), proposed)),)
    last = len(diktum.butir) - 1
    items = tuple(
        Item(text(names.ended(item, "." if n == last else "; dan" if n == last - 1 else ";")))
        for n, item in enumerate(diktum.butir)
    )
    return (
        Paragraph(marked(names.ended(diktum.bunyi, ":"), proposed), keep_with_next=True),
        NumberedList(items, Numbering.LOWER),
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
    sentence = f"Pada saat Keputusan ini mulai berlaku, {names.listed(revoked)} dicabut dan dinyatakan tidak berlaku."
    return (*dictums[:-1], Diktum(bunyi=sentence), dictums[-1])


def _revoked(model: PetaProsesBisnis, id_: str) -> str:
    found = regulation(model, id_)
    return nama_lengkap(found) if found is not None else id_


def signature(model: PetaProsesBisnis, *, with_place: bool = False) -> Signature:
    """The place of the signature; what is not known yet is left open."""
    decree, who = names.decree_of(model), names.signer(model)
    place = decree.tempat or model.instansi.tempat or names.OPEN
    day = tanggal_panjang(decree.tanggal) if decree.tanggal else names.OPEN
    proposed = decree.usulan("penanda_tangan")
    above: tuple[Text, ...] = (text(f"Ditetapkan di {place}"), text(f"pada tanggal {day}"), ()) if with_place else ()
    return Signature((*above, bold(f"{who.jabatan.upper()},")), marked(bold(who.nama.upper() or names.OPEN), proposed))


def copies(model: PetaProsesBisnis) -> tuple[Block, ...]:
    """Tembusan, where there are any."""
    decree = names.decree_of(model)
    if not decree.tembusan:
        return ()
    last = len(decree.tembusan) - 1
    items = tuple(Item(text(names.ended(who, "." if n == last else ";"))) for n, who in enumerate(decree.tembusan))
    return (
        Paragraph(marked("Tembusan:", decree.usulan("tembusan")), Align.LEFT, keep_with_next=True),
        NumberedList(items),
    )
