"""What an overlay module says of itself, what it is given, and the value that discovery makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from probis.drawing.overlay import Overlay
from probis.maps._family import SubjectKind
from probis.model import PetaProsesBisnis, Temuan


@dataclass(frozen=True, slots=True)
class Terukur:
    """Terukur (measured): the time that a step (or a whole map) at this address really took, as it was written.

    `waktu` reads like a time of the model ("2 HK", "1–3 jam"); `keterangan` says how it was measured.
    """

    alamat: str
    waktu: str
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What overlays are computed from.

    `temuan` are the findings, `lama` the older version to compare with, `waktu` measured times, `langkah` the ids of
    the nodes that a way passes (none: the longest way), `pada` the day whose law converts times.
    """

    model: PetaProsesBisnis
    temuan: tuple[Temuan, ...] = ()
    lama: PetaProsesBisnis | None = None
    waktu: tuple[Terukur, ...] = ()
    langkah: tuple[str, ...] = ()
    pada: date | None = None


@dataclass(frozen=True, slots=True)
class Lapis:
    """Constant LAPIS of an overlay module: its title, its place in lists, the maps it lies on.

    `both` says that it shows two versions, so that what is gone is drawn, too.
    """

    title: str
    order: int
    subjects: frozenset[SubjectKind] = frozenset({"instansi", "proses", "lintas-fungsi"})
    both: bool = False


Compute = Callable[[Given, SubjectKind, "str | None", frozenset[str]], Overlay]


@dataclass(frozen=True, slots=True)
class LapisModule:
    """An overlay of the family; `slug` is its file name.

    `overlay(given, kind of subject, subject id, drawn addresses)` gives the entries for one map.
    """

    slug: str
    lapis: Lapis
    overlay: Compute


class NoWay(LookupError):
    """There is no way through the nodes that were named, or one of them is not on the map; for the user."""
