"""A map as a wall sheet: laid out on the smallest page that holds it in one piece, then enlarged to the sheet.

So its types, lines and symbols grow together, and are as large as the sheet allows. Where no page does, parts
with connectors may lie on it one above the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from probis.drawing.medium import Medium, mm, paper
from probis.drawing.scene import Scene
from probis.maps._family import Map
from probis.model import PetaProsesBisnis

WALLS_MM: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"A4": (297, 210), "A3": (420, 297), "A2": (594, 420), "A1": (841, 594)}
)
"""The sheets, lying."""
_CONNECTOR = "connector"  # among the symbols of a map in parts
_STEP = 2**0.25  # four steps double the width
_LEAST_MM = 250.0  # a narrower page would only crowd the head of the sheet


def on_wall(kind: Map, model: PetaProsesBisnis, subject_id: str | None, size: str) -> tuple[Scene, ...]:
    """The sheets of one map, one where the map can lie on it whole; raises KeyError for a size that is none."""
    width, height = WALLS_MM[size]
    pages = [width]
    while pages[-1] / _STEP >= _LEAST_MM:
        pages.append(pages[-1] / _STEP)
    drawn: list[tuple[Scene, ...]] = []
    for across in reversed(pages):
        drawn.append(kind.draw(model, subject_id, _page(size, across, height * across / width)))
        if len(drawn[-1]) == 1 and _CONNECTOR not in drawn[-1][0].symbols:
            break
    whole = [scenes for scenes in drawn if len(scenes) == 1]
    pieces = [scenes for scenes in whole if _CONNECTOR not in scenes[0].symbols]
    scenes = next(iter(pieces or whole or drawn[-1:]))
    return tuple(replace(scene, scale=mm(width) / scene.width) for scene in scenes)


def _page(size: str, width: float, height: float) -> Medium:
    return paper(f"dinding {size}", width, height)
