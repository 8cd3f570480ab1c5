"""Requests for the part Arah to its page: vision to objective, who serves each, and what is not linked yet."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from probis.model import PetaProsesBisnis, Unsur
from probis.studio.body.addresses import href
from probis.studio.body.frame import frame, page_findings
from probis.studio.body.opened import Opened, open_edition
from probis.studio.maps.views import shown_map


@dataclass(frozen=True, slots=True)
class Line:
    """One element of the cascade with its depth, and the processes that serve it by name and path."""

    anchor: str
    kind: str
    text: str
    level: int
    served_by: tuple[tuple[str, str], ...]
    answered_for: bool
    usulan: bool


@require_safe
def direction(request: HttpRequest, instansi: str, edisi: str) -> HttpResponse:
    """The page Arah."""
    opened = open_edition(instansi, edisi)
    arah = opened.model.arah
    context = {
        **frame(opened, "arah", crumbs=[("Arah", "")]),
        **shown_map(request, opened, "arah", "penjabaran-visi", None),
        "arah": arah,
        "borrowed": arah.dari is not None and (arah.dari.nama or arah.dari.instansi) != arah.dokumen,
        "cascade": tuple(_lines(opened)),
        "findings": page_findings(opened, "arah"),
        "unserved": _unserved(opened.model),
    }
    return render(request, "direction/direction.html", context)


def _lines(opened: Opened) -> Iterator[Line]:
    """Yield the cascade from above, each element once; those without a place above come last."""
    model, arah = opened.model, opened.model.arah
    serving = _serving(opened)

    def line(kind: str, element: Unsur, level: int) -> Line:
        text = str(getattr(element, "bunyi", "") or getattr(element, "nama", ""))
        served = serving.get(element.id, ())
        return Line(f"{kind}/{element.id}", kind, text, level, served, element.id in arah.dilayani, element.usulan())

    def measured(sasaran: str | None, level: int) -> Iterator[Line]:
        for indikator in arah.indikator:
            if indikator.sasaran == sasaran:
                yield line("indikator", indikator, level)

    def below(misi: str | None, level: int) -> Iterator[Line]:
        for tujuan in arah.tujuan:
            if (tujuan.misi if model.cari(f"misi/{tujuan.misi}") else None) == misi:
                yield line("tujuan", tujuan, level)
                for sasaran in arah.sasaran:
                    if sasaran.tujuan == tujuan.id:
                        yield line("sasaran", sasaran, level + 1)
                        yield from measured(sasaran.id, level + 2)

    if arah.visi is not None:
        yield line("visi", arah.visi, 0)
    for misi in arah.misi:
        yield line("misi", misi, 1)
        yield from below(misi.id, 2)
    yield from below(None, 1)
    for sasaran in arah.sasaran:
        if model.cari(f"tujuan/{sasaran.tujuan}") is None:
            yield line("sasaran", sasaran, 1)
            yield from measured(sasaran.id, 2)
    for area in arah.area:
        yield line("area", area, 1)
    for indikator in arah.indikator:
        if model.cari(f"sasaran/{indikator.sasaran}") is None:
            yield line("indikator", indikator, 1)


def _serving(opened: Opened) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return, by the id of what is served, the processes that serve it, without those under one that does."""
    found: dict[str, list[tuple[str, str]]] = {}
    for proses in opened.model.pohon():
        above = {served for upper in opened.model.garis_induk(proses)[1:] for served in upper.melayani}
        for id in proses.melayani:  # noqa: A001
            if id in above:
                continue
            path = href(opened.model, opened.base, f"proses/{proses.id}")
            found.setdefault(id, []).append((proses.kode or proses.nama, path))
    return {id: tuple(pairs) for id, pairs in found.items()}  # noqa: A001


def _unserved(model: PetaProsesBisnis) -> int:
    served = {id for proses in model.proses for id in proses.melayani}  # noqa: A001
    return sum(1 for id in model.arah.dilayani if id not in served)  # noqa: A001
