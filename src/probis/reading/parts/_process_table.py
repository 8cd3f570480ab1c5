"""A table of processes to its columns and rows: which column holds codes, names, owners, groups, inputs and outputs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from probis.reading.blocks import Block
from probis.reading.codes import Codes, lone, segments
from probis.reading.document import Cell
from probis.reading.makna import Makna
from probis.reading.parts._parties import is_unit, owners
from probis.reading.parts._relations import flow_columns

GROUP_WORDS = (
    r"(?:utama|inti|pokok|pendukung|penunjang|lainnya|lain|manajerial|manajemen|kepemimpinan|strategis|core|support(?:ing)?"
    r"|management)"
)
_IS_GROUP = re.compile(
    rf"(?:(?:kelompok|rumpun|jenis|kategori|peta)\s+)*(?:(?:proses|kegiatan)\s+)?(?:bisnis\s+)?{GROUP_WORDS}"
    rf"(?:\s*(?:/|dan)\s*(?:proses\s+)?{GROUP_WORDS})?(?:\s*\([^()]{{1,40}}\))?",
    re.IGNORECASE,
)
_COLUMNS: tuple[tuple[Makna | str, re.Pattern[str]], ...] = tuple(
    (what, re.compile(pattern, re.IGNORECASE))
    for what, pattern in (
        ("nomor", r"(?:no(?:mor)?\.?(?:\s+urut)?|#|urut(?:an)?)$"),
        ("kode", r"(?:.*\b)?kode\b|(?:nomor|no\.?|id)\s+(?:kode|proses|peta|subproses)\b|id$"),
        (
            Makna.PEMASOK,
            r"(?:unit\s+|pihak\s+)?(?:pemasok|supplier|penyedia|pemberi)\b|(?:sumber|asal)\s+(?:input|masukan)",
        ),
        (Makna.MASUKAN, r"(?:in\s?put|masukan)\b"),
        (Makna.KELUARAN, r"(?:out\s?put|keluaran|produk|hasil)\b"),
        (Makna.PELANGGAN, r"(?:unit\s+|pihak\s+)?(?:pelanggan|customer|penerima|pengguna)\b"),
        (
            Makna.PIHAK,
            r"(?:unit|pihak|instansi|opd|mitra|perangkat\s+daerah)(?:\s+(?:kerja|organisasi|lain))?\s+(?:yang\s+)?"
            r"(?:ter(?:kait|libat)|pendukung)|(?:pihak|mitra)\b",
        ),
        (
            Makna.PEMILIK,
            r"(?:(?:unit|pejabat|bidang|bagian|biro|seksi|direktorat|satuan|instansi|perangkat)\s+)?(?:(?:kerja|organisasi|daerah)\s+)?"
            r"(?:penanggung\s*-?\s*jawab|pemilik|pengampu"
            r"|process\s+owner|owner|pelaksana|koordinator|pembina|pj)\b"
            r"|(?:bidang|bagian|biro|seksi|instalasi|direktorat)(?:\s*[/,]\s*[a-z]+){1,3}$"
            r"|(?:unit|satuan)\s+(?:kerja|organisasi|pelaksana)|perangkat\s+daerah|opd\b|skpd\b|pic\b|unit$",
        ),
        (
            Makna.KELOMPOK,
            r"(?:nama\s+)?(?:kelompok|kategori|klasifikasi|rumpun|tipe|golongan)\b|(?:jenis|sifat)(?:\s+(?:peta\s+)?proses\b.*)?$",
        ),
        (Makna.LINTAS_FUNGSI, r"(?:nama\s+|judul\s+)?(?:peta\s+|proses\s+)?lintas\s+(?:fungsi|unit)|(?:nama\s+)?cfm\b"),
        (
            Makna.SUB_PROSES,
            r"(?:nama\s+|daftar\s+|uraian\s+|judul\s+)?(?:peta\s+)?sub\s*-?\s*proses|(?:nama\s+)?proses\s+(?:bisnis\s+)?"
            r"(?:level|tingkat)\s+[2-9]",
        ),
        (
            Makna.PROSES,
            r"(?:nama\s+|daftar\s+|uraian\s+|judul\s+)?(?:peta\s+)?proses(?:\s+bisnis)?(?:\s+(?:level|tingkat)\s+\d)?$"
            r"|(?:nama|judul)\s+(?:peta|proses)\b.*|proses\s+yang\s+\w+.*|uraian\s+proses|nama$|proses\s+bisnis\b.*|proses\s*[\\/|].*",
        ),
    )
)
_GROUP_NAMES = {
    "utama": "utama",
    "inti": "utama",
    "pendukung": "pendukung",
    "penunjang": "pendukung",
    "lainnya": "lainnya",
    "manajerial": "lainnya",
    "manajemen": "lainnya",
}
_GROUP_WORD = re.compile("|".join(_GROUP_NAMES), re.IGNORECASE)
_ALL = re.compile(
    rf"(?:seluruh|semua|setiap|segenap|tiap)\s+(?:kelompok\s+)?proses\s+(?:bisnis\s+)?(?P<group>{'|'.join(_GROUP_NAMES)})",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?:^|[\s(])(?:(?:level|lvl?\.?|tingkat)[\s.-]*(?P<level>\d|[IV]{1,3})|L(?P<short>\d))\b", re.IGNORECASE
)
"""The head of a column of processes of one level: "L0", "Level 1", "Proses Bisnis Level 2"."""
_TWO = re.compile(r"kode\s*(?:/|&|dan)\s*(?=nama)|(?<=nama)\s*(?:/|&|dan)\s*kode\b", re.IGNORECASE)
"""In the head of a column that holds codes and names together."""
_GENERIC = re.compile(r"(?:nama|uraian|judul|kode|no(?:mor)?\.?|kegiatan|aktivitas)$", re.IGNORECASE)
_MARK = re.compile(r"[xXvV✓✔√☑●○◉◎◆◇■□▪*•⚫⬤]|PJ|KO|TL|R/A|[PTURACIKSLM]|Ya", re.IGNORECASE)
_MARKS = re.compile(r"[^\W\d_]{1,3}(?:\s*[,/]\s*[^\W\d_]{1,3})*|[^\w\s\-–—]{1,2}|ya|ada", re.IGNORECASE)
"""Marks under the name of a unit: letters that a legend explains, or any sign."""
_OWNS = frozenset(("pj", "u", "a", "r/a", "p", "●", "◆", "■", "◉", "⚫", "⬤"))
"""Marks of who answers for a process, where a matrix knows several and no legend tells."""
LEGEND = re.compile(
    r"(?P<mark>(?<!\w)(?:[xXvV✓✔√●○◉◎◆◇■□▪*•⚫⬤]|[A-Z]{1,2}(?:/[A-Z])?))(?!\w)\s*[\"”)]?\s*"
    r"(?:=|:|–|-|(?<=[●○◉◎◆◇■□▪•⚫⬤])(?<!\w)|berarti|artinya|adalah|ialah|menunjukkan|menandai|menyatakan|untuk)\s*(?P<says>[^;,.()=●○]{3,60})"
)
_ANSWERS = re.compile(r"penanggung|pemilik|pengampu|bertanggung|koordinator|utama|accountable|owner", re.IGNORECASE)
_NO_NAME = re.compile(
    r"terlampir|(?:sudah |belum |tidak )?(?:ada|ditetapkan|tersedia|disusun)|nihil|ya|tidak|[-–—√✓]", re.I
)
"""What says in the column of a map only whether there is one."""
NAMES = (Makna.PROSES, Makna.SUB_PROSES, Makna.LINTAS_FUNGSI)
_ITEM = re.compile(r"(?:[-–•*▪]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A process in a row: level by its column (None where only the code can tell), code and name as printed."""

    kind: Makna
    sure: bool
    code: str
    name: str
    column: int

    def rank(self) -> tuple[int, int]:
        """How far below the others of its row it stands: by its level, then by its column."""
        return NAMES.index(self.kind), self.column


