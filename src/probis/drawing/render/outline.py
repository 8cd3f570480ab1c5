"""Shapes and lines of a scene to the outlines that SVG draws: path data, arrow heads, gaps."""

from __future__ import annotations

from math import hypot

from probis.drawing.render.icons import ICONS, icon_data, number
from probis.drawing.scene import Direction, Path, Point, Shape

HEAD_LENGTH = 6.2
HEAD_HALF = 2.5
TIP = 12.6  # the most that the tip of a pentagon reaches
TAIL_RADIUS = 2.0  # of the circle where a message sets out
TAIL_LONG, TAIL_WIDE = 5.0, 2.8  # half of the diamond of a condition
GAP = 3.2  # kept free on each side of a line that is crossed
_TURN: dict[Direction, tuple[float, float]] = {
    "right": (1, 0),
    "left": (-1, 0),
    "up": (0, -1),
    "down": (0, 1),
}


def shape_data(shape: Shape) -> str:
    """The path data of every form that is not a plain rectangle, circle or ellipse."""
    x, y, w, h = shape.x, shape.y, shape.width, shape.height
    n = number
    right, bottom, cx, cy = n(x + w), n(y + h), n(x + w / 2), n(y + h / 2)
    match shape.form:
        case "diamond":
            return f"M{n(x)} {cy}L{cx} {n(y)}L{right} {cy}L{cx} {bottom}Z"
        case "delay":
            r = min(h, w) / 2
            turn = n(x + w - r)
            return f"M{n(x)} {n(y)}H{turn}A{n(r)} {n(h / 2)} 0 0 1 {turn} {bottom}H{n(x)}Z"
        case "document":
            low, quarter = y + h * 0.83, w / 4
            wave = f"Q{n(x + 3 * quarter)} {n(low - 1.6)} {cx} {n(low)}T{n(x)} {n(low)}Z"
            return f"M{n(x)} {n(y)}H{right}V{n(low)}{wave}"
        case "pentagon":
            tip = n(x + w - min(h * 0.45, TIP))
            return f"M{n(x)} {n(y)}H{tip}L{right} {cy}L{tip} {bottom}H{n(x)}Z"
        case "pentagon-left":
            tip = n(x + min(h * 0.45, TIP))
            return f"M{right} {n(y)}H{tip}L{n(x)} {cy}L{tip} {bottom}H{right}Z"
        case "triangle":
            return f"M{cx} {n(y)}L{right} {bottom}H{n(x)}Z"
        case "hexagon":
            a, b = n(x + w / 4), n(x + 3 * w / 4)
            return f"M{n(x)} {cy}L{a} {n(y)}H{b}L{right} {cy}L{b} {bottom}H{a}Z"
        case "plus":
            return f"M{n(x)} {cy}H{right}M{cx} {n(y)}V{bottom}"
        case "cross":
            return f"M{n(x)} {n(y)}L{right} {bottom}M{right} {n(y)}L{n(x)} {bottom}"
        case _ if shape.form in ICONS:
            return icon_data(shape)
        case _:
            return f"M{n(x)} {n(y)}L{right} {bottom}"


def detail_data(shape: Shape) -> str:
    """The thin lines inside a form: the lines of a page, the hands of a clock, the double sides of a call."""
    x, y, w, h = shape.x, shape.y, shape.width, shape.height
    n = number
    match shape.form:
        case "document":
            u, v = w / 7, h / 8
            long = f"M{n(x + 1.6 * u)} {n(y + 2.2 * v)}H{n(x + 5.4 * u)}"
            return f"{long}M{n(x + 1.6 * u)} {n(y + 4 * v)}H{n(x + 4.2 * u)}"
        case "clock":
            return f"M{n(x + w / 2)} {n(y + h * 0.2)}V{n(y + h / 2)}H{n(x + w * 0.76)}"
        case "call":
            inset = min(3.0, w / 7)
            return f"M{n(x + inset)} {n(y)}V{n(y + h)}M{n(x + w - inset)} {n(y)}V{n(y + h)}"
        case _:
            return ""


