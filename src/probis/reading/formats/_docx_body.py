"""The text of a DOCX file, part by part, to lines without numbers: paragraphs, tables, text boxes, drawings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Final

from probis.reading.document import MOST_LINES, Kind, Unreadable
from probis.reading.formats._docx_drawings import Drawings
from probis.reading.formats._docx_numbering import Numbering
from probis.reading.formats._docx_package import MC, Package, W
from probis.reading.formats._docx_shapes import chosen, drawn, vml_ties
from probis.reading.formats._docx_styles import Style, Styles, flag, of_paragraph, val
from probis.reading.formats._docx_tables import rows_of
from probis.reading.formats._docx_text import Pages, Segment, Writing
from probis.reading.formats._grid import as_lines, as_rows, is_layout, parted
from probis.reading.formats._items import Item, Slot, flat
from probis.reading.formats._lines import plain

_WRAPS: Final = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_TAB: Final = 36.0  # points, where the file sets no stops of its own
_SPACE: Final = 3.0
_CONTENTS: Final = re.compile(r"(?:toc \d|table of (?:figures|contents)|daftar isi)", re.IGNORECASE)
_NOTES: Final = {"footnote": "catatan kaki", "endnote": "catatan akhir", "comment": "komentar"}


@dataclass(slots=True)
class _Level:
    """What is being read: the document itself, or what stands in a cell, a text box, a header."""

    items: list[Item | Slot]
    drawings: Drawings


class Body:
    """Reads the parts of one file in the order in which they are asked for; numbers and fields go on."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.styles = Styles(package.beside("styles"))
        self._numbering = Numbering(package.beside("numbering"), self.styles)
        self.pages = Pages()
        self._writing = Writing(self.styles, self.pages)
        self._ties = vml_ties(package.tree(package.main)) | vml_ties(package.beside("settings"))
        self._part = package.main
        self._level: _Level | None = None
        self._carried: list[Segment] = []
        self._loose: list[tuple[str, str]] = []
        self._tables = self._lines = 0
        self.added = 0

    def read_cell(self, element: Any) -> list[Item]:
        """The lines of a cell; a shape drawn in it is a mark, as the steps of a SOP have them."""
        return self.read(element, in_cell=True)

    def read(self, element: Any, part: str | None = None, in_cell: bool = False) -> list[Item]:
        """The lines of what stands in an element: a body, a cell, a text box, a header (then `part` is its name)."""
        outer, outer_part, carried = self._level, self._part, self._carried
        self._level = level = _Level([], Drawings(in_cell))
        self._part, self._carried = part or self._part, []
        self._blocks(element)
        level.drawings.close()
        items = list(flat(level.items))
        self._level, self._part, self._carried = outer, outer_part, carried
        if self._loose and items:
            items[-1].noise += self._loose
            self._loose = []
        return items

    def noted(self, words: str, what: str) -> None:
        """Keep what stands here and is no part of the text; it goes with the next line."""
        self._loose.append((words, what))

    def left(self) -> list[tuple[str, str]]:
        """What was noted after the last line."""
        return self._loose

    def notes(self, kind: str, id_: str) -> str:
        """The words of a footnote, an endnote or a comment."""
        root = self._package.beside(f"{kind}s")
        for note in root.iterfind(f"{W}{kind}") if root is not None else ():
            if note.get(f"{W}id") == id_:
                said = ("".join(each.text or "" for each in p.iter(f"{W}t")).strip() for p in note.iter(f"{W}p"))
                return " ".join(each for each in said if each)
        return ""

    def _blocks(self, element: Any) -> None:
        for child in element:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag in _WRAPS:
                self._blocks(child)
            elif child.tag == f"{MC}AlternateContent":
                self._blocks(chosen(child))

    def _put(self, item: Item | Slot) -> None:
        assert self._level is not None
        self._lines += 1
        if self._lines > MOST_LINES:
            raise Unreadable(f"Naskah “{self._package.name}” lebih dari {MOST_LINES} baris.", "Bagi naskahnya.")
        if isinstance(item, Item) and self._loose:
            item.noise[:0] = self._loose
            self._loose = []
        self._level.items.append(item)

    def _paragraph(self, element: Any) -> None:
        properties = element.find(f"{W}pPr")
        own = of_paragraph(properties)
        style = self.styles.of(val(properties, "pStyle") if properties is not None else None)
        merged = own.over(style)
        if properties is not None and flag(properties, "pageBreakBefore") and self._lines:
            self.pages.broken()
        written = self._writing.read(element, merged)
        self._loose += written.noise
        self.added += written.added
        mark = properties.find(f"{W}rPr") if properties is not None else None
        gone = mark is not None and mark.find(f"{W}del") is not None
        segments = written.segments
        if self._carried:
            segments[0] = _joined(self._carried.pop(), segments[0])
            segments[:0], self._carried = self._carried, []
        empty = not any(segment.text.strip() for segment in segments)
        for kind, id_ in written.notes:
            words = self.notes(kind, id_)
            if words:
                self._loose.append((words, _NOTES[kind]))
        if gone:
            self._carried = [] if empty else segments
        elif _CONTENTS.match(style.name) and not empty:
            self._loose.append((" ".join(segment.text.strip() for segment in segments), "baris daftar isi"))
        else:
            self._lines_of(segments, own, style, bool(written.drawings) and empty)
        for drawing in written.drawings:
            self._drawing(drawing)

    def _lines_of(self, segments: list[Segment], own: Style, style: Style, only_drawing: bool) -> None:
        merged = own.over(style)
        label, left, first = self._label(own, style)
        raw = segments[0].text
        assert self._level is not None
        if not label and only_drawing:
            self._level.drawings.paragraph("", 0)
            return
        heading = merged.heading
        parts = parted(_spaced(raw)) if not label else None
        if parts:
            lettered = replace(segments[0], text=parts[1])
            segments = [replace(segments[0], text=parts[0]), lettered, *segments[1:]]
        words = " ".join(segment.text.strip() for segment in segments).strip()
        self._level.drawings.paragraph(words, heading)
        for number, segment in enumerate(segments):
            text = plain(_spaced(segment.text))
            lead = len(segment.text) - len(segment.text.lstrip(" \t\u00a0"))
            tabs = segment.text[:lead].count("\t")
            more = tabs * _TAB + (lead - tabs) * _SPACE
            if number and not text:
                continue
            self._put(
                Item(
                    f"{label} {text}".strip() if number == 0 else text,
                    segment.text,
                    page=segment.page or self.pages.page,
                    begins=True if number == 0 or (parts and number == 1) else None,
                    bold=segment.bold,
                    centred=bool(merged.centred),
                    heading=heading if number == 0 else 0,
                    indent=round(max(left + (first if number == 0 else 0.0) + more, 0.0), 1),
                )
            )

    def _label(self, own: Style, style: Style) -> tuple[str, float, float]:
        """What stands in front of a paragraph, its left indent and that of its first line."""
        list_ = own.list if own.list is not None else style.list
        level = own.level
        if level is None and own.list is None:
            level = None if style.list is None else self._tied_level(style)
        found = self._numbering.level(list_, level, style.id) if list_ != "0" else None
        if found is None:
            merged = own.over(style)
            return "", merged.left or 0.0, merged.first or 0.0
        number, at = found
        assert list_ is not None
        own_list = own.list is not None
        lefts = (own.left, at.left, style.left) if own_list else (own.left, style.left, at.left)
        firsts = (own.first, at.first, style.first) if own_list else (own.first, style.first, at.first)
        left = next((each for each in lefts if each is not None), 0.0)
        first = next((each for each in firsts if each is not None), 0.0)
        return self._numbering.next(list_, number), left, first

    def _tied_level(self, style: Style) -> int | None:
        """The level of a style that brings its own list: the one tied to the style, else the one it says."""
        tied = self._numbering.level(style.list, None, style.id)
        if tied is not None and tied[1].style == style.id:
            return tied[0]
        return style.level or 0

    def _table(self, element: Any) -> None:
        assert self._level is not None
        level = self._level
        level.drawings.close()
        rows = rows_of(element, self.styles, self.read_cell)
        if is_layout(rows):
            for item in as_lines(rows):
                self._put(item)
            return
        self._tables += 1
        for item in as_rows(rows, self._tables):
            self._put(item)

    def _drawing(self, element: Any) -> None:
        sketch = drawn(element, self._ties)
        self._loose += [("", what) for what in sketch.others]
        for relation in sketch.pictures:
            target = self._package.relations(self._part).get(relation, ("", ""))[0]
            found = self._package.picture(target) if target else None
            name = target.rpartition("/")[2]
            if found is None:
                self.noted(name, "gambar yang tidak ada di dalam berkas, atau terlalu besar")
            item = Item(sketch.description, sketch.description, Kind.PICTURE, self.pages.written())
            item.picture = (name, *found) if found is not None else None
            self._put(item)
        if not sketch.boxes and not sketch.wires:
            return
        texts = {n: self.read(box.content) for n, box in enumerate(sketch.boxes) if box.content is not None}
        wired = {n: self.read(wire.content) for n, wire in enumerate(sketch.wires) if wire.content is not None}
        assert self._level is not None
        slot = Slot()
        self._put(slot)
        self._level.drawings.add(slot, sketch, texts, wired, self.pages.page)


def _joined(first: Segment, second: Segment) -> Segment:
    return Segment(
        first.text + second.text,
        first.page or second.page,
        first.heavy + second.heavy,
        first.letters + second.letters,
    )


def _spaced(text: str) -> str:
    return text.replace("\t", " ")
