"""The draft model of each decree with answers, as it is and as others would have left it, beside a careful person's."""

from pathlib import Path

import pytest

from probis.reading.draft import draft
from reading.draft_scoring import model_scores
from reading.mutations import MUTATIONS
from reading.scoring import FIXTURES, answers, told
from reading.taken import taken

FILES = sorted(path for path in FIXTURES.iterdir() if path.suffix in (".txt", ".md"))
ENOUGH = 0.95


@pytest.mark.parametrize("mutation", [None, *MUTATIONS], ids=lambda name: name or "as-it-is")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_draft_is_the_model_that_a_careful_person_would_make(path: Path, mutation: str | None) -> None:
    if mutation == "word" and path.suffix == ".md":
        pytest.skip("its tables are no paragraphs")
    whole = taken(path, mutation)
    asked = answers(path)
    made = model_scores(draft(whole.naskah, None, 2026, whole.document).model, asked)
    low = {kind for kind, (score, _, _) in made.items() if min(score.precision, score.recall) < ENOUGH}
    assert not low, "\n".join(told({kind: made[kind] for kind in low}))
