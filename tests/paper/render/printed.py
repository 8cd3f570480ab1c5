"""A printed PDF to the words that a reader finds on it and the places of its signs, by pdfium: needs no program."""

from __future__ import annotations

import re

import pypdfium2

Rect = tuple[float, float, float, float]  # left, bottom, right, top in points


def words(data: bytes) -> str:
    """The text of all pages: divided words joined, white space as one blank."""
    return " ".join(re.sub("[\u00ad\ufffe\ufeff]\\s*", "", "\n".join(texts(data))).split())


def texts(data: bytes) -> list[str]:
    """The text of each page, as it stands in the file."""
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def signs(data: bytes) -> list[tuple[str, Rect]]:
    """Every visible sign of all pages with its place."""
    found: list[tuple[str, Rect]] = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        for i in range(text.count_chars()):
            sign = text.get_text_range(i, 1)
            if sign.strip() and sign.isprintable():
                found.append((sign, text.get_charbox(i)))
    return found
