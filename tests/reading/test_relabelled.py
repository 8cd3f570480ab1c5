"""Labels that a scan confused count on with their list; labels that fit as they are printed stay."""

import pytest

from probis.reading.blocks import Block, blocks
from probis.reading.document import Line
from probis.reading.relabelled import relabelled


def labels(*texts: str) -> list[str]:
    made: list[Block] = list(relabelled(blocks([Line(n, text, begins=True) for n, text in enumerate(texts, 1)])))
    assert [block.text for block in made] == ["isi"] * len(texts)
    return [block.label for block in made]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        (["l. isi", "2. isi", "3. isi"], ["1.", "2.", "3."]),
        (["I. isi", "2. isi", "3. isi"], ["1.", "2.", "3."]),
        (["9. isi", "IO. isi", "11. isi"], ["9.", "10.", "11."]),
        (["a. isi", "b. isi", "C. isi", "d. isi"], ["a.", "b.", "c.", "d."]),
        (["I. isi", "1I. isi", "lll. isi", "IV. isi"], ["I.", "II.", "III.", "IV."]),
        (["4) isi", "S) isi", "6) isi"], ["4)", "5)", "6)"]),
        (["(1) isi", "(Z) isi", "(3) isi"], ["(1)", "(2)", "(3)"]),
        (["1. isi", "2, isi", "3. isi"], ["1.", "2.", "3."]),
    ],
)
def test_a_confused_label_counts_on(printed: list[str], meant: list[str]) -> None:
    assert labels(*printed) == meant


@pytest.mark.parametrize(
    "printed",
    [
        ["k. isi", "l. isi", "m. isi"],
        ["B. isi", "C. isi", "D. isi"],
        ["I. isi", "II. isi", "1. isi", "2. isi", "III. isi"],
        ["10. isi", "11. isi", "12. isi"],
        ["a. isi", "c. isi"],
        ["1. isi", "3. isi"],
    ],
)
def test_a_label_that_fits_or_that_nothing_explains_stays(printed: list[str]) -> None:
    assert labels(*printed) == [text.split(" ")[0] for text in printed]
