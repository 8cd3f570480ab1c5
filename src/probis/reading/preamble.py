"""Lines of an instrument that a copy tore apart or ran together, to lines that begin and go on as they stood on paper.

A text taken out of a PDF or a web page often holds the head and the preamble with empty lines in the midst of a
paragraph, a label or a colon on a line of its own, or a whole page on one line. Words and numbers of lines stay.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from probis.reading.bagian import Bagian
from probis.reading.blocks import DIKTUM_ALONE, ORDINAL, Label, label_of, width_of
from probis.reading.document import Document, Kind, Line, Noise
from probis.reading.instrument import INSTRUMENT, OFFICE, opening_text

_PREAMBLE = (Bagian.MENIMBANG, Bagian.MENGINGAT, Bagian.MEMPERHATIKAN)
_HEAD_LINES = 120  # an opening further down than this has no head before it
_CRAMMED = 120  # characters below which a line of a crammed text is left as it is
_LAW = r"(?:Undang|Peraturan|Keputusan|Instruksi|Ketetapan|Qanun|Surat\sEdaran)"
_MIDST = re.compile(
    r"(?<=[\s.;,])(?=(?:Menimbang|Mengingat|Memperhatikan)\s*(?::|$)|(?:MEMUTUSKAN|Memutuskan|Menetapkan)\s*:"
    r"|Menimbang\s+Mengingat\b)"
    rf"|(?<=[;.,]\s)(?=Menimbang\s(?:a\s?[.)]\s)?bahwa\b|Mengingat\s(?:1\s?[.)]\s)?(?:{_LAW}|Pasal\s\d))"
)
_CUTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<=[;.])\s+(?=[a-z]\s?[.,)]\s*[Bb]ahwa\b)",
        rf"^\d{{1,3}}\s+(?=\d{{1,2}}[.,]\s?{_LAW})",
        rf"(?<=[;.,)}}\]])\s*(?=\d{{1,2}}\s?[.,)]\s?(?:{_LAW}|Pasal\s\d))",
        r"(?<=[;:])\s*(?=(?:[a-z]|\d{1,2})[.)]\s\S)",
        r"(?<=;\sdan)\s+(?=(?:[a-z]|\d{1,2})[.)]\s\S)",
        r"(?<=/atau)\s+(?=(?:[a-z]|\d{1,2})[.)]\s\S)",
        r"(?<=[.;:])\s*(?=\(\d{1,2}\)\s[A-Z])",
        r"(?<=\.)\s+(?=(?:[a-z]|\d{1,2})\.\s[A-Z])",
        r"(?<=\S)\s+(?=Bagian\s" + ORDINAL + r"\s[A-Z]|Paragraf\s\d{1,2}\s[A-Z])",
        r"(?<=[a-z]\.)(?<!\b[Jj]o\.)\s+(?=Undang-[Uu]ndang\sNomor\s)|(?<=;)\s+(?=bahwa\s)",
        r"(?<=;)\s+(?=Pasal\s\d[^.;:]{0,40}?\sUndang-[Uu]ndang\sDasar\s)",
        r"(?<=[A-Z])\s+(?=(?:GUBERNUR|BUPATI|WALI\s?KOTA|MENTERI|CAMAT|REKTOR|KEPALA)\s[A-Z /]{3,80},?\s+Menimbang\b)",
        r"(?<=;)\s+(?=(?:Undang-[Uu]ndang|Peraturan\s(?:Pemerintah|Presiden|Menteri|Daerah))\s)",
        r"(?<=\d\.\s\d\.)\s(?=[A-Z])",
        r"(?<=[.;)])\s+(?=(?:[a-z]|\d{1,2})[.)]$)",
        r"(?<=[;.,\w])\s+(?=-\s?\d{1,4}\s?-\s)|(?<=\d\s-)\s+(?=\S)|(?<=\d-)\s+(?=\S)",
        r"(?<=\S)\s+(?=BAB\s+[IVXL]{1,5}\s+[A-Z]{3})",
        r"(?<=\S)\s+(?=(?:Ditetapkan|Diundangkan)\sdi\b)",
        r"(?<=\S)\s+(?=(?:DENGAN\sRAHMAT|ATAS\sBERKAT)\b)",
        r"(?<=[A-Z],)\s+(?=(?:a\s?[.)]\s)?bahwa\b)|(?<=Menimbang\sMengingat)\s+(?=[A-Z]{3})",
        r"(?<=[;.,]\sMenimbang)\s(?=(?:a\s?[.)]\s)?bahwa\b)|(?<=[;.]\sMengingat)\s(?=1\s?[.)]\s|Undang|Pasal)",
        r"(?<=;)\s+(?=~\s)|(?<=;\s~)\s+|(?<=[.;)])\s+(?=:\s+1\s?[.)]\s)|^(?:SALINAN|PETIKAN)\s+(?=[A-Z]{4})",
        r"(?<=MAHA\sESA)[\s,.]+(?=[A-Z])",
    )
)
_AFTER_PRAYER = _CUTS[-1]
_HEADED = re.compile(
    r"\W{0,3}(Men(?:im|irn)bang|Mengingat|Memperhatikan|Membaca)\s*[:;.?]?\s+"
    rf"(?=(?:[a-z]|\d{{1,2}})[.)]\s|[Bb]ahwa\b|{_LAW}|Pasal\s\d|[Hh]asil\b)"
)
_ARTICLE = re.compile(
    r"(?:(?<=[.;:)])|(?<!\sdalam)(?<!\spada)(?<!\sdengan)(?<!tuan)(?<!\sdan)(?<!\satau)(?<!\sdari)(?<=\w))\s+"
    rf"(?P<head>Pasal\s\d{{1,3}}[A-Z]?)\s+(?=\(1\)\s|(?!{_LAW})[A-Z])"
)
_FIRST_ARTICLE = re.compile(rf"Pasal\s?\d{{1,3}}[A-Z]?\s+(?=\(1\)|(?!{_LAW})[A-Z][a-z])")
_COPY = re.compile(r"(?:salinan|petikan)\.?$", re.IGNORECASE)
_COVER = 12  # lines within which the head stands again behind its cover
_SETS_ALONE = re.compile(r"(?:menetapkan|memutuskan)\s*:?$", re.IGNORECASE)
_COLUMN = re.compile(r"(?:Menimbang|Mengingat|Memperhatikan)\s*:?(?:\s+(?:Mengingat|Memperhatikan)\s*:?){0,2}$")
_BOTH = re.compile(r"Menimbang\s+Mengingat\s+:\s+\S")
_FIRST_BECAUSE = re.compile(r"(?:[:;]\s*)?(?:a\s?[.)]\s*)?[Bb]ahwa\b")
_NAMES_HEAD = re.compile(
    r"(?:dengan\s+rahmat|atas\s+berkat|(?:keputusan|peraturan|instruksi)\b|nomor\b)", re.IGNORECASE
)
_KIND = re.compile(r"(?:KEPUTUSAN|PERATURAN|INSTRUKSI)$")
_DATED = re.compile(r"(?:Tgl\.?|Tanggal)\s(?:Pembuatan|Revisi|Efektif|Pengesahan)\s*:.{0,30}\b\d{4}\b")
_IDENTITY = re.compile(
    r"(?<=\S)\s+(?=(?:Nomor\sSOP|Nama\sSOP|(?:Tgl\.?|Tanggal)\s(?:Pembuatan|Revisi|Efektif|Pengesahan)|Disahkan\s[Oo]leh)\s*:)"
)
_LAST_ARTICLE = re.compile(r"[.;]\s+(Pasal\s\d{1,3}[A-Z]?)$")
_LAST_LABEL = re.compile(r"[.;)]\s+((?:[a-z]|\d{1,2})[.)])$")
_NEXT = re.compile(r";\s+(?:dan(?:/atau)?\s+|atau\s+)?(?=([a-z]|\d{1,2})[.)]\s+\S)")
_FIRST_ITEM = re.compile(r":\s+(?=(?:a|1)[.)]\s+\S)")
_BODY = re.compile(r"BAB\s[IVXL]{1,6}\s[A-Z]{3,}.{0,300}?\sPasal\s\d{1,3}\s|Pasal\s\d{1,3}[A-Z]?\s\(1\)\s[A-Z]")
_PAGE = re.compile(r"-\s?\d{1,4}\s?-$")
_MARK = re.compile(r"[~:]$")
_COPIED = re.compile(r"(?:SALINAN|PETIKAN)\s+(?=(?:PERATURAN|KEPUTUSAN|GUBERNUR|BUPATI|WALI ?KOTA)\b[^a-z]*$)")
_NEXT_LAW = re.compile(rf"[;)]\s+(?=\d{{1,2}}\s?[.)]\s?(?:Undang\W{{1,3}}[Uu]ndang|{_LAW})\s)")
_PRAYER = re.compile(r"\b(?:dengan\s+rahmat|atas\s+berkat)\b", re.IGNORECASE)
_ABOUT = re.compile(r"tentang\b\s*:?\s*", re.IGNORECASE)
_ENDS_ABOUT = re.compile(r"\bTENTANG\s*:?$")
_COLON = re.compile(r"[-*•]?\s*:\s*(?=\S|$)")
_COLON_ITEM = re.compile(r"[-*•]?\s*:\s*(?=(?:[a-z]|\d{1,2})[.)](?:\s|$))")
_BRACKETED = re.compile(r"\(\d{1,3}\)$")
_ABOUT_NUMBER = re.compile(r"\bNOMOR\b|\bNO\.")
_ENDS_NUMBER = re.compile(r"\bNOMOR\s*:?$")
_NUMBER = re.compile(r"\bNOMOR\s*:?\s*\d.{0,40}")
_NUMBERED = re.compile(r"\W+|TENTANG.*")
_YEAR = re.compile(r"TAHUN\s*:?\s*\d{4}$")
_FIELD = re.compile(r"(?:nomor|tanggal|tentang|lampiran(?:\s+[IVXL]+)?)$", re.IGNORECASE)
_SETS = re.compile(r"menetapkan\s*:\s*\S", re.IGNORECASE)
_OPENS = re.compile(rf"(?:{_LAW}|Pasal\s\d|[Bb]ahwa\b)")
_CITES = re.compile(rf"{_LAW}.{{0,160}}?\b(?:Nomor|No\.)", re.IGNORECASE)
_CITED = re.compile(r"(?<!ayat \(\d)(?<!ayat\(\d)(?<!ayat \(\d\d)\),?$", re.IGNORECASE)
_ABBREVIATED = re.compile(r"\b(?:No|Nomor|Tgl|Thn|Th|Jo|RI|Drs|Dr)\.$", re.IGNORECASE)
_WANTS = re.compile(
    r"(?:[,(-]|\b(?:tentang|nomor|tahun|dan|atas|dengan|dalam|yang|di|untuk|pada|pasal|ayat|huruf|angka|negara|republik"
    r"|undang|peraturan|lembaran|tambahan))\s*:?$",
    re.IGNORECASE,
)
_LEADS_NUMBER = re.compile(r"\b(?:nomor|no\.|tahun|pasal|ayat|huruf|angka|tanggal|dan)\s*:?$", re.IGNORECASE)
_LONE = re.compile(r"(?:[a-z]|\d{1,2})[.)]$")
_LABELS_ONLY = re.compile(r"(?:[a-z]|\d{1,2})[.)](?:\s+(?:[a-z]|\d{1,2})[.)]){1,20}$")
_LOST_LABEL = "huruf atau nomor yang terlepas dari isinya"
_LEAVES = re.compile(r"dengan\s+persetujuan|bab\s|pasal\s*\d+\s*$", re.IGNORECASE)


def mended(document: Document) -> Document:
    """Return the document with such lines told apart or tied together; numbers of pages in them are its noise."""
    found: list[Noise] = []
    lines = _columned(list(_told_apart(_fields(document.lines), found)))
    lines = _tied(_titled(lines, found))
    lines = _dictated(_flowing(lines, found))
    noise = tuple(sorted([*document.noise, *found], key=lambda each: each.line)) if found else document.noise
    return replace(document, lines=tuple(lines), noise=noise)


def _shown(line: Line) -> str:
    return line.text.strip() if line.kind is Kind.TEXT else ""


# Lines that hold more than one paragraph


def _fields(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with a colon that begins a line tied to the word of a head before it: "NOMOR", ": 7 …"."""
    made = list(lines)
    before = ""
    for at, line in enumerate(made):
        text = _shown(line)
        if text.startswith(":") and len(text) > 1 and _FIELD.match(before):
            made[at] = replace(line, begins=False)
        before = text or before
    return made


