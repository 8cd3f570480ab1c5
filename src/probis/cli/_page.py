"""Findings to one HTML page that needs nothing else: by rule with why, source, place and repair, and on the maps."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from importlib.resources import files

from probis.cli._baseline import Compared
from probis.drawing.medium import SCREEN
from probis.drawing.overlay import Overlay
from probis.drawing.render.svg import svg
from probis.law.tanggal import tanggal_panjang
from probis.maps import Given, all_maps, find_overlay, overlaid
from probis.model import PetaProsesBisnis, Temuan, Tingkat
from probis.rules import all_rules

_SIGNS = {Tingkat.GALAT: "■", Tingkat.PERINGATAN: "▲", Tingkat.CATATAN: "○"}
_KINDS = {"error": Tingkat.GALAT, "warning": Tingkat.PERINGATAN, "info": Tingkat.CATATAN}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_OF_FORM = "Isi berkas menyimpang dari bentuk yang diminta, atau pengecualiannya perlu ditinjau."


def page(
    found: Iterable[Temuan],
    model: PetaProsesBisnis | None,
    pada: date,
    folder: str,
    compared: Compared | None = None,
) -> str:
    """Return the page; where the files are no model it holds no maps."""
    found = tuple(found)
    open_ = tuple(temuan for temuan in found if not temuan.dikecualikan)
    name = f"{model.instansi.nama} {model.instansi.periode}" if model is not None else folder
    new = {id(temuan) for temuan in compared.new} if compared is not None else set()
    groups = _grouped(open_)
    parts = [
        "<!doctype html>",
        '<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(f'Temuan {name}')}</title>",
        f"<style>{files('probis.cli').joinpath('_page.css').read_text(encoding='utf-8')}</style></head><body>",
        f"<header><h1>Temuan {escape(name)}</h1>",
        f'<p class="soft">Dinilai menurut aturan yang berlaku pada {escape(tanggal_panjang(pada))}.</p>',
        *_counts(open_, len(found) - len(open_), compared),
        "</header><main>",
        *_contents(groups),
        *(line for (tingkat, slug), group in groups for line in _rule(tingkat, slug, group, new)),
        *(_maps(model, open_, pada) if model is not None else ()),
        *_excused([temuan for temuan in found if temuan.dikecualikan]),
        *_gone(compared),
        "</main><footer class=small><p>Laporan Probis. Halaman ini tidak memuat skrip dan tidak mengambil apa pun dari "
        "jaringan.</p></footer></body></html>",
    ]
    return "\n".join(parts)


def _grouped(found: Iterable[Temuan]) -> list[tuple[tuple[Tingkat, str], list[Temuan]]]:
    groups: dict[tuple[Tingkat, str], list[Temuan]] = {}
    for temuan in found:
        groups.setdefault((temuan.tingkat, temuan.aturan), []).append(temuan)
    order = list(Tingkat)
    return sorted(groups.items(), key=lambda each: (order.index(each[0][0]), -len(each[1]), each[0][1]))


def _counts(open_: tuple[Temuan, ...], excused: int, compared: Compared | None) -> Iterator[str]:
    yield '<ul class="counts">'
    for tingkat in Tingkat:
        number = sum(temuan.tingkat is tingkat for temuan in open_)
        yield f'<li class="{tingkat}">{_SIGNS[tingkat]} <b>{number}</b>{tingkat}</li>'
    yield f'<li class="soft"><b>{excused}</b>dikecualikan</li>'
    if compared is not None:
        yield f'<li class="soft"><b>{len(compared.new)}</b>baru menurut acuan</li>'
        yield f'<li class="soft"><b>{len(compared.gone)}</b>tidak ada lagi</li>'
    yield "</ul>"
    if not open_:
        yield "<p>Tidak ada temuan.</p>"


def _contents(groups: list[tuple[tuple[Tingkat, str], list[Temuan]]]) -> Iterator[str]:
    if not groups:
        return
    yield '<nav aria-label="Daftar aturan"><ul class="contents">'
    for (tingkat, slug), group in groups:
        sign = f'<span class="{tingkat}" title="{tingkat}">{_SIGNS[tingkat]}</span>'
        link = f'<a href="#{tingkat}-{escape(slug)}">{escape(_title(slug))}</a>'
        yield f'<li>{sign} {link} <span class="soft">{len(group)}</span></li>'
    yield '</ul></nav><h2 id="temuan">Menurut aturan</h2>'


def _title(slug: str) -> str:
    rule = all_rules().get(slug)
    return rule.aturan.judul if rule is not None else "Isi berkas"


def _rule(tingkat: Tingkat, slug: str, group: list[Temuan], new: set[int]) -> Iterator[str]:
    rule = all_rules().get(slug)
    at = f"{tingkat}-{escape(slug)}"
    yield f'<section class="rule" id="{at}" aria-labelledby="h-{at}"><h3 id="h-{at}">{escape(_title(slug))}</h3>'
    places = f"{len(group)} tempat"
    yield f'<p class="small {tingkat}">{_SIGNS[tingkat]} {tingkat}, {places}</p><div class="two"><div>'
    yield f"<h4>Mengapa</h4><p>{_coded(rule.aturan.mengapa if rule is not None else _OF_FORM)}</p>"
    if rule is not None:
        yield f"<h4>Perbaikan</h4><p>{_coded(rule.aturan.perbaikan)}</p>"
        if rule.aturan.rujukan:
            cited = "".join(f"<li>{escape(each)}</li>" for each in rule.aturan.rujukan)
            yield f'<h4>Dasar</h4><ul class="places small">{cited}</ul>'
    yield f'<p class="small soft">Aturan {escape(slug)}</p></div><div><h4>Tempat</h4><ul class="places">'
    for temuan in group:
        mark = ' <span class="new">baru</span>' if id(temuan) in new else ""
        saran = f'<br><span class="soft">{_coded(temuan.saran)}</span>' if temuan.saran else ""
        yield f"<li>{_coded(temuan.pesan)}{mark}{saran}<br>{_place(temuan)}</li>"
    yield "</ul></div></div></section>"


def _place(temuan: Temuan) -> str:
    place = str(temuan.tempat) if temuan.tempat else temuan.alamat
    return f'<span class="place soft">{escape(place)}</span>'


def _coded(said: str) -> str:
    """Text as HTML, with what stands between backticks as code."""
    return re.sub(r"`([^`]*)`", r"<code>\1</code>", escape(said))


def _maps(model: PetaProsesBisnis, open_: tuple[Temuan, ...], pada: date) -> Iterator[str]:
    """The maps that hold findings, with their marks; one that shows the same as another, as a matrix, is left out."""
    lapis = find_overlay("temuan")
    if lapis is None or not open_:
        return
    given, headed = Given(model, temuan=open_, pada=pada), False
    for kind in all_maps():
        if kind.slug == "peta-relasi-matriks":
            continue
        for subject in kind.subjects(model):
            scenes, overlay = overlaid(lapis, given, kind, subject.id, SCREEN, listed=False)
            if not any(entry.refs for entry in overlay.entries):
                continue
            if not headed:
                yield '<h2 id="peta">Pada peta</h2>'
                headed = True
            title = f"{kind.kind.title}: {subject.title}" if subject.id else kind.kind.title
            yield f'<section class="map"><h3>{escape(title)}</h3>'
            for scene in scenes:
                name = escape(f"Gambar {title}", quote=True)
                yield f'<div class="draw" tabindex="0" role="region" aria-label="{name}">{svg(scene)}</div>'
            yield from _entries(overlay)
            yield "</section>"


def _entries(overlay: Overlay) -> Iterator[str]:
    yield '<ol class="places">'
    for number, entry in zip(overlay.numbers, overlay.entries, strict=True):
        tingkat = _KINDS[entry.kind]
        detail = f'<br><span class="soft">{escape(entry.detail)}</span>' if entry.detail else ""
        sign = f"{_SIGNS[tingkat]} {number}"
        yield f'<li><b class="{tingkat}">{sign}</b> {escape(entry.text)}{detail}</li>'
    yield "</ol>"


def _excused(found: list[Temuan]) -> Iterator[str]:
    if not found:
        return
    yield f'<h2 id="dikecualikan">Dikecualikan ({len(found)})</h2><ul class="places">'
    for temuan in found:
        reason = f'<br><span class="soft">Alasan: {escape(temuan.alasan)}</span>'
        yield f"<li>{_coded(temuan.pesan)}{reason}<br>{_place(temuan)}</li>"
    yield "</ul>"


def _gone(compared: Compared | None) -> Iterator[str]:
    if compared is None or not compared.gone:
        return
    yield f'<h2 id="hilang">Tidak ada lagi menurut acuan ({len(compared.gone)})</h2><ul class="places">'
    for gone in compared.gone:
        yield f'<li>{_coded(gone.pesan)}<br><span class="place soft">{escape(gone.alamat)}</span></li>'
    yield "</ul>"
