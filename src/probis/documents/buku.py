"""The whole book of a body's peta proses bisnis, for the shelf and the evaluator: model to paper.

SOPs are a volume of their own: each is signed, numbered and revised by itself; here stands their register.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from probis.analysis import find_analysis
from probis.documents import _direction, _map_pages, _map_text, _organisation, _registers
from probis.documents import _names as names
from probis.documents._annex import joined, legend, numbered, page_of
from probis.documents._decree import regulation
from probis.documents._document import Document
from probis.documents._edition import mark, standing
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.documents._sentences import Sentences
from probis.law.istilah import semua_istilah
from probis.law.peraturan import kutipan, urutan
from probis.law.tanggal import tanggal_panjang
from probis.maps import find_map
from probis.model import JenisSumber, LintasFungsi, PetaProsesBisnis, Temuan, Unsur
from probis.paper import (
    Align,
    Block,
    Cell,
    Column,
    Contents,
    Definition,
    DefinitionList,
    Facts,
    Heading,
    Image,
    Item,
    Letterhead,
    NumberedList,
    Numbering,
    PageBreak,
    PageNumber,
    Paper,
    Paragraph,
    Row,
    Section,
    Table,
    bold,
    text,
)
from probis.rules import check

DOCUMENT = Document(
    slug="buku",
    title="Buku peta proses bisnis",
    summary="Seluruh isi peta dalam satu buku dengan daftar isi: arah, organisasi, peta, uraian, matriks, temuan.",
    subject="instansi",
    formats=("pdf", "docx", "html", "xlsx"),
    emblem=True,
    maps=_map_pages.SHOWN,
    order=20,
)

_NUMBER = PageNumber("Halaman ", "", first_shown=2, of=" dari ")
_NAME_MM = 52.0
_COMPUTED = (
    "ringkasan-lintas-fungsi",
    "matriks-unit",
    "matriks-sasaran",
    "matriks-fungsi",
    "ringkasan-raci",
    "daftar-produk",
    "beban-kerja",
    "perbandingan-varian",
    "register-sop",
    "cakupan-sop",
    "bukti-spbe",
)


def write(
    model: PetaProsesBisnis,
    subject_id: str | None = None,
    *,
    pada: date | None = None,
    drawings: Drawings = NO_DRAWINGS,
    lambang: Image | None = None,
) -> Paper:
    """The book of the body; ``subject_id`` means nothing here; ``lambang`` is the emblem of its title page.

    ``pada`` is the day as of which laws are cited and exceptions judged. ``drawings`` holds maps drawn already.
    """
    say, page = Sentences(model), page_of(model)
    day = pada or names.decree_of(model).tanggal
    tables, findings = tuple(_tables(model, pada)), _findings(model, pada)  # first, while maps may still be drawn
    maps = (
        Heading(text("BAGIAN 1. ARAH, ORGANISASI, DAN PETA"), 1, size_pt=14),
        *legend(model, say),
        *_direction.blocks(model, say),
        *_organisation.blocks(model, say, page, drawings),
        *_map_pages.opening(model, say),
    )

    def told(peta: LintasFungsi) -> Iterator[Section]:
        found = find_map("peta-lintas-fungsi")
        if found is not None:
            yield _map_text.section(found.describe(model, peta.id), page)

    return Paper(
        title=f"Buku Peta Proses Bisnis {model.instansi.nama} {model.instansi.periode}",
        subject=names.subject(model),
        author=model.instansi.nama,
        date=names.decree_of(model).tanggal or model.instansi.periode.hari_pertama,
        sections=(
            Section(_title(model, lambang), page, None),
            *numbered(
                _NUMBER,
                (
                    Section((*_about(model, pada), PageBreak(), *_contents()), page),
                    *joined(
                        (
                            Section(maps, page),
                            *_map_pages.sections(model, say, page, None, drawings, told),
                        )
                    ),
                    *tables,
                    Section((*findings, *_glossary(), *_sources(model, day)), page),
                ),
            ),
        ),
    )


def _title(model: PetaProsesBisnis, emblem: Image | None) -> tuple[Block, ...]:
    instansi = model.instansi
    return (
        Letterhead((), emblem, emblem_mm=40),
        Paragraph(bold("BUKU"), Align.CENTER, space_before_mm=24, size_pt=20),
        Paragraph(bold("PETA PROSES BISNIS"), Align.CENTER, size_pt=26),
        Paragraph(bold(instansi.nama.upper()), Align.CENTER, space_before_mm=14, size_pt=16),
        Paragraph(text(f"TAHUN {instansi.periode}"), Align.CENTER, size_pt=14),
        Paragraph(text(standing(model)), Align.CENTER, space_before_mm=90),
        *((Paragraph(text(instansi.tempat), Align.CENTER),) if instansi.tempat else ()),
    )


def _about(model: PetaProsesBisnis, pada: date | None) -> tuple[Block, ...]:
    """What the book is, as facts."""
    leaves = model.daun()
    parts = (
        f"{len(model.anak(None))} proses",
        f"{len(model.proses) - len(model.anak(None))} sub proses",
        f"{len(model.lintas_fungsi)} peta lintas fungsi untuk {len({p.proses for p in model.lintas_fungsi})} "
        f"dari {len(leaves)} proses paling bawah",
        f"{len(model.organisasi.unit)} unit kerja",
        f"{len(model.produk)} produk",
        f"{len(model.sop)} SOP dalam register",
    )
    elements = [unsur for _, unsur in model.unsur() if isinstance(unsur, Unsur)]
    proposed = sum(any(s.jenis is JenisSumber.USULAN for s in unsur.sumber) for unsur in elements)
    founded = [found for id_ in model.organisasi.dasar if (found := regulation(model, id_)) is not None]
    rows = (
        ("Instansi", model.instansi.nama),
        ("Periode", str(model.instansi.periode)),
        ("Dokumen perencanaan", model.arah.dokumen or "–"),
        ("Dasar organisasi", "; ".join(kutipan(found, pada=pada) for found in founded) or "–"),
        ("Keadaan", standing(model)),
        ("Tanda isi", mark(model)),
        ("Isi", "; ".join(parts)),
        ("Belum dikonfirmasi", f"{proposed} dari {len(elements)} unsur memuat usulan"),
        ("Dinilai pada", tanggal_panjang(pada) if pada else "–"),
        ("SOP-AP", "Ditulis dalam buku tersendiri; registernya ada di buku ini"),
    )
    return (
        Heading(text("TENTANG BUKU INI"), 1, size_pt=14),
        Facts(tuple((text(name), text(value)) for name, value in rows), name_mm=_NAME_MM, size_pt=11),
    )


def _contents() -> tuple[Block, ...]:
    return (Paragraph(bold("DAFTAR ISI"), Align.LEFT, size_pt=14, keep_with_next=True), Contents(4))


# Findings -------------------------------------------------------------------------------------------------------------


def _findings(model: PetaProsesBisnis, pada: date | None) -> tuple[Block, ...]:
    found = check(model, pada=pada)
    standing_ones = [one for one in found if not one.dikecualikan]
    excused = [one for one in found if one.dikecualikan]
    return (
        Heading(text("BAGIAN 3. TEMUAN"), 1, size_pt=14),
        Heading(text("Temuan pemeriksaan"), 2, "A."),
        _found(standing_ones, "SARAN", [one.saran for one in standing_ones]),
        Heading(text("Temuan yang dikecualikan"), 2, "B."),
        _found(excused, "ALASAN", [one.alasan for one in excused]),
    )


def _found(found: list[Temuan], last: str, said: list[str]) -> Block:
    if not found:
        return Paragraph(text("Tidak ada."))
    head = Row(tuple(Cell(text(word)) for word in ("NO", "TINGKAT", "TEMUAN", last)))
    rows = tuple(
        Row((Cell(text(f"{n}.")), Cell(text(one.tingkat.capitalize())), Cell(text(one.pesan)), Cell(text(why))))
        for n, (one, why) in enumerate(zip(found, said, strict=True), 1)
    )
    columns = (Column(width_mm=11, align=Align.CENTER), Column(width_mm=25), Column(1.2), Column())
    return Table(columns, rows, (head,), size_pt=9)


# Terms and sources ----------------------------------------------------------------------------------------------------


def _glossary() -> tuple[Block, ...]:
    """The terms that stand in the book, with what they mean."""
    terms = [term for term in semua_istilah() if term.sumber != "probis" and term.pengenal[:1].isupper()]
    return (
        PageBreak(),
        Heading(text("BAGIAN 4. ISTILAH DAN SUMBER"), 1, size_pt=14),
        Heading(text("Istilah"), 2, "A."),
        DefinitionList(tuple(Definition(text(term.label), text(term.arti)) for term in terms), term_mm=_NAME_MM),
    )


def _sources(model: PetaProsesBisnis, day: date | None) -> tuple[Block, ...]:
    decree = names.decree_of(model)
    ids = dict.fromkeys((*decree.mengingat, *model.organisasi.dasar, *(own.id for own in model.peraturan)))
    laws = sorted((found for id_ in ids if (found := regulation(model, id_)) is not None), key=urutan)
    cited = tuple(Item(text(f"{kutipan(found, lambda id_: regulation(model, id_), day)}.")) for found in laws)
    return (
        Heading(text("Peraturan"), 2, "B."),
        NumberedList(cited) if cited else Paragraph(text("Belum dicatat.")),
        Heading(text("Sumber isi"), 2, "C."),
        _said_by(model),
    )


def _said_by(model: PetaProsesBisnis) -> Block:
    """On what the statements of the model rest, by kind and document, with how many rest on each."""
    counted: Counter[tuple[JenisSumber, str]] = Counter(
        (source.jenis, "" if source.jenis is JenisSumber.USULAN else source.acuan or source.oleh)
        for _, unsur in model.unsur()
        if isinstance(unsur, Unsur)
        for source in unsur.sumber
    )
    if not counted:
        return Paragraph(text("Belum dicatat."))
    order = list(JenisSumber)
    unnamed = {JenisSumber.KEPUTUSAN: "Keputusan yang menetapkan peta", JenisSumber.USULAN: "Belum dikonfirmasi"}
    rows = tuple(
        Row(tuple(map(Cell, (text(kind.capitalize()), text(named or unnamed.get(kind, "–")), text(str(number))))))
        for (kind, named), number in sorted(counted.items(), key=lambda one: (order.index(one[0][0]), one[0][1]))
    )
    head = Row(tuple(Cell(text(word)) for word in ("JENIS", "SUMBER", "UNSUR")))
    return Table(
        (Column(width_mm=30), Column(), Column(width_mm=20, align=Align.RIGHT)),
        rows,
        (head,),
        text("Jumlah unsur peta yang bersandar pada setiap sumber; satu unsur dapat bersandar pada beberapa sumber."),
        size_pt=9,
    )


# Registers ------------------------------------------------------------------------------------------------------------


def _tables(model: PetaProsesBisnis, pada: date | None) -> Iterator[Section]:
    """What is computed from the model, each table on lying pages of its own; RACI by steps is a paper of its own."""
    page = _registers.page_of(model)
    opening: tuple[Block, ...] = (Heading(text("BAGIAN 2. MATRIKS DAN REGISTER"), 1, size_pt=14),)
    for n, slug in enumerate(_COMPUTED, 1):
        table = find_analysis(slug).analyse(model, pada)
        name = Heading(text(table.title), 2, f"{Numbering.UPPER.label(n)}")
        yield Section((*opening, name, *_registers.blocks(table, page.inner_mm[0])), page)
        opening = ()
