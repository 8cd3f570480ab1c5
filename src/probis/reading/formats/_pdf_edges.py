"""Rows at the edges of pages to noise: page numbers, running heads and feet, words that lead to the next page."""

import re
from collections.abc import Mapping, Sequence

from probis.reading.formats._pdf_rows import Row

_NUMBER = re.compile(
    r"(?:[-–—~]{1,2}\s*)?(?:\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})(?:\s*[-–—~]{1,2})?"
    r"|(?:Halaman|Hal\.?|Page|Lembar)\s*:?\s*\d{1,4}(?:\s*(?:dari|of|/)\s*\d{1,4})?.{0,24}|\d{1,4}\s*/\s*\d{1,4}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
"""A number close to other rows that is rather the year of a day in a narrow column."""
_DIGITS = re.compile(r"\d+")
_LEADS = re.compile(r"^/?\s*(.{1,60}?)\s*(?:\.{2,}|…)\s*\.*$")
_ZONE = 0.125

PAGE_NUMBER = "nomor halaman"
RUNNING = "judul yang berulang di tiap halaman"
LEADS = "penunjuk kata pada halaman berikut"


def edges(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> list[dict[int, str]]:
    """Return for each page the numbers of rows that are no text, and what they are."""
    found: list[dict[int, str]] = [{} for _ in pages]
    places: dict[tuple[str, int], list[tuple[int, int]]] = {}
    outer = [_outer(rows, height) for rows, height in zip(pages, heights, strict=True)]
    for page, (rows, near) in enumerate(zip(pages, outer, strict=True)):
        for at in near:
            row = rows[at]
            fits = _NUMBER.fullmatch(row.text)
            short = row.text[0].isalpha() and len(row.text) <= 3
            if fits and not ((short or _YEAR.fullmatch(row.text)) and not _alone(row, rows)):
                found[page][at] = PAGE_NUMBER
            key = _DIGITS.sub("#", row.text).casefold()
            if len(key) > 2:
                places.setdefault((key, round(row.y / 6)), []).append((page, at))
    for (key, y), here in list(places.items()):
        same = here + places.get((key, y + 1), [])
        pages_with = {page for page, _ in same}
        if len(pages_with) >= 3 and _steady(pages_with):
            for page, at in same:
                found[page].setdefault(at, RUNNING)
    for page, rows in enumerate(pages[:-1]):
        leads = _leads(rows, found[page], pages[page + 1], found[page + 1])
        if leads is not None:
            found[page][leads] = LEADS
    return found


def _outer(rows: Sequence[Row], height: float) -> list[int]:
    top = [at for at, row in enumerate(rows) if row.y < _ZONE * height][:3]
    bottom = [at for at, row in enumerate(rows) if row.y > (1 - 0.8 * _ZONE) * height][-3:]
    return sorted({*top, *bottom})


def _alone(row: Row, rows: Sequence[Row]) -> bool:
    return all(abs(other.y - row.y) > 1.6 * row.size for other in rows if other is not row)


def _steady(pages: set[int]) -> bool:
    """On pages that mostly follow each other, or on every second one."""
    return len(pages) >= 0.3 * (max(pages) - min(pages) + 1)


def _leads(
    rows: Sequence[Row], noise: Mapping[int, str], after: Sequence[Row], skipped: Mapping[int, str]
) -> int | None:
    last = max((at for at in range(len(rows)) if at not in noise), default=None)
    first = next((row for at, row in enumerate(after) if at not in skipped), None)
    if last is None or first is None:
        return None
    led = _LEADS.match(rows[last].text)
    if led is None or rows[last].x0 < rows[0].x0 + 60:
        return None
    words = led.group(1).split()
    return last if first.text.replace(" ", "").startswith("".join(words)) else None
