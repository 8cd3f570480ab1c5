"""The identity block of a SOP (PermenPANRB 35/2012): what the register says, else the map, else dots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from probis.documents._decree import regulation
from probis.documents._marks import on_steps
from probis.law.nilai import cari_nilai
from probis.law.peraturan import nama_lengkap, urutan
from probis.law.tanggal import tanggal_panjang
from probis.maps import steps
from probis.model import (
    JenisSumber,
    LintasFungsi,
    Panggil,
    Pejabat,
    Peraturan,
    PetaProsesBisnis,
    Rentang,
    Sop,
    StatusSop,
    Sumber,
    Varian,
    berubah,
    sidik,
)
from probis.paper import (
    Align,
    Block,
    Cell,
    Column,
    Item,
    NumberedList,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
    Text,
    bold,
    text,
)

DOTS: Final = "…" * 14
"""What stands where a field is still to be written in."""
_DRAFT: Final = Run("rancangan", tag=True)
_ORIGIN: Final = (
    "Isian yang belum ada pada daftar SOP diturunkan dari peta proses bisnis; titik-titik dilengkapi oleh unit "
    "penyusun."
)
_LABEL_MM: Final = 42.0
_LEFT: Final = 0.58  # of what the labels leave
_INSET_MM: Final = 1.7
_SIZE_PT: Final = 9.0


def sop_of(model: PetaProsesBisnis, peta: LintasFungsi) -> Sop | None:
    """The SOP of a lintas fungsi: the one in force, else a draft; the latest of several. A revoked one is none."""
    found = [sop for sop in model.sop if sop.lintas_fungsi == peta.id and sop.status is not StatusSop.DICABUT]
    return max(found, key=lambda sop: (sop.status is StatusSop.BERLAKU, sop.revisi), default=None)


def is_draft(model: PetaProsesBisnis, peta: LintasFungsi, sop: Sop | None) -> bool:
    """True where a SOP may not be used: it has no number or day, its status says so, or its map is another by now."""
    if sop is None or sop.status is StatusSop.RANCANGAN or not (sop.nomor and sop.tanggal_efektif):
        return True
    return bool(changed_since(model, peta, sop))


def changed_since(model: PetaProsesBisnis, peta: LintasFungsi, sop: Sop | None) -> tuple[str, ...]:
    """What has changed on the map since its SOP was set; nothing where the register does not know that day's map."""
    if sop is None or sop.status is not StatusSop.BERLAKU or not sop.sidik_peta:
        return ()
    return tuple(berubah(sop.sidik_peta, sidik(model, peta)))


def title_of(model: PetaProsesBisnis, peta: LintasFungsi, sop: Sop | None = None) -> str:
    """The name of the procedure, as it is printed."""
    own = sop.judul if sop is not None else ""
    name = own or model.sebutan(peta.proses)
    return name if own or peta.varian is Varian.KINI else f"{name} (usulan)"


def identity(model: PetaProsesBisnis, peta: LintasFungsi, sop: Sop | None, pada: date | None, width_mm: float) -> Table:
    """The block as a table of three columns, `width_mm` wide: body and place of the emblem, then the facts."""
    signing_mm = (width_mm - _LABEL_MM) * (1 - _LEFT) - 2 * _INSET_MM
    draft = is_draft(model, peta, sop)
    number = text(sop.nomor if sop is not None and sop.nomor else DOTS, *(("\u00a0", _DRAFT) if draft else ()))
    revised = _day(sop.tanggal_revisi if sop else None)
    if sop is not None and sop.revisi:
        revised = f"{revised} (revisi ke-{sop.revisi})"
    facts: list[tuple[str, Cell]] = [
        ("Nomor SOP", Cell(number)),
        ("Tanggal Pembuatan", Cell(text(_day(sop.tanggal_pembuatan if sop else None)))),
        ("Tanggal Revisi", Cell(text(revised))),
        ("Tanggal Efektif", Cell(text(_day(sop.tanggal_efektif if sop else None)))),
        ("Disahkan oleh", Cell(blocks=(_signature(_official(model, sop), signing_mm),))),
        ("Nama SOP", Cell(bold(_coded(model, peta, sop)))),
    ]
    first = Cell(blocks=_body(model, peta), rows=len(facts), align=Align.CENTER)
    rows = [Row((*((first,) if n == 0 else ()), Cell(bold(name)), cell)) for n, (name, cell) in enumerate(facts)]
    derived = _Derived(model, peta, sop, pada)
    for (left, one), (right, other) in (
        (("Dasar Hukum", derived.legal()), ("Kualifikasi Pelaksana", derived.qualification())),
        (("Keterkaitan", derived.related()), ("Peralatan/Perlengkapan", derived.equipment())),
        (("Peringatan", derived.warning()), ("Pencatatan dan Pendataan", derived.records())),
    ):
        rows.append(Row((_cell(left, one), _cell(right, other, columns=2))))
    return Table(
        (Column(_LEFT), Column(width_mm=_LABEL_MM), Column(1 - _LEFT)),
        tuple(rows),
        (),
        _note(peta, draft, changed_since(model, peta, sop)),
        _SIZE_PT,
    )


