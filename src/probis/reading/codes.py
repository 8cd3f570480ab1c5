"""Blocks to the grammar of the process codes in them, inferred from tokens that look alike."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from probis.reading.annex import titled
from probis.reading.blocks import ROMAN, Block, Label
from probis.reading.document import Kind

_SEPARATOR = r"[-./–—_]"
_FIRST = r"(?:(?:(?<=[A-Z])|(?!19|20))\d{4}(?:\d\d)?(?!\d)|\d{1,3})"
"""The first number of a code, or several of two figures run together: "MS01", "MS0102"; behind a sign not a year."""
_YEAR = re.compile(r"[A-Z](?:19|20)\d\d")
_CODE = re.compile(
    rf"(?P<prefix>[A-Z][A-Za-z]{{0,9}}(?:{_SEPARATOR}[A-Z]{{1,8}}){{0,2}}){_SEPARATOR}?(?P<rest>{_FIRST}[A-Za-z]?"
    rf"(?:{_SEPARATOR}[A-Z]{{0,3}}\d{{1,3}}[A-Za-z]?|{_SEPARATOR}[A-Za-z]{{1,3}}(?![A-Za-z])){{0,5}})(?![\w%])"
)
_DIGITS = re.compile(rf"(?P<prefix>)(?P<rest>\d{{1,3}}(?:{_SEPARATOR}\d{{1,3}}){{1,5}})(?![\w%])")
_LONE = re.compile(
    r"(?P<prefix>)(?P<rest>0\d{1,3})(?![\w%.,])(?!\s+(?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des))"
)
_LETTERS = re.compile(rf"[A-Z]{{1,8}}(?:{_SEPARATOR}(?:[IVX]{{1,5}}|[A-Z]{{1,2}})){{0,3}}(?!\w|{_SEPARATOR}\w)")
"""A code without a number: "PRK/A" above "PRK/A-1", "I" above "I.A"."""
_FIGURE = re.compile(r"\d{1,2}(?=\s+[A-Z(])")
"""A figure that others extend: "1" above "1.1"."""
_BLURRED = re.compile(
    r"(?P<prefix>[A-Z0-9][A-Za-z0-9]{0,9})(?: ?[-./–—_,] ?| (?=\d))(?P<rest>[0-9OolI]{1,3}"
    r"(?: ?[-./,] ?[0-9OolI]{1,3}){0,4})(?!\w)(?!\s+[Tt](?:ahun|AHUN))"
)
_LOOSE = re.compile(
    rf"(?P<prefix>[A-Z][A-Za-z]{{0,9}}(?:(?:\s?{_SEPARATOR}\s?|\s)[A-Z]{{1,8}}){{1,2}})"
    rf"(?P<rest>\d{{1,3}}(?:\s?{_SEPARATOR}\s?\d{{1,3}}){{0,4}})(?![\w%])(?=\s+[A-Z(]|\s*$)"
)
"""A code of several letters whose separator was lost or stands between blanks: "OR U3" beside "OR.U1"."""
_TOLD = re.compile(r"(?:\b(?:meliputi|mencakup|atas|dari|adalah|yaitu|yakni|dan|serta)|[,;:])\s+(?=[A-Z]{1,6}[-./]?\d)")
"""Before a code that a sentence tells."""
_INNER = re.compile(r"[(\[]\s*(?:(?i:kode)(?:\s+(?i:proses))?\s*:?\s+)?([^()\[\]]{1,20})[)\]]")
_BEFORE_NAME = re.compile(r"[(\[]\s*([^()\[\]\s]{1,24})\s*[)\]]\s*[:.–—-]?\s+(?=[A-Z])")
"""A code in brackets before a name."""
_SAID = re.compile(
    r"\b(?:ber|dengan\s+|diberi\s+|yang\s+ber)kode\s+(?:proses\s+)?(\S{2,24}?)[;,.]?(?=\s|$)", re.IGNORECASE
)
_FIELD = re.compile(r"(?:kode|nomor)(?:\s+\w+){0,2}\s*:\s*", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?:[(\[]\s*(?:(?:kode|nomor|no)\b[\s.:]*)?(?P<inside>[^()\[\]]{1,24})[)\]]|(?<!\S)(?P<bare>[A-Za-z0-9]\S{1,24}))[\s.]*$",
    re.IGNORECASE,
)
"""What a passage ends with: words in brackets, else the last word."""
CALLED = re.compile(
    r"^(?:(?:(?:pada|dalam|oleh|dari)\s+)?(?:(?:sub\s?-?\s?)?proses(?:\s+bisnis)?|kegiatan|peta)(?:\s+(?:dengan|yang))?"
    r"(?:\s+(?:ber)?(?:kode|nomor))?(?:\s+|$))+",
    re.IGNORECASE,
)
"""Before the name of a process: what it is."""
_PIECE = re.compile(r"\d+[A-Z]?(?![A-Za-z])|[A-Za-z]+|\d+")
_GROUPED = re.compile(
    r"(?:kelompok\s+)?proses\s+(?:bisnis\s+)?(?:utama|inti|pendukung|lainnya|manajemen|manajerial)\b|peta\s+\w+|daftar\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*(?:[:.)\]|–—-]|\s)\s*")
_NO_PREFIX = re.compile(r"pasal|ayat|nomor|no|tahun|hal|bab|lampiran|form|formulir|gambar|tabel|level|covid|sop|tgl")
_SHARP = str.maketrans("oOlIiSsB", "00111558")


@dataclass(frozen=True, slots=True)
class Coded:
    """A code as printed, and the words after it, trimmed of what joins the two."""

    code: str
    rest: str


@dataclass(frozen=True, slots=True)
class Codes:
    """The code grammar of a document: the prefixes in its codes, folded.

    `strong` are prefixes that tell a code wherever it stands; the others tell one only where processes are listed:
    a single letter, a Roman number, or none ("01.02"). `lettered` are the codes without a number that others extend.
    """

    strong: frozenset[str]
    weak: frozenset[str]
    lettered: frozenset[tuple[str, ...]] = frozenset()  # codes without a number, as `segments`

    def at(self, text: str, *, weak: bool = False) -> Coded | None:
        """Return the code that a text begins with, where its prefix is known."""
        found = _shaped(text)
        if found is not None:
            prefix = _folded(found.group("prefix"))
            if prefix in self.strong or (weak and prefix in self.weak):
                return _coded(text, found)
        letters = _LETTERS.match(text)
        if letters is not None and (own := segments(letters.group())) in self.lettered and (weak or len(own) > 1):
            return _coded(text, letters)
        figure = _FIGURE.match(text)
        if figure is not None and weak and (figure.group(),) in self.lettered:
            return _coded(text, figure)
        loose = _LOOSE.match(text)
        if loose is not None and _folded(loose.group("prefix")) in self.strong:
            return _coded(text, loose)
        blurred = _BLURRED.match(text)
        if blurred is not None and _sharp(blurred.group("prefix")) in {_sharp(each) for each in self.strong}:
            return _coded(text, blurred)
        return None

    def beside(self, text: str) -> Coded | None:
        """Return the code that a name in a sentence is printed with, after it or before it, and the name without it.

        "Uji Mutu (LH/2/a)", "Uji Mutu LH/2/a", "LH/2/a Uji Mutu", "proses LH/2/a": the name may be empty.
        """
        text = CALLED.sub("", text)
        after = _BESIDE.search(text)
        if after is not None:
            printed, bracketed = (after["inside"] or after["bare"]).strip(" ."), after["inside"] is not None
            coded = self.at(printed, weak=True)
            if coded is not None and not coded.rest and (bracketed or len(segments(printed)) > 1):
                return Coded(printed, text[: after.start()].strip(" ,–—-"))
        coded = self.at(text, weak=True)
        several = coded is not None and len(segments(coded.code)) > 1 and re.search(r"\d", coded.code) is not None
        return coded if several and coded is not None and coded.rest[:1].isupper() else None

    def read(self, code: str) -> str:
        """Return a code with its letters as the others print them, where a scan took them for figures."""
        found = _shaped(code)
        blurred = _BLURRED.fullmatch(code)
        if blurred is None or (found is not None and _folded(found.group("prefix")) in self.strong | self.weak):
            return code
        sharp = _sharp(blurred.group("prefix"))
        known = next((each for each in sorted(self.strong) if _sharp(each) == sharp), None)
        return f"{known}.{blurred.group('rest')}" if known is not None else code


@lru_cache(maxsize=4096)
def segments(code: str) -> tuple[str, ...]:
    """Return the pieces of a code, folded, without leading zeros, a letter for a figure put right where it must be.

    "PRK/A-01" is (prk, a, 1), "A0101" (a, 1, 1), "KIS.02A.01" (kis, 2a, 1), "M-2.1a" (m, 2, 1, a), "SD-2.l" (sd, 2, 1).
    """
    made: list[str] = []
    for place, piece in enumerate(each for each in re.split(r"[^0-9A-Za-z]+", code) if each):
        if (place and re.fullmatch(r"[OolI]{1,3}", piece)) or (re.search(r"\d", piece) and not piece[:1].isalpha()):
            piece = piece[:-1].translate(_SHARP) + (piece[-1].translate(_SHARP) if len(piece) < 3 else piece[-1])
        elif place and (mixed := re.fullmatch(r"([A-HJ-NP-Z]?)([\dOolI]*\d[\dOolI]*)", piece)):
            piece = mixed[1] + mixed[2].translate(_SHARP)
        for part in _PIECE.findall(piece):
            joined = piece[:1].isalpha()  # "MS2001" is no year, "MS-2001" may be one
            if place < 2 and len(part) in (4, 6) and part.isdigit() and (joined or part[:2] not in ("19", "20")):
                made += [part[at : at + 2].lstrip("0") or "0" for at in range(0, len(part), 2)]
            else:
                made.append(part.casefold().lstrip("0") or "0")
    return tuple(made)


def depths(printed: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """Return how deep each code stands: 1 for one that extends no other and is built like those that others extend."""
    known = set(printed)
    shortest: dict[str, int] = {}
    for each in known:
        kind = _build(each[:1])
        shortest[kind] = min(_numbers(each), shortest.get(kind, 99))
    above = {
        each: next((each[:size] for size in range(len(each) - 1, 0, -1) if each[:size] in known), None)
        for each in known
    }
    extended = set(above.values())
    alone = {each: max(1, _numbers(each) - shortest[_build(each[:1])] + 1) for each in known}
    made: dict[tuple[str, ...], int] = {}
    built: dict[str, int] = {}
    for each in sorted(known, key=len):
        over = above[each]
        if over is not None or each in extended:
            made[each] = made[over] + 1 if over is not None else alone[each]
            built.setdefault(_build(each), made[each])
    for each in known - made.keys():
        made[each] = built.get(_build(each), alone[each])
    return made


def unrounded(printed: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return what the codes that count in hundreds or tens stand under, spelt out: PSR-110 is (psr, 100, 110).

    Where all numbers of a family are of one length and each has the round one above it: 100 over 110, 10 over 11; and
    where the longer ones begin with the shorter ones and do not count on after them: 1, 2, 3 over 11, 12, 21, 31.
    """
    known = set(printed)
    families: dict[tuple[str, ...], set[str]] = {}
    for each in known:
        for at, piece in enumerate(each):
            if at and piece.isdigit():
                families.setdefault(each[:at], set()).add(piece)
    spelt: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}
    for head, family in families.items():
        size = len(min(family, key=len))
        chains = {piece: _chain(piece, family) for piece in family}
        tops = sum(len(chain) == 1 for chain in chains.values())
        if 1 < size < 4 and 1 < tops < len(family) and all(chain[0][1:].strip("0") == "" for chain in chains.values()):
            spelt[head] = chains if all(len(piece) == size for piece in family) else {}
        if _runs_on(family, size):
            spelt[head] = {piece: (piece[:size], piece[size:].lstrip("0") or "0") for piece in family if piece[size:]}
    made = {}
    for each in known:
        own: tuple[str, ...] = ()
        for at, piece in enumerate(each):
            own += spelt.get(each[:at], {}).get(piece, (piece,))
        if own != each:
            made[each] = own
    return made


