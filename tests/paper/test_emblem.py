"""An emblem: what can stand in a letterhead, how large, and what is refused with which words."""

import struct
import zlib

import pytest

from probis.paper import BadImage, emblem
from probis.paper.emblem import LARGEST

NS = 'xmlns="http://www.w3.org/2000/svg"'


def svg(inner: str = '<path d="M0 0h10v10z"/>', attributes: str = 'viewBox="0 0 10 20"') -> bytes:
    return f"<svg {NS} xmlns:xlink='http://www.w3.org/1999/xlink' {attributes}>{inner}</svg>".encode()


def png(width: int = 2, height: int = 4) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compress(b"".join(b"\0" + b"\x80" * 3 * width for _ in range(height))) if width < 100 else b""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("data", "kind"), [(svg(), "svg"), (png(), "png")])
def test_it_is_as_large_as_its_place(data: bytes, kind: str) -> None:
    found = emblem(data, "Lambang")
    assert (found.kind, found.size_mm, found.words) == (kind, (12.5, 25.0), "Lambang")


def test_a_wide_one_is_as_wide_as_its_place() -> None:
    assert emblem(svg(attributes='width="1000mm" height="100mm"'), "x").size_mm == (80.0, 8.0)


@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<image href='data:image/png;base64,'/>", "<image>"),
        ("<animate/>", "<animate>"),
        ("<text>Pemerintah</text>", "teks"),
        ("<path onclick='x()' d='M0 0'/>", "skrip"),
        ("<use xlink:href='http://contoh.id/a.svg#b'/>", "berkas lain"),
        ("<use href='file:///etc/passwd'/>", "berkas lain"),
        ("<style>@import 'a.css';</style>", "berkas lain"),
        ("<rect fill='url(http://contoh.id/x)'/>", "berkas lain"),
        ("<rect style='fill:url( \"a.svg#b\")'/>", "berkas lain"),
    ],
)
def test_what_does_more_than_draw_is_refused(inner: str, reason: str) -> None:
    with pytest.raises(BadImage, match=reason):
        emblem(svg(inner), "x")


def test_what_an_editor_leaves_behind_is_no_harm() -> None:
    emblem(svg("<defs><linearGradient id='a'/></defs><rect fill='url(#a)'/><x:y xmlns:x='urn:x'/><!-- c -->"), "x")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<html/>",
        b"<svg/>",
        svg()[:-3],
        svg(attributes=""),
        svg(attributes='viewBox="0 0 0 10"'),
        svg(attributes='viewBox="0 0 1 nan"'),
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"),
        svg("<g>" * 300 + "</g>" * 300),
        svg("<g/>" * 20_001),
        svg() + b" " * LARGEST,
        png()[:-4],
        png().replace(b"IDAT", b"IDAX"),
        png(60_000, 60_000),
        png(0, 4),
    ],
    ids=lambda data: repr(data[:24]),
)
def test_what_is_broken_or_too_large_is_refused(data: bytes) -> None:
    with pytest.raises(BadImage):
        emblem(data, "x")
