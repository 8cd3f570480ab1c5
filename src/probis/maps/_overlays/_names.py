"""Elements, fields and values of the model to the words in which an overlay speaks of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from probis.law.istilah import cari_istilah
from probis.maps import _steps as steps
from probis.model import (
    Aliran,
    Alur,
    Gerbang,
    Hubungan,
    Jalur,
    LintasFungsi,
    Penjelasan,
    PetaProsesBisnis,
    Proses,
    SimpulApaPun,
)

_KINDS: Final[Mapping[str, str]] = {
    "mulai": "mulai",
    "selesai": "selesai",
    "kegiatan": "langkah",
    "putusan": "putusan",
    "tunggu": "tunggu",
    "panggil": "panggilan",
    "gerbang": "cabang",
}
_NAMING: Final = frozenset(
    {"pemilik", "terlibat", "pelaku", "jalur", "dari", "ke", "induk", "pihak", "produk", "pakai", "hasil", "pelaksana",
     "bersama", "proses", "lintas_fungsi", "unit", "tentang", "melayani"}
)  # fmt: skip
_LONG: Final = frozenset({"sumber", "catatan", "tambahan", "asing", "letak"})
_ENDS: Final[Mapping[str, str]] = {"dari": "asal", "ke": "tujuan"}
EMPTY: Final = "kosong"


def kind_word(model: PetaProsesBisnis, alamat: str) -> str:
    """What kind of thing stands at an address: "langkah", "alur", "proses"."""
    found = model.cari(alamat)
    jenis = getattr(found, "jenis", "")
    if isinstance(found, Alur):
        return "alur"
    if isinstance(found, Jalur):
        return "jalur"
    if isinstance(jenis, str) and alamat.startswith("lintas-fungsi/") and alamat.count("/") == 2:
        return _KINDS.get(jenis, "langkah")
    return alamat.partition("/")[0].replace("-", " ")


def named(model: PetaProsesBisnis, alamat: str) -> str:
    """The element by its kind and name: "langkah Memeriksa berkas", "alur dari Memeriksa ke Menelaah"."""
    return f"{kind_word(model, alamat)} {name(model, alamat)}".strip()


def name(model: PetaProsesBisnis, alamat: str) -> str:
    """The name of the element at an address; the id where it has none."""
    found = model.cari(alamat)
    peta = model.cari_lintas_fungsi(alamat.split("/")[1]) if alamat.count("/") >= 2 else None
    match found:
        case None:
            return alamat.rpartition("/")[2]
        case Proses():
            return f"{found.kode} {found.nama}".strip()
        case LintasFungsi():
            proses = model.cari_proses(found.proses)
            return f"{proses.kode} {proses.nama}".strip() if proses is not None else found.id
        case Alur() if peta is not None:
            ends = [_node(model, peta, end) for end in (found.dari, found.ke)]
            return f"dari {ends[0]} ke {ends[1]}" + (f" ({found.nama})" if found.nama else "")
        case Jalur():
            return found.nama or model.sebutan(found.pelaku)
        case Aliran():
            ends = [model.sebutan(end) if end else "belum diketahui" for end in (found.dari, found.ke)]
            return f"{model.nama_produk(found.produk)} dari {ends[0]} ke {ends[1]}"
        case Hubungan():
            return f"{found.jenis.replace('_', ' ')} dari {model.sebutan(found.dari)} ke {model.sebutan(found.ke)}"
        case Penjelasan():
            return f"nomor {found.nomor}"
        case _ if peta is not None:
            return _node(model, peta, found.id)
        case _:
            return str(getattr(found, "nama", "") or getattr(found, "bunyi", "") or getattr(found, "id", alamat))


def _node(model: PetaProsesBisnis, peta: LintasFungsi, id_: str) -> str:
    simpul: SimpulApaPun | None = peta.cari_simpul(id_)
    if simpul is None:
        return id_
    if isinstance(simpul, Gerbang) and not simpul.nama:
        return steps.gate_word(model, peta, simpul).lower()
    return steps.text_of(model, simpul) or id_


def field_of(model: PetaProsesBisnis, alamat: str, key: str) -> str:
    """A field with the element it belongs to: "pemilik proses BO-01", where the label names the kind already."""
    label, kind = field(key), kind_word(model, alamat)
    return f"{label} {name(model, alamat)}" if label.endswith(f" {kind}") else f"{label} {named(model, alamat)}"


def field(key: str) -> str:
    """The label of a field, in the middle of a sentence."""
    if key in _ENDS:
        return _ENDS[key]
    istilah = cari_istilah(key)
    label = istilah.label if istilah is not None else key.replace("_", " ")
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def changed(model: PetaProsesBisnis, old: PetaProsesBisnis, alamat: str, key: str, was: Any, now: Any) -> str:
    """A change of one field in words: "waktu 6 HK menjadi 4 HK"."""
    if key in _LONG:
        return f"{field(key)} berubah"
    before, after = said(old, alamat, key, was), said(model, alamat, key, now)
    if before == after:
        return f"{field(key)} berubah"
    if before == EMPTY:
        return f"{field(key)} diisi {after}"
    if after == EMPTY:
        return f"{field(key)} {before} dihapus"
    return f"{field(key)} {before} menjadi {after}"


def said(model: PetaProsesBisnis, alamat: str, key: str, value: Any) -> str:
    """A value in words; references by the name of what they name."""
    match value:
        case None | "" | ():
            return EMPTY
        case bool():
            return "ya" if value else "tidak"
        case tuple():
            return ", ".join(said(model, alamat, key, each) for each in value)
        case str() if key in _NAMING:
            return _reference(model, alamat, key, str(value))
        case str():
            text = str(value)
            return f"“{text}”" if " " in text else text
        case _:
            short = getattr(value, "ringkas", None)
            return short if isinstance(short, str) else str(getattr(value, "nama", "") or value)


def _reference(model: PetaProsesBisnis, alamat: str, key: str, value: str) -> str:
    parts = alamat.split("/")
    peta = model.cari_lintas_fungsi(parts[1]) if len(parts) > 2 else None
    if peta is not None and key in ("dari", "ke"):
        return _node(model, peta, value)
    if peta is not None and key in ("jalur", "induk"):
        lane = peta.cari_jalur(value)
        return (lane.nama or model.sebutan(lane.pelaku)) if lane is not None else value
    proses = model.cari_proses(value)
    if proses is not None:
        return f"{proses.kode} {proses.nama}".strip()
    return model.sebutan(value)