def _told_apart(lines: Sequence[Line], found: list[Noise]) -> Iterator[Line]:
    """Yield the lines, those that run paragraphs together cut where a part, an article or an item begins."""
    crammed = any(_runs_together(_shown(line)) for line in lines)
    before = ""
    for line in lines:
        text = _shown(line)
        office = _AFTER_PRAYER.search(text) if _PRAYER.match(text) else None
        if crammed and (len(text) >= _CRAMMED or _runs_together(text)):
            cut = [each for passage in _cut(text) for each in _headed(passage)]
        elif len(headed := _headed(text)) > 1:
            cut = [headed[0], *_listed(headed[1], "")]
        elif (copied := _COPIED.match(text)) is not None:
            cut = [text[: copied.end()].strip(), text[copied.end() :]]
        elif office is not None:
            cut = [text[: office.start()], text[office.end() :]]
        elif text.isupper() and (prayer := _PRAYER.search(text)) is not None and prayer.start():
            office = _AFTER_PRAYER.search(text, prayer.start())
            cut = _passages(text, {prayer.start(), office.end() if office is not None else 0})
        else:
            fields = {each.end() for each in _IDENTITY.finditer(text)}
            cut = _passages(text, fields) if fields else _listed(text, before) if text else [text]
        if _DATED.match(before) or _IDENTITY.match(f"x {text}") is not None:
            line = replace(line, begins=True)
        pages = [passage for passage in cut if len(cut) > 1 and (_PAGE.match(passage) or _MARK.match(passage))]
        found += [
            Noise(line.number, passage, "tanda lepas" if _MARK.match(passage) else "nomor halaman") for passage in pages
        ]
        for number, passage in enumerate(passage for passage in cut if passage not in pages):
            yield line if len(cut) == 1 else replace(line, text=passage, begins=True if number else line.begins)
        before = text


