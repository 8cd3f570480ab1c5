"""Annex V: the four maps with their introductions, explanations and headings, on pages of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from probis.documents import _marks as marks
from probis.documents import _names as names
from probis.documents._annex import page_of
from probis.documents._organisation import chart_place
from probis.documents._pictures import UNSEEN, Ahead, Drawings, Sheet, drawn, large, spread
from probis.documents._sentences import Sentences
from probis.drawing.measure import break_lines
from probis.drawing.medium import mm
from probis.drawing.scene import Scene
from probis.maps import paper_of
from probis.model import LintasFungsi, PetaProsesBisnis, Proses, Varian
from probis.paper import (
    PAGES_MM,
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
    Table,
    Text,
    text,
)

SHOWN = ("struktur-organisasi", "peta-proses", "peta-sub-proses", "peta-relasi", "peta-lintas-fungsi")
_LINE_PT = 15.8  # a line of 12 point type with its leading
_GAP_PT = 13.0  # between two blocks
_NOTE_PT = 20.0  # the line below a map
_SIDE_MM = 10.9  # the side margins of a map's own sheet, less the edge beside its drawing


def opening(model: PetaProsesBisnis, say: Sentences) -> tuple[Block, ...]:
    """The heading of V, and of A with its introduction: they stand on the page before the peta proses."""
    empty = () if model.proses else (Paragraph(text(say.say("belum"))),)
    return (
        Heading(text(say.say("judul-peta")), 2, "V."),
        Heading(text(say.say("judul-peta-proses")), 3, "A."),
        *_introduction(say, "pengantar-peta-proses"),
        *empty,
    )


def sections(
    model: PetaProsesBisnis,
    say: Sentences,
    page: Page,
    ending: tuple[Block, ...] | None,
    drawings: Drawings,
    behind: Callable[[LintasFungsi], Iterable[Section]] = lambda _: (),
) -> Iterator[Section]:
    """The pages of A (after its introduction), B, C and D, and the closing page where there is an ``ending``.

    ``behind`` gives what follows the pages of a lintas fungsi.

    A page of maps is as wide as a map's own sheet, so that the same drawing stands on both: also where the profile
    allows a larger sheet for large maps, and a map needs it.
    """
    held: list[str] = []
    yield from frame(model, say, page, drawings, held)
    yield from crossed(model, say, page, crossing(model), drawings, behind, held)
    if ending is None:
        return
    counts = [f"{held.count(kind)} {kind}" for kind in dict.fromkeys(held)]
    closing = say.say("penutup-lampiran", isi_lampiran=names.listed(counts) or say.say("tanpa-peta"))
    yield Section((Paragraph(text(closing)), *ending), page)


def frame(
    model: PetaProsesBisnis, say: Sentences, page: Page, drawings: Drawings, held: list[str]
) -> Iterator[Section]:
    """The pages of A (after its introduction), B and C, and what introduces D; ``held`` gets the kinds of the maps."""

    def pages(slug: str, subject: str | None, opening: tuple[Block, ...], name: str, note: Text) -> Iterator[Section]:
        lying = _lying(model, page, slug, subject, drawings)
        pictures = drawn(model, slug, subject, _place(lying, opening), drawings)
        held.extend([slug.replace("-", " ")] if pictures else [])
        yield from _map(say, pictures, opening, name, note, lying)

    yield from pages("peta-proses", None, *_titled(model, say, "peta-proses", None))
    opened = tuple(p for p in model.pohon() if model.anak(p.id))
    yield Section((*_listed(model, say), *_explanations(model, say), *_sub_opening(model, say, opened)), page)
    for process in opened:
        yield from pages("peta-sub-proses", process.id, *_titled(model, say, "peta-sub-proses", process.id))
    upright, beside = _relation_openings(model, say, _lying(model, page, "peta-relasi", None, drawings), drawings)
    if upright:
        yield Section(upright, page)
    yield from pages("peta-relasi", None, beside, "Peta Relasi", marks.on_relations(model))
    yield Section(_crossing_opening(model, say, crossing(model)), page)


def crossed(
    model: PetaProsesBisnis,
    say: Sentences,
    page: Page,
    maps: Iterable[LintasFungsi],
    drawings: Drawings,
    behind: Callable[[LintasFungsi], Iterable[Section]],
    held: list[str],
) -> Iterator[Section]:
    """The pages of these lintas fungsi, with what is ``behind`` each; ``held`` gets the kind of each drawn map."""
    for peta in maps:
        found = single(model, say, page, "peta-lintas-fungsi", peta.id, drawings)
        held.extend(["peta lintas fungsi"] if found else [])
        yield from found
        yield from behind(peta)


def single(
    model: PetaProsesBisnis, say: Sentences, page: Page, slug: str, subject: str | None, drawings: Drawings
) -> tuple[Section, ...]:
    """The pages of one map with its own title, and none of what introduces its kind."""
    opening, name, note = _titled(model, say, slug, subject)
    lying = _lying(model, page, slug, subject, drawings)
    pictures = drawn(model, slug, subject, _place(lying, opening), drawings)
    return tuple(_map(say, pictures, opening, name, note, lying))


def ahead(model: PetaProsesBisnis, slug: str, subject: str | None, scenes: tuple[Scene, ...]) -> Ahead:
    """What decree and book ask of a map whose own sheets are drawn: its pictures in every place they have for it."""
    say, page, own = Sentences(model), page_of(model), {(slug, subject): scenes}
    if slug == "struktur-organisasi":
        places = [chart_place(page)]
    else:
        lying = _lying(model, page, slug, subject, own)
        openings = [_titled(model, say, slug, subject)[0]]
        openings += [_relation_introduction(say)] if slug == "peta-relasi" else []
        places = [_place(lying, opening) for opening in openings]
    return Ahead(large(scenes, paper_of(model)), {place: drawn(model, slug, subject, place, own) for place in places})


def named(model: PetaProsesBisnis, say: Sentences, slug: str, subject: str | None) -> str:
    """What a sentence calls a map: "peta sub proses BO-01 Penataan Kelembagaan"."""
    peta = model.cari_lintas_fungsi(subject) if slug == "peta-lintas-fungsi" else None
    of = _crossing_name(model, say, peta) if peta is not None else _name(model, subject) if subject else ""
    return f"{slug.replace('-', ' ')} {of}".strip()


def _titled(
    model: PetaProsesBisnis, say: Sentences, slug: str, subject: str | None
) -> tuple[tuple[Block, ...], str, Text]:
    """The title of a map, its name, and the count of proposals on it."""
    peta = model.cari_lintas_fungsi(subject) if slug == "peta-lintas-fungsi" else None
    if peta is not None:
        name = _crossing_name(model, say, peta)
        return _title(name.upper(), name), name, marks.on_steps(peta)
    if slug == "peta-sub-proses" and subject is not None:
        name = _name(model, subject)
        heading = _title(f"{say.say('judul-satu-peta-sub-proses')}\n{name.upper()}", name)
        return heading, name, marks.on_sub_processes(model, subject)
    if slug == "peta-relasi":
        return _title(say.say("judul-peta-relasi"), "Peta Relasi"), "Peta Relasi", marks.on_relations(model)
    if slug == "peta-proses":
        return _title(say.say("judul-peta-proses"), "Peta Proses"), "Peta Proses", marks.on_processes(model)
    title = say.say("judul-struktur")
    return _title(title, title), title, ()


def _lying(model: PetaProsesBisnis, page: Page, slug: str, subject: str | None, drawings: Drawings) -> Page:
    """The sheet of a map."""
    wide = page.turned(top_mm=15, right_mm=_SIDE_MM, bottom_mm=10, left_mm=_SIDE_MM)
    large = model.instansi.profil.kertas.ukuran_peta_besar
    if large is None or not spread(model, slug, subject, drawings):
        return wide
    width, height = PAGES_MM[large.value]
    return replace(wide, width_mm=width, height_mm=height)


def _relation_openings(
    model: PetaProsesBisnis, say: Sentences, wide: Page, drawings: Drawings
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What stands on an upright page before the peta relasi, and what above it.

    The introduction stands above the map, unless the map needs the room for itself or cannot be drawn.
    """
    opening = _relation_introduction(say)
    title = _title(say.say("judul-peta-relasi"), "Peta Relasi")
    alone = drawn(model, "peta-relasi", None, _place(wide, title), drawings)
    if not alone:
        return (opening if drawings is UNSEEN else (*opening, Paragraph(text(say.say("belum"))))), ()
    if len(drawn(model, "peta-relasi", None, _place(wide, opening), drawings)) > len(alone) + 1:
        return opening, title  # its own page for the introduction costs less than the pages it would add
    return (), opening


