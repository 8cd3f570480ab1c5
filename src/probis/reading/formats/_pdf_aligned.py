"""Rows to tables without lines, where that is certain: a head, and under it rows whose parts keep to its columns."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from probis.reading.blocks import label_of
from probis.reading.formats._pdf_rows import Row, Word
from probis.reading.formats._text_cells import CODE, CODED, Room, grouped

_APART = 1.3  # of the size: wider than a blank in justified text mostly is
_FEWEST = 2  # rows under the head that have most of their cells
_BARS = frozenset("|¦[]_—~`'‘’\"“”.:·")  # what is left of ruled lines in the text of a scan
_SLIT = 0.45  # of the size: the least that columns stand apart
_HAIR = 0.1  # the same where many rows begin at the right border of the slit
_LINES = 2.8  # of the size: how far rows of a table lie apart at most
_ABOVE = 4  # rows that may stand above what goes on from the page before
BELOW = 4
"""Rows that may stand below a table that goes on over the page: its number, a foot."""
Slit = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table among rows: the first and last of them, where its columns stand, and its cells as rows of words."""

    first: int
    last: int
    spans: tuple[tuple[float, float], ...]
    cells: tuple[tuple[tuple[Row, ...], ...], ...]
    head: Row
    heads: int  # rows on the page that are its head
    slits: tuple[tuple[tuple[float, float], ...], ...]
    left: float
    sure: bool = True  # else too few rows at the end of a page to tell, unless it goes on over the page


def aligned(rows: Sequence[Row], before: Aligned | None = None) -> list[Aligned]:
    """Return the tables among the rows of a page, from top to bottom; `before` ended the page before this."""
    found: list[Aligned] = []
    starts = _starts(rows)
    at = 0
    if before is not None:
        tried = (_onward(rows, n, before, starts) for n in range(min(_ABOVE, len(rows))))
        made = next(filter(None, tried), None)
        if made is not None:
            found.append(made)
            at = made.last + 1
    while at < len(rows):
        made = _from(rows, at, starts)
        if made is not None:
            found.append(made)
            at = made.last
        at += 1
    return found


def _starts(rows: Sequence[Row]) -> frozenset[int]:
    """Where the text of at least three rows begins or goes on behind a gap: the left borders of columns, in points."""
    counts: Counter[int] = Counter()
    for row in rows:
        here = {row.x0, *(b.x0 for a, b in pairwise(row.words) if b.x0 - a.x1 > _SLIT * row.size)}
        counts.update({round(x) + off for x in here for off in (-1, 0, 1)})
    return frozenset(x for x, count in counts.items() if count >= 3)


def began(rows: Sequence[Row], unsure: Aligned, onward: Aligned) -> Aligned:
    """Return what began at the end of a page in the columns in which it goes on over the page."""
    return _after(rows, unsure.first, onward, frozenset()) or unsure


def _onward(rows: Sequence[Row], at: int, before: Aligned, starts: frozenset[int]) -> Aligned | None:
    bare = _bare(rows[at])
    if not before.sure and bare is not None and _again(bare, before.head):
        made = _from(rows, at, starts)  # with more rows it knows its columns better
        if made is not None and made.sure:
            return replace(made, head=before.head)
    return _after(rows, at, before, starts)


