"""Pass 5. Places to shapes, lines and texts; discs and labels find a free spot beside their line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import hypot

from probis.drawing.layout.framed_chart import Disc, FrameBox, FramedChart, FramedStyle, FrameLine, Party
from probis.drawing.layout.framed_placed import BAR, DISC, Placed, Rect
from probis.drawing.layout.framed_text import (
    LABEL_LINE,
    NAME,
    NAME_LINE,
    bar_height,
    bar_lines,
    beside_lines,
    box_lines,
    empty_lines,
    label_lines,
    note_lines,
    party_lines,
    strip_lines,
    title_lines,
)
from probis.drawing.measure import width
from probis.drawing.scene import Colour, Dash, Group, Item, Path, Point, Scene, Shape, Text
from probis.drawing.sheet import in_legend_order

_STEP = 4.0


def painted(chart: FramedChart, style: FramedStyle, place: Placed) -> Scene:
    """The scene of a placed chart."""
    painter = _Painter(chart, style, place)
    items = (*painter.heads(), *painter.frames(), *painter.lines(), *painter.boxes(), *painter.parties())
    return Scene(place.width, place.height, chart.title, chart.description, items, _symbols(chart, place))


def _symbols(chart: FramedChart, place: Placed) -> tuple[str, ...]:
    parties = [p for p in (*chart.suppliers, *chart.customers) if p.id in place.parties]
    lines = [n for n in chart.lines if n.id in place.paths]
    found = {"process"} if chart.boxes or any(p.square for p in parties) else set()
    found |= {"party"} if any(not p.square for p in parties) else set()
    found |= {"relation"} if lines else set()
    found |= {"document"} if any(n.document for n in lines) else set()
    discs = [d for n in lines for d in n.discs] + [d for b in chart.boxes for d in b.discs]
    found |= {"number"} if discs else set()
    unsure = any(b.provisional for b in chart.boxes) or any(p.provisional for p in parties)
    unsure = unsure or any(n.provisional for n in lines) or any(d.provisional for d in discs)
    found |= {"provisional"} if unsure else set()
    unknown = any(b.unknown for b in chart.boxes) or any(p.unknown for p in parties)
    found |= {"unknown"} if unknown else set()
    return in_legend_order(found)


class _Painter:
    def __init__(self, chart: FramedChart, style: FramedStyle, place: Placed) -> None:
        self.chart, self.style, self.place = chart, style, place
        self.spots: list[Point] = []
        self.segments = [(id_, a, b) for id_, ways in place.paths.items() for way in ways for a, b in pairwise(way)]
        self.gaps = self._crossings()
        self.inner_spots = self._inner_spots()
        self._open_under_discs()

    def heads(self) -> Iterator[Item]:
        """The names of the five columns."""
        if not any(self.chart.heads):
            return
        place, style = self.place, self.style
        frame = next(iter(place.frames.values()), Rect(place.zones[0], 0, 0, 0))
        xs = (0.0, place.zones[0] + 10, frame.x, place.zones[1] + 8, place.width - style.party)
        shown = (self.chart.suppliers, self.chart.suppliers, (1,), self.chart.customers, self.chart.customers)
        for x, word, any_ in zip(xs, self.chart.heads, shown, strict=True):
            if word and any_:
                yield Text(x, 9.0, word.upper(), 7, 600, "second", tracking=0.6)

    def frames(self) -> Iterator[Item]:
        """The frames with their titles, and the frames around the parts of a whole."""
        for frame in self.chart.frames:
            rect = self.place.frames[frame.id]
            dash: Dash = "unknown" if frame.unknown else "solid"
            items: list[Item] = []
            if frame.code:
                bar = bar_height(frame, rect.width, BAR)
                items += [
                    Shape("rect", *rect, fill="lane", weight=1.0, dash=dash, radius=1.5),
                    Shape("rect", rect.x, rect.y, rect.width, bar - 9, fill="lane-head", radius=1.5),
                    Text(rect.x + 9, rect.y + 12.2, frame.code, 8, 700, "navy"),
                ]
                x = rect.x + 17 + width(frame.code, 8, 700)
                for i, text in enumerate(bar_lines(frame, rect.width)):
                    items.append(Text(x, rect.y + 12.2 + i * 9.4, text, 8, 500))
            else:
                items.append(Shape("rect", *rect, fill="lane", stroke="rule", weight=0.75, dash=dash))
                x = self.place.first + 1 if self.style.inner else rect.x + 9
                y = rect.y + 11.5
                for text in title_lines(frame, self.style):
                    items.append(Text(x, y, text, 7, 600, "second", tracking=0.6))
                    y += LABEL_LINE
                if all(b.frame != frame.id for b in self.chart.boxes):
                    for text in empty_lines(frame, self.style):
                        items.append(Text(x, y, text, 7, 400, "second", italic=True))
                        y += LABEL_LINE
            yield Group(tuple(items), "frame", frame.ref, f"{frame.code} {frame.title}".strip())
        for rect in self.place.wholes.values():
            yield Shape("rect", *rect, fill="box", weight=1.0, radius=1.5)

    # Boxes and parties ------------------------------------------------------------------------------------------

    def boxes(self) -> Iterator[Item]:
        """The boxes in the order of the chart."""
        for box in self.chart.boxes:
            rect = self.place.boxes.get(box.id)
            if rect is None:
                continue
            strip = box.id in self.place.wholes
            dash: Dash = "unknown" if box.unknown else "provisional" if box.provisional else "solid"
            fill: Colour = "lane-head" if strip else "box"
            items: list[Item] = [Shape("rect", *rect, fill=fill, dash=dash, radius=1.5)]
            items += self._strip(box, rect) if strip else self._inside(box, rect)
            if box.unknown:
                items.append(Text(rect.right - 8, rect.y + 10.5, "?", NAME, 700, anchor="middle"))
            yield Group(tuple(items), "process", box.ref, box.label or f"{box.code} {box.text}".strip(), box.link)

    def _strip(self, box: FrameBox, rect: Rect) -> list[Item]:
        lines = strip_lines(box, rect.width)
        base = rect.y + rect.height / 2 + 2.7 - (len(lines) - 1) * 8.9 / 2
        x = rect.x + 8
        items: list[Item] = []
        if box.code:
            items.append(Text(x, base, box.code, NAME, 700))
            x += width(box.code, NAME, 700) + 8
        items += [Text(x, base + i * 8.9, text, NAME, 500) for i, text in enumerate(lines)]
        x += max((width(text, NAME, 500) for text in lines), default=0.0) + 12
        for disc in box.discs:
            items += self._disc(disc, (x + DISC, rect.y + rect.height / 2))
            x += 14
        return items

    def _inside(self, box: FrameBox, rect: Rect) -> list[Item]:
        lines, notes = box_lines(box, rect.width, self.style), note_lines(box, rect.width)
        items: list[Item] = []
        if self.style.code_above:
            whole = len(lines) * 10.4 + (13 if box.code else 0) + len(notes) * LABEL_LINE
            foot = rect.y + (rect.height + whole) / 2 - len(notes) * LABEL_LINE + 6.4
            items += [Text(rect.x + 10, foot + i * LABEL_LINE, t, 7, 400, "second") for i, t in enumerate(notes)]
            y = rect.y + (rect.height - whole) / 2 + 8.2
            if box.code:
                items.append(Text(rect.x + 10, y, box.code, 8.5, 700, "navy"))
                y += 13
            return items + [Text(rect.x + 10, y + i * 10.4, t, 8.5, 500) for i, t in enumerate(lines)]
        y = rect.y + (rect.height - len(lines) * 8.9 - len(notes) * LABEL_LINE) / 2 + 6.9
        x, foot = rect.x + 7, y + len(lines) * 8.9 + 0.4
        items += [Text(x, foot + i * LABEL_LINE, t, 7, 400, "second") for i, t in enumerate(notes)]
        if box.code:
            items.append(Text(x, y, box.code, NAME, 700))
            x += width(box.code, NAME, 700) + 8
        return items + [Text(x, y + i * 8.9, t, NAME, 500) for i, t in enumerate(lines)]

    def parties(self) -> Iterator[Item]:
        """Who supplies, then who gets."""
        for party in (*self.chart.suppliers, *self.chart.customers):
            rect = self.place.parties.get(party.id)
            if rect is not None:
                yield self._party(party, rect)

    def _party(self, party: Party, rect: Rect) -> Group:
        dash: Dash = "unknown" if party.unknown else "provisional" if party.provisional else "solid"
        fill: Colour = "box" if party.square else "outside"
        radius = 1.5 if party.square else 8.0
        items: list[Item] = [Shape("rect", *rect, fill=fill, weight=0.9, dash=dash, radius=radius)]
        lines = party_lines(party, self.style)
        y = rect.y + (rect.height - len(lines) * NAME_LINE) / 2 + 6.9
        x = rect.x + 7
        if party.code:
            items.append(Text(x, y, party.code, NAME, 700))
            x += width(party.code, NAME, 700) + 6
        centred = len(party.names) == 1 and not party.square and not party.unknown
        for i, text in enumerate(lines):
            if centred:
                items.append(Text(rect.x + rect.width / 2, y + i * NAME_LINE, text, NAME, 500, anchor="middle"))
            else:
                items.append(Text(x, y + i * NAME_LINE, text, NAME, 500))
        if party.unknown:
            items.append(Text(rect.right - 9, rect.y + rect.height / 2 + 2.6, "?", NAME, 700, anchor="middle"))
        label = party.label or ", ".join(party.names)
        return Group(tuple(items), "party", party.ref, label, party.link)

    # Lines ------------------------------------------------------------------------------------------------------

    def lines(self) -> Iterator[Item]:
        """The lines, each with its discs and text."""
        for line in self.chart.lines:
            ways = self.place.paths.get(line.id)
            if ways is None:
                continue
            items: list[Item] = [
                Path(
                    way,
                    head="none" if line.headless or (line.id, k) in self.place.headless else "filled",
                    gaps=tuple(self.gaps.get((line.id, k), ())),
                )
                for k, way in enumerate(ways)
            ]
            if line.id in self.place.strands:
                items += self._outer(line)
            else:
                items += self._inner(line, ways)
            yield Group(tuple(items), "flow", line.ref, line.label or line.text)

    def _outer(self, line: FrameLine) -> list[Item]:
        """Discs and text in the zone between party and frame."""
        place = self.place
        left = line.source in place.parties
        y = place.strands[line.id]
        x = place.zones[0] + 8 if left else place.zones[1] + 8
        items: list[Item] = []
        for disc in line.discs:
            items += self._disc(disc, (x + DISC, y))
            x += 13.5
        lines = label_lines(line, self.style, place.rooms[0 if left else 1])
        x += 2
        if line.document and lines:
            items.append(Shape("document", x, y - 3.4 - 8.4, 7, 8, weight=0.75))
            x += 10
        for i, text in enumerate(reversed(lines)):
            items.append(Text(x, y - 3.6 - i * LABEL_LINE, text, 7, 400, italic=line.provisional))
        return items

    def _inner(self, line: FrameLine, ways: tuple[tuple[Point, ...], ...]) -> list[Item]:
        items: list[Item] = []
        if line.text and len(ways[0]) == 2 and ways[0][0][0] == ways[0][1][0]:
            items += self._beside(line, ways[0])
        elif line.discs:
            for spots in self.inner_spots[line.id]:
                for disc, spot in zip(line.discs, spots, strict=True):
                    items += self._disc(disc, spot)
        return items

    def _inner_spots(self) -> dict[str, list[list[Point]]]:
        """The spots of the discs on lines between boxes; the shortest lines choose first, they have least choice."""
        inner = [n for n in self.chart.lines if n.id in self.place.paths and n.id not in self.place.strands and n.discs]
        parts = [(n, part) for n in inner for part in _parts(self.place.paths[n.id])]
        parts.sort(key=lambda p: (round(sum(_length(way) for way in p[1]), 2), p[0].id))
        out: dict[str, list[list[Point]]] = {}
        for line, part in parts:
            out.setdefault(line.id, []).append(self._free(line, part))
        return out

    def _open_under_discs(self) -> None:
        """Other lines are open where a disc found no free spot: they pass under it, and its number can be read."""
        for own, parts in self.inner_spots.items():
            for spot in (spot for spots in parts for spot in spots):
                for id_, ways in self.place.paths.items():
                    for k, way in enumerate(ways if id_ != own else ()):
                        for a, b in pairwise(way):
                            if _distance(spot, a, b) < DISC + 0.9:
                                self.gaps.setdefault((id_, k), []).extend(_around(spot, a, b, way[-1]))

    def _beside(self, line: FrameLine, way: tuple[Point, ...]) -> list[Item]:
        """Text to the right of a vertical line between two boxes, above the lines that cross it."""
        x = way[0][0] + 6
        middle = (min(way[0][1], way[1][1]) + self._floor(way)) / 2 - 1
        frame = next((r for r in self.place.frames.values() if r.y <= middle <= r.foot), None)
        right = self._wall(way[0][0], way, (frame.right if frame else self.place.width) - 8)
        items: list[Item] = []
        if line.document:
            items.append(Shape("document", x, middle - 4, 7, 8, weight=0.75))
            x += 10
        lines = beside_lines(line, self.style, right - x)
        base = middle + 2.5 - (len(lines) - 1) * LABEL_LINE / 2
        for i, text in enumerate(lines):
            items.append(Text(x, base + i * LABEL_LINE, text, 7, 400, italic=line.provisional))
        return items

    def _floor(self, way: tuple[Point, ...]) -> float:
        """The highest line that runs along the gap of this vertical line, else its lower end."""
        top, foot = sorted((way[0][1], way[1][1]))
        x = way[0][0]
        for box in self.place.boxes.values():
            if abs(box.y - foot) < 0.01 and box.x <= x <= box.right:
                ys = [
                    a[1]
                    for _, a, b in self.segments
                    if a[1] == b[1] and top < a[1] < foot and min(a[0], b[0]) < box.right and max(a[0], b[0]) > x
                ]
                return min(ys, default=foot)
        return foot

    def _wall(self, x: float, way: tuple[Point, ...], right: float) -> float:
        """The nearest vertical line to the right within the height of this one."""
        low, high = sorted((way[0][1], way[1][1]))
        for _, a, b in self.segments:
            if a[0] == b[0] and a[0] > x + 1 and min(a[1], b[1]) < high and max(a[1], b[1]) > low:
                right = min(right, a[0] - 5)
        return right

    def _free(self, line: FrameLine, ways: tuple[tuple[Point, ...], ...]) -> list[Point]:
        """Spots for the discs of a line, side by side along one piece, clear of everything else."""
        count = len(line.discs)
        need = count * 13.0
        found: list[tuple[float, list[Point]]] = []
        for w, way in enumerate(ways):
            for k, (a, b) in enumerate(pairwise(way)):
                length = hypot(b[0] - a[0], b[1] - a[1])
                if not length:
                    continue
                ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
                last = k == len(way) - 2
                for t in _along(length, need, 7.0 if last else 0.0):
                    start = t - (count - 1) * 6.5
                    spots = [(a[0] + ux * (start + 13 * m), a[1] + uy * (start + 13 * m)) for m in range(count)]
                    cost = 0.01 * abs(t - length / 2) + 0.3 * (w > 0) + 0.2 * k
                    cost += 20 if length < need + (14 if last else 4) else 0
                    found.append((cost, spots))
        found.sort(key=lambda f: f[0])
        best: tuple[float, list[Point]] | None = None
        for cost, spots in found:
            if best is not None and cost >= best[0]:
                break
            cost += sum(self._blocked(spot, line.id) for spot in spots)
            if best is None or cost < best[0] - 1e-9:
                best = (cost, spots)
        assert best is not None
        self.spots.extend(best[1])
        return best[1]

    def _blocked(self, spot: Point, own: str) -> float:
        """How much stands in the way of a disc here."""
        x, y = spot
        cost = 0.0
        for id_, a, b in self.segments:
            if id_ != own and _distance(spot, a, b) < 6.9:
                cost += 10
        cost += 10 * sum(hypot(x - sx, y - sy) < 13.0 for sx, sy in self.spots)
        for rect in self.place.boxes.values():
            inside_x = rect.x - 6.5 < x < rect.right + 6.5
            cost += 10 * (inside_x and rect.y - 6.5 < y < rect.foot + 6.5)
        for rect in (*self.place.frames.values(), *self.place.wholes.values()):
            inside = rect.y - 6.5 < y < rect.foot + 6.5 and rect.x - 6.5 < x < rect.right + 6.5
            near = min(abs(x - rect.x), abs(x - rect.right), abs(y - rect.y), abs(y - rect.foot)) < 6.5
            cost += 5 * (inside and near)
        return cost

    def _disc(self, disc: Disc, spot: Point) -> list[Item]:
        x, y = spot
        dash: Dash = "provisional" if disc.provisional else "solid"
        wide = max(12.0, width(disc.text, 7, 600) + 5)
        form = Shape("disc", x - DISC, y - DISC, 12, 12, weight=0.8, dash=dash)
        if wide > 12.0:
            form = Shape("capsule", x - wide / 2, y - DISC, wide, 12, weight=0.8, dash=dash)
        return [form, Text(x, y + 2.5, disc.text, 7, 600, anchor="middle")]

    def _crossings(self) -> dict[tuple[str, int], list[Point]]:
        """Where a line is opened because another one crosses it: the one with more room between its crossings
        yields, the horizontal where they have the same; none within the last ten points before its head.
        """
        pieces = [
            (id_, k, way, a, b)
            for id_, ways in self.place.paths.items()
            for k, way in enumerate(ways)
            for a, b in pairwise(way)
        ]
        flat = [p for p in pieces if abs(p[3][1] - p[4][1]) < 0.01]
        tall = [p for p in pieces if abs(p[3][1] - p[4][1]) >= 0.01]
        found = [
            (f, t, (t[3][0], f[3][1]))
            for f in flat
            for t in tall
            if f[0] != t[0]
            and min(f[3][0], f[4][0]) < t[3][0] < max(f[3][0], f[4][0])
            and min(t[3][1], t[4][1]) < f[3][1] < max(t[3][1], t[4][1])
        ]
        out: dict[tuple[str, int], list[Point]] = {}
        for f, t, spot in found:
            along = min((abs(s[0] - spot[0]) for g, _, s in found if g is f and s != spot), default=99.0)
            down = min((abs(s[1] - spot[1]) for _, u, s in found if u is t and s != spot), default=99.0)
            yields = t if down > along + 0.01 and along < 14.0 else f
            end = yields[2][-1]
            if hypot(end[0] - spot[0], end[1] - spot[1]) < 10.0:
                yields = t if yields is f else f
            out.setdefault((yields[0], yields[1]), []).append(spot)
        return out


def _parts(ways: tuple[tuple[Point, ...], ...]) -> list[tuple[tuple[Point, ...], ...]]:
    """The ways of a line that hang together, each set apart from the others."""
    out: list[list[tuple[Point, ...]]] = []
    for way in ways:
        home = next(
            (part for part in out if any(_on(end, other) for other in part for end in (way[0], way[-1]))),
            None,
        )
        if home is None:
            out.append([way])
        else:
            home.append(way)
    return [tuple(part) for part in out]


def _length(way: tuple[Point, ...]) -> float:
    return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(way))


def _on(point: Point, way: tuple[Point, ...]) -> bool:
    return any(_distance(point, a, b) < 0.01 for a, b in pairwise(way))


def _along(length: float, need: float, head: float) -> list[float]:
    """Places along a piece, its middle first."""
    room = length - head
    middle = room / 2
    out = [middle]
    step = _STEP
    while step < (room - need) / 2:
        out += [middle + step, middle - step]
        step += _STEP
    return out


def _around(spot: Point, a: Point, b: Point, end: Point) -> list[Point]:
    """Points of a piece beside a disc that lies on it, so close that their gaps are one; none at the head."""
    x = min(max(spot[0], min(a[0], b[0])), max(a[0], b[0]))
    y = min(max(spot[1], min(a[1], b[1])), max(a[1], b[1]))
    across = 4.0 if a[1] == b[1] else 0.0
    points = [(x + across * n, y + (4.0 - across) * n) for n in (-1, 0, 1)]
    return [p for p in points if hypot(end[0] - p[0], end[1] - p[1]) >= 10.0]


def _distance(p: Point, a: Point, b: Point) -> float:
    """From a point to a horizontal or vertical piece."""
    dx = max(min(a[0], b[0]) - p[0], 0.0, p[0] - max(a[0], b[0]))
    dy = max(min(a[1], b[1]) - p[1], 0.0, p[1] - max(a[1], b[1]))
    return hypot(dx, dy)
