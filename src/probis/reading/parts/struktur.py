"""The structure of a body as a tree: units, posts and functional groups, each under the one it belongs to.

Units come as "unit", heads and functional groups as "jabatan struktur"; `nomor` is the label as printed, `induk` the
unit above. A list nests by its labels ("1." over "a."), by indentation where it has none, else by the rank of the
words (Bidang over Seksi). Articles nest by "Sekretariat terdiri atas: …" and "membawahi …".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from probis.model import Kutipan
from probis.reading.annex import titled
from probis.reading.blocks import Block, Label, label_of
from probis.reading.document import Kind
from probis.reading.makna import Makna
from probis.reading.names import folded
from probis.reading.parts._cascade import LONGEST
from probis.reading.parts._quote import quote
from probis.reading.parts._sentences import sentences
from probis.reading.sections import Bagian, Section, is_heading
from probis.reading.units import bare, fits, is_member, is_post, is_role, is_sentence, lead, rank, tidy

_OPENS = re.compile(
    r"(?:(?:susunan|struktur)\s+(?:organisasi|perangkat|unit)|organisasi(?:\s+dan\s+tata\s+kerja|(?:\s+[A-Z]\w+){1,5}\s+(?:terdiri|tersusun))|unit\s+(?:kerja|organisasi))\b",
    re.IGNORECASE,
)
_NEW = re.compile(r"(?:Pasal|BAB|\()", re.IGNORECASE)
_INLINE = re.compile(r"(?:^|(?<=[\s;:]))(\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=[A-Z])")
_COUNT = re.compile(r"\d{1,2}\s*(?:\([a-z ]+\)\s*)?(?=[A-Z])")
"""How many, before the name of the one kind of unit: "1 (satu) Pusat Data"."""
_HEAD = re.compile(r"(?:kepala|sekretaris|direktur|inspektur|ketua|camat|lurah|rektor|dekan)\b", re.IGNORECASE)
"""The post at the top of a structure, with which its list begins."""
_ABOVE = re.compile(r"\batasan\b|\binduk\b|\bdi\s?bawah\b|bertanggung\s?jawab\s+kepada", re.IGNORECASE)
_NAMES = re.compile(r"(?:nama\s+)?(?:jabatan|unit|satuan|bagian|perangkat|organisasi)\b", re.IGNORECASE)
_COLUMN = re.compile(
    r"n[o0]\.?|nomor|kode|(?:nama\s+|sub\s*-?\s*)?(?:unit|jabatan|satuan|bagian|bidang|perangkat|organisasi|eselon|seksi|subbagian)"
    r"(?:\s+(?:kerja|organisasi|eselon|struktural|di\s?bawah\w*|tingkat|level"
    r"|pimpinan\s+tinggi|utama|madya|pratama|administrator|pengawas))*(?:\s*(?:[ivx]{1,3}|\d)(?:\.[a-b])?)?"
    r"|eselon(?:\s+[ivx]+)?|level\s*\d|tingkat\s*(?:\d|[ivx]+)|keterangan|tugas.*|jumlah|uraian.*|pejabat",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:dinas|badan|kementerian|lembaga|kecamatan|kelurahan|desa|kantor|komisi|rumah\s+sakit|rsud|puskesmas|universitas"
    r"|institut|politeknik|fakultas|inspektorat|perumda|perusahaan|satuan\s+polisi|uptd?|balai"
    r"|sekretariat\s+(?:daerah|dprd|dewan|jenderal|utama|komisi))\b",
    re.IGNORECASE,
)
"""A body, whose parts are told first of all: "Dinas terdiri atas"."""
_BETWEEN = re.compile(
    r"(;\s*(?:(?:dan|serta)\s+)?|,\s+(?:(?:dan|serta)\s+)?|\s+(?:dan|serta)\s+(?=[A-Z]))(?![^()]{0,400}\))"
)
"""What parts the units that a sentence tells, or the words of the name of one; not in brackets."""
_MOST_COLUMNS = 40
_LISTED = (Label.NUMBER, Label.LETTER)
_PARTS = (Label.CHAPTER, Label.ARTICLE, Label.DIKTUM)
_PLACES = (
    Bagian.STRUKTUR,
    Bagian.TUGAS_FUNGSI,
    Bagian.BATANG_TUBUH,
    Bagian.LAIN,
    Bagian.DIKTUM,
    Bagian.KEPALA_LAMPIRAN,
)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield the tree in reading order; a second print of the structure is read as its own tree."""
    tree = _Tree()
    for at, section in enumerate(sections):
        if section.bagian in _PLACES:
            before = [each.bagian for each in sections[max(0, at - 2) : at]]
            goes_on = before == [Bagian.STRUKTUR, Bagian.TUGAS_FUNGSI] and titled(section.blocks[0]) is None
            yield from _section(section, tree, goes_on=goes_on)


