"""Uploads that wait to a few children at a time, and what the children made to its place."""

import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Unfinished
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from django.utils import timezone

from probis.model import Usul
from probis.reading.report import SKEMA
from probis.studio.config.build import mark
from probis.studio.reading.child import LONGEST, Told
from probis.studio.reading.uploads import (
    State,
    Upload,
    decisions,
    find,
    fingerprint,
    folder_of,
    results,
    source_of,
    take,
    working,
    write,
)

BROKEN = "Berkas ini rusak atau terlalu besar untuk dibaca."
NO_ROOM = "Studio tidak dapat membaca berkas ini sekarang: periksa ruang cakramnya, lalu unggah lagi."
_AT_ONCE = 2
_ROUNDS = 20
"""How often one job begins anew because something was decided meanwhile."""

_lock = Lock()
_running: dict[str, "Future[None]"] = {}
_children: dict[str, "subprocess.Popen[bytes]"] = {}
_asked_anew: set[str] = set()


def taken(nama: str, chunks: Iterable[bytes]) -> Upload:
    """Keep a file and begin to read it; raise `Refused` for one that is not taken."""
    upload = take(nama, chunks)
    if upload.state is State.READING:
        again(upload.sha256)
    return upload


def found(sha256: str) -> Upload | None:
    """Return the upload of this hash, or None. What a stopped studio left half done is begun again."""
    upload = find(sha256)
    if upload is not None and _due(upload):
        again(sha256)
    return upload


def forget(sha256: str) -> None:
    """Delete a file and all that was read in it; maps that were made of it stay. A reading under way is ended."""
    aside = working() / f"hapus-{sha256}"
    shutil.rmtree(aside, ignore_errors=True)
    working().mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        folder_of(sha256).rename(aside)
    _stop(sha256)
    shutil.rmtree(aside, ignore_errors=True)


def again(sha256: str, *, anew: bool = False) -> None:
    """Read a file, or work its decisions in, unless that is being done; `anew` reads what was read before, too."""
    with _lock:
        if anew:
            _asked_anew.add(sha256)
            (folder_of(sha256) / "gagal").unlink(missing_ok=True)
        running = _running.get(sha256)
        if running is None or running.done():
            _running[sha256] = _pool().submit(_try, sha256)


def busy(sha256: str) -> bool:
    """Whether something is being done for a file, or waits for its turn."""
    running = _running.get(sha256)
    return running is not None and not running.done()


def wait(sha256: str, seconds: float) -> None:
    """Wait until nothing is being done for a file, at most so long."""
    running = _running.get(sha256)
    if running is not None:
        with suppress(Unfinished):
            running.result(seconds)


def _stop(sha256: str) -> None:
    """End the work on a file."""
    with _lock:
        child = _children.get(sha256)
        running = _running.get(sha256)
    if running is not None:
        running.cancel()
    if child is not None:
        child.kill()
    wait(sha256, 5)


def told(sha256: str) -> Told | None:
    """Return how far the reading of a file is; None where it waits for its turn."""
    found = sorted(working().glob(f"{sha256}-*/langkah"), key=_moment, reverse=True) if working().exists() else []
    for path in found:
        with suppress(OSError, ValueError):
            said: Told = json.loads(path.read_bytes())
            return said
    return None


def _moment(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=1)
def _pool() -> ThreadPoolExecutor:
    """The threads; whoever makes them sweeps what studios left behind that were stopped in the middle."""
    oldest = time.time() - LONGEST - 60
    for left in working().iterdir() if working().exists() else ():
        if _moment(left) < oldest * 1e9:
            shutil.rmtree(left, ignore_errors=True)
    return ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="baca")


def _try(sha256: str) -> None:
    """Read a file until its decisions are worked in; where that cannot even begin, say so instead of trying for ever.

    A file that is deleted meanwhile takes its reading along.
    """
    for _ in range(_ROUNDS):
        try:
            if not _read(sha256):
                return
        except (OSError, subprocess.SubprocessError):
            _fail(sha256, NO_ROOM)
            return