def _after(rows: Sequence[Row], at: int, before: Aligned, starts: frozenset[int]) -> Aligned | None:
    """What stands at the top of a page in the columns of the table that ended the page before."""
    bare = _bare(rows[at])
    if bare is None or abs(bare.size - before.head.size) > 0.13 * bare.size:
        return None
    again = _again(bare, before.head)
    slits: list[Slit] = [list(slit) for slit in before.slits]
    narrowed = _narrowed(slits, bare.words, bare.size, starts)
    if narrowed is None or _covers(bare, slits) or not (again or _goes_on(rows, at, before, slits)):
        return None
    slits, members = _extent(rows, at, bare, narrowed, starts)
    heads = before.heads if again else 0
    cuts = [(left + right) / 2 for left, right in map(_widest, slits)]
    placed = [_placed(row, cuts) for _, row in members]
    ends = len(members)
    for n in range(ends - 1, heads, -1):
        if sum(map(bool, placed[n])) > 1:
            break
        if members[n][1].y - members[n - 1][1].y > 1.5 * members[n][1].size:
            ends = n  # single words below the table: a signature, a head
    if ends <= heads:
        return None
    members, placed = members[:ends], placed[:ends]
    records = _records([row for _, row in members[heads:]], placed[heads:], cuts)
    whole = [*([[*range(heads)]] if heads else []), *([n + heads for n in group] for group in records)]
    cells = _cells(whole, members, placed)
    return Aligned(at, members[-1][0], before.spans, cells, before.head, before.heads, _frozen(slits), before.left)


def _again(row: Row, head: Row) -> bool:
    """Whether a head comes back; scans spell it with an error or two."""
    mine, other = ({word.text.casefold() for word in each.words} for each in (row, head))
    return abs(row.x0 - head.x0) < 4 and len(mine & other) >= 0.6 * max(len(mine), len(other))


def _goes_on(rows: Sequence[Row], at: int, before: Aligned, slits: Sequence[Slit]) -> bool:
    """Whether a row without a head above it is one of the table: it begins with it and fills several columns.

    Words in small letters above such a row are the end of a row that the page parts.
    """
    cuts = [(left + right) / 2 for left, right in map(_widest, slits)]
    while at < len(rows) - 1 and rows[at].text[:1].islower() and rows[at].x0 > before.left + 4:
        at += 1
    row = rows[at]
    return abs(row.x0 - before.left) < 4 and len(row.chunks(0.9)) > 2 and sum(map(bool, _placed(row, cuts))) > 2


def _from(rows: Sequence[Row], at: int, starts: frozenset[int]) -> Aligned | None:
    bare = _bare(rows[at])
    head = _named(bare, starts) if bare is not None else ()
    if bare is None or len(head) < 3 or not _headlike(rows[at], head):
        return None
    middles = [(chunk.x0 + chunk.x1) / 2 for chunk in head]
    slits: list[Slit] = [[pair] for pair in pairwise(middles)]
    slits, members = _extent(rows, at, bare, _narrowed(slits, bare.words, bare.size, starts) or slits, starts)
    cuts = [(left + right) / 2 for left, right in map(_widest, slits)]
    placed = [_placed(row, cuts) for _, row in members]
    filled = [sum(bool(words) for words in line) for line in placed]
    several = sum(count >= min(3, len(head)) for count in filled[1:])
    few = bare.bold and not bare.hidden and several > 0 and members[-1][0] >= len(rows) - BELOW
    wide = sum(count > 1 for count in filled)
    enough = few or (several >= _FEWEST and wide >= 3)
    if not enough or wide < 0.4 * len(filled) or _is_prose(placed[1:], len(head)):
        return None
    records = _records([row for _, row in members], placed, cuts)
    sure = several >= _FEWEST and len(records) > _FEWEST
    if not sure and not few:
        return None
    words = [word for _, row in members for word in row.words]
    borders = [min(word.x0 for word in words), *cuts, max(word.x1 for word in words)]
    cells = _cells(records, members, placed)
    lefts = [line[0][0].x0 for line in placed[1:] if line[0]]
    left = Counter(map(round, lefts)).most_common(1)[0][0] if lefts else borders[0]
    heads = len(records[0])
    return Aligned(at, members[-1][0], tuple(pairwise(borders)), cells, bare, heads, _frozen(slits), left, sure)


def _is_prose(placed: Sequence[Sequence[Sequence[Word]]], columns: int) -> bool:
    """Whether rows are lines of text side by side: those that fill all columns have many words in each."""
    full = [line for line in placed if sum(map(bool, line)) == columns]
    return bool(full) and min(sum(len(line[n]) for line in full) for n in range(columns)) > 3.5 * len(full)


