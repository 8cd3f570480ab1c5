"""Lines of plain text with tabs to rows of a table or to labelled paragraphs, as a copy out of Word leaves them.

A copy breaks long lines anywhere, so that a row can go on in the next line, in the midst of a cell.
"""

import re
from typing import Final

_LABEL: Final = re.compile(
    r"(?:\(?[a-z0-9]{1,3}[.)]|\(\w{1,3}\)|[-–—•*▪]|[IVXL]{1,5}\.|[A-Z]\.|BAB\s+[IVXL]{1,6}|Pasal\s+\d{1,3}|ke[a-z]{3,16}|KE[A-Z]{3,16}"
    r"|PERTAMA|Pertama)$"
)
_WIDE: Final = 40  # a text whose longest line is shorter was not broken at a width
_LONGEST_ROW: Final = 12  # lines that one row may take


def paragraph(raw: str) -> str | None:
    """Return the words of a line whose tabs only set a label or a head apart from its text; None for any other."""
    cells = [cell.strip() for cell in raw.split("\t") if cell.strip()]
    if not cells:
        return None
    labels = 0
    while labels < len(cells) and (_LABEL.match(cells[labels]) or cells[labels] == ":"):
        labels += 1
    headed = len(cells) > 1 and cells[1].startswith(":") and len(cells[0].split()) <= 4
    if headed:
        after = 1
        while after < len(cells) and (_LABEL.match(cells[after]) or cells[after] == ":"):
            after += 1
        labels = max(labels, after)
    return " ".join(cells) if labels >= len(cells) - 1 else None


def rows(raws: list[str], at: int, width: int) -> list[tuple[list[str], int]]:
    """Return the rows of the table that begins at a line, each with how many lines it takes.

    `width` is how long the longest line of the text is: where a row has all its cells and came near that, a line
    without a tab after it goes on with its last cell.
    """
    made: list[tuple[list[str], int]] = []
    columns = 0
    while at < len(raws) and "\t" in raws[at] and raws[at].strip():
        cells, taken = _row(raws, at, columns)
        if made and len(cells) < columns and paragraph("\t".join(raws[at : at + taken])) is not None:
            break
        while taken < _LONGEST_ROW and _goes_on(raws, at + taken, width, full=len(cells) >= columns > 1):
            cells[-1] = f"{cells[-1]} {raws[at + taken].strip()}".strip()
            taken += 1
        made.append((cells, taken))
        columns = columns or len(cells)
        at += taken
    return made


def _row(raws: list[str], at: int, columns: int) -> tuple[list[str], int]:
    """Return the cells from a line on, joined with those of the lines after it as long as cells are wanting."""
    cells, taken = raws[at].rstrip(" ").split("\t"), 1
    while columns and len(cells) < columns and taken < _LONGEST_ROW and at + taken < len(raws):
        more = raws[at + taken].rstrip(" ").split("\t")
        if not raws[at + taken].strip() or not more[0].strip() or len(cells) + len(more) - 1 > columns:
            break
        ahead = raws[at + taken + 1] if at + taken + 1 < len(raws) else ""
        alike = taken == 1 and len(more) == len(cells) > 1 and len(cells) + len(more) - 1 < columns
        if alike or (len(more) == 1 and "\t" not in ahead) or re.match(r"\d{1,2}\.\s", more[0]):
            break
        cells = [*cells[:-1], f"{cells[-1].rstrip()} {more[0].strip()}", *more[1:]]
        taken += 1
    return cells, taken


def _goes_on(raws: list[str], at: int, width: int, *, full: bool) -> bool:
    if not full or at >= len(raws) or not (said := raws[at].strip()) or "\t" in raws[at] or width < _WIDE:
        return False
    near = len(raws[at - 1]) + 1 + len(said.split()[0]) > 0.8 * width
    ahead = raws[at + 1] if at + 1 < len(raws) else ""
    return near and ("\t" in ahead or said[0].islower() or not ahead.strip()) and not _LABEL.match(said.split()[0])
