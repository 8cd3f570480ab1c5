"""A finished lane map to what is wrong with it: judged on its geometry alone, not by the words of the passes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from probis.drawing.graph import Lane
from probis.drawing.layout.plan import Box, Plan, Wire
from probis.drawing.measure import width
from probis.drawing.scene import Scene, Text, texts

Rect = tuple[float, float, float, float]
EPS = 0.3


def faults(plan: Plan) -> list[str]:
    """What is wrong with a plan; empty for a good one."""
    return [
        *_lanes(plan),
        *_boxes(plan),
        *_ends(plan),
        *_lines(plan),
        *_overlaps(plan),
        *_labels(plan),
        *_captions(plan),
        *_texts_in_shapes(plan),
    ]


def _rect(box: Box) -> Rect:
    return box.x, box.y, box.x + box.width, box.y + box.height


def _meet(a: Rect, b: Rect, slack: float = EPS) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > slack and min(a[3], b[3]) - max(a[1], b[1]) > slack


def _pieces(wire: Wire) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    yield from zip(wire.points, wire.points[1:], strict=False)


def _lanes(plan: Plan) -> Iterator[str]:
    at, above = 0.0, ""
    for i, band in enumerate(plan.bands):
        pool = _pool(plan, band.lane)
        gap = plan.style.pool_gap if i and pool != above else 0.0
        if abs(band.top - at - gap) > 0.01 or band.height <= 0:
            yield f"lane {band.lane.id} is no band"
        at, above = band.top + band.height, pool
    if abs(at - plan.height) > 0.01:
        yield "lanes do not fill the map"


def _pool(plan: Plan, lane: Lane) -> str:
    """The pool that a lane stands in, "" for none."""
    known = {one.id: one for one in reversed(plan.graph.lanes)}
    lane = known.get(lane.id, lane)  # a lane with nodes and lanes of its own has a band without its rank
    for _ in plan.graph.lanes:
        if lane.pool or lane.parent not in known:
            break
        lane = known[lane.parent]
    return lane.id if lane.pool else ""


def _boxes(plan: Plan) -> Iterator[str]:
    head = plan.head_width()
    for box in plan.boxes:
        x0, y0, x1, y1 = _rect(box)
        band = plan.bands[box.lane]
        if y0 < band.top - EPS or y1 > band.top + band.height + EPS:
            yield f"{box.node.id} outside its lane"
        if x0 < head or x1 > plan.width:
            yield f"{box.node.id} outside the map"
    for a, b in combinations(plan.boxes, 2):
        if _meet(_rect(a), _rect(b)) and a.host != b.index and b.host != a.index:
            yield f"{a.node.id} on {b.node.id}"
    for box in plan.boxes:
        if box.host is not None and not _seated(box, plan.boxes[box.host]):
            yield f"{box.node.id} is not on the edge of {plan.boxes[box.host].node.id}"


def _seated(box: Box, host: Box) -> bool:
    x0, y0, x1, y1 = _rect(host)
    on_edge = min(abs(box.middle - y0), abs(box.middle - y1)) < EPS and x0 - EPS < box.centre < x1 + EPS
    return on_edge or (min(abs(box.centre - x0), abs(box.centre - x1)) < EPS and y0 - EPS < box.middle < y1 + EPS)


def _on_outline(box: Box, p: tuple[float, float]) -> bool:
    x, y = p
    dx, dy = abs(x - box.centre), abs(y - box.middle)
    w, h = box.width / 2, box.height / 2
    if box.outline == "diamond":
        return abs(dx / w + dy / h - 1) < 0.05
    if box.rounded:
        r = min(w, h)
        return abs((max(0.0, dx - (w - r)) ** 2 + max(0.0, dy - (h - r)) ** 2) ** 0.5 - r) < EPS
    if box.outline == "delay" and x > box.x + box.width - min(w, h):
        r = min(w, h)
        return abs(((x - box.x - box.width + r) / r) ** 2 + (dy / h) ** 2 - 1) < 0.05
    return (abs(dx - w) < EPS and dy < h + EPS) or (abs(dy - h) < EPS and dx < w + EPS)


def _ends(plan: Plan) -> Iterator[str]:
    for wire in plan.wires:
        for end, p in ((wire.source, wire.points[0]), (wire.target, wire.points[-1])):
            if not _on_outline(plan.boxes[end], p):
                yield f"{wire.flow.id} does not touch {plan.boxes[end].node.id}"
        (x0, y0), (x1, y1) = wire.points[-2:]
        if abs(x1 - x0) + abs(y1 - y0) < 7.5:
            yield f"{wire.flow.id} has no room for its head"


def _inside_share(box: Box, a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether a straight piece runs through a box (its rectangle shrunk by 1, its diamond for a decision)."""
    x0, y0, x1, y1 = _rect(box)
    lo_x, hi_x, lo_y, hi_y = min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1])
    return lo_x < x1 - 1 and hi_x > x0 + 1 and lo_y < y1 - 1 and hi_y > y0 + 1


