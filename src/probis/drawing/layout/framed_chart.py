"""What a map of framed boxes says before it has a place: frames, boxes, parties at both sides, lines between."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Disc:
    """A number or letter on a line that points to a list below the map."""

    text: str
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A titled frame around boxes; with a `code` its title is a bar. `empty` stands in it while it has no box."""

    id: str
    title: str
    code: str = ""
    empty: str = ""
    unknown: bool = False
    ref: str = ""


@dataclass(frozen=True, slots=True)
class FrameBox:
    """A box in a frame. `whole` names the box that it is a part of: that one becomes a frame around its parts.

    `notes` stand small under its name, each on lines of its own; a box around parts shows none.
    """

    id: str
    text: str
    code: str = ""
    frame: str = ""
    whole: str = ""
    discs: tuple[Disc, ...] = ()
    provisional: bool = False
    unknown: bool = False
    mark: str = ""
    ref: str = ""
    label: str = ""
    link: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Who stands outside the frames, alone or as a list of several `names`; square where it is of the body
    itself.
    """

    id: str
    names: tuple[str, ...]
    code: str = ""
    square: bool = False
    provisional: bool = False
    unknown: bool = False
    ref: str = ""
    label: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class FrameLine:
    """A line from a box or supplier to boxes or one customer; its text stands above it, its discs on it.

    With several `targets` it splits; boxes in `joins` have a line to the one target, too, and run into its trunk.
    """

    id: str
    source: str
    targets: tuple[str, ...]
    text: str = ""
    discs: tuple[Disc, ...] = ()
    document: bool = False
    provisional: bool = False
    headless: bool = False
    ref: str = ""
    label: str = ""
    joins: tuple[str, ...] = ()

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Source and target of each way."""
        return tuple((source, target) for source in (self.source, *self.joins) for target in self.targets)


@dataclass(frozen=True, slots=True)
class FramedChart:
    """The whole map. Orders are the model's and decide where nothing else does; `heads` names the five
    columns.
    """

    title: str
    frames: tuple[Frame, ...]
    boxes: tuple[FrameBox, ...]
    suppliers: tuple[Party, ...] = ()
    customers: tuple[Party, ...] = ()
    lines: tuple[FrameLine, ...] = ()
    heads: tuple[str, str, str, str, str] = ("", "", "", "", "")
    description: str = ""


@dataclass(frozen=True, slots=True)
class FramedStyle:
    """Measures in points: widths of party columns, label zones and boxes, and what the boxes look like.

    `inner` keeps the outermost channels within the frames; `fall` is the least height of a gap between
    rows. `code_above` sets the code on a line of its own. `most_names` limits the lines of a list of
    parties (0: none), `running` joins their names by commas instead of setting one a line. `zone` is the widest
    a label zone may be, `slack` the gap between parties, `pitch` that between lines side by side, `straight`
    (0 to 1) how far rows grow so that lines to parties are straight.
    """

    party: float = 100.0
    zone: float = 110.0
    box: float = 124.0
    inner: bool = False
    fall: float = 8.0
    code_above: bool = False
    least_box: float = 26.0
    running: bool = False
    most_names: int = 0
    slack: float = 4.0
    pitch: float = 9.0
    straight: float = 1.0
