"""The findings of a folder to their certain repairs: shown, asked about, and written into the lines concerned."""

import argparse
import sys
from typing import TYPE_CHECKING

from probis.cli._stop import Stop

if TYPE_CHECKING:
    from datetime import date

    from probis.edits import Perbaikan
    from probis.model import Bacaan, PetaProsesBisnis, Temuan


def mend(options: argparse.Namespace, bacaan: "Bacaan", pada: "date") -> bool:
    """Show each certain repair, ask unless `--ya`, and write them; True where files have changed."""
    from probis.rules import mended

    def tell(line: str) -> None:
        print(line, file=sys.stdout if options.format == "teks" else sys.stderr)

    if bacaan.nilai is None:
        raise Stop("Berkas yang tidak terbaca diperbaiki lebih dahulu, sesuai saran pada temuannya.")
    only, but = _choices(options.hanya), _choices(options.kecuali)

    def chosen(temuan: "Temuan") -> bool:
        return (not only or any(_names(one, temuan) for one in only)) and not any(_names(one, temuan) for one in but)

    _, repairs = mended(bacaan.nilai, bacaan.naskah, pada, chosen)
    if not repairs:
        among = " di antara yang dipilih" if only or but else ""
        tell(f"Tidak ada temuan{among} dengan perbaikan yang pasti.")
        return False
    files, changed, done, left = _written(options, bacaan, repairs)
    for temuan, repair in done:
        place = bacaan.cari_tempat(temuan.alamat, temuan.bidang) or temuan.alamat
        tell(f"{place}: {said(bacaan.nilai, repair)} [{temuan.aturan}]")
    for temuan, _ in left:
        place = bacaan.cari_tempat(temuan.alamat, temuan.bidang) or temuan.alamat
        tell(f"▲ {place}: barisnya tidak dapat diubah sendiri; ubah dengan tangan. [{temuan.aturan}]")
    if not changed:
        return False
    if not options.ya and not agreed(f"Tulis {len(done)} perbaikan pada {len(changed)} berkas?", "--ya"):
        tell("Tidak ada yang diubah.")
        return False
    write(options, files, changed)
    tell(f"{len(done)} perbaikan ditulis pada {', '.join(changed)}.")
    return True


def _choices(given: list[str]) -> list[tuple[str, str]]:
    """Rule and address of each choice, the address empty where all findings of the rule are meant."""
    from rapidfuzz import fuzz, process

    from probis.rules import MENDING, all_rules

    known = sorted((*all_rules(), *MENDING))
    found = []
    for one in given:
        rule, _, address = one.partition(":")
        if rule not in known:
            near = process.extractOne(rule, known, scorer=fuzz.ratio, score_cutoff=70)
            meant = f" Maksud Anda {near[0]}?" if near else ""
            raise Stop(f"Aturan “{rule}” tidak ada.{meant} Tidak ada yang diubah.")
        found.append((rule, address))
    return found


def _names(choice: tuple[str, str], temuan: "Temuan") -> bool:
    """Whether a choice names a finding: its rule and, where it has an address, that element or one within it."""
    rule, address = choice
    return temuan.aturan == rule and (not address or f"{temuan.alamat}/".startswith(f"{address}/"))


def said(model: "PetaProsesBisnis", repair: "Perbaikan") -> str:
    """What a repair does, before → after."""
    from probis.edits import Ganti

    if isinstance(repair, Ganti):
        return f"{repair.bidang}: {repair.lama} → {repair.baru}"
    if not repair.bidang:
        return f"{repair.alamat} → dihapus"
    entry = getattr(model.cari(repair.alamat), repair.bidang)[repair.nomor]
    words = ", ".join(f"{name}: {value}" for name, value in entry.model_dump(exclude_defaults=True).items())
    return f"{repair.bidang} {{{words}}} → dihapus"


def _written(
    options: argparse.Namespace, bacaan: "Bacaan", repairs: "tuple[tuple[Temuan, Perbaikan], ...]"
) -> "tuple[dict[str, bytes], dict[str, bytes], list[tuple[Temuan, Perbaikan]], list[tuple[Temuan, Perbaikan]]]":
    """The files as they are, those that change, the repairs in them, and those that no line takes."""
    from probis.cli._folder import parts_of
    from probis.edits import repaired
    from probis.interchange.yaml.patch import Unpatchable
    from probis.interchange.yaml.patch_folder import patched_folder

    files = parts_of(options.folder)
    model = bacaan.nilai
    assert model is not None

    def tried(chosen: "list[tuple[Temuan, Perbaikan]]") -> dict[str, bytes] | None:
        made = model
        for _, repair in chosen:
            made = repaired(made, repair) or made
        try:
            return patched_folder(files, bacaan, made)
        except Unpatchable:
            return None

    whole = tried(list(repairs))
    if whole is not None:
        return files, whole, list(repairs), []
    changed: dict[str, bytes] = {}
    done: list[tuple[Temuan, Perbaikan]] = []
    for one in repairs:
        found = tried([*done, one])
        if found is not None:
            changed = found
            done.append(one)
    return files, changed, done, [one for one in repairs if one not in done]


def agreed(question: str, without: str) -> bool:
    """Ask on the terminal; raises Stop where nobody can answer."""
    if not sys.stdin.isatty():
        raise Stop(f"Tambahkan {without} untuk menulis tanpa bertanya. Tidak ada yang diubah.")
    try:
        return input(f"{question} [ya/tidak]: ").strip().lower() in ("ya", "y")
    except EOFError:
        return False


def write(options: argparse.Namespace, before: dict[str, bytes], changed: dict[str, bytes]) -> None:
    """Write the files that change, unless somebody has changed the folder in the meantime."""
    from probis.cli._folder import parts_of
    from probis.store.folder import FolderError, write_folder

    if parts_of(options.folder) != before:
        raise Stop("Isi folder berubah sementara pertanyaan menunggu. Ulangi. Tidak ada yang diubah.")
    try:
        write_folder(options.folder, changed)
    except FolderError as error:
        raise Stop(str(error)) from None
