"""Drawn shapes of a document to lintas fungsi: each under the process whose code or name stands before it."""

import re
from collections.abc import Iterator, Sequence

from probis.interchange.yaml.slug import slug
from probis.model import Kutipan, LintasFungsi, Sumber
from probis.reading.document import Drawing
from probis.reading.drafting.organisation import Roster
from probis.reading.drafting.processes import Processes
from probis.reading.drafting.sheet import Sheet, name
from probis.reading.drafting.steps import Steps
from probis.reading.makna import Makna
from probis.reading.shapes import drawn_map

_MOST = 200


def drawn(sheet: Sheet, drawings: Sequence[Drawing], found: Processes, made: Roster, steps: Steps) -> None:
    """Add the maps that are drawn; what a drawing leaves in doubt is told as missing."""
    for drawing in drawings[:_MOST]:
        place = _named(sheet, drawing.line) or _under(sheet, drawing.line)
        proses = sheet.about.get(place.id, "").removeprefix("proses/") if place is not None else ""
        if place is None or proses not in found.entries:
            continue
        shown = drawn_map(drawing, proses, acuan=sheet.acuan, id=steps.free_id(slug(found.entries[proses].nama)))
        if shown is None:
            continue
        if any(peta.proses == proses for peta in steps.maps):
            sheet.missing("gambar", "Proses ini sudah berpeta; gambar keduanya tidak dipakai.", place)
            continue
        peta = shown.lintas_fungsi
        sources = (sheet.source(_at(sheet, drawing.line) or place),)
        steps.maps.append(_peopled(sheet, peta, place, made, sources))
        picture = _at(sheet, drawing.line)
        if picture is not None:
            sheet.became(f"lintas-fungsi/{peta.id}", picture)
        for doubt in shown.usul:
            sheet.missing("gambar", f"{found.entries[proses].kode} {doubt}.".strip(), picture or place)


def _peopled(
    sheet: Sheet, peta: LintasFungsi, place: Kutipan, made: Roster, sources: tuple[Sumber, ...]
) -> LintasFungsi:
    """The map with lanes that name who the text means by them."""
    lanes = tuple(
        lane.model_copy(update={"pelaku": made.take("pelaksana", place, name(lane.nama)), "nama": ""})
        if name(lane.nama)
        else lane
        for lane in peta.jalur
    )
    return LintasFungsi.model_validate(
        {**{field: getattr(peta, field) for field in type(peta).model_fields}, "jalur": lanes, "sumber": sources}
    )


def _at(sheet: Sheet, line: int) -> Kutipan | None:
    return next((kutipan for kutipan in sheet.of(Makna.GAMBAR) if kutipan.baris_pertama == line), None)


def _named(sheet: Sheet, line: int) -> Kutipan | None:
    """The process that the caption of a drawing names, by its code or by its whole name."""
    picture = _at(sheet, line)
    said = f" {_plain(picture.catatan)} " if picture is not None else ""
    held = [each for each in sheet.of(Makna.PROSES, Makna.SUB_PROSES, Makna.LINTAS_FUNGSI) if each.nomor or each.teks]
    coded = [each for each in held if each.nomor and f" {_plain(each.nomor)} " in said]
    whole = [each for each in held if len(each.teks) > 8 and f" {_plain(each.teks)} " in said]
    return max(coded or whole, key=lambda each: len(each.nomor or each.teks), default=None)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _under(sheet: Sheet, line: int) -> Kutipan | None:
    """The last process printed before the line."""
    held: Iterator[Kutipan] = (
        kutipan
        for kutipan in sheet.of(Makna.PROSES, Makna.SUB_PROSES, Makna.LINTAS_FUNGSI)
        if kutipan.baris_pertama <= line
    )
    return max(held, key=lambda kutipan: kutipan.baris_pertama, default=None)
