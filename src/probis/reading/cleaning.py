"""A document with its noise told apart: page numbers, broken marks, stray letters, running heads, pages that repeat.

What is noise is reported with its line and words, and taken out of the text that is read; lines keep their numbers.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from probis.reading.blocks import label_of
from probis.reading.document import Document, Kind, Line, Noise
from probis.reading.instrument import OFFICE, opening_text

_PAGE = re.compile(
    r"(?:[-–—~]\s*(?P<a>\d{1,4}|[ivxl]{1,6})\s*[-–—~]|\|?\s*(?:halaman|hal|hlm|page|pg)\b\.?\s*:?\s*(?P<b>\d{1,4})"
    r"(?:\s*(?:dari|of|/)\s*\d{1,4})?\s*\|?|(?P<c>\d{1,3})\s+(?:dari|of)\s+\d{1,3}|(?P<d>\d{1,3}))$",
    re.IGNORECASE,
)
_BOLD = re.compile(r"\*\*+|__+(?=\S)|(?<=\S)__+")
_MARKED = re.compile(
    r"^[-–*•]\s+(?=(?:menimbang|mengingat|memperhatikan|memutuskan|menetapkan|tembusan)\b)", re.IGNORECASE
)
_RULE = re.compile(r"(?:[-_=~.*·…]\s?){4,}$")
_TOOL = re.compile(
    r"(?:(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+){0,4}\.(?:go|or|ac|co)\.id(?:/\S*)?"
    r"|(?:\d{1,4}\s*)?©.{0,60}"
    r"|(?:PDF created with|Dipindai dengan|Scanned (?:by|with)|Created with|Dibuat dengan)\b.{0,120})$",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"\bMenimbang\b|\bbahwa\b")
_LETTERHEAD = 8  # lines of text at the top, which may hold the address of the body itself
_LONE = re.compile(r"[^\W\d_IVXivx]$|[.,;:'_]$|[~^`´|\\/<>«»°¬¦†‡§¶]{1,2}$")
_AFTER = re.compile(r"(?<=[;.])\s+([b-z~^`|])$")
_BEFORE = re.compile(r"^([a-z~^`|])\s+(?=[A-Z]{3,}[A-Z.,]*(?:\s+[A-Z][A-Z.,]*)+$)")
_SWAPPED = re.compile(
    r"(?i:\b(?:tahun|nomor|no\.|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)"
    r"\s*:?\s*)(?P<word>(?=[\dOolI]*[OolI])(?=[\dOolI]*\d)[\dOolI]{2,5})(?![\w/-]|\.\w)"
)
_CAPITALS = re.compile(
    r"(?<![\w./-])(?=[A-Z0l]*[A-Z])(?=[A-Z]*[l0][A-Z0l]*(?![\w/]))[A-Z0l]{4,}(?![\w/])|(?<![\w./-])[A-Z]{2,}1[A-Z]{2,}(?![\w./-])"
)
_INNER = re.compile(
    r"(?<![\w./-])(?=[A-Z]?[a-z]+I)(?=[A-Za-z]{4,})[A-Za-z][a-z]+(?:I[a-z]*)+(?![\w/])|(?<![\w./-])[a-z]I[a-z]{2,}(?![\w/])"
)
"""A word in small letters with a capital I within: "tanggaI", "daIam"."""
_CHAPTER = re.compile(r"^(?P<word>(?=[Il]*l)[Il]{2,3})(?=\.\s+[A-Z0]{3,}\b)")
"""A Roman number before a heading in capitals: "ll. DAFTAR PROSES"."""
_RN = re.compile(r"[A-Za-z]*rn[A-Za-z]*")
_STANDARD = re.compile(
    r"menimbang|memutuskan|memperhatikan|lampiran|tembusan|nomor|dalam|pemerintah(?:an)?|umum|lembaran|menjamin|memimpin"
    r"|pembangunan|mempunyai|komunikasi|administrasi|manajemen|sistem|teknis|kementerian|kecamatan|pemberdayaan|masyarakat"
    r"|kemudian|tambahan|pembentukan|pembinaan|pengembangan|membantu|merupakan|sebagaimana|dimaksud|organisasi|reformasi"
    r"|informasi|timur|kelompok|ekonomi|menteri|september|november|desember|indikator|bisnis|fungsi|ditetapkan|misi|visi|bagian|bidang|seksi|dinas|wali",
    re.IGNORECASE,
)
"""Words of decrees with an m or an i, which a scan may hold only as "rn" or "l"."""
_THIN = re.compile(r"(?<![\w./-])(?:dl|(?=[A-Za-z]?[a-z01]*[l01])[A-Za-z][a-z01]{2,30}[a-z])(?![\w/-])")
"""A word with an l, or a figure among its letters."""
_NO_START = re.compile(r"l[bcdfghjkmnpqrstvwxz]")
_MISREAD, _SCANNED = "terbaca", 3
"""What noise says of letters that a scan read wrong, and how many of them make a document a scan."""
_SPREAD = re.compile(r"(?:[A-Z]\s{1,6}){3,40}[A-Z](?:\s?:)?")
_SPREAD_WORD = re.compile(r"TENTANG|KEPUTUSAN|PERATURAN|SALINAN|LAMPIRAN|PENJELASAN|GUBERNUR|BUPATI|CAMAT|LURAH")
_LED = re.compile(r"\s*(?P<word>[^\W\d_]{7,14})\s*:")
_LEADING = ("Menimbang", "Mengingat", "Memperhatikan", "Memutuskan", "Menetapkan")
_NEAR_WORD = 80  # of 100: one or two letters of nine
_FAR = 40  # signs from the edge, where a letter alone is no label
_SPLIT = re.compile(r"(?<![\w-])([A-Za-z]{2,12}) ([a-z]{3,20})(?![\w-])")
_GLUED = re.compile(
    r"(?<=[a-z]{3})(?=(?:dipimpin\s+oleh|(?:mempunyai|menyelenggarakan)\s+(?:tugas|fungsi)|sebagaimana\s+dimaksud)\b)"
)
_PREFIXES = frozenset(
    ["ke", "pe", "pem", "pen", "peng", "per", "ter", "ber", "me", "mem", "men", "meng", "meny", "peny", "se", "an"]
)
_KEPT = re.compile(
    r"(?:peta|lampiran|standar\s+operasional|penjelasan|visi|misi|tujuan|sasaran|bab|pasal|sop|proses|daftar|struktur)\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?:\b(?:dan|atau|serta|dengan|yang|untuk|dari|di|ke|pada|dalam|oleh|atas|tentang|nomor|tahun|bahwa|sebagai|antara"
    r"|terhadap|bagi|menjadi|adalah)|,)$|\b(?:nomor|lembaran|undang-undang|peraturan)\b[^.;:]*\b(?:tahun|tentang)\b[^.;:)]*$",
    re.IGNORECASE,
)
"""A word with which no sentence ends, or the title of a regulation that no mark has ended."""
_OWN = re.compile(r"dasar\s+hukum|kualifikasi\s+pelaksana|peralatan|keterkaitan|pencatatan", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\.{4}|…{2}|(?:\s\.){3})\s{0,3}(?P<page>\d{1,3})$")
_ENTRIES = 4  # lines with leaders that make a table of contents
_REPEATED_LINES, _REPEATED_SIGNS = 8, 600


def cleaned(document: Document) -> Document:
    """Return the document without what is noise, and with that in `noise`, in the order of the lines."""
    found: list[Noise] = []
    lines = list(document.lines)
    for step in (
        _marks,
        _rules,
        _contents,
        _pages,
        _marked,
        _catchwords,
        _heads,
        _repeated,
        _stray,
        _swapped,
        _melted,
        _confused,
        _keywords,
        _parted,
        _glued,
    ):
        for at, text, noise in list(step(lines)):
            lines[at] = replace(lines[at], text=text)
            found.append(noise)
    if sum(_MISREAD in noise.what for noise in found) >= _SCANNED:
        for at, text, noise in list(_thinned(lines)):
            lines[at] = replace(lines[at], text=text)
            found.append(noise)
    for at, row, noise in list(_headings_in_rows(lines)):
        lines[at] = row
        found.append(noise)
    lines = [replace(line, text=_closed_up(line)) if _SPREAD.fullmatch(line.text.strip()) else line for line in lines]
    for at in list(_over_pages(lines, {noise.line for noise in found if noise.what.startswith("nomor halaman")})):
        lines[at] = replace(lines[at], begins=False)
    ordered = sorted([*document.noise, *found], key=lambda noise: noise.line)
    return replace(document, lines=tuple(lines), noise=tuple(ordered))


_Change = tuple[int, str, Noise]


def _noise(line: Line, what: str, text: str | None = None) -> Noise:
    return Noise(line.number, (text if text is not None else line.text).strip() or line.raw.strip(), what)


def _texts(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    return ((at, line) for at, line in enumerate(lines) if line.kind is Kind.TEXT and line.text.strip())


def _marks(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find marks of bold that nothing opens or nothing closes within their paragraph."""
    opened: int | None = None
    broken: dict[int, list[str]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.kind is not Kind.TEXT or not line.text.strip():
            if opened is not None:
                broken[opened].append("tidak ditutup")
            opened = None
            continue
        for mark in _BOLD.finditer(line.raw):
            if opened is not None:
                opened = None
            elif mark.end() < len(line.raw) and not line.raw[mark.end()].isspace() and not _closes(line.raw, mark):
                opened = at
            else:
                broken[at].append("tidak dibuka")
    if opened is not None:
        broken[opened].append("tidak ditutup")
    for at, ways in broken.items():
        line = lines[at]
        text = _MARKED.sub("", line.text)
        what = " dan ".join(dict.fromkeys(f"tanda tebal yang {way}" for way in ways))
        listed = "; tanda daftar di depan judul bagian" if text != line.text else ""
        yield at, text, Noise(line.number, line.raw.strip()[:120], what + listed)


def _closes(raw: str, mark: re.Match[str]) -> bool:
    return mark.start() > 0 and not raw[mark.start() - 1].isspace() and raw[mark.start() - 1] not in "(“\"'-"


def _rules(lines: Sequence[Line]) -> Iterator[_Change]:
    for at, line in _texts(lines):
        if _RULE.match(line.text.strip()):
            yield at, "", _noise(line, "garis pemisah")


def _contents(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find tables of contents: lines in a row, a long one on two or three, that dots lead to pages that rise."""
    texts = list(_texts(lines))
    runs: list[list[tuple[int, int]]] = [[]]
    for place, (_, line) in enumerate(texts):
        found = _LEADERS.search(line.text.rstrip()[-14:])
        if found is None:
            continue
        page, run = int(found.group("page")), runs[-1]
        if run and (place - run[-1][0] > 3 or page < run[-1][1]):
            runs.append([])
        runs[-1].append((place, page))
    for run in runs:
        if len(run) >= _ENTRIES:
            for at, line in texts[run[0][0] : run[-1][0] + 1]:
                yield at, "", _noise(line, "baris daftar isi")


def _pages(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find numbers of pages alone on a line, and say where one is smaller than the one before it."""
    numbered = [(at, line, _PAGE.match(line.text.strip())) for at, line in _texts(lines)]
    bare = frozenset(at for at, _, match in numbered if match is not None and match.group("d"))
    last = 0
    for at, line, match in numbered:
        if match is None or (match.group("d") and not _stands_alone(lines, at, bare)):
            continue
        digits = match.group("a") or match.group("b") or match.group("c") or match.group("d")
        number = int(digits) if digits.isdigit() else 0
        turned = f"; sesudah halaman {last}, urutan halaman mungkin tertukar" if 0 < number < last else ""
        last = number or last
        yield at, "", _noise(line, f"nomor halaman{turned}")


def _over_pages(lines: Sequence[Line], pages: Collection[int]) -> Iterator[int]:
    """Yield where a sentence goes on that the end of a page, told by its number, had cut."""
    for at, line in enumerate(lines):
        if line.number not in pages or line.text.strip():
            continue
        before, after = _near(lines, at, -1), _near(lines, at, 1)
        if before is None or after is None or before.kind is not Kind.TEXT or after.kind is not Kind.TEXT:
            continue
        if after.begins is None and _CUT.search(before.text.rstrip()) and not label_of(after.text.strip())[0]:
            yield next(n for n in range(at + 1, len(lines)) if lines[n] is after)


def _closed_up(line: Line) -> str:
    """The words of a line whose letters are set apart, "T E N T A N G": two blanks part words, or it is a known one."""
    words = ["".join(each.split()) for each in re.split(r"\s{2,}", line.raw.strip())]
    one = "".join(line.text.split())
    if len(words) > 1 and "".join(words) == one and all(len(word) > 2 for word in words):
        return " ".join(words)
    return one if _SPREAD_WORD.fullmatch(one.rstrip(":")) else line.text


def _stands_alone(lines: Sequence[Line], at: int, bare: frozenset[int]) -> bool:
    """Whether a bare number is a page's: at the edge of a page, or between empty lines and no column of numbers."""
    paged = lines[-1].page is not None and (lines[-1].page or 0) > 1
    before = _near(lines, at, -1)
    after = _near(lines, at, 1)
    if paged:
        return before is None or after is None or before.page != lines[at].page or after.page != lines[at].page
    column = any(at + away in bare for away in (-3, -2, -1, 1, 2, 3))
    empty = all(not lines[each].text.strip() for each in (at - 1, at + 1) if 0 <= each < len(lines))
    return empty and not column and (before is None or before.kind is Kind.TEXT)


def _near(lines: Sequence[Line], at: int, step: int) -> Line | None:
    each = at + step
    while 0 <= each < len(lines) and abs(each - at) < 60:
        if lines[each].text.strip() or lines[each].kind is not Kind.TEXT:
            return lines[each]
        each += step
    return None


def _marked(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find what a tool or a site printed into the pages: its address alone on a line, the name of a scanner."""
    texts = list(_texts(lines))
    first = next(
        (place for place, (_, line) in enumerate(texts[:_LETTERHEAD]) if _BECAUSE.search(line.text)), _LETTERHEAD
    )
    for place, (at, line) in enumerate(texts):
        if place > first and _TOOL.match(line.text.strip()):
            yield at, "", _noise(line, "tanda dari alat atau laman")


def _catchwords(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find words at the foot of a page that the next page begins with: "2. Undang-Undang …", "Pasal 5 . . ."."""
    texts = list(_texts(lines))
    for place, (at, line) in enumerate(texts):
        bare = line.text.strip()
        words = bare.rstrip("0123456789 ").rstrip(".…· ")
        dots = bare[len(words) :].replace(" ", "")
        if len(words) > 60 or not ("…" in dots or "..." in dots):
            continue
        begun = re.sub(r"\W+", "", words.casefold())
        after = (re.sub(r"\W+", "", each.text[:120].casefold()) for _, each in texts[place + 1 : place + 5])
        if len(begun) > 3 and any(each.startswith(begun) for each in after):
            yield at, "", _noise(line, "kata penyambung ke halaman berikutnya")


def _glued(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find verbs of a mandate whose space before them was lost: "Bidang Perikananmempunyai tugas"."""
    for at, line in _texts(lines):
        text = _GLUED.sub(" ", line.text)
        if text != line.text:
            yield at, text, _noise(line, "spasi di antara dua kata yang hilang")


def _heads(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find running heads and feet: the same words at the edge of most pages; the first place of each is kept."""
    pages: dict[int, list[int]] = defaultdict(list)
    for at, line in _texts(lines):
        pages[line.page or 0].append(at)
    if len(pages) < 3:
        return
    places: dict[str, list[int]] = defaultdict(list)
    for held in pages.values():
        for at in dict.fromkeys([*held[:2], *held[-2:]]):
            places[_key(lines[at].text)].append(at)
    for key, at_edges in places.items():
        enough = len(at_edges) >= max(3, 0.6 * len(pages))
        if not enough or not key or _KEPT.match(key) or opening_text(lines[at_edges[0]].text):
            continue
        for at in at_edges[1:]:
            yield at, "", _noise(lines[at], "judul yang berulang di tepi halaman")


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text.casefold())).strip(" .,;:|-")


def _repeated(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find pages that stand there twice; a page of the instrument itself is left to the sections, as a copy."""
    filled = [at for at, line in enumerate(lines) if line.text.strip()]
    plain = [_plain(lines[at]) for at in filled]
    first: dict[str, int] = {}
    index = 0
    while index < len(filled):
        text = plain[index]
        start = first.get(text, -1) if len(text) > 24 else -1
        length = _run(lines, filled, plain, start, index) if start >= 0 else 0
        run = filled[index : index + length]
        signs = sum(len(lines[at].text) for at in run)
        whole = [lines[at].text for at in run]
        if length >= _REPEATED_LINES and signs >= _REPEATED_SIGNS and not any(map(_own, whole)):
            source = lines[filled[start]].number
            for at in run:
                what = f"halaman yang terulang: sama dengan baris {source + lines[at].number - lines[run[0]].number}"
                yield at, "", _noise(lines[at], what)
            index += length
            continue
        if length >= _REPEATED_LINES:
            index += length
            continue
        first.setdefault(text, index)
        index += 1


def _own(text: str) -> bool:
    return bool(_OWN.search(text)) or opening_text(text) is not None


def _run(lines: Sequence[Line], filled: Sequence[int], plain: Sequence[str], start: int, index: int) -> int:
    length = 0
    while (
        index + length < len(filled)
        and start + length < index
        and lines[filled[start + length]].kind is Kind.TEXT
        and plain[start + length] == plain[index + length]
    ):
        length += 1
    return length


def _plain(line: Line) -> str:
    return re.sub(r"\W+", " ", line.text.casefold()).strip()


def _stray(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find letters that belong to no word: alone on a line, after the end of a sentence, before an office or name."""
    for at, line in _texts(lines):
        text = line.text.strip()
        if _LONE.match(text) or (len(text) == 1 and text.isalpha() and len(line.raw) - len(line.raw.lstrip()) >= _FAR):
            yield at, "", _noise(line, "huruf lepas")
            continue
        if (after := _AFTER.search(text)) is not None:
            yield at, text[: after.start()], _noise(line, "huruf lepas di akhir baris", after.group(1))
        elif (before := _BEFORE.match(text)) is not None and _signs(lines, at, text[before.end() :]):
            yield at, text[before.end() :], _noise(line, "huruf lepas di depan baris", before.group(1))


def _signs(lines: Sequence[Line], at: int, text: str) -> bool:
    """Whether an office stands here, or right above."""
    near = [re.sub(r"^\S\s+", "", lines[each].text.strip()) for each in range(max(0, at - 6), at)]
    return bool(OFFICE.match(text)) or any(OFFICE.match(each) and each.isupper() for each in near)


def _swapped(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find letters read for digits in numbers and years: "2O18", "l9"."""
    for at, line in _texts(lines):
        text = line.text
        for found in reversed(list(_SWAPPED.finditer(text))):
            word = found.group("word")
            right = word.translate(str.maketrans("OolI", "0011"))
            text = text[: found.start("word")] + right + text[found.end("word") :]
            yield at, text, _noise(line, f"huruf yang terbaca sebagai angka; dibaca “{right}”", word)


def _melted(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find words with "rn" read for "m": the word with an m stands elsewhere, or is one that all decrees have."""
    words: Counter[str] = Counter()
    if not any("rn" in line.text for line in lines):
        return
    for line in lines:
        words.update(word.casefold() for word in re.findall(r"[^\W\d_]+", line.text))
    for at, line in _texts(lines):
        text = line.text
        for found in reversed(list(_RN.finditer(text))):
            word = found.group().casefold()
            right = found.group().replace("rn", "m")
            if _STANDARD.fullmatch(right) or words[right.casefold()] > words[word]:
                text = text[: found.start()] + right + text[found.end() :]
                yield at, text, _noise(line, f"huruf yang terbaca lain; dibaca “{right}”", found.group())


def _confused(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find words with I for l, in capitals with l for I, and with a nought for O: "tanggaI", "BlSNlS", "PR0SES"."""
    for at, line in _texts(lines):
        text = line.text
        if (chapter := _CHAPTER.match(text.lstrip())) is not None:
            right = chapter.group("word").replace("l", "I")
            text = text.replace(chapter.group("word"), right, 1)
            yield at, text, _noise(line, f"huruf yang terbaca lain; dibaca “{right}”", chapter.group("word"))
        capitals = [(found, _capitals(found)) for found in _CAPITALS.finditer(text)]
        inner = [(found, found.group().replace("I", "l")) for found in _INNER.finditer(text)]
        for found, right in sorted([*capitals, *inner], key=lambda each: -each[0].start()):
            word = found.group()
            if word == right:
                continue
            text = text[: found.start()] + right + text[found.end() :]
            yield at, text, _noise(line, f"huruf yang terbaca lain; dibaca “{right}”", word)


def _keywords(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find the words that lead in to the parts of a preamble where a scan misread a letter or two: "Menimbaug :"."""
    led = [(at, line, found) for at, line in _texts(lines) if (found := _LED.match(line.text)) is not None]
    for keyword in _LEADING:
        if any(found["word"].casefold() == keyword.casefold() for _, _, found in led):
            continue
        near = [each for each in led if fuzz.ratio(each[2]["word"].casefold(), keyword.casefold()) >= _NEAR_WORD]
        for at, line, found in near[:1]:
            right = keyword.upper() if found["word"].isupper() else keyword
            text = line.text[: found.start("word")] + right + line.text[found.end("word") :]
            yield at, text, _noise(line, f"huruf yang terbaca lain; dibaca “{right}”", found["word"])


def _thinned(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find words of a scan with l for i, 1 for l or i, 0 for o: the right word stands elsewhere, or is common."""
    words: Counter[str] = Counter()
    for word in (each for line in lines for each in re.findall(r"[^\W\d_]+", line.text)):
        words.update({word, word.casefold()})
    for at, line in _texts(lines):
        text = line.text
        for found in reversed(list(_THIN.finditer(text))):
            word = found.group()
            right = _thickened(word, words)
            if right != word:
                text = text[: found.start()] + right + text[found.end() :]
                yield at, text, _noise(line, f"huruf yang terbaca lain; dibaca “{right}”", word)


def _thickened(word: str, words: Mapping[str, int]) -> str:
    if word == "dl":
        return "di"
    sharp = word.replace("0", "o").replace("1", "l")
    places = [at for at, sign in enumerate(sharp) if sign == "l"][:6]
    tried = [f"I{sharp[1:]}"] if sharp[:1] == "l" else []
    tried += [sharp, *(f"{sharp[:at]}i{sharp[at + 1 :]}" for at in places), sharp.replace("l", "i")]
    found = {each: words.get(each, 0) + 2 * bool(_STANDARD.fullmatch(each)) for each in tried}
    if _NO_START.match(sharp):  # no word begins so: where none stands elsewhere, it is the one with an i
        others = [each for each in tried if each != sharp]
        return max(others, key=found.__getitem__) if any(found[each] for each in others) else f"i{sharp[1:]}"
    best = max(tried, key=lambda each: (found[each], each == sharp))
    return best if found[best] > max(found[sharp], words.get(word, 0)) else sharp


def _headings_in_rows(lines: Sequence[Line]) -> Iterator[tuple[int, Line, Noise]]:
    """Find rows that only hold a heading in capitals with such a word, as a group over the rows of a table."""
    for at, line in enumerate(lines):
        filled = [cell for cell in line.cells if cell.text.strip()]
        if line.kind is not Kind.ROW or len(filled) != 1 or len(filled[0].text.split()) < 2:
            continue
        right = _CAPITALS.sub(_capitals, filled[0].text)
        if right != filled[0].text:
            cells = tuple(replace(cell, text=right) if cell is filled[0] else cell for cell in line.cells)
            row = replace(line, text=line.text.replace(filled[0].text, right), cells=cells)
            yield at, row, _noise(line, f"huruf yang terbaca lain; dibaca “{right}”", filled[0].text)


def _capitals(found: re.Match[str]) -> str:
    word = found.group()
    if sum(sign.isupper() for sign in word) < 3:
        return word
    return word.replace("l", "I").replace("1", "I").replace("0", "O")


def _parted(lines: Sequence[Line]) -> Iterator[_Change]:
    """Find words that were split in two: the whole word stands elsewhere, its second half nowhere else."""
    words: Counter[str] = Counter()
    for line in lines:
        words.update(word.casefold() for word in re.findall(r"[^\W\d_]+", line.text))
    for at, line in _texts(lines):
        text = line.text
        for found in reversed(list(_pairs(text))):
            if not _is_parted(found.group(1).casefold(), found.group(2).casefold(), words):
                continue
            whole = found.group(1) + found.group(2)
            text = text[: found.start()] + whole + text[found.end() :]
            yield at, text, _noise(line, f"kata yang terpisah; dibaca “{whole}”", found.group())


def _pairs(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while (found := _SPLIT.search(text, at)) is not None:
        yield found
        at = found.start(2)


def _is_parted(left: str, right: str, words: Mapping[str, int]) -> bool:
    whole = words.get(left + right, 0)
    if not whole or words[right] > 1:
        return False
    return left in _PREFIXES or (words[left] == 1 and whole > 1)