_Key = tuple[str, float]
"""How an entry is labelled ("1.", "a)", empty for none or a mark), and how far in it stands where it is not."""


class _Tree:
    """What has been read of the tree: the units by name, and the path to the entry read last."""

    def __init__(self) -> None:
        self.named: dict[str, Kutipan] = {}
        self.path: list[tuple[_Key, int, Kutipan]] = []
        self.root: Kutipan | None = None
        self.open = False
        self.told: set[str] = set()  # the folded names in the print that is read
        self.columns: dict[str, int] | None = None
        self.table: int | None = None
        self.indented = False  # whether marks in the section stand further in under others: then places tell, not words
        self.levels = False  # whether the columns of the table are the levels
        self.numbers: dict[tuple[int | None, str], Kutipan] = {}  # the units of tables by the number printed
        self.charted: int | None = None  # the table that draws a chart
        self.heads: dict[int, tuple[tuple[_Key, int, Kutipan], ...]] = {}  # what stands above in each of its columns

    def over(self, column: int, name: str) -> Kutipan | None:
        """Return the last unit above in a column of a chart that a unit can stand under."""
        held = (
            each
            for _, standing, each in reversed(self.heads[column])
            if (standing < rank(name) or each.sebagai == Makna.JABATAN_STRUKTUR) and fits(name, each.teks, told=True)
        )
        return next(held, self.root)

    def close(self, column: float) -> None:
        """Close what stands in a column that is a level and in those after it: a row has no unit there."""
        while self.path and not self.path[-1][0][0] and self.path[-1][0][1] >= column:
            self.path.pop()

    def leave(self, style: str) -> None:
        """Close what stands since the last entry with this style of label; all where there is none."""
        at = next((at for at, (key, _, _) in enumerate(self.path) if key[0] == style), 0)
        del self.path[at:]

    def back_to(self, known: Kutipan) -> bool:
        """Go on under a unit whose numbered heading is still open, where it is; others of its kind may follow."""
        at = next(
            (at for at, each in enumerate(self.path) if each[2] is known and each[0][0][:3] == Label.DECIMAL), None
        )
        if at is not None:
            del self.path[at + 1 :]
        return at is not None

    def start(self, root: Kutipan | None) -> None:
        self.path, self.root, self.open = [], root, True
        if root is None:
            self.told = set()

    def of(self, who: str) -> Kutipan | None:
        """Return the unit of this name, or the one that a post of this name leads."""
        led = re.sub(r"^kepala\s+", "", re.sub(r"^sekretaris\b", "sekretariat", who, flags=re.I), flags=re.I)
        return self.named.get(folded(who)) or self.named.get(folded(led))

    def above(self, key: _Key, name: str, count: int = 0) -> Kutipan | None:
        """Return what an entry with this label and place stands under, and close what it does not.

        The same label goes on with its list, unless the words are of a lower rank where a list begins; words of a
        higher rank go on with the list further up. Where no list goes on, an entry stands under the last one that
        can hold it by its words.
        """
        standing = rank(name)
        if self.levels:
            self.close(key[1])
            return self.path[-1][2] if self.path else self.root
        for depth in reversed(range(len(self.path))):
            other, rank_above, _ = self.path[depth]
            by_words = count == 1 or not (key[0] or self.indented)
            if other != key or (standing > rank_above > 0 and by_words):
                continue
            if 0 < standing < rank_above and any(each[0] == key for each in self.path[:depth]):
                continue
            del self.path[depth:]
            break
        else:
            while self.path and not (key[0] or _deeper(key, standing, self.path[-1])):
                self.path.pop()
        while self.path and not fits(name, self.path[-1][2].teks, told=_told(key, self.path[-1][0])):
            self.path.pop()
        return self.path[-1][2] if self.path else self.root


