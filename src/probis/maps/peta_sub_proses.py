"""One process opened: its sub processes in a frame, what crosses the frame, and what flows between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from probis.drawing.layout.framed_chart import Frame, FrameBox, FramedChart, FramedStyle
from probis.drawing.medium import Medium
from probis.drawing.scene import Scene
from probis.maps import _framed_pages as framed_pages
from probis.maps._family import MapKind, Subject, UnknownSubject
from probis.maps._framed_pages import Draft, Form
from probis.maps._sheet import USULAN, heading, sentence
from probis.maps._sipoc import Entry, Linker, entries, name
from probis.maps._text import MapRow, MapText
from probis.model import PetaProsesBisnis, Proses

MAP = MapKind("Peta Sub Proses", "proses", 20)

_BASE = FramedStyle(party=130, zone=150, box=180, inner=True, fall=26.0, code_above=True, least_box=40.0, slack=7.0)
_FORMS = (
    Form(False, _BASE),
    Form(False, replace(_BASE, fall=16.0, least_box=34.0, slack=4.0)),
    Form(False, replace(_BASE, party=144, fall=14.0, least_box=32.0, slack=2.5)),
    Form(True, replace(_BASE, party=150, fall=16.0, least_box=34.0, slack=4.0, running=True)),
    Form(True, replace(_BASE, party=150, fall=12.0, least_box=32.0, slack=3.0, running=True, most_names=3)),
)
_REST = "@"  # ends the id of the box for what nobody has shared out among the sub processes


def subjects(model: PetaProsesBisnis) -> tuple[Subject, ...]:
    """Every process that has sub processes, in the order of the tree."""
    return tuple(Subject(p.id, p.kode, p.nama) for p in model.pohon() if model.anak(p.id))


def draw(model: PetaProsesBisnis, subject_id: str | None, medium: Medium) -> tuple[Scene, ...]:
    """The process opened: one scene a page, one scene on a screen."""
    parent = _find(model, subject_id)
    boxes = _boxes(model, parent)
    found = _entries(model, parent, boxes)
    outside = model.instansi.sebutan
    head = heading(
        model,
        MAP.title,
        parent.nama,
        code=parent.kode,
        facts=(("Pemilik proses", model.sebutan(parent.pemilik)),),
        provisional=any(e.provisional for e in found) or any(p.usulan("nama") for p in boxes),
        captions={
            "process": "Proses, sub proses",
            "party": f"Pihak luar {outside}" if len(outside) < 16 else "Pihak luar",
            "document": "Produk",
            "relation": "Aliran produk",
            "number": "Nomor penjelasan",
            "provisional": "Usulan: putus, miring",
            "unknown": "Belum diketahui",
        },
    )
    return framed_pages.pages(
        model,
        boxes,
        _FORMS,
        lambda shown, form: _draft(model, parent, shown, form),
        _split,
        head,
        medium,
        title="Keterangan",
        most=1,
    )


def describe(model: PetaProsesBisnis, subject_id: str | None) -> MapText:
    """The same as SIPOC rows, sub process by sub process; flows between them stand in both their rows."""
    parent = _find(model, subject_id)
    boxes = _boxes(model, parent)
    found = _entries(model, parent, boxes)
    rows: list[MapRow] = []
    for proses in boxes:
        own = [e for e in found if proses.id in (e.source, e.target)]
        address = f"proses/{proses.id.rstrip(_REST)}"
        title = f"{proses.kode} {proses.nama}".strip()
        for entry in own:
            enters = entry.target == proses.id
            other = name(model, (entry.source if enters else entry.target).rstrip(_REST))
            rows.append(
                MapRow(
                    entry.address,
                    (
                        title,
                        other if enters else "",
                        entry.what if enters else "",
                        "" if enters else entry.what,
                        "" if enters else other,
                        USULAN if entry.provisional else "",
                    ),
                    link=_link(model, proses),
                )
            )
        if not own:
            rows.append(MapRow(address, (title, "", "", "", "", ""), link=_link(model, proses)))
    head = ("Sub proses", "Pemasok", "Masukan", "Keluaran", "Pelanggan", "Keterangan")
    return MapText(f"{MAP.title} {parent.kode} {parent.nama}".replace("  ", " "), head, tuple(rows))


def _find(model: PetaProsesBisnis, subject_id: str | None) -> Proses:
    proses = model.cari_proses(subject_id)
    if proses is None or not model.anak(proses.id):
        raise UnknownSubject(MAP.title, subject_id)
    return proses


def _boxes(model: PetaProsesBisnis, parent: Proses) -> tuple[Proses, ...]:
    """The sub processes, and one box more where flows name the process itself and none of them."""
    children = model.anak(parent.id)
    rest = parent.model_copy(
        update={"id": parent.id + _REST, "kode": "", "nama": "Belum dibagi ke sub proses", "sumber": ()}
    )
    loose = any(parent.id in (a.dari, a.ke) for a in model.aliran)
    return (*children, rest) if loose else children


def _lift(model: PetaProsesBisnis, parent: Proses) -> Callable[[str], str]:
    """Ends within a sub process to the sub process, the process itself to the box of the rest."""
    home = {id_: child.id for child in model.anak(parent.id) for id_ in model.cakupan(child.id)}
    home[parent.id] = parent.id + _REST
    return lambda end: home.get(end, end)


def _entries(model: PetaProsesBisnis, parent: Proses, boxes: tuple[Proses, ...]) -> tuple[Entry, ...]:
    """Flows that enter or leave these boxes; relations belong to the peta proses."""
    found = entries(model, _lift(model, parent), frozenset(p.id for p in boxes))
    return tuple(e for e in found if e.document)


def _draft(model: PetaProsesBisnis, parent: Proses, boxes: tuple[Proses, ...], form: Form) -> Draft:
    linker = Linker(model, tuple(p.id for p in boxes), bundled=form.bundled, opened=True)
    found = tuple(e._replace(numbers=()) for e in _entries(model, parent, boxes))
    links = linker.links(found)
    frame = Frame("frame", parent.nama, parent.kode or MAP.title, ref=f"proses/{parent.id}")
    chart = FramedChart(
        f"{MAP.title} {parent.kode} {parent.nama}".replace("  ", " "),
        (frame,),
        tuple(_box(model, p, found) for p in boxes),
        links.suppliers,
        links.customers,
        links.lines,
        ("Pemasok", "Masukan", "Sub proses", "Keluaran", "Pelanggan"),
        f"{len(boxes)} sub proses dengan pemasok, masukan, keluaran, dan pelanggan.",
    )
    return Draft(chart, links.notes)


def _link(model: PetaProsesBisnis, proses: Proses) -> str:
    """Where a box leads: to its own sub processes, else to its lintas fungsi."""
    if model.anak(proses.id):
        return f"peta-sub-proses/{proses.id}"
    maps = model.peta_dari(proses.id)
    return f"peta-lintas-fungsi/{maps[0].id}" if maps else ""


def _box(model: PetaProsesBisnis, proses: Proses, found: Sequence[Entry]) -> FrameBox:
    rest = proses.id.endswith(_REST)
    inputs = [f"{e.what} dari {name(model, e.source.rstrip(_REST))}" for e in found if e.target == proses.id]
    outputs = [f"{e.what} ke {name(model, e.target.rstrip(_REST))}" for e in found if e.source == proses.id]
    return FrameBox(
        proses.id,
        proses.nama,
        proses.kode,
        "frame",
        provisional=proses.usulan("nama"),
        unknown=rest,
        ref=f"proses/{proses.id.rstrip(_REST)}",
        label=sentence(
            f"{proses.kode} {proses.nama}".strip(),
            f"Masukan: {', '.join(inputs)}" if inputs else "",
            f"Keluaran: {', '.join(outputs)}" if outputs else "",
            USULAN if proses.usulan("nama") else "",
        ),
        link="" if rest else _link(model, proses),
    )


def _split(boxes: tuple[Proses, ...]) -> Sequence[tuple[Proses, ...]]:
    half = -(-len(boxes) // 2)
    return [boxes[:half], boxes[half:]]
