"""Plain text to a document: its own lines; lines with tabs between words are rows of a table."""

from probis.reading.document import Document, Line
from probis.reading.formats._lines import decoded, plain, row, split


def read(name: str, data: bytes) -> Document:
    """Return the document in a text file; raise `Unreadable` where it holds no text."""
    lines: list[Line] = []
    table, inside = 0, False
    for number, (raw, page) in enumerate(split(name, decoded(name, data)), 1):
        if "\t" in raw.strip(" ") and raw.strip():
            table += not inside
            inside = True
            lines.append(row(number, raw, page, raw.rstrip(" ").split("\t"), table))
            continue
        inside = False
        indent = float(len(raw) - len(raw.lstrip(" ")))
        lines.append(Line(number, plain(raw), raw, page, bold=raw.lstrip("- ").startswith("**"), indent=indent))
    return Document(name, "txt", tuple(lines))
