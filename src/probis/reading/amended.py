"""Blocks to blocks that know which passages an amendment sets in place of others, their quotation marks taken off."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from probis.reading.blocks import QUOTES, Block, Label
from probis.reading.document import Kind

_ANNOUNCES = re.compile(
    r"\b(?:diubah|disisip\w*|ditambah\w*|diganti|diperbaiki)\b[^:]*"
    r"\b(?:berbunyi|dibaca|menjadi|sebagai\s+berikut|yakni|yaitu)\b[^:]{0,80}:$",
    re.IGNORECASE | re.DOTALL,
)
_GOES_ON = re.compile(
    r"(?:ketentuan|di\s*antara|judul|lampiran|setelah|sesudah|sebelum|diktum|pasal|huruf|angka|bab|ayat|butir|tabel"
    r"|gambar|men(?:ambah|gubah|yisip|ghapus|gganti)\w*)\b",
    re.IGNORECASE,
)
_TAIL = 600
"""Characters before the colon in which an announcement of new text stands."""
_AHEAD = 40
"""Blocks after a dictum within which the next one is looked for."""
_CLOSED = re.compile(r"[\"”]\s*[.;]?$")
_ENDS = re.compile(r"(?:ditetapkan|dikeluarkan|diundangkan)\s+(?:di|pada)\b|agar\s+setiap\s+orang", re.IGNORECASE)


def amended(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, those of each passage numbered from 1.

    A passage begins after "… berbunyi sebagai berikut:" and ends with its closing mark, or before the next item of
    the amendment where it has none.
    """
    passage, within, dictum = 0, False, 0  # the dictum read last that is the amendment's own
    announcer: Block | None = None
    before: Block | None = None
    for at, block in enumerate(blocks):
        if within and announcer is not None and _resumes(block, announcer, dictum):
            within = False
        if not within and before is not None and _announces(before) and _opens(blocks, at, before):
            within, passage, announcer = True, passage + 1, before
            block = replace(block, text=block.text[1:].lstrip()) if block.text[:1] in QUOTES else block
        before = block
        if not within:
            dictum = block.count if block.counts is Label.DIKTUM else dictum
            yield block
            continue
        if _CLOSED.search(block.text) and sum(block.text.count(mark) for mark in QUOTES) % 2:
            within = False
            block = replace(block, text=_CLOSED.sub("", block.text).rstrip())
        yield replace(block, passage=passage)


def _announces(block: Block) -> bool:
    text = block.text.rstrip()
    return text.endswith(":") and _ANNOUNCES.search(text[-_TAIL:]) is not None


def _opens(blocks: Sequence[Block], at: int, before: Block) -> bool:
    """Whether new text begins here: not the list of what is amended, nor its next item.

    A dictum set by the amendment may have the number that the amendment's own next one has too, which follows it.
    """
    block = blocks[at]
    if block.label and _GOES_ON.match(block.text):
        return False
    if block.counts is not before.counts or block.count != before.count + 1:
        return True
    ahead = [each for each in blocks[at + 1 : at + _AHEAD] if each.counts is Label.DIKTUM]
    return block.counts is Label.DIKTUM and bool(ahead) and ahead[0].count == block.count


def _resumes(block: Block, announcer: Block, dictum: int) -> bool:
    """Whether the amendment itself goes on: with its next item, dictum or article, or with its end."""
    if block.kind is not Kind.TEXT:
        return False
    if block.counts is Label.DIKTUM and block.count == dictum + 1:
        return True
    if block.counts is announcer.counts is not None and block.count == announcer.count + 1:
        return _GOES_ON.match(block.text) is not None
    if block.counts is Label.ARTICLE and re.search(r"\b[IVX]+\b", block.label):
        return True
    return _ENDS.match(block.text) is not None
