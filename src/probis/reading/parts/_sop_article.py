"""Articles and dicta to the procedures that they tell: a sentence that leads in to steps, and who does what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from probis.reading.blocks import Block, Label
from probis.reading.parts._sop_list import List, orders, run, within
from probis.reading.parts._sop_words import is_person

_REFERS = re.compile(r"\s*(?:sebagaimana\s+)?(?:dimaksud|tersebut)\s+(?:pada|dalam|di)\s+[^,;:]{0,60}", re.IGNORECASE)
_STEPS = re.compile(
    r"(?:adapun\s+)?(?:(?:uraian|urutan|rincian|rangkaian|alur|langkah(?:\s*-\s*langkah)?|prosedur|tahap(?:an|\s*-\s*tahap)?"
    r"|mekanisme|tata\s+cara|cara\s+kerja|kegiatan)\b,?\s*(?:(?:dan|atau|dalam|untuk)\s+)?)+",
    re.IGNORECASE,
)
"""The words for steps, in front of what they are of."""
_IS = re.compile(
    r",?\s+(?:(?:dapat|wajib|harus)\s+)?(?:di(?:lakukan|laksanakan|selenggarakan|tetapkan|proses|atur|mulai|tempuh)"
    r"|berlangsung|adalah|meliputi|mencakup|yaitu|sebagai|terdiri|mengikuti|dengan|melalui|menurut|sesuai)\b",
    re.IGNORECASE,
)
"""The words that follow what the steps are of."""
_IN_ORDER = re.compile(
    r"\bdi(?:lakukan|laksanakan|selenggarakan|proses)\b.{0,60}\bsebagai\s+berikut\s*:?$", re.IGNORECASE
)
_OF_OTHERS = re.compile(
    r"\b(?:tugas|fungsi|wewenang|kewenangan|tanggung\s*jawab|hak|kewajiban|susunan|ketentuan|syarat|persyaratan)\b",
    re.IGNORECASE,
)
"""What else a list of persons with verbs tells of."""
_PARTS = (Label.ARTICLE, Label.CHAPTER)


def procedures(blocks: Sequence[Block]) -> Iterator[List]:
    """Yield the procedures of articles, each with the words that name it as its title.

    A procedure is a list under a sentence that leads in to steps, nearly all of whose items say who does what; one
    that neither this sentence nor the one before it names is none.
    """
    for at, block in enumerate(blocks):
        if not leads_in(block.text):
            continue
        steps = within(block)
        if not steps and at + 1 < len(blocks) and blocks[at + 1].count < 2 and blocks[at + 1].counts not in _PARTS:
            steps, _ = run(blocks, at + 1)
        own = [step for step in steps if step.doers and all(is_person(name) for name, _ in step.doers)]
        title = _title(blocks[max(0, at - 1) : at + 1])
        if title is not None and len(steps) > 1 and len(own) >= 0.75 * len(steps):
            yield List((block,), tuple(steps), title)


def leads_in(text: str) -> bool:
    """Whether a sentence of an article leads in to steps."""
    shown = orders(text) or _IN_ORDER.search(text) is not None
    return shown and _OF_OTHERS.search(_REFERS.sub("", text)) is None


def _title(leads: Sequence[Block]) -> Block | None:
    """Return the last of the blocks before the steps that names what they are of, its text the name."""
    for block in reversed(leads):
        if block.counts is leads[-1].counts and (name := procedure(block.text)):
            return replace(block, text=name, label="")
    return None


def procedure(text: str) -> str:
    """Return what the steps are of to which a sentence leads in, "" where it names nothing."""
    words = _REFERS.sub("", text.rstrip(" :.;"))
    words = words[found.end() :] if (found := _STEPS.match(words)) is not None else words
    cut = _IS.search(f" {words}")
    name = f" {words}"[: cut.start()].strip(" ,") if cut is not None else words
    return name if 1 < len(name.split()) <= 20 else ""