def _runs_together(text: str) -> bool:
    least = 8 if OFFICE.match(text) and text[:8].isupper() else 20
    if _BOTH.match(text) or any(found.start() > least for found in _MIDST.finditer(text)):
        return True
    return len(text) > _CRAMMED and _BODY.search(text) is not None


def _headed(text: str) -> list[str]:
    """Return a paragraph with the head of a preamble that stands before its first item cut off."""
    found = _HEADED.match(text)
    return [found[1], text[found.end() :]] if found is not None else [text]


def _cut(text: str) -> list[str]:
    places = {found.end() for pattern in (_MIDST, *_CUTS) for found in pattern.finditer(text)}
    for found in _ARTICLE.finditer(text):
        places |= {found.start("head"), found.end("head")}
    titled = INSTRUMENT.search(text)
    if titled is not None and titled.group().isupper():
        places.add(titled.start())
    return _passages(text, places)


def _listed(text: str, before: str) -> list[str]:
    """Return a line cut before the items that go on with its own list, and where an article begins at either end."""
    places: set[int] = set()
    for last in (_LAST_ARTICLE, _LAST_LABEL):
        if (ending := last.search(text)) is not None:
            places.add(ending.start(1))
    article = _FIRST_ARTICLE.match(text) if not before or before.endswith((".", ";", ":")) else None
    rest = text
    if article is not None:
        places.add(article.end())
        rest = text[article.end() :]
    _, counts, count, _ = label_of(rest)
    first = _FIRST_ITEM.search(text) if counts is Label.CLAUSE or article is not None else None
    if first is not None:
        counts, count = label_of(text[first.end() :])[1:3]
        places.add(first.end())
    begun = len(places)
    if counts in (Label.LETTER, Label.NUMBER):
        for found in _NEXT.finditer(text, first.end() if first is not None else 0):
            mark = found.group(1)
            if counts is not (Label.NUMBER if mark.isdigit() else Label.LETTER):
                continue
            if (int(mark) if mark.isdigit() else ord(mark) - ord("a") + 1) == count + 1:
                places.add(found.end())
                count += 1
    if first is not None and len(places) == begun:
        places.discard(first.end())
    places |= {each.end() for each in _NEXT_LAW.finditer(text)}
    return _passages(text, places)


