"""What a flow drawing says before it has a place: nodes, flows and lanes, and the wishes about their places.

No geometry and no government: the caller chooses every word. Ids are unique within their part. What points
to nothing (a flow to a node that is not there, a node in a lane that is not there) is allowed and is drawn
as unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

NodeKind = Literal["start", "end", "task", "decision", "wait", "call", "fork", "event", "connector", "data", "note"]
FlowKind = Literal["sequence", "return", "message", "timeout", "association"]
LaneRole = Literal["inside", "owner", "outside"]
Side = Literal["top", "right", "bottom", "left"]


@dataclass(frozen=True, slots=True)
class Node:
    """One shape.

    A fork is a bar, where work splits or joins again; an event is a small circle with its text beside it; a
    connector is the pentagon of a page (`number` its letter, `text` and `time` its two lines); data and note
    are what stands beside a step (a document, a remark), tied to it by an association. An event with a `host`
    sits on the edge of that node. `sign` is the small mark inside (BPMN's: "exclusive", "parallel", "timer",
    "message", "user", ...). `size` fixes width and height, whatever the text: nothing makes the box larger.
    `number` and `time` stand in the upper corners, `code` (of what a call calls) on the last line. `provisional` draws
    it dashed, with `mark` ("usulan") on a tab; `unknown` draws it dotted with a question mark. `ref` is the
    address of what it shows, `label` what a screen reader says (default: number and text), `link` the key
    of a link.
    """

    id: str
    kind: NodeKind
    lane: str
    text: str = ""
    number: str = ""
    time: str = ""
    code: str = ""
    provisional: bool = False
    unknown: bool = False
    mark: str = ""
    ref: str = ""
    label: str = ""
    link: str = ""
    host: str = ""
    sign: str = ""
    size: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Flow:
    """One line from node to node; `text` stands at its exit, `documents` are handed over along it.

    `return` runs back (a loop), `message` goes to or comes from an outside party while work goes on,
    `timeout` leaves when a wait is over, `association` ties data or a note to its step. `main` marks the exit
    that the main way takes; where none is marked, the exit with the longest way ahead is taken for it.
    """

    id: str
    source: str
    target: str
    kind: FlowKind = "sequence"
    text: str = ""
    documents: tuple[str, ...] = ()
    provisional: bool = False
    main: bool = False
    ref: str = ""
    label: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """One band; `sub_text` is the small line under its name. A lane with children (`parent`) is the frame
    around them. A `pool` stands apart from what is above and below it.
    """

    id: str
    text: str
    sub_text: str = ""
    role: LaneRole = "inside"
    parent: str = ""
    unknown: bool = False
    ref: str = ""
    label: str = ""
    link: str = ""
    pool: bool = False


@dataclass(frozen=True, slots=True)
class SameColumn:
    """These nodes stand under one another."""

    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class After:
    """`node` stands in a column to the right of that of `before`."""

    node: str
    before: str


@dataclass(frozen=True, slots=True)
class Row:
    """`node` stands in this row of its lane, counted from 0 at the top."""

    node: str
    row: int


@dataclass(frozen=True, slots=True)
class LaneOrder:
    """The lanes in this order from the top; lanes not named keep their place after them."""

    lanes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeavesAt:
    """The flow leaves its source on this side."""

    flow: str
    side: Side


@dataclass(frozen=True, slots=True)
class Shift:
    """On a screen `node` stands this many points to the right of and below its place; on paper this says nothing."""

    node: str
    dx: float
    dy: float


Constraint: TypeAlias = SameColumn | After | Row | LaneOrder | LeavesAt | Shift


@dataclass(frozen=True, slots=True)
class Graph:
    """A flow drawing without places. The order of nodes and lanes is the model's, and decides where nothing
    else does.
    """

    title: str
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...] = ()
    lanes: tuple[Lane, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    description: str = ""
