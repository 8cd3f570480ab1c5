"""Plain text to a document: its own lines; lines with tabs between words are rows of a table, tabs in front indent."""

from probis.reading.document import Document, Line
from probis.reading.formats._lines import decoded, plain, row, split


def read(name: str, data: bytes) -> Document:
    """Return the document in a text file; raise `Unreadable` where it holds no text."""
    lines: list[Line] = []
    table, inside = 0, False
    for number, (raw, page) in enumerate(split(name, decoded(name, data)), 1):
        if "\t" in (raw if inside else raw.strip()) and raw.strip():
            table += not inside
            inside = True
            lines.append(row(number, raw, page, raw.rstrip(" ").split("\t"), table))
            continue
        inside = False
        indent = float(len(raw.expandtabs(4)) - len(raw.lstrip()))
        begins = True if raw.startswith("\t") else None
        bold = raw.lstrip("- ").startswith("**")
        lines.append(Line(number, plain(raw).strip(), raw, page, begins=begins, bold=bold, indent=indent))
    return Document(name, "txt", tuple(lines))
