"""Lines of text that draw a table ("+----+", "│", bars between cells) to its rows, with merged and wrapped cells."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from probis.reading.document import Cell
from probis.reading.formats._text_cells import grouped_by_signs, told

_SAME: Final = str.maketrans("│┃║─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╪╫╞╡╟╢╤╧", "|||--=" + "+" * 26)
_EDGES: Final = frozenset("+-=|: \t")
_QUOTED: Final = '"“”„ \t'
_LEAST_ROWS: Final = 3
_CROSSED: Final = re.compile(r" *-{2,200}(?:\+-{2,200}){1,24} *")
_WIDEST: Final = 2000
Drawn = list[tuple[int, list[Cell]]]
"""Rows of a table, each with the line on which it begins, counted from the first line of the table."""


def framed(raws: Sequence[str], at: int) -> tuple[int, bool]:
    """Return how many lines from `at` on may belong to a table drawn with lines, and whether they are one."""
    end, barred, edged = at, False, False
    while end < len(raws):
        said = raws[end].translate(_SAME).strip()
        edge = _is_edge(said)
        if not edge and not _is_barred(said):
            break
        barred, edged = barred or not edge, edged or edge
        end += 1
    return end - at, barred and edged


def rows_of_framed(raws: Sequence[str]) -> Drawn:
    """Return the rows of a table that lines draw."""
    left = min((len(raw) - len(raw.lstrip()) for raw in raws if raw.strip()), default=0)
    lines = [raw.translate(_SAME)[left:].rstrip() for raw in raws]
    bounds = _bounds(lines)
    if len(bounds) < 2 or not _in_place(lines, bounds):
        return _uneven(lines)
    return _spanned(lines, bounds)


def _bounds(lines: Sequence[str]) -> list[int]:
    """Where the borders of columns stand, told by the corners of the lines drawn across."""
    found: set[int] = set()
    for line in lines:
        if "+-" in line or "+=" in line or "-+" in line or "=+" in line:
            found |= {n for n, sign in enumerate(line) if sign == "+"}
    if found:
        return sorted(found)
    return sorted({n for line in lines if _is_edge(line) for n, sign in enumerate(line) if sign == "|"})


def _in_place(lines: Sequence[str], bounds: Sequence[int]) -> bool:
    held = set(bounds)
    barred = [line for line in lines if not _is_edge(line)]
    right = sum(all(n in held for n, sign in enumerate(line) if sign == "|") for line in barred)
    return right >= 0.9 * len(barred)


def _uneven(lines: Sequence[str]) -> Drawn:
    """Rows whose bars do not stand below each other: each line is one, a line of goes-ons part of that above."""
    return [
        (at, [Cell(cell.strip(), n) for n, cell in enumerate(line.strip().strip("|").split("|"))])
        for at, line in enumerate(lines)
        if not _is_edge(line)
    ]


def _spanned(lines: Sequence[str], bounds: Sequence[int]) -> Drawn:
    count = len(bounds) - 1
    widths = [right - left - 3 for left, right in pairwise(bounds)]

    def part(line: str, column: int) -> str:
        return line[bounds[column] + 1 : bounds[column + 1]]

    def crossed(line: str, column: int) -> bool:
        said = part(line, column).strip()
        return len(said) > 0 and not said.strip("-=:+")

    def walled(line: str, column: int) -> bool:
        return line[bounds[column] : bounds[column] + 1] in ("|", "+")

    cuts = [at for at, line in enumerate(lines) if any(crossed(line, n) for n in range(count)) and _is_cut(line)]
    plain = all(_is_edge(lines[at]) for at in cuts)
    found: list[tuple[int, int, int, list[str], list[int]]] = []  # row, column, columns, parts, [rows]
    standing: list[int | None] = [None] * count  # the cell of `found` that each column is in
    rows_at: list[int] = []
    edges = [-1, *cuts, len(lines)]
    for above, below in pairwise(edges):
        body = list(range(above + 1, below))
        if not body:
            continue
        pieces = [body]
        if plain and (single := _split(lines, body, bounds, widths, few=len(cuts) <= 3)) is not None:
            pieces = single
        for order, piece in enumerate(pieces):
            row = len(rows_at)
            rows_at.append(piece[0])
            fresh = [order > 0 or above < 0 or crossed(lines[above], n) for n in range(count)]
            column = 0
            while column < count:
                wide = 1
                while column + wide < count and not any(walled(lines[at], column + wide) for at in piece):
                    wide += 1
                held = standing[column]
                if held is not None and not any(fresh[column : column + wide]) and found[held][2] == wide:
                    found[held][3].append(lines[above][bounds[column] + 1 : bounds[column + wide]])
                    found[held][4][0] += 1
                else:
                    held = len(found)
                    found.append((row, column, wide, [], [1]))
                for each in range(column, column + wide):
                    standing[each] = held
                left, right = bounds[column] + 1, bounds[column + wide]
                found[held][3].extend(lines[at][left:right] for at in piece)
                column += wide
    rows: Drawn = [(at, []) for at in rows_at]
    for row, column, wide, parts, high in found:
        room = bounds[column + wide] - bounds[column] - 3
        rows[row][1].append(Cell(told(parts, room), column, wide, high[0]))
    return [(at, cells) for at, cells in rows if any(cell.text for cell in cells)]


def _split(
    lines: Sequence[str], body: Sequence[int], bounds: Sequence[int], widths: Sequence[int], *, few: bool
) -> list[list[int]] | None:
    """The rows among lines that no line parts: all below the head, or some that each begin with a number."""
    if len(body) < 2:
        return None
    cells = [[lines[at][left + 1 : right].strip() for left, right in pairwise(bounds)] for at in body]
    counted = sum(bool(re.fullmatch(r"\d{1,3}[.)]?|[A-Z]{1,6}[-./]?\d[\w.-]{0,9}", line[0])) for line in cells)
    if counted < 2 and not (few and body[0] > 1 and all(any(line) for line in cells)):
        return None
    return [[body[n] for n in row] for row in grouped_by_signs(cells, widths)]


def _is_cut(line: str) -> bool:
    return _is_edge(line) or "+-" in line or "+=" in line


def opened(raws: Sequence[str], at: int) -> tuple[int, Drawn]:
    """Return how many lines a table takes that has bars and a rule below its head but no sides, and its rows."""
    rule = next((n for n in range(at + 1, min(at + 4, len(raws))) if _CROSSED.fullmatch(raws[n][:_WIDEST])), None)
    if rule is None:
        return 0, []
    bars = [n for n, sign in enumerate(raws[rule]) if sign == "+"]
    end = at
    while end < len(raws) and all(raws[end][n : n + 1] in ("|", "+") for n in bars):
        end += 1
    if end - at < _LEAST_ROWS or end <= rule:
        return 0, []
    width = max(map(len, raws[at:end]))
    return end - at, rows_of_framed([_closed(raw, width) for raw in raws[at:end]])


def _closed(raw: str, width: int) -> str:
    side, fill = ("+", "-") if _CROSSED.fullmatch(raw[:_WIDEST]) else ("|", " ")
    return f"{side}{raw.ljust(width, fill)}{fill}{side}"


def piped(raws: Sequence[str], at: int) -> int:
    """Return how many lines from `at` on are rows with bars between their cells, 0 for too few."""
    end, bars = at, raws[at].count("|")
    if bars < 2:
        return 0
    while end < len(raws) and _is_piped(raws[end]) and (end == at or abs(raws[end].count("|") - bars) <= 2):
        end += 1
    return end - at if end - at >= _LEAST_ROWS else 0


def rows_of_piped(raws: Sequence[str]) -> Drawn:
    """Return the rows of a table that has only bars between its cells, each on a line of its own."""
    made: Drawn = []
    outer = raws[0].strip(_QUOTED).startswith("|")
    size = len(_between(raws[0], outer=True))
    for at, raw in enumerate(raws):
        cells = _between(raw, outer=True)
        if not outer and len(cells) < size == len(_between(raw, outer=False)):
            cells = _between(raw, outer=False)  # the bar is not the edge of the table: the first cell is empty
        if not all(set(cell) <= _EDGES for cell in cells) or not any(cell.strip(" :-=+") == "" for cell in cells):
            made.append((at, [Cell(cell.strip(), n) for n, cell in enumerate(cells)]))
    return made


def _between(raw: str, *, outer: bool) -> list[str]:
    """Return what stands between the bars of a line; `outer` where a bar at its start is the edge of the table."""
    said = raw.strip(_QUOTED).removesuffix("|")
    return (said.removeprefix("|") if outer else said).split("|")


def _is_edge(raw: str) -> bool:
    said = raw.strip()
    return len(said) > 4 and _EDGES.issuperset(said) and bool(set(said) & set("-=")) and bool(set(said) & set("+|"))


def _is_barred(said: str) -> bool:
    return len(said) > 4 and said[0] in "|+" and said[-1] in "|+" and said.count("|") + said.count("+") > 2


def _is_piped(raw: str) -> bool:
    said = raw.strip(_QUOTED)
    return said.count("|") >= 2 and (" | " in said or "| |" in said or "|" in said[:1])