def relettered(printed: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return what codes stand under whose letters tell their level: (spb, 1, 2) under (pb, 1).

    Only where no code with the same letters is shorter, and only one other code has the numbers of the one above.
    """
    known = set(printed)
    numbered: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    shortest: dict[tuple[str, ...], int] = {}
    for each in known:
        letters, numbers = _cut(each)
        shortest[letters] = min(len(numbers), shortest.get(letters, 99))
        numbered.setdefault(numbers, []).append(each)
    made = {}
    for each in known:
        letters, numbers = _cut(each)
        above = numbered.get(numbers[:-1], []) if len(numbers) > 1 and len(numbers) == shortest[letters] else []
        if letters and len(above) == 1 and _cut(above[0])[0] != letters:
            made[each] = above[0]
    return made


def _cut(own: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the letters that a code begins with, and what comes after."""
    size = len(own) - _numbers(own)
    return own[:size], own[size:]


def _runs_on(family: set[str], size: int) -> bool:
    """Whether the longer numbers of a family are its shorter ones with a number behind: 1 2 3 and 11 12 21."""
    short = {int(piece) for piece in family if len(piece) == size}
    long_ = {piece for piece in family if len(piece) > size}
    heads = {int(piece[:size]) for piece in long_}
    whole = {(int(piece[:size]), int(piece[size:])) for piece in long_}
    begun = len(heads) > 1 and heads <= short and all((head, 1) in whole for head in heads)
    return begun and len({len(piece) for piece in long_}) == 1 and str(max(short) + 1) not in family


def _chain(piece: str, family: set[str]) -> tuple[str, ...]:
    """Return the round numbers of a family that are over a number, and the number: (100, 110, 111)."""
    round_ = (piece[:size].ljust(len(piece), "0") for size in range(1, len(piece)))
    return (*dict.fromkeys(each for each in round_ if each in family and each != piece), piece)


def _numbers(own: tuple[str, ...]) -> int:
    """Return how many pieces a code has after the letters that it begins with."""
    return len(own) - next((at for at, each in enumerate(own) if each[:1].isdigit()), len(own))


def _build(own: tuple[str, ...]) -> str:
    return "-".join("9" if each[:1].isdigit() else "I" if ROMAN.fullmatch(each.upper()) else "A" for each in own)


def looks_coded(text: str) -> Coded | None:
    """Return what looks like a code at the start of a text, whatever the document's grammar."""
    found = _shaped(text)
    return _coded(text, found) if found is not None else None


def unbracketed(text: str) -> str:
    """Return a text without the brackets around the code that it begins with: "[KP.1] Pendataan"."""
    found = _BEFORE_NAME.match(text)
    return f"{found[1]} {text[found.end() :]}" if found is not None and _bare(found[1]) else text


def lone(text: str) -> bool:
    """Whether a text is one code and nothing else: what a column of codes holds."""
    text = text.strip().rstrip(".")
    return any(pattern.fullmatch(text) for pattern in (_CODE, _DIGITS, _LONE, _BLURRED))


def _bare(text: str) -> bool:
    """Whether what stands in brackets can be a code."""
    return lone(text) or _LETTERS.fullmatch(text.strip()) is not None


def codes(blocks: Iterable[Block]) -> Codes:
    """Return the grammar of the codes in a document: look-alike tokens that several blocks or cells begin with."""
    seen: dict[str, set[tuple[str, ...]]] = {}
    alike: dict[str, set[str]] = {}
    shapes: dict[str, set[str]] = {}
    letters: set[tuple[str, ...]] = set()
    undated: set[str] = set()  # prefixes that stand not only before what may be years
    for text in _starts(blocks):
        bare = _LETTERS.match(text)
        if bare is not None and _named(text[bare.end() :]) and not _grouped(text[bare.end() :]):
            letters.add(segments(bare.group()))
        found = _shaped(text)
        if found is None or not _named(text[found.end() :]):
            continue
        prefix = _folded(found.group("prefix"))
        if _NO_PREFIX.fullmatch(prefix) or _grouped(text[found.end() :]):
            continue
        code = found.group()
        if _YEAR.search(code) is None:
            undated.add(prefix)
        alike.setdefault(_shape(found), set()).add(code)
        shapes.setdefault(prefix, set()).add(_shape(found))
        seen.setdefault(prefix, set()).add(segments(code))
    common = {shape for shape, each in alike.items() if len(each) > 2}
    known = {prefix for prefix, each in seen.items() if len(each) > 1 or shapes[prefix] & common}
    known |= {prefix for prefix, each in seen.items() if any(_extends(own, letters) for own in each)}
    known &= undated
    strong = frozenset(each for each in known if len(each) > 1 and not ROMAN.fullmatch(each.upper()))
    printed = {each for prefix in known for each in seen[prefix]}
    figures = frozenset(each[:1] for each in seen.get("", ()) if "" in known and len(each) > 1 and not strong)
    return Codes(strong, frozenset(known - strong), _lettered(letters, printed) | figures)


def _extends(own: tuple[str, ...], known: set[tuple[str, ...]]) -> bool:
    return any(own[:size] in known for size in range(1, len(own)))


def _lettered(letters: set[tuple[str, ...]], printed: set[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    """Return which codes without a number are codes: those that others extend, and those built like one of these."""
    above = {each[:size] for each in printed | letters for size in range(1, len(each))}
    extended = {
        each for each in letters & above if len(each) > 1 or len(each[0]) == 1 or ROMAN.fullmatch(each[0].upper())
    }
    under = {each for each in printed | letters if len(each) > 1 and _extends(each, extended)}
    if not under & printed and len(under) < 3:
        return frozenset()
    built = {_build(each) for each in extended}
    return frozenset(
        each for each in letters if each in extended or (len(each) > 1 and (each in under or _build(each) in built))
    )


def _starts(blocks: Iterable[Block]) -> Iterator[str]:
    blocks = tuple(blocks)
    decimal = [block for block in blocks if block.counts is Label.DECIMAL]
    headed = sum(titled(block) is not None for block in decimal)
    outline = 4 * headed > len(decimal)  # "1.1 Latar Belakang": such numbers are those of headings
    for block in blocks:
        if block.kind is Kind.ROW:
            yield from (line for cell in block.cells for line in cell.text.split("\n"))
        elif block.kind is Kind.TEXT:
            if (field := _FIELD.match(block.text)) is not None:
                yield block.text[field.end() :]
            yield block.text
            if block.counts is Label.DECIMAL and not outline:
                yield f"{block.label} {block.text}"
            yield from (block.text[each.end() :] for each in _TOLD.finditer(block.text[:2000]))
            yield from (each.group(1) for each in _SAID.finditer(block.text[:2000]) if _bare(each.group(1)))
            yield from (each.group(1) for each in _INNER.finditer(block.text[:2000]) if _bare(each.group(1)))


def _shaped(text: str) -> re.Match[str] | None:
    return _CODE.match(text) or _DIGITS.match(text) or _LONE.match(text)


def _named(after: str) -> bool:
    after = after.lstrip(" \t:.-–—)|")
    return not after or after[0].isupper() or after[0] in "(“\"'"


def _grouped(after: str) -> bool:
    return _GROUPED.match(after.lstrip(" .:-–—)|")) is not None


def _coded(text: str, found: re.Match[str]) -> Coded:
    rest = text[found.end() :]
    joint = _AFTER.match(rest)
    return Coded(found.group(), (rest[joint.end() :] if joint else rest).strip())


def _shape(found: re.Match[str]) -> str:
    """How a code is built up to its first number, whatever its letters and figures: "AA-99"."""
    whole = found.group()[: found.start("rest") - found.start()]
    if ROMAN.fullmatch(found.group("prefix")):
        whole = whole.replace(found.group("prefix"), "I")
    first = re.match(r"\d+", found.group("rest"))
    return re.sub(r"[A-Za-z]", "A", whole) + "9" * (len(first.group()) if first else 0)


def _folded(prefix: str) -> str:
    return re.sub(r"\W+", "-", prefix.casefold()).strip("-")


def _sharp(prefix: str) -> str:
    return prefix.translate(_SHARP).casefold().translate(_SHARP)
