"""What a document says to where it contradicts itself, one kind of contradiction a file."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from probis.model import Naskah, Temuan, Tingkat
from probis.model.temuan import Tempat
from probis.reading.contradictions._pertentangan import Pemeriksa, Pemeriksaan


@cache
def contradictions() -> Mapping[str, tuple[Pemeriksaan, Pemeriksa]]:
    """Return each kind with what it looks for and how, by its slug."""
    names = sorted(info.name for info in iter_modules(__path__) if not info.name.startswith("_"))
    modules = {name.replace("_", "-"): import_module(f"{__name__}.{name}") for name in names}
    return {slug: (module.PEMERIKSAAN, module.check) for slug, module in modules.items()}


def check(naskah: Naskah) -> tuple[Temuan, ...]:
    """Return what contradicts itself in a text, by line; each finding with its quotation and the other places."""
    found = []
    for slug, (pemeriksaan, look) in contradictions().items():
        for one in look(naskah):
            places = tuple(Tempat(naskah.nama, kutipan.baris_pertama) for kutipan in one.lain)
            place = Tempat(naskah.nama, one.baris or one.kutipan.baris_pertama)
            level: Tingkat = one.tingkat or pemeriksaan.tingkat
            at = one.kutipan.tentang or "naskah"
            found.append(Temuan(slug, level, at, one.pesan, one.saran, tempat=place, lain=places))
    return tuple(sorted(found, key=lambda temuan: (temuan.tempat.baris if temuan.tempat else 0, temuan.aturan)))
