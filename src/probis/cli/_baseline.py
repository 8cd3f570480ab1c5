"""Findings to a baseline that is kept, and findings held against one: what is new, what is known, what is gone."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from probis.cli._stop import Stop
from probis.model import PetaProsesBisnis, Temuan

_VERSION = 1
_LARGEST = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Known:
    """A finding as a baseline keeps it: its fingerprint, and what tells a reader which one it was."""

    sidik: str
    aturan: str
    alamat: str
    pesan: str

    @property
    def row(self) -> dict[str, str]:
        """As plain data."""
        return {"sidik": self.sidik, "aturan": self.aturan, "alamat": self.alamat, "pesan": self.pesan}


@dataclass(frozen=True, slots=True)
class Compared:
    """Open findings that a baseline does not know, those that it knows, and what it knows that is no longer there."""

    new: tuple[Temuan, ...]
    known: tuple[Temuan, ...]
    gone: tuple[Known, ...]


def prints(found: Iterable[Temuan], model: PetaProsesBisnis | None) -> tuple[str, ...]:
    """Return a fingerprint for each finding, in their order.

    It is made of rule, address, field and message, without what changes when nothing changes: the lines of files,
    numbers, the codes of processes, and the name of the element itself. So it survives lines that move, codes that are
    renumbered, and a new name. Findings that are alike in all this are told apart by their order.
    """
    codes = _codes(model)
    seen: Counter[str] = Counter()
    made = []
    for temuan in found:
        said = "\x1f".join((temuan.aturan, temuan.alamat, temuan.bidang, _bare(temuan, model, codes)))
        seen[said] += 1
        made.append(hashlib.sha256(f"{said}\x1f{seen[said]}".encode()).hexdigest()[:32])
    return tuple(made)


def _codes(model: PetaProsesBisnis | None) -> re.Pattern[str] | None:
    codes = sorted({p.kode for p in model.proses if p.kode}, key=lambda kode: (-len(kode), kode)) if model else []
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, codes)) + r")(?!\w)") if codes else None


def _bare(temuan: Temuan, model: PetaProsesBisnis | None, codes: re.Pattern[str] | None) -> str:
    said = temuan.pesan
    found = model.cari(temuan.alamat) if model is not None and temuan.alamat else None
    name = getattr(found, "nama", "")
    if isinstance(name, str) and name:
        said = said.replace(name, "~")
    if codes is not None:
        said = codes.sub("", said)
    return " ".join(re.sub(r"\d+", "#", said).split())


def baseline(found: Iterable[Temuan], model: PetaProsesBisnis | None, pada: date) -> bytes:
    """Return the baseline of the findings that no exception excuses, as JSON in a fixed order."""
    open_ = [temuan for temuan in found if not temuan.dikecualikan]
    kept = sorted(
        (Known(sidik, t.aturan, t.alamat, t.pesan) for sidik, t in zip(prints(open_, model), open_, strict=True)),
        key=lambda known: (known.aturan, known.alamat, known.pesan, known.sidik),
    )
    said = {"acuan": _VERSION, "pada": pada.isoformat(), "temuan": [known.row for known in kept]}
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def read_baseline(path: Path) -> tuple[Known, ...]:
    """Read a baseline; raises Stop where the file is none."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError:
        raise Stop(f"{path}: berkas acuan ini tidak dapat dibaca.") from None
    if len(data) > _LARGEST:
        raise Stop(f"{path}: berkas acuan ini terlalu besar.")
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        raise Stop(_not_one(path)) from None
    if not isinstance(said, dict) or not isinstance(said.get("temuan"), list):
        raise Stop(_not_one(path))
    if said.get("acuan") != _VERSION:
        raise Stop(f"{path}: acuan ini ditulis versi Probis lain; tulis lagi dengan --tulis-acuan.")
    return tuple(_known(row, path) for row in said["temuan"])


def _known(row: Any, path: Path) -> Known:
    keys = ("sidik", "aturan", "alamat", "pesan")
    if not isinstance(row, Mapping) or not all(isinstance(row.get(key), str) for key in keys):
        raise Stop(_not_one(path))
    return Known(*(row[key] for key in keys))


def _not_one(path: Path) -> str:
    return f"{path}: berkas ini bukan acuan temuan; tulis dengan `probis periksa FOLDER --tulis-acuan {path.name}`."


def compare(found: Iterable[Temuan], model: PetaProsesBisnis | None, kept: Iterable[Known]) -> Compared:
    """Return the findings that no exception excuses, held against a baseline, and what is gone from it."""
    kept = tuple(kept)
    found = tuple(found)
    open_ = [temuan for temuan in found if not temuan.dikecualikan]
    mine = prints(open_, model)
    theirs, there = {known.sidik for known in kept}, set(mine)
    return Compared(
        tuple(t for sidik, t in zip(mine, open_, strict=True) if sidik not in theirs),
        tuple(t for sidik, t in zip(mine, open_, strict=True) if sidik in theirs),
        tuple(known for known in kept if known.sidik not in there),
    )
