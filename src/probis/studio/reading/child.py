"""A file and the decisions on it to report and draft, in a process of its own that may die without harm.

`python -m probis.studio.reading.child FOLDER` reads FOLDER/permintaan.json, works in FOLDER and nowhere else, and
leaves FOLDER/hasil whole, or says in FOLDER/gagal why not. FOLDER/langkah tells meanwhile how far it is. The process
takes its limits of memory and time before it reads anything, so the file is read in it and by no further process.
"""

import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TypedDict

from pydantic import TypeAdapter

from probis.model import Naskah, PetaProsesBisnis, Usul
from probis.reading.document import Document, Unreadable
from probis.reading.draft import draft
from probis.reading.formats import read
from probis.reading.progress import heard
from probis.reading.quotations import quoted
from probis.reading.report import report, rows
from probis.reading.shape import LaporanRows
from probis.store.apart import bounded, packed, unpacked
from probis.store.drafted import TooBig, files

LONGEST = 180
"""Seconds after which a reading is given up; the process ends itself even where nobody is left to end it."""
_EVERY = 0.3
_USUL = TypeAdapter(tuple[Usul, ...])


class Step(StrEnum):
    """What is being done, in the order of the work."""

    READING = "membaca"
    UNDERSTANDING = "memahami"
    DRAFTING = "menyusun"
    CHECKING = "memeriksa"


class Wanted(TypedDict):
    """What is to be read: the file, its name for people, the decisions so far, the year that stands for none.

    `dokumen` is what an earlier reading by the same program kept of the file, "" where there is none: only the work
    after the reading is done again, when something was decided.
    """

    berkas: str
    dokumen: str
    nama: str
    putusan: list[dict[str, object]]
    tahun: int


class Short(TypedDict):
    """What the list and the form say of a reading: some numbers, and the body that the draft speaks of."""

    baris: int
    halaman: int
    persen: float
    temuan: int
    terbuka: int
    kode: str
    nama: str
    awal: int
    akhir: int


class Told(TypedDict):
    """How far it is: the step, and how many pages or lines of how many, 0 where that is not known."""

    langkah: str
    selesai: int
    dari: int


def work(folder: Path) -> None:
    """Do what FOLDER/permintaan.json asks; raise `Unreadable` or `TooBig` where that cannot be done."""
    wanted: Wanted = json.loads((folder / "permintaan.json").read_text("utf-8"))
    steps = _Steps(folder)
    steps.begins(Step.READING)
    document = _kept(wanted["dokumen"])
    if document is None:
        with heard(steps.page):
            document = read(wanted["nama"], Path(wanted["berkas"]).read_bytes())
    steps.begins(Step.UNDERSTANDING, len(document.lines))
    said = quoted(document)
    steps.begins(Step.DRAFTING, len(document.lines))
    before = Naskah(nama="", usul=_decided(wanted["putusan"]))
    made = draft(said.naskah, before, wanted["tahun"], said.document)
    steps.begins(Step.CHECKING, len(document.lines))
    laporan = rows(report(said, made))
    parts, beside = files(made)
    whole = {f"rancangan/{name}": data for name, data in {**parts, **beside}.items()}
    whole["ringkas.json"] = json.dumps(_short(laporan, made.model), ensure_ascii=False).encode("utf-8", "replace")
    whole["laporan.json"] = json.dumps(laporan, ensure_ascii=False).encode("utf-8", "replace")
    whole["dokumen.json"] = json.dumps(packed(document), ensure_ascii=False).encode("utf-8", "surrogatepass")
    for name, data in whole.items():
        path = folder / "hasil" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _short(laporan: LaporanRows, model: PetaProsesBisnis) -> Short:
    body = model.instansi
    return {
        "baris": laporan["dokumen"]["baris"],
        "halaman": laporan["dokumen"]["halaman"],
        "persen": laporan["angka"]["persen"],
        "temuan": len(laporan["temuan"]),
        "terbuka": sum(not each["putusan"] and not each["usang"] for each in laporan["usul"]),
        "kode": body.id,
        "nama": body.nama,
        "awal": body.periode.awal,
        "akhir": body.periode.akhir,
    }


class Orphaned(Exception):
    """The studio that asked for the work is gone."""


class _Steps:
    """Writes how far it is, whole or not at all, and not more often than anybody looks; ends where nobody is left."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last = 0.0
        self._parent = os.getppid()

    def begins(self, step: Step, of: int = 0) -> None:
        self._write({"langkah": str(step), "selesai": 0, "dari": of})

    def page(self, done: int, of: int) -> None:
        now = time.monotonic()
        if now - self._last >= _EVERY:
            self._last = now
            self._write({"langkah": str(Step.READING), "selesai": done, "dari": of})

    def _write(self, told: Told) -> None:
        if os.getppid() != self._parent:
            raise Orphaned
        aside = self._folder / ".langkah"
        aside.write_text(json.dumps(told), "utf-8")
        aside.replace(self._folder / "langkah")


def _kept(path: str) -> Document | None:
    try:
        found = unpacked(Path(path).read_bytes()) if path else None
    except OSError:
        return None
    return found if isinstance(found, Document) else None


def _decided(kept: Sequence[dict[str, object]]) -> tuple[Usul, ...]:
    return _USUL.validate_python(kept)


def main(arguments: Sequence[str]) -> int:
    """Work within the limits; 0 done, 3 not readable with the reason in FOLDER/gagal, 4 nobody left to tell."""
    bounded()
    if hasattr(signal, "alarm"):
        signal.alarm(LONGEST)
    folder = Path(arguments[0])
    try:
        work(folder)
    except Unreadable as refused:
        reason = str(refused)
    except TooBig as refused:
        reason = str(refused)
    except Orphaned:
        shutil.rmtree(folder, ignore_errors=True)
        return 4
    else:
        return 0
    with suppress(OSError):
        (folder / "gagal").write_bytes(reason.encode("utf-8", "replace"))
    return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
