"""A page of a draft or copy that was left in the document, where it says something else than the document."""

import re
from collections.abc import Iterator

from probis.law.tanggal import baca_tanggal
from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cite, copied, copies, original, part, places
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna
from probis.rules._aturan import lipat

PEMERIKSAAN = Pemeriksaan(
    "K54",
    Tingkat.PERINGATAN,
    "Salinan dalam naskah sama dengan naskahnya",
    "Halaman yang tertinggal dari rancangan mengulang diktum, tanggal, dan tanda tangan. Yang berbeda dari naskahnya, "
    "seperti tanggal yang masih kosong, membuat pembaca tidak tahu mana yang berlaku.",
)
_DAY = re.compile(r"(?<!\S)\S{1,2}\s+[A-Za-z0-9]{3,9}\s+\d{4}$")
"""A day whose number scanning misread."""
_LISTED = (Makna.BUTIR, Makna.JENIS_PETA, Makna.TEMBUSAN)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield days left open (also outside copies), labels lost in a copied list, and who signs a second time."""
    own = original(naskah)
    for kutipan in naskah.kutipan:
        if kutipan.sebagai == Makna.TANGGAL and kutipan.catatan == "tanggal kosong" and not _DAY.search(kutipan.teks):
            first = next((k for k in own if k.sebagai == Makna.TANGGAL and baca_tanggal(k.teks)), None)
            other = f", padahal sudah {cite(first.teks)} pada {at(first)}" if first is not None else ""
            pesan = f"Tanggalnya masih kosong{other}."
            saran, level = "Isi tanggalnya ketika ditetapkan.", Tingkat.CATATAN
            if copied(kutipan):
                saran, level = "Hapus halaman ulangan ini, atau isi tanggalnya.", Tingkat.PERINGATAN
            yield Pertentangan(kutipan, pesan, saran, (first,) if first else (), level)
    unlabelled = [k for k in copies(naskah) if k.sebagai in _LISTED and k.nomor in ("", "-")]
    lost: list[tuple[Kutipan, Kutipan]] = []
    for kind in dict.fromkeys(k.sebagai for k in unlabelled):
        here = next(k for k in unlabelled if k.sebagai == kind)
        twin = next((k for k in own if k.sebagai == kind and k.nomor not in ("", "-") and _same(k, here)), None)
        if twin is not None and not (kind == Makna.BUTIR and any(k.sebagai == Makna.JENIS_PETA for k in unlabelled)):
            lost.append((here, twin))
    if lost:
        here, twin = lost[0]
        what = "nomor" if twin.nomor.isdigit() else "huruf"
        rest = f" Begitu pula daftar pada {places([one for one, _ in lost[1:]])}." if lost[1:] else ""
        pesan = f"{cite(here.teks)} di sini tanpa {what}; pada {at(twin)} ber{what} {cite(twin.nomor)}.{rest}"
        there = tuple(other for _, other in lost) + tuple(one for one, _ in lost[1:])
        yield Pertentangan(here, pesan, "Hapus halaman ulangan ini.", there)
    signed = [k for k in copies(naskah) if k.sebagai == Makna.PENANDA_TANGAN and part(k) == "penutup"]
    for name in dict.fromkeys(lipat(k.teks) for k in signed):
        first, *more = [k for k in signed if lipat(k.teks) == name]
        twin = next((k for k in own if k.sebagai == Makna.PENANDA_TANGAN and _same(k, first)), None)
        if twin is not None:
            rest = f" Juga pada {places(more)}." if more else ""
            pesan = f"Nama penanda tangan {cite(first.teks)} tercetak lagi; sudah ada pada {at(twin)}.{rest}"
            yield Pertentangan(first, pesan, "Hapus halaman ulangan ini.", (twin, *more))


def _same(one: Kutipan, other: Kutipan) -> bool:
    return lipat(one.teks) == lipat(other.teks) or lipat(one.teks).endswith(lipat(other.teks))