def _named(row: Row, starts: frozenset[int]) -> tuple[Row, ...]:
    """The names of columns in a head: parts that stand apart, or begin where the rows of a column begin."""
    apart = row.chunks(_APART)
    if row.hidden or len(apart) < 3:
        return apart
    cuts = [0]
    for at, (a, b) in enumerate(pairwise(row.words), 1):
        known = any(round(b.x0) + off in starts for off in (-2, 0, 2))
        if b.x0 - a.x1 > (_SLIT if known else _APART) * row.size:
            cuts.append(at)
    return tuple(row.part(a, b) for a, b in pairwise([*cuts, len(row.words)]))


def _frozen(slits: Sequence[Slit]) -> tuple[tuple[tuple[float, float], ...], ...]:
    return tuple(tuple(slit) for slit in slits)


def _cells(
    records: Sequence[Sequence[int]], members: Sequence[tuple[int, Row]], placed: Sequence[list[list[Word]]]
) -> tuple[tuple[tuple[Row, ...], ...], ...]:
    return tuple(
        tuple(
            tuple(Row(tuple(placed[n][i]), row.y, row.size, row.hidden) for n in group if placed[n][i]
                  for row in (members[n][1],))
            for i in range(len(placed[0]))
        )
        for group in records
    )  # fmt: skip


def _widest(slit: Slit) -> tuple[float, float]:
    return max(slit, key=lambda free: free[1] - free[0])


def _bare(row: Row) -> Row | None:
    """A row without what a scan made of ruled lines."""
    words = tuple(word._replace(text=word.text.strip("|¦")) for word in row.words if not _BARS.issuperset(word.text))
    return Row(words, row.y, row.size, row.hidden) if words else None


def _headlike(row: Row, head: Sequence[Row]) -> bool:
    """Short words that name columns: no colon, no label, capitals or bold or each beginning with a capital."""
    if any(chunk.text in (":", "-") or chunk.text.endswith((":", ";", ",")) for chunk in head):
        return False
    if label_of(row.text)[1] is not None or any(len(chunk.words) > 5 for chunk in head):
        return False
    return row.bold or all(chunk.text[:1].isupper() for chunk in head)


def _extent(
    rows: Sequence[Row], at: int, head: Row, slits: list[Slit], starts: frozenset[int]
) -> tuple[list[Slit], list[tuple[int, Row]]]:
    """The slits between the columns that no row of the table covers, and those rows with their numbers."""
    members = [(at, head)]
    last = at
    for number in range(at + 1, len(rows)):
        row = _bare(rows[number])
        if rows[number].y - rows[last].y > (2 * _LINES if last == at and head.bold else _LINES) * rows[number].size:
            break
        if row is None:
            last = number
            continue
        narrowed = _narrowed(slits, row.words, row.size, starts)
        if narrowed is None or _covers(row, slits):
            if len(row.chunks(_APART)) > 1 or len(row.words) > 6 or not _heads(rows, number, slits, starts):
                break
            narrowed = slits  # a head of the rows below, across the columns
        slits, last = narrowed, number
        members.append((number, row))
    while len(members) > 1 and _is_title(members):
        members.pop()
    return slits, members


def _is_title(members: Sequence[tuple[int, Row]]) -> bool:
    """Whether the last row is the heading of what comes after the table: labelled and in capitals or bold, alone."""
    row, before = members[-1][1], members[-2][1]
    _, counts, _, rest = label_of(row.text)
    stands_out = (rest.isupper() and not before.text.isupper()) or (row.bold and not before.bold)
    return counts is not None and _whole(row) and stands_out and len(rest) > 3


def _covers(row: Row, slits: Sequence[Slit]) -> bool:
    """Whether a row is one piece of text that goes on over where columns part."""
    return _whole(row) and any(row.x0 < slit[0][0] and row.x1 > slit[-1][1] for slit in slits)


