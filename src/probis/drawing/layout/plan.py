"""What the passes of the lane layout hand to one another: boxes, wires of segments, bands, on one coarse grid.

The grid: column c has slot 2c + 1 and channels 2c and 2c + 2 beside it. Each lane has a channel, then for
each of its rows a row slot and a channel; the slots of all lanes are counted through from the top. Passes
fill the fields that their docstring names, and read only what an earlier pass has filled.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from probis.drawing.graph import Constraint, Flow, Graph, Lane, Node
from probis.drawing.layout.style import Style

Side = Literal["top", "right", "bottom", "left"]
Outline = Literal["box", "delay", "capsule", "circle", "diamond", "bar", "pentagon"]


@dataclass(slots=True)
class Caption:
    """The text of a node outside its shape: lines, size, where it stands, and its place beside its box."""

    lines: tuple[str, ...]
    width: float
    height: float
    above: bool = False
    side: Literal["middle", "left", "right"] = "middle"
    x: float = 0.0
    y: float = 0.0  # its top


@dataclass(slots=True)
class Box:
    """A node with its size, then its cell, then its place. One with a `host` has no cell of its own: it sits on
    the host's edge. `caption` is the text outside the shape.
    """

    node: Node
    index: int
    lane: int
    outline: Outline = "box"
    host: int | None = None
    edge: Literal["top", "bottom"] = "bottom"  # of its host
    fixed: bool = False  # nothing makes it larger
    width: float = 0.0
    height: float = 0.0
    natural: tuple[float, float] = (0.0, 0.0)  # the size that its text wants, before lines ask for more
    lines: tuple[str, ...] = ()
    caption: Caption | None = None
    column: int = 0
    row: int = 0
    pin: Literal["first", "last"] | None = None
    main: bool = False
    x: float = 0.0
    y: float = 0.0

    @property
    def middle(self) -> float:
        """The height of its centre."""
        return self.y + self.height / 2

    @property
    def centre(self) -> float:
        """The x of its centre."""
        return self.x + self.width / 2

    @property
    def tipped(self) -> bool:
        """True where a side has one point only: a diamond's tips."""
        return self.outline == "diamond"

    @property
    def rounded(self) -> bool:
        """True where the ends are half circles."""
        return self.outline in ("capsule", "circle")


@dataclass(slots=True)
class Segment:
    """A straight piece of a wire in a slot of the grid, running from `start` to `end` (slots of the other
    axis).
    """

    wire: int
    vertical: bool
    slot: int
    start: int
    end: int
    at_source: Side | None = None  # set on the piece that touches the source, and where
    at_target: Side | None = None
    rank: int = 0  # order among the pieces of its slot
    offset: float = 0.0  # for a horizontal in a row: its distance from the middle of the row
    place: float = 0.0  # final x of a vertical, y of a horizontal

    @property
    def low(self) -> int:
        """The lesser end."""
        return min(self.start, self.end)

    @property
    def high(self) -> int:
        """The greater end."""
        return max(self.start, self.end)


@dataclass(slots=True)
class Label:
    """Lines of text beside the exit of a wire; a line is a text, a document's first line, or the rest of a
    document.
    """

    wire: int
    piece: int  # the segment it stands beside: the first, or the first vertical
    lines: tuple[tuple[Literal["text", "document", "rest"], str], ...]
    width: float
    height: float
    side: Literal["right", "left", "above", "below"] = "right"
    x: float = 0.0
    y: float = 0.0  # its top


@dataclass(slots=True)
class Wire:
    """A flow with its ends, then its pieces, then its points."""

    flow: Flow
    index: int
    source: int
    target: int
    back: bool = False
    main: bool = False
    cost: float = 0.0  # of its pieces, without crossings
    segments: list[Segment] = field(default_factory=list)
    points: tuple[tuple[float, float], ...] = ()
    labels: list[Label] = field(default_factory=list)
    share: float = 1.0  # of the usual room that its texts take


@dataclass(slots=True)
class Band:
    """A lane without children: its rows, then its height and place."""

    lane: Lane
    rows: int = 1
    base: int = 0  # the slot of its first channel
    top: float = 0.0
    height: float = 0.0
    title: tuple[str, ...] = ()
    sub_title: tuple[str, ...] = ()


@dataclass(slots=True)
class Frame:
    """A lane around others: the bands from first to last, at this depth from the outside."""

    lane: Lane
    first: int
    last: int
    depth: int


@dataclass(slots=True)
class Plan:
    """A lane map in the making."""

    graph: Graph
    style: Style
    boxes: list[Box]
    wires: list[Wire]
    bands: list[Band]
    frames: list[Frame]
    headless: bool = False  # the graph names no lanes at all
    columns: int = 0
    slots: int = 0
    heights: list[float] = field(default_factory=list)  # y of the middle of each row slot
    banned: set[tuple[int, Literal["source", "target"]]] = field(default_factory=set)  # ends not at a top or bottom
    shunned: set[tuple[int, bool, Side]] = field(default_factory=set)  # (wire, its source, side) to be left to others
    flipped: set[tuple[int, int]] = field(default_factory=set)  # labels (wire, piece) on the other side of their lines
    rooms: dict[tuple[int, bool], float] = field(default_factory=dict)  # more above and below (True) a row slot
    unmet: list[Constraint] = field(default_factory=list)  # wishes that are not kept
    width: float = 0.0
    height: float = 0.0

    def seat(self, box: int) -> int:
        """The box in whose cell a box is: its host, else itself."""
        host = self.boxes[box].host
        return box if host is None else host

    def xslot(self, box: int) -> int:
        """The column slot of a box."""
        return 2 * self.boxes[box].column + 1

    def yslot(self, box: int) -> int:
        """The row slot of a box."""
        b = self.boxes[box]
        return self.bands[b.lane].base + 1 + 2 * b.row

    def number_slots(self) -> None:
        """Count the slots of all bands through, from the top."""
        at = 0
        for band in self.bands:
            band.base = at
            at += 2 * band.rows + 1
        self.slots = at

    def row_slots(self) -> list[bool]:
        """For each slot: whether it is a row (else a channel)."""
        out: list[bool] = []
        for band in self.bands:
            out.extend(i % 2 == 1 for i in range(2 * band.rows + 1))
        return out

    def pools(self) -> list[str]:
        """For each band the pool that it is in, or is; nothing for a lane in no pool."""
        pools = [band.lane.id if band.lane.pool else "" for band in self.bands]
        for frame in self.frames:
            if frame.lane.pool:
                pools[frame.first : frame.last + 1] = [frame.lane.id] * (frame.last + 1 - frame.first)
        return pools

    def head_width(self) -> float:
        """The width of the lane heads with the frames around them."""
        if self.headless:
            return 0.0
        depth = max((f.depth + 1 for f in self.frames), default=0)
        return self.style.lane_head + 20.0 * depth
