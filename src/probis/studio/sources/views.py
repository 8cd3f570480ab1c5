"""Requests for the sources of an edition to their page, and for a file that came along to its bytes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import condition, require_safe

from probis.model import JenisSumber, PetaProsesBisnis, Sumber, Unsur
from probis.studio.body.addresses import href, map_name, name_of
from probis.studio.body.frame import count_usulan, frame
from probis.studio.body.opened import Opened, attached, open_edition

_WORDS = {
    JenisSumber.KEPUTUSAN: "Keputusan yang dibaca",
    JenisSumber.PERATURAN: "Peraturan",
    JenisSumber.WAWANCARA: "Wawancara",
    JenisSumber.DOKUMEN: "Dokumen lain",
    JenisSumber.USULAN: "Usulan, belum dikonfirmasi",
}


_SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""Pictures that a browser shows and that hold no script; all else is only given as a file to keep."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with the document: its name, its path in the studio, its size in bytes, and where it stood."""

    name: str
    path: str
    size: int
    where: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Share:
    """How many elements rest on a kind of source; `percent` of all that name one or not."""

    word: str
    number: int
    percent: int
    usulan: bool = False


@dataclass(frozen=True, slots=True)
class Proposals:
    """The elements of one kind of which the same fields ("" for all of it) are proposed on the same ground."""

    fields: str
    ground: str
    elements: tuple[tuple[str, str], ...]


@require_safe
def sources(request: HttpRequest, instansi: str, edisi: str) -> HttpResponse:
    """The page Sumber."""
    opened = open_edition(instansi, edisi)
    usulan, total = count_usulan(opened.model)
    context = {
        **frame(opened, "sumber", tab="sumber", crumbs=[("Sumber", "")]),
        "shares": tuple(_shares(opened.model)),
        "usulan": usulan,
        "total": total,
        "percent": _percent(usulan, total),
        "maps": tuple(_maps(opened)),
        "proposals": _proposals(opened),
        "attached": tuple(_attached(opened)),
        "naskah": [(each, _quotations(opened, each.nama)) for each in opened.naskah],
    }
    return render(request, "sources/sources.html", context)


def _mark(request: HttpRequest, instansi: str, edisi: str, id: str) -> str:
    berkas = next((each for each in open_edition(instansi, edisi).model.berkas if each.id == id), None)
    return f'"{berkas.sha256}"' if berkas is not None else '""'


@require_safe
@condition(etag_func=_mark)
def file(request: HttpRequest, instansi: str, edisi: str, id: str) -> HttpResponse:
    """A file that came along with the document, as it was; a picture is shown, anything else is to be kept."""
    opened = open_edition(instansi, edisi)
    berkas = next((each for each in opened.model.berkas if each.id == id), None)
    data = attached(opened, berkas.nama) if berkas is not None else None
    if berkas is None or data is None:
        raise Http404
    shown = berkas.jenis in _SHOWN
    response = HttpResponse(data, content_type=berkas.jenis if shown else "application/octet-stream")
    name = PurePosixPath(berkas.nama).name
    response["Content-Disposition"] = content_disposition_header(not shown, name) or "attachment"
    return response


def _attached(opened: Opened) -> Iterator[Attached]:
    """Yield the files of the document that the revision holds."""
    for berkas in opened.model.berkas:
        if berkas.nama in opened.revisi.bagian:
            source = berkas.sumber[0] if berkas.sumber else None
            where = f"baris {source.baris}" if source is not None and source.baris else ""
            name = PurePosixPath(berkas.nama).name
            path = f"{opened.base}berkas/{berkas.id}"
            yield Attached(name, path, berkas.ukuran, where, berkas.jenis in _SHOWN)


def _shares(model: PetaProsesBisnis) -> Iterator[Share]:
    """Yield each kind of source with the elements that rest on it, those of the lintas fungsi included."""
    kinds: Counter[JenisSumber | None] = Counter()
    for alamat, element in model.unsur():
        steps = alamat.split("/")
        if not isinstance(element, Unsur):
            continue
        peta = model.cari_lintas_fungsi(steps[1]) if len(steps) == 3 else None
        simpul = peta.cari_simpul(steps[2]) if peta is not None else None
        if peta is not None and simpul is not None:
            source = peta.sumber_simpul(simpul)
        elif len(steps) <= 2:
            source = element.sumber_bidang()
        else:
            continue
        kinds[source.jenis if source is not None else None] += 1
    total = sum(kinds.values())
    for kind, word in _WORDS.items():
        if kinds[kind]:
            yield Share(word, kinds[kind], _percent(kinds[kind], total), kind is JenisSumber.USULAN)
    if kinds[None]:
        yield Share("Sumber belum dicatat", kinds[None], _percent(kinds[None], total))


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def _maps(opened: Opened) -> Iterator[tuple[str, str, int, int]]:
    """Yield each lintas fungsi with a proposal: name, path, proposed nodes, all nodes."""
    for peta in opened.model.lintas_fungsi:
        proposed = sum(peta.simpul_usulan(simpul) for simpul in peta.simpul)
        if proposed:
            path = href(opened.model, opened.base, f"lintas-fungsi/{peta.id}")
            yield map_name(opened.model, peta), path, proposed, len(peta.simpul)


def _proposals(opened: Opened) -> list[tuple[str, int, list[Proposals]]]:
    """Return what is proposed outside the lintas fungsi: kind, number of elements, and the elements by ground."""
    kinds: dict[str, dict[tuple[str, str], list[tuple[str, str]]]] = {}
    for alamat, element in opened.model.unsur():
        if not isinstance(element, Unsur) or alamat.count("/") > 1:
            continue
        for sumber in element.sumber_dipakai():
            if sumber.jenis is JenisSumber.USULAN:
                fields = ", ".join(field.replace("_", " ") for field in sumber.untuk)
                grounds = kinds.setdefault(alamat.split("/")[0], {})
                link = (name_of(opened.model, alamat), href(opened.model, opened.base, alamat))
                grounds.setdefault((fields, _ground(sumber)), []).append(link)
    return [(kind.replace("-", " "), *_by_ground(grounds)) for kind, grounds in kinds.items()]


def _by_ground(grounds: Mapping[tuple[str, str], list[tuple[str, str]]]) -> tuple[int, list[Proposals]]:
    distinct = {path for links in grounds.values() for _, path in links}
    return len(distinct), [Proposals(fields, ground, tuple(links)) for (fields, ground), links in grounds.items()]


def _ground(sumber: Sumber) -> str:
    lines = f"baris {sumber.baris}" if sumber.baris else ""
    return ", ".join(part for part in (sumber.acuan, lines, sumber.oleh) if part)


def _quotations(opened: Opened, nama: str) -> list[tuple[str, str, str, str, str]]:
    """Return the quotations of a document: line, text, what it is taken for, the element's name and path."""
    out = []
    for naskah in opened.naskah:
        if naskah.nama == nama:
            for each in naskah.kutipan:
                known = bool(each.tentang) and opened.model.cari(each.tentang) is not None
                name = name_of(opened.model, each.tentang) if known else ""
                path = href(opened.model, opened.base, each.tentang) if known else ""
                out.append((each.baris, each.teks, each.sebagai.replace("_", " "), name, path))
    return out
