"""Pass 9. Rows, channels and lanes to their heights.

Precondition: sizes of boxes, labels, ranks and offsets of horizontals. Postcondition: top and height of
every band, y of every box, `place` of every horizontal; lanes are straight bands one below the other, each
high enough for its rows, its labels, its tracks and its name.
"""

from __future__ import annotations

from probis.drawing.layout.captions import caption_top, reach_of_caption
from probis.drawing.layout.labels import leaves_downwards
from probis.drawing.layout.outline import marked, outline_y
from probis.drawing.layout.plan import Band, Box, Plan, Segment
from probis.drawing.layout.style import LABEL_ABOVE, LABEL_SIZE, LANE_LINE, LINE, LINE_CLEAR, STEP_SIZE, TRACK_PITCH
from probis.drawing.measure import break_lines

TAB = 12.0  # the tab of a mark above a box


def set_heights(plan: Plan, tracks: list[int]) -> None:
    """Fill every y; `tracks` is the number of lines in each channel."""
    above, below = _zones(plan)
    half = _halves(plan)
    plan.heights = [0.0] * plan.slots
    first_track = [0.0] * plan.slots
    top = 0.0
    pools = plan.pools()
    for i, band in enumerate(plan.bands):
        _titles(plan, band)
        if i and (pools[i] or pools[i - 1]) and pools[i] != pools[i - 1]:
            top += plan.style.pool_gap
        band.top = top
        content = _stack(plan, band, tracks, above, below, half, None, first_track)
        band.height = max(content, plan.style.lane_least, _title_height(band))
        slack = (band.height - content) / 2
        _stack(plan, band, tracks, above, below, half, top + slack, first_track)
        top += band.height
    plan.height = top
    _place(plan, first_track)


def least_height(plan: Plan) -> float:
    """What the map is high at least, from its boxes in their rows alone: needs no more than pass 5."""
    half = _halves(plan)
    style, total = plan.style, 0.0
    for band in plan.bands:
        rows = [half[band.base + 1 + 2 * r] for r in range(band.rows)]
        low = band.rows > 1 and rows[-1] < style.step_height / 2 - 1
        content = 2 * sum(rows) + 2 * style.row_pad * (band.rows - 1)
        total += max(style.lane_least, content + style.lane_pad + (style.row_pad if low else style.lane_pad))
    return total


def _halves(plan: Plan) -> list[float]:
    """For each row slot: half the height of its highest box."""
    half = [0.0] * plan.slots
    for box in plan.boxes:
        if box.host is None:
            slot = plan.yslot(box.index)
            half[slot] = max(half[slot], box.height / 2 - (1.0 if box.tipped else 0.0))
    return half


def _zones(plan: Plan) -> tuple[list[float], list[float]]:
    """For each row slot what stands above and below its boxes: labels of exits, tabs."""
    above, below = [0.0] * plan.slots, [0.0] * plan.slots
    tallest = [0.0] * plan.slots
    for box in plan.boxes:
        slot = plan.yslot(box.index)
        if box.host is None:
            tallest[slot] = max(tallest[slot], box.height / 2)
    for box in plan.boxes:
        slot = plan.yslot(box.index)
        middle = 0.0
        if box.host is not None:
            middle = plan.boxes[box.host].height / 2 * (1 if box.edge == "bottom" else -1)
            below[slot] = max(below[slot], middle + box.height / 2 + LINE_CLEAR / 2 - tallest[slot])
            above[slot] = max(above[slot], box.height / 2 - middle + LINE_CLEAR / 2 - tallest[slot])
        if box.caption:
            high, low = reach_of_caption(box, above=True), reach_of_caption(box, above=False)
            above[slot] = max(above[slot], high - middle + 3.0 - tallest[slot] if high else 0.0)
            below[slot] = max(below[slot], low + middle + 3.0 - tallest[slot] if low else 0.0)
    for wire in plan.wires:
        beyond = plan.boxes[wire.source].height / 2 if plan.boxes[wire.source].host is not None else 0.0
        slot = plan.yslot(wire.source)
        for label in wire.labels:
            piece = wire.segments[label.piece]
            if label.piece and not piece.vertical:
                home = piece.slot
                reach = LABEL_ABOVE + label.height + 3.0 - piece.offset - tallest[home]
                above[home] = max(above[home], reach)
            elif piece.vertical:
                zone = below if leaves_downwards(wire, label.piece) else above
                zone[slot] = max(zone[slot], beyond + label.height + 2.8)
            else:
                reach = LABEL_ABOVE + label.height + 3.0 - piece.offset - tallest[slot]
                above[slot] = max(above[slot], reach)
    for box in plan.boxes:
        if marked(box):
            slot = plan.yslot(box.index)
            above[slot] = max(above[slot], TAB)
    for (slot, under), more in plan.rooms.items():
        (below if under else above)[slot] += more
    return above, below


