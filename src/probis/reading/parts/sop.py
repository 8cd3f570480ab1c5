"""Step tables and step lists of SOPs, with the identity of each SOP.

What is yielded, for whoever makes a lintas fungsi of it:

- "sop": the SOP itself, `teks` its name; all others of the SOP have it, or what follows from it, as `induk`.
- "identitas sop": a field of the identity; `nomor` is the field ("nomor sop", "tanggal pembuatan", "tanggal revisi",
  "tanggal efektif", "disahkan oleh", "nama sop", "kode proses", "dasar hukum", "kualifikasi pelaksana",
  "keterkaitan", "peralatan", "peringatan", "pencatatan"), `teks` its value; a field that lists has one
  quotation an item. "peraturan" hangs under a "dasar hukum".
- "langkah": a step; `nomor` as printed, `teks` its words without the number, in a sentence also without who does it
  and without the condition under which it goes elsewhere, `catatan` "keputusan" where something is decided in it
  (a diamond, a question, a condition).
- under a step: "pelaksana" (`teks` the name in the head of the column or in the cell, `nomor` the mark as printed,
  `catatan` "keputusan" for a diamond, "mulai" or "selesai" for the sign of an end), "kelengkapan", "waktu",
  "keluaran", "keterangan", each as printed in its cell.
- "kembali" under a step: `nomor` is the step it goes back to, as printed; where only somebody is named, `tentang` is
  who and `nomor` their last step before, "" where they have none; `catatan` is when ("berkas tidak lengkap");
  "lanjut" likewise for a jump ahead.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from probis.model import Kutipan
from probis.reading.blocks import Block, Label
from probis.reading.document import Cell, Kind
from probis.reading.makna import Makna
from probis.reading.names import folded
from probis.reading.parts._quote import quote
from probis.reading.parts._regulations import in_province, regulations
from probis.reading.parts._sop_article import procedures
from probis.reading.parts._sop_identity import (
    LISTS,
    Field,
    field_of,
    fields_of_lines,
    fields_of_table,
    is_register,
    parted,
)
from probis.reading.parts._sop_list import Said, lists_of, orders, said
from probis.reading.parts._sop_table import DECISION, Columns, Peran, Step, columns_of, headed, is_head, steps_of
from probis.reading.parts._sop_words import decides, jumps, people
from probis.reading.sections import Bagian, Section, is_heading

_TITLE = re.compile(
    r"(?:standar\s+(?:operasional\s+prosedur|prosedur\s+operasional)|prosedur\s+operasional\s+standar|s[op]{2}\b|(?-i:POS)\b(?=\s*[A-Z]))"
    r"\s*(?:\(?s[op]{2}\)?)?",
    re.IGNORECASE,
)
_DEFINES = re.compile(r"\b(?:adalah|ialah|merupakan|selanjutnya\s+di\w+)\b", re.IGNORECASE)
"""A sentence that says what a SOP is names none."""
_COUNT = re.compile(r"^[-–:.\s]*(?:\d{1,3}|[IVX]{1,5})\s?[.):–-]?\s+(?=[A-Z])")
_CODED = re.compile(
    r"(?=\S*\d)(?P<code>[A-Z]{1,6}[-.]?\d{1,3}(?:[-.]\d{1,3}){0,4}|\d{1,3}(?:\.\d{1,3}){1,4})\.?\s+(?=[A-Z])"
)
"""The code of the process in front of the name of its SOP."""
_STATE = re.compile(r"\s+·\s.*$", re.DOTALL)
"""What a running head says behind the name: the state of the paper, its sheet."""
_SHEET = re.compile(r"\b(?:lembar|halaman)\s+(?:[2-9]|\d\d)\s+dari\s+\d|\(?\blanjutan\)?\s*$", re.IGNORECASE)
"""A running head that goes on with what it names."""
_ONLY_NUMBERED = re.compile(r"(?:AP|(?:ke-?\s*)?(?:\d{1,3}|[IVXLivxl]{1,6}|[A-Z])[.)]?)$")
_PROCESS = re.compile(r"\b(?=\S*\d)[A-Z]{1,6}[-.]?\d{1,3}(?:[-.]\d{1,3}){0,4}\.?\s+(?=[A-Z])")
_ENDS = re.compile(
    r",?\s+(?:(?:adalah\s+)?sebagai\s+berikut|terdiri\s+(?:atas|dari)|meliputi|yaitu)\s*$", re.IGNORECASE
)
_OF_STEPS = re.compile(
    r"(?:uraian|urutan|rincian|langkah(?:-langkah)?|prosedur|tahap(?:an)?|alur|alir|bagan|diagram|tabel|mekanisme|tata|cara"
    r"|kerja|kegiatan|aktivitas|proses|pelaksanaan|sop|dan|sebagai|berikut|ini|lanjutan|\(?lanjutan\)?)[:.]?",
    re.IGNORECASE,
)
"""The words with which a heading only says that steps follow."""
_OF_ANNEX = re.compile(r"(?:lampiran|keputusan|peraturan|nomor|tanggal|tentang)\b", re.IGNORECASE)
_MAPS = re.compile(r"(?:[\w.]{1,5}[.)]\s+)?peta\s+lintas\s*-?\s*fungsi", re.IGNORECASE)
"""The heading of the part on maps, also under a numeral that a scan made illegible: "V1. PETA LINTAS FUNGSI"."""
_MAP = re.compile(r"^[^.;]{0,40}?\b(?:peta|proses\s+bisnis)\s+lintas\s*-?\s*fungsi\b", re.IGNORECASE)
"""The words for the map itself, in front of the name of what it shows."""
_BODY = re.compile(r"(?:sub\s?bag|bagian|bidang|seksi|biro|dinas|badan|direktorat|kementerian|kepala)", re.IGNORECASE)
"""How names of units begin that may themselves hold "dan"."""
_CALLS = re.compile(r"\s+SOP\s+(?=[A-Z\d])(?=\S*\d)\S+\s+[A-Z].*$", re.DOTALL)
"""The other SOP that a step calls, under its name: "Paraf berjenjang SOP BO-14.2 Paraf Koordinasi"."""
_UNDER = {
    Peran.KELENGKAPAN: Makna.KELENGKAPAN,
    Peran.WAKTU: Makna.WAKTU,
    Peran.KELUARAN: Makna.KELUARAN,
    Peran.KETERANGAN: Makna.KETERANGAN,
}
_NAMED_BY = frozenset({"nomor sop", "nama sop"})
_MOST_ROWS = 60  # of an identity
_ARTICLES = (Bagian.BATANG_TUBUH, Bagian.DIKTUM)
_Place = tuple[Section, Block]


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield the SOPs of a document, wherever they stand."""
    pairs = [(section, block) for section in sections for block in section.blocks]
    reading = _Reading(pairs, provinsi=in_province(sections))
    yield from _letterhead(pairs)
    at = 0
    while at < len(pairs):
        section, block = pairs[at]
        if block.kind is Kind.ROW:
            end = _identity_end(pairs, at)
            yield from reading.table(at, end)
        else:
            end = next(
                (
                    each
                    for each in range(at, len(pairs))
                    if pairs[each][0] is not section or pairs[each][1].kind is Kind.ROW
                ),
                len(pairs),
            )
            yield from reading.lines(at, end)
        at = end
    yield from reading.close()


