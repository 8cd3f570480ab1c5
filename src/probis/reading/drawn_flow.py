"""Drawn shapes to what they say of work: lanes, nodes and arrows between them, told by form and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from probis.reading.document import Connector, Drawing, Shape

_NEAR: Final = 14.0  # points within which the end of a line belongs to a shape
_TOUCH: Final = 4.0  # points within which two lines meet
_BAND: Final = 12.0  # points by which the heads of lanes may lie apart
_LABEL_REACH: Final = 45.0
_LABEL_LETTERS: Final = 40
_MOST: Final = 600  # shapes and lines of one drawing that are looked at

_TERMINATORS: Final = {"flowChartTerminator"}
_DECISIONS: Final = {"flowChartDecision", "diamond"}
_DOCUMENTS: Final = {"flowChartDocument", "flowChartMultidocument", "flowChartInputOutput", "parallelogram"}
_JUMPS: Final = {"flowChartConnector", "flowChartOffpageConnector"}
_WORK: Final = {
    "rect", "roundRect", "flowChartProcess", "flowChartAlternateProcess", "flowChartPredefinedProcess",
    "flowChartManualOperation", "flowChartManualInput", "flowChartPreparation", "flowChartInternalStorage",
}  # fmt: skip
_BEGIN: Final = re.compile(r"(?:mulai|start|begin|awal)\b", re.IGNORECASE)
_END: Final = re.compile(r"(?:selesai|end|stop|finish|akhir)\b", re.IGNORECASE)
_ANSWER: Final = re.compile(
    r"(?:ya|tidak|y|t|n|yes|no|setuju|tidak setuju|sesuai|tidak sesuai|lengkap|tidak lengkap|belum lengkap|belum"
    r"|sudah|diterima|ditolak|disetujui|tidak disetujui|ada|tidak ada|valid|tidak valid|perbaikan|revisi|ok)[.:!]?",
    re.IGNORECASE,
)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its name and the area that it covers."""

    name: str
    x: float
    y: float
    width: float
    height: float

    def holds(self, at: Point) -> bool:
        """Whether a place lies in it."""
        return self.x <= at[0] <= self.x + self.width and self.y <= at[1] <= self.y + self.height


@dataclass(frozen=True, slots=True)
class Node:
    """A shape that stands for something: `kind` is mulai, selesai, ujung, kegiatan, putusan, dokumen or sambungan."""

    shape: Shape
    kind: str
    lane: int | None = None


@dataclass(frozen=True, slots=True)
class Flow:
    """An arrow from one shape to another by their ids; `sure` is False where its direction was not drawn."""

    source: str
    target: str
    text: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class DrawnFlow:
    """What a drawing says of work, and in words what could not be told."""

    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    doubts: tuple[str, ...] = field(default=())


def drawn_flow(drawing: Drawing) -> DrawnFlow:
    """Return the lanes, nodes and arrows of a drawing."""
    shapes = [_tidy(shape) for shape in drawing.shapes[:_MOST]]
    lines = drawing.connectors[:_MOST]
    tied = {id_ for line in lines for id_ in (line.source, line.target) if id_}
    boxes = [shape for shape in shapes if shape.width > 0 and shape.height > 0]
    outer = _containers(boxes, tied)
    labels = [s for s in boxes if s.id not in outer and s.id not in tied and _is_answer(s)]
    left = [s for s in boxes if s.id not in outer and s not in labels]
    firm = [s for s in left if s.form != "textBox" and (s.text or s.form in _DECISIONS | _TERMINATORS | _JUMPS)]
    ends = [_ends(line, firm, left) for line in lines]
    used = {end for line, pair in zip(lines, ends, strict=True) if line.arrow or all(pair) for end in pair if end}
    lanes, heads = _lanes([s for s in boxes if s.id in outer], left, lines, used | tied)
    nodes = []
    loose = []
    for shape in left:
        if shape.id in heads:
            continue
        if shape.id not in used and shape.form not in _DECISIONS | _TERMINATORS and _is_note(shape):
            loose.append(shape)
            continue
        if shape.text or shape.form in _DECISIONS | _TERMINATORS | _JUMPS:
            nodes.append(Node(shape, _kind(shape), _lane_of(shape, lanes)))
    known = {node.shape.id: node for node in nodes}
    flows, doubts = _flows(lines, ends, known)
    flows, unused = _labelled(flows, [*labels, *loose], known, lines, ends)
    doubts += [f"tulisan “{shape.text}” tidak terbaca milik panah atau bentuk mana" for shape in unused if shape.text]
    nodes.sort(key=lambda node: (round(node.shape.y / 20), node.shape.x, node.shape.id))
    return DrawnFlow(tuple(lanes), tuple(nodes), tuple(flows), tuple(doubts))


