"""The parts of a map, each alone on its page, to parts in which what goes on to another page goes on at one height.

Precondition: finished plans, whose lanes are those that they use, in the order of the map; a connector "to7" in one
part has its other side "from7" in another. Postcondition: every page has all lanes of the map as long as they fit, in
the same heights where these fit, else with a strip for a lane without a step; then lanes are made higher where a
connector stands higher than its other side and its page has room. Nothing becomes wider, and no box, line or label is
nearer to another than before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from probis.drawing.layout.plan import Band, Box, Frame, Plan
from probis.drawing.layout.style import LANE_LINE, STEP_SIZE
from probis.drawing.measure import break_lines

STRIP = 20.0  # a lane without a step, with a name of one line
STRIP_PAD = 6.0
EASY = 68.0  # a lane of one row is made as high as this where there is room

Heights = dict[str, float]  # of lanes, by their ids


class _Tie(NamedTuple):
    """The two sides of a connector: the part and the box of each."""

    parts: tuple[int, int]
    boxes: tuple[Box, Box]


def align(parts: list[Plan], whole: Plan, room: float) -> None:
    """Move what stands in the lanes of these parts, each alone on a page of this height."""
    parts = [part for part in parts if part.height <= room and part.head_width() == whole.head_width()]
    if not parts or whole.headless:
        return
    most: Heights = {}
    for part in parts:
        for band in part.bands:
            most[band.lane.id] = max(most.get(band.lane.id, 0.0), band.height)
    gaps = _gaps(whole)
    for band in whole.bands:
        most.setdefault(band.lane.id, _strip(whole, band)[1])
    alike = sum(most.values()) + sum(gaps) <= room
    if alike:
        most = _eased(most, room - sum(gaps))
    for part in parts:
        own = {band.lane.id: band.height for band in part.bands}
        full = {band.lane.id: own.get(band.lane.id) or _strip(whole, band)[1] for band in whole.bands}
        if alike or sum(full.values()) + sum(gaps) <= room:
            _spread(part, whole, most if alike else full, gaps)
    _level(parts, whole, room)
    for part in parts:
        _ease(part, room)


def _strip(whole: Plan, band: Band) -> tuple[tuple[str, ...], float]:
    """The name of a lane without a step, and its height."""
    title = break_lines(band.lane.text, whole.style.lane_head - 12.0, STEP_SIZE, 600)
    return title, max(STRIP, LANE_LINE * len(title) + STRIP_PAD)


def _gaps(whole: Plan) -> list[float]:
    """What is free above each lane: room between two pools."""
    ends = [0.0, *(band.top + band.height for band in whole.bands)]
    return [max(0.0, band.top - end) for band, end in zip(whole.bands, ends, strict=False)]


def _eased(heights: Heights, room: float) -> Heights:
    """Low lanes higher, all alike, as far as the room goes."""
    low = {id_: EASY - height for id_, height in heights.items() if height < EASY}
    share = min(1.0, max(0.0, room - sum(heights.values())) / sum(low.values())) if low else 0.0
    return {id_: height + share * low.get(id_, 0.0) for id_, height in heights.items()}


def _level(parts: list[Plan], whole: Plan, room: float) -> None:
    """From the upper lanes to the lower, push the higher side of a connector down to its other side."""
    ties = list(_ties(parts))
    last = [-1] * len(parts)  # of each part, the lowest band in which a connector has found its height
    for lane in (band.lane.id for band in whole.bands):
        for tie in ties:
            at = [_index(parts[part], lane) for part in tie.parts]
            if parts[tie.parts[0]].bands[tie.boxes[0].lane].lane.id != lane or None in at:
                continue
            high = 0 if tie.boxes[0].middle <= tie.boxes[1].middle else 1
            part, band = tie.parts[high], at[high] or 0
            missing = abs(tie.boxes[0].middle - tie.boxes[1].middle)
            if missing > 0.01 and (last[part] >= band or parts[part].height + missing > room):
                continue
            if missing > 0.01:
                _push(parts[part], last[part] + 1, band, missing)
            for side in (0, 1):
                last[tie.parts[side]] = max(last[tie.parts[side]], at[side] or 0)


def _ties(parts: list[Plan]) -> Iterator[_Tie]:
    """The connectors whose sides stand in two of these parts, in the order of time."""
    ends = {box.node.id: (i, box) for i, part in enumerate(parts) for box in part.boxes if box.node.kind == "connector"}
    for id_, (i, box) in ends.items():
        other = ends.get(f"from{id_.removeprefix('to')}") if id_.startswith("to") else None
        if other:
            yield _Tie((i, other[0]), (box, other[1]))


def _index(part: Plan, lane: str) -> int | None:
    return next((i for i, band in enumerate(part.bands) if band.lane.id == lane), None)


def _push(part: Plan, first: int, last: int, by: float) -> None:
    """Move what stands in a band down: the bands from the first to it share in becoming higher."""
    share = by / (last - first + 1)
    above = [0.0] * len(part.bands)
    below = [0.0] * len(part.bands)
    for i in range(first, last):
        above[i] = below[i] = share / 2
    above[last] = share
    _grow(part, above, below)


def _ease(part: Plan, room: float) -> None:
    """Make the lanes below the last connector less tight, as far as the room goes."""
    first = max((box.lane for box in part.boxes if box.node.kind == "connector"), default=-1) + 1
    used = {box.lane for box in part.boxes}
    low = [max(0.0, EASY - b.height) if i >= first and i in used else 0.0 for i, b in enumerate(part.bands)]
    if sum(low) > 0:
        share = min(1.0, max(0.0, room - part.height) / sum(low))
        _grow(part, [share * more / 2 for more in low], [share * more / 2 for more in low])


def _grow(part: Plan, above: list[float], below: list[float]) -> None:
    """Make bands higher by so much above and below what stands in them."""
    shifts, moved, bands = [], 0.0, []
    for band, up, down in zip(part.bands, above, below, strict=True):
        shifts.append(moved + up)
        bands.append(replace(band, top=band.top + moved, height=band.height + up + down))
        moved += up + down
    _move(part, shifts)
    part.bands = bands
    part.height += moved


def _spread(part: Plan, whole: Plan, heights: Heights, gaps: list[float]) -> None:
    """Give a part all lanes of the map in these heights, and move what stands in them along, in the middle."""
    old = {band.lane.id: (i, band) for i, band in enumerate(part.bands)}
    shifts = [0.0] * len(part.bands)
    places = [0] * len(part.bands)
    bands: list[Band] = []
    top = 0.0
    for i, (band, gap) in enumerate(zip(whole.bands, gaps, strict=True)):
        top += gap
        height = heights[band.lane.id]
        if band.lane.id in old:
            at, own = old[band.lane.id]
            shifts[at] = top + (height - own.height) / 2 - own.top
            places[at] = i
            bands.append(replace(own, top=top, height=height))
        else:
            title = _strip(whole, band)[0]
            bands.append(replace(band, rows=1, top=top, height=height, title=title, sub_title=()))
        top += height
    _move(part, shifts)
    for box in part.boxes:
        box.lane = places[box.lane]
    part.bands = bands
    part.frames = [Frame(frame.lane, frame.first, frame.last, frame.depth) for frame in whole.frames]
    part.height = top


def _move(part: Plan, shifts: list[float]) -> None:
    """Move what stands in each band down by so much."""
    tops = [band.top for band in part.bands]

    def shift(y: float) -> float:
        return shifts[max(0, bisect_right(tops, y) - 1)]

    for box in part.boxes:
        box.y += shifts[box.lane]
        if box.caption:
            box.caption.y += shifts[box.lane]
    for wire in part.wires:
        wire.points = tuple((x, round(y + shift(y), 3)) for x, y in wire.points)
        for label in wire.labels:
            label.y += shift(label.y + label.height / 2)