def _letterhead(pairs: Sequence[_Place]) -> Iterator[Kutipan]:
    """Yield the names of the body that stand over the identity with which a document begins."""
    table = next((at for at, (_, block) in enumerate(pairs[:6]) if block.kind is Kind.ROW), 0)
    rows = [block for _, block in pairs[table : _table_end(pairs, table)]] if table else []
    if rows and fields_of_table(rows):
        for section, block in pairs[:table]:
            if section.bagian is not Bagian.KEPALA and block.text.isupper() and not _TITLE.match(block.text):
                yield quote(section, block, Makna.KOP, nomor="")


class _Reading:
    """The SOP that is read: its quotation, its title until it has one, its table's columns, and its steps so far."""

    def __init__(self, pairs: Sequence[_Place], *, provinsi: bool) -> None:
        self._pairs, self._provinsi = pairs, provinsi
        self._sop: Kutipan | None = None
        self._title: _Place | None = None  # a title that is not yet that of a SOP with an identity or steps
        self._identified = False
        self._columns: Columns = {}
        self._last = 0
        self._held: tuple[Section, Step] | None = None  # the last step of a table, which may go on on the next page
        self._alone: set[str] = set()  # the folded names of those who carry out steps of the table alone
        self._end = 0  # where the blocks of the steps read last end
        self._doers: list[tuple[str, tuple[str, ...]]] = []
        self._count: dict[tuple[int, Makna], int] = {}

    # Where a SOP begins ---------------------------------------------------------------------------------------------

    def _begin(self, sop: Kutipan | None) -> None:
        self._sop, self._columns, self._last, self._doers = sop, {}, 0, []
        self._identified = False

    def _let_go(self) -> Iterator[Kutipan]:
        if self._held is not None:
            section, step = self._held
            self._held = None
            yield from self._step(section, _said(step, self._alone))

    def close(self) -> Iterator[Kutipan]:
        """Yield what is held back: the last step of a table, the SOP of a title under which nothing else was read."""
        yield from self._let_go()
        if self._title is not None:
            section, block = self._title
            self._title = None
            if section.bagian is Bagian.SOP and _named(block):
                yield quote(section, block, Makna.SOP, _name(block))
            elif section.bagian is Bagian.SOP:
                yield quote(section, block, Makna.JUDUL)

    def _identity(self, section: Section, fields: Sequence[Field], at: int) -> Iterator[Kutipan]:
        """Take in the fields of an identity: those of a new SOP, unless the one under way has none and no steps."""
        names = {each.name for each in fields}
        own = names & _NAMED_BY
        if own or self._sop is None:
            if self._sop is None or self._last or self._identified or self._title is not None:
                named = next((each for each in fields if each.name == "nama sop" and each.value), None)
                if named is not None:
                    block = replace(named.block, text=named.value, label="")
                    code, words = _code(_name(block))
                    sop: Kutipan | None = quote(section, named.block, Makna.SOP, words, nomor=code)
                    if self._title is not None and not self._title_read():
                        yield quote(*self._title, Makna.JUDUL)
                    self._title = None
                else:
                    named_above = self._title is not None and _named(self._title[1])
                    place = self._title if named_above else self._heading(at) or self._title
                    self._title = None
                    sop = quote(*place, Makna.SOP, _name(place[1])) if place is not None else None
                self._begin(sop)
                if sop is not None:
                    yield sop
            self._identified = self._identified or bool(own)
        yield from _fields(section, [each for each in fields if each.value], self._sop, provinsi=self._provinsi)

    def _title_read(self) -> bool:
        return self._title is not None and self._title[0].bagian is not Bagian.SOP

    def _opened(self, at: int, number: str, told: _Place | None = None) -> Iterator[Kutipan]:
        """See to it that steps which begin with this number, at this place, have their SOP."""
        goes_on = bool(self._last) and number == str(self._last + 1)
        if goes_on or (self._sop is not None and not self._last and self._title is None):
            return
        place = self._title if self._title is not None and _named(self._title[1]) else told or self._heading(at)
        sop = quote(*place, Makna.SOP, _name(place[1])) if place is not None else None
        self._title = None
        self._begin(sop)
        if sop is not None:
            yield sop

    def _heading(self, at: int) -> _Place | None:
        """Return the heading before a place that names what the steps are of, else one that only announces steps."""
        other: _Place | None = None
        for back in range(at - 1, max(self._end - 1, at - 9), -1):
            section, block = self._pairs[back]
            if block.kind is not Kind.TEXT or (
                section.bagian is Bagian.KEPALA_LAMPIRAN and _OF_ANNEX.match(block.text)
            ):
                break
            shown = _TITLE.match(block.text) or is_heading(block) or _stands_out(block)
            if shown and field_of(block.text) is None:
                if _named(block):
                    return section, block
                other = other or (section, block)
        return other

    # Tables ---------------------------------------------------------------------------------------------------------

    def table(self, at: int, end: int) -> Iterator[Kutipan]:
        """Yield what a table says of a SOP: its identity, its steps, or both."""
        section = self._pairs[at][0]
        rows = [each for _, each in self._pairs[at:end]]
        found, head = columns_of(rows)
        if not found and at and self._pairs[at - 1][1].kind is Kind.TEXT:
            rows = headed(self._pairs[at - 1][1], rows) or rows
            found, head = columns_of(rows)
            at -= bool(found)
        above = rows if not found else rows[: max(0, _first_head(rows, head))]
        if fields := fields_of_table(above):
            yield from self._let_go()
            yield from self._identity(section, fields, at)
        if found:
            again = self._heads_again(rows)
            steps = steps_of(rows[again or head :], found)
            goes_on = bool(steps) and (steps[0].number == str(self._last + 1) or bool(again))
            found, head = (self._columns, again) if again else (found, head)
            if not goes_on:
                yield from self._let_go()
            if steps:
                yield from self._opened(at, str(self._last + 1) if goes_on else steps[0].number)
                for row in rows[:head]:
                    yield quote(section, row, Makna.JUDUL, nomor="", catatan="kepala tabel")
            self._columns = found
        elif self._columns and _continues(rows, self._columns, self._last, self._printed()):
            goes_on, head = True, 0
        else:
            yield from self._let_go()
            yield from self._cells(section, rows, at)
            return
        before = self._held[1] if goes_on and self._held is not None else None
        steps = steps_of(rows[head:], self._columns, self._last if goes_on else 0, before)
        self._alone = {folded(step.cells.get(Peran.PELAKSANA, "")) for step in steps} - {""}
        own = self._held[0] if self._held is not None else section
        for step in steps[:-1]:
            yield from self._step(own if step is before else section, _said(step, self._alone))
        self._held = (own if steps and steps[-1] is before else section, steps[-1]) if steps else None
        self._last += len(steps) - (before is not None)
        self._end = end

    def _heads_again(self, rows: Sequence[Block]) -> int:
        """Return how many rows repeat the head of the table before, of which this one is the next page; 0 if none."""
        count = next((at for at, row in enumerate(rows) if not is_head(row, self._columns)), 0) if self._columns else 0
        first = steps_of(rows[count:], self._columns, self._last) if count else []
        if first and _follows(first[0].number, self._printed()):
            return count
        numbered = [each.number for each in first if each.number != str(self._last + 1)]
        return count if first and str(self._last + 1) in [each.number for each in first] and "1" not in numbered else 0

    def _printed(self) -> str:
        """The number of the last step as printed, "" before the first."""
        return self._held[1].number if self._held is not None else self._doers[-1][0] if self._doers else ""

    def _cells(self, section: Section, rows: Sequence[Block], at: int) -> Iterator[Kutipan]:
        """Steps that a cell lists beside the word for them: "Prosedur | 1. Petugas memanggil pasien …"."""
        for row in rows:
            cells = [cell for cell in row.cells if cell.text.strip()]
            if len(cells) != 2 or not orders(cells[0].text) or len(cells[0].text.split()) > 5:
                continue
            steps = [
                each for each in _cell_steps(row, cells[1]) if each.doers or each.words[:2].casefold() in ("me", "be")
            ]
            if len(steps) > 1:
                yield from self._opened(at, steps[0].number)
                for each in steps:
                    yield from self._step(section, each)
                self._last += len(steps)

    # Lines ----------------------------------------------------------------------------------------------------------

    def lines(self, at: int, end: int) -> Iterator[Kutipan]:
        """Yield what lines say of a SOP: a title, fields of an identity, lists of steps."""
        section = self._pairs[at][0]
        blocks = [part for _, block in self._pairs[at:end] for part in parted(block)]
        if len(blocks) > 4 or any(is_heading(block) for block in blocks):
            yield from self._let_go()
        own = section.bagian is Bagian.SOP
        told = dict[int, list[Field]]()
        for place, each in fields_of_lines(blocks):
            told.setdefault(place, []).append(each)
        fields = [each for group in told.values() for each in group]
        names = {each.name for each in fields if each.value}
        goes_on = self._identified and not self._last and bool(names & {*LISTS, "kode proses"})
        fields = fields if own or goes_on or (names >= _NAMED_BY or (len(names) > 2 and names & _NAMED_BY)) else []
        told = told if fields else {}
        first = min(told, default=len(blocks))
        for place, block in enumerate(blocks[:first]):
            if _is_title(block) and (own or _TITLE.match(block.text)):
                if self._title is not None and not _named(block) and _named(self._title[1]):
                    continue
                after = blocks[place + 1] if place + 1 < first else None
                bare = not _named(block) and after is not None and is_heading(after) and not after.label
                yield from self._titled(section, after if bare and after is not None else block)
        if any(is_heading(block) and not orders(block.text) for block in blocks) and not own:
            self._columns = {}
        if fields:
            yield from self._identity(section, fields, self._place(blocks[first], at, end))
            yield from (
                quote(section, each.block, Makna.JUDUL, nomor="", induk=self._sop) for each in fields if not each.value
            )
        maps = Bagian.PETA_LINTAS_FUNGSI in (section.bagian, section.tells) or any(map(_heads_maps, blocks))
        if not (own or maps or self._identified):
            if section.bagian in _ARTICLES:
                yield from self._articles(section, blocks)
            return
        rest = [block for place, block in enumerate(blocks) if place not in told]
        named = section.bagian is Bagian.PETA_LINTAS_FUNGSI and any(
            is_heading(block) and _shows(block) for block in rest
        )
        new = not self._last or (self._title is not None and self._title[0] is section)
        for found in lists_of(rest, open_=new and (own or named), maps=maps):
            start = self._place(found.steps[0].block, at, end)
            yield from self._opened(start, found.steps[0].number, (section, found.title) if found.title else None)
            for head in found.heads:
                if self._sop is None or head.baris != self._sop.baris:
                    yield quote(section, head, Makna.JUDUL, induk=self._sop)
            for each_ in found.steps:
                yield from self._step(section, each_)
            self._last += len(found.steps)
            self._end = self._place(found.steps[-1].block, start, end) + 1

    def _articles(self, section: Section, blocks: Sequence[Block]) -> Iterator[Kutipan]:
        """Yield the procedures that articles tell, each a SOP of its own."""
        for found in procedures(blocks):
            title = found.title
            if title is None:
                continue
            self._begin(quote(section, title, Makna.SOP, title.text, nomor=""))
            if self._sop is not None:
                yield self._sop
            for step in found.steps:
                yield from self._step(section, step)
            self._begin(None)

    def _place(self, block: Block, at: int, end: int) -> int:
        """Return where a block stands, whose label may have been told otherwise."""
        own = block.first, block.within
        return next(
            place for place in range(at, end) if (self._pairs[place][1].first, self._pairs[place][1].within) == own
        )

    def _titled(self, section: Section, block: Block) -> Iterator[Kutipan]:
        """Take in a title; one without a name of its own gives way to one with."""
        name = folded(_code(_name(block))[1]) if _named(block) else ""
        same = self._sop is not None and (not name or folded(self._sop.teks) == name)
        if same and (not self._last or _SHEET.search(block.text)):
            yield quote(section, block, Makna.JUDUL, induk=self._sop)
            return
        yield from self.close()
        self._title = (section, block)

    # Steps ----------------------------------------------------------------------------------------------------------

    def _step(self, section: Section, step: Said) -> Iterator[Kutipan]:
        block = replace(step.block, last=max(step.last, step.block.last))
        note = "keputusan" if step.decided else ""
        langkah = self._quote(
            section, block, Makna.LANGKAH, step.words, nomor=step.number, induk=self._sop, catatan=note
        )
        yield langkah
        for name, mark in step.doers:
            what = "keputusan" if DECISION.search(mark) or re.match(r"(?:ya|tidak)\b", mark, re.I) else ""
            what = what or next((word for word in ("mulai", "selesai") if word in mark.casefold()), "")
            number = re.sub(r"\s+", " ", mark)
            yield self._quote(section, block, Makna.PELAKSANA, name, nomor=number, induk=langkah, catatan=what)
        for where, makna, value in step.values:
            yield self._quote(section, where, makna, value, nomor="", induk=langkah)
        for jump in jumps(step.told, step.number):
            makna = Makna.KEMBALI if jump.back else Makna.LANJUT
            number = jump.number or (self._step_of(jump.whom) if jump.back else "")
            yield self._quote(
                section, block, makna, jump.text, nomor=number, induk=langkah, tentang=jump.whom, catatan=jump.when
            )
        self._doers.append((step.number, tuple(folded(name) for name, _ in step.doers)))

    def _step_of(self, whom: str) -> str:
        """Return the last step before this one of those to whom something is given back, "" where they have none."""
        who = folded(whom)
        return next((number for number, doers in reversed(self._doers) if who and who in doers), "")

    def _quote(self, section: Section, block: Block, makna: Makna, text: str, **told: str | Kutipan | None) -> Kutipan:
        """Return a quotation of a block that several of its kind may be made of."""
        self._count[block.first, makna] = urut = self._count.get((block.first, makna), 0) + 1
        first = urut == 1 and makna not in (Makna.PELAKSANA, Makna.KEMBALI, Makna.LANJUT)
        return quote(section, block, makna, text, urut=0 if first else urut, **told)  # type: ignore[arg-type]


