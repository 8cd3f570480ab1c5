"""The bytes of an XML file to its elements, each with its line and its place in the file.

Expat reads, because it alone says at which byte an element begins. No DTD, so no entity and nothing from
outside; size and depth are bounded. What expat does not decode is decoded before it, and encoded again after.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

MODEL: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DI: Final = "http://www.omg.org/spec/BPMN/20100524/DI"
DC: Final = "http://www.omg.org/spec/DD/20100524/DC"
DD: Final = "http://www.omg.org/spec/DD/20100524/DI"

MOST_BYTES: Final = 20 * 2**20
MOST_DEPTH: Final = 200
MOST_ELEMENTS: Final = 300_000

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")
_ASCII: Final = "".join(chr(i) for i in (9, 10, 13, *range(32, 127)))
_SEPARATOR: Final = "\x0c"  # stands in no XML file

_WRONG: Final = {
    3: "berkas ini kosong atau tidak berisi XML",
    4: "ada tanda yang tidak boleh berdiri di sini",
    5: "sebuah tanda tidak ditutup sampai akhir berkas",
    7: "elemen yang ditutup bukan elemen yang dibuka",
    8: "sebuah atribut ditulis dua kali pada satu elemen",
    9: "masih ada isi sesudah elemen terluar ditutup",
    11: "ada entitas yang tidak dikenal",
    27: "ada awalan ruang nama yang tidak dinyatakan",
}


class Broken(ValueError):
    """The file cannot be read: what is wrong, in the user's words, and the line where it is known."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(f"baris {line}: {message}" if line else message)
        self.message, self.line = message, line


