"""Signs to rows of words: one baseline a row, words apart where there is a blank or a gap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from probis.reading.formats._pdf_ink import SOFT, Sign

_GAP = 0.19  # of the size: wider than between letters, narrower than the narrowest blank


class Word(NamedTuple):
    """A word with its place."""

    text: str
    x0: float
    x1: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Words on one baseline `y`, in reading order, in points from the upper left corner of the page."""

    words: tuple[Word, ...]
    y: float
    size: float
    hidden: bool = False

    @property
    def x0(self) -> float:
        """Where it starts."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @property
    def text(self) -> str:
        """Its words with one blank between."""
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all its words with letters are bold."""
        lettered = [word for word in self.words if any(sign.isalnum() for sign in word.text)]
        return bool(lettered) and all(word.bold for word in lettered)

    def part(self, first: int, last: int | None = None) -> "Row":
        """Return some of its words as a row."""
        return Row(self.words[first:last], self.y, self.size, self.hidden)

    def chunks(self, gap: float) -> tuple["Row", ...]:
        """Return it cut where words stand further apart than `gap` times the size."""
        cuts = [0]
        for i, (a, b) in enumerate(zip(self.words, self.words[1:], strict=False), 1):
            if b.x0 - a.x1 > gap * self.size:
                cuts.append(i)
        return tuple(self.part(a, b) for a, b in zip(cuts, [*cuts[1:], len(self.words)], strict=True))


def rows(signs: Iterable[Sign]) -> list[Row]:
    """Return upright signs as rows from top to bottom; a raised or lowered sign stays in the row it stands in."""
    lines: list[list[Sign]] = []
    bases: list[float] = []
    for sign in sorted((sign for sign in signs if sign.text != " "), key=lambda sign: (sign.base, sign.x0)):
        for back in range(len(lines) - 1, max(-1, len(lines) - 4), -1):
            near = sign.base - bases[back]
            if near <= 0.28 * sign.size or (near <= 0.55 * lines[back][0].size and _raised(sign, lines[back])):
                lines[back].append(sign)
                break
        else:
            lines.append([sign])
            bases.append(sign.base)
    blanks: dict[int, list[Sign]] = {}
    for sign in signs:
        if sign.text == " ":
            blanks.setdefault(round(sign.base), []).append(sign)
    made = [_row(line, blanks) for line in lines]
    return _joined([row for row in made if row.words])


def turned(signs: Sequence[Sign], turn: int) -> list[Sign]:
    """Return signs that stand turned by a quarter or a half, as if the page were turned back."""
    if turn == 2:
        return [s._replace(x0=-s.x1, x1=-s.x0, y0=-s.y1, y1=-s.y0, base=-s.base) for s in signs]
    if turn == 3:  # reads upwards
        return [s._replace(x0=-s.y1, x1=-s.y0, y0=s.x0, y1=s.x1) for s in signs]
    return [s._replace(x0=s.y0, x1=s.y1, y0=-s.x1, y1=-s.x0, base=-s.base) for s in signs]


def _raised(sign: Sign, line: Sequence[Sign]) -> bool:
    last = line[-1]
    small = min(sign.size, last.size) < 0.8 * max(sign.size, last.size)
    return small and any(abs(sign.x0 - each.x1) < 0.6 * each.size or abs(each.x0 - sign.x1) < 1 for each in line[-40:])


def _row(line: list[Sign], blanks: dict[int, list[Sign]]) -> Row:
    base, size = median(sign.base for sign in line), median(sign.size for sign in line)
    gaps = sorted(
        (sign.x0 + sign.x1) / 2
        for key in range(round(base) - 2, round(base) + 3)
        for sign in blanks.get(key, ())
        if abs(sign.base - base) <= 0.28 * max(size, sign.size)
    )
    words: list[Word] = []
    text, start, end, bold, at = "", 0.0, 0.0, True, 0
    for sign in sorted(line, key=lambda sign: sign.x0):
        while at < len(gaps) and gaps[at] < end - 0.5:
            at += 1
        parted = at < len(gaps) and gaps[at] < (sign.x0 + sign.x1) / 2
        if text and (parted or sign.x0 - end > _GAP * min(size, sign.size)):
            words.append(Word(text, start, end, bold))
            text, bold = "", True
        if text.endswith(SOFT):
            text = text[:-1]
        if not text:
            start, end = sign.x0, sign.x1
        text += sign.text
        end = max(end, sign.x1)
        bold = bold and sign.bold
    if text:
        words.append(Word(text, start, end, bold))
    words = _spaced([word._replace(text=word.text.replace(SOFT, "-")) for word in words if word.text], size)
    hidden = sum(sign.hidden for sign in line) > len(line) / 2
    return Row(tuple(words), base, size, hidden)


def _spaced(words: list[Word], size: float) -> list[Word]:
    """Words whose letters stand apart ("T E N T A N G") put together: single letters only, evenly apart."""
    if len(words) < 4 or any(len(word.text) > 1 or not word.text.isupper() for word in words):
        return words
    gaps = [b.x0 - a.x1 for a, b in pairwise(words)]
    wide = 1.8 * min(gaps) + 0.1 * size
    made = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap < wide:
            last = made[-1]
            made[-1] = Word(last.text + word.text, last.x0, word.x1, last.bold and word.bold)
        else:
            made.append(word)
    return made


def _joined(made: list[Row]) -> list[Row]:
    """Rows whose baselines nearly agree and whose words do not cover each other, as one (a label beside its text)."""
    kept: list[Row] = []
    for row in sorted(made, key=lambda row: (row.y, row.x0)):
        last = kept[-1] if kept else None
        apart = last is not None and (row.x0 > last.x1 - 2 or last.x0 > row.x1 - 2)
        if last and apart and row.y - last.y < (0.4 if row.hidden else 0.3) * min(row.size, last.size):
            words = _whole(sorted((*last.words, *row.words), key=lambda word: word.x0), row.hidden)
            kept[-1] = Row(words, max(last.y, row.y), max(last.size, row.size), last.hidden)
        else:
            kept.append(row)
    return kept


def _whole(words: Sequence[Word], hidden: bool) -> tuple[Word, ...]:
    """Words; those of a scan that touch each other, because the line leaned, are one."""
    made: list[Word] = []
    for word in words:
        if hidden and made and word.x0 - made[-1].x1 < 0.5 and word.text[:1].islower() and made[-1].text[-1:].isalpha():
            last = made[-1]
            made[-1] = Word(last.text + word.text, last.x0, word.x1, last.bold and word.bold)
        else:
            made.append(word)
    return tuple(made)
