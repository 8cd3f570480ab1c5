"""A folder's parts to the first revision of its edition, or to the next one when the folder has changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from django.db import transaction

from probis.model import Bacaan, Periode, PetaProsesBisnis, Revisi
from probis.store.revisions import StaleParent, digest
from probis.studio.revisions.models import Edisi, Instansi
from probis.studio.revisions.store import DatabaseStore

FOLDER = "folder"
"""Who a revision is by that came from a folder; anybody else's work is never overwritten by a folder."""


class Outcome(Enum):
    """What became of a folder."""

    NEW = "dimuat sebagai revisi pertama"
    CHANGED = "berubah; dimuat sebagai revisi baru"
    SAME = "sudah dimuat"
    KEPT_OUT = "berubah, tetapi petanya sudah disunting di studio; folder tidak dimuat"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The edition of a folder: codes of body and period, what became of it, and its newest revision."""

    instansi: str
    edisi: str
    outcome: Outcome
    revisi: Revisi


def load(parts: Mapping[str, bytes], bacaan: Bacaan, *, when: datetime, why: str) -> Loaded:
    """Keep a folder's `parts` (which read as `bacaan`, with a value) as a revision of its edition.

    The same bytes make no new revision, whether they are the newest one or an earlier one.
    """
    model = bacaan.nilai
    assert model is not None, "only a folder that reads as a model can be loaded"
    with transaction.atomic():
        edisi = _edition(model)
    store = DatabaseStore(edisi.pk)
    head = store.head()
    if head is not None:
        hashes = {name: digest(data) for name, data in parts.items()}
        if any(old.bagian == hashes for old in store.history()):
            return _loaded(edisi, Outcome.SAME, head)
        if head.oleh != FOLDER:
            return _loaded(edisi, Outcome.KEPT_OUT, head)
    kept = store.commit(head.id if head else None, parts, who=FOLDER, when=when, why=why)
    if isinstance(kept, StaleParent):
        return load(parts, bacaan, when=when, why=why)
    return _loaded(edisi, Outcome.NEW if head is None else Outcome.CHANGED, kept)


def begin(parts: Mapping[str, bytes], model: PetaProsesBisnis, *, who: str, when: datetime, why: str) -> Loaded | None:
    """Keep `parts` (which read as `model`) as the first revision of an edition; None where it has one already."""
    with transaction.atomic():
        if taken(model.instansi.id, model.instansi.periode):
            return None
        edisi = _edition(model)
        kept = DatabaseStore(edisi.pk).commit(None, parts, who=who, when=when, why=why)
    return None if isinstance(kept, StaleParent) else _loaded(edisi, Outcome.NEW, kept)


def taken(kode: str, periode: Periode) -> bool:
    """Whether the body of this code has a map for the period."""
    edisi = Edisi.objects.filter(instansi__kode=kode, kode=f"{periode.awal}-{periode.akhir}")
    return bool(edisi.exclude(kepala=None).exists())


def _edition(model: PetaProsesBisnis) -> Any:
    instansi, _ = Instansi.objects.update_or_create(kode=model.instansi.id, defaults={"nama": model.instansi.nama})
    periode = model.instansi.periode
    edisi, _ = Edisi.objects.get_or_create(instansi=instansi, kode=f"{periode.awal}-{periode.akhir}")
    return edisi


def _loaded(edisi: Edisi, outcome: Outcome, revisi: Revisi) -> Loaded:
    return Loaded(edisi.instansi.kode, edisi.kode, outcome, revisi)
