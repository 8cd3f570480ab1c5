"""Text to text that fits a line of a given width: break points in words too long for it, no unknown sign."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import pyphen
import uharfbuzz as hb

from probis.drawing.measure import break_lines, width

SOFT_HYPHEN = "\u00ad"
_SLACK = 0.94  # bold and tags run wider than the face we measure in


@lru_cache(maxsize=1)
def _patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="id_ID", left=2, right=2)


@lru_cache(maxsize=1)
def _signs() -> frozenset[str]:
    fonts = files("probis.drawing").joinpath("fonts")
    found: set[int] = set()
    for name in ("texgyrebonum-regular.otf", "Inter.ttf"):
        found |= set(hb.Face(fonts.joinpath(name).read_bytes()).unicodes)
    return frozenset(map(chr, found)) | frozenset("\n\t\u00ad\u200b")


def printable(value: str) -> str:
    """The text with "□" for each sign that neither of our fonts holds (PDF/A refuses one without a glyph)."""
    unknown = set(value) - _signs()
    return "".join("□" if c in unknown else c for c in value) if unknown else value


@lru_cache(maxsize=65536)
def breakable(value: str, room_pt: float, size_pt: float, heavy: bool = False) -> str:
    """The text with soft hyphens in just those words that are wider than ``room_pt`` points at ``size_pt``."""
    room = room_pt * _SLACK
    shortest = int(room / (size_pt * 1.2)) + 1
    return "\n".join(
        " ".join(_word(word, room, size_pt, heavy) if len(word) >= shortest else word for word in line.split(" "))
        for line in value.split("\n")
    )


def balanced(value: str, room_pt: float, size_pt: float, heavy: bool = False) -> str:
    """A centred text in lines of even length; its own line breaks stay."""
    weight = 700 if heavy else 400
    return "\n".join(
        "\n".join(break_lines(line, room_pt * _SLACK, size_pt, weight, family="serif")) or line
        for line in value.split("\n")
    )


def _word(word: str, room: float, size: float, heavy: bool) -> str:
    if width(word, size, 700 if heavy else 400, "serif") <= room:
        return word
    parts = _patterns().inserted(word, SOFT_HYPHEN).split(SOFT_HYPHEN)
    return SOFT_HYPHEN.join(piece for part in parts for piece in _chunks(part, 6))


def _chunks(part: str, longest: int) -> list[str]:
    return [part[i : i + longest] for i in range(0, len(part), longest)] or [part]
