"""Requests for decrees to be read: the drop zone, a reading under way, its report, decisions, and the draft adopted."""

import io
import re
import zipfile
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from probis.model import Tingkat
from probis.reading.shape import LaporanRows
from probis.studio.body.opened import WEIGHT
from probis.studio.reading import jobs, shown
from probis.studio.reading.adopting import Refusal, Wish, adopt
from probis.studio.reading.child import Step
from probis.studio.reading.uploads import (
    OLD_DAYS,
    SUFFIXES,
    Refused,
    State,
    Upload,
    became,
    decide,
    decisions,
    find,
    listed,
)

VIEWS = ("teks", "belum", "temuan", "usul", "rancangan")
MOST_LISTED = 200
PATIENCE = 60.0
"""Seconds for which the adoption of a draft waits for decisions that are being worked in."""
_WHO = "nama"
"""The cookie that holds the name a person gave, so that nobody types it twice."""
_STEPS = {
    Step.READING: "Membaca naskah",
    Step.UNDERSTANDING: "Memahami isinya",
    Step.DRAFTING: "Menyusun rancangan peta",
    Step.CHECKING: "Memeriksa pertentangan",
}


# The drop zone -------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def drop(request: HttpRequest) -> HttpResponse:
    """The drop zone with the readings so far; a POST takes the file and leads to its page."""
    refused = ""
    if request.method == "POST":
        file = request.FILES.get("naskah")
        try:
            if file is None:
                raise Refused("Pilih satu berkas dahulu.")
            return redirect(jobs.taken(str(file.name), file.chunks()).path)
        except Refused as reason:
            refused = str(reason)
        except OSError:
            refused = "Studio tidak dapat menyimpan berkas ini: periksa ruang cakramnya."
    uploads = listed()
    context = {
        "uploads": [(each, each.short() if each.result is not None else None) for each in uploads[:MOST_LISTED]],
        "more": max(0, len(uploads) - MOST_LISTED),
        "size": sum(each.ukuran for each in uploads),
        "old": sum(each.old for each in uploads),
        "old_days": OLD_DAYS,
        "refused": refused,
        "accept": ",".join(f".{each}" for each in SUFFIXES),
        "gone": request.GET.get("hapus") == "1",
    }
    return render(request, "reading/drop.html", context, status=400 if refused else 200)


@require_POST
def delete(request: HttpRequest, sha256: str) -> HttpResponse:
    """Forget a file and what was read in it."""
    jobs.forget(_upload(sha256).sha256)
    return redirect("/baca/?hapus=1")


@require_POST
def again(request: HttpRequest, sha256: str) -> HttpResponse:
    """Read a file once more; the decisions on it hold."""
    upload = _upload(sha256)
    jobs.again(upload.sha256, anew=True)
    return redirect(upload.path)


# The report ----------------------------------------------------------------------------------------------------------


@require_safe
def reading(request: HttpRequest, sha256: str) -> HttpResponse:
    """How far a reading is; when it is done, its report, by what `?tampil=` names."""
    return _shown(request, _upload(sha256))


@dataclass(frozen=True, slots=True)
class _Stage:
    """A step of the work: its words, "done", "now" or "next", and a remark."""

    words: str
    state: str
    remark: str = ""


