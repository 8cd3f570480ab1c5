"""Model to bytes and back, one format a file; the file name is the format's name."""

import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from probis.model import Bacaan, Naskah, PetaProsesBisnis

Read = Callable[[Mapping[str, bytes]], Bacaan]
Write = Callable[[PetaProsesBisnis, Iterable[Naskah]], dict[str, bytes]]
LayOut = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, what a user reads, and the ways in and out that it has.

    `read` takes files (path in a folder to bytes) and never raises for what they hold; `write` returns such files.
    `lay_out` draws anybody's file of this format anew, without the model; it raises ValueError, in the user's words,
    for what it cannot read.
    """

    slug: str
    title: str
    read: Read | None = None
    write: Write | None = None
    lay_out: LayOut | None = None


@cache
def formats() -> Mapping[str, Format]:
    """Return all formats by name, in the order of their names."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_"):
            format_ = import_module(f"{__name__}.{module.name}").FORMAT
            if format_.slug != module.name:
                raise RuntimeError(f"format {module.name} calls itself {format_.slug}")
            found[module.name] = format_
    return found
