"""SVG pages to what typst makes of them, in memory, with our fonts only."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import as_file, files
from typing import Any, Literal

import typst

from probis.drawing.render.svg import svg
from probis.drawing.scene import Scene

# Nothing of a drawing is ever part of the program: texts and pictures come in as data.
_PROGRAM = b"""
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, date: none)
#set text(font: "Inter", lang: "id")
#for (i, p) in data.pages.enumerate() {
  set page(width: p.width * 1pt, height: p.height * 1pt, margin: 0pt)
  image(bytes(p.svg), format: "svg", width: p.width * 1pt, height: p.height * 1pt, alt: p.alt)
}
"""


def compiled(scenes: Sequence[Scene], kind: Literal["pdf", "png"], title: str, **options: Any) -> list[bytes]:
    """One PDF, or one PNG a scene. Raises ValueError when there is nothing to draw."""
    if not scenes:
        raise ValueError("there is no drawing to print")
    pages = [
        {
            "svg": svg(s),
            "width": round(s.width * s.scale, 2),
            "height": round(s.height * s.scale, 2),
            "alt": s.title + (f". {s.description}" if s.description else ""),
        }
        for s in scenes
    ]
    data = json.dumps({"title": title, "pages": pages}, ensure_ascii=False)
    with as_file(files("probis.drawing").joinpath("fonts")) as fonts:
        out = typst.compile(
            {"main": _PROGRAM},
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs={"data": data},
            format=kind,
            **options,
        )
    return list(out) if isinstance(out, list) else [out]
