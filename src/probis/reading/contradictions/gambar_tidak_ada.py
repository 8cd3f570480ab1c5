"""A map that is announced and not there leaves the decree without what it decrees."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.bagian import Bagian
from probis.reading.contradictions._bacaan import BERKODE, at, cite, coded, continued, original, part, said, series
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K56",
    Tingkat.GALAT,
    "Gambar yang diumumkan ada",
    "Isi keputusan peta proses bisnis adalah petanya. Judul atau kalimat “digambarkan sebagai berikut” tanpa gambar "
    "menetapkan sesuatu yang tidak ada; biasanya gambarnya hilang ketika naskah dipindai atau disalin.",
)
_FEW = 2  # maps without their picture that are told each by itself
_NEXT = 4  # lines below a sentence that announces a list
_SARAN = "Sisipkan gambarnya, atau mintakan kepada pemilik naskah asli."
_NONE = "Berkas ini tidak memuat satu gambar pun: periksa naskah aslinya, lalu sisipkan gambarnya."
_MAPS = {
    Bagian.PETA_SUB_PROSES: ("peta sub proses", Makna.PROSES),
    Bagian.PETA_LINTAS_FUNGSI: ("peta lintas fungsi", Makna.LINTAS_FUNGSI),
}
_CALLED = {
    Bagian.PETA_PROSES: "peta proses",
    Bagian.PETA_SUB_PROSES: "peta sub proses",
    Bagian.PETA_RELASI: "peta relasi",
    Bagian.PETA_LINTAS_FUNGSI: "peta lintas fungsi",
    Bagian.STRUKTUR: "struktur organisasi",
}
_SHOWS = (Makna.GAMBAR, Makna.LANGKAH, Makna.MASUKAN, Makna.KELUARAN, Makna.PIHAK, Makna.PEMILIK)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each announcement, each coded title under a map's head, and each bare head that nothing follows."""
    named = {k.id for k in coded(naskah)}
    quotations = tuple(k for k in original(naskah) if k.sebagai not in BERKODE or not k.nomor or k.id in named)
    saran = _SARAN if any(k.sebagai == Makna.GAMBAR for k in quotations) else _NONE
    kinds = [k for k in quotations if k.sebagai == Makna.JENIS_PETA]
    titled = {part(k): k.baris_pertama for k in reversed(quotations) if k.sebagai in BERKODE}
    told = [
        k
        for k in quotations
        if k.sebagai in (Makna.PENGUMUMAN, Makna.JUDUL) and k.baris_pertama < titled.get(part(k), 10**9)
    ]
    for found in _missing(quotations):
        yield replace(found, saran=saran, lain=(*found.lain, *_asked(kinds, told, found.kutipan)))


def _asked(kinds: Sequence[Kutipan], told: Sequence[Kutipan], place: Kutipan) -> tuple[Kutipan, ...]:
    """Return where a map that is not there was announced: in the decree, by a sentence of its part, by a head."""
    bagian = next((each for each in _CALLED if part(place) == each), None)
    if bagian is None:
        return ()
    called = re.sub(r"\W", "", _CALLED[bagian])
    named = [k for k in kinds if called in re.sub(r"\W", "", k.teks).casefold()]
    wanted = Makna.JUDUL if bagian is Bagian.STRUKTUR else Makna.PENGUMUMAN
    above = [k for k in told if k.sebagai == wanted and part(k) == bagian and k.baris_pertama < place.baris_pertama]
    return (*named[:1], *above[-1:])


def _missing(quotations: Sequence[Kutipan]) -> Iterator[Pertentangan]:
    pictures = [k for k in quotations if k.sebagai == Makna.GAMBAR]
    announced = [k for k in quotations if k.sebagai == Makna.PENGUMUMAN and k.catatan == "tanpa gambar"]
    told = [k for k in announced if not any(part(p) == part(k) and p.baris_pertama > k.baris_pertama for p in pictures)]
    told = [k for k in told if not _listed(quotations, k)]
    for kutipan in told:
        yield Pertentangan(kutipan, _announced(kutipan))
    for bagian, (called, kind) in _MAPS.items():
        yield from _titles(quotations, bagian, called, kind, told)
    yield from _bare(quotations, Bagian.PETA_RELASI, "Peta relasi", told)
    yield from _bare(quotations, Bagian.STRUKTUR, "Bagan struktur organisasi", told)


def _listed(quotations: Sequence[Kutipan], sentence: Kutipan) -> bool:
    """Whether the processes themselves are listed right below a sentence that announces them."""
    last = int(sentence.baris.split("–")[-1])
    below = range(last + 1, last + 1 + _NEXT)
    return any(k.sebagai == Makna.PROSES and k.baris_pertama in below and part(k) == part(sentence) for k in quotations)


def _announced(sentence: Kutipan) -> str:
    what = next((f" {called}" for bagian, called in _CALLED.items() if part(sentence) == bagian), "")
    return f"Kalimat ini mengumumkan gambar{what}, tetapi gambarnya tidak ada dalam naskah."


