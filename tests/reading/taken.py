"""A file of the fixtures, or a copy of it as others would have left it, to what it says: read once, judged by many."""

import random
from functools import cache
from pathlib import Path

from probis.reading.formats import read
from probis.reading.quotations import Quoted, quoted
from reading.mutations import MUTATIONS


@cache
def taken(path: Path, mutation: str | None = None) -> Quoted:
    """What the reader takes from the file, or from what the mutation of that name makes of it."""
    name, data = path.name, path.read_bytes()
    if mutation is not None:
        name, data = MUTATIONS[mutation](name, data.decode(), random.Random(7))
    return quoted(read(name, data))
