"""Pass 3. Wires to those that run forward and those that run back.

Precondition: wires with ends. Postcondition: `back` is set on flows named returns, on loops at one box, and on
the wires that a depth-first walk from the starts finds closing a cycle, in the model's order or its reverse,
whichever are fewer; without them the wires form no cycle. Source: depth-first feedback arcs as in Di Battista,
Eades, Tamassia & Tollis, Graph Drawing (1999), 9.4.
"""

from __future__ import annotations

from probis.drawing.layout.plan import Plan


def break_cycles(plan: Plan) -> None:
    """Mark the wires that run back."""
    n = len(plan.boxes)
    out: list[list[int]] = [[] for _ in range(n)]
    entered = [0] * n
    for wire in plan.wires:
        wire.back = wire.flow.kind == "return" or plan.seat(wire.source) == plan.seat(wire.target)
        if not wire.back and wire.flow.kind != "association":
            out[plan.seat(wire.source)].append(wire.index)
            entered[wire.target] += 1
    roots = sorted(range(n), key=lambda i: (plan.boxes[i].node.kind != "start", entered[i] > 0, i))
    walks = [_closing(plan, roots, ways) for ways in (out, [way[::-1] for way in out])]
    for index in min(walks, key=len):
        plan.wires[index].back = True


def _closing(plan: Plan, roots: list[int], out: list[list[int]]) -> list[int]:
    """The wires that lead a depth-first walk back to a box on its way."""
    state = [0] * len(out)
    closing: list[int] = []
    for root in roots:
        if state[root]:
            continue
        stack = [(root, iter(out[root]))]
        state[root] = 1
        while stack:
            here, rest = stack[-1]
            for index in rest:
                target = plan.wires[index].target
                if state[target] == 1:
                    closing.append(index)
                elif state[target] == 0:
                    state[target] = 1
                    stack.append((target, iter(out[target])))
                    break
            else:
                state[here] = 2
                stack.pop()
    return closing
