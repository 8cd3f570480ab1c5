"""A PDF to a document: its letters put into rows, paragraphs and tables by where they stand, pictures beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import pypdfium2
from pypdfium2 import raw

from probis.reading.document import MOST_LINES, Cell, Document, Kind, Line, Noise, Picture, Unreadable
from probis.reading.formats._pdf_aligned import began
from probis.reading.formats._pdf_begins import Measure, Set, begins, middled, parted
from probis.reading.formats._pdf_columns import in_columns
from probis.reading.formats._pdf_edges import edges
from probis.reading.formats._pdf_ink import Box, ink
from probis.reading.formats._pdf_page import Figure, Page, Table, take, told
from probis.reading.formats._pdf_rows import Row
from probis.reading.formats._pdf_signed import signed
from probis.reading.progress import tell

MOST_PAGES = 1500
"""Longer files are refused at once: they would take minutes."""
MOST_SIGNS = 12_000_000
"""Signs of the whole file; what lies beyond is refused rather than read for minutes."""
MOST_OBJECTS = 3_000_000
"""Lines, texts and images of the whole file."""
MOST_PICTURES = 200
_MOST_PICTURE_BYTES = 60_000_000


def read(name: str, data: bytes) -> Document:
    """Return the document in a PDF with a text layer; raise `Unreadable` for scans, locked and broken files."""
    document = _opened(name, data)
    try:
        count = len(document)
        if count == 0:
            raise Unreadable(f"Berkas “{name}” tidak berisi halaman.", "Buat ulang PDF-nya dari naskah asalnya.")
        if count > MOST_PAGES:
            raise Unreadable(
                f"Berkas “{name}” berisi {count} halaman; yang dibaca paling banyak {MOST_PAGES}.",
                "Bagi berkasnya, misalnya keputusan dan lampirannya sendiri-sendiri.",
            )
        pages = list(_pages(name, document, count))
    finally:
        document.close()
    _usable(name, pages)
    return _document(name, pages)


def _opened(name: str, data: bytes) -> pypdfium2.PdfDocument:
    if b"%PDF-" not in data[:1024]:
        raise Unreadable(f"Berkas “{name}” bukan PDF.", "Periksa berkasnya, atau simpan ulang sebagai PDF.")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).casefold():
            raise Unreadable(
                f"Berkas “{name}” dikunci dengan kata sandi.", "Buka di pembaca PDF, lalu simpan tanpa kata sandi."
            ) from None
        if getattr(error, "err_code", None) == raw.FPDF_ERR_SECURITY:
            raise Unreadable(
                f"Berkas “{name}” disandikan dengan cara yang tidak dikenal.", "Simpan ulang tanpa penyandian."
            ) from None
        raise Unreadable(
            f"Berkas “{name}” rusak atau terpotong.", "Unduh atau salin lagi, atau buat ulang PDF-nya."
        ) from None


def _pages(name: str, document: pypdfium2.PdfDocument, count: int) -> Iterator[Page]:
    signs = objects = pictures = size = 0
    last: Page | None = None
    for number in range(count):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            yield Page(0, 0, noise=[(0.0, "", f"halaman {number + 1} rusak dan tidak terbaca")])
            continue
        try:
            keep = MOST_PICTURES - pictures if size < _MOST_PICTURE_BYTES else 0
            made = told(ink(page), keep, last.open if last is not None else None)
        except pypdfium2.PdfiumError:
            made = Page(0, 0, noise=[(0.0, "", f"halaman {number + 1} rusak dan tidak terbaca")])
        finally:
            page.close()
        if last is not None and last.open is not None and made.onward is not None and not last.open.sure:
            take(last, began(last.rows, last.open, made.onward))
        last = made
        signs += made.signs
        objects += made.objects
        pictures += sum(bool(figure.data) for figure in made.figures)
        size += sum(len(figure.data) for figure in made.figures)
        if signs > MOST_SIGNS or objects > MOST_OBJECTS:
            raise Unreadable(f"Berkas “{name}” terlalu penuh untuk dibaca sekaligus.", "Bagi berkasnya.")
        tell(number + 1, count)
        yield made


def _usable(name: str, pages: Sequence[Page]) -> None:
    count = len(pages)
    if sum(page.signs for page in pages if not page.broken) > 20:
        return
    broken = sum(page.broken for page in pages)
    if broken:
        raise Unreadable(
            f"Lapisan teks berkas “{name}” ({count} halaman) tidak dapat dipakai: hurufnya tidak dapat dikenali.",
            "Cetak ulang dari naskah asalnya, atau jalankan OCR atas gambar halamannya.",
        )
    if any(page.scan or page.figures for page in pages):
        raise Unreadable(
            f"Berkas “{name}” adalah hasil pindai tanpa lapisan teks ({count} halaman).",
            "Jalankan OCR dahulu, misalnya `ocrmypdf -l ind naskah.pdf hasil.pdf`, lalu baca hasilnya.",
        )
    if sum(page.signs for page in pages) == 0:
        damaged = sum(any("rusak" in what for _, _, what in page.noise) for page in pages)
        why = "halamannya rusak" if damaged == count else "halamannya kosong"
        raise Unreadable(f"Berkas “{name}” tidak berisi teks: {why} ({count} halaman).", "Periksa berkasnya.")


def _document(name: str, pages: Sequence[Page]) -> Document:
    _beside(pages)
    at_edges = edges([page.rows for page in pages], [page.height for page in pages])
    kept: list[list[Row]] = []
    for page, skipped in zip(pages, at_edges, strict=True):
        page.noise += [(page.rows[at].y, page.rows[at].text, what) for at, what in skipped.items()]
        rest = [row for at, row in enumerate(page.rows) if at not in skipped]
        kept.append([part for row in signed(in_columns(rest, page.width)) for part in parted(row)])
    writer = _Writer(name)
    writer.begins(pages, kept)
    for number, (page, rows) in enumerate(zip(pages, kept, strict=True), 1):
        writer.page(number, page, rows)
    if len(writer.lines) > MOST_LINES:
        raise Unreadable(f"Naskah “{name}” lebih dari {MOST_LINES} baris.", "Bagi naskahnya.")
    noise = tuple(sorted(writer.noise, key=lambda each: each.line))
    return Document(name, "pdf", tuple(writer.lines), tuple(writer.pictures), noise=noise)


def _on(row: Row, panel: Box) -> bool:
    """Whether a row stands on a filled ground."""
    return panel.y0 <= row.y - row.size / 2 <= panel.y1 and panel.x0 <= row.words[0].x0 <= panel.x1


def _beside(pages: Sequence[Page]) -> None:
    """Rows in small type that touch a drawing go to it: heads of its columns, its legend; and its notes on a page."""
    sizes = [row.size for page in pages for row in page.rows if not any(_on(row, panel) for panel in page.panels)]
    body = median(sizes) if sizes else 0.0
    for page in pages:
        for panel in page.panels:
            noted = [row for row in page.rows if _on(row, panel)]
            if len(noted) >= 4 and max(row.size for row in noted) < min(8.6, 0.75 * body):
                page.rows = [row for row in page.rows if row not in noted]
                labels = " · ".join(row.text for row in noted)
                page.figures.append(Figure(panel.y0, panel.y1, labels=labels, drawn=True))
        page.figures.sort(key=lambda figure: figure.top)
        for at, figure in enumerate(page.figures):
            if not figure.drawn:
                continue
            top, bottom, taken = figure.top, figure.bottom, []
            for row in sorted(page.rows, key=lambda row: max(figure.top - row.y, row.y - figure.bottom)):
                near = top - row.y < 2.2 * row.size and row.y - row.size - bottom < 2.2 * row.size
                if near and row.size < min(8.6, 0.75 * body):
                    taken.append(row)
                    top, bottom = min(top, row.y - row.size), max(bottom, row.y)
            if taken:
                page.rows = [row for row in page.rows if row not in taken]
                labels = " · ".join(filter(None, [figure.labels, *(row.text for row in taken)]))
                page.figures[at] = replace(figure, top=top, bottom=bottom, labels=labels)


def _measures(pages: Sequence[Page], kept: Sequence[Sequence[Row]]) -> list[Measure]:
    """For each page its pitch and borders; a page with few rows takes the pitch of the others."""
    pitches: list[float | None] = []
    for rows in kept:
        gaps = sorted(
            b.y - a.y
            for a, b in pairwise(rows)
            if 0.9 * b.size < b.y - a.y < 2.4 * b.size and abs(a.size - b.size) < 0.1 * b.size
        )
        pitches.append(gaps[int(len(gaps) * 0.3)] if len(gaps) >= 5 else None)
    common = median([pitch for pitch in pitches if pitch]) if any(pitches) else None
    made = []
    for rows, pitch in zip(kept, pitches, strict=True):
        ends = sorted(row.x1 for row in rows)
        right = ends[int(len(ends) * 0.97)] if ends else 0.0
        size = median(row.size for row in rows) if rows else 12.0
        left = min((row.x0 for row in rows), default=0.0)
        made.append(Measure(pitch or common or 1.25 * size, right, left))
    return [_widened(m, page, made, pages) for m, page in zip(made, pages, strict=True)]


def _widened(mine: Measure, page: Page, all_: Sequence[Measure], pages: Sequence[Page]) -> Measure:
    """The borders of the text on pages of the same size, where a page has only short lines."""
    same = [m for m, other in zip(all_, pages, strict=True) if abs(other.width - page.width) < 3 and m.right]
    if not same:
        return mine
    left, right = median([m.left for m in same]), median([m.right for m in same])
    return Measure(mine.pitch, max(mine.right, right), min(mine.left, left))


class _Writer:
    """Pages to lines, one after the other, the numbers of lines and tables running on."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: list[Line] = []
        self.pictures: list[Picture] = []
        self.noise: list[Noise] = []
        self.tables = 0
        self.open: tuple[Table, list[tuple[str, ...]]] | None = None  # the last table, and the head it began with
        self.between = 9  # lines of text since that table
        self.on = 0  # its page
        self.starts: list[list[bool | None]] = []
        self.sets: list[list[Set]] = []

    def begins(self, pages: Sequence[Page], kept: Sequence[Sequence[Row]]) -> None:
        flat: list[Set] = []
        breaks: set[int] = set()
        measures = _measures(pages, kept)
        for number, (page, rows) in enumerate(zip(pages, kept, strict=True)):
            measure = measures[number]
            tops = sorted([*(table.top for table in page.tables), *(figure.top for figure in page.figures)])
            before = -1.0
            mine = []
            middle = middled(rows, measure.left, measure.right)
            for at, row in enumerate(rows):
                near = max(other.x1 for other in rows[max(0, at - 5) : at + 6])
                mine.append(Set(row, number, measure, middle[at], min(near, measure.right)))
                if any(before < top <= row.y for top in tops):
                    breaks.add(len(flat) + at)
                before = row.y
            flat += mine
            self.sets.append(mine)
        told_ = iter(begins(flat, breaks))
        self.starts = [[next(told_) for _ in mine] for mine in self.sets]

    def page(self, number: int, page: Page, rows: Sequence[Row]) -> None:
        items: list[tuple[float, int, int, Row | Table | Figure]] = []
        items += [(row.y, at, 1, row) for at, row in enumerate(rows)]
        others: list[Table | Figure] = [*page.tables, *page.figures]
        for other in others:
            before = sum(row.y <= other.top + 2 for row in rows)
            items.append((other.top, before - 1 if before else -1, 2, other))
        items.sort(key=lambda item: (item[1], item[2], item[0]))
        for _, at, _, item in items:
            if isinstance(item, Row):
                self.text(number, item, self.sets[number - 1][at], self.starts[number - 1][at])
            elif isinstance(item, Table):
                self.table(number, item)
            else:
                self.figure(number, item)
        for _, text, what in sorted(page.noise):
            self.aside(text, what)
        if page.broken:
            self.aside("", f"huruf halaman {number} tidak dapat dikenali; teksnya tidak dibaca")
        elif page.scan and page.signs <= 40:
            self.aside("", f"halaman {number} adalah gambar pindai tanpa lapisan teks; jalankan OCR dahulu")
        if page.clipped:
            self.aside("", f"halaman {number} terlalu penuh; sebagian tidak dibaca")

    def aside(self, text: str, what: str) -> None:
        self.noise.append(Noise(max(1, len(self.lines)), text, what))

    def text(self, number: int, row: Row, placed: Set, new: bool | None) -> None:
        self.between += 1
        at = len(self.lines) + 1
        indent = round(max(0.0, row.x0 - placed.measure.left), 1)
        line = Line(at, row.text, row.text, number, begins=new, bold=row.bold, centred=placed.centred, indent=indent)
        self.lines.append(line)

    def table(self, number: int, table: Table) -> None:
        rows = list(table.rows)
        texts = [tuple(cell.text for cell in row) for row in rows]
        goes_on = False
        if self.open is not None and self.on == number - 1 and _same(self.open[0], table):
            repeated = texts[0] == self.open[1][0] and sum(map(bool, texts[0])) > 1
            goes_on = self.between == 0 or (repeated and self.between <= 2)
        skipped = 0
        if goes_on and self.open is not None:
            head = self.open[1]
            while skipped < min(len(head), len(rows) - 1) and texts[skipped] == head[skipped] and any(texts[skipped]):
                skipped += 1
            for text in texts[:skipped]:
                self.aside("\t".join(text), "kepala tabel yang berulang di halaman berikut")
            self.mark(skipped)
            self.open = (table, head)
            skipped += self.parted(rows[skipped])
        else:
            self.tables += 1
            self.open = (table, texts[:6])
        heads = 0
        while not goes_on and heads < min(3, len(rows) - 1) and table.bold[heads : heads + 1] == (True,):
            heads += 1
        for at, row in enumerate(rows):
            if at < skipped:
                continue
            cells = tuple(replace(cell, header=at < heads) for cell in row)
            shown = "\t".join(cell.text.replace("\n", " ") for cell in cells)
            line = Line(len(self.lines) + 1, shown, shown, number, Kind.ROW, cells, self.tables, begins=True)
            self.lines.append(line)
        self.between, self.on = 0, number

    def parted(self, row: Sequence[Cell]) -> bool:
        """Join the end of a row that the page parts to it: words in small letters, not in the first cell."""
        last = self.lines[-1]
        above = {cell.column for cell in last.cells if cell.text}
        told_ = [cell for cell in row if cell.text]
        if not told_ or last.table != self.tables or len(told_) == len(row):
            return False
        if any(not cell.text[0].islower() or not cell.column or cell.column not in above for cell in told_):
            return False
        more = {cell.column: " " + cell.text for cell in told_}
        cells = tuple(replace(cell, text=cell.text + more.get(cell.column, "")) for cell in last.cells)
        shown = "\t".join(cell.text.replace("\n", " ") for cell in cells)
        self.lines[-1] = replace(last, text=shown, raw=shown, cells=cells)
        return True

    def mark(self, heads: int) -> None:
        """The rows that come back on the next page are the head of the table."""
        first = next((at for at, line in enumerate(self.lines) if line.table == self.tables), len(self.lines))
        for at in range(first, min(first + heads, len(self.lines))):
            line = self.lines[at]
            self.lines[at] = replace(line, cells=tuple(_headed(cell) for cell in line.cells))

    def figure(self, number: int, figure: Figure) -> None:
        self.between += 3
        at = len(self.lines) + 1
        text = "[bagan]" if figure.drawn else "[gambar]"
        self.lines.append(Line(at, text, "", number, Kind.PICTURE, begins=True))
        if figure.data:
            suffix = figure.media.rpartition("/")[2]
            self.pictures.append(Picture(at, f"halaman-{number}-{at}.{suffix}", figure.media, figure.data))
        elif not figure.drawn:
            self.aside("", "gambar terlalu besar atau rusak; isinya tidak disimpan")
        if figure.labels:
            self.aside(figure.labels, "tulisan pada bagan")


def _headed(cell: Cell) -> Cell:
    return replace(cell, header=True)


def _same(one: Table, other: Table) -> bool:
    """Whether a table stands in the columns of another."""
    if len(one.columns) != len(other.columns):
        return False
    shift = other.columns[0] - one.columns[0]
    return all(abs(a + shift - b) < 4 for a, b in zip(one.columns, other.columns, strict=True))
