"""Enter what a process owner answered: ticked rows become interviews, clear corrections change their own lines."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from probis.cli._folder import day, day_argument, folder_argument, judged_on, parts_of, read_model
from probis.cli._stop import Stop

if TYPE_CHECKING:
    from probis.documents.lembar_konfirmasi import Baris
    from probis.edits import Hasil
    from probis.model import Bacaan, LintasFungsi, PetaProsesBisnis

SUMMARY = "Catat jawaban pemilik proses pada lembar konfirmasi: usulan menjadi wawancara."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FOLDER, --id, --oleh, --tanggal, --baris, --semua, --dari, --ya and --pada."""
    folder_argument(parser)
    parser.add_argument("--id", required=True, help="id peta lintas fungsi yang dikonfirmasi")
    parser.add_argument("--oleh", metavar="NAMA", help="yang menjawab, dengan jabatannya: “Siti Aminah, Kepala Bagian”")
    parser.add_argument("--tanggal", type=day, metavar="TANGGAL", help="hari wawancara, misalnya 2026-11-20")
    rows = parser.add_mutually_exclusive_group()
    rows.add_argument(
        "--baris", metavar="KODE,KODE", help="kode baris yang dinyatakan benar, misalnya 07-waktu,07-hasil"
    )
    rows.add_argument("--semua", action="store_true", help="semua baris dinyatakan benar")
    rows.add_argument("--dari", type=Path, metavar="LEMBAR", help="lembar XLSX yang sudah diisi")
    parser.add_argument("--sidik", metavar="SIDIK", help="sidik pada lembar kertas; ditolak bila peta sudah berubah")
    parser.add_argument("--ya", action="store_true", help="catat tanpa bertanya lagi")
    day_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Show what will be written, ask, and write it; without answers list the open rows.

    1 where an answer is left to a person.
    """
    from probis.documents.lembar_konfirmasi import fingerprint, rows

    bacaan, model = read_model(options.folder)
    peta = model.cari_lintas_fungsi(options.id)
    if peta is None:
        raise Stop(f"Lintas fungsi “{options.id}” tidak ada. Pilih: {', '.join(p.id for p in model.lintas_fungsi)}.")
    if options.sidik and options.sidik != fingerprint(model, peta):
        raise Stop(
            f"Sidik peta sekarang {fingerprint(model, peta)}, bukan {options.sidik}: peta berubah. Tulis lembar baru."
        )
    asked = {row.kode: row for row in rows(model, peta)}
    if not (options.baris or options.semua or options.dari):
        return _list(asked)
    lacking = [name for name in ("oleh", "tanggal") if not getattr(options, name)]
    if lacking:
        raise Stop(f"Sebut {' dan '.join(f'--{name}' for name in lacking)}: siapa yang menjawab, dan kapan.")
    right, better, left = _answers(options, model, peta, asked)
    done = _entered(options, model, asked, right, better)
    left += [one.alasan for one in done.konfirmasi]
    assert done.model is not None
    new = done.model.cari_lintas_fungsi(peta.id)
    assert new is not None
    for line in _changes(asked, rows(done.model, new)):
        print(line)
    for line in left:
        print(f"▲ {line}")
    if new != peta:
        _write(options, bacaan, peta, new, done.model)
    else:
        print("Tidak ada yang perlu dicatat.")
    return 1 if left else 0


def _list(asked: "Mapping[str, Baris]") -> int:
    open_ = [row for row in asked.values() if row.pertanyaan.usulan]
    for row in open_:
        print(f"{row.kode}\t{row.langkah}\t{row.tentang}: {row.isi}")
    print(f"{len(open_)} baris masih usulan dari {len(asked)}.")
    return 0


def _answers(
    options: argparse.Namespace, model: "PetaProsesBisnis", peta: "LintasFungsi", asked: "Mapping[str, Baris]"
) -> tuple[list[str], dict[str, str], list[str]]:
    """The codes that are right, the corrections by code, and sentences about what was not taken."""
    if options.semua:
        return [code for code, row in asked.items() if row.pertanyaan.usulan], {}, []
    if options.baris:
        codes = [code.strip() for code in options.baris.split(",") if code.strip()]
        unknown = [code for code in codes if code not in asked]
        if unknown:
            raise Stop(f"Kode {', '.join(unknown)} tidak ada pada lembar {peta.id}. Lihat kodenya tanpa --baris.")
        return codes, {}, []
    from probis.interchange._lembar_konfirmasi import NotAWorkbook, answers
    from probis.interchange._workbook import MOST_BYTES

    try:
        with options.dari.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        found = answers(data, model, peta)
    except OSError:
        raise Stop(f"{options.dari}: berkas ini tidak ada atau tidak dapat dibaca.") from None
    except NotAWorkbook as reason:
        raise Stop(f"{options.dari}: {reason}\nTidak ada yang diubah.") from None
    return found.benar, found.perbaikan, found.tertinggal


def _entered(
    options: argparse.Namespace,
    model: "PetaProsesBisnis",
    asked: "Mapping[str, Baris]",
    right: list[str],
    better: Mapping[str, str],
) -> "Hasil":
    from probis.edits import find_edit

    given: dict[str, Any] = {
        "id": options.id,
        "oleh": options.oleh,
        "tanggal": options.tanggal,
        "benar": tuple(asked[code].pertanyaan.kunci for code in right),
        "perbaikan": {asked[code].pertanyaan.kunci: text for code, text in better.items()},
    }
    done = find_edit("konfirmasi").run(model, given, judged_on(options))
    if done.model is None:
        raise Stop("\n".join([*(f"{one.pesan} {one.saran}".strip() for one in done.temuan), "Tidak ada yang diubah."]))
    return done


def _changes(before: "Mapping[str, Baris]", after: "tuple[Baris, ...]") -> Iterator[str]:
    """A line for each row that is confirmed or corrected, and how many are still proposals."""
    old = {row.pertanyaan.kunci: row for row in before.values()}
    confirmed = 0
    for row in after:
        was = old.get(row.pertanyaan.kunci)
        if was is None or row.pertanyaan.sumber == was.pertanyaan.sumber:
            continue
        if row.isi != was.isi:
            yield f"{was.kode}\t{was.langkah}\t{row.tentang}: {was.isi} → {row.isi}"
        elif was.pertanyaan.usulan:
            confirmed += 1
            yield f"{was.kode}\t{was.langkah}\t{row.tentang}: {row.isi}, benar"
    still = sum(row.pertanyaan.usulan for row in after)
    yield f"{confirmed} baris dinyatakan benar; {still} baris masih usulan."


def _write(
    options: argparse.Namespace,
    bacaan: "Bacaan",
    before: "LintasFungsi",
    after: "LintasFungsi",
    meant: "PetaProsesBisnis",
) -> None:
    """Write the file of the map, once it is sure that it reads as what was meant."""
    from probis.interchange import yaml
    from probis.interchange.yaml.patch import Unpatchable, patched
    from probis.store.folder import FolderError, write_folder

    parts = parts_of(options.folder)
    path = f"lintas-fungsi/{before.id}.yaml"
    try:
        data = patched(parts[path], bacaan, before, after)
    except Unpatchable as reason:
        place = f"{path}:{reason.tempat.baris}" if reason.tempat else path
        raise Stop(f"{place}: {reason.pesan} Jalankan `probis rapikan {options.folder}`, lalu ulangi.") from None
    if yaml.read({**parts, path: data}).nilai != meant:
        raise Stop(
            f"{path}: susunan barisnya tidak dapat diubah dengan pasti, jadi berkas ini tidak disentuh. "
            f"Jalankan `probis rapikan {options.folder}`, lalu ulangi."
        )
    if not options.ya and not _agreed(f"Catat pada {options.folder / path}?"):
        raise Stop("Tidak ada yang diubah.")
    try:
        write_folder(options.folder, {path: data})
    except FolderError as error:
        raise Stop(str(error)) from None
    print(f"{options.folder / path}: jawaban {options.oleh} tercatat.")


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise Stop("Tambahkan --ya untuk mencatat tanpa bertanya. Tidak ada yang diubah.")
    try:
        return input(f"{question} [ya/tidak]: ").strip().lower() in ("ya", "y")
    except EOFError:
        return False
