"""Rows to reading order where two signatures stand side by side: that of the decree, then what stands beside it."""

import re
from collections.abc import Sequence

from probis.reading.formats._pdf_rows import Row

_MADE = re.compile(r"(?:Ditetapkan|Dikeluarkan|Disahkan)\s+di\b", re.IGNORECASE)
_BESIDE = re.compile(r"(?:Salinan|Mengetahui|Diundangkan|Disahkan|Untuk\s+salinan|Telah\s+diperiksa)\b", re.IGNORECASE)
_AFTER = re.compile(r"(?:Tembusan|Tindasan|LAMPIRAN|Lampiran)\b")
_ABOVE, _BELOW = 4, 18  # rows around the place and date that may belong to signatures


def signed(rows: Sequence[Row]) -> list[Row]:
    """Return the rows; of two blocks of signatures side by side, the one with place and date comes first."""
    for at, row in enumerate(rows):
        for word in range(len(row.words)):
            if row.words[word].text[:2].casefold() in ("di",) and _MADE.match(row.part(word).text):
                if word == 0 or row.words[word].x0 - row.words[word - 1].x1 > 0.9 * row.size:
                    made = _apart(rows, at, row.words[word].x0)
                    if made is not None:
                        return made
                break
    return list(rows)


def _apart(rows: Sequence[Row], at: int, x: float) -> list[Row] | None:
    first, last = _bounds(rows, at, x)
    block = rows[first:last]
    cut = _cut(block, x)
    if cut is None:
        return None
    left: list[Row] = []
    right: list[Row] = []
    for row in block:
        n = sum((word.x0 + word.x1) / 2 < cut for word in row.words)
        left += [row.part(0, n)] if n else []
        right += [row.part(n)] if n < len(row.words) else []
    if len(left) < 3 or len(right) < 3 or not any(_BESIDE.match(row.text) for row in left):
        return None
    return [*rows[:first], *right, *left, *rows[last:]]


def _bounds(rows: Sequence[Row], at: int, x: float) -> tuple[int, int]:
    first, last = at, at + 1
    while first and at - first < _ABOVE and _BESIDE.match(rows[first - 1].text) and rows[first - 1].x1 < x:
        first -= 1
    while last < min(len(rows), at + _BELOW) and not _AFTER.match(rows[last].text):
        if rows[last].y - rows[last - 1].y > 9 * rows[last].size:
            break
        last += 1
    return first, last


def _cut(block: Sequence[Row], x: float) -> float | None:
    """Where no word of the block stands and the left side ends; a row of text across ends the search."""
    left = min(row.x0 for row in block)
    best: tuple[float, float] | None = None
    words = sorted((word.x0, word.x1) for row in block for word in row.words)
    reach = words[0][1]
    for start, end in words:
        if start - reach > 4 and left + 30 < start <= x + 2:
            best = max(best or (0.0, 0.0), (start - reach, (start + reach) / 2))
        reach = max(reach, end)
    return best[1] if best else None