def _relation_introduction(say: Sentences) -> tuple[Block, ...]:
    return (
        Heading(text(say.say("judul-peta-relasi")), 3, "C."),
        *_introduction(say, "pengantar-peta-relasi"),
    )


def _title(title: str, bookmark: str) -> tuple[Block, ...]:
    return (Heading(text(title), 4, align=Align.CENTER, bookmark=bookmark),)


def _place(page: Page, opening: tuple[Block, ...]) -> Sheet:
    """The room that is left for a drawing under what opens its page, and above the line below it."""
    width, height = page.inner_mm
    lines = parts = 0
    for block in opening:
        if isinstance(block, Heading | Paragraph):
            said = "".join(run.text for run in block.text)
            lines += sum(
                len(break_lines(part, mm(width) * 0.94, 12, 700 if isinstance(block, Heading) else 400, family="serif"))
                for part in said.split("\n")
            )
            parts += 1
    used = (lines * _LINE_PT + parts * _GAP_PT + _NOTE_PT) * 25.4 / 72
    return Sheet(width, max(height - used, height / 2))


def _introduction(say: Sentences, slot: str) -> tuple[Block, ...]:
    return tuple(Paragraph(text(part), first_line_mm=10) for part in say.paragraphs(slot))


def _map(
    say: Sentences, pictures: tuple[Picture, ...], opening: tuple[Block, ...], name: str, note: Text, page: Page
) -> Iterator[Section]:
    """One map on as many pages as it has; ``opening`` stands on the first, the count of proposals on the last.

    The connectors of a map name its own pages, so each of several says which one it is.
    """
    if not pictures:
        return
    blocks = list(opening)
    last = len(pictures)
    for n, picture in enumerate(pictures, 1):
        if n > 1:
            blocks += [
                PageBreak(),
                Paragraph(text(say.say("peta-lanjutan", peta=name)), Align.CENTER, keep_with_next=True),
            ]
        here = text(say.say("halaman-peta", halaman=str(n), jumlah=str(last)) + " ") if last > 1 else ()
        blocks.append(Figure(picture, text(here, note if n == last else ()), fill=True))
    yield Section(tuple(blocks), page)


