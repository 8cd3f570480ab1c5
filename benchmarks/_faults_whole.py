"""Faults of the peta proses and what belongs to it: codes, names, tree, owners, flows of products, decree, SOP."""

from datetime import date
from random import Random
from typing import Any

import _faults
from _faults import (
    Model,
    Result,
    add,
    at,
    drop,
    fault,
    mapped,
    pick,
    put,
    steps,
    subs,
    tops,
    typo,
    with_map,
    with_part,
    with_units,
    within,
)

from probis import law
from probis.law.kalimat import semua_kalimat
from probis.model import (
    Aliran,
    Hubungan,
    LintasFungsi,
    Rentang,
    UnitKerja,
)
from probis.model.sidik import sidik

# Codes, names, groups -----------------------------------------------------------------------------------------------


@fault("kode-unik")
def two_processes_of_one_code(chance: Random, model: Model) -> Result:
    one, other = chance.sample(list(model.proses), 2)
    return put(model, "proses", one, kode=other.kode), (f"proses/{one.id}", f"proses/{other.id}")


@fault("kode-menurut-pola")
def a_code_in_another_spelling(chance: Random, model: Model) -> Result:
    one = chance.choice(model.proses)
    last = one.kode[-1]
    ways = (one.kode.replace("-", "."), one.kode.replace("-", " "), one.kode.replace("-", ""), one.kode + "a", "",
            one.kode[:-1] + "/" + last, "X" + one.kode)  # fmt: skip
    return put(model, "proses", one, kode=chance.choice(ways)), (f"proses/{one.id}",)


@fault("kode-sub-berawal-kode-induk")
def a_sub_process_with_another_parents_code(chance: Random, model: Model) -> Result:
    one = pick(chance, (p for p in model.proses if p.induk))
    parent = model.cari_proses(one.induk) if one else None
    other = pick(chance, (p for p in tops(model) if p is not parent))
    if one is None or parent is None or other is None:
        return None
    return put(model, "proses", one, kode=one.kode.replace(parent.kode, other.kode, 1)), (f"proses/{one.id}",)


@fault("nomor-berurutan")
def a_number_left_out(chance: Random, model: Model) -> Result:
    """A sub process that is not the last of its parent is deleted with its map."""
    parent = pick(chance, (p for p in model.proses if len(subs(model, p)) > 1))
    if parent is None:
        return None
    own = subs(model, parent)
    gone = chance.choice(own[:-1])
    made = drop(model, "proses", lambda p: p.id == gone.id)
    return made, tuple(f"proses/{p.id}" for p in own)


@fault("nama-proses-unik")
def two_siblings_of_one_name(chance: Random, model: Model) -> Result:
    one = chance.choice(model.proses)
    other = pick(chance, (p for p in model.proses if p.induk == one.induk and p is not one))
    if other is None:
        return None
    return put(model, "proses", one, nama=other.nama), (f"proses/{one.id}", f"proses/{other.id}")


@fault("proses-bukan-unit")
def a_process_called_like_a_unit(chance: Random, model: Model) -> Result:
    one = chance.choice(model.proses)
    organisasi = model.organisasi
    unit = chance.choice([*organisasi.unit, *organisasi.jabatan, *organisasi.pihak])
    name = chance.choice([unit.nama, unit.nama_singkat or unit.nama, unit.nama.upper()])
    return put(model, "proses", one, nama=name), (f"proses/{one.id}",)


@fault("kelompok-terisi")
def a_process_without_a_group(chance: Random, model: Model) -> Result:
    one = chance.choice(tops(model))
    return put(model, "proses", one, kelompok=None), (f"proses/{one.id}",)


