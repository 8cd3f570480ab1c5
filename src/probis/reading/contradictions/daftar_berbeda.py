"""A plan that stands in two lists and reads differently leaves open which of the two is set."""

from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cite, places
from probis.reading.contradictions._daftar import Lists, compared
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.rules._aturan import lipat

PEMERIKSAAN = Pemeriksaan(
    "K50",
    Tingkat.GALAT,
    "Visi, misi, tujuan, dan sasaran sama di semua tempat",
    "Daftar dan tabel keterkaitan menyalin rencana yang sama, jadi isinya harus sama. Butir dipasangkan menurut bunyi: "
    "yang bunyinya berbeda, yang dipecah, dan yang hanya ada di satu tempat dilaporkan sendiri-sendiri.",
)

_SARAN = "Samakan dengan dokumen rencananya."


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield items worded otherwise, split, missing, added, and those that differ in letters and marks only."""
    for lists in compared(naskah):
        kind = str(lists.kind).capitalize()
        yield from _wordings(kind, lists)
        for one in lists.only_first:
            where = at(lists.second[0]) + "–" + lists.second[-1].baris if len(lists.second) > 1 else at(lists.second[0])
            pesan = f"{kind} {cite(one.teks)} tidak ada dalam tabel keterkaitan ({where})."
            yield Pertentangan(one, pesan, _SARAN, lists.second[:1])
        for one in lists.only_second:
            pesan = f"{kind} {cite(one.teks)} tidak ada dalam daftar {kind.casefold()} pada {_span(lists.first)}."
            yield Pertentangan(one, pesan, _SARAN, lists.first[:1])


def _span(items: tuple[Kutipan, ...]) -> str:
    return f"baris {items[0].baris}–{items[-1].baris}" if len(items) > 1 else at(items[0])


def _wordings(kind: str, lists: Lists) -> Iterator[Pertentangan]:
    for one, other in lists.near:
        pesan = f"{kind} {cite(other.teks, 20)} dirumuskan lain pada {at(one)}: {cite(one.teks, 20)}."
        yield Pertentangan(other, pesan, _SARAN, (one,))
    for one, pieces in lists.split:
        texts = "; ".join(cite(each.teks, 12) for each in pieces)
        pesan = f"{kind} {cite(one.teks)} dipecah menjadi {len(pieces)} butir pada {places(pieces)}: {texts}."
        yield Pertentangan(one, pesan, _SARAN, pieces)
    for one, other in lists.same:
        here, there = _printed(other), _printed(one)
        capitals = here.casefold() == there.casefold() and here.isupper() != there.isupper()
        if capitals:
            large, small = (other, one) if here.isupper() else (one, other)
            pesan = f"{kind} ditulis dengan huruf besar semua di sini, tetapi tidak pada {at(small)}."
            yield Pertentangan(large, pesan, "Tulis dengan cara yang sama.", (small,), Tingkat.CATATAN)
        elif here != there:
            what = "Tanda baca" if here.casefold() != there.casefold() else "Huruf besar"
            pesan = f"{what} {lists.kind} {cite(other.teks, 20)} tidak sama dengan {at(one)}: {cite(one.teks, 20)}."
            yield Pertentangan(other, pesan, _SARAN, (one,), Tingkat.CATATAN)


def _printed(kutipan: Kutipan) -> str:
    text = " ".join(kutipan.teks.replace("*", "").split()).strip(" .;,“”\"'")
    return text if lipat(text) else ""
