"""Scenes to a PDF, one page each."""

from __future__ import annotations

from collections.abc import Sequence

from probis.drawing.render._typst import compiled
from probis.drawing.scene import Scene


def pdf(scenes: Sequence[Scene], *, title: str = "") -> bytes:
    """One page a scene, each of its own size, with the texts as text; the same bytes every time (no date
    inside).
    """
    return compiled(scenes, "pdf", title or (scenes[0].title if scenes else ""))[0]
