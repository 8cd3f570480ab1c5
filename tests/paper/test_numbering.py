"""Labels of numbered lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probis.paper import Numbering
from probis.paper.numbering import letters, ordinal, roman


@pytest.mark.parametrize(
    ("style", "number", "label"),
    [
        (Numbering.DECIMAL, 12, "12."),
        (Numbering.LOWER, 1, "a."),
        (Numbering.LOWER, 27, "aa."),
        (Numbering.UPPER, 2, "B."),
        (Numbering.DECIMAL_PARENS, 3, "(3)"),
        (Numbering.LOWER_PAREN, 3, "c)"),
        (Numbering.ROMAN, 4, "IV."),
        (Numbering.ORDINAL, 1, "KESATU"),
        (Numbering.ORDINAL, 10, "KESEPULUH"),
        (Numbering.ORDINAL, 11, "KESEBELAS"),
        (Numbering.ORDINAL, 12, "KEDUA BELAS"),
        (Numbering.ORDINAL, 21, "KEDUA PULUH SATU"),
        (Numbering.ORDINAL, 40, "KEEMPAT PULUH"),
        (Numbering.ORDINAL, 120, "KE-120"),
    ],
)
def test_labels(style: Numbering, number: int, label: str) -> None:
    assert style.label(number) == label


@given(st.integers(1, 5000))
def test_letters_count_like_numbers(number: int) -> None:
    value = 0
    for letter in letters(number):
        value = value * 26 + ord(letter) - 96
    assert value == number


@given(st.integers(1, 3999))
def test_roman_never_repeats_a_sign_four_times(number: int) -> None:
    assert not any(sign * 4 in roman(number) for sign in "IXC")


def test_every_ordinal_differs() -> None:
    assert len({ordinal(n) for n in range(1, 200)}) == 199