def _passages(text: str, places: set[int]) -> list[str]:
    ordered = [0, *sorted(place for place in places if place > 0), len(text)]
    passages = [text[begin:end].strip() for begin, end in pairwise(ordered)]
    return [passage for passage in passages if passage] or [text]


# The head: instrument, number, subject, prayer, office


def _columned(lines: list[Line]) -> list[Line]:
    """Return the lines with heads of the preamble that a column set into the head right before the first item."""
    top = lines[:_HEAD_LINES]
    first = next((at for at, line in enumerate(top) if _FIRST_BECAUSE.match(_shown(line))), 0)
    heads = [at for at in range(first) if _COLUMN.match(_shown(lines[at]))]
    if not heads or not any(_NAMES_HEAD.match(_shown(line)) for line in lines[heads[0] : first]):
        return lines
    words = [word for at in heads for word in _shown(lines[at]).replace(":", " ").split()]
    made = [replace(line, text="") if at in heads else line for at, line in enumerate(lines[:first])]
    made += [replace(lines[first], text=word, begins=True) for word in words]
    item = _shown(lines[first]).lstrip(":; ")
    return [*made, replace(lines[first], text=item, begins=True), *lines[first + 1 :]]


def _titled(lines: list[Line], found: list[Noise]) -> list[Line]:
    """Return the lines with those of the head beginning where they should, those of the subject as one paragraph."""
    end = next((at for at, line in enumerate(lines[:_HEAD_LINES]) if opening_text(_shown(line)) in _PREAMBLE), 0)
    office = _office(lines, end)
    told = fresh = named = False
    before = ""
    for at in range(_covered(lines, end, found), end):
        text, last = _shown(lines[at]), before
        before = text or last
        if not text:
            continue
        if (text.isdigit() and _ENDS_NUMBER.search(last)) or (last.isdigit() and _YEAR.match(text)):
            lines[at] = replace(lines[at], begins=False)
            continue
        if _BRACKETED.match(text):
            found.append(Noise(lines[at].number, text, "nomor halaman"))
            lines[at] = replace(lines[at], text="")
            continue
        if at > office:
            lines[at] = replace(lines[at], begins=False)
            continue
        if _COPY.match(text) or _COPY.match(last):
            lines[at] = replace(lines[at], begins=True)
        about = _ABOUT.match(text)
        if _PRAYER.match(text) or at == office:
            lines[at] = replace(lines[at], begins=True)
            told = fresh = named = False
        elif _KIND.match(last) and OFFICE.match(text) and text.isupper():
            lines[at] = replace(lines[at], begins=False)
            named = True
        elif not told and about is None and (INSTRUMENT.match(text) or _KIND.match(text)) and text.isupper():
            lines[at] = replace(lines[at], begins=True)
            told = bool(_ENDS_ABOUT.search(text))
            fresh, named = told, not _ABOUT_NUMBER.search(text)
        elif named and not told and text.isupper() and about is None and not _ABOUT_NUMBER.match(text):
            lines[at] = replace(lines[at], begins=False)
        elif named and _ABOUT_NUMBER.match(text):
            lines[at] = replace(lines[at], begins=True)
            named = False
        elif not told and (about is not None or _ENDS_ABOUT.search(text)):
            told, fresh = True, about is None or about.end() == len(text)
        elif told:
            lines[at] = replace(lines[at], begins=fresh)
            fresh = False
    return lines


