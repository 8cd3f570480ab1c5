"""A reference to nothing breaks the map where the reader follows it."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from rapidfuzz import fuzz, process

from probis import law
from probis.edits import Ganti
from probis.model import Batas, LintasFungsi, Rentang, Rujukan, Sop, Temuan, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran
from probis.rules._terdekat import surely

ATURAN = Aturan(
    nomor="K45",
    tingkat=Tingkat.GALAT,
    judul="Setiap rujukan menunjuk unsur yang ada",
    mengapa="Peta, SOP, dan keputusan saling merujuk. Rujukan ke unsur yang tidak ada membuat gambar dan naskah tidak "
    "lengkap. Produk yang ditulis dengan kata-kata biasa boleh, dan dicatat agar masuk kamus produk.",
    perbaikan="Betulkan ejaan id-nya, atau tambahkan unsur yang dirujuk.",
    sendiri="Id yang salah eja satu huruf, atau nama yang ditulis sebagai ganti id, diganti dengan id "
    "yang pasti dimaksud.",
    dasar=(("permenpanrb-19-2018", "prinsip definitif"),),
)

_KATA = {
    "lintas-fungsi": "peta lintas fungsi",
    "simpul": "langkah",
    "nilai": "nilai hukum",
    "unit": "unit kerja",
    "fungsi": "fungsi unit kerja",
}
"""What a reader calls a kind whose own word says too little."""

Ids = Mapping[str, frozenset[str]]


def _known(bahan: Bahan) -> dict[str, frozenset[str]]:
    known = {kind: frozenset(element.id for element in found) for kind, found in bahan.model.jenis.items()}
    known["peraturan"] |= {peraturan.id for peraturan in law.semua_peraturan()}
    known["nilai"] = frozenset(nilai.id for nilai in law.semua_nilai())
    return known


def _inner(peta: LintasFungsi, known: Ids) -> dict[str, frozenset[str]]:
    return {
        **known,
        "simpul": frozenset(simpul.id for simpul in peta.simpul),
        "jalur": frozenset(jalur.id for jalur in peta.jalur),
        "alur": frozenset(alur.id for alur in peta.alur),
    }


def _mark(annotation: Any) -> Rujukan | None:
    for part in (*getattr(annotation, "__metadata__", ()), *get_args(annotation)):
        found = part if isinstance(part, Rujukan) else _mark(part) if part is not Ellipsis else None
        if found is not None:
            return found
    return None


def _nests(annotation: Any) -> bool:
    """Whether a field may hold a value with fields of its own."""
    if isinstance(annotation, type) and not get_args(annotation):
        return issubclass(annotation, BaseModel)
    return any(_nests(part) for part in get_args(annotation) if part is not Ellipsis)


@cache
def _fields(kind: type[BaseModel]) -> tuple[tuple[str, Rujukan | None], ...]:
    """The fields that may hold references, with what they name where they are references themselves."""
    found = []
    for name, field in kind.model_fields.items():
        own = next((part for part in field.metadata if isinstance(part, Rujukan)), None)
        mark = own or _mark(field.annotation)
        # A placement of what is gone is no gap in the map: `letak-dapat-dipenuhi` tells it.
        if name != "letak" and (mark is not None or _nests(field.annotation)):
            found.append((name, mark))
    return tuple(found)


Gap = tuple[str, str, Rujukan, str, Ids]
"""Where a reference names nothing: address, field, what it may name, what it names, and the ids there are."""


def _breach(gap: Gap) -> Pelanggaran:
    at, field, mark, target, _ = gap
    words = " atau ".join(_KATA.get(kind, kind) for kind in mark.kinds)
    if mark.bebas:
        pesan = f"“{target}” tidak ada dalam daftar {words}."
        return Pelanggaran(at, pesan, f"Tambahkan ke daftar {words} agar dapat dirujuk.", field, Tingkat.CATATAN)
    near = process.extractOne(target, _choices(gap), scorer=fuzz.ratio, score_cutoff=60)
    saran = f"Maksud Anda {near[0]}?" if near else f"Tambahkan {words} itu, atau betulkan rujukannya."
    return Pelanggaran(at, f"Rujukan `{field}` menunjuk {words} “{target}” yang tidak ada.", saran, field)


def _choices(gap: Gap) -> list[str]:
    _, _, mark, _, known = gap
    return sorted(id for kind in mark.kinds for id in known.get(kind, ()))  # noqa: A001


def _look(at: str, value: BaseModel, known: Ids, top: str = "") -> Iterator[Gap]:
    for name, mark in _fields(type(value)):
        content = getattr(value, name)
        field = top or name
        for item in content if isinstance(content, tuple) else (content,):
            if isinstance(item, str):
                if mark is not None and not any(item in known.get(kind, ()) for kind in mark.kinds):
                    yield at, field, mark, item, known
            elif isinstance(item, Rentang | Batas):
                span = item.waktu if isinstance(item, Batas) else item
                if span.nilai_hukum and span.nilai_hukum not in known["nilai"]:
                    yield at, field, Rujukan(("nilai",)), span.nilai_hukum, known
            elif isinstance(item, BaseModel) and not hasattr(item, "id"):
                yield from _look(at, item, known, field)


def _gaps(bahan: Bahan) -> Iterator[Gap]:
    known = _known(bahan)
    model = bahan.model
    yield from _look("arah", model.arah, known)
    yield from _look("organisasi", model.organisasi, known)
    inner: dict[str, Ids] = {peta.id: _inner(peta, known) for peta in model.lintas_fungsi}
    for at, element in model.unsur():
        kind, _, rest = at.partition("/")
        scope = inner[rest.partition("/")[0]] if kind == "lintas-fungsi" else known
        if isinstance(element, Sop):  # its details tell of the steps of its own map
            scope = inner.get(element.lintas_fungsi, known)
        yield from _look(at, element, scope)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each reference whose target is not there; for plain-text products only a note."""
    yield from map(_breach, _gaps(bahan))


def mend(bahan: Bahan, temuan: Temuan) -> Ganti | None:
    """Name the id that was surely meant: misspelt by a letter, or the name written instead of it."""
    for gap in _gaps(bahan):
        at, field, mark, target, _ = gap
        if (at, field) == (temuan.alamat, temuan.bidang) and _breach(gap).pesan == temuan.pesan:
            jenis = bahan.model.jenis
            names = {one.id: getattr(one, "nama", "") for kind in mark.kinds for one in jenis.get(kind, ())}
            meant = surely(target, _choices(gap), names)
            return Ganti(at, field, target, meant) if meant else None
    return None
