"""A paragraph to its sentences."""

import re
from collections.abc import Iterator

_END = re.compile(r"(?<=[a-z0-9)”\"])\.\s+(?=[A-Z“(])")


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a paragraph with the mark that ends them; an abbreviation like "No." ends none."""
    begins = 0
    for found in _END.finditer(text):
        if re.search(r"(?:\b(?:No|Dr|Drs|Ir|dsb|dll|a\.n|s\.d|Prof|H|Hj|St)|\b[A-Z])$", text[begins : found.start()]):
            continue
        yield text[begins : found.start() + 1].strip()
        begins = found.end()
    if text[begins:].strip():
        yield text[begins:].strip()
