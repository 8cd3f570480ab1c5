"""A table of the analyses to sections of a paper: columns as wide as what they hold, matrices with turned heads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil

from probis.analysis import Column as Counted
from probis.analysis import ColumnKind, find_analysis
from probis.analysis import Row as CountedRow
from probis.analysis import Table as CountedTable
from probis.documents import _names as names
from probis.documents._document import Format
from probis.drawing.measure import break_lines, width
from probis.model import PetaProsesBisnis
from probis.paper import (
    PAGES_MM,
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Page,
    PageNumber,
    Paper,
    Paragraph,
    Row,
    Section,
    Table,
    bold,
    text,
)

FORMATS: tuple[Format, ...] = ("xlsx", "pdf", "docx", "html")
SIZE_PT = 8.0

_PT = 72 / 25.4
_INSET_MM = 9.6 / _PT
_LINE_MM = SIZE_PT * 1.22 / _PT
_SLACK = 1.12  # bold and other faces run wider than the one we measure in
_WORD_MM = 42.0  # a longer word is divided
_LINE_TOP_MM = 130.0  # no column asks for more than this, however long its texts
_TURNED_MM = (22.0, 58.0)  # the shortest and the longest line of a turned head
_MARK_MM = 7.5
_LEAST_MM = 10.5
_KEYS = 0.33  # of the page: what the first columns of a matrix may take beside its marks
_NAMING = ("kode", "nomor", "butir", "jenis", "unit", "indikator")  # a first column that does not name its row alone
_EMPTY = "Peta ini belum memuat isinya."


def paper(model: PetaProsesBisnis, slug: str, pada: date | None = None) -> Paper:
    """The paper of one analysis, dated like the decree, so that the same model gives the same bytes."""
    return of_tables(model, find_analysis(slug).analisis.title, (find_analysis(slug).analyse(model, pada),))


def of_tables(model: PetaProsesBisnis, title: str, tables: Iterable[CountedTable]) -> Paper:
    """The paper of several tables, each in a section of its own."""
    decree = model.keputusan
    return Paper(
        title=f"{title} {model.instansi.nama}",
        subject=title,
        author=names.signer(model).jabatan if decree is not None else model.instansi.nama,
        date=(decree.tanggal if decree is not None else None) or model.instansi.periode.hari_pertama,
        sections=tuple(section(model, table, of="" if table.title == title else title) for table in tables),
    )


def section(model: PetaProsesBisnis, table: CountedTable, level: int = 1, of: str = "") -> Section:
    """One table on pages of its own: whose it is (``of``: part of which paper), its title, the table and its notes."""
    page = page_of(model)
    whose = f"{of}. {model.instansi.nama}, {model.instansi.periode}".removeprefix(". ")
    head = (
        Paragraph(text(whose), Align.LEFT, keep_with_next=True, small=True),
        Heading(text(table.title), level, size_pt=13),
    )
    return Section((*head, *blocks(table, page.inner_mm[0])), page, PageNumber(first_shown=2, place="foot"))


def page_of(model: PetaProsesBisnis) -> Page:
    """The body's own sheet, lying, with narrow margins: registers are wide."""
    width_mm, height_mm = PAGES_MM[model.instansi.profil.kertas.ukuran.value]
    return Page(width_mm, height_mm, 16, 14, 16, 18, landscape=True)


def blocks(table: CountedTable, room_mm: float) -> tuple[Block, ...]:
    """The table with its notes, or a sentence where it has no rows, ``room_mm`` wide as far as that can be."""
    if not table.rows:
        return (Paragraph(text(table.empty or _EMPTY), Align.LEFT),)
    columns = table.columns
    keys = _keys(columns)
    turned = [_turns(columns, n) for n in range(len(columns))]
    high = _turned_mm([column.title for column, turns in zip(columns, turned, strict=True) if turns])
    widths = _widths(table, turned, high, room_mm)
    head = Row(
        tuple(
            Cell(text(column.title), turned_mm=high if turns else 0)
            for column, turns in zip(columns, turned, strict=True)
        )
    )
    made = Table(
        tuple(Column(width_mm=round(wide, 2)) for wide in widths),
        tuple(_row(table, row) for row in table.rows),
        (head,),
        size_pt=SIZE_PT,
        foot=(_row(table, table.total, strong=True),) if table.total is not None else (),
        keys=keys,
    )
    return (made, *(Paragraph(text(note), Align.LEFT, small=True) for note in table.notes))


