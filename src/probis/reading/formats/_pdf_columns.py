"""Rows to reading order on a page that is set in columns: one column after the other, where that is certain."""

from collections.abc import Sequence
from itertools import pairwise

from probis.reading.formats._pdf_rows import Row

_FEWEST = 5  # rows in which columns stand side by side
_MANY = 8
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
            made += _flat(columns)
            made.append(row)
            columns = [[] for _ in columns]
            continue
        at = [0, *(sum(word.x1 <= cut for word in row.words) for cut in cuts), len(row.words)]
        for column, (first, last) in zip(columns, pairwise(at), strict=True):
            if first < last:
                column.append(row.part(first, last))
    return [*made, *_flat(columns)]


def _flat(columns: Sequence[Sequence[Row]]) -> list[Row]:
    """One column after the other; a heading of what comes below the columns, at the left, stands after them."""
    first, others = list(columns[0]), [row for column in columns[1:] for row in column]
    ends = max((row.y for row in others), default=float("inf"))
    at = next((n for n, row in enumerate(first) if row.y > ends + 0.5 and (row.bold or row.text.isupper())), len(first))
    return [*first[:at], *others, *first[at:]]


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
        if not apart or len(here) < _FEWEST:
            continue
        if not _certain(here, rows, cut, width):
            here, cut = _stretch(here, rows, cut)
            if len(here) < _FEWEST or not _certain(here, rows, cut, width):
                continue
        found.append(cut)
        top = min([top, *(row.y for row, _ in here)])
    return (sorted(found), top) if len(found) < _MOST else ([], top)


def _stretch(
    here: Sequence[tuple[Row, float]], rows: Sequence[Row], cut: float
) -> tuple[list[tuple[Row, float]], float]:
    """The most of the rows with that gap that no row across parts, and the gap where it is widest among them."""
    runs: list[list[Row]] = [[]]
    for row in rows:
        if any(word.x0 < cut < word.x1 for word in row.words) or _goes_over(row, cut):
            runs.append([])
        else:
            runs[-1].append(row)
    gapped = {id(row) for row, _ in here}
    run = max(runs, key=lambda run: sum(id(row) in gapped for row in run))
    words = sorted((word.x0, word.x1) for row in run for word in row.words)
    best, reach = (0.0, cut), 0.0
    for start, end in words:
        if cut - 60 < start < cut + 4 and start - reach > best[0]:
            best = (start - reach, start - 1.5)
        reach = max(reach, end)
    kept = {id(row) for row in run}
    return [(row, start) for row, start in here if id(row) in kept], best[1]


def _goes_over(row: Row, cut: float) -> bool:
    at = sum(word.x1 <= cut for word in row.words)
    return 0 < at < len(row.words) and row.words[at].x0 - row.words[at - 1].x1 < 0.4 * row.size


def _certain(here: Sequence[tuple[Row, float]], rows: Sequence[Row], cut: float, width: float) -> bool:
    prose = together = both = 0
    lower = [0, 0]
    for row, _ in here:
        at = sum(word.x1 <= cut for word in row.words)
        if not 0 < at < len(row.words):
            continue
        before, after = row.part(0, at), row.part(at)
        wide = before.x1 - before.x0 > 0.15 * width and after.x1 - after.x0 > 0.15 * width
        together += wide and len(before.words) >= 3 and len(after.words) >= 3
        last, first = before.chunks(0.9)[-1], after.chunks(0.9)[0]
        if last.x1 - last.x0 > 0.15 * width and first.x1 - first.x0 > 0.15 * width:
            prose += len(last.words) >= 3 and len(first.words) >= 3
        small = [part.words[0].text[:1].islower() for part in (before, after)]
        lower = [count + low for count, low in zip(lower, small, strict=True)]
        both += not any(small)
    top, bottom = min(row.y for row, _ in here), max(row.y for row, _ in here)
    crossing = sum(_crosses(row, cut) for row in rows if top <= row.y <= bottom)
    if crossing > 0.1 * len(here):
        return False
    # few rows are columns only where sentences go on in both of them, and seldom begin side by side as rows do
    sure = len(here) >= _MANY and prose >= max(_MANY - 2, 0.5 * len(here))
    return sure or (together >= 0.45 * len(here) and min(lower) >= 0.3 * len(here) and both <= 0.34 * len(here))
