"""A printed PDF to the words that a reader finds on it and the places of its signs, by pdfium: needs no program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import hypot

import pypdfium2
from pypdfium2 import raw

Rect = tuple[float, float, float, float]  # left, bottom, right, top in points


def words(data: bytes) -> str:
    """The text of all pages: divided words joined, white space as one blank."""
    return " ".join(re.sub("[\u00ad\ufffe\ufeff]\\s*", "", "\n".join(texts(data))).split())


def texts(data: bytes) -> list[str]:
    """The text of each page, as it stands in the file."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def signs(data: bytes) -> list[tuple[str, Rect]]:
    """Every visible sign of all pages with its place."""
    found: list[tuple[str, Rect]] = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        for i in _visible(text):
            found.append((text.get_text_range(i, 1), text.get_charbox(i)))
    return found


def sizes(data: bytes) -> list[float]:
    """For each page the size of its smallest letter in points, every transformation counted; infinite without one."""
    return [min(_sizes(page.get_textpage()), default=float("inf")) for page in pypdfium2.PdfDocument(data)]


def inks(data: bytes) -> list[tuple[Rect, Rect]]:
    """For each page its own bounds and those of everything on it: the ground that fills a page is none of it."""
    found: list[tuple[Rect, Rect]] = []
    for page in pypdfium2.PdfDocument(data):
        width, height = page.get_size()
        bounds = [item.get_bounds() for item in page.get_objects(max_depth=1)]
        drawn = [b for b in bounds if b[2] - b[0] < width - 1 or b[3] - b[1] < height - 1]
        left, bottom, right, top = zip(*drawn, strict=True)
        found.append(((0.0, 0.0, width, height), (min(left), min(bottom), max(right), max(top))))
    return found


def _visible(text: pypdfium2.PdfTextPage) -> Iterator[int]:
    """The signs that stand in the file and leave ink: pdfium adds blanks where words end."""
    for i in range(text.count_chars()):
        sign = text.get_text_range(i, 1)
        if sign.strip() and sign.isprintable() and not raw.FPDFText_IsGenerated(text.raw, i):
            yield i


def _sizes(text: pypdfium2.PdfTextPage) -> Iterator[float]:
    for i in _visible(text):
        turn = raw.FS_MATRIX()
        assert raw.FPDFText_GetMatrix(text.raw, i, turn)
        yield raw.FPDFText_GetFontSize(text.raw, i) * min(hypot(turn.a, turn.b), hypot(turn.c, turn.d))
