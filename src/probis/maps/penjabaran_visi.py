"""What a body is to reach to columns: visi, misi, tujuan, sasaran, and the processes that serve them, gaps marked."""

from __future__ import annotations

from collections.abc import Iterable

from probis.drawing.layout.cascade import Cascade, CascadeNode, cascade
from probis.drawing.medium import Medium
from probis.drawing.scene import Scene
from probis.drawing.sheet import compose_all, room
from probis.maps._family import MapKind, Subject, UnknownSubject
from probis.maps._sheet import USULAN, heading, roomiest, sentence
from probis.maps._text import MapRow, MapText
from probis.model import Area, Fungsi, Misi, PetaProsesBisnis, Proses, Sasaran, Tujuan, Visi

MAP = MapKind("Penjabaran Visi", "instansi", 60)

_HEADS = ("Visi", "Misi", "Tujuan", "Sasaran", "Proses")
_VISI, _MISI, _TUJUAN, _SASARAN, _PROSES = range(5)
_KIND = {_VISI: "visi", _MISI: "misi", _TUJUAN: "tujuan", _SASARAN: "sasaran"}
_MISSING = {_TUJUAN: "Belum ada tujuan", _SASARAN: "Belum ada sasaran", _PROSES: "Belum ada proses"}
_LOOSE = {
    _MISI: "Tujuan yang belum terkait dengan misi",
    _TUJUAN: "Sasaran yang belum terkait dengan tujuan",
    _SASARAN: "Proses yang belum terkait dengan sasaran",
}


def subjects(model: PetaProsesBisnis) -> tuple[Subject, ...]:
    """The body, where anything is said of what it is to reach."""
    arah = model.arah
    some = arah.visi or arah.misi or arah.tujuan or arah.sasaran
    return (Subject(None, "", model.instansi.nama),) if some else ()


def draw(model: PetaProsesBisnis, subject_id: str | None, medium: Medium) -> tuple[Scene, ...]:
    """The columns from visi to processes: one scene a page, one scene on a screen."""
    roots = _roots(model, subject_id)
    nodes = [n for root in roots for n in _all(root)]
    gaps = sum(n.unknown for n in nodes)
    chart = Cascade(
        f"{MAP.title} {model.instansi.sebutan}",
        _HEADS,
        roots,
        again="lanjutan",
        description=f"{_count(nodes, _SASARAN)} sasaran dan proses yang melayaninya; {gaps} tempat yang belum terkait.",
    )
    arah = model.arah
    source = arah.dokumen or (arah.dari.nama or arah.dari.instansi if arah.dari else "")
    head = heading(
        model,
        MAP.title,
        model.instansi.nama,
        facts=(("Sumber", source),),
        provisional=any(n.provisional for n in nodes),
        captions={
            "process": "Tebal: didukung" if arah.dilayani else "Unsur arah",
            "provisional": "Usulan, belum pasti",
            "unknown": "Belum terkait",
        },
    )

    def drawn(sheet: Medium) -> tuple[Scene, ...]:
        place = room(sheet, head, legend_rows=1)
        return cascade(chart, place.width, place.height)

    sheet, contents = roomiest(model, medium, drawn)
    return compose_all(contents, head, sheet)


def describe(model: PetaProsesBisnis, subject_id: str | None) -> MapText:
    """The same as an indented list: what kind of element, its words, which processes serve it, its standing."""
    rows: list[MapRow] = []

    def add(node: CascadeNode, level: int) -> None:
        if node.column == _PROSES:
            return
        served = [n.code or n.text for n in node.children if n.column == _PROSES and not n.unknown]
        gaps = [n.text.lower() for n in node.children if n.unknown]
        kind = "" if node.unknown else _HEADS[node.column]
        notes = ", ".join([USULAN] * node.provisional + gaps)
        rows.append(MapRow(node.ref, (kind, node.text, ", ".join(served) or "–", notes), level))
        for child in node.children:
            if not child.unknown:
                add(child, level + 1)

    for root in _roots(model, subject_id):
        add(root, 0)
    return MapText(f"{MAP.title} {model.instansi.nama}", ("Unsur", "Bunyi", "Proses", "Keterangan"), tuple(rows))


def _all(node: CascadeNode) -> Iterable[CascadeNode]:
    yield node
    for child in node.children:
        yield from _all(child)


def _count(nodes: Iterable[CascadeNode], column: int) -> int:
    return sum(n.column == column and not n.unknown for n in nodes)


def _roots(model: PetaProsesBisnis, subject_id: str | None) -> tuple[CascadeNode, ...]:
    """The tree under the visi, then what hangs on nothing, each part under a dotted box that says so."""
    if subject_id is not None or not subjects(model):
        raise UnknownSubject(MAP.title, subject_id)
    arah = model.arah
    misi_ids, tujuan_ids = {m.id for m in arah.misi}, {t.id for t in arah.tujuan}
    tree = _Tree(model)
    misi = tuple(tree.misi(m) for m in arah.misi)
    roots = [tree.visi(arah.visi, misi)] if arah.visi or misi else []
    loose = {
        _MISI: tuple(tree.tujuan(t) for t in arah.tujuan if t.misi not in misi_ids),
        _TUJUAN: tuple(tree.sasaran(s) for s in arah.sasaran if s.tujuan not in tujuan_ids),
        _SASARAN: tree.unserving(),
    }
    for column, children in loose.items():
        if children:
            label = sentence(_LOOSE[column])
            roots.append(CascadeNode(f"?{column}", column, _LOOSE[column], "", children, unknown=True, label=label))
    return tuple(roots)


