"""A folder named on the command line to what was read and found in it."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from probis.cli._stop import Stop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from probis.model import Bacaan, PetaProsesBisnis, Temuan
    from probis.paper import Image


def folder_argument(parser: argparse.ArgumentParser) -> None:
    """Add the FOLDER that every command begins with."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="folder berkas YAML sebuah instansi")


def parts_of(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by name; raises Stop where they cannot be read."""
    from probis.store.folder import FolderError, read_folder

    try:
        return read_folder(folder)
    except FolderError as error:
        raise Stop(str(error)) from None


def read(folder: Path) -> "Bacaan":
    """Read a folder; raises Stop where there is no folder to read."""
    from probis.interchange import yaml

    return yaml.read(parts_of(folder))


def read_model(folder: Path) -> tuple["Bacaan", "PetaProsesBisnis"]:
    """Read a folder that must hold a model; raises Stop with everything that is wrong where it does not."""
    from probis.cli._report import lines

    bacaan = read(folder)
    if bacaan.nilai is None:
        raise Stop("\n".join(lines(bacaan.temuan, str(folder))) + "\nTidak ada yang dibuat.")
    return bacaan, bacaan.nilai


def emblem_of(folder: Path, model: "PetaProsesBisnis") -> "Image | None":
    """Return the emblem that lies in the folder as lambang.svg or lambang.png; raises Stop where it cannot be used."""
    from probis.paper import BadImage
    from probis.store.emblem import image, read_emblem

    try:
        return next((image(data, model.instansi.nama) for data in read_emblem(folder).values()), None)
    except BadImage as error:
        raise Stop(str(error)) from None


def day(text: str) -> date:
    """Parse a date given as an argument, "2026-11-24"."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” bukan tanggal; tulis seperti 2026-11-24") from None


def day_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--pada`, the day as of which findings and exceptions are judged; today where it is not given."""
    parser.add_argument("--pada", type=day, default=None, metavar="TANGGAL", help="dinilai pada tanggal ini (hari ini)")


def judged_on(options: argparse.Namespace) -> date:
    """Return the day of judgement: the one given, else today; the shell has the clock."""
    given: date | None = options.pada
    return given if given is not None else date.today()


def find(bacaan: "Bacaan", pada: date) -> "tuple[Temuan, ...]":
    """Return what reading and the rules found, each with its place in the files, file by file."""
    from probis.rules import check

    found = list(bacaan.temuan)
    if bacaan.nilai is not None:
        found += placed(check(bacaan.nilai, bacaan.naskah, pada, keep_going=True), bacaan)
    return by_place(found)


def by_place(found: "Iterable[Temuan]") -> "tuple[Temuan, ...]":
    """Return findings file by file and line by line."""
    return tuple(
        sorted(found, key=lambda t: (t.tempat.berkas, t.tempat.baris, t.tempat.kolom) if t.tempat else ("", 0, 0))
    )


def drifted(unkept: "Iterable[Temuan]", bacaan: "Bacaan", pada: date) -> "tuple[Temuan, ...]":
    """Return the placements by hand that drawings do not keep, with their places and with what excuses them."""
    from probis.rules import excused

    assert bacaan.nilai is not None
    return by_place(excused(tuple(placed(unkept, bacaan)), bacaan.nilai, pada))


def placed(found: "Iterable[Temuan]", bacaan: "Bacaan") -> "list[Temuan]":
    """Return findings with their places in the files that were read."""
    from dataclasses import replace

    return [replace(temuan, tempat=bacaan.cari_tempat(temuan.alamat, temuan.bidang)) for temuan in found]
