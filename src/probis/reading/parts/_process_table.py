"""A table of processes to its columns and rows: which column holds codes, names, owners, groups, inputs and outputs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from probis.reading.blocks import Block
from probis.reading.codes import Codes, lone
from probis.reading.document import Cell
from probis.reading.makna import Makna
from probis.reading.parts._parties import starts_party
from probis.reading.units import is_member

_COLUMNS: tuple[tuple[Makna | str, re.Pattern[str]], ...] = tuple(
    (what, re.compile(pattern, re.IGNORECASE))
    for what, pattern in (
        ("nomor", r"no(?:mor)?\.?(?:\s+urut)?$|#$"),
        ("kode", r"kode\b|nomor\s+(?:kode|proses|peta)|id\s+proses|no\.?\s+(?:kode|proses|peta)\b"),
        (Makna.PEMASOK, r"pemasok|supplier|penyedia|sumber\s+input|asal\s+input"),
        (Makna.MASUKAN, r"input\b|masukan"),
        (Makna.KELUARAN, r"output\b|keluaran|produk\b|hasil\b"),
        (Makna.PELANGGAN, r"pelanggan|customer|penerima|pengguna"),
        (Makna.PIHAK, r"(?:unit|pihak|instansi|opd|perangkat\s+daerah)\s+(?:yang\s+)?ter(?:kait|libat)|pihak\b"),
        (
            Makna.PEMILIK,
            r"(?:unit\s+(?:kerja\s+)?)?(?:penanggung\s*-?\s*jawab|pemilik|pengampu|process\s+owner|pelaksana|koordinator)"
            r"|unit\s+(?:kerja|organisasi|pelaksana)|perangkat\s+daerah|opd\b|pic\b",
        ),
        (Makna.KELOMPOK, r"kelompok|jenis\s+proses|kategori|klasifikasi|tipe\b"),
        (Makna.LINTAS_FUNGSI, r"(?:nama\s+|judul\s+)?(?:peta\s+|proses\s+)?lintas\s+(?:fungsi|unit)|(?:nama\s+)?cfm\b"),
        (
            Makna.SUB_PROSES,
            r"(?:nama\s+)?(?:peta\s+)?sub\s*-?\s*proses|(?:nama\s+)?proses\s+(?:bisnis\s+)?level\s+[2-9]",
        ),
        (
            Makna.PROSES,
            r"(?:nama\s+|daftar\s+|uraian\s+|judul\s+)?(?:peta\s+)?proses(?:\s+bisnis)?(?:\s+level\s+\d)?$"
            r"|(?:nama|judul)\s+(?:peta|proses)\b.*|uraian\s+proses|nama$|proses\s+bisnis\b.*",
        ),
    )
)
_MARKED = "tanda "
"""Before the name of a column that says by a mark in it who takes part in the process of a row."""
_MARK = re.compile(r"[^\W\d_]{1,3}(?:\s*[,/]\s*[^\W\d_]{1,3})*|[^\w\s\-–—]{1,2}|ya|ada", re.IGNORECASE)
NAMES = (Makna.PROSES, Makna.SUB_PROSES, Makna.LINTAS_FUNGSI)


@dataclass(frozen=True, slots=True)
class Entry:
    """A process in a row: level by its column (None where only the code can tell), code and name as printed."""

    kind: Makna
    sure: bool
    code: str
    name: str
    column: int


def columns(block: Block) -> dict[int, Makna | str]:
    """Return what each column holds, by a row that is the head of a table of processes; empty for another row."""
    found: dict[int, Makna | str] = {}
    for cell in block.cells:
        text = " ".join(cell.text.split())
        if not text or len(text.split()) > 8:
            continue
        what = next((what for what, pattern in _COLUMNS if pattern.match(text)), None)
        if what is not None:
            for column in range(cell.column, cell.column + max(1, cell.columns)):
                found.setdefault(column, what)
    marked = {
        cell.column: f"{_MARKED}{' '.join(cell.text.split())}"
        for cell in block.cells
        if cell.column not in found and cell.text.strip() and _takes_part(cell.text.strip())
    }
    found |= marked if len(marked) > 1 else {}
    coding = [column for column in sorted(found) if found[column] in ("kode", *NAMES)]
    for column, after in pairwise(coding):
        if found[column] == found[after] == "kode" and not _same(block, column, after):
            found[column] = "kode induk"
    for column in sorted(found):
        left = [found[each] for each in sorted(found) if each < column and found[each] in ("kode", *NAMES)]
        if found[column] is Makna.PROSES and left and left[-1] in NAMES:
            found[column] = "induk"
    names = [what for what in found.values() if what in NAMES]
    if not names or len(found) < 2:
        return {}
    texts = [cell.text.strip() for cell in block.cells if cell.text.strip()]
    short = all(len(text.split()) <= 8 for text in texts)
    return found if short and not any(re.match(r"\d", text) for text in texts) else {}


def _takes_part(text: str) -> bool:
    """Whether a head names who takes part: a unit, an office, or a body by its short name."""
    return starts_party(text) or is_member(text)


def _same(block: Block, column: int, other: int) -> bool:
    """Whether one cell of the head stands over both columns."""
    return any(cell.column <= column and other < cell.column + max(1, cell.columns) for cell in block.cells)


class ProcessTable:
    """The rows under one head, a code waiting for its name where the two stand in columns of their own."""

    def __init__(self, kinds: dict[int, Makna | str], grammar: Codes) -> None:
        self.kinds = kinds
        self._grammar = grammar

    def entries(self, block: Block) -> Iterator[Entry]:
        """Yield the processes of a row from left to right."""
        codes: list[str] = []
        for cell in block.cells:
            what = self.kinds.get(cell.column)
            if what == "kode":
                codes += [line.strip() for line in cell.text.split("\n") if line.strip()]
            elif what in NAMES:
                yield from self._names(cell, Makna(what), codes)
                codes = []

    def _names(self, cell: Cell, kind: Makna, codes: list[str]) -> Iterator[Entry]:
        lines = [line.strip() for line in cell.text.split("\n") if line.strip()]
        sure = kind is not Makna.PROSES
        coded = [self._grammar.at(line, weak=True) for line in lines]
        if len(codes) > 1 and len(codes) == len(lines):
            for code, line in zip(codes, lines, strict=True):
                yield Entry(kind, sure, code, line, cell.column)
            return
        if sum(each is not None for each in coded) > 1:
            code, words = "", ""
            for line, each in zip(lines, coded, strict=True):
                if each is None:
                    words = f"{words} {line}".strip()
                    continue
                if code:
                    yield Entry(kind, sure, code, words, cell.column)
                code, words = each.code, each.rest
            yield Entry(kind, sure, code, words, cell.column)
            return
        text = " ".join(lines)
        own = self._grammar.at(text, weak=True)
        code = " ".join(codes)
        if own is not None and own.rest and not code:
            code, text = own.code, own.rest
        numbered = re.match(r"\d{1,2}[.)]\s+", text)
        if text and not (text.isdigit() or lone(text)):
            yield Entry(kind, sure, code, text[numbered.end() :] if numbered else text, cell.column)

    def others(self, block: Block) -> Iterator[tuple[Makna, str]]:
        """Yield what else a row says of its process: owner, group, inputs, outputs, suppliers, customers."""
        for cell in block.cells:
            what = self.kinds.get(cell.column)
            if isinstance(what, str) and what.startswith(_MARKED) and _MARK.fullmatch(cell.text.strip()):
                yield Makna.PIHAK, what.removeprefix(_MARKED)
            if isinstance(what, Makna) and what not in NAMES:
                for line in re.split(r"\n|;", cell.text):
                    text = re.sub(r"^(?:[-–•]|\d{1,2}[.)]|[a-z][.)])\s*", "", line.strip()).strip(" ;,")
                    if text and text not in ("-", "–"):
                        yield what, text
