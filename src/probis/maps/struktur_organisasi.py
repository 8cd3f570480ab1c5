"""The units of a body and who heads them to a structure chart, with the processes each of them owns."""

from __future__ import annotations

from dataclasses import replace

from probis.drawing.layout.tree import TreeNode, TreeNote, tree
from probis.drawing.medium import Medium
from probis.drawing.scene import Scene, moved
from probis.drawing.sheet import compose_all, room
from probis.law.peraturan import singkatan
from probis.maps._family import MapKind, Subject, UnknownSubject
from probis.maps._sheet import USULAN, heading, roomiest, sentence
from probis.maps._text import MapRow, MapText
from probis.model import Jabatan, JenisJabatan, PetaProsesBisnis, UnitKerja

MAP = MapKind("Struktur Organisasi", "instansi", 50)

_MOST_VACANT = 3  # more vacant posts of a unit than this are counted, not named
_CAPTIONS = {"vacant": "Jabatan lowong", "functional": "Jabatan fungsional"}
_DOWN = 8.0  # from the rule under the head to the first box


def subjects(model: PetaProsesBisnis) -> tuple[Subject, ...]:
    """The body, where it has a unit at all."""
    return (Subject(None, "", model.instansi.nama),) if model.organisasi.unit else ()


def draw(model: PetaProsesBisnis, subject_id: str | None, medium: Medium) -> tuple[Scene, ...]:
    """The structure chart: one scene a page, one scene on a screen."""
    roots = _roots(model, subject_id)
    known = {p.id: p for p in model.peraturan}
    basis = [known[id_] for id_ in model.organisasi.dasar if id_ in known]
    head = heading(
        model,
        MAP.title,
        model.instansi.nama,
        facts=(("Dasar", singkatan(basis[0]) if basis else ""),),
        provisional=any(_any_provisional(root) for root in roots),
        captions=_CAPTIONS,
    )
    count = len(model.organisasi.unit)

    def drawn(sheet: Medium) -> tuple[Scene, ...]:
        place = room(sheet, head, legend_rows=1)
        contents = tree(
            roots,
            f"{MAP.title} {model.instansi.sebutan}",
            place.width,
            place.height - _DOWN,
            again="lanjutan",
            description=f"{count} unit kerja; pimpinan di atas, yang dipimpin di bawah.",
        )
        return tuple(_edged(c) if sheet.continuous else _centred(c, place.width) for c in contents)

    sheet, contents = roomiest(model, medium, drawn)
    return compose_all(contents, head, sheet)


def describe(model: PetaProsesBisnis, subject_id: str | None) -> MapText:
    """The same as an indented list: unit, head, positions, processes owned."""
    _roots(model, subject_id)
    rows: list[MapRow] = []
    seen: set[str] = set()

    def add(unit: UnitKerja, level: int) -> None:
        if unit.id in seen:
            return
        seen.add(unit.id)
        head = next((j for j in _positions(model, unit) if j.kepala), None)
        others = [_held(j) for j in _positions(model, unit) if not j.kepala]
        cells = (
            unit.nama + (f" ({USULAN})" if unit.usulan("nama") else "") + (" (staf)" if unit.staf else ""),
            _held(head) if head else "–",
            ", ".join(others) or "–",
            _owned(model, unit) or "–",
        )
        rows.append(MapRow(f"unit/{unit.id}", cells, level))
        for child in model.unit_anak(unit.id):
            add(child, level + 1)

    for unit in (*model.unit_akar(), *model.organisasi.unit):
        add(unit, 0)
    return MapText(f"{MAP.title} {model.instansi.nama}", ("Unit", "Pimpinan", "Jabatan", "Pemilik proses"), tuple(rows))


def _roots(model: PetaProsesBisnis, subject_id: str | None) -> tuple[TreeNode, ...]:
    """The tree of units; units that only a circle of superiors holds stand as roots of their own."""
    if subject_id is not None or not model.organisasi.unit:
        raise UnknownSubject(MAP.title, subject_id)
    seen: set[str] = set()
    roots = []
    for unit in (*model.unit_akar(), *model.organisasi.unit):
        if unit.id not in seen:
            roots.append(_node(model, unit, 0, seen))
    return tuple(roots)


