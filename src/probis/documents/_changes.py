"""Two versions of a model to what a decree on them must say: provisions as they were and are, and changed maps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from probis.analysis import JenisPerbedaan, Perbedaan, differences
from probis.maps import EMPTY, UnknownSubject, all_maps, field_of, find_map, named, said
from probis.model import LintasFungsi, PetaProsesBisnis

Place = Literal["arah", "organisasi", "proses", "peta"]

_PLACES: dict[str, Place] = {
    "instansi": "arah",
    "visi": "arah",
    "misi": "arah",
    "tujuan": "arah",
    "sasaran": "arah",
    "area": "arah",
    "unit": "organisasi",
    "fungsi": "organisasi",
    "jabatan": "organisasi",
    "pihak": "peta",
    "produk": "peta",
    "proses": "proses",
    "penjelasan": "proses",
    "aliran": "peta",
    "hubungan": "peta",
    "lintas-fungsi": "peta",
}
"""Where the annex shows each kind of element; kinds that no decree prints are left out."""
_UNPRINTED = frozenset(
    {"sumber", "catatan", "tambahan", "asing", "letak", "profil", "indikator", "rab", "aplikasi", "risiko", "melayani"}
    | {"urutan", "beban", "volume", "peluang", "kelas", "bezetting", "kebutuhan", "menggantikan", "rincian"}
)
_MAPS = ("struktur-organisasi", "peta-proses", "peta-sub-proses", "peta-relasi", "peta-lintas-fungsi")


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision: what it is about, as it was and as it is; "" before where it is new, "" now where it is gone."""

    place: Place
    about: str
    was: str
    now: str
    map: str | None = None
    """The lintas fungsi in which it stands."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs: provisions in the order of the annex, maps (name and subject) that changed, came, and are gone."""

    provisions: tuple[Provision, ...]
    changed: tuple[tuple[str, str | None], ...]
    added: tuple[tuple[str, str | None], ...]
    gone: tuple[tuple[str, str | None], ...]

    def __bool__(self) -> bool:
        return bool(self.provisions or self.changed or self.added or self.gone)


def changes(old: PetaProsesBisnis, new: PetaProsesBisnis) -> Changes:
    """What a decree prints and the two versions do not have in common; sources, notes and placements are no content."""
    before, after = _printed(old), _printed(new)
    provisions = [*_direction(before, after), *_provisions(before, after)]
    order: tuple[Place, ...] = ("arah", "organisasi", "proses", "peta")
    provisions.sort(key=lambda found: order.index(found.place))
    were, are = dict(_maps(before)), dict(_maps(after))
    return Changes(
        tuple(provisions),
        tuple(key for key, shown in are.items() if key in were and were[key] != shown),
        tuple(key for key in are if key not in were),
        tuple(key for key in were if key not in are),
    )


def _printed(model: PetaProsesBisnis) -> PetaProsesBisnis:
    """The model with nothing that a decree does not print."""
    kept = {**model.model_dump(exclude={"sop", "peraturan", "pengecualian", "evaluasi", "berkas"})}
    profil = kept["instansi"].get("profil")
    bare = _without(kept)
    bare["instansi"]["profil"] = profil
    return PetaProsesBisnis.model_validate(bare)


def _without(value: Any) -> Any:
    match value:
        case dict():
            return {key: _without(inner) for key, inner in value.items() if key not in _UNPRINTED}
        case list() | tuple():
            return [_without(inner) for inner in value]
        case _:
            return value


def _maps(model: PetaProsesBisnis) -> Iterator[tuple[tuple[str, str | None], object]]:
    """Each map that a decree holds, with what it shows in words."""
    wanted = {found.slug for found in all_maps()}
    for slug in _MAPS:
        found = find_map(slug) if slug in wanted else None
        for subject in found.subjects(model) if found is not None else ():
            try:
                yield (slug, subject.id), _shown(model, slug, subject.id)
            except UnknownSubject:
                continue


def _shown(model: PetaProsesBisnis, slug: str, subject: str | None) -> object:
    """What a map shows: its words; of a lintas fungsi all of it, for lanes and times stand in no list of steps."""
    found = find_map(slug)
    peta = model.cari_lintas_fungsi(subject) if slug == "peta-lintas-fungsi" else None
    words = found.describe(model, subject) if found is not None else None
    return (words, peta.model_dump()) if isinstance(peta, LintasFungsi) else words


