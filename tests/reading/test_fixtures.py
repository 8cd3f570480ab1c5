"""Six decrees of unlike bodies and forms, as they are and as others would have left them, beside a careful reader."""

import random
from pathlib import Path

import pytest

from probis.reading.formats import read
from probis.reading.quotations import quoted
from reading.mutations import MUTATIONS
from reading.scoring import FIXTURES, answers, scores, told

FILES = sorted(path for path in FIXTURES.iterdir() if path.suffix in (".txt", ".md"))
ENOUGH = 0.95


@pytest.mark.parametrize("mutation", [None, *MUTATIONS], ids=lambda name: name or "as-it-is")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_a_careful_reader_takes_from_it_is_read(path: Path, mutation: str | None) -> None:
    if mutation == "word" and path.suffix == ".md":
        pytest.skip("its tables are no paragraphs")
    name, data = path.name, path.read_bytes()
    if mutation is not None:
        name, data = MUTATIONS[mutation](name, data.decode(), random.Random(7))
    made = scores(quoted(read(name, data)).naskah, answers(path))
    low = {kind for kind, (score, _, _) in made.items() if min(score.precision, score.recall) < ENOUGH}
    assert not low, "\n".join(told({kind: made[kind] for kind in low}))
