"""The main job: check a folder, draw all its maps, write all its papers, and say what was made and found."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from probis.cli._folder import (
    by_place,
    day_argument,
    drifted,
    emblem_of,
    find,
    folder_argument,
    judged_on,
    parts_of,
    read_model,
)
from probis.cli._write import write_all

if TYPE_CHECKING:
    from probis.documents import Document, Volume
    from probis.drawing.scene import Scene
    from probis.model import PetaProsesBisnis, Temuan
    from probis.paper import Image

SUMMARY = "Kerjakan semuanya: periksa, gambar semua peta, tulis semua dokumen."
MOST_WORKERS = 8


@dataclass(frozen=True, slots=True)
class Job:
    """One map to draw: its kind and subject; `title` is what the progress says."""

    title: str
    kind: str
    subject_id: str | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """One map: its files, its pages for the papers, and the placements by hand that it does not keep."""

    files: dict[str, bytes]
    pages: "tuple[Scene, ...]"
    unkept: "tuple[Temuan, ...]"


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
    files: dict[str, bytes] = {}
    drawings: dict[tuple[str, str | None], tuple[Scene, ...]] = {}
    unkept: dict[Job, tuple[Temuan, ...]] = {}
    jobs = _jobs(model)
    for job, drawn in _drawn(parts_of(options.folder), jobs):
        files |= drawn.files
        drawings[job.kind, job.subject_id] = drawn.pages
        unkept[job] = drawn.unkept
    known = find(bacaan, pada)
    said = {(temuan.alamat, temuan.bidang, temuan.pesan) for temuan in known}
    drift = drifted((temuan for job in jobs for temuan in unkept[job]), bacaan, pada)
    found = by_place([*known, *(t for t in drift if (t.alamat, t.bidang, t.pesan) not in said)])
    files["temuan.json"] = (json.dumps(rows(found, pada), ensure_ascii=False, indent=2) + "\n").encode()
    files["model.json"] = (model.model_dump_json(exclude_defaults=True, indent=2) + "\n").encode()
    files |= _papers(model, pada, drawings, emblem_of(options.folder, model))
    write_all(options.ke, files)
    for line in lines((temuan for temuan in found if not temuan.dikecualikan), str(options.folder)):
        print(line)
    print(f"{len(files)} berkas di {options.ke}: {_inventory(files)}.")
    print(f"Dinilai pada {pada.isoformat()}: {count(found)}.")
    return 1 if has_errors(found) else 0


def _jobs(model: "PetaProsesBisnis") -> list[Job]:
    from probis.maps import all_maps

    return [
        Job(f"{kind.title} {subject.title}".strip(), kind.slug, subject.id)
        for kind in all_maps()
        for subject in kind.subjects(model)
    ]


def _drawn(parts: Mapping[str, bytes], jobs: list[Job]) -> Iterator[tuple[Job, Drawn]]:
    """Yield each map as it is drawn, on all processors.

    What is made does not depend on which processor makes it, or when.
    """
    workers = max(1, min(os.cpu_count() or 1, MOST_WORKERS, len(jobs)))
    fresh = get_context("spawn")  # a forked process would inherit locks held by threads of the typesetter
    with ProcessPoolExecutor(workers, fresh, _take, (dict(parts),)) as pool:
        waiting = {pool.submit(_draw, job): job for job in jobs}
        try:
            for number, done in enumerate(as_completed(waiting), start=1):
                job = waiting[done]
                print(f"[{number}/{len(jobs)}] {job.title}", file=sys.stderr, flush=True)
                yield job, done.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_given: "PetaProsesBisnis | None" = None  # in a worker: what all its jobs are about


def _take(parts: dict[str, bytes]) -> None:
    from probis.interchange import yaml

    global _given
    _given = yaml.read(parts).nilai


def _draw(job: Job) -> Drawn:
    """Draw one map for the screen and for paper."""
    from probis.cli import _pictures
    from probis.maps import find_map

    kind = find_map(job.kind)
    if _given is None or kind is None:
        raise RuntimeError(f"a worker was asked for {job.kind} without knowing of what")
    media = [_pictures.medium(_given, word) for word in ("layar", "kertas")]
    screen, paper = (kind.draw(_given, job.subject_id, medium) for medium in media)
    name = f"peta/{_pictures.stem(kind, job.subject_id)}"
    files = _pictures.pictures(screen, name, "svg") | _pictures.pictures(paper, name, "pdf")
    return Drawn(files, paper, kind.unkept(_given, job.subject_id, *media))


def _papers(
    model: "PetaProsesBisnis",
    pada: date,
    drawings: Mapping[tuple[str, str | None], tuple["Scene", ...]],
    lambang: "Image | None",
) -> dict[str, bytes]:
    """The documents of the body, with the maps that are drawn already."""
    from probis.documents import NotWritable, all_documents, volumes, writer
    from probis.paper.render.pdf import render as to_pdf
    from probis.paper.render.xlsx import render as to_xlsx

    made: dict[str, bytes] = {}
    for known in all_documents():
        if (known.subject == "instansi" or known.whole) and not known.compares:
            print(known.title, file=sys.stderr, flush=True)
            if volumes(known.slug, model, pada):
                made |= _in_volumes(known, model, pada, drawings, lambang)
                continue
            try:
                paper = writer(known.slug)(model, None, pada=pada, drawings=drawings, lambang=lambang)
            except NotWritable as reason:
                print(f"{known.title} tidak ditulis: {reason}", file=sys.stderr, flush=True)
                continue
            form, render = ("xlsx", to_xlsx) if known.formats[0] == "xlsx" else ("pdf", to_pdf)
            made[f"{known.slug}.{form}"] = render(paper)
    return made


def _in_volumes(
    known: "Document",
    model: "PetaProsesBisnis",
    pada: date,
    drawings: Mapping[tuple[str, str | None], tuple["Scene", ...]],
    lambang: "Image | None",
) -> dict[str, bytes]:
    """The volumes of a large document, each with the maps that it shows."""
    from probis.cli._volumes import written

    def shown(volume: "Volume") -> dict[tuple[str, str | None], tuple["Scene", ...]]:
        return {
            key: pages
            for key, pages in drawings.items()
            if (key[1] in volume.maps if key[0] == "peta-lintas-fungsi" else volume.number == 1)
        }

    more = {"pada": pada, **({"lambang": lambang} if known.emblem else {})}
    volumes = written(get_context("spawn"), known.slug, "pdf", model, shown, **more)
    return {f"{known.slug}--jilid-{volume.number}.pdf": made.data for volume, made in volumes}


def _inventory(files: Mapping[str, bytes]) -> str:
    endings: dict[str, int] = {}
    for name in files:
        ending = name.rpartition(".")[2].upper()
        endings[ending] = endings.get(ending, 0) + 1
    return ", ".join(f"{number} {ending}" for ending, number in sorted(endings.items()))