class _Tree:
    """Builds the nodes; each process stands under the lowest elements that it serves."""

    def __init__(self, model: PetaProsesBisnis) -> None:
        self.model = model
        arah = model.arah
        above = {s.id: (s.tujuan,) for s in arah.sasaran} | {t.id: (t.misi,) for t in arah.tujuan}
        self.serving: dict[str, list[Proses]] = {}
        for proses in model.pohon():
            upper = {id_ for p in model.garis_induk(proses)[1:] for id_ in p.melayani}
            covered: set[str | None] = set()
            for id_ in proses.melayani:
                for one in above.get(id_, ()):
                    covered |= {one, *above.get(one or "", ())}
            for id_ in dict.fromkeys(proses.melayani):
                if id_ not in upper and id_ not in covered:
                    self.serving.setdefault(id_, []).append(proses)

    def visi(self, visi: Visi | None, misi: tuple[CascadeNode, ...]) -> CascadeNode:
        if visi is None:
            said = "Visi belum ditetapkan"
            return CascadeNode("visi", _VISI, said, "", misi, unknown=True, label=sentence(said))
        return self._node(visi, _VISI, visi.bunyi, misi, answered=True)

    def misi(self, misi: Misi) -> CascadeNode:
        below = tuple(self.tujuan(t) for t in self.model.arah.tujuan if t.misi == misi.id)
        return self._node(misi, _MISI, misi.bunyi, below)

    def tujuan(self, tujuan: Tujuan) -> CascadeNode:
        below = tuple(self.sasaran(s) for s in self.model.arah.sasaran if s.tujuan == tujuan.id)
        return self._node(tujuan, _TUJUAN, tujuan.bunyi, below)

    def sasaran(self, sasaran: Sasaran) -> CascadeNode:
        return self._node(sasaran, _SASARAN, sasaran.bunyi, ())

    def _node(
        self,
        element: Visi | Misi | Tujuan | Sasaran,
        column: int,
        text: str,
        below: tuple[CascadeNode, ...],
        *,
        answered: bool = False,
    ) -> CascadeNode:
        """An element with what is below it and the processes that serve just it; a gap where it should have some."""
        arah = self.model.arah
        own = answered or not arah.dilayani or element.id in arah.dilayani
        served = tuple(self._process(p, element.id) for p in self.serving.get(element.id, ()))
        children = (*below, *served)
        if own and not children and column != _VISI:
            said = _MISSING[column + 1]
            gap = CascadeNode(f"{element.id}?", column + 1, said, unknown=True, label=sentence(f"{said}: {text}"))
            children = (gap,)
        names = ", ".join(n.code or n.text for n in served)
        label = sentence(
            f"{_HEADS[column]}: {text}",
            f"Dilayani {names}" if names else "",
            f"Didukung {self.model.instansi.sebutan}" if own and arah.dilayani and not answered else "",
            children[0].text if children and children[0].unknown else "",
            USULAN if element.usulan("bunyi") else "",
        )
        return CascadeNode(
            f"{_KIND[column]}/{element.id}",
            column,
            text,
            "",
            children,
            own,
            element.usulan("bunyi"),
            ref=f"{_KIND[column]}/{element.id}",
            label=label,
        )

    def _process(self, proses: Proses, under: str, note: str = "") -> CascadeNode:
        maps = self.model.peta_dari(proses.id)
        inner = f"peta-lintas-fungsi/{maps[0].id}" if maps else ""
        unsure = proses.usulan("nama") or proses.usulan("melayani")
        return CascadeNode(
            f"{under}>{proses.id}",
            _PROSES,
            proses.nama,
            proses.kode,
            (),
            True,
            unsure,
            role="process",
            ref=f"proses/{proses.id}",
            label=sentence(f"{proses.kode} {proses.nama}".strip(), note, USULAN if unsure else ""),
            link=f"peta-sub-proses/{proses.id}" if self.model.anak(proses.id) else inner,
        )

    def unserving(self) -> tuple[CascadeNode, ...]:
        """The top processes that serve no visi, misi, tujuan or sasaran, nor does anything within them."""
        known = {f"{id_}" for id_ in self._aims()}
        out = []
        for proses in self.model.anak(None):
            inside = self.model.cakupan(proses.id)
            if any(known & set(p.melayani) for p in self.model.proses if p.id in inside):
                continue
            other = [e for id_ in proses.melayani for e in self._served(id_)]
            note = f"melayani {', '.join(other)}" if other else "belum melayani apa pun"
            out.append(self._process(proses, "?", note))
        return tuple(out)

    def _aims(self) -> tuple[str, ...]:
        arah = self.model.arah
        return tuple(e.id for e in (*filter(None, (arah.visi,)), *arah.misi, *arah.tujuan, *arah.sasaran))

    def _served(self, id_: str) -> tuple[str, ...]:
        area, fungsi = self.model.cari(f"area/{id_}"), self.model.cari(f"fungsi/{id_}")
        if isinstance(area, Area):
            return (f"area {area.nama}",)
        return (f"fungsi {fungsi.bunyi}",) if isinstance(fungsi, Fungsi) else ()
