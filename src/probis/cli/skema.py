"""Write the JSON Schemas of the file form, for editors that complete and check while one types."""

import argparse
import json
from pathlib import Path

from probis.cli._write import write_all

SUMMARY = "Tulis skema JSON bentuk berkas, untuk penyunting teks."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare --ke and --bagian."""
    parser.add_argument("--ke", type=Path, metavar="FOLDER", help="tulis semua skema ke folder ini")
    parser.add_argument("--bagian", metavar="NAMA", help="cetak skema satu bagian, misalnya lintas-fungsi")


def run(options: argparse.Namespace) -> int:
    """Write all schemas, or print one (or all)."""
    from probis.cli._stop import Stop
    from probis.interchange import yaml

    schemas = yaml.schemas()
    if options.ke is not None:
        text = {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas.items()}
        write_all(options.ke, {f"{name}.json": value.encode() for name, value in text.items()})
        print(f"{len(schemas)} skema ditulis ke {options.ke}.")
        return 0
    if options.bagian is not None and options.bagian not in schemas:
        raise Stop(f"Bagian “{options.bagian}” tidak ada. Pilih: {', '.join(sorted(schemas))}.")
    shown = schemas if options.bagian is None else schemas[options.bagian]
    print(json.dumps(shown, ensure_ascii=False, indent=2))
    return 0