_PEOPLE = (
    "Bapak Yosef Rasi", "Ibu Maria Da Costa", "Drs. Petrus Kerong, M.Si", "Ir. Anton Lay", "Siti Aminah, S.Sos",
    "Pak Markus", "Dr. Rina Wulandari", "Budi Santoso, S.E., M.M.", "Yohanes Ndolu, S.IP", "Hj. Fatimah Usman",
    "Nama (NIP 198001012005011003)", "Dra. Elisabeth Tola", "Sdr. Thomas Bria", "Agus Salim, S.STP., M.Si.",
)  # fmt: skip


@fault("bukan-nama-orang")
def a_person_in_place_of_a_post(chance: Random, model: Model) -> Result:
    name = chance.choice([*_PEOPLE, model.instansi.pejabat.nama if model.instansi.pejabat else _PEOPLE[0]])
    if chance.random() < 0.5:
        peta = mapped(chance, model)
        jalur = chance.choice(peta.jalur)
        return with_part(model, peta, "jalur", jalur, nama=name), (at(peta, f"jalur/{jalur.id}"),)
    unit = chance.choice(model.organisasi.unit)
    units = [one.model_copy(update={"nama": name}) if one is unit else one for one in model.organisasi.unit]
    return with_units(model, units), (f"unit/{unit.id}",)


# Words that handbooks of spelling list first; not taken from the rule's own list.
_WRONG = (
    "resiko", "analisa", "jadual", "ijin", "sistim", "aktifitas", "efektifitas", "kwalitas", "propinsi", "praktek",
    "merubah", "standarisasi", "metoda", "nasehat", "tehnik", "apotik", "karir", "obyek", "subyek", "hirarki",
    "kwartal", "legalisir", "koordinir", "himbauan", "antri", "disain", "ekstrim", "kongkrit", "konsekwensi",
    "prosentase", "trampil", "tauladan", "sekedar", "kadaluarsa", "cidera", "jaman", "dikoordinir", "silahkan",
    "pebruari", "nopember", "kwitansi",
)  # fmt: skip


@fault("ejaan-baku")
def a_misspelt_word(chance: Random, model: Model) -> Result:
    word = chance.choice(_WRONG)
    kind = chance.choice(("proses", "produk", "simpul", "penjelasan"))
    if kind == "simpul":
        peta = mapped(chance, model)
        simpul = chance.choice([one for one in peta.simpul if one.nama])
        return with_part(model, peta, "simpul", simpul, nama=_spoilt(chance, simpul.nama, word)), (at(peta, simpul.id),)
    one = chance.choice(getattr(model, kind))
    field = "bunyi" if kind == "penjelasan" else "nama"
    return put(model, kind, one, **{field: _spoilt(chance, getattr(one, field), word)}), (f"{kind}/{one.id}",)


def _spoilt(chance: Random, text: str, word: str) -> str:
    words = text.split()
    words.insert(chance.randint(1, len(words)), chance.choice([word, word.capitalize()]))
    return " ".join(words)


@fault("produk-kata-benda")
def a_product_that_is_an_act(chance: Random, model: Model) -> Result:
    one = chance.choice(model.produk)
    verb = chance.choice(("Menyusun", "Memeriksa", "Mengirim", "Menetapkan", "Menyampaikan", "Menelaah", "Merekap"))
    return put(model, "produk", one, nama=f"{verb} {one.nama}"), (f"produk/{one.id}",)


@fault("kata-kerja")
def a_step_or_process_of_the_wrong_kind_of_word(chance: Random, model: Model) -> Result:
    if chance.random() < 0.5:
        one = chance.choice(model.proses)
        verb = chance.choice(("Menata", "Mengelola", "Menyusun", "Melaksanakan"))
        return put(model, "proses", one, nama=f"{verb} {one.nama.lower()}"), (f"proses/{one.id}",)
    peta = mapped(chance, model)
    step = pick(chance, steps(peta))
    if step is None:
        return None
    noun = chance.choice(("Laporan", "Surat", "Berkas", "Dokumen", "Rapat", "Nota dinas", "Disposisi"))
    return with_part(model, peta, "simpul", step, nama=f"{noun} {step.nama.split()[-1]}"), (at(peta, step.id),)