def _stages(upload: Upload) -> dict[str, object]:
    told = jobs.told(upload.sha256)
    steps = list(Step)
    now = steps.index(Step(told["langkah"])) if told is not None else -1
    done, of = (told["selesai"], told["dari"]) if told is not None else (0, 0)
    remark = ""
    if told is not None and of:
        remark = f"halaman {_dotted(done)} dari {_dotted(of)}" if done else f"{_dotted(of)} baris"
    stages = [
        _Stage(_STEPS[step], "done" if at < now else "now" if at == now else "next", remark if at == now else "")
        for at, step in enumerate(steps)
    ]
    return {"stages": stages, "waiting": told is None, "done": done, "of": of if done else 0}


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _shown(
    request: HttpRequest,
    upload: Upload,
    refusal: Refusal | None = None,
    wish: Wish | None = None,
    view: str = "",
) -> HttpResponse:
    context: dict[str, object] = {"upload": upload, "refusal": refusal}
    if upload.state is State.READING:
        context |= _stages(upload)
    if upload.state is not State.READ:
        return render(request, "reading/under_way.html", context)
    asked = request.GET.get("tampil", "")
    view = view or (asked if asked in VIEWS else VIEWS[0])
    report = upload.report()
    proposals = shown.proposals(report, decisions(upload.sha256))
    open_ = [each for each in proposals if not each.decided]
    opens = shown.lines(report, only_open=True)
    busy = jobs.busy(upload.sha256)
    if busy:
        context |= _stages(upload)
    context |= {
        "busy": busy,
        "report": report,
        "short": upload.short(),
        "view": view,
        "open": open_,
        "decided": len(proposals) - len(open_),
        "unread": len(opens),
        "levels": _levels(report),
        "refresh": busy and view not in ("usul", "rancangan"),
    }
    match view:
        case "teks":
            context |= _text(request, report, proposals)
        case "belum":
            chosen = shown.part(opens, _number(request, "hal"), shown.LINES)
            context |= {"part": chosen, "rows": list(shown.rows(report, chosen.items, proposals))}
        case "temuan":
            context |= _findings(request, report)
        case "usul":
            context |= _proposals(request, proposals)
        case _:
            context |= _adoption(request, upload, report, wish)
    return render(
        request, f"reading/{view if view != 'belum' else 'teks'}.html", context, status=409 if refusal else 200
    )


def _levels(report: LaporanRows) -> list[tuple[Tingkat, int]]:
    counted = {tingkat: sum(each["tingkat"] == tingkat for each in report["temuan"]) for tingkat in Tingkat}
    return [(tingkat, number) for tingkat, number in counted.items() if number]


def _text(request: HttpRequest, report: LaporanRows, proposals: tuple[shown.Asked, ...]) -> dict[str, object]:
    chosen = shown.lines(report)
    wanted = _number(request, "baris")
    number = _number(request, "hal")
    if wanted:
        number = shown.part_with(chosen, lambda each: each["nomor"] >= wanted, shown.LINES)
    part = shown.part(chosen, number, shown.LINES)
    return {"part": part, "rows": list(shown.rows(report, part.items, proposals))}


def _findings(request: HttpRequest, report: LaporanRows) -> dict[str, object]:
    level = request.GET.get("tingkat", "")
    found = [each for each in shown.findings(report) if level not in list(Tingkat) or each.level == level]
    found.sort(key=lambda each: (WEIGHT[each.level], each.row["baris"] or 0, each.number))
    number = _number(request, "hal")
    if wanted := _number(request, "nomor"):
        number = shown.part_with(found, lambda each: each.number == wanted, shown.FINDINGS)
    return {"part": shown.part(found, number, shown.FINDINGS), "level": level if level in list(Tingkat) else ""}


def _proposals(request: HttpRequest, proposals: tuple[shown.Asked, ...]) -> dict[str, object]:
    decided = request.GET.get("putus") == "1"
    number = _number(request, "hal")
    if (wanted := request.GET.get("usul", "")) and (asked := next((p for p in proposals if p.id == wanted), None)):
        decided = asked.decided
    chosen = [each for each in proposals if each.decided is decided]
    if wanted:
        number = shown.part_with(chosen, lambda each: each.id == wanted, shown.PROPOSALS)
    new = request.GET.get("baru", "")
    return {
        "part": shown.part(chosen, number, shown.PROPOSALS),
        "decided_ones": decided,
        "just": next((each for each in proposals if each.id == new and each.decided), None),
        "accepted": _number(request, "diterima"),
        "scores": [(score, number) for score in (95, 90, 80, 70) if (number := len(shown.above(proposals, score)))],
    }


def _adoption(request: HttpRequest, upload: Upload, report: LaporanRows, wish: Wish | None) -> dict[str, object]:
    short = upload.short()
    who = unquote(request.COOKIES.get(_WHO, ""))[:100]
    own = Wish(short["kode"], short["nama"], str(short["awal"]), str(short["akhir"]), who)
    return {"wish": wish or own, "gone": [each for each in report["usul"] if each["usang"]]}


def _number(request: HttpRequest, name: str) -> int:
    said = request.GET.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 9 else 0


