"""A drawing to the draft of a lintas fungsi: its lanes, steps and flows, and in words what a person must look at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from probis.model import LintasFungsi
from probis.model.lintas_fungsi import Alur, Jalur, JenisAlur, Kegiatan, Mulai, Putusan, Selesai, Simpul
from probis.model.unsur import JenisSumber, Sumber
from probis.reading.document import Drawing
from probis.reading.drawn_flow import DrawnFlow, Flow, Node, drawn_flow, is_work

_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """A draft read from a drawing, and its proposals in words: each says what was taken for what, for a person."""

    lintas_fungsi: LintasFungsi
    usul: tuple[str, ...]


def drawn_map(
    drawing: Drawing, proses: str, *, acuan: str = "", id: str = "", jenis: JenisSumber = JenisSumber.KEPUTUSAN
) -> DrawnMap | None:
    """Return the lintas fungsi that a drawing shows of the process `proses` (its id), or None where it shows no flow.

    `acuan` names the document as a source does; every step rests on the drawing's line in it. Lanes name no unit
    yet: `pelaku` is the name as an id, for the caller to tie to the unit it means.
    """
    read = drawn_flow(drawing)
    if not _is_flow(drawing, read):
        return None
    draft = _Draft(read)
    draft.build()
    source = (Sumber(jenis=jenis, acuan=acuan, baris=str(drawing.line)),)
    made = LintasFungsi(
        id=id or as_id(proses, "peta"),
        proses=proses,
        sumber=source,
        jalur=tuple(draft.lanes),
        simpul=tuple(draft.steps),
        alur=tuple(draft.flows),
    )
    return DrawnMap(made, tuple(dict.fromkeys(draft.doubts)))


def as_id(text: str, usual: str) -> str:
    """A name as an id: "Kepala Biro" → kepala-biro; `usual` where nothing is left of it."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", plain)
    return "-".join(words)[:60].strip("-") or usual


def _is_flow(drawing: Drawing, read: DrawnFlow) -> bool:
    """A drawing shows a flow where arrows tie steps; lines without arrows are a chart of an organization."""
    kinds = {node.kind for node in read.nodes}
    arrows = sum(connector.arrow for connector in drawing.connectors)
    return bool(read.flows) and bool(arrows or kinds & {"putusan", "mulai", "selesai"})


