"""Turns maps, SOPs and evaluations into the evaluators' four questions: how much is met, and what shows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from probis.analysis._raci import map_name, maps_in_order
from probis.analysis._table import Analisis, Column, ColumnKind, Row, Table
from probis.analysis._working_days import judged_on
from probis.law.tanggal import tanggal_panjang
from probis.model import Evaluasi, EvaluasiSop, PenerapanSop, PetaProsesBisnis, StatusSop, UnitKerja, Varian

ANALISIS = Analisis(
    title="Cakupan peta proses bisnis dan SOP",
    summary="Butir A–D lembar kerja evaluasi reformasi birokrasi tentang peta proses bisnis dan SOP, dengan buktinya.",
)

_COLUMNS = (
    Column("butir", "Butir"),
    Column("pertanyaan", "Pertanyaan"),
    Column("terpenuhi", "Terpenuhi", ColumnKind.NUMBER),
    Column("dari", "Dari", ColumnKind.NUMBER),
    Column("bagian", "Bagian", ColumnKind.SHARE),
    Column("jawaban", "Usulan jawaban"),
    Column("bukti", "Bukti"),
    Column("belum", "Yang belum"),
)
_SHARES = ("a. seluruhnya", "b. sebagian besar", "c. sebagian kecil", "d. belum ada")
_YEAR = timedelta(days=366)
_NAMED = 12


def analyse(model: PetaProsesBisnis, pada: date | None = None) -> Table:
    """Return a row for each of the questions A to D; an evaluation is recent that is at most a year before `pada`."""
    day = judged_on(model, pada)
    rows = (_mapped(model), _written(model), _applied(model), _evaluated(model, day))
    notes = (
        f"Dihitung dari model, dinilai pada {tanggal_panjang(day)}. Jawaban akhir diberikan penilai; butir-butir ini "
        "dari lembar kerja evaluasi sebelum PermenPANRB 9/2023.",
        "A: unit kerja yang ikut dalam suatu proses dan seluruh fungsinya dijalankan proses. B: lintas fungsi yang "
        "berjalan dengan SOP yang berlaku. C: SOP yang menurut evaluasi terakhirnya diterapkan seluruhnya. D: evaluasi "
        "atas peta dan SOP yang seluruh hasilnya sudah ditindaklanjuti.",
    )
    return Table(ANALISIS.title, _COLUMNS, rows, notes=notes)


def _question(
    letter: str, question: str, met: int, of: int, evidence: str, missing: Sequence[str], answer: str | None = None
) -> Row:
    share = Fraction(met, of) if of else None
    if answer is None:
        answer = _SHARES[3 if not share else 0 if share == 1 else 1 if share > Fraction(1, 2) else 2]
    rest = f"; dan {len(missing) - _NAMED} lainnya" if len(missing) > _NAMED else ""
    names = "; ".join(missing[:_NAMED]) + rest
    return Row("instansi", (letter, question, met, of, share, answer, evidence or None, names or None))


def _mapped(model: PetaProsesBisnis) -> Row:
    taking = {id_ for proses in model.proses for id_ in (proses.pemilik, *proses.terlibat) if id_}
    taking |= {jalur.pelaku for peta in model.lintas_fungsi for jalur in peta.jalur}
    taking |= {one.unit for one in model.organisasi.jabatan if one.id in taking and one.unit}
    served = {id_ for proses in model.proses for id_ in proses.melayani}
    units = model.organisasi.unit
    missing = [
        unit.sebutan
        for unit in units
        if not _with_below(model, unit) & taking or any(one.id not in served for one in unit.fungsi)
    ]
    decree = model.keputusan
    evidence = ["matriks proses dan unit kerja", "matriks fungsi dan proses"] if units else []
    if decree is not None and decree.nomor:
        on = f" tanggal {tanggal_panjang(decree.tanggal)}" if decree.tanggal else ""
        evidence.insert(0, f"keputusan nomor {decree.nomor}{on}")
    question = "Peta proses bisnis yang sesuai dengan tugas dan fungsi sudah ada"
    return _question("A", question, len(units) - len(missing), len(units), "; ".join(evidence), missing)


def _with_below(model: PetaProsesBisnis, unit: UnitKerja) -> set[str]:
    found, todo = {unit.id}, [unit.id]
    while todo:
        fresh = [below.id for below in model.unit_anak(todo.pop()) if below.id not in found]
        found.update(fresh)
        todo += fresh
    return found


def _written(model: PetaProsesBisnis) -> Row:
    valid = [sop for sop in model.sop if sop.status is StatusSop.BERLAKU]
    told = {sop.lintas_fungsi for sop in valid}
    maps = [peta for peta in maps_in_order(model) if peta.varian is Varian.KINI]
    missing = [f"{model.kode(p.proses)} {map_name(model, p)}".strip() for p in maps if p.id not in told]
    evidence = f"register SOP: {len(valid)} SOP berlaku" if valid else ""
    question = "Peta proses bisnis sudah dijabarkan ke dalam SOP"
    return _question("B", question, len(maps) - len(missing), len(maps), evidence, missing)


def _applied(model: PetaProsesBisnis) -> Row:
    valid = [sop for sop in model.sop if sop.status is StatusSop.BERLAKU]
    judged = [(sop, last) for sop in valid if (last := sop.evaluasi_terakhir)]
    whole = {sop.id for sop, last in judged if last.penerapan is PenerapanSop.SELURUHNYA}
    evidence = f"hasil evaluasi atas {len(judged)} SOP" if judged else ""
    missing = [sop.nomor or sop.judul or sop.id for sop in valid if sop.id not in whole]
    return _question("C", "SOP sudah diterapkan", len(whole), len(valid), evidence, missing)


def _evaluated(model: PetaProsesBisnis, day: date) -> Row:
    every: list[tuple[str, Evaluasi | EvaluasiSop]] = [
        (f"evaluasi {one.lingkup or 'peta'} {_short(one.tanggal)}", one) for one in model.evaluasi
    ]
    every += [(f"SOP {sop.nomor or sop.id} {_short(one.tanggal)}", one) for sop in model.sop for one in sop.evaluasi]
    known = [(name, one) for name, one in every if one.tanggal <= day]
    missing = [name for name, one in known if not _settled(one)]
    deep = [one for _, one in known if one.efisiensi and day - one.tanggal <= _YEAR]
    if not known:
        answer = "d. belum ada evaluasi"
    elif not deep:
        answer = "c. ada evaluasi, tetapi tidak berkala atau belum menilai efisiensi dan efektivitas"
    elif missing:
        answer = "b. berkala, belum seluruh hasilnya ditindaklanjuti"
    else:
        answer = "a. berkala, seluruh hasilnya ditindaklanjuti"
    evidence = f"{len(known)} evaluasi, terakhir {_short(max(one.tanggal for _, one in known))}" if known else ""
    question = "Peta proses bisnis dan SOP sudah dievaluasi dan disesuaikan"
    return _question("D", question, len(known) - len(missing), len(known), evidence, missing, answer)


def _settled(one: Evaluasi | EvaluasiSop) -> bool:
    found = len(one.temuan) if isinstance(one, Evaluasi) else 0
    return all(step.selesai for step in one.tindak_lanjut) and (len(one.tindak_lanjut) > 0 or not found)


def _short(day: date) -> str:
    return f"{day.day:02}-{day.month:02}-{day.year:04}"