def path_data(path: Path) -> str:
    """The line with rounded bends, open at its gaps, and ended where its filled head begins."""
    points = [p for i, p in enumerate(path.points) if i == 0 or p != path.points[i - 1]]
    if len(points) < 2:
        return ""
    if path.head != "none":
        points[-1] = _before(points[-2], points[-1], {"filled": 5.2, "hollow": HEAD_LENGTH}.get(path.head, 1.2))
    if path.tail in ("circle", "diamond"):
        points[0] = _before(points[1], points[0], 2 * TAIL_RADIUS if path.tail == "circle" else 2 * TAIL_LONG)
    n = number
    out = [f"M{n(points[0][0])} {n(points[0][1])}"]
    start = points[0]
    for i in range(1, len(points)):
        here = points[i]
        last = i == len(points) - 1
        r = 0.0 if last else min(path.radius, _length(start, here), _length(here, points[i + 1]) / 2)
        end = _before(start, here, r)
        out.append(_run(start, end, path.gaps))
        if r > 0.2:
            nxt = _before(points[i + 1], here, r)
            out.append(f"Q{n(here[0])} {n(here[1])} {n(nxt[0])} {n(nxt[1])}")
            start = nxt
        else:
            start = here
    return "".join(out)


def head_data(path: Path) -> str:
    """The arrow head at the end of a line: a triangle, or two strokes; its tip is the last point."""
    points = [p for i, p in enumerate(path.points) if i == 0 or p != path.points[i - 1]]
    if path.head == "none" or len(points) < 2:
        return ""
    (x0, y0), (x, y) = points[-2], points[-1]
    length = _length((x0, y0), (x, y))
    ux, uy = (x - x0) / length, (y - y0) / length
    return _arrow(x, y, ux, uy, "" if path.head == "open" else "Z")


def tail_centre(path: Path) -> Point:
    """The middle of the small circle where a message sets out, outside its sender."""
    points = [p for i, p in enumerate(path.points) if i == 0 or p != path.points[i - 1]]
    return _before(points[1], points[0], TAIL_RADIUS) if len(points) > 1 else path.points[0]


def tail_data(path: Path) -> str:
    """The sign at the start of a line: a stroke across it (the default way), or a diamond (a condition)."""
    points = [p for i, p in enumerate(path.points) if i == 0 or p != path.points[i - 1]]
    if len(points) < 2:
        return ""
    (x0, y0), (x1, y1) = points[0], points[1]
    length = _length((x0, y0), (x1, y1))
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    n = number
    if path.tail == "slash":
        cx, cy = x0 + 6 * ux, y0 + 6 * uy
        dx, dy = 2 * ux - 3 * uy, 2 * uy + 3 * ux
        return f"M{n(cx - dx)} {n(cy - dy)}L{n(cx + dx)} {n(cy + dy)}"
    a, b = TAIL_LONG, TAIL_WIDE
    left, right = (x0 + a * ux - b * uy, y0 + a * uy + b * ux), (x0 + a * ux + b * uy, y0 + a * uy - b * ux)
    tip = (x0 + 2 * a * ux, y0 + 2 * a * uy)
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in ((x0, y0), left, tip, right)) + "Z"


def chevron_data(path: Path) -> str:
    """Filled triangles that tell the direction half-way."""
    return "".join(_arrow(x, y, *_TURN[d], "Z") for (x, y), d in path.chevrons)


def _arrow(x: float, y: float, ux: float, uy: float, close: str) -> str:
    bx, by = x - ux * HEAD_LENGTH, y - uy * HEAD_LENGTH
    n = number
    left = f"{n(bx - uy * HEAD_HALF)} {n(by + ux * HEAD_HALF)}"
    right = f"{n(bx + uy * HEAD_HALF)} {n(by - ux * HEAD_HALF)}"
    return f"M{left}L{n(x)} {n(y)}L{right}{close}"


def _length(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])


def _before(a: Point, b: Point, distance: float) -> Point:
    """The point this far before b on the way from a."""
    length = _length(a, b)
    if length <= 0:
        return b
    t = max(length - distance, 0.0) / length
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def _run(a: Point, b: Point, gaps: tuple[Point, ...]) -> str:
    """A straight piece from a (where the pen is) to b, lifted at the gaps that lie on it."""
    n = number
    length = _length(a, b)
    if length <= 0:
        return ""
    ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
    stops = []
    for gx, gy in gaps:
        along = (gx - a[0]) * ux + (gy - a[1]) * uy
        off = abs((gx - a[0]) * uy - (gy - a[1]) * ux)
        if off < 0.5 and 0 < along < length:
            stops.append(along)
    out, free = [], 0.0
    for along in sorted(stops):
        from_, to = max(along - GAP, free), min(along + GAP, length)
        if from_ > free:
            out.append(f"L{n(a[0] + ux * from_)} {n(a[1] + uy * from_)}")
        out.append(f"M{n(a[0] + ux * to)} {n(a[1] + uy * to)}")
        free = to
    if free < length:
        out.append(f"L{n(b[0])} {n(b[1])}")
    return "".join(out)
