"""Turns what an analysis counts into a table: columns of a kind, rows with an address, cells as officials read them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from probis.law.nilai import angka
from probis.model import PetaProsesBisnis

Cell = str | int | Fraction | None


class ColumnKind(StrEnum):
    """What the cells of a column hold: text, a whole number, working days, a share of one, or the mark of a matrix."""

    TEXT = "text"
    NUMBER = "number"
    HK = "hk"
    SHARE = "share"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key for programs, its title for readers, and what it holds."""

    key: str
    title: str
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the address of what it speaks of, and a cell for each column; None is "not known" or "not there"."""

    alamat: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: title, columns, rows, a last row over all of them where it makes sense, and notes below it.

    `empty` is what is said in its place where it has no rows.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    notes: tuple[str, ...] = ()
    empty: str = ""

    def cell(self, row: Row, key: str) -> Cell:
        """Return the cell of a row in the column with this key; raises KeyError for a column that is not there."""
        for column, cell in zip(self.columns, row.cells, strict=True):
            if column.key == key:
                return cell
        raise KeyError(key)

    def texts(self, row: Row) -> tuple[str, ...]:
        """Return the cells of a row as an official reads them."""
        return tuple(cell_text(cell, column.kind) for column, cell in zip(self.columns, row.cells, strict=True))


def cell_text(cell: Cell, kind: ColumnKind) -> str:
    """Return a cell as text: "12,5" for working days, "40 %" for a share, "–" for what is not there.

    An empty place of a matrix stays empty.
    """
    if cell is None:
        return "" if kind is ColumnKind.MARK else "–"
    if isinstance(cell, str):
        return cell
    if kind is ColumnKind.SHARE:
        return f"{angka(_rounded(Fraction(cell) * 100, '1'))} %"
    return angka(_rounded(Fraction(cell), "0.1")) if kind is ColumnKind.HK else angka(Decimal(int(cell)))


def _rounded(number: Fraction, step: str) -> Decimal:
    rounded = (Decimal(number.numerator) / Decimal(number.denominator)).quantize(Decimal(step))
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded


@dataclass(frozen=True, slots=True)
class Analisis:
    """Analisis (analysis): constant ANALISIS of a module: its Indonesian title, what it counts in a sentence."""

    title: str
    summary: str


Analyse = Callable[[PetaProsesBisnis, date | None], Table]


@dataclass(frozen=True, slots=True)
class AnalysisModule:
    """An analysis of the family; `slug` is its file name with hyphens.

    `analyse(model, pada)` gives the table as of a day; without one, as of the day of the body's decree.
    """

    slug: str
    analisis: Analisis
    analyse: Analyse
