"""The main job: check a folder, draw all its maps, write all its papers, and say what was made and found."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from probis.cli._folder import day_argument, find, folder_argument, judged_on, read_model
from probis.cli._write import write_all

if TYPE_CHECKING:
    from probis.maps import Map
    from probis.model import PetaProsesBisnis

SUMMARY = "Kerjakan semuanya: periksa, gambar semua peta, tulis semua dokumen."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FOLDER, --ke and --pada."""
    folder_argument(parser)
    parser.add_argument("--ke", type=Path, default=Path("hasil"), metavar="FOLDER", help="folder tujuan (hasil)")
    day_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Make everything, then write it; 1 where errors stand that no exception excuses."""
    from probis.cli._report import count, has_errors, lines, rows

    bacaan, model = read_model(options.folder)
    pada = judged_on(options)
    found = find(bacaan, pada)
    files: dict[str, bytes] = {
        "temuan.json": (json.dumps(rows(found, pada), ensure_ascii=False, indent=2) + "\n").encode(),
        "model.json": (model.model_dump_json(exclude_defaults=True, indent=2) + "\n").encode(),
    }
    jobs = list(_jobs(model, pada))
    for number, (title, make) in enumerate(jobs, start=1):
        print(f"[{number}/{len(jobs)}] {title}", file=sys.stderr, flush=True)
        files |= make()
    write_all(options.ke, files)
    open_ = [temuan for temuan in found if not temuan.dikecualikan]
    for line in lines(open_, str(options.folder)):
        print(line)
    print(f"{len(files)} berkas di {options.ke}: {_inventory(files)}.")
    print(f"Dinilai pada {pada.isoformat()}: {count(found)}.")
    return 1 if has_errors(found) else 0


def _jobs(model: "PetaProsesBisnis", pada: date) -> Iterator[tuple[str, Callable[[], dict[str, bytes]]]]:
    from functools import partial

    from probis.documents import all_documents
    from probis.maps import all_maps

    for kind in all_maps():
        for subject in kind.subjects(model):
            yield f"{kind.title} {subject.title}".strip(), partial(_map, model, kind, subject.id)
    for known in all_documents():
        if known.subject == "instansi":
            yield known.title, partial(_paper, model, known.slug, pada)


def _map(model: "PetaProsesBisnis", kind: "Map", subject_id: str | None) -> dict[str, bytes]:
    from probis.cli import _pictures

    screen, paper = _pictures.medium(model, "layar"), _pictures.medium(model, "kertas")
    made = _pictures.pictures(model, kind, subject_id, screen, "svg")
    made |= _pictures.pictures(model, kind, subject_id, paper, "pdf")
    return {f"peta/{name}": data for name, data in made.items()}


def _paper(model: "PetaProsesBisnis", slug: str, pada: date) -> dict[str, bytes]:
    from probis.documents import writer
    from probis.paper.render.pdf import render

    return {f"{slug}.pdf": render(writer(slug)(model, None, pada=pada))}


def _inventory(files: dict[str, bytes]) -> str:
    endings: dict[str, int] = {}
    for name in files:
        ending = name.rpartition(".")[2].upper()
        endings[ending] = endings.get(ending, 0) + 1
    return ", ".join(f"{number} {ending}" for ending, number in sorted(endings.items()))
