"""Requests for the list of bodies and for the search to their pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from probis.model import Jabatan, PetaProsesBisnis, Pihak, Produk, Proses, Tingkat, UnitKerja, Unsur
from probis.studio.body.addresses import href, name_of
from probis.studio.body.frame import Chip, chips, count_usulan
from probis.studio.body.opened import Opened, Unread, all_editions, readable_editions
from probis.studio.body.tree import levels

MOST_FOUND = 200
LONGEST_QUERY = 100

_KINDS: dict[type[Unsur], str] = {
    Proses: "Proses",
    UnitKerja: "Unit",
    Jabatan: "Jabatan",
    Pihak: "Pihak",
    Produk: "Produk",
}
_ORDER = ("Proses", "Langkah", "Unit", "Jabatan", "Pihak", "Produk")
"""What is searched, the most sought first. A lintas fungsi is found by its process."""


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
    found = 0
    for opened in readable_editions() if words else ():
        hits = sorted(_hits(opened, words), key=lambda hit: _ORDER.index(hit.kind))
        found += len(hits)
        if hits:
            groups.append((opened, hits[:MOST_FOUND]))
    context = {"query": query, "groups": groups, "found": found, "most": MOST_FOUND}
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
            place = _first_flow(model, element.id) if isinstance(element, Produk) else alamat
            yield Hit(kind, name, _detail(model, element), href(model, opened.base, place))


def _first_flow(model: PetaProsesBisnis, produk: str) -> str:
    """Return the address of the first flow of a product, else that of the product."""
    flows = (f"aliran/{aliran.id}" for aliran in model.aliran if aliran.produk == produk)
    return next(flows, f"produk/{produk}")


def _is_step(alamat: str) -> bool:
    return alamat.count("/") == 2


def _detail(model: PetaProsesBisnis, element: object) -> str:
    if isinstance(element, Proses):
        return model.sebutan(model.pemilik(element))
    if isinstance(element, UnitKerja | Pihak) and element.nama_singkat:
        return element.nama_singkat
    return model.sebutan(element.unit) if isinstance(element, Jabatan) else ""
