"""Step tables and step lists of SOPs, with the identity of each SOP.

What is yielded, for whoever makes a lintas fungsi of it:

- "sop": the SOP itself, `teks` its name; all others of the SOP have it, or what follows from it, as `induk`.
- "identitas sop": a field of the identity; `nomor` is the field ("nomor sop", "tanggal pembuatan", "tanggal revisi",
  "tanggal efektif", "disahkan oleh", "nama sop", "dasar hukum", "kualifikasi pelaksana", "keterkaitan", "peralatan",
  "peringatan", "pencatatan"), `teks` its value; a field that lists has one quotation an item. "peraturan" hangs under
  a "dasar hukum".
- "langkah": a step; `nomor` as printed, `teks` its words without the number, `catatan` "keputusan" where something is
  decided in it (a diamond, a question, a condition).
- under a step: "pelaksana" (`teks` the name in the head of the column or in the cell, `nomor` the mark as printed,
  `catatan` "keputusan" for a diamond, "mulai" or "selesai" for the sign of an end), "kelengkapan", "waktu",
  "keluaran", "keterangan", each as printed in its cell.
- "kembali" under a step: `nomor` is the step it goes back to, as printed, "" where only somebody is named (then
  `tentang` is who), `catatan` is when ("berkas tidak lengkap"); "lanjut" likewise for a jump ahead.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from probis.model import Kutipan
from probis.reading.blocks import Block, Label
from probis.reading.document import Kind
from probis.reading.makna import Makna
from probis.reading.parts._quote import quote
from probis.reading.parts._regulations import in_province, regulations
from probis.reading.parts._sop_identity import Field, field_of, fields_of_lines, fields_of_table
from probis.reading.parts._sop_table import DECISION, Columns, Peran, Step, columns_of, steps_of
from probis.reading.parts._sop_words import decides, jumps
from probis.reading.sections import Bagian, Section, is_heading

_TITLE = re.compile(
    r"(?:standar\s+operasional\s+prosedur|prosedur\s+operasional\s+standar|sop\b)\s*(?:\(?sop\)?)?", re.I
)
_LISTED = re.compile(
    r"(?:[A-Z]\.)?(?:uraian\s+|alur\s+|langkah\s*-?\s*)?(?:prosedur|langkah|tahapan?|kegiatan|mekanisme"
    r"|alur\s+(?:pelayanan|layanan|kerja|proses)|sistem,\s*mekanisme)\b[^.;]{0,60}:?\s*$",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?P<who>(?!Me(?!nteri)[a-z]{4,}\b)[A-Z][\w./()&-]*(?:\s+(?:[A-Z][\w./()&-]*|dan|atau|pada|di|yang|bidang|bagian)){0,9}?)\s+"
    r"(?:(?:akan|wajib|harus|dapat|segera|kemudian|selanjutnya)\s+)?(?P<verb>me[a-z]{4,}|ber[a-z]{4,}|datang|mulai)\b"
)
_TIME = re.compile(
    r"(?:\(|\bselama\s+|\bdalam\s+(?:waktu\s+)?|\bwaktu\s*:\s*)(?:paling\s+lama\s+|maksimal\s+|[±~]\s*)?"
    r"(?P<time>\d{1,4}(?:[.,]\d{1,2})?(?:\s*[-–]\s*\d{1,4})?\s*(?:\(\w+\)\s*)?(?:menit|jam|hari(?:\s+kerja)?|HK|minggu|bulan|detik))\b",
    re.IGNORECASE,
)
_UNDER = {
    Peran.KELENGKAPAN: Makna.KELENGKAPAN,
    Peran.WAKTU: Makna.WAKTU,
    Peran.KELUARAN: Makna.KELUARAN,
    Peran.KETERANGAN: Makna.KETERANGAN,
}
_LINE = re.compile(
    r"(?P<what>pelaksana|pelaku|penanggung\s*jawab|kelengkapan|persyaratan|input|waktu|durasi|output|keluaran|hasil"
    r"|keterangan|catatan)\s*:\s*(?P<value>\S.*)$",
    re.IGNORECASE,
)
_LINES = (
    (Makna.PELAKSANA, ("pelaksana", "pelaku", "penanggung")),
    (Makna.KELENGKAPAN, ("kelengkapan", "persyaratan", "input")),
    (Makna.WAKTU, ("waktu", "durasi")),
    (Makna.KELUARAN, ("output", "keluaran", "hasil")),
    (Makna.KETERANGAN, ("keterangan", "catatan")),
)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield the SOPs of a document, wherever they stand."""
    provinsi = in_province(sections)
    pairs = [(section, block) for section in sections for block in section.blocks]
    sop: Kutipan | None = None
    columns: Columns = {}
    last, at = 0, 0
    yield from _letterhead(pairs)
    while at < len(pairs):
        section, block = pairs[at]
        if block.kind is Kind.ROW:
            end = _table_end(pairs, at)
            rows = [each for _, each in pairs[at:end]]
            fields = fields_of_table(rows)
            found, head = columns_of(rows)
            if fields and not found:
                sop, made = _identity(section, fields, pairs, at, provinsi=provinsi)
                yield from made
                columns, last = {}, 0
            if found or (columns and _continues(rows, columns, last)):
                if found:
                    own, head_at = _before(pairs, at)
                    if sop is None or last:
                        sop = quote(own[0], own[1], Makna.SOP, _name(own[1])) if own else None
                        if sop is not None and head_at < at:
                            yield sop
                    last = 0 if not columns else last
                    first = steps_of(rows[head:], found)
                    last = 0 if first and first[0].number in ("1", "a") else last
                for row in rows[:head] if found else []:
                    yield quote(section, row, Makna.JUDUL, nomor="", catatan="kepala tabel")
                columns = found or columns
                steps = steps_of(rows[head:] if found else rows, columns, last)
                for step in steps:
                    yield from _step(section, step, sop)
                last = last + len(steps)
            at = end
            continue
        columns = {} if is_heading(block) else columns
        if sop is not None and section.bagian is not Bagian.SOP and pairs[at - 1][1].kind is Kind.ROW:
            yield from _between(section, pairs, at, sop, provinsi=provinsi)
        if section.bagian is Bagian.SOP and block is section.blocks[0]:
            texts = _run(section)
            sop, made = _listed(section, texts, provinsi=provinsi)
            columns, last = {}, 0
            if len(texts) < len(section.blocks) and sop is not None and len(made) == 1 and _is_bare(sop):
                sop = None
            else:
                yield from made
        at += 1


