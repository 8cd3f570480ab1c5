"""Requests for decrees to be read: the drop zone, a reading under way, its report, and the draft made a body."""

import base64
import hashlib
import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probis.interchange import yaml
from probis.store.folder import FolderError, read_folder
from probis.studio.reading.uploads import SUFFIXES, Refused, State, Upload, find, latest, take
from probis.studio.revisions.loading import load
from probis.studio.revisions.models import Edisi

_LEVELS = ("galat", "peringatan", "catatan")
_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


@require_http_methods(["GET", "HEAD", "POST"])
def drop(request: HttpRequest) -> HttpResponse:
    """The drop zone with the readings so far; a POST takes the file and leads to its page."""
    refused = ""
    if request.method == "POST":
        file = request.FILES.get("naskah")
        try:
            if file is None:
                raise Refused("Pilih satu berkas dahulu.")
            return redirect("reading", sha256=take(str(file.name), file.chunks()).sha256)
        except Refused as reason:
            refused = str(reason)
    context = {"uploads": latest(), "refused": refused, "accept": ",".join(f".{each}" for each in SUFFIXES)}
    return render(request, "reading/drop.html", context, status=400 if refused else 200)


@require_GET
def reading(request: HttpRequest, sha256: str) -> HttpResponse:
    """How far a reading is; when it is done, what was read, what contradicts itself, and what is open."""
    return _shown(request, _upload(sha256))


@require_GET
def page(request: HttpRequest, sha256: str) -> HttpResponse:
    """The whole report, text and understanding side by side, allowed its own style and nothing else."""
    data = _upload(sha256).page()
    if not data:
        raise Http404
    hashes = (base64.b64encode(hashlib.sha256(style).digest()).decode() for style in _STYLE.findall(data))
    allowed = " ".join(f"'sha256-{each}'" for each in hashes) or "'none'"
    response = HttpResponse(data)
    response["Content-Security-Policy"] = (
        f"default-src 'none'; style-src {allowed}; base-uri 'none'; form-action 'none'"
    )
    return response


@require_POST
def adopt(request: HttpRequest, sha256: str) -> HttpResponse:
    """Make the draft a body of its own; an edition that is there already is never touched."""
    upload = _upload(sha256)
    if upload.state is not State.READ:
        return redirect("reading", sha256=sha256)
    try:
        parts = read_folder(upload.draft)
    except FolderError:
        return _shown(request, upload, "Rancangannya tidak terbaca lagi. Unggah ulang naskahnya.")
    bacaan = yaml.read(parts)
    if bacaan.nilai is None:
        return _shown(request, upload, "Rancangan ini belum dapat dibuka sebagai peta.")
    instansi, periode = bacaan.nilai.instansi, bacaan.nilai.instansi.periode
    kode = f"{periode.awal}-{periode.akhir}"
    if Edisi.objects.filter(instansi__kode=instansi.id, kode=kode).exclude(kepala=None).exists():
        return _shown(
            request, upload, f"Peta {instansi.nama} {kode} sudah ada, jadi tidak diubah.", f"/{instansi.id}/{kode}/"
        )
    made = load(parts, bacaan, when=timezone.now(), why=f"rancangan yang dibaca dari {upload.nama}")
    return redirect(f"/{made.instansi}/{made.edisi}/")


def _upload(sha256: str) -> Upload:
    found = find(sha256)
    if found is None:
        raise Http404
    return found


def _shown(request: HttpRequest, upload: Upload, problem: str = "", link: str = "") -> HttpResponse:
    context: dict[str, object] = {"upload": upload, "problem": problem, "link": link}
    if upload.state is State.READ:
        report = upload.report()
        groups = [(level, [each for each in report["temuan"] if each["tingkat"] == level]) for level in _LEVELS]
        asked = [each for each in report["usul"] if not each["putusan"]]
        context |= {"report": report, "groups": groups, "asked": asked}
    return render(request, "reading/reading.html", context, status=409 if problem else 200)
