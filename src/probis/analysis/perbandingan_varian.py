"""Turns the maps of a process as it is and as it is proposed into what the proposal saves, measure by measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from probis.analysis._counts import documents, hand_overs, returns, steps
from probis.analysis._critical import CriticalPath, critical_paths
from probis.analysis._table import Analisis, Cell, Column, ColumnKind, Row, Table, cell_text
from probis.analysis._working_days import convention, judged_on
from probis.model import LintasFungsi, PetaProsesBisnis, Putusan, Varian

ANALISIS = Analisis(
    title="Perbandingan varian kini dan usulan",
    summary="Proses yang punya peta kini dan peta usulan: langkah, serah terima, pengembalian, dokumen, dan HK yang "
    "dihemat.",
)

_COLUMNS = (
    Column("kode", "Kode"),
    Column("proses", "Proses"),
    Column("ukuran", "Ukuran"),
    Column("kini", "Kini", ColumnKind.HK),
    Column("usulan", "Usulan", ColumnKind.HK),
    Column("hemat", "Berkurang", ColumnKind.HK),
    Column("bagian", "Bagian", ColumnKind.SHARE),
)
LONGEST = "Jalan terlama (HK)"
RETURNED = "Jalan terlama dengan pengembalian (HK)"


def analyse(model: PetaProsesBisnis, pada: date | None = None) -> Table:
    """Return, for each process with both variants, a row a measure: now, proposed, what is saved, and its share.

    Steps, documents, hand-overs and returns are counted as `_counts` defines them, times are the critical path as of
    `pada` (see `_critical`). What grows is negative. A time that is not known in one of the two is not compared.
    Where a process has several maps of one variant, the first by id stands for it.
    """
    day = judged_on(model, pada)
    paths = critical_paths(model, day)
    pairs = list(_pairs(model))
    rows = tuple(row for before, after in pairs for row in _rows(model, before, after, paths))
    notes = tuple(_notes(rows, len(pairs), day))
    return Table(
        ANALISIS.title, _COLUMNS, rows, notes=notes, empty="Belum ada proses yang punya peta kini dan peta usulan."
    )


def _pairs(model: PetaProsesBisnis) -> Iterator[tuple[LintasFungsi, LintasFungsi]]:
    for proses in model.pohon():
        maps = sorted(model.peta_dari(proses.id), key=lambda peta: peta.id)
        before = next((peta for peta in maps if peta.varian is Varian.KINI), None)
        after = next((peta for peta in maps if peta.varian is Varian.USULAN), None)
        if before is not None and after is not None:
            yield before, after


def _rows(
    model: PetaProsesBisnis, before: LintasFungsi, after: LintasFungsi, paths: Mapping[str, CriticalPath]
) -> Iterator[Row]:
    name = (model.kode(before.proses), model.sebutan(before.proses))
    old, new = _measures(before, paths[before.id]), _measures(after, paths[after.id])
    for measure, was in old.items():
        now = new[measure]
        saved = None if was is None or now is None else was - now
        share = Fraction(saved) / Fraction(was) if saved is not None and was else None
        cells: tuple[Cell, ...] = (*name, measure, was, now, saved, share)
        yield Row(f"lintas-fungsi/{after.id}", cells)


def _measures(peta: LintasFungsi, path: CriticalPath) -> dict[str, int | Fraction | None]:
    known = path.longest if not path.unknown else None
    return {
        "Langkah": len(steps(peta)),
        "Pelaku": len({jalur.pelaku for jalur in peta.jalur}),
        "Serah terima antarpelaku": len(hand_overs(peta)),
        "Putusan": sum(isinstance(simpul, Putusan) for simpul in peta.simpul),
        "Pengembalian": len(returns(peta)),
        "Dokumen": len(documents(peta)),
        LONGEST: known.once if known is not None else None,
        RETURNED: known.returned if known is not None else None,
    }


def _notes(rows: tuple[Row, ...], pairs: int, day: date) -> Iterator[str]:
    if not rows:
        return
    saved = [row.cells[5] for row in rows if row.cells[2] == LONGEST and row.cells[5] is not None]
    hk = sum((Fraction(one) for one in saved if not isinstance(one, str) and one is not None), Fraction(0))
    word = "dihemat" if hk >= 0 else "bertambah"
    yield (
        f"{pairs} proses punya kedua varian. Seluruhnya {cell_text(abs(hk), ColumnKind.HK)} HK {word} pada jalan "
        f"terlama, dari {len(saved)} proses yang waktunya lengkap."
    )
    yield (
        "Berkurang negatif berarti bertambah. Langkah: kegiatan, putusan, tunggu, dan panggilan. Serah terima: alur "
        "maju, pesan, atau tenggat yang membawa pekerjaan dari satu pelaku ke pelaku lain. Pengembalian: alur "
        "ke langkah sebelumnya. Jalan terlama tanpa pengembalian, kecuali disebut."
    )
    yield convention(day)
