"""Annex V: the four maps with their introductions, explanations and headings, on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator

from probis.documents import _marks as marks
from probis.documents import _names as names
from probis.documents._pictures import Sheet, drawn
from probis.documents._sentences import Sentences
from probis.drawing.measure import break_lines
from probis.drawing.medium import mm
from probis.model import LintasFungsi, PetaProsesBisnis, Proses, Varian
from probis.paper import (
    Align,
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Item,
    NumberedList,
    Page,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Section,
    Signature,
    Table,
    Text,
    plain,
    text,
)

_HEAD_MM = 19.0  # a heading of two lines above a map
_NOTE_MM = 7.0  # a line below it


def opening(model: PetaProsesBisnis, say: Sentences) -> tuple[Block, ...]:
    """The heading of V, and of A with its introduction: they stand on the page before the peta proses."""
    empty = () if model.proses else (Paragraph(text(say.say("belum"))),)
    return (
        Heading(text(say.say("judul-peta")), 2, "V."),
        Heading(text("PETA PROSES"), 3, "A."),
        *_introduction(say, "pengantar-peta-proses"),
        *empty,
    )


def sections(model: PetaProsesBisnis, say: Sentences, page: Page, signature: Signature) -> Iterator[Section]:
    """The pages of A (after its introduction), B, C and D, and the closing page."""
    wide = page.turned(top_mm=20, right_mm=15, bottom_mm=12, left_mm=15)
    sheet = Sheet(wide.inner_mm[0], wide.inner_mm[1] - _HEAD_MM - _NOTE_MM)
    counts: list[tuple[int, str]] = []
    processes = drawn(model, "peta-proses", None, sheet)
    counts.append((int(bool(processes)), "peta proses"))
    yield from _map(processes, _title("PETA PROSES", "Peta Proses"), "Peta Proses", marks.on_processes(model), wide)
    opened = tuple(p for p in model.pohon() if model.anak(p.id))
    yield Section((*_explanations(model, say), *_sub_opening(model, say, opened)), page)
    counts.append((0, "peta sub proses"))
    for process in opened:
        name = _name(model, process.id)
        pictures = drawn(model, "peta-sub-proses", process.id, sheet)
        counts[-1] = (counts[-1][0] + int(bool(pictures)), counts[-1][1])
        heading = _title(f"PETA SUB PROSES\n{name.upper()}", name)
        yield from _map(pictures, heading, name, marks.on_sub_processes(model, process.id), wide)
    opening = _relation_opening(say)
    low = sheet._replace(height_mm=max(sheet.height_mm - _height_mm(opening, sheet.width_mm), sheet.height_mm / 2))
    relations = drawn(model, "peta-relasi", None, low)
    counts.append((int(bool(relations)), "peta relasi"))
    yield from _map(relations, opening, "Peta Relasi", marks.on_relations(model), wide)
    if not relations:
        yield Section((*opening, Paragraph(text(say.say("belum")))), page)
    crossing = _crossing(model)
    yield Section(_crossing_opening(model, say, crossing), page)
    counts.append((0, "peta lintas fungsi"))
    for peta in crossing:
        name = _crossing_name(model, peta)
        pictures = drawn(model, "peta-lintas-fungsi", peta.id, sheet)
        counts[-1] = (counts[-1][0] + int(bool(pictures)), counts[-1][1])
        yield from _map(pictures, _title(name.upper(), name), name, marks.on_steps(peta), wide)
    held = [f"{n} {what}" for n, what in counts if n]
    closing = say.say("penutup-lampiran", isi_lampiran=names.listed(held) or "uraian tanpa peta")
    yield Section((Paragraph(text(closing)), signature), page)


def _title(title: str, bookmark: str) -> tuple[Block, ...]:
    return (Heading(text(title), 4, align=Align.CENTER, bookmark=bookmark),)


def _height_mm(blocks: tuple[Block, ...], width_mm: float) -> float:
    """About how high paragraphs stand in lines of 12 points, with a line's room between them."""
    paragraphs = [plain(block.text) for block in blocks if isinstance(block, Paragraph)]
    lines = sum(len(break_lines(words, mm(width_mm) * 0.97, 12, family="serif")) for words in paragraphs)
    return (lines * 16 + len(paragraphs) * 8) * 25.4 / 72


def _introduction(say: Sentences, slot: str) -> tuple[Block, ...]:
    return tuple(Paragraph(text(part), first_line_mm=10) for part in say.paragraphs(slot))