def _note(peta: LintasFungsi, draft: bool, changed: tuple[str, ...]) -> Text:
    """What stands below a draft: what its map has changed, where its entries come from, how much is only proposed."""
    counted = on_steps(peta)
    stale = f"Petanya berubah sesudah SOP ditetapkan: {', '.join(changed)}. " if changed else ""
    return text(stale, _ORIGIN, " " if counted else "", counted) if draft else counted


def _coded(model: PetaProsesBisnis, peta: LintasFungsi, sop: Sop | None) -> str:
    return f"{model.kode(peta.proses)} {title_of(model, peta, sop)}".strip()


def _day(day: date | None) -> str:
    return tanggal_panjang(day) if day is not None else DOTS


def _body(model: PetaProsesBisnis, peta: LintasFungsi) -> tuple[Block, ...]:
    """The empty place of the emblem, the body above and the body itself, the unit that owns the procedure."""
    above = model.instansi.induk
    owner = steps.owner(model, peta)
    unit = model.sebutan(owner) if owner is not None else ""
    name = model.instansi.nama
    lines = [above.nama, name] if above is not None and above.nama not in name else [name]
    said = [bold(line.upper()) for line in lines if line]
    shown = unit and unit not in (model.instansi.nama, model.instansi.sebutan)
    return (
        Paragraph(text("\n" * 5), Align.CENTER),
        *(Paragraph(line, Align.CENTER, size_pt=10.5) for line in said),
        *((Paragraph(text(unit), Align.CENTER, size_pt=10.5),) if shown else ()),
    )


def _official(model: PetaProsesBisnis, sop: Sop | None) -> Pejabat:
    """Who signs: as the register says, else the head of the body with the name left open."""
    if sop is not None and sop.disahkan is not None:
        return sop.disahkan
    roots = {unit.id for unit in model.unit_akar()}
    head = next((j for j in model.organisasi.jabatan if j.kepala and j.unit in roots), None)
    return Pejabat(jabatan=head.nama if head is not None else f"Kepala {model.instansi.sebutan}")


def _signature(who: Pejabat, width_mm: float) -> Signature:
    name = Run(who.nama, bold=True, underline=True) if who.nama else Run(DOTS, bold=True)
    below = [text(who.pangkat or f"Pangkat {DOTS}"), text(f"NIP {who.nip or DOTS}")]
    return Signature((text(f"{who.jabatan},"),), text(name), tuple(below), width_mm=width_mm, room_mm=14)


def _cell(label: str, items: Sequence[str], columns: int = 1) -> Cell:
    """A label and what stands under it: a list, one sentence, or dots."""
    if len(items) > 1:
        blocks: Block = NumberedList(tuple(Item(text(item)) for item in items))
    else:
        blocks = Paragraph(text(*(items or [DOTS])), Align.LEFT)
    return Cell(bold(label), (blocks,), columns=columns)


