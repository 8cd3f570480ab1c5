"""Figures: drawings and images with the words that stand for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from probis.drawing.scene import Scene
from probis.paper.text import Text

_MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Ink:
    """What a renderer makes of a drawing, where that was made ahead: SVG, PNG, and SVG whose letters are outlines."""

    svg: str = ""
    png: bytes = b""
    outlined: bytes = b""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing at its own size; ``alt`` is what a screen reader says for it (default: its description).

    ``ink`` holds what was made of it ahead; it is the same as what the renderer would make.
    """

    scene: Scene
    alt: str = ""
    ink: Ink = field(default=Ink(), compare=False, repr=False)

    @property
    def words(self) -> str:
        """The words that stand for the drawing, never empty."""
        return self.alt or self.scene.description or self.scene.title or "Gambar"

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height in mm."""
        scale = self.scene.scale * _MM_PER_POINT
        return self.scene.width * scale, self.scene.height * scale


@dataclass(frozen=True, slots=True)
class Image:
    """A stored image, such as an emblem: its bytes, kind, size in mm and the words that stand for it."""

    data: bytes
    kind: Literal["svg", "png", "jpg"]
    size_mm: tuple[float, float]
    words: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption.

    It stands at its natural size and shrinks only where the page is too small; with ``fill`` all that is left
    of its page belongs to it, so that it never moves to the next one.
    """

    picture: Picture | Image
    caption: Text = ()
    fill: bool = False
