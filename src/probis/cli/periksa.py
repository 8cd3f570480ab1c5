"""Check a folder: everything that its files and the rules say is wrong, with its place."""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from probis.cli._folder import day_argument, find, folder_argument, judged_on, read
from probis.cli._stop import Stop
from probis.cli._write import write_file

if TYPE_CHECKING:
    from probis.cli._baseline import Compared
    from probis.model import Temuan

SUMMARY = "Periksa sebuah folder: apa yang salah, di mana, dan bagaimana memperbaikinya."
FORMATS = ("teks", "html", "sarif", "json")
GROUPS = ("berkas", "aturan", "tidak")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FOLDER, --format, --kelompok, --semua, the baseline, --ke, --perbaiki and its choice, --ya, --pada."""
    folder_argument(parser)
    parser.add_argument("--format", choices=FORMATS, default="teks", help="bentuk laporan (teks)")
    parser.add_argument(
        "--kelompok",
        choices=GROUPS,
        help="kelompokkan laporan teks (berkas di layar, selain itu tidak: satu baris satu)",
    )
    parser.add_argument("--semua", action="store_true", help="tampilkan juga temuan yang dikecualikan")
    parser.add_argument("--perbaiki", action="store_true", help="tulis perbaikan yang pasti, sesudah bertanya")
    for name, does in (("hanya", "perbaiki hanya temuan"), ("kecuali", "perbaiki semua kecuali temuan")):
        parser.add_argument(
            f"--{name}",
            action="append",
            default=[],
            metavar="ATURAN[:ALAMAT]",
            help=f"{does} aturan ini, atau yang pada alamat ini; dapat diulang",
        )
    parser.add_argument("--ya", action="store_true", help="perbaiki tanpa bertanya lagi")
    parser.add_argument(
        "--acuan", type=Path, metavar="BERKAS", help="bandingkan dengan acuan: hanya temuan baru yang menggagalkan"
    )
    parser.add_argument("--tulis-acuan", type=Path, metavar="BERKAS", help="simpan temuan sekarang sebagai acuan")
    parser.add_argument("--ke", type=Path, metavar="BERKAS", help="tulis laporan ke berkas ini (layar)")
    day_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Print the findings; 0 fine, 1 errors found, 2 the files cannot be taken as a model."""
    from probis.cli._baseline import baseline, compare, read_baseline
    from probis.cli._report import has_errors, rows

    if (options.hanya or options.kecuali) and not options.perbaiki:
        raise Stop("--hanya dan --kecuali memilih perbaikan: tambahkan --perbaiki.")
    kept = read_baseline(options.acuan) if options.acuan else None
    bacaan = read(options.folder)
    pada = judged_on(options)
    if options.perbaiki and bacaan.nilai is not None:
        from probis.cli._mend import mend

        if mend(options, bacaan, pada):
            bacaan = read(options.folder)
    found = find(bacaan, pada)
    compared = compare(found, bacaan.nilai, kept) if kept is not None else None
    match options.format:
        case "json":
            said = json.dumps(rows(found, pada, compared), ensure_ascii=False, indent=2)
        case "sarif":
            from probis.cli._sarif import sarif

            said = json.dumps(sarif(found, bacaan.nilai, options.folder, compared), ensure_ascii=False, indent=2)
        case "html":
            from probis.cli._page import page

            said = page(found, bacaan.nilai, pada, str(options.folder), compared)
        case _:
            said = "\n".join(_as_text(options, found, compared))
    if options.tulis_acuan:
        write_file(options.tulis_acuan, baseline(found, bacaan.nilai, pada))
    if options.ke:
        write_file(options.ke, f"{said}\n".encode())
        print(options.ke)
    else:
        print(said)
    if bacaan.nilai is None:
        return 2
    return 1 if has_errors(found if compared is None else compared.new) else 0


def _as_text(options: argparse.Namespace, found: "tuple[Temuan, ...]", compared: "Compared | None") -> Iterator[str]:
    from probis.cli._report import by_file, by_rule, count, lines
    from probis.rules import all_rules

    excused = tuple(temuan for temuan in found if temuan.dikecualikan)
    open_ = compared.new if compared is not None else tuple(t for t in found if not t.dikecualikan)
    shown = open_
    if options.semua:
        known = {id(temuan) for temuan in compared.known} if compared is not None else set()
        shown = tuple(temuan for temuan in found if id(temuan) not in known)
    on_screen = sys.stdout.isatty() and not options.ke
    colour = on_screen and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size((100, 24)).columns if on_screen else 100
    match options.kelompok or ("berkas" if on_screen else "tidak"):
        case "berkas":
            yield from by_file(shown, width, colour)
        case "aturan":
            titles = {slug: rule.aturan.judul for slug, rule in all_rules().items()}
            yield from by_rule(shown, titles, width, colour)
        case _:
            yield from lines(shown, str(options.folder))
    pada = judged_on(options).isoformat()
    if compared is None:
        yield f"Dinilai pada {pada}: {count(found)}."
        return
    for gone in compared.gone:
        yield f"Tidak ada lagi: {gone.pesan} [{gone.aturan}]"
    yield f"Dinilai pada {pada}, temuan baru: {count((*open_, *excused))}."
    yield f"Menurut acuan: {len(compared.known)} sudah dikenal, {len(compared.gone)} tidak ada lagi."
