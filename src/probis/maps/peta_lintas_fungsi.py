"""One lintas fungsi to lanes with steps, questions, waits, calls and the documents handed over between lanes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from probis.drawing.graph import (
    Constraint,
    Flow,
    FlowKind,
    Graph,
    Lane,
    LaneRole,
    Node,
    NodeKind,
)
from probis.drawing.layout.lanes import laid
from probis.drawing.medium import SCREEN, Medium
from probis.drawing.scene import Scene
from probis.drawing.sheet import Heading, Room, compose_all, room
from probis.maps import _steps as steps
from probis.maps._bpmn import bpmn_of
from probis.maps._family import MapKind, Subject, UnknownSubject
from probis.maps._placed import constraints, drift, parent
from probis.maps._sheet import USULAN, heading, roomiest, sentence
from probis.maps._text import MapRow, MapText
from probis.model import (
    Gerbang,
    Jalur,
    JenisAlur,
    LintasFungsi,
    Mulai,
    Panggil,
    PetaProsesBisnis,
    Pihak,
    Selesai,
    SifatGerbang,
    Simbol,
    SimpulApaPun,
    Temuan,
    Tunggu,
    Varian,
)

MAP = MapKind("Peta Lintas Fungsi", "lintas-fungsi", 40)

_KINDS: Final[dict[str, NodeKind]] = {
    "mulai": "start",
    "selesai": "end",
    "kegiatan": "task",
    "putusan": "decision",
    "tunggu": "wait",
    "panggil": "call",
    "gerbang": "fork",
}
_GATES: Final[dict[SifatGerbang, str]] = {
    SifatGerbang.SERENTAK: "parallel",
    SifatGerbang.INKLUSIF: "inclusive",
    SifatGerbang.PERISTIWA: "event-based",
}
_FLOWS: Final[dict[JenisAlur, FlowKind]] = {
    JenisAlur.URUT: "sequence",
    JenisAlur.KEMBALI: "return",
    JenisAlur.PESAN: "message",
    JenisAlur.TENGGAT: "timeout",
}


def subjects(model: PetaProsesBisnis) -> tuple[Subject, ...]:
    """Every lintas fungsi, in the order of the tree of processes."""
    order = {proses.id: i for i, proses in enumerate(model.pohon())}
    maps = sorted(model.lintas_fungsi, key=lambda p: (order.get(p.proses, len(order)), p.varian is Varian.USULAN))
    return tuple(Subject(peta.id, *_code_and_name(model, peta)) for peta in maps)


def draw(model: PetaProsesBisnis, subject_id: str | None, medium: Medium) -> tuple[Scene, ...]:
    """The map of one lintas fungsi: one scene a page, one scene on a screen."""
    head, drawn = _drawing(model, _find(model, subject_id))
    sheet, contents = roomiest(model, medium, lambda sheet: drawn(sheet)[0])
    return compose_all(contents, head, sheet)


def unkept(model: PetaProsesBisnis, subject_id: str | None, *media: Medium) -> tuple[Temuan, ...]:
    """The placements by hand that the drawing on one of these media does not keep, as findings without a place.

    The screen is looked at too, so that what only a page does not hold is told as such.
    """
    peta = _find(model, subject_id)
    if not peta.letak:
        return ()
    _, drawn = _drawing(model, peta)
    unmet: dict[str, tuple[Constraint, ...]] = {}
    for medium in (SCREEN, *media):
        sheet, _ = roomiest(model, medium, lambda sheet: drawn(sheet)[0])
        unmet[_word(medium)] = drawn(sheet)[1]
    return drift(model, peta, unmet, [_word(medium) for medium in media])


def _word(medium: Medium) -> str:
    return "layar" if medium.continuous else "kertas"


def _drawing(
    model: PetaProsesBisnis, peta: LintasFungsi
) -> tuple[Heading, Callable[[Medium], tuple[tuple[Scene, ...], tuple[Constraint, ...]]]]:
    """What stands around a map, and what draws it on a sheet: the parts, and the wishes that they do not keep."""
    head, graph = head_of(model, peta), graph_of(model, peta)
    bpmn = model.instansi.profil.simbol is Simbol.BPMN
    if bpmn:
        graph = bpmn_of(graph, pools(model, peta))
        head = replace(head, kind=f"{head.kind} · BPMN 2.0")

    def drawn(sheet: Medium) -> tuple[tuple[Scene, ...], tuple[Constraint, ...]]:
        place = None if sheet.continuous else room(sheet, head, legend_rows=3 if bpmn else 2)
        return _laid(graph, sheet, place, bpmn)

    return head, drawn


@lru_cache(maxsize=4)
def _laid(
    graph: Graph, sheet: Medium, place: Room | None, bpmn: bool
) -> tuple[tuple[Scene, ...], tuple[Constraint, ...]]:
    """The drawings of a graph, laid out once for those who ask for the pictures and for what they do not keep."""
    return laid(graph, sheet, place=place, notation="bpmn" if bpmn else "flowchart")


def head_of(model: PetaProsesBisnis, peta: LintasFungsi) -> Heading:
    """What stands above and below the map: owner, limit and volume as its facts."""
    code, name = _code_and_name(model, peta)
    owner = steps.owner(model, peta)
    return heading(
        model,
        MAP.title + (" usulan" if peta.varian is Varian.USULAN else ""),
        name,
        code=code,
        facts=(
            ("Pemilik proses", model.sebutan(owner)),
            ("Batas waktu", peta.batas.ringkas if peta.batas else ""),
            ("Volume", str(peta.volume) if peta.volume else ""),
        ),
        provisional=any(peta.simpul_usulan(s) for s in peta.simpul) or any(a.usulan() for a in peta.alur),
    )


def graph_of(model: PetaProsesBisnis, peta: LintasFungsi) -> Graph:
    """The graph of a lintas fungsi, in its reading order, without any place.

    Every proposal is drawn dashed; the word stands on each only where the proposals are the exception.
    """
    number = steps.numbers(peta)
    proposed = {s.id for s in peta.simpul if peta.simpul_usulan(s)}
    mark = USULAN if len(proposed) * 2 <= len(peta.simpul) else ""
    code, name = _code_and_name(model, peta)
    nodes = tuple(_node(model, peta, s, number, mark if s.id in proposed else "") for s in steps.reading_order(peta))
    flows = tuple(_flow(model, peta, i) for i in range(len(peta.alur)))
    lanes = tuple(_lane(model, peta, jalur) for jalur in peta.jalur)
    worked = len(number)
    return Graph(
        f"{code} {name}".strip(),
        nodes,
        flows,
        lanes,
        constraints(peta),
        f"{worked} langkah dalam {len(lanes)} jalur.",
    )


def pools(model: PetaProsesBisnis, peta: LintasFungsi) -> dict[str, str]:
    """The pool of each lane in BPMN: one for the body, one for each outside party ("": the lane itself)."""
    outside = {jalur.id for jalur in peta.jalur if isinstance(model.cari_pelaku(jalur.pelaku), Pihak)}
    return {j.id: j.kolam or ("" if j.id in outside else model.instansi.nama) for j in peta.jalur}


def describe(model: PetaProsesBisnis, subject_id: str | None) -> MapText:
    """The same as a table, one step a row in reading order."""
    peta = _find(model, subject_id)
    number = steps.numbers(peta)
    rows = []
    for simpul in steps.reading_order(peta):
        used = [model.nama_produk(produk) for produk in getattr(simpul, "pakai", ())]
        made = [model.nama_produk(produk) for produk in getattr(simpul, "hasil", ())]
        link = steps.called(model, simpul)[2] if isinstance(simpul, Panggil) else ""
        rows.append(
            MapRow(
                f"lintas-fungsi/{peta.id}/{simpul.id}",
                (
                    number.get(simpul.id, "–"),
                    _spoken(model, peta, simpul),
                    steps.doer(model, peta, simpul),
                    ", ".join(used) or "–",
                    steps.time_of(simpul) or "–",
                    ", ".join(made) or "–",
                    steps.leads_to(model, peta, simpul, number) or "–",
                    USULAN if peta.simpul_usulan(simpul) else "",
                ),
                link=link,
            )
        )
    head = ("No", "Kegiatan", "Pelaksana", "Kelengkapan", "Waktu", "Keluaran", "Selanjutnya", "Keterangan")
    code, name = _code_and_name(model, peta)
    return MapText(f"{MAP.title} {code} {name}".replace("  ", " "), head, tuple(rows))


def _find(model: PetaProsesBisnis, subject_id: str | None) -> LintasFungsi:
    peta = model.cari_lintas_fungsi(subject_id)
    if peta is None:
        raise UnknownSubject(MAP.title, subject_id)
    return peta


def _code_and_name(model: PetaProsesBisnis, peta: LintasFungsi) -> tuple[str, str]:
    proses = model.cari_proses(peta.proses)
    return (proses.kode, proses.nama) if proses is not None else ("", peta.proses)


def _spoken(model: PetaProsesBisnis, peta: LintasFungsi, simpul: SimpulApaPun) -> str:
    """The text of a node with the word that its shape says."""
    text = steps.text_of(model, simpul)
    match simpul:
        case Gerbang():
            return sentence(steps.gate_word(model, peta, simpul), text).rstrip(".")
        case Mulai():
            return f"Mulai: {text}" if text != "Mulai" else text
        case Selesai():
            return f"Selesai: {text}" if text != "Selesai" else text
        case Panggil():
            return f"{text} {steps.called(model, simpul)[1]}".strip()
        case _:
            return text


def _node(model: PetaProsesBisnis, peta: LintasFungsi, simpul: SimpulApaPun, number: dict[str, str], mark: str) -> Node:
    proposed = peta.simpul_usulan(simpul)
    code, link, known = "", "", True
    if isinstance(simpul, Panggil):
        _, code, link, known = steps.called(model, simpul)
    nomor = number.get(simpul.id, "")
    onward = steps.leads_to(model, peta, simpul, number)
    label = sentence(
        f"{nomor} {_spoken(model, peta, simpul)}".strip(),
        steps.doer(model, peta, simpul),
        steps.time_of(simpul),
        f"Selanjutnya {onward}" if onward else "",
        USULAN if proposed else "",
    )
    return Node(
        simpul.id,
        _KINDS[simpul.jenis],
        simpul.jalur or "",
        steps.text_of(model, simpul),
        nomor,
        "" if simpul.jenis == "tunggu" else steps.time_of(simpul),
        code,
        proposed,
        not known,
        mark,
        f"lintas-fungsi/{peta.id}/{simpul.id}",
        label,
        link,
        sign=_sign(simpul),
    )


def _sign(simpul: SimpulApaPun) -> str:
    """What kind of gate or wait a node is, in BPMN's words."""
    match simpul:
        case Gerbang():
            return _GATES[simpul.sifat]
        case Tunggu():
            return "receive" if simpul.produk or simpul.pihak else "timer"
        case _:
            return ""


