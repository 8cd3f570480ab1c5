"""Rows of a table to the steps of a SOP: what each column holds is told by the head, over one row or several."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from probis.reading.blocks import Block
from probis.reading.document import Cell, Kind


class Peran(StrEnum):
    """What a column of a step table holds."""

    NOMOR = "nomor"
    KEGIATAN = "kegiatan"
    PELAKSANA = "pelaksana"  # one column with the names of those who carry out
    PELAKU = "pelaku"  # a column of one who carries out, with marks
    KELENGKAPAN = "kelengkapan"
    WAKTU = "waktu"
    KELUARAN = "keluaran"
    KETERANGAN = "keterangan"
    KEMBALI = "kembali"  # the step to which the work goes back


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, and its own head where that is a name."""

    peran: Peran
    name: str = ""


@dataclass(slots=True)
class Step:
    """A step as printed: its block, number, words of its cells by what they are, and who has which mark."""

    block: Block
    number: str
    cells: dict[Peran, str] = field(default_factory=dict)
    marks: list[tuple[str, str]] = field(default_factory=list)
    last: int = 0


Columns = Mapping[int, Column]

_WORDS: tuple[tuple[Peran, re.Pattern[str]], ...] = tuple(
    (peran, re.compile(pattern, re.IGNORECASE))
    for peran, pattern in (
        (Peran.NOMOR, r"n[o0]\.?(?:\s*urut)?$|nomor(?:\s+urut)?$|no\s*\.?\s*keg"),
        (Peran.WAKTU, r"(?:norma\s+)?waktu|durasi|lama(?:nya)?\b|jangka\s+waktu"),
        (Peran.KELUARAN, r"out\s*put|keluaran|hasil(?!\s+kegiatan\s+yang)"),
        (Peran.KELENGKAPAN, r"kelengkapan|persyaratan|perlengkapan|in\s*put|masukan|syarat|bahan"),
        (Peran.KETERANGAN, r"keterangan|ket\.?$|catatan"),
        (
            Peran.KEMBALI,
            r"(?:di)?kembali(?:kan)?\b|pengembalian|(?:di|meng)?ulang\w*\s+(?:ke|dari)"
            r"|(?:apabila|jika|bila)\s+(?:ditolak|(?:tidak|belum|kurang)\s+\w+)$",
        ),
        (
            Peran.KEGIATAN,
            r"(?:uraian\s+|rincian\s+|nama\s+)?(?:kegiatan|aktivitas|aktifitas|prosedur|langkah|tahap(?:an)?|uraian)",
        ),
        (
            Peran.PELAKSANA,
            r"(?:unit\s+|unsur\s+)?(?:pelaksana|pelaku|aktor)\b|penanggung\s*-?\s*jawab|pihak"
            r"|di(?:laksanakan|kerjakan|lakukan|jalankan)\s+oleh|oleh$|yang\s+(?:melaksanakan|mengerjakan|melakukan)",
        ),
    )
)
_SQUEEZED = tuple((peran, re.compile(re.sub(r"\\s[+*]", "", pattern.pattern), re.I)) for peran, pattern in _WORDS)
"""The same for words that a narrow column broke: "KETERANGA N"."""
_GROUP = re.compile(
    r"(?:unit\s+|unsur\s+)?(?:pelaksana|pelaku|aktor)\b|penanggung\s*-?\s*jawab"
    r"|di(?:laksanakan|kerjakan|lakukan|jalankan)\s+oleh",
    re.IGNORECASE,
)
_QUALITY = re.compile(r"(?:mutu|standar|bak[uo])\b", re.IGNORECASE)
_NUMBER = re.compile(r"\(?(\d{1,3}(?:\.\d{1,2}){0,2}|[a-z]|[ivx]{1,5}|[IVX]{1,5})[.,)]?$")
MARK = re.compile(
    r"[vVxX\u221a\u2713\u2714\u2717\u2718\u25a0-\u25ff\u2b1b-\u2b58\u2610-\u2612\u2190-\u21ff\u26aa\u26ab\u2666\u2b55"
    r"\u2756\u25c7\u25ca\u2022\u00d7\u00fc\u00fe\u00fd\uf020-\uf0ff*+.\s/()\[\]<>-]+$|[oO0\u039f]$"
)
_MARK_WORDS = re.compile(r"\b(?:mulai|selesai|ya|tidak|start|end|stop)\b|^\(?1\)?$", re.IGNORECASE)
"""Words beside a mark, or in its place."""
_NONE = re.compile(r"[-–—.\s]+")
"""What fills a cell that holds nothing."""
_ASIDE = re.compile(r"(?:ya|tidak|y|t|[\u2190-\u21ff\s/])+", re.IGNORECASE)
"""What stands beside the lines between steps, where it is not alone in its row: a line's end, "Ya", "Tidak"."""
_END = re.compile(r"[\u2b2c-\u2b2f\u25cb\u25cf\u25ef\u2b55]")
"""An oval: the sign of a beginning or an end."""
_BORDER = re.compile(r"(?:mulai|selesai)\s*:", re.IGNORECASE)
_LEVELS = re.compile(r"sub\s*-?\s*proses\b|(?:proses|aktivitas|kegiatan)\s*\(?\s*level\s*\d", re.IGNORECASE)
"""Heads of a table of processes, whose activities and those who answer for them are no steps."""
_ELSEWHERE = re.compile(r"(?:ke|dari|lanjut(?:an)?)\s[^.;]{0,150}?\b(?:lembar|halaman)\s+\d", re.IGNORECASE)
"""What stands beside a sign that joins two sheets: "Ke langkah 5 di lembar 2"."""
DECISION = re.compile(r"<\s*>|[\u25c6\u25c7\u25c8\u25ca\u2666\u2756\u2b25\u2b26\u2b27\u2b28\u2b29\u2b2a\u2b2b]")


