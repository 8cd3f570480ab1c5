"""Annex IV: what the body is there for, its functions, its units as a list and as a chart."""

from __future__ import annotations

from probis.documents import _names as names
from probis.documents._decree import regulation
from probis.documents._marks import marked
from probis.documents._pictures import Drawings, Sheet, drawn
from probis.documents._sentences import Sentences
from probis.law.peraturan import nama_lengkap
from probis.model import PetaProsesBisnis, UnitKerja
from probis.paper import Align, Block, Figure, Heading, Item, NumberedList, Numbering, Page, Paragraph, text

_LEVELS = (Numbering.DECIMAL, Numbering.LOWER, Numbering.DECIMAL_PAREN, Numbering.LOWER_PAREN, Numbering.DASH)


def chart_place(page: Page) -> Sheet:
    """The place that the chart has on this page."""
    width, height = page.inner_mm
    return Sheet(width, height * 0.5)


def blocks(model: PetaProsesBisnis, say: Sentences, page: Page, drawings: Drawings) -> tuple[Block, ...]:
    """The whole part, with its heading."""
    return (
        Heading(text(say.say("judul-organisasi")), 2, "IV."),
        *_mandate(model, say),
        *_units(model, say),
        *_chart(model, say, chart_place(page), drawings),
    )


def _mandate(model: PetaProsesBisnis, say: Sentences) -> tuple[Block, ...]:
    root = next(iter(model.unit_akar()), None)
    if root is None or not (root.tugas or say.has("dasar-tugas")):
        return (Paragraph(text(say.say("belum-tugas"))),)
    parts = say.paragraphs("dasar-tugas", tugas=root.tugas.rstrip(" .;"), pembentukan=_founded(model, say))
    opening = tuple(
        Paragraph(marked(part, root.usulan("tugas")), first_line_mm=10, keep_with_next=part is parts[-1])
        for part in parts
    )
    if not root.fungsi:
        return (*opening, Paragraph(text(say.say("belum"))))
    last = len(root.fungsi) - 1
    items = tuple(
        Item(marked(names.ended(f.bunyi, "." if n == last else "; dan" if n == last - 1 else ";"), f.usulan()))
        for n, f in enumerate(root.fungsi)
    )
    return (*opening, NumberedList(items))


def _founded(model: PetaProsesBisnis, say: Sentences) -> str:
    known = [found for found in (regulation(model, id_) for id_ in model.organisasi.dasar) if found is not None]
    if not known:
        return ""
    return say.say("pembentukan", peraturan=" dan ".join(map(nama_lengkap, known))) + " "


def _units(model: PetaProsesBisnis, say: Sentences) -> tuple[Block, ...]:
    roots = model.unit_akar()
    if not roots:
        return (Paragraph(text(say.say("belum-susunan"))),)
    items: list[Item] = []
    for root in roots:
        head = next((j for j in model.organisasi.jabatan if j.kepala and j.unit == root.id), None)
        items.append(Item(marked(head.nama, head.usulan()) if head else marked(root.nama, root.usulan())))
        items += [_unit(model, unit, 1) for unit in model.unit_anak(root.id)]
    return (Paragraph(text(say.say("pengantar-struktur")), keep_with_next=True), NumberedList(tuple(items)))


def _unit(model: PetaProsesBisnis, unit: UnitKerja, depth: int) -> Item:
    below = tuple(_unit(model, child, depth + 1) for child in model.unit_anak(unit.id))
    numbering = _LEVELS[min(depth, len(_LEVELS) - 1)]
    return Item(marked(unit.nama, unit.usulan()), (NumberedList(below, numbering),) if below else ())


def _chart(model: PetaProsesBisnis, say: Sentences, sheet: Sheet, drawings: Drawings) -> tuple[Block, ...]:
    pictures = drawn(model, "struktur-organisasi", None, sheet, drawings)
    if not pictures:
        return ()
    title = text(say.say("judul-struktur"))
    heading = Heading(title, 3, align=Align.CENTER)
    return (heading, *(Figure(picture) for picture in pictures))
