"""A sheet to the places of everything on it, in pixels: by the lane layout, in BPMN's sizes.

The layout measures in points with labels of 7; BPMN's tools set them in 11 pixels, so that a point here is 11/7 pixels.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from probis.drawing.graph import Flow, Graph, Lane, Node
from probis.drawing.layout.lanes import planned
from probis.drawing.layout.plan import Plan, Wire
from probis.drawing.layout.style import FRAME_HEAD, LABEL_SIZE, LINE, NARROW, Style
from probis.drawing.measure import break_lines, width
from probis.interchange.bpmn.area import Area, Point, around
from probis.interchange.bpmn.crowd import Crowd
from probis.interchange.bpmn.ends import reaching
from probis.interchange.bpmn.labels import beside_frame, beside_line, beside_thing
from probis.interchange.bpmn.said import names_of, said_of_line, said_of_things
from probis.interchange.bpmn.sheets import Line, Sheet, Thing
from probis.interchange.bpmn.sizes import PIXELS, TASK, size_of
from probis.interchange.bpmn.steady import steady

HEAD: Final = 30.0  # of pools and lanes
BARE: Final = "\0"  # the strip of what is in no lane
EDGE: Final = 20.0  # from the corner of the drawing
ANCHOR: Final = 32.0  # the height of what stands for a pool
LABEL_OF: Final = "\0label "
NEAR: Final = 1.0
NOTHING: Final = (1.0, 1.0)  # the label of a name of blanks
ROOMS: Final = (90.0, 150.0)  # pixels for the lines of a label that finds its place last
EMPTY: Final = (120.0, 60.0)  # a group that holds nothing
FRAME: Final = 12.0  # from a group to its members

STYLE: Final[Style] = replace(
    NARROW,
    notation="bpmn",
    chosen_lanes=True,
    step_width=TASK[0] / PIXELS,
    step_height=TASK[1] / PIXELS,
    lane_head=HEAD / PIXELS,
    text_room=90 / PIXELS,
    exit_room=90 / PIXELS,
)


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything of a sheet stands, by key; and the plan that it was taken from."""

    plan: Plan
    strips: dict[str, Area] = field(default_factory=dict)
    things: dict[str, Area] = field(default_factory=dict)
    groups: dict[str, Area] = field(default_factory=dict)
    lines: dict[str, tuple[Point, ...]] = field(default_factory=dict)
    labels: dict[str, Area] = field(default_factory=dict)


def places_of(sheet: Sheet, *, written: bool = False) -> Places:
    """Lay a sheet out.

    BPMN's tools write the names of tasks themselves, into boxes of one size. A picture is `written` by us: a box
    whose name needs more room has it.
    """
    drawn = _Drawn(sheet, written)
    return drawn.places(planned(drawn.graph(), STYLE))


