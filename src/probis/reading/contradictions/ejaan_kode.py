"""A code that is written unlike the others is not found by whoever looks for it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cite, cleared, coded, name, pieces, series, shape
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan

PEMERIKSAAN = Pemeriksaan(
    "K01",
    Tingkat.GALAT,
    "Kode ditulis dengan satu ejaan",
    "Kode yang tanda pemisah, huruf, atau nolnya lain daripada kode setingkat terbaca sebagai kode lain dan tidak "
    "ketemu ketika dicari. Yang dianggap benar ialah ejaan terbanyak dalam naskah itu sendiri.",
)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each code whose marks, capitals or leading zeros differ from most codes of its length.

    A code that was put in after its neighbour was numbered ("03A" between "03" and "04") is no other way of writing.
    """
    groups: dict[int, list[Kutipan]] = {}
    below: dict[tuple[str, ...], list[Kutipan]] = {}
    for kutipan in coded(naskah):
        below.setdefault(pieces(kutipan.nomor)[:-1], []).append(kutipan)
        groups.setdefault(len(pieces(kutipan.nomor)), []).append(kutipan)
    scanned: list[Kutipan] = []
    for group in groups.values():
        shapes = Counter(_form(each.nomor) for each in group)
        usual, often = shapes.most_common(1)[0]
        if often * 2 <= len(group):
            continue
        zeros = _zeros(group)
        sound = [each for each in group if _form(each.nomor) == usual and not _against(each, zeros)]
        models = [each for each in sound if cleared(each.nomor) == each.nomor] or sound
        scanned.extend(each for each in sound if cleared(each.nomor) != each.nomor)
        known = {id(each) for each in sound}
        for each in group:
            if id(each) not in known and models and not _put_in(each.nomor):
                told = series([f"“{one.nomor}” ({at(one)})" for one in models[:2]])
                pesan = (
                    f"Kode “{each.nomor}” ({cite(name(each), 8)}) ditulis lain daripada {len(models)} kode setingkat"
                )
                right = _rewritten(each.nomor, models[0].nomor)
                saran = f"Tulis “{right}”." if right else "Tulis dengan pemisah dan nol yang sama."
                child = [k for k in below.get(pieces(each.nomor), ()) if not k.nomor.startswith(each.nomor)][:1]
                yield Pertentangan(each, f"{pesan}, misalnya {told}.", saran, (*models[:2], *child))
    if scanned:
        pesan = f"Kode {series([f'“{k.nomor}”' for k in scanned[:4]])}: angka terbaca sebagai huruf ketika dipindai"
        pesan += f"; seluruhnya {len(scanned)} kode." if len(scanned) > 4 else "."
        saran = f"Tulis {series([f'“{cleared(k.nomor)}”' for k in scanned[:4]])}."
        yield Pertentangan(scanned[0], pesan, saran, tuple(scanned[1:]), Tingkat.CATATAN)


def _form(code: str) -> str:
    return shape(cleared(code)).rstrip(" -–—.")  # what joins a code to its name is no part of it


def _put_in(code: str) -> bool:
    return re.search(r"\d[A-Za-z]$", code) is not None and cleared(code) == code


def _padded(code: str) -> tuple[bool | None, ...]:
    """Say of each number of a code whether a zero leads it; None of ten and more, which do not show it."""
    numbers = [part for part in pieces(code) if part.isdigit()]
    return tuple(None if not part.startswith("0") and len(part) > 1 else len(part) > 1 for part in numbers)


def _zeros(group: Sequence[Kutipan]) -> tuple[bool | None, ...]:
    """Return how most codes lead each of their numbers; None where neither way has most."""
    told: dict[int, Counter[bool]] = {}
    for each in group:
        for place, way in enumerate(_padded(each.nomor)):
            if way is not None:
                told.setdefault(place, Counter())[way] += 1
    ways = [told.get(place, Counter()) for place in range(max(told, default=-1) + 1)]
    return tuple(None if way[True] == way[False] else way[True] > way[False] for way in ways)


def _against(kutipan: Kutipan, zeros: Sequence[bool | None]) -> bool:
    ways = zip(_padded(kutipan.nomor), zeros, strict=False)
    return any(way is not None and most is not None and way is not most for way, most in ways)


def _rewritten(code: str, model: str) -> str:
    """Return a code with marks, zeros and capitals as the model has them; nothing where the model cannot tell."""
    marks = re.split(r"[A-Za-z]+|\d+", model)
    own, other = pieces(code), re.findall(r"[A-Za-z]+|\d+", cleared(model))
    if len(own) != len(other) or any(a.isdigit() != b.isdigit() for a, b in zip(own, other, strict=True)):
        return ""
    words = [
        f"{int(a):0{len(b)}d}" if a.isdigit() else (a.upper() if b.isupper() else a)
        for a, b in zip(own, other, strict=True)
    ]
    return "".join(mark + word for mark, word in zip(marks, [*words, ""], strict=True))
