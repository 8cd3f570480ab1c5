"""Requests for the peta proses, a process, its relations and a lintas fungsi to their pages, and for map files."""

import logging
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import condition, require_safe

from probis.drawing.medium import SCREEN
from probis.model import LintasFungsi, PetaProsesBisnis, Proses
from probis.studio.body.addresses import href, map_name, page_of
from probis.studio.body.frame import findings_below, frame, page_findings
from probis.studio.body.opened import Opened, open_edition
from probis.studio.config.build import mark
from probis.studio.maps import drift, facts, overlays, pictures
from probis.studio.maps.rows import table
from probis.studio.maps.sipoc import sipoc
from probis.studio.papers.offered import offers

_OF_KEY = {"peta-sub-proses": "proses", "peta-lintas-fungsi": "lintas-fungsi", "peta-relasi": "relasi"}

_LEAST_SCALE = 0.94
"""CSS pixels for a point of a drawing below which the text of a step (8.5 pt) would be under 8 px: then it scrolls."""
_STEP = 80
"""CSS pixels between the least widths that the style sheet knows: .least-1 to .least-50."""


@dataclass(frozen=True, slots=True)
class View:
    """One of the views of a process: its name, its path, and whether it is the one shown."""

    name: str
    path: str
    current: bool


@require_safe
def whole(request: HttpRequest, instansi: str, edisi: str) -> HttpResponse:
    """The page of the peta proses."""
    opened = open_edition(instansi, edisi)
    context = {
        **frame(opened, ""),
        **shown_map(request, opened, "", "peta-proses", None),
        "heading": "Peta proses",
        "findings": page_findings(opened, ""),
        "facts": facts.of_body(opened),
        "explanations": opened.model.penjelasan,
        "papers": offers(opened, "instansi"),
        "all_papers": f"{opened.base}dokumen/",
        "sipoc": sipoc(opened, opened.model.anak(None)),
    }
    return render(request, "maps/map.html", context)


@require_safe
def relations(request: HttpRequest, instansi: str, edisi: str) -> HttpResponse:
    """The page of the peta relasi, process by process."""
    return _relations(request, instansi, edisi, "relasi", "peta-relasi")


@require_safe
def matrix(request: HttpRequest, instansi: str, edisi: str) -> HttpResponse:
    """The page of the peta relasi as a matrix, unit by unit."""
    return _relations(request, instansi, edisi, "relasi/matriks", "peta-relasi-matriks")


def _relations(request: HttpRequest, instansi: str, edisi: str, page: str, slug: str) -> HttpResponse:
    opened = open_edition(instansi, edisi)
    views = [("Menurut proses", "relasi"), ("Matriks", "relasi/matriks")]
    context = {
        **frame(opened, "relasi", crumbs=[("Peta relasi", "")]),
        **shown_map(request, opened, page, slug, None),
        "heading": "Peta relasi",
        "views": [View(name, f"{opened.base}{path}/", path == page) for name, path in views],
        "findings": page_findings(opened, "relasi"),
        "facts": facts.of_body(opened),
    }
    return render(request, "maps/map.html", context)


@require_safe
def process(request: HttpRequest, instansi: str, edisi: str, id: str) -> HttpResponse:
    """The page of a process: its sub processes, or what goes in and comes out of it."""
    opened = open_edition(instansi, edisi)
    proses = opened.model.cari_proses(id)
    if proses is None:
        raise Http404
    page = f"proses/{id}"
    context = {
        **frame(opened, page, crumbs=_above(opened, proses)),
        **shown_map(request, opened, page, "peta-sub-proses", id),
        "code": proses.kode,
        "heading": proses.nama,
        "views": _views(opened.model, opened.base, proses, page),
        "findings": page_findings(opened, page),
        "below": findings_below(opened, proses),
        "facts": facts.of_process(opened, proses),
        "papers": offers(opened, "proses", id),
        "leaf": not opened.model.anak(id),
        "maps": [
            (map_name(opened.model, p), f"{opened.base}lintas-fungsi/{p.id}/") for p in opened.model.peta_dari(id)
        ],
        "sipoc": sipoc(opened, opened.model.anak(id) or (proses,)),
    }
    return render(request, "maps/map.html", context)


@require_safe
def cross(request: HttpRequest, instansi: str, edisi: str, id: str) -> HttpResponse:
    """The page of a lintas fungsi."""
    opened = open_edition(instansi, edisi)
    peta = opened.model.cari_lintas_fungsi(id)
    if peta is None:
        raise Http404
    page = f"lintas-fungsi/{id}"
    proses = opened.model.cari_proses(peta.proses)
    context = {
        **frame(opened, page, crumbs=_above(opened, proses) if proses else [(peta.id, "")]),
        **shown_map(request, opened, page, "peta-lintas-fungsi", id),
        "code": proses.kode if proses else "",
        "heading": _title(opened.model, peta),
        "views": _views(opened.model, opened.base, proses, page) if proses else (),
        "findings": page_findings(opened, page, *((f"proses/{proses.id}",) if proses else ())),
        "facts": facts.of_map(opened, peta),
        "papers": (*offers(opened, "lintas-fungsi", id), *(offers(opened, "proses", proses.id) if proses else ())),
        "by_flow": True,
    }
    return render(request, "maps/map.html", context)


