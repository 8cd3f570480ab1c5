"""PDF files written by hand, byte for byte: what a generator may put on a page, and what an attacker may."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence

A4 = (595, 842)
F4 = (612, 936)

Object = bytes


def escape(text: str) -> bytes:
    """Text as a PDF string in WinAnsi."""
    data = text.encode("cp1252", "replace")
    return b"(" + data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


def show(x: float, y: float, text: str, size: float = 11, font: str = "F1", mode: int = 0) -> bytes:
    """Show a text with its baseline at x, y (from the lower left corner)."""
    return b"BT /%s %g Tf %d Tr 1 0 0 1 %g %g Tm %s Tj ET\n" % (font.encode(), size, mode, x, y, escape(text))


def turned(x: float, y: float, text: str, size: float = 11, font: str = "F1") -> bytes:
    """Show a text that reads upwards."""
    return b"BT /%s %g Tf 0 1 -1 0 %g %g Tm %s Tj ET\n" % (font.encode(), size, x, y, escape(text))


def line(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """Draw a line."""
    return b"%g %g m %g %g l S\n" % (x0, y0, x1, y1)


def lattice(xs: Sequence[float], ys: Sequence[float]) -> bytes:
    """Draw all lines of a grid."""
    level = b"".join(line(xs[0], y, xs[-1], y) for y in ys)
    return level + b"".join(line(x, ys[0], x, ys[-1]) for x in xs)


def document(
    contents: Iterable[bytes],
    size: tuple[int, int] = A4,
    rotate: int = 0,
    more: Mapping[int, Object] | None = None,
    resources: bytes = b"",
    font: bytes = b"",
    compress: bool = True,
) -> bytes:
    """Return a file with these pages. `more` are further objects from number 10 on; `resources` joins each page's."""
    objects: dict[int, bytes] = dict(more or {})
    width = b"/Encoding /WinAnsiEncoding"
    objects[3] = font or b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica " + width + b" >>"
    objects[4] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold " + width + b" >>"
    number = max([9, *objects]) + 1
    kids = []
    for content in contents:
        data = zlib.compress(content) if compress else content
        filters = b"/Filter /FlateDecode " if compress else b""
        objects[number] = b"<< %s/Length %d >>\nstream\n%s\nendstream" % (filters, len(data), data)
        objects[number + 1] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> %s >> >>" % (*size, rotate, number, resources)
        )
        kids.append(number + 1)
        number += 2
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[2] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % k for k in kids))
    return whole(objects)


def whole(objects: Mapping[int, Object], trailer: bytes = b"") -> bytes:
    """Return numbered objects as a file, 1 the catalog."""
    made, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {}
    parts = [made]
    at = len(made)
    for number in sorted(objects):
        places[number] = at
        part = b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
        parts.append(part)
        at += len(part)
    count = max(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % count
    table += b"".join(
        b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(1, count)
    )
    return (
        b"".join(parts)
        + table
        + b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (count, trailer, at)
    )


def image(width: int, height: int, data: bytes) -> Object:
    """A grey image as an object."""
    packed = zlib.compress(data)
    head = b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
    head += b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
    return head % (width, height, len(packed), packed)


def form(content: bytes, resources: bytes = b"") -> Object:
    """A form, which a page or another form shows."""
    head = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << %s >> /Length %d >>\nstream\n%s\nendstream"
    )
    return head % (resources, len(content), content)


def bomb(depth: int, wide: int) -> bytes:
    """A page whose form shows a form `wide` times, and so on `depth` times."""
    more = {10 + depth: form(b"0 0 m 9 9 l S\n")}
    for level in range(depth):
        inner = b"/XObject << /X %d 0 R >>" % (11 + level)
        more[10 + level] = form(b"/X Do\n" * wide, inner)
    return document([show(72, 700, "Bom") + b"/X Do\n"], more=more, resources=b"/XObject << /X 10 0 R >>")
