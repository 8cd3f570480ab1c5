"""Shapes and images of a page to its figures: where drawings stand, and images as PNG or JPEG of bounded size."""

import ctypes
import struct
import zlib
from collections.abc import Iterable, Sequence

from pypdfium2 import raw

from probis.reading.formats._pdf_ink import Box, Image, Ink

_TILE = 12.0  # points: shapes nearer than this belong to one drawing
_APART = 36.0  # points: the white between the rows of one drawing
_FEWEST = 8  # shapes that make a drawing
_BOXES, _LINKS = 4, 3  # bent boxes large enough for words and lines between them: a small chart
MOST_PIXELS = 40_000_000
"""Images beyond this are counted, not kept."""
_KEPT_PIXELS = 4_000_000  # larger ones are made coarser
MOST_BYTES = 6_000_000
"""A kept image is no larger than this."""


def drawings(ink: Ink, tables: Sequence[Box]) -> list[Box]:
    """Return where shapes stand so close together that they are a drawing (a map, a flow chart), tables left out."""
    page = ink.width * ink.height
    boxes: list[tuple[Box, int]] = []
    for shape in ink.shapes:
        if shape.box.width * shape.box.height < 0.7 * page and not _in_any(shape.box, tables):
            boxes.append((shape.box, 2 if shape.free else 1 if shape.framed else 0))
    if sum(weight > 0 for _, weight in boxes) < _BOXES:
        return []
    found = []
    for group in _near(_together([box for box, _ in boxes], ink), boxes):
        weights = [boxes[i][1] for i in group]
        box = _around([boxes[i][0] for i in group])
        shaped = sum(weight > 0 for weight in weights)
        many = shaped >= _FEWEST and (2 in weights or shaped >= 12)
        if (many or _chart([boxes[i] for i in group])) and box.width * box.height > 0.012 * page:
            found.append(_whole(box, ink))
    return [box for box in found if not any(box != other and _in_any(box, [other]) for other in found)]


def panels(ink: Ink, drawn: Sequence[Box]) -> list[Box]:
    """Return the filled grounds that a drawing may go on upon, where nothing is drawn: as wide as the text."""
    return [
        shape.box
        for shape in ink.shapes[:40]
        if not (shape.free or shape.framed)
        and 0.5 * ink.width < shape.box.width < 0.99 * ink.width
        and 0.1 * ink.height < shape.box.height < 0.95 * ink.height
        and not any(_gap(shape.box, box) < 0 for box in drawn)
    ]


def _chart(group: Sequence[tuple[Box, int]]) -> bool:
    """Whether shapes are a few boxes with round corners that lines join, as the units of a small body are drawn."""
    rooms = sum(weight == 2 and box.width >= 50 and box.height >= 18 for box, weight in group)
    links = sum(weight == 0 and min(box.width, box.height) < 2 for box, weight in group)
    return rooms >= _BOXES and links >= _LINKS


def _whole(box: Box, ink: Ink) -> Box:
    """The embedded picture that a drawing is part of, where it is one and not the page."""
    if box.width > 0.4 * ink.width and box.height > 0.1 * ink.height:  # what stands beside it belongs to it
        box = Box(0.0, box.y0, ink.width, box.y1)
    for form in ink.forms:
        if form.holds(box.x0, box.y0, 3) and form.holds(box.x1, box.y1, 3):
            area, page = form.width * form.height, ink.width * ink.height
            if area < 0.85 * page and area < 8 * box.width * box.height:
                return form
    return box


def _near(groups: list[list[int]], boxes: Sequence[tuple[Box, int]]) -> list[list[int]]:
    """Groups with shapes in them that stand less than a symbol's height apart, together."""
    made: list[tuple[Box, list[int]]] = []
    apart: list[list[int]] = []
    for group in groups:
        box = _around([boxes[i][0] for i in group])
        if box.height < 14 or box.width < 14 or not any(boxes[i][1] for i in group) or len(made) > 200:
            apart.append(group)
            continue
        group = list(group)
        while True:
            touching = [each for each in made if _gap(each[0], box) < _APART]
            if not touching:
                break
            made = [each for each in made if _gap(each[0], box) >= _APART]
            box = _around([box, *(other for other, _ in touching)])
            group += [i for _, more in touching for i in more]
        made.append((box, group))
    return [group for _, group in made] + apart


def _gap(one: Box, other: Box) -> float:
    across = max(one.x0, other.x0) - min(one.x1, other.x1)
    down = max(one.y0, other.y0) - min(one.y1, other.y1)
    return max(across, down)


def _in_any(box: Box, others: Iterable[Box]) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return any(other.holds(x, y, 1) for other in others)


def _around(boxes: Sequence[Box]) -> Box:
    return Box(min(b.x0 for b in boxes), min(b.y0 for b in boxes), max(b.x1 for b in boxes), max(b.y1 for b in boxes))


