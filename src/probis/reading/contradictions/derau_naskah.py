"""What stands in the file and is no part of the decree: traces of scanning, typing and copying."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cite, copies, original, places, series
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
    r"|baris daftar isi|catatan (?:kaki|akhir)|garis pemisah|kata penyambung|judul yang berdiri di tengah isi"
)
"""What belongs to the page or the picture it was read from, and is no fault of whoever wrote the decree."""
_MISREAD = re.compile(r"huruf yang terbaca")
_TRACKED = re.compile(r"lacak perubahan")
_MARKS = re.compile(r"[\W_]*$")
"""A mark that stands alone because its line was broken there."""
_FEW = 3  # words that scanning misread are told each up to so many, then all at once
_BOLD, _ITEM = "tanda tebal", "tanda daftar di depan judul bagian"
_READ = re.compile(r"dibaca (“[^”]+”)")


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each piece of noise with what it is; a page of another text is heavier than a stray letter.

    Numbers of pages and running heads are told only where they stand alone: on every page they are the page's own.
    Broken marks of bold type, changes that nobody accepted, and many words that scanning misread come each from one
    cause and are told once, at the first; a heading that stands as an item of a list is told each.
    """
    noise = [k for k in naskah.kutipan if k.sebagai == Makna.DERAU and k.catatan and not _OWN.match(k.catatan)]
    noise = [k for k in noise if not (k.catatan.startswith("huruf lepas") and _MARKS.match(k.teks))]
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
    whole = [*bold]
    tracked = [k for k in noise if _TRACKED.search(k.catatan)]
    if tracked:
        pesan = f"Lacak perubahan dalam berkas ini belum diterima atau ditolak ({places(tracked)}); yang disisipkan "
        pesan += "terbaca sebagai isi, yang dihapus tidak."
        saran = "Terima atau tolak semua perubahannya, lalu baca lagi berkasnya."
        yield Pertentangan(tracked[0], pesan, saran, tuple(tracked[1:]), Tingkat.PERINGATAN)
        whole += tracked
    misread = [k for k in noise if _MISREAD.match(k.catatan)]
    if len(misread) > _FEW:
        yield _scanned(misread)
        whole += misread
    for kutipan in noise:
        if kutipan in whole or (times[kutipan.catatan] > 1 and _PAGED.match(kutipan.catatan)):
            continue
        if kutipan.baris_pertama in pages:
            if not kutipan.baris.isdigit():  # one line that is repeated is a running head
                yield _page(naskah, kutipan)
        else:
            yield Pertentangan(kutipan, f"{cite(kutipan.teks, 8)}: {kutipan.catatan}.", _advice(kutipan.catatan))


def _scanned(misread: Sequence[Kutipan]) -> Pertentangan:
    words = dict.fromkeys(f"“{' '.join(k.teks.split())}”" + _read(k) for k in misread)
    pesan = f"Pemindaian salah membaca {len(misread)} kata, misalnya {series(list(words)[:3])}; semuanya pada "
    pesan += f"{places(misread, 12)}."
    saran = "Betulkan kata-kata itu menurut naskah aslinya; petanya sudah dibaca dengan yang betul."
    return Pertentangan(misread[0], pesan, saran, tuple(misread[1:]))


def _read(kutipan: Kutipan) -> str:
    right = _READ.search(kutipan.catatan)
    return f" untuk {right.group(1)}" if right is not None else ""


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