def columns_of(rows: Sequence[Block]) -> tuple[Columns, int]:
    """Return what the columns of a table hold and how many of its rows are head; none where it is no step table."""
    head = _head_rows(rows)
    if not head or any(_LEVELS.match(cell.text.strip()) for row in rows[:head] for cell in row.cells):
        return {}, 0
    texts = _texts(rows[:head])
    columns: dict[int, Column] = {}
    for at, path in texts.items():
        if (column := _column(path)) is not None:
            columns[at] = column
    for at, column in columns.items():
        if column.peran is Peran.KEGIATAN and _numbers(rows[head:], at):
            columns[at] = Column(Peran.NOMOR, column.name)
    columns |= _doers(rows[head:], texts, columns)
    roles = {column.peran for column in columns.values()}
    who = roles & {Peran.PELAKSANA, Peran.PELAKU}
    what = roles & {Peran.WAKTU, Peran.KELUARAN, Peran.KELENGKAPAN}
    if Peran.KEGIATAN not in roles or not (who or len(what) > 1) or not ((who and what) or len(roles) > 3 or who):
        return {}, 0
    return columns, head


def _numbers(rows: Sequence[Block], at: int) -> bool:
    """Whether a column holds nothing but numbers: "Langkah" over 1, 2, 3."""
    held = [cell.text.strip() for row in rows for cell in row.cells if cell.column == at and cell.text.strip()]
    return bool(held) and all(_NUMBER.match(text) for text in held)


def _doers(rows: Sequence[Block], texts: Mapping[int, list[str]], columns: Columns) -> dict[int, Column]:
    """Return the columns that no word tells, right of the activity, whose cells hold nothing but marks."""
    work = next((at for at, column in columns.items() if column.peran is Peran.KEGIATAN), None)
    made: dict[int, Column] = {}
    rows = [row for row in rows if not _counts(row) and not _alone(row)]
    for at, path in texts.items():
        if at in columns or not path or work is None or at < work:
            continue
        held = [cell.text.strip() for row in rows for cell in row.cells if cell.column == at]
        cells = [text for text in held if text and not _NONE.fullmatch(text)]
        if cells and all(MARK.match(_MARK_WORDS.sub("", text) or "v") for text in cells):
            made[at] = Column(Peran.PELAKU, path[-1])
    return made


_TWO = re.compile(
    r"((?:uraian|rincian|nama|langkah|unit|mutu|penanggung|norma|jangka|hasil)\s+\w+|n[o0]\s*\.?\s*urut|\S+)\s*",
    re.IGNORECASE,
)


def headed(line: Block, rows: Sequence[Block]) -> list[Block]:
    """Return the rows of a table under the line before it, where that is its head with the columns run together."""
    words = _TWO.findall(re.sub(r"\s+", " ", line.text))
    wide = max((cell.column + cell.columns for row in rows for cell in row.cells), default=0)
    known = sum(_peran(word) is not None for word in words)
    if len(words) != wide or wide > 12 or known < 3:
        return []
    cells = tuple(Cell(word, at, header=True) for at, word in enumerate(words))
    return [replace(line, kind=Kind.ROW, cells=cells, table=rows[0].table), *rows]


