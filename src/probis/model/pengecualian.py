"""Exceptions: findings that the body knows of and keeps for a stated reason, until a stated day."""

from datetime import date

from probis.model.unsur import Nama, Teks, Unsur


class Pengecualian(Unsur):
    """Pengecualian (exception): the rule `aturan` need not hold for the elements at these addresses.

    `unsur` holds addresses such as "proses/penataan-kelembagaan"; `sampai` is the last day it holds.
    """

    aturan: Nama
    unsur: tuple[Nama, ...]
    alasan: Teks
    sampai: date | None = None