# Decisions and adoption ----------------------------------------------------------------------------------------------


@require_POST
def decided(request: HttpRequest, sha256: str) -> HttpResponse:
    """Keep decisions: `pilih` is "id key" ("id" alone takes one back), `isian` what was filled in.

    `semua` is the least score that is accepted in all that is open.
    """
    upload = _upload(sha256)
    if upload.state is not State.READ:
        return redirect(upload.path)
    back: dict[str, str | int] = {"tampil": "usul"}
    if request.POST.get("putus") == "1":
        back["putus"] = 1
    if (page := request.POST.get("hal", "")).isdigit():
        back["hal"] = page[:8]
    id_, _, key = request.POST.get("pilih", "").partition(" ")
    proposals = shown.proposals(upload.report(), decisions(sha256))
    anchor = ""
    if id_:
        decide(upload, {id_: key}, request.POST.get("isian", "")[:1000])
        ids = [each.id for each in proposals if each.decided is ("putus" in back)]
        at = ids.index(id_) if id_ in ids else 0
        anchor = f"#u-{ids[at + 1]}" if at + 1 < len(ids) else ""
        back["baru"] = id_ if key else ""
    else:
        score = request.POST.get("semua", "")
        made = shown.above(proposals, int(score)) if score.isascii() and score.isdigit() and len(score) < 4 else {}
        decide(upload, made)
        back["diterima"] = len(made)
    jobs.found(sha256)
    return redirect(f"{upload.path}?{urlencode({name: said for name, said in back.items() if said != ''})}{anchor}")


@require_POST
def made_body(request: HttpRequest, sha256: str) -> HttpResponse:
    """Make the draft a body of its own; an edition that is there already is never touched."""
    upload = _upload(sha256)
    if upload.state is not State.READ:
        return redirect(upload.path)
    wish = Wish(*(" ".join(request.POST.get(name, "").split()) for name in ("kode", "nama", "awal", "akhir", "oleh")))
    if upload.stale:
        jobs.again(sha256)
        jobs.wait(sha256, PATIENCE)
        upload = find(sha256) or upload
    late = Refusal("Putusan Anda masih dimasukkan ke rancangan. Tunggu sebentar, lalu coba lagi.", "")
    made = late if upload.stale else adopt(upload, wish, timezone.now())
    if isinstance(made, Refusal):
        return _remembered(_shown(request, upload, made, wish, "rancangan"), wish)
    became(sha256, made)
    return _remembered(redirect(made.path), wish)


def _remembered(response: HttpResponse, wish: Wish) -> HttpResponse:
    if wish.oleh:
        response.set_cookie(_WHO, quote(wish.oleh[:100]), max_age=31_536_000, httponly=True, samesite="Lax")
    return response


# Files ---------------------------------------------------------------------------------------------------------------


@require_safe
def report_file(request: HttpRequest, sha256: str) -> HttpResponse:
    """The report as a program reads it."""
    upload = _read(sha256)
    return _attached(
        (upload.result / "laporan.json").read_bytes() if upload.result else b"",
        "application/json; charset=utf-8",
        f"laporan-{upload.short()['kode']}.json",
    )


@require_safe
def draft_file(request: HttpRequest, sha256: str) -> HttpResponse:
    """The folder of the draft with its decisions, packed: `probis baca NASKAH --ke FOLDER --lanjut` goes on from it."""
    upload = _read(sha256)
    kode = upload.short()["kode"]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(each for each in upload.draft.rglob("*") if each.is_file()):
            name = zipfile.ZipInfo(f"{kode}/{path.relative_to(upload.draft).as_posix()}")
            name.external_attr = 0o644 << 16
            archive.writestr(name, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return _attached(packed.getvalue(), "application/zip", f"rancangan-{kode}.zip")


def _attached(data: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{re.sub(r"[^a-z0-9.-]", "-", name)}"'
    return response


def _read(sha256: str) -> Upload:
    upload = _upload(sha256)
    if upload.state is not State.READ:
        raise Http404
    return upload


def _upload(sha256: str) -> Upload:
    found = jobs.found(sha256)
    if found is None:
        raise Http404
    return found