def _tidy(shape: Shape) -> Shape:
    return replace(shape, text=" ".join(shape.text.split()))


def middle(shape: Shape) -> Point:
    """The middle of a shape."""
    return shape.x + shape.width / 2, shape.y + shape.height / 2


def _inside(inner: Shape, outer: Shape) -> bool:
    x, y = middle(inner)
    return outer.x <= x <= outer.x + outer.width and outer.y <= y <= outer.y + outer.height


def _containers(shapes: Sequence[Shape], tied: set[str]) -> set[str]:
    """The ids of shapes that others stand in."""
    found = set()
    for outer in shapes:
        if outer.id in tied or outer.form in _DECISIONS | _TERMINATORS | _JUMPS | _DOCUMENTS:
            continue
        area = outer.width * outer.height
        held = [s for s in shapes if s is not outer and s.width * s.height < area / 1.5 and _inside(s, outer)]
        if len(held) > 1 or (held and area > 6 * held[0].width * held[0].height):
            found.add(outer.id)
    return found


def _is_answer(shape: Shape) -> bool:
    return bool(shape.text) and bool(_ANSWER.fullmatch(shape.text)) and shape.form not in _DECISIONS | _TERMINATORS


def _is_note(shape: Shape) -> bool:
    return shape.form in ("textBox", "rect", "freeform") and 0 < len(shape.text) <= _LABEL_LETTERS


def _kind(shape: Shape) -> str:
    text = shape.text.strip(" .")
    if shape.form in _DECISIONS:
        return "putusan"
    rounded = shape.form in ("ellipse", "roundRect", "flowChartAlternateProcess") or shape.form in _TERMINATORS
    if rounded and _BEGIN.match(text):
        return "mulai"
    if rounded and _END.match(text):
        return "selesai"
    if shape.form in _TERMINATORS or (shape.form == "ellipse" and not shape.text):
        return "ujung"
    if shape.form in _JUMPS or (shape.form == "ellipse" and len(shape.text) <= 2):
        return "sambungan"
    return "dokumen" if shape.form in _DOCUMENTS else "kegiatan"


def is_work(shape: Shape) -> bool:
    """Whether a shape has a form that is drawn for an activity."""
    return shape.form in _WORK


# Lanes


def _lanes(
    outer: Sequence[Shape], others: Sequence[Shape], lines: Sequence[Connector], used: set[str]
) -> tuple[list[Lane], set[str]]:
    """The lanes, and the ids of the shapes that only name them."""
    free = [s for s in others if s.id not in used and s.text and s.form not in _DECISIONS | _TERMINATORS | _JUMPS]
    inner = [s for s in outer if not any(_inside(each, s) for each in outer if each is not s)]
    if len(inner) >= 2:
        heads: set[str] = set()
        lanes = []
        for shape in inner:
            name = shape.text
            if not name:
                named = [s for s in free if _inside(s, shape) and _at_edge(s, shape)]
                if named:
                    first = min(named, key=lambda s: (s.y - shape.y) + (s.x - shape.x))
                    name = first.text
                    heads.add(first.id)
            lanes.append(Lane(name, shape.x, shape.y, shape.width, shape.height))
        lanes.sort(key=lambda lane: (lane.y, lane.x) if _stacked(lanes) else (lane.x, lane.y))
        return lanes, heads
    nodes = [s for s in others if s.id in used]
    for across in (True, False):
        row = _row_of_heads(free, nodes, across)
        if len(row) >= 2:
            return _beside(row, nodes, lines, across), {shape.id for shape in row}
    return [], set()


def _stacked(lanes: Sequence[Lane]) -> bool:
    return all(abs(lane.x - lanes[0].x) < _BAND for lane in lanes)


def _at_edge(head: Shape, lane: Shape) -> bool:
    top = head.y - lane.y < 0.15 * lane.height + head.height / 2 and head.width > 0.5 * lane.width
    left = head.x - lane.x < 0.15 * lane.width + head.width / 2 and head.height > 0.5 * lane.height
    return top or left


def _row_of_heads(free: Sequence[Shape], nodes: Sequence[Shape], across: bool) -> list[Shape]:
    """Shapes side by side before all that arrows tie: the heads of columns, or of rows where `across` is False."""
    for start in sorted({shape.y if across else shape.x for shape in free}) if nodes else ():
        row = [s for s in free if 0 <= (s.y if across else s.x) - start <= _BAND]
        edge = max((s.y + s.height) if across else (s.x + s.width) for s in row)
        if any((s.y if across else s.x) < edge - _BAND for s in nodes):
            return []
        if len(row) > 1:
            return sorted(row, key=lambda s: s.x if across else s.y)
    return []


