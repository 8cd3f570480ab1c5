"""Uploaded files to what was read in them: each read once, in a process of its own with bounded time and memory.

Everything about a file lies in a folder named by the SHA-256 of its bytes, so that the same file is never read twice
and a studio that starts anew knows what was read before: `naskah.<suffix>`, `nama`, `putusan.json`, `jadi.json`, and
`hasil-<n>` (the report, the draft, and what they were made from) or `gagal` with the reason. A child works in a
folder of its own under `.kerja`; what it made comes here whole, by one change of name, or not at all.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, cast

from django.conf import settings

from probis.model import ISI_SENDIRI, Usul
from probis.reading.drafting.sheet import name
from probis.reading.report import SKEMA
from probis.reading.shape import LaporanRows
from probis.studio.config.build import mark
from probis.studio.reading.child import Short

SUFFIXES = ("docx", "md", "pdf", "txt")
MOST_BYTES = 50_000_000
OLD_DAYS = 90
"""Days after which the list says of an upload that it is old."""
_NAME = re.compile(r"[0-9a-f]{64}")
_RESULT = re.compile(r"hasil-(\d{1,9})")
_LONGEST_NAME = 200
_lock = Lock()


class State(Enum):
    """How far the reading of a file is, in the words of the page."""

    READING = "sedang dibaca"
    READ = "terbaca"
    FAILED = "tidak terbaca"


class Refused(Exception):
    """A file that is not taken; the message says why, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Became:
    """The edition that a draft was made, by whom, and when."""

    instansi: str
    edisi: str
    judul: str
    oleh: str
    saat: datetime

    @property
    def path(self) -> str:
        """Where it stands in the studio."""
        return f"/{self.instansi}/{self.edisi}/"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was taken: its hash, its name as the person's computer has it, how far it is, when and how big.

    `result` is the folder of the newest reading, or None. `reason` says why the file, or the decisions on it, could
    not be worked through. `stale` says that something was decided since the draft was made, `outdated` that another
    version of the program read it.
    """

    sha256: str
    nama: str
    state: State
    saat: datetime
    ukuran: int
    result: Path | None = None
    reason: str = ""
    stale: bool = False
    outdated: bool = False
    jadi: tuple[Became, ...] = ()

    @property
    def path(self) -> str:
        """Where it stands in the studio."""
        return f"/baca/{self.sha256}/"

    @property
    def draft(self) -> Path:
        """The folder of the draft that was made of it."""
        assert self.result is not None, "only what was read has a draft"
        return self.result / "rancangan"

    @property
    def old(self) -> bool:
        """Whether it has been here for long."""
        return (datetime.now(UTC) - self.saat).days >= OLD_DAYS

    def short(self) -> Short:
        """Return what the list and the form say of the reading."""
        assert self.result is not None, "only what was read has numbers"
        said: Short = json.loads((self.result / "ringkas.json").read_bytes())
        return said

    def report(self) -> LaporanRows:
        """Return the report as the reading wrote it."""
        assert self.result is not None, "only what was read has a report"
        path = self.result / "laporan.json"
        return _report(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _report(path: Path, moment: int) -> LaporanRows:
    return cast("LaporanRows", json.loads(path.read_bytes()))


# Taking, finding, deleting -------------------------------------------------------------------------------------------


def take(nama: str, chunks: Iterable[bytes]) -> Upload:
    """Keep a file that is to be read; raise `Refused` for one that is too big, empty, or of another kind."""
    suffix = nama.rpartition(".")[2].casefold() if "." in nama else ""
    if suffix not in SUFFIXES:
        raise Refused(_other_kind(suffix))
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > MOST_BYTES:
            raise Refused(f"Berkas ini lebih besar dari {MOST_BYTES // 1_000_000} MB. Bagi naskahnya.")
    if not data:
        raise Refused("Berkas ini kosong: isinya 0 bita. Periksa berkasnya, lalu unggah lagi.")
    sha256 = hashlib.sha256(data).hexdigest()
    folder = folder_of(sha256)
    folder.mkdir(parents=True, exist_ok=True)
    kept = find(sha256)
    if kept is not None and kept.state is State.FAILED:  # perhaps for the suffix of its name: read it as this one
        for older in folder.glob("naskah.*"):
            older.unlink()
        (folder / "gagal").unlink(missing_ok=True)
    if not any(folder.glob("naskah.*")):
        write(folder / f"naskah.{suffix}", bytes(data))
    write(folder / "nama", _shown(nama, suffix).encode("utf-8", "replace"))
    found = find(sha256)
    assert found is not None, "a file that was kept is found"
    return found


def _other_kind(suffix: str) -> str:
    if suffix in ("doc", "rtf", "odt"):
        return f"Berkas .{suffix} tidak dibaca langsung. Buka di pengolah kata, simpan sebagai .docx, lalu unggah."
    if suffix in ("jpg", "jpeg", "png", "tif", "tiff", "heic"):
        return "Ini gambar. Jalankan OCR dahulu, simpan sebagai PDF berteks atau .txt, lalu unggah."
    if suffix in ("xls", "xlsx", "ppt", "pptx", "zip", "rar", "7z"):
        return f"Berkas .{suffix} bukan naskah keputusan. Pilih .docx, .pdf, .md, atau .txt."
    return "Pilih berkas .docx, .pdf, .md, atau .txt. Berkas .doc disimpan dahulu sebagai .docx."


def _shown(nama: str, suffix: str) -> str:
    """A name without signs that command instead of being read, such as those that turn the direction of writing."""
    kept = _plain(nama)
    if len(kept) > _LONGEST_NAME:
        kept = f"{kept[: _LONGEST_NAME - len(suffix) - 2]}….{suffix}"
    return kept if kept.casefold().strip(" .") != suffix else f"naskah.{suffix}"


def _plain(words: str) -> str:
    """Words on one line without control characters."""
    return " ".join("".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in words).split())


def find(sha256: str) -> Upload | None:
    """Return the upload of this hash, or None; also for one that is deleted just now."""
    try:
        return _found(sha256) if _NAME.fullmatch(sha256) else None
    except FileNotFoundError:
        return None


def _found(sha256: str) -> Upload | None:
    folder = folder_of(sha256)
    if not (folder / "nama").exists():
        return None
    source = source_of(folder)
    if source is None:
        return None
    size = source.stat()
    nama = (folder / "nama").read_text("utf-8")
    reason = (folder / "gagal").read_text("utf-8") if (folder / "gagal").exists() else ""
    result, made = _newest(folder)
    state = State.READ if result is not None else State.FAILED if reason else State.READING
    stale = result is not None and made.get("putusan") != fingerprint(decisions(sha256))
    return Upload(
        sha256,
        nama,
        state,
        datetime.fromtimestamp(size.st_mtime, UTC),
        size.st_size,
        result,
        reason,
        stale,
        result is not None and made.get("program") != mark(),
        _became(folder),
    )


def listed() -> list[Upload]:
    """Return the uploads, the newest first."""
    found = [upload for each in folders() if (upload := find(each.name)) is not None]
    return sorted(found, key=lambda each: (each.saat, each.sha256), reverse=True)


# Decisions -----------------------------------------------------------------------------------------------------------


def decisions(sha256: str) -> dict[str, Usul]:
    """Return the decided proposals by id, in the form in which `naskah.yaml` of a draft holds them."""
    try:
        held = json.loads((folder_of(sha256) / "putusan.json").read_bytes())
    except FileNotFoundError:
        return {}
    return {usul.id: usul for usul in map(Usul.model_validate, held)}


def decide(upload: Upload, made: Mapping[str, str], isian: str = "") -> None:
    """Keep decisions on proposals of the report, "" to take one back; what is no proposal or choice is left out.

    `isian` is what a person wrote where the choice is the one that is to be filled in.
    """
    known = {each["id"]: Usul.model_validate({**each, "putusan": "", "isian": ""}) for each in upload.report()["usul"]}
    with _lock:
        held = decisions(upload.sha256)
        for id_, key in made.items():
            usul = known.get(id_) or held.get(id_)
            if usul is None:
                continue
            if not key:
                held.pop(id_, None)
            else:
                chosen = usul.model_copy(
                    update={"putusan": key, "isian": name(_plain(isian)) if key == ISI_SENDIRI else "", "usang": False}
                )
                if chosen.diputuskan:
                    held[id_] = chosen
        written = json.dumps([usul.model_dump(mode="json") for usul in held.values()], ensure_ascii=False, indent=1)
        folder = folder_of(upload.sha256)
        write(folder / "putusan.json", written.encode())
        (folder / "gagal").unlink(missing_ok=True)


def fingerprint(held: Mapping[str, Usul]) -> str:
    """Return a mark that changes whenever a decision does."""
    said = "\n".join(f"{id_} {held[id_].putusan} {held[id_].isian}" for id_ in sorted(held))
    return hashlib.sha256(said.encode()).hexdigest()


# What it became ------------------------------------------------------------------------------------------------------


def became(sha256: str, made: Became) -> None:
    """Keep that the draft was made an edition."""
    with _lock:
        path = folder_of(sha256) / "jadi.json"
        held = json.loads(path.read_bytes()) if path.exists() else []
        held.append(
            {
                "instansi": made.instansi,
                "edisi": made.edisi,
                "judul": made.judul,
                "oleh": made.oleh,
                "saat": made.saat.isoformat(),
            }
        )
        write(path, json.dumps(held, ensure_ascii=False, indent=1).encode())


def _became(folder: Path) -> tuple[Became, ...]:
    try:
        held = json.loads((folder / "jadi.json").read_bytes())
    except FileNotFoundError:
        return ()
    return tuple(Became(**{**each, "saat": datetime.fromisoformat(each["saat"])}) for each in held)


# Files ---------------------------------------------------------------------------------------------------------------


def room() -> Path:
    """Return the folder of all uploads."""
    return Path(settings.UPLOADS)


def working() -> Path:
    """Return the folder in which children work."""
    return room() / ".kerja"


def folder_of(sha256: str) -> Path:
    """Return the folder of one upload."""
    return room() / sha256


def folders() -> Sequence[Path]:
    """Return the folders of all uploads."""
    return [each for each in room().iterdir() if _NAME.fullmatch(each.name)] if room().exists() else []


def source_of(folder: Path) -> Path | None:
    """Return the uploaded file in a folder, or None."""
    found = (each for each in sorted(folder.iterdir()) if each.stem == "naskah" and each.suffix[1:] in SUFFIXES)
    return next(found, None)


def results(folder: Path) -> list[Path]:
    """Return the readings of one upload, the newest last."""
    found = [(int(name[1]), each) for each in folder.iterdir() if (name := _RESULT.fullmatch(each.name))]
    return [each for _, each in sorted(found)]


def _newest(folder: Path) -> tuple[Path | None, Mapping[str, Any]]:
    """The newest reading in the shape that this program knows, and what it was made from."""
    for result in reversed(results(folder)):
        try:
            made = json.loads((result / "dari.json").read_bytes())
        except (OSError, ValueError):
            continue
        if made.get("skema") == SKEMA:
            return result, made
    return None, {}


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    beside = path.with_name(f".{path.name}")
    beside.write_bytes(data)
    beside.replace(path)
