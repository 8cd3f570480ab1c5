"""What stands in the file and is no part of the decree: traces of scanning, typing and copying."""

import re
from collections import Counter
from collections.abc import Iterator

from probis.model import Naskah, Tingkat
from probis.reading.contradictions._bacaan import cite, copies
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


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each piece of noise with what it is; a page of another text is heavier than a stray letter.

    Numbers of pages and running heads are told only where they stand alone: on every page they are the page's own.
    """
    noise = [k for k in naskah.kutipan if k.sebagai == Makna.DERAU and k.catatan]
    pages = [k.baris_pertama for k in noise if "halaman dari" in k.catatan]
    left = {k.baris_pertama for k in copies(naskah)}
    noise = [k for k in noise if k.baris_pertama in pages or k.baris_pertama not in left]  # the page is told whole
    times = Counter(k.catatan for k in noise)
    for kutipan in noise:
        if times[kutipan.catatan] == 1 or not _PAGED.match(kutipan.catatan):
            level = Tingkat.PERINGATAN if "halaman dari" in kutipan.catatan else None
            pesan = f"{cite(kutipan.teks, 8)}: {kutipan.catatan}."
            yield Pertentangan(kutipan, pesan, "Hapus dari naskah.", tingkat=level)