@dataclass(frozen=True, slots=True)
class Head:
    """What each column of a table holds, and the words above it, from the top row down."""

    kinds: dict[int, Makna | str]
    words: dict[int, tuple[str, ...]] = field(default_factory=dict)
    groups: dict[int, str] = field(default_factory=dict)  # columns that each hold the processes of a group


def is_group(text: str) -> bool:
    """Whether words are the name of a group of processes and nothing else."""
    return (
        _IS_GROUP.fullmatch(" ".join(re.sub(r"^(?:[A-Z]|[IVX]+|\d)[.)]?\s+", "", text.strip()).split()).rstrip(" :."))
        is not None
    )


def group_of(text: str) -> str:
    """Return the group that words name, in the words of the model; empty where they name none."""
    word = _GROUP_WORD.search(text)
    return _GROUP_NAMES[word.group().casefold()] if word is not None else ""


def all_of(words: str) -> str:
    """Return the group of which words mean every process: "seluruh proses utama"; empty for other words."""
    asked = _ALL.fullmatch(words.strip())
    return _GROUP_NAMES[asked.group("group").casefold()] if asked is not None else ""


def _kind(words: Sequence[str]) -> Makna | str | None:
    """Return what a column holds by the words above it: the lowest that says it, a general one by those above it."""
    for at in range(len(words) - 1, -1, -1):
        text = _TWO.sub("", words[at])
        if not text or len(text.split()) > 8:
            continue
        if _GENERIC.match(text) and at and not re.match(r"kode|no", text, re.IGNORECASE):
            over = _kind(words[:at])
            return over if over in NAMES else Makna.PROSES
        what = next((what for what, pattern in _COLUMNS if pattern.match(text)), None)
        if what is not None:
            return what
    return None


