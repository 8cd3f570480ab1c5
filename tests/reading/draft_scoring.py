"""A draft model beside the model that a careful person would make of the same text: the items of each kind that agree.

What the answers of a fixture say of its quotations holds for its model, too; `[model]` adds what only a model says,
and takes the place of what a model says otherwise.
"""

from collections.abc import Callable, Iterator
from typing import Any

from probis.law.peraturan import Peraturan, cari_peraturan
from probis.model import JenisAlur, Kerja, LintasFungsi, PetaProsesBisnis
from reading.scoring import Items, Score, fold


def model_scores(model: PetaProsesBisnis, asked: dict[str, Any]) -> dict[str, tuple[Score, Items, Items]]:
    """Return for each kind its score, what was missed, and what the draft has too much."""
    made = {}
    for kind, expected in dict(_expected(asked)).items():
        found = set(_FOUND[kind](model))
        if kind == "perubahan":  # the national list knows more amendments than a text has to name
            found |= expected & set(_national(model))
        made[kind] = (Score(len(found & expected), len(found), len(expected)), expected - found, found - expected)
    return made


def _plain(text: str) -> str:
    """A name with its marks, but for case and what scans confuse: a full stop that was lost is a fault."""
    return " ".join(text.casefold().split())


# What a careful person's model holds --------------------------------------------------------------------------------


def _expected(asked: dict[str, Any]) -> Iterator[tuple[str, Items]]:
    own: dict[str, Any] = asked.get("model", {})
    instrument: dict[str, Any] = asked.get("instrumen", {})
    yield "instansi", {(name, fold(str(said))) for name, said in own.get("instansi", {}).items()}
    if instrument:
        yield "keputusan", _decree(instrument, own)
        yield "isi", {(place, *each) for place, each in _body(instrument, own)}
        changed = {tuple(each.split(" ")[2:]) for each in own.get("perubahan", [])}
        yield "mengingat", {tuple(each.split(" ")) for each in instrument["dasar"]} - changed
        yield "perubahan", {tuple(each.split(" ")) for each in own.get("perubahan", [])}
        yield "mencabut", {tuple(each.split(" ")) for each in instrument.get("mencabut", own.get("mencabut", []))}
    yield "arah", set(_direction(asked.get("arah", {}), own.get("induk", {})))
    units = own.get("unit", asked.get("organisasi", {}).get("unit", {}))
    yield "unit", {(fold(name), fold(above)) for name, above in units.items()}
    yield "jabatan", {(fold(name), fold(unit)) for name, unit in own.get("jabatan", {}).items()}
    yield "tugas", {(fold(unit), fold(words)) for unit, words in own.get("tugas", {}).items()}
    by_unit = own.get("fungsi", {"": asked.get("organisasi", {}).get("fungsi", [])})
    yield "fungsi", {(fold(unit), fold(words)) for unit, every in by_unit.items() for words in every}
    rows = own.get("proses", asked.get("proses", {})).items()
    yield "proses", {(fold(code), fold(name), fold(above)) for code, (name, above, _) in rows}
    yield "kelompok", {(fold(code), group) for code, (_, _, group) in rows if group}
    owners = own.get("pemilik", asked.get("pemilik", {}))
    yield "pemilik", {(fold(code), fold(each)) for code, every in owners.items() for each in every}
    yield "terlibat", {(fold(code), fold(each)) for code, every in own.get("terlibat", {}).items() for each in every}
    yield "pihak", {(fold(each),) for each in own.get("pihak", [])}
    yield "aliran", {tuple(fold(each) for each in one) for one in own.get("aliran", [])}
    yield "hubungan", {(kind, fold(one), fold(other)) for kind, one, other in own.get("hubungan", [])}
    yield "penjelasan", {(str(number),) for number in own.get("penjelasan", [])}
    yield "langkah", set(_steps(asked, own))
    yield "alur", {(fold(one), fold(other), kind, fold(name)) for one, other, kind, name in own.get("alur", [])}
    fields = own.get("sop", {}).items()
    yield "sop", {(name, fold(each)) for name, said in fields for each in ([said] if isinstance(said, str) else said)}


def _decree(instrument: dict[str, Any], own: dict[str, Any]) -> Items:
    made = {(name, fold(instrument[name])) for name in ("nomor", "tentang", "tempat", "tanggal")}
    made |= {("penanda_tangan", _plain(own["penanda_tangan"])), ("bentuk", own["bentuk"])}
    made |= {("menimbang", str(instrument["menimbang"]))}
    made |= {("tembusan", _plain(each)) for each in instrument["tembusan"]}
    return made | {("pengundangan", _plain(each)) for each in own.get("pengundangan", [])}


