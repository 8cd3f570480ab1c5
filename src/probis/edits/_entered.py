"""A correction written by hand to the changed lintas fungsi, or why a person must enter it: nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from probis.edits._asked import Pertanyaan
from probis.model import (
    Batas,
    Gerbang,
    Jabatan,
    Jalur,
    Kerja,
    LintasFungsi,
    Nama,
    PetaProsesBisnis,
    Pihak,
    Rentang,
    UnitKerja,
    Volume,
)

Entered = LintasFungsi | str
"""The changed lintas fungsi, or the reason why it is left to a person."""

_NAME: TypeAdapter[str] = TypeAdapter(Nama)
_ORDER = re.compile(
    r"(?:di)?(?:hapus|gabung|pisah|tambah|ganti|ubah|pindah|balik|tukar)(?:kan|i)?\b|tidak (?:ada|perlu|pernah)\b"
    r"|(?:se)?(?:belum|sudah|telah) (?:ini|itu|langkah)\b|lihat\b|sama dengan\b|belum (?:ada|tahu|jelas|pasti)\b|tanya",
    re.IGNORECASE,
)
"""How a remark begins that is about a step, and is not its name."""
_ADDED = re.compile(r"^(?:mulai|selesai): |\s*\(tindakan: [a-z]+\)$", re.IGNORECASE)
"""What the sheet adds to the name of a step, in case it is written down again with it."""
_DAYS = re.compile(r"\bhari kerja\b", re.IGNORECASE)


def entered(model: PetaProsesBisnis, peta: LintasFungsi, question: Pertanyaan, text: str) -> Entered:
    """Return `peta` with the correction of what `question` speaks of, where the text says it without doubt."""
    said = " ".join(text.split()) if question.bidang not in ("pelaksana", "pakai", "hasil") else text.strip()
    match question.bidang:
        case "volume":
            return _whole(peta, "volume", Volume, said, "Tulis jumlah dan masanya, misalnya 8 per tahun.")
        case "batas":
            return _whole(peta, "batas", Batas, _DAYS.sub("HK", said), "Tulis misalnya 14 HK sejak diterima.")
    simpul = peta.cari_simpul(question.unsur)
    if simpul is None:
        return "Ubah berkasnya sendiri."
    match question.bidang:
        case "langkah":
            return _named(peta, simpul, said)
        case "waktu" | "beban" | "paling_lama":
            return _timed(peta, simpul, question.bidang, Rentang, said)
        case "tenggat":
            return _timed(peta, simpul, "tenggat", Batas, said)
        case "pelaksana":
            return _performed(model, peta, simpul, said)
        case "pakai" | "hasil" if isinstance(simpul, Kerja):
            products = _names({p.id: (p.nama,) for p in model.produk})
            ids = _listed(said, products)
            return ids if isinstance(ids, str) else _step(peta, simpul, {question.bidang: ids})
    return "Ubah berkasnya sendiri; jalan keluar tidak dapat dibaca dari kalimat."


def _whole(peta: LintasFungsi, name: str, kind: type[Any], text: str, form: str) -> Entered:
    try:
        return peta.model_copy(update={name: kind.model_validate(text)})
    except ValidationError:
        return form


def _step(peta: LintasFungsi, simpul: Any, update: Mapping[str, Any]) -> LintasFungsi:
    changed = simpul.model_copy(update=dict(update))
    return peta.model_copy(update={"simpul": tuple(changed if s.id == simpul.id else s for s in peta.simpul)})


def _named(peta: LintasFungsi, simpul: Any, text: str) -> Entered:
    if isinstance(simpul, Gerbang):
        return "Ubah berkasnya sendiri; pecahan dan gabungan tidak bernama."
    if _ORDER.match(text):
        return "Terbaca sebagai perintah atau catatan, bukan nama langkah."
    try:
        name = _NAME.validate_python(_ADDED.sub("", text))
    except ValidationError:
        return "Nama langkah paling panjang 300 huruf."
    return _step(peta, simpul, {"nama": name}) if name else "Nama langkahnya kosong."


def _timed(peta: LintasFungsi, simpul: Any, field: str, kind: type[Any], text: str) -> Entered:
    try:
        return _step(peta, simpul, {field: kind.model_validate(_DAYS.sub("HK", text).rstrip("."))})
    except ValidationError:
        return (
            "Tidak terbaca sebagai waktu. Tulis angka dan satuan (menit, jam, HK, hari, minggu, bulan), misalnya 3 HK."
        )


# Doers --------------------------------------------------------------------------------------------------------------


def _performed(model: PetaProsesBisnis, peta: LintasFungsi, simpul: Any, text: str) -> Entered:
    organisasi = model.organisasi
    everybody: tuple[Jabatan | UnitKerja | Pihak, ...] = (*organisasi.jabatan, *organisasi.unit, *organisasi.pihak)
    known = {who.id: (who.nama, who.nama_singkat, who.sebutan) for who in everybody}
    ids = _listed(text, _names(known))
    if isinstance(ids, str):
        return ids
    lane = _lane(model, peta, simpul.jalur, ids)
    if lane is None:
        return "Peta ini tidak mempunyai (tepat satu) jalur bagi pelaksana itu."
    doers = tuple(id_ for id_ in ids if id_ != lane.pelaku)
    if not isinstance(simpul, Kerja):
        return "Ubah berkasnya sendiri." if doers else _step(peta, simpul, {"jalur": lane.id})
    return _step(peta, simpul, {"jalur": lane.id, "pelaksana": doers})


def _lane(model: PetaProsesBisnis, peta: LintasFungsi, own: str | None, ids: tuple[str, ...]) -> Jalur | None:
    """The lane in which all of these work: the step's own where it fits, else the only one of their own unit."""
    for homes in (_homes, _above):
        fitting = [lane for lane in peta.jalur if all(lane.pelaku in homes(model, id_) for id_ in ids)]
        kept = next((lane for lane in fitting if lane.id == own), None)
        if kept is not None or fitting:
            return kept or (fitting[0] if len(fitting) == 1 else None)
    return None