def head(block: Block, after: Sequence[Block], grammar: Codes, over: Head | None = None) -> Head | None:
    """Return the head of a table of processes that a row is, with the head row above it; None for another row.

    The words of the cells tell it, and the rows below: a column of codes, and the column of names beside it.
    """
    texts = {cell.column: " ".join(cell.text.split()) for cell in block.cells}
    if not _can_head([text for text in texts.values() if text], grammar):
        return None
    if over is not None and not _goes_below(block, texts, over, after):
        return None
    words = dict(over.words) if over is not None else {}
    for cell in block.cells:
        for column in range(cell.column, cell.column + max(1, cell.columns)):
            words[column] = (*words.get(column, ()), texts[cell.column])
    kinds = {column: what for column, said in words.items() if (what := _kind(said)) is not None}
    _codes_below(kinds, words, after, grammar)
    kinds = _arranged(kinds, words, block) | _leveled(words, kinds)
    groups = {column: said[-1] for column, said in words.items() if is_group(said[-1])}
    groups = groups if len(groups) > 1 else {}
    kinds |= dict.fromkeys(groups, Makna.PROSES)
    named = any(what in NAMES for what in kinds.values())
    coded = "kode" in kinds.values() and len(kinds) + _marked(texts, after, list(kinds)) > 1
    enough = len(words) > 1 and len(kinds) + (len(words) > 2) > 1
    return Head(kinds, words, groups) if (named or coded) and enough else None


def _can_head(shown: Sequence[str], grammar: Codes) -> bool:
    """Whether cells can be the heads of columns: short words, no numbers, no codes of processes."""
    if len(shown) < 2 or any(len(text.split()) > 9 or re.match(r"\(?\d", text) for text in shown):
        return False
    named = [text for text in shown if _LEVEL.fullmatch(text) is None]
    coded = [found for text in named if (found := grammar.at(text, weak=True)) is not None]
    return all(found.rest and not re.search(r"\d", found.code) for found in coded)


