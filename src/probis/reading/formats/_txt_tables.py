"""Lines of plain text to the rows of a table, where they surely are one: drawn with lines, or set in columns."""

import re
from typing import Final

_BARS: Final = re.compile(r"[│┃║|]")
_EDGES: Final = frozenset("+-=|─━═│┃║┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╪╫ \t")
_GAP: Final = re.compile(r" {2,}")
_LEAST_ROWS, _LEAST_CELLS = 3, 3


def framed(rows: list[str], at: int) -> tuple[int, bool]:
    """Return how many lines from `at` on may belong to a table drawn with lines, and whether they are one."""
    end = at
    while end < len(rows) and (_is_edge(rows[end]) or _is_barred(rows[end])):
        end += 1
    lines = rows[at:end]
    barred = sum(_is_barred(line) and not _is_edge(line) for line in lines)
    return end - at, bool(barred) and any(_is_edge(line) for line in lines)


def piped(rows: list[str], at: int) -> int:
    """Return how many lines from `at` on are rows with bars between their cells and none in front, 0 for too few."""
    end = at
    while end < len(rows) and _is_piped(rows[end]):
        end += 1
    return end - at if end - at >= _LEAST_ROWS else 0


def cells_of_piped(raw: str) -> list[str]:
    """The cells of a line with bars between them."""
    return [cell.strip() for cell in raw.strip().removesuffix("|").split("|")]


def cells_of_framed(raw: str) -> list[str]:
    """The cells of a line between bars, none for a line that only draws."""
    if _is_edge(raw):
        return []
    return [cell.strip() for cell in _BARS.split(raw.strip()[1:-1])]


def aligned(rows: list[str], at: int) -> int:
    """Return how many lines from `at` on are set in the same three or more columns, 0 where there are fewer than three.

    A colon in a column of its own sets a head beside its text, and is no table.
    """
    starts = _starts(rows[at])
    if len(starts) < _LEAST_CELLS:
        return 0
    end = at
    while end < len(rows) and _starts(rows[end]) == starts and not _colons(rows[end]):
        end += 1
    return end - at if end - at >= _LEAST_ROWS else 0


def cells_of_aligned(raw: str) -> list[str]:
    """The cells of a line that is set in columns."""
    return _GAP.split(raw.strip())


def _is_edge(raw: str) -> bool:
    said = raw.strip()
    return (
        len(said) > 4
        and _EDGES.issuperset(said)
        and bool(set(said) & set("-=─━═"))
        and bool(set(said) & set("+|├┼┌└╔╠╚"))
    )


def _is_barred(raw: str) -> bool:
    said = raw.strip()
    return len(said) > 4 and bool(_BARS.match(said[0])) and bool(_BARS.match(said[-1])) and len(_BARS.findall(said)) > 2


def _is_piped(raw: str) -> bool:
    if raw.count("|") < _LEAST_CELLS - 1:
        return False
    said = raw.strip()
    return not said.startswith("|") and " | " in said


def _starts(raw: str) -> tuple[int, ...]:
    said = raw.rstrip()
    first = len(said) - len(said.lstrip(" "))
    return (first, *(gap.end() for gap in _GAP.finditer(said, first))) if said else ()


def _colons(raw: str) -> bool:
    return any(cell.startswith(":") for cell in cells_of_aligned(raw))
