"""Cells that lie on several lines of a text to rows: which lines make one row, and what stands in its cells."""

import re
from collections.abc import Callable, Sequence
from typing import Final

CODE: Final = re.compile(
    r"\(?(?=\S{0,15}\d)[\w./()-]{1,16}|[IVXLl]{1,6}[.)]?|[A-Za-z][.)]?|[A-Z]{1,6}[-./][A-Za-z]{1,8}", re.ASCII
)
"""What stands in a column of numbers or codes."""
CODED: Final = re.compile(r"(?=\S{0,15}\d)[\w./()-]{1,16}", re.ASCII)
Room = Callable[[int, int, int], bool]
_LABELLED: Final = re.compile(r"(?:\(?[a-z0-9]{1,3}[.)]|[-–•*])\s+\S")
_UNENDED: Final = re.compile(
    r"(?:\b(?:dan|atau|serta|dengan|yang|untuk|dari|di|ke|pada|dalam|oleh|atas|bagi)|[,(/&-])$"
)
_AIM: Final = re.compile(
    r"(?:Me|Ter|Ber|Per)[a-z]{3,14}nya\b(?!$)|(?:Persentase|Prosentase|Jumlah|Rasio|Cakupan|Indeks|Nilai|Skor)\b"
)
"""How an aim or its measure begins: no words that go on from a line above are written so."""
_WHAT_GROWS: Final = re.compile(r"\b\w{4,16}nya$")
"""An aim that breaks off before what it is about: "Meningkatnya" / "Indeks Pembangunan Manusia"."""
_SLACK: Final = 3  # signs by which a word may miss the border of its column though it would have fitted


def grouped(lines: Sequence[Sequence[str]], room: Room) -> list[list[int]]:
    """Return which lines make each row, of lines that each have what stands in every column ("" for nothing).

    `room` tells (line above, line, column) whether the first word of a cell would have had room at the end of the one
    above. Where the first column counts, a row begins with a number or a code; elsewhere where all columns are
    filled, or where nothing in the line goes on from the one above.
    """
    counting = _counting(lines)
    made: list[list[int]] = []
    begun = False  # a row that counts has been met
    for at, line in enumerate(lines):
        if not made or _begins(lines, made[-1], at, room, counting, begun=begun):
            made.append([at])
        else:
            made[-1].append(at)
        begun = begun or bool(CODE.fullmatch(line[0]))
    return made


def _counting(lines: Sequence[Sequence[str]]) -> set[int]:
    """The columns of numbers and codes."""
    found = set()
    for column in range(len(lines[0])):
        said = [line[column] for line in lines[1:] if len(line[column]) > (column > 0)]  # a dash is none
        codes = sum(bool((CODE if column == 0 else CODED).fullmatch(each)) for each in said)
        if codes >= (0.6 if column == 0 else 0.75) * len(said) and (codes > 2 or (codes and column == 0)):
            found.add(column)
    return found


def _begins(
    lines: Sequence[Sequence[str]], row: Sequence[int], at: int, room: Room, counting: set[int], *, begun: bool
) -> bool:
    line, above, counts = lines[at], lines[row[-1]], 0 in counting
    filled = [n for n, said in enumerate(line) if said]
    if counts and line[0]:
        return bool(CODE.fullmatch(line[0])) or begun or len(filled) == len(line)
    if len(filled) > 1 and all(_aims(above[n], line[n]) for n in filled):
        return True
    if any(CODED.fullmatch(line[n]) and any(lines[each][n] for each in row) for n in counting & set(filled)):
        return True
    gap = any(not above[n] and any(lines[each][n] for each in row) for n in filled)
    if gap and counts and begun:
        return len(filled) > 1  # something stands below an empty place of its own column
    fresh = [
        n
        for n in filled
        if not _goes_on(above[n], line[n]) and (not above[n] or room(row[-1], at, n) or _alike(lines, row, line, n))
    ]
    if counts:
        head = not begun and any(not any(lines[each][n] for each in row) for n in filled)
        return head or (begun and len(filled) > 1 and (len(fresh) == len(filled) or _opens(lines, row, at, filled)))
    if len(filled) == len(line):
        lower = sum(said[0].islower() for said in line)
        return 2 * lower <= len(line) and (len(fresh) > 0 or any(" " in said for said in line))
    return (bool(line[0]) and 0 in fresh) or len(fresh) == len(filled) > 0


def _opens(lines: Sequence[Sequence[str]], row: Sequence[int], at: int, filled: Sequence[int]) -> bool:
    """Whether a line has words in a column that the row leaves empty, and begins its other cells as the row does."""
    line, above = lines[at], lines[row[-1]]
    if any(lines[each][filled[0]] for each in row) or any(_goes_on(above[n], line[n]) for n in filled):
        return False
    return line[filled[0]][0].isupper() and any(_alike(lines, row, line, n) for n in filled)


def _alike(lines: Sequence[Sequence[str]], row: Sequence[int], line: Sequence[str], column: int) -> bool:
    """Whether a line begins with the word that its cell begins with, as items of a list do: "Meningkatnya …"."""
    begun = next((said for each in row if (said := lines[each][column])), "")
    word = line[column].split()[0]
    return len(word) > 4 and word[0].isupper() and begun.split()[:1] == [word]


def _goes_on(above: str, said: str) -> bool:
    return bool(above) and (said[0].islower() or said[0] in "(/&" or bool(_UNENDED.search(above)))


def _aims(above: str, said: str) -> bool:
    """Whether a line of a cell begins another aim or measure than the one above it."""
    return _AIM.match(said) is not None and not _UNENDED.search(above) and not _WHAT_GROWS.search(above)


def grouped_by_signs(lines: Sequence[Sequence[str]], widths: Sequence[int]) -> list[list[int]]:
    """The same where all signs are as wide as another; `widths` is how many have room in each column."""
    return grouped(lines, lambda above, at, n: fits(lines[above][n], lines[at][n], widths[n]))


def fits(above: str, said: str, width: int) -> bool:
    """Whether the first word of a line would have had room at the end of the line above."""
    return len(above) + 1 + len(said.split()[0]) <= width - _SLACK


def told(parts: Sequence[str], width: int) -> str:
    """Return what stands in a cell, one paragraph a line: lines that only ran out of room are put together."""
    made: list[str] = []
    last, apart = "", False
    for part in parts:
        said = part.strip()
        if not said:
            apart = bool(made)
            continue
        ended = last.endswith((";", ".", ":")) and not said[0].islower()
        new = (
            apart or not made or bool(_LABELLED.match(said)) or _aims(last, said) or (ended and fits(last, said, width))
        )
        cased = last.isupper() and len(last) > 5 and not said.isupper() and said[0].isalpha()  # a head above its text
        if new or cased or (not last.isupper() and said[0].isupper() and len(said) > 3 and _short(last, said, width)):
            made.append(said)
        elif made[-1].endswith("-") and not made[-1].endswith(" -") and made[-1][-2:-1].isalpha():
            made[-1] = (made[-1][:-1] if said[0].islower() else made[-1]) + said
        else:
            made[-1] = f"{made[-1]} {said}"
        last, apart = said, False
    return "\n".join(made)


def _short(last: str, said: str, width: int) -> bool:
    """Whether a line ended long before its column did, so that the next one is another thing."""
    return not _UNENDED.search(last) and len(last) + 1 + len(said.split()[0]) < 0.75 * width and len(last.split()) > 1
