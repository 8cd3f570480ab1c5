"""All SOP-AP of the body in one book: a title page, the register of the procedures, then each of them."""

from __future__ import annotations

from datetime import date

from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.documents._sentences import Sentences
from probis.documents._sop_identity import DOTS, is_draft, sop_of, title_of
from probis.documents._sop_sections import sop_page, sop_sections
from probis.law.tanggal import tanggal_panjang
from probis.model import LintasFungsi, PetaProsesBisnis, Varian
from probis.paper import (
    Align,
    Cell,
    Column,
    Contents,
    Heading,
    Letterhead,
    Paper,
    Paragraph,
    Row,
    Section,
    Table,
    Watermark,
    bold,
    text,
)

DOCUMENT = Document(
    slug="sop-buku",
    title="Buku SOP-AP",
    summary="Semua standar operasional prosedur instansi dalam satu naskah, dengan daftarnya.",
    subject="instansi",
    formats=("pdf", "docx", "xlsx", "html"),
    order=31,
)


def write(
    model: PetaProsesBisnis,
    subject_id: str | None = None,
    *,
    pada: date | None = None,
    drawings: Drawings = NO_DRAWINGS,
) -> Paper:
    """The book of all SOPs, in the order of their processes; ``subject_id`` and ``drawings`` mean nothing here.

    Each SOP says for itself whether it is a draft; the word stands on every page where all of them are.
    """
    del subject_id, drawings
    say, maps = Sentences(model), _in_order(model)
    drafts = [is_draft(model, peta, sop_of(model, peta)) for peta in maps]
    page = sop_page(model)
    return Paper(
        title=f"Buku SOP {model.instansi.nama}",
        subject="Standar operasional prosedur administrasi pemerintahan",
        author=model.instansi.nama,
        date=model.instansi.periode.hari_pertama,
        watermark=Watermark(say.say("rancangan")) if all(drafts) else None,
        sections=(
            Section(
                (
                    Letterhead((bold(model.instansi.nama.upper()),), emblem_mm=50),
                    Heading(
                        text("STANDAR OPERASIONAL PROSEDUR\nADMINISTRASI PEMERINTAHAN"),
                        1,
                        align=Align.CENTER,
                        size_pt=16,
                    ),
                    Paragraph(text(f"Tahun {model.instansi.periode}"), Align.CENTER, space_before_mm=6),
                    *((Paragraph(text(model.instansi.tempat), Align.CENTER),) if model.instansi.tempat else ()),
                ),
                page,
                say.page_number(),
            ),
            Section((Heading(text("Daftar Isi"), 1), Contents(1)), page, say.page_number()),
            Section((Heading(text("Daftar SOP"), 1), _register(model, maps)), page, say.page_number()),
            *(section for peta in maps for section in sop_sections(model, peta, pada, say)),
        ),
    )


def _in_order(model: PetaProsesBisnis) -> list[LintasFungsi]:
    order = {process.id: n for n, process in enumerate(model.pohon())}
    return sorted(model.lintas_fungsi, key=lambda p: (order.get(p.proses, len(order)), p.varian is Varian.USULAN))


def _register(model: PetaProsesBisnis, maps: list[LintasFungsi]) -> Table | Paragraph:
    if not maps:
        return Paragraph(text("Belum ada lintas fungsi yang dipetakan."))
    head = Row(tuple(Cell(text(word)) for word in ("NO", "KODE", "NAMA SOP", "NOMOR", "TANGGAL EFEKTIF", "STATUS")))
    rows = []
    for n, peta in enumerate(maps, 1):
        sop = sop_of(model, peta)
        day = sop.tanggal_efektif if sop is not None else None
        said = (
            f"{n}.",
            model.kode(peta.proses) or "–",
            title_of(model, peta, sop),
            sop.nomor if sop is not None and sop.nomor else DOTS[:8],
            tanggal_panjang(day) if day is not None else DOTS[:8],
            "Rancangan" if is_draft(model, peta, sop) else "Berlaku",
        )
        rows.append(Row(tuple(Cell(text(word)) for word in said)))
    widths = (Column(width_mm=12, align=Align.CENTER), Column(width_mm=24), Column(), Column(width_mm=50))
    return Table((*widths, Column(width_mm=42), Column(width_mm=28)), tuple(rows), (head,))
