"""The processes of a body and who takes part in each to one matrix: what a unit has to do with, seen along its row."""

from __future__ import annotations

from typing import NamedTuple

from probis.drawing.layout.matrix import MarkKind, Matrix, MatrixColumn, MatrixMark, MatrixRow, matrix
from probis.drawing.medium import Medium
from probis.drawing.scene import Scene
from probis.drawing.sheet import compose_all, room
from probis.maps._family import MapKind, Subject, UnknownSubject
from probis.maps._members import Taking, order, taking_part
from probis.maps._sheet import USULAN, heading, roomiest, sentence
from probis.maps._text import MapRow, MapText
from probis.model import PetaProsesBisnis, Proses

MAP = MapKind("Matriks Peta Relasi", "instansi", 35)

_CAPTIONS = {
    "inside-mark": "Unit yang terlibat",
    "outside-mark": "Pihak di luar",
    "provisional": "Usulan, belum pasti",
    "unknown": "Belum dikenal",
}


class _Who(NamedTuple):
    """One row: who it is, and how it takes part in which processes."""

    taking: Taking
    parts: dict[str, Taking]


def subjects(model: PetaProsesBisnis) -> tuple[Subject, ...]:
    """The body, where it has a process at all."""
    return (Subject(None, "", model.instansi.nama),) if model.anak(None) else ()


def draw(model: PetaProsesBisnis, subject_id: str | None, medium: Medium) -> tuple[Scene, ...]:
    """The matrix of the body: one scene a page, one scene on a screen."""
    _check(model, subject_id)
    chart = _chart(model)
    head = heading(
        model,
        MAP.title,
        model.instansi.nama,
        facts=(("Tahun", str(model.instansi.periode)), ("Proses", str(len(chart.columns)))),
        provisional=any(m.provisional for m in chart.marks.values()) or any(c.provisional for c in chart.columns),
        captions=_CAPTIONS,
    )

    def drawn(sheet: Medium) -> tuple[Scene, ...]:
        place = room(sheet, head, legend_rows=1)
        return matrix(chart, place.width, place.height)

    sheet, contents = roomiest(model, medium, drawn)
    return compose_all(contents, head, sheet)


def describe(model: PetaProsesBisnis, subject_id: str | None) -> MapText:
    """The same from the side of who takes part: one row a unit or party, what it owns and takes part in, how often."""
    _check(model, subject_id)
    rows = []
    for title, whos in _sections(model):
        for who in whos:
            owned = [_named(model, id_, t) for id_, t in who.parts.items() if t.owner]
            joined = [_named(model, id_, t) for id_, t in who.parts.items() if not t.owner]
            name = f"{who.taking.text} (belum dikenal)" if who.taking.unknown and who.taking.id else who.taking.text
            count = str(len(who.parts)) if who.taking.id else "–"
            cells = (name, title, ", ".join(owned) or "–", ", ".join(joined) or "–", count)
            rows.append(MapRow(who.taking.ref if who.taking.id else "", cells))
    told = [f"{p.kode or p.nama}: {_counted(model, p)}" for p in model.anak(None)]
    return MapText(
        f"{MAP.title} {model.instansi.nama}",
        ("Unit atau pihak", "Kedudukan", "Pemilik proses", "Terlibat dalam proses", "Jumlah"),
        tuple(rows),
        f"Jumlah unit dan pihak tiap proses: {'; '.join(told)}.",
    )


def _check(model: PetaProsesBisnis, subject_id: str | None) -> None:
    if subject_id is not None or not model.anak(None):
        raise UnknownSubject(MAP.title, subject_id)


def _counted(model: PetaProsesBisnis, proses: Proses) -> int:
    return sum(bool(t.id) for t in taking_part(model, proses))


def _named(model: PetaProsesBisnis, process_id: str, taking: Taking) -> str:
    name = model.kode(process_id) or model.sebutan(process_id)
    return f"{name} ({USULAN})" if taking.provisional else name


