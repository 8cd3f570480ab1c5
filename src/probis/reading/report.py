"""A document, its draft and its contradictions to one report: the same for a program, a page and a terminal."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probis.model import Kutipan, Temuan, Tingkat, Usul
from probis.reading.contradictions import check, contradictions
from probis.reading.draft import Rancangan
from probis.reading.makna import Makna
from probis.reading.quotations import Quoted
from probis.reading.shape import BarisRow, KutipanRow, LaporanRows, TemuanRow, UsulRow
from probis.reading.understanding import Angka, Baris, Taraf, numbers, understanding

SKEMA = 2
"""Version of the shape of `rows`; 2 says the text itself, line by line."""


@dataclass(frozen=True, slots=True)
class Laporan:
    """Laporan (report) of one reading."""

    quoted: Quoted
    rancangan: Rancangan
    temuan: tuple[Temuan, ...]
    baris: tuple[Baris, ...]
    angka: Angka

    @property
    def derau(self) -> tuple[Kutipan, ...]:
        """What stands in the file and is no part of the text."""
        return tuple(k for k in self.quoted.naskah.kutipan if k.sebagai == Makna.DERAU)

    @property
    def usul_terbuka(self) -> tuple[Usul, ...]:
        """The proposals that nobody has decided."""
        return tuple(usul for usul in self.rancangan.usul if usul.terbuka)

    @property
    def ada_galat(self) -> bool:
        """Whether a contradiction of error level stands in the text."""
        return any(temuan.tingkat is Tingkat.GALAT for temuan in self.temuan)

    def teks_baris(self, nomor: int) -> str:
        """Return the text of a line, "" for one that is not there."""
        return next((baris.teks.strip() for baris in self.baris if baris.nomor == nomor), "")


def report(quoted: Quoted, rancangan: Rancangan) -> Laporan:
    """Return the report of what was read."""
    lines = understanding(quoted)
    whole = quoted.naskah if rancangan.tak_tersimpan else rancangan.naskah
    text = {line.number: line.text for line in quoted.document.lines}
    return Laporan(quoted, rancangan, check(whole, text), lines, numbers(lines))


def title(slug: str) -> str:
    """Return what a check of texts looks for, in words."""
    found = contradictions().get(slug)
    return found[0].judul if found is not None else slug


def rows(laporan: Laporan) -> LaporanRows:
    """Return the report as plain data; docs/panduan/membaca-keputusan.md says what each name means."""
    document, naskah, draft = laporan.quoted.document, laporan.rancangan.naskah, laporan.rancangan
    pages = [line.page for line in document.lines if line.page is not None]
    parts = Counter((kutipan.bagian or "lain").partition("#")[0] for kutipan in naskah.kutipan)
    texts = {baris.nomor: baris.teks.strip() for baris in reversed(laporan.baris)}
    return {
        "skema": SKEMA,
        "dokumen": {
            "nama": document.name,
            "format": document.format,
            "baris": naskah.jumlah_baris,
            "halaman": max(pages, default=0),
            "gambar": len(document.pictures) + len(document.drawings),
        },
        "angka": {
            "huruf": {str(taraf): laporan.angka.huruf[taraf] for taraf in Taraf},
            "baris": {str(taraf): laporan.angka.baris[taraf] for taraf in Taraf},
            "persen": round(laporan.angka.persen, 1),
        },
        "bagian": [{"bagian": bagian, "kutipan": number} for bagian, number in parts.items()],
        "baris": [_line(baris) for baris in laporan.baris],
        "kutipan": [_quotation(kutipan) for kutipan in _whole(laporan)],
        "temuan": [_finding(texts, temuan) for temuan in laporan.temuan],
        "usul": [_proposal(usul) for usul in naskah.usul],
        "kurang": [{"hal": each.hal, "pesan": each.pesan, "baris": each.baris or None} for each in draft.kurang],
        "derau": [{"baris": k.baris, "teks": k.teks, "apa": k.catatan} for k in laporan.derau],
        "rancangan": {kind: len(held) for kind, held in draft.model.jenis.items() if held},
        "belum_terbaca": [
            {"baris": line.nomor, "teks": text.strip()}
            for line in laporan.baris
            for text, taraf in line.petikan
            if taraf is Taraf.BELUM and text.strip()
        ],
    }


def _whole(laporan: Laporan) -> Sequence[Kutipan]:
    """The quotations with their addresses, also those that the text is too long to keep beside the model."""
    kept = {kutipan.id: kutipan for kutipan in laporan.rancangan.naskah.kutipan}
    if not laporan.rancangan.tak_tersimpan:
        return laporan.rancangan.naskah.kutipan
    return [kept.get(kutipan.id, kutipan) for kutipan in laporan.quoted.naskah.kutipan]


def _line(baris: Baris) -> BarisRow:
    return {
        "nomor": baris.nomor,
        "halaman": baris.halaman,
        "petikan": [{"teks": text, "taraf": str(taraf)} for text, taraf in baris.petikan],
    }


def _quotation(kutipan: Kutipan) -> KutipanRow:
    return {
        "id": kutipan.id,
        "baris": kutipan.baris,
        "halaman": kutipan.halaman,
        "bagian": kutipan.bagian,
        "sebagai": kutipan.sebagai,
        "nomor": kutipan.nomor,
        "teks": kutipan.teks,
        "induk": kutipan.induk or None,
        "tentang": kutipan.tentang or None,
        "catatan": kutipan.catatan or None,
    }


def _finding(texts: Mapping[int, str], temuan: Temuan) -> TemuanRow:
    line = temuan.tempat.baris if temuan.tempat else 0
    return {
        "pemeriksaan": temuan.aturan,
        "judul": title(temuan.aturan),
        "tingkat": str(temuan.tingkat),
        "baris": line or None,
        "kutipan": texts.get(line, ""),
        "pesan": temuan.pesan,
        "saran": temuan.saran or None,
        "lain": [{"baris": place.baris, "kutipan": texts.get(place.baris, "")} for place in temuan.lain],
    }


def _proposal(usul: Usul) -> UsulRow:
    return {
        "id": usul.id,
        "jenis": usul.jenis,
        "pertanyaan": usul.pertanyaan,
        "kutipan": list(usul.kutipan),
        "pilihan": [{"kunci": p.kunci, "bunyi": p.bunyi, "skor": p.skor} for p in usul.pilihan],
        "bawaan": usul.bawaan,
        "putusan": usul.putusan or None,
        "isian": usul.isian or None,
        "usang": usul.usang,
    }


def by_level(temuan: Sequence[Temuan]) -> dict[Tingkat, int]:
    """Return how many findings stand at each level."""
    return {tingkat: sum(one.tingkat is tingkat for one in temuan) for tingkat in Tingkat}