def _titles(plan: Plan, band: Band) -> None:
    room = plan.style.lane_head - 12.0
    band.title = break_lines(band.lane.text, room, STEP_SIZE, 600)
    band.sub_title = break_lines(band.lane.sub_text, room, LABEL_SIZE, 400)


def _title_height(band: Band) -> float:
    return LANE_LINE * len(band.title) + LINE * len(band.sub_title) + 10.0


def _stack(
    plan: Plan,
    band: Band,
    tracks: list[int],
    above: list[float],
    below: list[float],
    half: list[float],
    top: float | None,
    first_track: list[float],
) -> float:
    """The height of what a band holds; with `top` also the places of its rows and the first track of each
    channel.
    """
    style = plan.style
    y = top or 0.0
    start = y
    for r in range(band.rows + 1):
        slot = band.base + 2 * r
        lines = tracks[slot] * TRACK_PITCH
        if r > 0:
            low = band.rows > 1 and half[slot - 1] < style.step_height / 2 - 1
            pad = style.row_pad if r < band.rows or low else style.lane_pad
            y += max(pad, below[slot - 1])
        if lines:
            first_track[slot] = y + (TRACK_PITCH if r == 0 else TRACK_PITCH / 2)
            y += lines + (2.0 if r in (0, band.rows) else 0.0)
        if r < band.rows:
            pad = style.row_pad if r > 0 else style.lane_pad
            high = max(half[slot + 1], style.step_height / 2 if band.rows == 1 else half[slot + 1])
            y += max(pad, above[slot + 1]) + high
            plan.heights[slot + 1] = y
            y += high
    return y - start


def _place(plan: Plan, first_track: list[float]) -> None:
    is_row = plan.row_slots()
    for box in plan.boxes:
        box.y = plan.heights[plan.yslot(box.index)] - box.height / 2
    for box in plan.boxes:
        if box.host is not None:
            host = plan.boxes[box.host]
            box.y = (host.y if box.edge == "top" else host.y + host.height) - box.height / 2
        if box.caption:
            box.caption.y = caption_top(box)
    for wire in plan.wires:
        for s in wire.segments:
            if s.vertical:
                continue
            if is_row[s.slot]:
                s.place = plan.heights[s.slot] + s.offset
            else:
                s.place = first_track[s.slot] + s.rank * TRACK_PITCH


def span(plan: Plan, segment: Segment) -> tuple[float, float]:
    """The heights between which a vertical runs, the lesser first; on a slope as if it met the tip."""
    wire = plan.wires[segment.wire]
    i = next(i for i, s in enumerate(wire.segments) if s is segment)
    ends: list[float] = []
    for side, box, near in (
        (segment.at_source, plan.boxes[wire.source], i - 1),
        (segment.at_target, plan.boxes[wire.target], i + 1),
    ):
        ends.append(_edge(box, side) if side else wire.segments[near].place)
    return min(ends), max(ends)


def _edge(box: Box, side: str) -> float:
    return outline_y(box, "top" if side == "top" else "bottom", box.width / 2)
