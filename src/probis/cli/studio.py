"""Open the studio on one or several folders, in the browser of this machine."""

import argparse
from pathlib import Path

SUMMARY = "Buka studio di peramban, dengan folder-folder ini; naskah keputusan dibaca di halaman “Baca keputusan”."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FOLDER …, --alamat, --porta and --buka."""
    parser.add_argument("folder", metavar="FOLDER", nargs="*", type=Path, help="folder berkas YAML instansi")
    parser.add_argument("--alamat", default="127.0.0.1", help="alamat tempat melayani (127.0.0.1)")
    parser.add_argument("--porta", type=int, default=8019, help="nomor porta (8019)")
    parser.add_argument("--buka", action="store_true", help="buka peramban")


def run(options: argparse.Namespace) -> int:
    """Serve until stopped."""
    from probis.studio.serve import run as serve

    return serve(options.folder, options.alamat, options.porta, open_browser=options.buka)
