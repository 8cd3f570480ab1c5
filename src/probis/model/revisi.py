"""A revision: a state of a body's map, with its parents, author, time, reason, and parts by the hash of their bytes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Revisi:
    """Revisi (revision): `id` is the SHA-256 of all the rest, so equal revisions have equal ids.

    `bagian` maps each part's file name ("proses.yaml") to the SHA-256 of its stored bytes.
    """

    id: str
    induk: tuple[str, ...]
    oleh: str
    waktu: datetime
    alasan: str
    bagian: Mapping[str, str]