@fault("satu-nama-per-kode")
def a_process_renamed_at_one_place(chance: Random, model: Model) -> Result:
    """Renamed in the model, while the decree that is kept as a text keeps its old name."""
    quoted = {k.tentang.partition("/")[2] for n in _faults.NASKAH for k in n.kutipan if k.sebagai == "nama"}
    one = pick(chance, (p for p in model.proses if p.id in quoted))
    if one is None:
        return None
    words = one.nama.split()
    words[chance.randrange(len(words))] = chance.choice(("Penguatan", "Terpadu", "Daerah", "Berkelanjutan"))
    return put(model, "proses", one, nama=" ".join(words)), (f"proses/{one.id}",)


# The tree of processes, what it serves, who owns it ------------------------------------------------------------------


@fault("jabaran-berupa-pohon")
def a_process_part_of_its_own_part(chance: Random, model: Model) -> Result:
    one = pick(chance, (p for p in model.proses if subs(model, p)))
    if one is None:
        return None
    below = chance.choice(subs(model, one))
    return put(model, "proses", one, induk=below.id), (f"proses/{one.id}", f"proses/{below.id}")


@fault("proses-dijabarkan")
def a_process_without_parts(chance: Random, model: Model) -> Result:
    one = pick(chance, (p for p in tops(model) if subs(model, p)))
    if one is None:
        return None
    below = within(model, one) - {one.id}
    made = drop(drop(model, "proses", lambda p: p.id in below), "lintas_fungsi", lambda m: m.proses in below)
    return made, (f"proses/{one.id}",)


@fault("dua-sub-proses")
def a_process_with_one_part(chance: Random, model: Model) -> Result:
    one = pick(chance, (p for p in model.proses if len(subs(model, p)) > 1))
    if one is None:
        return None
    kept = chance.choice(subs(model, one))
    gone = within(model, one) - within(model, kept) - {one.id}
    return drop(model, "proses", lambda p: p.id in gone), (f"proses/{one.id}",)


