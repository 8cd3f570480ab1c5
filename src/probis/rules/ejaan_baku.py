"""A word spelt in two ways cannot be searched for, and a misspelt decree is quoted misspelt."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType

from probis.edits import Ganti
from probis.model import PetaProsesBisnis, Temuan, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat

ATURAN = Aturan(
    nomor="K09",
    tingkat=Tingkat.PERINGATAN,
    judul="Kata ditulis dengan ejaan baku",
    mengapa="Kata yang sama dengan dua ejaan terbaca sebagai dua hal, tidak ketemu ketika dicari, dan tercetak salah "
    "pada keputusan. Yang diperiksa kata-kata pada daftar `ejaan.toml`; nama unit, jabatan, dan pihak serta kutipan "
    "dokumen rencana tidak diperiksa, sebab mengikuti peraturannya.",
    perbaikan="Ganti dengan bentuk bakunya.",
    sendiri="Kata yang tidak baku ditulis menurut daftar; huruf besarnya tetap, dan nama unit, jabatan, "
    "serta pihak dibiarkan.",
    dasar=(("permenpanrb-19-2018", "prinsip definitif"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield, once a word, each text of processes, products, explanations, maps, SOPs and decree that is misspelt."""
    own_names = _own_names(bahan.model)
    for at, field, text in _texts(bahan.model):
        rest = own_names.sub(" ", text) if own_names is not None else text
        for wrong in dict.fromkeys(found.group().casefold() for found in _pattern().finditer(rest)):
            pesan = f"“{wrong}” pada “{_short(text)}” tidak baku."
            yield Pelanggaran(at, pesan, f"Tulis “{_words()[wrong]}”.", field)


def salah_eja(teks: str) -> tuple[str, ...]:
    """Return the words of a text that the list holds as wrong, in small letters, each once, in order."""
    return tuple(dict.fromkeys(found.group().casefold() for found in _pattern().finditer(teks)))


def baku(kata: str) -> str:
    """Return the right form of a wrong word of the list, in small letters."""
    return _words()[kata]


@cache
def _words() -> Mapping[str, str]:
    data = tomllib.loads(files("probis.rules").joinpath("ejaan.toml").read_text(encoding="utf-8"))
    return MappingProxyType(data["kata"])


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_words(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _own_names(model: PetaProsesBisnis) -> re.Pattern[str] | None:
    organisasi = model.organisasi
    groups = (organisasi.unit, organisasi.jabatan, organisasi.pihak)
    names = {name for group in groups for one in group for name in (one.nama, one.nama_singkat) if name}
    spelt = sorted((name for name in names if _pattern().search(name)), key=len, reverse=True)
    return re.compile("|".join(re.escape(name) for name in spelt), re.IGNORECASE) if spelt else None


def _texts(model: PetaProsesBisnis) -> Iterator[tuple[str, str, str]]:
    for proses in model.proses:
        yield f"proses/{proses.id}", "nama", proses.nama
    for produk in model.produk:
        yield f"produk/{produk.id}", "nama", produk.nama
    for penjelasan in model.penjelasan:
        yield f"penjelasan/{penjelasan.id}", "bunyi", penjelasan.bunyi
    for peta in model.lintas_fungsi:
        for simpul in peta.simpul:
            yield alamat(peta, simpul.id), "nama", simpul.nama
        for alur in peta.alur:
            if alur.nama:
                yield alamat(peta, "alur", alur.id), "nama", alur.nama
    for sop in model.sop:
        yield f"sop/{sop.id}", "judul", sop.judul
    if model.keputusan is not None:
        yield "keputusan", "tentang", model.keputusan.tentang
        for text in model.keputusan.menimbang:
            yield "keputusan", "menimbang", text


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:9]) + (" …" if len(words) > 9 else "")


def mend(bahan: Bahan, temuan: Temuan) -> Ganti | None:
    """Spell all words of the text rightly, outside the names of units, positions and parties, and keep capitals."""
    own_names = _own_names(bahan.model)
    for at, field, text in _texts(bahan.model):
        if (at, field) == (temuan.alamat, temuan.bidang) and f"“{_short(text)}”" in temuan.pesan:
            held = [found.span() for found in own_names.finditer(text)] if own_names is not None else []
            spelt = _pattern().sub(partial(_right, held=held), text)
            return Ganti(at, field, text, spelt) if spelt != text else None
    return None


def _right(found: re.Match[str], *, held: list[tuple[int, int]]) -> str:
    word = found.group()
    if any(start <= found.start() < end for start, end in held):
        return word
    right = _words()[word.casefold()]
    if word.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if word[:1].isupper() else right