def _file_mark(request: HttpRequest, instansi: str, edisi: str, peta: str, form: str, id: str | None = None) -> str:
    opened = open_edition(instansi, edisi)
    choice = overlays.choice_of(request, opened, pictures.known_map(opened.model, peta, id), id)
    said = "-".join(filter(None, (opened.revisi.id[:20], mark(), peta, id or "", form, choice.query.lstrip("?"))))
    return f'"{said}-{opened.pada}"' if choice.lapis else f'"{said}"'


@require_safe
@condition(etag_func=_file_mark)
def file(request: HttpRequest, instansi: str, edisi: str, peta: str, form: str, id: str | None = None) -> HttpResponse:
    """A map as a file to keep, with the overlay that the query chooses."""
    opened = open_edition(instansi, edisi)
    kind = pictures.known_map(opened.model, peta, id)
    if kind is None:
        raise Http404
    choice = overlays.choice_of(request, opened, kind, id)
    try:
        data = pictures.file(opened, kind, id, form, choice)
    except pictures.NoWay:
        raise Http404 from None
    response = HttpResponse(data, content_type=pictures.TYPES[form])
    name = f"{peta}--{id}" if id else peta
    name += f"--{choice.simbol.value.replace('_', '-')}" if choice.simbol else ""
    name += f"--{choice.lapis.slug}" if choice.lapis else ""
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def shown_map(request: HttpRequest, opened: Opened, page: str, slug: str, subject: str | None) -> dict[str, Any]:
    """Return picture, table, files, switches and overlay of a map; empty where nothing is there to be drawn.

    A drawing that fails is written to the log and said on the page: the text stays readable.
    """
    kind = pictures.known_map(opened.model, slug, subject)
    if kind is None:
        return {"picture": "", "table": None, "files": ()}
    choice = overlays.choice_of(request, opened, kind, subject)
    text = kind.describe(opened.model, subject)
    rows = table(text, opened.model, _links(opened, page, frozenset(), choice))
    links = _links(opened, page, rows.anchors, choice)
    context: dict[str, Any] = {
        "picture": "",
        "table": rows,
        "files": (),
        "choice": choice,
        "switches": overlays.switches(opened, kind, choice),
        "notations": overlays.notations(opened, kind, choice),
        "legend": overlays.legend_switch(choice),
        "revisions": overlays.revisions(opened, choice),
        "nodes": overlays.nodes(opened, subject, choice),
    }
    try:
        order = tuple(row.address for row in text.rows)
        pages, overlay = pictures.laid(opened, kind, subject, SCREEN, choice, listed=False)
        drawing = pictures.inline(opened, kind, subject, links, choice, order)
        unkept = drift.unkept(opened, kind, subject, choice.simbol)
    except pictures.NoWay as error:
        return {**context, "no_way": str(error), "undrawn": True}
    except Exception:
        logging.getLogger("probis.studio").exception("%s of %s could not be drawn", slug, subject)
        return {**context, "undrawn": True}
    width = max(scene.width for scene in pages)
    stem = f"{opened.base}gambar/{slug}" + (f"/{subject}" if subject else "")
    return {
        **context,
        "picture": mark_safe(drawing),
        "overlay": overlay,
        "unkept": unkept,
        "lines": overlays.lines(overlay, links) if overlay is not None else (),
        "least": max(1, min(50, math.floor(width * _LEAST_SCALE / _STEP))),
        "files": tuple((form, f"{stem}.{form}{choice.query}") for form in ("pdf", "png", "svg")),
    }


def _links(opened: Opened, page: str, anchors: frozenset[str], choice: overlays.Chosen) -> Callable[[str], str | None]:
    """Return what leads from a key in the drawing or table to a page, or to a row of this one.

    A lintas fungsi that is called is shown in the notation in which the calling one is.
    """
    model = opened.model
    notation = overlays.Chosen(simbol=choice.simbol).query

    def path(key: str) -> str | None:
        kind, _, rest = key.partition("/")
        alamat = f"{_OF_KEY[kind]}/{rest}" if kind in _OF_KEY else key
        if kind == "peta-relasi":
            return f"{opened.base}relasi/"
        if model.cari(alamat) is not None and page_of(model, alamat) != page:
            there, hash_, place = href(model, opened.base, alamat).partition("#")
            kept = notation if there.startswith(f"{opened.base}lintas-fungsi/") else ""
            return f"{there}{kept}{hash_}{place}"
        return f"#{alamat}" if alamat in anchors else None

    return path


def _above(opened: Opened, proses: Proses) -> list[tuple[str, str]]:
    line = list(reversed(opened.model.garis_induk(proses)))
    return [(p.kode or p.nama, "" if p is proses else f"{opened.base}proses/{p.id}/") for p in line]


def _views(model: PetaProsesBisnis, base: str, proses: Proses, page: str) -> tuple[View, ...]:
    own = f"proses/{proses.id}"
    first = "Sub proses" if model.anak(proses.id) else "Masukan dan keluaran"
    maps = model.peta_dari(proses.id)
    views = [View(first, f"{base}{own}/", page == own)]
    for peta in maps:
        name = "Lintas fungsi" if len(maps) == 1 else f"Lintas fungsi, {peta.varian}: {peta.id}"
        views.append(View(name, f"{base}lintas-fungsi/{peta.id}/", page == f"lintas-fungsi/{peta.id}"))
    return tuple(views) if len(views) > 1 else ()


def _title(model: PetaProsesBisnis, peta: LintasFungsi) -> str:
    proses = model.cari_proses(peta.proses)
    return proses.nama if proses is not None else peta.id
