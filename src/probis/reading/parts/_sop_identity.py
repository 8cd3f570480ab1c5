"""The identity of a SOP to its fields: number, days, who approves, name, bases, qualifications, and what it needs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from probis.reading.blocks import Block
from probis.reading.document import Cell, Kind


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the identity: its name in `FIELDS`, one value (an item where it lists), where it stands."""

    name: str
    value: str
    block: Block


FIELDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?:{pattern})(?=\s*(?::|$|\n))\s*:?", re.IGNORECASE))
    for name, pattern in (
        (
            "nomor sop",
            r"n[o0](?:mor)?\.?\s*(?:sop|spo|pos|dokumen|prosedur)(?:\s*ap)?|nomor(?=\s*:\s*\S{0,40}(?:sop|spo)\b)",
        ),
        ("tanggal pembuatan", r"(?:tanggal|tgl\.?)\s*(?:pembuatan|penyusunan|dibuat|penetapan|ditetapkan)"),
        ("tanggal revisi", r"(?:tanggal|tgl\.?)\s*(?:revisi|perubahan)|revisi(?:\s+ke)?"),
        (
            "tanggal efektif",
            r"(?:tanggal|tgl\.?)\s*(?:efektif|berlaku|pengesahan|disahkan|terbit)|(?:mulai\s+)?berlaku\s+efektif",
        ),
        ("disahkan oleh", r"(?:disahkan|disetujui|ditetapkan|diperiksa)\s*(?:oleh)?"),
        ("nama sop", r"(?:nama|judul)\s*(?:sop|spo|pos|prosedur|dokumen)(?:\s*ap)?|judul"),
        ("kode proses", r"kode\s*(?:peta\s*)?proses(?:\s*bisnis)?"),
        ("dasar hukum", r"dasar\s*hukum|landasan\s*hukum|dasar(?=\s*(?::|$))"),
        ("kualifikasi pelaksana", r"kualifikasi\s*(?:pelaksana|pelaksanaan)"),
        ("keterkaitan", r"keterkaitan(?:\s*(?:dengan\s+)?sop(?:\s+lain)?)?"),
        ("peralatan", r"peralatan(?:\s*(?:/|dan|&)?\s*(?:perlengkapan|bahan))?|perlengkapan(?:\s*/\s*peralatan)?"),
        ("peringatan", r"peringatan"),
        ("pencatatan", r"pencatatan(?:\s*(?:dan|&)\s*pendataan)?"),
    )
)
LISTS = frozenset({"dasar hukum", "kualifikasi pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan"})
_BESIDE = re.compile(r"(?:n[o0](?:mor)?\.?\s*revisi|hal(?:aman)?\.?|revisi\s+ke)\s*:?", re.IGNORECASE)
"""Names of fields beside those of the identity, of which nothing is kept."""
_OPEN = re.compile(r"^[^\n….]{0,60}?(?:…|\.{5})[….]*[^\n]{0,30}$", re.MULTILINE)
"""A line to be filled in: dots, what they ask for before them, the state of the paper behind them."""
_UNFILLED = re.compile(r"\s*(?:\b(?:pangkat|golongan|NIP|NRP)\b[\s.:/]*)?(?:…|\.{5})[….]*", re.IGNORECASE)
"""Dots to be filled in, with the words for what they ask for."""
_LONGEST = 300  # of a line in which fields follow each other
_ITEM = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[a-z][.)]|[-–•▪●*✓➢])\s+")


def field_of(text: str) -> tuple[str, str] | None:
    """Return (field, what follows its name) where a text begins with the name of a field, else None."""
    for name, pattern in FIELDS:
        if (found := pattern.match(text.strip())) is not None:
            return name, text.strip()[found.end() :].strip(" :\n")
    return None


_IN_LINE = re.compile(
    "|".join(rf"(?:{pattern.pattern})" for _, pattern in FIELDS).replace(
        r"(?=\s*(?::|$|\n))\s*:?", r"\s*:\s*(?=[^\s:])"
    ),
    re.IGNORECASE,
)
"""The name of a field with its colon, where a line that says something else goes on with it."""


def parted(block: Block) -> list[Block]:
    """Return a line as the blocks it is made of: the title or the field it begins with, each field that follows."""
    text = block.text
    cuts = [
        each.start()
        for each in _IN_LINE.finditer(text)
        if each.start() and text[each.start()].isupper() and text[each.start() - 1].isspace()
    ]
    if block.kind is not Kind.TEXT or not cuts or len(text) > _LONGEST:
        return [block]
    ends = [*cuts, len(text)]
    first = replace(block, text=text[: cuts[0]].strip(" ;,|"))
    rest = [
        replace(block, text=text[cut:end].strip(" ;,|"), label="", counts=None, count=0)
        for cut, end in zip(cuts, ends[1:], strict=True)
    ]
    return [first, *rest]


def is_register(rows: Sequence[Block]) -> bool:
    """Whether rows are a numbered list of SOPs: "No | Kode | Nama SOP | Nomor | …" over "1. | …"."""
    first = [next((cell.text.strip() for cell in row.cells if cell.text.strip()), "") for row in rows[:2]]
    numbered = len(first) == 2 and re.fullmatch(r"no\.?|nomor", first[0], re.IGNORECASE) is not None
    return numbered and len(rows[0].cells) > 2 and re.fullmatch(r"1[.)]?", first[1]) is not None


