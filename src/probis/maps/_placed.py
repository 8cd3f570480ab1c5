"""What people placed by hand (letak) to wishes for the layout, and the wishes that no drawing keeps to findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from probis.drawing.graph import After, Constraint, LaneOrder, LeavesAt, Row, SameColumn, Shift, Side
from probis.maps import _steps as steps
from probis.model import JenisAlur, Letak, LintasFungsi, PetaProsesBisnis, Sisi, Temuan, Tingkat
from probis.rules.letak_dapat_dipenuhi import misplaced

RULE: Final = "letak-dapat-dipenuhi"
_SIDES: Final[dict[Sisi, Side]] = {
    Sisi.ATAS: "top",
    Sisi.BAWAH: "bottom",
    Sisi.KIRI: "left",
    Sisi.KANAN: "right",
}
_KEEP: Final = "Letak ini tetap disimpan. Hapus bila tidak diperlukan lagi."


def constraints(peta: LintasFungsi) -> tuple[Constraint, ...]:
    """The wishes to the layout; a letak that names what is not there says nothing, and the others hold."""
    found = [wish for _, _, wish in _wishes(peta)]
    order = _lane_order(peta)
    return (*found, LaneOrder(order)) if order else tuple(found)


def drift(
    model: PetaProsesBisnis, peta: LintasFungsi, unmet: Mapping[str, Iterable[Constraint]], asked: Collection[str]
) -> tuple[Temuan, ...]:
    """Every letak that cannot be honoured on one of the media asked about, in the order of the file, as findings
    without a place.

    `unmet` holds what the drawings do not keep, by the word for their medium ("layar", "kertas"), `asked` the words of
    those that matter; the others only tell where else a letak holds. A letak of which the model alone shows that it
    cannot hold is told as the rule tells it, once.
    """
    at = f"lintas-fungsi/{peta.id}"
    told = list(misplaced(peta))
    found = [Temuan(RULE, Tingkat.PERINGATAN, at, p.pesan, p.saran, p.bidang) for p in told]
    known = {p.bidang for p in told}
    lists = {medium: tuple(wishes) for medium, wishes in unmet.items()}
    wishes = _wishes(peta)
    first = next((i for i, letak in enumerate(peta.letak) if letak.urutan and peta.cari_jalur(letak.jalur)), None)
    if first is not None:
        wishes.append((first, "urutan", LaneOrder(_lane_order(peta))))
    for i, field, wish in wishes:
        where = [medium for medium, left in lists.items() if any(_same(wish, other) for other in left)]
        if not set(where) & set(asked) or f"letak/{i}/{field}" in known:
            continue
        partly = len(where) < len(lists) and not isinstance(wish, Shift)
        level = Tingkat.CATATAN if partly or isinstance(wish, Shift) else Tingkat.PERINGATAN
        elsewhere = next((medium for medium in lists if medium not in where), "")
        only = f" Hanya di {where[0]}; di {elsewhere} letak ini berlaku." if partly else ""
        pesan = f"{_said(model, peta, peta.letak[i], wish, apart=where == ['kertas'])}{only}"
        found.append(Temuan(RULE, level, at, pesan, _KEEP, f"letak/{i}/{field}"))
    return tuple(sorted(found, key=lambda t: int(t.bidang.split("/")[1])))


def _same(wish: Constraint, other: Constraint) -> bool:
    """Whether a drawing speaks of this wish; the order of lanes is one wish, whatever a notation adds to it."""
    return wish == other or (isinstance(wish, LaneOrder) and isinstance(other, LaneOrder))


def _wishes(peta: LintasFungsi) -> list[tuple[int, str, Constraint]]:
    """The wishes but for the order of lanes, with the number and the field of their letak; of two about one thing
    the first.
    """
    steps_here = {simpul.id for simpul in peta.simpul}
    flows = {alur.id for alur in peta.alur}
    out: list[tuple[int, str, Constraint]] = []
    said: set[tuple[str, str]] = set()
    void = {breach.bidang for breach in misplaced(peta)}  # of two that contradict each other the first holds

    def first(name: str, id_: str) -> bool:
        new = (name, id_) not in said
        said.add((name, id_))
        return new

    for i, letak in enumerate(peta.letak):
        node = letak.simpul
        if node in steps_here:
            if letak.sekolom in steps_here and letak.sekolom != node and f"letak/{i}/sekolom" not in void:
                out.append((i, "sekolom", SameColumn((node, letak.sekolom))))
            if letak.setelah in steps_here and letak.setelah != node and f"letak/{i}/setelah" not in void:
                out.append((i, "setelah", After(node, letak.setelah)))
            if letak.baris and first("baris", node):
                out.append((i, "baris", Row(node, letak.baris - 1)))
            if letak.geser and first("geser", node):
                out.append((i, "geser", Shift(node, letak.geser.x, letak.geser.y)))
        if letak.alur in flows and letak.sisi and first("sisi", letak.alur):
            out.append((i, "sisi", LeavesAt(letak.alur, _SIDES[letak.sisi])))
    return out


def _lane_order(peta: LintasFungsi) -> tuple[str, ...]:
    """All lanes from the top, each with a wished place there among the lanes beside it; nothing without a wish."""
    places: dict[str, int] = {}
    for letak in peta.letak:
        if letak.jalur and letak.urutan and peta.cari_jalur(letak.jalur) is not None:
            places.setdefault(letak.jalur, letak.urutan)
    if not places:
        return ()
    beside: dict[str, list[str]] = {}
    for jalur in peta.jalur:
        beside.setdefault(parent(peta, jalur.id), []).append(jalur.id)
    order: list[str] = []

    def add(above: str) -> None:
        for id_ in _seated(beside.get(above, []), places):
            order.append(id_)
            add(id_)

    add("")
    return tuple(order)


def _seated(lanes: list[str], places: dict[str, int]) -> list[str]:
    """Lanes beside each other, those with a place at it (the last where it is beyond), the others in between."""
    out = [id_ for id_ in lanes if id_ not in places]
    wished = [id_ for id_ in reversed(places) if id_ in lanes]  # of two with one place the first comes to stand there
    for id_ in sorted(wished, key=lambda id_: places[id_]):
        out.insert(places[id_] - 1, id_)
    return out


def parent(peta: LintasFungsi, id_: str) -> str:
    """The lane around a lane; none where it is not there, or where the lanes stand in a circle."""
    jalur = peta.cari_jalur(id_)
    above = peta.cari_jalur(jalur.induk) if jalur is not None else None
    nearest, seen = above, {id_}
    while above is not None:
        if above.id in seen:
            return ""
        seen.add(above.id)
        above = peta.cari_jalur(above.induk)
    return nearest.id if nearest is not None else ""


# What a reader is told -----------------------------------------------------------------------------------------------


def _said(model: PetaProsesBisnis, peta: LintasFungsi, letak: Letak, wish: Constraint, *, apart: bool) -> str:
    match wish:
        case SameColumn((a, b)):
            cut = "di kertas tempatnya tidak cukup, atau keduanya terbagi ke halaman yang berbeda" if apart else ""
            why = _why(model, peta, ((a, b), (b, a)), cut)
            return f"{_name(model, peta, a)} tidak sekolom dengan {_name(model, peta, b)}: {why}"
        case After(node, before):
            why = _why(model, peta, ((node, before),), "di kertas tempatnya tidak cukup" if apart else "")
            return f"{_name(model, peta, node)} tidak di kanan {_name(model, peta, before)}: {why}"
        case Row(node, row):
            return f"{_name(model, peta, node)} tidak di baris {row + 1}: {_why_not_there(model, peta, node, row)}"
        case LeavesAt(flow, _):
            alur = next(a for a in peta.alur if a.id == flow)
            ends = f"{_name(model, peta, alur.dari)} ke {_name(model, peta, alur.ke)}"
            side = letak.sisi.value if letak.sisi else ""
            return f"Alur dari {ends} tidak keluar di sisi {side}: dari sisi itu garisnya tidak sampai dengan baik."
        case Shift(node, _, _):
            name = _name(model, peta, node)
            return (
                f"{name} tidak tergeser sepenuhnya: kotak, garis, teks, tepi jalur, alur, atau letak lain menghalangi."
            )
        case _:
            return "Urutan jalur tidak seluruhnya seperti yang diminta: jalur yang satu wadah tetap berdampingan."


def _name(model: PetaProsesBisnis, peta: LintasFungsi, id_: str) -> str:
    simpul = peta.cari_simpul(id_)
    return f"“{(steps.text_of(model, simpul) if simpul is not None else '') or id_}”"


def _why(model: PetaProsesBisnis, peta: LintasFungsi, pairs: Iterable[tuple[str, str]], apart: str) -> str:
    """Why two steps do not stand as wished: `apart` where that is given, else the flow from one to the other of a pair,
    else what may be.
    """
    for first, last in () if apart else pairs:
        way = _way(peta, first, last)
        if way:
            through = ", ".join(_name(model, peta, id_) for id_ in way[1:-1][:2])
            between = f" melalui {through}" if through else ""
            return f"menurut alur, {_name(model, peta, first)} mendahului {_name(model, peta, last)}{between}."
    return f"{apart or 'letak lain, garis, atau cabang sudah menentukan tempat keduanya'}."


def _way(peta: LintasFungsi, first: str, last: str) -> list[str]:
    """The shortest way along the flows, returns apart, with both ends; empty where none leads there."""
    before: dict[str, str] = {first: ""}
    queue = [first]
    for at in queue:
        for alur in peta.keluar(at):
            if alur.jenis is not JenisAlur.KEMBALI and alur.ke not in before:
                before[alur.ke] = at
                queue.append(alur.ke)
    way = [last] if last in before and last != first else []
    while way and way[-1] != first:
        way.append(before[way[-1]])
    return way[::-1]


def _why_not_there(model: PetaProsesBisnis, peta: LintasFungsi, node: str, row: int) -> str:
    simpul = peta.cari_simpul(node)
    lane = simpul.jalur if simpul is not None else None
    mates = [s.id for s in peta.simpul if s.jalur == lane]
    if row > len(mates):
        jalur = peta.cari_jalur(lane)
        name = (jalur.nama or model.sebutan(jalur.pelaku)) if jalur is not None else ""
        return f"jalur “{name}” hanya memuat {len(mates)} simpul."
    others = {letak.simpul for letak in peta.letak if letak.baris == row + 1 and letak.simpul != node}
    rival = next((id_ for id_ in mates if id_ in others), "")
    if rival:
        return f"baris itu diminta juga untuk {_name(model, peta, rival)}."
    return "baris itu sudah terisi pada kolomnya, atau tetap kosong sampai di situ."
