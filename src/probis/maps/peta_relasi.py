"""The processes of a body and who takes part in each to framed columns: owner, units inside, parties outside."""

from __future__ import annotations

from probis.drawing.layout.columns import Column, Columns, Member, columns
from probis.drawing.medium import Medium
from probis.drawing.scene import Scene
from probis.drawing.sheet import compose_all, room
from probis.maps._family import MapKind, Subject, UnknownSubject
from probis.maps._members import taking_part
from probis.maps._sheet import BELUM, USULAN, heading, roomiest, sentence
from probis.maps._text import MapRow, MapText
from probis.model import PetaProsesBisnis, Proses

MAP = MapKind("Peta Relasi", "instansi", 30)

_CAPTIONS = {
    "process": "Unit yang terlibat",
    "owner-disc": "Pemilik proses",
    "party": "Pihak di luar",
    "provisional": "Usulan, belum pasti",
    "unknown": "Belum dikenal",
}


def subjects(model: PetaProsesBisnis) -> tuple[Subject, ...]:
    """The body, where it has a process at all."""
    return (Subject(None, "", model.instansi.nama),) if model.anak(None) else ()


def draw(model: PetaProsesBisnis, subject_id: str | None, medium: Medium) -> tuple[Scene, ...]:
    """The peta relasi of the body: one scene a page, one scene on a screen."""
    _check(model, subject_id)
    processes = model.anak(None)
    chart = Columns(
        f"{MAP.title} {model.instansi.sebutan}",
        tuple(_column(model, proses) for proses in processes),
        inside="Di dalam",
        outside="Di luar",
        empty="belum ada",
        owner_letter="P",
        again="lanjutan",
        description=f"{len(processes)} proses; untuk tiap proses pemilik, unit yang terlibat, dan pihak luar.",
    )
    members = [m for c in chart.columns for m in c.members]
    head = heading(
        model,
        MAP.title,
        model.instansi.nama,
        facts=(("Tahun", str(model.instansi.periode)), ("Proses", _span(processes))),
        provisional=any(m.provisional for m in members) or any(c.provisional for c in chart.columns),
        captions=_CAPTIONS,
    )

    def drawn(sheet: Medium) -> tuple[Scene, ...]:
        place = room(sheet, head, legend_rows=1)
        return columns(chart, place.width, place.height)

    sheet, contents = roomiest(model, medium, drawn)
    return compose_all(contents, head, sheet)


def describe(model: PetaProsesBisnis, subject_id: str | None) -> MapText:
    """The same as a table: process, owner, inside, outside."""
    _check(model, subject_id)
    rows = []
    for proses in model.anak(None):
        members = _members(model, proses)
        inside = [_named(m) for m in members if not m.owner and not m.outside]
        outside = [_named(m) for m in members if m.outside]
        owner = [_named(m) for m in members if m.owner and proses.pemilik]
        rows.append(
            MapRow(
                f"proses/{proses.id}",
                (
                    f"{proses.kode} {proses.nama}".strip(),
                    "".join(owner) or BELUM,
                    ", ".join(inside) or "–",
                    ", ".join(outside) or "–",
                ),
                link=f"proses/{proses.id}",
            )
        )
    return MapText(
        f"{MAP.title} {model.instansi.nama}",
        ("Proses", "Pemilik", "Terlibat di dalam", "Terlibat di luar"),
        tuple(rows),
    )


def _check(model: PetaProsesBisnis, subject_id: str | None) -> None:
    if subject_id is not None or not model.anak(None):
        raise UnknownSubject(MAP.title, subject_id)


def _span(processes: tuple[Proses, ...]) -> str:
    """ "BO-01 sampai BO-07" where all have codes, else how many there are."""
    codes = [proses.kode for proses in processes]
    if len(codes) > 1 and all(codes):
        return f"{codes[0]} sampai {codes[-1]}"
    return codes[0] if codes and codes[0] else f"{len(processes)} proses"


def _column(model: PetaProsesBisnis, proses: Proses) -> Column:
    members = _members(model, proses)
    inside = ", ".join(m.text for m in members if not m.outside and not m.owner)
    outside = ", ".join(m.text for m in members if m.outside)
    owner = next((m.text for m in members if m.owner), BELUM)
    return Column(
        proses.nama,
        proses.kode,
        members,
        proses.usulan("nama"),
        f"proses/{proses.id}",
        sentence(
            f"{proses.kode} {proses.nama}",
            f"Pemilik: {owner}",
            f"Terlibat di dalam: {inside}" if inside else "",
            f"Di luar: {outside}" if outside else "",
        ),
        f"peta-sub-proses/{proses.id}" if model.anak(proses.id) else "",
    )


def _members(model: PetaProsesBisnis, proses: Proses) -> tuple[Member, ...]:
    return tuple(
        Member(
            who.text,
            who.owner,
            who.outside,
            who.provisional,
            who.unknown,
            USULAN if who.provisional else "",
            who.ref,
            who.label,
        )
        for who in taking_part(model, proses)
    )


def _named(member: Member) -> str:
    notes = [USULAN] * member.provisional + ["belum dikenal"] * (member.unknown and bool(member.ref == ""))
    return f"{member.text} ({', '.join(notes)})" if notes else member.text
