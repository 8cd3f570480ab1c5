"""Findings to lines of text, and to rows of JSON."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from probis.model import Temuan, Tingkat

_TANDA = {Tingkat.GALAT: "■ galat", Tingkat.PERINGATAN: "▲ peringatan", Tingkat.CATATAN: "○ catatan"}


def lines(found: Iterable[Temuan], folder: str = "") -> Iterator[str]:
    """Yield a line a finding: place, level, what is wrong, what to do, by which rule."""
    for temuan in found:
        place = str(temuan.tempat) if temuan.tempat else temuan.alamat or folder
        said = f"{temuan.pesan} {temuan.saran}".strip()
        yield f"{place}: {_TANDA[temuan.tingkat]}: {said} [{temuan.aturan}]"


def count(found: Iterable[Temuan]) -> str:
    """Return "2 galat, 1 peringatan, 0 catatan; 15 dikecualikan"."""
    found = tuple(found)
    open_ = [temuan for temuan in found if not temuan.dikecualikan]
    parts = [f"{sum(t.tingkat is tingkat for t in open_)} {tingkat}" for tingkat in Tingkat]
    return ", ".join(parts) + f"; {len(found) - len(open_)} dikecualikan"


def has_errors(found: Iterable[Temuan]) -> bool:
    """Tell whether an error stands that no exception excuses."""
    return any(temuan.tingkat is Tingkat.GALAT and not temuan.dikecualikan for temuan in found)


def rows(found: Iterable[Temuan], pada: date) -> dict[str, Any]:
    """Return the findings as plain data, with the day of judgement."""
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
            }
            for temuan in found
        ],
    }
