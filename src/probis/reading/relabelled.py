"""Blocks whose labels a scan confused, "l." for "1." and "C." for "c.", to blocks whose labels count on.

A label is changed only where it fits nothing as it is printed, and fits its list as what it looks like.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from probis.reading.blocks import Block, Label, roman
from probis.reading.document import Kind

_TOKEN = re.compile(r"(?P<open>\(?)(?P<word>[0-9IlLOoSsBZzi|!]{1,4}|[A-Za-z])\s?(?P<close>[.,)])\s+(?=\S)")
_DIGITS = str.maketrans("IlLi|!OoSsBZz", "1111110055822")
_ROMANS = str.maketrans("1l|!i", "IIIII")
_FAR = 40
"""So many blocks a list may hold between two of its labels."""

_Style = tuple[Label, str]


def relabelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, in order; what a label was printed as is lost, its words stay."""
    last: dict[_Style, tuple[int, int]] = {}  # the last count of a style of labels, and where it stood
    ahead = _Ahead(blocks)
    for at, block in enumerate(blocks):
        kept = block
        if block.kind is Kind.TEXT and (token := _TOKEN.match(block.printed)) is not None:
            own = _style(block)
            if own is None or not _fits(own, block.count, at, last, ahead):
                kept = _mended(block, token, at, last, ahead) or block
        style = _style(kept)
        if style is not None:
            last[style] = (kept.count, at)
        yield kept


class _Ahead:
    """Which count the next label of a style has, for each place; every list is walked once."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._places: dict[_Style, list[tuple[int, int]]] = {}
        self._at: dict[_Style, int] = {}
        for at, block in enumerate(blocks):
            style = _style(block)
            if style is not None:
                self._places.setdefault(style, []).append((at, block.count))

    def next(self, style: _Style, at: int) -> int | None:
        """Return the count of the first label of a style after a place; places are asked for in order."""
        places = self._places.get(style, [])
        begin = self._at.get(style, 0)
        while begin < len(places) and places[begin][0] <= at:
            begin += 1
        self._at[style] = begin
        return places[begin][1] if begin < len(places) and places[begin][0] - at <= _FAR else None


def _style(block: Block) -> _Style | None:
    counted = block.counts not in (None, Label.MARK, Label.DIKTUM, Label.CHAPTER, Label.ARTICLE, Label.DECIMAL)
    return (block.counts, block.label[-1:]) if counted and block.counts is not None and block.label else None


def _fits(style: _Style, count: int, at: int, last: dict[_Style, tuple[int, int]], ahead: _Ahead) -> int:
    """How well a label fits: 2 where it counts on from the last one, 1 more where the next one counts on from it."""
    before = last.get(style)
    follows = before is not None and before[0] == count - 1 and at - before[1] <= _FAR
    return 2 * follows + (ahead.next(style, at) == count + 1)


def _mended(
    block: Block, token: re.Match[str], at: int, last: dict[_Style, tuple[int, int]], ahead: _Ahead
) -> Block | None:
    close = "." if token["close"] == "," else token["close"]
    best: tuple[int, Block] | None = None
    for counts, word, count in _readings(token["word"], bracketed=bool(token["open"])):
        fits = _fits((counts, close), count, at, last, ahead)
        if fits and (best is None or fits > best[0]):
            rest = block.printed[token.end() :].strip()
            made = replace(block, label=f"{token['open']}{word}{close}", counts=counts, count=count, text=rest)
            best = (fits, made)
    return best[1] if best is not None else None


def _readings(word: str, *, bracketed: bool) -> Iterator[tuple[Label, str, int]]:
    """Yield what a label can be: (how it counts, the label, its number)."""
    digits = word.translate(_DIGITS)
    if digits.isdigit() and 0 < int(digits) < 100:
        yield (Label.CLAUSE if bracketed else Label.NUMBER), str(int(digits)), int(digits)
    letters = word.translate(_ROMANS)
    if not bracketed and roman(letters):
        yield Label.ROMAN, letters, roman(letters)
    if len(word) == 1 and word.isalpha():
        small = word.casefold()
        yield (Label.CLAUSE if bracketed else Label.LETTER), small, ord(small) - ord("a") + 1
        if not bracketed:
            yield Label.CAPITAL, word.upper(), ord(small) - ord("a") + 1
