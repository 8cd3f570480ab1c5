"""The text of a map to the rows of a page's table: with anchors, links, usulan, and what comes next."""

from collections.abc import Callable
from dataclasses import dataclass

from probis.maps import MapText
from probis.model import PetaProsesBisnis
from probis.studio.body.words import USULAN_MARK

_USULAN = "usulan"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with the head it stands under; `chip` marks an unconfirmed statement."""

    label: str
    text: str
    chip: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its anchor ("" where it cannot be led to), what leads it, its cells, its link, and what comes next."""

    anchor: str
    lead: Cell
    cells: tuple[Cell, ...]
    level: int
    path: str
    next: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a page; `numbered` says that the first column counts, `all_usulan` that every row is a proposal."""

    title: str
    note: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    numbered: bool
    all_usulan: bool

    @property
    def marked(self) -> bool:
        """Whether a name in it is marked as a proposal."""
        return any(USULAN_MARK in cell.text for row in self.rows for cell in (row.lead, *row.cells))

    @property
    def anchors(self) -> frozenset[str]:
        """The addresses that a row can be led to by."""
        return frozenset(row.anchor for row in self.rows if row.anchor)


def table(text: MapText, model: PetaProsesBisnis, links: Callable[[str], str | None]) -> Table:
    """Return the table of a map; `links` gives the path of a row's link key, or None.

    A last column that says nothing but "usulan" becomes chips on the column that names, or, where every row says
    it, one sentence for all.
    """
    head, marks = _marks(text)
    all_usulan = bool(marks) and all(marks)
    seen: set[str] = set()
    rows: list[Row] = []
    for number, row in enumerate(text.rows):
        anchor = "" if row.address in seen else row.address
        seen.add(row.address)
        chip = bool(marks) and marks[number] and not all_usulan
        cells = tuple(
            Cell(label, "" if cell == "–" else cell, chip and place == 1)
            for place, (label, cell) in enumerate(zip(head, row.cells, strict=False))
        )
        path = (links(row.link) or "") if row.link else ""
        rows.append(Row(anchor, cells[0], cells[1:], row.level, path, _next(model, row.address)))
    return Table(text.title, text.note, head, tuple(rows), bool(head) and head[0] == "No", all_usulan)


def _marks(text: MapText) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    last = [row.cells[-1].strip().casefold() for row in text.rows if row.cells]
    if len(last) != len(text.rows) or len(text.head) < 3 or not set(last) <= {"", "–", _USULAN} or _USULAN not in last:
        empty = bool(last) and set(last) <= {""}
        return (text.head[:-1] if empty else text.head), ()
    return text.head[:-1], tuple(word == _USULAN for word in last)


def _next(model: PetaProsesBisnis, alamat: str) -> str:
    """Return the addresses of the steps that follow a step, for the arrow keys."""
    steps = alamat.split("/")
    peta = model.cari_lintas_fungsi(steps[1]) if len(steps) == 3 and steps[0] == "lintas-fungsi" else None
    if peta is None:
        return ""
    return " ".join(f"lintas-fungsi/{peta.id}/{alur.ke}" for alur in peta.keluar(steps[2]))
