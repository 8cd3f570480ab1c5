"""Patterns of the reader end soon on words of their own repeated: a text that a person wrote may hold any of them."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import probis.reading

OFTEN = 18  # so often that the work of a pattern that doubles with each word is seen; a sound one takes microseconds
SIGNS = ("a", "Ab", "A1", "1", "1.", "-", "(a)", "a,")


def _of(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _of(each)


def _modules() -> Iterator[str]:
    return (module.name for module in pkgutil.walk_packages(probis.reading.__path__, "probis.reading."))


def growing(pattern: re.Pattern[str]) -> list[str]:
    """Return the words of a pattern on which its work grows without bound."""
    words = dict.fromkeys((*re.findall(r"[A-Za-z]{2,}", re.sub(r"\\[a-zA-Z]", " ", pattern.pattern)), *SIGNS))
    return [word for word in words if _work(pattern, word, OFTEN) > 0.05]


def _work(pattern: re.Pattern[str], word: str, times: int) -> float:
    begun = time.process_time()
    pattern.search(f"{word} " * times + "x!")
    return time.process_time() - begun


@pytest.mark.parametrize("module", list(_modules()))
def test_no_pattern_of_the_reader_grows_without_bound(module: str) -> None:
    named = vars(importlib.import_module(module)).items()
    found = {name: growing(pattern) for name, value in named for pattern in _of(value)}
    assert not {name: words for name, words in found.items() if words}


def test_a_pattern_whose_work_doubles_with_each_word_is_found() -> None:
    assert growing(re.compile(r"(?:\s*\b(?:yang|telah)\s*)+$"))
    assert not growing(re.compile(r"(?:\s*\b(?:yang|telah)\b)+\s*$"))
