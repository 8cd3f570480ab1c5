"""The pages that a reader has done to whoever listens; nobody does unless asked, and no reading depends on it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int], None]
"""Hears how many pages are done, and of how many."""

_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


def tell(done: int, of: int) -> None:
    """Say that so many pages of the document are read."""
    listener = _LISTENER.get()
    if listener is not None:
        listener(done, of)


@contextmanager
def heard(listener: Listener) -> Iterator[None]:
    """Let `listener` hear what is read within."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)