def _goes_below(block: Block, texts: dict[int, str], over: Head, after: Sequence[Block]) -> bool:
    """Whether a row right under a head is one more row of it."""
    shown = [text for text in texts.values() if text]
    told = sum(any(pattern.match(text) or _GENERIC.match(text) for _, pattern in _COLUMNS) for text in shown)
    spanned = sum(cell.column in over.words for cell in block.cells)
    return told == len(shown) or (told > 0 and spanned == len(shown)) or _marked(texts, after)


def _marked(columns: dict[int, str], after: Sequence[Block], but: Sequence[int] = ()) -> bool:
    """Whether the rows below hold nothing but marks under these heads: what a matrix does."""
    rest = columns.keys() - but
    held = [cell.text.strip() for row in after[:4] for cell in row.cells if cell.column in rest]
    return len(rest) > 1 and any(held) and all(_MARK.fullmatch(text) for text in held if text)


def _codes_below(
    kinds: dict[int, Makna | str], words: dict[int, tuple[str, ...]], after: Sequence[Block], grammar: Codes
) -> None:
    """Tell a column of codes, and the column of names after it, by what stands in the rows below."""
    below: dict[int, list[str]] = {}
    for row in after[:12]:
        for cell in row.cells:
            if cell.text.strip():
                below.setdefault(cell.column, []).append(cell.text.strip())
    for column in sorted(words):
        held = below.get(column, [])
        coded = sum(_is_code(text, grammar) for text in held)
        if (
            kinds.get(column) in (None, "nomor", *NAMES)
            and (coded > 1 or coded == len(held) > 0)
            and 2 * coded > len(held)
        ):
            kinds[column] = "kode"
    for column in sorted(words):
        held = below.get(column, [])
        coded = sum((found := grammar.at(text, weak=True)) is not None and bool(found.rest) for text in held)
        if column not in kinds and coded and 3 * coded > 2 * len(held):
            left = any(kinds.get(each) in NAMES for each in range(column))
            kinds[column] = Makna.SUB_PROSES if left else Makna.PROSES
    for column in sorted(words):
        held = [text for text in below.get(column, ()) if not _MARK.fullmatch(text)]
        if kinds.get(column - 1) == "kode" and column not in kinds and held:
            kinds[column] = Makna.PROSES


def _is_code(text: str, grammar: Codes) -> bool:
    found = grammar.at(text, weak=True)
    return found is not None and not found.rest


def _arranged(kinds: dict[int, Makna | str], words: dict[int, tuple[str, ...]], block: Block) -> dict[int, Makna | str]:
    """Tell the code and the name of the process above from those of the process itself."""
    found = dict(kinds)
    coding = [column for column in sorted(found) if found[column] in ("kode", *NAMES)]
    for column, after in pairwise(coding):
        if found[column] == found[after] == "kode" and not _same(block, column, after):
            found[column] = "kode induk"
    for column in sorted(found):
        left = [found[each] for each in sorted(found) if each < column and found[each] in ("kode", *NAMES)]
        if found[column] is Makna.PROSES and left and left[-1] in NAMES and found.get(column - 1) != "kode":
            found[column] = "induk"
        elif found[column] is Makna.PROSES and Makna.SUB_PROSES in left and _GENERIC.fullmatch(words[column][-1]):
            found[column] = Makna.SUB_PROSES  # "Kegiatan" after "Subproses"
    return found


def _leveled(words: dict[int, tuple[str, ...]], kinds: dict[int, Makna | str]) -> dict[int, Makna | str]:
    """Return which columns hold processes where several each hold a level: the highest, and those below."""
    levels: dict[int, str] = {}
    for column, said in words.items():
        found = next((each for text in said if (each := _LEVEL.search(text)) is not None), None)
        if found is not None and kinds.get(column) in (None, "induk", *NAMES):
            levels[column] = (found["level"] or found["short"]).upper()
    first = min(levels.values(), default="")
    if len(set(levels.values())) < 2:
        return {}
    return {column: Makna.PROSES if level == first else Makna.SUB_PROSES for column, level in levels.items()}


