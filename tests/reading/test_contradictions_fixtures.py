"""What a careful reader finds wrong in the decrees of the fixtures is found at its line, in words that name it."""

from pathlib import Path

import pytest

from probis.reading.contradictions import check
from probis.reading.names import folded
from reading.scoring import FIXTURES, answers
from reading.taken import taken

FILES = sorted(path for path in FIXTURES.iterdir() if path.suffix in (".txt", ".md"))
TOLD = [(path, int(line), word) for path in FILES for line, word in answers(path).get("pertentangan", {}).items()]


@pytest.mark.parametrize(("path", "line", "word"), TOLD, ids=lambda each: getattr(each, "stem", str(each)))
def test_it_is_told_at_its_line(path: Path, line: int, word: str) -> None:
    found = check(taken(path).naskah)
    said = [temuan.pesan for temuan in found if temuan.tempat is not None and temuan.tempat.baris == line]
    assert any(folded(word) in folded(pesan) for pesan in said), said
