"""What a document says to where it contradicts itself, one kind of contradiction a file."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from probis.model import Naskah, Temuan, Tingkat
from probis.model.temuan import Tempat
from probis.reading.contradictions._pertentangan import Pemeriksa, Pemeriksaan, Pertentangan

_LONGEST = 200
"""Lines of one quotation that are searched for the words at fault."""


@cache
def contradictions() -> Mapping[str, tuple[Pemeriksaan, Pemeriksa]]:
    """Return each kind with what it looks for and how, by its slug."""
    names = sorted(info.name for info in iter_modules(__path__) if not info.name.startswith("_"))
    modules = {name.replace("_", "-"): import_module(f"{__name__}.{name}") for name in names}
    return {slug: (module.PEMERIKSAAN, module.check) for slug, module in modules.items()}


def check(naskah: Naskah, lines: Mapping[int, str] | None = None) -> tuple[Temuan, ...]:
    """Return what contradicts itself in a text, by line; each finding with its quotation and the other places.

    `lines` is the text of the file, line by line: with it a fault in a paragraph of several lines is told at the line
    where its words begin, else at the first.
    """
    found = []
    for slug, (pemeriksaan, look) in contradictions().items():
        for one in look(naskah):
            places = tuple(Tempat(naskah.nama, kutipan.baris_pertama) for kutipan in one.lain)
            place = Tempat(naskah.nama, one.baris or _line(one, lines or {}))
            level: Tingkat = one.tingkat or pemeriksaan.tingkat
            at = one.kutipan.tentang or "naskah"
            found.append(Temuan(slug, level, at, one.pesan, one.saran, tempat=place, lain=places))
    return tuple(sorted(found, key=lambda temuan: (temuan.tempat.baris if temuan.tempat else 0, temuan.aturan)))


def _line(one: Pertentangan, lines: Mapping[int, str]) -> int:
    """Return the line of a quotation in which the words at fault begin, or its first."""
    first = one.kutipan.baris_pertama
    last = int((re.findall(r"\d+", one.kutipan.baris) or ["0"])[-1])
    words = re.findall(r"\w+|[^\w\s]", one.kata)
    if not words or last - first > _LONGEST or not lines:
        return first
    rows = [" ".join(lines.get(number, "").split()) for number in range(first, last + 1)]
    edge = r"(?<!\w)" if words[0][0].isalnum() else ""
    found = re.search(edge + r"\s*".join(re.escape(word) for word in words) + r"(?!\w)", " ".join(rows), re.IGNORECASE)
    place = found.start() if found is not None else 0
    for number, row in enumerate(rows, first):
        if place <= len(row):
            return number
        place -= len(row) + 1
    return first
