"""Requests for the documents of an edition to their list, to the preview of one, and to its files."""

import logging
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import condition, require_safe

from probis.documents import Document, Keadaan, NotWritable, document
from probis.model import PetaProsesBisnis
from probis.paper import Image
from probis.paper.render.html import stylesheet
from probis.studio.body.addresses import href
from probis.studio.body.frame import frame, is_decreed
from probis.studio.body.kept import StillMaking
from probis.studio.body.opened import Opened, emblem_of, open_edition
from probis.studio.config.build import mark
from probis.studio.maps import overlays
from probis.studio.papers import made
from probis.studio.papers.offered import Offer, Wish, offer, offers, states, subjects, writable

AGAIN = 3
"""Seconds after which a page that waits for its document asks again."""
_MOST_REVISIONS = 30


@require_safe
def listed(request: HttpRequest, instansi: str, edisi: str) -> HttpResponse:
    """The page Dokumen: those of the body, then those of each process and lintas fungsi."""
    opened = open_edition(instansi, edisi)
    several: list[tuple[Document, tuple[Offer, ...]]] = [
        (each, tuple(offer(opened, Wish(each, subject)) for subject, _ in subjects(opened.model, each)))
        for each in writable(opened)
        if each.subject != "instansi"
    ]
    context = {
        **frame(opened, "dokumen", crumbs=[("Dokumen", "")]),
        "own": offers(opened, "instansi"),
        "several": [(each, found) for each, found in several if found],
    }
    return render(request, "papers/papers.html", context)


def _mark(
    request: HttpRequest, instansi: str, edisi: str, nama: str, id: str | None = None, form: str = made.PREVIEW
) -> str:
    opened = open_edition(instansi, edisi)
    wish = _wished(request, opened, nama, id)
    return f'"{opened.revisi.id[:20]}-{mark()}-{opened.pada}-{wish.stem}-{form}-{wish.query.lstrip("?")}"'


@require_safe
def preview(request: HttpRequest, instansi: str, edisi: str, nama: str, id: str | None = None) -> HttpResponse:
    """The page of one document, as it will stand on paper."""
    opened = open_edition(instansi, edisi)
    return _page(request, opened, _wished(request, opened, nama, id))


@require_safe
@condition(etag_func=_mark)
def file(request: HttpRequest, instansi: str, edisi: str, nama: str, form: str, id: str | None = None) -> HttpResponse:
    """A document as a file to keep; the page of the document where it cannot be written, or not yet."""
    opened = open_edition(instansi, edisi)
    wish = _wished(request, opened, nama, id)
    if form not in wish.document.formats:
        raise Http404
    try:
        data = made.made(opened, wish, form, *_more(opened, wish))
    except Exception as error:
        return _unkept(_page(request, opened, wish, error))
    response = HttpResponse(data, content_type=made.TYPES[form])
    parts = (
        nama,
        id,
        opened.instansi,
        opened.edisi,
        wish.keadaan,
        f"dari-revisi-{wish.banding}" if wish.banding else "",
    )
    where = "inline" if form == "pdf" else "attachment"
    response.headers["Content-Disposition"] = f'{where}; filename="{"--".join(filter(None, parts))}.{form}"'
    return response


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """The style sheet of previews; its address changes with the program."""
    response = HttpResponse(stylesheet(), content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def _wished(request: HttpRequest, opened: Opened, nama: str, subject: str | None) -> Wish:
    """Return what a request asks for; what its query does not know is as if it were not said. Raises Http404."""
    found = document(nama)
    if found not in writable(opened) or subject not in dict(subjects(opened.model, found)):
        raise Http404
    keadaan = next((each for each in found.states if each.value == request.GET.get("keadaan")), None)
    banding = 0
    if found.compares:
        asked = request.GET.get("banding", "")
        nomor = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 9 else 0
        banding = nomor if 0 < nomor < opened.nomor else opened.nomor - 1
    return Wish(found, subject, None if keadaan is _usual(opened) else keadaan, banding)


def _usual(opened: Opened) -> Keadaan:
    """Return the state that the model gives where none is asked for."""
    return Keadaan.DITETAPKAN if is_decreed(opened.model.keputusan) else Keadaan.RANCANGAN


def _more(opened: Opened, wish: Wish) -> tuple[PetaProsesBisnis | None, Image | None]:
    """Return what the document needs beside the model: the older model, and the emblem."""
    lama = overlays.older(opened, wish.banding) if wish.banding else None
    return lama, emblem_of(opened) if wish.document.emblem else None


def _page(request: HttpRequest, opened: Opened, wish: Wish, error: Exception | None = None) -> HttpResponse:
    """The page of a document with its preview, or with why there is none: `error` is what its file failed with."""
    shown = ""
    if error is None:
        try:
            shown = made.made(opened, wish, made.PREVIEW, *_more(opened, wish)).decode()
        except Exception as failed:
            error = failed
    status, why = _told(wish, error)
    offered = offer(opened, wish)
    about = f"{wish.document.subject}/{wish.subject}" if wish.subject else ""
    newest = range(opened.nomor - 1, max(0, opened.nomor - 1 - _MOST_REVISIONS), -1)
    context = {
        **frame(opened, "dokumen", crumbs=[("Dokumen", f"{opened.base}dokumen/"), (wish.document.title, "")]),
        **why,
        "offer": offered,
        "about": href(opened.model, opened.base, about) if about else "",
        "states": [(name, other.query or "?", current) for name, other, current in states(wish, _usual(opened))],
        "keadaan": wish.keadaan,
        "banding": wish.banding,
        "revisions": sorted({*newest, wish.banding}, reverse=True) if wish.banding else (),
        "paper": mark_safe(shown),
    }
    response = render(request, "papers/paper.html", context, status=status)
    if status == 202:
        response.headers["Refresh"] = str(AGAIN)
    return response


def _told(wish: Wish, error: Exception | None) -> tuple[int, dict[str, Any]]:
    """Return the status of a page and what it says in the place of a document that failed with `error`."""
    match error:
        case None:
            return 200, {}
        case Http404():
            raise error
        case NotWritable():
            return 409, {"reason": str(error)}
        case StillMaking():
            return 202, {"waiting": True}
        case _:
            logging.getLogger("probis.studio").error("%s could not be written", wish.stem, exc_info=error)
            return 500, {"failed": True}


def _unkept(response: HttpResponse) -> HttpResponse:
    """The response as no browser keeps it: it bears the mark of a file that is still to come."""
    response.headers["Cache-Control"] = "no-store"
    return response
