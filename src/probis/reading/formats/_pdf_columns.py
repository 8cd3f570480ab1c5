"""Rows to reading order on a page that is set in columns: one column after the other, where that is certain."""

from collections.abc import Sequence
from itertools import pairwise

from probis.reading.formats._pdf_rows import Row

_FEWEST = 8
_MOST = 4  # columns
_SET_IN = 5  # steps of four points that text may be set in behind the left border of its column


def in_columns(rows: Sequence[Row], width: float) -> list[Row]:
    """Return the rows; in a stretch where columns of prose stand side by side, those of one come before the next."""
    cuts, top = _gutters(rows, width)
    if not cuts:
        return list(rows)
    made: list[Row] = []
    columns: list[list[Row]] = [[] for _ in range(len(cuts) + 1)]
    for row in rows:
        if row.y < top - 0.5 or any(_crosses(row, cut) for cut in cuts):
            made += [each for column in columns for each in column]
            made.append(row)
            columns = [[] for _ in columns]
            continue
        at = [0, *(sum(word.x1 <= cut for word in row.words) for cut in cuts), len(row.words)]
        for column, (first, last) in zip(columns, pairwise(at), strict=True):
            if first < last:
                column.append(row.part(first, last))
    return [*made, *(each for column in columns for each in column)]


def _crosses(row: Row, cut: float) -> bool:
    """Whether a row goes on over the gap: a word stands in it, or a mere blank."""
    at = sum(word.x1 <= cut for word in row.words)
    if 0 < at < len(row.words) and row.words[at].x0 - row.words[at - 1].x1 < 0.7 * row.size:
        return True
    return any(word.x0 < cut < word.x1 for word in row.words)


def _gutters(rows: Sequence[Row], width: float) -> tuple[list[float], float]:
    """Return where columns part and the first baseline of which that holds: gaps at one place, prose on both sides."""
    starts: dict[int, list[tuple[Row, float]]] = {}
    for row in rows:
        for a, b in pairwise(row.words):
            if b.x0 - a.x1 > 0.9 * row.size and 0.15 * width < b.x0 < 0.85 * width:
                starts.setdefault(round(b.x0 / 4), []).append((row, b.x0))
    found: list[float] = []
    top = float("inf")
    for key in sorted(starts, key=lambda key: (-len(starts[key]), key)):
        left = min(near for near in range(key - _SET_IN, key + 1) if len(starts.get(near, ())) >= 2 or near == key)
        here = [each for near in range(left, key + 2) for each in starts.get(near, ())]
        cut = min(start for _, start in here) - 1.5
        apart = all(abs(cut - other) > 0.15 * width for other in found)
        if apart and len(here) >= _FEWEST and _certain(here, rows, cut, width):
            found.append(cut)
            top = min([top, *(row.y for row, _ in here)])
    return (sorted(found), top) if len(found) < _MOST else ([], top)


def _certain(here: Sequence[tuple[Row, float]], rows: Sequence[Row], cut: float, width: float) -> bool:
    prose = 0
    for row, _ in here:
        at = sum(word.x1 <= cut for word in row.words)
        before = row.part(0, at).chunks(0.9)[-1] if at else None
        after = row.part(at).chunks(0.9)[0] if at < len(row.words) else None
        if before and after and before.x1 - before.x0 > 0.15 * width and after.x1 - after.x0 > 0.15 * width:
            prose += len(before.words) >= 3 and len(after.words) >= 3
    top, bottom = min(row.y for row, _ in here), max(row.y for row, _ in here)
    crossing = sum(_crosses(row, cut) for row in rows if top <= row.y <= bottom)
    return prose >= max(_FEWEST - 2, 0.5 * len(here)) and crossing <= 0.1 * len(here)
