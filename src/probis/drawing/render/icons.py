"""The small signs of BPMN to path data: each drawn once in a square of 1, then stretched to its box."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import cos, pi, sin
from typing import Final

from probis.drawing.scene import Shape

_PAIRS = 2


def number(value: float) -> str:
    """A coordinate with at most two decimals, the same on every machine."""
    text = f"{round(value + 0.0, 2):.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _ring(teeth: int, outer: float, inner: float) -> str:
    """A wheel with teeth."""
    points = []
    for i in range(teeth):
        for turn, radius in ((-0.32, inner), (-0.2, outer), (0.2, outer), (0.32, inner)):
            angle = (i + turn) * 2 * pi / teeth
            points.append(f"{0.5 + radius * sin(angle):.3f} {0.5 - radius * cos(angle):.3f}")
    return "M " + " L ".join(points) + " Z"


ICONS: Final[Mapping[str, str]] = {
    "flap": "M 0 0 L .5 .58 L 1 0",
    "bolt": "M 0 1 L .3 .12 L .62 .6 L 1 0 L .7 .92 L .38 .42 Z",
    "user": "M 0 1 C 0 .7 .16 .58 .34 .55 C .24 .48 .2 .38 .2 .28 C .2 .1 .34 0 .5 0 C .66 0 .8 .1 .8 .28"
    " C .8 .38 .76 .48 .66 .55 C .84 .58 1 .7 1 1 Z",
    "hand": "M 0 .36 L .3 .06 C .36 0 .46 .04 .42 .12 L .36 .26 L .92 .26 C 1 .26 1 .42 .92 .42 L .6 .42 L .94 .42"
    " C 1.02 .42 1.02 .58 .94 .58 L .6 .58 L .9 .58 C .98 .58 .98 .74 .9 .74 L .6 .74 L .8 .74 C .88 .74 .88 .9 .8 .9"
    " L .26 .9 C .12 .9 0 .82 0 .7 Z",
    "gear": _ring(8, 0.5, 0.37) + " M .66 .5 C .66 .72 .34 .72 .34 .5 C .34 .28 .66 .28 .66 .5 Z",
    "script": "M .3 0 L 1 0 C .7 .3 .7 .4 .86 .6 C .96 .75 .94 .88 .76 1 L .04 1 C .26 .86 .24 .74 .12 .56"
    " C 0 .36 0 .24 .3 0 Z M .3 .28 L .66 .28 M .34 .52 L .74 .52 M .38 .76 L .78 .76",
    "table": "M 0 0 L 1 0 L 1 1 L 0 1 Z M 0 .3 L 1 .3 M 0 .65 L 1 .65 M .32 .3 L .32 1",
    "form": "M 0 0 L 1 0 L 1 1 L 0 1 Z M .2 .22 L .8 .22 M .2 .41 L .8 .41 M .2 .6 L .8 .6 M .2 .79 L .8 .79",
    "page": "M 0 0 L .66 0 L 1 .26 L 1 1 L 0 1 Z M .66 0 L .66 .26 L 1 .26",
    "store": "M 0 .14 C 0 -.05 1 -.05 1 .14 L 1 .86 C 1 1.05 0 1.05 0 .86 Z M 0 .14 C 0 .32 1 .32 1 .14"
    " M 0 .24 C 0 .42 1 .42 1 .24 M 0 .34 C 0 .52 1 .52 1 .34",
    "asterisk": "M .5 0 L .5 1 M 0 .5 L 1 .5 M .15 .15 L .85 .85 M .85 .15 L .15 .85",
    "bracket": "M 1 0 L 0 0 L 0 1 L 1 1",
    "loop": "M .3 .92 C 0 .78 -.06 .38 .18 .16 C .42 -.06 .8 0 .94 .3 C 1.06 .58 .94 .86 .66 .96"
    " M .3 .92 L .34 .6 M .3 .92 L 0 .9",
    "strokes": "M .14 0 L .14 1 M .5 0 L .5 1 M .86 0 L .86 1",
    "bands": "M 0 .14 L 1 .14 M 0 .5 L 1 .5 M 0 .86 L 1 .86",
    "arrow": "M 0 .3 L .58 .3 L .58 0 L 1 .5 L .58 1 L .58 .7 L 0 .7 Z",
    "rewind": "M .5 0 L .5 1 L 0 .5 Z M 1 0 L 1 1 L .5 .5 Z",
    "fin": "M .5 0 L 1 1 L .5 .66 L 0 1 Z",
    "tilde": "M 0 .6 C .2 .1 .4 .2 .5 .5 C .6 .8 .8 .9 1 .4",
    "five-sided": "M .5 0 L 1 .38 L .81 1 L .19 1 L 0 .38 Z",
}
"""Form to its path in a square of 1: M, L and C with their points, and Z."""


def icon_data(shape: Shape) -> str:
    """The path data of a sign in the box of its shape."""
    out: list[str] = []
    at = 0
    for token in _tokens(shape.form):
        if isinstance(token, str):
            out.append(token)
            at = 0
            continue
        across = at % _PAIRS == 0
        value = shape.x + token * shape.width if across else shape.y + token * shape.height
        out.append(("" if at == 0 else " ") + number(value))
        at += 1
    return "".join(out)


@lru_cache(maxsize=64)
def _tokens(form: str) -> tuple[str | float, ...]:
    return tuple(t if t in "MLCZ" else float(t) for t in ICONS[form].split())