def _together(boxes: Sequence[Box], ink: Ink) -> list[list[int]]:
    """Boxes that share or touch tiles of the page, by number."""
    root = list(range(len(boxes)))
    owner: dict[tuple[int, int], int] = {}

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    widest, highest = int(ink.width / _TILE) + 1, int(ink.height / _TILE) + 1
    for number, box in enumerate(boxes):
        left, right = max(0, int(box.x0 / _TILE)), min(widest, int(box.x1 / _TILE) + 1)
        top, bottom = max(0, int(box.y0 / _TILE)), min(highest, int(box.y1 / _TILE) + 1)
        if (right - left) * (bottom - top) > 400:  # of a large panel its border is enough
            tiles = [(x, y) for x in range(left, right + 1) for y in (top, bottom)]
            tiles += [(x, y) for y in range(top, bottom + 1) for x in (left, right)]
        else:
            tiles = [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
        for tile in tiles:
            if tile in owner:
                root[find(number)] = find(owner[tile])
            else:
                owner[tile] = number
    made: dict[int, list[int]] = {}
    for number in range(len(boxes)):
        made.setdefault(find(number), []).append(number)
    spans = [(_around([boxes[i] for i in group]), group) for group in made.values()]
    spans.sort(key=lambda each: -each[0].width * each[0].height)
    kept: list[tuple[Box, list[int]]] = []
    for box, group in spans:  # what lies within a drawing is part of it
        for outer, members in kept[:200]:
            if outer.holds(box.x0, box.y0, 2) and outer.holds(box.x1, box.y1, 2):
                members += group
                break
        else:
            kept.append((box, list(group)))
    return [group for _, group in kept]


def notable(image: Image, ink: Ink) -> bool:
    """Whether an image is large enough to be more than an ornament."""
    return (
        image.box.width >= 40
        and image.box.height >= 40
        and image.box.width * image.box.height > 0.008 * (ink.width * ink.height)
    )


def ground(image: Image, ink: Ink) -> bool:
    """Whether an image fills the page: a scan."""
    return image.box.width * image.box.height > 0.75 * ink.width * ink.height


def encoded(image: Image) -> tuple[str, bytes] | None:
    """Return (media type, bytes) of an image while its page is open; None where it is too large or broken."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not raw.FPDFImageObj_GetImagePixelSize(image.object, width, height):
        return None
    if not 0 < width.value * height.value <= MOST_PIXELS:
        return None
    buffer = ctypes.create_string_buffer(32)
    if raw.FPDFImageObj_GetImageFilterCount(image.object) == 1:
        raw.FPDFImageObj_GetImageFilter(image.object, 0, buffer, 32)
        if buffer.value == b"DCTDecode":
            size = raw.FPDFImageObj_GetImageDataRaw(image.object, None, 0)
            if 4 < size <= MOST_BYTES:
                data = (ctypes.c_ubyte * size)()
                raw.FPDFImageObj_GetImageDataRaw(image.object, data, size)
                jpeg = bytes(data)
                return ("image/jpeg", jpeg) if jpeg[:2] == b"\xff\xd8" else None
    bitmap = raw.FPDFImageObj_GetBitmap(image.object)
    if not bitmap:
        return None
    try:
        png = _png(bitmap)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return ("image/png", png) if png and len(png) <= MOST_BYTES else None


def _png(bitmap: raw.FPDF_BITMAP) -> bytes:
    width, height = raw.FPDFBitmap_GetWidth(bitmap), raw.FPDFBitmap_GetHeight(bitmap)
    stride = raw.FPDFBitmap_GetStride(bitmap)
    deep = {raw.FPDFBitmap_Gray: 1, raw.FPDFBitmap_BGR: 3, raw.FPDFBitmap_BGRx: 4, raw.FPDFBitmap_BGRA: 4}
    bytes_each = deep.get(raw.FPDFBitmap_GetFormat(bitmap), 0)
    start = raw.FPDFBitmap_GetBuffer(bitmap)
    if not bytes_each or not start or width * height == 0:
        return b""
    step = 1
    while (width // step) * (height // step) > _KEPT_PIXELS:
        step += 1
    lines = []
    for y in range(0, height - height % step, step):
        row = ctypes.string_at(start + y * stride, width * bytes_each)
        gray = row[:: bytes_each * step]
        if bytes_each > 1:
            made = bytearray(3 * len(gray))
            made[0::3] = row[2 :: bytes_each * step]
            made[1::3] = row[1 :: bytes_each * step]
            made[2::3] = gray
            gray = bytes(made)
        lines.append(b"\x00" + gray)
    colour = 0 if bytes_each == 1 else 2
    across = (width + step - 1) // step
    head = struct.pack(">IIBBBBB", across, len(lines), 8, colour, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(lines), 6)), (b"IEND", b""))
    made_png = b"\x89PNG\r\n\x1a\n"
    for kind, data in chunks:
        made_png += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return made_png