def _lines(plan: Plan) -> Iterator[str]:
    head = plan.head_width()
    for wire in plan.wires:
        for a, b in _pieces(wire):
            if a[0] != b[0] and a[1] != b[1]:
                yield f"{wire.flow.id} runs slanting"
            if min(a[0], b[0]) < head or max(a[0], b[0]) > plan.width:
                yield f"{wire.flow.id} outside the map"
            if min(a[1], b[1]) < 0 or max(a[1], b[1]) > plan.height:
                yield f"{wire.flow.id} outside the map"
            for box in plan.boxes:
                ends = {wire.source, wire.target}
                own = not ends.isdisjoint({box.index, *(b.index for b in plan.boxes if b.host == box.index)})
                if not own and _inside_share(box, a, b):
                    yield f"{wire.flow.id} through {box.node.id}"
                if own and _deep(box, a, b):
                    yield f"{wire.flow.id} through its own {box.node.id}"


def _deep(box: Box, a: tuple[float, float], b: tuple[float, float]) -> bool:
    if box.tipped:
        return False  # it leaves outwards from a slope: see _on_outline
    inset = min(box.width, box.height) * 0.3
    x0, y0, x1, y1 = _rect(box)
    lo_x, hi_x, lo_y, hi_y = min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1])
    return lo_x < x1 - inset and hi_x > x0 + inset and lo_y < y1 - inset and hi_y > y0 + inset


def _overlaps(plan: Plan) -> Iterator[str]:
    flat: list[tuple[bool, float, float, float, Wire]] = []
    for wire in plan.wires:
        for a, b in _pieces(wire):
            if a[1] == b[1]:
                flat.append((False, a[1], min(a[0], b[0]), max(a[0], b[0]), wire))
            else:
                flat.append((True, a[0], min(a[1], b[1]), max(a[1], b[1]), wire))
    for (v, at, lo, hi, w), (v2, at2, lo2, hi2, w2) in combinations(flat, 2):
        if v == v2 and abs(at - at2) < 2 and min(hi, hi2) - max(lo, lo2) > 1 and w is not w2:
            if plan.style.notation == "bpmn" and (w.source == w2.source or w.target == w2.target):
                continue  # a shape that does not grow has no room for more: a fork or a join
            yield f"{w.flow.id} on top of {w2.flow.id}"


def captions(plan: Plan) -> Iterator[tuple[Box, Rect]]:
    """The texts outside the shapes of nodes."""
    for box in plan.boxes:
        if box.caption:
            c = box.caption
            yield box, (c.x, c.y, c.x + c.width, c.y + c.height)


