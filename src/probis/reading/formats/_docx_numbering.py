"""The part `numbering` of a DOCX file to the numbers in front of its paragraphs, counted as Word counts them.

ECMA-376 part 1, 17.9: levels of an abstract list, overridden by the list that uses it; lists of one abstract list
count on from each other unless one starts anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Final

from probis.reading.formats._docx_package import MC, W
from probis.reading.formats._docx_signs import sign
from probis.reading.formats._docx_styles import Styles, flag, indents, val, whole

LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_HIGHEST: Final = 32_767
_BULLETS: Final = "-–—•·▪●○◦*✓➢"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart` is the level (from 1) whose use starts it anew, 0 for never, None for any."""

    start: int = 0
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""
    left: float | None = None
    first: float | None = None
    pad: int = 0


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: tuple[Level, ...]
    starts: tuple[int | None, ...]


class Numbering:
    """The lists of a document with where each of them stands; asked in the order of the document."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._abstract: dict[str, tuple[Level, ...]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root, styles)

    def level(self, list_: str | None, level: int | None, style: str) -> tuple[int, Level] | None:
        """The level that a paragraph stands at: its list, its own level or else the one tied to its style."""
        found = self._lists.get(list_) if list_ else None
        if found is None:
            return None
        if level is None:
            level = next((n for n, each in enumerate(found.levels) if style and each.style == style), 0)
        if not 0 <= level < LEVELS:
            return None
        return level, found.levels[level]

    def next(self, list_: str, level: int) -> str:
        """Count one paragraph at this level of a list and return what stands in front of it."""
        used = self._lists[list_]
        counts = self._counts.setdefault(used.abstract, [None] * LEVELS)
        start = used.starts[level]
        now = counts[level]
        if start is not None and (list_, level) not in self._begun:
            now = start
        else:
            now = used.levels[level].start if now is None else min(now + 1, _HIGHEST)
        self._begun.add((list_, level))
        counts[level] = now
        for below in range(level + 1, LEVELS):
            restart = used.levels[below].restart
            if restart is None or level < restart:
                counts[below] = None
                self._begun.discard((list_, below))
        return self._shown(used, level, counts)

    def _shown(self, used: _List, level: int, counts: list[int | None]) -> str:
        at = used.levels[level]
        if at.format == "bullet":
            return bullet(at.text)
        if at.format == "none":
            return _PLACE.sub("", at.text).strip()

        def place(found: re.Match[str]) -> str:
            which = int(found[1]) - 1
            if which > level:
                return ""
            other = used.levels[which]
            start = used.starts[which]
            count = counts[which]
            if count is None:
                count = other.start if start is None else start
            return formatted(
                count, "decimal" if at.legal and other.format != "decimalZero" else other.format, other.pad
            )

        return _PLACE.sub(place, at.text).strip()

    def _read(self, root: Any, styles: Styles) -> None:
        linked: dict[str, str] = {}
        named: dict[str, str] = {}
        for element in root.iterfind(f"{W}abstractNum"):
            id_ = element.get(f"{W}abstractNumId", "")
            levels = [Level()] * LEVELS
            for each in element.iterfind(f"{W}lvl"):
                number = whole(each.get(f"{W}ilvl"))
                if number is not None and 0 <= number < LEVELS:
                    levels[number] = _level(each)
            self._abstract[id_] = tuple(levels)
            link = val(element, "numStyleLink")
            if link:
                linked[id_] = link
            name = val(element, "styleLink")
            if name:
                named[name] = id_
        for element in root.iterfind(f"{W}num"):
            abstract = val(element, "abstractNumId") or ""
            if abstract in linked:
                style = linked[abstract]
                abstract = named.get(style) or self._abstract_of(root, styles.run(style).list) or abstract
            if abstract in self._abstract:
                self._lists[element.get(f"{W}numId", "")] = self._list(element, abstract)

    def _list(self, element: Any, abstract: str) -> _List:
        levels = list(self._abstract[abstract])
        starts: list[int | None] = [None] * LEVELS
        for override in element.iterfind(f"{W}lvlOverride"):
            number = whole(override.get(f"{W}ilvl"))
            if number is None or not 0 <= number < LEVELS:
                continue
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[number] = _level(own)
            starts[number] = whole(val(override, "startOverride"))
            if starts[number] is not None:
                levels[number] = replace(levels[number], start=starts[number] or 0)
        return _List(abstract, tuple(levels), tuple(starts))

    @staticmethod
    def _abstract_of(root: Any, list_: str | None) -> str | None:
        for element in root.iterfind(f"{W}num"):
            if element.get(f"{W}numId") == list_:
                return val(element, "abstractNumId")
        return None


def _level(element: Any) -> Level:
    format_, pad = _format(element)
    paragraph = element.find(f"{W}pPr")
    left, first = indents(paragraph) if paragraph is not None else (None, None)
    text = val(element, "lvlText") or ""
    if format_ == "bullet":
        fonts = element.find(f"{W}rPr/{W}rFonts")
        font = "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""
        text = "".join(sign(each, font) for each in text[:8])
    start = whole(val(element, "start"))
    return Level(
        start=min(max(start or 0, 0), _HIGHEST),
        format=format_,
        text=text[:100],
        restart=whole(val(element, "lvlRestart")),
        legal=bool(flag(element, "isLgl")),
        style=val(element, "pStyle") or "",
        left=left,
        first=first,
        pad=pad,
    )


def _format(element: Any) -> tuple[str, int]:
    """The format of a level and how many digits it is padded to."""
    found = element.find(f"{W}numFmt")
    if found is None:
        found = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if found is None:
        return "decimal", 0
    said = str(found.get(f"{W}val", "decimal"))
    if said == "custom":
        example = re.match(r"0{1,6}1\b", found.get(f"{W}format", ""))
        return "decimal", len(example[0]) if example else 0
    return said, 0


def bullet(text: str) -> str:
    """The mark of a list as a reader of plain text knows it."""
    mark = text.strip()
    return mark if mark in _BULLETS or mark.isalnum() else "•" if mark else ""


def formatted(number: int, format_: str, pad: int = 0) -> str:
    """A number as a list shows it: 3 → "3", "c", "C", "iii", "III", "03"."""
    match format_:
        case "lowerLetter" | "upperLetter":
            if number < 1:
                return ""
            turns, letter = divmod(number - 1, 26)
            word = chr(ord("a") + letter) * min(turns + 1, 20)
            return word if format_ == "lowerLetter" else word.upper()
        case "lowerRoman" | "upperRoman":
            word = _roman(number)
            return word.lower() if format_ == "lowerRoman" else word
        case "none" | "bullet":
            return ""
        case "decimalZero":
            return f"{number:02d}"
        case "decimalEnclosedParen":
            return f"({number})"
        case "decimalEnclosedFullstop":
            return f"{number}."
        case "numberInDash":
            return f"- {number} -"
    return f"{number:0{pad}d}" if pad else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    word = ""
    values = (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X")
    for value, letters in (*values, (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        word += letters * (number // value)
        number %= value
    return word