def _covered(lines: list[Line], end: int, found: list[Noise]) -> int:
    """Return where the head begins; the cover before it, which names the same instrument, is noise where it stands."""
    named = [at for at in range(end) if INSTRUMENT.match(_shown(lines[at])) and _shown(lines[at]).isupper()]
    if len(named) < 2:
        return 0
    first, again = named[0], named[1]
    held = [at for at in range(again) if _shown(lines[at])]
    both = [_shown(lines[at]).split(" NOMOR")[0] for at in (first, again)]
    places = [at for at in (*held, *range(again, again + 4)) if at < end]
    printed = [_NUMBER.search(_shown(lines[at])) for at in places]
    numbers = {_NUMBERED.sub("", each.group()) for each in printed if each is not None}
    if (
        both[0] != both[1]
        or len(numbers) > 1
        or len(held) > _COVER
        or any(_PRAYER.match(_shown(lines[at])) for at in held)
    ):
        return 0
    begin = max((at for at in held if at > first and OFFICE.match(_shown(lines[at]))), default=again)
    for at in held:
        if at < begin:
            found.append(Noise(lines[at].number, _shown(lines[at]), "halaman judul, terulang pada kepala"))
            lines[at] = replace(lines[at], text="")
    return begin


def _office(lines: Sequence[Line], end: int) -> int:
    """Return where the office that decrees begins, right before the preamble; `end` where none stands there."""
    held = [at for at in range(end) if _shown(lines[at])]
    prayed = [place for place, at in enumerate(held) if _PRAYER.match(_shown(lines[at]))]
    if prayed and 0 < len(held) - 1 - prayed[-1] < 6:
        return held[prayed[-1] + 1]
    at = end - 1
    seen = 0
    while at >= 0 and seen < 5:
        text = _shown(lines[at])
        if text:
            seen += 1
            if _PRAYER.match(text) or _ABOUT.match(text) or not (text.isupper() or seen == 1):
                return end
            if OFFICE.match(text):
                return at
        at -= 1
    return end


