"""Code grammars: a number to a code and back, for every grammar a body may set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from probis.model import PolaKode, baca_kode, pisah_kode, tulis_kode

literal = st.text(st.characters(categories=("L", "P"), exclude_characters="{}"), min_size=1, max_size=6)


@given(literal, st.integers(1, 9), st.integers(1, 4))
def test_a_code_is_read_back_as_its_number(text: str, number: int, width: int) -> None:
    pola = TypeAdapter(PolaKode).validate_python(text + "{" + "n" * width + "}")
    assert baca_kode(pola, tulis_kode(pola, number)) == number
    assert pisah_kode("{induk}." + "{n}", tulis_kode("{induk}.{n}", number, "X")) == ("X", number)


@pytest.mark.parametrize(
    ("pola", "kode", "induk", "number"),
    [
        ("BO-{nn}", "BO-02", "", 2),
        ("BO-{nn}", "BO.02", "", None),
        ("BO-{nn}", "BO-2", "", None),
        ("BO-{nn}", "BO-002", "", None),
        ("BO-{nn}", "BO-102", "", 102),
        ("{induk}.{n}", "BO-02.12", "BO-02", 12),
        ("{induk}.{n}", "BO-03.12", "BO-02", None),
        ("{induk}.{nn}", "01.03.01", "01.03", 1),
        ("{n}/PROSES", "7/PROSES", "", 7),
    ],
)
def test_a_code_follows_its_grammar_or_not(pola: str, kode: str, induk: str, number: int | None) -> None:
    assert baca_kode(pola, kode, induk) == number


@pytest.mark.parametrize("pola", ["BO-", "BO-{nn}{nn}", "{induk}.", "BO-{x}", "{induk}{induk}{n}", "{{n}}"])
def test_a_grammar_needs_exactly_one_number(pola: str) -> None:
    with pytest.raises(ValidationError, match="tepat satu tempat nomor"):
        TypeAdapter(PolaKode).validate_python(pola)
