"""Pass 7b. The texts outside their shapes: above or below, in the middle or beside the lines that stand there.

Precondition: segments and labels. Postcondition: `above` and `side` of every caption: where no line stands on
that side of its box it is centred, else it stands beside the lines, on the side that their labels leave free.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from probis.drawing.layout.plan import Box, Plan
from probis.drawing.layout.style import CAPTION_CLEAR, LABEL_ABOVE

Aside: TypeAlias = Literal["middle", "left", "right"]

IMPOSSIBLE = 1e3
BESIDE = 2.0  # what it costs to stand beside a line
RIGHT = 0.5
CROWDED = 10.0  # beside a label, or beside lines whose leftmost label stands at the left
UNUSUAL = 1.0  # above an event, below a gateway


class _Standing(NamedTuple):
    """How many lines stand on one side of a box, and how many of them have a label there."""

    lines: int = 0
    labels: int = 0


def place_captions(plan: Plan) -> None:
    """Fill where each caption stands."""
    standing = _standing(plan)
    beside = _labels_beside(plan)
    for box in plan.boxes:
        if box.caption is None:
            continue
        if box.host is not None:
            box.caption.above = box.edge == "top"
            box.caption.side = "left"
            continue
        choices: list[tuple[float, bool, Aside]] = []
        for above in (False, True):
            here = standing.get((box.index, above), _Standing())
            unusual = UNUSUAL if above != box.tipped else 0.0
            if above and box.height / 2 + CAPTION_CLEAR < beside.get(box.index, 0.0):
                unusual += CROWDED
            for side in ("middle", "left", "right"):
                choices.append((unusual + _price(here, side), above, side))
        _, box.caption.above, box.caption.side = min(choices, key=lambda c: c[0])


def _labels_beside(plan: Plan) -> dict[int, float]:
    """How high above the middle of each box the texts on lines at its left and right reach."""
    out: dict[int, float] = {}
    for wire in plan.wires:
        for label in wire.labels:
            if label.piece == 0 and not wire.segments[0].vertical:
                out[wire.source] = max(out.get(wire.source, 0.0), LABEL_ABOVE + label.height)
    return out


def _price(here: _Standing, side: Aside) -> float:
    if here.lines == 0:
        return 0.0 if side == "middle" else BESIDE + RIGHT
    if side == "middle":
        return IMPOSSIBLE
    if side == "left":
        return BESIDE + (CROWDED if here.labels > 1 or (here.labels and here.lines > 1) else 0.0)
    return BESIDE + RIGHT + (CROWDED if here.labels else 0.0)


def _standing(plan: Plan) -> dict[tuple[int, bool], _Standing]:
    """What stands above (True) and below each box."""
    out: dict[tuple[int, bool], _Standing] = {}
    for wire in plan.wires:
        for box, side, piece in (
            (wire.source, wire.segments[0].at_source, 0),
            (wire.target, wire.segments[-1].at_target, len(wire.segments) - 1),
        ):
            if side in ("top", "bottom"):
                at = box, side == "top"
                here = out.get(at, _Standing())
                labelled = box == wire.source and any(label.piece == piece for label in wire.labels)
                out[at] = _Standing(here.lines + 1, here.labels + labelled)
    return out


def caption_top(box: Box) -> float:
    """The y of the top of a caption, in points; its box has its height."""
    assert box.caption is not None
    if box.caption.above:
        return box.y - CAPTION_CLEAR - box.caption.height
    return box.y + box.height + CAPTION_CLEAR


def reach_of_caption(box: Box, *, above: bool) -> float:
    """How far a caption reaches above or below the middle of its box; 0 on the other side."""
    if box.caption is None or box.caption.above != above:
        return 0.0
    return box.height / 2 + CAPTION_CLEAR + box.caption.height
