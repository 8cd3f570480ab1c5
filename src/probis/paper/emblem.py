"""The bytes of an emblem (SVG or PNG) to an image for a letterhead, or to the reason why they cannot stand there."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final

from lxml import etree

from probis.paper.figure import Image

LARGEST: Final = 2_000_000
"""Bytes of a file."""
MOST_DOTS: Final = 16_000_000
MOST_PARTS: Final = 20_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SVG: Final = "http://www.w3.org/2000/svg"
_DRAWN: Final = frozenset(
    {"svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title"}
    | {"linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "style", "desc", "metadata", "switch"}
)
"""What a drawing of lines and faces is made of: no script, no text that needs a font, no picture from elsewhere."""
_LENGTH: Final = re.compile(r"\s*([0-9.]+(?:e[-+]?\d+)?)\s*(?:px|pt|mm|cm|in)?\s*", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"url\s*\(\s*['\"]?\s*(?!#)|@import|expression\s*\(|javascript:", re.IGNORECASE)


class BadImage(ValueError):
    """An image that cannot be used, with the reason in the user's words."""


def emblem(data: bytes, words: str, *, height_mm: float = 25, width_mm: float = 80) -> Image:
    """The emblem as large as fits ``width_mm`` by ``height_mm``; ``words`` stand for it. Raises BadImage."""
    if len(data) > LARGEST:
        raise BadImage(f"Berkas lambang lebih dari {LARGEST // 1_000_000} MB.")
    png = data.startswith(_PNG)
    width, height = _png_size(data) if png else _svg_size(data)
    scale = min(width_mm / width, height_mm / height)
    return Image(data, "png" if png else "svg", (width * scale, height * scale), words)


def _png_size(data: bytes) -> tuple[float, float]:
    """Width and height in dots of a PNG that is whole."""
    chunks = list(_chunks(data))
    if len(chunks) < 3 or chunks[0][0] != b"IHDR" or len(chunks[0][1]) != 13 or chunks[-1][0] != b"IEND":
        raise BadImage("Berkas PNG lambang rusak.")
    width, height = struct.unpack(">II", chunks[0][1][:8])
    if not width or not height:
        raise BadImage("Berkas PNG lambang rusak.")
    if width * height > MOST_DOTS:
        raise BadImage(
            f"Lambang berukuran {width} × {height} titik; paling banyak {MOST_DOTS // 1_000_000} juta titik."
        )
    return float(width), float(height)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if at + 12 + length > len(data):
            raise BadImage("Berkas PNG lambang terpotong.")
        if zlib.crc32(kind + body) != struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0]:
            raise BadImage("Berkas PNG lambang rusak.")
        yield kind, body
        at += 12 + length


def _svg_size(data: bytes) -> tuple[float, float]:
    """Width and height, in any unit, of an SVG that only draws."""
    if re.search(rb"<!(DOCTYPE[^>]*\[|ENTITY)", data, re.IGNORECASE):
        raise BadImage("Berkas SVG lambang memuat entitas; simpan ulang sebagai SVG biasa.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise BadImage("Berkas lambang bukan SVG atau PNG.") from None
    if root.tag != f"{{{_SVG}}}svg":
        raise BadImage("Berkas lambang bukan SVG atau PNG.")
    for count, element in enumerate(root.iter(), 1):
        if count > MOST_PARTS:
            raise BadImage(f"Gambar lambang terlalu rumit: lebih dari {MOST_PARTS} bagian.")
        _only_draws(element)
    return _size(root)


def _only_draws(element: etree._Element) -> None:
    """Raises BadImage for what does not draw lines and faces."""
    if not isinstance(element.tag, str):
        return  # a comment
    space, _, name = element.tag.rpartition("}")
    if space != f"{{{_SVG}":
        return  # what an editor noted for itself draws nothing
    if name == "text":
        raise BadImage("Lambang memuat teks; ubah tulisannya menjadi garis (path) lebih dahulu.")
    if name not in _DRAWN:
        raise BadImage(f"Lambang memuat <{name}>, yang tidak diperbolehkan; simpan sebagai SVG yang hanya menggambar.")
    if name == "style" and _REFERENCE.search("".join(element.itertext())):
        raise BadImage("Lambang merujuk berkas lain; satukan gambarnya dalam satu SVG.")
    for key, value in element.attrib.items():
        local = str(key).rpartition("}")[2].lower()
        if local.startswith("on"):
            raise BadImage(f"Lambang memuat skrip ({local}); simpan sebagai SVG yang hanya menggambar.")
        if (local == "href" and not str(value).strip().startswith("#")) or _REFERENCE.search(str(value)):
            raise BadImage("Lambang merujuk berkas lain; satukan gambarnya dalam satu SVG.")


def _size(root: etree._Element) -> tuple[float, float]:
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    sides = [root.get("width", ""), root.get("height", "")]
    for words in (box[2:] if len(box) == 4 else [], sides):
        found = [_LENGTH.fullmatch(word) for word in words]
        if len(found) == 2 and all(found):
            width, height = (float(match[1]) for match in found if match)
            if 0 < width < 1e6 and 0 < height < 1e6 and 0.02 < width / height < 50:
                return width, height
    raise BadImage("SVG lambang tidak menyebut ukurannya (viewBox).")
