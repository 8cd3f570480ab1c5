"""Revisions of one edition in the database: the twin of `probis.store.files`, with the same rule and the same names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from django.db import transaction

from probis.model import Revisi
from probis.store.revisions import Proposed, StaleParent, StoreError, digest, opened, proposed
from probis.studio.revisions.models import Edisi, Isi
from probis.studio.revisions.models import Revisi as Row


class DatabaseStore:
    """The store of the edition with this primary key."""

    def __init__(self, edisi: int) -> None:
        self._edisi = edisi

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
        """See `Store.commit`. Two commits at once come one after the other: the edition's row is locked."""
        with transaction.atomic():
            edisi = Edisi.objects.select_for_update().select_related(None).get(pk=self._edisi)
            for other in merged:
                if self.get(other) is None:
                    raise ValueError(f"Revisi {other[:12]} yang digabungkan tidak ada di sini.")
            plan = proposed(self.head(), parent, parts, who=who, when=when, why=why, merged=merged)
            if not isinstance(plan, Proposed):
                return plan
            Isi.objects.bulk_create(
                [Isi(sha256=sha256, data=data) for sha256, data in plan.contents.items()], ignore_conflicts=True
            )
            edisi.kepala = Row.objects.create(
                edisi=edisi,
                sha256=plan.revisi.id,
                nomor=Row.objects.filter(edisi=edisi).count() + 1,
                tertulis=plan.written,
            )
            edisi.save(update_fields=["kepala"])
            return plan.revisi

    def head(self) -> Revisi | None:
        """See `Store.head`."""
        row = Row.objects.filter(edisi=self._edisi).order_by("-nomor").first()
        return _opened(row) if row is not None else None

    def get(self, id: str) -> Revisi | None:
        """See `Store.get`."""
        row = Row.objects.filter(edisi=self._edisi, sha256=id).first()
        return _opened(row) if row is not None else None

    def history(self) -> Iterator[Revisi]:
        """See `Store.history`. Along the first parents the numbers fall one by one."""
        for row in Row.objects.filter(edisi=self._edisi).order_by("-nomor").iterator():
            yield _opened(row)

    def part(self, sha256: str) -> bytes:
        """See `Store.part`."""
        return self._contents([sha256])[sha256]

    def parts(self, revisi: Revisi, suffix: str = "") -> dict[str, bytes]:
        """See `Store.parts`; one query for all."""
        wanted = {name: sha256 for name, sha256 in revisi.bagian.items() if name.endswith(suffix)}
        contents = self._contents(wanted.values())
        return {name: contents[sha256] for name, sha256 in wanted.items()}

    def _contents(self, hashes: Iterable[str]) -> dict[str, bytes]:
        wanted = set(hashes)
        found = {row.sha256: bytes(row.data) for row in Isi.objects.filter(sha256__in=wanted)}
        for sha256 in sorted(wanted):
            if sha256 not in found:
                raise StoreError(f"Isi {sha256[:12]} hilang dari penyimpanan.")
            if digest(found[sha256]) != sha256:
                raise StoreError(f"Isi {sha256[:12]} rusak: isinya tidak cocok dengan namanya.")
        return found


def _opened(row: Row) -> Revisi:
    return opened(row.sha256, bytes(row.tertulis))