def _direction(old: PetaProsesBisnis, new: PetaProsesBisnis) -> Iterator[Provision]:
    """What of the direction and the organisation has no address."""
    was, now = old.arah, new.arah
    if was.dokumen != now.dokumen:
        yield Provision("arah", "dokumen rencana", was.dokumen, now.dokumen)
    if was.telaahan != now.telaahan:
        yield Provision("arah", "telaahan", _quoted(was.telaahan), _quoted(now.telaahan))
    if was.dilayani != now.dilayani:
        texts = [_names(model, model.arah.dilayani) for model in (old, new)]
        yield Provision("arah", "yang didukung instansi", *texts)
    if old.organisasi.dasar != new.organisasi.dasar:
        yield Provision(
            "organisasi", "dasar pembentukan", ", ".join(old.organisasi.dasar), ", ".join(new.organisasi.dasar)
        )


def _quoted(paragraphs: tuple[str, ...]) -> str:
    return f"“{' '.join(paragraphs)}”" if paragraphs else ""


def _names(model: PetaProsesBisnis, ids: tuple[str, ...]) -> str:
    kinds = ("misi", "tujuan", "sasaran", "area")
    there = ((kind, id_) for id_ in ids for kind in kinds if model.cari(f"{kind}/{id_}") is not None)
    return ", ".join(named(model, f"{kind}/{id_}") for kind, id_ in there)


def _provisions(old: PetaProsesBisnis, new: PetaProsesBisnis) -> Iterator[Provision]:
    found = differences(old, new)
    whole = {d.alamat for d in found if d.jenis is not JenisPerbedaan.DIUBAH}
    for one in found:
        kind, _, rest = one.alamat.partition("/")
        place = _PLACES.get(kind)
        above = "/".join(one.alamat.split("/")[:2])
        if place is None or (above != one.alamat and above in whole):
            continue  # within a lintas fungsi that comes or goes as a whole
        peta = rest.partition("/")[0] if kind == "lintas-fungsi" else None
        yield from _provision(old, new, one, place, peta)


def _provision(
    old: PetaProsesBisnis, new: PetaProsesBisnis, one: Perbedaan, place: Place, peta: str | None
) -> Iterator[Provision]:
    if one.jenis is JenisPerbedaan.DITAMBAH:
        yield Provision(place, _element(new, one.alamat), "", _words(new, one.alamat), peta)
    elif one.jenis is JenisPerbedaan.DIHAPUS:
        yield Provision(place, _element(old, one.alamat), _words(old, one.alamat), "", peta)
    for key, was, now in one.bidang:
        before, after = said(old, one.alamat, key, was), said(new, one.alamat, key, now)
        if before != after:
            before, after = ("" if words == EMPTY else words for words in (before, after))
            yield Provision(place, _about(old, one.alamat, key), before, after, peta)


def _about(model: PetaProsesBisnis, alamat: str, key: str) -> str:
    """A field with what it belongs to, in the middle of a sentence."""
    if key == "bunyi":
        return f"bunyi {_numbered(model, alamat)}"
    if key == "terlibat":
        return f"yang terlibat dalam {named(model, alamat)}"
    return field_of(model, alamat, key)


def _element(model: PetaProsesBisnis, alamat: str) -> str:
    """What an element is called that comes or goes; one that is a sentence by its kind alone."""
    kind = alamat.partition("/")[0]
    return kind if hasattr(model.cari(alamat), "bunyi") and kind != "penjelasan" else named(model, alamat)


def _numbered(model: PetaProsesBisnis, alamat: str) -> str:
    """An element that is a sentence by its kind and number, for its name would be the sentence itself."""
    kind, _, id_ = alamat.partition("/")
    same = [element.id for element in model.jenis.get(kind, ())]
    if kind == "penjelasan":
        return named(model, alamat)
    if kind == "fungsi":
        unit = next((u for u in model.organisasi.unit if any(f.id == id_ for f in u.fungsi)), None)
        if unit is not None:
            return f"fungsi nomor {[f.id for f in unit.fungsi].index(id_) + 1} {unit.nama}"
    return f"{kind} nomor {same.index(id_) + 1}" if len(same) > 1 else kind


def _words(model: PetaProsesBisnis, alamat: str) -> str:
    """What a new or removed element says: its sentence, else its name."""
    found = model.cari(alamat)
    sentence = str(getattr(found, "bunyi", ""))
    return f"“{sentence}”" if sentence else named(model, alamat) or EMPTY
