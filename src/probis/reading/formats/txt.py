"""Plain text to a document: its own lines; rows where tabs part words or a table is sure; tabs before indent."""

from probis.reading.document import Document, Line
from probis.reading.formats._lines import decoded, plain, row, split
from probis.reading.formats._txt_tables import (
    aligned,
    cells_of_aligned,
    cells_of_framed,
    cells_of_piped,
    framed,
    piped,
)


def read(name: str, data: bytes) -> Document:
    """Return the document in a text file; raise `Unreadable` where it holds no text."""
    rows = split(name, decoded(name, data))
    raws = [raw for raw, _ in rows]
    lines: list[Line] = []
    table, inside = 0, False
    drawn = columns = bars = looked = 0  # up to which line a table goes on, and was looked for
    for number, (raw, page) in enumerate(rows, 1):
        at = number - 1
        if at >= max(drawn, columns, bars):
            if at >= looked:
                found, sure = framed(raws, at)
                looked = at + found
                drawn = looked if sure else at
            columns = at + (0 if drawn > at else aligned(raws, at))
            bars = at + (0 if max(drawn, columns) > at else piped(raws, at))
            table += max(drawn, columns, bars) > at
        if at < max(drawn, columns, bars):
            inside = False
            cells = cells_of_framed(raw) if at < drawn else cells_of_aligned(raw)
            cells = cells_of_piped(raw) if at < bars else cells
            if cells:
                lines.append(row(number, raw, page, cells, table))
            continue
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