def _said(step: Step, known: Collection[str] = ()) -> Said:
    """Return a row of a table as a step; `known` are those who carry out others of its steps alone."""
    text, note = step.cells.get(Peran.KEGIATAN, ""), step.cells.get(Peran.KETERANGAN, "")
    asked = any(re.fullmatch(r"ya|tidak", cell.text.strip(), re.IGNORECASE) for cell in step.block.cells)
    diamond = any(DECISION.search(mark) for _, mark in step.marks)
    doers = [*step.marks, *((name, "") for name in people(step.cells.get(Peran.PELAKSANA, ""), known))]
    doers += [(name, "") for name in _with(note)] if step.marks else []
    values = [
        (step.block, makna, re.sub(r"\s+", " ", step.cells[peran]))
        for peran, makna in _UNDER.items()
        if step.cells.get(peran)
    ]
    words = re.sub(r"\s+", " ", _CALLS.sub("", text))
    told = ". ".join(each for each in (text, note, _goes_back(step.cells.get(Peran.KEMBALI, ""))) if each)
    return Said(step.block, step.number, words, doers, values, told, diamond or asked or decides(text), step.last)


def _goes_back(cell: str) -> str:
    """Return in words what a column says of the step to which the work goes back: its number, or a sentence."""
    number = re.fullmatch(
        r"(?:(?:ke\s+)?(?:langkah|tahap(?:an)?|kegiatan|no(?:mor)?\.?)\s*)?(?:ke\s*-?\s*)?(\d{1,3})[.)]?",
        cell.strip(),
        re.IGNORECASE,
    )
    return f"Kembali ke langkah {number.group(1)}" if number is not None else cell