def _homes(model: PetaProsesBisnis, id_: str) -> tuple[str, ...]:
    who = model.cari_pelaku(id_)
    return (id_, who.unit) if isinstance(who, Jabatan) and who.unit else (id_,)


def _above(model: PetaProsesBisnis, id_: str) -> tuple[str, ...]:
    line = list(_homes(model, id_))
    units = {unit.id: unit.induk for unit in model.organisasi.unit}
    while (up := units.get(line[-1])) is not None and up not in line:
        line.append(up)
    return tuple(line)


# Names --------------------------------------------------------------------------------------------------------------


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .")


def _names(known: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    """Each name, and each id, that means one thing only."""
    found: dict[str, set[str]] = {}
    for id_, names in known.items():
        for name in (id_, *names):
            found.setdefault(_bare(name), set()).add(id_)
    return {name: next(iter(ids)) for name, ids in found.items() if name and len(ids) == 1}


def _listed(text: str, known: Mapping[str, str]) -> tuple[str, ...] | str:
    """The ids that a list of names means: one a line or between semicolons, or between commas where names have none."""
    splits: tuple[Callable[[str], list[str]], ...] = (
        lambda said: [said],
        lambda said: re.split(r"[;\n]", said),
        lambda said: re.split(r"[;\n,]", said),
    )
    for split in splits:
        parts = [_bare(part) for part in split(text) if _bare(part)]
        if parts and all(part in known for part in parts):
            return tuple(dict.fromkeys(known[part] for part in parts))
    unknown = next((part.strip() for part in re.split(r"[;\n]", text) if part.strip() and _bare(part) not in known), "")
    return f"“{unknown[:60]}” bukan nama yang dikenal, atau dipakai lebih dari satu."
