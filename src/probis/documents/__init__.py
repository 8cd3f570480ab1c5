"""Model to paper, one kind of document a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Protocol, cast

from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, UNSEEN, Ahead, Drawings, Ready
from probis.documents._state import Keadaan, NotWritable
from probis.documents._volumes import Listed, Shelf, Volume
from probis.drawing.scene import Scene
from probis.model import PetaProsesBisnis
from probis.paper import Image, Paper

__all__ = [
    "Ahead",
    "Document",
    "Drawings",
    "Keadaan",
    "Listed",
    "NO_DRAWINGS",
    "NotWritable",
    "Ready",
    "UNSEEN",
    "Volume",
    "Writer",
    "ahead",
    "all_documents",
    "document",
    "volumes",
    "writer",
]


_NOTHING: Shelf = MappingProxyType({})


class Writer(Protocol):
    """Writes one paper: of the body itself, or of the process or lintas fungsi with this id.

    ``keadaan`` is the state in which it is written, by default that of the model; ``lama`` is the older model of a
    document that compares, ``lambang`` the emblem of its letterhead (else its place is left empty). Raises NotWritable
    where the model cannot give this paper, or not in this state.
    """

    def __call__(
        self,
        model: PetaProsesBisnis,
        subject_id: str | None = None,
        *,
        pada: date | None = None,
        drawings: Drawings = NO_DRAWINGS,
        keadaan: Keadaan | None = None,
        lama: PetaProsesBisnis | None = None,
        lambang: Image | None = None,
        jilid: Volume | None = None,
        isi: Shelf = _NOTHING,
    ) -> Paper:
        """The paper; ``pada`` is the day by which laws are judged where the decree has no date.

        ``drawings`` holds maps that the caller has drawn already on the sheets of the body's profile. ``jilid`` asks
        for one volume of it, ``isi`` is what the other volumes list, for the first.
        """


def ahead(model: PetaProsesBisnis, slug: str, subject: str | None, scenes: tuple[Scene, ...]) -> Ahead:
    """What decree and book ask of a map whose own sheets are drawn: its pictures in every place they have for it."""
    from probis.documents import _map_pages

    return _map_pages.ahead(model, slug, subject, scenes)


@cache
def all_documents() -> tuple[Document, ...]:
    """Every document that can be written, in the order of lists: decree, book, procedures, sheets, registers."""
    return tuple(sorted((_module(slug)[0] for slug in _slugs()), key=lambda found: (found.order, found.slug)))


def document(slug: str) -> Document | None:
    """The document of this slug, or None."""
    return next((found for found in all_documents() if found.slug == slug), None)


@cache
def writer(slug: str) -> Writer:
    """The function that writes this document; raises KeyError for a slug that is none.

    It asks the document only for what it has: one without states is called without ``keadaan``, one that compares
    nothing without ``lama``, one without a letterhead without ``lambang``.
    """
    if slug not in _slugs():
        raise KeyError(slug)
    found, write = _module(slug)

    def written(
        model: PetaProsesBisnis,
        subject_id: str | None = None,
        *,
        pada: date | None = None,
        drawings: Drawings = NO_DRAWINGS,
        keadaan: Keadaan | None = None,
        lama: PetaProsesBisnis | None = None,
        lambang: Image | None = None,
        jilid: Volume | None = None,
        isi: Shelf = _NOTHING,
    ) -> Paper:
        if keadaan is not None and keadaan not in found.states:
            raise NotWritable(_no_such_state(found, keadaan))
        if found.compares and lama is None:
            raise NotWritable(f"{found.title} ditulis dari versi lama dan versi baru; versi lama belum diberikan.")
        more: dict[str, object] = {}
        if found.states:
            more["keadaan"] = keadaan
        if found.compares or found.trend:
            more["lama"] = lama
        if found.emblem:
            more["lambang"] = lambang
        if found.volumes:
            more |= {"jilid": jilid, "isi": isi}
        return write(model, subject_id, pada=pada, drawings=drawings, **more)

    return written


def _no_such_state(found: Document, keadaan: Keadaan) -> str:
    if not found.states:
        return f"{found.title} tidak mengenal keadaan, jadi tidak dapat ditulis sebagai {keadaan}."
    return f"{found.title} tidak dapat ditulis sebagai {keadaan}. Pilih: {', '.join(found.states)}."


def volumes(slug: str, model: PetaProsesBisnis, pada: date | None) -> tuple[Volume, ...]:
    """The volumes in which this document is written of this model, as judged on a day; none where it is one file."""
    found = document(slug)
    if found is None or not found.volumes:
        return ()
    made: tuple[Volume, ...] = import_module(f"{__name__}.{slug.replace('-', '_')}").volumes(model, pada)
    return made


@cache
def _slugs() -> tuple[str, ...]:
    return tuple(found.name.replace("_", "-") for found in iter_modules(__path__) if not found.name.startswith("_"))


@cache
def _module(slug: str) -> tuple[Document, Callable[..., Paper]]:
    name = slug.replace("-", "_")
    module = import_module(f"{__name__}.{name}")
    found: Document = module.DOCUMENT
    if found.slug != slug:
        raise ValueError(f"documents/{name}.py calls itself {found.slug!r}")
    return found, cast("Callable[..., Paper]", module.write)