def _node(model: PetaProsesBisnis, unit: UnitKerja, level: int, seen: set[str]) -> TreeNode:
    seen.add(unit.id)
    positions = _positions(model, unit)
    head = next((j for j in positions if j.kepala), None)
    children = [_node(model, child, level + 1, seen) for child in model.unit_anak(unit.id) if child.id not in seen]
    functional = [j for j in positions if j.jenis is JenisJabatan.FUNGSIONAL and not j.kepala]
    if functional and level == 0:  # those of the whole body have a box of their own, as is usual
        children.insert(0, _group(unit, functional))
        functional = []
    text = head.nama if head and level == 0 else unit.nama
    owned = _owned(model, unit)
    notes = [TreeNote(f"pemilik {owned}")] if owned else []
    notes += [TreeNote(_held(j), "functional") for j in functional]
    notes += _vacant(positions)
    provisional = unit.usulan("nama")
    return TreeNode(
        unit.id,
        text,
        tuple(notes),
        tuple(children),
        unit.staf,
        provisional,
        f"unit/{unit.id}",
        sentence(
            unit.nama,
            "Unit staf" if unit.staf else "",
            f"Dipimpin {_held(head)}" if head else "",
            f"Pemilik {owned}" if owned else "",
            f"Jabatan fungsional: {', '.join(map(_held, functional))}" if functional else "",
            "; ".join(note.text for note in _vacant(positions)),
            f"Membawahi {', '.join(c.text for c in children)}" if children else "",
            USULAN if provisional else "",
        ),
    )


def _group(unit: UnitKerja, functional: list[Jabatan]) -> TreeNode:
    """The box of the functional posts that belong to the body as a whole."""
    title = "Kelompok Jabatan Fungsional"
    said = [_held(j) for j in functional]
    return TreeNode(
        f"{unit.id}-fungsional",
        title,
        tuple(TreeNote(text, "functional") for text in said),
        provisional=all(j.usulan("nama") for j in functional),
        ref=f"jabatan/{functional[0].id}",
        label=sentence(title, ", ".join(said)),
        group=True,
    )


def _held(jabatan: Jabatan) -> str:
    """A post with how many hold it of how many are needed, as far as that is known: "Arsiparis, 2 dari 3 terisi"."""
    have, need = jabatan.bezetting, jabatan.kebutuhan
    if have is None:
        return f"{jabatan.sebutan}, perlu {need}" if need is not None else jabatan.sebutan
    if have == 0:
        return f"{jabatan.sebutan}, lowong" + (f", perlu {need}" if need is not None and need > 1 else "")
    return f"{jabatan.sebutan}, {have} dari {need} terisi" if need is not None else f"{jabatan.sebutan}, {have} orang"


def _vacant(positions: tuple[Jabatan, ...]) -> list[TreeNote]:
    """The posts that nobody holds, functional ones aside; many of them as a number."""
    empty = [j for j in positions if j.bezetting == 0 and (j.kepala or j.jenis is not JenisJabatan.FUNGSIONAL)]
    heads = [TreeNote(f"{j.sebutan}: lowong", "vacant") for j in empty if j.kepala]
    others = [j for j in empty if not j.kepala]
    if len(others) > _MOST_VACANT:
        return [*heads, TreeNote(f"{len(others)} jabatan lain lowong", "vacant")]
    return [*heads, *(TreeNote(f"{j.sebutan}: lowong", "vacant") for j in others)]


def _positions(model: PetaProsesBisnis, unit: UnitKerja) -> tuple[Jabatan, ...]:
    return tuple(j for j in model.organisasi.jabatan if j.unit == unit.id)


def _owned(model: PetaProsesBisnis, unit: UnitKerja) -> str:
    """The top processes that the unit (or a position of it) owns: "BO-07; usulan BO-04"."""
    ids = {unit.id, *(j.id for j in _positions(model, unit))}
    owned = [p for p in model.anak(None) if p.pemilik in ids]
    sure = ", ".join(p.kode or p.nama for p in owned if not p.usulan("pemilik"))
    proposed = ", ".join(p.kode or p.nama for p in owned if p.usulan("pemilik"))
    return "; ".join(filter(None, (sure, f"{USULAN} {proposed}" if proposed else "")))


def _any_provisional(node: TreeNode) -> bool:
    proposed = any(f"{USULAN} " in note.text for note in node.notes)
    return node.provisional or proposed or any(_any_provisional(c) for c in node.children)


def _centred(scene: Scene, across: float) -> Scene:
    """The chart in the middle of the page's width: a tree hangs from its root."""
    shift = max(0.0, (across - scene.width) / 2)
    return replace(scene, width=across, items=tuple(moved(item, shift, _DOWN) for item in scene.items))


def _edged(scene: Scene) -> Scene:
    """The chart with room for the heavy border of its top box, which no margin gives on a screen."""
    items = tuple(moved(item, 1, 1) for item in scene.items)
    return replace(scene, width=scene.width + 2, height=scene.height + 2, items=items)
