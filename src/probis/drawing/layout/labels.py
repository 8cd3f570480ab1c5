"""Pass 7. What stands beside the exit of a wire: its text and its documents, broken to lines.

Precondition: segments. Postcondition: `label` of every wire that says something, with its size, still
without a place: beside a vertical exit it will stand in the padding of the sender's row, above a horizontal
one between the boxes.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from probis.drawing.layout.plan import Label, Plan, Wire
from probis.drawing.layout.style import LABEL_SIZE, LINE
from probis.drawing.measure import break_lines, width

GLYPH = 10.0  # a page of 7 and the space after it

LabelLine: TypeAlias = tuple[Literal["text", "document", "rest"], str]


def write_labels(plan: Plan) -> None:
    """Fill the labels of all wires."""
    for wire in plan.wires:
        wire.label = None
        flow = wire.flow
        if not (flow.text.strip() or any(d.strip() for d in flow.documents)):
            continue
        standing = wire.segments[0].vertical
        room = plan.style.label_room if standing else plan.style.exit_room
        wire.label = _label(wire, room)


def _label(wire: Wire, room: float) -> Label | None:
    lines: list[LabelLine] = [("text", t) for t in break_lines(wire.flow.text, room, LABEL_SIZE, 600)]
    documents = ", ".join(d.strip() for d in wire.flow.documents if d.strip())
    for i, t in enumerate(break_lines(documents, room - GLYPH, LABEL_SIZE, 400)):
        lines.append(("document" if i == 0 else "rest", t))
    if not lines:
        return None
    return Label(wire.index, tuple(lines), max(line_width(line) for line in lines), LINE * len(lines))


def line_width(line: LabelLine) -> float:
    """The width of one line of a label with its glyph, in points."""
    kind, text = line
    return width(text, LABEL_SIZE, 600) if kind == "text" else GLYPH + width(text, LABEL_SIZE)
