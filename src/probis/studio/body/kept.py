"""A key and the way to make its value to the value, made once and kept in memory or on disk."""

import hashlib
import os
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from django.conf import settings

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """At most `most` values, the least recently asked for leaves first; safe among threads.

    Threads that ask for the same key at once wait for the one that makes it.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value of `key`, made by `make` where it is not kept; what `make` raises is raised."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
            making = self._making.setdefault(key, Lock())
        with making:
            with self._lock:
                if key in self._values:
                    return self._values[key]
            try:
                value = make()
                with self._lock:
                    self._keep(key, value)
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return value

    def _keep(self, key: Hashable, value: Value) -> None:
        self._values[key] = value
        while len(self._values) > self._most:
            self._values.popitem(last=False)


def kept_on_disk(key: str, make: Callable[[], bytes], most: int = 40) -> bytes:
    """Return the bytes of `key`, from the studio's data folder where they were made before, else made and kept there.

    The key must name everything the bytes depend on, the version of the program included. A folder that cannot be
    written keeps nothing; the oldest files leave when there are more than `most`.
    """
    folder = Path(settings.RESULTS)
    path = folder / hashlib.sha256(key.encode()).hexdigest()
    try:
        return path.read_bytes()
    except OSError:
        data = make()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(aside, path)
        for old in sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime, reverse=True)[most:]:
            old.unlink(missing_ok=True)
    except OSError:
        return data
    return data
