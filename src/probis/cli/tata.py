"""Lay out anybody's BPMN anew: the same file with new diagrams, or a picture, or places as JSON."""

import argparse
import json
from pathlib import Path

from probis.cli._stop import Stop
from probis.cli._write import write_file

SUMMARY = "Tata ulang gambar BPMN 2.0 dari alat apa pun; isi lainnya tetap."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare BERKAS, --format and --ke."""
    parser.add_argument("berkas", metavar="BERKAS", type=Path, help="berkas BPMN 2.0, dengan atau tanpa gambar")
    forms = ("bpmn", "svg", "png", "pdf", "json")
    parser.add_argument("--format", choices=forms, default="bpmn", help="bentuk hasil (bpmn)")
    parser.add_argument("--ke", type=Path, metavar="BERKAS", help="berkas tujuan (NAMA.tata.bpmn di samping asalnya)")


def run(options: argparse.Namespace) -> int:
    """Write the result and say its name; 1 where something could not be drawn, with its line on stderr."""
    import sys

    from probis.interchange.bpmn import Broken, draw

    source, form = options.berkas, options.format
    try:
        data = source.read_bytes()
    except OSError as error:
        raise Stop(f"{source}: {_cause(error)}") from None
    try:
        drawing = draw(data)
    except Broken as broken:
        place = f"{source}:{broken.line}" if broken.line else str(source)
        raise Stop(f"{place}: {broken.message}.\nTidak ada yang dibuat.") from None
    target = options.ke or source.with_name(f"{source.stem}.tata.{form}")
    match form:
        case "bpmn":
            files = {target: drawing.bpmn()}
        case "json":
            files = {target: (json.dumps(drawing.form(), ensure_ascii=False, indent=1) + "\n").encode()}
        case _:
            from probis.cli._pictures import pictures

            files = {target.with_name(name): out for name, out in pictures(drawing.scenes(), target.stem, form).items()}
    for path, out in files.items():
        write_file(path, out)
        print(path)
    for note in drawing.notes:
        print(f"{source}:{note.line}: ▲ {note.message}.", file=sys.stderr)
    return 1 if drawing.notes else 0


def _cause(error: OSError) -> str:
    known = {
        "FileNotFoundError": "berkas ini tidak ada",
        "IsADirectoryError": "ini folder; yang ditata satu berkas BPMN",
        "PermissionError": "berkas ini tidak boleh dibaca (tidak ada izin)",
    }
    return known.get(type(error).__name__, "berkas ini tidak dapat dibaca") + "."