def _captions(plan: Plan) -> Iterator[str]:
    found = list(captions(plan))
    head = plan.head_width()
    for box, r in found:
        name = f"caption of {box.node.id}"
        band = plan.bands[box.lane]
        if r[0] < head or r[2] > plan.width + EPS:
            yield f"{name} outside the map"
        if r[1] < band.top - EPS or r[3] > band.top + band.height + EPS:
            yield f"{name} outside its lane"
        x0, y0, x1, y1 = _rect(box)
        if max(x0 - r[2], r[0] - x1, y0 - r[3], r[1] - y1) > 20:
            yield f"{name} far from it"
        yield from (f"{name} on {other.node.id}" for other in plan.boxes if _meet(r, _rect(other)))
        yield from (f"{name} on line {wire.flow.id}" for wire in plan.wires if _hit(r, wire))
        for index, other_rect in label_rects(plan):
            if _meet(r, other_rect):
                yield f"{name} on label of {plan.wires[index].flow.id}"
    for (a, r), (b, q) in combinations(found, 2):
        if _meet(r, q):
            yield f"caption of {a.node.id} on caption of {b.node.id}"


def _hit(r: Rect, wire: Wire) -> bool:
    return any(
        r[0] < max(a[0], b[0]) and min(a[0], b[0]) < r[2] and r[1] < max(a[1], b[1]) and min(a[1], b[1]) < r[3]
        for a, b in _pieces(wire)
    )


def label_rects(plan: Plan) -> Iterator[tuple[int, Rect]]:
    for wire in plan.wires:
        for label in wire.labels:
            yield wire.index, (label.x, label.y, label.x + label.width, label.y + label.height)


def _labels(plan: Plan) -> Iterator[str]:
    rects = list(label_rects(plan))
    head = plan.head_width()
    for index, r in rects:
        flow = plan.wires[index].flow.id
        if r[0] < head or r[1] < 0 or r[2] > plan.width + EPS or r[3] > plan.height:
            yield f"label of {flow} outside the map"
        band = plan.bands[plan.boxes[plan.wires[index].source].lane]
        if r[1] < band.top - EPS or r[3] > band.top + band.height + EPS:
            lane_ok = plan.wires[index].back
            if not lane_ok:
                yield f"label of {flow} outside its lane"
        for box in plan.boxes:
            if _meet(r, _rect(box)) and not (box.tipped and not _in_diamond(box, r)):
                yield f"label of {flow} on {box.node.id}"
        for wire in plan.wires:
            for a, b in _pieces(wire):
                line = (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
                if r[0] < line[2] + 0.5 and line[0] - 0.5 < r[2] and r[1] < line[3] + 0.5 and line[1] - 0.5 < r[3]:
                    yield f"label of {flow} on line {wire.flow.id}"
    for (i, a), (j, b) in combinations(rects, 2):
        if _meet(a, b):
            yield f"label of {plan.wires[i].flow.id} on label of {plan.wires[j].flow.id}"


def _in_diamond(box: Box, r: Rect) -> bool:
    x = min(max(box.centre, r[0]), r[2])
    y = min(max(box.middle, r[1]), r[3])
    return abs(x - box.centre) / (box.width / 2) + abs(y - box.middle) / (box.height / 2) < 1


def _texts_in_shapes(plan: Plan) -> Iterator[str]:
    for box in plan.boxes:
        if box.outline in ("bar", "pentagon") or box.fixed or box.caption:
            continue
        size, weight, line = (7.0, 600, 9.0) if box.rounded else (8.0, 500, 9.3)
        n = len(box.lines)
        for i, text in enumerate(box.lines):
            room = box.width
            if box.tipped:
                dy = abs((i - (n - 1) / 2) * line) + 3.0
                room = box.width * (1 - dy / (box.height / 2))
            if width(text, size, weight) > room - 1 and len(text) > 2:
                yield f"text of {box.node.id} leaves its shape"
        if not box.tipped and n * line > box.height:
            yield f"text of {box.node.id} leaves its shape"


def small_texts(scene: Scene) -> list[Text]:
    """Texts set smaller than 7 pt."""
    return [t for t in texts(scene) if t.size < 7]