def _keys(columns: tuple[Counted, ...]) -> int:
    """How many of the first columns say what a row is about."""
    if any(column.kind is ColumnKind.MARK for column in columns):
        return next(n for n, column in enumerate(columns) if column.kind is ColumnKind.MARK)
    return min(2 if columns[0].key in _NAMING else 1, max(len(columns) - 1, 1))


def _turns(columns: tuple[Counted, ...], n: int) -> bool:
    """Heads of marks are turned, and those of the numbers behind them."""
    marks = [k for k, column in enumerate(columns) if column.kind is ColumnKind.MARK]
    return bool(marks) and n >= marks[0]


# How wide ------------------------------------------------------------------------------------------------------------


def _widths(table: CountedTable, turned: list[bool], high: float, room: float) -> list[float]:
    """The width of each column in mm: marks as their heads need, texts between their longest word and their length."""
    texts = [table.texts(row) for row in (*table.rows, *([table.total] if table.total is not None else []))]
    found: list[float] = []
    least, most = [], []
    for n, column in enumerate(table.columns):
        cells = [row[n] for row in texts]
        if turned[n]:
            own = max((_mm(cell) for cell in cells), default=0) + _INSET_MM
            found.append(max(own, _lines(column.title, high) * _LINE_MM + _INSET_MM, _MARK_MM))
            continue
        word = max((_mm(word) for cell in cells for word in cell.split()), default=0)
        title = max((_mm(word, heavy=True) for word in column.title.split()), default=0)
        least.append(max(min(max(word, title), _WORD_MM) + _INSET_MM, _LEAST_MM))
        longest = max((_mm(line) for cell in cells for line in cell.split("\n")), default=0)
        most.append(max(min(longest, _LINE_TOP_MM) + _INSET_MM, least[-1]))
        found.append(0)
    free = room - sum(found)
    if any(turned):
        free = max(free, room * _KEYS)
    given = iter(_between(least, most, free))
    return [next(given) if not turns else wide for wide, turns in zip(found, turned, strict=True)]


def _between(least: list[float], most: list[float], room: float) -> list[float]:
    """Widths from the least towards the most, all by the same part of the way that there is room for."""
    small, large = sum(least), sum(most)
    if large <= room or large <= small:
        return most
    part = max(min((room - small) / (large - small), 1), 0)
    return [low + (high - low) * part for low, high in zip(least, most, strict=True)]


def _turned_mm(titles: list[str]) -> float:
    """How long the lines of turned heads are: the longest head in one line, or, where that is too long, in several."""
    if not titles:
        return 0
    longest = max(_mm(title, heavy=True) for title in titles)
    lines = ceil(longest / _TURNED_MM[1])
    return min(max(longest / lines * (1.12 if lines > 1 else 1), _TURNED_MM[0]), _TURNED_MM[1])


def _lines(title: str, high: float) -> int:
    return len(break_lines(title, high * _PT / _SLACK, SIZE_PT, 700, family="serif")) or 1


@lru_cache(maxsize=65536)
def _mm(said: str, *, heavy: bool = False) -> float:
    return width(said, SIZE_PT, 700 if heavy else 400, "serif") * _SLACK / _PT


# What stands in it ---------------------------------------------------------------------------------------------------


def _row(table: CountedTable, row: CountedRow, *, strong: bool = False) -> Row:
    return Row(
        tuple(
            _cell(said, value, column.kind, strong)
            for said, value, column in zip(table.texts(row), row.cells, table.columns, strict=True)
        )
    )


def _cell(said: str, value: str | int | Fraction | None, kind: ColumnKind, strong: bool) -> Cell:
    shown = bold(said) if strong else text(said)
    if kind is ColumnKind.MARK:
        return Cell(shown, align=Align.CENTER, number=Decimal(value) if isinstance(value, int) else None)
    if kind is ColumnKind.TEXT or not isinstance(value, int | Fraction):
        return Cell(shown, align=Align.LEFT if kind is ColumnKind.TEXT else Align.RIGHT)
    number = Decimal(Fraction(value).numerator) / Decimal(Fraction(value).denominator)
    share = kind is ColumnKind.SHARE
    return Cell(shown, align=Align.RIGHT, number=round(number, 4 if share else 1), percent=share)