def fields_of_table(rows: Sequence[Block]) -> list[Field]:
    """Return the fields in the rows of a table: "name | : | value", "name : value", or a row of names over values."""
    if is_register(rows):
        return []
    made: list[Field] = []
    over: dict[int, str] = {}  # column -> field whose values stand in the rows below
    seen: set[str] = set()
    title: Field | None = None
    for row, held in _parted(rows):
        cells = [cell for cell in held if cell.text.strip().strip(":")]
        named = {at: told for at, cell in enumerate(cells) if (told := field_of(cell.text)) is not None}
        beside = [cell for cell in cells if _BESIDE.fullmatch(cell.text.strip())]
        alone = (
            len(cells) > 0
            and len(named) + len(beside) == len(cells)
            and bool(named)
            and all(not value for _, value in named.values())
        )
        if alone and (len(cells) > 1 or next(iter(named.values()))[0] in LISTS):
            over = {cells[at].column: name for at, (name, _) in named.items()}
            seen |= set(over.values())
            continue
        if not seen and not named:
            title = title or next((Field("nama sop", each, row) for cell in cells if (each := _title(cell.text))), None)
        taken: set[int] = set()
        for at, (name, value) in named.items():
            taken.add(at)
            over = {column: other for column, other in over.items() if column != cells[at].column}
            follows = at + 1 < len(cells) and at + 1 not in named
            if not value and follows:
                taken.add(at + 1)
                value = cells[at + 1].text.strip().lstrip(": ")
            elif not value and name in LISTS:
                over[cells[at].column] = name
            made += [Field(name, each, row) for each in _values(name, value)]
            seen.add(name)
        if named:
            continue
        if len(cells) == 2 and _ITEM.fullmatch(f"{cells[0].text} ") and cells[0].column in over:
            cells = [replace(cells[0], text=f"{cells[0].text} {cells[1].text}")]
        for at, cell in enumerate(cells):
            if at not in taken and (name_ := over.get(cell.column)) is not None:
                made += [Field(name_, each, row) for each in _values(name_, cell.text)]
    if title is not None and "nomor sop" in seen and "nama sop" not in seen:
        made.insert(0, title)
    return made if len(seen) > 1 or seen & {"nomor sop", "nama sop"} else []


def _title(text: str) -> str:
    """Return the words of a cell of the letterhead where they are a title in capitals, not the name of a body."""
    words = re.sub(r"\s+", " ", text).strip()
    body = re.search(
        r"\b(?:PEMERINTAH|DINAS|RSUD|RUMAH SAKIT|PUSKESMAS|UPTD?|KABUPATEN|KOTA|PROVINSI|KEMENTERIAN|BADAN|KLINIK)\b"
        r"|^(?:STANDAR|SOP|SPO|PROSEDUR OPERASIONAL)\b",
        words,
    )
    return words if words.isupper() and 1 < len(words.split()) <= 14 and body is None else ""


def _parted(rows: Sequence[Block]) -> Iterator[tuple[Block, Sequence[Cell]]]:
    """Yield the rows with their cells; a cell that holds a table of fields itself is followed by the rows of that."""
    for row in rows:
        inner: list[list[Cell]] = []
        outer = []
        for cell in row.cells:
            lines = [re.split(r"\s*\|\s*|\s*\t\s*", line.strip(), maxsplit=1) for line in cell.text.split("\n")]
            told = [line for line in lines if field_of(" : ".join(line)) is not None]
            if len(told) > 1 and told[0] == lines[0]:
                inner += [[Cell(text, at) for at, text in enumerate(line)] for line in lines]
            else:
                outer.append(cell)
        yield row, outer
        for line in inner:
            yield row, line


def fields_of_lines(blocks: Sequence[Block]) -> Iterator[tuple[int, Field]]:
    """Yield the fields in lines "name : value", each with the place of its block; items after a list's name are its."""
    open_ = ""
    for at, block in enumerate(blocks):
        if block.kind is not Kind.TEXT:
            open_ = ""
            continue
        told = field_of(block.text if block.counts is None or not block.label.isalnum() else block.printed)
        if told is not None and (":" in block.text or told[0] in LISTS or not told[1]):
            name, value = told
            open_ = name if name in LISTS else ""
            value = "" if field_of(value) is not None else value  # the heads of two columns side by side
            for each in _values(name, value) if value else [""]:
                yield at, Field(name, each, block)
        elif open_ and block.label:
            yield at, Field(open_, block.text.rstrip(" ;."), block)
        else:
            open_ = ""


def _values(name: str, text: str) -> list[str]:
    text = _OPEN.sub("", text).strip()
    if name not in LISTS:
        text = _UNFILLED.sub("", text).strip()
        return [re.sub(r"\s+", " ", text)] if text else []
    items: list[str] = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        if items and not _ITEM.match(line) and (line.strip()[:1].islower() or _goes_on(text)):
            items[-1] = f"{items[-1]} {line.strip()}"
        else:
            items.append(_ITEM.sub("", line, count=1).strip())
    if len(items) == 1:
        items = [each for each in re.split(r"(?:^|(?<=[;.,]))\s*\d{1,2}[.)]\s+", items[0]) if each.strip()]
    return [item.strip(" ;.") for item in items if item.strip(" ;.") and not _OPEN.fullmatch(item.strip())]


def _goes_on(text: str) -> bool:
    return sum(bool(_ITEM.match(line)) for line in text.split("\n")) > 1
