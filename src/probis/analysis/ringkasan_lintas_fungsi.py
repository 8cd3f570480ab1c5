"""Turns the lintas fungsi of a body into one table: what each holds, how long it takes, and if that keeps its limit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from probis.analysis._counts import documents, returns, steps
from probis.analysis._critical import CriticalPath, critical_paths
from probis.analysis._net import soundness
from probis.analysis._table import Analisis, Cell, Column, ColumnKind, Row, Table
from probis.analysis._working_days import convention, judged_on, working_days
from probis.law.nilai import Nilai, cari_nilai
from probis.law.peraturan import cari_peraturan, singkatan
from probis.model import (
    Batas,
    JenisAlur,
    Kerja,
    LintasFungsi,
    Panggil,
    PetaProsesBisnis,
    Putusan,
    Selesai,
    Simpul,
    Tunggu,
)

ANALISIS = Analisis(
    title="Ringkasan lintas fungsi",
    summary="Isi setiap peta lintas fungsi, waktu terlamanya dalam hari kerja, dan apakah batasnya cukup.",
)

CUKUP = "cukup"
CUKUP_TANPA_KEMBALI = "cukup tanpa pengembalian"
LEWAT = "lewat"
BELUM_PASTI = "belum pasti"
TANPA_BATAS = "tanpa batas"

_COLUMNS = (
    Column("kode", "Kode"),
    Column("nama", "Lintas fungsi"),
    Column("langkah", "Langkah", ColumnKind.NUMBER),
    Column("jalur", "Jalur", ColumnKind.NUMBER),
    Column("putusan", "Putusan", ColumnKind.NUMBER),
    Column("kembali", "Kembali", ColumnKind.NUMBER),
    Column("tunggu", "Tunggu", ColumnKind.NUMBER),
    Column("panggil", "Panggil", ColumnKind.NUMBER),
    Column("dokumen", "Dokumen", ColumnKind.NUMBER),
    Column("pesan", "Pesan", ColumnKind.NUMBER),
    Column("selesai", "Selesai", ColumnKind.NUMBER),
    Column("usulan", "Langkah usulan", ColumnKind.SHARE),
    Column("terlama", "Terlama (HK)", ColumnKind.HK),
    Column("terlama_kembali", "Terlama dengan pengembalian (HK)", ColumnKind.HK),
    Column("batas", "Batas"),
    Column("batas_hk", "Batas (HK)", ColumnKind.HK),
    Column("dasar", "Batas menurut"),
    Column("penilaian", "Penilaian"),
    Column("catatan", "Catatan"),
)
_COUNTED = tuple(column.key for column in _COLUMNS if column.kind is ColumnKind.NUMBER)


def analyse(model: PetaProsesBisnis, pada: date | None = None) -> Table:
    """Return a row for each lintas fungsi, in the order of their processes, and a last one over all.

    `pada` is the day whose law converts the times; without it, that of the body's decree. The time that is held
    against `batas` is the longest to any end; where steps carry a `tenggat` equal to `batas`, the longest to these.
    Both count from mulai, whatever event the limit names.
    """
    day = judged_on(model, pada)
    paths = critical_paths(model, day)
    maps = _ordered(model)
    rows = tuple(_row(model, peta, paths[peta.id], day) for peta in maps)
    return Table(
        title=ANALISIS.title,
        columns=_COLUMNS,
        rows=rows,
        total=_total(maps, rows) if rows else None,
        notes=(
            convention(day),
            "Terlama dihitung dari mulai sampai selesai: cabang sejajar menurut yang terlama, tunggu menurut paling "
            "lama, panggil menurut peta yang dipanggil.",
            "Batas berjalan sejak peristiwa yang disebutnya, terlama selalu sejak mulai. Bila langkah tertentu "
            "bertenggat sama dengan batas peta, terlama dihitung sampai langkah itu.",
        ),
    )


def _ordered(model: PetaProsesBisnis) -> list[LintasFungsi]:
    place = {proses.id: number for number, proses in enumerate(model.pohon())}
    return sorted(model.lintas_fungsi, key=lambda peta: (place.get(peta.proses, len(place)), peta.id))


def _row(model: PetaProsesBisnis, peta: LintasFungsi, path: CriticalPath, day: date) -> Row:
    proses = model.cari_proses(peta.proses)
    limit = working_days(peta.batas.waktu, day) if peta.batas is not None else None
    once, returned = _taken(peta, path)
    cells: Mapping[str, Cell] = {
        "kode": proses.kode if proses is not None else "",
        "nama": proses.nama if proses is not None and proses.nama else peta.proses,
        **_counts(peta),
        "usulan": _share(peta.simpul_usulan(simpul) for simpul in steps(peta)),
        "terlama": once,
        "terlama_kembali": returned,
        "batas": peta.batas.ringkas if peta.batas is not None else None,
        "batas_hk": limit,
        "dasar": _basis(peta.batas, day),
        "penilaian": _verdict(peta, path, limit, once, returned),
        "catatan": "; ".join(_notes(peta, path)),
    }
    return Row(f"lintas-fungsi/{peta.id}", tuple(cells[column.key] for column in _COLUMNS))


def _basis(batas: Batas | None, day: date) -> str | None:
    """What a limit rests on in law: the regulation in short, or the legal value's id where none is known."""
    law = batas.waktu.nilai_hukum if batas is not None else None
    if law is None:
        return None
    nilai = cari_nilai(law, day)
    peraturan = cari_peraturan(nilai.sumber) if isinstance(nilai, Nilai) and nilai.sumber else None
    return singkatan(peraturan) if peraturan is not None else law