def _same(block: Block, column: int, other: int) -> bool:
    """Whether one cell of the head stands over both columns."""
    return any(cell.column <= column and other < cell.column + max(1, cell.columns) for cell in block.cells)


class ProcessTable:
    """The rows under one head, a code waiting for its name where the two stand in columns of their own."""

    def __init__(self, head: Head, grammar: Codes, legend: dict[str, bool]) -> None:
        self.head = head
        self._grammar = grammar
        self._legend = legend
        self._marks: set[str] = set()
        self._spans: dict[int, Cell] = {}  # cells that go on over rows below, with as many rows as are left
        self._single = False  # each row of a matrix holds one mark
        self._group = ""
        self._group_of: tuple[str, ...] = ()  # the code of the process that the group was printed beside

    def look(self, rows: Sequence[Block]) -> None:
        """Learn which marks the rows of a matrix hold."""
        marks = [[mark.casefold() for cell in row.cells if (mark := self._mark(cell))] for row in rows]
        self._marks = {mark for row in marks for mark in row}
        self._single = len(self._marks) == 1 and all(len(row) < 2 for row in marks)

    def reference(self, block: Block) -> str:
        """Return the code that a row begins with where no name stands in it: what a row of a matrix is about."""
        for cell in block.cells:
            found = self._grammar.at(cell.text.strip(), weak=True)
            if found is not None and not found.rest:
                return found.code
        return ""

    def goes_on(self, block: Block) -> bool:
        """Whether a row of another table is one of these: a code and a name stand where this table has them."""
        held = {cell.column: cell.text.strip() for cell in block.cells if cell.text.strip()}
        coded = any(self.head.kinds.get(at) == "kode" and _is_code(text, self._grammar) for at, text in held.items())
        named = any(self.head.kinds.get(at) in NAMES and not _is_code(text, self._grammar) for at, text in held.items())
        return coded and named and held.keys() <= self.head.words.keys()

    def lettered(self, block: Block) -> bool:
        """Whether a single letter stands where codes stand: the code of a process that nothing hangs below, no head."""
        where = [cell.text.strip() for cell in block.cells if self.head.kinds.get(cell.column) == "kode"]
        return any(len(text) == 1 and text.isalpha() and text.isupper() for text in where)

    def _code(self, block: Block) -> str:
        """The code that a row holds first, alone or before its name."""
        coded = (self._grammar.at(cell.text.strip(), weak=True) for cell in block.cells)
        return next((found.code for found in coded if found is not None), "")

    def entries(self, block: Block) -> list[Entry]:
        """Return the processes of a row, each after those it stands under."""
        return sorted(self._entries(block), key=Entry.rank)

    def _entries(self, block: Block) -> Iterator[Entry]:
        codes = self._before_codes(block)
        for cell in block.cells:
            what = self.head.kinds.get(cell.column)
            if what == "kode":
                codes += [line.strip() for line in cell.text.split("\n") if line.strip()]
            elif what in NAMES:
                yield from self._names(cell, Makna(what), codes)
                codes = [] if cell.text.strip() else codes

    def _before_codes(self, block: Block) -> list[str]:
        """Return the codes of a row that has its only column of codes at the right of its only column of names."""
        coding = [column for column, what in self.head.kinds.items() if what == "kode"]
        naming = [column for column, what in self.head.kinds.items() if what in NAMES]
        if len(coding) != 1 or len(naming) != 1 or coding[0] < naming[0]:
            return []
        cell = next((cell for cell in block.cells if cell.column == coding[0]), None)
        return [line.strip() for line in cell.text.split("\n") if line.strip()] if cell is not None else []

    def _names(self, cell: Cell, kind: Makna, codes: list[str]) -> Iterator[Entry]:
        """Yield the processes of a cell of names, with the codes that stand in the cell before it."""
        lines = [line.strip() for line in cell.text.split("\n") if line.strip()]
        lines = [piece for line in lines if not _NO_NAME.fullmatch(line) for piece in self._pieces(line)]
        if len(codes) > 1 and len(codes) == len(lines):
            named = list(zip(codes, lines, strict=True))
        elif len(several := self._several(lines)) > 1:
            named = several
        elif len(items := _items(lines)) > 1 and not codes:
            named = [("", item) for item in items]
        else:
            named = self._one(" ".join(lines), " ".join(codes))
        for code, name in named:
            yield Entry(kind, kind is not Makna.PROSES, code, name, cell.column)

    def _several(self, lines: Sequence[str]) -> list[tuple[str, str]]:
        """Return (code, name) of the processes in lines that begin with codes, each with the lines that go on."""
        made: list[tuple[str, str]] = []
        for line in lines:
            coded = self._grammar.at(line, weak=True)
            if coded is not None:
                made.append((coded.code, coded.rest))
            elif made:
                made[-1] = (made[-1][0], f"{made[-1][1]} {line}".strip())
        return made

    def _one(self, text: str, code: str) -> list[tuple[str, str]]:
        """Return (code, name) of the one process in a cell, its code before the name or behind it."""
        own = self._grammar.at(text, weak=True)
        if own is not None and own.rest and not code:
            code, text = own.code, own.rest
        behind = re.search(r"\s*[(\[]([^()\[\]]{1,20})[)\]]$", text)
        if behind is not None and not code and _is_code(behind[1].strip(), self._grammar):
            code, text = behind[1].strip(), text[: behind.start()]
        if not text or text.isdigit() or lone(text) or (own is not None and not own.rest) or _MARK.fullmatch(text):
            return []
        return [(code, re.sub(r"^(?:\d{1,2}|[a-z])[.)]\s+", "", text))]

    def _pieces(self, line: str) -> list[str]:
        """Return the parts of a line that holds several codes, each with its name."""
        pieces = [each.strip(" ;,") for each in re.split(r"[;,]\s+(?:dan\s+)?", line)]
        whole = len(pieces) > 1 and all(self._grammar.at(each, weak=True) is not None for each in pieces if each)
        return [each for each in pieces if each] if whole else [line]

    def others(self, block: Block) -> Iterator[tuple[int, Makna, str]]:
        """Yield (column, what, words) that a row says of its process: owner, group, inputs, outputs, suppliers."""
        own = segments(self._code(block))
        grouped = hanging = False  # a process below the one that the group is printed beside says none of its own
        for cell in (*block.cells, *self._over(block)):
            what = self.head.kinds.get(cell.column)
            if mark := self._mark(cell):
                words = self.head.words.get(cell.column, ("",))[-1]
                if words and what not in NAMES and what != "nomor":
                    yield cell.column, (Makna.PEMILIK if self._owns(mark.casefold()) else Makna.PIHAK), words
            elif what is Makna.KELOMPOK:
                text = " ".join(cell.text.split())
                above = self._group_of
                hanging = not text and 0 < len(above) < len(own) and own[: len(above)] == above
                self._group_of = above if hanging else own
                if text:
                    self._group = text if is_group(text) else ""
                grouped = True
            elif isinstance(what, Makna) and what not in NAMES:
                for text in _told(cell.text, what):
                    yield cell.column, what, text
        if self._group and not hanging and (grouped or Makna.KELOMPOK in self.head.kinds.values()):
            yield -1, Makna.KELOMPOK, self._group

    def _over(self, block: Block) -> list[Cell]:
        """Return the cells with an owner that go on over a row from one above it."""
        held = {cell.column for cell in block.cells}
        over = [cell for column, cell in sorted(self._spans.items()) if column not in held]
        self._spans = {cell.column: replace(cell, rows=cell.rows - 1) for cell in over if cell.rows > 1}
        for cell in block.cells:
            if cell.rows > 1 and self.head.kinds.get(cell.column) is Makna.PEMILIK:
                self._spans[cell.column] = replace(cell, rows=cell.rows - 1)
        return over

    def between(self, column: int) -> bool:
        """Whether a column stands between the processes of one level and those below them: it is of the former."""
        return any(what in NAMES for at, what in self.head.kinds.items() if at < column) and any(
            what in NAMES for at, what in self.head.kinds.items() if at > column
        )

    def grouped(self, kind: Makna) -> bool:
        """Whether the group that a row tells is of a process of this level: of the highest that the table holds."""
        return kind is Makna.PROSES or Makna.PROSES not in self.head.kinds.values()

    def _mark(self, cell: Cell) -> str:
        text = cell.text.strip()
        what = self.head.kinds.get(cell.column)
        if what not in (None, Makna.PEMILIK, Makna.PIHAK):
            return ""
        words = self.head.words.get(cell.column, ("",))[-1]
        return text if _MARK.fullmatch(text) or (_MARKS.fullmatch(text) and is_unit(words)) else ""

    def _owns(self, mark: str) -> bool:
        if mark in self._legend:
            return self._legend[mark]
        return self._single if len(self._marks) == 1 else mark in _OWNS