def _head_rows(rows: Sequence[Block]) -> int:
    """Return how many rows the head has: to the last before the first number, of those that hold its words."""
    for count, row in enumerate(rows[:6]):
        filled = [cell.text.strip() for cell in row.cells if cell.text.strip()]
        known = sum(any(pattern.match(text) for _, pattern in _WORDS) for text in filled)
        if count and filled and _NUMBER.match(filled[0]) and not _counts(row):
            return count
        if count and known < 2 and len(filled) > 2 and _NONE.fullmatch(filled[0]):
            return count
        if count and known < 2 and any(_END.fullmatch(text) or _ELSEWHERE.match(text) for text in filled):
            return count
        if not count and known < 2 and len(filled) > 1:
            return 0
    if not rows or _known(rows[0]) < 3:
        return 0
    under = [cell.column for cell in rows[1].cells if cell.text.strip()] if len(rows) > 1 else []
    groups = {
        at
        for cell in rows[0].cells
        if _GROUP.match(cell.text.strip()) or _QUALITY.match(cell.text.strip())
        for at in range(cell.column, cell.column + max(cell.columns, _reach(rows[0], cell)))
    }
    return 2 if under and set(under) <= groups else 1


def _reach(row: Block, cell: Cell) -> int:
    """Return how many columns a cell heads where the cells after it are empty or not there."""
    after = min(
        (each.column for each in row.cells if each.column > cell.column and each.text.strip()), default=cell.column + 1
    )
    return after - cell.column


def _known(row: Block) -> int:
    return sum(
        any(pattern.match(cell.text.strip()) for _, pattern in _WORDS) for cell in row.cells if cell.text.strip()
    )


def _counts(row: Block) -> bool:
    """Whether a row only numbers the columns: 1 2 3 4 …"""
    filled = [cell.text.strip().strip("()") for cell in row.cells if cell.text.strip()]
    return len(filled) > 3 and [text for text in filled if text.isdigit()] == filled


def _alone(row: Block) -> bool:
    """Whether a row has words in one cell alone: a signature below the table, a note between its steps."""
    filled = [cell.text for cell in row.cells if cell.text.strip()]
    return len(filled) == 1 and re.search(r"[^\W\d_]{2}", filled[0]) is not None


def _texts(rows: Sequence[Block]) -> dict[int, list[str]]:
    """Return the texts over each column, from the top, with those of cells that span it."""
    wide = max((cell.column + cell.columns for row in rows for cell in row.cells), default=0)
    paths: dict[int, list[str]] = {at: [] for at in range(min(wide, 200))}
    for row in rows:
        if _counts(row):
            continue
        group = ""
        spans = any(cell.columns > 1 for cell in row.cells)
        placed: dict[int, Cell] = {}
        for cell in row.cells:
            for at in range(cell.column, cell.column + cell.columns):
                placed[at] = cell
        for at, path in paths.items():
            cell_ = placed.get(at)
            text = re.sub(r"\s+", " ", cell_.text).strip() if cell_ is not None else ""
            if text:
                group = text if _GROUP.match(text) or _QUALITY.match(text) else ""
                path.append(text)
            elif group and not spans and not path:
                path.append(group)
    return paths


def _column(path: Sequence[str]) -> Column | None:
    words = [text for text in path if not _QUALITY.match(text) or _peran(text) is not None]
    if not words:
        return None
    if _GROUP.match(words[0]) and len(words) > 1 and words[-1] != words[0]:
        return Column(Peran.PELAKU, words[-1])
    own = words[-1]
    found = _peran(own)
    if found is None and len(words) > 1:
        found = _peran(words[0])
    return Column(found, own) if found is not None else None


def _peran(text: str) -> Peran | None:
    text = re.sub(r"^(?:standar\s+)?mutu\s+baku\s*[:/–-]\s*", "", text, flags=re.IGNORECASE)
    found = next((peran for peran, pattern in _WORDS if pattern.match(text)), None)
    squeezed = re.sub(r"\s+", "", text)
    return found or next((peran for peran, pattern in _SQUEEZED if pattern.match(squeezed)), None)


