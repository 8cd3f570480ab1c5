"""What stands in the file and is no part of the decree: traces of scanning, typing and copying."""

import re
from collections import Counter
from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cite, copies, original, places
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K54",
    Tingkat.CATATAN,
    "Tidak ada yang bukan isi keputusan",
    "Huruf lepas, tanda tebal yang rusak, nomor halaman di tengah teks, dan halaman rancangan yang tertinggal menandai "
    "naskah yang dipindai atau disalin tanpa diperiksa ulang.",
)

_PAGED = re.compile(r"nomor halaman|judul yang berulang", re.IGNORECASE)
_OWN = re.compile(
    r"kepala halaman|kaki halaman|tanda air|tulisan (?:pada bagan|miring|yang diputar)|kepala tabel yang berulang"
    r"|baris daftar isi|catatan (?:kaki|akhir)"
)
"""What belongs to the page or the picture it was read from."""
_BOLD, _ITEM = "tanda tebal", "tanda daftar di depan judul bagian"
_READ = re.compile(r"dibaca (“[^”]+”)")


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each piece of noise with what it is; a page of another text is heavier than a stray letter.

    Numbers of pages and running heads are told only where they stand alone: on every page they are the page's own.
    Broken marks of bold type come from one cause and are told once, at the first; a heading that stands as an item of
    a list is told each.
    """
    noise = [k for k in naskah.kutipan if k.sebagai == Makna.DERAU and k.catatan and not _OWN.match(k.catatan)]
    pages = [k.baris_pertama for k in noise if "halaman dari" in k.catatan]
    left = {k.baris_pertama for k in copies(naskah)}
    noise = [k for k in noise if k.baris_pertama in pages or k.baris_pertama not in left]  # the page is told whole
    times = Counter(k.catatan for k in noise)
    items = [k for k in noise if _ITEM in k.catatan]
    for kutipan in items:
        pesan = f"{cite(kutipan.teks, 8)}: judul bagian tercetak sebagai butir daftar, dengan tanda tebal yang rusak."
        yield Pertentangan(kutipan, pesan, "Tulis judulnya saja, tanpa “-” dan “**”.")
    noise = [k for k in noise if k not in items]
    bold = [k for k in noise if k.catatan.startswith(_BOLD)]
    if bold:
        pesan = f"Tanda tebal (“**”) tidak berpasangan pada {places(bold)}: sisa pengubahan berkas, bukan isi naskah."
        yield Pertentangan(bold[0], pesan, "Hapus tandanya saja; kalimatnya tetap.", tuple(bold[1:]))
    for kutipan in noise:
        if kutipan in bold or (times[kutipan.catatan] > 1 and _PAGED.match(kutipan.catatan)):
            continue
        if kutipan.baris_pertama in pages:
            yield _page(naskah, kutipan)
        else:
            yield Pertentangan(kutipan, f"{cite(kutipan.teks, 8)}: {kutipan.catatan}.", _advice(kutipan.catatan))


def _advice(what: str) -> str:
    right = _READ.search(what)
    if right is not None:
        return f"Tulis {right.group(1)}."
    return "Sertakan gambarnya dalam berkas naskah." if what.startswith("gambar") else "Hapus dari naskah."


def _page(naskah: Naskah, kutipan: Kutipan) -> Pertentangan:
    begins = next((k for k in copies(naskah) if k.baris_pertama == kutipan.baris_pertama and k is not kutipan), None)
    twin = next((k for k in original(naskah) if begins is not None and _same(k, begins)), None)
    where = f" mulai {at(twin)}" if twin is not None else ""
    pesan = f"{at(kutipan).capitalize()} mengulang naskah ini{where}; tampaknya halaman rancangan atau salinan yang "
    pesan += "tertinggal."
    return Pertentangan(kutipan, pesan, "Hapus halaman itu.", (twin,) if twin is not None else (), Tingkat.PERINGATAN)


def _same(one: Kutipan, other: Kutipan) -> bool:
    return one.sebagai == other.sebagai and " ".join(one.teks.split()) == " ".join(other.teks.split())
