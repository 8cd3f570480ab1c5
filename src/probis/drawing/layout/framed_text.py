"""The texts of a framed chart to lines and the sizes that they ask for."""

from __future__ import annotations

from collections.abc import Iterable

from probis.drawing.layout.framed_chart import Frame, FrameBox, FramedStyle, FrameLine, Party
from probis.drawing.measure import break_lines, width

NAME, NAME_LINE = 7.5, 8.8
LABEL_LINE = 8.4


def box_lines(box: FrameBox, wide: float, style: FramedStyle) -> tuple[str, ...]:
    """The text of a box broken to its width, its code apart."""
    if style.code_above:
        return break_lines(box.text, wide - 20, 8.5, 500)
    indent = width(box.code, NAME, 700) + 8 if box.code else 0.0
    return break_lines(box.text, wide - 14 - indent, NAME, 500)


def note_lines(box: FrameBox, wide: float) -> tuple[str, ...]:
    """The small text under the name of a box."""
    return tuple(line for note in box.notes for line in break_lines(note, wide - 14, 7))


def box_height(box: FrameBox, style: FramedStyle) -> float:
    """The least height of a box."""
    lines = len(box_lines(box, style.box, style))
    notes = len(note_lines(box, style.box)) * LABEL_LINE
    if style.code_above:
        return max(style.least_box, lines * 10.4 + 14 + (13 if box.code else 0) + notes)
    return max(style.least_box, lines * 8.9 + 10 + notes)


def party_lines(party: Party, style: FramedStyle) -> tuple[str, ...]:
    """What stands in the box of a party: names one a line, or joined by commas where the style runs them on."""
    indent = width(party.code, NAME, 700) + 6 if party.code else 0.0
    room = style.party - 14 - indent - (8 if party.unknown else 0)
    if len(party.names) > 1 and style.running:
        return _run_on(party.names, room, style.most_names)
    lines = [line for name in party.names for line in break_lines(name, room, NAME, 500)]
    return tuple(lines) or ("",)


def _run_on(names: tuple[str, ...], room: float, most: int) -> tuple[str, ...]:
    """As many names as stand on so many lines, and how many more there are."""
    for shown in range(len(names), 0, -1):
        rest = len(names) - shown
        text = ", ".join(names[:shown]) + (f" +{rest}" if rest else "")
        lines = break_lines(text, room, NAME, 500)
        if not most or len(lines) <= most or shown == 1:
            return lines
    return ()


def label_lines(line: FrameLine, style: FramedStyle, zone: float = 0.0) -> tuple[str, ...]:
    """The text of an outer line in one line where it is short, else in two of like length, or in as many as it must.

    `zone` is how wide the zone has become: a text that fits it stands on one line.
    """
    longest = style.zone - _zone_extra(line)
    if 0.0 < width(line.text, 7) <= zone - _zone_extra(line):
        return break_lines(line.text, 600.0, 7)
    if width(line.text, 7) <= min(58.0, longest):
        return break_lines(line.text, 60.0, 7)
    for most in (2, 3):
        for room in range(40, int(longest) + 1, 6):
            lines = break_lines(line.text, float(room), 7)
            if len(lines) <= most:
                return lines
    return break_lines(line.text, max(longest, 40.0), 7)


def title_lines(frame: Frame, style: FramedStyle) -> tuple[str, ...]:
    """The title of a frame in capitals, over its first column, so that lines between the columns pass beside it."""
    lines = break_lines(frame.title.upper(), (style.box - 4.0) / 1.09, 7, 600)
    return lines or ("",)


def empty_lines(frame: Frame, style: FramedStyle) -> tuple[str, ...]:
    """What stands under the title of a frame without boxes."""
    return break_lines(frame.empty, style.box - 4.0, 7)


def bar_lines(frame: Frame, wide: float) -> tuple[str, ...]:
    """The title in the bar of a frame."""
    return break_lines(frame.title, max(wide - width(frame.code, 8, 700) - 28.0, 40.0), 8, 500)


def bar_height(frame: Frame, wide: float, least: float) -> float:
    """The height of the bar with the space under it, for a frame at least so wide."""
    return least + (len(bar_lines(frame, wide)) - 1) * 9.4


def beside_lines(line: FrameLine, style: FramedStyle, room: float = 0.0) -> tuple[str, ...]:
    """The text beside a vertical line between two boxes; `room` is the width there, at least half a box."""
    return break_lines(line.text, max(room, style.box / 2 - (22.0 if line.document else 12.0)), 7)


def zone_of(lines: Iterable[FrameLine], style: FramedStyle) -> float:
    """How wide the zone between parties and frame must be for these lines."""
    wide = [
        _zone_extra(line) + max((width(text, 7) for text in label_lines(line, style)), default=0.0) for line in lines
    ]
    return max([44.0, *wide])


def _zone_extra(line: FrameLine) -> float:
    """What discs, document and ends of an outer line take beside its text."""
    return 20.0 + len(line.discs) * 13.5 + (10.0 if line.document else 0.0)


def strip_lines(box: FrameBox, wide: float) -> tuple[str, ...]:
    """The text of a strip of this width."""
    code = width(box.code, NAME, 700) + 8 if box.code else 0.0
    return break_lines(box.text, max(wide - code - 22 - len(box.discs) * 14, 40.0), NAME, 500)
