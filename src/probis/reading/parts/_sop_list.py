"""Steps in sentences to what each says: who does it, what is done, how long it takes; lists with or without heads."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from probis.reading.blocks import Block, Label
from probis.reading.makna import Makna
from probis.reading.parts._sentences import sentences
from probis.reading.parts._sop_words import RETURNS, decides, is_person, people
from probis.reading.sections import is_heading


@dataclass(slots=True)
class Said:
    """A step: where it stands, its number, what is done, who does it, what else is told, and all its words."""

    block: Block
    number: str
    words: str
    doers: list[tuple[str, str]] = field(default_factory=list)
    values: list[tuple[Block, Makna, str]] = field(default_factory=list)
    told: str = ""
    decided: bool = False
    last: int = 0


@dataclass(frozen=True, slots=True)
class List:
    """A list of steps: the words that lead in to it, where they are, and its items."""

    heads: tuple[Block, ...]
    steps: tuple[Said, ...]
    title: Block | None = None  # what the same paragraph says before the words that lead in to the steps


_ORDER = re.compile(
    r"\b(?:urutan|langkah|prosedur|tahap(?:an)?|alur|mekanisme|tata\s+cara|uraian\s+kegiatan|kegiatan\s+(?:berikut|sebagai)"
    r"|rangkaian|cara\s+kerja)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:catatan|keterangan|ketentuan|syarat|persyaratan|tujuan|maksud|pengertian|definisi|kebijakan|referensi|rujukan"
    r"|acuan|unit\s+terkait|dokumen|ruang\s+lingkup|riwayat|daftar|dasar\s+hukum|landasan|kualifikasi|keterkaitan"
    r"|peralatan|perlengkapan|peringatan|pencatatan|sarana|indikator|lampiran|arti|singkatan|penjelasan|hal-hal)\b",
    re.IGNORECASE,
)
_DO = r"me(?!nteri\b|ntor|nara|mber\b|mo\b)[nmlrwy][a-z]{3,}|ber(?!kas\b)[a-z]{4,}"
_NO_NAME = rf"(?!(?:{_DO}|di(?!nas|rek|vis|spos|klat|git)[a-z]{{4,}})\b)"
_SOON = r"(?:(?:akan|wajib|harus|dapat|segera|kemudian|selanjutnya|lalu|juga|telah|(?<!tasan\s)langsung)\s+)?"
_WHO = re.compile(
    r"(?i:(?:selanjutnya|kemudian|setelah\s+itu|lalu|berikutnya|pertama|kedua|ketiga|keempat|kelima|terakhir|akhirnya)"
    r"\s*,?\s+)?"
    rf"(?P<who>(?i:{_NO_NAME})[A-Za-z][\w./()&-]*"
    rf"(?:\s+(?i:{_NO_NAME})[\w./()&-]+){{0,8}}?)\s+(?<!yang\s){_SOON}"
    rf"(?P<verb>(?:{_DO}|datang|mulai|tanda\s?tangan)\b)"
)
_BORDERS = re.compile(
    r"(?i:alur|proses|prosedur|kegiatan)\s+(?:ini\s+)?(?:dimulai|diawali|berawal|bermula|berakhir|diakhiri|selesai)"
    rf"\s+(?:dari|oleh|dengan|ketika|saat|setelah)\s+(?P<who>{_NO_NAME}[A-Za-z][\w./()&-]*(?:\s+{_NO_NAME}[\w./()&-]+){{0,6}}?)"
    rf"\s+(?:yang\s+)?(?P<verb>(?:{_DO})\b)"
)
"""A sentence that says with what the work begins or ends: "Alur dimulai dari pemohon yang mengisi …"."""
_LONG = re.compile(
    rf"(?P<who>(?i:{_NO_NAME})[A-Z][\w./()&-]*(?:,?\s+(?:dan|(?-i:[A-Z])[\w./()&-]+)){{1,12}}?)\s+{_SOON}(?P<verb>(?:{_DO})\b)"
)
"""A unit or a post whose name has commas in it: "Kepala Bidang Pengadaan, Mutasi dan Promosi memeriksa …"."""
_CONDITION = re.compile(
    r"(?:dalam\s+hal|apabila|jika|bila(?:mana)?|setelah|berdasarkan)\s[^,.;:]{3,120},\s+", re.IGNORECASE
)
_NAMED = re.compile(
    r"(?P<who>[A-Z][\w./() -]{2,60}?)\s*(?::|–|—| - |->|→|=>|➔)\s*(?P<verb>[Mm]e[a-z]{4,}|[Bb]er[a-z]{4,})"
)
_BY = re.compile(
    r"\boleh\s+(?P<who>[A-Za-z][\w/-]*(?:\s+(?!untuk|dan\s+di|dalam|pada|selama|yang|ke|kepada)[\w/-]+){0,6})"
)
_AFTER = re.compile(r"\s*[(\[](?P<who>[A-Z][A-Za-z /.-]{2,60})[)\]]\s*$")
_DOES = re.compile(rf"(?:{_DO})\b", re.IGNORECASE)
_TIME = re.compile(
    r"\s*[(\[]?\s*(?P<lead>\bselama\s+|\bdalam\s+(?:jangka\s+)?(?:waktu\s+)?|\bwaktu\s*:?\s*"
    r"|\b(?=(?:paling\s+(?:lama|lambat)|maksimal)\s)|(?<=[(\[]))(?:paling\s+lama\s+|paling\s+lambat\s+|maksimal\s+|[±~]\s*)?"
    r"(?P<time>\d{1,4}(?:[.,]\d{1,2})?(?:\s*[-–x×]\s*\d{1,4})?\s*(?:\(\w+\)\s*)?(?:menit|jam|hari(?:\s+kerja)?|HK|minggu|bulan|detik))\b\s*[)\]]?",
    re.IGNORECASE,
)
_UNLESS = re.compile(
    r"\s*[.;,(]\s*(?=(?:(?:dan|tetapi|namun)\s+)?(?:jika|bila(?:mana)?|apabila|kalau|dalam\s+hal)\b)", re.I
)
_WITH = re.compile(
    r",?\s+(?:dengan|disertai)\s+(?:kelengkapan|persyaratan|perlengkapan|masukan|bahan)\s*:?\s+(?P<value>[^,;.]+)", re.I
)
_MAKES = re.compile(r"[,;]\s+(?:dan\s+|serta\s+)?(?:meng)?hasil(?:kan|nya)?\s*:?\s+(?P<value>[^,;.]+)", re.IGNORECASE)
"""What a step needs, and what it gives, told in its own sentence."""
_UNLESS_START = re.compile(r"(?:jika|bila(?:mana)?|apabila|kalau|dalam\s+hal)\b", re.IGNORECASE)
_INLINE = re.compile(r"(?:^|(?<=[\s;:.]))\(?(\d{1,2})[.)]\s+(?=[A-Za-z])")
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
_BRACKETS = re.compile(r"\(([A-Za-z ]{5,20}:[^()]{2,300})\)")
_COUNTS = (Label.NUMBER, Label.LETTER, Label.DECIMAL, Label.CLAUSE, Label.MARK)
_WORDED = re.compile(r"(?:langkah|tahap(?:an)?)\s+(?:ke\s*-?\s*)?(\d{1,2})\s*(?:[:.,)–—]|\s-)\s*(?=\S)", re.IGNORECASE)
"""A label in words: "Langkah 1: "."""
_CODE_AND_NAME = re.compile(
    r"(?=\S*\d)[A-Z\d][\w./-]{1,15}\s+(?:[-–—:]\s+)?[A-Z](?:[^.;]|\.(?=\S)){2,150}$"
    r"|(?i:peta\s+lintas\s*-?\s*fungsi|sop(?:\s+\d{1,2}\s*[:.–-])?)\s+[A-Z](?:[^.;]|\.(?=\S)){2,150}$"
)
"""What stands over the steps of a map: the code and name of a process, or the words for a map or a SOP and its name."""
_FEWEST = 3  # sentences of a paragraph that tells steps


def orders(text: str) -> bool:
    """Whether a heading or a sentence only leads in to steps: "Uraian prosedur:", "dalam urutan berikut."."""
    return bool(_ORDER.search(text)) or bool(re.match(r"(?:diagram|bagan)\b|flow\s*chart\b|lanjutan\b", text, re.I))


def lists_of(blocks: Sequence[Block], *, open_: bool, maps: bool = False) -> Iterator[List]:
    """Yield the lists of steps among blocks; `open_` where steps are expected without words that lead in to them.

    In the part on `maps` a list may also stand right under the code and the name of a process.
    """
    heads: list[Block] = []
    at = 0
    blocks = [_labelled(block) for block in blocks]
    while at < len(blocks):
        block = blocks[at]
        inside = within(block)
        under = open_ or (maps and bool(heads) and _CODE_AND_NAME.match(heads[-1].text) is not None)
        if under and not inside and (told := _sentences(block)):
            yield List(tuple(head for head in heads if orders(head.text)), tuple(told))
            open_, heads, at = False, [], at + 1
            continue
        if inside:
            name = _ORDER.split(block.text, maxsplit=1)[0].strip(" :-–.")
            yield List((), tuple(inside), replace(block, text=name, label="") if name else None)
            open_, heads, at = False, [], at + 1
            continue
        if block.counts not in _COUNTS or not block.text or block.count > 1 or _headed(block, blocks[at + 1 : at + 2]):
            heads = [*heads[-2:], block]
            at += 1
            continue
        steps, end = run(blocks, at)
        if _is_list(heads, steps, open_=open_) or (maps and _is_map(heads, steps)):
            yield List(tuple(head for head in heads if orders(head.text)), tuple(steps))
            open_, heads, at = False, [], end
        else:
            heads, at = [*heads[-2:], block], at + 1


def _labelled(block: Block) -> Block:
    """Return a block with the number that words tell as its label: "Langkah 1: Petugas menerima berkas"."""
    found = _WORDED.match(block.text) if block.counts in (None, Label.MARK) else None
    if found is None:
        return block
    number = found.group(1)
    text = block.text[found.end() :]
    return replace(block, label=f"{number}.", counts=Label.NUMBER, count=int(number), text=text)


def _sentences(block: Block) -> list[Said]:
    """Return the steps of a paragraph whose sentences tell, one after the other, who does what; none of another."""
    if block.counts is not None or is_heading(block):
        return []
    made: list[Said] = []
    for sentence in sentences(block.text):
        step = said(block, str(len(made) + 1), sentence)
        if made and not step.doers and _UNLESS_START.match(sentence):
            made[-1] = said(block, made[-1].number, f"{made[-1].told}. {sentence}")
        else:
            made.append(step)
    done = [step for step in made if step.doers and all(is_person(name) for name, _ in step.doers)]
    return made if len(made) >= _FEWEST and len(done) >= 0.75 * len(made) else []


def _headed(block: Block, after: Sequence[Block]) -> bool:
    """Whether a labelled block heads a list itself: "1. Langkah-langkah", then items with other labels."""
    return bool(after) and after[0].count == 1 and after[0].counts is not block.counts and orders(block.text)


def _is_list(heads: Sequence[Block], steps: Sequence[Said], *, open_: bool) -> bool:
    if not steps:
        return False
    lead = heads[-1].text if heads else ""
    led = any(orders(head.text) for head in heads[-2:]) and not _OTHER.match(lead)
    like = sum(map(_like, steps))
    if led:
        return 2 * like >= len(steps)
    return open_ and not _OTHER.match(lead) and len(steps) > 1 and 2 * like >= len(steps)


def _is_map(heads: Sequence[Block], steps: Sequence[Said]) -> bool:
    """Whether steps stand under the code and name of a process, and nearly all say who does them."""
    under = any(_CODE_AND_NAME.match(head.text) for head in heads[-2:])
    return under and len(steps) > 1 and sum(bool(step.doers) for step in steps) >= 0.75 * len(steps)


def _like(step: Said) -> bool:
    return bool(step.doers) or bool(_DOES.match(step.words))


def run(blocks: Sequence[Block], at: int) -> tuple[list[Said], int]:
    """Return the steps of the list that begins here, with the lines that tell more of each, and where it ends."""
    counts, end, after = blocks[at].counts, at, at + 1
    steps: list[Said] = []
    while end < len(blocks):
        block = blocks[end]
        line = _LINE.match(block.text)
        if steps and line is not None:
            _take(steps[-1], block, line)
        elif block.counts is counts is Label.MARK and block.text:
            steps.append(said(block, str(len(steps) + 1), block.text))
        elif block.counts is counts and block.text and block.count == len(steps) + 1:
            steps.append(said(block, block.label.strip("().:"), block.text))
        elif steps and not block.label and _UNLESS_START.match(block.text):
            steps[-1] = _unless(steps[-1], block)
        elif block.counts is counts or not (block.label and steps) or is_heading(block):
            break
        else:
            end += 1
            continue  # what a step lists
        end = after = end + 1
    return steps, after


def _unless(step: Said, block: Block) -> Said:
    """Return a step with the condition that stands on a line of its own below it."""
    made = said(step.block, step.number, f"{step.told.rstrip(' ;.')}; {block.text}")
    made.values += [value for value in step.values if value not in made.values]
    made.last = block.last
    return made


def _take(step: Said, block: Block, line: re.Match[str]) -> None:
    """Take in what a line, or a piece in brackets, tells of a step: "Waktu: 10 menit"."""
    what = next(makna for makna, words in _LINES if line.group("what").casefold().startswith(words))
    values = [each for each in re.split(r"\s*;\s*", line.group("value").rstrip(" ;.")) if each]
    if what is Makna.PELAKSANA:
        step.doers += [(name, "") for value in values for name in people(value)]
    else:
        step.values += [(block, what, value) for value in values]


def within(block: Block) -> list[Said]:
    """Return the steps that a paragraph lists in one: "Langkah: 1. X mengajukan …; 2. Y memeriksa …"."""
    marks = list(_INLINE.finditer(block.text))
    if len(marks) < 2 or [int(mark.group(1)) for mark in marks] != list(range(1, len(marks) + 1)):
        return []
    if not orders(block.text[: marks[0].start()]):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(block.text)]
    made = [said(block, mark.group(1), block.text[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]
    return made if 2 * sum(map(_like, made)) >= len(made) else []


def said(block: Block, number: str, text: str) -> Said:
    """Return what the words of a step say, with what stands in brackets: "(Pelaksana: Petugas; Waktu: 1 jam)"."""
    lines: list[re.Match[str]] = []
    kept, begins = "", 0
    for found in _BRACKETS.finditer(text):
        pieces = re.split(r"\s*;\s*", found.group(1).strip())
        told = [line for piece in pieces if (line := _LINE.match(piece)) is not None]
        if len(told) == len(pieces):
            lines += told
            kept, begins = kept + text[begins : found.start()].rstrip(), found.end()
    step = _said(block, number, kept + text[begins:])
    for line in lines:
        _take(step, block, line)
    return step


def _said(block: Block, number: str, text: str) -> Said:
    text = re.sub(r"[;,]\s*(?:dan|serta|kemudian)\s*$", "", re.sub(r"\s+", " ", text).strip()).strip(" ;.")
    words = text
    doers: list[str] = []
    found = _doer(text)
    after = _AFTER.search(_first(text))
    if found is not None:
        doers, words = people(found.group("who")), text[found.start("verb") :]
    elif after is not None and _DOES.match(text):
        doers, words = people(after.group("who")), text.replace(after.group(), "", 1)
    elif (by := _BY.search(_first(text))) is not None:
        doers = people(by.group("who").rstrip(" .,;"))
    values: list[tuple[Block, Makna, str]] = []
    if (time := _TIME.search(text)) is not None:
        values.append((block, Makna.WAKTU, time.group("time")))
        words = re.sub(r"\s+(?=[.;,])", "", words.replace(time.group(), " ", 1)).strip()
    for makna, pattern in ((Makna.KELENGKAPAN, _WITH), (Makna.KELUARAN, _MAKES)):
        if (value := pattern.search(_first(words))) is not None and value.start():
            values.append((block, makna, value.group("value").strip()))
            words = words.replace(value.group(), "", 1)
    words = _first(words).rstrip(" ;.,")
    return Said(block, number, words, [(name, "") for name in doers], values, text, decides(text), block.last)


def _doer(text: str) -> re.Match[str] | None:
    """Return who does what at the beginning of a sentence, or behind a condition, as "who" and "verb"."""
    if (found := _BORDERS.match(text) or _WHO.match(text) or _NAMED.match(text)) is not None:
        return found
    if (found := _LONG.match(text)) is not None and is_person(found.group("who")):
        return found
    condition = _CONDITION.match(text)
    return _WHO.match(text, condition.end()) if condition is not None else None


def _first(text: str) -> str:
    """Return the words before a condition under which the step goes elsewhere."""
    for cut in _UNLESS.finditer(text):
        if text[cut.start() :].lstrip()[:1] in ".;" or RETURNS.search(text, cut.end()):
            return text[: cut.start()]
    return text
