"""Findings to lines of text, grouped for a reader or one a line for a program, and to rows of JSON."""

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from probis.cli._baseline import Compared
from probis.model import Temuan, Tingkat

_TANDA = {Tingkat.GALAT: "■ galat", Tingkat.PERINGATAN: "▲ peringatan", Tingkat.CATATAN: "○ catatan"}
_COLOURS = {Tingkat.GALAT: "31", Tingkat.PERINGATAN: "33", Tingkat.CATATAN: "36"}
_NARROWEST, _WIDEST = 50, 110
_REPEATED = 2  # findings of one rule with the same advice, from which on it is said once


def lines(found: Iterable[Temuan], folder: str = "") -> Iterator[str]:
    """Yield a line a finding: place, level, what is wrong, what to do, by which rule."""
    for temuan in found:
        place = str(temuan.tempat) if temuan.tempat else temuan.alamat or folder
        said = f"{temuan.pesan} {temuan.saran}".strip()
        yield _clean(f"{place}: {_TANDA[temuan.tingkat]}: {said} [{temuan.aturan}]")


def by_file(found: Iterable[Temuan], width: int = 100, colour: bool = False) -> Iterator[str]:
    """Yield the findings under the file they stand in, line by line, wrapped to a width in columns."""
    groups: dict[str, list[Temuan]] = {}
    for temuan in found:
        groups.setdefault(temuan.tempat.berkas if temuan.tempat else "", []).append(temuan)
    for berkas, group in groups.items():
        yield _painted(_clean(berkas or "Tanpa tempat dalam berkas"), "1", colour)
        number = max((len(str(t.tempat.baris)) for t in group if t.tempat), default=0)
        for temuan in group:
            line = str(temuan.tempat.baris) if temuan.tempat else ""
            said = f"{temuan.pesan} {temuan.saran}".strip() + f" [{temuan.aturan}]"
            yield from _entry(f"{line:>{number}}" if number else "", temuan, said, width, colour)
        yield ""


def by_rule(
    found: Iterable[Temuan], titles: Mapping[str, str], width: int = 100, colour: bool = False
) -> Iterator[str]:
    """Yield the findings under the rule they break, the heaviest first; advice that all of them share is said once."""
    groups: dict[tuple[int, str], list[Temuan]] = {}
    for temuan in found:
        groups.setdefault((list(Tingkat).index(temuan.tingkat), temuan.aturan), []).append(temuan)
    for (_, slug), group in sorted(groups.items(), key=lambda each: each[0][0]):
        title = titles.get(slug, "Isi berkas")
        head = f"{_TANDA[group[0].tingkat]} · {title} [{slug}] · {len(group)} tempat"
        yield from (_painted(each, "1", colour) for each in _wrapped(head, width, "", "  "))
        advice = {temuan.saran for temuan in group}
        shared = len(advice) == 1 and len(group) >= _REPEATED
        for temuan in group:
            place = str(temuan.tempat) if temuan.tempat else temuan.alamat
            said = temuan.pesan if shared else f"{temuan.pesan} {temuan.saran}".strip()
            yield from _wrapped(f"{place}  {said}", width, "  ", "    ")
        if shared and (saran := next(iter(advice))):
            yield from _wrapped(f"→ {saran}", width, "  ", "    ")
        yield ""


def _entry(line: str, temuan: Temuan, said: str, width: int, colour: bool) -> Iterator[str]:
    mark = _TANDA[temuan.tingkat]
    first = f"  {line}  " if line.strip() else "  "
    hanging = " " * (len(first) + 2)
    wrapped = list(_wrapped(f"{mark}: {said}", width, first, hanging))
    if colour:
        wrapped[0] = wrapped[0].replace(mark, _painted(mark, _COLOURS[temuan.tingkat], True), 1)
    yield from wrapped


def _wrapped(said: str, width: int, first: str, hanging: str) -> list[str]:
    room = min(max(width, _NARROWEST), _WIDEST)
    return textwrap.wrap(
        _clean(said),
        room,
        initial_indent=first,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _painted(said: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{said}\x1b[0m" if colour else said


def _clean(said: str) -> str:
    """The text without characters that command a terminal instead of being read."""
    return "".join("�" if unicodedata.category(c) == "Cc" and c not in "\t" else c for c in said)


def count(found: Iterable[Temuan]) -> str:
    """Return "2 galat, 1 peringatan, 0 catatan; 15 dikecualikan"."""
    found = tuple(found)
    open_ = [temuan for temuan in found if not temuan.dikecualikan]
    parts = [f"{sum(t.tingkat is tingkat for t in open_)} {tingkat}" for tingkat in Tingkat]
    return ", ".join(parts) + f"; {len(found) - len(open_)} dikecualikan"


def has_errors(found: Iterable[Temuan]) -> bool:
    """Tell whether an error stands that no exception excuses."""
    return any(temuan.tingkat is Tingkat.GALAT and not temuan.dikecualikan for temuan in found)


def rows(found: Iterable[Temuan], pada: date, compared: Compared | None = None) -> dict[str, Any]:
    """Return the findings as plain data, with the day of judgement.

    Compared with a baseline, each also says whether it is `dikenal`, and what is gone stands under `hilang`.
    """
    known = {id(temuan) for temuan in compared.known} if compared is not None else set()
    more = {"hilang": [gone.row for gone in compared.gone]} if compared is not None else {}
    return {
        "pada": pada.isoformat(),
        "temuan": [
            {
                "aturan": temuan.aturan,
                "tingkat": str(temuan.tingkat),
                "alamat": temuan.alamat,
                "bidang": temuan.bidang,
                "pesan": temuan.pesan,
                "saran": temuan.saran,
                "berkas": temuan.tempat.berkas if temuan.tempat else None,
                "baris": temuan.tempat.baris if temuan.tempat else None,
                "kolom": temuan.tempat.kolom if temuan.tempat else None,
                "alasan": temuan.alasan or None,
                "jalan": list(temuan.jalan),
                **({"dikenal": id(temuan) in known} if compared is not None else {}),
            }
            for temuan in found
        ],
        **more,
    }