def _with(note: str) -> list[str]:
    """Those with whom a step is done, as a remark says: "Bersama Pemerintah Desa, Bagian Hukum, dan Inspektorat."."""
    found = re.search(r"(?:^|[.;]\s+)Bersama\s+([A-Z][^.;:]{2,200})(?=[.;]|$)", re.sub(r"\s+", " ", note))
    made: list[str] = []
    for part in re.split(r",\s*(?:dan\s+)?", found.group(1)) if found is not None else ():
        left, joined, right = part.rpartition(" dan ")
        apart = joined and (_BODY.match(right) or not _BODY.match(left))
        made += [left, right] if apart else [part]
    return [each.strip() for each in made if each.strip()]


def _cell_steps(row: Block, cell: Cell) -> Iterator[Said]:
    for line in re.split(r"\n(?=\s*\(?\d{1,2}[.)])|(?<=[.;])\s+(?=\d{1,2}[.)]\s)", cell.text):
        found = re.match(r"\s*\(?(\d{1,2})[.)]\s*(\S.*)", line, re.DOTALL)
        if found is not None:
            yield said(row, found.group(1), found.group(2))


def _first_head(rows: Sequence[Block], head: int) -> int:
    """Return how many of the rows before the first step stand before the head itself: an identity in the same table."""
    return next((at for at, row in enumerate(rows[:head]) if len(columns_of(rows[at:])[0]) > 2), 0) if head > 2 else 0


