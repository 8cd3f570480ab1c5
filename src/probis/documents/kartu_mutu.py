"""The quality of a peta proses bisnis on one page for its leader: counts, ratios, what to do first; model to paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from probis.analysis import judged_on
from probis.documents import _names as names
from probis.documents._document import Document
from probis.documents._panel import Bar, Tile, panel
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.documents._quality import Quality, Ratio, Task, quality
from probis.drawing.measure import break_lines
from probis.drawing.scene import Colour, Form
from probis.law.nilai import angka
from probis.law.tanggal import tanggal_panjang
from probis.model import PetaProsesBisnis, Tingkat
from probis.paper import (
    PAGES_MM,
    Align,
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Page,
    Paper,
    Paragraph,
    Picture,
    Row,
    Section,
    Table,
    bold,
    text,
)

DOCUMENT = Document(
    slug="kartu-mutu",
    title="Kartu mutu",
    summary="Satu halaman untuk pimpinan: temuan, butir A–D lembar kerja evaluasi, dan yang dikerjakan dahulu.",
    subject="instansi",
    trend=True,
    order=25,
)

_PT = 72 / 25.4
_SIZE = 8.0
_MARKS: dict[Tingkat, tuple[Form, Colour]] = {
    Tingkat.GALAT: ("rect", "error"),
    Tingkat.PERINGATAN: ("triangle", "warning"),
    Tingkat.CATATAN: ("disc", "info"),
}


def write(
    model: PetaProsesBisnis,
    subject_id: str | None = None,
    *,
    pada: date | None = None,
    drawings: Drawings = NO_DRAWINGS,
    lama: PetaProsesBisnis | None = None,
) -> Paper:
    """The card as of ``pada``, with the change since ``lama`` where one is given; it is always one page.

    So that it stays one, long names are cut; there is one of a body: ``subject_id`` and ``drawings`` mean nothing here.
    """
    day = judged_on(model, pada)
    now, before = quality(model, day), quality(lama, day) if lama is not None else None
    width_mm, height_mm = PAGES_MM[model.instansi.profil.kertas.ukuran.value]
    if height_mm > 340:
        width_mm, height_mm = PAGES_MM["A4"]
    page = Page(width_mm, height_mm, 13, 18, 10, 18)
    return Paper(
        title=f"{DOCUMENT.title} {model.instansi.nama}",
        subject=DOCUMENT.title,
        author=model.instansi.nama,
        date=names.decree_of(model).tanggal or model.instansi.periode.hari_pertama,
        sections=(Section(tuple(_blocks(model, now, before, lama, page, day)), page, None),),
        size_pt=10,
    )


def _blocks(
    model: PetaProsesBisnis,
    now: Quality,
    before: Quality | None,
    lama: PetaProsesBisnis | None,
    page: Page,
    day: date,
) -> Iterator[Block]:
    room = page.inner_mm[0] * _PT
    since = f" Dibandingkan dengan peta {lama.instansi.periode}: garis merah pada batang." if lama is not None else ""
    yield Heading(text("Kartu mutu peta proses bisnis"), 1, size_pt=17)
    name = _cut(model.instansi.nama, room, 11)
    yield Paragraph(bold(name), Align.LEFT, size_pt=11)
    yield Paragraph(
        text(f"Periode {model.instansi.periode}, dinilai pada {tanggal_panjang(day)}.{since}"), Align.LEFT, small=True
    )
    yield Figure(Picture(panel("Kartu mutu", _tiles(now, before), _bars(now, before), room - 2)))
    yield Heading(text("Yang dikerjakan dahulu"), 2, size_pt=12)
    yield _tasks(now.tasks, room) if now.tasks else Paragraph(text("Tidak ada yang mendesak."), Align.LEFT)
    yield Heading(text("Lembar kerja evaluasi"), 2, size_pt=12)
    yield _answers(now.ratios)
    yield Heading(text("Temuan menurut pokok"), 2, size_pt=12)
    yield _themes(now, before)
    yield Paragraph(
        text(
            "Galat harus diperbaiki atau dikecualikan dengan alasan; peringatan diperiksa kembali; catatan berupa "
            "saran. Yang dihitung isi petanya, bukan bentuk berkas atau naskah lain. Butir A–D menurut lembar kerja "
            "evaluasi sebelum PermenPANRB 9/2023; jawaban akhir diberikan penilai."
        ),
        Align.LEFT,
        small=True,
    )


# The panel ------------------------------------------------------------------------------------------------------------


def _tiles(now: Quality, before: Quality | None) -> tuple[Tile, ...]:
    made = [
        Tile(str(count), str(tingkat), *_MARKS[tingkat], _since(count, before.levels[tingkat] if before else None))
        for tingkat, count in now.levels.items()
    ]
    excused = Tile(
        str(now.excused), "dikecualikan", None, "second", _since(now.excused, before.excused if before else None)
    )
    return (*made, excused)


def _since(now: int, before: int | None) -> str:
    if before is None:
        return ""
    return f"sebelumnya {before}" if now != before else "tidak berubah"


def _bars(now: Quality, before: Quality | None) -> tuple[Bar, ...]:
    old = {ratio.letter: ratio.share for ratio in before.ratios} if before is not None else {}
    return tuple(
        Bar(f"{ratio.letter}. {ratio.name}".removeprefix(". "), ratio.share, _said(ratio), old.get(ratio.letter))
        for ratio in now.ratios
    )


def _said(ratio: Ratio) -> str:
    if ratio.share is None:
        return "belum ada"
    return f"{angka(Decimal(ratio.met))} dari {angka(Decimal(ratio.of))} ({_percent(ratio.share)} %)"


def _percent(share: Fraction) -> int:
    """Whole percents, such that only what is whole is 100 and only what is nothing is 0."""
    rounded = round(share * 100)
    return min(max(rounded, 1 if share else 0), 100 if share == 1 else 99)


# The tables -----------------------------------------------------------------------------------------------------------


def _tasks(tasks: tuple[Task, ...], room: float) -> Table:
    what, who = room * 0.58, room * 0.27
    head = Row(tuple(Cell(text(word)) for word in ("No.", "Yang dikerjakan", "Oleh")))
    rows = tuple(
        Row(
            (
                Cell(text(f"{number}."), align=Align.CENTER),
                Cell(text(bold(_cut(task.what, what, _SIZE, 2)), " ", _cut(task.why, what, _SIZE, 2))),
                Cell(text(_cut(task.who, who, _SIZE, 2))),
            )
        )
        for number, task in enumerate(tasks, 1)
    )
    return Table((Column(width_mm=11), Column(2.2), Column(1)), rows, (head,), size_pt=_SIZE)


def _answers(ratios: tuple[Ratio, ...]) -> Table:
    head = Row(tuple(Cell(text(word)) for word in ("Butir", "Pertanyaan", "Terpenuhi", "Usulan jawaban")))
    rows = tuple(
        Row(
            (
                Cell(text(ratio.letter), align=Align.CENTER),
                Cell(text(ratio.name)),
                Cell(text(_said(ratio)), align=Align.RIGHT),
                Cell(text(ratio.answer)),
            )
        )
        for ratio in ratios
        if ratio.letter
    )
    columns = (Column(width_mm=13), Column(1.5), Column(width_mm=36), Column(1.6))
    return Table(columns, rows, (head,), size_pt=_SIZE)


def _themes(now: Quality, before: Quality | None) -> Table:
    words = ["Pokok", *(str(tingkat).capitalize() for tingkat in Tingkat), "Jumlah"]
    if before is not None:
        words.append("Sebelumnya")
    head = Row(tuple(Cell(text(word)) for word in words))
    old = before.themes if before is not None else None
    themes = [theme for theme in (*now.themes, *(old or ())) if theme in now.themes or old]
    rows = [
        _counts(theme, now.themes.get(theme, {}), sum(old.get(theme, {}).values()) if old is not None else None)
        for theme in dict.fromkeys(themes)
    ]
    last = sum(before.levels.values()) if before is not None else None
    columns = (Column(2.4), *(Column(width_mm=23) for _ in words[1:]))
    return Table(columns, tuple(rows), (head,), size_pt=_SIZE, foot=(_counts("Seluruhnya", now.levels, last, True),))


def _counts(name: str, counts: Mapping[Tingkat, int], before: int | None, strong: bool = False) -> Row:
    numbers = [counts.get(tingkat, 0) for tingkat in Tingkat]
    numbers.append(sum(numbers))
    if before is not None:
        numbers.append(before)
    shown = [bold(str(n)) if strong else text(str(n)) for n in numbers]
    return Row((Cell(bold(name) if strong else text(name)), *(Cell(each, align=Align.RIGHT) for each in shown)))


def _cut(said: str, room: float, size: float, lines: int = 1) -> str:
    """The words that fit these lines of the paper's face, with a mark where more follow."""
    return " ".join(break_lines(said, room / 1.1, size, 700, lines, "serif"))
