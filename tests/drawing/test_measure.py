"""Widths are those of the font, and lines keep to their room whatever the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from probis.drawing.measure import break_lines, clean, width


def test_width_is_proportional_and_heavier_is_wider() -> None:
    assert width("Memeriksa", 16, 400) == 2 * width("Memeriksa", 8, 400)
    assert width("Memeriksa", 8, 700) > width("Memeriksa", 8, 400)
    assert width("Memeriksa", 12, 400, "serif") != width("Memeriksa", 12, 400)


def test_breaks_at_words_and_evenly() -> None:
    assert break_lines("Memeriksa kelengkapan berkas", 64, 8, 500) == ("Memeriksa", "kelengkapan", "berkas")
    assert break_lines("Pemerintah Kabupaten/Kota", 56, 8, 600) == ("Pemerintah", "Kabupaten/", "Kota")


def test_breaks_a_word_by_syllables_only_where_it_is_too_wide() -> None:
    lines = break_lines("surat mempertanggungjawabkan", 64, 8, 500)
    assert "".join(lines).replace("-", "") == "surat mempertanggungjawabkan"
    assert len(lines) == 3
    assert all(line.endswith("-") for line in lines[:-1])


def test_shortens_to_the_lines_allowed() -> None:
    lines = break_lines("satu dua tiga empat lima enam tujuh delapan", 40, 8, 400, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert break_lines("", 40, 8) == ()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.integers(30, 200))
def test_no_line_leaves_its_room_and_nothing_is_lost(text: str, room: int) -> None:
    lines = break_lines(text, room, 8, 500)
    assert all(width(line, 8, 500) <= room or len(line) <= 2 for line in lines)

    def bare(t: str) -> str:
        return "".join(t.split()).replace("-", "").replace("\u00ad", "")

    assert bare("".join(lines)) == bare(clean(text))