def _table_end(pairs: Sequence[_Place], at: int) -> int:
    end, table = at + 1, pairs[at][1].table
    while end < len(pairs) and pairs[end][1].kind is Kind.ROW and pairs[end][1].table == table:
        end += 1
    return end


def _identity_end(pairs: Sequence[_Place], at: int) -> int:
    """Return where a table ends; an identity goes on with what follows it as a table that is none of steps."""
    end = _table_end(pairs, at)
    rows = [block for _, block in pairs[at:end]]
    if columns_of(rows)[0] or is_register(rows) or not any(field_of(cell.text) for row in rows for cell in row.cells):
        return end
    while end < len(pairs) and pairs[end][1].kind is Kind.ROW and end - at < _MOST_ROWS:
        after = _table_end(pairs, end)
        if columns_of([block for _, block in pairs[end:after]])[0]:
            break
        end = after
    return end


def _follows(number: str, before: str) -> bool:
    """Whether a number is that after another, a letter behind either aside: "5a" and "6" after "5"."""
    one, other = (
        re.match(r"(\d{1,3})([a-z]?)$", number.strip(" .")),
        re.match(r"(\d{1,3})([a-z]?)$", before.strip(" .")),
    )
    if one is None or other is None:
        return False
    same = one[1] == other[1] and one[2] > other[2]
    return same or (int(one[1]) == int(other[1]) + 1 and not one[2])