def _told(key: _Key, above: _Key) -> bool:
    """Whether labels, places or columns say that one entry stands under another, not only the words."""
    return bool(key[0]) or key[1] != above[1]


def _deeper(key: _Key, standing: int, last: tuple[_Key, int, Kutipan]) -> bool:
    other, rank_above, _ = last
    if key[1] != other[1]:
        return key[1] > other[1]
    if other[0]:
        return standing > rank_above or not standing
    return standing > rank_above > 0


def _section(section: Section, tree: _Tree, *, goes_on: bool) -> Iterator[Kutipan]:
    """Yield the units of a section; it `goes_on` with the structure where only tasks stand between it and that."""
    tree.open = (tree.open and section.bagian is Bagian.BATANG_TUBUH) or goes_on
    plain = section.tells is Bagian.STRUKTUR
    if plain and not goes_on:
        tree.start(None)
    blocks = _counted(section.blocks)
    tree.indented = _indented(blocks)
    company = _company(blocks)
    for at, block in enumerate(blocks):
        text = bare(block.text[:LONGEST].strip())
        if block.kind is Kind.ROW:
            if tree.table != block.table:
                tree.table, tree.columns = block.table, _told_above(block)
                tree.levels = _has_levels([each for each in blocks[at:] if each.table == block.table])
                if tree.columns is not None:
                    yield quote(section, block, Makna.JUDUL, nomor="")
                    continue
            if tree.columns is not None:
                yield from _under(section, block, tree, tree.columns)
            elif plain or tree.open:
                yield from _row(section, block, tree)
            continue
        tree.levels = False
        if block.kind is not Kind.TEXT:
            continue
        if section.bagian is Bagian.STRUKTUR and not at and titled(block) is Bagian.STRUKTUR and lead(text) is None:
            yield quote(section, block, Makna.JUDUL)
            continue
        first, *more = sentences(text) if lead(text) is not None else (text,)
        if (plain or tree.open) and (chain := _chain(text)):
            yield from _chained(section, block, chain, tree)
            continue
        if is_role(block.text) and (plain or tree.open):
            tree.leave(_style(block))
            if section.bagian is Bagian.STRUKTUR:
                yield quote(section, block, Makna.JUDUL)
            continue
        told = lead(first)
        told = None if told is not None and is_sentence(told[0]) else told
        ready = plain or tree.open or section.bagian is Bagian.BATANG_TUBUH or _of_units(blocks, at)
        body = block.counts in (None, Label.CLAUSE) and not tree.named and ready
        if told is not None and body and (_BODY.match(told[0]) or _is_whole(told[0], blocks[at + 1 :])):
            tree.start(None)
            yield from _within(section, block, told[1], tree)
        elif (
            told is not None
            and (not is_member(told[0]) or _OPENS.match(told[0]))
            and (_OPENS.search(told[0]) or _heads(blocks, at))
        ):
            tree.start(None)
            if plain:
                yield quote(section, block, Makna.JUDUL)
            yield from _within(section, block, told[1], tree)
        elif told is not None and (is_member(told[0]) or (tree.open and at in company)) and ready:
            yield from _led(section, block, told, tree)
        elif (
            tree.open
            and (at in company or (is_member(text) and not is_sentence(text)))
            and not _again(block, text, tree)
        ):
            yield _entry(section, block, tree)
        elif section.bagian is Bagian.STRUKTUR and (is_heading(block) or _OPENS.match(text)):
            yield quote(section, block, Makna.JUDUL)
        elif tree.open and not plain and not block.label and not _NEW.match(text):
            tree.open = False
        elif section.bagian is Bagian.STRUKTUR:
            yield quote(section, block, Makna.TEKS)
        if tree.open and more:
            yield from _more(section, block, more, tree)


