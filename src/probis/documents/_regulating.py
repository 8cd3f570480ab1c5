"""The body of a regulation: chapters, articles and their paragraphs, and its promulgation: model to blocks."""

from __future__ import annotations

from collections.abc import Iterator

from probis.documents import _names as names
from probis.documents._marks import marked
from probis.documents._sentences import Sentences
from probis.documents._state import Keadaan
from probis.law.tanggal import tanggal_panjang
from probis.model import Pasal, PetaProsesBisnis, Rincian
from probis.paper import Align, Block, Heading, Item, NumberedList, Numbering, Paragraph, Signature, Text, bold, text
from probis.paper.numbering import ordinal, roman

_DEFINES = ("dimaksud dengan", "dimaksud dengan:")


def blocks(
    model: PetaProsesBisnis, say: Sentences, articles: tuple[Pasal, ...], *, proposed: bool = False
) -> Iterator[Block]:
    """Yield the articles under their chapters and parts, and the order to gazette them; nothing without articles."""
    chapter = part = 0
    for number, article in enumerate(articles, 1):
        if article.bab:
            chapter, part = chapter + 1, 0
            yield _heading(f"{say.say('judul-bab')} {roman(chapter)}\n{article.bab.upper()}", 2)
        if article.bagian:
            part += 1
            yield _heading(f"{say.say('judul-bagian')} {ordinal(part).capitalize()}\n{article.bagian}", 3)
        yield _heading(f"{say.say('judul-pasal')} {number}", 3 if chapter else 2)
        yield from _article(article, proposed=proposed)
    order = say.say("perintah-pengundangan", berita=names.gazette(model)) if articles else ""
    if order:
        yield Paragraph(text(order), space_before_mm=4)


def _heading(words: str, level: int) -> Heading:
    return Heading(text(words), level, align=Align.CENTER, bookmark=words.replace("\n", " "))


def _article(article: Pasal, *, proposed: bool) -> Iterator[Block]:
    if article.bunyi:
        told = names.ended(article.bunyi, ":" if article.butir else ".")
        yield Paragraph(marked(told, proposed), keep_with_next=bool(article.butir))
    if article.butir:
        defines = article.bunyi.rstrip(" :").casefold().endswith(_DEFINES)
        yield _list(article.butir, Numbering.DECIMAL if defines else Numbering.LOWER, sentences=defines)
    if article.ayat:
        yield NumberedList(
            tuple(
                Item(
                    marked(names.ended(ayat.bunyi, ":" if ayat.butir else "."), proposed),
                    (_list(ayat.butir, Numbering.LOWER),) if ayat.butir else (),
                )
                for ayat in article.ayat
            ),
            Numbering.DECIMAL_PARENS,
            loose=True,
        )


def _list(items: tuple[Rincian, ...], numbering: Numbering, *, sentences: bool = False) -> NumberedList:
    """Items that one sentence holds together, or (definitions) sentences of their own."""
    last = len(items) - 1
    made = []
    for place, one in enumerate(items):
        mark = "." if sentences or place == last else "; dan" if place == last - 1 else ";"
        if not one.butir:
            made.append(Item(text(names.ended(one.bunyi, mark))))
            continue
        inner = len(one.butir) - 1
        within = tuple(
            Item(text(names.ended(each, mark if n == inner else "; dan" if n == inner - 1 else ";")))
            for n, each in enumerate(one.butir)
        )
        made.append(Item(text(names.ended(one.bunyi, ":")), (NumberedList(within, Numbering.DECIMAL),)))
    return NumberedList(tuple(made), numbering)


def promulgated(model: PetaProsesBisnis, say: Sentences, state: Keadaan) -> Iterator[Block]:
    """Yield where, when and by whom a regulation was gazetted; what is not known yet is left open."""
    told = names.decree_of(model).pengundangan
    place = (told.tempat if told is not None else "") or names.OPEN
    day = tanggal_panjang(told.tanggal) if told is not None and told.tanggal else names.OPEN
    who = told.pejabat if told is not None else None
    office = who.jabatan.upper() if who is not None and who.jabatan else names.OPEN
    lines: list[Text] = [
        text(f"{say.say('diundangkan-di')} {place}"),
        text(f"{say.say('pada-tanggal')} {day}"),
        (),
        bold(f"{office},"),
    ]
    name = bold((who.nama.upper() if who is not None else "") or names.OPEN)
    if state is Keadaan.SALINAN:
        yield Signature((*lines, (), text(say.say("tanda-tangan-salinan"))), name, room_mm=5)
    else:
        yield Signature(tuple(lines), name)
    printed = told.berita.upper() if told is not None and told.berita else ""
    unknown = f"{names.gazette(model).upper()} TAHUN {names.OPEN} NOMOR {names.OPEN}"
    yield Paragraph(text(printed or unknown), Align.LEFT, space_before_mm=6)
