"""Turns owners, lanes and `terlibat` into the matrix of processes and those who carry them out."""

from __future__ import annotations

from datetime import date

from probis.analysis._table import Analisis, Column, ColumnKind, Row, Table
from probis.model import PetaProsesBisnis, Proses

ANALISIS = Analisis(
    title="Matriks proses dan unit kerja",
    summary="Siapa pemilik, pelaksana, dan yang terlibat dalam setiap proses dan sub proses.",
)

PEMILIK, PELAKSANA, TERLIBAT = "P", "L", "T"


def analyse(model: PetaProsesBisnis, pada: date | None = None) -> Table:
    """Return a row for each process of the tree, a column for each unit, position and party that takes part anywhere.

    P is the owner (its own, else that of the process above), L has a lane in a lintas fungsi of the process or below
    it, T is only named in `terlibat` there. `pada` changes nothing here.
    """
    tree = tuple(model.pohon())
    marks = [_marks(model, proses) for proses in tree]
    taking = {id_ for row in marks for id_ in row}
    known = [one.id for kind in ("unit", "jabatan", "pihak") for one in model.jenis[kind] if hasattr(one, "id")]
    order = list(dict.fromkeys([*(id_ for id_ in known if id_ in taking), *sorted(taking - set(known))]))
    columns = (
        Column("kode", "Kode"),
        Column("nama", "Proses"),
        *(Column(f"pelaku/{id_}", model.sebutan(id_), ColumnKind.MARK) for id_ in order),
    )
    rows = tuple(
        Row(f"proses/{proses.id}", (proses.kode, proses.nama, *(row.get(id_) for id_ in order)))
        for proses, row in zip(tree, marks, strict=True)
    )
    notes = ("P pemilik; L pelaksana, mempunyai jalur pada peta lintas fungsi; T terlibat tanpa jalur.",)
    return Table(ANALISIS.title, columns, rows, notes=notes)


def _marks(model: PetaProsesBisnis, proses: Proses) -> dict[str, str]:
    covered = model.cakupan(proses.id)
    found = {id_: TERLIBAT for one in model.proses if one.id in covered for id_ in one.terlibat}
    for peta in model.lintas_fungsi:
        if peta.proses in covered:
            found |= {jalur.pelaku: PELAKSANA for jalur in peta.jalur}
    owner = model.pemilik(proses)
    if owner:
        found[owner] = f"{PEMILIK}{PELAKSANA}" if found.get(owner) == PELAKSANA else PEMILIK
    return found
