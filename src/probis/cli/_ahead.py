"""The maps of a paper, drawn ahead on all processors: model and kinds of maps to drawings."""

import gc
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probis.documents import Drawings
    from probis.drawing.scene import Scene
    from probis.model import PetaProsesBisnis

MOST_WORKERS = 8
_FEWEST = 4  # maps for which a second process is worth its start

_given: "PetaProsesBisnis | None" = None  # in a worker: what all its jobs are about


def drawn_ahead(model: "PetaProsesBisnis", kinds: Sequence[str]) -> "Drawings":
    """Every map of these kinds on the sheet of the body's profile; few maps are left to who needs them.

    What is made does not depend on which processor makes it, or when.
    """
    from probis.maps import find_map

    jobs = [
        (kind.slug, subject.id) for kind in map(find_map, kinds) if kind is not None for subject in kind.subjects(model)
    ]
    workers = min(os.cpu_count() or 1, MOST_WORKERS, len(jobs))
    if workers < 2 or len(jobs) < _FEWEST:
        return {}
    # Nothing has started a thread yet, so that a fork is safe; it hands on the model without reading it anew.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(workers, context, _take, (model,)) as pool:
        return dict(zip(jobs, pool.map(_draw, jobs), strict=True))


def collect_less() -> None:
    """Look for circles among values a hundred times less often: a command that makes large values has few of them."""
    gc.freeze()
    gc.set_threshold(70_000, 20, 20)


def _take(model: "PetaProsesBisnis") -> None:
    global _given
    _given = model
    collect_less()


def _draw(job: tuple[str, str | None]) -> "tuple[Scene, ...]":
    from probis.maps import find_map, paper_of

    kind = find_map(job[0])
    if _given is None or kind is None:
        raise RuntimeError(f"a worker was asked for {job[0]} without knowing of what")
    return kind.draw(_given, job[1], paper_of(_given))
