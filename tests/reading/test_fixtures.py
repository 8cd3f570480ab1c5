"""Six decrees of unlike bodies and forms, read and compared with what a careful reader takes from them."""

import pytest

from probis.reading.formats import read
from probis.reading.quotations import quoted
from reading.scoring import FIXTURES, answers, scores, told

FILES = sorted(path for path in FIXTURES.iterdir() if path.suffix in (".txt", ".md"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_a_careful_reader_takes_from_it_is_read(path) -> None:
    naskah = quoted(read(path.name, path.read_bytes())).naskah
    made = scores(naskah, answers(path))
    low = {kind for kind, (score, _, _) in made.items() if min(score.precision, score.recall) < 0.95}
    assert not low, "\n".join(told({kind: made[kind] for kind in low}))