class _Drawn:
    """A sheet on its way to the layout and back."""

    def __init__(self, sheet: Sheet, written: bool) -> None:
        self.sheet, self.written = sheet, written
        self.strips = {s.key: s for s in sheet.strips}
        self.things = {t.key: t for t in sheet.things}
        self.lines = {line.key: line for line in sheet.lines}
        self.members = {g.key: g.members for g in sheet.groups}
        self.inner: dict[str, str] = {}  # the first lane in each strip that holds lanes
        for strip in sheet.strips:
            self.inner.setdefault(strip.parent, strip.key)
        self.inner.pop("", None)
        self.anchors: dict[tuple[str, str], Node] = {}  # by pool and what it faces
        self.names = names_of(sheet) if written else {}
        self.said = said_of_things(sheet) if written else {}

    def graph(self) -> Graph:
        """The sheet as the layout takes it: what ends at a pool ends at an anchor within it."""
        sheet = self.sheet
        lane_of = self._lanes()
        nodes = [self._node(thing, lane_of[thing.key] or (BARE if sheet.strips else "")) for thing in sheet.things]
        flows = [flow for line in sheet.lines if (flow := self._flow(line))]
        parents = {s.parent for s in sheet.strips}
        lanes = [  # the name of a lane stands upright in its head and needs no room of its own
            Lane(s.key, s.name if s.key in parents else " ", parent=s.parent, pool=s.pool, label=s.name, ref=s.key)
            for s in sheet.strips
        ]
        if lanes and not all(lane_of.values()):  # beside the lanes, in a strip without a name
            lanes.insert(0, Lane(BARE, " "))
        return steady(Graph(sheet.title or " ", (*nodes, *self.anchors.values()), tuple(flows), tuple(lanes)))

    def _lanes(self) -> dict[str, str]:
        """The lane of each thing; data and notes stand with what they are tied to."""
        lane_of = {t.key: t.lane for t in self.sheet.things}
        floating = {t.key for t in self.sheet.things if t.kind in ("data", "note")}
        tied: dict[str, list[str]] = {}
        for line in self.sheet.lines:
            a, b = self._stand_in(line.source), self._stand_in(line.target)
            tied.setdefault(a, []).append(b)
            tied.setdefault(b, []).append(a)
        sure = [t.key for t in self.sheet.things if t.key not in floating] + list(self.strips)
        for key in sure:  # grows as it goes
            lane = self._leaf(key) if key in self.strips else lane_of[key]
            for other in tied.get(key, ()):
                if other in floating:
                    floating.remove(other)
                    lane_of[other] = lane
                    sure.append(other)
        first = next((s.key for s in self.sheet.strips if s.pool), "")
        for key in floating:
            lane_of[key] = self._leaf(lane_of[key] or first)
        return lane_of

    def _leaf(self, strip: str) -> str:
        """The first lane without lanes in a strip."""
        while strip in self.inner:
            strip = self.inner[strip]
        return strip

    def _stand_in(self, key: str) -> str:
        """The thing that stands for the end of a line in the layout: for a line its source, for a group a member."""
        for _ in range(4):
            if key in self.lines:
                key = self.lines[key].source
        members = self.members.get(key)
        return members[0] if members else key

    def _node(self, thing: Thing, lane: str) -> Node:
        w, h = size_of(thing, written=self.written)
        told = self.written or thing.kind not in ("task", "call", "note")
        text = " ".join(thing.name.split()) if told else ""
        size = (w / PIXELS, h / PIXELS)
        said = self.said.get(thing.key, "")
        return Node(
            thing.key, thing.kind, lane, text, ref=thing.key, label=said, host=thing.host, sign=thing.sign, size=size
        )

    def _flow(self, line: Line) -> Flow | None:
        source, target = self._stand_in(line.source), self._stand_in(line.target)
        known = self.things.keys() | self.strips.keys()
        if source not in known or target not in known or self._holds(source, target) or self._holds(target, source):
            return None
        a, b = self._end(source, target), self._end(target, source)
        said = said_of_line(line, self.names) if self.written else ""
        return Flow(line.key, a, b, line.kind, " ".join(line.name.split()), ref=line.key, label=said)

    def _holds(self, strip: str, key: str) -> bool:
        """Whether a thing stands in a pool or lane."""
        at = self.things[key].lane if key in self.things else ""
        while at and at != strip:
            at = self.strips[at].parent if at in self.strips else ""
        return bool(at)

    def _end(self, key: str, facing: str) -> str:
        if key not in self.strips:
            return key
        if (key, facing) not in self.anchors:
            size = (TASK[0] / PIXELS, ANCHOR / PIXELS)
            id_ = f"\0{key}\0{facing}"
            self.anchors[key, facing] = Node(id_, "task", self._leaf(key), ref=id_, label=id_, size=size)
        return self.anchors[key, facing].id

    def places(self, plan: Plan) -> Places:
        """The plan's places in pixels."""
        out = Places(plan)
        self._strip_areas(plan, out)
        anchors = {node.id: pool for (pool, _), node in self.anchors.items()}
        for box in plan.boxes:
            thing = self.things.get(box.node.id)
            if thing is None:
                continue
            w, h = size_of(thing, written=self.written)
            out.things[thing.key] = Area(_px(box.x), _px(box.y), w, h)
            if box.caption:
                c = box.caption
                out.labels[thing.key] = Area(_px(c.x), _px(c.y), _length(c.width), _length(c.height))
        for wire in plan.wires:
            points = tuple((_px(x), _px(y)) for x, y in wire.points)
            label = _label(wire)
            for end, backwards in ((wire.source, True), (wire.target, False)):
                pool = anchors.get(plan.boxes[end].node.id)
                if pool:
                    points = _cut(points, out.strips[pool], backwards)
                    if label and backwards:
                        label = self._drawn_out(label, points[0], pool, out)
            out.lines[wire.flow.id] = points
            if label:
                out.labels[wire.flow.id] = label
        self._group_areas(out)
        for line in sorted(self.sheet.lines, key=lambda one: one.key):
            odd = {line.source, line.target} & (self.lines.keys() | out.groups.keys())
            if line.key not in out.lines or odd or not _joined(line, out):
                out.lines[line.key] = self._direct(line, out)
                out.labels.pop(line.key, None)
        self._settle_labels(out)
        return out

    def _drawn_out(self, label: Area, start: Point, pool: str, out: Places) -> Area:
        """The label of a line that leaves a pool without content: close to where the line leaves."""
        area = out.strips[pool]
        holds = {t.lane for t in self.sheet.things} | {s.parent for s in self.sheet.strips}
        if pool in holds or start[1] not in (area.y, area.bottom):
            return label
        y = area.y + 3.0 if start[1] == area.y else area.bottom - 3.0 - label.height
        return Area(label.x, round(y, 2), label.width, label.height)

    def _group_areas(self, out: Places) -> None:
        """Frames around the members of groups, with their texts and what else stands among them; empty ones below."""
        everything = [*out.strips.values(), *out.things.values()]
        foot, x = max((a.bottom for a in everything), default=0.0) + EDGE, EDGE
        for group in self.sheet.groups:
            members = {key for key in group.members if key in out.things}
            area = self._frame(members, out)
            while area and not (inside := {key for key, place in out.things.items() if area.holds(place)}) <= members:
                members |= inside
                area = self._frame(members, out)
            if area is None:
                area, x = Area(x, foot, *EMPTY), x + EMPTY[0] + EDGE
            out.groups[group.key] = area

    def _frame(self, members: set[str], out: Places) -> Area | None:
        texts = (out.labels[key] for key in sorted(members) if key in out.labels)
        return around([*(out.things[key] for key in sorted(members)), *texts], FRAME)

    def _direct(self, line: Line, out: Places) -> tuple[Point, ...]:
        """A line that the layout did not draw as it is: to a line, to a group, to the pool around its thing."""
        source, target = self._where(line.source, out), self._where(line.target, out)
        things, lines = out.things.values(), out.lines.values()
        if isinstance(source, Area):
            return reaching(source, target, things, lines)
        if isinstance(target, Area):
            return reaching(target, source, things, lines)[::-1]
        (ax, ay), (bx, by) = source[:2]
        middle = Area((ax + bx) / 2, (ay + by) / 2, 0.0, 0.0)
        return reaching(middle, target, things, lines)

    def _where(self, key: str, out: Places) -> Area | tuple[Point, ...]:
        if key in self.lines and key not in out.lines:  # it leads to one that is drawn later
            key = self._stand_in(key)
        return out.lines.get(key) or out.groups.get(key) or out.things.get(key) or out.strips[key]

    def _settle_labels(self, out: Places) -> None:
        """Labels that the layout did not place, or that something is in the way of, go where it is freest."""
        crowd = Crowd()
        for key, area in out.things.items():
            crowd.add(key, area)
        for key, points in out.lines.items():
            crowd.add_line(key, points)
        for key, area in out.labels.items():
            crowd.add(LABEL_OF + key, area)
        outside = [t for t in self.sheet.things if t.kind not in ("task", "call", "note")]
        names = [(t.key, t.name) for t in outside] + [(line.key, line.name) for line in self.sheet.lines]
        for key, name in [*sorted(names), *((group.key, group.name) for group in self.sheet.groups)]:
            if name:
                self._settle(key, name, crowd, out)

    def _settle(self, key: str, name: str, crowd: Crowd, out: Places) -> None:
        now = out.labels.get(key)
        if now and not crowd.over(now) - {LABEL_OF + key}:
            return
        sizes = ([(now.width, now.height)] if now else []) + [_text_size(name, room) for room in ROOMS]
        if key in out.things:
            found = [place for size in sizes for place in beside_thing(out.things[key], size)]
        elif key in out.lines:
            found = [place for size in sizes for place in beside_line(out.lines[key], size)]
        else:
            found = beside_frame(out.groups[key], sizes[-1])

        def price(area: Area) -> float:
            over = crowd.over(area) - {LABEL_OF + key}
            own = key in over and key in out.lines
            return len(over) - (0.5 if own else 0.0) + (10.0 if area.x < 0 or area.y < 0 else 0.0)

        best = min([now, *found] if now else found, key=price)
        if now:
            crowd.remove(LABEL_OF + key, now)
        out.labels[key] = Area(round(best.x, 2), round(best.y, 2), best.width, best.height)
        crowd.add(LABEL_OF + key, out.labels[key])

    def _strip_areas(self, plan: Plan, out: Places) -> None:
        for frame in plan.frames:
            left = FRAME_HEAD * frame.depth
            top, last = plan.bands[frame.first].top, plan.bands[frame.last]
            if frame.lane.id in self.strips:
                out.strips[frame.lane.id] = _area(left, top, plan.width - left, last.top + last.height - top)
        for i, band in enumerate(plan.bands):
            left = FRAME_HEAD * sum(f.first <= i <= f.last for f in plan.frames)
            if band.lane.id in self.strips and band.lane.id not in out.strips:
                out.strips[band.lane.id] = _area(left, band.top, plan.width - left, band.height)


