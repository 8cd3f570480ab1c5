"""Text to its width in points, and to lines that fit a width: HarfBuzz on the fonts that are printed with.

Widths equal those of the printed page (the same font files, the same shaping). Words are divided by the
Indonesian hyphenation patterns, and only where one word alone is too wide for a line.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import pyphen
import uharfbuzz as hb

from probis.drawing.scene import Family

ASCENT = 0.727  # height of a capital in Inter, as a share of the size
HYPHEN = "-"
_BREAK_AFTER = "/-–—&_.,;:|@\\"


@lru_cache(maxsize=32)
def _font(weight: int, family: Family, italic: bool) -> hb.Font:
    if family == "serif":
        name = "bold" if weight >= 600 else "regular"
        name = ("bolditalic" if weight >= 600 else "italic") if italic else name
        file = f"texgyrebonum-{name}.otf"
    else:
        file = "Inter-Italic.ttf" if italic else "Inter.ttf"
    data = files("probis.drawing").joinpath("fonts", file).read_bytes()
    font = hb.Font(hb.Face(data))
    if family == "sans":
        font.set_variations({"wght": float(weight)})
    return font


@lru_cache(maxsize=65536)
def _advance(text: str, weight: int, family: Family, italic: bool) -> float:
    if not text:
        return 0.0
    font = _font(weight, family, italic)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    units = sum(p.x_advance for p in buffer.glyph_positions)
    return float(units) / float(font.face.upem)


def warm() -> None:
    """Open the fonts and the patterns of hyphenation: before a process forks, so that no child opens them again."""
    _dictionary()
    for weight in (400, 500, 600, 700):
        _advance("A", weight, "sans", False)
    _advance("A", 400, "serif", False)
    _advance("A", 700, "serif", False)


def width(
    text: str,
    size: float,
    weight: int = 400,
    family: Family = "sans",
    *,
    italic: bool = False,
    tracking: float = 0.0,
) -> float:
    """The width of one line in points; size and tracking in points, weight 400 to 700."""
    return _advance(clean(text), weight, family, italic) * size + tracking * len(text)


@lru_cache(maxsize=65536)
def clean(text: str) -> str:
    """The text as one line: what cannot be drawn is left out, runs of white space are one blank."""
    kept = text if text.isprintable() else "".join(c if c.isprintable() or c.isspace() else "" for c in text)
    return " ".join(kept.split())


class _Atom(NamedTuple):
    """A piece that is never divided further; `space` stands before it, `hyphen` after it where a line ends
    there.
    """

    text: str
    space: bool
    hyphen: bool


@lru_cache(maxsize=1)
def _dictionary() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="id_ID", left=2, right=2)


def _pieces(word: str) -> list[str]:
    """A word cut after its slashes and hyphens: "Kabupaten/Kota" is "Kabupaten/", "Kota"."""
    out, start = [], 0
    for i in range(1, len(word) - 1):
        if word[i] in _BREAK_AFTER and word[i + 1].isalnum() and i - start >= 2 and not word[i + 1].isdigit():
            out.append(word[start : i + 1])
            start = i + 1
    out.append(word[start:])
    return out


def _syllables(piece: str, room: float, size: float, weight: int, family: Family, least: int = 2) -> list[str]:
    """The syllables of a piece (of at least so many letters), and letters where one is wider than a line."""
    out: list[str] = []
    syllables: list[str] = []
    for syllable in _dictionary().inserted(piece, "\u00ad").split("\u00ad"):
        if len(syllables) == 1 and len(syllables[0]) < least:
            syllables[0] += syllable
        else:
            syllables.append(syllable)
    if len(syllables) > 1 and sum(c.isalpha() for c in syllables[-1]) < least:
        syllables[-2:] = ["".join(syllables[-2:])]
    for syllable in syllables:
        rest = syllable
        while width(rest + HYPHEN, size, weight, family) > room and len(rest) > 1:
            n = _longest(rest, room, size, weight, family)
            out.append(rest[:n])
            rest = rest[n:]
        out.append(rest)
    return [s for s in out if s]


def _longest(text: str, room: float, size: float, weight: int, family: Family) -> int:
    """How many letters of a text fit with a hyphen; at least one."""
    low, high = 1, len(text) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle] + HYPHEN, size, weight, family) <= room:
            low = middle
        else:
            high = middle - 1
    return low


def _atoms(text: str, room: float, size: float, weight: int, family: Family, divide: bool) -> list[_Atom]:
    atoms: list[_Atom] = []
    for word in clean(text).split(" "):
        first = bool(atoms)
        for piece in _pieces(word):
            fits = width(piece, size, weight, family) <= room
            if fits and not (divide and len(piece) >= 7):
                atoms.append(_Atom(piece, first, False))
            else:
                parts = _syllables(piece, room, size, weight, family, 3 if fits else 2)
                for i, part in enumerate(parts):
                    hyphen = i < len(parts) - 1 and part[-1].isalnum()
                    atoms.append(_Atom(part, first and i == 0, hyphen))
            first = False
    return atoms


def _joined(atoms: list[_Atom], start: int, end: int) -> str:
    out = "".join((" " if a.space and i else "") + a.text for i, a in enumerate(atoms[start:end]))
    return out + HYPHEN if atoms[end - 1].hyphen and end < len(atoms) else out


@lru_cache(maxsize=16384)
def break_lines(
    text: str,
    room: float,
    size: float,
    weight: int = 400,
    max_lines: int | None = None,
    family: Family = "sans",
    *,
    divide: bool = False,
) -> tuple[str, ...]:
    """The text in as few lines of at most `room` points as it needs, of lengths as even as can be.

    With `divide` any long word may be divided, else only one too wide for a line. With `max_lines` the text
    ends in "…" where it needs more. Empty text gives no line. No line is wider than `room` as long as one
    letter and a hyphen are not. Least raggedness by dynamic programming, after Knuth & Plass, "Breaking
    Paragraphs into Lines", Software: Practice and Experience 11 (1981), with the number of lines fixed at the
    least.
    """
    if not clean(text):
        return ()
    atoms = _atoms(text, room, size, weight, family, divide)
    breaks = _balanced(atoms, room, size, weight, family)
    lines = [_joined(atoms, a, b) for a, b in breaks]
    if max_lines is not None and len(lines) > max_lines:
        lines = lines[:max_lines]
        lines[-1] = _ended(lines[-1], room, size, weight, family)
    return tuple(lines)


def _ended(line: str, room: float, size: float, weight: int, family: Family) -> str:
    line = line.rstrip(HYPHEN + " ,;")
    while line and width(line + "…", size, weight, family) > room:
        line = line[:-1].rstrip()
    return line + "…"


def _balanced(atoms: list[_Atom], room: float, size: float, weight: int, family: Family) -> list[tuple[int, int]]:
    n = len(atoms)
    # best[i] = (lines, raggedness, end of the first line) for atoms[i:]
    best: list[tuple[int, float, int]] = [(0, 0.0, n)] * (n + 1)
    for i in range(n - 1, -1, -1):
        options: list[tuple[int, float, int]] = []
        line = ""
        for j in range(i + 1, n + 1):
            atom = atoms[j - 1]
            line += f" {atom.text}" if atom.space and line else atom.text
            w = _advance(line + HYPHEN if atom.hyphen and j < n else line, weight, family, False) * size
            if w > room and j > i + 1:
                break
            lines, cost, _ = best[j]
            hyphen = room * room * 0.15 if j < n and atoms[j - 1].hyphen else 0.0
            slack = (room - w) ** 2 * (0.6 if j == n else 1.0)
            options.append((lines + 1, cost + slack + hyphen, j))
        best[i] = min(options, key=lambda o: (o[0], round(o[1], 3), -o[2]))
    out, i = [], 0
    while i < n:
        j = best[i][2]
        out.append((i, j))
        i = j
    return out