def _counts(peta: LintasFungsi) -> Mapping[str, int]:
    def nodes(kind: type[Simpul]) -> int:
        return sum(isinstance(simpul, kind) for simpul in peta.simpul)

    def flows(kind: JenisAlur) -> int:
        return sum(alur.jenis is kind for alur in peta.alur)

    return {
        "langkah": len(steps(peta)),
        "jalur": len(peta.jalur),
        "putusan": nodes(Putusan),
        "kembali": len(returns(peta)),
        "tunggu": nodes(Tunggu),
        "panggil": nodes(Panggil),
        "dokumen": len(documents(peta)),
        "pesan": flows(JenisAlur.PESAN),
        "selesai": nodes(Selesai),
    }


def _share(told: Iterable[bool]) -> Fraction | None:
    answers = list(told)
    return Fraction(sum(answers), len(answers)) if answers else None


def _same(tenggat: Batas | None, batas: Batas) -> bool:
    """Whether the deadline of a step is the limit of the map: the same value of law, or the same words."""
    if tenggat is None:
        return False
    law = batas.waktu.nilai_hukum
    return tenggat.waktu.nilai_hukum == law if law is not None else tenggat == batas


def _taken(peta: LintasFungsi, path: CriticalPath) -> tuple[Fraction | None, Fraction | None]:
    """The longest time without and with returns, to the steps that carry the map's limit, else to any end."""
    reached = [path.reached[simpul.id] for simpul in _limited(peta, path)]
    if reached:
        return max(one.once for one in reached), max(one.returned for one in reached)
    return (path.longest.once, path.longest.returned) if path.longest is not None else (None, None)


def _limited(peta: LintasFungsi, path: CriticalPath) -> list[Simpul]:
    """The steps within reach whose deadline is the limit of the map."""
    batas = peta.batas
    work = [simpul for simpul in peta.simpul if isinstance(simpul, Kerja) and simpul.id in path.reached]
    return [simpul for simpul in work if batas is not None and _same(simpul.tenggat, batas)]


def _verdict(
    peta: LintasFungsi, path: CriticalPath, limit: Fraction | None, once: Fraction | None, returned: Fraction | None
) -> str:
    if peta.batas is None:
        return TANPA_BATAS
    if limit is None or once is None or returned is None:
        return BELUM_PASTI
    if once > limit:
        return LEWAT
    if path.unknown:
        return BELUM_PASTI
    return CUKUP if returned <= limit and not path.unlimited else CUKUP_TANPA_KEMBALI


def _notes(peta: LintasFungsi, path: CriticalPath) -> Iterable[str]:
    limited = _limited(peta, path)
    if limited:
        yield "terlama sampai " + ", ".join(f"“{simpul.nama or simpul.id}”" for simpul in limited)
    if path.longest is None:
        yield "tidak ada jalan ke selesai"
    if path.unknown:
        yield f"{len(path.unknown)} langkah tanpa waktu"
    if path.unlimited:
        yield f"{len(path.unlimited)} pengembalian tanpa batas, dihitung sekali"
    if not path.exact:
        yield "waktu dengan pengembalian adalah batas atas"
    if path.short_calls:
        yield f"{len(path.short_calls)} panggilan lebih lama daripada waktu yang tertulis"
    played = soundness(peta)
    if not played.complete:
        yield "terlalu besar untuk diperiksa tuntas"
    elif not played.sound:
        yield f"rangkaian tidak utuh: {played.problems[0].pesan}"


def _total(maps: Iterable[LintasFungsi], rows: tuple[Row, ...]) -> Row:
    place = {column.key: number for number, column in enumerate(_COLUMNS)}
    cells: dict[str, Cell] = {key: sum(_number(row.cells[place[key]]) for row in rows) for key in _COUNTED}
    # The same document in two maps is one document.
    cells["dokumen"] = len(set().union(*(documents(peta) for peta in maps)))
    cells["nama"] = f"{len(rows)} lintas fungsi"
    cells["usulan"] = _share(peta.simpul_usulan(simpul) for peta in maps for simpul in steps(peta))
    return Row("instansi", tuple(cells.get(column.key) for column in _COLUMNS))


def _number(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0
