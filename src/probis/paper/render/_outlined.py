"""A drawing to SVG whose letters are outlines, so that a reader without our fonts sees the same picture."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import uharfbuzz as hb
from lxml import etree

from probis.drawing.render.svg import svg
from probis.drawing.scene import Scene

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def outlined(scene: Scene) -> bytes:
    """The drawing as SVG without ``text``: each letter is drawn once and used wherever it stands."""
    root = etree.fromstring(svg(scene).encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    out = etree.Element(root.tag, dict(root.attrib), nsmap={None: _SVG, "xlink": _XLINK})
    out.extend(list(root))
    letters: dict[tuple[str, int, int], str] = {}
    defs = etree.Element(f"{{{_SVG}}}defs")
    for text in out.findall(f".//{{{_SVG}}}text"):
        parent = text.getparent()
        parent.replace(text, _drawn(text, letters, defs))
    if len(defs):
        out.insert(0, defs)
    return bytes(etree.tostring(out))


def _drawn(text: Any, letters: dict[tuple[str, int, int], str], defs: Any) -> Any:
    """One line of text as a group of letters in its place."""
    size, weight = float(text.get("font-size")), int(text.get("font-weight", "400"))
    serif, italic = "Bonum" in text.get("font-family", ""), text.get("font-style") == "italic"
    file = _file(serif, italic, weight)
    font = _font(file, 400 if serif else weight)
    glyphs, length = _shaped(text.text or "", font)
    scale = size / font.face.upem
    tracking = float(text.get("letter-spacing", "0")) / scale
    length += tracking * len(glyphs)
    shift = -length * _ANCHORS[text.get("text-anchor", "start")]
    turn = f"{text.get('transform')} " if text.get("transform") else ""
    place = f"translate({text.get('x')} {text.get('y')}) scale({scale:.6f} {-scale:.6f})"
    group = etree.Element(f"{{{_SVG}}}g", transform=turn + place, fill=text.get("fill", "#000"))
    for n, (glyph, x, y) in enumerate(glyphs):
        key = (file, weight, glyph)
        if key not in letters:
            letters[key] = f"g{len(letters)}"
            etree.SubElement(
                defs, f"{{{_SVG}}}path", id=letters[key], d=_outline(file, 400 if serif else weight, glyph)
            )
        use = etree.SubElement(group, f"{{{_SVG}}}use", {f"{{{_XLINK}}}href": f"#{letters[key]}"})
        use.set("x", f"{x + shift + n * tracking:.0f}")
        if y:
            use.set("y", f"{y:.0f}")
    if text.get("text-decoration") == "line-through":
        upem = font.face.upem
        bar = {"x": f"{shift:.0f}", "y": f"{upem * 0.24:.0f}", "width": f"{length:.0f}", "height": f"{upem * 0.06:.0f}"}
        etree.SubElement(group, f"{{{_SVG}}}rect", bar)
    return group


def _shaped(text: str, font: hb.Font) -> tuple[list[tuple[int, float, float]], float]:
    """The glyphs of a line with their places in units of the font, and how long it is."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    found: list[tuple[int, float, float]] = []
    x = 0.0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        found.append((info.codepoint, x + place.x_offset, place.y_offset))
        x += place.x_advance
    return found, x


def _file(serif: bool, italic: bool, weight: int) -> str:
    if not serif:
        return "Inter-Italic.ttf" if italic else "Inter.ttf"
    return f"texgyrebonum-{'bold' if weight >= 600 else ''}{'italic' if italic else ''}.otf".replace(
        "-.otf", "-regular.otf"
    )


@lru_cache(maxsize=16)
def _font(file: str, weight: int) -> hb.Font:
    font = hb.Font(hb.Face(files("probis.drawing").joinpath("fonts", file).read_bytes()))
    if file.startswith("Inter"):
        font.set_variations({"wght": float(weight)})
    return font


@lru_cache(maxsize=4096)
def _outline(file: str, weight: int, glyph: int) -> str:
    """The outline of a glyph as path data, y upwards."""
    parts: list[str] = []
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, _: parts.append(f"M{x:.0f} {y:.0f}"))
    pen.set_line_to_func(lambda x, y, _: parts.append(f"L{x:.0f} {y:.0f}"))
    pen.set_quadratic_to_func(lambda a, b, x, y, _: parts.append(f"Q{a:.0f} {b:.0f} {x:.0f} {y:.0f}"))
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, _: parts.append(f"C{a:.0f} {b:.0f} {c:.0f} {d:.0f} {x:.0f} {y:.0f}"))
    pen.set_close_path_func(lambda _: parts.append("Z"))
    _font(file, weight).draw_glyph(glyph, pen, None)
    return "".join(parts)
