"""Lines to a table whose cells stand each on a line of its own, as a table copied from a page often does."""

import re
from collections.abc import Sequence
from typing import Final

from probis.reading.document import Cell
from probis.reading.formats._text_framed import Drawn

_FIRST: Final = re.compile(r"(?:no(?:mor)?|nomor urut|no\.? urut)\.?", re.IGNORECASE)
_MOST_COLUMNS: Final = 9
_MOST_ROWS: Final = 200
_MOST_LINES: Final = 3  # of one cell

_Piece = tuple[int, str]  # the line on which a cell begins, and its words


def stacked(raws: Sequence[str], at: int) -> tuple[Drawn, int]:
    """Return the rows of such a table that begins at a line, and how many lines it takes; ([], 0) where none does.

    It begins with "No" above the other heads; then each row has its number and as many cells as there are heads.
    Where empty lines part the heads they part the cells too, and a cell may be of several lines.
    """
    if not _FIRST.fullmatch(raws[at].strip()):
        return [], 0
    pieces = _pieces(raws, at)
    columns = next((n for n, (_, text) in enumerate(pieces[: _MOST_COLUMNS + 1]) if text.strip("().") == "1"), 0)
    if columns < 3 or any(len(text.split()) > 6 or text[-1] in ".;:" for _, text in pieces[1:columns]):
        return [], 0
    made, begins = [pieces[:columns]], columns
    if [text.strip("().") for _, text in pieces[begins : begins + columns]] == [str(n + 1) for n in range(columns)]:
        begins += columns  # a row that only counts the columns
    while _is_row(pieces[begins : begins + 2 * columns], columns, len(made)):
        made.append(pieces[begins : begins + columns])
        begins += columns
    if len(made) < 3:
        return [], 0
    end = pieces[begins][0] if begins < len(pieces) else len(raws)
    return [(row[0][0] - at, [Cell(text, n) for n, (_, text) in enumerate(row)]) for row in made], end - at


def _pieces(raws: Sequence[str], at: int) -> list[_Piece]:
    """Return the lines from one on that hold something; paragraphs, where an empty line stands after the first."""
    parted = at + 1 < len(raws) and not raws[at + 1].strip()
    made: list[_Piece] = []
    for number in range(at, min(len(raws), at + _MOST_COLUMNS * _MOST_ROWS)):
        text = " ".join(raws[number].split())
        if parted and text and made and raws[number - 1].strip():
            made[-1] = (made[-1][0], f"{made[-1][1]} {text}")
        elif text:
            made.append((number, text))
    return made


def _is_row(pieces: Sequence[_Piece], columns: int, count: int) -> bool:
    """Whether pieces begin with the row of a number: as many as there are columns, then the next row or none."""
    row, after = pieces[:columns], pieces[columns:]
    if len(row) < columns or not _counts(row[0][1], count) or row[-1][0] - row[0][0] > 2 * _MOST_LINES * columns:
        return False
    uneven = [text for _, text in (*row[1:], *after[1:]) if _counts(text, count + 1)]
    return not uneven


def _counts(text: str, count: int) -> bool:
    return text.rstrip(".)") == str(count)
