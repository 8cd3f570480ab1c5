"""What nobody has confirmed yet to marks, one entry for each ground that proposals rest on."""

from __future__ import annotations

from collections.abc import Iterator

from probis.drawing.overlay import Entry, Overlay
from probis.maps._family import SubjectKind
from probis.maps._overlays._family import Given, Lapis
from probis.maps._overlays._names import field, field_of, kind_word, named
from probis.maps._overlays._places import crosses, whole
from probis.model import JenisSumber, LintasFungsi, PetaProsesBisnis, Sumber, Unsur

LAPIS = Lapis("Usulan", 30)

_NAMED = 3  # so many elements are named, more are counted


def overlay(given: Given, kind: SubjectKind, subject_id: str | None, drawn: frozenset[str]) -> Overlay:
    """The proposals of this map by their ground: what the proposal rests on, and who made it when."""
    model = given.model
    of_whole = whole(model, kind, subject_id) - {"instansi"}
    grounds: dict[tuple[str, str], list[tuple[str, str, tuple[str, ...]]]] = {}
    for alamat, key, sumber in _proposals(model):
        at = (alamat,) if alamat in drawn else _at_owner(model, alamat, key, drawn)
        if at or (alamat in of_whole and key) or _bundled(model, alamat, drawn):
            grounds.setdefault(_ground(sumber), []).append((alamat, key, at))
    entries = tuple(
        Entry(
            "provisional",
            _what(model, found),
            _why(*ground),
            tuple(dict.fromkeys(ref for *_, at in found for ref in at)),
        )
        for ground, found in grounds.items()
    )
    return Overlay(
        LAPIS.title,
        entries,
        {"provisional": "Usulan"},
        empty="Tidak ada usulan pada peta ini: semuanya sudah dikonfirmasi.",
    )


def _proposals(model: PetaProsesBisnis) -> Iterator[tuple[str, str, Sumber]]:
    """Address, field ("" for the whole element) and source of each proposal."""
    for alamat, element in model.unsur():
        parts = alamat.split("/")
        peta = model.cari_lintas_fungsi(parts[1]) if len(parts) == 3 else None
        simpul = peta.cari_simpul(parts[2]) if peta is not None else None
        if peta is not None and simpul is not None:
            sumber = peta.sumber_simpul(simpul)
            if sumber is not None and sumber.jenis is JenisSumber.USULAN:
                yield alamat, "", sumber
            continue
        if isinstance(element, Unsur):
            yield from _of_element(alamat, element)


def _of_element(alamat: str, element: Unsur) -> Iterator[tuple[str, str, Sumber]]:
    of_all = element.sumber_bidang()
    if of_all is not None and of_all.jenis is JenisSumber.USULAN and not isinstance(element, LintasFungsi):
        yield alamat, "", of_all
    for sumber in element.sumber:
        for key in sumber.untuk if sumber.jenis is JenisSumber.USULAN else ():
            if "/" not in key and key != "simpul" and element.sumber_bidang(key) is sumber:
                yield alamat, key, sumber


def _at_owner(model: PetaProsesBisnis, alamat: str, key: str, drawn: frozenset[str]) -> tuple[str, ...]:
    """The unit that is said to own a process, where the process itself is not drawn."""
    owner = getattr(model.cari(alamat), "pemilik", None) if key == "pemilik" else None
    return (f"unit/{owner}",) if f"unit/{owner}" in drawn and not getattr(model.cari(alamat), "induk", None) else ()


def _bundled(model: PetaProsesBisnis, alamat: str, drawn: frozenset[str]) -> bool:
    """Whether a flow or relation is drawn within a line that bears the address of another one."""
    kind = alamat.partition("/")[0]
    if kind not in ("aliran", "hubungan") or not any(ref.startswith(f"{kind}/") for ref in drawn):
        return False
    return crosses(model, alamat, drawn)


def _ground(sumber: Sumber) -> tuple[str, str]:
    by = ", ".join(filter(None, (sumber.oleh, sumber.tanggal.isoformat() if sumber.tanggal else "")))
    return sumber.acuan, by


def _why(acuan: str, by: str) -> str:
    ground = f"Dasar: {acuan.rstrip('.')}." if acuan else "Dasar usulan belum ditulis."
    return ground + (f" Menurut {by}." if by else "")


def _what(model: PetaProsesBisnis, found: list[tuple[str, str, tuple[str, ...]]]) -> str:
    if len(found) <= _NAMED:
        said = [field_of(model, alamat, key) if key else named(model, alamat) for alamat, key, _ in found]
        text = "; ".join(said)
        return text[:1].upper() + text[1:] + "."
    counted: dict[str, int] = {}
    for alamat, key, _ in found:
        kind = kind_word(model, alamat)
        word = kind if not key else field(key) if field(key).endswith(kind) else f"{field(key)} {kind}"
        counted[word] = counted.get(word, 0) + 1
    return ", ".join(f"{number} {word}" for word, number in counted.items()) + "."
