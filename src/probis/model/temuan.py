"""What is wrong and where: the one type for rules, files, imports and reading."""

from dataclasses import dataclass
from enum import StrEnum


class Tingkat(StrEnum):
    """Tingkat (level) of a finding: error, warning, note."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    CATATAN = "catatan"


@dataclass(frozen=True, slots=True)
class Tempat:
    """Tempat (place) in a file: its path in the folder, line and column, both from 1."""

    berkas: str
    baris: int
    kolom: int = 1

    def __str__(self) -> str:
        return f"{self.berkas}:{self.baris}"


@dataclass(frozen=True, slots=True)
class Temuan:
    """Temuan (finding): what is wrong (`pesan`), at which address and field, and what to do (`saran`).

    `aturan` is the rule's slug, or "bacaan" for what a file's form says; `alasan` is set where a `pengecualian`
    excuses it. `jalan` are the nodes of a lintas fungsi, in order, whose work leads to what is wrong, where it is
    wrong only then. `lain` are the other places of a contradiction.
    """

    aturan: str
    tingkat: Tingkat
    alamat: str
    pesan: str
    saran: str = ""
    bidang: str = ""
    tempat: Tempat | None = None
    alasan: str = ""
    jalan: tuple[str, ...] = ()
    lain: tuple[Tempat, ...] = ()

    @property
    def dikecualikan(self) -> bool:
        """Whether an exception of the body excuses it."""
        return bool(self.alasan)
