"""The ink of a page to what a reader tells apart on it: rows of text, tables, figures, and what is no text."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from probis.reading.blocks import label_of
from probis.reading.document import Cell
from probis.reading.formats._pdf_aligned import BELOW, Aligned, aligned
from probis.reading.formats._pdf_figures import drawings, encoded, ground, notable, panels
from probis.reading.formats._pdf_grid import Grid, grids
from probis.reading.formats._pdf_ink import Box, Ink, Shape, Sign
from probis.reading.formats._pdf_rows import Row, rows, turned

_UNCOUNTED = frozenset(" .…-–_/|•:·")


@dataclass(frozen=True, slots=True)
class Table:
    """A table on one page: its place, the borders of its columns, and its rows of cells; `bold` rows have bold text."""

    top: float
    bottom: float
    columns: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    bold: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture (with its bytes where they are kept) or a drawing (with the words on it)."""

    top: float
    bottom: float
    media: str = ""
    data: bytes = b""
    labels: str = ""
    drawn: bool = False


@dataclass(slots=True)
class Page:
    """A page, told apart. `scan` is set where an image fills it, `broken` where its letters are not what is printed."""

    width: float
    height: float
    rows: list[Row] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    panels: list[Box] = field(default_factory=list)
    noise: list[tuple[float, str, str]] = field(default_factory=list)
    signs: int = 0
    objects: int = 0
    scan: bool = False
    hidden: bool = False
    broken: bool = False
    clipped: bool = False
    open: Aligned | None = None  # a table without lines that may go on over the page
    onward: Aligned | None = None  # where that of the page before goes on


def told(ink: Ink, keep: int, before: Aligned | None = None) -> Page:
    """Return what stands on a page; at most `keep` images are kept with their bytes, the others only told.

    `before` is the table without lines that was open at the end of the page before.
    """
    page = Page(ink.width, ink.height, clipped=ink.clipped)
    lettered = [sign for sign in ink.signs if sign.text != " "]
    page.signs, page.objects = len(lettered), ink.objects
    page.scan = any(ground(image, ink) for image in ink.images)
    page.hidden = sum(sign.hidden for sign in lettered) > len(lettered) / 2
    page.broken = _broken(ink, lettered)
    if page.broken:
        return page
    points = [((s.x0 + s.x1) / 2, (s.y0 + s.y1) / 2) for s in lettered if s.turn is not None]
    ruled = [grid for grid in grids(ink.strokes, ink.shapes, points) if not _drawn(grid, ink)]
    drawn = drawings(ink, [grid.box for grid in ruled])
    ruled = [grid for grid in ruled if not any(_within(grid.box, box) for box in drawn)]
    plain, inside, labels = _shares(ink.signs, ruled, drawn, page)
    page.rows = rows(plain)
    page.tables = [_table(grid, signs, ink.shapes) for grid, signs in zip(ruled, inside, strict=True)]
    for box, signs in zip(drawn, labels, strict=True):
        words = " · ".join(chunk.text for row in rows([s for s in signs if not s.turn]) for chunk in row.chunks(1.2))
        page.figures.append(Figure(box.y0, box.y1, labels=words, drawn=True))
    page.panels = panels(ink, drawn)
    _images(ink, page, drawn, keep)
    _unruled(page, before)
    page.figures.sort(key=lambda figure: figure.top)
    return page


def _broken(ink: Ink, lettered: Sequence[Sign]) -> bool:
    told_ = [sign.text for sign in lettered if sign.text not in _UNCOUNTED]
    if len(told_) < 25:
        return False
    if ink.unmapped > 0.3 * len(lettered):
        return True
    strange = sum(not sign.isalnum() for sign in told_)
    letters = [sign.casefold() for sign in told_ if sign.isalpha()]
    vowels = sum(sign in "aiueo" for sign in letters)
    return strange > 0.45 * len(told_) or (len(letters) > 150 and vowels < 0.18 * len(letters))


def _within(inner: Box, outer: Box) -> bool:
    return outer.holds((inner.x0 + inner.x1) / 2, (inner.y0 + inner.y1) / 2)


