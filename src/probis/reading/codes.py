"""Blocks to the grammar of the process codes in them, inferred from tokens that look alike."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from probis.reading.blocks import ROMAN, Block, Label
from probis.reading.document import Kind

_SEPARATOR = r"[-./–—_]"
_CODE = re.compile(
    rf"(?P<prefix>[A-Z][A-Za-z]{{0,9}}(?:{_SEPARATOR}[A-Z]{{1,8}}){{0,2}}){_SEPARATOR}?(?P<rest>\d{{1,3}}"
    rf"(?:{_SEPARATOR}\d{{1,3}}|{_SEPARATOR}[A-Za-z]{{1,3}}(?![A-Za-z])){{0,5}})(?![\w%])"
)
_DIGITS = re.compile(rf"(?P<prefix>)(?P<rest>\d{{1,3}}(?:{_SEPARATOR}\d{{1,3}}){{1,5}})(?![\w%])")
_LONE = re.compile(
    r"(?P<prefix>)(?P<rest>0\d{1,2})(?![\w%.,])(?!\s+(?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des))"
)
_BLURRED = re.compile(
    r"(?P<prefix>[A-Z0-9][A-Za-z0-9]{0,9}) ?[-./–—_,] ?(?P<rest>[0-9OolI]{1,3}(?: ?[-./,] ?[0-9OolI]{1,3}){0,4})(?!\w)"
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
    """The code grammar of a document: prefixes in its codes (folded), and how many numbers the shortest code has.

    `strong` are prefixes that tell a code wherever it stands; the others tell one only where processes are listed:
    a single letter, a Roman number, or none ("01.02").
    """

    strong: frozenset[str]
    weak: frozenset[str]
    shortest: int = 1

    def at(self, text: str, *, weak: bool = False) -> Coded | None:
        """Return the code that a text begins with, where its prefix is known."""
        found = _shaped(text)
        if found is not None:
            prefix = _folded(found.group("prefix"))
            if prefix in self.strong or (weak and prefix in self.weak):
                return _coded(text, found)
        blurred = _BLURRED.match(text)
        if blurred is not None and _sharp(blurred.group("prefix")) in {_sharp(each) for each in self.strong}:
            return _coded(text, blurred)
        return None

    def depth(self, code: str) -> int:
        """Return how deep a code stands in the grammar of this document: 1 for the shortest."""
        return max(1, numbers(code) - self.shortest + 1)


def numbers(code: str) -> int:
    """Return how many numbers (or letters that count) a code holds after its prefix; 0 for a letter alone."""
    found = _shaped(code)
    rest = found.group("rest") if found is not None else re.sub(r"^[A-Za-z]+", "", code)
    return len([each for each in re.split(r"[^0-9A-Za-z]+", rest) if each])


def looks_coded(text: str) -> Coded | None:
    """Return what looks like a code at the start of a text, whatever the document's grammar."""
    found = _shaped(text)
    return _coded(text, found) if found is not None else None


def lone(text: str) -> bool:
    """Whether a text is one code and nothing else: what a column of codes holds."""
    text = text.strip().rstrip(".")
    return any(pattern.fullmatch(text) for pattern in (_CODE, _DIGITS, _LONE, _BLURRED))


def codes(blocks: Iterable[Block]) -> Codes:
    """Return the grammar of the codes in a document: look-alike tokens that several blocks or cells begin with."""
    seen: dict[str, set[str]] = {}
    alike: dict[str, set[str]] = {}
    shapes: dict[str, set[str]] = {}
    lengths: dict[str, Counter[int]] = {}
    for text in _starts(blocks):
        found = _shaped(text)
        if found is None or not _named(text[found.end() :]):
            continue
        prefix = _folded(found.group("prefix"))
        if _NO_PREFIX.fullmatch(prefix):
            continue
        code = found.group()
        alike.setdefault(_shape(found), set()).add(code)
        shapes.setdefault(prefix, set()).add(_shape(found))
        seen.setdefault(prefix, set()).add(re.sub(r"\W+", "-", code.casefold()))
        lengths.setdefault(prefix, Counter())[numbers(code)] += 1
    common = {shape for shape, each in alike.items() if len(each) > 2}
    known = {prefix for prefix, each in seen.items() if len(each) > 1 or shapes[prefix] & common}
    strong = frozenset(each for each in known if len(each) > 1 and not ROMAN.fullmatch(each.upper()))
    weak = frozenset(known - strong)
    counted = [least for each in (strong or weak) for least in (min(lengths[each]),)]
    return Codes(strong, weak, min(counted, default=1))


def _starts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind is Kind.ROW:
            yield from (line for cell in block.cells for line in cell.text.split("\n"))
        elif block.kind is Kind.TEXT:
            yield f"{block.label} {block.text}" if block.counts is Label.DECIMAL else block.text
            inner = re.search(r"\(([^()]{2,20})\)\s*[;.]?$", block.text)
            if inner:
                yield inner.group(1)


def _shaped(text: str) -> re.Match[str] | None:
    return _CODE.match(text) or _DIGITS.match(text) or _LONE.match(text)


def _named(after: str) -> bool:
    after = after.lstrip(" \t:.-–—)|")
    return not after or after[0].isupper() or after[0] in "(“\"'"


def _coded(text: str, found: re.Match[str]) -> Coded:
    rest = text[found.end() :]
    joint = _AFTER.match(rest)
    return Coded(found.group(), (rest[joint.end() :] if joint else rest).strip())


def _shape(found: re.Match[str]) -> str:
    """How a code is built up to its first number, whatever its letters and figures: "AA-99"."""
    whole = found.group()[: found.start("rest") - found.start()]
    first = re.match(r"\d+", found.group("rest"))
    return re.sub(r"[A-Za-z]", "A", whole) + "9" * (len(first.group()) if first else 0)


def _folded(prefix: str) -> str:
    return re.sub(r"\W+", "-", prefix.casefold()).strip("-")


def _sharp(prefix: str) -> str:
    return prefix.translate(_SHARP).casefold().translate(_SHARP)
