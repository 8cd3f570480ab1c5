"""The report of a reading to one HTML page that needs nothing else: the text in two colours, and what is to be done."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from probis.cli._reading import clean
from probis.model import Tingkat
from probis.reading.report import by_level, title
from probis.reading.understanding import Taraf

if TYPE_CHECKING:
    from probis.reading.report import Laporan
    from probis.reading.understanding import Baris

_SIGNS = {Tingkat.GALAT: "■", Tingkat.PERINGATAN: "▲", Tingkat.CATATAN: "○"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(laporan: "Laporan") -> str:
    """Return the page; every word of the document is escaped, and no script runs in it."""
    naskah = laporan.rancangan.naskah
    css = "".join(
        files("probis.cli").joinpath(name).read_text(encoding="utf-8") for name in ("_page.css", "_reading_page.css")
    )
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            f"<title>{_said(f'Bacaan {naskah.nama}')}</title><style>{css}</style></head><body>",
            f"<header><h1>Bacaan {_said(naskah.nama)}</h1>",
            *_numbers(laporan),
            "</header><main>",
            *_contradictions(laporan),
            *_proposals(laporan),
            *_gaps(laporan),
            *_text(laporan),
            "</main><footer class=small><p>Laporan Probis. Halaman ini tidak memuat skrip dan tidak mengambil apa pun "
            "dari jaringan.</p></footer></body></html>",
        )
    )


def _said(text: str) -> str:
    return escape(clean(text))


def _numbers(laporan: "Laporan") -> Iterator[str]:
    persen = f"{laporan.angka.persen:.1f}".replace(".", ",")
    counted = by_level(laporan.temuan)
    yield '<ul class="counts">'
    yield f"<li><b>{persen} %</b>terbaca</li><li><b>{laporan.rancangan.naskah.jumlah_baris}</b>baris</li>"
    yield f"<li><b>{len(laporan.rancangan.naskah.kutipan)}</b>kutipan</li>"
    for tingkat in Tingkat:
        yield f'<li class="{tingkat}">{_SIGNS[tingkat]} <b>{counted[tingkat]}</b>{tingkat}</li>'
    yield f"<li><b>{len(laporan.usul_terbuka)}</b>usul terbuka</li></ul>"
    signs = laporan.angka.huruf
    yield (
        f'<p class="soft">Huruf: {signs[Taraf.TERBACA]} terbaca, {signs[Taraf.DERAU]} bukan isi naskah, '
        f"{signs[Taraf.BELUM]} belum terbaca.</p>"
    )


def _line(number: int) -> str:
    return f'<a href="#b{number}">baris {number}</a>' if number else "tanpa baris"


def _contradictions(laporan: "Laporan") -> Iterator[str]:
    yield f'<h2 id="pertentangan">Pertentangan ({len(laporan.temuan)})</h2>'
    if not laporan.temuan:
        yield "<p>Tidak ada pertentangan yang ditemukan.</p>"
        return
    yield '<ul class="places">'
    for number, temuan in enumerate(laporan.temuan, 1):
        line = temuan.tempat.baris if temuan.tempat else 0
        others = ", ".join(_line(place.baris) for place in temuan.lain)
        aside = f" Lihat juga {others}." if others else ""
        quote = laporan.teks_baris(line)
        yield (
            f'<li id="t{number}"><b class="{temuan.tingkat}">{_SIGNS[temuan.tingkat]} {temuan.tingkat}</b> '
            f"{_said(title(temuan.aturan))}, {_line(line)}<br>{_said(temuan.pesan)}{aside}"
            + (f'<br><span class="soft">{_said(temuan.saran)}</span>' if temuan.saran else "")
            + (f'<blockquote class="soft">{_said(quote[:400])}</blockquote>' if quote else "")
            + "</li>"
        )
    yield "</ul>"


def _proposals(laporan: "Laporan") -> Iterator[str]:
    usul = laporan.rancangan.usul
    if not usul:
        return
    known = {kutipan.id: kutipan.baris_pertama for kutipan in laporan.rancangan.naskah.kutipan}
    yield f'<h2 id="usul">Usul ({len(usul)})</h2><ul class="places">'
    for each in usul:
        at = ", ".join(_line(known[id_]) for id_ in each.kutipan if id_ in known)
        yield f'<li>{_said(each.pertanyaan)} <span class="soft small">{at}</span>'
        best = each.terbaik
        head = f"{best.bunyi} (skor {best.skor})" if best is not None else ""
        yield f"<details><summary>{_said(head)}</summary><ul>"
        for choice in each.pilihan:
            held = " (diputuskan)" if choice.kunci == each.putusan else ""
            held = held or (" (berlaku sementara)" if choice.kunci == each.bawaan and not each.putusan else "")
            yield f'<li>{_said(choice.bunyi)} <span class="soft small">skor {choice.skor}{held}</span></li>'
        yield "</ul></details></li>"
    yield "</ul>"


def _gaps(laporan: "Laporan") -> Iterator[str]:
    if laporan.rancangan.kurang:
        yield f'<h2 id="kurang">Yang tidak ada ({len(laporan.rancangan.kurang)})</h2><ul class="places">'
        for each in laporan.rancangan.kurang:
            yield f"<li>{_said(each.pesan)} <span class=small>{_line(each.baris) if each.baris else ''}</span></li>"
        yield "</ul>"
    if laporan.derau:
        yield f'<h2 id="derau">Bukan isi naskah ({len(laporan.derau)})</h2><ul class="places">'
        for kutipan in laporan.derau:
            yield f"<li>{_line(kutipan.baris_pertama)} “{_said(kutipan.teks[:200])}” {_said(kutipan.catatan)}</li>"
        yield "</ul>"


def _text(laporan: "Laporan") -> Iterator[str]:
    found: dict[int, list[int]] = {}
    for number, temuan in enumerate(laporan.temuan, 1):
        for place in (temuan.tempat, *temuan.lain):
            if place is not None and number not in found.setdefault(place.baris, []):
                found[place.baris].append(number)
    yield (
        '<h2 id="naskah">Naskah</h2><p class="legend"><span class="terbaca">terbaca</span> '
        '<span class="belum">belum terbaca</span> <span class="derau">bukan isi naskah</span></p><div class="text">'
    )
    seen: set[int] = set()
    for line in laporan.baris:
        if not line.teks.strip():
            continue
        anchor = f' id="b{line.nomor}"' if line.nomor not in seen else ""
        marks = found.get(line.nomor, ()) if line.nomor not in seen else ()
        seen.add(line.nomor)
        yield _row(laporan, line, anchor, marks)
    yield "</div>"


def _row(laporan: "Laporan", line: "Baris", anchor: str, marks: "tuple[int, ...] | list[int]") -> str:
    words = "".join(f'<span class="{taraf}">{_said(text)}</span>' for text, taraf in line.petikan)
    kinds = ", ".join(dict.fromkeys(kutipan.sebagai for kutipan in line.kutipan))
    links = "".join(
        f'<a class="{laporan.temuan[n - 1].tingkat}" href="#t{n}" title="Pertentangan {n}">'
        f"{_SIGNS[laporan.temuan[n - 1].tingkat]}{n}</a> "
        for n in marks
    )
    marked = " marked" if marks else ""
    return (
        f'<div class="row{marked}"{anchor}><span class="no">{line.nomor}</span><p>{words}</p>'
        f'<span class="kind">{links}{_said(kinds)}</span></div>'
    )
