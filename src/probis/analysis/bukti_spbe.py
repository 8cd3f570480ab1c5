"""Turns the map into the sheet of evidence for SPBE indicator 14 and Pemdi indicator 15, level by level."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from probis.analysis._counts import steps
from probis.analysis._critical import Elapsed, critical_paths
from probis.analysis._table import Analisis, Cell, Column, ColumnKind, Row, Table, cell_text
from probis.analysis._working_days import judged_on
from probis.law.tanggal import tanggal_panjang
from probis.model import JenisPihak, Kelompok, PetaProsesBisnis, Pihak, StatusSop, Varian

ANALISIS = Analisis(
    title="Bukti dukung SPBE dan Pemdi",
    summary="Bukti yang ada dalam peta bagi indikator proses bisnis SPBE (14) dan Pemdi (15), tingkat demi tingkat.",
)

_COLUMNS = (
    Column("indikator", "Indikator"),
    Column("tingkat", "Tingkat", ColumnKind.NUMBER),
    Column("kriteria", "Yang dinilai"),
    Column("keadaan", "Keadaan"),
    Column("bukti", "Bukti dalam peta"),
    Column("lampiran", "Dilampirkan sendiri"),
)
_SPBE, _PEMDI = "SPBE 14", "Pemdi 15"


def analyse(model: PetaProsesBisnis, pada: date | None = None) -> Table:
    """Return a row for each thing that a level asks for: whether the map has it (ada, sebagian, belum), and where.

    `pada` is the day by which times are reckoned. What no map can hold stands under "Dilampirkan sendiri".
    """
    facts = _Facts(model, judged_on(model, pada))
    rows = tuple(Row("instansi", cells) for cells in (*facts.spbe(), *facts.pemdi()))
    notes = (
        "SPBE menurut PermenPANRB 59/2020, yang sejak 1 Juni 2026 diganti PermenPANRB 8/2026 (Pemdi). Kriteria Pemdi "
        "di sini berasal dari ringkasan yang beredar, bukan naskah resminya: cocokkan sebelum dipakai.",
    )
    return Table(ANALISIS.title, _COLUMNS, rows, notes=notes)


class _Facts:
    """What the map holds, counted once for both indicators."""

    def __init__(self, model: PetaProsesBisnis, day: date) -> None:
        self.model, self.day = model, day
        self.top, self.leaves = model.anak(None), model.daun()
        decree = model.keputusan
        self.decree = ""
        if decree is not None and decree.nomor and decree.tanggal:
            self.decree = f"keputusan nomor {decree.nomor} tanggal {tanggal_panjang(decree.tanggal)}"
        self.replaced = decree.mencabut if decree is not None else ()
        self.valid = [sop for sop in model.sop if sop.status is StatusSop.BERLAKU]

    def spbe(self) -> Iterator[tuple[Cell, ...]]:
        yield self._row(_SPBE, 1, "Peta proses bisnis ada, sekurangnya rancangan", *self._maps(), "notula penyusunan")
        yield self._row(_SPBE, 2, "Peta ditetapkan secara resmi", *self._set(), "")
        yield self._row(_SPBE, 2, "Peta setiap tingkat dan pendukungnya lengkap", *self._levels(), "")
        yield self._row(_SPBE, 3, "Peta disempurnakan dari yang sebelumnya", *self._improved(), "dokumen yang lama")
        yield self._row(_SPBE, 4, "Diterapkan dalam sistem elektronik", *self._applications(), "dokumentasi sistem")
        yield self._row(_SPBE, 4, "Ditinjau dan dievaluasi berkala", *self._reviews(), "undangan dan notula peninjauan")
        yield self._row(
            _SPBE, 5, "Disempurnakan lagi menurut hasil peninjauan", *self._followed(), "dokumen lama dan baru"
        )

    def pemdi(self) -> Iterator[tuple[Cell, ...]]:
        sops = f"{len(self.valid)} SOP berlaku dalam register SOP"
        yield self._row(_PEMDI, 1, "Proses bisnis dipetakan", *self._maps(), "")
        yield self._row(_PEMDI, 2, "Sebagian proses punya bagan alir SOP", *_state(len(self.valid), 1, sops), "")
        yield self._row(_PEMDI, 3, "Peta ditetapkan", *self._set(), "berita acara asistensi Bagian/Biro Organisasi")
        yield self._row(_PEMDI, 3, "Proses utama, pendukung, dan lainnya tercakup", *self._groups(), "")
        yield self._row(_PEMDI, 3, "Peta tingkat 0, 1, dan 2 dalam BPMN", *self._levels(), "gambar dengan simbol BPMN")
        yield self._row(_PEMDI, 4, "Terpadu lintas unit dan lintas perangkat daerah", *self._across(), "")
        yield self._row(_PEMDI, 4, "Terkait arsitektur SPBE (kode RAB)", *self._reference(), "")
        yield self._row(_PEMDI, 4, "Terkait aplikasi dan data", *self._applications(), "")
        yield self._row(_PEMDI, 5, "Rekayasa ulang: langkah dan waktu sebelum dan sesudah", *self._before_after(), "")

    @staticmethod
    def _row(of: str, level: int, asked: str, state: str, evidence: str, own: str) -> tuple[Cell, ...]:
        return of, level, asked, state, evidence or None, own or None

    def _maps(self) -> tuple[str, str]:
        maps = len(self.model.lintas_fungsi)
        return _state(len(self.model.proses) + maps, 1, f"{len(self.model.proses)} proses, {maps} lintas fungsi")

    def _set(self) -> tuple[str, str]:
        return _state(bool(self.decree), 1, self.decree)

    def _levels(self) -> tuple[str, str]:
        mapped = {peta.proses for peta in self.model.lintas_fungsi}
        opened = sum(bool(self.model.anak(proses.id)) for proses in self.top)
        drawn = sum(proses.id in mapped for proses in self.leaves)
        done, of = opened + drawn, len(self.top) + len(self.leaves)
        told = (
            f"{opened} dari {len(self.top)} proses dijabarkan; {drawn} dari {len(self.leaves)} punya peta lintas fungsi"
        )
        return _state(done, of, told)

    def _groups(self) -> tuple[str, str]:
        found = {kelompok: sum(self.model.kelompok(p) is kelompok for p in self.top) for kelompok in Kelompok}
        told = ", ".join(f"{kelompok} {number}" for kelompok, number in found.items())
        return _state(sum(number > 0 for number in found.values()), len(found), told)

    def _improved(self) -> tuple[str, str]:
        return _state(len(self.replaced), 1, f"keputusan ini mencabut {len(self.replaced)} keputusan sebelumnya")

    def _applications(self) -> tuple[str, str]:
        using = [proses for proses in self.leaves if any(p.aplikasi for p in self.model.garis_induk(proses))]
        names = dict.fromkeys(name for proses in self.model.proses for name in proses.aplikasi)
        told = f"{len(using)} dari {len(self.leaves)} proses memakai aplikasi: {', '.join(names)}"
        return _state(len(using), len(self.leaves), told)

    def _reviews(self) -> tuple[str, str]:
        days = [one.tanggal for one in self.model.evaluasi]
        days += [one.tanggal for sop in self.model.sop for one in sop.evaluasi]
        known = [day for day in days if day <= self.day]
        last = f", terakhir {tanggal_panjang(max(known))}" if known else ""
        return _state(len(known), 1, f"{len(known)} evaluasi tercatat{last}")

    def _followed(self) -> tuple[str, str]:
        steps = [step for one in self.model.evaluasi for step in one.tindak_lanjut]
        steps += [step for sop in self.model.sop for one in sop.evaluasi for step in one.tindak_lanjut]
        done = sum(step.selesai for step in steps)
        return _state(done, max(len(steps), 1), f"{done} dari {len(steps)} tindak lanjut selesai")

    def _across(self) -> tuple[str, str]:
        model = self.model
        crossing = [peta for peta in model.lintas_fungsi if len({jalur.pelaku for jalur in peta.jalur}) > 1]
        kinds = (JenisPihak.PERANGKAT_DAERAH, JenisPihak.INSTANSI_PUSAT, JenisPihak.PEMERINTAH_DAERAH)
        others = {
            jalur.pelaku
            for peta in crossing
            for jalur in peta.jalur
            if isinstance(who := model.cari_pelaku(jalur.pelaku), Pihak) and who.jenis in kinds
        }
        told = f"{len(crossing)} dari {len(model.lintas_fungsi)} lintas fungsi melintasi unit, dengan {len(others)} "
        return _state(len(crossing), len(model.lintas_fungsi), f"{told}instansi lain; matriks proses dan unit kerja")

    def _reference(self) -> tuple[str, str]:
        coded = [proses for proses in self.top if any(p.rab for p in (proses, *self.model.pohon(proses.id)))]
        return _state(len(coded), len(self.top), f"{len(coded)} dari {len(self.top)} proses punya kode RAB")

    def _before_after(self) -> tuple[str, str]:
        pairs = []
        for proses in self.leaves:
            maps = {peta.varian: peta for peta in self.model.peta_dari(proses.id)}
            if len(maps) > 1:
                pairs.append((maps[Varian.KINI], maps[Varian.USULAN]))
        if not pairs:
            return "belum", ""
        paths = critical_paths(self.model, self.day)
        told = []
        for before, after in pairs:
            old, new = paths[before.id].longest, paths[after.id].longest
            times = f", {_hk(old)} menjadi {_hk(new)} HK" if old and new else ""
            name = self.model.kode(before.proses) or self.model.sebutan(before.proses)
            told.append(f"{name}: {len(steps(before))} menjadi {len(steps(after))} langkah{times}")
        return "ada", "; ".join(told)


def _hk(longest: Elapsed) -> str:
    return cell_text(longest.once, ColumnKind.HK)


def _state(done: int, of: int, told: str) -> tuple[str, str]:
    """How much of it is there, and the evidence where anything is."""
    if not done:
        return "belum", ""
    return ("ada" if done >= of else "sebagian"), told