def _is_whole(who: str, after: Sequence[Block]) -> bool:
    """Whether a unit that is named by its kind alone is the body of which all is told: none is told of after it."""
    return len(who.split()) == 1 and rank(who) > 0 and not any(_tells(each) for each in after)


def _tells(block: Block) -> bool:
    """Whether a block names a unit or those under one."""
    text = bare(block.text[:LONGEST].strip())
    told = lead(text)
    return is_member(told[0]) if told is not None else is_member(text) and not is_sentence(text)


def _chain(text: str) -> list[str]:
    """Return the units of a line that goes down from one to the next: "Kepala Dinas > Sekretariat > Subbagian Umum"."""
    parts = [tidy(part) for part in re.split(r"\s*(?:>|→|»|->)\s*", text)] if re.search(r">|→|»", text) else []
    return parts if len(parts) > 1 and all(is_member(part) and not is_sentence(part) for part in parts) else []


def _chained(section: Section, block: Block, chain: Sequence[str], tree: _Tree) -> Iterator[Kutipan]:
    above, taken = tree.root, 0
    for name in chain:
        known = tree.named.get(folded(name))
        if known is None:
            taken += 1
            kind = Makna.JABATAN_STRUKTUR if is_post(name) else Makna.UNIT
            known = quote(section, block, kind, name, nomor="", induk=above, urut=taken)
            tree.named[folded(name)] = known
            yield known
        above = known


def _more(section: Section, block: Block, more: Sequence[str], tree: _Tree) -> Iterator[Kutipan]:
    """What the sentences after the first one say stands under units that are known."""
    taken = sum(each.baris == block.baris for each in tree.named.values())
    for sentence in more:
        told = lead(sentence)
        known = tree.of(told[0]) if told is not None else None
        if told is not None and known is not None:
            made = list(_within(section, block, told[1], tree, known, taken))
            taken += len(made)
            yield from made


def _indented(blocks: Sequence[Block]) -> bool:
    """Whether the units of a list with marks stand in two or more places, some of the first under others."""
    return len({each.indent for each in blocks if each.counts is Label.MARK and is_member(bare(each.text))}) > 1