def _continues(rows: Sequence[Block], columns: Columns, last: int, printed: str) -> bool:
    """Whether a table without a head goes on with the steps of the one before: its first number is the next."""
    width = max((cell.column + cell.columns for row in rows for cell in row.cells), default=0)
    steps = steps_of(rows, columns)
    first = steps[0].number if steps else ""
    following = first == str(last + 1) or _follows(first, printed)
    return bool(last) and following and abs(width - max(columns) - 1) <= 1


def _is_title(block: Block) -> bool:
    return (
        block.kind is Kind.TEXT
        and bool(_TITLE.match(block.text))
        and not _DEFINES.search(block.text)
        and field_of(block.text) is None
        and len(block.text) < 200
    )


def _heads_maps(block: Block) -> bool:
    return block.kind is Kind.TEXT and block.text.isupper() and _MAPS.fullmatch(block.text.strip(" :.")) is not None


def _shows(block: Block) -> bool:
    """Whether the heading of a map says what it shows: "Peta Lintas Fungsi PB.02.03 Penerbitan Surat"."""
    return bool(_MAP.sub("", block.text, count=1).strip(" :-–.")) and _named(block)


def _stands_out(block: Block) -> bool:
    """Whether a line is short and no sentence, as what stands over steps: "PK.01.02 Penerbitan Kartu"."""
    text = block.text.rstrip()
    field = re.match(r"[A-Z][a-z]+(?:\s[a-z]+){0,2}\s?:\s", text)
    return text[:1].isupper() and len(text.split()) <= 16 and not text.endswith((".", ";", ":", ",")) and not field


