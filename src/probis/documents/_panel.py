"""Counts and ratios to one drawing for the head of a page: tiles of numbers above, bars of shares below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from probis.drawing.measure import break_lines, width
from probis.drawing.scene import Colour, Form, Group, Item, Scene, Shape, Text

_TILE = 58.0
_GAP = 10.0
_ROW = 21.0
_LABEL = 0.42  # of the width: what the labels of the bars take
_VALUE = 0.24


@dataclass(frozen=True, slots=True)
class Tile:
    """A number with its word, the form and colour of its mark, and a small line below it."""

    number: str
    word: str
    form: Form | None = None
    colour: Colour = "ink"
    below: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A share with its label and what is said behind it; `before` is the share of an older version."""

    label: str
    share: Fraction | None
    said: str
    before: Fraction | None = None


def panel(title: str, tiles: tuple[Tile, ...], bars: tuple[Bar, ...], wide: float) -> Scene:
    """The drawing, ``wide`` points wide; its description says everything that it shows."""
    items = [*_tiles(tiles, wide), *_bars(bars, wide, _TILE + 16)]
    said = [f"{tile.number} {tile.word}{f' ({tile.below})' if tile.below else ''}" for tile in tiles]
    said += [f"{bar.label}: {bar.said}" for bar in bars]
    return Scene(wide, _TILE + 16 + _ROW * len(bars), title, "; ".join(said) + ".", tuple(items))


def _tiles(tiles: tuple[Tile, ...], wide: float) -> Iterator[Item]:
    room = (wide - _GAP * (len(tiles) - 1)) / len(tiles)
    for n, tile in enumerate(tiles):
        x = n * (room + _GAP) + 0.5
        parts: list[Item] = [Shape("rect", x, 0.5, room - 1, _TILE - 1, "lane", "hairline", 0.8, radius=4)]
        parts.append(Text(x + 10, 30, tile.number, 23, 700, tile.colour))
        at = x + 10
        if tile.form is not None:
            parts.append(Shape(tile.form, at, 37.5, 7, 7, tile.colour, tile.colour, 0.8))
            at += 11
        parts.append(Text(at, 44.5, _fitting(tile.word, room - (at - x) - 6, 8.5), 8.5, 500))
        if tile.below:
            parts.append(Text(x + 10, 54, _fitting(tile.below, room - 16, 7.5), 7.5, 400, "second"))
        yield Group(tuple(parts), "note")


def _bars(bars: tuple[Bar, ...], wide: float, top: float) -> Iterator[Item]:
    left, value = wide * _LABEL, wide * _VALUE
    long = wide - left - value - 10
    for n, bar in enumerate(bars):
        y = top + n * _ROW
        parts: list[Item] = [Text(0, y + 9.5, _fitting(bar.label, left - 8, 9), 9)]
        parts.append(Shape("rect", left, y, long, 12, "page", "rule", 0.8))
        if bar.share:
            parts.append(Shape("rect", left, y, max(long * float(bar.share), 1), 12, "navy", "navy", 0.8))
        if bar.before is not None:
            at = left + long * float(bar.before)
            parts.append(Shape("rect", at - 0.9, y - 3, 1.8, 18, "error", "page", 0.4))
        parts.append(Text(left + long + 10, y + 9.5, _fitting(bar.said, value, 9), 9, 500))
        yield Group(tuple(parts), "note")


def _fitting(said: str, room: float, size: float) -> str:
    if width(said, size, 500) <= room:
        return said
    return next(iter(break_lines(said, room, size, 500, max_lines=1)), "")
