"""Plain text to a document: its own lines; rows where tabs part words or a table is sure; tabs before indent."""

from probis.reading.document import Document, Line
from probis.reading.formats._lines import branch, decoded, plain, row, split
from probis.reading.formats._txt_tables import (
    aligned,
    cells_of_aligned,
    cells_of_framed,
    cells_of_piped,
    framed,
    piped,
)
from probis.reading.formats._txt_tabs import paragraph, rows


def read(name: str, data: bytes) -> Document:
    """Return the document in a text file; raise `Unreadable` where it holds no text."""
    held = split(name, decoded(name, data))
    raws = [raw for raw, _ in held]
    lines: list[Line] = []
    table, width = 0, max((len(raw) for raw in raws), default=0)
    tabs: list[list[str] | None] = []  # the rows that follow, None for a line that a row before it has taken up
    drawn = columns = bars = looked = 0  # up to which line a table goes on, and was looked for
    for number, (raw, page) in enumerate(held, 1):
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
            cells = cells_of_framed(raw) if at < drawn else cells_of_aligned(raw)
            cells = cells_of_piped(raw) if at < bars else cells
            if cells:
                lines.append(row(number, raw, page, cells, table))
            continue
        apart = paragraph(raw) if "\t" in raw.strip() and not tabs else None
        if "\t" in raw.strip() and not tabs and apart is None:
            tabs = [each for cells, taken in rows(raws, at, width) for each in (cells, *[None] * (taken - 1))]
            table += 1
        if tabs:
            told = tabs.pop(0)
            lines.append(Line(number, "", "", page) if told is None else row(number, raw, page, told, table))
            continue
        drawn_ = branch(raw)
        raw = " " * drawn_ + raw[drawn_:]
        indent = float(len(raw.expandtabs(4)) - len(raw.lstrip()))
        begins = True if apart is not None or raw.startswith("\t") or drawn_ else None
        bold = raw.lstrip("- ").startswith("**")
        lines.append(Line(number, plain(apart or raw).strip(), raw, page, begins=begins, bold=bold, indent=indent))
    return Document(name, "txt", tuple(lines))
