"""What must be confirmed, and what the rules still find wrong, to lines for the terminal and a page for the folder."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from probis.edits import Konfirmasi
    from probis.model import Temuan

FILE = "perlu-dikonfirmasi.md"
_SHOWN = 3

_TITLES = {
    "keputusan": "Keputusan",
    "pejabat": "Pejabat",
    "rencana": "Rencana",
    "peraturan": "Peraturan",
    "nilai hukum": "Nilai dari peraturan",
    "pengecualian": "Pengecualian",
    "evaluasi": "Evaluasi",
    "angka": "Angka dan tanggal",
    "istilah": "Istilah instansi lain",
    "sumber": "Wawancara dan dokumen lama",
    "usulan": "Usulan",
}


def page(title: str, konfirmasi: "Iterable[Konfirmasi]", galat: "Iterable[Temuan]", pada: "date") -> bytes:
    """Return the whole list as a page with a box to tick for each entry."""
    lines = [
        f"# Yang perlu dikonfirmasi: {title}",
        "",
        f"Disusun pada {pada.isoformat()}. Berkas ini catatan kerja;",
        "",
    ]
    lines[2] += " Probis tidak membacanya."
    errors = [f"- [ ] `{one.tempat or one.alamat}`: {one.pesan} {one.saran}".rstrip() for one in galat]
    if errors:
        lines += ["## Galat pemeriksaan", "", *errors, ""]
    for heading, groups in _sections(konfirmasi):
        lines += [f"## {heading}", ""]
        lines += [f"- [ ] {_where(places, len(places))}: {alasan}" for alasan, places in groups]
        lines.append("")
    return ("\n".join(lines).rstrip() + "\n").encode()


def lines(konfirmasi: "Iterable[Konfirmasi]", galat: "Iterable[Temuan]") -> Iterator[str]:
    """Yield the list for the terminal: errors first, proposals only counted by kind, long rows cut short."""
    errors = tuple(galat)
    if errors:
        yield f"Galat pemeriksaan ({len(errors)})"
        yield from (f"  {one.tempat or one.alamat}: {one.pesan}" for one in errors)
    for heading, groups in _sections(konfirmasi):
        yield f"{heading} ({sum(len(places) for _, places in groups)})"
        if heading == _TITLES["usulan"]:
            kinds: dict[str, int] = {}
            for _, places in groups:
                for place in places:
                    kind = place.split("#")[0].split("/")[0]
                    kinds[kind] = kinds.get(kind, 0) + 1
            yield "  " + ", ".join(f"{number} {kind}" for kind, number in kinds.items())
        else:
            yield from (f"  {_where(places, _SHOWN, plain=True)}: {alasan}" for alasan, places in groups)


def _sections(konfirmasi: "Iterable[Konfirmasi]") -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """Yield each subject matter with its reasons, and for each reason the places it holds of."""
    found: dict[str, dict[str, list[str]]] = {}
    for one in konfirmasi:
        place = f"{one.alamat}#{one.bidang}" if one.bidang else one.alamat
        places = found.setdefault(str(one.perihal), {}).setdefault(one.alasan, [])
        if place not in places:
            places.append(place)
    for perihal, title in _TITLES.items():
        if perihal in found:
            yield title, list(found[perihal].items())


def _where(places: list[str], most: int, *, plain: bool = False) -> str:
    shown = ", ".join(place if plain else f"`{place}`" for place in places[:most])
    return f"{shown}, dan {len(places) - most} lagi" if len(places) > most else shown
