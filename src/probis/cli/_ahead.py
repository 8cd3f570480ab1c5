"""The maps of a paper, drawn ahead on all processors: model and kinds of maps to drawings."""

import copyreg
import gc
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from probis.documents import Ahead, Drawings
    from probis.model import PetaProsesBisnis, Temuan

    _Made = tuple[Ahead, tuple[Temuan, ...]]

MOST_WORKERS = 8
_FEWEST = 4  # maps for which a second process is worth its start


def _read_only(given: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(given)


# A model holds read-only maps; a process that is not forked gets them as what they are made of.
copyreg.pickle(MappingProxyType, lambda given: (_read_only, (dict(given),)))

_given: "PetaProsesBisnis | None" = None  # in a worker: what all its jobs are about


@dataclass(frozen=True, slots=True)
class Coming:
    """The maps of a paper while they are made, and the placements by hand that they do not keep."""

    drawings: "Drawings"
    unkept: "Callable[[], tuple[Temuan, ...]]"


@contextmanager
def drawn_ahead(
    model: "PetaProsesBisnis", kinds: Sequence[str], form: str, only: str | None = None
) -> Iterator[Coming]:
    """Every map of these kinds (of ``only`` one subject) as a paper in this form will show it.

    Few maps are left to who needs them. They are made while the paper is written, which waits only for those that it
    asks for and that are not made yet. What is made does not depend on which processor makes it, or when.
    """
    from probis.documents import NO_DRAWINGS, UNSEEN, Ready
    from probis.drawing.measure import warm
    from probis.maps import find_map
    from probis.paper.render import shows_pictures

    if not shows_pictures(form):
        yield Coming(UNSEEN, tuple)
        return
    jobs = [
        (kind.slug, subject.id, form)
        for kind in map(find_map, kinds)
        if kind is not None
        for subject in kind.subjects(model)
        if only in (None, subject.id)
    ]
    workers = min(os.cpu_count() or 1, MOST_WORKERS, len(jobs))
    if workers < 2 or len(jobs) < _FEWEST:
        yield Coming(
            NO_DRAWINGS, lambda: tuple(t for slug, subject, _ in jobs for t in unkept_of(model, slug, subject))
        )
        return
    warm()
    context = forking()
    with ProcessPoolExecutor(workers, context, _take, (model,)) as pool:
        try:
            coming = {job[:2]: pool.submit(_draw, job) for job in jobs}
            yield Coming(
                Ready(_Awaited(coming)), lambda: tuple(t for future in coming.values() for t in future.result()[1])
            )
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


class _Awaited(Mapping[tuple[str, str | None], "Ahead"]):
    """What workers make, each waited for when it is asked for."""

    def __init__(self, coming: "dict[tuple[str, str | None], Future[_Made]]") -> None:
        self._coming = coming

    def __getitem__(self, key: tuple[str, str | None]) -> "Ahead":
        return self._coming[key].result()[0]

    def __iter__(self) -> Iterator[tuple[str, str | None]]:
        return iter(self._coming)

    def __len__(self) -> int:
        return len(self._coming)


def forking() -> BaseContext:
    """How a command starts processes before it has started a thread: a fork hands on the model without reading it."""
    return get_context("fork" if sys.platform == "linux" else "spawn")


def collect_less() -> None:
    """Look for circles among values a hundred times less often: a command that makes large values has few of them."""
    gc.freeze()
    gc.set_threshold(70_000, 20, 20)


def _take(model: "PetaProsesBisnis") -> None:
    global _given
    _given = model
    collect_less()


def unkept_of(model: "PetaProsesBisnis", slug: str, subject: str | None) -> "tuple[Temuan, ...]":
    """The placements by hand that one map does not keep on the body's own sheets."""
    from probis.maps import find_map, paper_of

    kind = find_map(slug)
    return kind.unkept(model, subject, paper_of(model)) if kind is not None else ()


def _draw(job: tuple[str, str | None, str]) -> "_Made":
    from probis.documents import ahead
    from probis.maps import find_map, paper_of
    from probis.paper.render import inked

    slug, subject, form = job
    kind = find_map(slug)
    if _given is None or kind is None:
        raise RuntimeError(f"a worker was asked for {slug} without knowing of what")
    made = ahead(_given, slug, subject, kind.draw(_given, subject, paper_of(_given)))
    inks = {place: tuple(inked(picture, form) for picture in found) for place, found in made.pictures.items()}
    return made._replace(pictures=inks), unkept_of(_given, slug, subject)
