"""Rows to tables without lines, where that is certain: a head, and under it rows whose parts stand in its columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from probis.reading.blocks import label_of
from probis.reading.formats._pdf_rows import Row

_APART = 1.3  # of the size: wider than a blank in justified text mostly is
_FEWEST = 3  # rows under the head


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table among rows: the first and last of them, where its columns stand, and its cells as rows of words."""

    first: int
    last: int
    spans: tuple[tuple[float, float], ...]
    cells: tuple[tuple[tuple[Row, ...], ...], ...]


def aligned(rows: Sequence[Row]) -> list[Aligned]:
    """Return the tables among the rows of a page, from top to bottom."""
    found: list[Aligned] = []
    at = 0
    while at < len(rows):
        made = _from(rows, at)
        if made is not None:
            found.append(made)
            at = made.last
        at += 1
    return found


def _from(rows: Sequence[Row], at: int) -> Aligned | None:
    head = rows[at].chunks(_APART)
    if len(head) < 3 or not _headlike(rows[at], head):
        return None
    starts = [chunk.x0 for chunk in head]
    ends = [chunk.x1 for chunk in head]
    last, body = at, []
    for number in range(at + 1, len(rows)):
        row = rows[number]
        if row.y - rows[number - 1].y > 2.8 * row.size:
            break
        placed = _placed(row, starts, ends)
        if placed is None:
            break
        body.append(placed)
        last = number
    full = [placed for placed in body if len(placed) >= 2]
    whole = [placed for placed in body if len(placed) == len(head)]
    if len(full) < _FEWEST or len(whole) < 2 or len(full) < 0.4 * len(body):
        return None
    if min(sum(len(placed[i].words) for placed in whole) for i in range(len(head))) > 3.5 * len(whole):
        return None  # prose in columns
    lefts = [min([starts[i], *(p[i].x0 for p in body if i in p)]) for i in range(len(head))]
    rights = [max([ends[i], *(p[i].x1 for p in body if i in p)]) for i in range(len(head))]
    if any(right > left + 1 for right, left in zip(rights, lefts[1:], strict=False)):
        return None
    records: list[list[list[Row]]] = [[[chunk] for chunk in head]]
    for placed in body:
        if 0 in placed or len(placed) == len(head):
            records.append([[] for _ in head])
        for column, chunk in placed.items():
            records[-1][column].append(chunk)
    if len(records) < 1 + _FEWEST - 1 or not all(any(record[i] for record in records[1:]) for i in range(len(head))):
        return None
    cells = tuple(tuple(tuple(cell) for cell in record) for record in records)
    return Aligned(at, last, tuple(zip(lefts, rights, strict=True)), cells)


def _headlike(row: Row, head: Sequence[Row]) -> bool:
    """Short words that name columns: no colon, no label, capitals or bold or each beginning with a capital."""
    if any(chunk.text in (":", "-") or chunk.text.endswith((":", ";", ",")) for chunk in head):
        return False
    if label_of(row.text)[1] is not None or any(len(chunk.words) > 5 for chunk in head):
        return False
    return row.bold or all(chunk.text[:1].isupper() for chunk in head)


def _placed(row: Row, starts: Sequence[float], ends: Sequence[float]) -> dict[int, Row] | None:
    """The parts of a row by the column they stand in; None where one stands in no column or in two."""
    placed: dict[int, Row] = {}
    for chunk in row.chunks(0.75):
        over = [i for i in range(len(starts)) if chunk.x0 < ends[i] + 1 and chunk.x1 > starts[i] - 1]
        near = [i for i in range(len(starts)) if abs(chunk.x0 - starts[i]) < 4]
        column = near[0] if near else over[0] if len(over) == 1 else None
        if column is None:
            before = [i for i in range(len(starts)) if starts[i] - 4 <= chunk.x0]
            if not before or (chunk.x0 - starts[before[-1]] > 0 and before[-1] not in placed):
                return None
            column = before[-1]
        if len(over) > 1:
            return None
        if column in placed:
            words = (*placed[column].words, *chunk.words)
            placed[column] = Row(words, row.y, row.size, row.hidden)
        else:
            placed[column] = chunk
    return placed