def _flow(model: PetaProsesBisnis, peta: LintasFungsi, at: int) -> Flow:
    alur = peta.alur[at]
    source, target = peta.cari_simpul(alur.dari), peta.cari_simpul(alur.ke)
    papers = steps.documents(model, peta, alur)
    names = [
        (steps.text_of(model, s) or _spoken(model, peta, s)) if s is not None else "belum dikenal"
        for s in (source, target)
    ]
    return Flow(
        alur.id,
        alur.dari,
        alur.ke,
        _FLOWS[alur.jenis],
        steps.exit_text(peta, alur),
        papers,
        alur.usulan(),
        _main(peta, at),
        f"lintas-fungsi/{peta.id}/alur/{alur.id}",
        sentence(
            f"Dari {names[0]} ke {names[1]}",
            steps.exit_text(peta, alur),
            f"Diserahkan {', '.join(papers)}" if papers else "",
        ),
        "default" if alur.bawaan and source is not None and source.jenis in ("putusan", "gerbang") else "",
    )


def _main(peta: LintasFungsi, at: int) -> bool:
    """True for the most likely exit where chances are given, and for a default exit; else the layout decides."""
    alur = peta.alur[at]
    exits = [a for a in peta.keluar(alur.dari) if a.jenis is JenisAlur.URUT]
    if alur.jenis is not JenisAlur.URUT or len(exits) < 2:
        return False
    chances = [a.peluang for a in exits]
    if all(c is not None for c in chances):
        best = max(c for c in chances if c is not None)
        return alur.peluang == best and chances.count(best) == 1
    return alur.bawaan


def _lane(model: PetaProsesBisnis, peta: LintasFungsi, jalur: Jalur) -> Lane:
    pelaku = model.cari_pelaku(jalur.pelaku)
    owner = steps.owner(model, peta)
    role: LaneRole = "outside" if isinstance(pelaku, Pihak) else "owner" if jalur.pelaku == owner else "inside"
    words = {"outside": "pihak luar", "owner": "pemilik proses", "inside": ""}
    name = jalur.nama or model.sebutan(jalur.pelaku)
    unknown = pelaku is None
    return Lane(
        jalur.id,
        name,
        "belum dikenal" if unknown else words[role],
        role,
        parent(peta, jalur.id),
        unknown,
        f"lintas-fungsi/{peta.id}/jalur/{jalur.id}",
        sentence(f"Jalur {name}", words[role]),
    )