def steps_of(rows: Sequence[Block], columns: Columns, number: int = 0, before: Step | None = None) -> list[Step]:
    """Return the steps that rows hold; a row without number goes on.

    `number` is that of the last step before them, `before` that step itself where rows may go on with it, as on a new
    page: then it is the first of those returned.
    """
    numbered = any(column.peran is Peran.NOMOR for column in columns.values())
    made: list[Step] = [before] if before is not None else []
    for row in rows:
        if _counts(row) or is_head(row, columns):
            continue
        texts, marks = _row(row, columns)
        if marks and not texts and _alone(row) and MARK.match(_MARK_WORDS.sub("", marks[0][1]) or "v") is None:
            continue  # a signature below the table
        label = texts.pop(Peran.NOMOR, "")
        kegiatan = texts.get(Peran.KEGIATAN, "")
        if not label and not numbered and (own := re.match(r"(\d{1,3})[.)]\s*", kegiatan)) is not None:
            label, texts[Peran.KEGIATAN] = own.group(1), kegiatan[own.end() :]
        if len(label) > 3 and _NUMBER.match(label) is None and made and made[-1].number.isdigit():
            continue  # what a cell that covers several rows left behind in the first column
        if not (label or texts or marks) or (label and not kegiatan and not marks and len(texts) == 0):
            continue
        if numbered and not label and kegiatan[:1].isupper() and marks and all(_END.fullmatch(m) for _, m in marks):
            continue  # where the work begins or ends
        dashed = numbered and not label and _dashed(row, columns)
        if dashed and _BORDER.match(kegiatan):
            continue
        if dashed and kegiatan[:1].isupper() and made:
            former = made[-1].number
            label = f"{former[:-1]}{chr(ord(former[-1]) + 1)}" if former[-1:].isalpha() else f"{former}a"
        if not label and marks and _ELSEWHERE.match(kegiatan):
            continue  # where a line leaves the sheet, or comes from another
        goes_on = not label and bool(made) and (numbered or not kegiatan or kegiatan[:1].islower())
        if goes_on:
            _join(made[-1], texts, marks, row)
            continue
        if not kegiatan and not marks:
            continue
        number += 1
        step = Step(row, label.strip("().,;:") or str(number), texts, marks, row.last)
        made.append(step)
    if len(made) > 1 and made[0].number in ("l", "I", "|") and made[1].number == "2":
        made[0].number = "1"  # as a scan prints it
    return made


def _dashed(row: Block, columns: Columns) -> bool:
    """Whether a dash stands where the number of a step would: a question or an event between the steps."""
    at = next((at for at, column in columns.items() if column.peran is Peran.NOMOR), None)
    return any(cell.column == at and re.fullmatch(r"[-–—]", cell.text.strip()) for cell in row.cells)


def is_head(row: Block, columns: Columns) -> bool:
    """Whether a row repeats the head, as on a new page."""
    filled = [cell.text.strip() for cell in row.cells if cell.text.strip()]
    names = {re.sub(r"\s+", " ", column.name).casefold() for column in columns.values()}
    same = sum(re.sub(r"\s+", " ", text).casefold() in names or bool(_GROUP.match(text)) for text in filled)
    return len(filled) > 1 and same >= 0.6 * len(filled)


def _row(row: Block, columns: Columns) -> tuple[dict[Peran, str], list[tuple[str, str]]]:
    texts: dict[Peran, str] = {}
    marks: list[tuple[str, str]] = []
    for cell in row.cells:
        text = cell.text.strip()
        column = columns.get(cell.column)
        if column is None:
            column = next((columns[at] for at in range(cell.column, cell.column + cell.columns) if at in columns), None)
        if not text or column is None or _NONE.fullmatch(text):
            continue
        if column.peran is Peran.PELAKU:
            marks.append((column.name, text))
        else:
            texts[column.peran] = f"{texts[column.peran]} {text}" if column.peran in texts else text
    sure = [(name, mark) for name, mark in marks if not _ASIDE.fullmatch(mark)]
    return texts, sure or marks


def _join(step: Step, texts: Mapping[Peran, str], marks: Sequence[tuple[str, str]], row: Block) -> None:
    for peran, text in texts.items():
        step.cells[peran] = f"{step.cells[peran]} {text}" if peran in step.cells else text
    step.marks += [mark for mark in marks if mark not in step.marks]
    step.last = row.last