def _letterhead(pairs: Sequence[tuple[Section, Block]]) -> Iterator[Kutipan]:
    """Yield the names of the body that stand over the identity with which a document begins."""
    table = next((at for at, (_, block) in enumerate(pairs[:6]) if block.kind is Kind.ROW), 0)
    rows = [block for _, block in pairs[table : _table_end(pairs, table)]] if table else []
    if rows and fields_of_table(rows):
        for section, block in pairs[:table]:
            if section.bagian is not Bagian.KEPALA and block.text.isupper() and not _TITLE.match(block.text):
                yield quote(section, block, Makna.KOP, nomor="")


def _between(
    section: Section, pairs: Sequence[tuple[Section, Block]], at: int, sop: Kutipan, *, provinsi: bool
) -> Iterator[Kutipan]:
    """Yield the fields that stand as lists between the identity of a SOP and its steps."""
    end = next((n for n in range(at, len(pairs)) if pairs[n][1].kind is not Kind.TEXT), len(pairs))
    fields = [each for _, each in fields_of_lines([block for _, block in pairs[at:end]])]
    yield from _fields(section, [each for each in fields if each.value], sop, provinsi=provinsi)
    yield from (quote(section, each.block, Makna.JUDUL, nomor="", induk=sop) for each in fields if not each.value)


def _table_end(pairs: Sequence[tuple[Section, Block]], at: int) -> int:
    end, table = at + 1, pairs[at][1].table
    while end < len(pairs) and pairs[end][1].kind is Kind.ROW and pairs[end][1].table == table:
        end += 1
    return end