def _whole(row: Row) -> bool:
    """Whether a row is one piece; words in capitals stand wider apart in scans."""
    return len(row.chunks(1.25 if row.text.isupper() and row.text.replace(" ", "").isalpha() else 0.75)) == 1


def _heads(rows: Sequence[Row], at: int, slits: list[Slit], starts: frozenset[int]) -> bool:
    """Whether a row below keeps to the columns, and close by."""
    if at + 1 >= len(rows) or rows[at + 1].y - rows[at].y > _LINES * rows[at].size:
        return False
    row = _bare(rows[at + 1])
    return row is not None and len(row.chunks(_APART)) > 1 and _narrowed(slits, row.words, row.size, starts) is not None


def _narrowed(slits: list[Slit], words: Sequence[Word], size: float, starts: frozenset[int]) -> list[Slit] | None:
    """The slits less what words cover; None where one of them is shut. Before where rows begin they may be narrow."""
    made = []
    for slit in slits:
        free = slit
        for word in words:
            if word.x1 > free[0][0] and word.x0 < free[-1][1]:
                free = [
                    (left, right)
                    for a, b in free
                    for left, right in ((a, min(b, word.x0)), (max(a, word.x1), b))
                    if right - left > (_HAIR if round(right) in starts else _SLIT) * size
                ]
                if not free:
                    return None
        made.append(free)
    return made


def _placed(row: Row, cuts: Sequence[float]) -> list[list[Word]]:
    line: list[list[Word]] = [[] for _ in range(len(cuts) + 1)]
    if _whole(row) and any(row.x0 < cut < row.x1 for cut in cuts):
        line[0] = list(row.words)
        return line
    for word in row.words:
        line[sum((word.x0 + word.x1) / 2 > cut for cut in cuts)].append(word)
    return line


def _records(rows: Sequence[Row], placed: Sequence[list[list[Word]]], cuts: Sequence[float]) -> list[list[int]]:
    """Which rows make each row of the table: what stands close together, where each such group is numbered once."""
    texts = [[" ".join(word.text for word in words) for words in line] for line in placed]
    across = [bool(line[0]) and line[0][-1].x1 > cuts[0] for line in placed]
    gaps = sorted(b.y - a.y for a, b in pairwise(rows))
    pitch = gaps[len(gaps) // 4] if gaps else 0.0
    groups: list[list[int]] = [[0]]
    for n in range(1, len(rows)):
        if rows[n].y - rows[n - 1].y > 1.22 * pitch or across[n] or across[n - 1]:
            groups.append([])
        groups[-1].append(n)
    counted = [sum(bool(CODE.fullmatch(texts[n][0])) for n in group if texts[n][0]) for group in groups]
    single = not any(
        sum(bool(CODED.fullmatch(texts[n][i])) for n in group) > 1 for group in groups for i in range(1, len(cuts))
    )
    if single and len(groups) > 2 and max(counted) <= 1 and sum(counted) >= 0.5 * (len(groups) - 1):
        return groups
    rights = [max((line[n][-1].x1 for line in placed if line[n]), default=0.0) for n in range(len(cuts) + 1)]

    def room(above: int, at: int, n: int) -> bool:
        word = placed[at][n][0]
        return placed[above][n][-1].x1 + 0.25 * rows[at].size + word.x1 - word.x0 < rights[n]

    made: list[list[int]] = []
    free: list[int] = []
    for n in [*range(len(rows)), -1]:
        if n >= 0 and not across[n]:
            free.append(n)
            continue
        if free:
            made += _grouped(texts, free, room)
        free = []
        if n >= 0:
            made.append([n])
    return made


def _grouped(texts: Sequence[Sequence[str]], here: Sequence[int], room: Room) -> list[list[int]]:
    found = grouped([texts[n] for n in here], lambda above, at, n: room(here[above], here[at], n))
    return [[here[n] for n in group] for group in found]
