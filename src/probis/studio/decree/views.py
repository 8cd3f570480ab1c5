"""Requests for the decree of an edition to its page, and to the decree as PDF."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import condition, require_safe

from probis.documents import document, writer
from probis.law.peraturan import cari_peraturan, nama_lengkap
from probis.model import Peraturan
from probis.studio.body.frame import frame, page_findings
from probis.studio.body.kept import Kept, kept_on_disk
from probis.studio.body.opened import Opened, open_edition
from probis.studio.config.build import mark

_FORMS = {
    "keputusan_gubernur": "Keputusan Gubernur",
    "keputusan_bupati": "Keputusan Bupati",
    "keputusan_wali_kota": "Keputusan Wali Kota",
    "keputusan_menteri": "Keputusan Menteri",
    "keputusan_kepala": "Keputusan Kepala",
}
_PAPERS: Kept[bytes] = Kept(8)


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
        "form": _FORMS.get(kept.bentuk, "Keputusan") if kept else "Keputusan",
        "cited": [_cited(opened, each) for each in kept.mengingat] if kept else [],
        "revoked": [_cited(opened, each) for each in kept.mencabut] if kept else [],
        "printable": kept is not None and document("keputusan") is not None,
        "findings": page_findings(opened, "keputusan"),
    }
    return render(request, "decree/decree.html", context)


def _paper_mark(request: HttpRequest, instansi: str, edisi: str) -> str:
    opened = open_edition(instansi, edisi)
    return f'"{opened.revisi.id[:20]}-{mark()}-{opened.pada}"'


@require_safe
@condition(etag_func=_paper_mark)
def paper(request: HttpRequest, instansi: str, edisi: str) -> HttpResponse:
    """The decree as PDF, laws judged by today where the decree has no date."""
    opened = open_edition(instansi, edisi)
    if opened.model.keputusan is None or document("keputusan") is None:
        raise Http404
    key = f"keputusan {opened.revisi.id} {opened.pada} {mark()}"
    data = _PAPERS.get(key, lambda: kept_on_disk(key, lambda: _printed(opened)))
    response = HttpResponse(data, content_type="application/pdf")
    name = f"keputusan--{opened.instansi}--{opened.edisi}.pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _printed(opened: Opened) -> bytes:
    from probis.paper.render.pdf import render as to_pdf

    return to_pdf(writer("keputusan")(opened.model, None, pada=opened.pada))


def _cited(opened: Opened, id: str) -> Cited:
    own = opened.model.cari(f"peraturan/{id}")
    found = own if isinstance(own, Peraturan) else cari_peraturan(id)
    return Cited(f"peraturan/{id}", nama_lengkap(found) if found is not None else id, found is not None)
