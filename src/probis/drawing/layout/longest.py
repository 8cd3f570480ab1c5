"""Difference constraints to the least values that keep them, or the constraints that contradict each other.

Source: longest paths by Bellman and Ford with Yen's two sweeps (J. Y. Yen, Quart. Appl. Math. 27, 1970):
constraints that run forward in the given order and those that run back are relaxed in turn, each in its own
direction.
"""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """x[after] >= x[before] + least. `tag` names what may be given up where rules contradict each other."""

    before: int
    after: int
    least: float
    tag: int = -1


class Contradiction(Exception):
    """Rules that cannot hold together; `tags` are the tags among them."""

    def __init__(self, tags: list[int], rules: list[Rule] | None = None) -> None:
        super().__init__("rules that cannot hold together")
        self.tags = tags
        self.rules = rules or []


def least_values(n: int, rules: list[Rule], order: list[int]) -> list[float]:
    """The least x >= 0 that keep all rules; `order` is a guess of their order that makes this fast.

    Raises Contradiction where there are none.
    """
    place = [0] * n
    for at, i in enumerate(order):
        place[i] = at
    forward: list[list[tuple[int, float, int]]] = [[] for _ in range(n)]
    backward: list[list[tuple[int, float, int]]] = [[] for _ in range(n)]
    for k, rule in enumerate(rules):
        side = forward if place[rule.after] > place[rule.before] else backward
        side[rule.before].append((rule.after, rule.least, k))
    x = [0.0] * n
    cause = [-1] * n
    for _ in range(n + 2):
        changed = _sweep(x, cause, order, forward)
        changed = _sweep(x, cause, reversed(order), backward) or changed
        if not changed:
            return x
        loop = _loop(n, rules, cause)
        if loop:
            raise Contradiction([rules[k].tag for k in loop if rules[k].tag >= 0], [rules[k] for k in loop])
    raise Contradiction([rule.tag for rule in rules if rule.tag >= 0], rules)


def _sweep(x: list[float], cause: list[int], order: object, arcs: list[list[tuple[int, float, int]]]) -> bool:
    changed = False
    for i in order:  # type: ignore[attr-defined]
        here = x[i]
        for j, least, k in arcs[i]:
            if here + least > x[j] + 1e-6:
                x[j] = here + least
                cause[j] = k
                changed = True
    return changed


def _loop(n: int, rules: list[Rule], cause: list[int]) -> list[int]:
    """The rules of a loop among those that set the values, if there is one."""
    state = [0] * n
    for start in range(n):
        at, path = start, []
        while state[at] == 0 and cause[at] >= 0:
            state[at] = 1
            path.append(at)
            at = rules[cause[at]].before
        if state[at] == 1 and at in path:
            return [cause[i] for i in path[path.index(at) :]]
        for i in path:
            state[i] = 2
        state[start] = 2
    return []
