"""What must be confirmed, and what the rules still find wrong, to lines for the terminal and a page for the folder."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from probis.edits import Konfirmasi
    from probis.model import PetaProsesBisnis, Temuan

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
    "unit": "Unit kerja",
    "usulan": "Usulan",
}


def page(
    model: "PetaProsesBisnis", konfirmasi: "Iterable[Konfirmasi]", galat: "Iterable[Temuan]", pada: "date"
) -> bytes:
    """Return the whole list as a page with a box to tick for each entry, and what each address is called."""
    said = [
        f"# Yang perlu dikonfirmasi: {model.instansi.nama}, {model.instansi.periode}",
        "",
        f"Disusun pada {pada.isoformat()}. Berkas ini catatan kerja; Probis tidak membacanya.",
        "",
    ]
    errors = [f"- [ ] `{one.tempat or one.alamat}`: {one.pesan} {one.saran}".rstrip() for one in galat]
    if errors:
        said += ["## Galat pemeriksaan", "", *errors, ""]
    for heading, groups in _sections(konfirmasi):
        said += [f"## {heading}", ""]
        for alasan, places in groups:
            if len(places) == 1:
                said.append(f"- [ ] {_named(model, places[0])}: {alasan}")
            else:
                said += [f"- {alasan}", *(f"  - [ ] {_named(model, place)}" for place in places)]
        said.append("")
    return ("\n".join(said).rstrip() + "\n").encode()


def _named(model: "PetaProsesBisnis", place: str) -> str:
    """Return an address with what a reader calls the element: `proses/penataan` (BO-01 Penataan Kelembagaan)."""
    at = place.split("#")[0]
    kind, _, id_ = at.partition("/")
    element: Any = model.cari(at)
    if kind == "lintas-fungsi" and "/" not in id_:
        element = model.cari_proses(element.proses) if element is not None else None
    if kind == "aliran" and element is not None:
        ends = " → ".join(model.sebutan(end) or "…" for end in (element.dari, element.ke))
        return f"`{place}` ({model.nama_produk(element.produk)}: {ends})"
    words = [getattr(element, name, "") for name in ("kode", "nama", "bunyi")] if element is not None else []
    name = " ".join(word for word in words if word)
    return f"`{place}` ({name if len(name) <= 90 else name[:89] + '…'})" if name else f"`{place}`"


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
            yield from (f"  {_where(places)}: {alasan}" for alasan, places in groups)


def _sections(konfirmasi: "Iterable[Konfirmasi]") -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """Yield each subject matter with its reasons, and for each reason the places it holds of."""
    found: dict[str, dict[str, list[str]]] = {}
    for one in konfirmasi:
        place = f"{one.alamat}#{one.bidang}" if one.bidang else one.alamat
        places = found.setdefault(str(one.perihal), {}).setdefault(" ".join(one.alasan.split()), [])
        if place not in places:
            places.append(place)
    for perihal, title in _TITLES.items():
        if perihal in found:
            yield title, list(found[perihal].items())


def _where(places: list[str]) -> str:
    shown = ", ".join(places[:_SHOWN])
    return f"{shown}, dan {len(places) - _SHOWN} lagi" if len(places) > _SHOWN else shown
