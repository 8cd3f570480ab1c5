"""Check a folder: everything that its files and the rules say is wrong, with its place."""

import argparse
import json

from probis.cli._folder import day_argument, find, folder_argument, judged_on, read

SUMMARY = "Periksa sebuah folder: apa yang salah, di mana, dan bagaimana memperbaikinya."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FOLDER, --format, --semua, --perbaiki, --ya and --pada."""
    folder_argument(parser)
    parser.add_argument("--format", choices=("teks", "json"), default="teks", help="bentuk laporan (teks)")
    parser.add_argument("--semua", action="store_true", help="tampilkan juga temuan yang dikecualikan")
    parser.add_argument("--perbaiki", action="store_true", help="tulis perbaikan yang pasti, sesudah bertanya")
    parser.add_argument("--ya", action="store_true", help="perbaiki tanpa bertanya lagi")
    day_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Print the findings; 0 fine, 1 errors found, 2 the files cannot be taken as a model."""
    from probis.cli._report import count, has_errors, lines, rows

    bacaan = read(options.folder)
    pada = judged_on(options)
    if options.perbaiki and bacaan.nilai is not None:
        from probis.cli._mend import mend

        if mend(options, bacaan, pada):
            bacaan = read(options.folder)
    found = find(bacaan, pada)
    if options.format == "json":
        print(json.dumps(rows(found, pada), ensure_ascii=False, indent=2))
    else:
        for line in lines(found if options.semua else (t for t in found if not t.dikecualikan), str(options.folder)):
            print(line)
        print(f"Dinilai pada {pada.isoformat()}: {count(found)}.")
    if bacaan.nilai is None:
        return 2
    return 1 if has_errors(found) else 0
