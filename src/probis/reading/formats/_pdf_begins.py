"""Rows to paragraphs: whether a row begins one, told by indent, gap, label and how far the row before it runs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from probis.reading.blocks import label_of
from probis.reading.formats._pdf_rows import Row

_SLACK = 3.5  # points
_ENDS = (".", ";", ":", "!", "?", "”", '"')
_KEYWORD = re.compile(
    r"(?:Menimbang|Mengingat|Memperhatikan|Membaca|Mendengar|Menetapkan|MENIMBANG|MENGINGAT|MEMPERHATIKAN|MENETAPKAN)"
)
_ITEM = re.compile(r"(?:[a-z]|\d{1,2})[.)]$")
_CODED = re.compile(r"(?P<letters>[A-Z]{1,6})[-./]?(?:[IVX]{1,5}|\d{1,3}|[A-Z])(?:[-./]\w{1,4}){0,4}")
"""A code before a name, such as "BL-II.3"."""
_NUMBERED = re.compile(r"(?:Nomor|Tahun|huruf|angka|ayat|Pasal|tanggal|dan|sampai|hingga|huruf-huruf)$", re.IGNORECASE)


@dataclass(slots=True)
class Measure:
    """What the rows of a page share: how far baselines lie apart, and where the text ends on the right."""

    pitch: float
    right: float
    left: float


@dataclass(frozen=True, slots=True)
class Set:
    """A row of the text with its page, as it stands among the others."""

    row: Row
    page: int
    measure: Measure
    centred: bool
    right: float  # where rows of its own column end


def parted(row: Row) -> list[Row]:
    """Return "Menimbang : a. bahwa …" as two rows: the keyword, and the first item beside it."""
    words = row.words
    if len(words) > 2 and _KEYWORD.fullmatch(words[0].text.rstrip(":")):
        at = 2 if words[1].text == ":" else 1 if words[0].text.endswith(":") else 0
        gap = words[at].x0 - words[at - 1].x1
        if at and at < len(words) - 1 and (_ITEM.match(words[at].text) or gap > 2 * row.size) and _item(words[at].text):
            return [row.part(0, at), row.part(at)]
    return [row]


def middled(rows: Sequence[Row], left: float, right: float) -> list[bool]:
    """Return for each row of a page whether it is centred: a row that starts where its neighbour starts is none."""
    made = [centred(row, left, right) for row in rows]
    for at, row in enumerate(rows):
        near = [rows[i] for i in (at - 1, at + 1) if 0 <= i < len(rows) and abs(rows[i].y - row.y) < 3 * row.size]
        if any(abs(other.x0 - row.x0) < 2 and abs(other.x1 - row.x1) > 4 for other in near) or label_of(row.text)[1]:
            made[at] = False
    return made


def _item(text: str) -> bool:
    return bool(_ITEM.match(text))


def centred(row: Row, left: float, right: float) -> bool:
    """Whether a row stands in the middle of the text with room on both sides."""
    before, after = row.x0 - left, right - row.x1
    return before > 1.5 * row.size and after > 1.5 * row.size and abs(before - after) < max(4.0, 0.04 * (right - left))


def hanging(row: Row) -> tuple[str, float]:
    """Return (label, where the text beside it stands); no label where the row has none."""
    label, counts, _, _ = label_of(row.text)
    words = row.words
    for at, word in enumerate(words[:7]):
        if word.text == ":" and at + 1 < len(words) and (at or counts):
            return label, words[at + 1].x0
    if counts is None:
        return "", row.x0
    used, at = len(label.replace(" ", "")), 0
    while at < len(words) and used > 0:
        used -= len(words[at].text)
        at += 1
    return label, words[at].x0 if at < len(words) and used == 0 else row.x0


def begins(rows: Sequence[Set], breaks: set[int]) -> list[bool | None]:
    """Return for each row whether it begins a paragraph; before rows in `breaks` stands a table or a picture."""
    made: list[bool | None] = []
    state = _Open()
    for number, each in enumerate(rows):
        before = rows[number - 1] if number else None
        new = True if before is None or number in breaks else state.begins(each, before)
        state.take(each, new is not False)
        made.append(new)
    return made


def _letters(row: Row) -> str:
    """Return the letters of the code that a row begins with, where a name stands behind it; "" where there is none."""
    coded = _CODED.fullmatch(row.words[0].text) if len(row.words) > 1 and row.words[1].text[:1].isupper() else None
    return coded["letters"] if coded is not None else ""


class _Open:
    """The paragraph that is open: where its first row and its text stand."""

    def __init__(self) -> None:
        self.left = self.text = 0.0
        self.rows = 0
        self.label = self.letters = ""

    def take(self, each: Set, new: bool) -> None:
        row = each.row
        if new:
            self.label, self.text = hanging(row)
            self.letters = _letters(row)
            self.left, self.rows = row.x0, 1
            return
        self.rows += 1
        if self.rows == 2 and not self.label:
            self.text = row.x0

    def begins(self, each: Set, before: Set) -> bool | None:
        row, last = each.row, before.row
        label, _ = hanging(row)
        fits = last.x1 + row.words[0].x1 - row.words[0].x0 + 0.9 * row.size < before.right
        ended = last.text.endswith(_ENDS)
        lower = row.text[:1].islower()
        if each.page != before.page:
            return self._over(row, last, label, fits, ended, lower)
        if abs(row.size - last.size) > 0.13 * max(row.size, last.size):
            return True
        gap, pitch = row.y - last.y, each.measure.pitch
        if gap < 0.3 * row.size:  # beside the keyword, or a new column
            return True
        if gap > pitch + max(2.2, 0.17 * pitch):
            return None if lower and not ended and not fits and gap < 1.6 * pitch else True
        if label:
            return self._labelled(row, last, fits)
        if self.letters and _letters(row) == self.letters:
            return True  # the next of a list of codes and names
        if last.bold and not row.bold and not lower:
            return True if fits or ended or each.centred != before.centred else None
        if each.centred and before.centred:
            return None
        return self._plain(row, last, fits, ended, lower, each.centred != before.centred)

    def _labelled(self, row: Row, last: Row, fits: bool) -> bool | None:
        inside = abs(row.x0 - self.text) < _SLACK and abs(self.text - self.left) > _SLACK
        if inside and not fits and not last.text.endswith((";", ":", ".")):
            return False if _NUMBERED.search(last.text) else None
        if _NUMBERED.search(last.text) and not fits:
            return None if abs(row.x0 - last.x0) < _SLACK else True
        return True

    def _plain(self, row: Row, last: Row, fits: bool, ended: bool, lower: bool, other: bool) -> bool | None:
        at_text = abs(row.x0 - self.text) < _SLACK
        if not ended and _NUMBERED.search(last.text) and at_text:
            return False
        stopped = True if fits and (ended or row.text[:1].isupper()) else None
        if other and not at_text:
            return True if fits and not lower else None
        hangs = bool(self.label) or abs(self.text - self.left) > _SLACK
        if at_text and hangs and fits and ended and not lower:
            return None
        if at_text:
            return stopped if fits else False
        if row.x0 > self.text:
            return True if fits or ended else None
        if self.rows > 1:
            return True
        if hangs:
            return True if fits or ended else None
        return fits or self.text - row.x0 >= 7 * row.size  # else the first line is set in

    def _over(self, row: Row, last: Row, label: str, fits: bool, ended: bool, lower: bool) -> bool | None:
        if label:
            return None if _NUMBERED.search(last.text) and not fits else True
        if lower and not ended:
            return False
        if row.bold and not last.bold and (fits or ended):
            return True
        if ended and not lower:
            return True if fits or last.text.endswith((";", ":")) else None
        if not fits and (abs(row.x0 - self.text) < _SLACK or last.text.endswith((",", "-"))) and not row.text.isupper():
            return False
        return True if fits and not lower else None