def _due(upload: Upload) -> bool:
    """Whether something is to be done that did not fail before."""
    return not upload.reason and (upload.state is State.READING or upload.stale)


def _read(sha256: str) -> bool:
    """Read a file once; whether it is to be done again, because something was decided meanwhile."""
    with _lock:
        anew = sha256 in _asked_anew
        _asked_anew.discard(sha256)
    upload, folder = find(sha256), folder_of(sha256)
    source = source_of(folder) if upload is not None else None
    if upload is None or source is None or not (anew or _due(upload)):
        return False
    held = decisions(sha256)
    working().mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f"{sha256}-", dir=working()))
    try:
        (work / "permintaan.json").write_text(json.dumps(_wanted(folder, source, held, anew=anew)), "utf-8")
        reason = _run(sha256, work)
        if not reason:
            made = {"skema": SKEMA, "program": mark(), "putusan": fingerprint(held)}
            write(work / "hasil" / "dari.json", json.dumps(made).encode())
            _place(folder, work / "hasil")
        elif folder.exists():
            _fail(sha256, reason)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if reason or not folder.exists():
        return False
    return sha256 in _asked_anew or fingerprint(decisions(sha256)) != fingerprint(held)


def _wanted(folder: Path, source: Path, held: Mapping[str, Usul], *, anew: bool) -> dict[str, Any]:
    return {
        "berkas": str(source),
        "dokumen": "" if anew else _document(folder),
        "nama": _named(folder, source),
        "putusan": [usul.model_dump(mode="json") for usul in held.values()],
        "tahun": timezone.localdate().year,
    }


def _document(folder: Path) -> str:
    """Return what the newest reading by this program kept of the file, or ""."""
    for result in reversed(results(folder)):
        with suppress(OSError, ValueError):
            if json.loads((result / "dari.json").read_bytes()).get("program") == mark():
                return str(result / "dokumen.json")
    return ""


def _named(folder: Path, source: Path) -> str:
    """The person's name of the file; with the suffix under which it is kept, if the same bytes came under another."""
    nama = (folder / "nama").read_text("utf-8")
    return nama if nama.casefold().endswith(source.suffix) else f"{nama}{source.suffix}"


def _run(sha256: str, work: Path) -> str:
    """Let a child do the work; return why it failed, "" where it did not."""
    command = [sys.executable, "-m", "probis.studio.reading.child", str(work)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_quiet())
    _children[sha256] = child
    try:
        code = child.wait(LONGEST)
    except subprocess.TimeoutExpired:
        return f"Membacanya memakan lebih dari {LONGEST} detik. Bagi naskahnya, lalu unggah bagian-bagiannya."
    finally:
        child.kill()
        child.wait()
        _children.pop(sha256, None)
    if code == 0:
        return ""
    said = (work / "gagal").read_text("utf-8") if (work / "gagal").exists() else ""
    return said[:2000] or BROKEN


def _place(folder: Path, made: Path) -> None:
    """Give a reading its place as the newest; the one before it stays for pages that are being made of it."""
    older = results(folder)
    number = int(older[-1].name.rpartition("-")[2]) + 1 if older else 1
    for free in range(number, number + 10):
        try:
            made.rename(folder / f"hasil-{free}")
            break
        except FileNotFoundError:  # the file was deleted meanwhile
            return
        except OSError as error:  # another process of the studio was first
            if error.errno not in (errno.EEXIST, errno.ENOTEMPTY):
                raise
    (folder / "gagal").unlink(missing_ok=True)
    for old in older[:-1]:
        shutil.rmtree(old, ignore_errors=True)


def _fail(sha256: str, reason: str) -> None:
    with suppress(OSError):
        write(folder_of(sha256) / "gagal", reason.encode("utf-8", "replace"))


def _quiet() -> dict[str, str]:
    """The child's environment: this one's, without what is the studio's own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("DJANGO")}
