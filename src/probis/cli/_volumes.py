"""A large document in volumes: each is written by a process of its own, which gives its memory back when it is done."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

from probis.cli._ahead import MOST_WORKERS, collect_less, unkept_of

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from probis.documents import Drawings, Listed, Volume
    from probis.model import PetaProsesBisnis, Temuan


@dataclass(frozen=True, slots=True)
class Made:
    """A volume: its bytes, what it lists, and the placements by hand that its maps do not keep."""

    data: bytes
    listed: "tuple[Listed, ...]"
    unkept: "tuple[Temuan, ...]"


def written(
    context: "BaseContext",
    slug: str,
    form: str,
    model: "PetaProsesBisnis",
    drawings: "Callable[[Volume], Drawings]",
    **more: Any,
) -> "Iterator[tuple[Volume, Made]]":
    """The volumes of a document as they are done, the first, which lists the others, last; ``more`` is for its writer.

    What is made does not depend on how many are made at the same time. Raises NotWritable.
    """
    from probis.documents import volumes

    first, *others = volumes(slug, model, more.get("pada"))
    listed: dict[Volume, tuple[Listed, ...]] = {}
    for volume, made in _made(context, others, lambda one: (slug, form, model, one, {}, drawings(one), more)):
        listed[volume] = made.listed
        yield volume, made
    yield from _made(context, (first,), lambda one: (slug, form, model, one, listed, drawings(one), more))


def _made(
    context: "BaseContext", volumes: "Sequence[Volume]", given: "Callable[[Volume], tuple[Any, ...]]"
) -> "Iterator[tuple[Volume, Made]]":
    """Each volume as it is done, as many at once as there are processors."""
    waiting = list(volumes)
    running: dict[Connection, tuple[Any, Volume]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < min(os.cpu_count() or 1, MOST_WORKERS):
                volume = waiting.pop(0)
                ours, theirs = context.Pipe(duplex=False)
                process = context.Process(target=_write, args=(theirs, given(volume)), daemon=True)  # type: ignore[attr-defined]
                process.start()
                theirs.close()
                running[ours] = process, volume
            ready = wait(list(running))
            for done in [one for one in running if one in ready]:
                process, volume = running.pop(done)
                try:
                    found: Made | Exception = done.recv()
                except EOFError:
                    raise RuntimeError(f"the process that wrote {volume.name} ended without a word") from None
                process.join()
                if isinstance(found, Exception):
                    raise found
                yield volume, found
    finally:
        for process, _ in running.values():
            process.terminate()


def _write(out: Connection, given: tuple[Any, ...]) -> None:
    """In a process of its own: write one volume and send it."""
    collect_less()
    try:
        out.send(_one(*given))
    except Exception as reason:  # told by the process that waits
        out.send(reason)
    finally:
        out.close()


def _one(
    slug: str,
    form: str,
    model: "PetaProsesBisnis",
    volume: "Volume",
    listed: "Mapping[Volume, tuple[Listed, ...]]",
    drawings: "Drawings",
    more: dict[str, Any],
) -> Made:
    from probis.documents import Listed, document, writer
    from probis.paper import walk
    from probis.paper.contents import entries
    from probis.paper.render import rendered
    from probis.paper.render.pdf import pages_of_headings

    paper = writer(slug)(model, None, drawings=drawings, jilid=volume, isi=listed, **more)
    data = rendered(paper, form)
    pages = pages_of_headings(paper, drawn=form == "pdf")
    found = document(slug)
    shown = _shown(model, found.maps if found else (), volume)
    return Made(
        data,
        tuple(Listed(entry.level, entry.name, pages[entry.n]) for entry in entries(walk(paper), 4)),
        tuple(temuan for kind, id_ in shown for temuan in unkept_of(model, kind, id_)),
    )


def _shown(model: "PetaProsesBisnis", kinds: Sequence[str], volume: "Volume") -> Iterator[tuple[str, str | None]]:
    """The maps in a volume: its lintas fungsi; in the first all other kinds."""
    from probis.maps import find_map

    for kind in map(find_map, kinds):
        if kind is not None and kind.kind.subject != "lintas-fungsi" and volume.number == 1:
            yield from ((kind.slug, subject.id) for subject in kind.subjects(model))
    yield from (("peta-lintas-fungsi", id_) for id_ in volume.maps)
