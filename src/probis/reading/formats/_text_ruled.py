"""Lines of text whose columns a row of dashes marks ("----- ---------") to the rows of a table."""

import re
from collections.abc import Sequence
from typing import Final

from probis.reading.document import Cell
from probis.reading.formats._text_cells import grouped_by_signs, told
from probis.reading.formats._text_framed import Drawn

_MARKS: Final = re.compile(r" *[-=]{2,200}(?: +[-=]{2,200}){1,40} *")
_RULE: Final = re.compile(r" *[-=]{12,2000} *")
_HEAD_LINES: Final = 5
_LONGEST: Final = 3000  # lines of a table


def ruled(raws: Sequence[str], at: int) -> tuple[int, Drawn]:
    """Return how many lines the table takes that begins at a line, and its rows; (0, []) where none begins."""
    first = raws[at]
    above = bool(_MARKS.fullmatch(first) or _RULE.fullmatch(first))
    marks = at + 1
    while marks < min(len(raws), at + _HEAD_LINES) and raws[marks].strip() and not _MARKS.fullmatch(raws[marks]):
        marks += 1
    if not first.strip() or marks >= min(len(raws), at + _HEAD_LINES) or not _MARKS.fullmatch(raws[marks]):
        return 0, []
    if not above and marks != at + 1:
        return 0, []
    bounds = [found.start() for found in re.finditer(r"[-=]+", raws[marks])]
    end = _end(raws, marks + 1, bounds)
    if end is None:
        return 0, []
    ends = [*bounds[1:], max(len(raw) for raw in raws[at:end]) + 1]
    widths = [right - left - 1 for left, right in zip(bounds, ends, strict=True)]

    def cells(n: int) -> list[str]:
        return [raws[n][left:right].strip() for left, right in zip([0, *bounds[1:]], ends, strict=True)]

    head = [n for n in range(at + above, marks) if raws[n].strip()]
    body = [n for n in range(marks + 1, end) if not _dashes(raws[n])]
    groups = [head] if head else []
    runs = _runs(raws, body)
    if len(runs) > 1:
        groups += runs
    else:
        groups += [[run[n] for n in row] for run in runs for row in grouped_by_signs([cells(n) for n in run], widths)]
    made: Drawn = []
    for group in groups:
        lines = [cells(n) for n in group]
        row = [Cell(told([line[n] for line in lines if line[n]], widths[n]), n) for n in range(len(bounds))]
        made.append((group[0] - at, row))
    return (end - at, made) if len(made) > 1 else (0, [])


def _dashes(raw: str) -> bool:
    return bool(_RULE.fullmatch(raw) or _MARKS.fullmatch(raw))


def _runs(raws: Sequence[str], body: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = [[]]
    for n in body:
        if raws[n].strip():
            runs[-1].append(n)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _end(raws: Sequence[str], at: int, bounds: Sequence[int]) -> int | None:
    """The line after the table: below the dashes that close it, else the first empty one; None where a line runs on."""
    blank: int | None = None
    for n in range(at, min(len(raws), at + _LONGEST)):
        if _dashes(raws[n]):
            return n + 1
        if not raws[n].strip():
            blank = n if blank is None else blank
        elif any(raws[n][each - 1 : each].strip() for each in bounds[1:]):
            break
    else:
        blank = min(len(raws), at + _LONGEST) if blank is None else blank
    return blank if blank is not None and blank > at else None
