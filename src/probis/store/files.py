"""Revisions in a folder on disk: contents and revisions by their hash, and one link from each to the next.

    isi/ab/cdef…          the bytes of a part, named by their SHA-256
    revisi/<id>           a revision as written
    sesudah/<id | awal>   the name of the revision that comes after it

Nothing is ever changed or half-written: files are written aside and given their name in one step. The newest
revision is the end of the chain; to add one is to create its link, which the file system lets only one succeed at.
"""

import contextlib
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from probis.model import Revisi
from probis.store.revisions import Proposed, StaleParent, StoreError, digest, opened, proposed

_FIRST = "awal"


class FileStore:
    """The store of one map in `folder`, which is made when the first revision is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: str | None = None

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
        """See `Store.commit`."""
        for other in merged:
            if self.get(other) is None:
                raise ValueError(f"Revisi {other[:12]} yang digabungkan tidak ada di sini.")
        plan = proposed(self.head(), parent, parts, who=who, when=when, why=why, merged=merged)
        if not isinstance(plan, Proposed):
            return plan
        for sha256, data in plan.contents.items():
            _keep(self._content(sha256), data)
        _keep(self._folder / "revisi" / plan.revisi.id, plan.written)
        if _keep(self._folder / "sesudah" / (parent or _FIRST), plan.revisi.id.encode()):
            return plan.revisi
        head = self.head()
        return head if head is not None and head.id == plan.revisi.id else StaleParent(head)

    def head(self) -> Revisi | None:
        """See `Store.head`."""
        while True:
            link = self._folder / "sesudah" / (self._known or _FIRST)
            try:
                self._known = link.read_text("ascii")
            except FileNotFoundError:
                break
        return self.get(self._known) if self._known else None

    def get(self, id: str) -> Revisi | None:
        """See `Store.get`."""
        if not _is_hash(id):
            return None
        try:
            data = (self._folder / "revisi" / id).read_bytes()
        except FileNotFoundError:
            return None
        return opened(id, data)

    def history(self) -> Iterator[Revisi]:
        """See `Store.history`."""
        here = self.head()
        while here is not None:
            yield here
            if not here.induk:
                return
            before = self.get(here.induk[0])
            if before is None:
                raise StoreError(f"Revisi {here.induk[0][:12]} hilang dari penyimpanan.")
            here = before

    def part(self, sha256: str) -> bytes:
        """See `Store.part`."""
        try:
            data = self._content(sha256).read_bytes() if _is_hash(sha256) else b""
        except FileNotFoundError:
            raise StoreError(f"Isi {sha256[:12]} hilang dari penyimpanan.") from None
        if digest(data) != sha256:
            raise StoreError(f"Isi {sha256[:12]} rusak: isinya tidak cocok dengan namanya.")
        return data

    def parts(self, revisi: Revisi, suffix: str = "") -> dict[str, bytes]:
        """See `Store.parts`."""
        return {name: self.part(sha256) for name, sha256 in revisi.bagian.items() if name.endswith(suffix)}

    def _content(self, sha256: str) -> Path:
        return self._folder / "isi" / sha256[:2] / sha256[2:]


def _is_hash(text: str) -> bool:
    return len(text) == 64 and all(mark in "0123456789abcdef" for mark in text)


def _keep(path: Path, data: bytes) -> bool:
    """Write a file that does not exist yet, whole or not at all; False where it exists already."""
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".tulis-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(aside, path)
        except FileExistsError:
            return False
        return True
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(aside)