def _beside(row: Sequence[Shape], nodes: Sequence[Shape], lines: Sequence[Connector], across: bool) -> list[Lane]:
    """Lanes below (or right of) their heads, parted by drawn lines or halfway between the heads."""
    end = max([(s.y + s.height) if across else (s.x + s.width) for s in [*row, *nodes]]) + _NEAR
    drawn = sorted(_parting(lines, across, end))
    bounds: list[float] = []
    for before, after in pairwise(row):
        low = before.x + before.width / 2 if across else before.y + before.height / 2
        high = after.x + after.width / 2 if across else after.y + after.height / 2
        between = [at for at in drawn if low < at < high]
        edge = before.x + before.width if across else before.y + before.height
        bounds.append(between[0] if between else (edge + (after.x if across else after.y)) / 2)
    first = min([(s.x if across else s.y) for s in [*row, *nodes]]) - _NEAR
    last = max([(s.x + s.width if across else s.y + s.height) for s in [*row, *nodes]]) + _NEAR
    starts, ends = [first, *bounds], [*bounds, last]
    lanes = []
    for shape, low, high in zip(row, starts, ends, strict=True):
        if across:
            lanes.append(Lane(shape.text, low, shape.y, high - low, end - shape.y))
        else:
            lanes.append(Lane(shape.text, shape.x, low, end - shape.x, high - low))
    return lanes


def _parting(lines: Sequence[Connector], across: bool, end: float) -> Iterator[float]:
    for line in lines:
        if line.arrow or line.source or line.target:
            continue
        run = abs(line.end[1] - line.start[1]) if across else abs(line.end[0] - line.start[0])
        off = abs(line.end[0] - line.start[0]) if across else abs(line.end[1] - line.start[1])
        if off <= 2 and run >= 0.6 * end:
            yield line.start[0] if across else line.start[1]


def _lane_of(shape: Shape, lanes: Sequence[Lane]) -> int | None:
    at = middle(shape)
    held = [(lane.width * lane.height, number) for number, lane in enumerate(lanes) if lane.holds(at)]
    return min(held)[1] if held else None


# Arrows


def _ends(line: Connector, firm: Sequence[Shape], all_: Sequence[Shape]) -> tuple[str | None, str | None]:
    ids = {shape.id for shape in all_}
    source = line.source if line.source in ids else _nearest(line.start, firm)
    target = line.target if line.target in ids else _nearest(line.end, firm)
    return source, target


def _nearest(at: Point, shapes: Sequence[Shape]) -> str | None:
    found = [(away, shape.width * shape.height, shape.id) for shape in shapes if (away := _away(at, shape)) <= _NEAR]
    return min(found)[2] if found else None


def _away(at: Point, shape: Shape) -> float:
    """How far a place lies from the outline of a shape."""
    right = max(shape.x - at[0], at[0] - shape.x - shape.width)
    down = max(shape.y - at[1], at[1] - shape.y - shape.height)
    if right <= 0 and down <= 0:
        return min(-right, -down)
    return float((max(right, 0.0) ** 2 + max(down, 0.0) ** 2) ** 0.5)


def _flows(
    lines: Sequence[Connector], ends: Sequence[tuple[str | None, str | None]], known: Mapping[str, Node]
) -> tuple[list[Flow], list[str]]:
    flows: list[Flow] = []
    doubts: list[str] = []
    pieces: list[_Piece] = []
    for line, (source, target) in zip(lines, ends, strict=True):
        piece = _Piece(line, source if source in known else None, target if target in known else None)
        pieces.append(piece)
        if piece.source and piece.target and piece.source != piece.target:
            flows.append(Flow(piece.source, piece.target, " ".join(line.text.split()), line.arrow))
    joined, unmet = _joined(pieces)
    seen = {(flow.source, flow.target) for flow in flows}
    flows += [flow for flow in joined if (flow.source, flow.target) not in seen]
    for piece in unmet:
        shape = known.get(piece.source or piece.target or "")
        if shape is not None and piece.line.arrow:
            way = "dari" if piece.source else "ke"
            doubts.append(f"panah {way} “{shape.shape.text or shape.kind}” tidak terbaca ujung satunya")
    for flow in flows:
        if not flow.sure:
            first, second = known[flow.source].shape.text, known[flow.target].shape.text
            doubts.append(f"garis antara “{first}” dan “{second}” tidak berpanah; dibaca menurut arah gambarnya")
    return flows, doubts


