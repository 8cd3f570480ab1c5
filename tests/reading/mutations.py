"""A decree to the same decree as another typist, tool or scanner would have left it: nothing that it says changes."""

import random
import re
from collections.abc import Callable
from io import BytesIO

import docx
from docx.shared import Pt

from probis.reading.blocks import Label, blocks
from probis.reading.document import Kind
from probis.reading.formats import read

Mutation = Callable[[str, str, random.Random], tuple[str, bytes]]
"""Name and text of a file to name and bytes of another."""


def windows(name: str, text: str, _: random.Random) -> tuple[str, bytes]:
    """Windows line ends, a byte order mark, and two spaces after each full stop."""
    return name, b"\xef\xbb\xbf" + text.replace(". ", ".  ").replace("\n", "\r\n").encode()


def flush_left(name: str, text: str, _: random.Random) -> tuple[str, bytes]:
    """No indentation by spaces anywhere."""
    return name, "\n".join(line.strip(" ") for line in text.split("\n")).encode()


def numbered_pages(name: str, text: str, chance: random.Random) -> tuple[str, bytes]:
    """A page number alone on a line wherever a page might have ended."""
    made: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        made.append(line)
        if number % 40 == 0 and not line.startswith("|"):
            made += ["", f"                    - {number // 40 + 1} -", ""]
    return name, "\n".join(made).encode()


def spaced(name: str, text: str, _: random.Random) -> tuple[str, bytes]:
    """Hard spaces between words, and colons set off."""
    return name, re.sub(r"(?<=[a-z]) (?=[a-z])", "\u00a0", text).encode()


def brackets(name: str, text: str, _: random.Random) -> tuple[str, bytes]:
    """List numbers that end in a bracket instead of a dot."""
    return name, re.sub(r"(?m)^(\s*)(\d{1,2}|[a-z])\. (?=[A-Za-z])", r"\1\2) ", text).encode()


def stray(name: str, text: str, chance: random.Random) -> tuple[str, bytes]:
    """Letters of a scan where people put their initials."""
    made = []
    for line in text.split("\n"):
        made.append(line)
        if not line.strip() and chance.random() < 0.1:
            made += [chance.choice("ubefr"), ""]
    return name, "\n".join(made).encode()


_TITLES = (
    (r"visi\b.*misi.*|arah strategis.*", "ARAH DAN CITA-CITA"),
    (r"tugas\b.*fungsi.*|fungsi", "PERAN KELEMBAGAAN"),
    (r"(?:susunan|struktur) organisasi.*|organisasi", "JENJANG JABATAN"),
    (r"(?:peta|daftar) proses(?: bisnis)?", "RANTAI KERJA"),
    (r"(?:peta|daftar) sub ?-?proses.*", "TINGKAT KEDUA"),
    (r"peta relasi.*", "SIAPA MENGERJAKAN APA"),
    (r"penjelasan.*|uraian peta.*", "SALING KAIT"),
    (r"peta lintas fungsi", "TATA URUTAN KERJA"),
)
_TITLE = re.compile(r"(\s*(?:#+\s*)?(?:\*\*)?(?:[A-Z]\.|[IVX]+\.|\d+\.|\d\.\d|BAB [IVX]+)?\s*)(.*?)(:?\**\s*)$")


def _titles(text: str, *, keep: bool) -> str:
    made, annex = [], False
    for line in text.split("\n"):
        annex = annex or bool(re.match(r"\W*lampiran\b", line, re.IGNORECASE))
        found = _TITLE.match(line)
        shown = annex and found is not None and (found[1].strip() or found[2].isupper())
        other = next(
            (new for old, new in _TITLES if found and re.fullmatch(old, found[2].strip(), re.IGNORECASE)), None
        )
        if shown and found is not None and other is not None:
            line = f"{found[1]}{other}{found[3]}" if keep else ""
        made.append(line)
    return "\n".join(made)


def renamed(name: str, text: str, _: random.Random) -> tuple[str, bytes]:
    """Headings of other words, from which nobody could tell what is under them."""
    return name, _titles(text, keep=True).encode()


def untitled(name: str, text: str, _: random.Random) -> tuple[str, bytes]:
    """No heading over the parts of an annex."""
    return name, _titles(text, keep=False).encode()


def word(name: str, text: str, _: random.Random) -> tuple[str, bytes]:
    """A Word file: its paragraphs with their indentation, its tables as tables."""
    made = docx.Document()
    table: int | None = None
    for block in blocks(read(name, text.encode()).lines):
        if block.kind is Kind.ROW:
            if block.table != table:
                grid = made.add_table(0, max(cell.column + 1 for cell in block.cells))
                grid.style = "Table Grid"
            row = grid.add_row()
            for cell in block.cells:
                row.cells[min(cell.column, len(row.cells) - 1)].text = cell.text
        else:
            colon = " :" if block.counts is Label.DIKTUM else ""
            made.add_paragraph(f"{block.label}{colon} {block.text}".strip()).paragraph_format.left_indent = Pt(
                6 * block.indent
            )
        table = block.table
    stream = BytesIO()
    made.save(stream)
    return f"{name.rpartition('.')[0]}.docx", stream.getvalue()


MUTATIONS: dict[str, Mutation] = {
    each.__name__: each
    for each in (windows, flush_left, numbered_pages, spaced, brackets, stray, renamed, untitled, word)
}
