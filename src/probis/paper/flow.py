"""The flow table of a procedure: steps in rows, performers in columns, symbols in the cells and arrows between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from probis.paper.text import Text

FlowSymbol = Literal["terminator", "process", "decision"]


@dataclass(frozen=True, slots=True)
class FlowStep:
    """One row: its number (may be empty), what is done, the column of its performer (from 0) and its symbol.

    `words` is what a screen reader says for the symbol; `provisional` draws it dashed; `name` is what connectors on
    other sheets call it ("langkah 4").
    """

    number: str
    text: Text
    column: int
    symbol: FlowSymbol
    words: str
    name: str
    needs: Text = ()
    time: Text = ()
    output: Text = ()
    note: Text = ()
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class FlowArrow:
    """An arrow between two steps, by their places (from 0); `label` stands at its beginning, or `short` for want of
    room.
    """

    source: int
    target: int
    label: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class FlowHead:
    """What stands in the head of the table, and what connectors say; `{name}` and `{sheet}` are filled in."""

    number: str = "No."
    text: str = "Kegiatan"
    performers: str = "Pelaksana"
    standard: str = "Mutu Baku"
    needs: str = "Kelengkapan"
    time: str = "Waktu"
    output: str = "Output"
    note: str = "Keterangan"
    to_sheet: str = "Ke {name} di lembar {sheet}"
    from_sheet: str = "Dari {name} di lembar {sheet}"
    sheet: str = "lembar {sheet} dari {sheets}"
    joined: str = " dan "


@dataclass(frozen=True, slots=True)
class FlowTable:
    """A flow table that fills sheets of `width_mm` by `height_mm` from a fresh page on.

    Raises ValueError where a step stands in no column or an arrow leads to no step: a fault of the program.
    """

    performers: tuple[str, ...]
    steps: tuple[FlowStep, ...]
    arrows: tuple[FlowArrow, ...]
    width_mm: float
    height_mm: float
    title: str = ""
    head: FlowHead = FlowHead()
    size_pt: float = 8.5

    def __post_init__(self) -> None:
        if not all(0 <= step.column < len(self.performers) for step in self.steps):
            raise ValueError("a step of the flow table stands in no column")
        places = range(len(self.steps))
        if not all(arrow.source in places and arrow.target in places for arrow in self.arrows):
            raise ValueError("an arrow of the flow table leads to no step")