def _body(instrument: dict[str, Any], own: dict[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each clause or article: its place, the chapter that it opens, its clauses, and how many items it holds."""
    if "pasal" in own:
        for number, (chapter, clauses, items) in enumerate(own["pasal"], 1):
            yield f"pasal {number}", (fold(chapter), str(clauses), str(items))
    else:
        items = own.get("butir", {})
        for number in range(1, instrument["diktum"] + 1):
            yield f"diktum {number}", ("", "0", str(items.get(str(number), 0)))


def _direction(said: dict[str, Any], above: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for kind, told in said.items():
        for each in [told] if isinstance(told, str) else told:
            yield kind, fold(each), fold(above.get(each, ""))


def _steps(asked: dict[str, Any], own: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for number, (step, doers, needs, time, out, _) in asked.get("langkah", {}).items():
        parts = own.get("produk", {}).get(number, [needs])
        yield number, fold(step), _joined(doers), _joined(parts), fold(time), _joined([out])


def _joined(words: list[str]) -> str:
    return ",".join(sorted(fold(each) for each in words))


# What the draft holds -----------------------------------------------------------------------------------------------


def _named(model: PetaProsesBisnis, id_: str | None) -> str:
    """What an id is called in the answers: the code of a process, the name of another, "" for the body itself."""
    if not id_ or id_ in {unit.id for unit in model.unit_akar()}:
        return ""
    proses = model.cari_proses(id_)
    if proses is not None:
        return fold(proses.kode or proses.nama)
    found = model.cari_pelaku(id_)
    return fold(found.nama if found is not None else id_)


def _instansi(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    body = model.instansi
    for name, said in (
        ("nama", body.nama),
        ("jenis", str(body.jenis)),
        ("tempat", body.tempat),
        ("periode", f"{body.periode.awal}-{body.periode.akhir}"),
        ("pola_proses", body.profil.pola_proses),
        ("lainnya", body.profil.label_kelompok.lainnya),
    ):
        yield name, fold(said)


def _keputusan(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    decree = model.keputusan
    if decree is None:
        return
    day = decree.tanggal.isoformat() if decree.tanggal else ""
    head = {"nomor": decree.nomor, "tentang": decree.tentang, "tempat": decree.tempat, "tanggal": day}
    yield from ((name, fold(said)) for name, said in head.items())
    yield "penanda_tangan", _plain(decree.penanda_tangan.nama if decree.penanda_tangan else "")
    yield "bentuk", str(decree.bentuk)
    yield "menimbang", str(len(decree.menimbang))
    yield from (("tembusan", _plain(each)) for each in decree.tembusan)
    told = decree.pengundangan
    if told is not None:
        who = told.pejabat
        said = (told.tempat, str(told.tanggal or ""), who.jabatan if who else "", who.nama if who else "", told.berita)
        yield from (("pengundangan", _plain(each)) for each in said if each)


def _isi(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    decree = model.keputusan
    if decree is None:
        return
    for number, one in enumerate(decree.diktum, 1):
        yield f"diktum {number}", "", "0", str(len(one.butir))
    for number, article in enumerate(decree.pasal, 1):
        items = [*article.butir, *(each for ayat in article.ayat for each in ayat.butir)]
        count = sum(1 + len(each.butir) for each in items)
        yield f"pasal {number}", fold(article.bab), str(len(article.ayat)), str(count)


def _cited(model: PetaProsesBisnis, id_: str) -> tuple[str, str]:
    found = _regulation(model, id_)
    if found is None:
        return "?", id_
    return str(found.jenis), f"{found.nomor.removesuffix(f'/{found.tahun}')}/{found.tahun}"


def _regulation(model: PetaProsesBisnis, id_: str) -> Peraturan | None:
    return next((each for each in model.peraturan if each.id == id_), None) or cari_peraturan(id_)


def _mengingat(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    """Every regulation that Mengingat cites, without what amends it."""
    for id_ in model.keputusan.mengingat if model.keputusan is not None else ():
        found = _regulation(model, id_)
        if found is not None and not found.nomor:
            continue  # the constitution has no number; the answers leave it out
        yield _cited(model, id_)


def _perubahan(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    known = set(_national(model))
    for one in model.peraturan:
        for other in one.diubah_oleh:
            if (pair := (*_cited(model, one.id), *_cited(model, other))) not in known:
                yield pair


def _national(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    for id_ in model.keputusan.mengingat if model.keputusan is not None else ():
        found = cari_peraturan(id_)
        for other in found.diubah_oleh if found is not None else ():
            yield (*_cited(model, id_), *_cited(model, other))


def _mencabut(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    return (_cited(model, id_) for id_ in (model.keputusan.mencabut if model.keputusan is not None else ()))


def _arah(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    arah = model.arah
    words = {each.id: each.bunyi for each in (*arah.misi, *arah.tujuan, *arah.sasaran)}
    if arah.visi is not None:
        yield "visi", fold(arah.visi.bunyi), ""
    yield from (("misi", fold(each.bunyi), "") for each in arah.misi)
    yield from (("tujuan", fold(each.bunyi), fold(words.get(each.misi or "", ""))) for each in arah.tujuan)
    yield from (("sasaran", fold(each.bunyi), fold(words.get(each.tujuan or "", ""))) for each in arah.sasaran)
    yield from (("indikator", fold(each.nama), fold(words.get(each.sasaran or "", ""))) for each in arah.indikator)


def _unit(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    roots = {unit.id for unit in model.unit_akar()}
    return ((fold(u.nama), _named(model, u.induk)) for u in model.organisasi.unit if u.id not in roots)


def _jabatan(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    return ((fold(each.nama), _named(model, each.unit)) for each in model.organisasi.jabatan)


def _tugas(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    return ((_named(model, u.id), fold(u.tugas)) for u in model.organisasi.unit if u.tugas)


def _fungsi(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    return ((_named(model, u.id), fold(each.bunyi)) for u in model.organisasi.unit for each in u.fungsi)


def _proses(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    return ((fold(p.kode), fold(p.nama), _named(model, p.induk)) for p in model.proses)


def _kelompok(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    return ((fold(p.kode), str(p.kelompok)) for p in model.proses if p.kelompok is not None)


def _pemilik(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    return ((fold(p.kode), _named(model, p.pemilik)) for p in model.proses if p.pemilik)


def _terlibat(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    return ((fold(p.kode), _named(model, each)) for p in model.proses for each in p.terlibat)


def _pihak(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    return ((fold(each.nama),) for each in model.organisasi.pihak)


def _aliran(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    names = {each.id: each.nama for each in model.produk}
    for each in model.aliran:
        yield fold(names.get(each.produk, each.produk)), _named(model, each.dari), _named(model, each.ke)


def _hubungan(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    return ((str(each.jenis), _named(model, each.dari), _named(model, each.ke)) for each in model.hubungan)


def _penjelasan(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    return ((str(each.nomor),) for each in model.penjelasan)


def _work(peta: LintasFungsi) -> list[Kerja]:
    return [simpul for simpul in peta.simpul if isinstance(simpul, Kerja)]


def _langkah(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    names = {each.id: each.nama for each in model.produk}
    for peta in model.lintas_fungsi:
        lanes = {jalur.id: jalur.pelaku for jalur in peta.jalur}
        for number, one in enumerate(_work(peta), 1):
            doers = ",".join(sorted(_named(model, each) for each in (lanes.get(one.jalur or "", ""), *one.bersama)))
            needs, makes = (_joined([names[each] for each in ids]) for ids in (one.pakai, one.hasil))
            yield str(number), fold(one.nama), doers, needs, fold(str(one.waktu or "")), makes


def _alur(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    """The flows that are not just the next step without a word."""
    for peta in model.lintas_fungsi:
        number = {one.id: str(place) for place, one in enumerate(_work(peta), 1)}
        for each in peta.alur:
            if each.nama or each.jenis is not JenisAlur.URUT:
                yield number.get(each.dari, each.dari), number.get(each.ke, each.ke), str(each.jenis), fold(each.nama)


def _sop(model: PetaProsesBisnis) -> Iterator[tuple[str, ...]]:
    for sop in model.sop:
        for name in ("nomor", "judul", "tanggal_pembuatan", "tanggal_efektif"):
            if said := getattr(sop, name):
                yield name, fold(str(said))
        if sop.disahkan is not None:
            yield "disahkan_jabatan", fold(sop.disahkan.jabatan)
            yield "disahkan_nama", fold(sop.disahkan.nama)
        yield from (("dasar", fold(" ".join(_cited(model, each)))) for each in sop.dasar_hukum)
        yield from (("kualifikasi", fold(each)) for each in sop.kualifikasi)


_FOUND: dict[str, Callable[[PetaProsesBisnis], Iterator[tuple[str, ...]]]] = {
    name.removeprefix("_"): each
    for name, each in list(globals().items())
    if name in {
        "_instansi", "_keputusan", "_isi", "_mengingat", "_perubahan", "_mencabut", "_arah", "_unit", "_jabatan",
        "_tugas", "_fungsi", "_proses", "_kelompok", "_pemilik", "_terlibat", "_pihak", "_aliran", "_hubungan",
        "_penjelasan", "_langkah", "_alur", "_sop",
    }
}  # fmt: skip


def items(model: PetaProsesBisnis, kind: str) -> Items:
    """What a model holds of a kind, as the answers write it."""
    return set(_FOUND[kind](model))
