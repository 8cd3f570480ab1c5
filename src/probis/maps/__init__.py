"""Model to graph to scene, one kind of map a file; the files are the family."""

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from probis.maps import _steps as steps
from probis.maps._family import Map, MapKind, Subject, UnknownSubject
from probis.maps._notation import in_notation
from probis.maps._overlays import Given, LapisModule, NoWay, Terukur, all_overlays, find_overlay, overlaid
from probis.maps._overlays._names import EMPTY, field_of, named, said
from probis.maps._sheet import paper_of
from probis.maps._text import MapRow, MapText
from probis.maps._wall import WALLS_MM, on_wall

__all__ = [
    "EMPTY",
    "Given",
    "LapisModule",
    "Map",
    "MapKind",
    "MapRow",
    "MapText",
    "NoWay",
    "Subject",
    "Terukur",
    "UnknownSubject",
    "WALLS_MM",
    "all_maps",
    "all_overlays",
    "field_of",
    "find_map",
    "find_overlay",
    "in_notation",
    "on_wall",
    "named",
    "overlaid",
    "paper_of",
    "said",
    "steps",
]


@lru_cache(maxsize=1)
def all_maps() -> tuple[Map, ...]:
    """Every map of this package, in the order of a decree."""
    found = []
    for info in iter_modules(__path__):
        if info.name.startswith("_"):
            continue
        module = import_module(f"{__name__}.{info.name}")
        found.append(
            Map(
                info.name.replace("_", "-"),
                module.MAP,
                module.draw,
                module.describe,
                module.subjects,
                **({"unkept": module.unkept} if hasattr(module, "unkept") else {}),
            ),
        )
    return tuple(sorted(found, key=lambda m: (m.kind.order, m.slug)))


def find_map(slug: str) -> Map | None:
    """The map with this slug ("peta-proses"), or None."""
    return next((m for m in all_maps() if m.slug == slug), None)
