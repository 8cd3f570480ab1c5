"""Turns what processes serve (objectives, functions) into a matrix: rows of what is served, columns of processes."""

from __future__ import annotations

from collections.abc import Iterable

from probis.analysis._table import Column, ColumnKind, Row, Table
from probis.model import PetaProsesBisnis, Proses

MARK = "●"

Served = tuple[str, str, tuple[str | None, ...]]
"""Kind and id of what is served, and the cells that name it."""


def served_by(model: PetaProsesBisnis, title: str, heads: tuple[Column, ...], served: Iterable[Served]) -> Table:
    """Return the matrix with the number of processes for each row and of rows for each process.

    Columns are the processes of the first level and those below that name something of these rows themselves. A mark
    stands where the process names it; at the first level also where a process below does.
    """
    rows = tuple(served)
    wanted = {id_ for _, id_, _ in rows}
    columns = [p for p in model.pohon() if p in model.anak(None) or wanted & set(p.melayani)]
    serves = {proses.id: _serves(model, proses) & wanted for proses in columns}
    made = []
    for kind, id_, cells in rows:
        marks = [MARK if id_ in serves[proses.id] else None for proses in columns]
        made.append(Row(f"{kind}/{id_}", (*cells, *marks, sum(mark is not None for mark in marks))))
    sums = tuple(len(serves[proses.id]) for proses in columns)
    heads = (
        *heads,
        *(_head(model, proses) for proses in columns),
        Column("jumlah", "Jumlah proses", ColumnKind.NUMBER),
    )
    labels = ("Jumlah", *("" for _ in heads[1 : len(heads) - len(columns) - 1]))
    total = Row("", (*labels, *(n or None for n in sums), sum(sums))) if made else None
    notes = (
        f"{MARK} proses itu melayaninya; proses tingkat pertama juga bila sub prosesnya yang melayani. "
        "Baris berjumlah 0 belum dilayani proses mana pun.",
    )
    return Table(title, heads, tuple(made), total, notes if made else ())


def _serves(model: PetaProsesBisnis, proses: Proses) -> set[str]:
    below = model.pohon(proses.id) if proses in model.anak(None) else ()
    return {id_ for one in (proses, *below) for id_ in one.melayani}


def _head(model: PetaProsesBisnis, proses: Proses) -> Column:
    return Column(f"proses/{proses.id}", f"{proses.kode} {proses.nama}".strip(), ColumnKind.MARK)
