"""Faults of a lintas fungsi: its lanes, its steps, the order of its work."""

from random import Random
from typing import Any

from _faults import Model, Result, at, fault, flow, mapped, pick, reached, steps, typo, with_map, with_part

from probis.model import (
    Gerbang,
    Jalur,
    Kegiatan,
    LintasFungsi,
    Mulai,
    Putusan,
    Rentang,
    Selesai,
)

# Lintas fungsi: lanes and steps --------------------------------------------------------------------------------------


@fault("langkah-dalam-jalur")
def a_step_without_a_lane(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    simpul = chance.choice(peta.simpul)
    return with_part(model, peta, "simpul", simpul, jalur=None), (at(peta, simpul.id),)


@fault("langkah-dalam-jalur")
def a_lane_whose_steps_are_gone(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    jalur = pick(chance, (j for j in peta.jalur if all(j.id != other.induk for other in peta.jalur)))
    other = pick(chance, (j for j in peta.jalur if j is not jalur))
    if jalur is None or other is None:
        return None
    nodes = tuple(s.model_copy(update={"jalur": other.id}) if s.jalur == jalur.id else s for s in peta.simpul)
    return with_map(model, peta, simpul=nodes), (at(peta, f"jalur/{jalur.id}"),)


@fault("lebih-dari-satu-jalur")
def everything_in_one_lane(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    jalur = chance.choice(peta.jalur)
    nodes = tuple(s.model_copy(update={"jalur": jalur.id}) for s in peta.simpul)
    return with_map(model, peta, simpul=nodes, jalur=(jalur,)), (at(peta),)


@fault("jalur-hanya-menerima")
def a_lane_that_only_receives(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    last = pick(chance, (a for a in peta.alur if isinstance(peta.cari_simpul(a.ke), Selesai) and a.jenis == "urut"))
    who = pick(chance, {p.id for p in model.organisasi.pihak} - {j.pelaku for j in peta.jalur})
    if last is None or who is None:
        return None
    step = Kegiatan(id="menerima-tembusan", jalur="penerima", nama="Menerima tembusan")
    flows = (*(a for a in peta.alur if a is not last), flow(last.dari, step.id), flow(step.id, last.ke))
    made = with_map(
        model,
        peta,
        simpul=(*peta.simpul, step),
        jalur=(*peta.jalur, Jalur(id="penerima", pelaku=who)),
        alur=flows,
    )
    return made, (at(peta, "jalur/penerima"),)


@fault("langkah-siap-sop")
def a_step_without_time_or_papers(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    step = pick(chance, steps(peta))
    if step is None:
        return None
    changes = chance.choice(({"waktu": None, "beban": None}, {"pakai": (), "hasil": ()}))
    return with_part(model, peta, "simpul", step, **changes), (at(peta),)


@fault("langkah-tidak-kembar")
def two_steps_drawn_in_two_maps(chance: Random, model: Model) -> Result:
    def pairs(peta: LintasFungsi) -> list[tuple[Kegiatan, Kegiatan]]:
        known = {s.id: s for s in steps(peta)}
        return [(known[a.dari], known[a.ke]) for a in peta.alur if a.dari in known and a.ke in known]

    one, other = chance.sample(list(model.lintas_fungsi), 2)
    source, target = pick(chance, pairs(one)), pick(chance, pairs(other))
    if source is None or target is None:
        return None
    lanes, new = list(other.jalur), {}
    for here, there in zip(source, target, strict=True):
        who = one.cari_jalur(here.jalur)
        lane = next((j for j in lanes if who and j.pelaku == who.pelaku), None)
        if who is not None and lane is None:
            lane = Jalur(id=f"jalur-{len(lanes)}", pelaku=who.pelaku)
            lanes.append(lane)
        new[there.id] = there.model_copy(update={"nama": here.nama, "jalur": lane.id if lane else None})
    nodes = tuple(new.get(s.id, s) for s in other.simpul)
    ids = [*(s.id for s in source), *(s.id for s in target)]
    made = with_map(model, other, simpul=nodes, jalur=tuple(lanes))
    return made, tuple(at(peta, node) for peta in (one, other) for node in ids)


@fault("serah-terima-berdokumen")
def a_hand_over_of_nothing(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    known = {s.id: s for s in steps(peta)}
    alur = pick(
        chance,
        (
            a
            for a in peta.alur
            if a.dari in known and a.ke in known and known[a.dari].jalur != known[a.ke].jalur and a.jenis == "urut"
        ),
    )
    if alur is None:
        return None
    nodes = tuple(
        s.model_copy(update={"hasil": ()} if s.id == alur.dari else {"pakai": ()} if s.id == alur.ke else {})
        for s in peta.simpul
    )
    return with_map(model, peta, simpul=nodes), (at(peta, alur.dari), at(peta, alur.ke))


@fault("dokumen-sesudah-dibuat")
def a_product_used_before_it_is_made(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    given = {a.produk for a in model.aliran if a.ke == peta.proses} | {getattr(s, "produk", None) for s in peta.simpul}
    maker = pick(chance, steps(peta))
    if maker is None:
        return None
    after = reached(peta, maker.id)
    once = [p for p in maker.hasil if p not in given and sum(p in s.hasil for s in steps(peta)) == 1]
    user = pick(
        chance, (s for s in steps(peta) if maker.id in reached(peta, s.id) and s.id not in after and s is not maker)
    )
    if not once or user is None:
        return None
    made = with_part(model, peta, "simpul", user, pakai=(*user.pakai, chance.choice(once)))
    return made, (at(peta, user.id),)


@fault("penyetuju-tidak-di-bawah")
def an_approver_below_the_maker(chance: Random, model: Model) -> Result:
    """Somebody's work is signed by who works under him."""
    units = {u.id: u for u in model.organisasi.unit}
    heads = {j.unit: j.id for j in model.organisasi.jabatan if j.kepala}
    low = pick(chance, (u for u in units.values() if u.induk in units and units[u.induk].induk in units))
    peta = mapped(chance, model)
    acts = ("menyetujui", "menandatangani", "menetapkan")
    approval = pick(chance, (s for s in steps(peta) if s.tindakan in acts))
    makers = [] if approval is None else [s for s in steps(peta) if approval.id in reached(peta, s.id)]
    # The nearest before it on the written way, so that nobody between has taken it over.
    before = [a.dari for a in peta.masuk(approval.id) if a.jenis == "urut"] if approval else []
    maker = pick(chance, (s for s in makers if s.id in before))
    if low is None or approval is None or maker is None:
        return None
    lanes = [*peta.jalur]
    own = {}
    for role, unit in (("atas", low.induk or ""), ("bawah", low.id)):
        own[role] = Jalur(id=f"jalur-{role}", pelaku=unit)
        lanes.append(own[role])
    above = heads.get(low.induk or "")
    drawn = maker.model_copy(
        update={"jalur": "jalur-atas", "pelaksana": (above,) if above else (), "tindakan": "menyusun"}
    )
    signed = approval.model_copy(update={"jalur": "jalur-bawah", "pelaksana": ()})
    nodes = tuple(drawn if s is maker else signed if s is approval else s for s in peta.simpul)
    return with_map(model, peta, simpul=nodes, jalur=tuple(lanes)), (at(peta, approval.id),)


# Lintas fungsi: the order of the work --------------------------------------------------------------------------------


@fault("mulai-selesai-terjangkau")
def a_start_or_all_ends_deleted(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    gone = chance.choice((Mulai, Selesai))
    ids = {s.id for s in peta.simpul if isinstance(s, gone)}
    nodes = tuple(s for s in peta.simpul if s.id not in ids)
    flows = tuple(a for a in peta.alur if not {a.dari, a.ke} & ids)
    places = (at(peta), *(at(peta, s.id) for s in peta.simpul))
    return with_map(model, peta, simpul=nodes, alur=flows), places


@fault("mulai-selesai-terjangkau")
def a_second_start(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    step = pick(chance, steps(peta))
    first = next((s for s in peta.simpul if isinstance(s, Mulai)), None)
    if step is None or first is None:
        return None
    new = first.model_copy(update={"id": "mulai-lain", "nama": "Permintaan lain diterima"})
    made = with_map(model, peta, simpul=(*peta.simpul, new), alur=(*peta.alur, flow(new.id, step.id)))
    return made, (at(peta), at(peta, new.id))


@fault("mulai-selesai-terjangkau")
def the_flows_into_a_step_deleted(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    step = pick(chance, steps(peta))
    if step is None:
        return None
    flows = tuple(a for a in peta.alur if a.ke != step.id)
    return with_map(model, peta, alur=flows), (at(peta), *(at(peta, s.id) for s in peta.simpul))


@fault("mulai-selesai-terjangkau")
def the_flows_out_of_a_step_deleted(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    step = pick(chance, steps(peta))
    if step is None:
        return None
    flows = tuple(a for a in peta.alur if a.dari != step.id)
    return with_map(model, peta, alur=flows), (at(peta), *(at(peta, s.id) for s in peta.simpul))


def _asked(chance: Random, peta: LintasFungsi) -> Putusan | None:
    return pick(chance, (s for s in peta.simpul if isinstance(s, Putusan)))


@fault("putusan-bercabang-bernama")
def an_answer_without_a_name(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    ask = _asked(chance, peta)
    alur = pick(chance, peta.keluar(ask.id)) if ask else None
    if ask is None or alur is None:
        return None
    return with_part(model, peta, "alur", alur, nama=""), (at(peta, ask.id), at(peta, f"alur/{alur.id}"))


@fault("putusan-bercabang-bernama")
def a_decision_with_one_answer(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    ask = _asked(chance, peta)
    kept = pick(chance, peta.keluar(ask.id)) if ask else None
    if ask is None:
        return None
    flows = tuple(a for a in peta.alur if a.dari != ask.id or a is kept)
    return with_map(model, peta, alur=flows), (at(peta, ask.id),)


@fault("putusan-bercabang-bernama")
def a_step_with_two_ways_on(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    step = pick(chance, (s for s in steps(peta) if any(a.jenis == "urut" for a in peta.keluar(s.id))))
    if step is None:
        return None
    other = pick(chance, (s for s in steps(peta) if s is not step and s.id not in [a.ke for a in peta.keluar(step.id)]))
    if other is None:
        return None
    return with_map(model, peta, alur=(*peta.alur, flow(step.id, other.id))), (at(peta, step.id),)


@fault("putusan-beruntun")
def two_decisions_in_a_row(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    ask = _asked(chance, peta)
    alur = pick(chance, (a for a in peta.keluar(ask.id) if a.jenis == "urut")) if ask else None
    if ask is None or alur is None:
        return None
    again = Putusan(id="putusan-lagi", jalur=ask.jalur, nama="Perlu perbaikan?")
    end = next(s for s in peta.simpul if isinstance(s, Selesai))
    flows = (
        *(a.model_copy(update={"ke": again.id}) if a is alur else a for a in peta.alur),
        flow(again.id, alur.ke, nama="Tidak"),
        flow(again.id, end.id, nama="Ya", id="sisipan-ya"),
    )
    return with_map(model, peta, simpul=(*peta.simpul, again), alur=flows), (at(peta, again.id), at(peta, ask.id))


@fault("kembali-berbatas")
def a_return_without_a_limit(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    alur = pick(chance, (a for a in peta.alur if a.jenis == "kembali"))
    if alur is None:
        return None
    return with_part(model, peta, "alur", alur, paling_banyak=None), (at(peta, alur.dari),)


@fault("kembali-berbatas")
def a_circle_not_marked_as_a_return(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    alur = pick(chance, (a for a in peta.alur if a.jenis == "kembali"))
    if alur is None:
        return None
    around = {alur.dari, alur.ke} | (reached(peta, alur.ke))
    made = with_part(model, peta, "alur", alur, jenis="urut", paling_banyak=None)
    return made, tuple(at(peta, node) for node in around)


def _gates(peta: LintasFungsi, *, joins: bool) -> list[Gerbang]:
    found = [s for s in peta.simpul if isinstance(s, Gerbang) and s.sifat == "serentak"]
    return [g for g in found if len(peta.masuk(g.id) if joins else peta.keluar(g.id)) > 1]


def _anywhere(peta: LintasFungsi) -> tuple[str, ...]:
    return (at(peta), *(at(peta, s.id) for s in peta.simpul))


@fault("kerja-tuntas")
def a_parallel_split_drawn_as_a_decision(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    gate = pick(chance, _gates(peta, joins=False))
    if gate is None:
        return None
    ask = Putusan(id=gate.id, jalur=gate.jalur, nama="Yang mana?")
    return with_map(model, peta, simpul=tuple(ask if s is gate else s for s in peta.simpul)), _anywhere(peta)


@fault("kerja-tuntas")
def a_parallel_join_left_out(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    gate = pick(chance, _gates(peta, joins=True))
    if gate is None or len(peta.keluar(gate.id)) != 1:
        return None
    after = peta.keluar(gate.id)[0].ke
    nodes = tuple(s for s in peta.simpul if s is not gate)
    flows = tuple(a.model_copy(update={"ke": after}) if a.ke == gate.id else a for a in peta.alur if a.dari != gate.id)
    return with_map(model, peta, simpul=nodes, alur=flows), _anywhere(peta)


@fault("kerja-tuntas")
def answers_that_meet_at_a_bar(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    meeting = pick(
        chance,
        (s for s in steps(peta) if sum(a.jenis == "urut" for a in peta.masuk(s.id)) > 1),
    )
    if meeting is None:
        return None
    entering = [a for a in peta.masuk(meeting.id) if a.jenis == "urut"]
    gate = Gerbang(id="palang-baru", jalur=meeting.jalur)
    flows = tuple(a.model_copy(update={"ke": gate.id}) if a in entering else a for a in peta.alur)
    made = with_map(model, peta, simpul=(*peta.simpul, gate), alur=(*flows, flow(gate.id, meeting.id)))
    return made, (*_anywhere(peta), at(peta, gate.id))


@fault("kerja-tuntas")
def an_end_within_a_parallel_branch(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    gate = pick(chance, _gates(peta, joins=False))
    alur = pick(chance, peta.keluar(gate.id)) if gate else None
    end = pick(chance, (s for s in peta.simpul if isinstance(s, Selesai)))
    if gate is None or alur is None or end is None:
        return None
    ask = Putusan(id="batal", jalur=gate.jalur, nama="Dibatalkan?")
    flows = (
        *(a.model_copy(update={"ke": ask.id}) if a is alur else a for a in peta.alur),
        flow(ask.id, alur.ke, nama="Tidak"),
        flow(ask.id, end.id, nama="Ya", id="sisipan-ya"),
    )
    return with_map(model, peta, simpul=(*peta.simpul, ask), alur=flows), _anywhere(peta)


@fault("waktu-dalam-batas")
def a_step_longer_than_the_whole_may_take(chance: Random, model: Model) -> Result:
    """A step on the way itself: a party is waited for with a limit of its own, and what is redone is not counted."""
    peta = pick(chance, (m for m in model.lintas_fungsi if m.batas is not None))
    own = [s for s in steps(peta) if any(a.jenis == "urut" for a in peta.masuk(s.id))] if peta else []
    step = pick(chance, own)
    if peta is None or step is None:
        return None
    long = Rentang.model_validate({"min": "400", "satuan": "HK"})
    return with_part(model, peta, "simpul", step, waktu=long), (at(peta),)


@fault("letak-dapat-dipenuhi")
def a_placement_of_what_is_gone_or_against_another(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    one, other = chance.sample(list(peta.simpul), 2)
    new: Any = chance.choice(
        (
            ({"simpul": typo(chance, one.id), "baris": 1},),
            ({"simpul": one.id, "sekolom": typo(chance, other.id)},),
            ({"simpul": one.id},),
            ({"simpul": one.id, "setelah": other.id}, {"simpul": other.id, "setelah": one.id}),
            ({"simpul": one.id, "baris": 1}, {"simpul": one.id, "baris": 2}),
        )
    )
    return with_map(model, peta, letak=new), (at(peta),)
