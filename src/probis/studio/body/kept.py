"""A key and the way to make its value to the value: made once, kept in memory or on disk, waited for only so long."""

import hashlib
import os
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, wait
from pathlib import Path
from threading import Lock, Thread
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


class StillMaking(Exception):
    """The value is not there yet: it is being made, or too much else is."""


class Beside(Generic[Value]):
    """Values made beside the request that asks for them, which waits only so long; at most `most` are under way."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._jobs: dict[Hashable, Future[Value]] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Value], patience: float) -> Value:
        """Return what `make` gives, or raise what it raises; raises StillMaking where that takes over `patience` s.

        What is still being made goes on; its end, good or bad, waits for the next who asks for the same key.
        """
        with self._lock:
            job = self._jobs.get(key)
            if job is None:
                self._forget_ended()
                if len(self._jobs) >= self._most:
                    raise StillMaking
                job = self._jobs[key] = Future()
                Thread(target=_fulfil, args=(job, make), daemon=True).start()
        if wait([job], timeout=patience).not_done:
            raise StillMaking
        with self._lock:
            if self._jobs.get(key) is job:
                del self._jobs[key]
        return job.result()

    def _forget_ended(self) -> None:
        if len(self._jobs) >= self._most:
            self._jobs = {key: job for key, job in self._jobs.items() if not job.done()}


def _fulfil(job: "Future[Value]", make: Callable[[], Value]) -> None:
    try:
        job.set_result(make())
    except BaseException as error:
        job.set_exception(error)


def kept_on_disk(key: str, make: Callable[[], bytes], most: int = 120) -> bytes:
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
