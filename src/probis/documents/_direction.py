"""Annex I to III: vision to objectives as lists, as a table, and the body's part in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probis.documents import _names as names
from probis.documents._marks import marked
from probis.documents._sentences import Sentences
from probis.model import Misi, PetaProsesBisnis, Sasaran, Tujuan, Visi
from probis.paper import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Row,
    Table,
    Text,
    bold,
    text,
)

_INDENT_MM = 9.0


def blocks(model: PetaProsesBisnis, say: Sentences) -> tuple[Block, ...]:
    """The three parts, each with its heading."""
    return (
        Heading(text(say.say("judul-arah")), 2, "I."),
        *_lists(model, say),
        Heading(text(say.say("judul-keterkaitan")), 2, "II."),
        *_cascade(model, say),
        Heading(text(say.say("judul-telaahan")), 2, "III."),
        *_part(model, say),
    )


def _lists(model: PetaProsesBisnis, say: Sentences) -> Iterator[Block]:
    arah = model.arah
    yield _sub("A.", say.say("judul-visi"))
    vision = marked(f"“{arah.visi.bunyi}”", arah.visi.usulan()) if arah.visi else text(say.say("belum"))
    yield Paragraph(vision, indent_mm=_INDENT_MM)
    yield _sub("B.", say.say("judul-misi"))
    yield _list(arah.misi, say)
    yield _sub("C.", say.say("judul-tujuan"))
    yield _list(arah.tujuan, say)
    yield _sub("D.", say.say("judul-sasaran"))
    yield _list(arah.sasaran, say)


def _sub(letter: str, name: str) -> Heading:
    return Heading(text(name), 3, letter, bookmark=f"{letter} {name.rstrip(':')}")


def _list(elements: Iterable[Misi | Tujuan | Sasaran], say: Sentences) -> Block:
    """A numbered list, or the sentence that stands for an empty part."""
    items = tuple(elements)
    if not items:
        return Paragraph(text(say.say("belum")), indent_mm=_INDENT_MM)
    last = len(items) - 1
    return NumberedList(
        tuple(
            Item(marked(names.ended(item.bunyi, "." if n == last else ";"), item.usulan()))
            for n, item in enumerate(items)
        ),
        indent_mm=_INDENT_MM,
    )


def _cascade(model: PetaProsesBisnis, say: Sentences) -> tuple[Block, ...]:
    arah = model.arah
    rows = tuple(_rows(model, say))
    if not rows:
        return (Paragraph(text(say.say("belum"))),)
    vision = f"“{arah.visi.bunyi}”" if arah.visi else say.say("belum")
    head = (
        Row((Cell(text(say.say("baris-visi", visi=vision)), columns=4),)),
        Row(tuple(Cell(text(word)) for word in say.all("kolom-nomor", "kolom-misi", "kolom-tujuan", "kolom-sasaran"))),
    )
    columns = (Column(width_mm=11, align=Align.CENTER), Column(0.9), Column(), Column(1.1))
    note = say.say("arti-huruf-tebal") if arah.dilayani else ""
    return (Table(columns, rows, head, text(note)),)


def _rows(model: PetaProsesBisnis, say: Sentences) -> Iterator[Row]:
    """One row an objective; goals and missions span theirs. What hangs on nothing comes last."""
    arah = model.arah
    goals: dict[str | None, list[Tujuan]] = {}
    objectives: dict[str | None, list[Sasaran]] = {}
    missions, known = {m.id for m in arah.misi}, {t.id for t in arah.tujuan}
    for goal in arah.tujuan:
        goals.setdefault(goal.misi if goal.misi in missions else None, []).append(goal)
    for objective in arah.sasaran:
        objectives.setdefault(objective.tujuan if objective.tujuan in known else None, []).append(objective)
    for n, mission in enumerate(arah.misi, 1):
        yield from _mission(model, f"{n}.", _said(model, mission), goals.get(mission.id, []), objectives)
    loose: list[Tujuan | None] = [*goals.get(None, [])]
    if objectives.get(None):
        loose.append(None)
    if loose:
        yield from _mission(model, "–", text(say.say("belum-dikaitkan")), loose, objectives)


def _mission(
    model: PetaProsesBisnis,
    number: str,
    mission: Text,
    goals: list[Tujuan] | list[Tujuan | None],
    objectives: dict[str | None, list[Sasaran]],
) -> Iterator[Row]:
    per_goal = [objectives.get(goal.id if goal else None, []) for goal in goals] or [[]]
    height = sum(max(len(found), 1) for found in per_goal)
    start: tuple[Cell, ...] = (Cell(text(number), rows=height), Cell(mission, rows=height))
    for n, (goal, found) in enumerate(zip(goals or [None], per_goal, strict=True), 1):
        said = text(f"{n}. ", _said(model, goal)) if goal else text("–")
        start += (Cell(said, rows=max(len(found), 1)),)
        for m, objective in enumerate(found, 1):
            yield Row((*start, Cell(text(f"{m}. ", _said(model, objective)))))
            start = ()
        if not found:
            yield Row((*start, Cell(text("–"))))
            start = ()


def _said(model: PetaProsesBisnis, element: Visi | Misi | Tujuan | Sasaran) -> Text:
    words = bold(element.bunyi) if element.id in model.arah.dilayani else text(element.bunyi)
    return marked(words, element.usulan())


def _part(model: PetaProsesBisnis, say: Sentences) -> tuple[Block, ...]:
    """The body's own words, else what the model says it serves."""
    if model.arah.telaahan:
        return tuple(Paragraph(text(paragraph), first_line_mm=10) for paragraph in model.arah.telaahan)
    served = tuple(_served(model, say))
    if not served:
        return (Paragraph(text(say.say("belum"))),)
    last = len(served) - 1
    items = tuple(Item(text(names.ended(line, "." if n == last else ";"))) for n, line in enumerate(served))
    return (
        *(Paragraph(text(p), keep_with_next=True) for p in say.paragraphs("pengantar-telaahan")),
        NumberedList(items),
    )


def _served(model: PetaProsesBisnis, say: Sentences) -> Iterator[str]:
    arah = model.arah
    kinds: tuple[tuple[str, tuple[Misi | Tujuan | Sasaran, ...]], ...] = (
        ("misi", arah.misi),
        ("tujuan", arah.tujuan),
        ("sasaran", arah.sasaran),
    )
    for kind, elements in kinds:
        for n, element in enumerate(elements, 1):
            if element.id in arah.dilayani:
                said = element.bunyi.rstrip(" .;")
                yield say.say("butir-telaahan", jenis=kind, urutan=names.ordinal_word(n), bunyi=said)
    for area in arah.area:
        if area.id in arah.dilayani:
            yield say.say("butir-telaahan-area", area=area.nama)
