"""A code that is written unlike the others is not found by whoever looks for it."""

import re
from collections import Counter
from collections.abc import Iterator

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
    """Yield each code whose marks or leading zeros differ from most codes of its length."""
    groups: dict[int, list[Kutipan]] = {}
    for kutipan in coded(naskah):
        groups.setdefault(len(pieces(kutipan.nomor)), []).append(kutipan)
    for group in groups.values():
        shapes = Counter(_written(each.nomor) for each in group)
        usual, often = shapes.most_common(1)[0]
        if often * 2 <= len(group):
            continue
        models = [each for each in group if _written(each.nomor) == usual]
        for each in group:
            if _written(each.nomor) != usual:
                like = series([f"“{one.nomor}” ({at(one)})" for one in models[:2]])
                pesan = f"Kode “{each.nomor}” ({cite(name(each), 8)}) ditulis lain daripada {often} kode setingkat, "
                pesan += f"misalnya {like}."
                right = _rewritten(each.nomor, models[0].nomor)
                saran = f"Tulis “{right}”." if right else "Tulis dengan pemisah dan nol yang sama."
                yield Pertentangan(each, pesan, saran, tuple(models[:2]))


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


def _written(code: str) -> str:
    # A number below ten shows whether zeros lead; larger ones do not.
    small = [part for part in pieces(code) if part.isdigit() and int(part) < 10]
    padded = "".join("0" if part.startswith("0") and len(part) > 1 else "." for part in small[:1])
    return f"{shape(code)} {padded or '*'}" if padded == "." else shape(code)
