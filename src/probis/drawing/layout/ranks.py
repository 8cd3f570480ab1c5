"""Pass 4. Boxes to columns, and the main way through the map.

Precondition: wires without the backward ones form no cycle. Postcondition: `column` of every box; every
forward wire runs to a greater column, except one that drops to an end just below its decision and one that
leaves when a wait is over; `main` on the boxes and wires of the main way; wishes that contradict the flow
are left out. Source: longest-path layering (Sugiyama, Tagawa & Toda, IEEE Trans. SMC 11, 1981), then
every box without a predecessor, and every free one, moved right to where it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from probis.drawing.graph import After, SameColumn
from probis.drawing.layout.plan import Box, Plan, Wire


def place_in_columns(plan: Plan) -> None:
    """Fill the columns of all boxes and mark the main way."""
    _mark_main_way(plan)
    drops = _drops(plan)
    leader = _leaders(plan, drops)
    arcs = _arcs(plan, leader)
    column = _longest_paths(len(plan.boxes), leader, arcs)
    _pull_right(plan, column, leader, arcs)
    _pin(plan, column)
    used = {c: i for i, c in enumerate(sorted({column[leader[i]] for i in range(len(column))}))}
    for box in plan.boxes:
        box.column = used[column[leader[box.index]]]
    for box in plan.boxes:
        if box.host is not None:
            box.column = plan.boxes[box.host].column
    plan.columns = len(used)


def _mark_main_way(plan: Plan) -> None:
    """From the first start, at each box the wire marked main, else the one with the longest way ahead."""
    n = len(plan.boxes)
    out: list[list[Wire]] = [[] for _ in range(n)]
    for wire in plan.wires:
        if not wire.back and wire.flow.kind == "sequence":
            out[wire.source].append(wire)
    ahead = _ways_ahead(n, out)
    starts = [b.index for b in plan.boxes if b.node.kind == "start"] or _sources(plan)
    at = max(starts, key=lambda i: (ahead[i], -i), default=None)
    while at is not None:
        plan.boxes[at].main = True
        choices = out[at]
        if not choices:
            break
        best = max(choices, key=lambda w: (w.flow.main, ahead[w.target], -w.index))
        best.main = True
        at = best.target if not plan.boxes[best.target].main else None


def _sources(plan: Plan) -> list[int]:
    entered = {w.target for w in plan.wires if not w.back}
    return [i for i in range(len(plan.boxes)) if i not in entered]


def _ways_ahead(n: int, out: list[list[Wire]]) -> list[int]:
    ahead = [0] * n
    for i in reversed(_topological(n, [[w.target for w in ws] for ws in out])):
        ahead[i] = max((1 + ahead[w.target] for w in out[i]), default=0)
    return ahead


def _topological(n: int, out: list[list[int]]) -> list[int]:
    """An order in which every arc runs forward; what lies on a cycle comes last, in the order given."""
    entered = [0] * n
    for targets in out:
        for t in targets:
            entered[t] += 1
    ready = [i for i in range(n) if entered[i] == 0]
    order: list[int] = []
    for i in ready:
        order.append(i)
        for t in out[i]:
            entered[t] -= 1
            if entered[t] == 0:
                ready.append(t)
    done = set(order)
    return order + [i for i in range(n) if i not in done]


def _drops(plan: Plan) -> dict[int, int]:
    """Ends that stand just below their decision: end to decision."""
    entering: dict[int, list[Wire]] = {}
    leaving: dict[int, int] = {}
    for wire in plan.wires:
        entering.setdefault(wire.target, []).append(wire)
        leaving[wire.source] = leaving.get(wire.source, 0) + 1
    drops: dict[int, int] = {}
    for box in plan.boxes:
        if box.node.kind != "end" or box.main or leaving.get(box.index):
            continue
        wires = [w for w in entering.get(box.index, ()) if w.flow.kind != "timeout" and not w.back]
        if len(wires) != 1:
            continue
        source = plan.boxes[wires[0].source]
        taken = source.index in drops.values()
        if source.node.kind == "decision" and source.lane == box.lane and not wires[0].main and not taken:
            drops[box.index] = source.index
    return drops


def _leaders(plan: Plan, drops: dict[int, int]) -> list[int]:
    """For every box the one whose column it shares."""
    leader = list(range(len(plan.boxes)))

    def root(i: int) -> int:
        while leader[i] != i:
            i = leader[i]
        return i

    for box in plan.boxes:
        if box.host is not None:
            leader[box.index] = box.host
    for end, decision in drops.items():
        leader[root(end)] = root(decision)
    _beside_their_steps(plan, leader, root)
    first = {box.node.id: box.index for box in reversed(plan.boxes)}
    for wish in plan.graph.constraints:
        if not isinstance(wish, SameColumn):
            continue
        known = [first[i] for i in wish.nodes if i in first]
        before = [root(i) for i in range(len(leader))]
        for i in known[1:]:
            leader[root(i)] = root(known[0])
        tied = [root(i) for i in range(len(leader))]
        if len(known) < len(wish.nodes) or _cyclic(len(leader), _flow_arcs(plan, tied)):
            leader[:] = before
    return [root(i) for i in range(len(leader))]


def _beside_their_steps(plan: Plan, leader: list[int], root: Callable[[int], int]) -> None:
    """Data and notes share the column of the first step that they belong to."""
    loose = {box.index for box in plan.boxes if box.node.kind in ("data", "note")}
    for wire in plan.wires:
        for own, step in ((wire.source, wire.target), (wire.target, wire.source)):
            if wire.flow.kind == "association" and own in loose and step not in loose:
                loose.discard(own)
                leader[root(own)] = root(step)


def _flow_arcs(plan: Plan, leader: list[int]) -> list[list[int]]:
    arcs: list[list[int]] = [[] for _ in leader]
    held = {w.target for w in plan.wires if not w.back and w.flow.kind != "timeout"}
    for wire in plan.wires:
        a, b = leader[wire.source], leader[wire.target]
        waits = wire.flow.kind == "timeout" and wire.target in held
        tied = wire.flow.kind == "association"
        if not wire.back and not waits and not tied and not (a == b and leader[wire.target] != wire.target):
            arcs[a].append(b)
    return arcs


def _arcs(plan: Plan, leader: list[int]) -> list[list[int]]:
    arcs = _flow_arcs(plan, leader)
    first = {box.node.id: box.index for box in reversed(plan.boxes)}
    for wish in plan.graph.constraints:
        if not isinstance(wish, After):
            continue
        a, b = first.get(wish.before), first.get(wish.node)
        if a is not None and b is not None:
            arcs[leader[a]].append(leader[b])
            if not _cyclic(len(arcs), arcs):
                continue
            arcs[leader[a]].pop()
    return arcs


def _cyclic(n: int, arcs: list[list[int]]) -> bool:
    order = {v: i for i, v in enumerate(_topological(n, arcs))}
    return any(order[v] >= order[t] for v in range(n) for t in arcs[v])


def _longest_paths(n: int, leader: list[int], arcs: list[list[int]]) -> list[int]:
    column = [0] * n
    for i in _topological(n, arcs):
        for t in arcs[i]:
            if t != i:
                column[t] = max(column[t], column[i] + 1)
    return column


def _pull_right(plan: Plan, column: list[int], leader: list[int], arcs: list[list[int]]) -> None:
    """Move what nothing holds at the left to just before the first box that needs it."""
    entered = {t for targets in arcs for t in targets}
    anchor = next((b.index for b in plan.boxes if b.main), -1)
    for i in reversed(_topological(len(arcs), arcs)):
        if i in entered or not arcs[i] or leader[i] != i or i == leader[anchor]:
            continue
        if plan.boxes[i].node.kind != "start":
            column[i] = max(column[i], min(column[t] for t in arcs[i]) - 1)


def _pin(plan: Plan, column: list[int]) -> None:
    """Connectors stand at the edges of their page."""
    if not plan.boxes:
        return
    pinned = {box.index for box in plan.boxes if box.pin}
    free = [column[i] for i in range(len(column)) if i not in pinned]
    least, most = (min(free), max(free)) if free else (0, 0)
    for box in plan.boxes:
        if box.pin:
            column[box.index] = least - 1 if box.pin == "first" else most + 1


def in_order(boxes: Iterable[Box]) -> list[Box]:
    """Boxes from left to right, those of the main way first within a column."""
    return sorted(boxes, key=lambda b: (b.column, not b.main, b.index))
