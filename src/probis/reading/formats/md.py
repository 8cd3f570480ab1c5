"""Markdown to a document, with the file's own lines: headings, lists, tables (also HTML), pictures; marks dropped."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from probis.reading.document import Document, Kind, Line, Noise, Picture, Unreadable
from probis.reading.formats._grid import Piece, Row, as_lines, as_rows, is_layout
from probis.reading.formats._items import Item
from probis.reading.formats._lines import decoded, plain, split
from probis.reading.formats._md_html import Table, html_table
from probis.reading.formats._text_framed import framed, rows_of_framed
from probis.reading.formats._text_ruled import ruled

_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?")
_RULED: Final = re.compile(r":?-+:?")
_RULE: Final = re.compile(r" {0,3}(?:[-*_][ \t]*){3,200}")
_UNDERLINE: Final = re.compile(r" {0,3}(={2,200}|-{3,200})[ \t]*")
_FENCE: Final = re.compile(r"[ \t]*(```+|~~~+)")
_PICTURE: Final = re.compile(r"!\[([^\[\]]{0,500})\]\(([^()\s]{0,2000}|data:[^()\s]*)(?:\s+\"[^\"]{0,200}\")?\)")
_HTML_PICTURE: Final = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_LINK: Final = re.compile(r"(?<!!)\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,200}\")?\)")
_COMMENT: Final = re.compile(r"<!--(.{0,300}?)-->")
_PAGE: Final = re.compile(r"(?:page|halaman)[ \t:=#]{0,5}(\d{1,5})\b", re.IGNORECASE)
_TAG: Final = re.compile(
    r"</?(?:p|div|center|font|br|hr|a|small|big|strike|s|del|ins|mark|code|figure|figcaption|header|footer|section|tt)\b"
    r"[^<>]{0,500}>",
    re.IGNORECASE,
)
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~$])")
_MATHS: Final = {
    "to": "→", "rightarrow": "→", "Rightarrow": "⇒", "leftarrow": "←", "downarrow": "↓", "uparrow": "↑",
    "checkmark": "✓", "surd": "√", "square": "□", "Box": "□", "geq": "≥", "leq": "≤", "ge": "≥", "le": "≤",
    "times": "×", "bullet": "•", "circ": "○", "rightharpoonup": "→",
}  # fmt: skip
_MATH: Final = re.compile(rf"\$\s{{0,3}}\\({'|'.join(_MATHS)})\s{{0,3}}\$")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_ATTRIBUTES: Final = re.compile(r"(?<=\S)[ \t]{0,3}\{[#.\w][^{}\n]{0,300}\}")  # of pandoc, after headings and pictures
_CAPTION: Final = re.compile(r"^: +(?=(?:Tabel|Table|Gambar|Bagan)\b)", re.IGNORECASE)
_SHOWN: Final = "\ue000"  # stands for a letter that a backslash keeps from being a mark
MOST_BYTES: Final = 30_000_000
_MOST_EMBEDDED: Final = 25_000_000


def read(name: str, data: bytes) -> Document:
    """Return the document in a Markdown file; raise `Unreadable` where it holds no text."""
    if len(data) > MOST_BYTES:
        raise Unreadable(f"Naskah “{name}” lebih dari {MOST_BYTES // 1_000_000} MB.", "Keluarkan gambar dari dalamnya.")
    return _Reader(name, split(name, decoded(name, data))).read()


class _Reader:
    def __init__(self, name: str, rows: list[tuple[str, int]]) -> None:
        self._name = name
        self._rows = rows
        self._at = 0
        self._lines: list[Line] = []
        self._pictures: list[Picture] = []
        self._noise: list[Noise] = []
        self._tables = 0
        self._page: int | None = None
        self._fence = ""
        self._bold = False  # a mark of bold was opened and not closed
        self._begins = True  # what comes next begins a paragraph
        self._embedded = 0
        self._unclosed = False  # a table in HTML has no end
        self._raws = [raw for raw, _ in rows]
        self._looked = 0  # up to where no table drawn with lines was found

    def read(self) -> Document:
        while self._at < len(self._rows):
            self._step()
        return Document(self._name, "md", tuple(self._lines), tuple(self._pictures), noise=tuple(self._noise))

    def _step(self) -> None:
        raw = self._rows[self._at][0]
        fence = _FENCE.match(raw)
        if self._fence or fence:
            if fence and not self._fence:
                self._fence = fence[1]
            elif self._fence and raw.strip().startswith(self._fence):
                self._fence = ""
            elif self._fence:
                indent = float(len(raw) - len(raw.lstrip(" ")))
                self._put(Line(self._at + 1, plain(raw), raw, self._on(), indent=indent))
                self._at += 1
                return
            self._put(Line(self._at + 1, "", raw, self._on()))
            self._at += 1
            return
        if "<table" in raw.lower():
            self._html()
            return
        if self._drawn():
            return
        if "|" in raw and self._in_pipes(self._at):
            self._pipes()
            return
        self._text(raw)
        self._at += 1

    def _on(self) -> int:
        return self._page if self._page is not None else self._rows[min(self._at, len(self._rows) - 1)][1]

    def _put(self, line: Line) -> None:
        self._lines.append(line)
        self._begins = not line.text.strip() or bool(line.heading) or line.kind is not Kind.TEXT

    # Text

    def _text(self, raw: str, rest: str | None = None) -> None:
        number, said = self._at + 1, self._commented(raw if rest is None else rest)
        said = _CAPTION.sub("", _ATTRIBUTES.sub("", re.sub(r"^[ \t]{0,3}(?:>[ \t]?){1,20}", "", said)))
        said = said.removesuffix("\\")  # a line that breaks here
        pictures = list(self._found_pictures(said))
        if pictures:
            said = _HTML_PICTURE.sub("", _PICTURE.sub("", said))
        if said.strip() or not pictures:
            self._paragraph(number, raw, said)
        for alt, source in pictures:
            self._put(Line(number, plain(alt), raw, self._on(), Kind.PICTURE, begins=True))
            self._embed(number, alt, source)

    def _paragraph(self, number: int, raw: str, said: str) -> None:
        if not said.strip():
            self._bold = False
            self._put(Line(number, "", raw, self._on()))
            return
        heading = _HEADING.fullmatch(said)
        level = len(heading[1]) if heading else 0
        body = re.sub(r"[ \t]#{1,10}$", "", (heading[2] or "").rstrip()) if heading else said
        if not heading and (_RULE.fullmatch(said) or self._underlines(said)):
            self._put(Line(number, "", raw, self._on()))
            return
        if not level:
            level = self._underlined()
        item = bool(_ITEM.match(body))
        body = re.sub(r"^([ \t]*)[*+](?=[ \t]+\S)", r"\1-", body)
        bold = self._bolds(body)
        centred = bool(re.search(r"<center\b|align\s*=\s*[\"']?center", body, re.IGNORECASE))
        text = words(body)
        indent = float(len(body) - len(body.lstrip(" \t")))
        begins = True if item or level or self._begins else None
        self._put(
            Line(
                number,
                text,
                raw,
                self._on(),
                begins=begins,
                bold=bold,
                centred=centred,
                heading=level,
                indent=indent,
            )
        )

    def _bolds(self, body: str) -> bool:
        """Whether all of a line is bold; a mark that is opened here may be closed lines below."""
        marks = body.count("**")
        open_before = self._bold
        if marks % 2:
            self._bold = not self._bold
        stripped = re.sub(r"^[ \t]*(?:[-+][ \t]+)?", "", body).rstrip(" \t:;.,")
        if open_before:
            return marks == 0 or (marks == 1 and stripped.endswith("**"))
        return stripped.startswith("**") and ((marks == 2 and stripped.endswith("**")) or marks == 1)

    def _underlined(self) -> int:
        """The level of a heading that the line below makes of this one, 0 for none."""
        if self._at + 1 >= len(self._rows) or not self._begins:
            return 0
        below = _UNDERLINE.fullmatch(self._rows[self._at + 1][0])
        return 0 if below is None else 1 if below[1].startswith("=") else 2

    def _underlines(self, said: str) -> bool:
        return bool(_UNDERLINE.fullmatch(said)) and bool(self._lines) and self._lines[-1].heading in (1, 2)

    def _commented(self, raw: str) -> str:
        def noted(found: re.Match[str]) -> str:
            page = _PAGE.search(found[1])
            if page:
                self._page = int(page[1]) or None
            self._noise.append(Noise(self._at + 1, found[1].strip()[:500], "komentar Markdown"))
            return ""

        return _COMMENT.sub(noted, raw) if "<!--" in raw else raw

    def _found_pictures(self, said: str) -> Iterator[tuple[str, str]]:
        for found in _PICTURE.finditer(said):
            yield found[1], found[2]
        for found in _HTML_PICTURE.finditer(said):
            values = {
                key.lower(): unescape(value)
                for key, value in re.findall(r"(alt|src)\s{0,5}=\s{0,5}[\"']([^\"']*)[\"']", found[0], re.IGNORECASE)
            }
            yield values.get("alt", ""), values.get("src", "")

    def _embed(self, number: int, alt: str, source: str) -> None:
        found = re.fullmatch(r"data:(image/[a-z0-9.+-]{1,40});base64,([A-Za-z0-9+/=\s]+)", source)
        if found is None or self._embedded + len(found[2]) > _MOST_EMBEDDED:
            name = source.rpartition("/")[2][:200]
            self._noise.append(Noise(number, name, "gambar di luar berkas ini, jadi tidak ikut terbaca"))
            return
        self._embedded += len(found[2])
        try:
            self._pictures.append(Picture(number, plain(alt) or "gambar", found[1], base64.b64decode(found[2])))
        except (binascii.Error, ValueError):
            self._noise.append(Noise(number, plain(alt), "gambar yang rusak"))

    # Tables

    def _in_pipes(self, at: int) -> bool:
        """Whether a table begins here: a ruler below, or rows between pipes one below the other."""
        raw = self._rows[at][0]
        below = self._rows[at + 1][0] if at + 1 < len(self._rows) else ""
        if "|" in below and _is_ruler(below):
            return True
        return _between_pipes(raw) and (_between_pipes(below) or _is_ruler(raw))

    def _drawn(self) -> bool:
        """Put the rows of a table drawn with lines or dashes that begins here, and tell whether one does."""
        raws, at = self._raws, self._at
        if at < self._looked or not raws[at].strip():
            return False
        length, made = 0, []
        if raws[at].lstrip()[:2] in ("+-", "+="):
            length, sure = framed(raws, at)
            self._looked = at + length
            made = rows_of_framed(raws[at : at + length]) if sure else []
        elif at + 1 < len(raws) and ("--" in raws[at] or "--" in raws[at + 1]):
            length, made = ruled(raws, at)
        if not made:
            return False
        head = next((n for n in range(at, at + length) if "+=" in raws[n]), -1)
        rows = [
            Row(
                [_piece(cell.text, cell.column, cell.columns, cell.rows) for cell in cells],
                header=at + away < head,
            )
            for away, cells in made
        ]
        self._rows_of(rows, [at + away + 1 for away, _ in made])
        self._at = at + length
        return True

    def _pipes(self) -> None:
        rows: list[Row] = []
        numbers: list[int] = []
        ruled = False
        while self._at < len(self._rows) and "|" in self._rows[self._at][0]:
            raw = self._rows[self._at][0]
            if _is_ruler(raw):
                if rows and not ruled and len(rows) == 1:
                    rows[0].header = True
                ruled = True
            else:
                texts = _cells(raw)
                if any(texts):
                    rows.append(Row([_piece(text, n, 1) for n, text in enumerate(texts)]))
                    numbers.append(self._at + 1)
            self._at += 1
        if rows and rows[0].header and is_layout([Row(row.pieces) for row in rows]):
            rows[0].header = False
        self._rows_of(rows, numbers)

    def _html(self) -> None:
        """A table in HTML, with what stands before and after it on its lines."""
        first = self._at
        before, rest = re.split(r"(?i)(?=<table)", self._rows[first][0], maxsplit=1)
        if before.strip():
            self._text(self._rows[first][0], before)
        last, end, after = self._end_of_html(first, rest)
        parts = [rest, *(self._rows[at][0] for at in range(first + 1, last + 1))]
        parts[-1] = parts[-1][:end]
        made = html_table("\n".join(parts))
        self._at = last
        self._html_rows(made, first + 1)
        if after.strip():
            self._text(self._rows[self._at][0], after)
        self._at += 1

    def _end_of_html(self, first: int, rest: str) -> tuple[int, int | None, str]:
        """(last line, where on it the table ends, what follows there); one without an end stops at an empty line."""
        depth, at = 0, first
        while at < len(self._rows):
            raw = rest if at == first else self._rows[at][0]
            if self._unclosed and not raw.strip():
                return at - 1, None, ""
            for tag in re.finditer(r"(?i)<(/?)table\b", raw):
                depth += -1 if tag[1] else 1
                if depth <= 0:
                    end = raw.find(">", tag.end()) + 1 or len(raw)
                    return at, end, raw[end:]
            at += 1
        if self._unclosed:
            return at - 1, None, ""
        self._unclosed = True
        return self._end_of_html(first, rest)

    def _html_rows(self, made: Table, first: int) -> None:
        rows = [
            Row([_piece(cell.text, cell.column, cell.columns, cell.rows) for cell in row.cells], header=row.header)
            for row in made.rows
        ]
        self._rows_of(rows, [first + row.line for row in made.rows])

    def _rows_of(self, rows: list[Row], numbers: list[int]) -> None:
        if not any(piece.text for row in rows for piece in row.pieces):
            return
        if is_layout(rows):
            for row, number in zip(rows, numbers, strict=True):
                for item in as_lines([row]):
                    self._put(self._line(item, number))
            return
        self._tables += 1
        kept = [(row, number) for row, number in zip(rows, numbers, strict=True) if row.pieces]
        items = as_rows([row for row, _ in kept], self._tables)
        for item, (_, number) in zip(items, kept, strict=False):
            self._put(self._line(item, number))

    def _line(self, item: Item, number: int) -> Line:
        raw = self._rows[number - 1][0]
        return Line(
            number, item.text, raw, self._on(), item.kind, item.cells, item.table, begins=True, bold=item.bold
        )  # fmt: skip


def words(raw: str) -> str:
    """The words of a text in Markdown without its marks."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[1])
        return _SHOWN

    text = _ESCAPED.sub(keep, raw.replace(_SHOWN, ""))
    text = _MATH.sub(lambda found: _MATHS[found[1]], text)
    text = re.sub(r"(?i)<br\s{0,3}/?>", " ", _LINK.sub(r"\1", text))
    text = plain(_TAG.sub("", text).replace("`", ""))
    letters = iter(kept)
    text = re.sub(_SHOWN, lambda _: next(letters, ""), text)
    return unescape(text).replace("\u00a0", " ").strip()


def _piece(raw: str, column: int, columns: int, rows: int = 1) -> Piece:
    parts = [part.strip() for part in re.split(r"(?i)<br\s{0,3}/?>|\n", raw)]
    items = []
    for part in parts:
        text = words(re.sub(r"^[*+](?=\s+\S)", "-", part))
        if text:
            bold = part.startswith("**") and part.rstrip(" :").endswith("**") and len(part) > 4
            items.append(Item(text, part, bold=bold))
    return Piece(items, column, columns, bordered=True, rows=rows)


def _is_ruler(raw: str) -> bool:
    """Whether a line only parts the head of a table from its rows."""
    cells = [cell.strip() for cell in raw.strip().strip("|").split("|")]
    return all(_RULED.fullmatch(cell) for cell in cells)


def _between_pipes(raw: str) -> bool:
    said = raw.strip()
    return len(said) > 2 and said.startswith("|") and said.endswith("|") and said.count("|") > 2


def _cells(raw: str) -> list[str]:
    said = raw.strip()
    said = said[1:] if said.startswith("|") else said
    said = said[:-1] if said.endswith("|") and not said.endswith("\\|") else said
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", said)][:200]
