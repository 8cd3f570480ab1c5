"""Blocks to the same blocks without the mark that the document says it sets behind what is not sure ("usulan")."""

import re
from collections.abc import Sequence
from dataclasses import replace

from probis.reading.blocks import Block

_LEGEND = re.compile(
    r"(?:tanda|penanda|label|kata|tulisan)\s+[“\"'‘(\[]{0,2}(?P<mark>[^\W\d_]{3,20}|[*†‡#^]{1,3})[”\"'’)\]]{0,2}"
    r"\s+(?:menunjukkan|menandai|menandakan|menyatakan|berarti|artinya|dipakai|digunakan)\b.{0,200}",
    re.IGNORECASE,
)
"""What a legend says: "Tanda usulan menunjukkan isian yang belum dikonfirmasi"."""


def undeclared(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks; a mark that a legend explains is taken from the end of paragraphs and cells,
    and goes where it stands alone.

    A name that itself ends in the word of the mark loses it where no mark stands behind it: a reader of the words
    alone cannot tell the two apart.
    """
    told = [found for block in blocks if (found := _LEGEND.fullmatch(block.text.strip())) is not None]
    marks = {found.group("mark") for found in told}
    if not marks:
        return tuple(blocks)
    words = "|".join(sorted(re.escape(each) for each in marks))
    end = re.compile(rf"(?<=[\w;:.,)”\"…])(?:\s+(?:{words})|\s*[(\[](?:{words})[)\]])(?=\s*$)")
    kept = [block for block in blocks if block.label or block.cells or block.text.strip() not in marks]
    return tuple(block if _LEGEND.fullmatch(block.text.strip()) else _without(block, end) for block in kept)


def _without(block: Block, end: re.Pattern[str]) -> Block:
    text = end.sub("", block.text)
    cells = tuple(replace(cell, text=end.sub("", cell.text)) for cell in block.cells)
    if text == block.text and cells == block.cells:
        return block
    return replace(block, text=text, cells=cells)
