"""Two versions of a model to the drawing of a map that holds both: the new one, and what is gone near its old place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from probis.drawing.graph import Graph
from probis.drawing.layout.lanes import layout
from probis.drawing.medium import Medium
from probis.drawing.scene import Scene
from probis.drawing.sheet import compose_all, room
from probis.maps import peta_lintas_fungsi
from probis.maps._family import Map
from probis.maps._sheet import roomiest
from probis.model import PetaProsesBisnis

Part = TypeVar("Part")


def draw_union(
    kind: Map, new: PetaProsesBisnis, old: PetaProsesBisnis, subject_id: str | None, medium: Medium
) -> tuple[Scene, ...]:
    """The pages of a map of the new model that also hold what only the old one has; steps keep their new numbers."""
    if kind.kind.subject != "lintas-fungsi":
        return kind.draw(united(new, old), subject_id, medium)
    peta, was = new.cari_lintas_fungsi(subject_id), old.cari_lintas_fungsi(subject_id)
    if peta is None or was is None:
        return kind.draw(new, subject_id, medium)
    head = peta_lintas_fungsi.head_of(new, peta)
    graph = united_graph(peta_lintas_fungsi.graph_of(new, peta), peta_lintas_fungsi.graph_of(old, was))

    def drawn(sheet: Medium) -> tuple[Scene, ...]:
        return layout(graph, sheet, place=None if sheet.continuous else room(sheet, head))

    sheet, contents = roomiest(new, medium, drawn)
    return compose_all(contents, head, sheet)


def united_graph(new: Graph, old: Graph) -> Graph:
    """The new graph with the nodes, flows and lanes that only the old one has, each after what it stood behind."""
    gone = tuple(replace(n, number="", provisional=False, mark="") for n in old.nodes if n.id not in _ids(new.nodes))
    nodes = _merged(new.nodes, old.nodes, gone, lambda n: n.id)
    lost = tuple(replace(f, main=False, provisional=False) for f in old.flows if f.id not in _ids(new.flows))
    lanes = tuple(lane for lane in old.lanes if lane.id not in _ids(new.lanes))
    return replace(
        new,
        nodes=nodes,
        flows=_merged(new.flows, old.flows, lost, lambda f: f.id),
        lanes=_merged(new.lanes, old.lanes, lanes, lambda lane: lane.id),
    )


def united(new: PetaProsesBisnis, old: PetaProsesBisnis) -> PetaProsesBisnis:
    """The new model with the processes, flows, relations, explanations, units and parties that only the old one has."""
    taken = {element.id for kind in ("unit", "jabatan", "pihak", "proses") for element in new.jenis[kind]}

    def more(now: Sequence[Any], was: Sequence[Any], shared: bool = False) -> tuple[Any, ...]:
        known = _ids(now) | (taken if shared else set())
        return _merged(now, was, tuple(each for each in was if each.id not in known), lambda each: each.id)

    organisasi = new.organisasi.model_copy(
        update={
            "unit": more(new.organisasi.unit, old.organisasi.unit, True),
            "jabatan": more(new.organisasi.jabatan, old.organisasi.jabatan, True),
            "pihak": more(new.organisasi.pihak, old.organisasi.pihak, True),
        }
    )
    return new.model_copy(
        update={
            "organisasi": organisasi,
            "produk": more(new.produk, old.produk),
            "proses": more(new.proses, old.proses, True),
            "aliran": more(new.aliran, old.aliran),
            "hubungan": more(new.hubungan, old.hubungan),
            "penjelasan": more(new.penjelasan, old.penjelasan),
        }
    )


def _ids(parts: Sequence[Any]) -> set[str]:
    return {part.id for part in parts}


def _merged(
    new: Sequence[Part], old: Sequence[Part], gone: Sequence[Part], key: Callable[[Part], str]
) -> tuple[Part, ...]:
    """The new parts in their order, each of the gone ones after the nearest part before it in the old order."""
    out = list(new)
    place = [key(part) for part in old]
    for part in gone:
        before = set(place[: place.index(key(part))])
        at = max((i for i, each in enumerate(out) if key(each) in before), default=-1)
        out.insert(at + 1, part)
    return tuple(out)