def _map(
    pictures: tuple[Picture, ...], opening: tuple[Block, ...], name: str, note: Text, page: Page
) -> Iterator[Section]:
    """One map on as many pages as it has; ``opening`` stands on the first, the count of proposals on the last."""
    if not pictures:
        return
    blocks = list(opening)
    last = len(pictures)
    for n, picture in enumerate(pictures, 1):
        if n > 1:
            again = f"{name} (lembar {n} dari {last})"
            blocks += [PageBreak(), Paragraph(text(again), Align.CENTER, keep_with_next=True)]
        blocks.append(Figure(picture, note if n == last else (), fill=True))
    yield Section(tuple(blocks), page)


def _explanations(model: PetaProsesBisnis, say: Sentences) -> tuple[Block, ...]:
    heading = Heading(text(say.say("pengantar-penjelasan")), 4, bookmark="Penjelasan Proses")
    if not model.penjelasan:
        return (heading, Paragraph(text(say.say("belum"))))
    ordered = sorted(model.penjelasan, key=lambda p: p.nomor)
    last = len(ordered) - 1
    items = tuple(
        Item(marks.marked(names.ended(p.bunyi, "." if n == last else ";"), p.usulan()), number=p.nomor)
        for n, p in enumerate(ordered)
    )
    return (heading, NumberedList(items))


def _sub_opening(model: PetaProsesBisnis, say: Sentences, opened: tuple[Proses, ...]) -> tuple[Block, ...]:
    closed = tuple(_name(model, p.id) for p in model.anak(None) if p not in opened)
    return (
        Heading(text("PETA SUB PROSES"), 3, "B."),
        *_introduction(say, "pengantar-peta-sub-proses"),
        *_missing("Peta sub proses dari proses berikut belum ditetapkan:", closed),
        *(() if model.proses else (Paragraph(text(say.say("belum"))),)),
    )


def _missing(lead: str, missing: tuple[str, ...]) -> tuple[Block, ...]:
    if not missing:
        return ()
    last = len(missing) - 1
    items = tuple(Item(text(names.ended(name, "." if n == last else ";"))) for n, name in enumerate(missing))
    return (Paragraph(text(lead), keep_with_next=True), NumberedList(items))


def _relation_opening(say: Sentences) -> tuple[Block, ...]:
    return (Heading(text("PETA RELASI"), 3, "C."), *_introduction(say, "pengantar-peta-relasi"))


def _crossing(model: PetaProsesBisnis) -> tuple[LintasFungsi, ...]:
    """The lintas fungsi in the order of their processes; those of no known process last."""
    order = {process.id: n for n, process in enumerate(model.pohon())}
    return tuple(
        sorted(model.lintas_fungsi, key=lambda peta: (order.get(peta.proses, len(order)), peta.varian != "kini"))
    )


def _crossing_name(model: PetaProsesBisnis, peta: LintasFungsi) -> str:
    name = _name(model, peta.proses)
    return f"{name} (usulan)" if peta.varian is Varian.USULAN else name


def _crossing_opening(model: PetaProsesBisnis, say: Sentences, crossing: tuple[LintasFungsi, ...]) -> tuple[Block, ...]:
    """The introduction of D and the register of all processes that need such a map."""
    return (
        Heading(text("PETA LINTAS FUNGSI"), 3, "D."),
        *_introduction(say, "pengantar-peta-lintas-fungsi"),
        _register(model, crossing) if model.daun() else Paragraph(text(say.say("belum"))),
    )


def _register(model: PetaProsesBisnis, crossing: tuple[LintasFungsi, ...]) -> Table:
    there = {peta.proses for peta in crossing}
    head = Row(tuple(Cell(text(word)) for word in ("NO", "KODE", "PROSES", "PEMILIK", "PETA LINTAS FUNGSI")))
    rows = tuple(
        Row(
            (
                Cell(text(f"{n}.")),
                Cell(text(leaf.kode or "–")),
                Cell(marks.marked(leaf.nama, leaf.usulan() or leaf.usulan("nama"))),
                Cell(marks.marked(_owner(model, leaf), bool(_owner_of(model, leaf)) and leaf.usulan("pemilik"))),
                Cell(text("Terlampir" if leaf.id in there else "Belum ditetapkan")),
            )
        )
        for n, leaf in enumerate(model.daun(), 1)
    )
    columns = (
        Column(width_mm=11, align=Align.CENTER),
        Column(width_mm=24),
        Column(1.4),
        Column(),
        Column(width_mm=30),
    )
    return Table(columns, rows, (head,))


def _owner_of(model: PetaProsesBisnis, process: Proses) -> str:
    return next((p.pemilik for p in model.garis_induk(process) if p.pemilik), "")


def _owner(model: PetaProsesBisnis, process: Proses) -> str:
    owner = _owner_of(model, process)
    return model.sebutan(owner) if owner else "Belum ditetapkan"


def _name(model: PetaProsesBisnis, id_: str) -> str:
    """Code and name of a process."""
    return f"{model.kode(id_)} {model.sebutan(id_)}".strip()
