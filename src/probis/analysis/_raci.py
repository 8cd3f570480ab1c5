"""Turns steps of a lintas fungsi into who does them, answers for them, is asked about them and is told of them."""

from __future__ import annotations

from collections.abc import Mapping

from probis.analysis._table import Column, ColumnKind, Row, Table
from probis.model import Kegiatan, Kerja, LintasFungsi, PetaProsesBisnis, SimpulApaPun, Tindakan

LETTERS = "RACI"
MEANING = (
    "R pelaksana; A penanggung jawab (yang menyetujui, menandatangani, atau menetapkan, selain itu pemilik prosesnya); "
    "C dimintai pendapat; I diberi tahu, karena langkah berikutnya ada padanya."
)

_APPROVING = {Tindakan.MENYETUJUI, Tindakan.MENANDATANGANI, Tindakan.MENETAPKAN}


def maps_in_order(model: PetaProsesBisnis) -> tuple[LintasFungsi, ...]:
    """Return the lintas fungsi in the order of their processes."""
    place = {proses.id: number for number, proses in enumerate(model.pohon())}
    return tuple(sorted(model.lintas_fungsi, key=lambda peta: (place.get(peta.proses, len(place)), peta.id)))


def works(peta: LintasFungsi) -> tuple[SimpulApaPun, ...]:
    """Return the steps of a map that are work."""
    return tuple(simpul for simpul in peta.simpul if isinstance(simpul, Kerja))


def raci(model: PetaProsesBisnis, peta: LintasFungsi, simpul: SimpulApaPun) -> Mapping[str, tuple[str, ...]]:
    """Return the ids under each of the letters R, A, C and I.

    R is the lane's doer, with `bersama` unless the act is *membahas*: then these are C. A is the doer where the act
    approves (menyetujui, menandatangani, menetapkan), else the owner of the process. I are the doers of other lanes
    to whom a flow of the step leads directly.
    """
    lane = peta.cari_jalur(simpul.jalur)
    doer = [lane.pelaku] if lane is not None else []
    act = simpul.tindakan if isinstance(simpul, Kegiatan) else None
    together = simpul.bersama if isinstance(simpul, Kerja) else ()
    asked = together if act is Tindakan.MEMBAHAS else ()
    proses = model.cari_proses(peta.proses)
    owner = model.pemilik(proses) if proses is not None else None
    answers = doer if act in _APPROVING else [owner] if owner else []
    told = []
    for alur in peta.keluar(simpul.id):
        after = peta.cari_simpul(alur.ke)
        there = peta.cari_jalur(after.jalur) if after is not None else None
        if there is not None and there.pelaku not in (*doer, *together):
            told.append(there.pelaku)
    done = [*doer, *(() if asked else together)]
    found = zip(LETTERS, (done, answers, asked, told), strict=True)
    return {letter: tuple(dict.fromkeys(ids)) for letter, ids in found}


def raci_of_map(model: PetaProsesBisnis, peta: LintasFungsi) -> Table:
    """Return the RACI of one lintas fungsi: a row for each step of work, a column for each who has a part in it."""
    rows = []
    for number, simpul in enumerate(works(peta), 1):
        letters: dict[str, str] = {}
        for letter, ids in raci(model, peta, simpul).items():
            for id_ in ids:
                letters[id_] = letters.get(id_, "") + letter
        rows.append((f"lintas-fungsi/{peta.id}/{simpul.id}", (number, simpul.nama or simpul.id), letters))
    title = f"{model.kode(peta.proses)} {map_name(model, peta)}".strip()
    columns = (Column("nomor", "No.", ColumnKind.NUMBER), Column("langkah", "Langkah"))
    return raci_matrix(model, title, columns, tuple(rows))


def raci_matrix(
    model: PetaProsesBisnis,
    title: str,
    columns: tuple[Column, ...],
    rows: tuple[tuple[str, tuple[str | int, ...], dict[str, str]], ...],
) -> Table:
    """Return a matrix of letters with a column for each of those who have one, in the order of the organisation."""
    taking = {id_ for _, _, letters in rows for id_ in letters}
    known = [one.id for kind in ("unit", "jabatan", "pihak") for one in model.jenis[kind] if hasattr(one, "id")]
    order = [*(id_ for id_ in known if id_ in taking), *sorted(taking - set(known))]
    marks = tuple(Column(f"pelaku/{id_}", model.sebutan(id_), ColumnKind.MARK) for id_ in order)
    made = tuple(Row(alamat, (*cells, *(letters.get(id_) for id_ in order))) for alamat, cells, letters in rows)
    return Table(title, (*columns, *marks), made, notes=(MEANING,))


def map_name(model: PetaProsesBisnis, peta: LintasFungsi) -> str:
    """Return the name of a map's process, with its variant where the process has several maps."""
    name = model.sebutan(peta.proses)
    same = [one.varian for one in model.peta_dari(peta.proses)]
    return f"{name} ({peta.varian})" if len(same) > 1 else name