def _continues(rows: Sequence[Block], columns: Columns, last: int) -> bool:
    """Whether a table without a head goes on with the steps of the one before: its first number is the next."""
    width = max((cell.column + cell.columns for row in rows for cell in row.cells), default=0)
    first = next((cell.text.strip(" .") for cell in rows[0].cells if cell.text.strip()), "")
    return bool(last) and first == str(last + 1) and abs(width - max(columns) - 1) <= 1


def _before(pairs: Sequence[tuple[Section, Block]], at: int) -> tuple[tuple[Section, Block] | None, int]:
    """Return the heading that stands right before a table, and where."""
    for back in range(at - 1, max(-1, at - 4), -1):
        section, block = pairs[back]
        if block.kind is Kind.ROW:
            break
        if is_heading(block) or _TITLE.match(block.text):
            return (section, block), back
    return None, at


def _name(block: Block) -> str:
    text = block.printed
    name = _TITLE.sub("", text, count=1).strip(" :-–") if _TITLE.match(text) else text
    return name or text


def _identity(
    section: Section, fields: Sequence[Field], pairs: Sequence[tuple[Section, Block]], at: int, *, provinsi: bool
) -> tuple[Kutipan | None, list[Kutipan]]:
    made: list[Kutipan] = []
    named = next((each for each in fields if each.name == "nama sop" and each.value), None)
    sop: Kutipan | None = None
    if named is not None:
        sop = quote(section, named.block, Makna.SOP, _name(replace(named.block, text=named.value, label="")), nomor="")
    else:
        own, _ = _before(pairs, at)
        sop = quote(own[0], own[1], Makna.SOP, _name(own[1])) if own is not None else None
    if sop is not None:
        made.append(sop)
    made += _fields(section, fields, sop, provinsi=provinsi)
    return sop, made


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


def _step(section: Section, step: Step, sop: Kutipan | None) -> Iterator[Kutipan]:
    text = step.cells.get(Peran.KEGIATAN, "")
    diamond = any(DECISION.search(mark) for _, mark in step.marks)
    note = step.cells.get(Peran.KETERANGAN, "")
    decided = diamond or decides(text) or any(re.fullmatch(r"ya|tidak", mark, re.I) for _, mark in step.marks)
    block = replace(step.block, last=max(step.last, step.block.last))
    langkah = quote(
        section,
        block,
        Makna.LANGKAH,
        re.sub(r"\s+", " ", text),
        nomor=step.number,
        induk=sop,
        catatan="keputusan" if decided else "",
    )
    yield langkah
    yield from _who(section, block, step, langkah)
    for peran, makna in _UNDER.items():
        if step.cells.get(peran):
            value = re.sub(r"\s+", " ", step.cells[peran])
            yield quote(section, block, makna, value, nomor="", induk=langkah)
    yield from _jumps(section, block, f"{text}. {note}" if note else text, langkah)


def _who(section: Section, block: Block, step: Step, langkah: Kutipan) -> Iterator[Kutipan]:
    number = 0
    for name, mark in step.marks:
        number += 1
        what = "keputusan" if DECISION.search(mark) or re.match(r"(?:ya|tidak)\b", mark, re.I) else ""
        what = what or next((word for word in ("mulai", "selesai") if word in mark.casefold()), "")
        yield quote(
            section,
            block,
            Makna.PELAKSANA,
            name,
            nomor=re.sub(r"\s+", " ", mark),
            induk=langkah,
            catatan=what,
            urut=number,
        )
    for name in re.split(r"\s*[;\n]\s*", step.cells.get(Peran.PELAKSANA, "")):
        if name.strip(" -•"):
            number += 1
            yield quote(section, block, Makna.PELAKSANA, name.strip(" -•."), nomor="", induk=langkah, urut=number)


