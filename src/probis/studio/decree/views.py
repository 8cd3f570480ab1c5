"""Requests for the decree of an edition to its page."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from probis.law.peraturan import cari_peraturan, nama_lengkap
from probis.model import Peraturan
from probis.studio.body.frame import frame, page_findings
from probis.studio.body.opened import Opened, open_edition
from probis.studio.papers.offered import offers


@dataclass(frozen=True, slots=True)
class Cited:
    """A regulation that the decree rests on or revokes; `name` is its id where nobody knows it."""

    anchor: str
    name: str
    known: bool


@require_safe
def decree(request: HttpRequest, instansi: str, edisi: str) -> HttpResponse:
    """The page Keputusan."""
    opened = open_edition(instansi, edisi)
    kept = opened.model.keputusan
    context = {
        **frame(opened, "keputusan", crumbs=[("Keputusan", "")]),
        "decree": kept,
        "form": f"{kept.bentuk.naskah} {kept.bentuk.jabatan}" if kept else "Keputusan",
        "cited": [_cited(opened, each) for each in kept.mengingat] if kept else [],
        "revoked": [_cited(opened, each) for each in kept.mencabut] if kept else [],
        "papers": offers(opened, "instansi"),
        "all_papers": f"{opened.base}dokumen/",
        "findings": page_findings(opened, "keputusan"),
    }
    return render(request, "decree/decree.html", context)


def _cited(opened: Opened, id: str) -> Cited:
    own = opened.model.cari(f"peraturan/{id}")
    found = own if isinstance(own, Peraturan) else cari_peraturan(id)
    return Cited(f"peraturan/{id}", nama_lengkap(found) if found is not None else id, found is not None)
