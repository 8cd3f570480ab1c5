"""A lintas fungsi to what comes before and after each of its nodes."""

from collections.abc import Iterable, Mapping

from probis.model import JenisAlur, LintasFungsi

Langkah = Mapping[str, tuple[str, ...]]
"""For each node the nodes one flow further."""


def maju(peta: LintasFungsi) -> Langkah:
    """Return where the work goes on from each node: all flows but the returns."""
    return _ways((alur.dari, alur.ke) for alur in peta.alur if alur.jenis is not JenisAlur.KEMBALI)


def mundur(peta: LintasFungsi) -> Langkah:
    """Return where the work came from, without the returns."""
    return _ways((alur.ke, alur.dari) for alur in peta.alur if alur.jenis is not JenisAlur.KEMBALI)


def semua(peta: LintasFungsi, *, terbalik: bool = False) -> Langkah:
    """Return where every flow leads, returns too; `terbalik` turns them round."""
    return _ways((alur.ke, alur.dari) if terbalik else (alur.dari, alur.ke) for alur in peta.alur)


def tercapai(mulai: Iterable[str], langkah: Langkah) -> set[str]:
    """Return the nodes that can be reached from these, themselves among them."""
    seen: set[str] = set()
    todo = list(mulai)
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            todo.extend(langkah.get(here, ()))
    return seen


def _ways(pairs: Iterable[tuple[str, str]]) -> Langkah:
    found: dict[str, list[str]] = {}
    for here, there in pairs:
        found.setdefault(here, []).append(there)
    return {here: tuple(there) for here, there in found.items()}
