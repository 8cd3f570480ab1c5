"""Requests for the part Organisasi to its page: the chart, each unit's task and functions, positions, parties."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from probis.model import Jabatan, Pihak, UnitKerja
from probis.studio.body.addresses import href
from probis.studio.body.frame import frame, page_findings
from probis.studio.body.opened import Opened, open_edition
from probis.studio.maps.views import shown_map


@dataclass(frozen=True, slots=True)
class Shown:
    """A unit, position or party with the processes it owns or takes part in, by name and path."""

    element: UnitKerja | Jabatan | Pihak
    kind: str
    unit: str
    owns: tuple[tuple[str, str], ...]
    joins: tuple[tuple[str, str], ...]


@require_safe
def organisation(request: HttpRequest, instansi: str, edisi: str) -> HttpResponse:
    """The page Organisasi."""
    opened = open_edition(instansi, edisi)
    parts = opened.model.organisasi
    drawn = shown_map(request, opened, "organisasi", "struktur-organisasi", None)
    owned, joined = _processes(opened)

    def shown(element: UnitKerja | Jabatan | Pihak, kind: str) -> Shown:
        unit = opened.model.sebutan(element.unit) if isinstance(element, Jabatan) else ""
        return Shown(element, kind, unit, owned.get(element.id, ()), joined.get(element.id, ()))

    context = {
        **frame(opened, "organisasi", crumbs=[("Organisasi", "")]),
        **drawn,
        "anchors": drawn["table"].anchors if drawn["table"] else frozenset(),
        "units": [shown(unit, "unit") for unit in parts.unit if unit.tugas or unit.fungsi],
        "positions": [shown(jabatan, "jabatan") for jabatan in parts.jabatan],
        "parties": [shown(pihak, "pihak") for pihak in parts.pihak],
        "findings": page_findings(opened, "organisasi"),
    }
    return render(request, "organisation/organisation.html", context)


def _processes(opened: Opened) -> tuple[dict[str, tuple[tuple[str, str], ...]], dict[str, tuple[tuple[str, str], ...]]]:
    """Return, by the id of who does it, the processes owned and those of the top level taken part in."""
    owned: dict[str, list[tuple[str, str]]] = {}
    joined: dict[str, list[tuple[str, str]]] = {}
    for proses in opened.model.pohon():
        link = (proses.kode or proses.nama, href(opened.model, opened.base, f"proses/{proses.id}"))
        if proses.pemilik:
            owned.setdefault(proses.pemilik, []).append(link)
    for proses in opened.model.anak(None):
        link = (proses.kode or proses.nama, href(opened.model, opened.base, f"proses/{proses.id}"))
        for id in opened.model.peserta(proses.id):  # noqa: A001
            joined.setdefault(id, []).append(link)
    return (
        {id: tuple(links) for id, links in owned.items()},  # noqa: A001
        {id: tuple(links) for id, links in joined.items()},  # noqa: A001
    )
