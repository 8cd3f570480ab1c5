"""A way through a lintas fungsi to marks on its nodes and flows: the longest, or the shortest through given nodes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import pairwise

from probis.analysis import critical_paths, judged_on
from probis.drawing.overlay import Entry, Overlay
from probis.maps import _steps as steps
from probis.maps._family import SubjectKind
from probis.maps._overlays._family import Given, Lapis, NoWay
from probis.maps._overlays._names import kind_word, name
from probis.model import Alur, LintasFungsi

LAPIS = Lapis("Jalan", 50, frozenset({"lintas-fungsi"}))


def overlay(given: Given, kind: SubjectKind, subject_id: str | None, drawn: frozenset[str]) -> Overlay:
    """The nodes of the way in their order, each with the flow that leads to it; raises NoWay."""
    model = given.model
    peta = model.cari_lintas_fungsi(subject_id)
    if peta is None:
        return Overlay(LAPIS.title, (), empty="Peta ini tidak mempunyai jalan.")
    note = ""
    if given.langkah:
        nodes = way(peta, given.langkah)
        title = "Jalan"
        note = f"Jalan terpendek melalui {', '.join(given.langkah)}: {len(nodes)} simpul." if len(nodes) > 1 else ""
    else:
        path = critical_paths(model, judged_on(model, given.pada))[peta.id]
        nodes, title = path.path, "Jalan terlama"
        if path.longest is not None and nodes:
            took = float(path.longest.once)
            note = f"Paling lama {took:.4g} hari kerja tanpa pengembalian.".replace(".", ",", took != int(took))
    number = steps.numbers(peta)
    base = f"lintas-fungsi/{peta.id}"
    leading = {there: flow for (here, there) in pairwise(nodes) if (flow := _flow(peta, here, there))}
    entries = []
    for node in nodes:
        simpul = peta.cari_simpul(node)
        if simpul is None:
            continue
        flow = leading.get(node)
        own = number.get(node) or kind_word(model, f"{base}/{node}").capitalize()
        text = f"{own}: {name(model, f'{base}/{node}')}" + (f" ({flow.nama})" if flow is not None and flow.nama else "")
        more = " · ".join(filter(None, (steps.doer(model, peta, simpul), steps.time_of(simpul))))
        refs = (f"{base}/{node}", *((f"{base}/alur/{flow.id}",) if flow is not None else ()))
        entries.append(Entry("path", text, more, refs))
    return Overlay(title, tuple(entries), {}, note, "Tidak ada jalan dari mulai ke selesai.")


def way(peta: LintasFungsi, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The nodes of the shortest way (fewest flows, of equal ones the first written) that passes these in this order.

    Raises NoWay where one is not on the map or cannot be reached from the one before it.
    """
    for each in ids:
        if peta.cari_simpul(each) is None:
            known = ", ".join(s.id for s in peta.simpul[:12]) + (", …" if len(peta.simpul) > 12 else "")
            raise NoWay(f"Simpul “{each}” tidak ada pada peta “{peta.id}”. Yang ada: {known}.")
    nodes: list[str] = [ids[0]]
    for here, there in pairwise(ids):
        nodes.extend(_shortest(peta, here, there))
    return tuple(nodes)


def _shortest(peta: LintasFungsi, source: str, target: str) -> list[str]:
    before: dict[str, str] = {}
    todo = deque([source])
    while todo:
        here = todo.popleft()
        for there in _onward(peta, here):
            if there not in before:
                before[there] = here
                if there == target:
                    todo.clear()
                    break
                todo.append(there)
    if target not in before:
        raise NoWay(f"Tidak ada jalan dari “{source}” ke “{target}” pada peta “{peta.id}”.")
    out = [target]
    while before[out[-1]] != source:
        out.append(before[out[-1]])
    return out[::-1]


def _onward(peta: LintasFungsi, node: str) -> Iterator[str]:
    known = {s.id for s in peta.simpul}
    return (alur.ke for alur in peta.keluar(node) if alur.ke in known)


def _flow(peta: LintasFungsi, source: str, target: str) -> Alur | None:
    return next((alur for alur in peta.keluar(source) if alur.ke == target), None)
