"""A table as it stands in a file to rows with their cells, or to the lines of text that it only sets side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from probis.reading.blocks import DIKTUM
from probis.reading.document import Cell, Kind
from probis.reading.formats._items import Item

_LIST_HEADS: Final = r"Menimbang|Mengingat|Memperhatikan|Membaca|Mendengar|Tembusan|Tindasan"
_KEYWORD: Final = re.compile(
    rf"(?:{_LIST_HEADS}|Memutuskan|Menetapkan|Lampiran|Nomor|Tanggal|Tentang|Ditetapkan|Diundangkan|Salinan|Kepada)\b"
    rf"|(?:{'|'.join(reversed(DIKTUM))}|PERTAMA)\b",
    re.IGNORECASE,
)
_OF_INSTRUMENT: Final = re.compile(
    rf"(?:{_LIST_HEADS}|Memutuskan|Menetapkan|{'|'.join(reversed(DIKTUM))})\s*:?\s*", re.IGNORECASE
)
_LIST_HEAD: Final = re.compile(rf"(?:{_LIST_HEADS})\s*:", re.IGNORECASE)
_SIGNED: Final = re.compile(r"(?:Ditetapkan di|Diundangkan di|pada tanggal|ttd\b|NIP\b)", re.IGNORECASE)
_BARE: Final = re.compile(r"(?:[a-z]{1,2}|[A-Z]|\d{1,3}|[ivxl]{1,6}|[IVXL]{1,6})[.)]|\((?:\d{1,3}|[a-z])\)|[-–•▪]")
_AFTER_TAB: Final = re.compile(
    rf"(?P<head>(?:{_LIST_HEADS})\s*:)[ \t\u00a0]*(?P<rest>(?:[a-z]|\d{{1,2}})[.)]\s.*|bahwa\s.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(slots=True)
class Piece:
    """A cell as it stands in the file. `goes_on` says that it is one with the cell above."""

    items: list[Item]
    column: int
    columns: int
    goes_on: bool = False
    bordered: bool = False
    rows: int = 1

    @property
    def text(self) -> str:
        """What is written in it, a line a paragraph."""
        return "\n".join(said for item in self.items if (said := flattened(item)))


@dataclass(slots=True)
class Row:
    """A row as it stands in the file."""

    pieces: list[Piece]
    header: bool = False
    noise: list[tuple[str, str]] = field(default_factory=list)


def flattened(item: Item) -> str:
    """A line as part of a cell: of a row its cells side by side, of a picture nothing."""
    if item.kind is Kind.ROW:
        return " | ".join(" ".join(cell.text.split()) for cell in item.cells)
    return item.text.strip() if item.kind is Kind.TEXT else ""


def is_layout(rows: Sequence[Row]) -> bool:
    """Whether a table only sets text side by side: the body of a decree, a signature, "Nomor : …", a frame."""
    pieces = [piece for row in rows for piece in row.pieces]
    columns = max((piece.column + piece.columns for piece in pieces), default=0)
    firsts = [next((piece.text for piece in row.pieces if piece.text), "") for row in rows]
    if columns <= 1:
        return len(rows) == 1 or not _lined(pieces)
    if columns > 5 or any(row.header for row in rows):
        return False
    colons = sum(any(piece.text.startswith(":") or piece.text.endswith(":") for piece in row.pieces) for row in rows)
    if any(_OF_INSTRUMENT.fullmatch(first) for first in firsts) and colons:
        return True
    if _lined(pieces):
        return False
    if any(_KEYWORD.match(first) for first in firsts) or colons >= 0.6 * len(rows):
        return True
    if columns <= 3 and any(_SIGNED.search(piece.text) for piece in pieces):
        return True
    return columns == 2 and all(
        _BARE.fullmatch(first) or not first for first in (r.pieces[0].text for r in rows if r.pieces)
    )


def _lined(pieces: Sequence[Piece]) -> bool:
    return sum(piece.bordered for piece in pieces) > len(pieces) / 4


def as_rows(rows: Sequence[Row], table: int) -> Iterator[Item]:
    """The rows as lines, then the pictures and drawings that stand in their cells."""
    heads = _head_rows(rows)
    after: list[Item] = []
    for number, row in enumerate(rows):
        cells = tuple(
            Cell(piece.text, piece.column, piece.columns, piece.rows, row.header or number < heads)
            for piece in row.pieces
        )
        noise = [*row.noise, *(each for piece in row.pieces for item in piece.items for each in item.noise)]
        pages = [item.page for piece in row.pieces for item in piece.items if item.page is not None]
        bold = [item.bold for piece in row.pieces for item in piece.items if item.text.strip()]
        after += [item for piece in row.pieces for item in piece.items if item.kind in (Kind.PICTURE, Kind.DRAWING)]
        if not row.pieces and not noise:
            continue
        text = "\t".join(" ".join(cell.text.split()) for cell in cells)
        yield Item(
            text,
            text,
            Kind.ROW,
            min(pages) if pages else None,
            bold=bool(bold) and all(bold),
            cells=cells,
            table=table,
            noise=noise,
        )
    for item in after:
        yield replace(item, noise=[])


def _head_rows(rows: Sequence[Row]) -> int:
    """How many rows at the top are heads though nobody said so: all bold, and something below that is not."""
    heavy = [
        bool(texts) and all(item.bold for item in texts)
        for row in rows
        if (texts := [item for piece in row.pieces for item in piece.items if item.text.strip()]) or True
    ]
    first = next((n for n, bold in enumerate(heavy) if not bold), len(heavy))
    return first if first < len(heavy) and first <= 3 else 0


def as_lines(rows: Sequence[Row]) -> Iterator[Item]:
    """The lines of a table that only sets text side by side: a label joins the text to the right of it."""
    for row in rows:
        out: list[Item] = []
        for piece in row.pieces:
            items = [item for item in piece.items if item.text.strip() or item.kind is not Kind.TEXT or item.noise]
            if items and items[0].kind is Kind.TEXT and items[0].text.lstrip().startswith(":") and out:
                _colon(out)
                items[0].text = items[0].text.lstrip()[1:].lstrip()
                if not items[0].text:
                    out[-1].noise += items[0].noise
                    items = items[1:]
            if items and out and _joins(out[-1], items[0]):
                last, first = out[-1], items.pop(0)
                last.text = f"{last.text} {first.text}".strip()
                last.raw = f"{last.raw} {first.raw}".strip()
                last.bold = last.bold and first.bold
                last.noise += first.noise
            out += items
        if row.noise and not out:
            out = [Item("")]
        if row.noise:
            out[0].noise += row.noise
        yield from out


def _colon(out: list[Item]) -> None:
    if out[-1].kind is Kind.TEXT and not out[-1].text.rstrip().endswith(":"):
        out[-1].text = f"{out[-1].text.rstrip()} :"
        out[-1].raw = f"{out[-1].raw.rstrip()} :"


def _joins(last: Item, next_: Item) -> bool:
    if last.kind is not Kind.TEXT or next_.kind is not Kind.TEXT:
        return False
    text = last.text.strip()
    if _BARE.fullmatch(text):
        return True
    return text.endswith(":") and len(text) < 60 and not _LIST_HEAD.fullmatch(text)


def parted(text: str) -> tuple[str, str] | None:
    """(head, rest) where a list's head and its first item stand in one paragraph: "Menimbang : a. bahwa …"."""
    found = _AFTER_TAB.match(text.strip())
    return (found["head"], found["rest"]) if found else None