def _joined(line: Line, out: Places) -> bool:
    """Whether a line that was laid out begins and ends at its things."""
    points = out.lines[line.key]
    ends = ((line.source, points[0]), (line.target, points[-1]))
    return all(key not in out.things or out.things[key].meets(p, NEAR) for key, p in ends)


def _text_size(text: str, room: float) -> tuple[float, float]:
    lines = break_lines(text, room / PIXELS, LABEL_SIZE, 600)
    if not lines:
        return NOTHING
    return _length(max(width(line, LABEL_SIZE, 600) for line in lines)), _length(LINE * len(lines))


def _label(wire: Wire) -> Area | None:
    """Where the text of a flow stands."""
    if not wire.labels:
        return None
    x, y = min(label.x for label in wire.labels), min(label.y for label in wire.labels)
    right = max(label.x + label.width for label in wire.labels)
    foot = max(label.y + label.height for label in wire.labels)
    return _area(x, y, right - x, foot - y)


def _px(points: float) -> float:
    return round(points * PIXELS + EDGE, 2)


def _length(points: float) -> float:
    return round(points * PIXELS, 2)


def _area(x: float, y: float, across: float, high: float) -> Area:
    return Area(_px(x), _px(y), _length(across), _length(high))


def _cut(points: tuple[Point, ...], area: Area, backwards: bool) -> tuple[Point, ...]:
    """The line as far as the pool that its end stands for; whole where it never is outside."""
    run = points[::-1] if backwards else points
    for i, (a, b) in enumerate(pairwise(run)):
        if area.meets(a) or not area.crossed(a, b):
            continue
        if a[0] == b[0]:
            border = (a[0], area.y if a[1] < area.y else area.bottom)
        else:
            border = (area.x if a[0] < area.x else area.right, a[1])
        out = (*run[: i + 1], border)
        return out[::-1] if backwards else out
    return points
