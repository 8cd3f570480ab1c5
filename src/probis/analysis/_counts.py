"""Turns a lintas fungsi into what is counted in it: steps, documents, hand-overs between doers, returns."""

from __future__ import annotations

from collections.abc import Iterator

from probis.model import (
    Alur,
    JenisAlur,
    Kegiatan,
    Kerja,
    LintasFungsi,
    Panggil,
    Putusan,
    Selesai,
    Simpul,
    SimpulApaPun,
    Tunggu,
)


def steps(peta: LintasFungsi) -> tuple[Simpul, ...]:
    """Return the steps of a map: activities, decisions, waits and calls."""
    return tuple(simpul for simpul in peta.simpul if isinstance(simpul, Kegiatan | Putusan | Tunggu | Panggil))


def documents(peta: LintasFungsi) -> set[str]:
    """Return the ids of the products that a map uses, makes or waits for."""
    work = [simpul for simpul in peta.simpul if isinstance(simpul, Kerja)]
    named = {produk for simpul in work for produk in (*simpul.pakai, *simpul.hasil)}
    return named | {simpul.produk for simpul in peta.simpul if isinstance(simpul, Tunggu) and simpul.produk}


def returns(peta: LintasFungsi) -> tuple[Alur, ...]:
    """Return the flows that lead back to an earlier step: each of them is a loop of the work."""
    return tuple(alur for alur in peta.alur if alur.jenis is JenisAlur.KEMBALI)


def hand_overs(peta: LintasFungsi) -> tuple[tuple[str, str], ...]:
    """Return the hand-overs of a map: pairs of steps between which the work passes from one doer to another.

    A hand-over is where the flow of work crosses from lane to lane (Rummler & Brache, Improving Performance, 1990):
    forward flows, messages and time-outs from a step to a step of another doer, also through gateways, at which nobody
    works. Each pair counts once. Starts and ends are events, not work, and a return is counted as a loop.
    """
    found = []
    for simpul in steps(peta):
        mine = _doer(peta, simpul)
        for there in _next(peta, simpul):
            theirs = _doer(peta, there)
            if mine and theirs and mine != theirs:
                found.append((simpul.id, there.id))
    return tuple(dict.fromkeys(found))


def _doer(peta: LintasFungsi, simpul: Simpul) -> str:
    lane = peta.cari_jalur(simpul.jalur)
    return lane.pelaku if lane is not None else ""


def _next(peta: LintasFungsi, simpul: Simpul) -> Iterator[SimpulApaPun]:
    """The steps that follow, gateways passed over."""
    todo, seen = [simpul.id], {simpul.id}
    while todo:
        for alur in peta.keluar(todo.pop()):
            there = peta.cari_simpul(alur.ke)
            if there is None or there.id in seen or alur.jenis is JenisAlur.KEMBALI:
                continue
            seen.add(there.id)
            if there.jenis == "gerbang":
                todo.append(there.id)
            elif not isinstance(there, Selesai) and there.jenis != "mulai":
                yield there
