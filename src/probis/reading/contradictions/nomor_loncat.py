"""A list whose numbers jump has lost an item, or counts one twice."""

import re
from collections.abc import Container, Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.bagian import Bagian
from probis.reading.contradictions._bacaan import amends, at, cite, counted, original, part
from probis.reading.contradictions._daftar import misplaced
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K03",
    Tingkat.PERINGATAN,
    "Nomor dan huruf butir berurutan",
    "Butir yang nomornya meloncat, berulang, atau mundur membuat rujukan (“huruf b”, “fungsi 4”) menunjuk butir yang "
    "salah, dan sering berarti ada butir yang hilang.",
)

_COUNTED = (
    Makna.MENIMBANG,
    Makna.MENGINGAT,
    Makna.DIKTUM,
    Makna.BUTIR,
    Makna.PASAL,
    Makna.AYAT,
    Makna.TEMBUSAN,
    Makna.MISI,
    Makna.TUJUAN,
    Makna.SASARAN,
    Makna.AREA,
    Makna.TUGAS,
    Makna.FUNGSI,
    Makna.UNIT,
    Makna.PENJELASAN,
    Makna.LANGKAH,
)
_BASIS = re.compile(r"(?:undang|peraturan|keputusan)[\w ]{0,80}? nomor \d", re.IGNORECASE)
_PARTLY = (Makna.PASAL, Makna.AYAT, Makna.BUTIR, Makna.PENJELASAN)
"""Lists of which an amendment shows the items that it changes."""
_FAR = 50
_CALLED = {str(Makna.UNIT): "unit", str(Makna.JABATAN_STRUKTUR): "unit"}


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield items whose number does not follow the one before it in its list; a list may begin anew at one."""
    wrong = misplaced(naskah)
    changes = amends(naskah)
    texts = {_last_line(k) for k in original(naskah, Makna.TEKS) if counted(k.nomor)}  # an item read as plain text
    heads = original(naskah, Makna.JUDUL, Makna.PENGUMUMAN)
    ends = {line for k in heads if (line := _last_line(k)) not in texts and line + 1 not in texts}
    last: dict[tuple[str, str, str], tuple[Kutipan, int]] = {}
    steps = 0
    for kutipan in original(naskah, *_COUNTED, Makna.JABATAN_STRUKTUR):
        number = counted(kutipan.nomor)
        skip = changes and kutipan.sebagai in _PARTLY
        quoted = kutipan.sebagai == Makna.MISI and not kutipan.nomor.isdigit()
        if not number or kutipan.id in wrong or skip or quoted or not _plain(kutipan.nomor):
            continue
        through = kutipan.sebagai in (Makna.PASAL, Makna.DIKTUM)  # counted on from one chapter to the next
        called = _CALLED.get(kutipan.sebagai, kutipan.sebagai)
        key = ("", called, "") if through else (kutipan.bagian, called, kutipan.induk)
        before, reached = last.get(key, (None, 0))
        if before is None and kutipan.nomor.removeprefix("Pasal").strip(" ().:") in ("l", "I"):
            number = 1  # a list that begins with an "l" begins with a one that was scanned so
        expected = reached + 1
        if before is not None and number > expected + _FAR and kutipan.sebagai != Makna.PASAL:
            continue  # a number that a line was broken at: "Nomor / 411);"
        if kutipan.sebagai == Makna.LANGKAH:
            if before is None and number == steps + 1:
                expected = number  # the steps go on, on the next sheet
            steps = number
        last[key] = kutipan, number
        # A number cell may be printed again on the rows it covers; a list may begin anew.
        if number in (expected, 1) or (before is not None and not _same_style(before.nomor, kutipan.nomor)):
            continue
        quoted = kutipan.sebagai == Makna.MISI and part(kutipan) == Bagian.KETERKAITAN  # a body serves some of the misi
        if number > expected and (quoted or (before is not None and _ran_into(before, expected, number))):
            continue
        if before is None and (changes or not _begins(kutipan, number, ends)):
            continue  # what stands above it was not read as its head, so it may hold the items that lack
        if before is None:
            pesan = f"Daftar mulai dengan {kutipan.nomor} ({cite(kutipan.teks, 10)}); butir sebelumnya tidak ada."
        else:
            what = kutipan.nomor if kutipan.nomor.startswith("Pasal") else f"{called.capitalize()} {kutipan.nomor}"
            word = (
                "tercetak lagi; sudah ada pada" if number == expected - 1 else f"tercetak sesudah {before.nomor} pada"
            )
            pesan = f"{what} ({cite(kutipan.teks, 10)}) {word} {at(before)}."
        yield Pertentangan(
            kutipan,
            pesan,
            "Periksa apakah ada butir yang hilang, lalu urutkan nomornya.",
            (before,) if before is not None else (),
        )


def _begins(kutipan: Kutipan, number: int, ends: Container[int]) -> bool:
    """Whether a list surely begins here: its head stands right above, or its kind always has a head of its own."""
    sure = kutipan.sebagai == Makna.LANGKAH or (kutipan.sebagai == Makna.MENGINGAT and number < 4)
    return sure or any(line in ends for line in range(kutipan.baris_pertama - 2, kutipan.baris_pertama))


def _last_line(kutipan: Kutipan) -> int:
    return int((re.findall(r"\d+", kutipan.baris) or ["0"])[-1])


def _ran_into(before: Kutipan, expected: int, number: int) -> bool:
    """Whether the next items stand within the text of an item, whose lines were then read as one."""
    if before.sebagai == Makna.MENGINGAT and len(_BASIS.findall(before.teks)) > number - expected:
        return True
    return re.search(rf"(?<![\w.]){expected}[.)]?\s+[A-Z]", before.teks) is not None


def _plain(number: str) -> bool:
    word = number.removeprefix("Pasal").strip(" ().:")
    return word.isdigit() or word.isalpha()


def _same_style(one: str, other: str) -> bool:
    first, second = one.strip(" ().:"), other.strip(" ().:")
    return first.isdigit() == second.isdigit() and first.islower() == second.islower()
