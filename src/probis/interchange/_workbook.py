"""An untrusted XLSX file to the texts of its cells by sheet: bounded, nothing evaluated, nothing fetched."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

MOST_BYTES = 5_000_000
MOST_UNPACKED = 20_000_000
MOST_PARTS = 400
MOST_SHEETS = 20
MOST_ROWS = 5_000
MOST_COLUMNS = 60
_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError, EOFError)
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class NotAWorkbook(ValueError):
    """A file that cannot be read as XLSX, with the reason in the user's words."""


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet: its name, the text of each cell that has one by (row, column) from 1, and the cells with formulas."""

    nama: str
    sel: Mapping[tuple[int, int], str]
    rumus: frozenset[tuple[int, int]] = field(default=frozenset())


def cell_name(row: int, column: int) -> str:
    """(12, 6) → F12."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def read(data: bytes) -> tuple[Lembar, ...]:
    """Return the sheets of a workbook in their order; raises NotAWorkbook."""
    if len(data) > MOST_BYTES:
        raise NotAWorkbook(f"Berkas ini lebih dari {MOST_BYTES // 1_000_000} MB; lembar konfirmasi jauh lebih kecil.")
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise NotAWorkbook("Berkas ini bukan XLSX. Simpan sebagai “Buku Kerja Excel (.xlsx)”, lalu ulangi.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except NotAWorkbook:
        raise
    except (*_BROKEN, ValueError, KeyError, NotImplementedError, RuntimeError, OSError):
        raise NotAWorkbook("Berkas XLSX ini rusak atau terkunci sandi. Buka dan simpan ulang di Excel.") from None


def _read(archive: zipfile.ZipFile) -> tuple[Lembar, ...]:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise NotAWorkbook("Isi berkas XLSX ini terlalu besar untuk sebuah lembar konfirmasi.")
    targets = {
        rel.get("Id", ""): posixpath.normpath(posixpath.join("/xl", rel.get("Target", ""))).lstrip("/")
        for rel in _tree(archive, "xl/_rels/workbook.xml.rels")
    }
    names = {part.filename for part in parts}
    shared: tuple[str, ...] = ()
    if "xl/sharedStrings.xml" in names:
        shared = tuple(_text(item) for item in _tree(archive, "xl/sharedStrings.xml").iterfind(f"{_NS}si"))
    sheets = list(_tree(archive, "xl/workbook.xml").iterfind(f"{_NS}sheets/{_NS}sheet"))[:MOST_SHEETS]
    found = [(sheet.get("name", ""), targets.get(sheet.get(_REL, ""), "")) for sheet in sheets]
    return tuple(_sheet(name, _tree(archive, path), shared) for name, path in found if path in names)


def _tree(archive: zipfile.ZipFile, name: str) -> Any:
    """One part as a tree; entities are refused, and no part unpacks to more than was announced."""
    with archive.open(name) as part:
        data = part.read(MOST_UNPACKED + 1)
    if len(data) > MOST_UNPACKED:
        raise NotAWorkbook("Isi berkas XLSX ini terlalu besar untuk sebuah lembar konfirmasi.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    tree = etree.fromstring(data, parser)
    if tree.getroottree().docinfo.doctype:
        raise NotAWorkbook("Berkas XLSX ini memuat definisi yang tidak dipakai Excel, jadi tidak dibaca.")
    return tree


def _sheet(name: str, tree: Any, shared: tuple[str, ...]) -> Lembar:
    texts: dict[tuple[int, int], str] = {}
    formulas: set[tuple[int, int]] = set()
    for at, cell in _cells(tree):
        if cell.find(f"{_NS}f") is not None:
            formulas.add(at)
            continue
        said = _said(cell, shared)
        if said.strip():
            texts[at] = said
    return Lembar(name, texts, frozenset(formulas))


def _cells(tree: Any) -> Iterator[tuple[tuple[int, int], Any]]:
    row_number = 0
    for row in tree.iterfind(f"{_NS}sheetData/{_NS}row"):
        said = row.get("r") or ""
        row_number = int(said) if re.fullmatch(r"[0-9]{1,7}", said) else row_number + 1
        column = 0
        for cell in row.iterfind(f"{_NS}c"):
            found = _CELL.fullmatch(cell.get("r") or "")
            column = _column(found[1]) if found else column + 1
            at = (int(found[2]) if found else row_number, column)
            if at[0] <= MOST_ROWS and at[1] <= MOST_COLUMNS:
                yield at, cell


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _said(cell: Any, shared: tuple[str, ...]) -> str:
    value = cell.findtext(f"{_NS}v") or ""
    match cell.get("t"):
        case "s":
            return shared[int(value)] if re.fullmatch(r"[0-9]{1,9}", value) and int(value) < len(shared) else ""
        case "inlineStr":
            inline = cell.find(f"{_NS}is")
            return _text(inline) if inline is not None else ""
        case "b":
            return "ya" if value == "1" else "tidak"
        case "e":
            return ""
    return value


def _text(item: Any) -> str:
    """The text of a string, without its phonetic reading."""
    runs = [item.findtext(f"{_NS}t") or ""]
    runs += [run.findtext(f"{_NS}t") or "" for run in item.iterfind(f"{_NS}r")]
    return "".join(runs)
