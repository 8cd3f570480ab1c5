"""The parts of a map, each alone on its page, to parts whose lanes lie at the same heights wherever the pages allow.

Precondition: finished plans, whose lanes are those that they use, in the order of the map. Postcondition: where all
lanes of the map fit a page in their greatest heights, every page has all of them, so that what goes on to another page
goes on at the same height; else a lane without a step is a strip with its name, as long as it fits; else it is left
out. Nothing becomes wider, and no box, line or label is nearer to another than before.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from probis.drawing.layout.plan import Band, Frame, Plan
from probis.drawing.layout.style import LANE_LINE, STEP_SIZE
from probis.drawing.measure import break_lines

STRIP = 20.0  # a lane without a step, with a name of one line
STRIP_PAD = 6.0
EASY = 68.0  # a lane of one row is made as high as this where there is room

Heights = dict[str, float]  # of lanes, by their ids


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
    if sum(most.values()) + sum(gaps) <= room:
        most = _eased(most, room - sum(gaps))
        for part in parts:
            _spread(part, whole, most, gaps)
        return
    for part in parts:
        own = {band.lane.id: band.height for band in part.bands}
        full = {band.lane.id: own.get(band.lane.id) or _strip(whole, band)[1] for band in whole.bands}
        if sum(full.values()) + sum(gaps) <= room:
            free = room - sum(gaps) - sum(full.values())
            _spread(part, whole, _raised(full, own, most, free), gaps)


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


def _raised(full: Heights, own: Heights, most: Heights, free: float) -> Heights:
    """The lanes that a part uses towards their height on other pages, as far as the room goes."""
    wanted = {id_: most[id_] - height for id_, height in own.items()}
    share = min(1.0, free / sum(wanted.values())) if sum(wanted.values()) > 0 else 0.0
    return {id_: height + share * wanted.get(id_, 0.0) for id_, height in full.items()}


def _spread(part: Plan, whole: Plan, heights: Heights, gaps: list[float]) -> None:
    """Give a part all lanes of the map in these heights, and move what stands in them along, in the middle."""
    old = {band.lane.id: (i, band) for i, band in enumerate(part.bands)}
    tops = [band.top for band in part.bands]
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
    for box in part.boxes:
        box.y += shifts[box.lane]
        if box.caption:
            box.caption.y += shifts[box.lane]
        box.lane = places[box.lane]
    for wire in part.wires:
        wire.points = tuple((x, round(y + shifts[_at(tops, y)], 3)) for x, y in wire.points)
        for label in wire.labels:
            label.y += shifts[_at(tops, label.y + label.height / 2)]
    part.bands = bands
    part.frames = [Frame(frame.lane, frame.first, frame.last, frame.depth) for frame in whole.frames]
    part.height = top


def _at(tops: list[float], y: float) -> int:
    """The band in which a height lies."""
    return max(0, bisect_right(tops, y) - 1)