class _Derived:
    """The lists of the block: each is the register's own where it has one."""

    def __init__(self, model: PetaProsesBisnis, peta: LintasFungsi, sop: Sop | None, pada: date | None) -> None:
        self.model, self.peta, self.sop, self.pada = model, peta, sop, pada
        self.process = model.cari_proses(peta.proses)

    def legal(self) -> list[str]:
        """The regulations of the register, else those that map and process rest on, then those that set up the body."""
        own = self.sop.dasar_hukum if self.sop is not None else ()
        if own:
            return [self._regulation(id_) for id_ in own]
        valued = [self._by_value(time) for time in _times(self.peta)]
        known = [found for found in valued if found is not None]
        founding = [regulation(self.model, id_) for id_ in self.model.organisasi.dasar]
        cited = [_sentence(s.acuan) for s in self._sources() if s.jenis is JenisSumber.PERATURAN and s.acuan]
        ranked = sorted({r.id: r for r in (*known, *(f for f in founding if f is not None))}.values(), key=urutan)
        said = list(dict.fromkeys((*(nama_lengkap(r) for r in ranked), *cited)))
        return [one for one in said if not any(one != other and _opens(other, one) for other in said)]

    def _sources(self) -> Iterable[Sumber]:
        yield from self.peta.sumber
        for node in self.peta.simpul:
            yield from node.sumber
        for process in self.model.garis_induk(self.process) if self.process is not None else ():
            yield from process.sumber

    def _by_value(self, time: Rentang) -> Peraturan | None:
        if not time.nilai_hukum or self.pada is None:
            return None
        source = getattr(cari_nilai(time.nilai_hukum, self.pada), "sumber", None)
        return regulation(self.model, source) if source else None

    def _regulation(self, id_: str) -> str:
        found = regulation(self.model, id_)
        return nama_lengkap(found) if found is not None else id_

    def qualification(self) -> list[str]:
        """What performers must be able to do; without the register, the positions with a place to write it in."""
        if self.sop is not None and self.sop.kualifikasi:
            return list(self.sop.kualifikasi)
        doers = [who for s in self.peta.simpul for who in getattr(s, "pelaksana", ())]
        return [f"{self.model.sebutan(who)}: {DOTS}" for who in dict.fromkeys(doers)]

    def related(self) -> list[str]:
        """The other procedures: those called from here, those that call this one, those that give or take a product."""
        if self.sop is not None and self.sop.keterkaitan:
            return list(self.sop.keterkaitan)
        called = [steps.called(self.model, s) for s in self.peta.simpul if isinstance(s, Panggil)]
        said = [f"SOP {name}{f' ({code})' if code else ''}" for name, code, _, _ in called]
        callers = {
            other.proses
            for other in self.model.lintas_fungsi
            if any(isinstance(s, Panggil) and s.lintas_fungsi == self.peta.id for s in other.simpul)
        }
        here = self.peta.proses
        linked = {a.dari for a in self.model.masukan(here)} | {a.ke for a in self.model.keluaran(here)} | callers
        for process in self.model.pohon():
            if process.id in linked and process.id != here and self.model.peta_dari(process.id):
                said.append(f"SOP {process.nama}{f' ({process.kode})' if process.kode else ''}")
        return list(dict.fromkeys(said))

    def equipment(self) -> list[str]:
        """The tools of the register, else the applications of the process and a place for others."""
        if self.sop is not None and self.sop.peralatan:
            return list(self.sop.peralatan)
        used = self.process.aplikasi if self.process is not None else ()
        return [*(f"Aplikasi {name}" if "aplikasi" not in name.lower() else name for name in used), DOTS]

    def warning(self) -> list[str]:
        """What happens if the procedure is not followed; without the register, its limit."""
        if self.sop is not None and self.sop.peringatan:
            return [self.sop.peringatan]
        limit = self.peta.batas
        return [f"Prosedur ini harus selesai paling lama {limit.ringkas}.", DOTS] if limit is not None else []

    def records(self) -> list[str]:
        """What is kept; without the register, the products that leave the process."""
        if self.sop is not None and self.sop.pencatatan:
            return list(self.sop.pencatatan)
        made = [self.model.nama_produk(a.produk) for a in self.model.keluaran(self.peta.proses)]
        return [*dict.fromkeys(made), DOTS] if made else []


def _times(peta: LintasFungsi) -> Iterable[Rentang]:
    if peta.batas is not None:
        yield peta.batas.waktu
    for node in peta.simpul:
        limit = getattr(node, "tenggat", None)
        for time in (getattr(node, "waktu", None), getattr(node, "paling_lama", None), limit.waktu if limit else None):
            if time is not None:
                yield time


def _sentence(said: str) -> str:
    return " ".join(said.split()).rstrip(" .;")


def _opens(short: str, long: str) -> bool:
    """Whether the longer text only goes on from the shorter, or names the same regulation by its whole title."""
    return long.startswith(f"{short} dan ") or (short.startswith(f"{long} tentang "))
