"""Model to paper, one kind of document a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.documents._state import Keadaan, NotWritable
from probis.model import PetaProsesBisnis
from probis.paper import Paper

__all__ = ["Document", "Drawings", "Keadaan", "NotWritable", "Writer", "all_documents", "document", "writer"]


class Writer(Protocol):
    """Writes one paper: of the body itself, or of the process or lintas fungsi with this id."""

    def __call__(
        self,
        model: PetaProsesBisnis,
        subject_id: str | None = None,
        *,
        pada: date | None = None,
        drawings: Drawings = NO_DRAWINGS,
    ) -> Paper:
        """The paper; ``pada`` is the day by which laws are judged where the decree has no date.

        ``drawings`` holds maps that the caller has drawn already on the sheets of the body's profile.
        """


@cache
def all_documents() -> tuple[Document, ...]:
    """Every document that can be written, by slug."""
    return tuple(_module(slug)[0] for slug in sorted(_slugs()))


def document(slug: str) -> Document | None:
    """The document of this slug, or None."""
    return next((found for found in all_documents() if found.slug == slug), None)


def writer(slug: str) -> Writer:
    """The function that writes this document; raises KeyError for a slug that is none."""
    if slug not in _slugs():
        raise KeyError(slug)
    return _module(slug)[1]


@cache
def _slugs() -> tuple[str, ...]:
    return tuple(found.name.replace("_", "-") for found in iter_modules(__path__) if not found.name.startswith("_"))


@cache
def _module(slug: str) -> tuple[Document, Writer]:
    name = slug.replace("-", "_")
    module = import_module(f"{__name__}.{name}")
    found: Document = module.DOCUMENT
    if found.slug != slug:
        raise ValueError(f"documents/{name}.py calls itself {found.slug!r}")
    return found, cast("Callable[..., Paper]", module.write)
