"""The file of a lintas fungsi and its changed value to the same file with only the lines changed that say the change.

Comments, order and spelling of everything else stay byte for byte. What cannot be said so is refused, never guessed:
whoever calls reads the result again and compares it with the value that was meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from probis.interchange.yaml.build import key_form
from probis.interchange.yaml.plain import plain
from probis.interchange.yaml.rows import HELD
from probis.interchange.yaml.text import Sure, document, quoted
from probis.model import Bacaan, Beku, LintasFungsi, Simpul, Sumber, Tempat, Unsur

_STEP = ("jalur", "pelaksana", "pakai", "waktu", "beban", "tenggat", "paling_lama", "hasil")
"""Fields of a step that can be set in its lines, beside its name."""
_ORDER = ("id", "jalur", "nama", "pelaksana", "bersama", "pakai", "hasil", "waktu", "beban", "tenggat")


class Unpatchable(ValueError):
    """A change that cannot be written into the lines as they stand; `tempat` is where, if it is known."""

    def __init__(self, pesan: str, tempat: Tempat | None = None) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.tempat = tempat


def patched(data: bytes, bacaan: Bacaan, before: LintasFungsi, after: LintasFungsi) -> bytes:
    """Return the file of `before`, as `bacaan` has read it, with what is different in `after`.

    It writes sources added to the lintas fungsi, its steps, exits and lanes, and set fields of itself and its steps.
    Raises Unpatchable.
    """
    bom = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    page = Page(data[len(bom) :].decode(), bacaan)
    at = f"lintas-fungsi/{before.id}"
    page.sources(page.root, _added(before, after))
    for name in ("volume", "batas"):
        if getattr(before, name) != getattr(after, name):
            page.put(page.root, name, _written(after, name), ("proses", "varian", "volume", "batas"))
    for old, new in zip(before.simpul, after.simpul, strict=True):
        if old != new:
            page.step(f"{at}/{old.id}", old, new)
    for kind, olds, news in (("jalur", before.jalur, after.jalur), ("alur", before.alur, after.alur)):
        for one, other in zip(olds, news, strict=True):
            if one != other:
                page.sources(page.mapping(f"{at}/{kind}/{one.id}", holding="sumber"), _added(one, other))
    return bom + page.text_out().encode()


def _added(old: Unsur, new: Unsur) -> tuple[Sumber, ...]:
    count = len(old.sumber)
    if new.sumber[:count] != old.sumber:
        raise Unpatchable("Sumber yang sudah ada tidak diubah lewat lembar konfirmasi.")
    return new.sumber[count:]


def _written(value: Beku, name: str) -> object:
    return plain(value).get(name, "")


@dataclass
class Page:
    """One file: its tree with the places of all nodes, and the pieces of text to put in."""

    text: str
    bacaan: Bacaan
    root: yaml.MappingNode = field(init=False)
    pieces: list[tuple[int, int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        root = yaml.compose(self.text, Loader=yaml.CSafeLoader)
        if not isinstance(root, yaml.MappingNode) or root.flow_style:
            raise Unpatchable("Susunan berkas ini tidak dapat diubah baris demi baris.")
        self.root = root
        self.end = "\r\n" if "\r\n" in self.text else "\n"

    def text_out(self) -> str:
        """The text of the file with all pieces put in."""
        made = self.text
        ordered = sorted(enumerate(self.pieces), key=lambda one: (one[1][:2], one[0]), reverse=True)
        for _, (start, end, piece) in ordered:
            made = made[:start] + piece + made[end:]
        return made

    # Finding -------------------------------------------------------------------------------------------------------

    def mapping(self, alamat: str, holding: str = "") -> yaml.MappingNode:
        """The mapping in which an element is written; with `holding`, one that has this key."""
        tempat = self.bacaan.tempat.get(alamat)
        mappings = (node for node in _nodes(self.root) if isinstance(node, yaml.MappingNode))
        for node in mappings if tempat is not None else ():
            if _starts(node, tempat) and (not holding or _value(node, holding) is not None):
                return node
        raise Unpatchable("Unsur ini tertulis dalam bentuk singkat, sehingga barisnya tidak dapat diubah.", tempat)

    def short(self, alamat: str, kind: str) -> yaml.Node | None:
        """The text of a start or an end that is written above the steps."""
        tempat = self.bacaan.tempat.get(alamat)
        held = _value(self.root, kind)
        if held is None or tempat is None:
            return None
        pairs = [(key, value) for key, value in self.root.value if value is held]
        pairs += held.value if isinstance(held, yaml.MappingNode) else []
        return next((v for k, v in pairs if _starts(k, tempat) and isinstance(v, yaml.ScalarNode)), None)

    # Steps ---------------------------------------------------------------------------------------------------------

    def step(self, alamat: str, old: Simpul, new: Simpul) -> None:
        """Write the fields of a step that are new."""
        names = [name for name in type(old).model_fields if getattr(old, name) != getattr(new, name)]
        if not set(names) <= {"nama", "sumber", *_STEP}:
            raise Unpatchable("Isian ini tidak diubah lewat lembar konfirmasi.", self.bacaan.tempat.get(alamat))
        text = self.short(alamat, old.jenis)
        if text is not None and names == ["nama"]:
            self.put_over(text, new.nama, flow=False)
            return
        node = self.mapping(alamat)
        kind = next((key for key, _ in node.value if key_form(key.value) == old.jenis), None)
        if kind is None:
            raise Unpatchable("Langkah ini tidak tertulis sebagai langkah sendiri.", self.bacaan.tempat.get(alamat))
        order = tuple(old.jenis if name == "nama" and HELD.get(old.jenis) is None else name for name in _ORDER)
        for name in names:
            if name == "sumber":
                self.sources(node, _added(old, new))
            elif name == "nama":
                if _value(node, "id") is None:
                    self._first(node, "id", old.id)
                self.put(node, "nama" if HELD.get(old.jenis) else old.jenis, new.nama, order)
            else:
                self.put(node, name, _written(new, name), order)

    def put(self, node: yaml.MappingNode, key: str, value: object, order: Sequence[str]) -> None:
        """Set one field of a mapping: over the value that is there, else behind the field that comes before it."""
        there = _value(node, key)
        if there is not None:
            self.put_over(there, value, flow=bool(node.flow_style))
            return
        before = order[: order.index(key)] if key in order else order
        last = max(
            (v for k, v in node.value if key_form(k.value) in before), key=lambda v: v.end_mark.index, default=None
        )
        if last is None:
            self._first(node, key, value)
        elif node.flow_style:
            self.pieces.append((last.end_mark.index, last.end_mark.index, f", {key}: {_inline(value)}"))
        else:
            pad = " " * node.value[0][0].start_mark.column
            self._lines(self.end_of(last), [f"{pad}{line}" for line in _block({key: value})])

    def _first(self, node: yaml.MappingNode, key: str, value: object) -> None:
        at = node.value[0][0].start_mark
        gap = ", " if node.flow_style else self.end + " " * at.column
        self.pieces.append((at.index, at.index, f"{key}: {_inline(value)}{gap}"))

    def put_over(self, node: yaml.Node, value: object, *, flow: bool) -> None:
        """Write a value in the place of another."""
        start, end = node.start_mark.index, self._close(node)
        if start == end:  # nothing was written behind the colon
            self.pieces.append((start, end, f" {_inline(value)}"))
        elif isinstance(node, yaml.ScalarNode) or getattr(node, "flow_style", False):
            plainly = _block({"x": value})
            text = plainly[0].removeprefix("x: ") if len(plainly) == 1 and not flow else _inline(value)
            self.pieces.append((start, end, text))
        else:  # a list line by line: taken out with its lines, and set behind its key
            colon = self.text.rindex(":", 0, start) + 1
            if self.text[colon:start].strip(" -\r\n"):
                raise Unpatchable("Ada catatan di dalam daftar ini, sehingga barisnya tidak diganti.", _tempat(node))
            self.pieces.append((colon, end, f" {_inline(value)}"))

    # Sources -------------------------------------------------------------------------------------------------------

    def sources(self, node: yaml.MappingNode, added: Sequence[Sumber]) -> None:
        """Add sources to those of a mapping; where it has none yet, at its end, or before its lanes and steps."""
        for sumber in added:
            self._source(node, sumber)

    def _source(self, node: yaml.MappingNode, sumber: Sumber) -> None:
        there = _value(node, "sumber")
        said = plain(sumber)
        if there is None:
            self._new(node, said)
        elif isinstance(there, yaml.ScalarNode) and not there.value and not there.style:
            pad = " " * _key(node, "sumber").start_mark.column
            self._lines(self.end_of(_key(node, "sumber")), [pad + line for line in _items(said)])
        elif node.flow_style or getattr(there, "flow_style", False):
            self._within(there, said)
        elif isinstance(there, yaml.SequenceNode):
            pad = " " * there.start_mark.column
            self._lines(self.end_of(there.value[-1]), [pad + line for line in _items(said)])
        else:
            self._made_list(node, there, said)

    def _made_list(self, node: yaml.MappingNode, there: yaml.Node, said: dict[str, object]) -> None:
        """Turn the one source that stands without a list into the first of two."""
        key = _key(node, "sumber")
        pad = " " * key.start_mark.column
        start = there.start_mark.index
        if isinstance(there, yaml.ScalarNode):
            colon = self.text.index(":", key.end_mark.index) + 1
            self.pieces.append((colon, start, f"{self.end}{pad}- "))
        elif there.start_mark.column >= key.start_mark.column + 2:
            self.pieces.append((start - 2, start, "- "))
            pad = " " * (there.start_mark.column - 2)
        else:
            raise Unpatchable("Susunan sumber ini tidak dapat ditambah.", _tempat(there))
        self._lines(self.end_of(there), [pad + line for line in _items(said)])

    def _within(self, there: yaml.Node, said: dict[str, object]) -> None:
        start, end = there.start_mark.index, self._close(there)
        inline = _inline(said)
        if not isinstance(there, yaml.SequenceNode):
            self.pieces += [(start, start, "["), (end, end, f", {inline}]")]
        elif there.value:
            rest = self.text[there.value[-1].end_mark.index : end - 1]
            gap = " " if "," in rest else ", "
            self.pieces.append((end - 1, end - 1, gap + inline))
        else:
            self.pieces.append((end - 1, end - 1, inline))

    def _new(self, node: yaml.MappingNode, said: dict[str, object]) -> None:
        if node.flow_style:
            last = node.value[-1][1].end_mark.index
            self.pieces.append((last, last, f", sumber: {_inline(said)}"))
            return
        pad = " " * node.value[0][0].start_mark.column
        lines = [f"{pad}sumber:", *(pad + line for line in _items(said))]
        above = ("proses", "varian", "volume", "batas")
        last = node.value[-1][1]
        if node is self.root:
            last = max(
                (v for k, v in node.value if key_form(k.value) in above), key=lambda v: v.end_mark.index, default=last
            )
        self._lines(self.end_of(last), lines)

    # Places in the text ----------------------------------------------------------------------------------------------

    def span(self, node: yaml.Node) -> tuple[int, int]:
        """Where the text of a node begins and ends."""
        return node.start_mark.index, self._close(node)

    def _close(self, node: yaml.Node) -> int:
        """Where what a node says ends: without the empty lines and comments that the parser counts with it."""
        last = node
        while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
            item = last.value[-1]
            last = item[1] if isinstance(item, tuple) else item
        end: int = last.end_mark.index
        start: int = last.start_mark.index
        if isinstance(last, yaml.ScalarNode) and last.style in ("|", ">"):
            indent = _indent_of(self.text, start)
            lines = self.text[start:end].splitlines(keepends=True)
            while len(lines) > 1 and (not lines[-1].strip() or _column(lines[-1]) <= indent):
                lines.pop()
            return start + len("".join(lines).rstrip("\r\n"))
        return start + len(self.text[start:end].rstrip()) if end > start else end

    def end_of(self, node: yaml.Node) -> int:
        """The end of the line on which a node ends, before the line break."""
        at = self._close(node)
        found = self.text.find("\n", at)
        end = len(self.text) if found < 0 else found
        return end - 1 if end > at and self.text[end - 1] == "\r" else end

    def _lines(self, at: int, lines: Iterable[str]) -> None:
        self.pieces.append((at, at, "".join(f"{self.end}{line}" for line in lines)))


def _nodes(root: yaml.Node) -> Iterable[yaml.Node]:
    open_: list[yaml.Node] = [root]
    seen: set[int] = set()
    while open_:
        node = open_.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.MappingNode):
            open_ += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            open_ += node.value


def _starts(node: yaml.Node, tempat: Tempat | None) -> bool:
    return tempat is not None and (node.start_mark.line + 1, node.start_mark.column + 1) == (tempat.baris, tempat.kolom)


def _tempat(node: yaml.Node) -> Tempat:
    return Tempat("", node.start_mark.line + 1, node.start_mark.column + 1)


def _value(node: yaml.MappingNode, key: str) -> yaml.Node | None:
    return next((value for name, value in node.value if key_form(name.value) == key), None)


def _key(node: yaml.MappingNode, key: str) -> yaml.Node:
    found: yaml.Node = next(name for name, _ in node.value if key_form(name.value) == key)
    return found


def _indent_of(text: str, at: int) -> int:
    """How deep the line begins on which `at` stands; behind "- " it is the item's own depth."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return _column(line)


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _block(entry: dict[str, object]) -> list[str]:
    return document(entry, "").decode().splitlines()


def _items(said: dict[str, object]) -> list[str]:
    """One source as an item of a list, in canonical form."""
    return _block({"sumber": [said]})[1:]


def _inline(value: object) -> str:
    """A value on one line, in a form that stands anywhere: texts in quotes where they are more than a word."""
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_inline(one)}" for key, one in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, Sure):
        return str(value)
    text: Any = str(value)
    return text if text.replace("-", "").isalnum() and text.isascii() and text[0].isalpha() else quoted(text)
