"""Numbering styles: the n-th item of a list to its label."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

_UNITS = ("", "SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN")
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


class Numbering(Enum):
    """How the items of a list are labelled; the value shows the first label."""

    DECIMAL = "1."
    LOWER = "a."
    DECIMAL_PAREN = "1)"
    LOWER_PAREN = "a)"
    DECIMAL_PARENS = "(1)"
    UPPER = "A."
    ROMAN = "I."
    ORDINAL = "KESATU"
    DASH = "–"

    def label(self, number: int) -> str:
        """The label of item ``number`` (from 1)."""
        return _LABELS[self](number)


def letters(number: int) -> str:
    """1 → a, 26 → z, 27 → aa: the count of lettered lists."""
    out = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        out = chr(ord("a") + rest) + out
    return out


def roman(number: int) -> str:
    """A number in Roman capitals."""
    out = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        out += sign * count
    return out


def cardinal(number: int) -> str:
    """1 to 99 in Indonesian capitals: 12 → DUA BELAS."""
    if number < 10:
        return _UNITS[number]
    if number in (10, 11):
        return "SEPULUH" if number == 10 else "SEBELAS"
    if number < 20:
        return f"{_UNITS[number - 10]} BELAS"
    tens, unit = divmod(number, 10)
    return f"{_UNITS[tens]} PULUH {_UNITS[unit]}".strip()


def ordinal(number: int) -> str:
    """The word that opens a dictum: 1 → KESATU, 11 → KESEBELAS; beyond 99 in figures."""
    return f"KE{cardinal(number)}" if number < 100 else f"KE-{number}"


_LABELS: dict[Numbering, Callable[[int], str]] = {
    Numbering.DECIMAL: lambda n: f"{n}.",
    Numbering.LOWER: lambda n: f"{letters(n)}.",
    Numbering.DECIMAL_PAREN: lambda n: f"{n})",
    Numbering.LOWER_PAREN: lambda n: f"{letters(n)})",
    Numbering.DECIMAL_PARENS: lambda n: f"({n})",
    Numbering.UPPER: lambda n: f"{letters(n).upper()}.",
    Numbering.ROMAN: lambda n: f"{roman(n)}.",
    Numbering.ORDINAL: ordinal,
    Numbering.DASH: lambda _: "–",
}