def counts_columns(block: Block) -> bool:
    """Whether a row only counts the columns: (1) (2) (3) (4)."""
    held = [cell.text.strip().strip("().") for cell in block.cells if cell.text.strip()]
    return len(held) > 2 and held == [str(at) for at in range(1, len(held) + 1)]


def is_flow_table(block: Block) -> bool:
    """Whether a row is the head of a table of who gives what to whom, and holds no processes of its own."""
    ends = flow_columns(block)
    return bool(ends) and not any(
        _kind([" ".join(cell.text.split())]) in (*NAMES, "kode")
        for cell in block.cells
        if cell.column not in ends.values()
    )


def is_column(text: str) -> bool:
    """Whether words can stand above a column of a table of processes."""
    return _kind([text]) is not None


def taking(mark: str, legend: dict[str, bool]) -> Makna | None:
    """Return what a mark under a process says of the unit at its left; None for what is no mark."""
    if not _MARK.fullmatch(mark):
        return None
    owns = legend.get(mark.casefold(), mark.casefold() in _OWNS)
    return Makna.PEMILIK if owns else Makna.PIHAK


def legend(texts: Sequence[str]) -> dict[str, bool]:
    """Return for each mark that a text explains whether it tells who answers for a process."""
    made: dict[str, bool] = {}
    for text in texts:
        for found in LEGEND.finditer(text[:400]):
            made.setdefault(found.group("mark").casefold(), _ANSWERS.search(found.group("says")) is not None)
    return made


def _items(lines: Sequence[str]) -> list[str]:
    """Return the items of a list in a cell, each with the lines that go on; empty where the cell holds no list."""
    made: list[str] = []
    for line in lines:
        mark = _ITEM.match(line)
        if mark is not None:
            made.append(line[mark.end() :])
        elif made:
            made[-1] += f" {line}"
        else:
            return []
    return [each.strip(" ;,.") for each in made]


def _told(cell: str, what: Makna) -> Iterator[str]:
    """Yield the values of a cell: a line each, or one after the other; a line that only goes on is no value."""
    made: list[str] = []
    for line in cell.replace(";", "\n• ").replace("|", "\n• ").split("\n"):
        text = _ITEM.sub("", line.strip(), count=1).strip(" ;,")
        if not text or text in ("-", "–", "—"):
            continue
        goes_on = (
            text[:1].islower() or text.startswith(("&", "/")) or (made and made[-1].endswith((" dan", ",", "/", " -")))
        )
        if made and goes_on and not _ITEM.match(line.strip()):
            made[-1] += f" {text}"
        else:
            made.append(text)
    yield from owners(made) if what is Makna.PEMILIK else made