def _drawn(grid: Grid, ink: Ink) -> bool:
    """Whether a grid is the frame or the lanes of a drawing: more shapes lie in it than it has cells."""
    count = 0
    edges = {(round(v / 4), side) for slot in grid.slots for v, side in zip(slot.box, "ltrb", strict=True)}
    for shape in ink.shapes:
        box = shape.box
        if not (shape.free or shape.framed) or not _within(box, grid.box):
            continue
        fits = all(
            (round(v / 4) + d, side) in edges or (round(v / 4) - 1 + d, side) in edges
            for d in (0,)
            for v, side in zip(box, "ltrb", strict=True)
        )
        count += not fits
    return count >= 8 and count > len(grid.slots)


def _shares(
    signs: Sequence[Sign], ruled: Sequence[Grid], drawn: Sequence[Box], page: Page
) -> tuple[list[Sign], list[list[Sign]], list[list[Sign]]]:
    """The signs of the text, of each table and of each drawing; those askew or turned become noise."""
    plain: list[Sign] = []
    inside: list[list[Sign]] = [[] for _ in ruled]
    labels: list[list[Sign]] = [[] for _ in drawn]
    askew: list[Sign] = []
    aside: dict[int, list[Sign]] = {}
    for sign in signs:
        x, y = (sign.x0 + sign.x1) / 2, (sign.y0 + sign.y1) / 2
        if sign.turn is None:
            askew.append(sign)
            continue
        at = next((i for i, box in enumerate(drawn) if box.holds(x, y, 1)), None)
        if at is not None:
            labels[at].append(sign)
            continue
        at = next((i for i, grid in enumerate(ruled) if grid.box.holds(x, y)), None)
        if at is not None:
            inside[at].append(sign)
        elif sign.turn == 0:
            plain.append(sign)
        else:
            aside.setdefault(sign.turn, []).append(sign)
    if askew:
        text = "".join(sign.text for sign in askew).strip()
        if text:
            page.noise.append((min(sign.y0 for sign in askew), text, "tulisan miring di atas halaman (tera air)"))
    for turn, some in aside.items():
        text = " ".join(row.text for row in rows(turned(some, turn)))
        if text:
            page.noise.append((min(sign.y0 for sign in some), text, "tulisan yang diputar di tepi halaman"))
    return plain, inside, labels


