"""Colour roles to colours, on light and on dark ground, and to a style sheet that restyles an inline drawing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from probis.drawing.scene import Colour

LIGHT: Final[Mapping[Colour, str]] = {
    "ink": "#14181D", "second": "#47515C", "navy": "#12395F", "on-navy": "#FFFFFF", "on-ink": "#FFFFFF",
    "rule": "#8B96A2", "hairline": "#C3CAD2", "page": "#FFFFFF", "box": "#FFFFFF", "lane": "#F5F6F8",
    "lane-head": "#E4E8EC", "outside": "#FAF4E6", "outside-head": "#EFE3C6", "error": "#B3261E",
    "warning": "#8A5300", "info": "#0B57A4", "added": "#0B57A4", "removed": "#B3400A", "changed": "#8420E0",
}  # fmt: skip
DARK: Final[Mapping[Colour, str]] = {
    "ink": "#E8ECF0", "second": "#A9B4BF", "navy": "#8FC1F2", "on-navy": "#0F1419", "on-ink": "#0F1419",
    "rule": "#5F6B77", "hairline": "#313B45", "page": "#0F1419", "box": "#1C242D", "lane": "#151B22",
    "lane-head": "#232C36", "outside": "#242016", "outside-head": "#3A3220", "error": "#FF8A80",
    "warning": "#F2B84B", "info": "#6FB4FF", "added": "#6FB4FF", "removed": "#FF9B66", "changed": "#C79BFF",
}  # fmt: skip


def stylesheet(colours: Mapping[Colour, str]) -> str:
    """CSS rules that give a drawing made by `svg` these colours: classes f-ROLE for fill, s-ROLE for stroke."""
    rules = [f".f-{role}{{fill:{value}}}" for role, value in colours.items()]
    rules += [f".s-{role}{{stroke:{value}}}" for role, value in colours.items()]
    return "\n".join(rules) + "\n"