@dataclass(slots=True)
class Element:
    """One element: names without prefix, attributes by name ("{space}name" for foreign ones), places as offsets
    in the file's UTF-8 form.
    """

    space: str
    name: str
    attributes: dict[str, str]
    line: int
    start: int
    parent: Element | None = None
    children: list[Element] = field(default_factory=list)
    text: str = ""
    inner: int = 0  # where its end tag begins
    end: int = 0

    def get(self, name: str) -> str:
        """An attribute without surrounding blanks, or ""."""
        return self.attributes.get(name, "").strip()

    @property
    def called(self) -> str:
        """What it is called, blanks and all."""
        return self.attributes.get("name", "")

    def of(self, *names: str) -> Iterator[Element]:
        """The children in BPMN's own space with one of these names, all of them without names."""
        return (c for c in self.children if c.space == MODEL and (not names or c.name in names))

    def all(self) -> Iterator[Element]:
        """This element and everything in it, in the order of the file."""
        stack = [self]
        while stack:
            at = stack.pop()
            yield at
            stack.extend(reversed(at.children))


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its bytes in UTF-8, how to write them again, its root and the prefixes stated there."""

    utf8: bytes
    encoding: str
    bom: bytes
    root: Element
    prefixes: dict[str, str]  # space to prefix

    def with_text(self, pieces: list[tuple[int, int, str]]) -> bytes:
        """The file with these pieces (from, to, new text) replaced, in its own encoding."""
        out, at = [], 0
        for start, end, text in sorted(pieces):
            out += [self.utf8[at:start], text.encode()]
            at = end
        whole = b"".join([*out, self.utf8[at:]])
        return self.bom + (whole if self.encoding == "utf-8" else whole.decode().encode(self.encoding))


def read_source(data: bytes) -> Source:
    """Read a file; raises Broken where it is no XML, or none that may be read."""
    if len(data) > MOST_BYTES:
        raise Broken(f"berkas ini {len(data) / 2**20:.0f} MB; yang dibaca paling besar {MOST_BYTES // 2**20} MB")
    bom, encoding = _encoding(data)
    utf8 = _utf8(data[len(bom) :], encoding)
    reader = _Reader(utf8)
    return Source(utf8, encoding, bom, reader.read(), reader.prefixes)


def _encoding(data: bytes) -> tuple[bytes, str]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return bom, name
    if data.startswith(b"<\0"):
        return b"", "utf-16-le"
    if data.startswith(b"\0<"):
        return b"", "utf-16-be"
    declared = _DECLARED.match(data[:400])
    name = declared[1].decode() if declared else "utf-8"
    try:
        kept = _ASCII.encode(name) == _ASCII.encode("ascii")
    except (LookupError, ValueError):
        kept = False
    if not kept:
        raise Broken(f"penyandian huruf “{name}” tidak dikenal; simpan ulang berkas ini sebagai UTF-8", 1)
    return b"", codecs.lookup(name).name


def _utf8(data: bytes, encoding: str) -> bytes:
    try:
        text = data.decode(encoding)
        out = text.encode()
    except ValueError as wrong:
        line = data[: wrong.start].count(b"\n") + 1 if isinstance(wrong, UnicodeDecodeError) else None
        raise Broken(f"ada huruf yang bukan {encoding.upper()}; simpan ulang berkas ini sebagai UTF-8", line) from None
    if encoding != "utf-8" and text.encode(encoding) != data:
        raise Broken(f"huruf {encoding.upper()} berkas ini bermakna ganda; simpan ulang sebagai UTF-8", 1)
    return out


class _Reader:
    """Builds the elements as expat tells of them."""

    def __init__(self, utf8: bytes) -> None:
        self.utf8 = utf8
        self.prefixes: dict[str, str] = {}
        self.open: list[Element] = []
        self.root: Element | None = None
        self.count = 0
        self.parser = p = expat.ParserCreate("utf-8", _SEPARATOR)
        p.buffer_text = True
        p.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        p.StartElementHandler = self._start
        p.EndElementHandler = self._end
        p.CharacterDataHandler = self._text
        p.StartNamespaceDeclHandler = self._prefix
        p.StartDoctypeDeclHandler = self._doctype

    def read(self) -> Element:
        """The root."""
        try:
            self.parser.Parse(self.utf8, True)
        except expat.ExpatError as wrong:
            said = _WRONG.get(wrong.code, "susunannya tidak sah")
            raise Broken(f"XML rusak: {said}", wrong.lineno) from None
        assert self.root is not None
        return self.root

    def _doctype(self, *_: object) -> None:
        raise Broken("berkas ini memuat DOCTYPE; demi keamanan hanya XML tanpa DOCTYPE yang dibaca", self._line())

    def _line(self) -> int:
        return int(self.parser.CurrentLineNumber)

    def _prefix(self, prefix: str | None, space: str | None) -> None:
        if not self.open and space:
            self.prefixes[space] = self.prefixes.get(space) or prefix or ""  # an attribute cannot use the default

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.open) >= MOST_DEPTH:
            raise Broken(f"elemen bersarang lebih dari {MOST_DEPTH} tingkat", self._line())
        if self.count > MOST_ELEMENTS:
            raise Broken(f"berkas ini memuat lebih dari {MOST_ELEMENTS:,} elemen".replace(",", "."), self._line())
        space, _, local = name.rpartition(_SEPARATOR)
        named = {_attribute(key): value for key, value in attributes.items()}
        above = self.open[-1] if self.open else None
        element = Element(space, local, named, self._line(), int(self.parser.CurrentByteIndex), above)
        if above is None:
            self.root = element
        else:
            above.children.append(element)
        self.open.append(element)

    def _end(self, _: str) -> None:
        element = self.open.pop()
        element.inner = int(self.parser.CurrentByteIndex)
        bare = not element.children and not element.text and self.utf8[element.inner - 2 : element.inner] == b"/>"
        element.end = element.inner if bare else self.utf8.index(b">", element.inner) + 1

    def _text(self, text: str) -> None:
        if self.open:
            self.open[-1].text += text


def _attribute(name: str) -> str:
    space, found, local = name.rpartition(_SEPARATOR)
    return f"{{{space}}}{local}" if found else local