@dataclass(frozen=True, slots=True)
class _Piece:
    """A drawn line with the nodes at its ends, None where there is none."""

    line: Connector
    source: str | None
    target: str | None

    @property
    def whole(self) -> bool:
        return self.source is not None and self.target is not None

    def ways(self) -> Iterator[tuple[Point, Point, str | None]]:
        """(from, to, the node reached) each way that it may be gone."""
        yield self.line.start, self.line.end, self.target
        if not self.line.arrow:
            yield self.line.end, self.line.start, self.source


def _joined(pieces: Sequence[_Piece]) -> tuple[list[Flow], list[_Piece]]:
    """Arrows drawn in several pieces, from a node along lines that meet to a node; and the pieces that lead nowhere."""
    flows: dict[tuple[str, str], Flow] = {}
    met: set[int] = set()
    budget = 200_000
    for number, piece in enumerate(pieces):
        if piece.whole:
            continue
        begins = [(piece.source, piece.line.end)] if piece.source else []
        if not piece.line.arrow and piece.target:
            begins.append((piece.target, piece.line.start))
        for origin, at in begins:
            stack: list[tuple[Point, tuple[int, ...]]] = [(at, (number,))]
            while stack and budget > 0:
                place, way = stack.pop()
                budget -= len(pieces)
                for other, next_ in enumerate(pieces):
                    if other in way or len(way) > 8:
                        continue
                    for start, end, reached in next_.ways():
                        if not _meets(place, start, end):
                            continue
                        if reached is None:
                            stack.append((end, (*way, other)))
                        elif reached != origin and origin is not None:
                            text = " ".join((piece.line.text or next_.line.text).split())
                            flows.setdefault((origin, reached), Flow(origin, reached, text))
                            met.update((*way, other))
    return list(flows.values()), [p for number, p in enumerate(pieces) if number not in met and not p.whole]


def _meets(at: Point, start: Point, end: Point) -> bool:
    """Whether a line that goes on from a place begins there, or passes it on its straight way."""
    if abs(at[0] - start[0]) <= _TOUCH and abs(at[1] - start[1]) <= _TOUCH:
        return True
    straight = abs(start[0] - end[0]) <= 2 or abs(start[1] - end[1]) <= 2
    return straight and _to_segment(at, start, end) <= _TOUCH


def _to_segment(at: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = 0.0 if not length else max(0.0, min(1.0, ((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / length))
    return float(((start[0] + share * dx - at[0]) ** 2 + (start[1] + share * dy - at[1]) ** 2) ** 0.5)


def _labelled(
    flows: list[Flow],
    labels: Sequence[Shape],
    known: Mapping[str, Node],
    lines: Sequence[Connector],
    ends: Sequence[tuple[str | None, str | None]],
) -> tuple[list[Flow], list[Shape]]:
    """The arrows with the answers that stand by them, and what stands by none; the nearest pairs come first."""
    paths: dict[tuple[str, str], Connector] = {}
    for line, (source, target) in zip(lines, ends, strict=True):
        if source and target:
            paths.setdefault((source, target), line)
    pairs: list[tuple[float, int, int]] = []
    for place, label in enumerate(labels):
        for number, flow in enumerate(flows):
            if flow.text:
                continue
            path = paths.get((flow.source, flow.target))
            away = _from_path(label, path, known[flow.source].shape, known[flow.target].shape)
            asks = known[flow.source].kind == "putusan"
            if not asks and not _ANSWER.fullmatch(label.text):
                away += _LABEL_REACH / 3
            elif not asks:
                away += _LABEL_REACH / 2
            if away <= _LABEL_REACH:
                pairs.append((away, place, number))
    used: set[int] = set()
    named: dict[int, str] = {}
    for _, place, number in sorted(pairs):
        if place in used or number in named:
            continue
        used.add(place)
        named[number] = labels[place].text
    made = [replace(flow, text=named.get(number, flow.text)) for number, flow in enumerate(flows)]
    return made, [label for place, label in enumerate(labels) if place not in used]


def _from_path(label: Shape, line: Connector | None, source: Shape, target: Shape) -> float:
    at = middle(label)
    start = line.start if line else middle(source)
    end = line.end if line else middle(target)
    corners = [(end[0], start[1]), (start[0], end[1])]
    ways = [_to_segment(at, start, end) if abs(start[0] - end[0]) < 2 or abs(start[1] - end[1]) < 2 else 1e9]
    ways += [min(_to_segment(at, start, corner), _to_segment(at, corner, end) + 4) for corner in corners]
    reach = ((at[0] - start[0]) ** 2 + (at[1] - start[1]) ** 2) ** 0.5
    return float(min(ways) + 0.1 * reach)
