"""A lane map that does not fit a page, to several: cut where few lines cross, joined by connectors named on
both sides.

Each part is a graph of its own (its boxes in the order of time, the lanes they use, a connector for every
line cut) and is laid out anew, so that a page is as good as a whole map. Parts that fit one below the other
share a page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from probis.drawing.graph import After, Constraint, Flow, Graph, Lane, LeavesAt, Node, Row, SameColumn
from probis.drawing.layout.picture import picture
from probis.drawing.layout.plan import Box, Plan, Wire
from probis.drawing.layout.style import Style, Words
from probis.drawing.scene import Item, Scene, moved
from probis.drawing.sheet import Room, in_legend_order

Pins: TypeAlias = dict[str, str]
Planner: TypeAlias = Callable[[Graph, Style, Pins | None, Room | None], Plan]

BAND_GAP = 14.0
MOST_TRIES = 4  # cuts looked at, the cheapest first
FROM_DECISION = 1.0  # what it costs to cut between a decision, a fork or a wait and what follows
SOME_PAGE = 9  # stands for a page while parts are tried; connectors are of one width


@dataclass(slots=True)
class _Whole:
    """The map in one piece, its boxes in the order of time, and the cuts so far."""

    plan: Plan
    order: list[Box]
    place: Room
    style: Style
    planned: Planner
    tried: Planner  # a quick draft of a part, to see whether it fits
    rank: list[int] = field(default_factory=list)  # the place of every box in the order
    wires: list[list[Wire]] = field(default_factory=list)  # of every box
    cuts: list[int] = field(default_factory=list)  # where parts begin, in the order
    letters: dict[int, str] = field(default_factory=dict)
    pages: list[int] = field(default_factory=list)  # the page of each part
    known: dict[tuple[int, int], bool] = field(default_factory=dict)  # parts tried, and whether they fit

    def part_of(self, box: int) -> int:
        """The part in which a box stands."""
        return bisect_right(self.cuts, self.rank[box]) - 1


def folded(graph: Graph, style: Style, place: Room, planned: Planner, tried: Planner) -> tuple[Scene, ...]:
    """The pages of a map that is larger than its place; a part that cannot be cut may still be larger."""
    parts, pages = parted(graph, style, place, planned, tried)
    return tuple(_page(graph, place, parts, pages, page) for page in sorted(set(pages)))


def parted(graph: Graph, style: Style, place: Room, planned: Planner, tried: Planner) -> tuple[list[Plan], list[int]]:
    """The parts of a map, each a plan of its own, and the page that each stands on, from 1."""
    plan = tried(graph, style, None, None)
    order = sorted(plan.boxes, key=lambda b: (b.column, b.lane, b.row, b.index))
    whole = _Whole(plan, order, place, style, planned, tried)
    whole.rank = [0] * len(order)
    for i, box in enumerate(order):
        whole.rank[box.index] = i
    whole.wires = [[] for _ in order]
    for wire in plan.wires:
        for end in {wire.source, wire.target}:
            whole.wires[end].append(wire)
    _cut(whole)
    _name(whole)
    bounds = [*zip(whole.cuts, [*whole.cuts[1:], len(order)], strict=True)]
    whole.pages = list(range(1, len(bounds) + 1))
    parts = [whole.planned(*_part(whole, start, end), place) for start, end in bounds]
    pages = _packed([p.height for p in parts], place.height)
    if pages != whole.pages:
        whole.pages = pages
        parts = [whole.planned(*_part(whole, start, end), place) for start, end in bounds]
    return parts, pages


def _cut(whole: _Whole) -> None:
    """Choose where parts begin: in as few parts as can be, and then where the fewest lines cross.

    The furthest cuts from the left and the nearest from the right leave a window for each cut.
    """
    n = len(whole.order)
    columns = [i for i in range(1, n) if whole.order[i].column != whole.order[i - 1].column]
    far = [0]
    while far[-1] < n:
        far.append(_furthest(whole, far[-1], [*(i for i in columns if i > far[-1]), n]))
    near = [n]
    while near[-1] > 0 and len(near) < len(far):
        near.append(_nearest(whole, near[-1], [0, *(i for i in columns if i < near[-1])]))
    near = [*reversed(near)]
    whole.cuts = [0]
    for i in range(1, len(far) - 1):
        start = whole.cuts[-1]
        ends = [e for e in columns if near[i] <= e <= far[i] and e > start]
        choices = sorted(ends, key=lambda e: (_price(whole, start, e), -e))
        best = next((e for e in choices[:MOST_TRIES] if _fits(whole, start, e)), far[i])
        whole.cuts.append(best)
    if len(whole.cuts) > 1 and not _fits(whole, whole.cuts[-1], n):
        whole.cuts = far[:-1]


def _furthest(whole: _Whole, start: int, ends: list[int]) -> int:
    """The last of the ends up to which a part fits; within a column where even that is too much."""
    room = whole.place.width - whole.plan.head_width() - 110.0
    left = whole.order[start].x
    guess = sum(1 for end in ends if whole.order[end - 1].x + whole.order[end - 1].width < left + room)
    guess = min(max(guess, 1), len(ends))
    if _fits(whole, start, ends[guess - 1]):
        while guess < len(ends) and _fits(whole, start, ends[guess]):
            guess += 1
        return ends[guess - 1]
    while guess > 1:
        guess -= 1
        if _fits(whole, start, ends[guess - 1]):
            return ends[guess - 1]
    fine = start + 1
    while fine + 1 < ends[0] and _fits(whole, start, fine + 1):
        fine += 1
    return fine


def _nearest(whole: _Whole, end: int, starts: list[int]) -> int:
    """The first of the starts from which a part up to this end fits."""
    room = whole.place.width - whole.plan.head_width() - 110.0
    right = whole.order[end - 1].x + whole.order[end - 1].width
    guess = sum(1 for start in starts if whole.order[start].x < right - room)
    guess = min(guess, len(starts) - 1)
    if _fits(whole, starts[guess], end):
        while guess > 0 and _fits(whole, starts[guess - 1], end):
            guess -= 1
        return starts[guess]
    while guess < len(starts) - 1:
        guess += 1
        if _fits(whole, starts[guess], end):
            return starts[guess]
    return end - 1


def _price(whole: _Whole, start: int, end: int) -> float:
    """What it costs to end a part here: a line cut, and more where work divides or waits."""
    total = 0.0
    for box in whole.order[start:end]:
        for wire in whole.wires[box.index]:
            far = wire.target if wire.source == box.index else wire.source
            if whole.rank[far] >= end:
                divides = whole.plan.boxes[wire.source].node.kind in ("decision", "fork", "wait")
                total += 1.0 + FROM_DECISION * divides
    return total


def _fits(whole: _Whole, start: int, end: int) -> bool:
    known = whole.known.get((start, end))
    if known is None:
        plan = whole.tried(*_part(whole, start, end), whole.place)
        known = plan.width <= whole.place.width and plan.height <= whole.place.height
        whole.known[start, end] = known
    return known


def _name(whole: _Whole) -> None:
    """A letter for every line that is cut, in the order of time of their sources."""
    rank = whole.rank
    cut = [w for w in whole.plan.wires if whole.part_of(w.source) != whole.part_of(w.target)]
    cut.sort(key=lambda w: (min(rank[w.source], rank[w.target]), rank[w.source], w.index))
    for i, wire in enumerate(cut):
        letter = chr(ord("A") + i % 26)
        whole.letters[wire.index] = letter if i < 26 else f"{letter}{i // 26 + 1}"


def _part(whole: _Whole, start: int, end: int) -> tuple[Graph, Style, Pins]:
    """The graph of one part with its connectors, and what holds them at the edges."""
    graph = whole.plan.graph
    nodes: list[Node] = []
    flows: dict[int, Flow] = {}
    pins: Pins = {}
    inside = whole.order[start:end]
    for box in inside:
        nodes.append(replace(box.node, id=f"{box.index}"))
    for wire in sorted({w.index: w for box in inside for w in whole.wires[box.index]}.values(), key=lambda w: w.index):
        here = [start <= whole.rank[i] < end for i in (wire.source, wire.target)]
        if all(here):
            flows[wire.index] = _inner(whole, wire)
            continue
        flows[wire.index], node, pins_at = _outer(whole, wire, leaves=here[0])
        nodes.append(node)
        pins[node.id] = pins_at
    lanes = _lanes(whole, {n.lane for n in nodes})
    wishes = _wishes(whole, inside)
    return (
        Graph(graph.title, tuple(nodes), tuple(flows.values()), lanes, wishes, graph.description),
        whole.style,
        pins,
    )


def _wishes(whole: _Whole, inside: list[Box]) -> tuple[Constraint, ...]:
    """The wishes about boxes that all stand in this part."""
    here = {b.node.id: f"{b.index}" for b in reversed(inside)}
    out: list[Constraint] = []
    for wish in whole.plan.graph.constraints:
        match wish:
            case SameColumn() if all(n in here for n in wish.nodes):
                out.append(SameColumn(tuple(here[n] for n in wish.nodes)))
            case After() if wish.node in here and wish.before in here:
                out.append(After(here[wish.node], here[wish.before]))
            case Row() if wish.node in here:
                out.append(Row(here[wish.node], wish.row))
            case LeavesAt():
                out.extend(LeavesAt(f"f{w.index}", wish.side) for w in whole.plan.wires if w.flow.id == wish.flow)
            case _:
                pass
    return tuple(out)


def _inner(whole: _Whole, wire: Wire) -> Flow:
    return replace(wire.flow, id=f"f{wire.index}", source=f"{wire.source}", target=f"{wire.target}", main=wire.main)


def _outer(whole: _Whole, wire: Wire, *, leaves: bool) -> tuple[Flow, Node, str]:
    """One side of a line that is cut: the flow to or from its connector, the connector, and the edge it stands
    at.
    """
    source, target = whole.plan.boxes[wire.source], whole.plan.boxes[wire.target]
    own, far = (source, target) if leaves else (target, source)
    later = whole.rank[own.index] < whole.rank[far.index]
    here, there = 0, SOME_PAGE
    if whole.pages:
        here, there = whole.pages[whole.part_of(own.index)], whole.pages[whole.part_of(far.index)]
    text = _whither(whole.style.words, here, there, later, leaves)
    far_name = " ".join(t for t in (far.node.number, far.node.text or far.node.code) if t)
    far_name = far_name or str(getattr(whole.style.words, far.node.kind))
    id_ = f"{'to' if leaves else 'from'}{wire.index}"
    letter = whole.letters.get(wire.index, "A")
    lane = whole.plan.bands[source.lane].lane.id
    node = Node(id_, "connector", lane, text, letter, far_name, label=f"{letter}: {text}, {far_name}")
    kind = "return" if wire.back and wire.flow.kind == "sequence" else wire.flow.kind
    ends = (f"{wire.source}", id_) if leaves else (id_, f"{wire.target}")
    flow = replace(wire.flow, id=id_, source=ends[0], target=ends[1], kind=kind, main=wire.main)
    if not leaves:
        flow = replace(flow, text="", documents=())
    return flow, node, "last" if later else "first"


def _whither(words: Words, here: int, there: int, later: bool, leaves: bool) -> str:
    if here != there:
        return (words.to_page if leaves else words.from_page).format(n=there)
    if later:
        return words.to_band if leaves else words.from_lower
    return words.to_upper if leaves else words.from_band


def _lanes(whole: _Whole, used: set[str]) -> tuple[Lane, ...]:
    """The lanes used, in the order of the map, with the frames around them."""
    if whole.plan.headless:
        return ()
    known = {lane.id: lane for lane in whole.plan.graph.lanes}
    order = [band.lane for band in whole.plan.bands]
    keep = {lane.id for lane in order if lane.id in used}
    for id_ in sorted(keep):
        at = known[id_].parent if id_ in known else ""
        while at and at in known and at not in keep:
            keep.add(at)
            at = known[at].parent
    out = [known.get(lane.id, lane) for lane in order if lane.id in keep]
    seen = {lane.id for lane in out}
    return (*out, *(known[f.lane.id] for f in whole.plan.frames if f.lane.id in keep and f.lane.id not in seen))


def _packed(heights: list[float], room: float) -> list[int]:
    """The page of each part: as many parts one below the other as fit."""
    pages: list[int] = []
    page, filled = 0, float("inf")
    for height in heights:
        if filled + BAND_GAP + height > room:
            page, filled = page + 1, height
        else:
            filled += BAND_GAP + height
        pages.append(page)
    return pages


def _page(graph: Graph, place: Room, parts: list[Plan], pages: list[int], page: int) -> Scene:
    items: list[Item] = []
    symbols: set[str] = set()
    top, across = 0.0, 0.0
    for plan, on in zip(parts, pages, strict=True):
        if on != page:
            continue
        scene = picture(replace(plan, width=max(plan.width, place.width)))
        top += BAND_GAP if items else 0.0
        items.extend(moved(item, 0.0, top) for item in scene.items)
        symbols |= set(scene.symbols)
        top += scene.height
        across = max(across, scene.width)
    return Scene(across, top, graph.title, graph.description, tuple(items), in_legend_order(symbols))