@fault("daun-punya-lintas-fungsi")
def a_map_deleted(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    others = [one for one in model.lintas_fungsi if one.proses == peta.proses]
    made = drop(model, "lintas_fungsi", lambda m: m in others)
    return made, (f"proses/{peta.proses}",)


@fault("satu-pemilik")
def an_owner_left_out_or_from_outside(chance: Random, model: Model) -> Result:
    if chance.random() < 0.5:
        one = chance.choice(tops(model))
        return put(model, "proses", one, pemilik=None), (f"proses/{one.id}",)
    one = chance.choice(model.proses)
    return put(model, "proses", one, pemilik=chance.choice(model.organisasi.pihak).id), (f"proses/{one.id}",)


def _with_new_unit(chance: Random, model: Model) -> tuple[Model, UnitKerja]:
    above = chance.choice(model.organisasi.unit)
    unit = UnitKerja(id="subbagian-baru", nama="Subbagian Perlengkapan dan Perjalanan", induk=above.id)
    return with_units(model, [*model.organisasi.unit, unit]), unit


@fault("unit-terlibat")
def a_unit_in_no_map(chance: Random, model: Model) -> Result:
    made, unit = _with_new_unit(chance, model)
    return made, (f"unit/{unit.id}",)


@fault("pemilik-bekerja")
def an_owner_who_does_nothing(chance: Random, model: Model) -> Result:
    done = {peta.proses for peta in model.lintas_fungsi}
    one = pick(chance, (p for p in model.proses if within(model, p) & done))
    if one is None:
        return None
    made, unit = _with_new_unit(chance, model)
    return put(made, "proses", one, pemilik=unit.id), (f"proses/{one.id}",)


@fault("fungsi-dilayani")
def a_function_that_no_process_carries_out(chance: Random, model: Model) -> Result:
    functions = [one.id for unit in model.organisasi.unit for one in unit.fungsi]
    gone = chance.choice(functions)
    processes = tuple(
        p.model_copy(update={"melayani": tuple(m for m in p.melayani if m != gone)}) for p in model.proses
    )
    return model.model_copy(update={"proses": processes}), (f"fungsi/{gone}",)


@fault("proses-melayani-sasaran")
def a_core_process_that_serves_no_objective(chance: Random, model: Model) -> Result:
    one = chance.choice([p for p in tops(model) if p.kelompok == "utama"])
    functions = {f.id for unit in model.organisasi.unit for f in unit.fungsi}
    inside = within(model, one)
    processes = tuple(
        p.model_copy(update={"melayani": tuple(m for m in p.melayani if m in functions)}) if p.id in inside else p
        for p in model.proses
    )
    return model.model_copy(update={"proses": processes}), (f"proses/{one.id}",)


@fault("rab-terisi")
def a_reference_code_forgotten(chance: Random, model: Model) -> Result:
    lacking = chance.choice(tops(model))
    processes = tuple(p if p is lacking else p.model_copy(update={"rab": "RAB.01.02"}) for p in model.proses)
    return model.model_copy(update={"proses": processes}), ("instansi",)


# Flows of products ---------------------------------------------------------------------------------------------------


@fault("sipoc-lengkap")
def a_process_without_inputs_or_outputs(chance: Random, model: Model) -> Result:
    one = chance.choice(model.proses)
    inside, end = within(model, one), chance.choice(("dari", "ke"))
    other = "ke" if end == "dari" else "dari"
    gone = lambda a: getattr(a, end) in inside and getattr(a, other) not in inside  # noqa: E731
    return drop(model, "aliran", gone), (f"proses/{one.id}",)


@fault("masukan-punya-pemasok")
def an_input_from_nowhere(chance: Random, model: Model) -> Result:
    aliran = pick(chance, (a for a in model.aliran if model.cari_proses(a.ke)))
    return None if aliran is None else (put(model, "aliran", aliran, dari=None), (f"aliran/{aliran.id}",))


@fault("keluaran-punya-pelanggan")
def an_output_for_nobody(chance: Random, model: Model) -> Result:
    aliran = pick(chance, (a for a in model.aliran if model.cari_proses(a.dari)))
    if aliran is None:
        return None
    same = [a for a in model.aliran if (a.dari, a.produk) == (aliran.dari, aliran.produk)]
    made = drop(model, "aliran", lambda a: a in same and a is not aliran)
    return put(made, "aliran", aliran, ke=None), (f"aliran/{aliran.id}",)


@fault("proses-terkait")
def a_process_tied_to_itself_alone(chance: Random, model: Model) -> Result:
    one = pick(chance, (p for p in tops(model) if len(subs(model, p)) > 1))
    if one is None:
        return None
    inside = within(model, one)
    a, b = chance.sample(subs(model, one), 2)
    apart = lambda x: (x.dari in inside) != (x.ke in inside)  # noqa: E731
    made = drop(drop(model, "aliran", apart), "hubungan", apart)
    return add(made, "aliran", Aliran(id="dalam", produk="laporan", dari=a.id, ke=b.id)), (f"proses/{one.id}",)


@fault("proses-utama-melayani-luar")
def a_core_process_for_nobody_outside(chance: Random, model: Model) -> Result:
    one = chance.choice([p for p in tops(model) if p.kelompok == "utama"])
    inside, parties = within(model, one), {p.id for p in model.organisasi.pihak}
    within_body = pick(chance, (p.id for p in tops(model) if p is not one))
    made = drop(model, "aliran", lambda a: a.dari in inside and a.ke in parties)
    return add(made, "aliran", Aliran(id="ke-dalam", produk="laporan", dari=one.id, ke=within_body)), (
        f"proses/{one.id}",
    )


@fault("pihak-dalam-relasi")
def a_supplier_or_customer_who_takes_no_part(chance: Random, model: Model) -> Result:
    one = chance.choice(tops(model))
    inside = within(model, one)
    lanes = {j.pelaku for m in model.lintas_fungsi if m.proses in inside for j in m.jalur}
    takes = set(one.terlibat) | lanes | {who for p in model.proses if p.id in inside for who in p.terlibat}
    party = pick(chance, (p.id for p in model.organisasi.pihak if p.id not in takes))
    if party is None:
        return None
    dari, ke = (party, one.id) if chance.random() < 0.5 else (one.id, party)
    return add(model, "aliran", Aliran(id="baru", produk="surat", dari=dari, ke=ke)), (f"proses/{one.id}",)


@fault("masukan-dan-keluaran-dikerjakan")
def an_input_unused_or_an_output_unmade(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    inputs = chance.random() < 0.5
    own = [a.produk for a in model.aliran if (a.ke if inputs else a.dari) == peta.proses]
    produk = pick(chance, own)
    if produk is None:
        return None
    field = "pakai" if inputs else "hasil"
    nodes = []
    for one in peta.simpul:
        changes: dict[str, Any] = {}
        if produk in getattr(one, field, ()):
            changes[field] = tuple(p for p in getattr(one, field) if p != produk)
        if inputs and getattr(one, "produk", None) == produk:
            changes["produk"] = None
        nodes.append(one.model_copy(update=changes))
    return with_map(model, peta, simpul=tuple(nodes)), (at(peta),)


@fault("sejajar-bukan-wadah")
def a_sibling_said_to_be_a_part(chance: Random, model: Model) -> Result:
    one = chance.choice(model.proses)
    other = pick(chance, (p for p in model.proses if p.induk == one.induk and p is not one))
    if other is None:
        return None
    new = Hubungan.model_validate({"id": "bagian-baru", "jenis": "bagian_dari", "dari": one.id, "ke": other.id})
    return add(model, "hubungan", new), (f"proses/{other.id}",)


@fault("rujukan-dikenal")
def a_reference_misspelt(chance: Random, model: Model) -> Result:
    kind = chance.choice(("pemilik", "induk", "terlibat", "melayani", "aliran", "lane", "doer", "flow", "proses"))
    peta = mapped(chance, model)
    if kind == "lane":
        simpul = chance.choice([one for one in peta.simpul if one.jalur])
        return with_part(model, peta, "simpul", simpul, jalur=typo(chance, simpul.jalur or "")), (at(peta, simpul.id),)
    if kind == "doer":
        jalur = chance.choice(peta.jalur)
        made = with_part(model, peta, "jalur", jalur, pelaku=typo(chance, jalur.pelaku))
        return made, (at(peta, f"jalur/{jalur.id}"),)
    if kind == "flow":
        alur = chance.choice(peta.alur)
        return with_part(model, peta, "alur", alur, ke=typo(chance, alur.ke)), (at(peta, f"alur/{alur.id}"),)
    if kind == "proses":
        return with_map(model, peta, proses=typo(chance, peta.proses)), (at(peta),)
    if kind == "aliran":
        aliran = chance.choice([a for a in model.aliran if a.dari])
        return put(model, "aliran", aliran, dari=typo(chance, aliran.dari or "")), (f"aliran/{aliran.id}",)
    proses = pick(chance, (p for p in model.proses if getattr(p, kind)))
    if proses is None:
        return None
    value = getattr(proses, kind)
    new = typo(chance, value) if isinstance(value, str) else (typo(chance, value[0]), *value[1:])
    return put(model, "proses", proses, **{kind: new}), (f"proses/{proses.id}",)


# Decree, law, time, SOP ----------------------------------------------------------------------------------------------


@fault("peraturan-berlaku")
def a_regulation_not_in_force(chance: Random, model: Model) -> Result:
    decree = model.keputusan
    if decree is None or decree.tanggal is None:
        return None
    day = decree.tanggal
    known = {one.id: one for one in law.semua_peraturan()}
    revoked = [one.id for one in known.values() if _revoked_by(one, known, day)]
    later = [one.id for one in known.values() if one.tahun > day.year]
    cited = pick(chance, chance.choice((revoked, later)))
    if cited is None:
        return None
    if chance.random() < 0.5:
        return model.model_copy(
            update={"keputusan": decree.model_copy(update={"mengingat": (*decree.mengingat, cited)})}
        ), ("keputusan",)
    changed = model.organisasi.model_copy(update={"dasar": (*model.organisasi.dasar, cited)})
    return model.model_copy(update={"organisasi": changed}), ("organisasi",)


def _revoked_by(one: Any, known: dict[str, Any], day: date) -> bool:
    by = known.get(one.dicabut_oleh or "")
    return by is not None and by.tahun < day.year


@fault("masa-peta-berlaku")
def a_period_past_or_a_decree_outside_it(chance: Random, model: Model) -> Result:
    first = chance.randint(1990, 2014)
    periode = model.instansi.periode.model_copy(update={"awal": first, "akhir": first + chance.randint(2, 5)})
    return model.model_copy(update={"instansi": model.instansi.model_copy(update={"periode": periode})}), (
        "instansi",
        "keputusan",
    )


@fault("evaluasi-tahunan")
def an_evaluation_without_follow_up(chance: Random, model: Model) -> Result:
    found = [{"bunyi": f"Langkah ke-{n} belum jelas pelakunya"} for n in range(1, chance.randint(2, 5))]
    day = date(chance.randint(2019, 2024), chance.randint(1, 12), chance.randint(1, 28))
    body = model.model_dump()
    body["evaluasi"] = [{"id": "tahunan", "tanggal": day, "lingkup": "seluruh peta", "temuan": found}]
    return Model.model_validate(body), ("evaluasi/tahunan",)


@fault("kalimat-dikenal")
def a_sentence_for_no_place(chance: Random, model: Model) -> Result:
    decree = model.keputusan
    if decree is None:
        return None
    name = chance.choice([one.nama for one in semua_kalimat() if "{" not in one.nama])
    wrong = name[:-1] if chance.random() < 0.5 else typo(chance, name)
    changed = decree.model_copy(update={"bunyi": {**decree.bunyi, wrong: "Menetapkan peta."}})
    return model.model_copy(update={"keputusan": changed}), ("keputusan",)


def _sop(peta: LintasFungsi, id_: str = "sop-baru", **more: Any) -> dict[str, Any]:
    return {"id": id_, "lintas_fungsi": peta.id, "status": "berlaku", "nomor": "01/SOP", **more}


def _with_sop(model: Model, *sop: dict[str, Any]) -> Model:
    body = model.model_dump()
    body["sop"] = list(sop)
    return Model.model_validate(body)


@fault("lintas-fungsi-punya-sop")
def a_map_without_sop_or_with_two(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    if chance.random() < 0.5:
        others = [m for m in model.lintas_fungsi if m is not peta]
        return _with_sop(model, *(_sop(m, f"sop-{m.id}") for m in others)), (at(peta),)
    return _with_sop(model, _sop(peta), _sop(peta, "sop-lama")), ("sop/sop-baru", "sop/sop-lama")


@fault("sop-sesuai-peta")
def a_map_changed_after_its_sop(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    step = pick(chance, steps(peta))
    if step is None:
        return None
    made = _with_sop(model, _sop(peta, sidik_peta=sidik(model, peta)))
    changes = chance.choice(
        (
            {"nama": step.nama + " lengkap"},
            {"waktu": Rentang.model_validate({"min": "77", "satuan": "jam"})},
            {"hasil": (*step.hasil, "berita acara")},
            {"jalur": chance.choice([j.id for j in peta.jalur if j.id != step.jalur])},
        )
    )
    own = made.cari_lintas_fungsi(peta.id)
    assert own is not None
    return with_part(made, own, "simpul", own.cari_simpul(step.id), **changes), ("sop/sop-baru",)
