"""A bare drawing to a page: head with title and facts, legend of the symbols it uses, foot with the page
number.

A screen gets the drawing alone (the studio has its own head and foot), with a legend where one is asked
for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from probis.drawing import bpmn_marks
from probis.drawing.measure import break_lines, width
from probis.drawing.medium import Medium
from probis.drawing.scene import Group, Item, Path, Scene, Shape, Text, moved

HEAD_HEIGHT: Final = 48.0  # from the top margin to the drawing, with a title of one line
TITLE_LINE: Final = 19.0
FOOT_HEIGHT: Final = 10.0
FACT_WIDTH: Final = 190.0  # of a line of its value
LEGEND_ROW: Final = 13.6
LEGEND_COLUMNS: Final = 7
LEGEND_LEAD: Final = 44.0  # for the word "Simbol"

CAPTIONS: Final[Mapping[str, str]] = {
    "start-end": "Mulai, selesai",
    "task": "Kegiatan: nomor, waktu",
    "decision": "Putusan",
    "wait": "Menunggu pihak luar",
    "call": "Memanggil peta lain",
    "fork": "Serentak, bergabung",
    "fork-inclusive": "Satu atau beberapa cabang",
    "fork-event-based": "Menurut kejadian pertama",
    "event": "Kejadian",
    "bpmn-start": "Mulai",
    "bpmn-end": "Selesai",
    "bpmn-event": "Kejadian di tengah",
    "bpmn-boundary": "Kejadian pada kegiatan",
    "bpmn-message": "Pesan: putih terima, hitam kirim",
    "bpmn-timer": "Waktu",
    "bpmn-task": "Kegiatan",
    "bpmn-user": "Kegiatan orang",
    "bpmn-send": "Kegiatan mengirim",
    "bpmn-receive": "Menunggu, menerima",
    "bpmn-manual": "Kegiatan manual",
    "bpmn-service": "Layanan aplikasi",
    "bpmn-script": "Skrip",
    "bpmn-business-rule": "Aturan",
    "bpmn-call": "Memanggil peta lain",
    "bpmn-exclusive": "Putusan: satu cabang",
    "bpmn-parallel": "Serentak, bergabung",
    "bpmn-inclusive": "Satu atau beberapa cabang",
    "bpmn-event-based": "Menurut pesan pertama",
    "bpmn-complex": "Syarat gabungan",
    "bpmn-data": "Data",
    "bpmn-store": "Penyimpanan data",
    "bpmn-note": "Catatan",
    "document": "Dokumen diserahkan",
    "connector": "Sambungan halaman",
    "sequence": "Urutan",
    "return": "Kembali",
    "message": "Pesan dengan pihak luar",
    "timeout": "Lewat tenggat",
    "bpmn-sequence": "Urutan",
    "bpmn-default": "Jalan bila syarat lain gagal",
    "bpmn-conditional": "Jalan bersyarat",
    "bpmn-messages": "Alur pesan antarkolam",
    "bpmn-association": "Kaitan",
    "process": "Proses",
    "party": "Pihak luar",
    "relation": "Hubungan",
    "number": "Nomor penjelasan",
    "provisional": "Usulan, belum pasti",
    "unknown": "Acuan belum dikenal",
    "owner": "Pemilik proses",
    "outside": "Pihak luar",
    "owner-mark": "Pemilik proses",
    "owner-disc": "Pemilik proses",
    "inside-mark": "Terlibat, di dalam",
    "outside-mark": "Terlibat, di luar",
    "vacant": "Jabatan lowong",
    "functional": "Jabatan fungsional",
}
"""Symbol to its caption, in the order of a legend: shapes, lines, marks."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above and below a map: its kind, code, title and at most three facts; left and right of the
    foot.
    """

    kind: str
    title: str
    code: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    foot_left: str = ""
    foot_right: str = ""
    page_word: str = "Halaman"
    legend_word: str = "Simbol"
    captions: Mapping[str, str] = field(default_factory=dict)


class Room(NamedTuple):
    """The place for a drawing in points; infinite in both directions on a screen."""

    width: float
    height: float


def room(medium: Medium, heading: Heading | None = None, *, legend_rows: int = 2) -> Room:
    """The place that is left on a page between head and foot for a drawing with so many rows of legend."""
    if medium.continuous:
        return Room(float("inf"), float("inf"))
    extra = TITLE_LINE * (len(_title_lines(heading, medium)) - 1) if heading else 0.0
    legend = LEGEND_ROW * legend_rows + 8 if legend_rows else 4.0
    used = medium.margin_top + HEAD_HEIGHT + extra + legend + FOOT_HEIGHT + medium.margin_foot
    return Room(medium.width - 2 * medium.margin_side, medium.height - used)


def compose(
    content: Scene, heading: Heading, medium: Medium, *, page: int = 1, pages: int = 1, legend: bool = True
) -> Scene:
    """The page that shows this drawing (its origin at 0, 0): head, drawing, legend, foot.

    On a screen head and foot are left out. A drawing that is smaller than its place keeps its size.
    """
    symbols = content.symbols if legend else ()
    if medium.continuous:
        items: tuple[Item, ...] = content.items
        height = content.height
        if symbols:
            items += (_legend(symbols, heading, 0.0, content.height + 8, max(content.width, 420.0)),)
            height += 8 + LEGEND_ROW * _rows(symbols)
        across = max(content.width, 420.0) if symbols else content.width
        return Scene(across, height, _name(heading), content.description, items, content.symbols)
    left, top = medium.margin_side, medium.margin_top + HEAD_HEIGHT
    top += TITLE_LINE * (len(_title_lines(heading, medium)) - 1)
    across = medium.width - 2 * left
    foot_top = medium.height - medium.margin_foot - FOOT_HEIGHT
    parts: list[Item] = [_head(heading, medium)]
    parts.extend(moved(item, left, top) for item in content.items)
    if symbols:
        legend_top = foot_top - LEGEND_ROW * _rows(symbols) - 3.0
        parts.append(_legend(symbols, heading, left, legend_top, across))
    parts.append(_foot(heading, medium, foot_top, page, pages))
    return Scene(medium.width, medium.height, _name(heading), content.description, tuple(parts), content.symbols)


def compose_all(
    contents: Sequence[Scene], heading: Heading, medium: Medium, *, legend: bool = True
) -> tuple[Scene, ...]:
    """The pages that show these drawings, one each, numbered through."""
    n = len(contents)
    return tuple(compose(c, heading, medium, page=i, pages=n, legend=legend) for i, c in enumerate(contents, start=1))


def without_legend(scene: Scene, medium: Medium) -> Scene:
    """The same page without its legend; on a screen the drawing ends where the legend began."""
    kept = tuple(item for item in scene.items if not (isinstance(item, Group) and item.role == "legend"))
    if len(kept) == len(scene.items):
        return scene
    lower = 8 + LEGEND_ROW * _rows(scene.symbols) if medium.continuous else 0.0
    return replace(scene, height=scene.height - lower, items=kept)


def retold(scene: Scene, said: Callable[[str, str], str]) -> Scene:
    """The same page with other words for its kind and page number: `said` gets "kind" or "page-number", and the words.

    The words keep their place; a screen has neither.
    """

    def told(item: Item) -> Item:
        if not isinstance(item, Group):
            return item
        if item.role in ("kind", "page-number"):
            return replace(
                item, items=tuple(replace(t, text=said(item.role, t.text)) for t in item.items if isinstance(t, Text))
            )
        return replace(item, items=tuple(map(told, item.items))) if item.role in ("head", "foot") else item

    return replace(scene, items=tuple(map(told, scene.items)))


def legend_rows(symbols: Sequence[str]) -> int:
    """How many rows of legend these symbols need."""
    return _rows(symbols)


def in_legend_order(symbols: set[str]) -> tuple[str, ...]:
    """Symbols in the order of a legend; unknown ones are left out."""
    return tuple(s for s in CAPTIONS if s in symbols)


def _rows(symbols: Sequence[str]) -> int:
    return -(-len(symbols) // LEGEND_COLUMNS)


def _name(heading: Heading) -> str:
    return f"{heading.code} {heading.title}: {heading.kind}".strip()


def _title_lines(heading: Heading, medium: Medium) -> tuple[str, ...]:
    facts = sum(_fact_width(f) + 16 for f in heading.facts[:3])
    place = medium.width - 2 * medium.margin_side - facts - 12 - _code_width(heading)
    lines = break_lines(heading.title, max(place, 140.0), 16, 600)
    return lines[:3] or ("",)


def _code_width(heading: Heading) -> float:
    return width(heading.code, 16, 700) + 10 if heading.code else 0.0


def _fact_width(fact: tuple[str, str]) -> float:
    return max(width(fact[0], 7), *(width(line, 8, 600) for line in _fact_value(fact[1])))


def _fact_value(value: str) -> tuple[str, ...]:
    """The value of a fact in one line, a long one in two."""
    return break_lines(value, FACT_WIDTH, 8, 600, 2) or ("",)


def _head(heading: Heading, medium: Medium) -> Group:
    left, top, right = medium.margin_side, medium.margin_top, medium.width - medium.margin_side
    lines = _title_lines(heading, medium)
    base = top + 32
    title_x = left + _code_width(heading)
    items: list[Item] = [
        Shape("rect", left, top, right - left, 2, fill="navy", stroke=None),
        Group((Text(left, top + 14.5, heading.kind.upper(), 7, 600, "second", tracking=0.6),), "kind"),
    ]
    if heading.code:
        items.append(Text(left, base, heading.code, 16, 700, "navy"))
    items.extend(Text(title_x, base + i * TITLE_LINE, line, 16, 600) for i, line in enumerate(lines))
    x = right
    rule = top + 42 + (len(lines) - 1) * TITLE_LINE
    raised = 9.5 * (max((len(_fact_value(fact[1])) for fact in heading.facts[:3]), default=1) - 1)
    for fact in reversed(heading.facts[:3]):
        x -= _fact_width(fact)
        items.append(Text(x, rule - 20 - raised, fact[0], 7, 400, "second"))
        for i, value in enumerate(_fact_value(fact[1])):
            items.append(Text(x, rule - 9.5 - raised + 9.5 * i, value, 8, 600))
        x -= 16
    items.append(Path(((left, rule), (right, rule)), weight=0.75, head="none"))
    return Group(tuple(items), "head")


def _foot(heading: Heading, medium: Medium, top: float, page: int, pages: int) -> Group:
    left, right = medium.margin_side, medium.width - medium.margin_side
    base = top + 11.5
    number = f"{heading.page_word} {page}/{pages}"
    end = right - width(number, 7, 600) - 14
    items: list[Item] = [
        Path(((left, top), (right, top)), weight=0.75, head="none"),
        *(Text(left, base, t, 7, 400, "second") for t in break_lines(heading.foot_left, 400, 7, 400, 1)),
        *(Text(end, base, t, 7, 400, "second", "end") for t in break_lines(heading.foot_right, 400, 7, 400, 1)),
        Group((Text(right, base, number, 7, 600, anchor="end"),), "page-number"),
    ]
    return Group(tuple(items), "foot")


def _legend(symbols: Sequence[str], heading: Heading, left: float, top: float, across: float) -> Group:
    items: list[Item] = [Text(left, top + 9.5, heading.legend_word, 7, 600)]
    captions = [heading.captions.get(symbol) or CAPTIONS.get(symbol, symbol) for symbol in symbols]
    columns = _columns(captions, across - LEGEND_LEAD)
    for i, (symbol, caption) in enumerate(zip(symbols, captions, strict=True)):
        x, step = columns[i % LEGEND_COLUMNS]
        x += left + LEGEND_LEAD
        middle = top + 7 + (i // LEGEND_COLUMNS) * LEGEND_ROW
        items.extend(_sample(symbol, x, middle))
        line = break_lines(caption, max(step - 28, 60.0), 7, 400, 1)
        items.extend(Text(x + 26, middle + 2.5, t, 7, 400) for t in line)
    return Group(tuple(items), "legend")


def _columns(captions: Sequence[str], across: float) -> list[tuple[float, float]]:
    """Start and width of each column: all alike where the captions fit so, else the long ones take from the short."""
    even = across / LEGEND_COLUMNS
    needs = [0.0] * LEGEND_COLUMNS
    for i, caption in enumerate(captions):
        needs[i % LEGEND_COLUMNS] = max(needs[i % LEGEND_COLUMNS], width(caption, 7) + 29)
    widths = [even] * LEGEND_COLUMNS
    if max(needs) > even:
        rest = (across - sum(needs)) / LEGEND_COLUMNS
        widths = [need + rest if rest > 0 else need * across / sum(needs) for need in needs]
    starts = [sum(widths[:i]) for i in range(LEGEND_COLUMNS)]
    return list(zip(starts, widths, strict=True))


def _sample(symbol: str, x: float, y: float) -> tuple[Item, ...]:
    """The picture of a symbol in a legend: 22 wide, its middle at height y."""
    box = Shape("rect", x, y - 4.5, 18, 9, weight=0.9, radius=1)
    line = ((x, y), (x + 22, y))
    match symbol:
        case "start-end":
            return (
                Shape("capsule", x, y - 3.5, 10, 7, weight=1.3),
                Shape("capsule", x + 12, y - 3.5, 10, 7, fill="ink"),
            )
        case "decision":
            return (Shape("diamond", x, y - 5.5, 18, 11, weight=0.9),)
        case "wait":
            return (Shape("delay", x, y - 4.5, 17, 9, weight=0.9),)
        case "call":
            return (Shape("call", x, y - 4.5, 18, 9, weight=0.9, radius=1),)
        case "fork":
            return (Shape("bar", x + 7.5, y - 5.5, 3, 11, fill="ink", stroke=None),)
        case "fork-inclusive" | "fork-event-based":
            rings = (3.6,) if symbol == "fork-inclusive" else (4.0, 2.2)
            bar = Shape("bar", x + 7.5, y - 6.5, 3, 13, fill="ink", stroke=None)
            return (bar, *(Shape("ellipse", x + 9 - r, y - r, 2 * r, 2 * r, weight=1.0) for r in rings))
        case "event":
            return (Shape("capsule", x, y - 4, 18, 8, weight=0.9),)
        case "document":
            return (Shape("document", x + 6, y - 4, 7, 8, weight=0.75),)
        case "connector":
            return (Shape("pentagon", x, y - 4.5, 18, 9, weight=0.9),)
        case "process":
            return (box,)
        case "party":
            return (Shape("rect", x, y - 4.5, 18, 9, fill="outside", weight=0.9, radius=4),)
        case "number":
            return (Shape("disc", x + 4, y - 5, 10, 10, weight=0.75),)
        case "sequence" | "relation":
            return (Path(line, weight=1),)
        case "return":
            return (Path((line[1], line[0]), weight=1, chevrons=(((x + 11, y), "left"),)),)
        case "message":
            return (Path(line, weight=1.4, dash="message", head="open"),)
        case "timeout":
            return (Path(line, weight=0.9, dash="timeout"),)
        case "provisional":
            return (Shape("rect", x, y - 4.5, 18, 9, weight=0.9, radius=1, dash="provisional"),)
        case "unknown":
            return (
                Shape("rect", x, y - 4.5, 18, 9, weight=0.9, radius=1, dash="unknown"),
                Text(x + 9, y + 2.6, "?", 7, 600, anchor="middle"),
            )
        case "owner":
            return (Shape("rect", x, y - 4.5, 18, 9, fill="navy", stroke=None),)
        case "owner-mark":
            return (
                Shape("rect", x + 2, y - 5, 14, 10, fill="navy", stroke=None),
                Text(x + 9, y + 2.6, "P", 7, 700, "on-navy", "middle"),
            )
        case "owner-disc":
            return (
                Shape("disc", x + 3, y - 6, 12, 12, fill="box", weight=0.8),
                Text(x + 9, y + 2.6, "P", 7, 700, "navy", "middle"),
            )
        case "inside-mark":
            return (Shape("rect", x + 5, y - 4, 8, 8, fill="ink", weight=0.9),)
        case "outside-mark":
            return (Shape("disc", x + 5, y - 4, 8, 8, fill=None, weight=1.3),)
        case "vacant":
            return (Shape("disc", x + 8, y - 2.7, 5.4, 5.4, fill=None, weight=0.9),)
        case "functional":
            return (Shape("diamond", x + 8, y - 3.1, 6.2, 6.2, fill="ink", stroke=None),)
        case "outside":
            return (
                Shape("rect", x, y - 4.5, 18, 9, fill="outside-head", stroke="rule", weight=0.5),
                Path(((x + 2.2, y - 4.5), (x + 2.2, y + 4.5)), weight=0.75, head="none"),
                Path(((x + 4.6, y - 4.5), (x + 4.6, y + 4.5)), weight=0.75, head="none"),
            )
        case _ if symbol.startswith("bpmn-"):
            return bpmn_marks.sample(symbol.removeprefix("bpmn-"), x, y)
        case _:
            return (box,)
