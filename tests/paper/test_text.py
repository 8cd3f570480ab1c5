"""Texts are runs without signs that no page can show."""

from hypothesis import given
from hypothesis import strategies as st

from probis.paper import Run, bold, plain, text


def test_parts_join_and_empty_ones_fall_away() -> None:
    assert text("a", "", Run("b", italic=True), bold("c")) == (Run("a"), Run("b", italic=True), Run("c", bold=True))


def test_plain_reads_a_line_break_as_a_space() -> None:
    assert plain(text("satu\n", bold("dua"))) == "satu dua"


@given(st.text())
def test_no_control_sign_stays(value: str) -> None:
    assert not any(ord(c) < 32 and c not in "\n\t" for c in Run(value).text)


def test_ordinary_signs_stay() -> None:
    value = "R&D <b> “kutip” – ≤ é #1 *x* $y$ \\ \n\t日本"
    assert Run(value).text == value
