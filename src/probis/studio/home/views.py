"""Requests for the list of bodies and for the search to their pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from probis.model import Jabatan, LintasFungsi, PetaProsesBisnis, Pihak, Produk, Proses, Tingkat, UnitKerja, Unsur
from probis.studio.body.addresses import href, name_of
from probis.studio.body.frame import Chip, chips, count_usulan
from probis.studio.body.opened import Opened, Unread, all_editions, readable_editions
from probis.studio.body.tree import levels

MOST_FOUND = 200
LONGEST_QUERY = 100

_KINDS: dict[type[Unsur], str] = {
    Proses: "Proses",
    LintasFungsi: "Lintas fungsi",
    UnitKerja: "Unit",
    Jabatan: "Jabatan",
    Pihak: "Pihak",
    Produk: "Produk",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One edition in the list."""

    opened: Opened
    chips: tuple[Chip, ...]
    levels: tuple[tuple[Tingkat, int], ...]
    usulan: int
    processes: int
    maps: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its kind, name, what more is said of it, and its path."""

    kind: str
    name: str
    detail: str
    path: str


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The list of bodies with their maps by period."""
    bodies: dict[str, list[Line | Unread]] = {}
    for each in all_editions():
        name, line = (each.nama, each) if isinstance(each, Unread) else (each.model.instansi.nama, _line(each))
        bodies.setdefault(name, []).append(line)
    return render(request, "home/home.html", {"bodies": bodies})


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Everything whose code or name holds all words of `?q=`."""
    query = " ".join(request.GET.get("q", "").split())[:LONGEST_QUERY]
    words = query.casefold().split()
    groups = []
    left = MOST_FOUND
    for opened in readable_editions() if words else ():
        hits = []
        for hit in _hits(opened, words):
            if not left:
                break
            hits.append(hit)
            left -= 1
        if hits:
            groups.append((opened, hits))
    found = sum(len(hits) for _, hits in groups)
    context = {"query": query, "groups": groups, "found": found, "more": not left}
    return render(request, "home/search.html", context)


def _line(opened: Opened) -> Line:
    model = opened.model
    usulan, _ = count_usulan(model)
    found = levels(opened.open_findings)
    return Line(opened, chips(opened), found, usulan, len(model.proses), len(model.lintas_fungsi))


def _hits(opened: Opened, words: list[str]) -> Iterator[Hit]:
    model = opened.model
    for alamat, element in model.unsur():
        kind = _KINDS.get(type(element)) if isinstance(element, Unsur) else None
        if kind is None:
            kind = "Langkah" if alamat.startswith("lintas-fungsi/") and _is_step(alamat) else None
        if kind is None:
            continue
        name = name_of(model, alamat)
        if all(word in name.casefold() for word in words):
            yield Hit(kind, name, _detail(model, element), href(model, opened.base, alamat))


def _is_step(alamat: str) -> bool:
    return alamat.count("/") == 2


def _detail(model: PetaProsesBisnis, element: object) -> str:
    if isinstance(element, Proses):
        return model.sebutan(model.pemilik(element))
    if isinstance(element, UnitKerja | Pihak) and element.nama_singkat:
        return element.nama_singkat
    return model.sebutan(element.unit) if isinstance(element, Jabatan) else ""