def _listed(model: PetaProsesBisnis, say: Sentences) -> tuple[Block, ...]:
    """All processes but those of the register of D, with group and owner: in words what the map says in its drawing."""
    processes = tuple(p for p in model.pohon() if p.induk is None or model.anak(p.id))
    if not processes:
        return ()
    head = _heads(say, "kolom-nomor", "kolom-kode", "kolom-proses", "kolom-kelompok", "kolom-pemilik")
    rows = tuple(
        Row(
            (
                *_numbered(n, process),
                Cell(text(model.label_kelompok(group) if (group := model.kelompok(process)) is not None else "–")),
                Cell(_owner(model, say, process)),
            )
        )
        for n, process in enumerate(processes, 1)
    )
    columns = (
        Column(width_mm=11, align=Align.CENTER),
        Column(width_mm=22),
        Column(1.3),
        Column(width_mm=34),
        Column(),
    )
    heading = Heading(text(say.say("judul-daftar-proses")), 4, bookmark="Daftar Proses")
    return (heading, Table(columns, rows, (head,)))


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
        Heading(text(say.say("judul-peta-sub-proses")), 3, "B."),
        *_introduction(say, "pengantar-peta-sub-proses"),
        *_missing(say.say("tanpa-peta-sub-proses"), closed),
        *(() if model.proses else (Paragraph(text(say.say("belum"))),)),
    )