def _counted(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks; entries without a label are given the numbers that are missing between their neighbours."""
    made = list(blocks)
    last: dict[Label, int] = {}
    bare_: list[int] = []
    for at, block in enumerate(made):
        if block.counts is None and block.kind is Kind.TEXT and is_member(bare(block.text)):
            bare_.append(at)
            continue
        if block.counts in _LISTED and bare_ and last.get(block.counts, 0) + len(bare_) + 1 == block.count:
            for place in bare_:
                count = last[block.counts] = last.get(block.counts, 0) + 1
                mark = str(count) if block.counts is Label.NUMBER else chr(ord("a") + count - 1)
                label = re.sub(r"\w+", mark, block.label)
                made[place] = replace(made[place], label=label, counts=block.counts, count=count)
        if block.counts in _LISTED:
            last[block.counts] = block.count
        else:
            last = {}
        bare_ = []
    return made


def _company(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the entries of lists of which most are units: the others are units too.

    One is enough where the list stands under "Susunan organisasi … terdiri atas:".
    """
    held: set[int] = set()
    run: list[int] = []
    led = False  # whether the run stands under words that tell of a structure
    for at, block in enumerate([*blocks, None]):
        if block is not None and block.kind is Kind.TEXT and block.counts not in _PARTS and _can_be_entry(block):
            run.append(at)
            continue
        known = [blocks[each].counts for each in run if is_member(bare(blocks[each].text))]
        if len(known) > 1 and 2 * len(known) >= len(run):
            held |= {each for each in run if blocks[each].counts in known}
        elif led and known:
            held |= set(run)
        led = block is not None and _OPENS.search(block.text) is not None and lead(block.text) is not None
        run = []
    return frozenset(held)


def _can_be_entry(block: Block) -> bool:
    text = bare(block.text[:LONGEST])
    told = lead(text)
    name = tidy(told[0] if told is not None else text)
    if (not block.label or name.isupper()) and not is_member(name):
        return False
    return name[:1].isupper() and len(name.split()) <= 15 and not is_sentence(name) and not re.search(r"[.;:]\s", name)


def _heads(blocks: Sequence[Block], at: int) -> bool:
    """Whether the list after a block is a structure by itself: it begins with the head, and all are its entries."""
    held = list(takewhile(lambda each: bool(each.label) and each.kind is Kind.TEXT, blocks[at + 1 : at + 4]))
    if len(held) < 2 or is_sentence(blocks[at].text.split(" sebagaimana ")[0]):
        return False
    first = _HEAD.match(held[0].text) is not None
    return first and all(is_member(each.text) and not is_sentence(each.text) for each in held)


def _of_units(blocks: Sequence[Block], at: int) -> bool:
    """Whether the list right after a block is one of units, of which each may say what stands under it."""
    held = list(takewhile(lambda each: bool(each.label) and each.counts not in _PARTS, blocks[at + 1 : at + 4]))
    names = [told[0] if (told := lead(each.text)) is not None else bare(each.text) for each in held]
    return len(names) > 1 and all(is_member(name) and not is_sentence(name) for name in names)


def _again(block: Block, text: str, tree: _Tree) -> bool:
    """Whether a name without a label only heads what is told of a unit that the list has, with labels, before it."""
    return not block.label and bool(tree.path) and bool(tree.path[-1][0][0]) and folded(tidy(text)) in tree.named


def _style(block: Block) -> str:
    """How an entry is labelled, "" where by nothing that counts."""
    if block.counts in (None, Label.MARK):
        return ""
    lettered = block.counts is Label.CLAUSE and re.search(r"[a-z]", block.label) is not None  # "(a)" under "(1)"
    return (Label.LETTER if lettered else block.counts) + re.sub(r"\w+", "", block.label)


def _entry(section: Section, block: Block, tree: _Tree, text: str | None = None) -> Kutipan:
    name = tidy(block.text if text is None else text)
    key = (_style(block), block.indent if block.counts in (None, Label.MARK) else 0.0)
    above = tree.above(key, name, block.count)
    kind = Makna.JABATAN_STRUKTUR if is_post(name) or _HEAD.match(name) else Makna.UNIT
    number = "" if block.counts is Label.MARK else None
    made = quote(section, block, kind, name, nomor=number, induk=above)
    tree.path.append((key, rank(name), made))
    tree.named[folded(name)] = made
    tree.told.add(folded(name))
    return made


def _led(section: Section, block: Block, told: tuple[str, str], tree: _Tree) -> Iterator[Kutipan]:
    """A unit that says what stands under it: it is new in a list, known in an article."""
    who, rest = told
    known = tree.of(who)
    listed = section.bagian is Bagian.STRUKTUR
    unlabelled = not block.label and any(key[0] for key, _, _ in tree.path)
    refers = (
        unlabelled
        or (not block.label and folded(who) in tree.told)
        or re.search(r"sebagaimana\s+dimaksud", block.text) is not None
        or (block.counts is Label.CLAUSE and not any(key[0][:3] == Label.CLAUSE for key, _, _ in tree.path))
    )
    if known is None or (tree.open and listed and not refers):
        known = _entry(section, block, tree, who)
        yield known
        if not listed and block.counts in (None, Label.CLAUSE):
            tree.start(known)
    elif not tree.back_to(known):
        tree.start(known)
    if rest:
        yield from _within(section, block, rest, tree, known)


def _within(
    section: Section, block: Block, text: str, tree: _Tree, above: Kutipan | None = None, taken: int = 0
) -> Iterator[Kutipan]:
    """Units that are told in the sentence itself: "membawahi: a. Seksi X; b. Seksi Y" or "Seksi X dan Seksi Y"."""
    marks = list(_INLINE.finditer(text))
    if marks:
        cuts = [found.start() for found in marks] + [len(text)]
        pieces = [(found.group(1), text[found.end() : end]) for found, end in zip(marks, cuts[1:], strict=True)]
    elif text.rstrip().endswith(":"):
        return  # the list that follows names them
    else:
        pieces = [("", piece) for piece in _joined(_BETWEEN.split(text)) if is_member(piece)]
    for label, piece in pieces:
        held = lead(piece)
        name = tidy(held[0] if held is not None else piece)
        if not is_member(name):
            continue
        kind = Makna.JABATAN_STRUKTUR if is_post(name) else Makna.UNIT
        taken += 1
        made = quote(section, block, kind, name, nomor=label.strip("().:"), induk=above, urut=taken)
        tree.named[folded(name)] = made
        tree.told.add(folded(name))
        yield made
        if held is not None and not any(_INLINE.finditer(held[1])):
            under = list(_within(section, block, held[1], tree, made, taken))
            taken += len(under)
            yield from under


def _joined(parted: Sequence[str]) -> list[str]:
    """Put together what belongs to one name, as printed: "Bagian Umum, Hukum, dan Kepegawaian" is one unit."""
    made: list[str] = []
    for mark, piece in zip(["", *parted[1::2]], map(str.strip, parted[::2]), strict=True):
        counted = _COUNT.match(piece)
        if counted is not None and " " in piece[counted.end() :]:
            piece = piece[counted.end() :]
        if made and piece and ";" not in mark and not is_member(piece):
            made[-1] = f"{made[-1]}{mark}{piece}"
        elif piece:
            made.append(piece)
    return made


def _told_above(block: Block) -> dict[str, int] | None:
    """Return the columns of a table whose head says which column names the unit and which the one above it."""
    columns: dict[str, int] = {}
    for cell in block.cells:
        text = " ".join(cell.text.split())
        if len(text.split()) > 5:
            continue
        if _ABOVE.search(text):
            columns.setdefault("atasan", cell.column)
        elif _NAMES.match(text):
            columns.setdefault("nama", cell.column)
    return columns if len(columns) == 2 else None


def _under(section: Section, block: Block, tree: _Tree, columns: dict[str, int]) -> Iterator[Kutipan]:
    """A row that names a unit and, in a column of its own, the one above it."""
    cells = {cell.column: tidy(" ".join(cell.text.split())) for cell in block.cells}
    name, above = cells.get(columns["nama"], ""), cells.get(columns["atasan"], "")
    if not re.search(r"[^\W\d]{2}", name) or len(name.split()) > 15 or is_sentence(name):
        return
    kind = Makna.JABATAN_STRUKTUR if is_post(name) else Makna.UNIT
    leader = tree.of(above)
    if leader is not None and leader.sebagai == Makna.JABATAN_STRUKTUR and not leader.induk and kind is Makna.UNIT:
        leader = None  # the head of the whole body
    made = quote(section, block, kind, name, nomor="", induk=leader)
    tree.named.setdefault(folded(name), made)
    yield made


def _row(section: Section, block: Block, tree: _Tree) -> Iterator[Kutipan]:
    """A row of a table of units: the columns stand for the levels, or for a chart that is drawn from the top."""
    counts: dict[Makna, int] = {}
    label = ""
    if tree.charted != block.table and _is_chart(block):
        tree.charted, tree.heads = block.table, dict.fromkeys(range(_MOST_COLUMNS), tuple(tree.path[-1:]))
    for cell in () if _heads_table(block) else block.cells:
        for text in _pieces(cell.text):
            number, _, _, rest = label_of(text)
            name = tidy(rest or text)
            if tree.levels and re.fullmatch(r"[-–—]+|nihil", text, re.IGNORECASE):
                tree.close(float(cell.column))
            elif re.fullmatch(r"\(?(?:\d{1,3}|[a-z])(?:\.(?:\d{1,2}|[a-z])){0,3}[.)]?", text):
                label = text.strip("().")
            elif _COLUMN.fullmatch(name) and " " in name:
                continue  # what the column holds: "Unit di bawahnya"
            elif (not cell.header or len(name.split()) > 1) and is_member(name) and not is_sentence(name):
                kind = Makna.JABATAN_STRUKTUR if is_post(name) else Makna.UNIT
                counts[kind] = counts.get(kind, 0) + 1
                urut = 0 if counts[kind] == 1 else counts[kind]
                key = ("", float(cell.column))
                charted = tree.charted == block.table and cell.column in tree.heads
                above = tree.over(cell.column, name) if charted else tree.above(key, name)
                printed = number.strip("().:-•") or label
                above = tree.numbers.get((block.table, printed.rpartition(".")[0]), above)
                made = quote(section, block, kind, name, nomor=printed, induk=above, urut=urut)
                if printed:
                    tree.numbers[block.table, printed] = made
                label = ""
                if charted:
                    tree.heads[cell.column] += ((key, rank(name), made),)
                else:
                    tree.path.append((key, rank(name), made))
                tree.named[folded(name)] = made
                yield made


def _has_levels(rows: Sequence[Block]) -> bool:
    """Whether the columns of a table stand for levels: two rows or more name units, no posts, in several of them.

    Where the first of them has units of the lowest rank among higher ones, it nests by itself.
    """
    held: dict[int, list[str]] = {}
    several = 0
    for row in rows:
        if _heads_table(row):
            continue
        names = {cell.column: tidy(label_of(cell.text)[3]) for cell in row.cells if cell.text.strip()}
        units = {at: name for at, name in names.items() if is_member(name) and not is_post(name)}
        several += len(units) > 1
        for at, name in units.items():
            held.setdefault(at, []).append(name)
    first = {rank(name) for name in held[min(held)]} if held else set()
    return several > 1 and not (3 in first and first & {1, 2})


def _is_chart(block: Block) -> bool:
    """Whether a row sets units of one kind side by side, as a drawn chart does."""
    names = [tidy(cell.text) for cell in block.cells if cell.text.strip()]
    kinds = {(rank(name), name.split()[0].casefold()) for name in names if is_member(name)}
    return len(names) > 1 and len(kinds) == 1 and all(map(is_member, names))


def _heads_table(block: Block) -> bool:
    """Whether a row says what the columns hold: the number of the row, a kind of unit, a level, what else is told."""
    filled = [" ".join(cell.text.split()) for cell in block.cells if cell.text.strip()]
    return len(filled) > 1 and sum(bool(_COLUMN.fullmatch(text)) for text in filled) >= 0.6 * len(filled)


def _pieces(text: str) -> Iterator[str]:
    """Yield what a cell lists: its lines, and units that stand in one line between semicolons."""
    for line in text.split("\n"):
        parts = [part.strip() for part in re.split(r";|,(?:\s+dan)?\s(?=[A-Z])", line) if part.strip()]
        yield from parts if len(parts) > 1 and all(is_member(bare(part)) for part in parts) else [line.strip()]