def _marks(grid: Grid, shapes: Sequence[Shape], owner: Mapping[tuple[int, int], int]) -> dict[int, str]:
    """The symbol that is drawn in a cell, by the number of the cell: a step, a question, a start or end."""
    found: dict[int, str] = {}
    for shape in shapes:
        box = shape.box
        if min(box.width, box.height) < 7 or not (shape.free or shape.framed) or not _within(box, grid.box):
            continue
        number = owner.get(_field(grid, (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2), -1)
        if number < 0:
            continue
        cell = grid.slots[number].box
        if box.width > cell.width - 2 or box.height > cell.height - 2 or box.width > 120:
            continue
        mark = "○" if shape.round else "◇" if shape.free else "□"
        found[number] = min(found.get(number, mark), mark, key="□◇○".index)
    return found


def _field(grid: Grid, x: float, y: float) -> tuple[int, int]:
    return bisect_right(grid.rows, y) - 1, bisect_right(grid.columns, x) - 1


def _table(grid: Grid, signs: Sequence[Sign], shapes: Sequence[Shape]) -> Table:
    owner = {
        (row, column): number
        for number, slot in enumerate(grid.slots)
        for row in range(slot.row, slot.row + slot.rows)
        for column in range(slot.column, slot.column + slot.columns)
    }
    shares: list[list[Sign]] = [[] for _ in grid.slots]
    for sign in signs:
        number = owner.get(_field(grid, (sign.x0 + sign.x1) / 2, (sign.y0 + sign.y1) / 2))
        if number is not None:
            shares[number].append(sign)
    made: dict[int, list[Cell]] = {}
    bold: dict[int, bool] = {}
    marks = _marks(grid, shapes, owner)
    for number, (slot, share) in enumerate(zip(grid.slots, shares, strict=True)):
        lines = [row for turn in (0, 3, 1, 2) for row in rows(_upright(share, turn))]
        width = slot.box.width if not any(s.turn for s in share) else slot.box.height
        text = paragraphs(lines, width)
        if number in marks and len(text) <= 10:
            text = f"{marks[number]} {text}".strip()
        made.setdefault(slot.row, []).append(Cell(text, slot.column, slot.columns, slot.rows))
        if text:
            bold[slot.row] = bold.get(slot.row, True) and all(line.bold for line in lines)
    order = sorted(made)
    return Table(
        grid.box.y0,
        grid.box.y1,
        grid.columns,
        tuple(tuple(sorted(made[row], key=lambda cell: cell.column)) for row in order),
        tuple(bold.get(row, False) for row in order),
    )


def _upright(signs: Sequence[Sign], turn: int) -> list[Sign]:
    mine = [sign for sign in signs if sign.turn == turn]
    return turned(mine, turn) if turn and mine else mine


def paragraphs(lines: Sequence[Row], width: float) -> str:
    """Return the lines in a cell as its paragraphs, one a line: those that only ran out of room are put together."""
    if not lines:
        return ""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    pad = max(2.0, min(8.0, (width - (right - left)) / 2))
    room = max(right - left, width - 2 * pad) if len(lines) > 1 else right - left
    gaps = sorted(b.y - a.y for a, b in pairwise(lines) if b.y - a.y > 0.7 * b.size)
    pitch = gaps[len(gaps) // 3] if gaps else 0.0
    made = lines[0].text
    for last, line in pairwise(lines):
        word = line.words[0]
        fits = (last.x1 - last.x0) + (word.x1 - word.x0) + 0.8 * line.size < room - max(0.0, last.x0 - left)
        labelled = label_of(line.text)[1] is not None
        apart = line.y - last.y > 1.3 * pitch
        ended = last.text.endswith((";", ".", ":"))
        upper = not word.text[:1].islower()
        if labelled or apart or (fits and ended and upper) or (last.bold != line.bold and fits and upper):
            made += "\n" + line.text
        elif made.endswith("-") and line.text[:1].islower() and made[-2:-1].isalpha():
            made = made[:-1] + line.text
        elif made.endswith("-") and made[-2:-1].isalpha() and line.text[:1].isalnum():
            made += line.text
        else:
            made += " " + line.text
    return made


def _images(ink: Ink, page: Page, drawn: Sequence[Box], keep: int) -> None:
    for image in ink.images:
        if not notable(image, ink) or any(_within(image.box, box) for box in drawn):
            continue
        if ground(image, ink) and page.signs > 40:
            continue  # the ground of a page whose text is told
        kept = encoded(image) if keep > 0 else None
        keep -= kept is not None
        page.figures.append(Figure(image.box.y0, image.box.y1, *(kept or ("", b""))))


def _unruled(page: Page, before: Aligned | None) -> None:
    """Rows that stand in columns without lines become a table."""
    made = aligned(page.rows, before)
    ends = max([0.0, *(table.bottom for table in page.tables), *(figure.bottom for figure in page.figures)])
    if made and len(page.rows) - made[-1].last <= BELOW and page.rows[made[-1].last].y > ends:
        page.open = made[-1]
        if not made[-1].sure:  # as the rows are numbered once the other tables are no rows
            gone = sum(each.last - each.first + 1 for each in made[:-1])
            page.open = replace(made[-1], first=made[-1].first - gone, last=made[-1].last - gone)
    if made and before is not None and made[0].head is before.head:
        page.onward = made[0]
    for found in reversed([each for each in made if each.sure]):
        take(page, found)


def take(page: Page, found: Aligned) -> None:
    """Make a table of rows of a page."""
    members = page.rows[found.first : found.last + 1]
    cells = tuple(
        tuple(
            Cell(paragraphs(cell, right - left), column)
            for column, (cell, (left, right)) in enumerate(zip(row, found.spans, strict=True))
        )
        for row in found.cells
    )
    bold = tuple(all(line.bold for cell in row for line in cell) for row in found.cells)
    edges = (found.spans[0][0], *(right for _, right in found.spans))
    page.tables.append(Table(members[0].y - members[0].size, members[-1].y, edges, cells, bold))
    del page.rows[found.first : found.last + 1]
    page.tables.sort(key=lambda table: table.top)
