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
from probis.drawing.layout.aligned import align
from probis.drawing.layout.cuts import BAND_GAP, Strip, divided, guessed
from probis.drawing.layout.in_turn import orders
from probis.drawing.layout.picture import picture
from probis.drawing.layout.plan import Box, Plan, Wire
from probis.drawing.layout.style import Style, Words
from probis.drawing.layout.wishes import unmet_in_parts
from probis.drawing.scene import Item, Scene, moved
from probis.drawing.sheet import Room, in_legend_order

LOW = 38.0  # a step of two lines
PAD = 8.0  # between the rule of a lane and its boxes: what a line keeps from a box
TRIED = 2  # orders
CLOSE = 2.0  # how much more an order may seem to cost to be tried

Pins: TypeAlias = dict[str, str]
_Key: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]  # the boxes of a part, and which lead to what comes later
Drafter: TypeAlias = Callable[[Graph, Style, Pins | None, Room | None], Plan]
Planner: TypeAlias = Callable[[Graph, Style, Pins | None, Room | None, Plan | None], Plan]


@dataclass(slots=True)
class _Whole:
    """The map in one piece, its boxes in the order of time, and the cuts."""

    plan: Plan
    order: list[Box]
    place: Room
    style: Style
    planned: Planner
    tried: Drafter  # a quick draft of a part, to see whether it fits
    rank: list[int] = field(default_factory=list)  # the place of every box in the order
    wires: list[list[Wire]] = field(default_factory=list)  # of every box
    cuts: list[int] = field(default_factory=list)  # where parts begin, in the order
    drafts: dict[tuple[int, int], Plan] = field(default_factory=dict)  # of parts tried
    tries: dict[_Key, Plan] = field(default_factory=dict)  # the same, by what is in them

    def part_of(self, box: int) -> int:
        """The part in which a box stands."""
        return bisect_right(self.cuts, self.rank[box]) - 1

    def size(self, start: int, end: int) -> tuple[float, float]:
        """Width and height of the draft of a part; the width is 0 where it is too high to be drawn."""
        draft = self._drawn(start, end)
        self.drafts[start, end] = draft
        return draft.width, draft.height

    def _drawn(self, start: int, end: int) -> Plan:
        """The quick draft of a part; another order of boxes may hold the same part."""
        boxes = tuple(sorted(box.index for box in self.order[start:end]))
        later = [box for box in boxes for w in self.wires[box] if max(self.rank[w.source], self.rank[w.target]) >= end]
        key = (boxes, tuple(later))
        if key not in self.tries:
            self.tries[key] = self.tried(*_part(self, start, end), self.place)
        return self.tries[key]

    def draft(self, start: int, end: int) -> Plan:
        """The draft of a part, drawn even where it is too high."""
        draft = self.drafts.get((start, end))
        return draft if draft and draft.width else self.tried(*_part(self, start, end), None)


def folded(
    plan: Plan, place: Room, planned: Planner, tried: Drafter
) -> tuple[tuple[Scene, ...], tuple[Constraint, ...]]:
    """The pages of a map whose plan in one piece is larger than its place, and the wishes that they do not keep; a
    part that cannot be cut may still be larger.
    """
    parts, pages = parted(plan, place, planned, tried)
    scenes = tuple(_page(plan.graph, place, parts, pages, page) for page in sorted(set(pages)))
    return scenes, unmet_in_parts(plan, parts)


def parted(plan: Plan, place: Room, planned: Planner, tried: Drafter) -> tuple[list[Plan], list[int]]:
    """The parts of a map, each a plan of its own, and the page that each stands on, from 1.

    `tried` makes the quick draft of a part, to see whether it fits, `planned` the best plan from there.
    """
    whole = _divided(plan, place, planned, tried)
    order = whole.order
    bounds = [*zip(whole.cuts, [*whole.cuts[1:], len(order)], strict=True)]
    drafts = [whole.draft(*part) for part in bounds]
    pages = _packed([draft.height for draft in drafts], place.height)
    parts = [
        _planned(whole, part, draft, alone=pages.count(page) == 1)
        for part, draft, page in zip(bounds, drafts, pages, strict=True)
    ]
    align([part for part, page in zip(parts, pages, strict=True) if pages.count(page) == 1], plan, place.height)
    names = _names(whole)
    for part in parts:
        _name(whole, part, names, pages)
    return parts, pages