def _missing(lead: str, missing: tuple[str, ...]) -> tuple[Block, ...]:
    if not missing:
        return ()
    last = len(missing) - 1
    items = tuple(Item(text(names.ended(name, "." if n == last else ";"))) for n, name in enumerate(missing))
    return (Paragraph(text(lead), keep_with_next=True), NumberedList(items))


def crossing(model: PetaProsesBisnis) -> tuple[LintasFungsi, ...]:
    """The lintas fungsi in the order of their processes; those of no known process last."""
    order = {process.id: n for n, process in enumerate(model.pohon())}
    return tuple(
        sorted(model.lintas_fungsi, key=lambda peta: (order.get(peta.proses, len(order)), peta.varian != "kini"))
    )


def _crossing_name(model: PetaProsesBisnis, say: Sentences, peta: LintasFungsi) -> str:
    name = _name(model, peta.proses)
    return say.say("nama-varian-usulan", peta=name) if peta.varian is Varian.USULAN else name


def _crossing_opening(model: PetaProsesBisnis, say: Sentences, crossing: tuple[LintasFungsi, ...]) -> tuple[Block, ...]:
    """The introduction of D and the register of all processes that need such a map."""
    return (
        Heading(text(say.say("judul-peta-lintas-fungsi")), 3, "D."),
        *_introduction(say, "pengantar-peta-lintas-fungsi"),
        _register(model, say, crossing) if model.daun() else Paragraph(text(say.say("belum"))),
    )


def _register(model: PetaProsesBisnis, say: Sentences, crossing: tuple[LintasFungsi, ...]) -> Table:
    there = {peta.proses for peta in crossing}
    head = _heads(say, "kolom-nomor", "kolom-kode", "kolom-proses", "kolom-pemilik", "kolom-peta")
    rows = tuple(
        Row(
            (
                *_numbered(n, leaf),
                Cell(_owner(model, say, leaf)),
                Cell(text(say.say("peta-terlampir" if leaf.id in there else "peta-belum"))),
            )
        )
        for n, leaf in enumerate(model.daun(), 1)
    )
    columns = (
        Column(width_mm=11, align=Align.CENTER),
        Column(width_mm=22),
        Column(1.3),
        Column(),
        Column(width_mm=36),
    )
    return Table(columns, rows, (head,))


def _heads(say: Sentences, *slots: str) -> Row:
    return Row(tuple(Cell(text(word)) for word in say.all(*slots)))


def _numbered(n: int, process: Proses) -> tuple[Cell, Cell, Cell]:
    """The first cells of a row: its number, and code and name of the process."""
    name = marks.marked(process.nama, process.usulan() or process.usulan("nama"))
    return Cell(text(f"{n}.")), Cell(text(process.kode or "–")), Cell(name)


def _owner(model: PetaProsesBisnis, say: Sentences, process: Proses) -> Text:
    """Who owns a process: its own owner, else that of the process above it."""
    owned = next((p for p in model.garis_induk(process) if p.pemilik), None)
    if owned is None:
        return text(say.say("pemilik-belum"))
    return marks.marked(model.sebutan(owned.pemilik), owned.usulan("pemilik"))


def _name(model: PetaProsesBisnis, id_: str) -> str:
    """Code and name of a process."""
    return f"{model.kode(id_)} {model.sebutan(id_)}".strip()
