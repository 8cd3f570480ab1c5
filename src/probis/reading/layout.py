"""Tables that only set words side by side to lines: "Menimbang | : | a. | bahwa …" reads as its words do."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from probis.reading.document import Document, Kind, Line

_OPENS = re.compile(
    r"(?:menimbang|mengingat|memperhatikan|membaca|mendengar|menetapkan|memutuskan|kesatu|pertama|tembusan|tindasan|ditetapkan"
    r"|dikeluarkan|diundangkan|lampiran(?:\s+[IVXL]+)?)\s*(?:di\s*)?:?\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:\(?[a-z0-9]{1,3}[.)]|[-–•]|ke[a-z]{3,16}|pertama)$", re.IGNORECASE)
_HEAD = re.compile(r"(?:nomor|tanggal|tentang|pada\s+tanggal)\s*$", re.IGNORECASE)


def unfolded(document: Document) -> Document:
    """Return the document with the rows of such tables as lines of text, with the number of their row.

    A table that something stood in the midst of, such as the number of a page, is one table again.
    """
    document = replace(document, lines=tuple(_continued(document.lines)))
    setting = {line.table for line in document.lines if _sets(line)}
    lines: list[Line] = []
    for line in document.lines:
        if line.kind is Kind.ROW and line.table in setting:
            lines += _lines(line)
        else:
            lines.append(line)
    return replace(document, lines=tuple(lines))


def _continued(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines; rows that count on from the last table, with nothing between, are rows of it."""
    before, joined = None, None
    for line in lines:
        if line.kind is not Kind.ROW:
            before = None if line.text.strip() else before
            yield line
            continue
        if before is not None and line.table != before.table and line.table != joined:
            joined = line.table if _counts_on(before, line) else None
        if before is not None and line.table == joined:
            line = replace(line, table=before.table)
        before = line
        yield line


def _counts_on(before: Line, line: Line) -> bool:
    numbers = [re.match(r"(\d{1,3})[.)]?$", cells[0]) if (cells := _filled(each)) else None for each in (before, line)]
    first, second = numbers
    return first is not None and second is not None and int(second.group(1)) == int(first.group(1)) + 1


def _sets(line: Line) -> bool:
    """Whether a row opens a part of the instrument, so that its table is one of layout."""
    cells = _filled(line)
    return bool(cells) and len(cells) <= 5 and bool(_OPENS.match(cells[0].split("\n")[0].strip("*- ")))


def _filled(line: Line) -> list[str]:
    if line.kind is not Kind.ROW:
        return []
    return [cell.text.strip() for cell in line.cells if cell.text.strip()]


def _lines(line: Line) -> Iterator[Line]:
    cells = _filled(line)
    if len(cells) > 1 and cells[1] == ":":
        cells = [f"{cells[0]} :", *cells[2:]]
    if not cells:
        return
    if _OPENS.match(cells[0]) or _HEAD.match(cells[0].rstrip(" :")) or _LABEL.match(cells[0].rstrip(" :")):
        head, rest = cells[0], cells[1:]
    else:
        head, rest = "", cells
    paragraphs = _paragraphs(rest)
    if head and paragraphs and not re.match(r"(?:menimbang|mengingat|memperhatikan|menetapkan)", head, re.IGNORECASE):
        paragraphs[0] = f"{head} {paragraphs[0]}"
    elif head:
        paragraphs.insert(0, head)
    for number, text in enumerate(paragraphs):
        goes_on = number == 0 and not head and not re.match(r"\(?[a-z0-9]{1,3}[.)]\s|bahwa|[A-Z]", text)
        yield Line(
            line.number,
            re.sub(r"\s+", " ", text).strip(),
            line.raw if number == 0 else "",
            line.page,
            begins=None if goes_on else True,
        )


def _paragraphs(cells: list[str]) -> list[str]:
    """Return the paragraphs of cells side by side, a column of labels put in front of the column of texts."""
    made: list[str] = []
    label = ""
    for number, cell in enumerate(cells):
        parts = [part.strip() for part in cell.split("\n") if part.strip()]
        after = (
            [part.strip() for part in cells[number + 1].split("\n") if part.strip()] if number + 1 < len(cells) else []
        )
        if len(parts) > 1 and len(parts) == len(after) and all(_LABEL.match(part) for part in parts):
            return [*made, *(f"{mark} {text}" for mark, text in zip(parts, after, strict=True))]
        if len(parts) == 1 and _LABEL.match(parts[0]) and number + 1 < len(cells):
            label = parts[0]
            continue
        if label and parts:
            parts[0] = f"{label} {parts[0]}"
            label = ""
        made += parts
    return made
