"""Sections to quotations, one kind of part a file: each reads what it knows and leaves the rest."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from probis.model import Kutipan
from probis.reading.sections import Section

ReadPart = Callable[[Sequence[Section]], Iterator[Kutipan]]
"""All sections of a document to the quotations that this part finds in them, in reading order."""


@cache
def parts() -> tuple[ReadPart, ...]:
    """Return every part's `read`, by the order of their names."""
    names = sorted(info.name for info in iter_modules(__path__) if not info.name.startswith("_"))
    return tuple(import_module(f"{__name__}.{name}").read for name in names)
