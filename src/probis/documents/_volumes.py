"""A document too large for one file: the volumes it is written in, and what each of them lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from probis.model import LintasFungsi, PetaProsesBisnis

MOST = 40  # lintas fungsi that are still written in one file
A_VOLUME = 25  # lintas fungsi in a volume, at most
ROWS = 1200  # of registers and findings in a volume, as long as no single register has more


@dataclass(frozen=True, slots=True)
class Volume:
    """One volume: its number from 1, how many there are, and what it holds.

    That is these lintas fungsi, or these registers and the findings from–to, and where it ``ends`` what ends the whole.
    """

    number: int
    of: int
    holds: str
    maps: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    findings: tuple[int, int] = (0, 0)
    ends: bool = False

    @property
    def name(self) -> str:
        """What it is called: "Jilid 2"."""
        return f"Jilid {self.number}"


class Listed(NamedTuple):
    """A heading of a volume as a contents list names it: how deep it stands, its name and its page."""

    level: int
    name: str
    page: int


Shelf = Mapping[Volume, tuple[Listed, ...]]
"""What stands in the other volumes."""


def packed(model: PetaProsesBisnis, maps: tuple[LintasFungsi, ...], most: int) -> list[tuple[LintasFungsi, ...]]:
    """The lintas fungsi in order, in as few parts of at most ``most`` as can be, about even.

    Those of one process stay together where they can.
    """
    groups: list[list[LintasFungsi]] = []
    last: str | None = None
    for peta in maps:
        root = root_of(model, peta)
        if not groups or root != last or len(groups[-1]) == most:
            groups.append([])
        groups[-1].append(peta)
        last = root
    fewest = _filled(groups, most)
    return next((parts for room in range(1, most) if len(parts := _filled(groups, room)) == len(fewest)), fewest)


def _filled(groups: list[list[LintasFungsi]], room: int) -> list[tuple[LintasFungsi, ...]]:
    out: list[tuple[LintasFungsi, ...]] = []
    for group in groups:
        if out and len(out[-1]) + len(group) <= room:
            out[-1] += tuple(group)
        else:
            out.append(tuple(group))
    return out


def root_of(model: PetaProsesBisnis, peta: LintasFungsi) -> str:
    """The process at the top above a lintas fungsi, by its id; what the map names where that is unknown."""
    process = model.cari_proses(peta.proses)
    return model.garis_induk(process)[-1].id if process is not None else peta.proses


def span(model: PetaProsesBisnis, maps: tuple[LintasFungsi, ...]) -> str:
    """Of which processes these maps are: "BO-01 s.d. BO-04"."""
    first, last = (
        model.kode(root_of(model, peta)) or model.sebutan(root_of(model, peta)) for peta in (maps[0], maps[-1])
    )
    return first if first == last else f"{first} s.d. {last}"
