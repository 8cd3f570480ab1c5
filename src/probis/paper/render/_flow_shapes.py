"""The picture of a cell to the plain shapes that office programs know: presets, lines with or without a head, words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from probis.drawing.measure import width
from probis.drawing.scene import Path, Point, Scene, Shape, Text, walk

EMU_A_POINT: Final = 12700
_PRESETS: Final = {"capsule": "flowChartTerminator", "rect": "flowChartProcess", "diamond": "flowChartDecision"}
CONNECTOR: Final = "flowChartOffpageConnector"


@dataclass(frozen=True, slots=True)
class Office:
    """One shape in points from the corner of its cell: a preset form, a straight ``line``, or a ``text``.

    A line runs from its first corner to the opposite one, turned over where ``flip_x`` or ``flip_y`` says so.
    """

    preset: str
    x: float
    y: float
    width: float
    height: float
    weight: float = 0.8
    dashed: bool = False
    flip_x: bool = False
    flip_y: bool = False
    head: bool = False
    words: str = ""
    size: float = 0.0
    bold: bool = False

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, width and height in the unit of office files (EMU)."""
        left, top = round(self.x * EMU_A_POINT), round(self.y * EMU_A_POINT)
        right, bottom = round((self.x + self.width) * EMU_A_POINT), round((self.y + self.height) * EMU_A_POINT)
        return left, top, right - left, bottom - top

    def geometry(self) -> str:
        """The ``a:xfrm`` of the shape, its form, fill and line."""
        left, top, wide, high = self.box
        flips = (' flipH="1"' if self.flip_x else "") + (' flipV="1"' if self.flip_y else "")
        place = f'<a:xfrm{flips}><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        form = f'<a:prstGeom prst="{self.preset}"><a:avLst/></a:prstGeom>'
        if self.words:
            return f"{place}{form}<a:noFill/><a:ln><a:noFill/></a:ln>"
        fill = "" if self.preset == "line" else '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
        dash = '<a:prstDash val="dash"/>' if self.dashed else ""
        head = '<a:tailEnd type="triangle" w="med" len="med"/>' if self.head else ""
        return (
            f'{place}{form}{fill}<a:ln w="{round(self.weight * EMU_A_POINT)}">'
            f'<a:solidFill><a:srgbClr val="000000"/></a:solidFill>{dash}<a:miter lim="800000"/>{head}</a:ln>'
        )


def office_shapes(scene: Scene) -> list[Office]:
    """All shapes of a cell, in the order of drawing."""
    out: list[Office] = []
    for _, item in walk(scene.items):
        match item:
            case Shape():
                dashed = item.dash != "solid"
                out.append(Office(_PRESETS[item.form], item.x, item.y, item.width, item.height, item.weight, dashed))
            case Path() if item.head == "none" and len(item.points) > 3 and item.points[0] == item.points[-1]:
                xs, ys = [x for x, _ in item.points], [y for _, y in item.points]
                out.append(Office(CONNECTOR, min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys), 1.0))
            case Path():
                out += _lines(item)
            case Text():
                out.append(_word(item))
            case _:
                pass
    return out


def _lines(path: Path) -> Iterator[Office]:
    """The straight pieces of a line; the last one carries the head."""
    pieces = list(pairwise(path.points))
    for n, (a, b) in enumerate(pieces):
        head = path.head != "none" and n == len(pieces) - 1
        yield _line(a, b, path.weight, head)


def _line(a: Point, b: Point, weight: float, head: bool) -> Office:
    left, top = min(a[0], b[0]), min(a[1], b[1])
    wide, high = abs(a[0] - b[0]), abs(a[1] - b[1])
    return Office("line", left, top, wide, high, weight, flip_x=b[0] < a[0], flip_y=b[1] < a[1], head=head)


def _word(text: Text) -> Office:
    """A word in a box around it; office programs set letters a little wider than we measure."""
    wide = width(text.text, text.size, text.weight, text.family) * 1.15 + 1
    left = text.x - wide / 2 if text.anchor == "middle" else text.x
    return Office(
        "rect", left, text.y - text.size, wide, text.size * 1.3, words=text.text, size=text.size, bold=text.weight > 500
    )
