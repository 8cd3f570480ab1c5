"""The whole book of a body's peta proses bisnis, for the shelf and the evaluator: model to paper.

SOPs are a volume of their own: each is signed, numbered and revised by itself; here stands their register.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from math import sqrt
from types import MappingProxyType

from probis.analysis import find_analysis
from probis.documents import _direction, _map_pages, _map_text, _organisation, _registers
from probis.documents import _names as names
from probis.documents._annex import joined, legend, numbered, page_of
from probis.documents._decree import regulation
from probis.documents._document import Document
from probis.documents._edition import mark, standing
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.documents._sentences import Sentences
from probis.documents._volumes import A_VOLUME, MOST, ROWS, Shelf, Volume, packed, span
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
    Page,
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
    volumes=True,
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
    jilid: Volume | None = None,
    isi: Shelf = MappingProxyType({}),
) -> Paper:
    """The book of the body; ``subject_id`` means nothing here; ``lambang`` is the emblem of its title page.

    ``pada`` is the day as of which laws are cited and exceptions judged. ``drawings`` holds maps drawn already. Of a
    book in volumes this is the one that is asked for (``jilid``): the first, which lists what the others hold
    (``isi``), those of the lintas fungsi, or the last.
    """
    page = page_of(model)
    parts = _whole if jilid is None else _first if jilid.number == 1 else _maps if jilid.maps else _last
    title = f"Buku Peta Proses Bisnis {model.instansi.nama} {model.instansi.periode}"
    return Paper(
        title=title if jilid is None else f"{title}, {jilid.name}: {jilid.holds}",
        subject=names.subject(model),
        author=model.instansi.nama,
        date=names.decree_of(model).tanggal or model.instansi.periode.hari_pertama,
        sections=(
            Section(_title(model, lambang, jilid), page, None),
            *numbered(_NUMBER, parts(model, page, pada, drawings, jilid, isi)),
        ),
    )


def volumes(model: PetaProsesBisnis, pada: date | None) -> tuple[Volume, ...]:
    """The volumes of the book of a large body: its frame and contents, the lintas fungsi and the registers in parts."""
    maps = _map_pages.crossing(model)
    if len(maps) <= MOST:
        return ()
    held = [
        Volume(0, 0, f"Peta lintas fungsi {span(model, part)}", tuple(peta.id for peta in part))
        for part in packed(model, maps, A_VOLUME)
    ]
    counts = [(slug, len(find_analysis(slug).analyse(model, pada).rows)) for slug in _COMPUTED]
    every = (
        Volume(0, 0, "Arah, organisasi, dan peta proses"),
        *held,
        *_closing_volumes(counts, len(check(model, pada=pada))),
    )
    return tuple(replace(volume, number=n, of=len(every)) for n, volume in enumerate(every, 1))


def _closing_volumes(counts: list[tuple[str, int]], findings: int) -> Iterator[Volume]:
    """Registers and findings, in volumes of so many rows."""
    registers: list[str] = []
    used = 0
    for slug, rows in counts:
        if registers and used + rows > ROWS:
            yield Volume(0, 0, "Matriks dan register", registers=tuple(registers))
            registers, used = [], 0
        registers.append(slug)
        used += rows
    start = 0
    while True:
        end = min(findings, start + max(ROWS - used, 0))
        ends = end == findings
        told = "temuan" if ends and not start else f"temuan {start + 1} s.d. {end}" if end > start else ""
        words = [*(["matriks", "register"] if registers else []), *([told] if told else [])]
        holds = names.listed([*words, *(["istilah", "sumber"] if ends else [])])
        yield Volume(0, 0, holds[:1].upper() + holds[1:], (), tuple(registers), (start, end), ends)
        if ends:
            return
        registers, used, start = [], 0, end


# The parts of the book, and of its volumes ---------------------------------------------------------------------------


def _whole(
    model: PetaProsesBisnis, page: Page, pada: date | None, drawings: Drawings, _jilid: Volume | None, _isi: Shelf
) -> tuple[Section, ...]:
    tables, findings = tuple(_tables(model, pada)), _findings(model, pada)  # first: maps may still be drawn
    say = Sentences(model)
    maps = (
        *_frame(model, say, page, drawings),
        *_map_pages.crossed(model, say, page, _map_pages.crossing(model), drawings, _told(model, page), []),
    )
    opening = Section((*_about(model, pada), PageBreak(), *_contents()), page)
    return (opening, *joined(maps), *tables, Section((*findings, *_ending(model, pada)), page))


def _first(
    model: PetaProsesBisnis, page: Page, pada: date | None, drawings: Drawings, _jilid: Volume | None, isi: Shelf
) -> tuple[Section, ...]:
    opening = Section((*_about(model, pada), PageBreak(), *_contents(), *_elsewhere(isi)), page)
    return (opening, *joined(_frame(model, Sentences(model), page, drawings)))


def _maps(
    model: PetaProsesBisnis, page: Page, _pada: date | None, drawings: Drawings, jilid: Volume | None, _isi: Shelf
) -> tuple[Section, ...]:
    assert jilid is not None
    wanted = tuple(peta for peta in _map_pages.crossing(model) if peta.id in jilid.maps)
    crossed = _map_pages.crossed(model, Sentences(model), page, wanted, drawings, _told(model, page), [])
    return (_opening(jilid, page), *(replace(each, blocks=tuple(map(_under, each.blocks))) for each in crossed))


def _last(
    model: PetaProsesBisnis, page: Page, pada: date | None, _drawings: Drawings, jilid: Volume | None, _isi: Shelf
) -> tuple[Section, ...]:
    assert jilid is not None
    first, end = jilid.findings
    blocks = (
        *(_findings(model, pada, first, end) if end > first or jilid.ends else ()),
        *(_ending(model, pada) if jilid.ends else ()),
    )
    closing = (Section(blocks, page),) if blocks else ()
    return (_opening(jilid, page), *_tables(model, pada, jilid.registers), *closing)


def _under(block: Block) -> Block:
    """A heading of a map as it stands right under that of its volume."""
    return replace(block, level=2) if isinstance(block, Heading) else block


def _opening(jilid: Volume, page: Page) -> Section:
    return Section((Heading(text(jilid.holds.upper()), 1, size_pt=14), *_contents()), page)


def _frame(model: PetaProsesBisnis, say: Sentences, page: Page, drawings: Drawings) -> Iterator[Section]:
    blocks = (
        Heading(text("BAGIAN 1. ARAH, ORGANISASI, DAN PETA"), 1, size_pt=14),
        *legend(model, say),
        *_direction.blocks(model, say),
        *_organisation.blocks(model, say, page, drawings),
        *_map_pages.opening(model, say),
    )
    yield Section(blocks, page)
    yield from _map_pages.frame(model, say, page, drawings, [])


def _told(model: PetaProsesBisnis, page: Page) -> Callable[[LintasFungsi], Iterator[Section]]:
    """Behind each lintas fungsi its content as a table."""

    def told(peta: LintasFungsi) -> Iterator[Section]:
        found = find_map("peta-lintas-fungsi")
        if found is not None:
            yield _map_text.section(found.describe(model, peta.id), page)

    return told


def _ending(model: PetaProsesBisnis, pada: date | None) -> tuple[Block, ...]:
    return (*_glossary(), *_sources(model, pada or names.decree_of(model).tanggal))


def _elsewhere(isi: Shelf) -> tuple[Block, ...]:
    """What the other volumes hold, and on which of their pages."""
    rows: list[Row] = []
    for volume, held in sorted(isi.items(), key=lambda one: one[0].number):
        rows.append(Row((Cell(bold(f"{volume.name}. {volume.holds}"), columns=2, align=Align.LEFT),)))
        rows += [
            Row((Cell(text(listed.name)), Cell(text(str(listed.page)))))
            for listed in held
            if listed.name.upper() != volume.holds.upper()
        ]
    head = Row((Cell(text("ISI")), Cell(text("HALAMAN"))))
    return (
        Heading(text("DAFTAR ISI JILID LAIN"), 1, size_pt=14),
        Table((Column(), Column(width_mm=26, align=Align.RIGHT)), tuple(rows), (head,), size_pt=9.5),
    )


def _title(model: PetaProsesBisnis, emblem: Image | None, jilid: Volume | None) -> tuple[Block, ...]:
    instansi = model.instansi
    return (
        Letterhead((), emblem, emblem_mm=40),
        Paragraph(bold("BUKU"), Align.CENTER, space_before_mm=24, size_pt=20),
        Paragraph(bold("PETA PROSES BISNIS"), Align.CENTER, size_pt=26),
        Paragraph(bold(instansi.nama.upper()), Align.CENTER, space_before_mm=14, size_pt=16),
        Paragraph(text(f"TAHUN {instansi.periode}"), Align.CENTER, size_pt=14),
        *_of_volume(jilid),
        Paragraph(text(standing(model)), Align.CENTER, space_before_mm=90 if jilid is None else 60),
        *((Paragraph(text(instansi.tempat), Align.CENTER),) if instansi.tempat else ()),
    )


def _of_volume(jilid: Volume | None) -> tuple[Block, ...]:
    if jilid is None:
        return ()
    return (
        Paragraph(bold(f"{jilid.name.upper()} DARI {jilid.of}"), Align.CENTER, space_before_mm=14, size_pt=14),
        Paragraph(text(jilid.holds), Align.CENTER, size_pt=13),
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


def _findings(model: PetaProsesBisnis, pada: date | None, first: int = 0, end: int | None = None) -> tuple[Block, ...]:
    """What the check finds, then what is excused; of all of them only those from ``first`` to before ``end``."""
    found = check(model, pada=pada)
    standing_ones = [one for one in found if not one.dikecualikan]
    excused = [one for one in found if one.dikecualikan]
    count = len(standing_ones)
    end = len(found) if end is None else end
    here, there = standing_ones[first:end], excused[max(first - count, 0) : max(end - count, 0)]
    blocks: list[Block] = [Heading(text("BAGIAN 3. TEMUAN"), 1, size_pt=14)]
    if here or not first:
        blocks.append(Heading(text("Temuan pemeriksaan"), 2, "A."))
        blocks.append(_found(here, "SARAN", [one.saran for one in here], first))
    if there or end == len(found):
        blocks.append(Heading(text("Temuan yang dikecualikan"), 2, "B."))
        blocks.append(_found(there, "ALASAN", [one.alasan for one in there], max(first - count, 0)))
    return tuple(blocks)


def _found(found: list[Temuan], last: str, said: list[str], before: int) -> Block:
    if not found:
        return Paragraph(text("Tidak ada."))
    head = Row(tuple(Cell(text(word)) for word in ("NO", "TINGKAT", "TEMUAN", last)))
    rows = tuple(
        Row((Cell(text(f"{n}.")), Cell(text(one.tingkat.capitalize())), Cell(text(one.pesan)), Cell(text(why))))
        for n, (one, why) in enumerate(zip(found, said, strict=True), before + 1)
    )
    shares = (sqrt(sum(map(len, texts)) / len(texts) + 20) for texts in ([one.pesan for one in found], said))
    columns = (Column(width_mm=13, align=Align.CENTER), Column(width_mm=24), *map(Column, shares))
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


def _tables(model: PetaProsesBisnis, pada: date | None, wanted: tuple[str, ...] = _COMPUTED) -> Iterator[Section]:
    """What is computed from the model, each table on lying pages of its own; RACI by steps is a paper of its own."""
    page = _registers.page_of(model)
    opening: tuple[Block, ...] = (Heading(text("BAGIAN 2. MATRIKS DAN REGISTER"), 1, size_pt=14),)
    for n, slug in enumerate(_COMPUTED, 1):
        if slug not in wanted:
            continue
        table = find_analysis(slug).analyse(model, pada)
        name = Heading(text(table.title), 2, f"{Numbering.UPPER.label(n)}")
        yield Section((*opening, name, *_registers.blocks(table, page.inner_mm[0])), page)
        opening = ()