def _titles(
    quotations: Sequence[Kutipan], bagian: Bagian, called: str, kind: Makna, told: Sequence[Kutipan]
) -> Iterator[Pertentangan]:
    """Titles that stand apart are each the head of a map; titles in a row are a list, of which one thing is said."""
    inside = [k for k in quotations if part(k) == bagian and k.sebagai != Makna.DERAU]
    titles = _heads([k for k in inside if k.sebagai == kind and not continued(k)], inside)
    shown = [k.baris_pertama for k in quotations if k.sebagai in _SHOWS]
    if not titles:
        return
    apart = [k for k, after in zip(titles, [*titles[1:], None], strict=True) if _stands_apart(k, after, inside)]
    if len(apart) < 0.5 * len(titles):
        last = titles[-1].baris_pertama
        if not any(titles[0].baris_pertama <= line <= last + 3 for line in shown) and kind is Makna.LINTAS_FUNGSI:
            pesan = f"{len(titles)} {called} didaftar mulai baris ini, tetapi tidak satu pun gambarnya ada."
            yield Pertentangan(titles[0], pesan, lain=tuple(titles[1:]))
        return
    listed = {k.induk for k in inside if k.sebagai == Makna.SUB_PROSES}
    bare: list[Kutipan] = []
    for number, title in enumerate(titles):
        stop = titles[number + 1].baris_pertama if number + 1 < len(titles) else _end(inside, title)
        lines = range(title.baris_pertama, stop)
        announced = next((k for k in inside if k.sebagai == Makna.PENGUMUMAN and k.baris_pertama in lines), None)
        begin = (announced or title).baris_pertama  # units that take part, told before it, are no picture
        if title.id in listed or any(begin < line < stop for line in shown):
            continue
        if announced is None:
            bare.append(title)
        elif announced not in told:
            yield Pertentangan(announced, _announced(announced), lain=(title,))
    if len(bare) > _FEW:  # they were lost together
        codes = series([f"{title.nomor or cite(title.teks, 6)} ({at(title)})" for title in bare])
        pesan = f"Gambar {len(bare)} {called} tidak ada di bawah judulnya: {codes}."
        yield Pertentangan(bare[0], pesan, lain=tuple(bare[1:]))
        return
    for title in bare:
        yield Pertentangan(title, f"Gambar {called} {said(title)} tidak ada di bawah judulnya.")


def _heads(titles: Sequence[Kutipan], inside: Sequence[Kutipan]) -> list[Kutipan]:
    """The titles less the rows of a register, where others head a map: a row has several titles, or an owner beside."""
    lines = Counter(k.baris_pertama for k in titles)
    beside = {(k.induk, k.baris_pertama) for k in inside if k.sebagai == Makna.PEMILIK}
    own = [k for k in titles if lines[k.baris_pertama] == 1 and (k.id, k.baris_pertama) not in beside]
    return own or list(titles)


def _stands_apart(title: Kutipan, after: Kutipan | None, inside: Sequence[Kutipan]) -> bool:
    """Whether something was left free under a title: at least a line before the next, or a head of its own over it."""
    if after is None:
        return True
    heads = _real(inside)
    headed = any(title.baris_pertama < k.baris_pertama < after.baris_pertama for k in heads)
    return headed or after.baris_pertama - title.baris_pertama > 1


def _real(inside: Sequence[Kutipan]) -> list[Kutipan]:
    """The heads that are no head of a table and no sentence that announces a picture."""
    announced = {k.baris_pertama for k in inside if k.sebagai == Makna.PENGUMUMAN}
    return [k for k in inside if k.sebagai == Makna.JUDUL and not k.catatan and k.baris_pertama not in announced]


def _end(inside: Sequence[Kutipan], title: Kutipan) -> int:
    later = [k.baris_pertama for k in _real(inside) if k.baris_pertama > title.baris_pertama]
    return min(later, default=10**9)


def _in_words(quotations: Sequence[Kutipan], head: Kutipan) -> bool:
    """Whether relations are told in sentences right below the head of their map, before any other head."""
    after = [k for k in quotations if k.baris_pertama > head.baris_pertama]
    after.sort(key=lambda k: k.baris_pertama)
    told = next((k for k in after if k.sebagai in (Makna.PENJELASAN, Makna.ALIRAN, Makna.HUBUNGAN)), None)
    titled = (Makna.PROSES, Makna.LINTAS_FUNGSI, Makna.JUDUL)
    other = next((k for k in after if k.sebagai in titled and part(k) != Bagian.PENJELASAN), None)
    return told is not None and (other is None or told.baris_pertama <= other.baris_pertama)


def _bare(
    quotations: Sequence[Kutipan], bagian: Bagian, called: str, told: Sequence[Kutipan]
) -> Iterator[Pertentangan]:
    """The last head of a part under which neither a picture nor an entry stands."""
    inside = [k for k in quotations if part(k) == bagian and k.sebagai != Makna.DERAU]
    heads = [k for k in inside if k.sebagai == Makna.JUDUL]
    if not heads:
        return
    head = heads[-1]
    rest = [k for k in inside if k.baris_pertama >= head.baris_pertama and k is not head]
    entries = [k for k in rest if k.sebagai not in (Makna.DEFINISI, Makna.TEKS, Makna.PENGUMUMAN)]
    shown = any(k.sebagai in (Makna.GAMBAR, Makna.UNIT, Makna.JABATAN_STRUKTUR, Makna.PIHAK) for k in rest)
    if bagian is Bagian.PETA_RELASI:
        shown = any(k.sebagai in _SHOWS for k in inside) or _in_words(quotations, head)
    if not shown and not entries and not any(k in told for k in rest):
        place = next((k for k in reversed(rest) if k.sebagai == Makna.DEFINISI), head)
        pesan = f"{called} diberi judul, tetapi gambarnya tidak ada."
        yield Pertentangan(place, pesan, lain=(head,) if place is not head else ())
