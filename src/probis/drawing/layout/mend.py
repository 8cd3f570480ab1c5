"""Pass 11d. A plan in which something stands wrong, to one where it does not: drawn again with one thing changed.

Precondition: everything has its place. Postcondition: no more troubles than before, none in nearly every case; a plan
without any is returned as it is. What can be changed: on which edge of its host an event sits, which sides lines may
not use, how wide a text runs and on which side it stands, how much room a row keeps above and below, how wide a box
is. Each change is tried alone on a copy, the one that helps most is kept, until nothing stands wrong or the trials
are used up. Source: rip-up and reroute, as routers of circuits do (Dees & Karger, DAC 1982).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from probis.drawing.layout.plan import Box, Plan, Wire
from probis.drawing.layout.sizes import bare_above, narrowed
from probis.drawing.layout.troubles import Trouble, troubles

MOST_TRIED = 60  # drawings
FULL_EFFORT = 60  # nodes; a larger map gets fewer
NARROWER = 0.6  # share of the room that a text takes then
ROOM = 16.0  # more above or below a row
WIDER = 46.0  # for texts beside the lines at a box

Change: TypeAlias = Callable[[Plan], None]
Key: TypeAlias = tuple[str, int, int]
Drawer: TypeAlias = Callable[[Plan, set[int]], None]  # draws a plan, the lines of these indices laid anew


class _Try(NamedTuple):
    plan: Plan
    found: list[Trouble]
    made: tuple[Key, ...]


def mended(plan: Plan, draw: Drawer, fits: Callable[[Plan], bool]) -> Plan:
    """The plan, or one with fewer troubles; one that fits its place is left for one that fits, too."""
    found = troubles(plan)
    tries = MOST_TRIED * FULL_EFFORT // max(FULL_EFFORT, len(plan.boxes)) if found else 0
    must = bool(found) and fits(plan)
    done: set[tuple[Key, ...]] = set()
    made: tuple[Key, ...] = ()
    best = len(found), plan
    while found and tries > 0:
        ahead: list[tuple[int, int, _Try]] = []
        for key in _changes(plan, found):
            after = tuple(sorted((*made, key)))
            if after in done or tries <= 0:
                continue
            tries -= 1
            done.add(after)
            other = copied(plan)
            draw(other, _change(other, key))
            if must and not fits(other):
                continue
            still = troubles(other)
            if len(still) <= len(found):  # one that helps nothing yet may open the way for others: more width, the most
                ahead.append((len(still), -_ORDER.index(key[0]), _Try(other, still, after)))
            if not still:
                break
        if not ahead:
            break
        plan, found, made = min(ahead, key=lambda a: a[:2] if a[0] == len(found) else (a[0], 0))[2]
        best = min(best, (len(found), plan), key=lambda b: b[0])
    return best[1]


def copied(plan: Plan) -> Plan:
    """A plan of its own, to be drawn again; what does not change is shared."""
    boxes = [replace(box, caption=box.caption and replace(box.caption)) for box in plan.boxes]
    wires = [replace(w, segments=[replace(s) for s in w.segments], labels=[]) for w in plan.wires]
    return replace(
        plan,
        boxes=boxes,
        wires=wires,
        bands=[replace(band) for band in plan.bands],
        banned=set(plan.banned),
        shunned=set(plan.shunned),
        flipped=set(plan.flipped),
        rooms=dict(plan.rooms),
        unmet=[],
    )


def _changes(plan: Plan, found: list[Trouble]) -> Iterator[Key]:
    """What may help, each once, the mildest first."""
    every: list[Key] = []
    for trouble in found:
        every += _for(plan, trouble)
    yield from sorted(dict.fromkeys(every), key=lambda key: _ORDER.index(key[0]))


_ORDER = ("flip", "narrow", "caption", "ban", "shun", "edge", "above", "below", "wide")


def _for(plan: Plan, trouble: Trouble) -> Iterator[Key]:
    wires = [plan.wires[i] for i in trouble.wires]
    boxes = {plan.boxes[i].index for i in trouble.boxes} | {end for w in wires for end in (w.source, w.target)}
    if trouble.kind == "text":
        for wire in wires:
            for label in wire.labels:
                yield "flip", wire.index, label.piece
                yield "narrow", wire.index, 0
        for i in trouble.boxes:
            if plan.boxes[i].caption:
                yield "caption", i, 0
        for i in trouble.boxes[:1]:
            yield "above", plan.yslot(i), 0
            yield "below", plan.yslot(i), 1
    for i in sorted(boxes):
        box = plan.boxes[i]
        if box.host is not None:
            yield from _guests(plan, plan.boxes[box.host])
        else:
            yield from _guests(plan, box)
        if not plan.boxes[plan.seat(i)].fixed:
            yield "wide", plan.seat(i), 0
        if trouble.kind != "text":
            yield "above", plan.yslot(i), 0
            yield "below", plan.yslot(i), 1
    beside = [w for w in plan.wires if trouble.kind != "text" and {w.source, w.target} & set(trouble.boxes)]
    for index in dict.fromkeys(w.index for w in (*wires, *beside)):
        yield from _bans(plan, plan.wires[index])


def _guests(plan: Plan, host: Box) -> Iterator[Key]:
    for box in plan.boxes:
        if box.host == host.index and (box.edge == "top" or bare_above(plan.style, host, box)):
            yield "edge", box.index, 0


def _bans(plan: Plan, wire: Wire) -> Iterator[Key]:
    for i, (end, side) in enumerate(
        ((wire.source, wire.segments[0].at_source), (wire.target, wire.segments[-1].at_target))
    ):
        if side and plan.boxes[end].host is None:
            yield ("ban" if side in ("top", "bottom") else "shun"), wire.index, i


def _change(plan: Plan, key: Key) -> set[int]:
    """Make a change; gives the lines to be laid anew."""
    what, i, more = key
    match what:
        case "flip":
            plan.flipped ^= {(i, more)}
        case "narrow":
            plan.wires[i].share *= NARROWER
        case "above" | "below":
            at = (i, bool(more))
            plan.rooms[at] = plan.rooms.get(at, 0.0) + ROOM
        case "wide":
            box = plan.boxes[i]
            box.natural = (box.natural[0] + WIDER, box.natural[1])
        case "caption":
            narrowed(plan.boxes[i], NARROWER)
        case "edge":
            box = plan.boxes[i]
            box.edge = "top" if box.edge == "bottom" else "bottom"
            return {w.index for w in plan.wires if i in (w.source, w.target)}
        case "shun":
            wire = plan.wires[i]
            side = wire.segments[-1].at_target if more else wire.segments[0].at_source
            if side:
                plan.shunned.add((i, not more, side))
            return {i}
        case _:
            plan.banned.add((i, "target" if more else "source"))
            return {i}
    return set()
