"""A lintas fungsi to its file: a row for every node, every exit written out."""

from collections.abc import Sequence
from itertools import groupby

from probis.interchange.yaml.exits import JENIS, STATED, lewat
from probis.interchange.yaml.plain import plain
from probis.interchange.yaml.rows import HELD
from probis.interchange.yaml.shape import LAST
from probis.model import AcuanLuar, Alur, Jalur, LintasFungsi, Simpul

_KEYS = {jenis: key for key, jenis in JENIS.items()}
_HEAD = ("proses", "varian", "volume", "batas", *LAST)


def collapse(peta: LintasFungsi) -> dict[str, object]:
    """Return what the file of a lintas fungsi holds; its id is the file's name."""
    full = plain(peta, skip=("id", "jalur", "simpul", "alur", "letak"))
    made: dict[str, object] = {name: full[name] for name in _HEAD if name in full}
    known = {simpul.id for simpul in peta.simpul}
    rest = [plain(alur) for alur in peta.alur if alur.dari not in known]
    parts: dict[str, list[object]] = {
        "jalur": [_lane(jalur) for jalur in peta.jalur],
        "langkah": [_row(simpul, peta.keluar(simpul.id)) for simpul in peta.simpul],
        "alur": list(rest),
        "letak": [plain(letak) for letak in peta.letak],
    }
    made.update((name, value) for name, value in parts.items() if value)
    return made


def _lane(jalur: Jalur) -> object:
    full = plain(jalur)
    return jalur.id if full == {"id": jalur.id, "pelaku": jalur.id} else full


def _row(simpul: Simpul, leaving: Sequence[Alur]) -> dict[str, object]:
    full = plain(simpul, skip=("jenis",))
    held = HELD.get(simpul.jenis, "nama")
    row: dict[str, object] = {"id": full.pop("id")}
    if "jalur" in full:
        row["jalur"] = full.pop("jalur")
    text = full.pop(held, None)
    row[simpul.jenis] = _held(simpul) if text is None else text
    last = {name: full.pop(name) for name in LAST if name in full}
    return {**row, **full, **_exits(simpul, leaving), **last}


def _held(simpul: Simpul) -> object:
    """Return the text of a kind's key where it is at its default: no name, or the default kind of gateway."""
    held = getattr(simpul, HELD.get(simpul.jenis, "nama"))
    return plain(held) if isinstance(held, AcuanLuar) else str(held)


def _exits(simpul: Simpul, leaving: Sequence[Alur]) -> dict[str, object]:
    if simpul.jenis == "putusan":
        return {"pilihan": _answers(leaving)}
    made: dict[str, object] = {}
    runs = [(jenis, list(run)) for jenis, run in groupby(leaving, key=lambda alur: alur.jenis)]
    if len({jenis for jenis, _ in runs}) == len(runs):
        for jenis, run in runs:
            made[_KEYS[jenis]] = _targets(simpul, _KEYS[jenis], run)
    else:
        made["ke"] = [_mapping(alur, _KEYS[alur.jenis]) for alur in leaving]
    if simpul.jenis != "selesai" and not any(key in made for key in STATED):
        made["ke"] = []
    return made


def _targets(simpul: Simpul, key: str, run: Sequence[Alur]) -> object:
    usual = lewat(getattr(simpul, "paling_lama", None)) if key == "bila_lewat" else ""
    gate = simpul.jenis in ("gerbang", "selesai")
    spelt = key == "ke" and len(run) > 1 and not gate
    written: list[object] = []
    for alur in run:
        full = _mapping(alur, "ke", usual)
        written.append(full if spelt or len(full) > 1 else alur.ke)
    return written[0] if len(written) == 1 else written


def _mapping(alur: Alur, key: str, usual: str = "") -> dict[str, object]:
    full = plain(alur, skip=("dari", "ke", "jenis", "nama"))
    made: dict[str, object] = {"id": full.pop("id")} if "id" in full else {}
    made[key] = alur.ke
    if alur.nama != usual:
        made["nama"] = alur.nama
    return {**made, **full}


def _answers(leaving: Sequence[Alur]) -> object:
    """Return answers and targets; as a list where an answer is empty or stands twice."""
    names = [alur.nama for alur in leaving]
    if not names or "" in names or len(set(names)) < len(names):
        return [{"jawab": alur.nama, **_mapping(alur, _KEYS[alur.jenis], alur.nama)} for alur in leaving]
    made: dict[str, object] = {}
    for alur in leaving:
        full = _mapping(alur, _KEYS[alur.jenis], alur.nama)
        made[alur.nama] = alur.ke if list(full) == ["ke"] else full
    return made
