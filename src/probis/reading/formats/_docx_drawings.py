"""Drawings that hang around each other to one drawing with its shapes and connectors, or to the text of their boxes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from probis.reading.document import Connector, Kind, Shape
from probis.reading.formats._docx_shapes import Box, Sketch, Wire
from probis.reading.formats._items import Item, Slot

_LINE: Final = 16.0  # points that a printed line takes, where a drawing hangs from its paragraph
_LETTERS: Final = 85
_MARGIN: Final = 72.0
_PASSING: Final = 60  # letters of a paragraph that may stand between the shapes of one drawing
_NAMED: Final = 24  # letters of the name of a line's end
_DECIDES: Final = "◇"
_MARKS: Final = {
    "flowChartDecision": _DECIDES, "diamond": _DECIDES, "flowChartTerminator": "⬭", "ellipse": "⬭",
    "flowChartProcess": "▭", "rect": "▭", "roundRect": "▭", "flowChartAlternateProcess": "▭",
    "flowChartPredefinedProcess": "▭", "flowChartDocument": "▭", "flowChartManualOperation": "▭",
}  # fmt: skip
_PLAIN: Final = ("rect", "textBox", "roundRect", "freeform", "frame", "snip1Rect", "round1Rect")


@dataclass(slots=True)
class _Hung:
    """One drawing of the file: where it stands, what it holds, and the lines in its boxes and at its wires."""

    slot: Slot
    sketch: Sketch
    texts: Mapping[int, list[Item]]
    wired: Mapping[int, list[Item]]
    x: float
    y: float


class Drawings:
    """Gathers what hangs in one text until something stands between, then says what it is."""

    def __init__(self, in_cell: bool = False) -> None:
        self._in_cell = in_cell
        self._hung: list[_Hung] = []
        self._y = 0.0
        self._page = 0

    def paragraph(self, text: str, heading: int) -> None:
        """A paragraph passes; one that says something ends what was being drawn."""
        if self._hung and (heading or len(text) > _PASSING):
            self.close()
        self._y += _LINE * (1 + len(text) // _LETTERS)

    def add(self, slot: Slot, sketch: Sketch, texts: Mapping[int, list[Item]], wired: Mapping[int, list[Item]],
            page: int) -> None:  # fmt: skip
        """A drawing with shapes, hanging from the paragraph that passed last."""
        if self._hung and page != self._page:
            self.close()
        self._page = page
        x = sketch.x - (_MARGIN if sketch.across == "page" else 0.0)
        from_page = sketch.down in ("page", "margin", "topMargin")
        y = sketch.y + (0.0 if from_page else self._y)
        self._hung.append(_Hung(slot, sketch, texts, wired, x, y))

    def close(self) -> None:
        """End what was being drawn."""
        hung, self._hung = self._hung, []
        if not hung:
            return
        if not (self._in_cell and _is_symbol(hung)) and _is_drawing(hung, 2 if self._in_cell else 1):
            hung[0].slot.items.append(_drawing(hung))
            return
        for each in hung:
            for number, box in enumerate(each.sketch.boxes):
                said = [item for item in each.texts.get(number, []) if _says(item)]
                mark = _MARKS.get(box.form, "") if self._in_cell else ""
                if mark and not any(item.text.strip() for item in said):
                    said = [Item(mark, ""), *said]
                elif mark == _DECIDES:
                    said[0].text = f"{mark} {said[0].text}"
                each.slot.items += said
            each.slot.items += [item for n in sorted(each.wired) for item in each.wired[n] if _says(item)]


def _says(item: Item) -> bool:
    return bool(item.text.strip()) or item.kind is not Kind.TEXT or bool(item.noise)


def _is_symbol(hung: list[_Hung]) -> bool:
    """Whether it is one symbol of a flow without words, with the ends of its lines named beside it ("Ya", "Tidak")."""
    symbols = 0
    for each in hung:
        for number, box in enumerate(each.sketch.boxes):
            said = " ".join(item.text.strip() for item in each.texts.get(number, []))
            symbols += not said and box.form in _MARKS and box.form not in _PLAIN
            if len(said) > _NAMED or (said and box.form not in _PLAIN):
                return False
    return symbols == 1


def _is_drawing(hung: list[_Hung], least: int) -> bool:
    boxes = [box for each in hung for box in each.sketch.boxes]
    written = sum(any(item.text.strip() for item in items) for each in hung for items in each.texts.values())
    wires = sum(len(each.sketch.wires) for each in hung)
    tables = any(item.kind is Kind.ROW for each in hung for items in each.texts.values() for item in items)
    if tables or not boxes:
        return False
    if wires and len(boxes) > 1 and written >= least:
        return True
    return written > 1 and any(box.form not in _PLAIN for box in boxes)


def _drawing(hung: list[_Hung]) -> Item:
    shapes: list[Shape] = []
    connectors: list[Connector] = []
    used: set[str] = set()
    noise: list[tuple[str, str]] = []
    for number, each in enumerate(hung, 1):
        known: dict[str, str] = {}
        for at, box in enumerate(each.sketch.boxes):
            id_ = box.id or f"{number}.{at + 1}"
            while id_ in used:
                id_ = f"{id_}'"
            used.add(id_)
            known.setdefault(box.id, id_)
            items = each.texts.get(at, [])
            noise += [note for item in items for note in item.noise]
            shapes.append(_shape(box, id_, _text(items), each))
        for at, wire in enumerate(each.sketch.wires):
            connectors.append(_connector(wire, known, used, _text(each.wired.get(at, [])), each))
    left = min([s.x for s in shapes] + [min(c.start[0], c.end[0]) for c in connectors])
    top = min([s.y for s in shapes] + [min(c.start[1], c.end[1]) for c in connectors])
    moved = tuple(replace(s, x=round(s.x - left, 2), y=round(s.y - top, 2)) for s in shapes)
    ends = tuple(
        replace(
            c,
            start=(round(c.start[0] - left, 2), round(c.start[1] - top, 2)),
            end=(round(c.end[0] - left, 2), round(c.end[1] - top, 2)),
        )
        for c in connectors
    )
    text = "\n".join(shape.text for shape in shapes if shape.text)
    return Item(text, text, Kind.DRAWING, shapes=moved, connectors=ends, noise=noise)


def _text(items: list[Item]) -> str:
    return " ".join(item.text.strip() for item in items if item.kind is Kind.TEXT and item.text.strip())


def _shape(box: Box, id_: str, text: str, at: _Hung) -> Shape:
    return Shape(id_, box.form, text, at.x + box.x, at.y + box.y, round(box.width, 2), round(box.height, 2))


def _connector(wire: Wire, known: Mapping[str, str], used: set[str], text: str, at: _Hung) -> Connector:
    def tied(id_: str | None) -> str | None:
        return known.get(id_) or (id_ if id_ in used else None) if id_ else None

    start = (at.x + wire.start[0], at.y + wire.start[1])
    end = (at.x + wire.end[0], at.y + wire.end[1])
    return Connector(tied(wire.source), tied(wire.target), start, end, wire.arrow, text)