class _Draft:
    """Builds the draft step by step; what is doubtful is kept in words."""

    def __init__(self, read: DrawnFlow) -> None:
        self._read = read
        self._nodes = {node.shape.id: node for node in read.nodes}
        self.lanes: list[Jalur] = []
        self.steps: list[Any] = []
        self.flows: list[Alur] = []
        self.doubts: list[str] = list(read.doubts)
        self._taken: set[str] = set()
        self._ids: dict[str, str] = {}

    def build(self) -> None:
        """Lanes, then steps, then flows."""
        for number, lane in enumerate(self._read.lanes, 1):
            id_ = self._fresh(as_id(lane.name, f"jalur-{number}"))
            self.lanes.append(Jalur(id=id_, pelaku=id_, nama=lane.name[:_LONGEST]))
            if not lane.name:
                self.doubts.append(f"jalur ke-{number} pada gambar tidak bernama")
        if not self.lanes:
            self.doubts.append("gambar tidak memperlihatkan jalur pelaksana; lengkapi pelaksana tiap langkah")
        flows, products = self._without_products(self._across(list(self._read.flows)))
        drawn = [node for node in self._read.nodes if node.kind not in ("sambungan", "dokumen")]
        order = self._ordered(drawn, flows)
        for node in order:
            self._step(node, flows, products)
        back = _returns([node.shape.id for node in order], flows)
        for number, flow in enumerate(flows):
            self._flow(flow, number in back)
        self._exits(order, flows)

    def _fresh(self, id_: str) -> str:
        made, number = id_, 2
        while made in self._taken:
            made, number = f"{id_}-{number}", number + 1
        self._taken.add(made)
        return made

    def _said(self, node: Node) -> str:
        return node.shape.text or {"putusan": "putusan tanpa tulisan"}.get(node.kind, "bentuk tanpa tulisan")

    def _across(self, flows: list[Flow]) -> list[Flow]:
        """Flows that break off at a connector go on where the one with the same letter stands."""
        jumps = {id_: node for id_, node in self._nodes.items() if node.kind == "sambungan"}
        entered = [flow for flow in flows if flow.target in jumps]
        left = [flow for flow in flows if flow.source in jumps]
        made = [flow for flow in flows if flow.source not in jumps and flow.target not in jumps]
        used: set[str] = set()
        for into in entered:
            letter = jumps[into.target].shape.text.casefold()
            for out in left:
                same = out.source == into.target or (letter and jumps[out.source].shape.text.casefold() == letter)
                if same and into.source not in jumps and out.target not in jumps:
                    made.append(Flow(into.source, out.target, into.text or out.text))
                    used.update((into.target, out.source))
                    if out.source != into.target:
                        said = jumps[out.source].shape.text
                        self.doubts.append(f"dua tanda sambungan “{said}” dibaca sebagai satu alur")
        for id_, node in jumps.items():
            if id_ not in used:
                self.doubts.append(f"tanda sambungan “{node.shape.text}” tidak berpasangan pada gambar ini")
        return made

    def _without_products(self, flows: list[Flow]) -> tuple[list[Flow], Mapping[str, tuple[list[str], list[str]]]]:
        """Flows past the documents drawn between steps, and by step (what it uses, what comes out of it)."""
        papers = {id_: node for id_, node in self._nodes.items() if node.kind == "dokumen"}
        made = [flow for flow in flows if flow.source not in papers and flow.target not in papers]
        products: dict[str, tuple[list[str], list[str]]] = {}
        for id_, node in papers.items():
            makers = [flow for flow in flows if flow.target == id_ and flow.source not in papers]
            users = [flow for flow in flows if flow.source == id_ and flow.target not in papers]
            name = node.shape.text[:_LONGEST]
            for each in makers:
                products.setdefault(each.source, ([], []))[1].append(name)
            for each in users:
                products.setdefault(each.target, ([], []))[0].append(name)
            made += [Flow(maker.source, user.target, maker.text) for maker in makers for user in users]
            if makers or users:
                self.doubts.append(f"gambar dokumen “{name}” dibaca sebagai produk, bukan sebagai langkah")
            else:
                self.doubts.append(f"gambar dokumen “{name}” tidak tersambung dengan langkah mana pun")
        unique = {(flow.source, flow.target, flow.text): flow for flow in made if flow.source != flow.target}
        return list(unique.values()), products

    def _ordered(self, nodes: Sequence[Node], flows: Sequence[Flow]) -> list[Node]:
        """The steps in the order of the work: from what nothing enters along the flows, else by place."""
        entered = {flow.target for flow in flows}
        by_id = {node.shape.id: node for node in nodes}
        nexts: dict[str, list[str]] = {}
        for flow in flows:
            nexts.setdefault(flow.source, []).append(flow.target)
        place = {node.shape.id: number for number, node in enumerate(nodes)}
        begins = [n for n in nodes if n.kind == "mulai"] + [n for n in nodes if n.shape.id not in entered]
        order: dict[str, Node] = {}
        for first in [*begins, *nodes]:
            queue = [first.shape.id]
            while queue:
                id_ = queue.pop(0)
                if id_ in order or id_ not in by_id:
                    continue
                order[id_] = by_id[id_]
                queue += sorted(nexts.get(id_, []), key=lambda each: place.get(each, 0))
        return list(order.values())

    def _step(self, node: Node, flows: Sequence[Flow], products: Mapping[str, tuple[list[str], list[str]]]) -> None:
        id_ = node.shape.id
        enters = any(flow.target == id_ for flow in flows)
        leaves = any(flow.source == id_ for flow in flows)
        name = node.shape.text[:_LONGEST]
        kind = node.kind
        if kind == "ujung":
            kind = "selesai" if enters and not leaves else "mulai" if leaves and not enters else "kegiatan"
        if not enters and not leaves:
            self.doubts.append(f"“{self._said(node)}” tidak tersambung dengan langkah mana pun")
        own = self._fresh(as_id(name, kind))
        self._ids[id_] = own
        lane = self.lanes[node.lane].id if node.lane is not None else None
        if lane is None and self.lanes:
            self.doubts.append(f"“{self._said(node)}” berdiri di luar semua jalur")
        uses, makes = products.get(id_, ([], []))
        common: dict[str, Any] = {"id": own, "jalur": lane, "nama": name}
        step: Simpul
        if kind == "mulai":
            step = Mulai(**common)
        elif kind == "selesai":
            step = Selesai(**common)
        elif kind == "putusan":
            step = Putusan(**common, pakai=_once(uses), hasil=_once(makes))
            if not name:
                self.doubts.append("ada putusan tanpa tulisan; isi pertanyaannya")
        else:
            step = Kegiatan(**common, pakai=_once(uses), hasil=_once(makes))
            if not is_work(node.shape) and node.kind != "ujung":
                self.doubts.append(f"bentuk “{node.shape.form}” bertulisan “{name}” dibaca sebagai kegiatan")
            if node.kind == "ujung":
                self.doubts.append(f"“{name}” bertanda mulai atau selesai, tetapi berdiri di tengah alur")
        self.steps.append(step)

    def _flow(self, flow: Flow, back: bool) -> None:
        source, target = self._ids.get(flow.source), self._ids.get(flow.target)
        if source is None or target is None:
            return
        kind = JenisAlur.KEMBALI if back else JenisAlur.URUT
        id_ = self._fresh(f"{source}--{target}"[:110].strip("-"))
        self.flows.append(Alur(id=id_, dari=source, ke=target, nama=flow.text[:_LONGEST], jenis=kind))
        if back:
            first, second = self._nodes[flow.source].shape.text, self._nodes[flow.target].shape.text
            self.doubts.append(f"panah dari “{first}” ke “{second}” dibaca sebagai pengembalian")

    def _exits(self, order: Sequence[Node], flows: Sequence[Flow]) -> None:
        for node in order:
            if node.kind != "putusan":
                continue
            exits = [flow for flow in flows if flow.source == node.shape.id]
            bare = sum(not flow.text for flow in exits)
            if len(exits) < 2:
                self.doubts.append(f"putusan “{self._said(node)}” hanya terbaca {len(exits)} jalan keluarnya")
            elif bare:
                self.doubts.append(f"{bare} jalan keluar putusan “{self._said(node)}” tidak terbaca jawabannya")
        kinds = {step.jenis for step in self.steps}
        for kind in ("mulai", "selesai"):
            if kind not in kinds:
                self.doubts.append(f"gambar tidak memperlihatkan tanda {kind}")


def _once(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _returns(order: Sequence[str], flows: Sequence[Flow]) -> set[int]:
    """The numbers of the flows that lead back to a step that the walk came from."""
    nexts: dict[str, list[int]] = {}
    for number, flow in enumerate(flows):
        nexts.setdefault(flow.source, []).append(number)
    back: set[int] = set()
    done: set[str] = set()
    for first in order:
        open_: set[str] = set()
        stack: list[tuple[str, bool]] = [(first, False)]
        while stack:
            at, leaving = stack.pop()
            if leaving:
                open_.discard(at)
                done.add(at)
                continue
            if at in done or at in open_:
                continue
            open_.add(at)
            stack.append((at, True))
            for number in reversed(nexts.get(at, [])):
                target = flows[number].target
                if target in open_:
                    back.add(number)
                elif target not in done:
                    stack.append((target, False))
    return back
