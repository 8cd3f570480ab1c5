"""The mandate: what forms the body, its tasks, and its functions one by one.

"dasar" is the regulation as printed, "tugas" the words after "mempunyai tugas", "fungsi" each function; `catatan` of
a task and a function names whose it is, as printed ("Biro Organisasi"), and `induk` of a function is the task of the
same unit where there is one.
"""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.blocks import Block, Label
from probis.reading.document import Kind
from probis.reading.evidence import DOING, is_next_function
from probis.reading.makna import Makna
from probis.reading.parts._cascade import LONGEST, stripped
from probis.reading.parts._quote import quote
from probis.reading.sections import Bagian, Section, is_heading
from probis.reading.units import is_member, is_post, is_sentence

_TASK = re.compile(
    r"\b(?:(?:mempunyai|memiliki|mengemban|mengampu)\s+tugas(?:\s+pokok)?(?:\s+dan\s+fungsi)?\s*:?\s*"
    r"|bertugas(?:\s+untuk)?\s+(?=me[a-z]{3}))",
    re.IGNORECASE,
)
_FUNCTIONS = re.compile(
    r"\b(?:menyelenggarakan|mempunyai|melaksanakan|menjalankan|memiliki|mengemban|mengampu|dengan(?=\s+fungsi\s*:)|\.(?=\s+fungsi\s*:\s*$))\s+fungsi\b"
    r"(?!\s+(?:penunjang|pendukung|lain|staf|teknis|pelayanan|koordinasi|pengawasan|pembinaan)\b(?!\s*:))"
    r"|\bberfungsi(?:\s+untuk)?(?=\s*(?:(?:sebagai\s+berikut\s*)?:|me[a-z]{3}))",
    re.IGNORECASE,
)
"""The words that lead in to functions; what a task is to carry out is none: "melaksanakan fungsi penunjang …"."""
_MOST_WHO = 400
"""Characters before the verb in which it can stand whose task it is."""
_BASIS = re.compile(
    r"\b(?:dibentuk|berdasarkan|diatur|ditetapkan|mengacu|sesuai)\b[^.;]{0,40}?"
    r"(?P<law>\b(?!peraturan\s+perundang)(?:Undang-Undang|Peraturan|Keputusan|Qanun|Perda|Pergub|Perbup|Perwali|Permen|Perpres|Perdasus)\b.*?"
    r"(?=,\s*(?:mempunyai|yang|bahwa|dinas|badan|biro|kedudukan|tugas|susunan|maka|serta)\b|;|\.(?:\s|$)|$))",
    re.IGNORECASE | re.DOTALL,
)
_AIM = re.compile(
    r"untuk\s+itu\s*,?\s*|(?:untuk|dalam(?:\s+rangka)?|guna)\s+(?:melaksanakan|menyelenggarakan|menjalankan)\s+(?:\w+\s+){0,5}?"
    r"(?:(?:tugas|fungsi)(?:nya)?(?=\s*,)|tugasnya(?=\s+(?-i:[A-Z]))|tersebut|di\s?atas|itu|dimaksud(?:\s+(?:pada|dalam)\s+(?:pasal\s+\d+|ayat\s*\(\d+\)|huruf\s+[a-z]))?)\s*,?\s*",
    re.IGNORECASE,
)
"""What the unit does its functions for, in front of its name: "Untuk melaksanakan tugas tersebut …"."""
_OF = re.compile(r"(?i:tugas(?:\s+pokok)?(?:\s*(?:dan|&)\s*fungsi)?|fungsi)\s+(?=[A-Z])")
_IS = re.compile(
    r"(?:adapun\s+)?(?P<what>tugas(?:\s+pokok)?|fungsi)\s+(?P<who>[A-Z][^.;:]{2,160}?),?\s+(?:adalah|yaitu|ialah|meliputi|mencakup)"
    r"(?:\s+sebagai\s+berikut)?\s*:?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A task or functions told by "adalah": "Tugas pokok Bagian Umum adalah …"."""
_EACH = re.compile(r"(?P<who>[A-Z][^:;.]{2,120}?)\s*(?::|–|—|\s-)\s*(?=[Mm]e[a-z]{3})")
"""A unit in front of its task, in a list of the tasks of several."""
_AND_FUNCTIONS = re.compile(r"\s*,?\s*(?:dan|serta|untuk|dengan|yang)?\s*$")
_INLINE = re.compile(r"(?:^|(?<=[\s;:]))(\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
_LEADS_IN = re.compile(
    r"\s*(?:sebagai\s+berikut|yaitu|yakni|antara\s+lain|yang\s+meliputi|meliputi)?\s*:?\s*", re.IGNORECASE
)
_ENDS = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])")
_PLACES = (Bagian.TUGAS_FUNGSI, Bagian.BATANG_TUBUH, Bagian.STRUKTUR, Bagian.LAIN)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield bases, tasks and functions; in the part on tasks also its heading and the prose that is neither."""
    state = _State()
    for section in sections:
        if section.bagian not in _PLACES:
            continue
        state.listing = None if section.bagian is not Bagian.BATANG_TUBUH else state.listing
        for place, block in enumerate(section.blocks):
            if block.kind is Kind.ROW:
                yield from _row(section, block, state)
            elif block.kind is Kind.TEXT:
                yield from _block(section, block, place, state, section.blocks[place + 1 : place + 4])


class _State:
    """Where the reading stands: what the list under way holds, its label, whose it is, the tasks told so far."""

    def __init__(self) -> None:
        self.listing: Makna | None = None
        self.label: Label | None = None
        self.count = 0
        self.who = ""
        self.tasks: dict[str, Kutipan] = {}
        self.last: Kutipan | None = None
        self.table: int | None = None
        self.columns: dict[int, Makna | None] = {}

    def task(self) -> Kutipan | None:
        """Return the task of the unit that is spoken of; "Biro X" is also "Biro X Sekretariat Daerah"."""
        who = self.who.casefold()
        if who in self.tasks or self.last is None:
            return self.tasks.get(who)
        last = self.last.catatan.casefold()
        leads = (
            len(self.tasks) == 1 and is_post(who) and not is_post(last)
        )  # the head of the body, of which all is told
        return self.last if not who or leads or last.startswith(who) or who.startswith(last) else None


def _block(section: Section, block: Block, place: int, state: _State, after: Sequence[Block]) -> Iterator[Kutipan]:
    text = block.text[:LONGEST].strip()
    told = False
    own = section.bagian is Bagian.TUGAS_FUNGSI
    basis = _BASIS.search(text) if own else None
    if basis is not None:
        told = True
        yield quote(section, block, Makna.DASAR, basis.group("law").strip(" ,"), nomor="")
    task, functions = _TASK.search(text), _FUNCTIONS.search(text)
    is_ = _IS.match(text) if task is None and functions is None else None
    if is_ is not None and is_member(is_.group("who")):
        yield from _told_of(section, block, is_, state)
        return
    if task is not None and not text.startswith("Dalam melaksanakan"):
        told = True
        end = len(text)
        if functions is not None and task.end() <= functions.start():
            between = text[task.end() : functions.start()]
            end = functions.start() if not re.search(r"[.;]", between) else end
        yield from _task(section, block, task, state, end)
    if functions is not None:
        told = True
        yield from _functions(section, block, functions, state)
    for sentence in _ENDS.split(text)[1:] if told else ():
        later = _IS.match(sentence)
        if later is not None and is_member(later.group("who")):
            yield from _told_of(section, block, later, state)
    if told:
        return
    head = re.fullmatch(
        r"(tugas(?:\s+pokok)?|fungsi|uraian\s+tugas|rincian\s+tugas)\b[^.;]{0,120}?\s*:?", text, re.IGNORECASE
    )
    if state.listing is not None and block.label and text and _is_next(block, state) and head is None:
        state.label, state.count = state.label or block.counts, block.count
        each = _EACH.match(text) if state.listing is Makna.TUGAS else None
        if each is not None and is_member(each.group("who")):
            state.who, text = each.group("who").strip(), text[each.end() :]
        yield _made(section, block, state, text)
        return
    open_ = place > 0 and is_next_function(block, section.blocks[place - 1].text)
    if state.listing is Makna.FUNGSI and not block.label and (text[:1].islower() or open_) and DOING.match(text):
        for urut, words in enumerate(_items(text), 1):
            yield _made(section, block, state, words, number="", urut=urut)
        return
    if (
        state.listing is not None
        and state.label is not None
        and block.counts in (Label.MARK, Label.LETTER, Label.NUMBER)
        and (text[:1].islower() or DOING.match(text) or block.counts is Label.MARK)
    ):
        return
    both = re.search(r"\btugas\b.*\bfungsi\b", text, re.IGNORECASE)
    listed = bool(after and after[0].label) and DOING.match(after[0].text) is not None and len(text.split()) < 8
    if head is not None and not both and (own or is_heading(block) or listed) and len(text) < 140:
        state.listing = Makna.FUNGSI if head.group(1).casefold() == "fungsi" else Makna.TUGAS
        state.label, state.count = None, 0
        if own:
            yield quote(section, block, Makna.JUDUL)
        return
    inline = re.match(r"((?i:tugas(?:\s+pokok)?|fungsi))(?:\s*:\s*|\s+(?=Me[nmlrwy]))(\S.*)", text, re.DOTALL)
    if own and inline is not None:
        state.listing = Makna.FUNGSI if inline.group(1).casefold() == "fungsi" else Makna.TUGAS
        yield _made(section, block, state, inline.group(2), number="")
        state.listing = state.listing if state.listing is Makna.FUNGSI else None
        return
    if state.listing is Makna.TUGAS and own and place and not is_heading(block) and not block.label:
        yield _made(section, block, state, text)
        state.listing = None
        return
    goes_on = not block.label and any(
        each.count == state.count + 1 and _is_next(each, state) and DOING.match(each.text) for each in after
    )
    if state.listing is Makna.FUNGSI and goes_on and not is_heading(block):
        return  # a note or a torn line between two items
    state.listing = None
    if own and is_member(text) and not is_sentence(text) and len(text.split()) < 12:
        state.who = text.rstrip(" :.;")
    if own:
        yield quote(section, block, Makna.JUDUL if is_heading(block) or place == 0 else Makna.TEKS)


def _is_next(block: Block, state: _State) -> bool:
    """Whether a labelled block is an item of the list under way; a scan may print its letter as a capital."""
    if state.label is Label.LETTER and block.counts is Label.CAPITAL:
        return block.count == state.count + 1
    return state.label in (None, block.counts)


def _told_of(section: Section, block: Block, found: re.Match[str], state: _State) -> Iterator[Kutipan]:
    """A task or functions whose unit stands between the word and "adalah"."""
    state.who, state.label = found.group("who").strip(), None
    state.listing = Makna.FUNGSI if found.group("what").casefold() == "fungsi" else Makna.TUGAS
    rest = found.group("rest").strip()
    items = _labelled(rest)
    if len(items) < 2 and DOING.match(rest):
        items = [("", words) for words in _items(_ENDS.split(rest, maxsplit=1)[0])]
    if rest and state.listing is Makna.FUNGSI and len(items) > 1:
        for urut, (label, words) in enumerate(items, 1):
            yield _made(section, block, state, words, number=label, urut=urut)
    elif rest:
        yield _made(section, block, state, _ENDS.split(rest, maxsplit=1)[0], number=_clause(block))
        state.listing = None


def _task(section: Section, block: Block, found: re.Match[str], state: _State, end: int) -> Iterator[Kutipan]:
    state.who = _who(_before(found, ".;:")) or state.who
    words = _AND_FUNCTIONS.sub("", _ENDS.split(found.string[found.end() : end], maxsplit=1)[0]).strip()
    state.listing, state.label, state.count = None, None, 0
    if words.endswith(":") or not words:
        state.listing = Makna.TUGAS
        return
    made = quote(section, block, Makna.TUGAS, stripped(words), nomor=_clause(block), catatan=state.who)
    state.tasks[state.who.casefold()] = state.last = made
    yield made


def _functions(section: Section, block: Block, found: re.Match[str], state: _State) -> Iterator[Kutipan]:
    before = _before(found, ".;")
    state.who = (_who(before) if _TASK.search(before) is None else "") or state.who
    state.listing, state.label, state.count = Makna.FUNGSI, None, 0
    rest = found.string[found.end() :]
    items = _labelled(rest)
    told = _LEADS_IN.sub("", rest, count=1) if not items else ""
    if DOING.match(told) and state.who and not told.rstrip().endswith(":"):
        items = [("", words) for words in _items(_ENDS.split(told, maxsplit=1)[0])]
        state.listing = None
    for urut, (label, words) in enumerate(items, 1):
        yield _made(section, block, state, words, number=label, urut=urut)


def _labelled(text: str) -> list[tuple[str, str]]:
    """Return (label, words) of the items that a text lists with labels in one paragraph."""
    marks = list(_INLINE.finditer(text))
    cuts = [mark.start() for mark in marks] + [len(text)]
    return [(mark.group(1).strip("()."), text[mark.end() : end]) for mark, end in zip(marks, cuts[1:], strict=True)]


def _items(text: str) -> list[str]:
    """Return the functions that a sentence tells: parted by semicolons, else where a comma precedes a noun of doing."""
    parts = [part.strip() for part in text.split(";") if part.strip(" .")]
    if len(parts) == 1:
        parts, held = [], re.split(r"[,:]\s+", text)
        for part in held:
            if parts and not DOING.match(part):
                parts[-1] = f"{parts[-1]}, {part}"
            else:
                parts.append(part)
    return [re.sub(r"^(?:dan|serta)\s+", "", part).rstrip(" ,:") for part in parts]


def _made(
    section: Section, block: Block, state: _State, words: str, *, number: str | None = None, urut: int = 0
) -> Kutipan:
    kind = state.listing or Makna.FUNGSI
    above = state.task() if kind is Makna.FUNGSI else None
    if number is None:
        number = "" if block.counts is Label.MARK else block.label.strip("().:")
    made = quote(section, block, kind, stripped(words), nomor=number, induk=above, catatan=state.who, urut=urut)
    if kind is Makna.TUGAS:
        state.tasks[state.who.casefold()] = state.last = made
    return made


def _before(found: re.Match[str], ends: str) -> str:
    """Return the words of the clause before the verb."""
    words = found.string[max(0, found.start() - _MOST_WHO) : found.start()]
    return words[max(words.rfind(end) for end in ends) + 1 :]


def _clause(block: Block) -> str:
    return "" if block.counts is Label.MARK else block.label.strip("().:")


def _who(text: str) -> str:
    """Return who is spoken of in the words before the verb; a regulation that they begin with is passed over."""
    if re.match(r"\W*(?:berdasarkan|sesuai|mengacu|menurut)\b", text, re.IGNORECASE):
        parts = text.split(", ")
        own = [at for at, part in enumerate(parts) if is_member(part.strip()) and not is_sentence(part)]
        text = ", ".join(parts[own[-1] :]) if own else text
    clauses = re.split(r"\bdimaksud(?:\s+(?:pada|dalam)\s+[^,]{0,60})?,", text)
    text = next((clause for clause in reversed(clauses) if clause.strip(" ,")), "")
    text = re.split(r"\b(?:tersebut|di\s*atas),", text)[-1].strip(" ,")
    for opening in (_AIM, _OF):
        found = opening.match(text)
        text = text[found.end() :] if found is not None else text
    text = re.split(r",?\s+(?:sebagaimana|merupakan|adalah|yang|dipimpin|dalam)\b", text.strip(" ,"), maxsplit=1)[0]
    return text.strip(" ,") if 0 < len(text.split()) <= 25 else ""


_WHOSE = re.compile(r"(?:nama\s+)?(?:unit|jabatan|satuan|bidang|bagian|perangkat|organisasi|unsur)\b", re.IGNORECASE)
_WHOSE_ALONE = re.compile(
    r"(?:nama\s+)?(?:unit|jabatan|satuan|perangkat|organisasi|unsur)(?:\s+(?:kerja|organisasi|daerah))?", re.IGNORECASE
)
_KINDS = (
    (Makna.TUGAS, re.compile(r"(?:uraian\s+|rincian\s+)?tugas(?:\s+(?:pokok|utama))?\s*:?\s*$", re.IGNORECASE)),
    (Makna.FUNGSI, re.compile(r"(?:uraian\s+|rincian\s+)?fungsi\s*:?\s*$", re.IGNORECASE)),
)


def _row(section: Section, block: Block, state: _State) -> Iterator[Kutipan]:
    """A row of a table with a column of tasks or functions, or whose cells begin with, or stand beside, these words."""
    if state.table != block.table:
        state.table, state.columns = block.table, {}
        told = {cell.column: _kind(cell.text) for cell in block.cells}
        others = [cell.text.strip() for cell in block.cells if told[cell.column] is None]
        if any(told.values()) and (len(block.cells) > 2 or all(map(_WHOSE_ALONE.fullmatch, others))):
            state.columns = {
                cell.column: told[cell.column] for cell in block.cells if told[cell.column] or _WHOSE.match(cell.text)
            }
            return
    if section.bagian is not Bagian.TUGAS_FUNGSI and not any(state.columns.values()):
        return
    cells = [cell for cell in block.cells if cell.text.strip()]
    taken: dict[Makna, int] = {}
    for at, cell in enumerate(cells):
        text = cell.text.strip()
        found = re.match(r"(tugas(?:\s+pokok)?|fungsi)\s*:\s*(\S.*)", text, re.IGNORECASE | re.DOTALL)
        beside = _kind(cells[at - 1].text) if at and not state.columns else None
        kind = state.columns.get(cell.column) or beside
        if found is not None:
            kind, text = _kind(found.group(1)), found.group(2)
        elif cell.column in state.columns and kind is None:
            state.who = " ".join(text.split())
        if kind is None or re.fullmatch(r"[-–—.]", text):
            continue
        task = _TASK.search(text) if kind is Makna.TUGAS else None
        if task is not None:
            state.who, text = _who(_before(task, ".;:")) or state.who, text[task.end() :] or text
        state.listing = kind
        for label, words in _listed(text, kind):
            taken[kind] = taken.get(kind, 0) + 1
            yield _made(section, block, state, words, number=label, urut=taken[kind] if taken[kind] > 1 else 0)


def _kind(text: str) -> Makna | None:
    return next((kind for kind, pattern in _KINDS if pattern.match(text.strip())), None)


def _listed(text: str, kind: Makna) -> list[tuple[str, str]]:
    """Return (label, words) of what a cell lists, over lines or in one; a cell that lists nothing is one item."""
    whole = re.sub(r"\s+", " ", text)
    if items := _labelled(whole):
        return items
    if kind is Makna.FUNGSI:
        lines = [re.sub(r"^[-–•▪●*]\s*", "", line).strip() for line in text.split("\n") if line.strip()]
        if len(lines) > 1 and all(line[:1].isupper() or DOING.match(line) for line in lines):
            return [("", line) for line in lines]
        return [("", each) for each in _items(whole)]
    return [("", whole)]
