"""Faults between the maps and what is said of them: explanation, first and last steps, identity of SOPs, doers."""

from random import Random
from typing import Any

from _faults import Model, Result, at, fault, flow, mapped, pick, steps, with_map, with_part

from probis.model import Kegiatan, Kelompok, LintasFungsi, Mulai, Penjelasan, Pihak, Putusan, Selesai


def _explained(model: Model, said: str) -> tuple[Model, tuple[str, ...]]:
    number = max((one.nomor for one in model.penjelasan), default=0) + 1
    new = Penjelasan(id="kalimat-baru", nomor=number, bunyi=said)
    return model.model_copy(update={"penjelasan": (*model.penjelasan, new)}), ("penjelasan/kalimat-baru",)


def _sentence(chance: Random, name: str) -> str:
    return chance.choice(
        (
            f"Hasilnya disampaikan kepada {name} sebagai bahan evaluasi",
            f"{name} mengendalikan pelaksanaannya",
            f"Laporan dibahas dengan {name}, lalu diumumkan",
        )
    )


@fault("pihak-penjelasan-dalam-relasi")
def a_party_named_that_takes_no_part(chance: Random, model: Model) -> Result:
    name, short = chance.choice(
        (
            ("Dinas Kesehatan", "Dinkes"),
            ("Badan Pendapatan Daerah", "Bapenda"),
            ("Dinas Perhubungan Provinsi", ""),
            ("Badan Penanggulangan Bencana Daerah", ""),
        )
    )
    organisasi = model.organisasi
    party = Pihak(id="pihak-baru", nama=name, nama_singkat=short)
    made = model.model_copy(update={"organisasi": organisasi.model_copy(update={"pihak": (*organisasi.pihak, party)})})
    return _explained(made, _sentence(chance, chance.choice((name, short)) or name))


@fault("pihak-penjelasan-dalam-relasi")
def a_body_named_that_nobody_knows(chance: Random, model: Model) -> Result:
    name = chance.choice(
        (
            "Dinas Kesehatan",
            "Dinas Sosial",
            "Badan Pendapatan Daerah",
            "Bapenda",
            "BPBD",
            "Dinas Perpustakaan dan Arsip",
        )
    )
    return _explained(model, _sentence(chance, name))


def _first(peta: LintasFungsi) -> Kegiatan | None:
    """The one activity that follows the start at once."""
    start = next((s for s in peta.simpul if isinstance(s, Mulai)), None)
    then = [alur.ke for alur in peta.keluar(start.id)] if start is not None else []
    return next((s for s in steps(peta) if s.id in then), None)


@fault("masukan-di-awal-keluaran-di-akhir")
def a_step_before_what_the_process_takes(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    first = _first(peta)
    given = {a.produk for a in model.masukan(peta.proses)}
    if first is None or not given & {p for s in steps(peta) for p in (*s.pakai, *s.hasil)}:
        return None
    start = next(s for s in peta.simpul if isinstance(s, Mulai))
    new = Kegiatan(id="langkah-awal", jalur=first.jalur, nama="Menyiapkan ruang rapat", hasil=("undangan rapat",))
    flows = (
        *(a.model_copy(update={"ke": new.id}) if a.dari == start.id else a for a in peta.alur),
        flow(new.id, first.id),
    )
    return with_map(model, peta, simpul=(*peta.simpul, new), alur=flows), (at(peta, new.id),)


@fault("masukan-di-awal-keluaran-di-akhir")
def a_way_to_every_end_without_the_output(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    first = _first(peta)
    given = {a.produk for a in model.keluaran(peta.proses)}
    makers = [s for s in steps(peta) if given & set(s.hasil)]
    ends = [s for s in peta.simpul if isinstance(s, Selesai)]
    if first is None or not makers:
        return None
    start = next(s for s in peta.simpul if isinstance(s, Mulai))
    ask = Putusan(id="perlu-dikerjakan", jalur=first.jalur, nama="Perlu dikerjakan?", pakai=first.pakai)
    flows = (
        *(a.model_copy(update={"ke": ask.id}) if a.dari == start.id else a for a in peta.alur),
        flow(ask.id, first.id, nama="Ya"),
        *(flow(ask.id, end.id, nama=f"Tidak {n}", id=f"lewat-{n}") for n, end in enumerate(ends)),
    )
    return with_map(model, peta, simpul=(*peta.simpul, ask), alur=flows), (at(peta),)


@fault("sop-lengkap")
def a_sop_in_force_with_a_gap_in_its_identity(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    step = pick(chance, steps(peta))
    if step is None:
        return None
    sop: dict[str, Any] = {
        "id": "sop-baru",
        "lintas_fungsi": peta.id,
        "nomor": "065/1",
        "status": "berlaku",
        "tanggal_pembuatan": "2019-02-04",
        "tanggal_efektif": "2019-03-01",
        "disahkan": {"jabatan": "Kepala Biro Organisasi", "nama": "Nama Pejabat"},
    }
    match chance.randrange(4):
        case 0:
            del sop[chance.choice(("nomor", "tanggal_pembuatan", "tanggal_efektif", "disahkan"))]
        case 1:
            sop["revisi"] = 2
        case 2:
            sop["tanggal_efektif"] = "2019-01-07"
        case _:
            sop["rincian"] = [{"simpul": step.id, "uraian": "a"}, {"simpul": step.id, "uraian": "b"}]
    return Model.model_validate(model.model_dump() | {"sop": [sop]}), ("sop/sop-baru",)


@fault("sop-lengkap")
def a_doer_from_another_unit_than_the_lane(chance: Random, model: Model) -> Result:
    peta = mapped(chance, model)
    units = {u.id: u.induk for u in model.organisasi.unit}

    def line(id_: str | None) -> set[str]:
        found: set[str] = set()
        while id_ in units and id_ not in found:
            found.add(id_)
            id_ = units[id_]
        return found

    lanes = {j.id: j.pelaku for j in peta.jalur if j.pelaku in units}
    step = pick(chance, (s for s in steps(peta) if s.jalur in lanes))
    if step is None or step.jalur is None:
        return None
    home = lanes[step.jalur]
    far = [j.id for j in model.organisasi.jabatan if j.unit and home not in line(j.unit) and j.unit not in line(home)]
    who = pick(chance, far)
    return (with_part(model, peta, "simpul", step, pelaksana=(who,)), (at(peta, step.id),)) if who else None


@fault("produk-satu-nama")
def a_product_entered_twice(chance: Random, model: Model) -> Result:
    produk = chance.choice(model.produk)
    name = chance.choice((produk.nama.upper(), produk.nama.title(), produk.nama.replace(" ", "  "), produk.nama))
    twin = produk.model_copy(update={"id": "produk-kembar", "nama": name})
    return model.model_copy(update={"produk": (*model.produk, twin)}), ("produk/produk-kembar",)


@fault("kelompok-terisi")
def a_sub_process_in_another_group(chance: Random, model: Model) -> Result:
    sub = pick(chance, (p for p in model.proses if model.cari_proses(p.induk)))
    if sub is None:
        return None
    other = chance.choice([group for group in Kelompok if group is not model.kelompok(sub)])
    new = sub.model_copy(update={"kelompok": other})
    proses = tuple(new if p is sub else p for p in model.proses)
    return model.model_copy(update={"proses": proses}), (f"proses/{sub.id}",)
