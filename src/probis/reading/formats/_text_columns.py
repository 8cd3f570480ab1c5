"""Lines of text set in columns by blanks to the rows of a table, with cells that go on below and columns that slip."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from probis.reading.document import Cell
from probis.reading.formats._text_cells import CODE, grouped_by_signs, told
from probis.reading.formats._text_framed import Drawn

_CHUNK: Final = re.compile(r"\S(?:\S| (?! ))*")
_RULE: Final = re.compile(r"\s*[-=_─━]{5,300}\s*")
_LABEL: Final = re.compile(
    r"(?:\(?(?:[a-z0-9]{1,3}|[A-Z]|[IVXL]{1,6})[.)]|[-–—•*▪]|\(\w{1,3}\)|ke[a-z]{3,16}|KE[A-Z]{3,16}|PERTAMA)$"
)
_ITEM: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|\(?\d{1,2}[.)]|\(?[a-z][.)]|[-–•]) (?=\S)")
"""The label of an item in a cell."""
_SECTION: Final = re.compile(r"(?:[A-Z]|[IVXL]{1,6})[.)]|\d{1,2}(?:\.\d{1,2})+\.?")
"""The label of a heading, which ends a table where it stands left of it."""
_NO_TABLE: Final = re.compile(
    r"ditetapkan|dikeluarkan|diundangkan|pada tanggal|ttd|nip\b|mengetahui|tembusan|menimbang|mengingat|lampiran\b",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(
    r"(?:no|nomor|kode|nama|(?:sub)?\s?proses|kegiatan|aktivitas|langkah|uraian|unit|organisasi|sasaran|tujuan|indikator|penanggung"
    r"|pemilik|pelaksana|istilah|pengertian|program|jenis|kelompok|keluaran|masukan|fungsi|tugas|misi)\b",
    re.IGNORECASE,
)
_SLIP: Final = 8  # signs by which a column may slip in one line
_AHEAD: Final = 16  # lines in which a table must show itself
_MOST: Final = 24  # columns
Chunk = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """A table set in columns: how many lines it takes, and its rows."""

    length: int
    rows: Drawn


def columns(raws: Sequence[str], at: int, aside: Collection[int] = ()) -> Columns | None:
    """Return the table that begins at a line, None where there is none; `aside` are lines that belong to the page.

    A colon in a column of its own sets a head beside its text, and is no table.
    """
    head = _chunks(raws[at])
    if not 2 <= len(head) <= _MOST or not _may_head(head):
        return None
    best: tuple[int, list[int]] | None = None
    for starts in _candidates(raws, at, head, aside):
        if not 2 <= len(starts) <= _MOST or (len(starts) == 2 and not all(_HEAD.match(text) for _, _, text in head)):
            continue
        score = _score(raws, at, starts, aside)
        if score and (best is None or score > best[0]):
            best = (score, starts)
    return _table(raws, at, best[1], aside) if best is not None else None


def _chunks(raw: str) -> list[Chunk]:
    if "  " not in raw.strip() and not raw.startswith(" "):
        return [(0, len(raw.rstrip()), raw.rstrip())] if raw.strip() else []
    return [(found.start(), found.end(), found[0].rstrip()) for found in _CHUNK.finditer(raw[:1200])]


def _may_head(head: Sequence[Chunk]) -> bool:
    if any(text.startswith(":") or text.endswith(":") or _NO_TABLE.match(text) for _, _, text in head):
        return False
    if any(len(text) > 2 and text[0].islower() for _, _, text in head):
        return False
    if len(head) == 2:
        return not any(re.search(r"\d", text) or _LABEL.match(text) for _, _, text in head)
    return len([1 for _, _, text in head if _LABEL.match(text)]) <= 1


def _candidates(raws: Sequence[str], at: int, head: Sequence[Chunk], aside: Collection[int]) -> list[list[int]]:
    """Where the columns may begin: as the head has it, with a second line of heads, or as the rows have it."""
    starts = [start for start, _, _ in head]
    made = [starts]
    near = [_chunks(raws[n]) for n in range(at + 1, min(at + 6, len(raws))) if n not in aside and raws[n].strip()]
    if near and near[0] and near[0][0][0] > starts[min(1, len(starts) - 1)] + 1:
        below = [start for start, _, _ in near[0]]
        kept = [start for start, end, _ in head if not any(start + 1 < each < end for each in below)]
        more = [each for each in below if all(abs(each - start) > 1 for start in kept)]
        if more:
            made.append(sorted([*kept, *more]))
    if (tight := _tight(raws, at, head, aside)) != starts:
        made.append(tight)
    widest = max(near, key=len, default=[])
    if len(widest) >= max(3, len(starts)) and [start for start, _, _ in widest] != starts:
        made.append([start for start, _, _ in widest])
    return made


def _tight(raws: Sequence[str], at: int, head: Sequence[Chunk], aside: Collection[int]) -> list[int]:
    """Where columns begin whose heads stand a blank apart: at each word of the head under which pieces begin."""
    lines = [n for n in range(at + 1, min(at + _AHEAD, len(raws))) if n not in aside]
    below = {start for n in lines for start, _, _ in _chunks(raws[n])}
    words = [start + found.start() for start, _, text in head for found in re.finditer(r"(?<=\S )\S", text)]
    return sorted({start for start, _, _ in head} | below.intersection(words))


def _score(raws: Sequence[str], at: int, starts: Sequence[int], aside: Collection[int]) -> int:
    """How many pieces of the next lines begin where the columns do, 0 where they are no table."""
    lines = _extent(raws, at, starts, aside, at + _AHEAD)
    pieces = [chunk for n in lines if (chunk := _chunks(raws[n]))]
    total = sum(map(len, pieces))
    begins = [*starts, *_hung(chunk for line in pieces for chunk in line)]
    exact = sum(any(abs(start - each) <= 1 for each in begins) for line in pieces for start, _, _ in line)
    full = sum(len(line) >= min(3, len(starts)) for line in pieces)
    several = sum(len(line) > 1 for line in pieces)
    least = 2 if sum(bool(_HEAD.match(text)) for _, _, text in pieces[0]) > 1 else 3
    if len(pieces) < 2 or full < least or several < least or exact < 0.6 * total:
        return 0
    return exact - sum(all(abs(start - each) > 1 for line in pieces[1:] for start, _, _ in line) for each in starts)


def _extent(raws: Sequence[str], at: int, starts: Sequence[int], aside: Collection[int], most: int) -> list[int]:
    """The lines of the table, without those that are empty or belong to the page."""
    made = [at]
    blank, ruled = 0, False
    hung = _hung(_chunks(raws[at]))
    for n in range(at + 1, min(len(raws), most)):
        if n in aside:
            blank = 0
            continue
        if _RULE.fullmatch(raws[n][:300]):
            ruled = True
            continue
        if not raws[n].strip():
            blank += 1
            if blank > 1 and not any(each in aside for each in range(n + 1, n + 4)):
                break
            continue
        if n + 1 < len(raws) and "\t" in raws[n].strip():
            break
        if blank and _heads_on(raws, n, [raws[each] for each in made]):
            break
        paged = any(each in aside for each in range(made[-1] + 1, n))
        if not _fits(raws, n, starts, hung, parted=blank > 0 and not paged, before=_chunks(raws[made[-1]])):
            break
        if ruled and len(line := _chunks(raws[n])) == 1 and not _crosses(line[0], starts):
            break
        made.append(n)
        hung += _hung(_chunks(raws[n]))
        blank, ruled = 0, False
    while len(made) > 1 and _lone(_chunks(raws[made[-1]]), starts, _chunks(raws[made[-2]])):
        made.pop()  # what heads nothing that follows is no row
    return made


def _hung(chunks: Iterable[Chunk]) -> list[int]:
    """Where the words of pieces begin after their labels, below which their cells go on: "1.1 Meningkatnya …"."""
    return [start + found.end() for start, _, text in chunks if (found := _ITEM.match(text))]


def _heads_on(raws: Sequence[str], at: int, rows: Sequence[str]) -> bool:
    """Whether a line after an empty one heads what follows: a label as no row has it, and a few words alone."""
    line = _chunks(raws[at])
    if len(line) != 2 or len(rows) < 3 or not _SECTION.fullmatch(line[0][2]) or line[1][1] - line[1][0] > 70:
        return False
    shapes = {_shape(chunks[0][2]) for each in rows if (chunks := _chunks(each))}
    return _shape(line[0][2]) not in shapes


def _shape(label: str) -> str:
    return re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", re.sub(r"\d+", "1", label)))


def _lone(line: Sequence[Chunk], starts: Sequence[int], before: Sequence[Chunk]) -> bool:
    """Whether a line is one piece across the columns, and does not go on below a piece that slipped."""
    return len(line) == 1 and _crosses(line[0], starts) and not _below(line[0], before)


def _below(chunk: Chunk, before: Sequence[Chunk]) -> bool:
    return any(start > 3 and abs(start - chunk[0]) <= 1 for start, _, _ in before)


def _crosses(chunk: Chunk, starts: Sequence[int]) -> bool:
    return any(chunk[0] < start - 2 and chunk[1] > start + 1 for start in starts)


def _fits(
    raws: Sequence[str],
    at: int,
    starts: Sequence[int],
    hung: Sequence[int],
    *,
    parted: bool,
    before: Sequence[Chunk],
) -> bool:
    line = _chunks(raws[at])
    if not line or any(text.startswith(":") for _, _, text in line) or _NO_TABLE.match(line[0][2]):
        return False
    first = line[0]
    if parted and first[0] < starts[0] - 1 and _SECTION.fullmatch(first[2].split()[0]):
        return False
    place = min(range(len(starts)), key=lambda n: abs(starts[n] - first[0]))
    away = abs(starts[place] - first[0])
    if len(line) == 1:
        if not parted and (_below(first, before) or any(abs(first[0] - each) <= 1 for each in hung)):
            return True
        if _lone(line, starts, before):
            return not parted and first[1] - first[0] < 60 and not first[2].endswith((".", ";"))
        if place == 0:
            return away <= 1 and not parted
        return away <= 1 or (_below(first, before) and away <= _SLIP)
    if (
        len(line) > len(starts) + 1
        or len(line) > _MOST
        or (len(line) == len(starts) == 2 and parted and _LABEL.match(first[2]))
    ):
        return False
    exact = sum(any(abs(start - each) <= 1 for each in (*starts, *hung)) for start, _, _ in line)
    near = sum(any(abs(start - each) <= _SLIP for each in starts) for start, _, _ in line)
    short = sum(end - start <= 3 for start, end, _ in line)
    return exact + short >= 0.5 * len(line) and near + short >= len(line) and not (parted and exact == 0)


def _placed(line: Sequence[Chunk], starts: Sequence[int]) -> list[int]:
    """The column of each piece: the nearest ones, in their order."""
    count, wide = len(line), len(starts)
    ends = [*starts[1:], 10_000]

    def cost(chunk: Chunk, column: int) -> float:
        start, end, _ = chunk
        inside = starts[column] - 1 <= start and end <= ends[column]
        return abs(start - starts[column]) * (0.2 if inside and end - start <= 3 else 1)

    best: list[list[float]] = [[0.0] * (wide + 1)]
    for n in range(1, count + 1):
        row = [float("inf")] * (wide + 1)
        for column in range(n, wide + 1):
            row[column] = min(row[column - 1], best[n - 1][column - 1] + cost(line[n - 1], column - 1))
        best.append(row)
    made: list[int] = []
    column = wide
    for n in range(count, 0, -1):
        while best[n][column] == best[n][column - 1]:
            column -= 1
        column -= 1
        made.append(column)
    return made[::-1]


def _merged(line: list[Chunk], most: int, raw: str) -> list[Chunk]:
    """The pieces, those with the least blanks between them put together until there are no more than columns."""
    while len(line) > most:
        at = min(range(len(line) - 1), key=lambda n: line[n + 1][0] - line[n][1])
        start, end = line[at][0], line[at + 1][1]
        line = [*line[:at], (start, end, " ".join(raw[start:end].split())), *line[at + 2 :]]
    return line


def _parted(line: list[Chunk], starts: Sequence[int], raw: str) -> list[Chunk]:
    """The pieces, one that fills its columns up to the next ones parted where these begin."""
    if not 1 < len(line) < len(starts):
        return line
    begun = [start for start, _, _ in line]
    made: list[Chunk] = []
    for start, end, _ in line:
        within = [each for each in starts if start < each - 1 and each < end and raw[each - 1] == " "]
        cuts = [each for each in within if all(abs(other - each) > 2 for other in begun)] if start in starts else []
        made += [(a, b, raw[a:b].strip()) for a, b in pairwise([start, *cuts, end])]
    return made if len(made) <= len(starts) else line


def _table(raws: Sequence[str], at: int, starts: Sequence[int], aside: Collection[int]) -> Columns:
    kept = _extent(raws, at, starts, aside, len(raws))
    ends = [*starts[1:], max(len(raws[n].rstrip()) for n in kept) + 2]
    widths = [right - left - 2 for left, right in zip(starts, ends, strict=True)]
    matrix: list[list[str]] = []
    across: list[bool] = []
    before: list[Chunk] = []
    placed: list[int] = []  # the columns of the line before
    for n in kept:
        line = _parted(_merged(_chunks(raws[n]), len(starts), raws[n]), starts, raws[n])
        across.append(_lone(line, starts, before))
        places = _placed(line, starts)
        if len(line) == 1 and not across[-1]:
            places = [
                place for place, (x, _, _) in zip(placed, before, strict=True) if abs(x - line[0][0]) <= 1
            ] or places
        cells = [""] * len(starts)
        for column, (_, _, text) in zip(places, line, strict=False):
            cells[column] = text
        before, placed = line, places[: len(line)]
        matrix.append(cells)
    rows: Drawn = []
    for group in _groups(kept, matrix, across, widths, aside):
        if across[group[0]]:
            rows.append((kept[group[0]] - at, [Cell("".join(matrix[group[0]]), 0, len(starts))]))
            continue
        made = [
            Cell(told([matrix[n][column] for n in group if matrix[n][column]], widths[column]), column)
            for column in range(len(starts))
        ]
        rows.append((kept[group[0]] - at, made))
    return Columns(kept[-1] - at + 1, rows)


def _groups(
    kept: Sequence[int],
    matrix: Sequence[Sequence[str]],
    across: Sequence[bool],
    widths: Sequence[int],
    aside: Collection[int],
) -> list[list[int]]:
    """Which lines make each row: those between empty lines where these part rows, else as their cells go on."""
    runs: list[list[int]] = [[0]]
    for n in range(1, len(kept)):
        between = range(kept[n - 1] + 1, kept[n])
        if len(between) and not any(each in aside for each in between):
            runs.append([])
        runs[-1].append(n)
    parts = len(runs) >= 3 and len(kept) <= 6 * len(runs)
    made: list[list[int]] = []
    for run in runs if parts else [list(range(len(kept)))]:
        single = parts and sum(bool(CODE.fullmatch(matrix[n][0])) for n in run) <= 1 and not any(across[n] for n in run)
        if single:
            made.append(list(run))
            continue
        free: list[int] = []
        for n in [*run, -1]:
            if n >= 0 and not across[n]:
                free.append(n)
                continue
            if free:
                made += [[free[m] for m in group] for group in grouped_by_signs([matrix[m] for m in free], widths)]
            free = []
            if n >= 0:
                made.append([n])
    return made
