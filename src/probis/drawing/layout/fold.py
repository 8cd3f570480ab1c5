"""A lane map that does not fit a page, to several: cut where few lines cross, joined by named connectors."""

from __future__ import annotations

from collections.abc import Callable

from probis.drawing.graph import Graph
from probis.drawing.layout.picture import picture
from probis.drawing.layout.plan import Plan
from probis.drawing.layout.style import Style
from probis.drawing.scene import Scene
from probis.drawing.sheet import Room

Planner = Callable[[Graph, Style, "dict[str, str] | None"], Plan]


def folded(graph: Graph, style: Style, place: Room, planned: Planner) -> tuple[Scene, ...]:
    """The pages of a map."""
    return (picture(planned(graph, style, None)),)
