"""Uploaded files to what was read in them: each read once, in a process of its own with bounded time and memory.

Everything about a file lies in a folder named by the SHA-256 of its bytes, so that the same file is never read twice
and a studio that starts anew knows what was read before: `naskah.<suffix>`, `nama`, `laporan.json`, `rancangan/`, or
`gagal` with the reason.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from django.conf import settings

SUFFIXES = ("docx", "md", "pdf", "txt")
MOST_BYTES = 50_000_000
LONGEST = 180
"""Seconds after which a reading is given up."""

_AT_ONCE = 2
_CHILD = "import sys; from probis.store.apart import bounded; bounded(); from probis.cli import main; sys.exit(main())"
"""The command line as a program that takes its own limit of memory before it reads anything."""
_NAME = re.compile(r"[0-9a-f]{64}")


class State(Enum):
    """How far the reading of a file is, in the words of the page."""

    READING = "sedang dibaca"
    READ = "terbaca"
    FAILED = "tidak terbaca"


class Refused(Exception):
    """A file that is not taken; the message says why, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was taken: its hash, its name as the person's computer has it, and how far it is."""

    sha256: str
    nama: str
    state: State
    reason: str = ""

    @property
    def folder(self) -> Path:
        """Where everything about it lies."""
        return _room() / self.sha256

    @property
    def draft(self) -> Path:
        """The folder of the draft that was made of it."""
        return self.folder / "rancangan"

    def report(self) -> Mapping[str, Any]:
        """Return the report as the command line writes it in JSON."""
        return dict(json.loads((self.folder / "laporan.json").read_text("utf-8")))

    def page(self) -> bytes:
        """Return the report as a page of its own: the text with what was understood and what contradicts itself."""
        path = self.folder / "laporan.html"
        return path.read_bytes() if path.exists() else b""


def take(nama: str, chunks: Iterable[bytes]) -> Upload:
    """Keep a file and begin to read it; raise `Refused` for one that is too big, empty, or of another kind."""
    suffix = nama.rpartition(".")[2].casefold()
    if suffix not in SUFFIXES:
        raise Refused("Pilih berkas .docx, .pdf, .md, atau .txt. Berkas .doc disimpan dahulu sebagai .docx.")
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > MOST_BYTES:
            raise Refused(f"Berkas ini lebih besar dari {MOST_BYTES // 1_000_000} MB.")
    if not data:
        raise Refused("Berkas ini kosong.")
    sha256 = hashlib.sha256(data).hexdigest()
    folder = _room() / sha256
    folder.mkdir(parents=True, exist_ok=True)
    kept = find(sha256)
    if kept is not None and kept.state is State.FAILED:  # perhaps for the suffix of its name: read it as this one
        for older in folder.glob("naskah.*"):
            older.unlink()
        (folder / "gagal").unlink(missing_ok=True)
    if not any(folder.glob("naskah.*")):
        _write(folder / f"naskah.{suffix}", bytes(data))
    _write(folder / "nama", nama[-200:].encode("utf-8", "replace"))
    again(sha256)
    found = find(sha256)
    assert found is not None, "a file that was kept is found"
    return found


def again(sha256: str) -> None:
    """Read a file, unless it was read before or is being read."""
    with _lock:
        running = _running.get(sha256)
        if (running is None or running.done()) and not (_room() / sha256 / "laporan.json").exists():
            _running[sha256] = _pool().submit(_try, _room() / sha256)


def find(sha256: str) -> Upload | None:
    """Return the upload of this hash, or None. One that a stopped studio left half read is read again."""
    folder = _room() / sha256
    if not _NAME.fullmatch(sha256) or not (folder / "nama").exists():
        return None
    nama = (folder / "nama").read_text("utf-8")
    if (folder / "laporan.json").exists():
        return Upload(sha256, nama, State.READ)
    if (folder / "gagal").exists():
        return Upload(sha256, nama, State.FAILED, (folder / "gagal").read_text("utf-8"))
    again(sha256)
    return Upload(sha256, nama, State.READING)


def latest(most: int = 20) -> list[Upload]:
    """Return the uploads, the newest first."""
    room = _room()
    folders = [each for each in room.iterdir() if _NAME.fullmatch(each.name)] if room.exists() else []
    folders.sort(key=lambda each: (-each.stat().st_mtime_ns, each.name))
    return [upload for each in folders[:most] if (upload := find(each.name)) is not None]


# The reading ---------------------------------------------------------------------------------------------------------

_lock = Lock()
_running: dict[str, "Future[None]"] = {}


@lru_cache(maxsize=1)
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="baca")


def _room() -> Path:
    return Path(settings.UPLOADS)


def _try(folder: Path) -> None:
    """Read the file of a folder; where that cannot even begin, say so instead of trying for ever."""
    try:
        _read(folder)
    except (OSError, subprocess.SubprocessError, StopIteration):
        with suppress(OSError):
            _fail(folder, "Studio tidak dapat membaca berkas ini sekarang: periksa ruang cakramnya, lalu unggah lagi.")


def _read(folder: Path) -> None:
    """Read the file of a folder by the command line, as a child that cannot take the studio down with it."""
    source = next(each for each in sorted(folder.iterdir()) if each.stem == "naskah" and each.suffix[1:] in SUFFIXES)
    made = folder / "sedang"
    shutil.rmtree(made, ignore_errors=True)
    told = _run(folder, [source.name, "--ke", made.name, "--format", "json", "--laporan", "sedang.json"])
    if told or not (folder / "sedang.json").exists():
        _fail(folder, told or "Berkas ini rusak atau terlalu besar untuk dibaca.")
        return
    _run(folder, [source.name, "--format", "html", "--laporan", "laporan.html"])
    shutil.rmtree(folder / "rancangan", ignore_errors=True)
    made.rename(folder / "rancangan")
    (folder / "sedang.json").replace(folder / "laporan.json")


def _run(folder: Path, arguments: Sequence[str]) -> str:
    """Run `probis baca` in a folder; return why it failed, "" where it did not."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", _CHILD, "baca", *arguments],
            cwd=folder,
            capture_output=True,
            timeout=LONGEST,
            check=False,
            env=_quiet(),
        )
    except subprocess.TimeoutExpired:
        return f"Membacanya memakan lebih dari {LONGEST} detik. Bagi naskahnya, lalu unggah bagian-bagiannya."
    if done.returncode in (0, 1):
        return ""
    said = done.stderr.decode("utf-8", "replace").strip().removeprefix(f"{arguments[0]}: ")
    said = said.replace(f"Berkas “{arguments[0]}”", "Berkas ini").replace(f"berkas “{arguments[0]}”", "berkas ini")
    crashed = done.returncode < 0 or "Traceback" in said or not said
    return "Berkas ini rusak atau terlalu besar untuk dibaca." if crashed else said[-2000:]


def _fail(folder: Path, reason: str) -> None:
    _write(folder / "gagal", reason.encode())


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    beside = path.with_name(f".{path.name}")
    beside.write_bytes(data)
    beside.replace(path)


def _quiet() -> dict[str, str]:
    """The child's environment: this one's, without what would colour or translate its words."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO")}
    return {**kept, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