# The preamble: considerations and legal bases


def _flowing(lines: Sequence[Line], found: list[Noise]) -> list[Line]:
    """Return the lines with those of the preamble tied to the item they belong to."""
    made: list[Line] = []
    inside, before = False, ""
    page = ""  # a number of a page in brackets, which may stand again before the next words
    run, sets = False, False  # labels without their items go by; what "Menetapkan" sets goes on
    for at, line in enumerate(lines):
        text = _shown(line)
        opened = opening_text(text) if text else None
        if text and (sets := _sets(text, opened, sets)) and opened is None:
            line = replace(line, begins=False)
        if inside and _COPY.match(text):
            found.append(Noise(line.number, text, "tanda salinan"))
            line = replace(line, text="")
        elif inside and (opened in _PREAMBLE or _SETS_ALONE.match(text)) and _interrupts(before, _next(lines, at)):
            found.append(Noise(line.number, text, "judul yang berdiri di tengah isi sebelum bagiannya"))
            line = replace(line, text="")
        elif opened in _PREAMBLE:
            inside, before, run = True, text, False
        elif opened is not None or (text and _leaves(text)):
            inside = False
        elif inside and text:
            colon = _COLON.match(text) if opening_text(before) or not before else _COLON_ITEM.match(text)
            if colon is not None:
                text = text[colon.end() :].strip()
                line = replace(line, text=text)
            if page and text.startswith(f"{page} ") and label_of(text)[1] is None:
                found.append(Noise(line.number, page, "nomor halaman"))
                text = text[len(page) :].strip()
                line = replace(line, text=text)
            page = text.strip("()") if _BRACKETED.match(text) else ""
            lone = _LONE.match(text) is not None
            after = _next(lines, at)
            run = lone and (run or bool(_LONE.match(after) or _LABELS_ONLY.match(after)))
            what = _LOST_LABEL if run else _astray(text, before)
            if what:
                found.append(Noise(line.number, text, what))
                line = replace(line, text="")
            elif text:
                line = replace(line, begins=_begins(line, text, before))
                before = text
        made.append(line)
    return made


def _interrupts(before: str, after: str) -> bool:
    """Whether a head of the preamble stands in the midst of an item: that goes on behind it."""
    if len(before.split()) < 3 or _finished(before, "bahwa") or not after or after[0] == ":" or _LONE.match(after):
        return False
    headed = opening_text(after) is not None or _SETS_ALONE.match(after) is not None  # another head goes on, no item
    return label_of(after)[1] is None and _OPENS.match(after) is None and not headed


def _next(lines: Sequence[Line], at: int) -> str:
    return next((shown for each in lines[at + 1 : at + 6] if (shown := _shown(each))), "")


def _sets(text: str, opened: Bagian | None, before: bool) -> bool:
    """Whether a line is what "Menetapkan" sets, in capitals over several lines."""
    if opened is not None or not text.isupper() or label_of(text)[1] is not None:
        return _SETS.match(text) is not None and not text.endswith(".")
    return before and not _LEAVES.match(text)


def _astray(text: str, before: str) -> str:
    """Return what a line of the preamble is that belongs to no item, "" where it belongs to one."""
    if text.isdigit() and len(text) < 4 and not _LEADS_NUMBER.search(before) and before[-1:] not in (",", "/"):
        return "nomor halaman"
    if _BRACKETED.match(text):
        return "nomor halaman"
    if len(text) == 2 and text.isalpha() and text.islower() and text not in ("di", "ke"):
        return "huruf lepas"
    return _LOST_LABEL if _LABELS_ONLY.match(text) else ""