def _divided(plan: Plan, place: Room, planned: Planner, tried: Drafter) -> _Whole:
    """The map with its cuts, its boxes in the order that seems to divide best."""
    style = _tight(plan.style)
    choices: list[tuple[float, int, _Whole, Strip]] = []
    tries: dict[_Key, Plan] = {}
    wires: list[list[Wire]] = [[] for _ in plan.boxes]
    for wire in plan.wires:
        for end in {wire.source, wire.target}:
            wires[end].append(wire)
    for i, order in enumerate(orders(plan)):
        whole = _Whole(plan, order, place, style, planned, tried, wires=wires, tries=tries)
        whole.rank = [0] * len(order)
        for at, box in enumerate(order):
            whole.rank[box.index] = at
        strip = Strip(plan, order, whole.rank, wires, place, whole.size)
        choices.append((guessed(strip).cost, i, whole, strip))
    best = float("inf")
    chosen = choices[0][2]
    choices.sort(key=lambda choice: choice[:2])
    for guess, _, whole, strip in choices[:TRIED]:
        if guess > choices[0][0] + CLOSE:
            break
        division = divided(strip)
        whole.cuts = division.starts
        if division.cost < best:
            best, chosen = division.cost, whole
    return chosen


def _tight(style: Style) -> Style:
    """The measures of a page that is one of several: lanes as low as their boxes and lines allow."""
    return replace(style, step_height=LOW, row_pad=5.0, lane_pad=PAD, lane_least=min(style.lane_least, LOW + 2 * PAD))


def _planned(whole: _Whole, part: tuple[int, int], draft: Plan, *, alone: bool) -> Plan:
    """The best plan of a part; no higher than its draft where it shares a page."""
    place = whole.place if alone else Room(whole.place.width, draft.height)
    return whole.planned(*_part(whole, *part), place, draft)


def _names(whole: _Whole) -> dict[int, str]:
    """A letter for every line that is cut, in the order of time of their sources."""
    rank, letters = whole.rank, {}
    cut = [w for w in whole.plan.wires if whole.part_of(w.source) != whole.part_of(w.target)]
    cut.sort(key=lambda w: (min(rank[w.source], rank[w.target]), rank[w.source], w.index))
    for i, wire in enumerate(cut):
        letter = chr(ord("A") + i % 26)
        letters[wire.index] = letter if i < 26 else f"{letter}{i // 26 + 1}"
    return letters


def _name(whole: _Whole, part: Plan, letters: dict[int, str], pages: list[int]) -> None:
    """Write the letters and the pages on the connectors of a part; their sizes do not depend on them."""
    for box in part.boxes:
        if box.node.kind != "connector":
            continue
        leaves = box.node.id.startswith("to")
        wire = whole.plan.wires[int(box.node.id.removeprefix("to").removeprefix("from"))]
        own, far = (wire.source, wire.target) if leaves else (wire.target, wire.source)
        here, there = pages[whole.part_of(own)], pages[whole.part_of(far)]
        text = _whither(whole.style.words, here, there, whole.rank[own] < whole.rank[far], leaves)
        letter = letters[wire.index]
        box.lines = (text, *box.lines[1:])
        box.node = replace(box.node, number=letter, text=text, label=f"{letter}: {text}, {box.node.time}")


def _part(whole: _Whole, start: int, end: int) -> tuple[Graph, Style, Pins]:
    """The graph of one part with its connectors, and what holds them at the edges."""
    graph = whole.plan.graph
    nodes: list[Node] = []
    flows: dict[int, Flow] = {}
    pins: Pins = {}
    inside = sorted(whole.order[start:end], key=lambda box: box.index)
    for box in inside:
        host = "" if box.host is None else f"{box.host}"
        nodes.append(replace(box.node, id=f"{box.index}", host=host))
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
    indices = {b.index for b in inside}
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
                for w in whole.plan.wires:
                    if w.flow.id == wish.flow and w.source in indices:
                        out.append(LeavesAt(f"{'f' if w.target in indices else 'to'}{w.index}", wish.side))
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
    far_name = " ".join(t for t in (far.node.number, far.node.text or far.node.code) if t)
    far_name = far_name or str(getattr(whole.style.words, far.node.kind))
    id_ = f"{'to' if leaves else 'from'}{wire.index}"
    lane = whole.plan.bands[source.lane].lane.id
    node = Node(id_, "connector", lane, whole.style.words.to_band, "A", far_name)
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
    out: dict[str, Lane] = {}
    for lane in order:
        if lane.id in keep:
            around: list[Lane] = []
            at = known[lane.id].parent if lane.id in known else ""
            while at in known and at in keep and all(at != one.id for one in around):
                around.append(known[at])
                at = known[at].parent
            for one in (*reversed(around), known.get(lane.id, lane)):
                out.setdefault(one.id, one)
    return tuple(out.values())


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