def _jumps(section: Section, block: Block, text: str, langkah: Kutipan) -> Iterator[Kutipan]:
    for number, jump in enumerate(jumps(text, langkah.nomor), 1):
        yield quote(
            section,
            block,
            Makna.KEMBALI if jump.back else Makna.LANJUT,
            jump.text,
            nomor=jump.number,
            induk=langkah,
            tentang=jump.whom,
            catatan=jump.when,
            urut=number,
        )


def _run(section: Section) -> list[Block]:
    """Return the blocks of a section up to its first table."""
    end = next((at for at, block in enumerate(section.blocks) if block.kind is Kind.ROW), len(section.blocks))
    return list(section.blocks[:end])


def _is_bare(sop: Kutipan) -> bool:
    """Whether a SOP in lines is only the words that head a table with its own name."""
    return not _TITLE.sub("", sop.teks, count=1).strip(" :")


def _listed(section: Section, blocks: Sequence[Block], *, provinsi: bool) -> tuple[Kutipan | None, list[Kutipan]]:
    """Return the SOP of a section in lines, with its identity and the steps that it lists."""
    made: list[Kutipan] = []
    told = dict[int, list[Field]]()
    for at, each in fields_of_lines(blocks):
        told.setdefault(at, []).append(each)
    fields = [each for group in told.values() for each in group]
    named = next((each for each in fields if each.name == "nama sop" and each.value), None)
    title = next((block for block in blocks[:3] if _TITLE.match(block.text)), blocks[0] if blocks else None)
    if named is not None:
        sop = quote(section, named.block, Makna.SOP, named.value, nomor="")
    elif title is not None:
        after = next((block for block in blocks[1:3] if not block.label and field_of(block.text) is None), None)
        bare = not _TITLE.sub("", title.text, count=1).strip(" :")
        own = after if bare and after is not None and is_heading(after) else title
        sop = quote(section, own, Makna.SOP, _name(own))
    else:
        return None, []
    made.append(sop)
    made += _fields(section, [each for each in fields if each.value], sop, provinsi=provinsi)
    made += [quote(section, each.block, Makna.JUDUL, nomor="", induk=sop) for each in fields if not each.value]
    rest = [(at, block) for at, block in enumerate(blocks) if at not in told]
    made += _listed_steps(section, [block for _, block in rest], sop)
    return sop, made


def _listed_steps(section: Section, blocks: Sequence[Block], sop: Kutipan) -> Iterator[Kutipan]:
    opened = not any(_LISTED.match(block.text) for block in blocks)
    langkah: Kutipan | None = None
    counts: Label | None = None
    count: dict[tuple[int, Makna], int] = {}
    for block in blocks:
        if _LISTED.match(block.text) and (is_heading(block) or re.match(r"[A-Z]\.\w|.*:\s*$", block.text)):
            opened, langkah, counts = True, None, None
            yield quote(section, block, Makna.JUDUL, induk=sop)
            continue
        line = _LINE.match(block.text)
        if langkah is not None and line is not None:
            what = next(makna for makna, words in _LINES if line.group("what").casefold().startswith(words))
            for value in re.split(r"\s*;\s*", line.group("value").rstrip(" ;.")):
                count[block.first, what] = count.get((block.first, what), 0) + 1
                yield quote(section, block, what, value, nomor="", induk=langkah, urut=count[block.first, what])
            continue
        listed = block.counts in (Label.NUMBER, Label.LETTER, Label.DECIMAL, Label.CLAUSE) and block.text
        if not opened or not listed or (counts is not None and block.counts is not counts):
            continue
        counts = block.counts
        note = "keputusan" if decides(block.text) else ""
        langkah = quote(section, block, Makna.LANGKAH, block.text.rstrip(" ;."), induk=sop, catatan=note)
        yield langkah
        if (who := _WHO.match(block.text)) is not None:
            yield quote(section, block, Makna.PELAKSANA, who.group("who"), nomor="", induk=langkah, urut=1)
        if (time := _TIME.search(block.text)) is not None:
            yield quote(section, block, Makna.WAKTU, time.group("time"), nomor="", induk=langkah)
        yield from _jumps(section, block, block.text, langkah)