def _of_process(block: Block) -> str:
    """Return the code and the name of the process whose steps a line leads in to, "" where it names none."""
    text = block.text.strip().rstrip(" :")
    found = _PROCESS.search(text) if orders(text) else None
    return _ENDS.sub("", text[found.start() :]) if found is not None and orders(text[: found.start()]) else ""


def _named(block: Block) -> bool:
    """Whether a heading says what the steps are of, not only that there are steps: "Uraian prosedur", "SOP 2"."""
    if _of_process(block):
        return True
    name = _TITLE.sub("", block.text, count=1).strip(" :-–.")
    if block.text.rstrip().endswith(":") and orders(name):
        return False
    own = [word for word in name.split() if not _OF_STEPS.fullmatch(word)]
    return bool(name) and not _ONLY_NUMBERED.match(name) and not (orders(name) and len(own) < 2)


def _code(name: str) -> tuple[str, str]:
    """The code in front of the name of a SOP, "" where there is none, and the name."""
    found = _CODED.match(name)
    return (found.group("code"), name[found.end() :]) if found is not None else ("", name)


def _name(block: Block) -> str:
    if (process := _of_process(block)) and not _TITLE.match(block.text):
        return process
    itself = (
        _TITLE.match(block.text) or _CODED.match(block.text) or block.counts is Label.NUMBER
    )  # the label only counts the headings
    text = _STATE.sub("", block.text if itself else block.printed)
    name = _COUNT.sub("", _TITLE.sub("", text, count=1)).strip(" :-–") if _TITLE.match(text) else text
    own = _MAP.sub("", block.text, count=1).strip(" :-–")
    return own if own and own != block.text else name or text


def _fields(section: Section, fields: Sequence[Field], sop: Kutipan | None, *, provinsi: bool) -> Iterator[Kutipan]:
    count: dict[int, int] = {}
    named = 0
    for each in fields:
        count[each.block.first] = count.get(each.block.first, 0) + 1
        kutipan = quote(
            section,
            each.block,
            Makna.IDENTITAS_SOP,
            each.value,
            nomor=each.name,
            induk=sop,
            urut=count[each.block.first],
        )
        yield kutipan
        if each.name == "dasar hukum":
            block = replace(each.block, text=each.value, label="")
            for regulation in regulations(section, block, whole=True, provinsi=provinsi, induk=kutipan):
                named += 1
                yield regulation.model_copy(update={"id": f"{regulation.id}.{named}"})
