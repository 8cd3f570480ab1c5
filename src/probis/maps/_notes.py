"""The list that the numbered and lettered discs of a map point to: entries to columns of small text."""

from __future__ import annotations

from typing import Final

from probis.drawing.measure import break_lines
from probis.drawing.scene import Group, Item, Path, Text, moved
from probis.maps._sheet import USULAN
from probis.maps._sipoc import Note

LINE: Final = 8.8
_GAP: Final = 18.0
_INDENT: Final = 16.0
_HEAD: Final = 15.0


class Notes:
    """A list set to a width: its columns can be drawn whole, or cut to a height."""

    def __init__(self, title: str, notes: tuple[Note, ...], across: float, columns: int = 3) -> None:
        self.title, self.across, self.columns = title, across, columns
        self.wide = (across - (columns - 1) * _GAP) / columns
        self.set = [(note, self._lines(note)) for note in notes]

    def _lines(self, note: Note) -> tuple[str, ...]:
        tail = f" · {USULAN}" if note.provisional else ""
        lines = break_lines(note.text + tail, self.wide - _INDENT, 7) or ("",)
        return (note.head, *lines) if note.head else lines

    @property
    def height(self) -> float:
        """The height of the whole list; 0 where it is empty."""
        return _HEAD + max(self._depths(self._split(self.set))) + 2 if self.set else 0.0

    def pages(self, height: float) -> tuple[tuple[Item, ...], ...]:
        """The list in pieces of at most this height."""
        out: list[tuple[Item, ...]] = []
        rest = self.set
        while rest:
            count = len(rest)
            while count > 1 and _HEAD + max(self._depths(self._split(rest[:count]))) + 2 > height:
                count -= 1
            out.append(self._drawn(rest[:count], bool(out))[1:])  # the head of a page has a rule already
            rest = rest[count:]
        return tuple(out)

    def drawn(self, y: float) -> tuple[Item, ...]:
        """The whole list, its top at y."""
        return tuple(moved(item, 0, y) for item in self._drawn(self.set, False)) if self.set else ()

    def _split(self, entries: list[tuple[Note, tuple[str, ...]]]) -> list[list[tuple[Note, tuple[str, ...]]]]:
        """Entries in reading order to columns, the longest of them as short as can be."""
        low, high = max((len(t) for _, t in entries), default=1), sum(len(t) for _, t in entries)
        while low < high:
            middle = (low + high) // 2
            if len(self._filled(entries, middle)) <= self.columns:
                high = middle
            else:
                low = middle + 1
        return self._filled(entries, low)

    @staticmethod
    def _filled(entries: list[tuple[Note, tuple[str, ...]]], most: int) -> list[list[tuple[Note, tuple[str, ...]]]]:
        out: list[list[tuple[Note, tuple[str, ...]]]] = [[]]
        used = 0
        for entry in entries:
            if out[-1] and used + len(entry[1]) > most:
                out.append([])
                used = 0
            out[-1].append(entry)
            used += len(entry[1])
        return out

    @staticmethod
    def _depths(columns: list[list[tuple[Note, tuple[str, ...]]]]) -> list[float]:
        return [sum(len(lines) for _, lines in column) * LINE for column in columns]

    def _drawn(self, entries: list[tuple[Note, tuple[str, ...]]], again: bool) -> tuple[Item, ...]:
        title = self.title + (" (lanjutan)" if again else "")
        items: list[Item] = [
            Path(((0, 0), (self.across, 0)), weight=0.75, head="none"),
            Text(0, 10.5, title, 7, 600),
        ]
        for k, column in enumerate(self._split(entries)):
            x, y = k * (self.wide + _GAP), _HEAD + 6.5
            for note, lines in column:
                texts: list[Item] = [Text(x + _INDENT - 5, y, note.mark, 7, 700, anchor="end")] if note.mark else []
                for i, line in enumerate(lines):
                    left = x if note.head and not i else x + _INDENT
                    texts.append(Text(left, y + i * LINE, line, 7, 700 if note.head and not i else 400))
                said = f"{note.head}: {note.text}" if note.head else f"{note.mark}. {note.text}"
                items.append(Group(tuple(texts), "note", note.address, said))
                y += len(lines) * LINE
        return tuple(items)
