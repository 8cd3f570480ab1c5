"""Pass 7. What stands beside the exit of a wire: its text and its documents, broken to lines.

Precondition: segments. Postcondition: `labels` of every wire, with their sizes, still without a place. The
text stands at the exit (on the last piece of a return with one bend); documents where the line leaves the
sender's row, beside its first vertical, else with the text. What stands beside a vertical takes the padding
of the sender's row; what stands on a horizontal, the space between the boxes.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from probis.drawing.layout.plan import Label, Plan, Side, Wire
from probis.drawing.layout.style import LABEL_SIZE, LINE
from probis.drawing.measure import break_lines, width

GLYPH = 10.0  # a page of 7 and the space after it

LabelLine: TypeAlias = tuple[Literal["text", "document", "rest"], str]


def write_labels(plan: Plan) -> None:
    """Fill the labels of all wires."""
    crowded = _crowded(plan)
    for wire in plan.wires:
        wire.labels = []
        text = wire.flow.text
        documents = ", ".join(d.strip() for d in wire.flow.documents if d.strip())
        aside = documents_at(wire)
        style, standing, share = plan.style, wire.segments[0].vertical, wire.share
        if text and runs_home(wire):
            _add(wire, 1, _text_lines(text, share * style.label_room))
            text = ""
        if text and not standing and (wire.source, wire.segments[0].at_source) in crowded and len(wire.segments) > 1:
            _add(wire, 1, _text_lines(text, share * style.text_room))
            text = ""
        lines = _text_lines(text, share * (style.text_room if standing else style.exit_room))
        papers = _document_lines(documents, share * (style.label_room if standing or aside else style.exit_room))
        if aside == 0:
            lines += papers
        else:
            _add(wire, aside, papers)
        _add(wire, 0, lines)


def _crowded(plan: Plan) -> set[tuple[int, Side | None]]:
    """The left and right sides of boxes that do not grow where lines lie too close for texts between them."""
    lines: dict[tuple[int, Side | None], int] = {}
    for wire in plan.wires:
        for box, side in ((wire.source, wire.segments[0].at_source), (wire.target, wire.segments[-1].at_target)):
            if plan.boxes[box].fixed and side in ("left", "right"):
                lines[box, side] = lines.get((box, side), 0) + 1
    return {at for at, count in lines.items() if count > 1}


def documents_at(wire: Wire) -> int:
    """The piece beside which documents stand: the first vertical, if it is the first or second piece."""
    if len(wire.segments) > 1 and not wire.segments[0].vertical:
        return 1
    return 0


def runs_home(wire: Wire) -> bool:
    """Whether a return has one bend and its last piece runs back along the row of its target: it bears the
    text.
    """
    return wire.back and len(wire.segments) == 2 and wire.segments[1].at_target == "right"


def leaves_downwards(wire: Wire, piece: int) -> bool:
    """Whether a vertical piece that begins in the sender's row leaves it at its foot."""
    s = wire.segments[piece]
    return s.end > s.start


def _text_lines(text: str, room: float) -> list[LabelLine]:
    return [("text", t) for t in break_lines(text, room, LABEL_SIZE, 600)]


def _document_lines(documents: str, room: float) -> list[LabelLine]:
    lines = break_lines(documents, room - GLYPH, LABEL_SIZE, 400)
    return [("document" if i == 0 else "rest", t) for i, t in enumerate(lines)]


def _add(wire: Wire, piece: int, lines: list[LabelLine]) -> None:
    if lines:
        across = max(line_width(line) for line in lines)
        wire.labels.append(Label(wire.index, piece, tuple(lines), across, LINE * len(lines)))


def line_width(line: LabelLine) -> float:
    """The width of one line of a label with its glyph, in points."""
    kind, text = line
    return width(text, LABEL_SIZE, 600) if kind == "text" else GLYPH + width(text, LABEL_SIZE)
