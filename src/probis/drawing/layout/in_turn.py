"""A map in one piece to the orders in which its pages may take its boxes: each box after those that lead to it.

Precondition: columns and rows. Postcondition: every order holds every box once; a boundary event stands right after
its host. Three orders, since none is best for all maps: column by column; as the model names them, so that pages
hold numbers that follow one another; and whatever leaves fewest lines open, so that a branch stays together. Source:
list scheduling (Kahn 1962); the last is the greedy of least cut, as for minimum cut linear arrangement.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from probis.drawing.layout.plan import Box, Plan

COLUMN = 0.6  # what standing a column further right costs, in lines left open

Key: TypeAlias = Callable[[int, list[bool]], tuple[float, ...]]


def orders(plan: Plan) -> list[list[Box]]:
    """The orders, without those that are the same as one before."""
    near: list[list[int]] = [[] for _ in plan.boxes]
    for wire in plan.wires:
        source, target = plan.seat(wire.source), plan.seat(wire.target)
        if source != target:
            near[source].append(target)
            near[target].append(source)
    boxes = plan.boxes

    def by_column(i: int, _: list[bool]) -> tuple[float, ...]:
        return boxes[i].column, boxes[i].lane, boxes[i].row, i

    def by_model(i: int, _: list[bool]) -> tuple[float, ...]:
        return (i,)

    def by_open_lines(i: int, done: list[bool]) -> tuple[float, ...]:
        opened = sum(-1 if done[other] else 1 for other in near[i])
        return opened + COLUMN * boxes[i].column, *by_column(i, done)

    out: list[list[Box]] = []
    for key in (by_open_lines, by_column, by_model):
        order = _in_turn(plan, key)
        if order not in out:
            out.append(order)
    return out


def _in_turn(plan: Plan, key: Key) -> list[Box]:
    """Always the box of the least key among those that nothing unplaced leads to; in a circle, of all."""
    boxes = plan.boxes
    guests: list[list[Box]] = [[] for _ in boxes]
    for box in boxes:
        guests[plan.seat(box.index)].append(box)
    before: list[set[int]] = [set() for _ in boxes]
    for wire in plan.wires:
        source, target = plan.seat(wire.source), plan.seat(wire.target)
        if not wire.back and source != target and boxes[source].column <= boxes[target].column:
            before[target].add(source)
    left = [i for i in range(len(boxes)) if plan.seat(i) == i]
    done = [False] * len(boxes)
    out: list[Box] = []
    while left:
        free = [i for i in left if all(done[b] for b in before[i])] or left
        at = min(free, key=lambda i: key(i, done))
        done[at] = True
        left.remove(at)
        out.append(boxes[at])
        out.extend(guest for guest in guests[at] if guest.index != at)
    return out
