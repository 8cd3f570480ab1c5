"""Parts and a reason to a revision named by its own content, and what every store of revisions must be able to do.

The name of a revision is the SHA-256 of `written(revisi)`: one line that names this format, then the fields as JSON
with sorted keys, no spaces, UTF-8, times in UTC. Whoever holds these bytes can check the name, and through the hashes
of the parts and the names of the parents everything before it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Protocol

from probis.model import Revisi
from probis.store.names import complaint

_FORMAT = b"probis-revisi 1\n"
_TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


class StoreError(Exception):
    """What the store holds is not what its name promises, or is missing; the message says which, in Indonesian."""


@dataclass(frozen=True, slots=True)
class StaleParent:
    """A commit that came too late: `head` is the newest revision now (None where there is none yet)."""

    head: Revisi | None


class Store(Protocol):
    """The revisions of one map. Two stores that were given the same commits hold the same revisions, name by name."""

    def commit(
        self,
        parent: str | None,
        parts: Mapping[str, bytes],
        *,
        who: str,
        when: datetime,
        why: str,
        merged: Sequence[str] = (),
    ) -> Revisi | StaleParent:
        """Keep `parts` as the revision after `parent`, which must be the newest (None: there is none yet).

        Parts that are those of the newest revision make no new one, unless others are `merged` into it; a commit
        that is repeated gives the revision it gave before. Raises ValueError for a part's name that is none, for a
        time without a zone and for a merged revision that is not here.
        """
        ...

    def head(self) -> Revisi | None:
        """Return the newest revision, or None."""
        ...

    def get(self, id: str) -> Revisi | None:
        """Return the revision of this name, or None."""
        ...

    def history(self) -> Iterator[Revisi]:
        """Yield the revisions from the newest to the first, along the first parents."""
        ...

    def part(self, sha256: str) -> bytes:
        """Return the bytes of this hash; raises StoreError where they are missing or not these."""
        ...

    def parts(self, revisi: Revisi, suffix: str = "") -> dict[str, bytes]:
        """Return the parts of a revision whose names end so, all where it is empty, in the order of their names."""
        ...


def digest(data: bytes) -> str:
    """Return the SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def sealed(
    parents: Sequence[str], hashes: Mapping[str, str], *, who: str, when: datetime, why: str
) -> tuple[Revisi, bytes]:
    """Return the revision and its written form; `hashes` gives each part's SHA-256.

    Raises ValueError for a part's name that is none and for a time without a zone.
    """
    for name in hashes:
        if reason := complaint(name):
            raise ValueError(reason)
    if when.tzinfo is None:
        raise ValueError("Waktu revisi harus menyebut zonanya.")
    fields = {
        "alasan": why,
        "bagian": dict(hashes),
        "induk": list(parents),
        "oleh": who,
        "waktu": when.astimezone(UTC).strftime(_TIME),
    }
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    data = _FORMAT + text.encode()
    return opened(digest(data), data), data


def opened(id: str, data: bytes) -> Revisi:
    """Return the revision that `data` is the written form of; raises StoreError where its name is not `id`."""
    if digest(data) != id or not data.startswith(_FORMAT):
        raise StoreError(f"Revisi {id[:12]} rusak: isinya tidak cocok dengan namanya.")
    fields = json.loads(data[len(_FORMAT) :])
    return Revisi(
        id=id,
        induk=tuple(fields["induk"]),
        oleh=fields["oleh"],
        waktu=datetime.strptime(fields["waktu"], _TIME).replace(tzinfo=UTC),
        alasan=fields["alasan"],
        bagian=MappingProxyType(dict(sorted(fields["bagian"].items()))),
    )


@dataclass(frozen=True, slots=True)
class Proposed:
    """A revision that a store may add after `head`: its written form, and the bytes it needs by their hash."""

    revisi: Revisi
    written: bytes
    contents: Mapping[str, bytes]


def proposed(
    head: Revisi | None,
    parent: str | None,
    parts: Mapping[str, bytes],
    *,
    who: str,
    when: datetime,
    why: str,
    merged: Sequence[str] = (),
) -> Proposed | Revisi | StaleParent:
    """Decide what a commit does when `head` is the newest revision: add one, nothing, or refuse.

    This is the whole rule of `Store.commit`, the same for every store; the store only keeps what is proposed.
    """
    contents = {digest(data): data for data in parts.values()}
    hashes = {name: digest(data) for name, data in parts.items()}
    parents = ((parent,) if parent else ()) + tuple(merged)
    revisi, data = sealed(parents, hashes, who=who, when=when, why=why)
    if head is not None and head.id == revisi.id:
        return head
    if (head.id if head is not None else None) != parent:
        return StaleParent(head)
    if head is not None and not merged and head.bagian == revisi.bagian:
        return head
    return Proposed(revisi, data, contents)
