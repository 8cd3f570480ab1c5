"""The main job: check a folder, draw all its maps, write all its papers, and say what was made and found."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from probis.cli._folder import day_argument, find, folder_argument, judged_on, parts_of, read_model
from probis.cli._write import write_all

if TYPE_CHECKING:
    from probis.model import PetaProsesBisnis

SUMMARY = "Kerjakan semuanya: periksa, gambar semua peta, tulis semua dokumen."
MOST_WORKERS = 8


@dataclass(frozen=True, slots=True)
class Job:
    """One map (kind and subject) or one document (its name) to make; `title` is what the progress says."""

    title: str
    name: str
    subject_id: str | None = None
    document: bool = False


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
    files = {
        "temuan.json": (json.dumps(rows(found, pada), ensure_ascii=False, indent=2) + "\n").encode(),
        "model.json": (model.model_dump_json(exclude_defaults=True, indent=2) + "\n").encode(),
    }
    files |= _made(parts_of(options.folder), list(_jobs(model)), pada)
    write_all(options.ke, files)
    for line in lines((temuan for temuan in found if not temuan.dikecualikan), str(options.folder)):
        print(line)
    print(f"{len(files)} berkas di {options.ke}: {_inventory(files)}.")
    print(f"Dinilai pada {pada.isoformat()}: {count(found)}.")
    return 1 if has_errors(found) else 0


def _jobs(model: "PetaProsesBisnis") -> Iterator[Job]:
    """Yield the documents first: they take longest, and the maps fill the time beside them."""
    from probis.documents import all_documents
    from probis.maps import all_maps

    for known in all_documents():
        if known.subject == "instansi":
            yield Job(known.title, known.slug, document=True)
    for kind in all_maps():
        for subject in kind.subjects(model):
            yield Job(f"{kind.title} {subject.title}".strip(), kind.slug, subject.id)


def _made(parts: Mapping[str, bytes], jobs: list[Job], pada: date) -> dict[str, bytes]:
    """Do the jobs on all processors; what is made does not depend on which of them does it, or when."""
    files: dict[str, bytes] = {}
    workers = max(1, min(os.cpu_count() or 1, MOST_WORKERS, len(jobs)))
    with ProcessPoolExecutor(workers, initializer=_take, initargs=(dict(parts), pada)) as pool:
        waiting = {pool.submit(_make, job): job for job in jobs}
        try:
            for number, done in enumerate(as_completed(waiting), start=1):
                files |= done.result()
                print(f"[{number}/{len(jobs)}] {waiting[done].title}", file=sys.stderr, flush=True)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return files


_given: "tuple[PetaProsesBisnis, date] | None" = None  # in a worker: what all its jobs are about


def _take(parts: dict[str, bytes], pada: date) -> None:
    from probis.interchange import yaml

    global _given
    model = yaml.read(parts).nilai
    _given = (model, pada) if model is not None else None


def _make(job: Job) -> dict[str, bytes]:
    if _given is None:
        raise RuntimeError("a worker was started without a model")
    model, pada = _given
    return _paper(model, job.name, pada) if job.document else _map(model, job)


def _map(model: "PetaProsesBisnis", job: Job) -> dict[str, bytes]:
    from probis.cli import _pictures
    from probis.maps import find_map

    kind = find_map(job.name)
    if kind is None:
        raise RuntimeError(f"no map is called {job.name}")
    screen, paper = _pictures.medium(model, "layar"), _pictures.medium(model, "kertas")
    made = _pictures.pictures(model, kind, job.subject_id, screen, "svg")
    made |= _pictures.pictures(model, kind, job.subject_id, paper, "pdf")
    return {f"peta/{name}": data for name, data in made.items()}


def _paper(model: "PetaProsesBisnis", slug: str, pada: date) -> dict[str, bytes]:
    from probis.documents import writer
    from probis.paper.render.pdf import render

    return {f"{slug}.pdf": render(writer(slug)(model, None, pada=pada))}


def _inventory(files: Mapping[str, bytes]) -> str:
    endings: dict[str, int] = {}
    for name in files:
        ending = name.rpartition(".")[2].upper()
        endings[ending] = endings.get(ending, 0) + 1
    return ", ".join(f"{number} {ending}" for ending, number in sorted(endings.items()))