def _sections(model: PetaProsesBisnis) -> tuple[tuple[str, tuple[_Who, ...]], ...]:
    """Those inside and those outside; who takes part most often first, then in the order of the organisation."""
    found: dict[str, _Who] = {}
    for proses in model.anak(None):
        for taking in taking_part(model, proses):
            who = found.setdefault(taking.id, _Who(taking._replace(owner=False, provisional=False), {}))
            who.parts[proses.id] = taking
    place = {id_: i for i, id_ in enumerate(order(model))}

    def rank(who: _Who) -> tuple[bool, bool, int, int, str]:
        id_ = who.taking.id
        return not id_, who.taking.unknown, -len(who.parts), place.get(id_, len(place)), id_

    ordered = sorted(found.values(), key=rank)
    name = model.instansi.sebutan
    parts = (
        (f"Di dalam {name}", tuple(w for w in ordered if not w.taking.outside)),
        (f"Di luar {name}", tuple(w for w in ordered if w.taking.outside)),
    )
    return tuple(part for part in parts if part[1])


def _chart(model: PetaProsesBisnis) -> Matrix:
    processes = model.anak(None)
    column = {p.id: i for i, p in enumerate(processes)}
    marks: dict[tuple[int, int], MatrixMark] = {}
    sections = []
    number = 0
    for title, whos in _sections(model):
        rows = []
        for who in whos:
            rows.append(_row(model, who))
            for id_, taking in who.parts.items():
                marks[number, column[id_]] = _mark(model, id_, taking)
            number += 1
        sections.append((title, tuple(rows)))
    inside, outside = (sum(r.outside is o and r.counted for _, rows in sections for r in rows) for o in (False, True))
    return Matrix(
        f"{MAP.title} {model.instansi.sebutan}",
        tuple(_column(model, p) for p in processes),
        tuple(sections),
        marks,
        names="Unit dan pihak",
        total="Jumlah",
        totals="Jumlah unit dan pihak",
        owner_letter="P",
        description=f"{len(processes)} proses, {inside} unit atau jabatan di dalam, {outside} pihak di luar.",
    )


def _row(model: PetaProsesBisnis, who: _Who) -> MatrixRow:
    taking = who.taking
    if not taking.id:
        return MatrixRow(taking.text, unknown=True, label=sentence(taking.text), counted=False)
    owned = ", ".join(_named(model, id_, t) for id_, t in who.parts.items() if t.owner)
    joined = ", ".join(_named(model, id_, t) for id_, t in who.parts.items() if not t.owner)
    standing = "pihak luar" if taking.outside else "belum dikenal" if taking.unknown else "di dalam"
    label = sentence(
        taking.text,
        f"{standing}, {len(who.parts)} proses",
        f"Pemilik {owned}" if owned else "",
        f"Terlibat {joined}" if joined else "",
    )
    return MatrixRow(taking.text, taking.outside, taking.unknown, taking.ref, label)


def _mark(model: PetaProsesBisnis, process_id: str, taking: Taking) -> MatrixMark:
    name = model.kode(process_id) or model.sebutan(process_id)
    if not taking.id:
        return MatrixMark("unknown", False, f"proses/{process_id}", sentence(name, taking.text))
    role = "pemilik" if taking.owner else "terlibat"
    kind: MarkKind = "owner" if taking.owner else "outside" if taking.outside else "inside"
    said = sentence(f"{taking.text}: {role} {name}", USULAN if taking.provisional else "")
    return MatrixMark(kind, taking.provisional, f"proses/{process_id}", said)


def _column(model: PetaProsesBisnis, proses: Proses) -> MatrixColumn:
    return MatrixColumn(
        proses.nama,
        proses.kode,
        proses.usulan("nama"),
        f"proses/{proses.id}",
        sentence(f"{proses.kode} {proses.nama}".strip(), f"{_counted(model, proses)} unit dan pihak"),
        f"peta-sub-proses/{proses.id}" if model.anak(proses.id) else "",
    )
