"""Rewrite a folder in canonical form, or say which files are not in it."""

import argparse

from probis.cli._folder import folder_argument, read_model
from probis.cli._stop import Stop

SUMMARY = "Tulis ulang berkas sebuah folder dalam bentuk baku; isinya tetap."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FOLDER and --periksa."""
    folder_argument(parser)
    parser.add_argument("--periksa", action="store_true", help="hanya sebutkan berkas yang belum baku")


def run(options: argparse.Namespace) -> int:
    """Write what differs; 0 done (or nothing differs), 1 with --periksa where something does."""
    from probis.interchange import yaml
    from probis.store.folder import FolderError, read_folder, write_folder

    bacaan, model = read_model(options.folder)
    before = read_folder(options.folder)
    after = yaml.write(model, bacaan.naskah, before)
    differing = sorted(name for name in after if before.get(name) != after[name])
    if options.periksa:
        for name in differing:
            print(f"{name}: belum dalam bentuk baku.")
        return 1 if differing else 0
    try:
        write_folder(options.folder, {name: after[name] for name in differing})
    except FolderError as error:
        raise Stop(str(error)) from None
    print(f"{len(differing)} berkas ditulis ulang, {len(after) - len(differing)} sudah baku.")
    return 0
