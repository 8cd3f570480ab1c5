"""Turns flows and steps into the register of products: who makes each and who uses it, by process and by doer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from probis.analysis._table import Analisis, Column, Row, Table
from probis.model import Kerja, PetaProsesBisnis

ANALISIS = Analisis(
    title="Daftar produk",
    summary="Setiap produk dengan proses dan pelaku yang menghasilkannya serta yang memakainya.",
)

_COLUMNS = (
    Column("nama", "Produk"),
    Column("jenis", "Jenis"),
    Column("dari", "Diserahkan oleh"),
    Column("pembuat", "Dibuat dalam langkah oleh"),
    Column("ke", "Diserahkan kepada"),
    Column("pemakai", "Dipakai dalam langkah oleh"),
)


def analyse(model: PetaProsesBisnis, pada: date | None = None) -> Table:
    """Return a row for each product in the order of the dictionary; plain texts that stand for one come last.

    Who hands over and who receives is read from `aliran`; who makes and who uses, from the lanes of the steps that
    have the product in `hasil` or `pakai`. `pada` changes nothing here.
    """
    handed: dict[str, tuple[list[str], list[str]]] = {produk.id: ([], []) for produk in model.produk}
    worked: dict[str, tuple[list[str], list[str]]] = {produk.id: ([], []) for produk in model.produk}
    for aliran in model.aliran:
        sides = handed.setdefault(aliran.produk, ([], []))
        for side, end in zip(sides, (aliran.dari, aliran.ke), strict=True):
            side.extend([end] if end else [])
    for peta in model.lintas_fungsi:
        for simpul in peta.simpul:
            lane = peta.cari_jalur(simpul.jalur)
            if isinstance(simpul, Kerja) and lane is not None:
                for number, named in enumerate((simpul.hasil, simpul.pakai)):
                    for produk in named:
                        worked.setdefault(produk, ([], []))[number].append(lane.pelaku)
    kinds = {produk.id: str(produk.jenis) for produk in model.produk}
    rows = []
    for id_ in dict.fromkeys((*handed, *worked)):
        given, made = handed.get(id_, ([], [])), worked.get(id_, ([], []))
        names = (_named(model, each) for each in (given[0], made[0], given[1], made[1]))
        alamat = f"produk/{id_}" if id_ in kinds else "produk"
        rows.append(Row(alamat, (model.nama_produk(id_), kinds.get(id_), *names)))
    return Table(ANALISIS.title, _COLUMNS, tuple(rows))


def _named(model: PetaProsesBisnis, ids: Iterable[str]) -> str | None:
    """The ids once each, as readers call them, a process with its code; None where there are none."""
    return "; ".join(f"{model.kode(each)} {model.sebutan(each)}".strip() for each in dict.fromkeys(ids)) or None
