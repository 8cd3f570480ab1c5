"""A scene to a PNG picture."""

from __future__ import annotations

from probis.drawing.render._typst import compiled
from probis.drawing.scene import Scene


def png(scene: Scene, *, ppi: float = 144.0) -> bytes:
    """The drawing as PNG bytes, at so many pixels an inch."""
    return compiled([scene], "png", scene.title, ppi=ppi)[0]
