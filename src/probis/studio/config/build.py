"""The installed program to a short mark that changes whenever one of its files does: for caches and ETags."""

import hashlib
from functools import lru_cache

from probis.studio.config.values import STUDIO


@lru_cache(maxsize=1)
def mark() -> str:
    """Return the mark, the same in every process that runs these files."""
    seen = hashlib.sha256()
    for path in sorted(STUDIO.parent.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            state = path.stat()
            seen.update(f"{path.relative_to(STUDIO.parent)} {state.st_size} {state.st_mtime_ns}\n".encode())
    return seen.hexdigest()[:12]
