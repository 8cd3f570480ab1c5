"""Six decrees of unlike bodies and forms, as they are and as others would have left them, beside a careful reader."""

from pathlib import Path

import pytest

from reading.mutations import MUTATIONS
from reading.scoring import FIXTURES, answers, scores, told
from reading.taken import taken

FILES = sorted(path for path in FIXTURES.iterdir() if path.suffix in (".txt", ".md"))
ENOUGH = 0.95


@pytest.mark.parametrize("mutation", [None, *MUTATIONS], ids=lambda name: name or "as-it-is")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_a_careful_reader_takes_from_it_is_read(path: Path, mutation: str | None) -> None:
    if mutation == "word" and path.suffix == ".md":
        pytest.skip("its tables are no paragraphs")
    made = scores(taken(path, mutation).naskah, answers(path))
    low = {kind for kind, (score, _, _) in made.items() if min(score.precision, score.recall) < ENOUGH}
    assert not low, "\n".join(told({kind: made[kind] for kind in low}))