def _leaves(text: str) -> bool:
    if label_of(text)[1] is not None and not _LEAVES.match(text):
        return False
    return bool(_LEAVES.match(text)) or (text.isupper() and len(text.split()) > 1)


def _begins(line: Line, text: str, before: str) -> bool | None:
    """Whether a line of the preamble begins an item, by its label and by whether the line before it is finished."""
    label, counts, _, _ = label_of(text)
    lone = _LONE.match(text) is not None
    if lone or (counts is not None and label and not _LEADS_NUMBER.search(before)):
        return True if lone else line.begins
    if _finished(before, text):
        return line.begins if line.begins is not None else True
    return bool(line.begins and _OPENS.match(text) and not _WANTS.search(before))


def _finished(before: str, text: str) -> bool:
    if opening_text(before) is not None and len(before) < 24 and not re.search(r"\w\s*:\s*\S", before):
        return True
    _, counts, _, rest = label_of(before)
    if _LONE.match(before) or (counts is not None and not rest):
        return False
    small = text[:1].islower() and not text.startswith("bahwa")
    if re.search(r"\b(?:nomor|no\.?|tahun|tanggal)\s*:$", before, re.IGNORECASE):
        return False
    if before.endswith((";", ":")) or re.search(r";\s*dan$", before):
        return not small
    if before.endswith(".") and not _ABBREVIATED.search(before):
        return bool(_OPENS.match(text))
    return _CITED.search(before) is not None and bool(_CITES.match(text))


# The dicta


def _dictated(lines: list[Line]) -> list[Line]:
    """Return the lines with the words of a dictum tied to its name, which stands on a line of its own above them."""
    alone = [at for at, line in enumerate(lines) if DIKTUM_ALONE.fullmatch(_shown(line)[:20])]
    first = next((at for at in alone if label_of(_shown(lines[at]).upper())[2] == 1), len(lines))
    if len(alone) < 2 or not any(_SETS_ALONE.match(_shown(line)) for line in lines[max(0, first - 8) : first]):
        return lines
    for at in alone:
        if at < first:
            continue
        lines[at] = replace(lines[at], text=_shown(lines[at]).rstrip(" :").upper(), begins=True)
        after = next((each for each in range(at + 1, min(at + 4, len(lines))) if _shown(lines[each])), None)
        if after is not None and label_of(words := _shown(lines[after]).lstrip(": "))[1] is None:
            lines[after] = replace(lines[after], text=words, begins=False)
    return lines


# Paragraphs that an end of page or a line left empty cuts in two


def _tied(lines: list[Line]) -> list[Line]:
    """Return the lines with those that surely go on across empty lines told so."""
    width = width_of(lines)
    spaced = _double_spaced(lines)
    before, gap = "", False
    for at, line in enumerate(lines):
        text = _shown(line)
        if line.kind is not Kind.TEXT:
            before, gap = "", False
        elif not text:
            gap = True
        else:
            if gap and before and line.begins is None and _goes_on(before, text, width, spaced):
                lines[at] = replace(line, begins=False)
            before, gap = text, False
    return lines


def _goes_on(before: str, text: str, width: int, spaced: int) -> bool:
    if label_of(text)[1] is not None or before.rstrip("”\"')").endswith((".", ";", ":", "!", "?")):
        return False
    if before.isupper() or text.isupper() or (label_of(before)[1] is not None and not label_of(before)[3]):
        return False
    if spaced and len(before) >= 0.8 * spaced:
        return True
    if label_of(before)[1] is not None and text.endswith(":") and len(before) + text.find(" ") < width:
        return False  # it leads in to a list of its own, and its first word had room in the line before
    return bool(width) and text[:1].islower() and len(before) >= 0.75 * width


def _double_spaced(lines: Sequence[Line]) -> int:
    """Return how long the lines of a text are that has an empty line after each line, 0 for every other text."""
    shown = [(at, _shown(line)) for at, line in enumerate(lines) if _shown(line)]
    pairs = list(pairwise(shown))
    torn = [one for (_, one), (_, two) in pairs if two[:1].islower() and one[-1:] not in ".;:,"]
    close = sum(two - one == 1 for (one, _), (two, _) in pairs)
    if len(torn) < 3 or len(torn) < 0.1 * len(pairs) or close > 0.1 * len(pairs):
        return 0
    lengths = sorted(len(text) for _, text in shown)
    return lengths[int(0.9 * (len(lengths) - 1))]
