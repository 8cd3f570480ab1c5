"""Lines of text in which two signatures stand side by side to those of the decree's own, then those beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from probis.reading.document import Kind, Line
from probis.reading.formats._lines import plain

_MADE = re.compile(r"(?<=\s)(?:Ditetapkan|Dikeluarkan)\s+di\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?:Salinan|Mengetahui|Diundangkan|Disahkan|Untuk salinan|\W{0,3}Paraf|Telah diperiksa)\b", re.IGNORECASE
)
_AFTER = re.compile(r"\s*(?:Te(?:m|rn)busan|Tindasan|LAMPIRAN|Lampiran)\b")
_ABOVE, _BELOW = 4, 20


def signed(lines: Sequence[Line]) -> list[Line]:
    """Return the lines; what stands beside place, date and signature follows these, with the number of their last."""
    made: list[Line] = []
    at = 0
    while at < len(lines):
        found = _MADE.search(lines[at].raw.expandtabs(4)[:200]) if lines[at].kind is Kind.TEXT else None
        block = _block(lines, at, found.start()) if found is not None and found.start() > 20 else None
        if block is None or found is None:
            made.append(lines[at])
            at += 1
            continue
        first, last, cut = block
        del made[len(made) - (at - first) :]
        made += _parted(lines[first:last], cut)
        at = last
    return made


def _block(lines: Sequence[Line], at: int, start: int) -> tuple[int, int, int] | None:
    """(first line, line after the last, where the sides part) of two signatures side by side."""
    first = at
    while first and at - first < _ABOVE and _BESIDE.match(lines[first - 1].text) and not lines[first - 1].cells:
        first -= 1
    last = at
    while last < min(len(lines), at + _BELOW) and lines[last].kind is Kind.TEXT and not _AFTER.match(lines[last].raw):
        last += 1
    raws = [line.raw.expandtabs(4)[:400] for line in lines[first:last]]
    free = [n for n in range(12, start) if all(not raw[n : n + 1].strip() for raw in raws)]
    cut = max((n for n in free if n - 1 in free), default=0)
    left = [raw[:cut].strip() for raw in raws if raw[:cut].strip()]
    if not cut or len(left) < 3 or not any(_BESIDE.match(said) for said in left):
        return None
    return first, last, cut


def _parted(block: Sequence[Line], cut: int) -> Iterator[Line]:
    left: list[str] = []
    for line in block:
        raw = line.raw.expandtabs(4)
        left += [said] if (said := plain(raw[:cut])) else []
        yield replace(line, text=plain(raw[cut:]), begins=True, indent=float(cut))
    for said in left:
        yield Line(block[-1].number, said, "", block[-1].page, begins=True)
